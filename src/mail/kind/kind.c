/* What a message is for, decided from the evidence. Kinds that hold a business of hers
 * (receipts, shipping, codes, accounts, appointments) need evidence of their own, and more of
 * it in mail to many, since offers like to look like them; a person is who shows no sign of
 * being anything else. */
#include <stdarg.h>
#include <string.h>

#include "kind-entry.h"
#include "kind-many.h"
#include "kind-offer.h"
#include "kind-report.h"
#include "mail/kind-guess.h"
#include "mail/received.h"
#include "mail/report.h"

/* In the order in which they win where they are close: the more particular first. */
static const enum kind businesses[] = { KIND_CODE, KIND_SHIPPING, KIND_APPOINTMENT, KIND_RECEIPT,
                                        KIND_ACCOUNT };

#define SCHEMA_SCORE 4.0f
#define CALENDAR_SCORE 3.5f
/* What a business needs: from an address of a desk or a program, from what could be a person,
 * and in mail to many. A phrase of weight 3 in the subject is enough for the first and the
 * last. */
#define NEED_DESK 1.5f
#define NEED_PERSON 4.2f
#define OF_PAPER 0.4f /* less, where something is attached */
#define NEED_BULK 2.4f
#define MANY 50 /* who are invited to what is for everybody */
#define ACTS 4.0f /* the weights of words that ask for an act */
#define LONG_READ 1000 /* words, more than offers need */
#define CROWD 25 /* who are shown an offer; colleagues are more at times */
#define TALKS 2 /* words that people write to people */
#define LETTER 300 /* words, more than a desk writes to one */
#define CHATS 4 /* of these, as many as leave no doubt */
#define SIGNED 8 /* links or pictures of a signature */
#define THRICE 4.5f /* the weights of three words of a network */
#define DETAILS 5.0f /* the weights of words of a business in the text */

struct decision {
    const struct message *message;
    struct evidence evidence;
    struct kind_guess guess;
};

/* Adds to why, cut between characters. */
G_GNUC_PRINTF(2, 3)
static void because(struct kind_guess *guess, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *piece = g_strdup_vprintf(format, args);
    va_end(args);
    g_autofree char *whole = g_strconcat(guess->why, *guess->why ? ", " : "", piece, NULL);
    g_strlcpy(guess->why, whole, sizeof guess->why);
    const char *end;
    if (!g_utf8_validate(guess->why, -1, &end))
        guess->why[end - guess->why] = 0;
}

/* Says what spoke for the kind, the strongest first. */
static void explain(struct decision *d, enum kind kind)
{
    const struct evidence *e = &d->evidence;
    d->guess.kind = kind;
    if (e->schema[kind])
        because(&d->guess, "schema.org %s", e->schema[kind]);
    if (kind == KIND_APPOINTMENT && d->message->calendar)
        because(&d->guess, "a calendar part");
    if (e->subject[kind].phrase)
        because(&d->guess, "'%.*s' in subject", e->subject[kind].len, e->subject[kind].phrase);
    if (e->local[kind].phrase)
        because(&d->guess, "%.*s@", e->local[kind].len, e->local[kind].phrase);
    if (e->body[kind].phrase && strlen(d->guess.why) < 60)
        because(&d->guess, "'%.*s' in text", e->body[kind].len, e->body[kind].phrase);
}

/* Numbers and the words that stand beside them in the mail of a business, several of these, and nothing that
 * is offered: mailers mark that as mail to many, too. */
static bool is_detailed(const struct evidence *e, enum kind kind)
{
    return !offers_something(e, kind) && e->body[kind].best + e->body[kind].rest >= DETAILS &&
           (e->amounts > 0 || e->longs > 0 || e->codes > 0 || e->id_in_subject);
}

/* A code and the words for it, and few words besides, whatever the subject says. The address of an office has
 * numbers, too. */
static bool is_lone_code(const struct evidence *e, enum kind kind)
{
    return kind == KIND_CODE && e->words < BRIEF && e->codes > 0 && e->codes < 4 && e->amounts == 0 &&
           e->body[kind].best >= 2 && e->body[kind].best + e->body[kind].rest >= ACTS &&
           !offers_something(e, kind);
}

/* To confirm what she has joined, and few words besides: mailers mark that as mail to many, too. */
static bool is_act(const struct evidence *e, enum kind kind)
{
    float subject = e->subject[kind].best;
    bool told = subject >= 2 || (subject > 0 && e->body[KIND_PROMOTION].best == 0);
    return kind == KIND_ACCOUNT && e->words < WORDY && told &&
           e->body[kind].best + e->body[kind].rest >= ACTS && !offers_something(e, kind);
}

/* A program's few words about an account, of which the subject says it all. */
static bool is_outright(const struct evidence *e, enum kind kind)
{
    return kind == KIND_ACCOUNT && e->automatic && !e->reply && e->words < BRIEF &&
           e->subject[kind].best >= 2.5f && !offers_something(e, kind);
}

static float business_score(const struct decision *d, enum kind kind)
{
    const struct evidence *e = &d->evidence;
    float body = MIN(support_value(&e->body[kind]), 4.0f);
    float score = support_value(&e->subject[kind]) + MIN(e->local[kind].best, 1.5f);
    score += (is_bulk(e) && !is_detailed(e, kind) && !is_act(e, kind) ? 0.15f : 0.7f) * body;
    if (e->schema[kind])
        score += SCHEMA_SCORE;
    if (kind == KIND_APPOINTMENT && d->message->calendar)
        score += CALENDAR_SCORE;
    if (kind == KIND_CODE && body > 0 && e->codes > 0 && e->words < 200)
        score += 0.7f;
    if ((kind == KIND_RECEIPT || kind == KIND_SHIPPING) && score > 0 && e->id_in_subject)
        score += 0.3f;
    return score;
}

/* Offers speak of orders, parcels and accounts too. In mail to many the subject must say it, something else
 * bear it out (or markup that only transactions carry), and nothing of offers in the subject weigh more. */
static bool business_holds(const struct decision *d, enum kind kind, float score)
{
    const struct evidence *e = &d->evidence;
    bool invited = d->message->calendar && (!is_bulk(e) || (d->message->event.attendees > 0 &&
                                                            d->message->event.attendees < MANY));
    bool said = e->schema[kind] || (kind == KIND_APPOINTMENT && invited);
    float subject = support_value(&e->subject[kind]), best = e->subject[kind].best;
    if (said)
        return true;
    bool twice = best >= 2.5f && (e->subject[kind].rest >= 2 || d->message->n_attachments > 0);
    bool backed = e->body[kind].best > 0 || twice || e->local[kind].best > 0 || e->id_in_subject;
    bool sells = e->subject[KIND_PROMOTION].best > 0 || e->percent_in_subject;
    if (kind == KIND_SHIPPING && e->carrier && MAX(e->body[kind].best, best) >= 2 && !sells)
        return true;
    if (is_lone_code(e, kind))
        return !e->reply;
    if (is_act(e, kind))
        return score >= NEED_BULK - 0.4f;
    if (is_outright(e, kind))
        return true;
    /* A mailer's fields, and in its text no word of how to leave: a program's single letter. */
    if (e->automatic && e->body[WORD_BULK].best == 0 && e->words < WORDY && is_detailed(e, kind))
        return score >= NEED_DESK;
    if (is_bulk(e) && is_detailed(e, kind))
        return score >= NEED_BULK && best > 0;
    float details = e->body[kind].best + e->body[kind].rest;
    bool offers = offers_something(e, kind), numbers = e->amounts + e->longs + e->codes > 0;
    bool told = !offers || (details >= DETAILS && numbers);
    if (is_bulk(e))
        return score >= NEED_BULK && best >= (offers ? 2.5f : 2) && backed && told &&
               subject > 0.8f * support_value(&e->subject[KIND_PROMOTION]) + 0.5f;
    if (support_value(&e->subject[KIND_PROMOTION]) > subject + 1 ||
        (kind == KIND_ACCOUNT && sells_more(e, kind)))
        return false;
    bool parcel = kind == KIND_SHIPPING && e->body[kind].best >= 2 && e->longs > 0 && e->bulk < 0.4f &&
                  (best > 0 || e->local[kind].best + e->body[kind].rest > 0);
    /* What only the address says is soon said by the text, too, but not by what the desk passes on. */
    bool desk = e->local[kind].best > 0 && !e->passed_on && (e->body[kind].best > 0 || (e->words < WORDY &&
                                                                      (kind != KIND_CODE || e->codes > 0)));
    bool hinted = best > 0 || parcel || desk ||
                  (e->body[kind].rest > 0 && e->bulk < 0.4f) || is_detailed(e, kind);
    if (e->automatic || e->role)
        return hinted && score + (parcel ? 0.5f : 0) >= NEED_DESK;
    if (e->bulk_headers || looks_mass_produced(d->message, e))
        return score >= NEED_BULK - 0.4f && best >= 1.5f && !offers_something(e, kind);
    return score + (d->message->n_attachments ? OF_PAPER : 0) >= NEED_PERSON && best >= 2.5f && !e->reply;
}

static enum kind best_business(const struct decision *d, float *best)
{
    enum kind kind = KIND_COUNT;
    *best = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(businesses); i++) {
        float score = business_score(d, businesses[i]);
        bool in_subject = d->evidence.subject[businesses[i]].best > 0;
        /* A later, broader one must be clearly ahead of what a subject says outright. What only it says
         * outright is what it is: a notice of a sign-in speaks of codes, too. */
        const struct support *other = kind != KIND_COUNT ? &d->evidence.subject[kind] : NULL;
        /* The number of an order stands in its parcel's subject, too. */
        const struct evidence *e = &d->evidence;
        bool parcel = kind == KIND_SHIPPING && businesses[i] == KIND_RECEIPT &&
                      (other->best >= 2 || (e->local[kind].best >= 1.5f && e->body[kind].best >= 2));
        bool outright = other && other->best < 3 && d->evidence.subject[businesses[i]].best >= 3;
        float ahead = parcel ? 1.6f : other && other->best >= 3 ? 1.3f : outright ? 0.8f : 1.0f;
        if (score <= *best * ahead || !business_holds(d, businesses[i], score))
            continue;
        if (kind != KIND_COUNT && !in_subject && d->evidence.subject[kind].best > 0)
            continue;
        kind = businesses[i];
        *best = score;
    }
    return kind;
}

static float social_score(const struct evidence *e)
{
    return support_value(&e->subject[KIND_SOCIAL]) + 0.3f * support_value(&e->body[KIND_SOCIAL]) +
           e->local[KIND_SOCIAL].best;
}

static bool is_social(const struct evidence *e, float business)
{
    /* Its text alone has to say it thrice, and not much besides. */
    bool thrice = e->body[KIND_SOCIAL].best + e->body[KIND_SOCIAL].rest >= THRICE && e->words < WORDY &&
                  business == 0 && !offers_something(e, KIND_SOCIAL);
    /* Where it comes from a place where people meet, one word of theirs does. */
    bool met = e->network && business == 0 && !offers_something(e, KIND_SOCIAL) &&
               (social_score(e) > 0 || (!is_bulk(e) && e->words < NOTICE && news_score(e) < 0.5f));
    if (met)
        return true;
    /* From elsewhere more than its subject has to. */
    bool alone = e->body[KIND_SOCIAL].best + e->local[KIND_SOCIAL].best == 0 && is_bulk(e) && !e->automatic;
    if (alone || (e->subject[KIND_SOCIAL].best == 0 && !thrice) || (!is_bulk(e) && !e->automatic && !e->role))
        return false;
    float promotion = support_value(&e->subject[KIND_PROMOTION]);
    return social_score(e) > MAX(business, promotion);
}

/* Mail that never left a house has the name of an account in From, which is no address. */
static bool is_of_nobody(const struct message *m)
{
    const struct header *from = message_header(m, "From");
    return !*m->author.mailbox && !*m->author.name && !(from && g_ascii_isalpha(*from->value));
}

/* Orders, tickets, news and the like are sent from there. */
static bool is_business_desk(const struct evidence *e)
{
    float best = 0;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        best = MAX(best, e->local[kind].best);
    return best > 0;
}

/* As people behind a desk do: they greet, and offer nothing. */
static bool talks_to_her(const struct decision *d)
{
    const struct evidence *e = &d->evidence;
    float talk = e->body[WORD_TALK].best + e->body[WORD_TALK].rest;
    const struct message *m = d->message;
    if (offer_score(e, m) >= 0.5f || e->body[WORD_BULK].best >= TALKS)
        return false;
    /* Who greets, thanks and closes, and writes little else, may sign with pictures and links. */
    if (talk >= CHATS && e->words < NOTICE)
        return m->n_links < SIGNED && m->n_images <= SIGNED;
    return m->n_links < 4 && m->n_images == 0 && (talk >= CHATS || e->words < LETTER) &&
           (talk >= TALKS || (talk > 0 && m->n_links < 3 && e->local[WORD_ROLE].best > 0));
}

static bool is_person(const struct decision *d)
{
    const struct message *m = d->message;
    const struct evidence *e = &d->evidence;
    bool headers = e->bulk_headers && !(e->faint && (e->reply || (e->body[WORD_TALK].best > 0 &&
                                                                  e->words < WORDY && m->n_images < 4)));
    bool crowd = m->n_recipients > CROWD && !e->reply && offer_score(e, m) >= 0.5f;
    if (headers || crowd || e->automatic || is_bulk(e))
        return false;
    if (is_of_nobody(m) || looks_mass_produced(d->message, e))
        return false;
    /* Behind a desk sits a person when she answers or greets like one. */
    if (e->role)
        return e->reply || (talks_to_her(d) && !is_business_desk(e));
    return m->n_images <= 5 || e->reply;
}

static bool is_entry(const struct decision *d, const struct evidence *e)
{
    bool desk = e->house || e->automatic || (e->role && (is_business_desk(e) || !talks_to_her(d)));
    return tells_of_entry(d->message, e, desk);
}

static void decide_bulk(struct decision *d)
{
    if (is_notice(d->message, &d->evidence)) {
        explain(d, KIND_ACCOUNT);
        because(&d->guess, "a program's notice to one");
        return;
    }
    float offer = offer_score(&d->evidence, d->message);
    float news = news_score(&d->evidence) + (d->evidence.words > LONG_READ ? 0.3f : 0);
    explain(d, offer > 0 && offer >= news ? KIND_PROMOTION : KIND_NEWSLETTER);
    because(&d->guess, "%s", d->evidence.bulk_headers ? "sent to many" : "reads as sent to many");
}

/* One word in four is one that every text has: the table knows the language. */
static bool knows_language(const struct evidence *e)
{
    return e->common >= 4 && e->common * 4 >= e->words;
}

/* No words were known, perhaps no language: a program's single message is told by its numbers. In a
 * language that the table knows, it is no business where no word of business stands. */
static void decide_by_structure(struct decision *d)
{
    const struct evidence *e = &d->evidence;
    const struct message *m = d->message;
    bool known = knows_language(e);
    bool brief = e->words > 0 && e->words < 120;
    struct kind_guess *guess = &d->guess;
    guess->kind = KIND_OTHER;
    guess->wordless = true;
    if (!e->automatic && !e->role)
        return;
    if (e->id_in_subject && e->longs > 0 && e->amounts == 0 && !known && e->words < WORDY) {
        guess->kind = KIND_SHIPPING;
        because(guess, "a number in subject and a long one in text");
    } else if (e->amounts > 0 && (e->id_in_subject || (!known && e->words < LONG_READ))) {
        guess->kind = KIND_RECEIPT;
        because(guess, "sums of money and no sign of mail to many");
    } else if (brief && m->n_links < 4 && e->codes < 4 && (e->code_in_subject || (!known && e->codes == 1))) {
        guess->kind = KIND_CODE;
        because(guess, "a short text with a code");
    } else if (e->id_in_subject && (e->automatic || e->body[WORD_TALK].best == 0) &&
               (!known || e->subject[KIND_RECEIPT].best + e->body[KIND_RECEIPT].best > 0)) {
        guess->kind = KIND_RECEIPT;
        because(guess, "a number in subject and no sign of mail to many");
    } else if (!known && brief && m->n_links > 0 && m->n_links < 4 && e->body[KIND_NEWSLETTER].best == 0) {
        guess->kind = KIND_ACCOUNT;
        because(guess, "a short text with a link and no sign of mail to many");
    } else if (brief && (e->local[KIND_CODE].best > 0 ||
                         (e->automatic && e->subject[KIND_ACCOUNT].best + e->body[KIND_ACCOUNT].best > 0))) {
        explain(d, KIND_ACCOUNT);
        because(guess, "a program's notice to one");
    } else {
        because(guess, "written by a program");
    }
}

static void decide(struct decision *d)
{
    const struct evidence *e = &d->evidence;
    float business = 0;
    enum kind kind = best_business(d, &business);
    const char *says = report_says(d->message, e);
    d->guess.excuses = report_excuses(e);
    if (!says && kind == KIND_COUNT && !e->discussion) {
        says = report_answers(d->message, e);
        d->guess.answer = says != NULL;
    }
    if (says) {
        d->guess.kind = KIND_REPORT;
        d->guess.local = author_is_local(d->message) && received_inside(d->message);
        because(&d->guess, "of %s", says);
    } else if (e->discussion && !e->schema[KIND_RECEIPT]) {
        d->guess.kind = KIND_LIST;
        because(&d->guess, "%s%s", *d->message->list_id ? "a list that people write to: "
                                                        : "fields of a list manager",
                d->message->list_id);
    } else if (is_social(e, business)) {
        explain(d, KIND_SOCIAL);
    } else if (kind != KIND_COUNT) {
        explain(d, orders_entry(d->message, e, kind) ? KIND_APPOINTMENT : kind);
    } else if (d->message->calendar_reply) {
        d->guess.kind = KIND_APPOINTMENT;
        because(&d->guess, "an answer to an invitation");
    } else if (e->subject[KIND_OTHER].best >= 3 && !e->reply) {
        explain(d, KIND_OTHER);
    } else if (e->data) {
        d->guess.kind = KIND_OTHER;
        because(&d->guess, "data for a program");
    } else if (e->local[WORD_COMPLAINT].best > 0 && !e->reply && !e->bulk_headers) {
        d->guess.kind = KIND_OTHER;
        because(&d->guess, "a desk that complains of machines");
    } else if (is_entry(d, e)) {
        explain(d, KIND_APPOINTMENT);
        because(&d->guess, "a day to come, of a desk");
    } else if (is_person(d)) {
        d->guess.kind = KIND_PERSON;
        because(&d->guess, "%s", e->reply ? "an answer, and no sign of mail to many"
                                          : "no sign of mail to many or of a program");
    } else if (goes_to_many(d->message, e)) {
        decide_bulk(d);
    } else {
        decide_by_structure(d);
    }
}

struct kind_guess kind_guess(const struct message *message)
{
    struct decision d = { .message = message };
    evidence_gather(&d.evidence, message);
    decide(&d);
    const struct evidence *e = &d.evidence;
    float hundreds = (float)MAX(e->words + e->subject_words, 20u) / 100.0f;
    d.guess.bulk = e->bulk_headers;
    d.guess.urgency = (float)e->urgency / hundreds;
    d.guess.discounts = e->discount;
    d.guess.discount = (float)e->discount / hundreds;
    return d.guess;
}
