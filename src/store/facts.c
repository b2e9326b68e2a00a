/* What a message says of itself: the facts that need no looking up. */
#include <string.h>

#include "mail/dates.h"
#include "store/facts.h"
#include "base/text.h"
#include "mail/received.h"

#define LIST_NAME 60     /* characters of the name of who writes to a list that are kept */
#define LIST_ADDRESS 100 /* bytes of the list's address: both together fit into an entry */
#define LAPSES 3 /* proven messages that make the next one suspect which is not */

/* In its calendar, else in its subject, else in its text. */
static struct days days_ahead(const struct message *message)
{
    int64_t since = message->received ? message->received : message->date;
    struct days days = {.next = message->event.day, .last = message->event.day};
    if (!days.last && since > 0)
        days = dates_ahead(message->in_subject, since);
    if (!days.last && since > 0) {
        int64_t passed = days.passed;
        days = dates_ahead(message->in_text, since);
        days.passed = MAX(days.passed, passed);
    }
    return days;
}

/* Mailers sign what they send in others' names, as themselves; who reads their mail is told by its fields. */
static bool is_mailed(const struct facts *facts)
{
    const char *at = strchr(facts->message->responsible.mailbox, '@');
    if (facts->auth.dkim != AUTH_PASS)
        return false;
    if (facts->kind.bulk || !at)
        return facts->kind.bulk;
    g_autofree char *mailer = organisation_of(at + 1);
    return auth_signed_by(&facts->auth, mailer);
}

/* Anybody can write List-Id: what a list is proven by is its own signature, or that it is the envelope's
 * sender. */
static enum auth_result list_proven(const struct auth *auth, enum auth_result author, const char *name)
{
    g_autofree char *list = organisation_of(name), *envelope = organisation_of(auth->mailfrom);
    if (author != AUTH_UNKNOWN && (auth_signed_by(auth, list) || !strcmp(envelope, list)))
        return AUTH_PASS;
    return author == AUTH_PASS ? AUTH_NONE : author;
}

/* A list that writes under its own address says in the name who does: "Robin Reader via Dev". */
static bool writes_as_list(const struct sender *sender)
{
    g_autofree char *list = organisation_of(sender->list);
    return *sender->name && strlen(sender->address) <= LIST_ADDRESS && !strcmp(list, sender->organisation);
}

static char *voice_of_list(const struct sender *sender)
{
    g_autofree char *name = text_clean(sender->name, LIST_NAME);
    return g_strdup_printf("\"%s\" via %s", name, sender->address); /* the quote: no address begins so */
}

void facts_read(const struct config *config, const struct message *message, const struct sender *sender,
                struct facts *facts)
{
    *facts = (struct facts){.message = message, .sender = sender, .user_name = "",
                            .suspect_below = config->suspect_below};
    facts->kind = kind_guess(message);
    if (facts->kind.kind == KIND_REPORT)
        report_read(message, &facts->report);
    struct days days = days_ahead(message);
    facts->ahead = days.last;
    facts->next = days.next;
    facts->passed = days.passed;
    bool discussion = facts->discussion = facts->kind.kind == KIND_LIST && *sender->list;
    facts->relation = discussion ? sender->list : sender->relation;
    facts->voice = sender->address;
    if (*message->reason) /* who is asked is another matter than who watches */
        facts->voice = facts->own_voice =
            g_strconcat(discussion ? sender->list : sender->address, " ", message->reason, NULL);
    else if (discussion && writes_as_list(sender))
        facts->voice = facts->own_voice = voice_of_list(sender);
    facts->auth = auth_read(message, (const char *const *)config->authserv_ids,
                            (const char *const *)config->arc_sealers, sender->organisation);
    facts->proven = auth_verdict(&facts->auth);
    if (*sender->behind &&
        facts->proven != AUTH_PASS) { /* a relay may leave the author's own proof as it was */
        struct auth theirs = auth_read(message, (const char *const *)config->authserv_ids,
                                       (const char *const *)config->arc_sealers, sender->behind);
        if (auth_verdict(&theirs) == AUTH_PASS)
            facts->auth = theirs;
        facts->proven = auth_verdict(&facts->auth);
    }
    facts->entitled = discussion ? list_proven(&facts->auth, facts->proven, sender->list) : facts->proven;
    facts->mailed = is_mailed(facts);
    facts->inside = received_inside(message);
    facts->lure = lure_read(message, sender);
    facts->vocabulary = message_words(message);
    facts->fingerprint = message_fingerprint(message);
    facts->business = business_read(message, things_day(message, facts->kind.kind, facts->ahead));
    facts->tells = things_read(message, facts->kind.kind);
    if (things_are_claimed_by(facts->kind.kind))
        facts->borne_out = things_bear_out(message, &facts->priced, &facts->offers);
    /* Of people first and last name: there are many Annas. Organisations have one way to write theirs. */
    bool person = facts->kind.kind == KIND_PERSON, whole = strchr(sender->name, ' ') != NULL;
    if (facts->proven == AUTH_PASS && !discussion && *sender->name && (person ? whole : !sender->free_mail)) {
        g_auto(GStrv) names = names_of_person(sender->name);
        facts->name = person ? g_strdup(names[0]) : skeleton_of(sender->name);
    }
}

/* Unproven mail that she wants undoes it. To see what a forgery is she has to open it: that counts half, and
 * nothing where she deletes it then. */
bool facts_lapsed(const struct facts *facts)
{
    const struct tally *genuine = &facts->genuine;
    double all = tally_total(genuine);
    for (int i = 0; i < OUTCOME_COUNT; i++)
        all += outcome_acted(i) == 1 ? outcome_depth(i) * facts->unproven.count[i] : 0;
    return auth_is_unproven(facts->entitled) && genuine->proven >= LAPSES && genuine->proven * 2.0 > all;
}

bool facts_refused(const struct facts *facts)
{
    return outcome_wish(facts->wish.outcome) < 0;
}

void facts_clear(struct facts *facts)
{
    g_clear_pointer(&facts->vocabulary, g_strfreev);
    g_clear_pointer(&facts->name, g_free);
    g_clear_pointer(&facts->own_voice, g_free);
    g_clear_pointer(&facts->joined.organisation, g_free);
    g_clear_pointer(&facts->affiliate, g_free);
    g_clear_pointer(&facts->learned_as, g_free);
    g_clear_pointer(&facts->business, g_strfreev);
    g_clear_pointer(&facts->tells, g_strfreev);
    for (unsigned i = 0; i < facts->n_things; i++)
        g_free(facts->things[i].words);
    report_clear(&facts->report);
    g_clear_pointer(&facts->imitation.organisation, g_free);
    g_clear_pointer(&facts->imitation.person, g_free);
    alias_fact_clear(&facts->alias);
    g_clear_pointer(&facts->leaks.to, g_free);
}
