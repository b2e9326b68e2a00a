/* The one place where things are looked up for a judgement. */
#include <string.h>

#include "base/days.h"
#include "reader/reader.h"
#include "recall-names.h"
#include "recall-wish.h"

#define FEWEST_PROVEN 2 /* messages that make an organisation known as what it is */
#define ENTITLED 3 /* messages that a list has proven to be its own */
#define LATELY 14      /* days within which a report about whom she wrote to is about what she wrote */
#define STRANGER 3 /* messages: fewer known of an organisation, and it may still be an impostor */
#define INSISTS 20 /* likewise where she never acted on one: an impostor warms up by saying nothing */

struct addressee {
    const struct reader *reader;
    const struct message *message;
};

/* What was forwarded to her is to an address that is hers, too. */
static bool is_own(const char *address, void *data)
{
    const struct addressee *is = data;
    return reader_is_own(is->reader, address) || delivered_by_server(is->message, address);
}

/* Where history is silent, the words are asked: the index is opened for strangers only. What she did
 * with the last fortnight's mail is not settled yet. */
static void recall_interest(struct reader *reader, struct facts *facts)
{
    static const uint64_t kinds = 1u << KIND_NEWSLETTER | 1u << KIND_PROMOTION | 1u << KIND_SOCIAL |
                                  1u << KIND_LIST | 1u << KIND_OTHER;
    if (!facts->stranger || !(kinds >> facts->kind.kind & 1) || !reader_index(reader))
        return;
    g_autofree char *text = g_strconcat(facts->message->subject, "\n", facts->message->text, NULL);
    index_interest(reader_index(reader), text, facts->now - (int64_t)(reader->config->ignored_after * DAY),
                   &facts->interest);
}

struct looking {
    const struct looks *looks;
    const char *self, *house, *behind;
    struct imitation *found;
};

static bool compare_one(const char *organisation, unsigned proven, void *data)
{
    struct looking *looking = data;
    if (strpbrk(organisation, "@ ") || !strcmp(organisation, looking->self) ||
        !strcmp(organisation, looking->house) ||
        !strcmp(organisation, looking->behind)) /* a mailbox, or the same house */
        return true;
    struct imitation *found = looking->found;
    enum bearing name;
    enum likeness domain = likeness_of(looking->looks, organisation, &name);
    if (domain + name > found->domain + found->name) {
        g_free(found->organisation);
        found->domain = domain;
        found->name = name;
        found->organisation = g_strdup(organisation);
        found->messages = proven;
    }
    return true;
}

static bool may_imitate(const struct facts *facts)
{
    const struct tally *earlier = &facts->tally[LEVEL_ORGANISATION];
    uint32_t total = tally_total(earlier);
    return !facts->contact.written && !facts->discussion &&
           (total < STRANGER || (total < INSISTS && !earlier->last_wanted));
}

/* A stranger is held against all whose proven mail she has: there are at most some thousands of them, and
 * strangers are few. */
static void recall_imitation(struct book *book, struct facts *facts)
{
    const struct sender *sender = facts->sender;
    struct imitation *found = &facts->imitation;
    const char *own = facts->relation;
    if (!may_imitate(facts) || !*own || (sender->relayed && !*sender->behind)) /* nobody knows who that is */
        return;
    owned(looks) looks = looks_new(sender);
    g_autofree char *behind = relation_of("", sender->behind);
    struct looking looking = {looks, facts->relation, sender->organisation, behind, found};
    book_organisations(book, FEWEST_PROVEN, compare_one, &looking);
    if (found->name == BEARS_NAME || !*sender->name)
        return;
    unsigned times = 0;
    g_autofree char *owner = recall_name_owner(book, facts, FEWEST_PROVEN, &times);
    const char *at = owner ? strchr(owner, '@') : NULL;
    bool neighbour = owner && !strcmp(owner, sender->organisation); /* where each stands for himself */
    if (at || neighbour) { /* a person, who may have another mailbox in the same house */
        g_autofree char *house = organisation_of(at ? at + 1 : "");
        bool another = neighbour || strcmp(house, sender->organisation) != 0 || sender->free_mail;
        another &= !sender_is_behind(sender, owner);
        found->person = another ? g_steal_pointer(&owner) : NULL;
        found->by_person = times;
        return;
    }
    if (owner && strcmp(owner, behind) != 0 &&
        (!found->organisation || !strcmp(owner, found->organisation) || found->domain < LIKENESS_EDIT)) {
        found->domain =
            found->organisation && !strcmp(owner, found->organisation) ? found->domain : LIKENESS_NONE;
        found->name = BEARS_NAME;
        found->messages = times;
        g_free(found->organisation);
        found->organisation = g_steal_pointer(&owner);
    }
}

/* A letter of hers that the book does not know yet. */
static bool wrote(struct reader *reader, const char *id)
{
    g_autofree char *author = reader_index(reader) ? index_author(reader->index, id) : NULL;
    const char *open = author ? strrchr(author, '<') : NULL;
    if (!author)
        return false;
    g_autofree char *address = open ? g_strndup(open + 1, strcspn(open + 1, ">")) : g_strdup(author);
    return reader_is_own(reader, address);
}

/* It returns a letter of hers, or names one; or says that nobody was reached to whom she wrote lately. */
static bool is_about_hers(struct reader *reader, const struct facts *facts)
{
    const struct reported *report = &facts->report;
    if (facts->kind.kind != KIND_REPORT)
        return false;
    if (facts->kind.answer) /* which comes from whom she wrote to; a letter is returned by any server */
        return facts->answers_her || facts->thread_is_hers;
    if (book_is_hers(reader->book, (const char *const *)report->ids))
        return true;
    for (char **id = report->ids; *id; id++)
        if (wrote(reader, *id))
            return true;
    for (char **address = report->recipients; *address; address++) {
        struct contact contact = book_contact(reader->book, *address);
        if (!reader_is_own(reader, *address) && contact.written && facts->now - contact.last < LATELY * DAY)
            return true;
    }
    return false;
}

/* Leaves out SELF. */
static void drop_self(struct facts *facts, const struct entry *self)
{
    for (unsigned i = 0; i < facts->n_recent; i++)
        if (facts->recent[i].date == self->date && facts->recent[i].fingerprint == self->fingerprint) {
            facts->n_recent--;
            memmove(facts->recent + i, facts->recent + i + 1, (facts->n_recent - i) * sizeof *facts->recent);
            return;
        }
}

static void recall_lately(struct book *book, struct facts *facts)
{
    struct recent receipts[PURCHASES];
    bool unproven = auth_is_unproven(facts->entitled);
    struct lately lately = {facts->relation, facts->kind.kind, unproven, G_MININT64, facts->now};
    facts->n_recent = book_recent(book, &lately, facts->recent, RECENT_MESSAGES);
    facts->last_shown = facts->stranger ? book_last_stranger(book, facts->kind.kind, facts->now)
                                        : book_last_shown(book, facts->relation, facts->kind.kind,
                                                          unproven, facts->now);
    if (facts->kind.kind != KIND_PROMOTION && facts->kind.kind != KIND_NEWSLETTER)
        return; /* nobody else offers anything */
    lately.kind = KIND_RECEIPT;
    facts->n_purchases = book_recent(book, &lately, receipts, PURCHASES);
    for (unsigned i = 0; i < facts->n_purchases; i++)
        facts->purchases[i] = receipts[i].date;
}

static void recall_with(struct book *book, struct facts *facts)
{
    unsigned n = facts->kind.kind == KIND_PERSON || facts->discussion ? facts->addressing.n_with : 0;
    for (; facts->n_with < n; facts->n_with++)
        facts->with[facts->n_with] =
            book_weight(book, weight_key_of_word(WEIGHT_WITH, facts->addressing.with[facts->n_with]));
}

static void recall_weights(struct book *book, struct facts *facts)
{
    const char *apart = auth_is_unproven(facts->entitled) ? "unproven " : "";
    g_autofree char *sender_kind =
        g_strdup_printf("%s%s %s", apart, facts->voice, kind_name(facts->kind.kind));
    facts->learned_as = g_strconcat(apart, facts->relation, NULL);
    facts->deviations = book_deviations(book);
    for (char **word = facts->vocabulary; *word; word++)
        facts->words[facts->n_words++] = (struct word_fact){
            .word = *word,
            .anywhere = book_weight(book, weight_key_of_word("", *word)),
            .here = book_weight(book, weight_key_of_word(facts->learned_as, *word)),
        };
    facts->bias_organisation = book_weight(book, weight_key_of_word(facts->learned_as, ""));
    facts->bias_sender = book_weight(book, weight_key_of_word(sender_kind, ""));
}

struct asking {
    struct book *book;
    const struct facts *facts;
    const struct entry *self; /* is left out; or NULL */
};

static struct tally ask_kind(const struct asking *asking, int level, const char *name, enum kind kind)
{
    struct tally tally = book_tally(asking->book, level, name, kind, asking->facts->now);
    if (asking->self)
        book_tally_without(asking->book, asking->self, level, name, kind, asking->facts->now, &tally);
    return tally;
}

static struct tally ask_tally(const struct asking *asking, int level, const char *name)
{
    return ask_kind(asking, level, name, asking->facts->kind.kind);
}

/* What is proven has what proven mail earned; what is not uses that too, and pays for its like alone. */
static void recall_tallies(struct book *book, struct facts *facts, const struct entry *self)
{
    const struct asking asking = {book, facts, self};
    for (enum level level = 0; level < LEVEL_COUNT; level++) {
        const char *name = level == LEVEL_SENDER_KIND    ? facts->voice
                           : level == LEVEL_STRANGER     ? auth_result_name(facts->entitled)
                           : level >= LEVEL_ORGANISATION ? facts->relation
                                                         : "";
        facts->tally[level] = ask_tally(&asking, level, name);
        if (level == LEVEL_ORGANISATION)
            facts->genuine = facts->tally[level];
        if (level == LEVEL_STRANGER || !auth_is_unproven(facts->entitled))
            continue;
        struct tally unproven = ask_tally(&asking, level + LEVEL_UNPROVEN, name);
        if (level == LEVEL_ORGANISATION)
            facts->unproven = unproven;
        tally_add(&facts->tally[level], &unproven);
    }
    int of_kind = LEVEL_ORGANISATION_KIND + (auth_is_unproven(facts->entitled) ? LEVEL_UNPROVEN : 0);
    facts->receipts = ask_kind(&asking, of_kind, facts->relation, KIND_RECEIPT);
    bool offer = facts->kind.kind == KIND_PROMOTION;
    if (offer || facts->kind.kind == KIND_NEWSLETTER)
        facts->akin = book_tally(book, LEVEL_ORGANISATION_KIND, facts->relation,
                                 offer ? KIND_NEWSLETTER : KIND_PROMOTION, facts->now).received;
}

/* A list's standing is for those who prove that they are the list, where it did so. */
static bool only_says_list(const struct facts *facts)
{
    const struct tally *list = &facts->tally[LEVEL_ORGANISATION];
    return facts->discussion && facts->entitled != AUTH_PASS && facts->entitled != AUTH_UNKNOWN &&
           list->proven >= ENTITLED && list->proven * 2 > tally_total(list);
}

/* Lists change what they send on, and so break its signatures: that a list which she follows did says
 * nothing against the author. Whoever is not followed could call himself a list. */
static void recall_list(struct facts *facts)
{
    facts->sent_on = facts->discussion && facts->proven != AUTH_PASS && facts->entitled == AUTH_PASS &&
                     facts->tally[LEVEL_ORGANISATION].acted > 0.5;
    if (facts->sent_on)
        facts->proven = AUTH_NONE;
}

/* Of what comes to many, and of people: who says that she bought something of him is another matter. */
static void recall_strangers(struct book *book, struct facts *facts)
{
    static const enum kind kinds[STRANGERS_KINDS] = {KIND_PERSON, KIND_NEWSLETTER, KIND_PROMOTION,
                                                     KIND_SOCIAL, KIND_OTHER};
    const char *proven = auth_result_name(facts->entitled);
    facts->strangers = facts->tally[LEVEL_STRANGER].received;
    for (size_t i = 0; i < G_N_ELEMENTS(kinds) && facts->as_stranger > 0; i++) {
        struct of_strangers *of = &facts->of_strangers[i];
        if (kinds[i] == facts->kind.kind) {
            facts->with_strangers = true;
            continue;
        }
        of->kind = kinds[i];
        of->first = book_tally(book, LEVEL_STRANGER, proven, kinds[i], facts->now);
        of->all = book_tally(book, LEVEL_KIND, "", kinds[i], facts->now);
        facts->strangers += of->first.received;
    }
}

static void recall_history(struct reader *reader, const struct envelope *envelope, struct facts *facts)
{
    struct entry self;
    facts->has_book = true;
    book_hold(reader->book);
    recall_relation(reader->book, facts);
    recall_joined(reader->book, facts);
    bool met = facts->known && book_get(reader->book, facts->message->id, &self);
    recall_tallies(reader->book, facts, met ? &self : NULL);
    if (only_says_list(facts)) {
        facts->no_list = true;
        facts->discussion = false;
        facts->relation = facts->sender->relation;
        facts->voice = facts->sender->address;
        facts->entitled = facts->proven;
        recall_joined(reader->book, facts);
        recall_tallies(reader->book, facts, met ? &self : NULL);
    }
    recall_list(facts);
    recall_affiliate(facts);
    facts->since = book_since(reader->book, facts->now);
    recall_conversation(reader, facts);
    facts->about_hers = is_about_hers(reader, facts);
    const struct tally *earlier = &facts->tally[LEVEL_ORGANISATION];
    bool met_her = facts->contact.written || facts->answers_her || facts->thread_is_hers;
    facts->first = !met_her && tally_total(earlier) == 0;
    facts->stranger = !met_her && tally_total(earlier) < STRANGER && earlier->acted == 0;
    facts->as_stranger = met_her || earlier->acted > 0
                             ? 0
                             : MIN(1, (double)STRANGER / MAX(tally_total(earlier), 1));
    recall_strangers(reader->book, facts);
    recall_lately(reader->book, facts);
    if (met)
        drop_self(facts, &self);
    if (met && !placement_is_demoted(self.placement)) /* it has had its chance itself */
        facts->last_shown = facts->now;
    recall_volume(reader->book, facts);
    if (facts->proven != AUTH_FAIL)
        recall_business(reader->book, facts, met ? self.date : facts->now);
    recall_interest(reader, facts);
    recall_imitation(reader->book, facts);
    recall_newcomer(reader->book, facts);
    if (facts->stranger && !facts->discussion && !facts->imitation.person)
        facts->imitation.person = recall_known_address(reader, facts);
    if (facts->proven == AUTH_PASS)
        recall_their_business(reader->book, facts, met ? self.date : facts->now);
    recall_alias(reader, envelope, facts);
    recall_wish(reader->book, met ? &self : NULL, facts);
    recall_weights(reader->book, facts);
    recall_with(reader->book, facts);
    recall_things(reader, facts, met ? self.date : facts->now);
    book_release(reader->book);
}

/* Of a house of hers, which gives no mailbox to anybody. */
static bool is_colleague(const struct reader *reader, const struct facts *facts)
{
    const struct sender *sender = facts->sender;
    for (char **own = reader->own; own && *own && facts->proven == AUTH_PASS && !sender->free_mail; own++) {
        g_autofree char *house = organisation_of(strrchr(*own, '@') ? strrchr(*own, '@') + 1 : "");
        if (*house && !strcmp(house, sender->organisation))
            return true;
    }
    return false;
}

void recall(struct reader *reader, const struct envelope *envelope, struct facts *facts)
{
    facts->without = reader->without;
    facts->terse = reader->terse;
    struct addressee is = {reader, facts->message};
    facts->addressing = addressing_read(facts->message, reader->own && *reader->own ? is_own : NULL, &is);
    facts->hers = reader_is_own(reader, facts->sender->address) &&
                  (facts->proven == AUTH_PASS || (facts->inside && facts->proven != AUTH_FAIL));
    facts->colleague = is_colleague(reader, facts);
    if (reader->book)
        recall_history(reader, envelope, facts);
    recall_relay(reader->book, facts);
    if (reader->user_name) /* last, since opening the index finds it anew */
        facts->user_name = reader->user_name;
    facts->imitation.herself = may_imitate(facts) && recall_her_name(reader, facts);
}
