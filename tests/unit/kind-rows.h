/* Messages as rows: the kind that is right, who wrote, further fields, subject and text. All of it is made up. */
#ifndef HEED_UNIT_KIND_ROWS_H
#define HEED_UNIT_KIND_ROWS_H

#include <string.h>

#include "unit.h"
#include "mail/kind-guess.h"

#define BULK                                                                                       \
    "List-Unsubscribe: <https://l.example/u>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n" \
    "Feedback-ID: 1:2:esp\n"

struct row {
    enum kind kind;
    const char *from, *extra, *subject, *text;
};

static inline struct message *parse(const char *bytes, size_t len)
{
    struct spool *spool = spool_of(bytes, len);
    struct message *message = NULL;
    g_assert_cmpint(message_parse(spool, 0, NULL, &message, NULL), ==, STATUS_OK);
    spool_free(spool);
    return message;
}

static inline struct kind_guess guess(const struct row *row)
{
    g_autofree char *mail = g_strdup_printf(
        "From: Someone <%s>\nTo: Ada <ada@home.example>\nSubject: %s\n%s"
        "Content-Type: text/plain; charset=utf-8\n\n%s\n",
        row->from, row->subject, row->extra, row->text);
    owned(message) message = parse(mail, strlen(mail));
    return kind_guess(message);
}

static inline void check_rows(const struct row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct kind_guess g = guess(&rows[i]);
        if (g.kind != rows[i].kind) {
            g_test_message("'%s' from %s: %s (%s), not %s", rows[i].subject, rows[i].from,
                           kind_name(g.kind), g.why, kind_name(rows[i].kind));
            g_test_fail();
        }
        g_assert_true(g_utf8_validate(g.why, -1, NULL));
    }
}

#define CHECK(rows) check_rows(rows, G_N_ELEMENTS(rows))

#endif
