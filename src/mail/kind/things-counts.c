/* How many there are of what a line names. */
#include <string.h>

#include "mail/words.h"
#include "things-private.h"

/* "2 x", "2x", "x2", "2 Stk." at P, or a number and blanks or behind a mark of a list. */
static bool is_count(const char *p, bool listed)
{
    static const char *const units[] = {"x ",  "X ",    "× ",  "* ",  "Stk",  "St.",
                                        "Stück", "pcs", "pc ", "Expl", "ex."};
    size_t digits = strspn(p, "0123456789"), blanks = strspn(p + digits, " \t");
    const char *unit = p + digits + blanks;
    for (size_t i = 0; digits && digits <= 3 && i < G_N_ELEMENTS(units); i++)
        if (g_str_has_prefix(unit, units[i]))
            return true;
    return digits && digits <= 3 && blanks && (listed || blanks > 1) &&
           g_unichar_isalpha(g_utf8_get_char(unit));
}

/* "Hemd x 2  23,60 EUR", "Hemd x2 23,60 EUR", but neither "10 x 15 cm" nor "4x4". */
static bool has_times(const char *line)
{
    for (const char *p = line; (p = strpbrk(p, "xX\303")); p++) {
        bool sign = g_str_has_prefix(p, "×");
        const char *behind = p + (sign ? strlen("×") : 1), *before = p;
        while (before > line && strchr(" \t", before[-1]))
            before--;
        bool word = before > line && before < p && !g_ascii_isdigit(before[-1]);
        behind += strspn(behind, " ");
        size_t digits = strspn(behind, "0123456789");
        if (word && (sign || *p != '\303') && digits && digits <= 3 && strchr(" \t", behind[digits]))
            return true;
    }
    return false;
}

bool is_counted(const char *line, bool table)
{
    bool listed = table;
    static const char *const times[] = {"×", "x", "X"};
    const char *colon = strchr(line, ':'), *p = colon && is_labelled(line) ? colon + 1 : line;
    listed |= p != line;
    for (; *p && !g_unichar_isalnum(g_utf8_get_char(p)); p = g_utf8_next_char(p))
        listed |= *p != ' ' && *p != '\t' && *p != ':';
    if (is_count(p, listed) || has_times(p))
        return true;
    size_t length = strlen(line), end = length;
    if (length > 2 && line[length - 1] == ')') { /* (x2), (2x) */
        const char *open = strrchr(line, '(');
        size_t within = open ? strspn(open + 1, "0123456789xX") : 0;
        return within > 1 && within < 5 && open[within + 1] == ')' && strpbrk(open, "xX");
    }
    while (end && g_ascii_isdigit(line[end - 1]))
        end--;
    size_t digits = length - end;
    size_t blanks = end;
    while (end && line[end - 1] == ' ')
        end--;
    if (table && digits && digits <= 3 && end < blanks)
        return true;
    for (size_t i = 0; digits && digits <= 3 && i < G_N_ELEMENTS(times); i++) {
        size_t mark = strlen(times[i]);
        if (end > mark + 1 && !strncmp(line + end - mark, times[i], mark) && line[end - mark - 1] == ' ')
            return true;
    }
    return false;
}

bool is_heading(const struct wording *line)
{
    static const char *const counts[] = {"qty", "quantity", "menge", "anzahl", "stuck", "quantite", "qte",
                                         "cantidad", "quantita", "aantal", "ilosc", "quantidade"};
    bool counted = false;
    for (guint i = 0; i < line->tokens->len; i++) {
        if (g_array_index(line->tokens, struct token, i).classes & TOKEN_NUMBER)
            return false;
        const char *word = wording_word(line, i);
        counted |= is_among(word, counts, G_N_ELEMENTS(counts));
    }
    return counted && line->tokens->len > 1;
}
