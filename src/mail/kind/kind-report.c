/* Tells reports: of delivery (RFC 3464, and of the many servers that write none), of reading (RFC 8098), of
 * complaints (RFC 5965), vacation answers (RFC 3834), and what cron, disks and backups say in the house. */
#include <string.h>

#include "kind-report.h"
#include "mail/received.h"
#include "mail/report.h"

#define SHORT_DOMAIN_MOST 64
#define READ_WORDS 60
#define LOGGED 6  /* codes and long numbers */
#define COMMON 10 /* words to each that every text has */

/* The null reverse-path (RFC 5321 4.5.5), as the server wrote it down. */
static bool has_null_path(const struct message *m)
{
    const struct header *path = message_header(m, "Return-Path");
    return path && (!strcmp(path->value, "<>") || !*path->value);
}

/* A mail system, or nobody. */
static bool is_mail_system(const struct message *m, const struct evidence *e)
{
    return e->local[WORD_BOUNCE].best > 0 || !*m->author.mailbox || has_null_path(m) ||
           g_str_has_prefix(m->author.mailbox, "<");
}

static bool has_field(const struct message *m, const char *const *names)
{
    for (; *names; names++)
        if (message_header(m, *names))
            return true;
    return false;
}

static const char *of_parts(const struct message *m)
{
    static const char *const rows[][2] = {{"delivery-status", "a letter's delivery"},
                                          {"disposition-notification", "a letter that was opened"},
                                          {"feedback-report", "a complaint about a letter"}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (!strcmp(m->report, rows[i][0]))
            return rows[i][1];
    return NULL;
}

static bool is_bounce(const struct message *m, const struct evidence *e)
{
    float subject = e->subject[WORD_BOUNCE].best, body = support_value(&e->body[WORD_BOUNCE]);
    static const char *const fields[] = {"X-Failed-Recipients", NULL};
    if (has_field(m, fields))
        return subject + body > 0;
    if (is_mail_system(m, e))
        return subject >= 3 || body >= 2.5f;
    return subject >= 3 && body >= 2.5f && (e->automatic || e->role) && !e->bulk_headers;
}

/* What servers tell the owner of a domain of letters under its name, by the form of the subject:
 * RFC 7489 7.2.1.1, RFC 8460 5.3. Some leave out the Report-ID. */
static bool is_aggregate(const struct message *m)
{
    return strcasestr(m->subject, "report domain:") && strcasestr(m->subject, "submitter:");
}

/* A feedback loop whose reports have no parts for programs. */
static bool is_complaint(const struct message *m)
{
    static const char form[] = "complaint about message from ";
    return !g_ascii_strncasecmp(m->subject, form, sizeof form - 1) &&
           strspn(m->subject + sizeof form - 1, "0123456789.:abcdefABCDEF[]") >= 7;
}

/* "Read: " and the letter's subject, as mail programs put it in the language of who read it, and hardly a
 * word besides. */
static bool is_read(const struct message *m, const struct evidence *e)
{
    static const char *const marks[] = {
        "Read", "Gelesen", "Lu", "Leído", "Letto", "Gelezen", "Lida", "Lido", "Przeczytano", "Přečteno",
        "Přečtené", "Läst", "Lest", "Læst", "Okundu", "Прочитано", "Прочтено", "Olvasott", "Elolvasva",
        "Αναγνώστηκε", "Διαβάστηκε", "已读", "已讀", "開封済み", "開封済", "읽음"};
    for (size_t i = 0; i < G_N_ELEMENTS(marks) && e->words < READ_WORDS; i++) {
        const char *rest = m->subject + strlen(marks[i]);
        if (g_str_has_prefix(m->subject, marks[i]) && *(rest += strspn(rest, " ")) == ':')
            return m->n_links == 0;
    }
    return false;
}

/* Jobs and disks write from a host without a domain, or under the name of what they are. */
static bool is_machine(const struct message *m, const struct evidence *e)
{
    static const char *const fields[] = {"X-Cron-Env", "X-Logwatch", NULL};
    bool said = e->subject[WORD_MACHINE].best > 0 || support_value(&e->body[WORD_MACHINE]) > 0;
    if (has_field(m, fields))
        return true;
    if (author_is_local(m)) /* people write so, too, from one desk of the house to the next */
        return e->local[WORD_MACHINE].best > 0 || (received_inside(m) && (e->automatic || said));
    bool outright = e->automatic && !e->reply && e->subject[WORD_MACHINE].best >= 3 &&
                    e->subject[KIND_ACCOUNT].best == 0;
    /* The log itself: numbers, and hardly a word of a language. */
    bool numbers = e->codes + e->longs >= LOGGED && COMMON * e->common < e->words;
    bool named = e->local[WORD_MACHINE].best >= 2 ||
                 ((said || numbers) && !e->reply && evidence_of_name(m, WORD_MACHINE) >= 2);
    bool logged = named && m->n_links == 0 && numbers;
    /* It may tell all who watch, by a list, and has not a word of news or of how to leave. */
    bool watched = outright && e->body[WORD_AUTOMATIC].best > 0 && e->body[WORD_BULK].best == 0 &&
                   e->subject[KIND_NEWSLETTER].best + e->subject[KIND_PROMOTION].best == 0;
    return ((named || outright) && said && !e->bulk_headers) || logged || watched;
}

const char *report_says(const struct message *m, const struct evidence *e)
{
    const char *parts = of_parts(m);
    if (parts)
        return parts;
    if (is_bounce(m, e))
        return "a letter that was not delivered";
    if (is_aggregate(m))
        return "letters in the name of a domain";
    if (is_complaint(m))
        return "a complaint about a letter";
    if (is_machine(m, e))
        return "a machine of the house";
    return NULL;
}

bool report_excuses(const struct evidence *e)
{
    return e->subject[WORD_AWAY].best > 0 && e->renamed;
}

const char *report_answers(const struct message *m, const struct evidence *e)
{
    static const char *const fields[] = {"X-Autoreply", "X-Autorespond", "X-AutoReply-From", "X-Vacation",
                                         "X-Mail-Autoreply", "X-Auto-Reply", NULL};
    bool answers = g_str_has_prefix(m->auto_submitted, "auto-replied");
    bool suppressed = message_header(m, "X-Auto-Response-Suppress");
    bool field = has_field(m, fields) || !strcmp(m->precedence, "auto_reply");
    bool generated = g_str_has_prefix(m->auto_submitted, "auto-generated");
    bool told = answers || generated || suppressed || has_null_path(m);
    if ((e->subject[WORD_SEEN].best > 0 && told) || is_read(m, e))
        return "a letter that was opened";
    bool away = e->subject[WORD_AWAY].best > 0, many = !strcmp(m->precedence, "bulk") ||
                                                       !strcmp(m->precedence, "junk");
    bool program = answers || field || suppressed || many || e->automatic || has_null_path(m);
    if (away && (program || report_excuses(e) || e->body[WORD_AWAY].best > 0))
        return "somebody who is away";
    return answers || field ? "an automatic answer" : NULL;
}
