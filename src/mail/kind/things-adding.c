/* The words of a thing, and adding it to those that a message tells of. */
#include <string.h>

#include "things-reading.h"

#define CODE 3 /* letters of an airport's */

/* The words that stand right beside those of the author's name, and these. */
static GPtrArray *words_beside(const struct reading *reading, const struct wording *wording)
{
    g_autoptr(GArray) behind = g_array_new(FALSE, FALSE, sizeof(bool));
    GPtrArray *words = telling_words(wording, reading->herself, THING_WORDS, behind);
    for (guint i = words->len, end = i; i-- > 0;) {
        if (i && g_array_index(behind, bool, i))
            continue;
        unsigned theirs = 0; /* of those from I to END, which stand together */
        for (guint k = i; k < end; k++)
            theirs += wording_has(reading->author, words->pdata[k]);
        if (!theirs || theirs == end - i)
            g_ptr_array_remove_range(words, i, end - i);
        end = i;
    }
    return words;
}

GPtrArray *thing_words(const struct reading *reading, const struct wording *wording)
{
    g_autoptr(GPtrArray) words = telling_words(wording, reading->without, THING_WORDS, NULL);
    if (words->len && !is_named(words)) {
        bool few = words->len == 1;
        g_ptr_array_unref(words);
        words = few ? words_beside(reading, wording)
                    : telling_words(wording, reading->herself, THING_WORDS, NULL);
    }
    return is_named(words) ? g_steal_pointer(&words) : NULL;
}

/* The same of the name in a sentence: TEXT (or NULL) is what WORDING was made from. */
static GPtrArray *words_of_name(const struct reading *reading, const char *text,
                                const struct wording *wording)
{
    g_autofree char *name = reading->counts || !text ? NULL : name_in(text);
    owned(wording) of_name = name ? wording_new(name, LINE_WORDS) : NULL;
    GPtrArray *words = of_name ? thing_words(reading, of_name) : NULL;
    return words ? words : thing_words(reading, wording);
}

struct details *thing_add(struct reading *reading, const char *text, const struct wording *wording)
{
    g_autoptr(GPtrArray) words = words_of_name(reading, text, wording);
    guint at;
    if (!words)
        return NULL;
    g_ptr_array_add(words, NULL);
    g_autofree char *thing = g_strjoinv(" ", (char **)words->pdata);
    if (g_ptr_array_find_with_equal_func(reading->things, thing, g_str_equal, &at))
        return &reading->details[at];
    if (strlen(thing) >= THING_BYTES - DETAILS_BYTES || reading->things->len >= THINGS_MOST)
        return NULL;
    g_ptr_array_add(reading->things, g_steal_pointer(&thing));
    return &reading->details[reading->things->len - 1];
}

struct details *thing_told_in(struct reading *reading, const struct wording *line)
{
    g_autoptr(GPtrArray) here = telling_words(line, reading->without, LINE_WORDS, NULL);
    for (guint i = 0; i < reading->things->len; i++) {
        g_auto(GStrv) words = g_strsplit(reading->things->pdata[i], " ", THING_WORDS);
        bool all = true;
        for (char **word = words; *word && all; word++)
            all = g_ptr_array_find_with_equal_func(here, *word, g_str_equal, NULL);
        if (all)
            return &reading->details[i];
    }
    return NULL;
}

/* Whether WORD is one of the words of a thing, and not all of it. */
static bool is_part_of(const char *thing, const char *word, size_t length)
{
    for (const char *p = thing; (p = strstr(p, word)); p += length)
        if ((p == thing || p[-1] == ' ') && (p[length] == ' ' || !p[length]))
            return p != thing || p[length];
    return false;
}

void things_drop_ends(struct reading *reading)
{
    GPtrArray *things = reading->things;
    for (guint i = things->len; i-- > 0;) {
        const char *thing = things->pdata[i], *code = strchr(thing, ' ');
        g_autofree char *end = g_strndup(thing, code ? (gsize)(code - thing) : strlen(thing));
        bool one = !code || strlen(code + 1) == CODE, part = false;
        for (guint k = 0; k < things->len && one && !part; k++)
            part = k != i && is_part_of(things->pdata[k], end, strlen(end));
        if (!part)
            continue;
        memmove(&reading->details[i], &reading->details[i + 1],
                (things->len - i - 1) * sizeof *reading->details);
        memset(&reading->details[things->len - 1], 0, sizeof *reading->details);
        g_ptr_array_remove_index(things, i);
    }
}
