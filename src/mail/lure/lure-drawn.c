/* Words that a machine drew: the tails of subjects, what is beside names, and mailboxes. They make every copy
 * of a mailing another one. */
#include <string.h>

#include <glib.h>

#include "lure-private.h"

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
bool lure_is_numbered(const char *name)
{
    for (const char *p = name; *p;) {
        size_t digits = strspn(p, "0123456789");
        bool year = digits == 4 && (!strncmp(p, "19", 2) || !strncmp(p, "20", 2));
        bool whole = p == name || !is_part(p[-1]);
        if (digits >= 4 && !year && whole && !is_part(p[digits]))
            return true;
        p += MAX(digits, 1);
    }
    return false;
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
