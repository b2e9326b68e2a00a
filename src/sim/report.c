/* The stand for a person: what strategies earn, what becomes of who turns and who watches, how consumers
 * differ, and a chart. Plain text of 80 columns; blocks where the terminal speaks UTF-8. */
#include <math.h>

#include "base/text.h"
#include "stand.h"

#define NAME 17 /* columns */
#define BAR 44

static bool speaks_utf8(void)
{
    return g_get_charset(NULL);
}

static const char *plus_minus(void)
{
    return speaks_utf8() ? "±" : "+-";
}

static double share(double part, double whole)
{
    return whole > 0 ? 100 * part / whole : 0;
}

static double scale(const struct stand *stand, unsigned brands)
{
    return 1.0 / ((double)brands * stand->n_runs * stand->n_consumers);
}

/* Without a sign for next to nothing. */
static double no_less(double value)
{
    return fabs(value) < 0.05 ? 0 : value;
}

/* A number in WIDTH columns, with a decimal where it is small. */
static void print_number(FILE *out, int width, double value)
{
    fprintf(out, fabs(value) < 100 ? "%*.1f" : "%*.0f", width, no_less(value));
}

/* "+19±4", or "+1.9±0.4" where PLACES is 1, in WIDTH columns. */
static void print_spread(FILE *out, unsigned width, int places, double mean, double deviation)
{
    g_autofree char *text =
        isfinite(mean)
            ? g_strdup_printf("%+.*f%s%.*f", places, no_less(mean), plus_minus(), places, deviation)
            : g_strdup("-");
    fprintf(out, "%*s%s", (int)(width - MIN(text_columns(text), width)), "", text);
}

struct table_row {
    const char *label;
    struct stand_sum sums[SIDE_COUNT];
    unsigned brands;
    struct spread change, gain;
};

static void print_row(const struct stand *stand, const struct table_row *row, FILE *out)
{
    const struct stand_sum *a = &row->sums[SIDE_WITHOUT], *b = &row->sums[SIDE_WITH];
    double each = scale(stand, row->brands), gain = row->gain.mean / row->brands;
    fputs("  ", out);
    text_print_column(out, row->label, NAME);
    fprintf(out, "%5.0f%5.0f%4.0f%5.0f", a->line.mails * each, b->line.mails * each,
            share(a->line.seen, a->line.mails), share(b->line.seen, b->line.mails));
    print_number(out, 6, a->line.earned * each);
    print_number(out, 6, b->line.earned * each);
    print_spread(out, 8, 0, row->change.mean, row->change.deviation);
    print_number(out, 6, a->gained * each / 60);
    print_number(out, 6, b->gained * each / 60);
    print_spread(out, 10, fabs(gain) < 10, gain, row->gain.deviation / row->brands);
    fputc('\n', out);
}

static void print_strategies(const struct stand *stand, FILE *out)
{
    fprintf(out, "  %-*s%10s%9s%20s%22s\n", NAME, "Each brand and", "letters", "seen, %", "brand earns    ",
            "she gains, minutes");
    fprintf(out, "  %-*s%5s%5s%4s%5s%6s%6s%8s%6s%6s%10s\n", NAME, "consumer", "w/o", "heed", "w/o", "heed",
            "w/o", "heed", "%", "w/o", "heed", "more");
    for (unsigned row = 0; row < PLAY_ROWS; row++) {
        if (!stand_used(stand, row))
            continue;
        g_autofree char *label = stand_label(stand, row);
        print_row(stand,
                  &(struct table_row){label,
                                      {stand_sum(stand, row, SIDE_WITHOUT, ALL_RUNS, ALL_CONSUMERS),
                                       stand_sum(stand, row, SIDE_WITH, ALL_RUNS, ALL_CONSUMERS)},
                                      play_brands(&stand->setup, row),
                                      stand_change(stand, NULL, row),
                                      stand_gain(stand, NULL, row)},
                  out);
    }
    print_row(stand,
              &(struct table_row){"all",
                                  {stand_sum_of(stand, stand_any, SIDE_WITHOUT, ALL_RUNS, ALL_CONSUMERS),
                                   stand_sum_of(stand, stand_any, SIDE_WITH, ALL_RUNS, ALL_CONSUMERS)},
                                  1,
                                  stand_change(stand, stand_any, 0),
                                  stand_gain(stand, stand_any, 0)},
              out);
    fputs("\n  A brand earns the letters that she acts on; she gains what those are worth to\n"
          "  her, less the time that all took. What has a sign is the change by heed, and\n"
          "  the deviation over the runs.\n",
          out);
}

/* --- what follows ---------------------------------------------------------------------------------------
 */

static void print_figure(FILE *out, const char *label, struct spread s, bool percent)
{
    const char *format = percent ? "  %-38s %+6.1f %% %s %.1f (%+.1f to %+.1f)\n"
                                 : "  %-38s %6.2f %s %.2f (%.2f to %.2f)\n";
    if (isfinite(s.mean))
        fprintf(out, format, label, s.mean, plus_minus(), s.deviation, s.least, s.most);
}

static void print_turn(const struct stand *stand, enum turn turn, const char *what, FILE *out)
{
    struct stand_turn t = stand_turn(stand, turn);
    if (t.brands)
        fprintf(out, "  %-38s %u of %u within ten letters; %.1f %s %.1f\n", what, t.within, t.brands,
                t.letters.mean, plus_minus(), t.letters.deviation);
}

static void print_moral(const struct stand *stand, FILE *out)
{
    struct pair pairs[STRATEGIES_MOST];
    static const char *const sides[SIDE_COUNT] = {"without heed", "with heed"};
    fprintf(out, "\n  Over %u run%s: mean %s deviation (least to most)\n", stand->n_runs,
            stand->n_runs == 1 ? "" : "s", plus_minus());
    print_figure(out, "who helps earns more with heed by", stand_change(stand, stand_helps, 0), true);
    print_figure(out, "who shouts earns more with heed by", stand_change(stand, stand_shouts, 0), true);
    for (unsigned i = 0, n = stand_pairs(stand, pairs); i < n; i++)
        for (int side = 0; side < SIDE_COUNT; side++) {
            const struct strategy *a = &stand->strategies[pairs[i].single],
                                  *b = &stand->strategies[pairs[i].louder];
            g_autofree char *label =
                g_strdup_printf("%s, %s: times %s", b->name, sides[side], a->name);
            print_figure(out, label, stand_louder(stand, pairs[i], side), false);
        }
    print_turn(stand, TURN_BACK, "a brand that reformed is back after", out);
    print_turn(stand, TURN_GONE, "a brand that relapsed is gone after", out);
    for (int side = 0; side < SIDE_COUNT; side++) {
        struct stand_watchers w = stand_watchers(stand, side);
        g_autofree char *label = g_strdup_printf("who watches does, %s:", sides[side]);
        if (w.brands > 0)
            fprintf(out, "  %-38s %.1f letters a week, %.0f %% chosen for her\n", label, w.letters.mean,
                    w.segments.mean);
    }
}

static void print_consumers(const struct stand *stand, FILE *out)
{
    struct pair pairs[STRATEGIES_MOST];
    unsigned n_pairs = stand_pairs(stand, pairs);
    double each = 1.0 / stand->n_runs;
    fprintf(out, "\n  %-*s%12s %12s %12s %9s%s\n", NAME, "", "minutes", "acted on", "she gains", "left",
            n_pairs ? "  louder" : "");
    fprintf(out, "  %-*s%6s%6s %6s%6s %6s%6s %4s%5s%s\n", NAME, "Consumers", "w/o", "heed", "w/o", "heed",
            "w/o", "heed", "w/o", "heed", n_pairs ? " w/o heed" : "");
    for (unsigned c = 0; c < stand->n_consumers; c++) {
        struct stand_sum a = stand_sum_of(stand, stand_any, SIDE_WITHOUT, ALL_RUNS, c);
        struct stand_sum b = stand_sum_of(stand, stand_any, SIDE_WITH, ALL_RUNS, c);
        fputs("  ", out);
        text_print_column(out, stand->consumers[c].name, NAME);
        fprintf(out, "%6.0f%6.0f %6.0f%6.0f %6.0f%6.0f %4.1f%5.1f", a.line.seconds * each / 60,
                b.line.seconds * each / 60, a.line.acted * each, b.line.acted * each, a.gained * each / 60,
                b.gained * each / 60, a.line.left * each, b.line.left * each);
        for (int side = 0; side < SIDE_COUNT && n_pairs; side++) {
            double louder = stand_louder_for(stand, pairs[0], side, c);
            fprintf(out, isfinite(louder) ? "%5.1f" : "    -", louder);
        }
        fputc('\n', out);
    }
    if (n_pairs)
        fprintf(out, "  louder: what %s earns of her, times what %s does\n",
                stand->strategies[pairs[0].louder].name, stand->strategies[pairs[0].single].name);
}

/* --- chart ----------------------------------------------------------------------------------------------
 */

static void print_bar(FILE *out, const char *label, const char *shade, double value, double most)
{
    unsigned columns = most > 0 ? (unsigned)lround(BAR * value / most) : 0;
    fputs("  ", out);
    text_print_column(out, label, NAME);
    for (unsigned i = 0; i < columns; i++)
        fputs(shade, out);
    fprintf(out, " %.1f\n", value);
}

static void print_chart(const struct stand *stand, FILE *out)
{
    const char *shades[SIDE_COUNT] = {speaks_utf8() ? "░" : ".", speaks_utf8() ? "█" : "#"};
    double most = 0;
    for (int draws = 0; draws < 2; draws++)
        for (unsigned row = 0; row < PLAY_OTHERS; row++)
            for (int side = 0; side < SIDE_COUNT && stand_used(stand, row); side++) {
                g_autofree char *label = stand_label(stand, row);
                double earned = stand_sum(stand, row, side, ALL_RUNS, ALL_CONSUMERS).line.earned *
                                scale(stand, play_brands(&stand->setup, row));
                most = fmax(most, earned);
                if (draws)
                    print_bar(out, side == SIDE_WITHOUT ? label : "", shades[side], earned, most);
            }
}

void stand_print(const struct stand *stand, FILE *out)
{
    fprintf(out, "%u days of mail of %u consumers, %u run%s: seeds %u to %u in", stand->days,
            stand->n_consumers, stand->n_runs, stand->n_runs == 1 ? "" : "s", stand->seed,
            stand->seed + stand->seeds - 1);
    for (unsigned i = 0; i < stand->n_languages; i++)
        fprintf(out, " %s", stand->languages[i]);
    fprintf(out, "\nRead without heed and with it, which knows nothing on day 1; counted from day %u\n\n",
            stand->setup.settle + 1);
    print_strategies(stand, out);
    print_moral(stand, out);
    print_consumers(stand, out);
    fprintf(out, "\nWhat a brand earns of a consumer: %s without heed, %s with it\n\n",
            speaks_utf8() ? "░" : ".", speaks_utf8() ? "█" : "#");
    print_chart(stand, out);
}
