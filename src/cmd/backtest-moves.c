/* Moves from one placement to another, counted and listed. */
#include <stdio.h>

#include "backtest-moves.h"
#include "base/text.h"
#include "base/wrap.h"

#define MOST_LISTED 20

static const struct move *at(const GArray *moves, guint i)
{
    return &g_array_index(moves, struct move, i);
}

static bool acted_on(const struct move *move)
{
    return outcome_acted(move->outcome) > 0.5;
}

static void print_counts(const GArray *moves)
{
    guint count[PLACE_COUNT][PLACE_COUNT] = {{0}}, acted[PLACE_COUNT][PLACE_COUNT] = {{0}};
    for (guint i = 0; i < moves->len; i++) {
        count[at(moves, i)->from][at(moves, i)->to]++;
        acted[at(moves, i)->from][at(moves, i)->to] += acted_on(at(moves, i));
    }
    for (int from = 0; from < PLACE_COUNT; from++)
        for (int to = 0; to < PLACE_COUNT; to++)
            if (count[from][to])
                printf("  %-8s -> %-8s %7u, of which you acted on %u\n", placement_name(from),
                       placement_name(to), count[from][to], acted[from][to]);
}

static void print_rules(const GArray *moves)
{
    g_autoptr(GHashTable) counts = g_hash_table_new(text_hash, g_str_equal);
    g_autoptr(GPtrArray) order = g_ptr_array_new();
    for (guint i = 0; i < moves->len; i++) {
        const char *rule = at(moves, i)->rule ? at(moves, i)->rule : "by their scores";
        guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, rule));
        if (!count)
            g_ptr_array_add(order, (gpointer)rule);
        g_hash_table_insert(counts, (gpointer)rule, GUINT_TO_POINTER(count + 1));
    }
    for (guint i = 0; i < order->len; i++)
        wrap_print(10, "  %7u %s", GPOINTER_TO_UINT(g_hash_table_lookup(counts, order->pdata[i])),
                   (const char *)order->pdata[i]);
}

static void print_one(const struct move *move)
{
    g_autofree char *id = text_clean(move->id, 200), *organisation = text_column(move->organisation, 30);
    printf("  %-8s -> %-8s  %-21s %s\n", placement_name(move->from), placement_name(move->to),
           outcome_name(move->outcome), organisation);
    wrap_print(6, "      \"%s\" id:%s", move->subject, id);
}

void print_moves(const GArray *moves, bool all)
{
    guint listed = 0;
    printf("\nMessages that would move: %u\n", moves->len);
    print_counts(moves);
    if (moves->len)
        puts("by");
    print_rules(moves);
    for (int acted = 1; acted >= 0; acted--) {
        bool first = true;
        for (guint i = 0; i < moves->len && (all || listed < MOST_LISTED); i++) {
            if (acted_on(at(moves, i)) != acted)
                continue;
            if (first)
                puts(acted ? "you acted on" : "you did not act on");
            first = false;
            print_one(at(moves, i));
            listed++;
        }
    }
    if (listed < moves->len)
        printf("  and %u more: --all lists them\n", moves->len - listed);
}
