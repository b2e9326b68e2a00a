/* What domains and display names look like. Compares by skeletons: what looks the same has the same one. */
#include <string.h>

#include "likeness.h"
#include "spoof.h"

#define MOST_WORDS 20
#define SHORTEST 5 /* letters of a name that is worth imitating, and rare enough to say something */

/* Pairs that are taken for one letter. */
static const struct {
    const char *pair;
    char letter;
} pairs[] = {{"rn", 'm'}, {"vv", 'w'}, {"cl", 'd'}};

/* Digits and letters that are taken for another; i, l and 1 are one. */
static char seen_as(char c)
{
    static const char from[] = "0134567895i|$@", to[] = "oleasbtbgsllsa";
    const char *at = strchr(from, c);
    return c && at ? to[at - from] : c;
}

/* A-labels (xn--...) as a person is shown them. */
static char *shown(const char *name)
{
    g_autofree char *wide = strstr(name, "xn--") ? g_hostname_to_unicode(name) : NULL;
    const char *text = wide ? wide : name;
    return g_str_is_ascii(text) ? g_ascii_strdown(text, -1) : spoof_skeleton(text);
}

char *skeleton_of(const char *name)
{
    g_autofree char *text = shown(name);
    GString *out = g_string_new(NULL);
    for (const char *p = text; *p; p++) {
        char c = 0;
        for (size_t i = 0; i < G_N_ELEMENTS(pairs) && !c; i++)
            if (g_str_has_prefix(p, pairs[i].pair))
                c = pairs[i].letter;
        if (c)
            p++;
        else if (g_ascii_isalnum(*p) || *p == '|' || *p == '$' || *p == '@')
            c = seen_as(g_ascii_tolower(*p));
        else if (*p & 0x80)
            c = *p;
        if (c)
            g_string_append_c(out, c);
    }
    return g_string_free(out, FALSE);
}

/* "velora" of velora.co.uk. */
static char *label_of(const char *organisation)
{
    return g_strndup(organisation, strcspn(organisation, "."));
}

/* Whether A becomes B by one letter more, fewer or other, or two swapped (Damerau 1964). */
static bool one_edit(const char *a, const char *b)
{
    size_t m = strlen(a), n = strlen(b);
    if (m > n)
        return one_edit(b, a);
    size_t i = 0;
    while (i < m && a[i] == b[i])
        i++;
    if (n - m == 1)
        return !strcmp(a + i, b + i + 1);
    if (n != m || i == m)
        return false;
    return !strcmp(a + i + 1, b + i + 1) ||
           (a[i] == b[i + 1] && a[i + 1] == b[i] && !strcmp(a + i + 2, b + i + 2));
}

/* NAME as a whole label of DOMAIN before its registrable end. */
static bool is_subdomain(const char *domain, const char *organisation, const char *own)
{
    size_t length = strlen(domain), end = strlen(own);
    g_autofree char *before = g_strndup(domain, length > end ? length - end : 0);
    g_autofree char *inside = g_strdup_printf(".%s.", organisation), *around = g_strdup_printf(".%s", before);
    return strstr(around, inside) != NULL;
}

enum likeness likeness_of(const struct sender *sender, const char *organisation)
{
    g_autofree char *own = label_of(sender->organisation), *their = label_of(organisation);
    if (strlen(their) < SHORTEST || !strcmp(sender->organisation, organisation))
        return LIKENESS_NONE;
    if (!strcmp(own, their))
        return LIKENESS_SUFFIX;
    g_autofree char *a = skeleton_of(own), *b = skeleton_of(their);
    if (!strcmp(a, b))
        return LIKENESS_SAME;
    if (is_subdomain(sender->domain, organisation, sender->organisation) ||
        is_subdomain(sender->domain, their, sender->organisation))
        return LIKENESS_SUBDOMAIN;
    if (one_edit(a, b))
        return LIKENESS_EDIT;
    return strstr(a, b) ? LIKENESS_WORDS : LIKENESS_NONE;
}

/* Whether the first words of NAME, together, are the skeleton THEIR. */
static enum bearing begins_with(const char *name, const char *their)
{
    g_auto(GStrv) words = g_strsplit_set(name, " -_,.:|", MOST_WORDS);
    g_autoptr(GString) said = g_string_new(NULL);
    char **word = words;
    for (; *word && said->len < strlen(their); word++) {
        g_autofree char *skeleton = skeleton_of(*word);
        g_string_append(said, skeleton);
    }
    return !g_str_equal(said->str, their) ? BEARS_NOTHING : *word ? BEARS_MORE : BEARS_NAME;
}

enum bearing name_claims(const struct sender *sender, const char *organisation)
{
    g_autofree char *label = label_of(organisation), *their = skeleton_of(label);
    enum bearing claim = strlen(their) >= SHORTEST ? begins_with(sender->name, their) : BEARS_NOTHING;
    if (claim) /* "Velora Shoes" for velora.com */
        return claim;
    g_autofree char *name = skeleton_of(sender->name);
    return strlen(name) >= SHORTEST && begins_with(label, name) ? BEARS_NAME : BEARS_NOTHING; /* for velora-shoes.com */
}
