/* Whatever the bytes are, there is a message: fields, text, parts and bounds, with made-up mail
 * and, where it is there, with the real mail of HEED_CORPORA (or ../shared/corpora). */
#include <fcntl.h>
#include <ftw.h>
#include <string.h>
#include <unistd.h>

#include "unit.h"
#include "mail/message.h"

static struct message *parse_limited(const char *bytes, size_t len,
                                     const struct message_limits *limits)
{
    struct spool *spool = spool_of(bytes, len);
    struct message *message = NULL;
    g_assert_cmpint(message_parse(spool, 0, limits, &message, NULL), ==, STATUS_OK);
    spool_free(spool);
    g_assert_true(g_utf8_validate(message->text, -1, NULL));
    g_assert_true(g_utf8_validate(message->html_text, -1, NULL));
    g_assert_true(g_utf8_validate(message->subject, -1, NULL));
    return message;
}

static struct message *parse(const char *text)
{
    return parse_limited(text, strlen(text), NULL);
}

/* Encoded whole or in pieces; what stands outside of encoded words is the address. */
static void test_encoded_authors(void)
{
    static const char *const same[] = {
        "=?UTF-8?B?Sm8gTWF5IDxqb0BmaXJtLmV4YW1wbGU+?=",
        "=?UTF-8?Q?Jo_May_=3Cjo=40firm.example=3E?=",
        "=?UTF-8?Q?Jo_May_<jo@firm.example>?=",
        "=?UTF-8?B?Sm8gTWF5IA==?= =?UTF-8?B?PGpvQGZpcm0uZXhhbXBsZT4=?=",
        "=?UTF-8?B?Sm8gTWF5IDxqb0BmaQ==?=\n =?UTF-8?B?cm0uZXhhbXBsZT4=?=",
        "\"=?UTF-8?B?Sm8gTWF5IDxqb0BmaXJtLmV4YW1wbGU+?=\"",
        "Jo May <=?UTF-8?B?am9AZmlybS5leGFtcGxl?=>",
        "=?UTF-8?B?Sm8gTWF5?= <=?UTF-8?B?am9AZmlybS5leGFtcGxl?=>",
        "Jo =?UTF-8?B?TWF5IDxqb0BmaXJtLmV4YW1wbGU+?=",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(same); i++) {
        g_autofree char *text = g_strdup_printf("From: %s\nSubject: x\n\nx\n", same[i]);
        owned(message) m = parse(text);
        if (strcmp(m->author.mailbox, "jo@firm.example") || strcmp(m->author.name, "Jo May"))
            g_error("%s: %s, %s", same[i], m->author.name, m->author.mailbox);
    }
    owned(message) both =
        parse("From: =?UTF-8?B?UGF5UGFsIDxzZXJ2aWNlQHBheXBhbC5jb20+?= <jo@firm.example>\n\nx\n");
    g_assert_cmpstr(both->author.mailbox, ==, "jo@firm.example");
    owned(message) none = parse("From: =?UTF-8?B?Sm8gTWF5?=\n\nx\n");
    g_assert_cmpstr(none->author.mailbox, ==, "");
}

static void test_plain(void)
{
    owned(message) m = parse(
        "Return-Path: <x@y.example>\nDelivered-To: ada@home.example\n"
        "X-Original-To: <ada+shop@home.example>\n"
        "Received: from a by b; Mon, 4 Mar 2024 10:00:05 +0100\n"
        "Received: from c by a; Mon, 4 Mar 2024 09:00:00 +0100\n"
        "From: \"Bea Mor\" <Bea.Mor@MOR.example>\nSender: <desk@mor.example>\n"
        "Reply-To: Answers <answers@mor.example>\n"
        "To: Ada <ada@home.example>, friends: tom@t.example, Eve <eve@e.example>;\nCc: c@c.example\n"
        "Subject: Hello\n\tagain\nDate: Mon, 4 Mar 2024 09:59:00 +0100\nMessage-ID: <one@mor.example>\n"
        "In-Reply-To: <zero@home.example>\nReferences: <a@h.example> <b@h.example>\n <zero@home.example>\n"
        "List-Id: The club <Club.Lists.Example>\nList-Unsubscribe: <https://u.example/1>\n"
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click\nPrecedence: Bulk\n"
        "Auto-Submitted: auto-generated\n\nSee https://x.example/a?b=1, please.\n");
    g_assert_cmpstr(m->subject, ==, "Hello again");
    g_assert_cmpstr(m->id, ==, "one@mor.example");
    g_assert_false(m->id_made_up);
    g_assert_cmpint(m->date, ==, 1709542740);
    g_assert_cmpint(m->received, ==, 1709542805);
    g_assert_cmpstr(m->author.name, ==, "Bea Mor");
    g_assert_cmpstr(m->author.mailbox, ==, "Bea.Mor@mor.example");
    g_assert_cmpuint(m->n_from, ==, 1);
    g_assert_cmpstr(m->responsible.mailbox, ==, "desk@mor.example");
    g_assert_cmpstr(m->reply_to.name, ==, "Answers");
    g_assert_cmpuint(m->n_recipients, ==, 4);
    g_assert_cmpstr(m->recipients[2].mailbox, ==, "eve@e.example");
    g_assert_cmpstr(m->delivered_to[0], ==, "ada@home.example");
    g_assert_cmpstr(m->delivered_to[1], ==, "ada+shop@home.example");
    g_assert_null(m->delivered_to[2]);
    g_assert_cmpstr(m->references[0], ==, "zero@home.example");
    g_assert_cmpstr(m->references[1], ==, "b@h.example");
    g_assert_cmpstr(m->references[2], ==, "a@h.example");
    g_assert_null(m->references[3]);
    g_assert_cmpstr(m->list_id, ==, "club.lists.example");
    g_assert_cmpstr(m->list_unsubscribe, ==, "<https://u.example/1>");
    g_assert_true(m->one_click);
    g_assert_cmpstr(m->precedence, ==, "bulk");
    g_assert_cmpstr(m->auto_submitted, ==, "auto-generated");
    g_assert_cmpuint(m->n_links, ==, 1);
    g_assert_cmpstr(m->links[0].href, ==, "https://x.example/a?b=1");
    g_assert_cmpstr(m->links[0].host, ==, "x.example");
    g_assert_cmpuint(m->limits, ==, 0);
    g_assert_cmpstr(message_header(m, "subject")->name, ==, "Subject");
    g_assert_null(message_header(m, "X-None"));
}

static void test_header_text(void)
{
    owned(message) m = parse("From: =?iso-8859-1?q?J=FCrgen?= <j@j.example>\n"
                             "Subject: =?utf-8?b?R3LDvMOfZQ==?= =?utf-8?q?_aus_K=C3=B6ln?=\n"
                             "X-Raw: caf\xe9\nX-Bad: =?nope?q?abc?= =?utf-8?x?=\n\n.\n");
    g_assert_cmpstr(m->author.name, ==, "J\u00fcrgen");
    g_assert_cmpstr(m->subject, ==, "Gr\u00fc\u00dfe aus K\u00f6ln");
    g_assert_cmpstr(message_header(m, "X-Raw")->value, ==, "caf\u00e9");
    g_assert_true(g_utf8_validate(message_header(m, "X-Raw")->raw, -1, NULL));
    g_assert_true(g_str_has_prefix(message_header(m, "Subject")->raw, "=?utf-8?b?"));
}

static void test_made_up_id(void)
{
    owned(message) a = parse("Subject: x\n\nbody\n");
    owned(message) b = parse("Subject: x\n\nbody\n");
    owned(message) c = parse("Subject: x\n\nbodx\n");
    g_assert_true(a->id_made_up);
    g_assert_true(g_str_has_suffix(a->id, "@heed.invalid"));
    g_assert_cmpuint(strlen(a->id), ==, 32 + strlen("@heed.invalid"));
    g_assert_cmpstr(a->id, ==, b->id);
    g_assert_cmpstr(a->id, !=, c->id);
}

static void test_bare_id(void)
{
    owned(message) m = parse("Message-ID: odd one@x.example\n\nbody\n");
    g_assert_cmpstr(m->id, ==, "oddone@x.example");
    g_assert_false(m->id_made_up);
}

static void test_alternative(void)
{
    static const char mail[] =
        "Subject: x\nContent-Type: multipart/alternative; boundary=\"b c\"\n\npreamble\n"
        "--b c\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: "
        "quoted-printable\n\nDie L=F6sung steht hier ausgeschrieben.\n"
        "--b c\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        "PHA+RGllIEzDtnN1bmcgYWxzIEhUTUw8L3A+\n--b c--\n";
    owned(message) m = parse(mail);
    g_assert_cmpstr(m->text, ==, "Die L\u00f6sung als HTML\n");
    g_assert_cmpstr(m->unseen_text, ==, "Die L\u00f6sung steht hier ausgeschrieben.");
    g_assert_cmpstr(m->html_text, ==, "Die L\u00f6sung als HTML\n");
    g_assert_cmpuint(m->n_parts, ==, 3);
    g_assert_cmpuint(m->n_attachments, ==, 0);
}

static void test_empty_alternative(void)
{
    owned(message) m = parse("Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n"
                             "Content-Type: text/plain\r\n\r\n \r\n--b\r\nContent-Type: text/html\r\n"
                             "\r\n<p>Only here it says something</p>\r\n--b--\r\n");
    g_assert_cmpstr(m->text, ==, "Only here it says something\n");
}

/* What few programs show, and what is beyond bounds, is not taken for what shows. */
static void test_unseen(void)
{
    owned(message) watch = parse("Content-Type: multipart/alternative; boundary=b\n\n--b\n\nfor all\n--b\n"
                                 "Content-Type: text/watch-html\n\nfor few www.few.example\n--b--\n");
    g_assert_cmpstr(watch->text, ==, "for all");
    g_assert_nonnull(strstr(watch->unseen_text, "for few"));
    g_assert_cmpuint(watch->n_links, ==, 0);
    g_assert_cmpuint(watch->n_all_links, ==, 1);
    owned(message) file = parse("Content-Type: multipart/mixed; boundary=b\n\n--b\n"
                                "Content-Type: application/octet-stream; name=a.html\n\n<p>page</p>\n--b--\n");
    g_assert_cmpstr(file->text, ==, "");
    g_assert_cmpstr(file->unseen_text, ==, "page\n");
    owned(message) bare = parse("Content-Type: text\n\nhello\n");
    g_assert_cmpstr(bare->text, ==, "hello\n");
    g_autoptr(GString) many = g_string_new("Content-Type: multipart/mixed; boundary=b\n\n");
    for (int i = 0; i < 300; i++)
        g_string_append(many, "--b\n\n\n");
    g_string_append(many, "--b\n\nthe last\n--b--\n");
    owned(message) parts = parse(many->str);
    g_assert_nonnull(strstr(parts->unseen_text, "the last"));
    owned(message) linked = parse("Content-Type: text/html\n\n<p>https://a.example/x</p>");
    g_assert_cmpuint(linked->n_links, ==, 1);
}

static void test_attachments(void)
{
    owned(message) m = parse(
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nfirst\n--b\n"
        "Content-Type: application/pdf; name*=utf-8''Rechnung%20M%C3%A4rz.pdf\n"
        "Content-Transfer-Encoding: base64\n\nAAAA\n--b\nContent-Type: text/plain\n"
        "Content-Disposition: attachment\n\nsecret www.hidden.example\n--b\n"
        "Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VEVENT\nDTSTART:20261212\nEND:VEVENT\n--b\n"
        "Content-Type: message/rfc822\n\nSubject: inner\n\ninner text\n--b\n\nlast\n--b--\nepilogue\n");
    g_assert_cmpstr(m->text, ==, "first\nlast");
    g_assert_cmpuint(m->n_attachments, ==, 3);
    g_assert_cmpstr(m->attachments[0], ==, "Rechnung M\u00e4rz.pdf");
    g_assert_cmpstr(m->attachments[1], ==, "text/plain");
    g_assert_cmpstr(m->attachments[2], ==, "message/rfc822");
    g_assert_true(m->calendar);
    g_assert_cmpuint(m->n_links, ==, 0);
}

static void test_charsets(void)
{
    owned(message) wrong = parse("Content-Type: text/plain; charset=x-nonsense\n\nna\xefve \x80 5\n");
    g_assert_cmpstr(wrong->text, ==, "na\u00efve \u20ac 5\n");
    owned(message) none = parse("Subject: x\n\ngr\xc3\xbc\xc3\x9f dich\n");
    g_assert_cmpstr(none->text, ==, "gr\u00fc\u00df dich\n");
    owned(message) koi = parse("Content-Type: text/plain; charset=koi8-r\n\n\xf0\xd2\xc9\n");
    g_assert_cmpstr(koi->text, ==, "\u041f\u0440\u0438\n");
    owned(message) html = parse("Content-Type: text/html\n\n<meta charset=iso-8859-1><p>gr\xfc\xdf");
    g_assert_cmpstr(html->text, ==, "gr\u00fc\u00df\n");
    static const char nul[] = "Subject: a\0b\n\nx\0y\n";
    owned(message) with_nul = parse_limited(nul, sizeof nul - 1, NULL);
    g_assert_cmpstr(with_nul->text, ==, "xy\n");
    g_assert_cmpstr(with_nul->subject, ==, "a b");
}

static void test_odd_shapes(void)
{
    owned(message) empty = parse("");
    g_assert_cmpstr(empty->text, ==, "");
    g_assert_true(empty->id_made_up);
    g_assert_cmpstr(empty->author.mailbox, ==, "");
    owned(message) body = parse("Hello there,\nno header at all\n");
    g_assert_cmpstr(body->text, ==, "Hello there,\nno header at all\n");
    g_assert_cmpuint(body->n_headers, ==, 0);
    owned(message) blank = parse("\nbody\n");
    g_assert_cmpstr(blank->text, ==, "body\n");
    owned(message) mbox = parse("From x@y.example Mon Mar  4 10:00:00 2024\nSubject: s\n\nb\n");
    g_assert_cmpstr(mbox->subject, ==, "s");
    owned(message) stray = parse("Subject: s\ngarbage in between\nFrom: a@b.example\n\nb\n");
    g_assert_cmpstr(stray->author.mailbox, ==, "a@b.example");
    owned(message) cut = parse("Subject: s");
    g_assert_cmpstr(cut->subject, ==, "s");
    owned(message) crlf = parse("Subject: s\r\n\r\nline\r\n");
    g_assert_cmpstr(crlf->text, ==, "line\r\n");
    owned(message) open = parse("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nnever closed\n");
    g_assert_cmpstr(open->text, ==, "never closed\n");
    owned(message) none = parse("Content-Type: multipart/mixed; boundary=b\n\nno part at all\n");
    g_assert_nonnull(strstr(none->text, "no part at all"));
}

static void test_from_fields(void)
{
    owned(message) two = parse("From: a@a.example\nFrom: b@b.example, c@c.example\n\nx\n");
    g_assert_cmpuint(two->n_from, ==, 3);
    g_assert_cmpstr(two->author.mailbox, ==, "a@a.example");
    owned(message) odd = parse("From: <<a@a.example> \"\n\nx\n");
    g_assert_cmpstr(odd->author.mailbox, ==, "a@a.example");
    owned(message) bad = parse("From: Nobody\n\nx\n");
    g_assert_cmpstr(bad->author.mailbox, ==, "");
    owned(message) quoted = parse("From: \"a@trick.example\" <b@b.example>\n\nx\n");
    g_assert_cmpstr(quoted->author.mailbox, ==, "b@b.example");
    g_assert_cmpstr(quoted->author.name, ==, "a@trick.example");
}

/* MANY times TEXT. */
static GString *repeat(GString *to, const char *text, int many)
{
    for (int i = 0; i < many; i++)
        g_string_append(to, text);
    return to;
}

static void check_limit(GString *mail, uint32_t bit)
{
    owned(message) m = parse_limited(mail->str, mail->len, NULL);
    g_assert_cmphex(m->limits & bit, ==, bit);
    g_string_free(mail, TRUE);
}

static void test_bounds(void)
{
    check_limit(repeat(g_string_new("Subject: x\n"), "X-A: b\n", 100000), LIMIT_HEADERS);
    check_limit(repeat(g_string_new("Subject: "), "long ", 100000), LIMIT_HEADER_BYTES);
    check_limit(repeat(g_string_new("To: "), "a@b.example,", 1000), LIMIT_ADDRESSES);
    check_limit(repeat(g_string_new("Content-Type: multipart/mixed; boundary=b\n\n"), "--b\n\nx\n",
                       5000), LIMIT_PARTS);
    check_limit(repeat(g_string_new("Subject: x\n\n"), "words and words\n", 30000), LIMIT_TEXT);
    check_limit(repeat(g_string_new("Subject: x\n\n"), "http://a.example/ \n", 1000), LIMIT_LINKS);
    GString *deep = g_string_new(NULL);
    for (int i = 0; i < 2000; i++)
        g_string_append_printf(deep, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i);
    check_limit(deep, LIMIT_DEPTH);
    check_limit(repeat(g_string_new(NULL), "Content-Type: message/rfc822\n\n", 2000), LIMIT_DEPTH);
}

static void test_own_limits(void)
{
    struct message_limits limits = { .headers = 2, .links = 1, .text_bytes = 40 };
    static const char mail[] = "A: 1\nB: 2\nSubject: late\n\n"
                               "http://a.example/ http://b.example/ and more than forty bytes";
    owned(message) m = parse_limited(mail, sizeof mail - 1, &limits);
    g_assert_cmpuint(m->n_headers, ==, 2);
    g_assert_cmpstr(m->subject, ==, "");
    g_assert_cmpuint(m->n_links, ==, 1);
    g_assert_cmpuint(strlen(m->text), ==, 40);
    g_assert_cmphex(m->limits, ==, LIMIT_HEADERS | LIMIT_LINKS | LIMIT_TEXT);
}

/* A part behind a large attachment is still found, from a file as from memory. */
static void test_large_file(void)
{
    g_autoptr(GString) mail = g_string_new("Content-Type: multipart/mixed; boundary=b\n\n--b\n"
                                           "Content-Disposition: attachment; filename=big\n\n");
    repeat(mail, "0123456789012345678901234567890123456789012345678901234567890123456789\n", 60000);
    g_string_append(mail, "--b\nContent-Type: text/plain\n\nbehind it\n--b--\n");
    g_autofree char *path = NULL;
    int fd = g_file_open_tmp("heed-XXXXXX", &path, NULL);
    g_assert_true(write_all(fd, mail->str, mail->len));
    g_assert_cmpint(lseek(fd, 0, SEEK_SET), ==, 0);
    struct spool *spool = NULL;
    g_assert_cmpint(spool_read(fd, g_get_tmp_dir(), &spool, NULL), ==, STATUS_OK);
    g_assert_null(spool_memory(spool));
    struct message *m = NULL;
    g_assert_cmpint(message_parse(spool, 0, NULL, &m, NULL), ==, STATUS_OK);
    g_assert_cmpstr(m->text, ==, "behind it");
    g_assert_cmpstr(m->attachments[0], ==, "big");
    g_assert_cmpuint(m->size, ==, mail->len);
    message_free(m);
    spool_free(spool);
    close(fd);
    unlink(path);
}

static int n_files;

static int parse_file(const char *path, const struct stat *info, int type)
{
    if (type != FTW_F || info->st_size > (32 << 20))
        return 0;
    g_autofree char *bytes = NULL;
    gsize len;
    if (!g_file_get_contents(path, &bytes, &len, NULL))
        return 0;
    owned(message) m = parse_limited(bytes, len, NULL);
    for (uint32_t i = 0; i < m->n_headers; i++)
        g_assert_true(g_utf8_validate(m->headers[i].value, -1, NULL));
    for (uint32_t i = 0; i < m->n_links; i++)
        g_assert_true(g_utf8_validate(m->links[i].text, -1, NULL));
    g_assert_cmpstr(m->id, !=, "");
    n_files++;
    return 0;
}

static void test_corpora(void)
{
    const char *folder = g_getenv("HEED_CORPORA");
    if (!folder)
        folder = "../shared/corpora";
    if (!g_file_test(folder, G_FILE_TEST_IS_DIR)) {
        g_test_skip("no real mail: set HEED_CORPORA or put it in ../shared/corpora");
        return;
    }
    g_assert_cmpint(ftw(folder, parse_file, 20), ==, 0);
    g_assert_cmpint(n_files, >, 0);
    g_test_message("%d files", n_files);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    message_init();
    g_test_add_func("/message/plain", test_plain);
    g_test_add_func("/message/encoded-authors", test_encoded_authors);
    g_test_add_func("/message/header-text", test_header_text);
    g_test_add_func("/message/made-up-id", test_made_up_id);
    g_test_add_func("/message/bare-id", test_bare_id);
    g_test_add_func("/message/alternative", test_alternative);
    g_test_add_func("/message/empty-alternative", test_empty_alternative);
    g_test_add_func("/message/unseen", test_unseen);
    g_test_add_func("/message/attachments", test_attachments);
    g_test_add_func("/message/charsets", test_charsets);
    g_test_add_func("/message/odd-shapes", test_odd_shapes);
    g_test_add_func("/message/from-fields", test_from_fields);
    g_test_add_func("/message/bounds", test_bounds);
    g_test_add_func("/message/own-limits", test_own_limits);
    g_test_add_func("/message/large-file", test_large_file);
    g_test_add_func("/message/corpora", test_corpora);
    return g_test_run();
}
