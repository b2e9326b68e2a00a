/* Mail to many marks itself: List-* (RFC 2369, 2919), Precedence, Feedback-ID, fields of bulk
 * mailers. Tells discussion lists from brands, whose mailers write List-Id as well. */
#include <string.h>

#include "kind-bulk.h"

/* Fields that programs for campaigns add. Senders of single messages add some of them too,
 * hence the small weights. */
static const struct {
    const char *name;
    float weight;
} campaign_fields[] = {
    { "X-Campaign", 0.7f },       { "X-Campaign-ID", 0.7f },   { "X-CampaignID", 0.7f },
    { "X-Campaignid", 0.7f },     { "X-MailChimp-Campaign", 1 }, { "X-RPCampaign", 0.7f },
    { "X-Mailin-Campaign", 0.7f }, { "X-CSA-Complaints", 0.5f }, { "X-Mailing-Id", 0.7f },
    { "X-BulkMail", 1 },          { "X-Bulkmail", 1 },         { "X-EmarSys-Identify", 0.5f },
    { "X-MC-User", 0.5f },        { "X-Maillist-Id", 0.7f },   { "X-Maillist-Guid", 0.5f },
    { "X-SFMC-Stack", 0.4f },     { "X-Newsletter", 1 },       { "X-Mailer-Campaign", 0.7f },
    { "X-Job", 0.4f },            { "X-SG-EID", 0.2f },        { "X-MSFBL", 0.2f },
    { "X-Feedback-ID", 0.3f },    { "Feedback-ID", 0.3f },     { "X-Campaign-Name", 0.7f },
};

static const char *value_of(const struct message *m, const char *name)
{
    const struct header *header = message_header(m, name);
    return header ? header->value : "";
}

static bool is_bulk_precedence(const char *precedence)
{
    return !strcmp(precedence, "bulk") || !strcmp(precedence, "junk") ||
           !strcmp(precedence, "list");
}

/* `[name]` at the start of a subject, behind any Re: */
static bool has_tag(const char *subject)
{
    const char *open = strchr(subject, '[');
    const char *close = open ? strchr(open, ']') : NULL;
    return close && open - subject <= 10 && close - open > 2 && close - open < 40;
}

/* The tag is a name: one word, and no shout of a gateway's ("[EXTERNAL]"). */
static bool has_named_tag(const char *subject)
{
    const char *open = strchr(subject, '[');
    size_t len = open ? strcspn(open, "] ") : 0;
    bool small = false;
    for (size_t i = 1; i < len; i++)
        small |= g_ascii_islower(open[i]);
    return has_tag(subject) && open[len] == ']' && small;
}

/* NAME@..., of LEN bytes. */
static bool is_local_part(const char *mailbox, const char *name, size_t len)
{
    return !g_ascii_strncasecmp(mailbox, name, len) && mailbox[len] == '@';
}

/* MAILBOX is hers, to which it came, or the author's: that of no list. */
static bool is_ones_own(const struct message *m, const char *mailbox)
{
    for (unsigned i = 0; m->delivered_to[i]; i++)
        if (!g_ascii_strcasecmp(m->delivered_to[i], mailbox))
            return true;
    return !g_ascii_strcasecmp(m->author.mailbox, mailbox);
}

/* "[yard:0412]" to yard@, or to be answered there: the list counts its letters (fml and others), and writes
 * no field. */
static bool is_numbered(const struct message *m)
{
    const char *open = strchr(m->subject, '[');
    size_t len = open && open - m->subject <= 10 ? strcspn(open + 1, ":] ") : 0;
    if (len < 3 || !(open[1 + len] == ':' || open[1 + len] == ' '))
        return false;
    size_t digits = strspn(open + 2 + len, "0123456789");
    if (!digits || open[2 + len + digits] != ']')
        return false;
    bool list = is_local_part(m->reply_to.mailbox, open + 1, len) && !is_ones_own(m, m->reply_to.mailbox);
    for (uint32_t i = 0; i < MIN(m->n_recipients, 10u); i++)
        list |= is_local_part(m->recipients[i].mailbox, open + 1, len) &&
                !is_ones_own(m, m->recipients[i].mailbox);
    return list;
}

/* The list's own address among the recipients: its local part is in the list's identifier. */
static bool is_recipient(const struct message *m)
{
    for (uint32_t i = 0; i < MIN(m->n_recipients, 10u); i++) {
        const char *mailbox = m->recipients[i].mailbox, *at = strchr(mailbox, '@');
        size_t len = at ? (size_t)(at - mailbox) : 0;
        if (len > 2 && !g_ascii_strncasecmp(m->list_id, mailbox, len) && m->list_id[len] == '.')
            return true;
    }
    return false;
}

/* Services that do nothing but lists, some of which write no field that says so. */
static bool is_to_group(const struct message *m)
{
    static const char *const groups[] = { "yahoogroups.", "googlegroups.com", "groups.io", "freelists.org",
                                          "egroups.com", "topica.com", "lists.sourceforge.net" };
    for (uint32_t i = 0; i < MIN(m->n_recipients, 10u); i++) {
        const char *at = strchr(m->recipients[i].mailbox, '@');
        for (size_t k = 0; at && k < G_N_ELEMENTS(groups); k++)
            if (g_str_has_prefix(at + 1, groups[k]))
                return true;
    }
    return false;
}

/* "[Bug 397009] ...": whoever watches it writes to all who do. */
static bool is_of_bug(const struct message *m)
{
    static const char *const names[] = {"[Bug ", "[bug ", "[issue", "[Issue "};
    const char *open = strchr(m->subject, '[');
    for (size_t i = 0; open && open - m->subject <= 4 && i < G_N_ELEMENTS(names); i++) {
        const char *rest = open + strlen(names[i]);
        if (g_str_has_prefix(open, names[i]) && g_ascii_isdigit(rest[*rest == '#']))
            return strchr(rest, ']') != NULL;
    }
    return false;
}

/* A list to which one writes and many read, by its name; where answers go to a list of the same host, people
 * talk of it there. */
static bool is_announced(const struct message *m)
{
    const char *const lists[] = {m->list_id, value_of(m, "X-BeenThere"), m->responsible.mailbox};
    const char *to = strchr(m->reply_to.mailbox, '@');
    bool announced = false;
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
        const char *host = strpbrk(lists[i], *lists[i] && i == 0 ? "." : "@");
        if (to && host && !g_ascii_strcasecmp(host + 1, to + 1))
            return false;
        announced |= strcasestr(lists[i], "announce") || strcasestr(lists[i], "newsletter.") ||
                     strcasestr(lists[i], "newsletter@");
    }
    return announced && !*m->references;
}

/* Fields that only managers of discussion lists write. */
static bool has_list_manager(const struct message *m)
{
    static const char *const names[] = { "X-BeenThere", "X-Mailman-Version", "Mailing-List",
                                         "X-Mailing-List", "X-Listname", "X-ML-Name",
                                         "X-GNU-PR-Message", "X-Debian-PR-Message",
                                         "X-eGroups-Return" };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (message_header(m, names[i]))
            return true;
    const char *sender = m->responsible.mailbox;
    return g_str_has_prefix(sender, "owner-") || strstr(sender, "-admin@") ||
           strstr(sender, "-bounces@") || strstr(sender, "-bounces+") || strstr(sender, "-owner@");
}

/* Answers go to another desk of the author's, not to the list: somebody sends news by a manager of lists. */
static bool is_answered_at_desk(const struct message *m)
{
    const char *to = strchr(m->reply_to.mailbox, '@'), *from = strchr(m->author.mailbox, '@');
    if (!to || !from || *m->references || g_ascii_strcasecmp(to, from) != 0)
        return false;
    for (uint32_t i = 0; i < MIN(m->n_recipients, 10u); i++)
        if (!g_ascii_strcasecmp(m->reply_to.mailbox, m->recipients[i].mailbox))
            return false;
    return g_ascii_strcasecmp(m->reply_to.mailbox, m->author.mailbox) != 0;
}

static bool is_discussion(const struct message *m)
{
    const char *post = value_of(m, "List-Post");
    if (!g_ascii_strncasecmp(post, "no", 2) || (!*post && !*m->list_id && is_answered_at_desk(m)))
        return false; /* RFC 2369 3.4 */
    if (is_announced(m))
        return false;
    if (m->one_click && !strstr(value_of(m, "List-Post"), "mailto:"))
        return false;
    if (is_of_bug(m) || is_numbered(m))
        return true;
    if (is_to_group(m) || has_list_manager(m) || strstr(value_of(m, "List-Post"), "mailto:"))
        return true;
    if (!*m->list_id && !message_header(m, "To") && !message_header(m, "Cc") && has_named_tag(m->subject))
        return true;
    if (!*m->list_id)
        return has_tag(m->subject) && (!strcmp(m->precedence, "list") ||
                                       (!strcmp(m->precedence, "bulk") && !*m->list_unsubscribe));
    return !strcmp(m->precedence, "list") || has_tag(m->subject) || is_recipient(m) ||
           (*m->references && !strcmp(m->precedence, "bulk"));
}

/* RFC 3834: anything but "no". Exchange and others have fields of their own; what one of its users writes to
 * a group gets the first of them, too, beside those of a conversation. */
static bool is_automatic(const struct message *m)
{
    return (*m->auto_submitted && g_strcmp0(m->auto_submitted, "no") != 0) ||
           (message_header(m, "X-Auto-Response-Suppress") && !message_header(m, "Thread-Index")) ||
           message_header(m, "X-Autoreply");
}

/* Fields of vacation programs, of forwarding, and of servers that write by themselves; VALUE is in it, or
 * NULL: anything. */
static const struct {
    const char *name, *value;
} program_fields[] = {
    {"X-Autorespond", NULL},           {"X-Autoresponse", NULL},
    {"X-Autoresponder", NULL},         {"X-AutoReply-From", NULL},
    {"X-Autogenerated", NULL},         {"X-Auto-Reply", NULL},
    {"X-Mail-Autoreply", NULL},        {"X-Vacation", NULL},
    {"X-MS-Exchange-Inbox-Rules-Loop", NULL}, {"X-MS-Exchange-Generated-Message-Source", NULL},
    {"X-FC-MachineGenerated", NULL},   {"X-POST-MessageClass", "autoresponder"},
    {"X-Mailer", "vacation"},          {"X-Mailer", "autorespond"},
    {"X-Mailer", "autoreply"},         {"User-Agent", "vacation"},
    {"X-Notes-Item", "$autoforward"},  {"X-Notes-Item", "outofoffice"},
    {"X-Sieve-Redirected-From", NULL}, {"X-Forwarded-For", "@"},
    {"X-Forwarded-To", "@"},           {"X-Autoforward", NULL},
    {"Delivered-By-The-Graces-Of-God", NULL},
};

static bool has_program_field(const struct message *m)
{
    for (size_t i = 0; i < G_N_ELEMENTS(program_fields); i++) {
        const char *value = program_fields[i].value;
        const struct header *header = message_header(m, program_fields[i].name);
        g_autofree char *lower = header && value ? g_ascii_strdown(header->value, -1) : NULL;
        if (header && (!value || strstr(lower, value)))
            return true;
    }
    return false;
}

/* Trackers of tickets, bugs and code write in the name of those who wrote to them. */
static bool is_of_tracker(const struct message *m)
{
    static const char *const names[] = {"X-Bugzilla-Type", "X-Bugzilla-Product", "X-JIRA-FingerPrint",
                                        "X-Redmine-Project", "RT-Ticket", "X-RT-Loop-Prevention",
                                        "X-Trac-Project", "X-GitHub-Sender", "X-GitLab-Project",
                                        "X-OTRS-Loop", "X-Zammad-Ticket-Id"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (message_header(m, names[i]))
            return true;
    return *m->reason;
}

/* What managers of lists write, too, into what she sent to them. */
static bool says_automatic(const struct message *m)
{
    static const char *const values[] = {"bulk",       "junk",      "list", "auto_reply",
                                         "auto-reply", "autoreply", NULL};
    g_autofree char *precedence = g_ascii_strdown(m->precedence, -1);
    return !*m->list_id && !has_list_manager(m) &&
           (g_strv_contains(values, precedence) || message_header(m, "X-Loop"));
}

bool message_is_automatic(const struct message *m)
{
    const struct header *path = message_header(m, "Return-Path");
    return is_automatic(m) || says_automatic(m) || m->calendar_reply || *m->report || has_program_field(m) ||
           (path && !strcmp(path->value, "<>")) ||
           !g_ascii_strncasecmp(value_of(m, "Content-Type"), "multipart/report", 16);
}

struct bulk bulk_read(const struct message *m)
{
    struct bulk bulk = { .automatic = is_automatic(m) || is_of_tracker(m), .discussion = is_discussion(m) };
    bulk.strength += *m->list_unsubscribe ? 1 : 0;
    bulk.strength += m->one_click ? 0.3f : 0;
    bulk.strength += *m->list_id ? 0.4f : 0;
    bulk.strength += is_bulk_precedence(m->precedence) ? 0.7f : 0;
    for (size_t i = 0; i < G_N_ELEMENTS(campaign_fields); i++)
        if (message_header(m, campaign_fields[i].name))
            bulk.strength += campaign_fields[i].weight;
    bulk.headers = *m->list_unsubscribe || *m->list_id || is_bulk_precedence(m->precedence) ||
                   message_header(m, "Feedback-ID") || message_header(m, "X-Feedback-ID") ||
                   bulk.strength >= 0.7f || bulk.discussion;
    bulk.faint = bulk.headers && bulk.strength < 0.4f && !bulk.discussion;
    return bulk;
}
