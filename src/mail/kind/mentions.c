/* Whether a message is about a thing that was bought or booked, by the words of both. */
#include <string.h>

#include "mail/details.h"
#include "mentions-private.h"

#define BESIDE 0.5       /* of a word that is none of the thing's: it may praise it, or name another, ... */
#define BESIDE_SELDOM 0.25 /* ... beside one that the sender hardly ever writes, which counts SELDOM, ... */
#define SELDOM 0.95
#define KIND 0.5         /* at most, of a text's word for the kind of a thing */
#define KIN 0.9          /* of another word for the same line of goods, or for what a compound is */
#define ELSEWHERE 1.0    /* ... or another route from the same place, another concert in the same hall */
#define SURE 0.7         /* of what a message is about: from there on, it is about nothing else */
#define UNSURE 0.45      /* up to there it is about something else */
#define RARE 0.8         /* of how much a name counts, from there on it is one */
#define PAID_LEAST 0.75  /* of what she paid, that is asked for the same thing, ... */
#define PAID_MOST 1.1    /* ... and no more than this */

/* Texts name all sorts of goods in passing, and what their shelves are called. */
static inline bool is_of_text(const struct mentions *mentions)
{
    return mentions->said != mentions->message->in_subject;
}

/* The place of the best of MENTIONS in PART for WORD of LENGTH bytes, the first of equals. *SAME is 0 where
 * there is none: word_is_same() is 0 where two words neither begin nor, being long, end with the same three
 * bytes, but for their endings. FOUND (or NULL) has of all in PART how far they are words of the thing. */
static inline guint find(const struct mentions *mentions, const struct part *part, const char *word,
                         size_t length, double *same, double *found)
{
    const struct mention *list = (const struct mention *)mentions->list->data;
    guint head = mentions->heads[end_at(word, length)], best = NOWHERE;
    guint tail = length >= LONG_TAIL ? mentions->tails[end_at(word + word_stem(word, length) - 3, 3)]
                                      : NOWHERE;
    *same = 0;
    while (head != NOWHERE || tail != NOWHERE) {
        guint i = head != NOWHERE ? head : tail;
        const struct mention *mention = &list[i];
        bool within = i >= part->from && i < part->to;
        double as = within ? word_is_same(mention->word, mention->length, word, length) : 0;
        as = as < 1 && is_of_text(mentions) ? MIN(as, KIND) : as;
        if (found && as > 0)
            found[i - part->from] = MAX(found[i - part->from], as);
        if (as > *same || (as > 0 && as >= *same && i < best)) {
            *same = as;
            best = i;
        }
        if (head != NOWHERE)
            head = mention->head;
        else
            tail = mention->tail;
    }
    return best;
}

/* The line of goods of the LENGTH bytes at WORD, if some of MENTIONS is of it; else 0. */
static unsigned line_of(const struct mentions *mentions, const char *word, size_t length)
{
    unsigned line = mentions->goods ? goods_line(word, length) : 0;
    return mentions->goods >> line & 1 ? line : 0;
}

/* Whether PART has a word of THING, or for it. */
static bool touches(const struct mentions *mentions, const struct part *part, const char *thing)
{
    double same = 0;
    for (size_t length; *thing && same <= 0; thing += length + (thing[length] == ' ')) {
        length = word_length(thing);
        find(mentions, part, thing, length, &same, NULL);
        if (same <= 0 && line_of(mentions, thing, length))
            return true;
    }
    return same > 0;
}

/* How much of a message stands for a thing. */
struct about {
    double found, lacks, rest; /* of the words of the thing, and of those beside them */
    bool named;                /* by a name ... */
    bool rare, seldom;         /* ... that is one, and that the sender hardly ever writes */
    bool of_text;              /* it is not the subject */
    bool crowded;              /* a word of none of it stands at one of these: another thing of that name */
};

/* Whether PART has the form of a trip, and both ends are the thing's. */
static bool has_both_ends(const struct mentions *mentions, const struct part *part, const double *found)
{
    unsigned ends = 0;
    for (guint i = part->from; i < part->to; i++)
        ends += g_array_index(mentions->list, struct mention, i).end && found[i - part->from] >= 1;
    return ends == 2;
}

/* What PART has that is none of the thing: FOUND says how far each of its mentions is. */
static void weigh_rest(const struct mentions *mentions, const struct part *part, enum kind kind,
                       const double *found, struct about *about)
{
    bool booked = kind == KIND_APPOINTMENT, both = booked && has_both_ends(mentions, part, found);
    double beside = booked && !both ? ELSEWHERE : both || about->seldom ? BESIDE_SELDOM : BESIDE;
    bool near = false; /* the one before is of the thing, or stands at it */
    for (guint i = part->from; i < part->to; i++, found++) {
        const struct mention *mention = &g_array_index(mentions->list, struct mention, i);
        bool before = i + 1 < part->to && mention[1].behind && found[1] > 0;
        bool behind = near && mention->behind;
        near = *found > 0 || behind || before;
        bool other = *found <= 0 && !mention->usual;
        about->crowded |= other && near;
        /* "Fresh blades" are blades, a "blade sharpener" is none; "lames neuves" are. */
        bool whole = (behind && !mentions->romance) || (near && booked && !both);
        about->rest += other ? mention->counts * (whole ? 1 : beside)
                             : *found > 0 ? mention->counts * (1 - *found) * beside : 0;
    }
}

/* Whether the LENGTH bytes at WORD are one of WORDING. */
static bool has_word(const struct wording *wording, const char *word, size_t length)
{
    for (guint i = 0; i < wording->tokens->len; i++) {
        const char *one = wording_word(wording, i);
        if (!strncmp(one, word, length) && !one[length])
            return true;
    }
    return false;
}

/* Where PART has another word for what THING is: it counts once, and its likes are nothing else. */
static void find_kin(const struct mentions *mentions, const struct part *part, const char *thing,
                     double *found, struct about *about, GString *told)
{
    bool any = false;
    for (size_t length; *thing; thing += length + (thing[length] == ' ')) {
        length = word_length(thing);
        unsigned line = line_of(mentions, thing, length);
        for (guint i = part->from; line && i < part->to; i++) {
            const struct mention *mention = &g_array_index(mentions->list, struct mention, i);
            double *same = &found[i - part->from], more = KIN - *same;
            if (more <= 0 || mention->usual || mention->goods != line)
                continue;
            *same = KIN;
            if (any)
                continue;
            any = true;
            about->found += more * mention->counts;
            about->lacks -= more;
            about->named = true;
            about->seldom |= mention->counts >= SELDOM;
            if (told && more == KIN)
                g_string_append_len(g_string_append(told, told->len ? " " : ""), thing, (gssize)length);
        }
    }
}

/* How far PART is about the words of THING that mail of KIND told. TOLD (or NULL): those of them that it
 * has. */
static struct about about_in(const struct mentions *mentions, const struct part *part, const char *thing,
                             enum kind kind, GString *told)
{
    struct about about = {.of_text = is_of_text(mentions)};
    double found[SUBJECT_WORDS] = {0};
    const char *first = thing; /* it, or the last word, is what the others tell more of */
    for (size_t length; *thing; thing += length + (thing[length] == ' ')) {
        double same;
        length = word_length(thing);
        if (has_word(mentions->author, thing, length)) { /* is in no mention, but may stand beside one */
            bool said = has_word(mentions->said, thing, length);
            about.named |= said;
            about.lacks += !said;
            continue;
        }
        guint i = find(mentions, part, thing, length, &same, found);
        about.lacks += 1 - same;
        if (same <= 0)
            continue;
        const struct mention *mention = &g_array_index(mentions->list, struct mention, i);
        about.found += same * mention->counts;
        about.named |= !mention->usual || mention->measure;
        about.rare |= !mention->usual && same * mention->counts >= RARE;
        bool head = thing == first || !thing[length] || mention->goods;
        about.seldom |= head && !mention->usual && same >= KIN && mention->counts >= SELDOM;
        if (told)
            g_string_append_len(g_string_append(told, told->len ? " " : ""), thing, (gssize)length);
    }
    if (mentions->goods)
        find_kin(mentions, part, first, found, &about, told);
    about.named &= about.found > 0;
    if (about.named)
        weigh_rest(mentions, part, kind, found, &about);
    return about;
}

static double share_of(const struct about *about, enum kind kind)
{
    if (!about->named)
        return 0;
    double covers = about->found / (about->found + about->lacks);
    double nothing_else = about->found / (about->found + about->rest);
    /* A few words of a text that name one of many of a thing's may be about anything. */
    bool enough = !about->of_text || about->found > 1 || 2 * covers >= 1;
    double share = MIN(about->found, 1) * (enough ? MAX(covers, 0.9 * nothing_else) : covers);
    /* Goods stand in a row of shelves, too, beside the others. */
    return about->of_text && kind != KIND_APPOINTMENT ? MIN(share, nothing_else) : share;
}

/* Whether LINE has a name of THING, and none but it. */
static bool names_alone(const struct mentions *mentions, const struct part *line, const char *thing,
                        enum kind kind)
{
    struct about about = about_in(mentions, line, thing, kind, NULL);
    return about.named && !about.crowded;
}

/* Whether a line names THING alone and asks for about what was paid, or the line below it does: an offer has
 * the name and the price, and praise around them. */
static bool look_for_offer(struct mentions *mentions, const char *thing, enum kind kind,
                           const struct details *details)
{
    double low, high, least = PAID_LEAST * details->price, most = PAID_MOST * details->price;
    bool offered = false;
    if (!mentions->lines)
        mentions_read_lines(mentions);
    for (guint i = 0; i < mentions->lines->len && !offered; i++) {
        const struct part *line = &g_array_index(mentions->lines, struct part, i);
        if (!line->priced)
            continue;
        const struct part *above = i && names_alone(mentions, line - 1, thing, kind) ? line - 1 : NULL;
        bool names = names_alone(mentions, line, thing, kind) ||
                     (above && !details_prices(above->text, details->currency, &low, &high));
        bool priced = names && details_prices(line->text, details->currency, &low, &high);
        offered = priced && ((low >= least && low <= most) || (high >= least && high <= most));
    }
    return offered;
}

/* The same of what has DETAILS. Each purchase of it asks the same: what was found last is kept. */
static bool is_offered(struct mentions *mentions, const char *thing, enum kind kind, const char *details)
{
    struct details paid = details_of(details);
    if (paid.price <= 0)
        return false;
    g_autofree char *asked = g_strdup_printf("%s =%.2f%s", thing, paid.price, paid.currency);
    if (g_strcmp0(asked, mentions->asked) != 0) {
        mentions->offered = look_for_offer(mentions, thing, kind, &paid);
        g_free(mentions->asked);
        mentions->asked = g_steal_pointer(&asked);
    }
    return mentions->offered;
}

bool mentions_touch(struct mentions *mentions, const char *thing)
{
    if (!mentions->looked)
        mentions_look(mentions);
    guint n = mentions->parts->len;
    const struct part all = {0, n ? g_array_index(mentions->parts, struct part, n - 1).to : 0, false, NULL};
    return touches(mentions, &all, thing);
}

double mentions_share(struct mentions *mentions, const char *thing, const char *details, enum kind kind,
                      char **words)
{
    g_autoptr(GString) told = g_string_new(NULL);
    g_autofree char *best = NULL;
    double most = 0;
    for (guint i = 0; i < mentions->parts->len; i++) {
        const struct part *part = &g_array_index(mentions->parts, struct part, i);
        if (!touches(mentions, part, thing))
            continue;
        g_string_truncate(told, 0);
        struct about about = about_in(mentions, part, thing, kind, told);
        double share = share_of(&about, kind);
        if (share > 0 && share < SURE && about.rare && details && kind != KIND_APPOINTMENT &&
            is_offered(mentions, thing, kind, details))
            share = SURE;
        if (share > most) {
            g_free(best);
            best = g_strdup(told->str);
        }
        most = MAX(most, share);
    }
    if (words)
        *words = best ? g_steal_pointer(&best) : g_strdup("");
    return CLAMP((most - UNSURE) / (SURE - UNSURE), 0, 1);
}
