/* Words that a machine drew: the tails of subjects, what is beside names, and mailboxes. They make every copy
 * of a mailing another one. */
#include <string.h>

#include <glib.h>

#include "lure-private.h"

#define DECORATED 3 /* signs in a name that are no accident */

/* What stands around such a tail. */
#define AROUND " \t\r\n.,;:!?()[]{}<>\"'*~|=_-#&"

bool word_is_drawn(const char *word, size_t len)
{
    unsigned rises = 0, falls = 0, capitals = 0, changes = 0, bare = 0, most_bare = 0, letters = 0;
    unsigned digits = 0, uppers = 0;
    for (size_t i = 0; i < len; i++) {
        bool upper = g_ascii_isupper(word[i]), lower = g_ascii_islower(word[i]);
        bool digit = g_ascii_isdigit(word[i]);
        if (!upper && !lower && !digit)
            return false;
        rises += i && upper && g_ascii_islower(word[i - 1]);
        falls += lower && capitals >= 2;
        changes += i && digit != g_ascii_isdigit(word[i - 1]);
        bare = lower && !strchr("aeiouy", word[i]) ? bare + 1 : 0;
        most_bare = MAX(most_bare, bare);
        capitals = upper ? capitals + 1 : 0;
        letters += upper || lower;
        uppers += upper;
        digits += digit;
    }
    bool mixed = letters && digits;
    return len >= 5 && ((rises && falls) || rises >= 3 || (rises == 2 && len < 12) ||
                        (mixed && changes >= 3 && uppers && uppers < letters) || (mixed && changes >= 5) ||
                        (mixed && changes >= 2 && most_bare >= 3));
}

static bool is_part(char c)
{
    return (unsigned char)c >= 128 || !strchr(AROUND, c);
}

/* Whether the last word of TEXT, which has others, is drawn. */
bool lure_has_tail(const char *text)
{
    size_t end = strlen(text);
    while (end && !is_part(text[end - 1]))
        end--;
    size_t from = end;
    while (from && is_part(text[from - 1]))
        from--;
    return from && word_is_drawn(text + from, end - from);
}

/* "Support 24829", "( liberation ) - 658462430987375": a number that is no year. */
unsigned lure_number(const char *name)
{
    for (const char *p = name; *p;) {
        size_t digits = strspn(p, "0123456789");
        bool year = digits == 4 && (!strncmp(p, "19", 2) || !strncmp(p, "20", 2));
        bool whole = p == name || !is_part(p[-1]);
        if (digits >= 4 && !year && whole && !is_part(p[digits]))
            return (unsigned)digits;
        p += MAX(digits, 1);
    }
    return 0;
}

/* "#Than_ you#", "-[@C0mpramos_--]-", "[gov/app] [BLOQUEIO] 17/10". */
bool lure_is_decorated(const char *name)
{
    unsigned signs = 0;
    for (; *name; name++)
        signs += strchr("#*_~^={}|$%@[]/<>!+", *name) || (*name == '-' && name[1] == '-');
    return signs >= DECORATED;
}

/* "First_Last_12345", "jan-doe-4821". */
static bool is_serial(const char *local, size_t len)
{
    size_t digits = 0, marks = 0;
    while (digits < len && g_ascii_isdigit(local[len - 1 - digits]))
        digits++;
    for (size_t i = 0; i + digits < len; i++)
        marks += local[i] == '_' || local[i] == '-';
    bool apart = digits < len && digits && strchr("_-", local[len - 1 - digits]);
    return digits >= 3 && marks >= 2 && apart;
}

bool mailbox_is_numbered(const char *mailbox)
{
    size_t len = strcspn(mailbox, "@"), digits = 0;
    while (digits < len && g_ascii_isdigit(mailbox[len - 1 - digits]))
        digits++;
    const char *number = mailbox + len - digits;
    bool year = digits == 4 && (!strncmp(number, "19", 2) || !strncmp(number, "20", 2));
    return digits >= 4 && digits < len && !year;
}

/* Codes that say to whom it went are no disguise: they have several parts, or other signs. */
static bool is_code(const char *local, size_t len)
{
    size_t marks = 0;
    for (size_t i = 0; i < len; i++) {
        marks += strchr("._-", local[i]) != NULL;
        if (!g_ascii_isalnum(local[i]) && !strchr("._-", local[i]))
            return true;
    }
    return marks > 1;
}

bool mailbox_is_odd(const char *mailbox)
{
    size_t len = strcspn(mailbox, "@");
    if (is_code(mailbox, len))
        return is_serial(mailbox, len);
    for (size_t at = 0; at < len;) {
        size_t part = MIN(strcspn(mailbox + at, "._-@"), len - at);
        if (word_is_drawn(mailbox + at, part))
            return true;
        /* "newsletters.TzYT": capitals in a short word, behind another */
        bool inner = false;
        for (size_t i = at + 2; at && i < at + part; i++)
            inner |= g_ascii_isupper(mailbox[i]) && g_ascii_islower(mailbox[i - 1]);
        if (inner && part <= 6)
            return true;
        at += part + 1;
    }
    return false;
}

/* "PayPa1 5upport": TEXT with letters for the digits that stand in words; NULL where there are none. */
char *lure_digits_as_letters(const char *text)
{
    static const char as[10] = {'o', 'l', 0, 'e', 'a', 's', 0, 't', 0, 0};
    char *other = NULL;
    for (size_t i = 0; text[i]; i++) {
        char letter = g_ascii_isdigit(text[i]) ? as[text[i] - '0'] : 0;
        bool before = i && g_ascii_isalpha(text[i - 1]), behind = g_ascii_isalpha(text[i + 1]);
        if (!letter || !(before || behind))
            continue;
        other = other ? other : g_strdup(text);
        other[i] = letter;
    }
    return other;
}

/* TEXT's letters and digits, in lower case. */
static char *plain_of(const char *text, size_t len)
{
    GString *plain = g_string_sized_new(len);
    for (size_t i = 0; i < len; i++)
        if (g_ascii_isalnum(text[i]))
            g_string_append_c(plain, g_ascii_tolower(text[i]));
    return g_string_free(plain, FALSE);
}

bool lure_spells(const char *name, const char *organisation)
{
    static const char *const as[10] = {"o", "il", "z", "e", "a", "s", "g", "t", "b", "g"};
    g_autofree char *wanted = plain_of(name, strlen(name));
    g_autofree char *host = plain_of(organisation, strcspn(organisation, "."));
    size_t i = 0, digits = 0;
    for (; wanted[i] && host[i]; i++) {
        bool same = wanted[i] == host[i];
        if (!same && !(g_ascii_isdigit(host[i]) && strchr(as[host[i] - '0'], wanted[i])))
            return false;
        digits += !same;
    }
    return digits && i >= 5 && (!wanted[i] || !host[i]);
}

/* --- in texts ------------------------------------------------------------------------------------------- */

#define SHORTEST 5    /* letters of such a word: what is shorter is an abbreviation; ... */
#define LONGEST 24    /* ... what is longer a key or a file in letters */
#define SPACED 6      /* letters that stand alone, one behind the other, and are no initials */
#define CHARACTERS 100000

/* "wlBmsxVRr": of its parts, which begin with capitals, several are none that names such as DocuSign, LaTeX
 * or kbAlertz have. Small letters alone lack any vowel. */
static bool is_gibberish(const char *word, size_t len)
{
    unsigned parts = 0, odd = 0, capitals = 0;
    for (size_t i = 0; i < len; parts++) {
        size_t from = i;
        bool vowel = false;
        for (; i < len && g_ascii_isupper(word[i]); i++)
            vowel |= strchr("AEIOUY", word[i]) != NULL;
        size_t upper = i - from;
        for (; i < len && g_ascii_islower(word[i]); i++)
            vowel |= strchr("aeiouy", word[i]) != NULL;
        size_t lower = i - from - upper;
        bool abbreviation = !lower || (lower == 1 && word[i - 1] == 's'); /* "PDFs" */
        bool within = from && i < len;
        capitals += (unsigned)upper;
        odd += i - from == 1 ? within
                             : !abbreviation && (!vowel || (upper > 3 && lower <= 2) || (upper > 1 && from));
    }
    if (!capitals || (capitals == 1 && g_ascii_isupper(*word)))
        return odd && strncmp(word, "http", 4) != 0;
    return odd >= 2 || (odd && parts != 2);
}

unsigned lure_gibberish(const char *text)
{
    guint32 seen[GIBBERISH_MOST];
    unsigned count = 0, alone = 0, spaced = 0;
    const char *end = text + strnlen(text, CHARACTERS);
    for (const char *p = text; p < end && count < GIBBERISH_MOST;) {
        size_t length = strcspn(p, " \t\r\n"), from = 0, to = length;
        while (from < to && strchr(".,;:!?()[]\"'*", p[from]))
            from++;
        while (to > from && strchr(".,;:!?()[]\"'*", p[to - 1]))
            to--;
        bool letters = to - from >= SHORTEST && to - from <= LONGEST;
        for (size_t i = from; i < to && letters; i++)
            letters = g_ascii_isalpha(p[i]);
        alone = to - from == 1 && g_ascii_isalpha(p[from]) ? alone + 1 : 0;
        spaced = MAX(spaced, alone / SPACED);
        bool found = letters && is_gibberish(p + from, to - from);
        g_autofree char *word = found ? g_strndup(p + from, to - from) : NULL;
        guint32 hash = word ? g_str_hash(word) : 0;
        for (unsigned i = 0; i < count && found; i++)
            found = seen[i] != hash;
        if (found)
            seen[count++] = hash;
        p += length + strspn(p + length, " \t\r\n");
    }
    return count + spaced;
}
