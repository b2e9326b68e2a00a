/* Whose name a stranger bears: of the people whose mail she has, of organisations, or her own. */
#include <string.h>

#include "mail/likeness.h"
#include "reader/reader.h"
#include "recall-names.h"

/* Notices in the name of people say so in their own name: "Jo May (Docs)" from docs.example. */
static bool names_itself(const struct facts *facts)
{
    const struct sender *sender = facts->sender;
    g_autofree char *label = g_strndup(sender->organisation, strcspn(sender->organisation, "."));
    g_autofree char *own = skeleton_of(label), *name = skeleton_of(sender->name);
    return facts->kind.kind != KIND_PERSON && *own && strstr(name, own);
}

char *recall_name_owner(struct book *book, const struct facts *facts, unsigned fewest, unsigned *times)
{
    g_autofree char *plain = skeleton_of(facts->sender->name);
    g_auto(GStrv) keys = names_of_person(facts->sender->name);
    bool itself = names_itself(facts);
    for (char **key = keys; *key; key++) {
        bool as_written = !strcmp(*key, plain);
        if (itself && !as_written)
            continue;
        g_autofree char *owner = book_name_owner(book, *key, facts->relation, fewest, times);
        if (owner && (as_written || strchr(owner, '@'))) /* only people are written in so many ways */
            return g_steal_pointer(&owner);
    }
    return NULL;
}

/* Calls USES for the addresses in the display name until it says yes; that one, or NULL. */
typedef bool of_whom(struct reader *reader, const struct facts *facts, const char *address);
static char *address_in_name(struct reader *reader, const struct facts *facts, of_whom *uses)
{
    g_auto(GStrv) words = g_strsplit_set(facts->sender->name, " <>()[]\"',;:|", 16);
    for (char **word = words; *word; word++) {
        const char *at = strrchr(*word, '@');
        if (at && at > *word && at[1] && g_ascii_strcasecmp(*word, facts->sender->address) != 0 &&
            uses(reader, facts, *word))
            return g_utf8_strdown(*word, -1);
    }
    return NULL;
}

static bool is_hers(struct reader *reader, const struct facts *facts, const char *address)
{
    (void)facts;
    return reader_is_own(reader, address);
}

static bool is_known(struct reader *reader, const struct facts *facts, const char *address)
{
    g_autofree char *lower = g_utf8_strdown(address, -1), *house = organisation_of(strrchr(lower, '@') + 1);
    bool own = !strcmp(house, facts->sender->organisation) && !facts->sender->free_mail;
    if (own || sender_is_behind(facts->sender, lower))
        return false;
    g_autofree char *relation = relation_of(lower, house);
    struct tally tally =
        book_tally(reader->book, LEVEL_ORGANISATION, relation, facts->kind.kind, facts->now);
    return book_contact(reader->book, lower).written || (tally.proven && tally.last_wanted);
}

char *recall_known_address(struct reader *reader, const struct facts *facts)
{
    return address_in_name(reader, facts, is_known);
}

/* First and last name, as hers, or an address of hers: beside the author's, or as the author's, where nothing
 * proves it and it came from outside. */
bool recall_her_name(struct reader *reader, const struct facts *facts)
{
    bool own_address = reader_is_own(reader, facts->sender->address);
    if (facts->hers || own_address || !facts->stranger)
        return own_address && !facts->hers && auth_is_unproven(facts->proven) && !facts->discussion &&
               facts->kind.kind != KIND_LIST;
    g_autofree char *address = address_in_name(reader, facts, is_hers);
    if (address || !strchr(facts->user_name, ' '))
        return address != NULL;
    g_auto(GStrv) own = names_of_person(facts->user_name);
    g_auto(GStrv) keys = names_of_person(facts->sender->name);
    return g_strv_contains((const char *const *)keys, own[0]);
}
