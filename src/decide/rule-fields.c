/* What a condition can ask: one table of fields with their names and help, from which the parser, `heed check
 * --fields`, heed-rules(5) and its test follow. Every finding of the filters is a field as well. */
#include <math.h>
#include <string.h>

#include "filters/filter.h"
#include "rule-private.h"
#include "base/text.h"

#define DAY 86400.0

/* --- texts ------------------------------------------------------------------------------------------------------ */

static const char *only(const char *text, unsigned index)
{
    return index || !text || !*text ? NULL : text;
}

static const char *of_address(const char *name, const char *mailbox, char **free)
{
    if (!*name)
        return mailbox;
    return *free = g_strdup_printf("%s <%s>", name, mailbox);
}

static const char *text_author(const struct sight *s, const char *argument, unsigned index, char **free)
{
    (void)argument;
    const struct sender *sender = s->facts->sender;
    return index || !*sender->address ? NULL : of_address(sender->name, sender->address, free);
}

static const char *text_organisation(const struct sight *s, const char *argument, unsigned index, char **free)
{
    (void)argument, (void)free;
    return only(s->facts->sender->organisation, index);
}

static const char *text_to(const struct sight *s, const char *argument, unsigned index, char **free)
{
    (void)argument;
    const struct message *m = s->facts->message;
    if (index < m->n_recipients)
        return of_address(m->recipients[index].name, m->recipients[index].mailbox, free);
    for (unsigned i = 0; m->delivered_to[i]; i++)
        if (i == index - m->n_recipients)
            return m->delivered_to[i];
    return NULL;
}

static const char *text_reply_to(const struct sight *s, const char *argument, unsigned index, char **free)
{
    (void)argument;
    const struct address *reply = &s->facts->message->reply_to;
    return index || !*reply->mailbox ? NULL : of_address(reply->name, reply->mailbox, free);
}

static const char *text_header(const struct sight *s, const char *argument, unsigned index, char **free)
{
    (void)free;
    const struct message *m = s->facts->message;
    for (uint32_t i = 0; i < m->n_headers; i++)
        if (g_ascii_strcasecmp(m->headers[i].name, argument) == 0 && index-- == 0)
            return m->headers[i].value;
    return NULL;
}

static const char *text_links(const struct sight *s, const char *argument, unsigned index, char **free)
{
    (void)argument, (void)free;
    const struct message *m = s->facts->message;
    return index < m->n_links ? m->links[index].href : NULL;
}

static const char *text_attachment(const struct sight *s, const char *argument, unsigned index, char **free)
{
    (void)argument, (void)free;
    return s->facts->message->attachments[index]; /* NULL-ended, and asked in order */
}

#define TEXT_OF(name, expression)                                                                             \
    static const char *name(const struct sight *s, const char *argument, unsigned index, char **free)        \
    {                                                                                                         \
        (void)argument, (void)free;                                                                           \
        return only(expression, index);                                                                       \
    }
TEXT_OF(text_name, s->facts->sender->name)
TEXT_OF(text_list, s->facts->sender->list)
TEXT_OF(text_subject, s->facts->message->subject)
TEXT_OF(text_body, s->facts->message->text)
TEXT_OF(text_id, s->facts->message->id)

static enum known cut(const struct sight *s, uint32_t limits)
{
    return s->facts->message->limits & (limits | LIMIT_UNPARSABLE) ? NO : YES;
}
static enum known whole_headers(const struct sight *s)
{
    return cut(s, LIMIT_HEADERS | LIMIT_HEADER_BYTES);
}
static enum known whole_body(const struct sight *s)
{
    return cut(s, LIMIT_TEXT | LIMIT_PARTS | LIMIT_DEPTH | LIMIT_SIZE);
}
static enum known whole_links(const struct sight *s)
{
    return cut(s, LIMIT_LINKS | LIMIT_TEXT | LIMIT_PARTS | LIMIT_DEPTH | LIMIT_SIZE);
}
static enum known whole_attachments(const struct sight *s)
{
    return s->facts->message->attachments && s->facts->message->n_attachments > 50 ? NO : cut(s, LIMIT_PARTS | LIMIT_DEPTH | LIMIT_SIZE);
}
static enum known whole_to(const struct sight *s)
{
    return cut(s, LIMIT_ADDRESSES | LIMIT_HEADERS);
}

/* From whom a forged message is, nobody knows. */
static enum known whole_identity(const struct sight *s)
{
    return s->facts->proven == AUTH_FAIL || !*s->facts->sender->address ? UNKNOWN : YES;
}

/* --- words ------------------------------------------------------------------------------------------------------ */

static const char *word_kind(int index)
{
    return kind_name((enum kind)index);
}
static double number_kind(const struct sight *s, const struct field *field)
{
    (void)field;
    return s->facts->kind.kind;
}

static const char *word_auth(int index) /* AUTH_UNKNOWN is not a word but what is not known */
{
    return auth_result_name((enum auth_result)(index + 1));
}
enum { PROVEN, DMARC, SPF, DKIM };
static double number_auth(const struct sight *s, const struct field *field)
{
    const struct auth *auth = &s->facts->auth;
    enum auth_result result = field->arg == DMARC  ? auth->dmarc
                              : field->arg == SPF  ? auth->spf
                              : field->arg == DKIM ? auth->dkim
                                                   : s->facts->proven;
    return result == AUTH_UNKNOWN ? NAN : (double)result - 1;
}

enum { THREAD_MINE, THREAD_OTHER, THREAD_NEW, THREADS };
static const char *word_thread(int index)
{
    static const char *const words[THREADS] = {"mine", "other", "new"};
    return words[index];
}
static double number_thread(const struct sight *s, const struct field *field)
{
    (void)field;
    if (!*s->facts->message->references)
        return THREAD_NEW;
    if (!s->facts->has_history)
        return NAN;
    return s->facts->answers_her || s->facts->thread_is_hers ? THREAD_MINE : THREAD_OTHER;
}

/* --- numbers ---------------------------------------------------------------------------------------------------- */

static double number_score(const struct sight *s, const struct field *field)
{
    return s->scores->of[field->arg];
}

enum { SIZE, ATTACHMENTS, LINKS, IMAGES, TRACKERS, RECIPIENTS, AGE, URGENCY, DISCOUNTS };
static double number_message(const struct sight *s, const struct field *field)
{
    const struct message *m = s->facts->message;
    switch (field->arg) {
    case SIZE:
        return (double)m->size;
    case ATTACHMENTS:
        return m->n_attachments;
    case LINKS:
        return m->n_links;
    case IMAGES:
        return m->n_images;
    case TRACKERS:
        return m->n_trackers;
    case RECIPIENTS:
        return m->n_recipients;
    case AGE:
        return m->date ? (double)(s->facts->now - m->date) / DAY : NAN;
    case URGENCY:
        return s->facts->kind.urgency;
    default:
        return s->facts->kind.discount;
    }
}

enum { EVERYTHING, ADDRESSED, BULK, FIRST_CONTACT, UNSUBSCRIBE, ONE_CLICK, FREE_MAIL, CALENDAR, FORM, AUTOMATIC, LEAK };
static double number_flag(const struct sight *s, const struct field *field)
{
    const struct facts *f = s->facts;
    switch (field->arg) {
    case ADDRESSED:
        return *f->user_name || f->has_history || f->addressed ? f->addressed : NAN;
    case BULK:
        return f->kind.bulk;
    case FIRST_CONTACT:
        return f->has_history ? f->stranger : NAN;
    case UNSUBSCRIBE:
        return *f->message->list_unsubscribe != '\0';
    case ONE_CLICK:
        return f->message->one_click;
    case FREE_MAIL:
        return f->sender->free_mail;
    case LEAK:
        return f->alias.use == ALIAS_USE_LEAK;
    case CALENDAR:
        return f->message->calendar;
    case FORM:
        return f->message->has_form;
    case AUTOMATIC:
        return *f->message->auto_submitted && strcmp(f->message->auto_submitted, "no") != 0;
    default:
        return 1;
    }
}

/* What she did: a level of the book's counts, and which of its outcomes. */
enum {
    RECEIVED, OPENED, ACTED, ANSWERED, FORWARDED, FLAGGED, FILED, RESCUED, IGNORED, DELETED,
    FIRST, LAST, WANTED, WHATS
};
#define OF(level, what) ((level) * WHATS + (what))

static double count(const struct tally *t, int what)
{
    const uint32_t *c = t->count;
    double acted = 0;
    for (int i = 0; i < OUTCOME_COUNT; i++)
        acted += outcome_acted(i) * c[i];
    switch (what) {
    case RECEIVED:
        return tally_total(t);
    case OPENED:
        return tally_total(t) - c[OUTCOME_NONE] - c[OUTCOME_IGNORED] - c[OUTCOME_DELETED_UNREAD] - c[OUTCOME_DEMOTED];
    case ANSWERED:
        return c[OUTCOME_ANSWERED];
    case FORWARDED:
        return c[OUTCOME_FORWARDED];
    case FLAGGED:
        return c[OUTCOME_FLAGGED];
    case FILED:
        return c[OUTCOME_FILED];
    case RESCUED:
        return c[OUTCOME_RESCUED];
    case IGNORED:
        return c[OUTCOME_IGNORED] + c[OUTCOME_DELETED_UNREAD];
    case DELETED:
        return c[OUTCOME_DELETED_UNREAD] + c[OUTCOME_DELETED_READ];
    default:
        return acted;
    }
}

static double number_tally(const struct sight *s, const struct field *field)
{
    const struct tally *tally = &s->facts->tally[field->arg / WHATS];
    int what = field->arg % WHATS;
    if (!s->facts->has_history || s->facts->proven == AUTH_FAIL) /* whose history, nobody knows */
        return NAN;
    if (what < FIRST)
        return count(tally, what);
    /* Who was never wanted has had its chance since its first message. */
    int64_t when = what == FIRST                           ? tally->first
                   : what == LAST || !tally->last_wanted ? (what == LAST ? tally->last : tally->first)
                                                           : tally->last_wanted;
    return when ? (double)(s->facts->now - when) / DAY : NAN;
}

enum { WRITTEN, LAST_WRITTEN };
static double number_contact(const struct sight *s, const struct field *field)
{
    const struct contact *contact = &s->facts->contact;
    if (!s->facts->has_history || s->facts->proven == AUTH_FAIL)
        return NAN;
    if (field->arg == WRITTEN)
        return contact->written;
    return contact->written ? (double)(s->facts->now - contact->last) / DAY : NAN;
}

static double number_finding(const struct sight *s, const struct field *field)
{
    for (size_t i = 0; i < findings_count(s->findings); i++)
        if (findings_at(s->findings, i)->spec == field->spec)
            return findings_at(s->findings, i)->part;
    return 0;
}

/* --- the table -------------------------------------------------------------------------------------------------- */

#define SCORE(name, axis, help) {name, NULL, FIELD_NUMBER, help, .arg = axis, .number = number_score, .max = 100}
#define COUNT(name, also, level, what, help) {name, also, FIELD_NUMBER, help, .arg = OF(level, what), .number = number_tally}
#define SINCE(name, also, level, what, help) {name, also, FIELD_AGE, help, .arg = OF(level, what), .number = number_tally}
#define FLAG(name, also, which, help) {name, also, FIELD_FLAG, help, .arg = which, .number = number_flag}
#define AUTH(name, also, which, help) \
    {name, also, FIELD_WORD, help, .arg = which, .number = number_auth, .word = word_auth, .words = AUTH_ERROR}

static const struct field table[] = {
    {"from", "sender", FIELD_IDENTITY, "the author's address, its domain or organisation; not known where forged",
     .text = text_author, .whole = whole_identity},
    {"organisation", NULL, FIELD_IDENTITY, "the author's organisation, a domain; not known where forged",
     .text = text_organisation, .whole = whole_identity},
    {"author", NULL, FIELD_IDENTITY, "like from, as the message says it, forged or not", .text = text_author},
    {"name", "display name", FIELD_TEXT, "the author's name", .text = text_name, .has = true},
    {"to", "recipient, cc", FIELD_IDENTITY, "an address in To, Cc or Delivered-To", .text = text_to, .whole = whole_to},
    {"reply-to", "reply to", FIELD_IDENTITY, "the address that replies go to", .text = text_reply_to},
    {"list", "list-id", FIELD_TEXT, "the discussion or mailing list, by List-Id", .text = text_list, .has = true},
    {"subject", NULL, FIELD_TEXT, "the subject", .text = text_subject, .whole = whole_headers, .has = true},
    {"text", "body", FIELD_TEXT, "what a person reads of the message", .text = text_body, .whole = whole_body,
     .has = true},
    {"header", NULL, FIELD_TEXT, "a header field, by its name: header \"X-Spam\"", .text = text_header,
     .whole = whole_headers, .has = true, .argument = true},
    {"link", NULL, FIELD_TEXT, "where a link leads", .text = text_links, .whole = whole_links, .has = true},
    {"attachment", NULL, FIELD_TEXT, "the name of an attached file", .text = text_attachment,
     .whole = whole_attachments, .has = true},
    {"message-id", "id", FIELD_TEXT, "the Message-ID, without <>", .text = text_id},

    {"kind", NULL, FIELD_WORD, "what the message is for", .number = number_kind, .word = word_kind,
     .words = KIND_COUNT},
    AUTH("authentication", NULL, PROVEN, "whether your server could prove from whom it is"),
    AUTH("dmarc", NULL, DMARC, "what your server says of DMARC"),
    AUTH("spf", NULL, SPF, "what your server says of SPF"),
    AUTH("dkim", NULL, DKIM, "what your server says of DKIM"),
    {"thread", NULL, FIELD_WORD, "mine: you wrote in it; other: you did not; new: it answers nothing",
     .number = number_thread, .word = word_thread, .words = THREADS},

    SCORE("useful", AXIS_USEFUL, "how probable it is that you act on it, in percent"),
    SCORE("personal", AXIS_PERSONAL, "how far it is about you, in percent"),
    SCORE("trust", AXIS_TRUST, "how sure it is from whom it is, in percent"),

    FLAG("first contact", "stranger", FIRST_CONTACT, "nothing came from the organisation before, nor did you write to it"),
    FLAG("leak", "passed on", LEAK, "it came to an address that you gave to somebody else"),
    COUNT("received", NULL, LEVEL_ORGANISATION_KIND, RECEIVED, "earlier messages of this kind from the organisation"),
    COUNT("opened", "read", LEVEL_ORGANISATION_KIND, OPENED, "of these, those you opened"),
    COUNT("acted", "wanted", LEVEL_ORGANISATION_KIND, ACTED, "of these, those you acted on; deleted after reading is half"),
    COUNT("answered", "replied", LEVEL_ORGANISATION_KIND, ANSWERED, "of these, those you answered"),
    COUNT("forwarded", NULL, LEVEL_ORGANISATION_KIND, FORWARDED, "of these, those you forwarded"),
    COUNT("flagged", NULL, LEVEL_ORGANISATION_KIND, FLAGGED, "of these, those you flagged"),
    COUNT("filed", NULL, LEVEL_ORGANISATION_KIND, FILED, "of these, those you filed under a tag"),
    COUNT("rescued", NULL, LEVEL_ORGANISATION_KIND, RESCUED, "of these, those you took back out of later or suspect"),
    COUNT("ignored", NULL, LEVEL_ORGANISATION_KIND, IGNORED, "of these, those you never opened"),
    COUNT("deleted", NULL, LEVEL_ORGANISATION_KIND, DELETED, "of these, those you deleted"),
    SINCE("first received", NULL, LEVEL_ORGANISATION_KIND, FIRST, "since the first of these came"),
    SINCE("last received", NULL, LEVEL_ORGANISATION_KIND, LAST, "since the latest of these came"),
    SINCE("last wanted", "last opened, last acted", LEVEL_ORGANISATION_KIND, WANTED,
          "since the latest came that you acted on; if none, since the first came"),
    COUNT("organisation received", NULL, LEVEL_ORGANISATION, RECEIVED, "earlier messages of any kind from the organisation"),
    COUNT("organisation opened", "organisation read", LEVEL_ORGANISATION, OPENED, "of these, those you opened"),
    COUNT("organisation acted", "organisation wanted", LEVEL_ORGANISATION, ACTED, "of these, those you acted on"),
    COUNT("organisation answered", NULL, LEVEL_ORGANISATION, ANSWERED, "of these, those you answered"),
    SINCE("organisation first received", NULL, LEVEL_ORGANISATION, FIRST, "since the first of these came"),
    SINCE("organisation last received", NULL, LEVEL_ORGANISATION, LAST, "since the latest of these came"),
    SINCE("organisation last wanted", "organisation last opened, organisation last acted", LEVEL_ORGANISATION, WANTED,
          "since the latest came that you acted on; if none, since the first came"),
    COUNT("sender received", NULL, LEVEL_SENDER_KIND, RECEIVED, "earlier messages of this kind from the address"),
    COUNT("sender opened", "sender read", LEVEL_SENDER_KIND, OPENED, "of these, those you opened"),
    COUNT("sender acted", "sender wanted", LEVEL_SENDER_KIND, ACTED, "of these, those you acted on"),
    COUNT("sender answered", NULL, LEVEL_SENDER_KIND, ANSWERED, "of these, those you answered"),
    {"written", "wrote to", FIELD_NUMBER, "messages that you wrote to the author", .arg = WRITTEN, .number = number_contact},
    {"last written", NULL, FIELD_AGE, "since you last wrote to the author", .arg = LAST_WRITTEN, .number = number_contact},

    {"size", NULL, FIELD_SIZE, "the whole message", .arg = SIZE, .number = number_message},
    {"attachments", NULL, FIELD_NUMBER, "attached files", .arg = ATTACHMENTS, .number = number_message},
    {"links", NULL, FIELD_NUMBER, "links", .arg = LINKS, .number = number_message},
    {"images", NULL, FIELD_NUMBER, "pictures that a person sees", .arg = IMAGES, .number = number_message},
    {"trackers", NULL, FIELD_NUMBER, "remote pictures that nobody sees", .arg = TRACKERS, .number = number_message},
    {"recipients", NULL, FIELD_NUMBER, "addresses in To and Cc", .arg = RECIPIENTS, .number = number_message},
    {"age", NULL, FIELD_AGE, "since its Date", .arg = AGE, .number = number_message},
    {"urgency", NULL, FIELD_NUMBER, "words of urgency, per 100 words", .arg = URGENCY, .number = number_message},
    {"discounts", "discount", FIELD_NUMBER, "words and signs of discounts, per 100 words", .arg = DISCOUNTS, .number = number_message},

    FLAG("addressed", "to me", ADDRESSED, "one of your addresses is in To or Cc"),
    FLAG("bulk", NULL, BULK, "sent to many alike, by its header"),
    FLAG("automatic", NULL, AUTOMATIC, "sent by a program, by Auto-Submitted"),
    FLAG("unsubscribe", NULL, UNSUBSCRIBE, "offers a way to unsubscribe in its header"),
    FLAG("one-click", "one click", ONE_CLICK, "can be unsubscribed from with one click (RFC 8058)"),
    FLAG("free mail", "free-mail", FREE_MAIL, "from a provider that gives mailboxes to anyone"),
    FLAG("calendar", NULL, CALENDAR, "has a calendar part"),
    FLAG("form", NULL, FORM, "has a form to fill in"),
    FLAG("everything", "anything, all", EVERYTHING, "every message"),
};

/* The table, and behind it one row for each finding; made when the first rule is read. */
static struct field *fields;
static unsigned n_fields;
static GHashTable *by_name;
static GPtrArray *names; /* of by_name, in order; NULL-ended */

static void add_name(const char *name, const struct field *field)
{
    char *own = g_strdup(name);
    g_hash_table_insert(by_name, own, (gpointer)field);
    g_ptr_array_add(names, own);
}

static void make_fields(void)
{
    n_fields = G_N_ELEMENTS(table);
    for (const struct filter *const *filter = filters; *filter; filter++)
        n_fields += (unsigned)(*filter)->n_specs;
    fields = g_new0(struct field, n_fields + 1);
    memcpy(fields, table, sizeof table);
    struct field *next = fields + G_N_ELEMENTS(table);
    for (const struct filter *const *filter = filters; *filter; filter++)
        for (size_t i = 0; i < (*filter)->n_specs; i++)
            *next++ = (struct field){.name = (*filter)->specs[i].code, .type = FIELD_NUMBER,
                                     .help = (*filter)->specs[i].says, .number = number_finding,
                                     .min = -MOST_WEIGHT * 10, .spec = &(*filter)->specs[i]};
    by_name = g_hash_table_new(g_str_hash, g_str_equal);
    names = g_ptr_array_new();
    for (unsigned i = 0; i < n_fields; i++) {
        add_name(fields[i].name, &fields[i]);
        g_auto(GStrv) also = g_strsplit(fields[i].also ? fields[i].also : "", ", ", -1);
        for (char **name = also; *name; name++)
            add_name(*name, &fields[i]);
    }
    g_ptr_array_add(names, NULL);
}

const struct field *field_at(unsigned index)
{
    if (!fields)
        make_fields();
    return index < n_fields ? &fields[index] : NULL;
}

/* Names in lower case, and in one of the two spellings. */
static char *usual_name(const char *name)
{
    char *lower = g_ascii_strdown(name, -1);
    if (!strstr(lower, "organization"))
        return lower;
    g_auto(GStrv) parts = g_strsplit(lower, "organization", -1);
    g_free(lower);
    return g_strjoinv("organisation", parts);
}

const struct field *field_find(const char *name)
{
    if (!fields)
        make_fields();
    const struct field *field = g_hash_table_lookup(by_name, name);
    g_autofree char *usual = field ? NULL : usual_name(name);
    return field ? field : g_hash_table_lookup(by_name, usual);
}

const char *field_nearest(const char *name)
{
    g_autofree char *usual = usual_name(name);
    if (!fields)
        make_fields();
    g_autofree const char **others = g_new0(const char *, names->len + 1);
    for (guint i = 0, n = 0; i < names->len; i++)
        if (g_strcmp0(names->pdata[i], usual) != 0)
            others[n++] = names->pdata[i];
    return text_nearest(usual, others);
}

static const char *words_of(const struct field *field)
{
    g_autoptr(GString) words = g_string_new(NULL);
    for (int i = 0; i < field->words; i++)
        g_string_append_printf(words, "%s%s", i ? ", " : "", field->word(i));
    return g_intern_string(words->str);
}

struct field_help rules_field(unsigned index)
{
    static const char *const types[] = {
        [FIELD_TEXT] = "text",     [FIELD_IDENTITY] = "address", [FIELD_WORD] = "word", [FIELD_NUMBER] = "number",
        [FIELD_SIZE] = "size",     [FIELD_AGE] = "age",          [FIELD_FLAG] = "flag",
    };
    const struct field *field = field_at(index);
    if (!field)
        return (struct field_help){0};
    return (struct field_help){field->name, field->also ? field->also : "",
                               field->spec ? "finding" : types[field->type], field->help, words_of(field)};
}
