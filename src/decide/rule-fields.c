/* What a condition can ask: one table of fields with their names and help, from which the parser, `heed check
 * --fields`, heed-rules(5) and its test follow. Every finding of the filters is a field as well. */
#include <string.h>

#include "filters/filter.h"
#include "rule-read.h"
#include "base/text.h"

/* --- the table ------------------------------------------------------------------------------------------ */

#define SCORE(name, axis, help) \
    {name, NULL, FIELD_NUMBER, help, .arg = axis, .number = number_score, .max = 100}
#define COUNT(name, also, level, what, help) \
    {name, also, FIELD_NUMBER, help, .arg = OF(level, what), .number = number_tally}
#define SINCE(name, also, level, what, help) \
    {name, also, FIELD_AGE, help, .arg = OF(level, what), .number = number_tally}
#define FLAG(name, also, which, help) {name, also, FIELD_FLAG, help, .arg = which, .number = number_flag}
#define AUTH(name, also, which, help) \
    { \
        name, also, FIELD_WORD, help, .arg = which, .number = number_auth, .word = word_auth, \
                                      .words = AUTH_ERROR \
    }

static const struct field table[] = {
    {"from", "sender", FIELD_IDENTITY,
     "the author's address, its domain or organisation; not known where forged", .text = text_author,
     .whole = whole_identity},
    {"organisation", NULL, FIELD_IDENTITY, "the author's organisation, a domain; not known where forged",
     .text = text_organisation, .whole = whole_identity},
    {"author", NULL, FIELD_IDENTITY, "like from, as the message says it, forged or not", .text = text_author},
    {"name", "display name", FIELD_TEXT, "the author's name", .text = text_name, .has = true},
    {"to", "recipient, cc", FIELD_IDENTITY, "an address in To, Cc or Delivered-To", .text = text_to,
     .whole = whole_to},
    {"alias", NULL, FIELD_TEXT, "the alias of yours that it came to, or whom you gave that to",
     .text = text_alias, .whole = whole_alias, .has = true},
    {"reply-to", "reply to", FIELD_IDENTITY, "the address that replies go to", .text = text_reply_to},
    {"list", "list-id", FIELD_TEXT, "the discussion or mailing list, by List-Id", .text = text_list,
     .has = true},
    {"reason", NULL, FIELD_TEXT, "why a forge or tracker wrote: mention, review_requested, subscribed",
     .text = text_reason, .has = true},
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

    FLAG("first contact", "stranger", FIRST_CONTACT,
         "nothing came from the organisation before, nor did you write to it"),
    FLAG("leak", "passed on", LEAK, "it came to an address that you gave to somebody else"),
    {"leaked", NULL, FIELD_NUMBER, "how often the organisation passed on addresses that you gave to it",
     .arg = LEAKED, .number = number_contact},
    COUNT("received", NULL, LEVEL_ORGANISATION_KIND, RECEIVED,
          "earlier messages of this kind from the organisation"),
    COUNT("opened", "read", LEVEL_ORGANISATION_KIND, OPENED, "of these, those you opened"),
    COUNT("acted", "wanted", LEVEL_ORGANISATION_KIND, ACTED,
          "of these, those you acted on; deleted after reading is half"),
    COUNT("answered", "replied", LEVEL_ORGANISATION_KIND, ANSWERED, "of these, those you answered"),
    COUNT("forwarded", NULL, LEVEL_ORGANISATION_KIND, FORWARDED, "of these, those you forwarded"),
    COUNT("flagged", NULL, LEVEL_ORGANISATION_KIND, FLAGGED, "of these, those you flagged"),
    COUNT("filed", NULL, LEVEL_ORGANISATION_KIND, FILED, "of these, those you filed under a tag"),
    COUNT("rescued", NULL, LEVEL_ORGANISATION_KIND, RESCUED,
          "of these, those you took back out of later or suspect"),
    COUNT("ignored", NULL, LEVEL_ORGANISATION_KIND, IGNORED, "of these, those you never opened"),
    COUNT("deleted", NULL, LEVEL_ORGANISATION_KIND, DELETED, "of these, those you deleted"),
    SINCE("first received", NULL, LEVEL_ORGANISATION_KIND, FIRST, "since the first of these came"),
    SINCE("last received", NULL, LEVEL_ORGANISATION_KIND, LAST, "since the latest of these came"),
    SINCE("last wanted", "last opened, last acted", LEVEL_ORGANISATION_KIND, WANTED,
          "since the latest came that you acted on; if none, since the first came"),
    COUNT("organisation received", NULL, LEVEL_ORGANISATION, RECEIVED,
          "earlier messages of any kind from the organisation"),
    COUNT("organisation opened", "organisation read", LEVEL_ORGANISATION, OPENED,
          "of these, those you opened"),
    COUNT("organisation acted", "organisation wanted", LEVEL_ORGANISATION, ACTED,
          "of these, those you acted on"),
    COUNT("organisation answered", NULL, LEVEL_ORGANISATION, ANSWERED, "of these, those you answered"),
    SINCE("organisation first received", NULL, LEVEL_ORGANISATION, FIRST, "since the first of these came"),
    SINCE("organisation last received", NULL, LEVEL_ORGANISATION, LAST, "since the latest of these came"),
    SINCE("organisation last wanted", "organisation last opened, organisation last acted", LEVEL_ORGANISATION,
          WANTED, "since the latest came that you acted on; if none, since the first came"),
    COUNT("sender received", NULL, LEVEL_SENDER_KIND, RECEIVED,
          "earlier messages of this kind from the address"),
    COUNT("sender opened", "sender read", LEVEL_SENDER_KIND, OPENED, "of these, those you opened"),
    COUNT("sender acted", "sender wanted", LEVEL_SENDER_KIND, ACTED, "of these, those you acted on"),
    COUNT("sender answered", NULL, LEVEL_SENDER_KIND, ANSWERED, "of these, those you answered"),
    {"written", "wrote to", FIELD_NUMBER, "messages that you wrote to the author", .arg = WRITTEN,
     .number = number_contact},
    {"last written", NULL, FIELD_AGE, "since you last wrote to the author", .arg = LAST_WRITTEN,
     .number = number_contact},
    {"bought", "purchases", FIELD_NUMBER,
     "how often you bought what it is about; if it is about nothing of yours, from the organisation",
     .arg = BOUGHT, .number = number_hers},
    {"last bought", NULL, FIELD_AGE, "since you last did", .arg = LAST_BOUGHT, .number = number_hers},
    {"about purchase", NULL, FIELD_NUMBER, "how often you bought what it is about; else 0",
     .arg = OF_PURCHASE, .number = number_hers},
    {"about route", "about booking", FIELD_NUMBER,
     "how often you booked the route, place or event that it is about", .arg = OF_ROUTE,
     .number = number_hers},
    {"deadline in", NULL, FIELD_AGE,
     "until the end of a day to come that it names, of something you take part in, booked or ordered",
     .arg = DEADLINE_IN, .number = number_hers},

    {"size", NULL, FIELD_SIZE, "the whole message", .arg = SIZE, .number = number_message},
    {"attachments", NULL, FIELD_NUMBER, "attached files", .arg = ATTACHMENTS, .number = number_message},
    {"links", NULL, FIELD_NUMBER, "links", .arg = LINKS, .number = number_message},
    {"images", NULL, FIELD_NUMBER, "pictures that a person sees", .arg = IMAGES, .number = number_message},
    {"trackers", NULL, FIELD_NUMBER, "remote pictures that nobody sees", .arg = TRACKERS,
     .number = number_message},
    {"recipients", NULL, FIELD_NUMBER, "addresses in To and Cc", .arg = RECIPIENTS, .number = number_message},
    {"age", NULL, FIELD_AGE, "since its Date", .arg = AGE, .number = number_message},
    {"urgency", NULL, FIELD_NUMBER, "words of urgency, per 100 words", .arg = URGENCY,
     .number = number_message},
    {"discounts", "discount", FIELD_NUMBER, "words and signs of discounts, per 100 words", .arg = DISCOUNTS,
     .number = number_message},

    FLAG("addressed", "to me", ADDRESSED, "one of your addresses is in To or Cc"),
    FLAG("bulk", NULL, BULK, "sent to many alike, by its header"),
    FLAG("automatic", NULL, AUTOMATIC, "sent by a program, by Auto-Submitted"),
    FLAG("unsubscribe", NULL, UNSUBSCRIBE, "offers a way to unsubscribe in its header"),
    FLAG("one-click", "one click", ONE_CLICK, "can be unsubscribed from with one click (RFC 8058)"),
    FLAG("free mail", "free-mail", FREE_MAIL, "from a provider that gives mailboxes to anyone"),
    FLAG("calendar", NULL, CALENDAR, "has a calendar part"),
    FLAG("form", NULL, FORM, "has a form to fill in"),
    FLAG("suspicious", NULL, SUSPICIOUS, "its trust is so low that it is suspect, by your settings"),
    FLAG("everything", "anything, all", EVERYTHING, "every message"),
};

static double number_finding(const struct sight *s, const struct field *field)
{
    for (size_t i = 0; i < findings_count(s->findings); i++)
        if (findings_at(s->findings, i)->spec == field->spec)
            return findings_at(s->findings, i)->term;
    return 0;
}

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
        [FIELD_TEXT] = "text", [FIELD_IDENTITY] = "address", [FIELD_WORD] = "word", [FIELD_NUMBER] = "number",
        [FIELD_SIZE] = "size", [FIELD_AGE] = "age",          [FIELD_FLAG] = "flag",
    };
    const struct field *field = field_at(index);
    if (!field)
        return (struct field_help){0};
    return (struct field_help){field->name, field->also ? field->also : "",
                               field->spec ? "finding" : types[field->type], field->help, words_of(field)};
}
