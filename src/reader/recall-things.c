/* What a message is about, of what she bought, booked or took part in. */
#include <string.h>

#include "reader/reader.h"
#include "store/ledger.h"

#define OF_RELATION 256 /* things that are looked at */
#define OF_OTHERS 64
#define OF_TEXT 0.9   /* what a text counts, of which the subject names something else, or nothing */
#define OF_REORDER 0.9 /* how far a message is about what was bought most often, that is to be bought again */
#define OF_PERSON 0.8 /* how far a message is about a booking to come of which it names only whom it is for */

struct seeking {
    struct facts *facts;
    struct mentions *of_subject, *of_text;
    GArray *of_words;    /* struct kept: what the text may be about, while the subject is about nothing */
    const char *herself; /* what she is called, or NULL */
    char *sold;          /* goods_of_name() of who writes, or NULL; owned; ... */
    bool named;          /* ... once that was looked for */
    bool theirs;
    bool asked; /* what the message asks for the latest */
};

struct kept {
    struct thing thing; /* its texts are owned */
    bool theirs;
};

static void clear_kept(gpointer data)
{
    struct kept *kept = data;
    g_free((char *)kept->thing.words);
    g_free((char *)kept->thing.details);
}

static void keep(GArray *all, const struct thing *thing, bool theirs)
{
    struct kept kept = {*thing, theirs};
    kept.thing.words = g_strdup(thing->words);
    kept.thing.details = g_strdup(thing->details);
    g_array_append_val(all, kept);
}

/* In how much of what the relation sends WORD stands in the subject. */
static double how_common(const char *word, const void *data)
{
    const struct facts *facts = data;
    double all = tally_total(&facts->tally[LEVEL_ORGANISATION]);
    for (unsigned i = 0; i < facts->n_words; i++)
        if (!strcmp(facts->words[i].word, word))
            return all > 0 ? facts->words[i].here->seen / all : 0;
    return 0;
}

/* Whether MENTIONS could be about THING. *NAMED: it is who writes. */
static bool may_concern(const struct seeking *seeking, struct mentions *mentions,
                        const struct thing *thing, bool *named)
{
    const struct facts *facts = seeking->facts;
    bool entry = thing->kind == KIND_APPOINTMENT, paid = thing->kind == KIND_ACCOUNT && thing->day;
    *named = facts->next && seeking->theirs &&
             (entry || (paid && things_are_renewed(facts->message->in_subject))) &&
             mentions_author(mentions, thing->words);
    return facts->n_things < THINGS_ABOUT && (*named || mentions_touch(mentions, thing->words));
}

static void compare(struct seeking *seeking, struct mentions *mentions, const struct thing *thing,
                    double counts)
{
    struct facts *facts = seeking->facts;
    g_autofree char *words = NULL;
    /* A name says nothing of what is offered, and any mail merge fills it in: it tells of days to come. */
    bool to_come = thing->day > facts->now && seeking->theirs && facts->n_things < THINGS_ABOUT, named;
    if (!may_concern(seeking, mentions, thing, &named) && !to_come)
        return;
    double share = mentions_share(mentions, thing->words, thing->details, thing->kind, &words);
    bool may = share > 0 || to_come || named;
    struct details details = may ? details_of(thing->details) : (struct details){0};
    char *person = share < OF_PERSON && to_come
                       ? mentions_person(mentions, details.people, seeking->herself)
                       : NULL;
    if (person) {
        share = OF_PERSON;
        g_free(words);
        words = person;
    }
    named &= share <= 0;
    if (named) {
        share = 1;
        g_free(words);
        words = g_strdup(thing->words);
    }
    if (share <= 0)
        return;
    facts->things[facts->n_things++] = (struct thing_fact){
        .words = words,
        .details = details,
        .share = share * counts,
        .date = thing->date,
        .day = thing->day,
        .kind = thing->kind,
        .theirs = seeking->theirs,
        .lone = !named && !person && strchr(thing->words, ' ') && !strchr(words, ' '),
        .named = named,
    };
    struct thing_fact *fact = &facts->things[facts->n_things - 1];
    /* What was bought last is what a price is held against: the text is gone through once. */
    bool asks = details.price > 0 && seeking->theirs && !person && !named && !seeking->asked &&
                2 * fact->share >= 1;
    if (asks)
        things_price(facts->message, words, details.currency, &fact->lowest, &fact->highest);
    seeking->asked |= asks;
    words = NULL;
}

/* Whether a message may be about what was bought or booked of another. */
static bool may_touch(const char *words, void *data)
{
    const struct seeking *seeking = data;
    unsigned n = seeking->facts->n_things;
    return n < THINGS_ABOUT && (mentions_touch(seeking->of_subject, words) ||
                                (!n && mentions_touch(seeking->of_text, words)));
}

/* Who is named by what he sells sells that, where it has the name of a brand. */
static bool is_sold(struct seeking *seeking, const struct thing *thing)
{
    if (!seeking->theirs || (thing->kind != KIND_RECEIPT && thing->kind != KIND_SHIPPING))
        return false;
    if (!seeking->named)
        seeking->sold = goods_of_name(seeking->facts->message->author.name);
    seeking->named = true;
    return seeking->sold && !goods_are_known(thing->words);
}

static void compare_subject(const struct thing *told, void *data)
{
    struct seeking *seeking = data;
    bool named;
    g_autofree char *words = is_sold(seeking, told) ? g_strjoin(" ", told->words, seeking->sold, NULL) : NULL;
    struct thing as = *told;
    as.words = words ? words : told->words;
    const struct thing *thing = &as;
    seeking->facts->has_things |= seeking->theirs;
    compare(seeking, seeking->of_subject, thing, 1);
    if (seeking->facts->n_things || !may_concern(seeking, seeking->of_text, thing, &named))
        return;
    keep(seeking->of_words, thing, seeking->theirs);
}

static void note_last(const struct thing *thing, void *data)
{
    struct facts *facts = data;
    facts->told_last = thing->date;
}

/* What is hers anyhow needs no such evidence; who is not proven may not use it. */
static bool may_be_about(const struct facts *facts)
{
    static const uint64_t kinds = 1u << KIND_NEWSLETTER | 1u << KIND_PROMOTION | 1u << KIND_SOCIAL |
                                  1u << KIND_OTHER | 1u << KIND_LIST | 1u << KIND_ACCOUNT |
                                  1u << KIND_APPOINTMENT;
    return kinds >> facts->kind.kind & 1 && !auth_is_unproven(facts->entitled);
}

static void seek(const struct reader *reader, struct seeking *seeking, int64_t before)
{
    const char *relation = seeking->facts->relation;
    seeking->theirs = true;
    book_things(reader->book, relation, before, OF_RELATION, compare_subject, seeking);
    seeking->theirs = false;
    if (seeking->facts->stranger) /* who can guess what many buy */
        return;
    struct elsewhere elsewhere = {relation, KIND_APPOINTMENT, before, OF_OTHERS};
    book_things_elsewhere(reader->book, &elsewhere, may_touch, compare_subject, seeking);
    elsewhere.kind = KIND_RECEIPT;
    book_things_elsewhere(reader->book, &elsewhere, may_touch, compare_subject, seeking);
}

static void keep_goods(const struct thing *thing, void *data)
{
    if (thing->kind == KIND_RECEIPT || thing->kind == KIND_SHIPPING)
        keep(data, thing, true);
}

/* The words of GOODS, struct kept, that were bought most often, more than once; or NULL. Borrowed. */
static const char *most_bought(const GArray *goods)
{
    const char *words = NULL;
    for (guint i = 0, most = 1, times; i < goods->len; i++) {
        const char *one = g_array_index(goods, struct kept, i).thing.words;
        times = 0;
        for (guint k = 0; k < goods->len; k++)
            times += !strcmp(g_array_index(goods, struct kept, k).thing.words, one);
        if (times > most) {
            most = times;
            words = one;
        }
    }
    return words;
}

/* What is to be bought again and has no name is what is bought there most often. */
static void seek_reorder(const struct reader *reader, struct facts *facts, int64_t before)
{
    const struct wording *subject = facts->message->in_subject;
    g_autoptr(GArray) goods = g_array_new(FALSE, FALSE, sizeof(struct kept));
    g_array_set_clear_func(goods, clear_kept);
    book_things(reader->book, facts->relation, before, OF_RELATION, keep_goods, goods);
    const char *words = most_bought(goods);
    if (!words || things_are_other_goods(subject, words))
        return;
    for (guint i = 0; i < goods->len && facts->n_things < THINGS_ABOUT; i++) {
        const struct thing *thing = &g_array_index(goods, struct kept, i).thing;
        if (!strcmp(thing->words, words))
            facts->things[facts->n_things++] = (struct thing_fact){
                .words = g_strdup(words), .details = details_of(thing->details), .share = OF_REORDER,
                .date = thing->date, .day = thing->day, .kind = thing->kind, .theirs = true};
    }
}

/* What the subject is about; where that is nothing of hers, what the text begins with. */
void recall_things(const struct reader *reader, struct facts *facts, int64_t before)
{
    enum kind kind = facts->kind.kind;
    book_things(reader->book, facts->relation, before, 1, note_last, facts);
    if (kind == KIND_RECEIPT || kind == KIND_SHIPPING) /* receipts may name no thing */
        facts->told_last = MAX(facts->told_last, book_business_last(reader->book, facts->relation, before));
    if (!may_be_about(facts))
        return;
    const char *herself = reader->user_name;
    owned(mentions) of_subject = mentions_new(facts->message, herself, false, how_common, facts);
    owned(mentions) of_text = mentions_new(facts->message, herself, true, how_common, facts);
    g_autoptr(GArray) of_words = g_array_new(FALSE, FALSE, sizeof(struct kept));
    g_array_set_clear_func(of_words, clear_kept);
    struct seeking seeking = {.facts = facts, .of_subject = of_subject, .of_text = of_text,
                              .of_words = of_words, .herself = herself};
    seek(reader, &seeking, before);
    bool of_subject_only = facts->n_things > 0;
    for (guint i = 0; i < of_words->len && !of_subject_only; i++) {
        const struct kept *kept = &g_array_index(of_words, struct kept, i);
        seeking.theirs = kept->theirs;
        compare(&seeking, of_text, &kept->thing, OF_TEXT);
    }
    g_free(seeking.sold);
    if (!facts->n_things && facts->has_things && things_run_out(facts->message->in_subject))
        seek_reorder(reader, facts, before);
}
