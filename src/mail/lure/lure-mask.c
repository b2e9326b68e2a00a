/* Letters that are not what they look like: invisible characters within words, letters of one script in words
 * of another, styled alphabets, text that is set from right to left. */
#include <string.h>

#include <glib.h>

#include "lure-letters.h"
#include "lure-private.h"

#define SEVERAL 4 /* letters of a text that are in disguise, not by accident */
#define SALTED 3  /* words with the same piece in them */
#define RIGHT_TO_LEFT 0x202e /* override (Unicode TR 9), until ... */
#define POP 0x202c

static bool is_latin(gunichar c)
{
    return c < 128 ? g_ascii_isalpha(c) : c < 0x250 && g_unichar_isalpha(c);
}

/* A sign that may stand within a word and part it. */
static bool is_hyphen(gunichar c)
{
    return c == 0xb7 || c == 0x2010 || c == 0x2011 || c == 0x2027;
}

/* The word that begins at P has letters of another script, and each of these looks like a Latin one. MIXED:
 * only where it has Latin ones as well. */
static bool is_disguised(const char *p, bool mixed)
{
    bool latin = g_ascii_isalpha(*p), other = false;
    while (g_ascii_isalpha(*p))
        p++;
    if ((guchar)*p < 128) /* most words end here */
        return false;
    for (; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        bool plain = is_latin(c) && c != 0x131, like = !plain && c >= 128 && letter_looks_like(c);
        if (!plain && !like && !(c >= 128 && (letter_is_invisible(c) || g_unichar_ismark(c))))
            return other && (latin || !mixed) && !(c >= 128 && g_unichar_isalpha(c));
        latin |= plain || (like && !(c >= 0x370 && c < 0x530)); /* small capitals are Latin, too */
        other |= like;
    }
    return other && (latin || !mixed);
}

/* Whether TEXT has letters of other scripts that no Latin one looks like: it may have words of these. */
static bool has_other_script(const char *text)
{
    for (; *text; text = g_utf8_next_char(text)) {
        gunichar c = (unsigned char)*text < 0xcd ? 0 : g_utf8_get_char(text);
        if (c >= 0x370 && c < 0x530 && g_unichar_isalpha(c) && !letter_looks_like(c))
            return true;
    }
    return false;
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

/* The capital I at P is in the place of a small l: "PayPaI", "AppIe", "ZusteIIung"; those of
 * "BioInformatics" and "MarkII" are not. */
static bool is_masked_l(const char *text, const char *p)
{
    if (p == text ||
        !(g_ascii_islower(p[-1]) || (p[-1] == 'I' && p - 1 > text && g_ascii_islower(p[-2]))))
        return false;
    bool last = !g_ascii_isalpha(p[1]) && !((unsigned char)p[1] & 0x80);
    return last ? p[-1] != 'I' : strchr("aeiou", p[1]) || (p[1] == 'I' && g_ascii_islower(p[2])) ||
                                     (p[-1] == 'I' && g_ascii_islower(p[1]));
}

/* The small l at P is in the place of a capital I: "lnvoice", "lmportant", "lRS". No word of Latin
 * letters begins so. */
static bool is_masked_i(const char *text, const char *p)
{
    bool small = p[1] && strchr("mndtsrcgvfbpk", p[1]) && g_ascii_islower(p[2]);
    bool capitals = g_ascii_isupper(p[1]) && g_ascii_isupper(p[2]);
    return (small || capitals) && (p == text || g_ascii_isspace(p[-1])) && p[1] != '\'';
}

/* What is overridden to run from right to left, as it is read; NULL where there is none. */
static char *in_order(const char *text)
{
    const char *from = strstr(text, "\xe2\x80\xae"), *copied = text;
    GString *out = from ? g_string_new(NULL) : NULL;
    for (; from; from = strstr(copied, "\xe2\x80\xae")) {
        g_string_append_len(out, copied, from - copied);
        const char *end = from += 3;
        while (*end && *end != '\n' && g_utf8_get_char(end) != POP && g_utf8_get_char(end) != RIGHT_TO_LEFT)
            end = g_utf8_next_char(end);
        g_autofree char *reversed = g_utf8_strreverse(from, end - from);
        g_string_append(out, reversed);
        copied = end;
    }
    if (out)
        g_string_append(out, copied);
    return out ? g_string_free(out, FALSE) : NULL;
}

#define MARKS 8 /* that are looked past */

/* The mark at P, which no Latin letter has, stands within a Latin word. At the end of one it may be an ending
 * in the writer's own letters. */
static bool is_foreign_mark(const char *p, gunichar before, gunichar c)
{
    if (!is_latin(before) || !g_unichar_ismark(c) || (c >= 0x300 && c <= 0x36f))
        return false;
    for (int marks = 0; marks < MARKS && g_unichar_ismark(g_utf8_get_char(p)); marks++)
        p = g_utf8_next_char(p);
    return is_latin(g_utf8_get_char(p));
}

struct unmasked {
    GString *out;
    unsigned masked, invisible, apart, respelt; /* how many */
    unsigned selectors, salted; /* the same, which only a disguise has */
    unsigned pierced;           /* words by what is invisible, and is no hyphen */
    bool changed; /* more than what is invisible */
};

/* The letter at P of a word that is DISGUISED or not; 0 where it shows as it is. */
static gunichar plain_letter(struct unmasked *u, gunichar c, bool disguised, bool wide)
{
    gunichar plain = disguised && (c >= 0x250 || c == 0x131) ? letter_looks_like(c) : 0;
    u->masked += plain && c != 0x131;
    if (!plain && (plain = letter_unstyled(c)))
        u->masked += (c < 0xff00 || c > 0xffff || !wide) && c < 0x1f110;
    u->changed |= plain != 0;
    return plain;
}

/* MIXED: letters of other scripts are in disguise only where Latin ones stand in the same word. */
static struct unmasked unmask(const char *given, bool mixed)
{
    g_autofree char *straight = in_order(given);
    const char *text = straight ? straight : given;
    struct unmasked u = {.out = g_string_sized_new(strlen(text) + 1), .changed = straight != NULL};
    bool wide = has_wide_script(text), disguised = false;
    gunichar before = 0;
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = (unsigned char)*p < 128 ? (gunichar)*p : g_utf8_get_char(p);
        bool begins = !before;
        if (c < 128) {
            bool letter = g_ascii_isalpha(c), l = c == 'I' && is_masked_l(text, p);
            bool i = c == 'l' && is_masked_i(text, p);
            u.masked += l || i;
            u.changed |= l || i;
            if (begins && letter)
                disguised = is_disguised(p, mixed);
            g_string_append_c(u.out, l ? 'l' : i ? 'I' : (char)c);
            before = letter ? c : 0;
            continue;
        }
        gunichar after = g_utf8_get_char(g_utf8_next_char(p));
        if (is_hyphen(c) && is_latin(before) && is_latin(after)) {
            u.changed = true;
            continue;
        }
        bool foreign_mark = is_foreign_mark(p, before, c);
        if (letter_is_invisible(c) || foreign_mark) {
            u.invisible += is_latin(before) || (before && is_latin(after));
            u.selectors += (letter_is_selector(c) && is_latin(before)) || foreign_mark;
            u.pierced += is_latin(before) && is_latin(after) && c != 0xad;
            continue;
        }
        if (begins)
            disguised = is_disguised(p, mixed);
        gunichar plain = plain_letter(&u, c, disguised, wide);
        u.masked += !plain && letter_is_strange(c) && (is_latin(before) || is_latin(after));
        g_string_append_unichar(u.out, plain ? plain : c);
        before = plain ? plain : g_unichar_isalpha(c) || g_unichar_ismark(c) ? c : 0;
    }
    u.salted = lure_unsalted(u.out, SALTED);
    u.apart = lure_joined(u.out);
    u.respelt = lure_respelt(u.out);
    u.changed |= u.apart || u.respelt || u.salted || u.selectors >= SEVERAL ||
                 u.pierced >= PIERCED;
    return u;
}

char *lure_unmasked(const char *text, bool *disguised)
{
    struct unmasked u = unmask(text, true);
    *disguised = u.masked || u.invisible || u.apart || is_split(text);
    return g_string_free(u.out, FALSE);
}

char *lure_unmasked_text(const char *text, enum mask *mask)
{
    struct unmasked u = unmask(text, has_other_script(text));
    bool perhaps = u.masked + u.respelt + 2 * u.apart >= SEVERAL;
    bool sure = u.salted || u.selectors >= SEVERAL || u.pierced >= PIERCED;
    *mask = sure ? MASK_SURE : perhaps ? MASK_PERHAPS : MASK_NONE;
    return g_string_free(u.out, !u.changed);
}
