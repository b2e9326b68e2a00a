/* What rules cost: reading a file of them, and what they add to judging a message; for tests/bench.sh.
 *
 * usage: rules ROUNDS RULES FILE...     prints milliseconds of CPU to read RULES, and microseconds that they add
 *                                       to a message, medians over the rounds */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "flow.h"

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *numbers, int count)
{
    qsort(numbers, (size_t)count, sizeof *numbers, compare);
    return numbers[count / 2];
}

static double weigh_all(struct reader *reader, const struct rules *rules, struct judgement **judged, int count)
{
    double began = seconds();
    for (int i = 0; i < count; i++) {
        struct scores scores;
        struct verdict verdict;
        findings_free(flow_weigh(reader->config, rules, &judged[i]->facts, &scores, &verdict));
    }
    return (seconds() - began) * 1e6 / count;
}

int main(int argc, char **argv)
{
    struct reader reader;
    owned(home) home = home_from_environment();
    reader_begin(&reader, home);
    struct err err = {0};
    int rounds = argc > 3 ? MAX(1, atoi(argv[1])) : 1, count = argc - 3;
    message_init();
    if (count < 1 || reader_open(&reader, &err) || reader_open_book(&reader, &err)) {
        fprintf(stderr, "rules: %s\n", count < 1 ? "no files" : err.text);
        return 1;
    }
    struct judgement **judged = g_new0(struct judgement *, count);
    for (int i = 0; i < count; i++) {
        struct spool *spool = NULL; /* what is parsed points into it */
        if (spool_open(argv[i + 3], &spool, &err) ||
            flow_judge(&reader, NULL, spool, AT_ARRIVAL, time(NULL), &judged[i], &err)) {
            fprintf(stderr, "rules: %s\n", err.text);
            return 1;
        }
    }
    double *load = g_new0(double, rounds), *add = g_new0(double, rounds);
    for (int round = 0; round < rounds; round++) {
        const char *const files[] = {argv[2], NULL};
        double began = seconds();
        owned(rules) rules = rules_read("", files);
        load[round] = (seconds() - began) * 1e3;
        if (rules_skipped(rules))
            return fprintf(stderr, "rules: %s has mistakes\n", argv[2]), 1;
        double without = weigh_all(&reader, NULL, judged, count);
        add[round] = weigh_all(&reader, rules, judged, count) - without;
    }
    printf("%.1f %.1f\n", median(load, rounds), median(add, rounds));
    return 0;
}
