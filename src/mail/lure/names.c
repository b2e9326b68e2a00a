/* The names of people, in the forms in which programs and offices write them. Knows nothing of whose they
 * are. */
#include <string.h>

#include "mail/likeness.h"

#define MOST_WORDS 16
#define SHORTEST 5 /* letters of a name that says whose it is */

static bool is_among(const char *word, const char *const *list)
{
    return g_strv_contains(list, word);
}

/* In lower case, without dots. */
static bool is_title(const char *word)
{
    static const char *const titles[] = {
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "rev", "fr", "herr",
        "frau", "hr", "dipl", "ing", "dipling", "mag", "ra", "doktor", "monsieur", "madame", "mme",
        "mlle", "me", "m", "maitre", "sr", "sra", "srta", "señor", "señora", "don", "doña", "lic",
        "sig", "sigra", "signor", "signora", "dott", "dottssa", "avv", "geom", "dhr", "mevr", "mw",
        "drs", "mgr", "pan", "pani", "inz", "bc", "mudr", "judr", "phdr", "jr", "ii", "iii", "iv",
        "phd", "md", "mba", "msc", "bsc", "ma", "ba", "llm", "esq", "cpa", "ceo", "cfo", "cto", "coo",
        "cio", "president", "director", "manager", "chairman", "managing", "geschäftsführer",
        "geschaeftsfuehrer", "direktor", "directeur", "directrice", "presidente", "direttore", NULL};
    return is_among(word, titles);
}

/* Before a last name that comes first. */
static bool is_particle(const char *word)
{
    static const char *const particles[] = {
        "van", "von", "de", "der", "den", "du",  "da",  "di",  "del", "della", "dos", "la", "le",
        "el",  "al",  "bin", "ben", "zu", "zum", "zur", "ter", "ten", "st",    "mac", "af", NULL};
    return is_among(word, particles);
}

/* "B." or "J.R.", of letters that are not themselves words. */
static bool is_initial(const char *word)
{
    unsigned letters = 0, dots = 0;
    for (const char *p = word; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        dots += c == '.';
        letters += c != '.';
        if (c != '.' && (c >= 0x530 || !g_unichar_isalpha(c)))
            return false;
    }
    return letters == 1 || (letters <= 3 && dots >= letters);
}

static bool is_host(const char *word)
{
    const char *dot = strchr(word, '.');
    return strchr(word, '@') || (dot && dot - word >= 3 && strlen(dot) >= 3);
}

/* NAME without what stands in brackets, and without quotes. */
static char *without_brackets(const char *name)
{
    GString *out = g_string_new(NULL);
    int depth = 0;
    for (const char *p = name; *p; p++) {
        depth += *p && strchr("([{<", *p) != NULL;
        if (!depth && *p != '"')
            g_string_append_c(out, *p);
        depth -= depth && strchr(")]}>", *p) != NULL;
    }
    return g_string_free(out, FALSE);
}

static char *without_accents(const char *text)
{
    g_autofree char *apart = g_str_is_ascii(text) ? NULL : g_utf8_normalize(text, -1, G_NORMALIZE_NFD);
    GString *out = g_string_new(NULL);
    for (const char *p = apart ? apart : text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c < 0x300 || c >= 0x370)
            g_string_append_unichar(out, c);
    }
    return g_string_free(out, FALSE);
}

/* The words of TEXT that are a name; all of them where fewer than two would be left. */
static GPtrArray *words_of(const char *text)
{
    g_auto(GStrv) all = g_strsplit_set(text, " \t\n,;", MOST_WORDS);
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free), *rest = g_ptr_array_new_with_free_func(g_free);
    for (char **word = all; *word; word++) {
        g_auto(GStrv) parts = g_strsplit(*word, ".", MOST_WORDS);
        g_autofree char *bare = g_strjoinv("", parts), *lower = g_utf8_strdown(bare, -1);
        bool counts = *bare && !is_title(lower) && !is_initial(*word) && !is_host(*word);
        if (*bare)
            g_ptr_array_add(counts ? words : rest, g_strdup(*word));
    }
    bool few = words->len < 2 && words->len + rest->len >= 2;
    if (few) {
        g_ptr_array_set_size(words, 0);
        for (char **word = all; *word; word++)
            if (**word)
                g_ptr_array_add(words, g_strdup(*word));
    }
    g_ptr_array_unref(rest);
    return words;
}

static bool has_name(const char *text)
{
    g_autoptr(GPtrArray) words = words_of(text);
    for (guint i = 0; i < words->len; i++) {
        g_autofree char *lower = g_utf8_strdown(words->pdata[i], -1);
        g_strdelimit(lower, ".", ' ');
        if (!is_title(g_strstrip(lower)))
            return true;
    }
    return false;
}

static void add_key(GPtrArray *keys, const char *text)
{
    g_autofree char *plain = without_accents(text), *key = skeleton_of(plain);
    for (guint i = 0; i < keys->len; i++)
        if (!strcmp(keys->pdata[i], key))
            return;
    if (strlen(key) >= SHORTEST || !keys->len)
        g_ptr_array_add(keys, g_steal_pointer(&key));
}

/* WORDS one after the other, or the last one first. */
static void add_words(GPtrArray *keys, const GPtrArray *words, bool last_first)
{
    GString *text = g_string_new(last_first ? words->pdata[words->len - 1] : "");
    for (guint i = 0; i + last_first < words->len; i++)
        g_string_append_printf(text, " %s", (const char *)words->pdata[i]);
    add_key(keys, text->str);
    g_string_free(text, TRUE);
}

/* Of LAST, FIRST both, one after the other; else of TEXT. */
static char *in_order(const char *text, const char *comma)
{
    if (!comma || !has_name(comma + 1))
        return g_strdup(text);
    g_autofree char *before = g_strndup(text, (gsize)(comma - text));
    g_autofree char *first = g_strndup(before, strcspn(before, " ")), *lower = g_utf8_strdown(first, -1);
    g_autoptr(GPtrArray) words = words_of(before);
    g_autoptr(GPtrArray) after = words_of(comma + 1);
    return words->len == 1 || is_particle(lower) || after->len == 1
               ? g_strdup_printf("%s %s", comma + 1, before)
               : g_strdup(before);
}

/* Without what tells more than the name: "Jo May | Firm", "Jo May via Firm", "Jo May, Firm". */
static char *first_part(const char *text)
{
    static const char *const signs[] = {"|", " - ", " – ", " — ", "/", " via ", " @ ", " at ", ",", ":"};
    size_t length = strlen(text);
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        const char *at = strstr(text, signs[i]);
        length = at ? MIN(length, (size_t)(at - text)) : length;
    }
    return g_strndup(text, length);
}

char **names_of_person(const char *name)
{
    GPtrArray *keys = g_ptr_array_new();
    g_autofree char *bare = without_brackets(name);
    g_autofree char *ordered = in_order(bare, strchr(bare, ','));
    g_autofree char *part = first_part(bare);
    g_autoptr(GPtrArray) words = words_of(ordered);
    g_autoptr(GPtrArray) fewer = words_of(part);
    if (words->len)
        add_words(keys, words, false);
    char *plain = skeleton_of(name);
    if (keys->len && !strcmp(keys->pdata[0], plain))
        g_free(plain);
    else
        g_ptr_array_add(keys, plain);
    if (words->len == 2)
        add_words(keys, words, true);
    if (fewer->len >= 2)
        add_words(keys, fewer, false);
    if (fewer->len == 2)
        add_words(keys, fewer, true);
    g_ptr_array_add(keys, NULL);
    return (char **)g_ptr_array_free(keys, FALSE);
}
