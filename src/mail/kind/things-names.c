/* The name in a sentence: what stands in quotation marks, else the words that begin with a capital. */
#include <string.h>

#include "mail/words.h"
#include "things-private.h"

#define FEWEST 2 /* words that are a name beside others */
#define LOWER 3  /* letters of a word that is none of a name */

static char *quoted(const char *text)
{
    static const struct {
        const char *open, *close;
    } marks[] = {{"„", "“"}, {"„", "”"}, {"“", "”"}, {"«", "»"}, {"»", "«"}, {"\"", "\""}};
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        const char *open = strstr(text, marks[i].open);
        const char *begin = open ? open + strlen(marks[i].open) : NULL;
        const char *close = begin ? strstr(begin, marks[i].close) : NULL;
        if (close && close > begin)
            return g_strndup(begin, (gsize)(close - begin));
    }
    return NULL;
}

/* Whether WORD begins with a capital or a digit, behind whatever stands before it. */
static bool is_capital(const char *word)
{
    while (*word && !g_unichar_isalnum(g_utf8_get_char(word)))
        word = g_utf8_next_char(word);
    gunichar first = g_utf8_get_char(word);
    return g_unichar_isupper(first) || g_unichar_isdigit(first);
}

/* A sentence begins with a capital, whatever its first word is: that is of a name where the next is, too. */
static char *capitals(const char *text)
{
    g_auto(GStrv) words = g_strsplit_set(text, " \t", LINE_WORDS);
    g_autoptr(GString) name = g_string_new(NULL);
    unsigned found = 0, lower = 0;
    bool first = true;
    for (char **word = words; *word; word++) {
        if (!**word)
            continue;
        bool capital = is_capital(*word), alone = first && !(word[1] && is_capital(word[1]));
        lower += !capital && g_utf8_strlen(*word, -1) >= LOWER;
        first = strchr(".!?", (*word)[strlen(*word) - 1]) != NULL;
        if (!capital || alone)
            continue;
        g_string_append_printf(name, "%s%s", name->len ? " " : "", *word);
        found += g_unichar_isupper(g_utf8_get_char(*word)) != 0;
    }
    return found >= FEWEST && lower ? g_strdup(name->str) : NULL;
}

char *name_in(const char *text)
{
    char *name = quoted(text);
    return name ? name : capitals(text);
}

bool is_named_by(const struct wording *line, const struct wording *name)
{
    static const char *const with[] = {"with", "by", "at", "bei", "von", "chez", "avec", "par", "con", "da"};
    static const char *const articles[] = {"the", "der", "die", "das", "dem", "den", "le", "la", "les", "l"};
    bool all = name->tokens->len > 0;
    for (guint i = 0; i < name->tokens->len && all; i++)
        all = wording_has(line, wording_word(name, i));
    for (guint i = 0; i < line->tokens->len && all; i++) {
        if (strcmp(wording_word(line, i), wording_word(name, 0)) != 0)
            continue;
        while (i && is_among(wording_word(line, i - 1), articles, G_N_ELEMENTS(articles)))
            i--;
        return i && !is_among(wording_word(line, i - 1), with, G_N_ELEMENTS(with));
    }
    return false;
}
