/* What a message's words are, beside those of a thing: of a line of goods, the ends of a trip, of a language
 * that tells more of a word behind it. */
#include <string.h>

#include "mail/places.h"
#include "mail/words.h"
#include "mentions-private.h"

#define LOOKED_AT 200 /* words */

/* The mention of the word that begins at P with a capital, or NULL. */
static struct mention *mention_at(const struct mentions *mentions, const char *p)
{
    const char *end = p;
    while (*end && g_unichar_isalnum(g_utf8_get_char(end)))
        end = g_utf8_next_char(end);
    g_autofree char *text = g_strndup(p, (gsize)(end - p));
    owned(wording) word = wording_new(g_unichar_isupper(g_utf8_get_char(p)) ? text : "", 2);
    for (guint i = 0; i < mentions->list->len && word->tokens->len == 1; i++) {
        struct mention *mention = &g_array_index(mentions->list, struct mention, i);
        if (!strcmp(mention->word, place_name(word->spelt->str)))
            return mention;
    }
    return NULL;
}

/* Between two capitals a dash, an arrow or "to" parts the ends of a trip: names, whatever else they mean, as
 * Nice and VIE do. */
static void name_ends(struct mentions *mentions)
{
    static const char *const marks[] = {" - ", " – ",  "–",   " to ", " nach ",
                                        " → ", " ⇄ ", " > ", " ✈ ", "-"};
    const char *subject = mentions->message->subject;
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        const char *mark = strstr(subject, marks[i]), *before = mark;
        while (before && before > subject &&
               g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(before))))
            before = g_utf8_prev_char(before);
        struct mention *one = mark ? mention_at(mentions, before) : NULL;
        struct mention *other = one ? mention_at(mentions, mark + strlen(marks[i])) : NULL;
        if (other) {
            one->usual = other->usual = false;
            one->end = other->end = true;
            return;
        }
    }
}

/* How many more words of every sentence of a Romance language TEXT has than of others. */
static int romance_in(const struct wording *text)
{
    static const char *const romance[] = {"le",   "la", "les", "des", "du",  "vos",  "votre", "vous",  "per",
                                          "pour", "el", "los", "las", "del", "para", "il",    "della", "gli"};
    static const char *const others[] = {"the", "and", "for", "your", "of", "to", "der", "die", "das", "und",
                                         "fur", "ihr", "ihre", "mit", "het", "een", "voor", "och", "i", "w"};
    int more = 0;
    for (guint i = 0; i < MIN(text->tokens->len, LOOKED_AT); i++) {
        const char *word = wording_word(text, i);
        more += is_among(word, romance, G_N_ELEMENTS(romance));
        more -= is_among(word, others, G_N_ELEMENTS(others));
    }
    return more;
}

void mentions_look(struct mentions *mentions)
{
    bool text = mentions->said != mentions->message->in_subject;
    for (guint i = 0; i < mentions->list->len && !text; i++) {
        struct mention *mention = &g_array_index(mentions->list, struct mention, i);
        mention->goods = goods_line(mention->word, mention->length);
        mentions->goods |= mention->goods ? UINT64_C(1) << mention->goods : 0;
    }
    const struct message *message = mentions->message;
    mentions->romance = romance_in(message->in_subject) + romance_in(message->in_text) > 0;
    if (!text)
        name_ends(mentions);
    mentions->looked = true;
}
