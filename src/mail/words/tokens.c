/* Splits text into words. Case and accents are folded, since subjects are shouted and accents
 * left out; what looks like a number is classed by what it could be. Knows no language but
 * currency codes.
 *
 * Chinese, Japanese, Thai and their like have no blanks between words, and Korean glues particles to its
 * nouns: each of their characters is a token, and a phrase is a row of them, which is found wherever it
 * stands. ICU's dictionaries cut by what stands around, so that a phrase, which stands alone in the table, is
 * at times cut otherwise than in a sentence; and to open one costs seven times what judging a message does.
 */
#include <stdbool.h>
#include <string.h>

#include "mail/tokens.h"

struct word {
    char bytes[TOKEN_BYTES];
    size_t len;
    unsigned digits, letters, others, glyphs;
    bool grouped; /* 1'299 */
    bool joined;  /* a glyph that stands at once behind another */
};

static const char *const currencies[] = { "eur", "usd", "gbp", "chf", "euro", "euros", "cad", "aud",
                                          "sek", "nok", "dkk", "pln", "brl", "inr", "jpy", "mxn",
                                          "tl", "lei", "zl",  "kr",  "czk", "huf", "rs",
                                          "kc", "uah", "krw", "cny", "rmb",
                                          "руб", "грн", "円", "元", "원" };

static bool is_currency(const char *word)
{
    for (size_t i = 0; i < G_N_ELEMENTS(currencies); i++)
        if (*word == *currencies[i] && !strcmp(word, currencies[i]))
            return true;
    return false;
}

/* 12,800 */
static bool is_grouped(const struct word *w)
{
    const char *comma = strchr(w->bytes, ',');
    return comma && comma - w->bytes <= 3 && w->len == (size_t)(comma - w->bytes) + 4 * (size_t)w->others &&
           !strpbrk(w->bytes, "./-") && w->bytes[w->len - 4] == ',';
}

static unsigned classes_of(const struct word *w)
{
    if (!w->digits)
        return (w->len <= 6 && is_currency(w->bytes) ? TOKEN_MONEY : 0) | (w->glyphs ? TOKEN_GLYPH : 0) |
               (w->joined ? TOKEN_JOINED : 0);
    unsigned classes = TOKEN_NUMBER;
    bool decimal = w->others && !w->letters && w->digits <= 7 &&
                   strpbrk(w->bytes, ".,") && w->len >= 4 && strchr(".,", w->bytes[w->len - 3]);
    bool year = w->len == 4 && (!strncmp(w->bytes, "19", 2) || !strncmp(w->bytes, "20", 2));
    decimal |= !w->letters && ((w->others && is_grouped(w)) || w->grouped);
    if (!decimal && !year && (w->digits >= 4 || (w->digits >= 2 && w->digits + w->letters >= 8)))
        classes |= TOKEN_ID;
    /* "123-456" is a code written for people. */
    if (!w->letters && !decimal && !year && w->digits >= 4 && w->digits <= 8 && w->others <= 1 &&
        !strpbrk(w->bytes, ".,/"))
        classes |= TOKEN_CODE;
    if (w->digits >= 10)
        classes |= TOKEN_LONG;
    return classes;
}

static inline void put_ascii(struct word *w, char c)
{
    if (w->len + 1 < TOKEN_BYTES)
        w->bytes[w->len++] = c;
}

static void put(struct word *w, gunichar c)
{
    char utf8[6];
    int n = g_unichar_to_utf8(c, utf8);
    if (w->len + (size_t)n < TOKEN_BYTES) {
        memcpy(w->bytes + w->len, utf8, (size_t)n);
        w->len += (size_t)n;
    }
}

static bool is_hangul(gunichar c)
{
    return c >= 0xac00 && c <= 0xd7a3;
}

/* Letters that are left without their stroke or written in another form, and that Unicode does not decompose:
 * Polish l, Croatian and Vietnamese d, Turkish dotless i, Greek final sigma. */
static gunichar plain_letter(gunichar c)
{
    return c == 0x142 ? 'l' : c == 0x111 ? 'd' : c == 0x131 ? 'i' : c == 0x3c2 ? 0x3c3 : c;
}

/* The base letter in lower case; sharp s is ss as in g_utf8_casefold(). Syllables of Hangul are made of
 * letters, not of a letter and marks. */
static void put_letter(struct word *w, gunichar c)
{
    gunichar base, mark;
    if (c == 0xdf || c == 0x1e9e) {
        put(w, 's');
        put(w, 's');
    } else {
        c = plain_letter(g_unichar_tolower(c));
        while (c >= 0xc0 && !is_hangul(c) && g_unichar_decompose(c, &base, &mark) && base < 0x2000)
            c = base;
        /* The styled letters of U+1D400 and on are for shouting. */
        gunichar plain;
        if (c >= 0x1d400 && c < 0x1d800 && g_unichar_fully_decompose(c, TRUE, &plain, 1) == 1)
            c = g_unichar_tolower(plain);
        put(w, c);
    }
    w->letters++;
}

/* A sign that belongs to a number when it stands between digits: 49.00, 403-1234567, 1.234,56; or
 * before them, behind a few letters: INV-20391. */
static bool joins(const struct word *w, const char *next, gunichar c)
{
    if (c == '-' && !w->digits && w->letters >= 2 && w->letters <= 4 && w->len == w->letters)
        return g_ascii_isdigit(next[0]) && g_ascii_isdigit(next[1]) && g_ascii_isdigit(next[2]);
    if (!w->digits || !(c == '.' || c == ',' || c == '-' || c == '/'))
        return false;
    return g_ascii_isdigit(*next) && g_ascii_isdigit(w->bytes[w->len - 1]);
}

/* What stands between groups of three digits and is no sign of a decimal: 1'299 in Switzerland, a narrow or a
 * fixed blank elsewhere. It is left out. */
static bool groups(const struct word *w, const char *next, gunichar c)
{
    bool sign = c == '\'' || c == 0x2019 || c == 0x202f || c == 0xa0;
    return sign && w->digits && !w->letters && (w->digits <= 3 || w->grouped) && g_ascii_isdigit(next[0]) &&
           g_ascii_isdigit(next[1]) && g_ascii_isdigit(next[2]) && !g_ascii_isdigit(next[3]);
}

struct split {
    struct word word;
    size_t left;
    bool behind_glyph, apart;
    void (*found)(void *ctx, const char *word, unsigned classes);
    void *ctx;
};

static void flush(struct split *s)
{
    struct word *w = &s->word;
    if (w->len && s->left) {
        w->bytes[w->len] = 0;
        s->found(s->ctx, w->bytes, classes_of(w) | (s->apart ? TOKEN_APART : 0));
        s->left--;
        s->apart = false;
    }
    w->len = 0;
    w->digits = w->letters = w->others = w->glyphs = 0;
    w->grouped = w->joined = false;
}

/* Scripts without blanks between words, and Hangul: Thai, Lao, Burmese, Khmer; kana; Han. */
static bool is_glyph(gunichar c)
{
    return (c >= 0xe00 && c < 0xf00) || (c >= 0x1000 && c < 0x10a0) || (c >= 0x1780 && c < 0x1800) ||
           (c >= 0x3005 && c < 0xa000) || is_hangul(c) || (c >= 0xf900 && c < 0xfb00) ||
           (c >= 0xff66 && c < 0xffa0) || (c >= 0x20000 && c < 0x40000);
}

static void put_glyph(struct split *s, gunichar c)
{
    flush(s);
    put(&s->word, c);
    s->word.glyphs++;
    s->word.joined = s->behind_glyph;
    flush(s);
}

/* 0.9 %: a measure. What is given away is round. */
static bool is_measured(const struct word *w)
{
    return w->digits && !w->letters && w->others == 1 && strpbrk(w->bytes, ".,");
}

/* A byte that an address spells, %3A (RFC 3986 2.1), glued to what stands before: no share of a price. AT is
 * its sign's, within TEXT. "50%de" is one that lacks a blank. */
static bool is_encoded(const char *text, const char *at)
{
    if (at == text || !g_ascii_isxdigit(at[1]) || !g_ascii_isxdigit(at[2]))
        return false;
    return g_ascii_isdigit(at[-1]) ? g_ascii_isdigit(at[1])
                                   : g_ascii_isalpha(at[-1]) || strchr("+=/&._", at[-1]);
}

static void sign(struct split *s, gunichar c, bool encoded)
{
    s->word.bytes[s->word.len] = 0;
    bool measured = is_measured(&s->word);
    flush(s);
    if (!s->left)
        return;
    if (c == '%' && !measured && !encoded) {
        s->found(s->ctx, "%", TOKEN_PERCENT);
        s->left--;
    } else if (c == '$' || (c > 127 && g_unichar_type(c) == G_UNICODE_CURRENCY_SYMBOL)) {
        s->found(s->ctx, "$", TOKEN_MONEY);
        s->left--;
    }
}

/* Marks and signs within a word that neither end it nor count, and what takes no room. Those of Hebrew,
 * Arabic and the scripts of India and the east are vowels and the like. */
static bool is_silent(gunichar c)
{
    return c == 0xad || (c >= 0x300 && c < 0x370) || (c >= 0x590 && c < 0x1b00 && g_unichar_ismark(c)) ||
           c == 0x61c || c == 0x115f || c == 0x180e || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0x3099 || c == 0x309a ||
           c == 0x3164 || (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff || (c >= 0xe0000 && c <= 0xe01ef);
}

/* The character at P; the wide forms of ASCII (U+FF01 and on) are for lines of Han. */
static inline gunichar char_at(const char *p)
{
    gunichar c = (unsigned char)*p < 128 ? (gunichar)*p : g_utf8_get_char(p);
    return c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c;
}

void tokens_split(const char *text, size_t most,
                  void (*found)(void *ctx, const char *word, unsigned classes), void *ctx)
{
    struct split s = { .left = most, .found = found, .ctx = ctx };
    for (const char *p = text; *p && s.left;) {
        gunichar c = char_at(p);
        p = g_utf8_next_char(p);
        if (c >= 128 && is_silent(c))
            continue;
        bool letter = c < 128 ? g_ascii_isalpha(c) : g_unichar_isalpha(c);
        if (letter) {
            if (c < 128) {
                put_ascii(&s.word, (char)(c | 0x20));
                s.word.letters++;
            } else if (is_glyph(c)) {
                put_glyph(&s, c);
            } else {
                put_letter(&s.word, c);
            }
        } else if (c >= '0' && c <= '9') {
            put_ascii(&s.word, (char)c);
            s.word.digits++;
        } else if (groups(&s.word, p, c)) {
            s.word.grouped = true;
        } else if (joins(&s.word, p, c)) {
            put_ascii(&s.word, (char)c);
            s.word.others++;
        } else {
            sign(&s, c, c == '%' && is_encoded(text, g_utf8_prev_char(p)));
            s.apart |= c < 128 ? strchr(",;:.!?|/()", (int)c) != NULL : g_unichar_ispunct(c);
        }
        s.behind_glyph = letter && c >= 128 && is_glyph(c);
    }
    flush(&s);
}
