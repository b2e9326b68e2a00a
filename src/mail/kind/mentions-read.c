/* Finds the words of a message that can name a thing. */
#include <string.h>

#include "mail/details.h"
#include "mentions-private.h"

#define TEXT_PARTS 4    /* sentences of the text that are looked at, each on its own */
#define MENU_LINKS 24   /* of a message, that are looked for in a line, ... */
#define MENU_LEAST 3    /* ... and so many are a row */
#define SHORT 10        /* bytes that are one, whatever stands in them: St. Moritz */
#define COMMON_MOST 0.75 /* of a word that stands in all mail of the sender, this much does not count */

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

/* Takes WORD. */
static void add_mention(struct mentions *mentions, char *word, double counts, bool behind)
{
    size_t length = strlen(word), stem = word_stem(word, length);
    guint *heads = &mentions->heads[end_at(word, length)], *tails = NULL;
    if (length >= LONG_TAIL)
        tails = &mentions->tails[end_at(word + stem - 3, 3)];
    struct mention mention = {word, length, stem, counts, behind, is_measure(word), !is_name(word),
                              *heads, tails ? *tails : NOWHERE, 0, false};
    *heads = mentions->list->len;
    if (tails)
        *tails = mentions->list->len;
    g_array_append_val(mentions->list, mention);
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
        add_mention(mentions, g_strdup(words->pdata[i]), 1 - COMMON_MOST * CLAMP(share, 0, 1),
                    g_array_index(behind, bool, i));
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

/* Whether TEXT is hardly more than links, one beside the other: shelves, which stand in all mail of a
 * shop. */
static bool is_menu(const struct message *message, const char *text)
{
    const char *p = text;
    size_t covered = 0, length = strlen(text);
    unsigned links = 0;
    for (uint32_t i = 0; i < MIN(message->n_links, MENU_LINKS); i++) {
        const char *shown = message->links[i].text, *at = *shown ? strstr(p, shown) : NULL;
        if (!at)
            continue;
        links++;
        covered += strlen(shown);
        p = at + strlen(shown);
    }
    return links >= MENU_LEAST && 4 * covered >= 3 * length;
}

/* What the text begins with. */
static void read_text(struct mentions *mentions, mentions_common *common, const void *data)
{
    const char *p = mentions->message->text;
    guint menus = 0;
    for (unsigned n = 0; *p && n < LINES && mentions->parts->len + menus < TEXT_PARTS; n++) {
        g_autofree char *text = next_sentence(&p);
        if (is_menu(mentions->message, text))
            menus++;
        else
            add_part(mentions, mentions->parts, g_steal_pointer(&text), common, data);
    }
}

void mentions_read_lines(struct mentions *mentions)
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

/* The words of AUTHOR's name by which no thing is called in SAID. Who is named by what he sells ("Tinte &
 * Papier") has goods of that name as well, but where he writes all of it. The caller frees it. */
static char *names_no_goods(const struct wording *author, const struct wording *said)
{
    GString *words = g_string_new(NULL);
    bool whole = true;
    for (guint i = 0; i < author->tokens->len; i++)
        whole &= wording_has(said, wording_word(author, i));
    for (guint i = 0; i < author->tokens->len; i++) {
        const char *word = wording_word(author, i);
        if (whole || !goods_line(word, strlen(word)))
            g_string_append_printf(words, "%s ", word);
    }
    return g_string_free(words, FALSE);
}

struct mentions *mentions_new(const struct message *message, const char *herself, bool of_text,
                              mentions_common *common, const void *data)
{
    struct mentions *mentions = g_new0(struct mentions, 1);
    mentions->message = message;
    mentions->author = wording_new(message->author.name, LINE_WORDS);
    mentions->said = of_text ? message->in_text : message->in_subject;
    g_autofree char *author = of_text ? g_strconcat(message->author.name, " ", NULL)
                                      : names_no_goods(mentions->author, mentions->said);
    g_autofree char *both = g_strconcat(author, herself, NULL);
    mentions->without = wording_new(both, LINE_WORDS);
    mentions->list = g_array_new(FALSE, FALSE, sizeof(struct mention));
    g_array_set_clear_func(mentions->list, clear_mention);
    memset(mentions->heads, 0xff, sizeof mentions->heads);
    memset(mentions->tails, 0xff, sizeof mentions->tails);
    mentions->parts = parts_new();
    if (of_text)
        read_text(mentions, common, data);
    else {
        struct part subject = read_part(mentions, message->in_subject, NULL, common, data);
        g_array_append_val(mentions->parts, subject);
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
