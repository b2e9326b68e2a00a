/* What rules that are looked over would do beside hers: to each of her latest messages, judged again, what
 * hers leave to the scores. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/days.h"
#include "base/wrap.h"
#include "check-moves.h"
#include "flow.h"
#include "learn/folders.h"

#define MOST_MESSAGES 200
#define MOST_DAYS 365

static void take_id(const char *id, void *data)
{
    GPtrArray *ids = data;
    if (ids->len == MOST_MESSAGES)
        g_ptr_array_remove_index(ids, 0);
    g_ptr_array_add(ids, g_strdup(id));
}

/* Files are opened before the first is read: from then on no other can be. */
GPtrArray *moves_sample(struct reader *reader)
{
    GPtrArray *spools = g_ptr_array_new_with_free_func((GDestroyNotify)spool_free);
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    int64_t now = time(NULL);
    g_autofree char *from = g_strdup_printf("%" G_GINT64_FORMAT " ", (gint64)(now - MOST_DAYS * DAY));
    while (reader->book && *from) {
        char *last = book_older(reader->book, from, now + DAY, 10 * MOST_MESSAGES, take_id, ids);
        g_free(from);
        from = last;
    }
    for (guint i = 0; i < ids->len; i++) {
        g_autofree char *path = NULL;
        struct spool *spool = NULL;
        struct entry entry;
        bool hers = !book_get(reader->book, ids->pdata[i], &entry) || entry.own;
        if (!hers && !message_find(reader, ids->pdata[i], &path, NULL) && !spool_open(path, &spool, NULL))
            g_ptr_array_add(spools, spool);
    }
    return spools;
}

struct moves {
    const struct rules *rules;
    unsigned *counts; /* of each of the rules, and each pair of placements */
    unsigned moved, messages;
};

static unsigned *count_of(const struct moves *moves, unsigned rule, int from, int to)
{
    return &moves->counts[(rule * PLACE_COUNT + (unsigned)from) * PLACE_COUNT + (unsigned)to];
}

static void try_one(struct reader *reader, const struct spool *spool, struct moves *moves)
{
    owned(judgement) j = NULL;
    struct scores scores;
    struct verdict verdict;
    if (flow_judge(reader, NULL, spool, AT_ARRIVAL, time(NULL), &j, NULL))
        return;
    moves->messages++;
    owned(findings) findings = flow_weigh(reader->config, moves->rules, &j->facts, &scores, &verdict);
    if (verdict_rule(&j->verdict) || verdict.placement == j->verdict.placement)
        return; /* hers come first */
    moves->moved++;
    for (unsigned i = 0; i < rules_count(moves->rules); i++)
        if (rules_at(moves->rules, i) == verdict_rule(&verdict))
            ++*count_of(moves, i, j->verdict.placement, verdict.placement);
}

void moves_tell(struct reader *reader, const struct rules *rules, GPtrArray *sample)
{
    unsigned n = rules_count(rules);
    struct moves moves = {rules, g_new0(unsigned, (n + 1) * PLACE_COUNT * PLACE_COUNT), 0, 0};
    for (guint i = 0; i < sample->len; i++)
        try_one(reader, sample->pdata[i], &moves);
    if (moves.messages)
        printf("beside your rules: of your latest %u messages %u would move\n", moves.messages, moves.moved);
    for (unsigned i = 0; i < n; i++)
        for (int from = 0; from < PLACE_COUNT; from++)
            for (int to = 0; to < PLACE_COUNT; to++) {
                unsigned count = *count_of(&moves, i, from, to);
                if (count)
                    wrap_print(10, "  %7u %s -> %s by %s:%u", count, placement_name(from), placement_name(to),
                               rule_file(rules_at(rules, i)), rule_line(rules_at(rules, i)));
            }
    g_free(moves.counts);
}
