/* Whether a message is about a thing that was bought or booked, by the words of both. */
#include <string.h>

#include "mail/details.h"
#include "mail/words.h"
#include "things-private.h"

#define SUBJECT_WORDS 24
#define ENDS 2048
#define TEXT_PARTS 4  /* sentences of the text that are looked at, each on its own */
#define SHORT 10       /* bytes that are one, whatever stands in them: St. Moritz */
#define COMMON_MOST 0.75 /* of a word that stands in all mail of the sender, this much does not count */
#define BESIDE 0.5       /* of a word that is none of the thing's: it may praise it, or name another, ... */
#define BESIDE_SELDOM 0.25 /* ... beside one that the sender hardly ever writes, which counts SELDOM, ... */
#define SELDOM 0.95
#define ELSEWHERE 1.0    /* ... or another route from the same place, another concert in the same hall */
#define SURE 0.7         /* of what a message is about: from there on, it is about nothing else */
#define UNSURE 0.45      /* up to there it is about something else */
#define RARE 0.8         /* of how much a name counts, from there on it is one */
#define PAID_LEAST 0.75  /* of what she paid, that is asked for the same thing, ... */
#define PAID_MOST 1.1    /* ... and no more than this */

struct mention {
    char *word;
    size_t length;
    double counts; /* 0 to 1 */
    bool behind;   /* it stands right behind the one before */
    bool measure;  /* it is how far something goes: says nothing alone, and of no other thing */
    bool usual;    /* it stands in all sorts of mail: no name, and says nothing of what else it is about */
};

/* A sentence: the first of its mentions, at most SUBJECT_WORDS, and the one behind them. */
struct part {
    guint from, to;
    bool priced; /* it may have a price */
    char *text;  /* NUL-terminated; owned; or NULL */
};

struct mentions {
    const struct message *message;
    struct wording *author;     /* the name of who writes; owned */
    struct wording *without;    /* and hers, by which no thing is called; owned */
    const struct wording *said; /* where the mentions stand */
    GArray *list;               /* struct mention */
    GArray *parts;              /* struct part: what the message is about */
    GArray *lines;              /* struct part: where it may ask for a price; NULL until that is looked for */
    bool heads[ENDS], tails[ENDS]; /* how the words of PARTS begin and end: end_at() */
    char *asked;                /* of what an offer was looked for last; or NULL; owned */
    bool offered;               /* whether there is one */
};

static void clear_mention(gpointer mention)
{
    g_free(((struct mention *)mention)->word);
}

static void clear_part(gpointer part)
{
    g_free(((struct part *)part)->text);
}

static GArray *parts_new(void)
{
    GArray *parts = g_array_new(FALSE, FALSE, sizeof(struct part));
    g_array_set_clear_func(parts, clear_part);
    return parts;
}

/* Of the bytes at P, three or what there is. */
static guint end_at(const char *p, size_t length)
{
    guint b = length > 1 ? (guchar)p[1] : 0, c = length > 2 ? (guchar)p[2] : 0;
    return ((guchar)p[0] * 1009u + b * 37u + c) % ENDS;
}

/* The words of SENTENCE that can name a thing. TEXT goes to the part. */
static struct part read_part(struct mentions *mentions, const struct wording *sentence, char *text,
                             mentions_common *common, const void *data)
{
    g_autoptr(GArray) behind = g_array_new(FALSE, FALSE, sizeof(bool));
    g_autoptr(GPtrArray) words = telling_words(sentence, mentions->without, SUBJECT_WORDS, behind);
    guint from = mentions->list->len;
    for (guint i = 0; i < words->len; i++) {
        double share = common ? common(words->pdata[i], data) : 0;
        struct mention mention = {g_strdup(words->pdata[i]), strlen(words->pdata[i]),
                                  1 - COMMON_MOST * CLAMP(share, 0, 1), g_array_index(behind, bool, i),
                                  is_measure(words->pdata[i]), !is_name(words->pdata[i])};
        g_array_append_val(mentions->list, mention);
    }
    return (struct part){from, mentions->list->len, details_has_price(sentence), text};
}

/* Adds TEXT, a sentence, to PARTS; to what the message is about where it can name a thing. Takes TEXT. */
static void add_part(struct mentions *mentions, GArray *parts, char *text, mentions_common *common,
                     const void *data)
{
    owned(wording) sentence = wording_new(text, LINE_WORDS);
    struct part part = read_part(mentions, sentence, text, common, data);
    if (part.to > part.from || parts == mentions->lines)
        g_array_append_val(parts, part);
    else
        g_free(text);
}

/* The next sentence at *P, which goes on behind it. The caller frees it. */
static char *next_sentence(const char **p)
{
    size_t length = sentence_length(*p, strcspn(*p, "\n"), SHORT);
    char *text = line_copy(*p, length);
    *p += length;
    *p += **p == '\n';
    return text;
}

/* What the text begins with. */
static void read_text(struct mentions *mentions, mentions_common *common, const void *data)
{
    const char *p = mentions->message->text;
    for (unsigned n = 0; *p && n < LINES && mentions->parts->len < TEXT_PARTS; n++)
        add_part(mentions, mentions->parts, next_sentence(&p), common, data);
}

/* Sentences with a number, and those above them. */
static void read_lines(struct mentions *mentions)
{
    const char *p = mentions->message->text;
    g_autofree char *above = NULL;
    mentions->lines = parts_new();
    for (unsigned n = 0; *p && n < LINES; n++) {
        g_autofree char *text = next_sentence(&p);
        bool number = strpbrk(text, "0123456789");
        if (number && above)
            add_part(mentions, mentions->lines, g_steal_pointer(&above), NULL, NULL);
        if (number)
            add_part(mentions, mentions->lines, g_steal_pointer(&text), NULL, NULL);
        else if (text[strspn(text, " -_=*.|")]) {
            g_free(above);
            above = g_steal_pointer(&text);
        }
    }
}

struct mentions *mentions_new(const struct message *message, const char *herself, bool of_text,
                              mentions_common *common, const void *data)
{
    struct mentions *mentions = g_new0(struct mentions, 1);
    mentions->message = message;
    g_autofree char *both = g_strconcat(message->author.name, " ", herself, NULL);
    mentions->author = wording_new(message->author.name, LINE_WORDS);
    mentions->without = wording_new(both, LINE_WORDS);
    mentions->said = of_text ? message->in_text : message->in_subject;
    mentions->list = g_array_new(FALSE, FALSE, sizeof(struct mention));
    g_array_set_clear_func(mentions->list, clear_mention);
    mentions->parts = parts_new();
    if (of_text)
        read_text(mentions, common, data);
    else {
        struct part subject = read_part(mentions, message->in_subject, NULL, common, data);
        g_array_append_val(mentions->parts, subject);
    }
    for (guint i = 0; i < mentions->list->len; i++) {
        const struct mention *mention = &g_array_index(mentions->list, struct mention, i);
        mentions->heads[end_at(mention->word, mention->length)] = true;
        if (mention->length >= LONG_TAIL)
            mentions->tails[end_at(mention->word + mention->length - 3, 3)] = true;
    }
    return mentions;
}

void mentions_free(struct mentions *mentions)
{
    if (!mentions)
        return;
    g_array_unref(mentions->list);
    g_array_unref(mentions->parts);
    g_clear_pointer(&mentions->lines, g_array_unref);
    wording_free(mentions->author);
    wording_free(mentions->without);
    g_free(mentions->asked);
    g_free(mentions);
}

/* The place of the best of MENTIONS in PART for WORD of LENGTH bytes. *SAME is 0 where there is none. */
static guint find(const struct mentions *mentions, const struct part *part, const char *word, size_t length,
                  double *same)
{
    guint best = 0;
    *same = 0;
    for (guint i = part->from; i < part->to; i++) {
        const struct mention *mention = &g_array_index(mentions->list, struct mention, i);
        bool long_tail = length >= LONG_TAIL && mention->length >= LONG_TAIL;
        if (*mention->word != *word &&
            !(long_tail && mention->word[mention->length - 1] == word[length - 1]))
            continue;
        double as = word_is_same(mention->word, mention->length, word, length);
        if (as > *same) {
            *same = as;
            best = i;
        }
    }
    return best;
}

char *mentions_person(const struct mentions *mentions, const char *people, const char *herself)
{
    g_auto(GStrv) persons = g_strsplit(*people && herself && *herself ? people : "", ", ", 4);
    owned(wording) her = wording_new(herself ? herself : "", LINE_WORDS);
    for (char **person = persons; *person; person++) {
        g_auto(GStrv) names = g_strsplit(*person, " ", THING_WORDS);
        bool all = true, hers = true;
        for (char **name = names; *name; name++) {
            all &= wording_has(mentions->message->in_subject, *name);
            hers &= wording_has(her, *name);
        }
        if (all && !hers && *names)
            return g_strdup(*person);
    }
    return NULL;
}

/* How much of a message stands for a thing. */
struct about {
    double found, lacks, rest; /* of the words of the thing, and of those beside them */
    bool named;                /* by a name ... */
    bool rare, seldom;         /* ... that is one, and that the sender hardly ever writes */
    bool of_text;              /* it is not the subject */
    bool crowded;              /* a word of none of it stands at one of these: another thing of that name */
};

/* What PART has that is none of the thing: FOUND says how far each of its mentions is. */
static void weigh_rest(const struct mentions *mentions, const struct part *part, enum kind kind,
                       const double *found, struct about *about)
{
    double beside = kind == KIND_APPOINTMENT ? ELSEWHERE : about->seldom ? BESIDE_SELDOM : BESIDE;
    bool near = false; /* the one before is of the thing, or stands at it */
    for (guint i = part->from; i < part->to; i++, found++) {
        const struct mention *mention = &g_array_index(mentions->list, struct mention, i);
        bool before = i + 1 < part->to && mention[1].behind && found[1] > 0;
        bool behind = near && mention->behind;
        near = *found > 0 || behind || before;
        bool other = *found <= 0 && !mention->usual;
        about->crowded |= other && near;
        /* "Fresh blades" are blades, a "blade sharpener" is none. */
        about->rest += other ? mention->counts * (behind || (near && kind == KIND_APPOINTMENT) ? 1 : beside)
                             : *found > 0 ? mention->counts * (1 - *found) * beside : 0;
    }
}

/* Whether the LENGTH bytes at WORD are one of WORDING. */
static bool has_word(const struct wording *wording, const char *word, size_t length)
{
    for (guint i = 0; i < wording->tokens->len; i++) {
        const char *one = wording->spelt->str + g_array_index(wording->tokens, struct token, i).at;
        if (!strncmp(one, word, length) && !one[length])
            return true;
    }
    return false;
}

/* How far PART is about the words of THING that mail of KIND told. TOLD (or NULL): those of them that it
 * has. */
static struct about about_in(const struct mentions *mentions, const struct part *part, const char *thing,
                             enum kind kind, GString *told)
{
    struct about about = {.of_text = mentions->said != mentions->message->in_subject};
    double found[SUBJECT_WORDS] = {0};
    const char *first = thing; /* it, or the last word, is what the others tell more of */
    for (size_t length; *thing; thing += length + (thing[length] == ' ')) {
        double same;
        length = strcspn(thing, " ");
        if (has_word(mentions->author, thing, length)) { /* is in no mention, but may stand beside one */
            bool said = has_word(mentions->said, thing, length);
            about.named |= said;
            about.lacks += !said;
            continue;
        }
        guint i = find(mentions, part, thing, length, &same);
        about.lacks += 1 - same;
        if (same <= 0)
            continue;
        const struct mention *mention = &g_array_index(mentions->list, struct mention, i);
        about.found += same * mention->counts;
        about.named |= !mention->usual || mention->measure;
        about.rare |= !mention->usual && same * mention->counts >= RARE;
        bool head = thing == first || !thing[length];
        about.seldom |= head && !mention->usual && same * mention->counts >= SELDOM;
        found[i - part->from] = MAX(found[i - part->from], same);
        if (told)
            g_string_append_len(g_string_append(told, told->len ? " " : ""), thing, (gssize)length);
    }
    about.named &= about.found > 0;
    if (about.named)
        weigh_rest(mentions, part, kind, found, &about);
    return about;
}

static double share_of(const struct about *about)
{
    if (!about->named)
        return 0;
    double covers = about->found / (about->found + about->lacks);
    double nothing_else = about->found / (about->found + about->rest);
    /* A few words of a text that name one of many of a thing's may be about anything. */
    bool enough = !about->of_text || about->found > 1 || 2 * covers >= 1;
    return MIN(about->found, 1) * (enough ? MAX(covers, 0.9 * nothing_else) : covers);
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
static bool is_offered(struct mentions *mentions, const char *thing, enum kind kind,
                       const struct details *details)
{
    double low, high, least = PAID_LEAST * details->price, most = PAID_MOST * details->price;
    bool offered = false;
    if (!mentions->lines)
        read_lines(mentions);
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

/* word_is_same() is 0 where two words neither begin with the same three bytes nor, being long, end so. */
bool mentions_touch(const struct mentions *mentions, const char *thing)
{
    double same = 0;
    for (size_t length; *thing && same <= 0; thing += length + (thing[length] == ' ')) {
        length = strcspn(thing, " ");
        bool may = mentions->heads[end_at(thing, length)] ||
                   (length >= LONG_TAIL && mentions->tails[end_at(thing + length - 3, 3)]);
        for (guint i = 0; i < mentions->parts->len && same <= 0 && may; i++)
            find(mentions, &g_array_index(mentions->parts, struct part, i), thing, length, &same);
    }
    return same > 0;
}

double mentions_share(struct mentions *mentions, const char *thing, const struct details *details,
                      enum kind kind, char **words)
{
    g_autoptr(GString) told = g_string_new(NULL);
    g_autofree char *best = NULL;
    double most = 0;
    for (guint i = 0; i < mentions->parts->len; i++) {
        g_string_truncate(told, 0);
        struct about about =
            about_in(mentions, &g_array_index(mentions->parts, struct part, i), thing, kind, told);
        double share = share_of(&about);
        bool asks = details && details->price > 0 && about.rare && kind != KIND_APPOINTMENT;
        if (share > 0 && share < SURE && asks) {
            g_autofree char *asked = g_strdup_printf("%s =%.2f%s", thing, details->price, details->currency);
            if (g_strcmp0(asked, mentions->asked) != 0) { /* each purchase of it asks the same */
                mentions->offered = is_offered(mentions, thing, kind, details);
                g_free(mentions->asked);
                mentions->asked = g_steal_pointer(&asked);
            }
            share = mentions->offered ? SURE : share;
        }
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

bool mentions_author(const struct mentions *mentions, const char *thing)
{
    const struct wording *author = mentions->author;
    g_auto(GStrv) words = g_strsplit(thing, " ", THING_WORDS);
    bool all = *words != NULL, whole = author->tokens->len > 0, said = true;
    for (char **word = words; *word; word++) {
        bool theirs = wording_has(author, *word);
        all &= theirs;
        said &= !theirs || wording_has(mentions->message->in_subject, *word) ||
                wording_has(mentions->said, *word);
    }
    for (guint i = 0; i < author->tokens->len && whole; i++) {
        const char *name = author->spelt->str + g_array_index(author->tokens, struct token, i).at;
        whole = strlen(name) < 3 || g_strv_contains((const char *const *)words, name);
    }
    return (all || whole) && said;
}
