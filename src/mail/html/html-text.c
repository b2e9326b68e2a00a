/* Blanks, words, and what takes no room between them. */
#include <glib.h>

#include "html-text.h"

size_t html_invisible(const unsigned char *p, size_t left)
{
    if (left >= 2 && ((p[0] == 0xc2 && p[1] == 0xad) || (p[0] == 0xcd && p[1] == 0x8f)))
        return 2;
    if (left >= 3 && p[0] == 0xe2 && p[1] == 0x80 && p[2] >= 0x8b && p[2] <= 0x8f)
        return 3;
    if (left >= 3 && ((p[0] == 0xe2 && p[1] == 0x81 && p[2] == 0xa0) ||
                      (p[0] == 0xef && p[1] == 0xbb && p[2] == 0xbf)))
        return 3;
    return 0;
}

size_t html_space(const unsigned char *p, size_t left)
{
    if (*p <= ' ')
        return 1;
    return left >= 2 && p[0] == 0xc2 && p[1] == 0xa0 ? 2 : 0;
}

size_t html_word(const unsigned char *p, size_t left)
{
    size_t n = 0;
    while (n < left && !html_space(p + n, left - n) && !html_invisible(p + n, left - n))
        n++;
    return n;
}

bool html_is_group(const char *word, size_t len)
{
    size_t digits = 0;
    while (digits < len && g_ascii_isdigit(word[digits]))
        digits++;
    return digits == 3;
}
