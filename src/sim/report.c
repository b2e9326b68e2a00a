/* The play for a person: what the senders earn, what she has of it, and a chart. Plain text of 80
 * columns; blocks where the terminal speaks UTF-8. */
#include "play.h"

#define BAR 26 /* columns */

static double share(unsigned part, unsigned whole)
{
    return whole ? 100.0 * part / whole : 0;
}

static void print_row(FILE *out, const char *label, struct play_sum without, struct play_sum with)
{
    fprintf(out, "  %-26s%5u%6u  %4.0f %4.0f  %5u %5u  %6.0f %6.0f\n", label, with.mails,
            with.wanted, share(without.seen, without.mails), share(with.seen, with.mails),
            without.acted, with.acted, without.seconds / 60, with.seconds / 60);
}

static struct play_sum group_sum(const struct play *play, enum side side, enum play_group group)
{
    const struct play_line *line = &play->side[side].of[group];
    return (struct play_sum){play->mails[group], play->wanted[group], line->seen, line->acted,
                             line->seconds};
}

static void print_senders(const struct play *play, FILE *out)
{
    fprintf(out, "  %-26s%5s%6s  %9s  %11s  %13s\n", "", "", "she", "seen, %", "acted on",
            "her minutes");
    fprintf(out, "  %-26s%5s%6s  %4s %4s  %5s %5s  %6s %6s\n", "letters that are", "sent", "wants",
            "w/o", "heed", "w/o", "heed", "w/o", "heed");
    for (enum play_group group = 0; group < GROUP_COUNT; group++)
        if (play->mails[group])
            print_row(out, play_groups[group].label, group_sum(play, SIDE_WITHOUT, group),
                      group_sum(play, SIDE_WITH, group));
    print_row(out, "all", play_sum(play, SIDE_WITHOUT, MANNER_COUNT),
              play_sum(play, SIDE_WITH, MANNER_COUNT));
}

/* What 100 letters bring in, which is what a brand decides by. */
static void print_moral(const struct play *play, FILE *out)
{
    static const struct {
        enum manner manner;
        const char *label;
    } rows[] = {{MANNER_HELPS, "of brands, while they help"},
                {MANNER_SHOUTS, "of brands, while they shout"}};
    fprintf(out, "\n  %-34s %6s %6s   %8s %6s\n", "Of 100 letters", "seen", "", "acted on", "");
    fprintf(out, "  %-34s %6s %6s   %8s %6s\n", "", "w/o", "heed", "w/o", "heed");
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct play_sum a = play_sum(play, SIDE_WITHOUT, rows[i].manner);
        struct play_sum b = play_sum(play, SIDE_WITH, rows[i].manner);
        fprintf(out, "  %-34s %6.0f %6.0f   %8.1f %6.1f\n", rows[i].label, share(a.seen, a.mails),
                share(b.seen, b.mails), share(a.acted, a.mails), share(b.acted, b.mails));
    }
}

static double spent_on_unwanted(const struct play *play, enum side side)
{
    double sum = 0;
    for (unsigned i = 0; i < play->n_periods; i++)
        sum += play->side[side].period[i].unwanted;
    return sum;
}

static void print_figure(FILE *out, const char *label, double without, double with)
{
    fprintf(out, "  %-44s %8.0f %8.0f %+8.0f\n", label, without, with, with - without);
}

static void print_her(const struct play *play, FILE *out)
{
    struct play_sum a = play_sum(play, SIDE_WITHOUT, MANNER_COUNT);
    struct play_sum b = play_sum(play, SIDE_WITH, MANNER_COUNT);
    const struct play_side *with = &play->side[SIDE_WITH];
    fprintf(out, "\n  %-44s %8s %8s %8s\n", READER_NAME ", who reads", "w/o", "heed", "change");
    print_figure(out, "minutes of attention", a.seconds / 60, b.seconds / 60);
    print_figure(out, "  of these, on mail she did not want",
                 spent_on_unwanted(play, SIDE_WITHOUT) / 60,
                 spent_on_unwanted(play, SIDE_WITH) / 60);
    print_figure(out, "  of these, looking through what was put away", 0,
                 with->looking_through / 60);
    print_figure(out, "wanted mail she acted on", a.acted, b.acted);
    print_figure(out, "wanted mail she missed", a.wanted - a.acted, b.wanted - b.acted);
    print_figure(out, "  of these, put away by heed and not found", 0,
                 with->put_away - with->rescued);
    print_figure(out, "  (put away and found again)", 0, with->rescued);
    print_figure(out, "unwanted mail she looked at", a.seen - a.acted, b.seen - b.acted);
}

/* One bar in two shades, BAR wide for MOST, padded. */
static void print_bar(FILE *out, const struct play_period *period, unsigned most)
{
    bool blocks = g_get_charset(NULL);
    unsigned dark = (BAR * period->acted + most / 2) / most;
    unsigned all = (BAR * period->seen + most / 2) / most;
    for (unsigned i = 0; i < BAR; i++)
        fputs(i < dark ? (blocks ? "█" : "#") : i < all ? (blocks ? "░" : ".") : " ", out);
    fprintf(out, "%3.0f %%", share(period->acted, period->seen));
}

static void print_chart(const struct play *play, FILE *out)
{
    unsigned most = 1;
    bool blocks = g_get_charset(NULL);
    for (int side = 0; side < SIDE_COUNT; side++)
        for (unsigned i = 0; i < play->n_periods; i++)
            most = MAX(most, play->side[side].period[i].seen);
    fprintf(out, "\nLetters she looked at, by %u days: %s wanted and %s not; the share wanted\n\n",
            play->period_days, blocks ? "█" : "#", blocks ? "░" : ".");
    fprintf(out, "  %8s  %-*s  %s\n", "from day", BAR + 5, "without heed", "with heed");
    for (unsigned i = 0; i < play->n_periods; i++) {
        fprintf(out, "  %8u  ", i * play->period_days + 1);
        print_bar(out, &play->side[SIDE_WITHOUT].period[i], most);
        fputs("  ", out);
        print_bar(out, &play->side[SIDE_WITH].period[i], most);
        fputc('\n', out);
    }
}

void play_print(const struct play *play, FILE *out)
{
    fprintf(out,
            "%u days of mail, read without heed and with it (which knows nothing on day 1)\n\n",
            play->options.days);
    print_senders(play, out);
    print_moral(play, out);
    print_her(play, out);
    print_chart(play, out);
}
