/* Which alias of hers a message came to, and whether whoever wrote it is meant to have it. */
#include <string.h>

#include "base/days.h"
#include "mail/likeness.h"
#include "mail/received.h"
#include "store/seal.h"
#include "reader/reader.h"

#define MOST_RECIPIENTS 50
#define FEWEST_CODE 6    /* letters and digits that nobody guesses */
#define FEWEST_CHANGES 3 /* from letters to digits and back */
#define SETTLING_DAYS 7 /* in which somebody's mailer introduces itself after an alias was made */

/* Whose mail it is: of those who give mailboxes to anyone, the mailbox. */
static const char *who_writes(const struct facts *facts)
{
    return facts->discussion          ? facts->relation
           : facts->sender->free_mail ? facts->sender->address
                                      : facts->sender->organisation;
}

static bool is_from(const struct facts *facts, const char *organisation)
{
    const struct sender *sender = facts->sender;
    g_autofree char *list = organisation_of(sender->list);
    return !strcmp(organisation, strchr(organisation, '@') ? sender->address : sender->organisation) ||
           (facts->discussion && (!strcmp(organisation, list) || !strcmp(organisation, sender->list)));
}

/* An address that the book does not have: the code tells whether it was made for whoever writes. */
static bool verify(struct reader *reader, const struct facts *facts, const struct alias_parts *parts,
                   struct alias_fact *fact)
{
    if (!alias_has_code(parts->detail))
        return false;
    const char *candidates[2 + AUTH_SIGNERS] = {facts->sender->organisation, facts->sender->address};
    unsigned n = 2;
    g_autoptr(GPtrArray) signers = g_ptr_array_new_with_free_func(g_free);
    for (unsigned i = 0; i < facts->auth.n_signers; i++) {
        g_ptr_array_add(signers, organisation_of(facts->auth.signers[i]));
        candidates[n++] = signers->pdata[i];
    }
    int found = witness_made_for(&reader->witness, parts, candidates, n);
    if (found < 0)
        return false;
    fact->organisation = g_strdup(candidates[found]);
    fact->made = fact->is_new = true;
    return true;
}

/* A label that she gave out, with another code, whatever it is made of, or with none. */
static bool is_forged(struct reader *reader, const struct alias_parts *parts, struct alias_fact *fact)
{
    struct alias_row row;
    const char *dot = strrchr(parts->detail, '.');
    size_t length = dot ? (size_t)(dot - parts->detail) : strlen(parts->detail);
    g_autofree char *label = g_strndup(parts->detail, length);
    g_autofree char *plain = alias_address(reader->config, parts->base, label);
    char *at = strrchr(plain, '@');
    g_autofree char *before = g_strdup_printf("%.*s.", (int)(at - plain), plain);
    if (!*label || !book_alias_like(reader->book, before, at, &row))
        return false;
    fact->organisation = g_steal_pointer(&row.organisation);
    fact->forged = dot != NULL;
    fact->codeless = !dot;
    alias_row_clear(&row);
    return true;
}

/* True where ADDRESS is an alias that she made or noted, or pretends to be. */
static bool look_at(struct reader *reader, const struct facts *facts, const char *address,
                    struct alias_fact *fact)
{
    struct alias_parts parts = {NULL, NULL};
    struct alias_row row;
    if (!alias_split(reader->config, reader->own, address, &parts))
        return false;
    g_autofree char *whole = alias_address(reader->config, parts.base, parts.detail);
    bool found = book_alias_get(reader->book, whole, &row);
    if (found) {
        fact->organisation = g_steal_pointer(&row.organisation);
        fact->given = row.given;
        fact->made = row.made;
        fact->closed = row.closed;
        fact->renewed = row.closed && book_alias_has_open(reader->book, fact->organisation);
        alias_row_clear(&row);
    } else {
        found = verify(reader, facts, &parts, fact) || is_forged(reader, &parts, fact);
    }
    if (found)
        fact->address = g_steal_pointer(&whole);
    alias_parts_clear(&parts);
    return found;
}

/* How many of the fields, from the top, are the receiving servers', and not the sender's: up to that of the
 * server which took it from outside. */
static uint32_t fields_of_servers(const struct message *message)
{
    uint32_t i = 0;
    while (i < message->n_headers && (g_ascii_strcasecmp(message->headers[i].name, "Received") != 0 ||
                                      !received_from_outside(message->headers[i].raw)))
        i++;
    return MIN(i + 1, message->n_headers);
}

/* For whom a server says in HEADER that it took the message: what a virtual alias was before it became a
 * mailbox. "" where it does not say. The caller frees it. */
static char *taken_for(const struct header *header)
{
    return g_ascii_strcasecmp(header->name, "Received") == 0 ? received_for(header->raw) : g_strdup("");
}

static bool is_told_in(const struct header *header, const char *address)
{
    static const char *const fields[] = {"Delivered-To", "X-Original-To", "Envelope-To"};
    const char *value = header->raw + strspn(header->raw, " \t<");
    size_t length = strlen(address);
    g_autofree char *taken = taken_for(header);
    bool told = g_ascii_strcasecmp(taken, address) == 0;
    for (size_t i = 0; i < G_N_ELEMENTS(fields) && !told; i++)
        told = !g_ascii_strcasecmp(header->name, fields[i]) &&
               !g_ascii_strncasecmp(value, address, length) && strchr("> \t", value[length]);
    return told;
}

bool delivered_by_server(const struct message *message, const char *address)
{
    bool told = false;
    for (uint32_t i = 0, n = *address ? fields_of_servers(message) : 0; i < n && !told; i++)
        told = is_told_in(&message->headers[i], address);
    return told;
}

static bool find_taken(struct reader *reader, const struct facts *facts, struct alias_fact *fact)
{
    const struct message *message = facts->message;
    bool found = false;
    for (uint32_t i = 0, n = fields_of_servers(message); i < n && !found; i++) {
        g_autofree char *taken = taken_for(&message->headers[i]);
        found = look_at(reader, facts, taken, fact);
    }
    return found;
}

/* The envelope knows best; then what the mail server wrote; then what the sender did. */
static bool find(struct reader *reader, const struct envelope *envelope, const struct facts *facts,
                 struct alias_fact *fact)
{
    const struct message *message = facts->message;
    for (char **one = envelope ? envelope->recipients : NULL; one && *one; one++)
        if (look_at(reader, facts, *one, fact))
            return true;
    if (find_taken(reader, facts, fact))
        return true;
    for (unsigned i = 0; i < MOST_RECIPIENTS && message->delivered_to[i]; i++)
        if (look_at(reader, facts, message->delivered_to[i], fact)) {
            fact->claimed = !delivered_by_server(message, message->delivered_to[i]);
            return true;
        }
    for (uint32_t i = 0; i < MIN(message->n_recipients, MOST_RECIPIENTS); i++)
        if (look_at(reader, facts, message->recipients[i].mailbox, fact))
            return fact->claimed = true;
    return false;
}

/* The first mail to a new alias comes from whoever runs the mail of the one who got it: proven, under that
 * one's name, within days. Later on, the same would be what an impostor does who has got hold of the
 * address. */
static bool introduces_itself(const struct facts *facts, const struct alias_fact *fact, bool anybody)
{
    enum bearing bears;
    owned(looks) looks = looks_new(facts->sender);
    likeness_of(looks, fact->organisation, &bears);
    return fact->made && !anybody && facts->proven == AUTH_PASS && facts->now >= fact->given &&
           facts->now - fact->given <= SETTLING_DAYS * DAY && bears == BEARS_NAME;
}

/* Takes every number of four digits that can be a year out of TEXT. */
static void drop_years(char *text)
{
    for (char *p = text; *p; p += MAX(1, strspn(p, "0123456789")))
        if (strspn(p, "0123456789") == 4 && (!strncmp(p, "19", 2) || !strncmp(p, "20", 2)))
            memset(p, '.', 4);
}

/* What she noted, without a code: the organisation's name, words, a year or another number, in any order, as
 * anybody would try. Letters and digits that change places three times are nobody's guess. */
static bool can_be_guessed(const struct reader *reader, const struct alias_fact *fact)
{
    struct alias_parts parts = {NULL, NULL};
    if (!alias_split(reader->config, reader->own, fact->address, &parts))
        return true;
    g_autofree char *label = alias_label(fact->organisation);
    char *named = *label ? strstr(parts.detail, label) : NULL;
    if (named)
        memset(named, '.', strlen(label));
    drop_years(parts.detail);
    unsigned length = 0, changes = 0;
    for (const char *p = parts.detail; *p; p++) {
        length += g_ascii_isalnum(*p) != 0;
        changes += g_ascii_isalnum(*p) && g_ascii_isalnum(p[1]) &&
                   g_ascii_isdigit(*p) != g_ascii_isdigit(p[1]);
    }
    alias_parts_clear(&parts);
    return length < FEWEST_CODE || changes < FEWEST_CHANGES;
}

static enum alias_use use_of(const struct reader *reader, const struct facts *facts,
                             const struct alias_fact *fact)
{
    bool anybody, failed = facts->proven == AUTH_FAIL;
    enum alias_use known = book_alias_use(reader->book, fact->address, fact->who, &anybody);
    if (is_from(facts, fact->organisation))
        return failed ? ALIAS_USE_NONE : ALIAS_USE_OWN;
    if (auth_signed_by(&facts->auth, fact->organisation))
        return ALIAS_USE_MAILER;
    if (known > ALIAS_USE_LEAK)
        return failed ? ALIAS_USE_NONE : known;
    if (facts->contact.written || facts->answers_her || facts->thread_is_hers)
        return ALIAS_USE_NONE; /* she writes from it herself */
    if (introduces_itself(facts, fact, anybody))
        return ALIAS_USE_MAILER;
    /* Who knows a code has it from somebody, wherever he writes it. */
    return !fact->made && (fact->claimed || can_be_guessed(reader, fact)) ? ALIAS_USE_NONE : ALIAS_USE_LEAK;
}

static bool take_leak(const struct alias_usage *usage, void *data)
{
    struct alias_fact *fact = data;
    fact->passed_to = g_strdup(usage->who);
    fact->passed = usage->first;
    return false;
}

/* Whoever writes under a name that is not proven to be another's has that one's leaks. */
static void recall_leaks(struct book *book, struct facts *facts)
{
    const struct sender *sender = facts->sender;
    const char *const names[] = {facts->relation, sender->free_mail ? "" : sender->organisation,
                                 sender->address};
    if (facts->proven != AUTH_FAIL && !facts->discussion)
        facts->leaks = book_alias_leaks(book, names, facts->now);
}

void recall_alias(struct reader *reader, const struct envelope *envelope, struct facts *facts)
{
    recall_leaks(reader->book, facts);
    struct alias_fact *fact = &facts->alias;
    const char *author = facts->sender->address;
    if (facts->proven != AUTH_FAIL && reader_is_own(reader, author))
        return;
    if (!find(reader, envelope, facts, fact))
        return;
    fact->who = g_strdup(who_writes(facts));
    if (!fact->given)
        fact->given = facts->now;
    if (fact->codeless && facts->proven == AUTH_PASS && is_from(facts, fact->organisation))
        fact->use = ALIAS_USE_OWN;
    if (fact->forged || fact->codeless)
        return;
    fact->use = use_of(reader, facts, fact);
    book_alias_leak(reader->book, fact->address, take_leak, fact);
}
