/* Whether a message is about a thing that was bought or booked, by the words of both. */
#include <string.h>

#include "mail/details.h"
#include "mail/words.h"
#include "things-private.h"

#define SUBJECT_WORDS 24
#define TEXT_WORDS 24
#define COMMON_MOST 0.75 /* of a word that stands in all mail of the sender, this much does not count */
#define PART 0.5         /* of a compound, of which one word is a part */
#define BESIDE 0.5       /* of a word that is none of the thing's: it may praise it, or name another, ... */
#define ELSEWHERE 1.0    /* ... or another route from the same place, another concert in the same hall */
#define SURE 0.7         /* of what a message is about: from there on, it is about nothing else */
#define UNSURE 0.45      /* up to there it is about something else */

struct mention {
    char *word;
    double counts; /* 0 to 1 */
    bool usual;    /* it stands in all sorts of mail: no name, and says nothing of what else it is about */
};

struct mentions {
    const struct message *message;
    struct wording *author;     /* the name of who writes; owned */
    const struct wording *said; /* where the mentions stand */
    GArray *list;               /* struct mention */
};

static void clear_mention(gpointer mention)
{
    g_free(((struct mention *)mention)->word);
}

struct mentions *mentions_new(const struct message *message, bool of_text, mentions_common *common,
                              const void *data)
{
    struct mentions *mentions = g_new0(struct mentions, 1);
    mentions->message = message;
    mentions->author = wording_new(message->author.name, LINE_WORDS);
    mentions->said = of_text ? message->in_text : message->in_subject;
    g_autoptr(GPtrArray) words =
        telling_words(mentions->said, mentions->author, of_text ? TEXT_WORDS : SUBJECT_WORDS);
    mentions->list = g_array_new(FALSE, FALSE, sizeof(struct mention));
    g_array_set_clear_func(mentions->list, clear_mention);
    for (guint i = 0; i < words->len; i++) {
        double share = common ? common(words->pdata[i], data) : 0;
        struct mention mention = {g_strdup(words->pdata[i]), 1 - COMMON_MOST * CLAMP(share, 0, 1),
                                  words_have(words->pdata[i])};
        g_array_append_val(mentions->list, mention);
    }
    return mentions;
}

void mentions_free(struct mentions *mentions)
{
    if (!mentions)
        return;
    g_array_unref(mentions->list);
    wording_free(mentions->author);
    g_free(mentions);
}

/* Whether two words are one but for their ends, or one begins or ends the other: 1, PART or 0. */
static double same_word(const char *a, const char *b)
{
    size_t same = 0, one = strlen(a), other = strlen(b);
    while (a[same] && a[same] == b[same])
        same++;
    size_t shorter = MIN(one, other), longer = MAX(one, other);
    if (same == longer || (shorter >= 4 && same + 1 >= shorter && longer - same <= 2))
        return 1;
    bool ends = shorter >= 5 && !strcmp(a + (one - shorter), b + (other - shorter));
    return ends || (shorter >= 5 && same == shorter) ? PART : 0;
}

/* The best of MENTIONS for WORD, or NULL. */
static const struct mention *find(const struct mentions *mentions, const char *word, double *part)
{
    const struct mention *best = NULL;
    *part = 0;
    for (guint i = 0; i < mentions->list->len; i++) {
        const struct mention *mention = &g_array_index(mentions->list, struct mention, i);
        double same = same_word(mention->word, word);
        if (same > *part) {
            *part = same;
            best = mention;
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

double mentions_share(const struct mentions *mentions, const char *thing, enum kind kind, char **words)
{
    g_auto(GStrv) all = g_strsplit(thing, " ", THING_WORDS);
    g_autoptr(GString) told = g_string_new(NULL);
    double found = 0, lacks = 0, all_words = 0;
    bool named = false;
    for (guint i = 0; i < mentions->list->len; i++) {
        const struct mention *mention = &g_array_index(mentions->list, struct mention, i);
        all_words += mention->usual ? 0 : mention->counts;
    }
    for (char **word = all; *word; word++) {
        double part;
        const struct mention *mention = find(mentions, *word, &part);
        lacks += 1 - (mention ? part : 0);
        if (!mention)
            continue;
        found += part * mention->counts;
        all_words += mention->usual ? mention->counts : 0;
        named |= !mention->usual;
        g_string_append_printf(told, "%s%s", told->len ? " " : "", *word);
    }
    if (words)
        *words = g_strdup(told->str);
    if (!named)
        return 0;
    double covers = found / (found + lacks);
    double beside = kind == KIND_APPOINTMENT ? ELSEWHERE : BESIDE;
    double nothing_else = found / (found + beside * MAX(all_words - found, 0));
    double share = MIN(found, 1) * MAX(covers, 0.9 * nothing_else);
    return CLAMP((share - UNSURE) / (SURE - UNSURE), 0, 1);
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
        if (!words_have(*word) && wording_has(line, *word))
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
