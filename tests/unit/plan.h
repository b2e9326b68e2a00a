/* Plans as a judge says them. */
#ifndef HEED_UNIT_PLAN_H
#define HEED_UNIT_PLAN_H

#include "act/plan.h"
#include "person.h"

/* All that a packed plan says, sound as it comes. */
struct raw {
    gint32 placement;
    gboolean carried;
    gint64 when;
    double scores[AXIS_COUNT];
    guchar kind, flags;
    const char *rule, *folder, *tags[RULE_TAGS + 2], *reasons, *user;
    const char *id, *address, *organisation, *thread, *name, *affiliate, *seller;
    const char *business[20], *things[20];
    gint64 date;
    guchar entry_kind, proven, entry_placement;
    GBytes *features;
    const char *alias, *alias_organisation, *alias_who;
    guchar use;
    const char *wrote_to[PLAN_RECIPIENTS + 2], *answers;
};

static inline struct raw raw_sound(void)
{
    return (struct raw){.placement = PLACE_LATER,
                        .when = NOW,
                        .scores = {1.5, 20, NAN},
                        .kind = KIND_PROMOTION,
                        .rule = "rules:3",
                        .folder = "",
                        .tags = {"+shop", "-list"},
                        .reasons = "useful -1.98: base.kind -1.58 (promotion)",
                        .user = "me@home.example",
                        .id = "1@shop.example",
                        .address = "news@shop.example",
                        .organisation = "shop.example",
                        .thread = "",
                        .name = "shop",
                        .affiliate = "",
                        .seller = "",
                        .business = {"ab-7741230"},
                        .things = {"glide shoes"},
                        .date = NOW,
                        .entry_kind = KIND_PROMOTION,
                        .proven = AUTH_PASS,
                        .entry_placement = PLACE_LATER,
                        .alias = "",
                        .alias_organisation = "",
                        .alias_who = "",
                        .wrote_to = {"friend@person.example"},
                        .answers = "0@person.example"};
}

static inline GVariant *raw_pack(const struct raw *raw)
{
    GVariant *features =
        raw->features ? g_variant_new_from_bytes(G_VARIANT_TYPE_BYTESTRING, raw->features, TRUE)
                      : g_variant_new_from_data(G_VARIANT_TYPE_BYTESTRING, "", 0, TRUE, NULL, NULL);
    return g_variant_new("((ibx(ddd)yyuu)(ss@asss)(sxsssyyytsss@as@asy@ay)(sssyxy)(@ass))", raw->placement,
                         raw->carried, raw->when, raw->scores[0], raw->scores[1], raw->scores[2], raw->kind,
                         raw->flags, 0u, 0u, raw->rule, raw->folder, g_variant_new_strv(raw->tags, -1),
                         raw->reasons, raw->user, raw->id, raw->date, raw->address, raw->organisation,
                         raw->thread, raw->entry_kind, raw->proven, raw->entry_placement, (guint64)7,
                         raw->name, raw->affiliate, raw->seller, g_variant_new_strv(raw->business, -1),
                         g_variant_new_strv(raw->things, -1), (guchar)0, features, raw->alias,
                         raw->alias_organisation, raw->alias_who, raw->use, NOW, (guchar)0,
                         g_variant_new_strv(raw->wrote_to, -1), raw->answers);
}

static inline struct plan *raw_plan(const struct raw *raw)
{
    g_autoptr(GVariant) packed = g_variant_ref_sink(raw_pack(raw));
    return plan_unpack(packed);
}

#define RULES "bulk -> later +shop -list folder \"Shops\"\n"

static inline struct plan *plan_for(struct person *person, const char *text, const char *id, int64_t now)
{
    owned(spool) spool = spool_of(text, strlen(text));
    owned(judgement) judgement = NULL;
    struct err err;
    g_assert_cmpint(flow_judge(&person->reader, NULL, spool, AT_ARRIVAL, now, &judgement, &err), ==,
                    STATUS_OK);
    return plan_of(&person->reader, judgement, NULL, id, now);
}

/* Another plan of what PLAN packs, byte for byte. */
static inline struct plan *there_and_back(const struct plan *plan)
{
    g_autoptr(GVariant) packed = g_variant_ref_sink(plan_pack(plan));
    g_autoptr(GBytes) bytes = g_variant_get_data_as_bytes(packed);
    g_autoptr(GVariant) received = g_variant_ref_sink(
        g_variant_new_from_bytes(G_VARIANT_TYPE(PLAN_TYPE), bytes, FALSE));
    struct plan *same = plan_unpack(received);
    g_assert_nonnull(same);
    g_autoptr(GVariant) again = g_variant_ref_sink(plan_pack(same));
    g_assert_true(g_variant_equal(packed, again));
    return same;
}

#endif
