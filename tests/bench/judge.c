/* Judging alone, book and index open: CPU a message for flow_judge(), for heed's own parse, and for a bare GMime
 * parse of the same bytes; for tests/bench.sh. Settings, index and book are the environment's.
 *
 * usage: judge ROUNDS FILE...     prints three medians over the rounds, in microseconds a message */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <gmime/gmime.h>

#include "flow.h"

struct mail {
    char *bytes;
    gsize size;
};

typedef void task(struct reader *reader, const struct mail *mail);

static void judge(struct reader *reader, const struct mail *mail)
{
    owned(spool) spool = spool_of(mail->bytes, mail->size);
    owned(judgement) judgement = NULL;
    if (flow_judge(reader, NULL, spool, AT_ARRIVAL, time(NULL), &judgement, NULL))
        abort();
}

static void parse(struct reader *reader, const struct mail *mail)
{
    (void)reader;
    owned(spool) spool = spool_of(mail->bytes, mail->size);
    owned(message) message = NULL;
    if (message_parse(spool, 0, NULL, &message, NULL))
        abort();
}

static void parse_bare(struct reader *reader, const struct mail *mail)
{
    (void)reader;
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(mail->bytes, mail->size);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    g_object_unref(message);
    g_object_unref(parser);
    g_object_unref(stream);
}

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

int main(int argc, char **argv)
{
    static task *const tasks[] = {judge, parse, parse_bare};
    int rounds = argc > 2 ? MAX(1, atoi(argv[1])) : 1;
    guint n = argc > 2 ? (guint)argc - 2 : 0;
    struct mail *mails = g_new0(struct mail, n + 1);
    struct reader reader;
    struct err err = {0};
    owned(home) home = home_from_environment();
    reader_begin(&reader, home);
    message_init();
    if (!n || reader_open(&reader, &err) || reader_open_book(&reader, &err)) {
        fprintf(stderr, "judge: %s\n", n ? err.text : "no files");
        return 1;
    }
    for (guint i = 0; i < n; i++)
        if (!g_file_get_contents(argv[i + 2], &mails[i].bytes, &mails[i].size, NULL))
            return fprintf(stderr, "judge: cannot read %s\n", argv[i + 2]), 1;

    double *spent[G_N_ELEMENTS(tasks)];
    for (size_t t = 0; t < G_N_ELEMENTS(tasks); t++)
        spent[t] = g_new0(double, rounds);
    for (int round = 0; round < rounds; round++)
        for (size_t t = 0; t < G_N_ELEMENTS(tasks); t++) {
            double began = seconds();
            for (guint i = 0; i < n; i++)
                tasks[t](&reader, &mails[i]);
            spent[t][round] = (seconds() - began) * 1e6 / n;
        }
    for (size_t t = 0; t < G_N_ELEMENTS(tasks); t++) {
        qsort(spent[t], (size_t)rounds, sizeof **spent, compare);
        printf("%.1f ", spent[t][rounds / 2]);
    }
    putchar('\n');
    reader_close(&reader);
    return 0;
}
