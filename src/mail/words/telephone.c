/* Finds the numbers of telephones in a text. */
#include <string.h>

#include <glib.h>

#include "mail/telephone.h"

/* Digits of a telephone number, whose parts are set off. */
#define TELEPHONE 9

/* Bytes of what may stand between two parts of one: 0, nothing of that. */
static size_t gap_at(const char *p)
{
    static const char *const wide[] = {"\u00a0", "\u2010", "\u2011", "\u2012", "\u2013", "\u202f"};
    for (size_t i = 0; i < G_N_ELEMENTS(wide); i++)
        if (g_str_has_prefix(p, wide[i]))
            return strlen(wide[i]);
    return *p && strchr(" ()-./", *p) ? 1 : 0;
}

static bool is_century(const char *p)
{
    return g_str_has_prefix(p, "19") || g_str_has_prefix(p, "20");
}

/* Whether the digits from P on, in parts, are those of a telephone; *END: where they end, or a day does. */
static bool is_telephone(const char *p, const char **end)
{
    bool leads = strchr("+(018", *p), american = false; /* 229 555 0134 */
    size_t digits = 0, parts = *p == '+' || *p == '(', groups = 0;
    size_t last[3] = {0};
    const char *begin = p += parts;
    do {
        const char *group = p;
        memmove(last, last + 1, 2 * sizeof *last);
        last[2] = strspn(p, "0123456789");
        p += last[2];
        digits += last[2];
        groups += last[2] > 0;
        american |= last[0] == 3 && last[1] == 3 && last[2] == 4;
        bool day = (last[0] == 4 && last[1] == 2 && last[2] == 2 && is_century(begin)) ||
                   (last[0] && last[0] <= 2 && last[1] <= 2 && last[2] == 4 && is_century(group));
        *end = p;
        if (groups == 3 && day)
            return false;
        for (size_t gap; (gap = gap_at(p)); p += gap)
            ;
    } while (g_ascii_isdigit(*p));
    return digits >= TELEPHONE && parts + groups > 1 && (leads || american);
}

bool telephone_in(const char *text)
{
    bool found = false;
    for (const char *p = text; !found && (p = strpbrk(p, "+(0123456789"));)
        found = is_telephone(p, &p);
    return found;
}
