/* Letters that are not what they look like: invisible characters within words, and letters of one script in
 * words of another (Unicode TR 39, the few that lures use). */
#include <string.h>

#include <glib.h>

#include "lure-private.h"

#define SEVERAL 4 /* letters of a text that are in disguise, not by accident */

static bool is_invisible(gunichar c)
{
    return c == 0xad || c == 0x34f || c == 0x115f || c == 0x3164 || c == 0x61c || c == 0x180e ||
           (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) ||
           (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff || (c >= 0xe0000 && c <= 0xe01ef);
}

/* The Latin letter that C looks like, or 0. */
static gunichar looks_like(gunichar c)
{
    static const struct {
        gunichar from;
        char to;
    } rows[] = {
        {0x391, 'A'},  {0x392, 'B'},  {0x395, 'E'},  {0x396, 'Z'},  {0x397, 'H'},  {0x399, 'I'},
        {0x39a, 'K'},  {0x39c, 'M'},  {0x39d, 'N'},  {0x39f, 'O'},  {0x3a1, 'P'},  {0x3a4, 'T'},
        {0x3a5, 'Y'},  {0x3a7, 'X'},  {0x3b1, 'a'},  {0x3b9, 'i'},  {0x3bd, 'v'},  {0x3bf, 'o'},
        {0x3c1, 'p'},  {0x3c5, 'u'},  {0x405, 'S'},  {0x406, 'I'},  {0x408, 'J'},  {0x410, 'A'},
        {0x412, 'B'},  {0x415, 'E'},  {0x41a, 'K'},  {0x41c, 'M'},  {0x41d, 'H'},  {0x41e, 'O'},
        {0x420, 'P'},  {0x421, 'C'},  {0x422, 'T'},  {0x425, 'X'},  {0x430, 'a'},  {0x435, 'e'},
        {0x43e, 'o'},  {0x440, 'p'},  {0x441, 'c'},  {0x443, 'y'},  {0x445, 'x'},  {0x455, 's'},
        {0x456, 'i'},  {0x458, 'j'},  {0x501, 'd'},  {0x51b, 'q'},  {0x51d, 'w'},  {0x1d0f, 'o'},
        {0x1d04, 'c'}, {0x1d1c, 'u'}, {0x1d20, 'v'}, {0x1d21, 'w'}, {0x1d22, 'z'}, {0x0261, 'g'},
        {0x0251, 'a'}, {0x0131, 'i'}, {0x1965, 'c'}, {0x1d65, 'v'}, {0x217c, 'l'}, {0x2170, 'i'},
        {0x1d24, 's'},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (rows[i].from == c)
            return (gunichar)rows[i].to;
    return 0;
}

/* Whether a letter BEFORE or behind P is Latin: what stands at P is part of that word. */
static bool within_latin(const char *p, gunichar before)
{
    gunichar after = 0;
    for (p = g_utf8_next_char(p); *p && is_invisible(after = g_utf8_get_char(p)); p = g_utf8_next_char(p))
        ;
    if (!*p)
        after = 0;
    bool left = before && g_unichar_isalpha(before) && before < 0x250;
    bool right = after && g_unichar_isalpha(after) && after < 0x250;
    return left || right;
}

/* Styled alphabets (mathematical, circled, full-width) in running text are there to escape comparison. */
static bool is_styled(gunichar c)
{
    return (c >= 0x1d400 && c <= 0x1d7ff) || (c >= 0xff21 && c <= 0xff5a) || (c >= 0x24b6 && c <= 0x24e9);
}

/* Chinese, Japanese, Korean: full-width letters are theirs. */
static bool has_wide_script(const char *text)
{
    for (; *text; text = g_utf8_next_char(text)) {
        gunichar c = (unsigned char)*text < 0xe3 ? 0 : g_utf8_get_char(text);
        if ((c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3))
            return true;
    }
    return false;
}

/* "P aket", "T eam": single capitals split off from their words; one such pair may be "Plan B for". */
static bool is_split(const char *text)
{
    unsigned split = 0;
    for (const char *p = text; *p; p++)
        split += (p == text || p[-1] == ' ') && g_ascii_isupper(*p) && !strchr("AEIOUY", *p) && p[1] == ' ' &&
                 g_ascii_islower(p[2]);
    return split >= 2;
}

/* A capital I in the place of a small l: "PayPaI", "AppIe", "ZusteIIung"; "BioInformatics" and "MarkII"
 * are none. */
static bool is_masked_l(const char *text, const char *p)
{
    if (*p != 'I' || p == text ||
        !(g_ascii_islower(p[-1]) || (p[-1] == 'I' && p - 1 > text && g_ascii_islower(p[-2]))))
        return false;
    bool last = !g_ascii_isalpha(p[1]) && !((unsigned char)p[1] & 0x80);
    return last ? p[-1] != 'I' : strchr("aeiou", p[1]) || (p[1] == 'I' && g_ascii_islower(p[2])) ||
                                     (p[-1] == 'I' && g_ascii_islower(p[1]));
}

/* A small l in the place of a capital I: "lnvoice", "lmportant". No word of Latin letters begins so. */
static bool is_masked_i(const char *text, const char *p)
{
    return *p == 'l' && p[1] && strchr("mndtsrcgvfbpk", p[1]) && g_ascii_islower(p[2]) &&
           (p == text || g_ascii_isspace(p[-1])) && p[1] != '\'';
}

/* How many letters stand alone in a row, each behind the same sign; *GAP: its bytes. */
static gsize letters_apart(const char *text, gsize *gap)
{
    gsize n = 1;
    *gap = text[1] && strchr(" .-_*|", text[1]) ? 1 : !strncmp(text + 1, "\xc2\xa0", 2) ? 2 : 0;
    if (!g_ascii_isalpha(*text) || !*gap)
        return 0;
    for (const char *p = text; !strncmp(p + 1, text + 1, *gap) && g_ascii_isalpha(p[1 + *gap]); p += 1 + *gap)
        n++;
    const char *last = text + (n - 1) * (1 + *gap);
    return g_ascii_isalpha(last[1]) ? n - 1 : n; /* the last begins a word */
}

/* "C o i n b a s e": brings the letters together. Up to three may be initials. Returns how often. */
static unsigned join_letters(GString *text)
{
    unsigned joined = 0;
    gsize to = 0;
    for (gsize i = 0; i < text->len;) {
        gsize gap, n = !i || !g_ascii_isalnum(text->str[i - 1]) ? letters_apart(text->str + i, &gap) : 0;
        joined += n > 3;
        for (gsize k = 1; n > 3 && k < n; k++, i += 1 + gap)
            text->str[to++] = text->str[i];
        text->str[to++] = text->str[i++];
    }
    g_string_truncate(text, to);
    return joined;
}

/* TEXT as it looks, and how many letters were not what they look like. */
static GString *unmask(const char *text, unsigned *masked, unsigned *invisible, unsigned *apart)
{
    GString *out = g_string_new(NULL);
    gunichar before = 0;
    bool wide = has_wide_script(text);
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = (unsigned char)*p < 128 ? (gunichar)*p : g_utf8_get_char(p);
        if (c < 128) {
            bool l = is_masked_l(text, p), i = !l && is_masked_i(text, p);
            *masked += l || i;
            g_string_append_c(out, l ? 'l' : i ? 'I' : (char)c);
            before = c;
            continue;
        }
        bool inside = within_latin(p, before);
        if (is_invisible(c)) {
            *invisible += inside && before && g_unichar_isalpha(before);
            continue;
        }
        gunichar plain = inside ? looks_like(c) : 0;
        *masked += plain && c != 0x131;
        if (is_styled(c)) {
            *masked += c < 0xff00 || c > 0xffff || !wide;
            g_unichar_fully_decompose(c, TRUE, &plain, 1);
        }
        g_string_append_unichar(out, plain ? plain : c);
        before = plain ? plain : c;
    }
    *apart = join_letters(out);
    return out;
}

/* Whether unmasking could change anything, which is rare, and takes longer to do. */
static bool may_be_masked(const char *text)
{
    for (const char *p = text; *p; p++) {
        unsigned char c = (unsigned char)*p;
        gsize gap;
        if (c == 'I' || c == 'l') {
            if (is_masked_l(text, p) || is_masked_i(text, p))
                return true;
        } else if (c >= 0xc9 && c < 0xf5) {
            gunichar wide = g_utf8_get_char(p);
            gunichar before = p > text ? (gunichar)p[-1] & 0x7f : 0;
            if (is_styled(wide) || (looks_like(wide) && within_latin(p, before)))
                return true;
        }
        if (g_ascii_isalpha(c) && (p == text || !g_ascii_isalnum(p[-1])) && !g_ascii_isalnum(p[1]) &&
            letters_apart(p, &gap) > 3)
            return true;
    }
    return false;
}

char *lure_unmasked(const char *text, bool *disguised)
{
    unsigned masked = 0, invisible = 0, apart;
    GString *out = unmask(text, &masked, &invisible, &apart);
    *disguised = masked || invisible || apart || is_split(text);
    return g_string_free(out, FALSE);
}

char *lure_unmasked_text(const char *text, bool *disguised)
{
    unsigned masked = 0, invisible = 0, apart;
    *disguised = false;
    if (!may_be_masked(text))
        return NULL;
    GString *out = unmask(text, &masked, &invisible, &apart);
    *disguised = masked + 2 * apart >= SEVERAL;
    return g_string_free(out, FALSE);
}
