/* A plan held to the message that it is for, and to what rules and settings name: whoever made it may have
 * been taken over by the message. */
#include <string.h>

#include "act/plan.h"
#include "base/days.h"

static const char *domain_of(const char *address)
{
    const char *at = strrchr(address, '@');
    return at ? at + 1 : address;
}

void plan_hold_to(struct plan *plan, const struct spool *spool, const struct layout *layout, int64_t now)
{
    struct entry *entry = &plan->entry;
    g_autofree char *id = layout_id(spool, layout),
                    *organisation = organisation_of(domain_of(entry->address));
    g_autofree char *relation =
        relation_of(entry->address, organisation);          /* a brand's name for itself */
    const char *via = strstr(entry->organisation, " via "); /* whose name may be encoded is told by sync */
    bool named = !via && strcmp(entry->id, id) == 0 && entry->date >= 0 && entry->date <= now + DAY &&
                 layout_has(spool, layout, domain_of(entry->address)) &&
                 (!strcmp(entry->organisation, relation) ||
                  layout_has(spool, layout, domain_of(entry->organisation)));
    if (!named)
        entry->id = "";
}

static bool folder_is_named(const struct config *config, const struct rules *rules, const char *vouched,
                            const char *folder)
{
    bool named = !*folder || rules_has_folder(rules, folder) || verdict_has(vouched, "folder", folder);
    for (int place = 0; place < PLACE_COUNT; place++)
        named |= strcmp(config->folders[place], folder) == 0;
    return named;
}

void plan_hold_to_rules(struct plan *plan, const struct config *config, const struct rules *rules)
{
    unsigned kept = 0;
    if (!folder_is_named(config, rules, plan->vouched, plan->folder))
        plan->folder = "";
    for (const char **tag = plan->tags; *tag; tag++)
        if (rules_has_tag(rules, *tag) || verdict_has(plan->vouched, "tag", *tag))
            plan->tags[kept++] = *tag;
    plan->tags[kept] = NULL;
}
