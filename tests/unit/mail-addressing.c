/* How a message is addressed, and what shape of letter it is. */
#include "mail/addressing.h"
#include "unit.h"

static bool is_me(const char *address, void *data)
{
    (void)data;
    return g_str_has_prefix(address, "me@");
}

static struct addressing read_with(const char *fields, const char *text)
{
    g_autofree char *bytes = g_strdup_printf("From: a@b.example\r\n%s\r\n%s", fields, text);
    owned(spool) spool = spool_of(bytes, strlen(bytes));
    owned(message) message = NULL;
    struct err err;
    message_init();
    g_assert_cmpint(message_parse(spool, 0, NULL, &message, &err), ==, STATUS_OK);
    return addressing_read(message, is_me, NULL);
}

static void places_are_told(void)
{
    static const struct {
        const char *fields;
        enum addressed_as as;
        unsigned place, others;
    } rows[] = {
        {"To: me@home.example\r\n", ADDRESSED_TO, 1, 0},
        {"To: x@y.example, Me <me@home.example>\r\nCc: z@y.example\r\n", ADDRESSED_TO, 2, 2},
        {"To: x@y.example\r\nCc: z@y.example, me@home.example\r\n", ADDRESSED_COPY, 2, 2},
        {"To: me@home.example\r\nCc: me@work.example\r\n", ADDRESSED_TO, 1, 0},
        {"To: x@y.example\r\n", ADDRESSED_NOT, 0, 1},
        {"", ADDRESSED_NOT, 0, 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct addressing a = read_with(rows[i].fields, "Hello\r\n");
        g_assert_cmpint(a.as, ==, rows[i].as);
        g_assert_cmpuint(a.place, ==, rows[i].place);
        g_assert_cmpuint(a.others, ==, rows[i].others);
        g_assert_cmpuint(a.n_with, ==, rows[i].others);
    }
}

static void subjects_are_read(void)
{
    static const struct {
        const char *fields;
        enum subject_says says;
        unsigned length;
    } rows[] = {
        {"Subject: Lunch\r\n", SUBJECT_NEW, 5},
        {"Subject: Re: Lunch\r\n", SUBJECT_REPLY, 5},
        {"Subject: RE: AW: Fwd: Lunch\r\n", SUBJECT_REPLY, 5},
        {"Subject: Re[2]: Lunch\r\n", SUBJECT_REPLY, 5},
        {"Subject: =?utf-8?B?5Zue5aSN77ya?= Lunch\r\n", SUBJECT_REPLY, 5},
        {"Subject: WG: Lunch\r\n", SUBJECT_FORWARD, 5},
        {"Subject: Accepted: Lunch\r\n", SUBJECT_RESPONSE, 5},
        {"Subject: Reminder: Lunch\r\n", SUBJECT_NEW, 15},
        {"Subject: Lunch\r\nIn-Reply-To: <1@x.example>\r\n", SUBJECT_REPLY, 5},
        {"Subject: Re:\r\n", SUBJECT_REPLY, 0},
        {"Subject: :\r\n", SUBJECT_NEW, 1},
        {"", SUBJECT_NEW, 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        struct addressing a = read_with(rows[i].fields, "Hello\r\n");
        g_assert_cmpint(a.subject, ==, rows[i].says);
        g_assert_cmpuint(a.subject_length, ==, rows[i].length);
    }
}

static void texts_are_measured(void)
{
    struct addressing a = read_with("Subject: x\r\n", "Fine.\r\n> Shall we meet?\r\n> Or not?\r\n");
    g_assert_false(a.asks);
    g_assert_cmpuint(a.text_length, <, 10);
    g_assert_true(read_with("Subject: x\r\n", "Shall we meet?\r\n").asks);
    g_assert_false(read_with("Subject: x\r\n", "See https://x.example/?a=b today\r\n").asks);
    g_assert_false(read_with("Subject: x\r\n", "? is a question mark\r\n").asks);
    g_assert_cmpuint(read_with("Subject: x\r\n", "").text_length, ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/addressing/place", places_are_told);
    g_test_add_func("/addressing/subject", subjects_are_read);
    g_test_add_func("/addressing/text", texts_are_measured);
    return g_test_run();
}
