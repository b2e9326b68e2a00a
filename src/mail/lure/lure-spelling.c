/* Words that are not spelt as they are read: digits and signs for letters, letters apart. The table of words
 * tells what was meant, so that numbers and names stay as they are. */
#include <string.h>

#include "lure-letters.h"
#include "lure-private.h"
#include "mail/words.h"

#define MIN_WORD 4
#define MAX_WORD 24
#define PIECES 8
#define PIECE_LEAST 6u
#define PIECE_MOST 14u
#define MAX_PART 12  /* letters of a word that is looked for among letters apart */
#define INITIALS 3   /* so many letters apart may be initials */
#define MAX_UNSURE 3 /* signs in one word that could be either of two letters */

/* The letter that C stands for in a word; 'l' where it may be 'i' as well. */
static char letter_for(char c)
{
    static const char signs[] = "0134578@$|!I", letters[] = "oleastbaslll";
    const char *at = c ? strchr(signs, c) : NULL;
    return at ? letters[at - signs] : 0;
}

/* Makes of the N bytes at WORD one that the table has. */
static bool find_meant(char *word, gsize n)
{
    gsize unsure[MAX_UNSURE], n_unsure = 0;
    char plain[MAX_WORD + 1];
    for (gsize i = 0; i < n; i++) {
        char letter = letter_for(word[i]);
        plain[i] = letter ? letter : g_ascii_tolower(word[i]);
        if ((letter == 'l' || (i == 0 && word[i] == 'l')) && n_unsure < MAX_UNSURE)
            unsure[n_unsure++] = i;
    }
    plain[n] = 0;
    for (unsigned choice = 0; choice < 1u << n_unsure; choice++) {
        for (gsize i = 0; i < n_unsure; i++)
            plain[unsure[i]] = choice >> i & 1 ? 'i' : 'l';
        if (words_have(plain)) {
            memcpy(word, plain, n);
            return true;
        }
    }
    return false;
}

static bool in_word(const char *p)
{
    return g_ascii_isalnum(*p) || *p == '@' || *p == '$' || *p == '|' ||
           (*p == '!' && g_ascii_isalpha(p[1]));
}

/* The N bytes at WORD are letters for the most part, and some stand for others. */
static bool is_respelt(const char *word, gsize n)
{
    gsize small = 0, signs = 0;
    for (gsize i = 0; i < n; i++) {
        small += g_ascii_islower(word[i]);
        signs += !g_ascii_isalpha(word[i]) || (word[i] == 'I' && i > 0);
    }
    if (n < MIN_WORD || n > MAX_WORD || small < n / 2 || g_ascii_isdigit(*word) || strchr("|!", *word))
        return false;
    return signs || *word == 'l';
}

unsigned lure_respelt(GString *text)
{
    unsigned changed = 0;
    for (gsize i = 0; i < text->len;) {
        gsize n = 0;
        while (in_word(text->str + i + n))
            n++;
        bool within = i > 0 && (unsigned char)text->str[i - 1] >= 128;
        if (!within && is_respelt(text->str + i, n)) {
            char lower[MAX_WORD + 1];
            for (gsize k = 0; k < n; k++)
                lower[k] = g_ascii_tolower(text->str[i + k]);
            lower[n] = 0;
            changed += !words_have(lower) && find_meant(text->str + i, n);
        }
        i += MAX(n, 1);
    }
    return changed;
}

/* Letters of scripts that have words of several. */
static bool is_letter(gunichar c)
{
    return c < 128 ? g_ascii_isalpha(c) : c < 0x530 && g_unichar_isalpha(c);
}

static bool is_blank(gunichar c)
{
    return c == ' ' || c == 0xa0 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f || c == 0x3000;
}

/* Behind one sign that may stand between letters, and what is invisible around it; NULL where there is none.
 * *SIGN: which, blanks being one. */
static const char *behind_gap(const char *p, gunichar *sign)
{
    static const gunichar signs[] = {'.', '-', '_', '*', '|', '~', 0xb7, 0x2010, 0x2011, 0x2013, 0x2022,
                                     0x2027};
    *sign = 0;
    for (;; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p), found = is_blank(c) ? ' ' : 0;
        if (c >= 128 && letter_is_invisible(c))
            continue;
        for (size_t i = 0; i < G_N_ELEMENTS(signs) && !found; i++)
            found = signs[i] == c ? c : 0;
        if (!found || *sign)
            return *sign ? p : NULL;
        *sign = found;
    }
}

/* Appends the letters that stand alone from P on, each behind the same sign, to LETTERS; returns the end of
 * the last. */
static const char *letters_apart(const char *p, GString *letters)
{
    gunichar first = 0, sign;
    const char *end = p, *next;
    g_string_truncate(letters, 0);
    while (is_letter(g_utf8_get_char(p))) {
        const char *behind = g_utf8_next_char(p);
        if (is_letter(g_utf8_get_char(behind)) || g_ascii_isdigit(*behind))
            return end; /* it begins a word */
        g_string_append_len(letters, p, behind - p);
        end = behind;
        next = behind_gap(end, &sign);
        if (!next || (first && sign != first))
            return end;
        first = sign;
        p = next;
    }
    return end;
}

/* Where blanks between words were lost among blanks between letters: cuts so that known words are longest. */
static void append_words(GString *out, const GString *letters)
{
    g_autofree char *lower = g_utf8_strdown(letters->str, (gssize)letters->len);
    gsize n = strlen(lower);
    g_autofree guint *best = g_new0(guint, n + 1);
    g_autofree guint8 *length = g_new0(guint8, n + 1); /* of the word that begins there */
    for (gsize i = n; i-- > 0;) {
        char part[MAX_PART + 1];
        best[i] = best[i + 1];
        for (guint k = 2; k <= MIN(MAX_PART, n - i); k++) {
            memcpy(part, lower + i, k);
            part[k] = 0;
            if (best[i + k] + k * k > best[i] && words_have(part)) {
                best[i] = best[i + k] + k * k;
                length[i] = (guint8)k;
            }
        }
    }
    for (gsize i = 0; i < n; i += MAX(length[i], 1)) {
        if (length[i])
            g_string_append_c(out, ' ');
        g_string_append_len(out, lower + i, MAX(length[i], 1));
        if (length[i])
            g_string_append_c(out, ' ');
    }
}

unsigned lure_joined(GString *text)
{
    unsigned joined = 0;
    g_autoptr(GString) out = NULL;
    g_autoptr(GString) letters = g_string_new(NULL);
    const char *copied = text->str;
    gunichar before = 0;
    for (const char *p = text->str; *p;) {
        gunichar c = g_utf8_get_char(p);
        const char *next = g_utf8_next_char(p);
        if (is_letter(c) && !is_letter(before) && !g_ascii_isdigit(before) && !g_ascii_isalnum(*next)) {
            next = letters_apart(p, letters);
            if (g_utf8_strlen(letters->str, -1) > INITIALS) {
                out = out ? out : g_string_sized_new(text->len);
                g_string_append_len(out, copied, p - copied);
                append_words(out, letters);
                copied = next;
                joined++;
            }
            next = next > p ? next : g_utf8_next_char(p);
            c = 0;
        }
        before = c;
        p = next;
    }
    if (out) {
        g_string_append(out, copied);
        g_string_assign(text, out->str);
    }
    return joined;
}

struct piece {
    const char *at;
    size_t length;
    unsigned times;
};

/* How many bytes the piece between letters, the last ones small, has that begins at P; 0: none does, or one
 * in a code. The letters right before it begin at WORD. */
static size_t piece_at(const char *text, const char *word, const char *p)
{
    size_t length = 0, behind = 0;
    while (length <= PIECE_MOST && (g_ascii_isupper(p[length]) || g_ascii_isdigit(p[length])))
        length++;
    if (p == word || length < PIECE_LEAST || length > PIECE_MOST || strspn(p, "0123456789") == length)
        return 0;
    while (g_ascii_islower(p[length + behind]))
        behind++;
    bool whole = !g_ascii_isalnum(p[length + behind]) && (word == text || !g_ascii_isdigit(word[-1]));
    return whole && behind && (size_t)(p - word) + behind >= MIN_WORD ? length : 0;
}

/* The piece that is there most often, of the first few; in the same word as the last time it does not count:
 * what is written so is called so. */
static struct piece usual_piece(const char *text)
{
    struct piece pieces[PIECES] = {{NULL, 0, 0}}, most = {NULL, 0, 0};
    for (const char *p = text, *word = text; *p; p++) {
        word = p > text && !g_ascii_isalpha(p[-1]) ? p : word;
        size_t length = g_ascii_isupper(*p) || g_ascii_isdigit(*p) ? piece_at(text, word, p) : 0;
        for (int i = 0; length && i < PIECES; i++) {
            struct piece *piece = &pieces[i];
            if (piece->at && (piece->length != length || strncmp(piece->at, p, length) != 0))
                continue;
            bool another = !piece->at || p[-1] != piece->at[-1] || p[length] != piece->at[length];
            *piece = (struct piece){p, length, piece->times + another};
            most = piece->times > most.times ? *piece : most;
            break;
        }
        p += length ? length - 1 : 0;
    }
    return most;
}

unsigned lure_unsalted(GString *text, unsigned least)
{
    struct piece most = usual_piece(text->str);
    if (most.times < least)
        return 0;
    g_autofree char *piece = g_strndup(most.at, most.length);
    return g_string_replace(text, piece, "", 0);
}
