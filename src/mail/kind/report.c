/* Reads what a report names: Message-IDs and addresses, by lines, since servers wrote them so long before
 * there was a standard, and some do today. */
#include <string.h>

#include "mail/report.h"

#define TEXT_BYTES (64u << 10) /* of text that are looked through */
#define MOST_ADDRESS 320
#define SPOKEN_BYTES 4000 /* of the text that speaks of recipients; what is returned comes behind */

static void add(GPtrArray *to, const char *from, size_t len, guint most)
{
    if (!len || len > 998 || to->len >= most)
        return;
    g_autofree char *one = g_strndup(from, len);
    for (guint i = 0; i < to->len; i++)
        if (!strcmp(to->pdata[i], one))
            return;
    g_ptr_array_add(to, g_steal_pointer(&one));
}

/* Behind `NAME:`, where P is the start of a line, quoted or not; or NULL. */
static const char *value_of(const char *p, const char *name)
{
    p += strspn(p, " \t>|*");
    size_t len = strlen(name);
    return !g_ascii_strncasecmp(p, name, len) && p[len] == ':' ? p + len + 1 : NULL;
}

/* The identifier may stand on the next line. */
static void read_id(GPtrArray *ids, const char *value)
{
    value += strspn(value, " \t\r\n>|");
    size_t len = *value == '<' ? strcspn(value + 1, ">\r\n") : 0;
    if (*value == '<')
        add(ids, value + 1, len, REPORT_IDS);
    else if ((len = strcspn(value, " \t\r\n")) && memchr(value, '@', len))
        add(ids, value, len, REPORT_IDS);
}

static bool is_in_address(char c)
{
    return g_ascii_isalnum(c) || (c && strchr(".!#$%&'*+/=?^_`{|}~-", c));
}

/* Addresses of at most LEN bytes of TEXT, whatever stands around them. */
static void read_addresses(GPtrArray *to, const char *text, size_t len)
{
    for (const char *at = text; (at = memchr(at, '@', len - (size_t)(at - text))); at++) {
        const char *from = at, *end = at + 1;
        while (from > text && is_in_address(from[-1]) && at - from < MOST_ADDRESS)
            from--;
        while (end < text + len && (g_ascii_isalnum(*end) || *end == '-' || *end == '.'))
            end++;
        while (end > at + 1 && end[-1] == '.')
            end--;
        if (from == at || end == at + 1 || !memchr(at, '.', (size_t)(end - at)))
            continue;
        g_autofree char *lower = g_ascii_strdown(from, end - from);
        add(to, lower, strlen(lower), REPORT_RECIPIENTS);
    }
}

static void read_lines(const char *text, GPtrArray *ids, GPtrArray *recipients)
{
    static const char *const named[] = {"Final-Recipient", "Original-Recipient", "X-Actual-Recipient",
                                        "X-Failed-Recipients", "Original-Rcpt-To"};
    const char *end = text + strnlen(text, TEXT_BYTES);
    for (const char *line = text; line < end; line++) {
        const char *next = memchr(line, '\n', (size_t)(end - line)), *value;
        next = next ? next : end;
        if ((value = value_of(line, "Message-ID")) || (value = value_of(line, "Original-Message-ID")))
            read_id(ids, value);
        for (size_t i = 0; i < G_N_ELEMENTS(named); i++)
            if ((value = value_of(line, named[i])) && value < next)
                read_addresses(recipients, value, (size_t)(next - value));
        line = next;
    }
}

void report_read(const struct message *message, struct reported *report)
{
    GPtrArray *ids = g_ptr_array_new(), *recipients = g_ptr_array_new();
    read_lines(message->report_text, ids, recipients);
    read_lines(message->text, ids, recipients);
    for (const char *const *id = message->references; *id; id++)
        add(ids, *id, strlen(*id), REPORT_IDS);
    const struct header *failed = message_header(message, "X-Failed-Recipients");
    if (failed)
        read_addresses(recipients, failed->value, strlen(failed->value));
    read_addresses(recipients, message->text, strnlen(message->text, SPOKEN_BYTES));
    g_ptr_array_add(ids, NULL);
    g_ptr_array_add(recipients, NULL);
    report->ids = (char **)g_ptr_array_free(ids, FALSE);
    report->recipients = (char **)g_ptr_array_free(recipients, FALSE);
}

void report_clear(struct reported *report)
{
    g_clear_pointer(&report->ids, g_strfreev);
    g_clear_pointer(&report->recipients, g_strfreev);
}

bool author_is_local(const struct message *message)
{
    static const char *const local[] = {".local", ".localdomain", ".lan", ".internal", ".home.arpa", ".home",
                                        ".intranet", ".localhost"};
    const char *mailbox = message->author.mailbox, *at = strrchr(mailbox, '@');
    if (!at || !strchr(at, '.'))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(local); i++)
        if (g_str_has_suffix(at, local[i]))
            return true;
    return false;
}
