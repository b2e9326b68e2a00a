/* Letters that are not what they look like: invisible characters within words, and letters of one script in
 * words of another (Unicode TR 39, the few that lures use). */
#include <string.h>

#include <glib.h>

#include "lure-private.h"

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
    return (c >= 0x1d400 && c <= 0x1d7ff) || (c >= 0xff21 && c <= 0xff5a);
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

/* How many letters stand alone in a row, each behind a blank. */
static gsize letters_apart(const char *text)
{
    gsize n = 0;
    for (; g_ascii_isalpha(*text) && (text[1] == ' ' || !text[1]); text += 2) {
        n++;
        if (!text[1])
            break;
    }
    return n;
}

/* "C o i n b a s e": brings the letters together. Up to three may be initials. */
static bool join_letters(GString *text)
{
    bool joined = false;
    for (gsize i = 0; i < text->len; i++) {
        gsize n = !i || text->str[i - 1] == ' ' ? letters_apart(text->str + i) : 0;
        for (gsize k = 1; n > 3 && k < n; k++)
            g_string_erase(text, (gssize)(i + k), 1);
        joined |= n > 3;
    }
    return joined;
}

char *lure_unmasked(const char *text, bool *disguised)
{
    GString *out = g_string_new(NULL);
    gunichar before = 0;
    unsigned masked = 0;
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = (unsigned char)*p < 128 ? (gunichar)*p : g_utf8_get_char(p);
        if (c < 128) {
            bool l = is_masked_l(text, p);
            masked += l;
            g_string_append_c(out, l ? 'l' : (char)c);
            before = c;
            continue;
        }
        bool inside = within_latin(p, before);
        if (is_invisible(c)) {
            masked += inside && before && g_unichar_isalpha(before);
            continue;
        }
        gunichar plain = inside ? looks_like(c) : 0;
        masked += plain && c != 0x131;
        masked += is_styled(c) && c < 0x1e000;
        g_string_append_unichar(out, plain ? plain : c);
        before = plain ? plain : c;
    }
    bool apart = join_letters(out);
    *disguised = masked || apart || is_split(text);
    return g_string_free(out, FALSE);
}
