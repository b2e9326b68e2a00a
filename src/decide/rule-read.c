/* What a rule can look at in a message and in what is known of it: one function for each kind of field.
 * Which field asks which function, the table in rule-fields.c says. */
#include <math.h>
#include <string.h>

#include "base/days.h"
#include "filters/hers.h"
#include "rule-read.h"

/* --- texts ---------------------------------------------------------------------------------------------- */

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

const char *text_author(const struct sight *s, const char *argument, unsigned index, char **free)
{
    (void)argument;
    const struct sender *sender = s->facts->sender;
    return index || !*sender->address ? NULL : of_address(sender->name, sender->address, free);
}

const char *text_organisation(const struct sight *s, const char *argument, unsigned index, char **free)
{
    (void)argument, (void)free;
    return only(s->facts->sender->organisation, index);
}

const char *text_to(const struct sight *s, const char *argument, unsigned index, char **free)
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

const char *text_reply_to(const struct sight *s, const char *argument, unsigned index, char **free)
{
    (void)argument;
    const struct address *reply = &s->facts->message->reply_to;
    return index || !*reply->mailbox ? NULL : of_address(reply->name, reply->mailbox, free);
}

const char *text_header(const struct sight *s, const char *argument, unsigned index, char **free)
{
    (void)free;
    const struct message *m = s->facts->message;
    for (uint32_t i = 0; i < m->n_headers; i++)
        if (g_ascii_strcasecmp(m->headers[i].name, argument) == 0 && index-- == 0)
            return m->headers[i].value;
    return NULL;
}

const char *text_links(const struct sight *s, const char *argument, unsigned index, char **free)
{
    (void)argument, (void)free;
    const struct message *m = s->facts->message;
    return index < m->n_links ? m->links[index].href : NULL;
}

const char *text_attachment(const struct sight *s, const char *argument, unsigned index, char **free)
{
    (void)argument, (void)free;
    return s->facts->message->attachments[index]; /* NULL-ended, and asked in order */
}

/* The alias, and whom it was given to. */
const char *text_alias(const struct sight *s, const char *argument, unsigned index, char **free)
{
    (void)argument, (void)free;
    const struct alias_fact *alias = &s->facts->alias;
    bool genuine = alias->address && !alias->forged && !alias->codeless;
    return genuine && index < 2 ? index ? alias->organisation : alias->address : NULL;
}

#define TEXT_OF(name, expression)                                                                  \
    const char *name(const struct sight *s, const char *argument, unsigned index, char **free)    \
    {                                                                                              \
        (void)argument, (void)free;                                                                \
        return only(expression, index);                                                            \
    }
TEXT_OF(text_name, s->facts->sender->name)
TEXT_OF(text_list, s->facts->sender->list)
TEXT_OF(text_subject, s->facts->message->subject)
TEXT_OF(text_body, s->facts->message->text)
TEXT_OF(text_reason, s->facts->message->reason)
TEXT_OF(text_id, s->facts->message->id)

static enum truth cut(const struct sight *s, uint32_t limits)
{
    return s->facts->message->limits & (limits | LIMIT_UNPARSABLE) ? NO : YES;
}
enum truth whole_headers(const struct sight *s)
{
    return cut(s, LIMIT_HEADERS | LIMIT_HEADER_BYTES);
}
enum truth whole_body(const struct sight *s)
{
    return cut(s, LIMIT_TEXT | LIMIT_PARTS | LIMIT_DEPTH | LIMIT_SIZE);
}
enum truth whole_links(const struct sight *s)
{
    return cut(s, LIMIT_LINKS | LIMIT_TEXT | LIMIT_PARTS | LIMIT_DEPTH | LIMIT_SIZE);
}
enum truth whole_attachments(const struct sight *s)
{
    return s->facts->message->attachments && s->facts->message->n_attachments > 50
               ? NO
               : cut(s, LIMIT_PARTS | LIMIT_DEPTH | LIMIT_SIZE);
}
enum truth whole_to(const struct sight *s)
{
    return cut(s, LIMIT_ADDRESSES | LIMIT_HEADERS);
}

enum truth whole_alias(const struct sight *s)
{
    return s->facts->has_book ? YES : UNKNOWN;
}

/* From whom a forged message is, nobody knows. */
enum truth whole_identity(const struct sight *s)
{
    return s->facts->proven == AUTH_FAIL || !*s->facts->sender->address ? UNKNOWN : YES;
}

/* --- words ---------------------------------------------------------------------------------------------- */

const char *word_kind(int index)
{
    return kind_name((enum kind)index);
}
double number_kind(const struct sight *s, const struct field *field)
{
    (void)field;
    return s->facts->kind.kind;
}

const char *word_auth(int index) /* AUTH_UNKNOWN has no word: it is UNKNOWN */
{
    return auth_result_name((enum auth_result)(index + 1));
}
double number_auth(const struct sight *s, const struct field *field)
{
    const struct auth *auth = &s->facts->auth;
    enum auth_result result = field->arg == DMARC  ? auth->dmarc
                              : field->arg == SPF  ? auth->spf
                              : field->arg == DKIM ? auth->dkim
                                                   : s->facts->proven;
    return result == AUTH_UNKNOWN ? NAN : (double)result - 1;
}

const char *word_thread(int index)
{
    static const char *const words[THREADS] = {"mine", "other", "new"};
    return words[index];
}
double number_thread(const struct sight *s, const struct field *field)
{
    (void)field;
    if (!*s->facts->message->references)
        return THREAD_NEW;
    if (!s->facts->has_book)
        return NAN;
    return s->facts->answers_her || s->facts->thread_is_hers ? THREAD_MINE : THREAD_OTHER;
}

/* --- numbers -------------------------------------------------------------------------------------------- */

double number_score(const struct sight *s, const struct field *field)
{
    return s->scores->of[field->arg];
}

double number_message(const struct sight *s, const struct field *field)
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

double number_flag(const struct sight *s, const struct field *field)
{
    const struct facts *f = s->facts;
    switch (field->arg) {
    case ADDRESSED:
        return *f->user_name || f->has_book || f->addressing.place ? f->addressing.place > 0 : NAN;
    case BULK:
        return f->kind.bulk;
    case FIRST_CONTACT:
        return f->has_book ? f->first : NAN;
    case UNSUBSCRIBE:
        return *f->message->list_unsubscribe != '\0';
    case ONE_CLICK:
        return f->message->one_click;
    case FREE_MAIL:
        return f->sender->free_mail;
    case LEAK:
        return f->alias.use == ALIAS_USE_LEAK;
    case SUSPICIOUS:
        return s->scores->of[AXIS_TRUST] < f->suspect_below;
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
        return tally_total(t) - c[OUTCOME_NONE] - c[OUTCOME_IGNORED] - c[OUTCOME_DELETED_UNREAD] -
               c[OUTCOME_DEMOTED];
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

double number_tally(const struct sight *s, const struct field *field)
{
    const struct tally *tally = &s->facts->tally[field->arg / WHATS];
    int what = field->arg % WHATS;
    if (!s->facts->has_book || s->facts->proven == AUTH_FAIL) /* whose history, nobody knows */
        return NAN;
    if (what < FIRST)
        return count(tally, what);
    /* Of those never wanted, the time is counted from their first message. */
    int64_t when = what == FIRST                           ? tally->first
                   : what == LAST || !tally->last_wanted ? (what == LAST ? tally->last : tally->first)
                                                           : tally->last_wanted;
    return when ? (double)(s->facts->now - when) / DAY : NAN;
}

double number_contact(const struct sight *s, const struct field *field)
{
    const struct contact *contact = &s->facts->contact;
    if (!s->facts->has_book || s->facts->proven == AUTH_FAIL)
        return NAN;
    if (field->arg == LEAKED)
        return s->facts->leaks.count;
    if (field->arg == WRITTEN)
        return contact->written;
    return contact->written ? (double)(s->facts->now - contact->last) / DAY : NAN;
}

/* What it is about, else its sender. */
double number_hers(const struct sight *s, const struct field *field)
{
    const struct facts *facts = s->facts;
    if (!facts->has_book || facts->proven == AUTH_FAIL)
        return NAN;
    struct hers hers = hers_known(facts);
    int64_t last = hers.purchases ? hers.last_bought : facts->receipts.last;
    switch (field->arg) {
    case BOUGHT:
        return hers.purchases ? hers.purchases : tally_total(&facts->receipts);
    case LAST_BOUGHT:
        return last ? (double)(facts->now - last) / DAY : NAN;
    case OF_PURCHASE:
        return hers.purchases;
    case DEADLINE_IN:
        return hers.ahead > 0 ? hers.ahead : NAN;
    default:
        return hers.times;
    }
}
