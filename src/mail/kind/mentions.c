/* Whether a message is about a thing that was bought or booked, by the words of both. */
#include <string.h>

#include "mail/details.h"
#include "mail/words.h"
#include "things-private.h"

#define SUBJECT_WORDS 24
#define MENTIONS_MOST (SUBJECT_WORDS * (TEXT_PARTS + 1))
#define TEXT_PARTS 4  /* sentences of the text that are looked at, each on its own */
#define SHORT 10       /* bytes that are one, whatever stands in them: St. Moritz */
#define COMMON_MOST 0.75 /* of a word that stands in all mail of the sender, this much does not count */
#define PART 0.5         /* of a compound, of which one word is a part */
#define BESIDE 0.5       /* of a word that is none of the thing's: it may praise it, or name another, ... */
#define ELSEWHERE 1.0    /* ... or another route from the same place, another concert in the same hall */
#define SURE 0.7         /* of what a message is about: from there on, it is about nothing else */
#define UNSURE 0.45      /* up to there it is about something else */
#define LONG 6           /* letters: of so many, another last one makes no other word */
#define RARE 0.8         /* of how much a name counts, from there on it is one */
#define PAID_LEAST 0.75  /* of what she paid, that is asked for the same thing, ... */
#define PAID_MOST 1.1    /* ... and no more than this */

struct mention {
    char *word;
    size_t length;
    double counts; /* 0 to 1 */
    guint part;    /* the sentence that it stands in */
    bool behind;   /* it stands right behind the one before */
    bool usual;    /* it stands in all sorts of mail: no name, and says nothing of what else it is about */
};

struct mentions {
    const struct message *message;
    struct wording *author;     /* the name of who writes; owned */
    const struct wording *said; /* where the mentions stand */
    GArray *list;               /* struct mention */
    guint parts;
    char *asked;                /* of what an offer was looked for last; or NULL; owned */
    bool offered;               /* whether there is one */
};

static void clear_mention(gpointer mention)
{
    g_free(((struct mention *)mention)->word);
}

/* The words of SENTENCE that can name a thing; it is a part where it has any. */
static void add_part(struct mentions *mentions, const struct wording *sentence, mentions_common *common,
                     const void *data)
{
    g_autoptr(GArray) behind = g_array_new(FALSE, FALSE, sizeof(bool));
    g_autoptr(GPtrArray) words = telling_words(sentence, mentions->author, SUBJECT_WORDS, behind);
    for (guint i = 0; i < words->len; i++) {
        double share = common ? common(words->pdata[i], data) : 0;
        struct mention mention = {g_strdup(words->pdata[i]), strlen(words->pdata[i]),
                                  1 - COMMON_MOST * CLAMP(share, 0, 1),
                                  mentions->parts, g_array_index(behind, bool, i),
                                  !is_name(words->pdata[i])};
        g_array_append_val(mentions->list, mention);
    }
    mentions->parts += words->len > 0; /* at most MENTIONS_MOST words in all */
}

struct mentions *mentions_new(const struct message *message, bool of_text, mentions_common *common,
                              const void *data)
{
    struct mentions *mentions = g_new0(struct mentions, 1);
    mentions->message = message;
    mentions->author = wording_new(message->author.name, LINE_WORDS);
    mentions->said = of_text ? message->in_text : message->in_subject;
    mentions->list = g_array_new(FALSE, FALSE, sizeof(struct mention));
    g_array_set_clear_func(mentions->list, clear_mention);
    if (!of_text)
        add_part(mentions, message->in_subject, common, data);
    const char *p = of_text ? message->text : "";
    for (unsigned n = 0; *p && n < LINES && mentions->parts < TEXT_PARTS; n++) {
        size_t length = sentence_length(p, strcspn(p, "\n"), SHORT);
        g_autofree char *text = line_copy(p, length);
        owned(wording) sentence = wording_new(text, LINE_WORDS);
        add_part(mentions, sentence, common, data);
        p += length;
        p += *p == '\n';
    }
    return mentions;
}

void mentions_free(struct mentions *mentions)
{
    if (!mentions)
        return;
    g_array_unref(mentions->list);
    wording_free(mentions->author);
    g_free(mentions->asked);
    g_free(mentions);
}

/* Whether words may end so and be one for all that: vowels of ASCII, and what has accents or no ASCII. */
static bool is_ending(char a, char b)
{
    static const char vowels[] = "aeiouy";
    return ((guchar)a >= 0x80 || !a || strchr(vowels, a)) && ((guchar)b >= 0x80 || !b || strchr(vowels, b));
}

/* Whether two words, of ONE and OTHER bytes, are one but for their ends, or one begins or ends the other: 1,
 * PART or 0. */
static double same_word(const char *a, size_t one, const char *b, size_t other)
{
    size_t same = 0;
    if (*a != *b && (one < 5 || other < 5 || a[one - 1] != b[other - 1]))
        return 0;
    while (a[same] && a[same] == b[same])
        same++;
    size_t shorter = MIN(one, other), longer = MAX(one, other);
    bool ends_so = same == shorter ||
                   (same + 1 == shorter && (shorter >= LONG || is_ending(a[same], b[same])));
    if (same == longer || (shorter >= 4 && ends_so && longer - same <= 2))
        return 1;
    bool glyphs = (guchar)*a >= 0xe3 && shorter >= 6; /* two characters of those that have no blanks */
    bool ends = shorter >= 5 && !strcmp(a + (one - shorter), b + (other - shorter));
    return (same == shorter && glyphs) ? 1 : ends || (shorter >= 5 && same == shorter) ? PART : 0;
}

/* The place of the best of MENTIONS in the part AT for WORD. *PART is 0 where there is none. */
static guint find(const struct mentions *mentions, guint at, const char *word, double *part)
{
    guint best = 0;
    size_t length = strlen(word);
    *part = 0;
    for (guint i = 0; i < mentions->list->len; i++) {
        const struct mention *mention = &g_array_index(mentions->list, struct mention, i);
        double same =
            mention->part == at ? same_word(mention->word, mention->length, word, length) : 0;
        if (same > *part) {
            *part = same;
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
    bool rare;                 /* ... that is one */
    bool crowded;              /* a word of none of it stands at one of these: another thing of that name */
};

/* What the part AT has that is none of the thing: FOUND says how far each of MENTIONS is. */
static void weigh_rest(const struct mentions *mentions, guint at, enum kind kind, const double *found,
                       struct about *about)
{
    double beside = kind == KIND_APPOINTMENT ? ELSEWHERE : BESIDE;
    bool near = false; /* the one before is of the thing, or stands at it */
    for (guint i = 0; i < mentions->list->len; i++) {
        const struct mention *mention = &g_array_index(mentions->list, struct mention, i);
        if (mention->part != at)
            continue;
        const struct mention *next = i + 1 < mentions->list->len ? mention + 1 : NULL;
        bool before = next && next->part == at && next->behind && found[i + 1] > 0;
        near = found[i] > 0 || (near && mention->behind) || before;
        bool other = found[i] <= 0 && !mention->usual;
        about->crowded |= other && near;
        about->rest += other ? mention->counts * (near ? 1 : beside)
                             : found[i] > 0 ? mention->counts * (1 - found[i]) * beside : 0;
    }
}

/* How far the part AT is about ALL, the words of a thing that mail of KIND told, and which of them it has. */
static struct about about_in(const struct mentions *mentions, guint at, char **all, enum kind kind,
                             GString *told)
{
    struct about about = {0};
    double found[MENTIONS_MOST] = {0};
    for (char **word = all; *word; word++) {
        double part;
        guint i = find(mentions, at, *word, &part);
        about.lacks += 1 - part;
        if (part <= 0)
            continue;
        const struct mention *mention = &g_array_index(mentions->list, struct mention, i);
        about.found += part * mention->counts;
        about.named |= !mention->usual;
        about.rare |= !mention->usual && part * mention->counts >= RARE;
        found[i] = MAX(found[i], part);
        g_string_append_printf(told, "%s%s", told->len ? " " : "", *word);
    }
    weigh_rest(mentions, at, kind, found, &about);
    return about;
}

static double share_of(const struct about *about)
{
    double covers = about->found / (about->found + about->lacks);
    double nothing_else = about->found / (about->found + about->rest);
    return about->named ? MIN(about->found, 1) * MAX(covers, 0.9 * nothing_else) : 0;
}

/* Whether a line has a name of ALL, and none but it, and asks for about what was paid, or the line below it
 * does: an offer has the name and the price, and praise around them. */
static bool is_offered(struct mentions *mentions, char **all, enum kind kind, const struct details *details)
{
    const char *p = mentions->message->text;
    guint before = mentions->list->len;
    bool offered = false, above = false;
    for (unsigned n = 0; *p && n < LINES && !offered; n++) {
        size_t length = sentence_length(p, strcspn(p, "\n"), SHORT);
        g_autofree char *text = line_copy(p, length);
        owned(wording) line = wording_new(text, LINE_WORDS);
        g_autoptr(GString) told = g_string_new(NULL);
        double low, high, least = PAID_LEAST * details->price, most = PAID_MOST * details->price;
        add_part(mentions, line, NULL, NULL);
        mentions->parts -= mentions->list->len > before;
        struct about about = about_in(mentions, mentions->parts, all, kind, told);
        g_array_set_size(mentions->list, before);
        bool names = about.named && !about.crowded;
        bool priced = (names || above) && details_prices(text, details->currency, &low, &high);
        offered = priced && ((low >= least && low <= most) || (high >= least && high <= most));
        above = line->tokens->len ? names && !priced : above;
        p += length;
        p += *p == '\n';
    }
    return offered;
}

double mentions_share(struct mentions *mentions, const char *thing, const struct details *details,
                      enum kind kind, char **words)
{
    g_auto(GStrv) all = g_strsplit(thing, " ", THING_WORDS);
    g_autoptr(GString) best = g_string_new(NULL);
    double most = 0;
    for (guint at = 0; at < mentions->parts; at++) {
        g_autoptr(GString) told = g_string_new(NULL);
        struct about about = about_in(mentions, at, all, kind, told);
        double share = share_of(&about);
        bool asks = details && details->price > 0 && about.rare && kind != KIND_APPOINTMENT;
        if (share > 0 && share < SURE && asks) {
            g_autofree char *asked = g_strdup_printf("%s =%.2f%s", thing, details->price, details->currency);
            if (g_strcmp0(asked, mentions->asked) != 0) { /* each purchase of it asks the same */
                mentions->offered = is_offered(mentions, all, kind, details);
                g_free(mentions->asked);
                mentions->asked = g_steal_pointer(&asked);
            }
            share = mentions->offered ? SURE : share;
        }
        if (share > most)
            g_string_assign(best, told->str);
        most = MAX(most, share);
    }
    if (words)
        *words = g_strdup(best->str);
    return CLAMP((most - UNSURE) / (SURE - UNSURE), 0, 1);
}

bool mentions_author(const struct mentions *mentions, const char *thing)
{
    g_auto(GStrv) words = g_strsplit(thing, " ", THING_WORDS);
    bool all = *words != NULL;
    for (char **word = words; *word && all; word++)
        all = wording_has(mentions->author, *word) && (wording_has(mentions->message->in_subject, *word) ||
                                                       wording_has(mentions->said, *word));
    return all;
}

/* --- prices --------------------------------------------------------------------------------------------- */

/* The words of a thing that are names. */
static bool names_any(const struct wording *line, char **words)
{
    for (char **word = words; *word; word++)
        if (is_name(*word) && wording_has(line, *word))
            return true;
    return false;
}

bool things_price(const struct message *message, const char *words, const char *currency, double *lowest,
                  double *highest)
{
    g_auto(GStrv) names = g_strsplit(words, " ", THING_WORDS);
    bool any = details_prices(message->subject, currency, lowest, highest), above = false;
    const char *p = message->text;
    for (unsigned n = 0; *p && n < LINES; n++) {
        size_t length = strcspn(p, "\n");
        g_autofree char *text = line_copy(p, length);
        owned(wording) line = wording_new(text, LINE_WORDS);
        bool named = names_any(line, names);
        double low, high;
        bool priced = (named || above) && details_prices(text, currency, &low, &high);
        if (priced) {
            *lowest = any ? MIN(*lowest, low) : low;
            *highest = any ? MAX(*highest, high) : high;
            any = true;
        }
        above = line->tokens->len ? named && !priced : above;
        p += length + (p[length] == '\n');
    }
    return any;
}
