/* Text as a browser sets it: words and what stands between them. */
#ifndef HEED_MAIL_HTML_TEXT_H
#define HEED_MAIL_HTML_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of a character that takes no room (ZWSP, ZWNJ, ZWJ, CGJ, word joiner, soft hyphen,
 * BOM), which fill up the hidden line under a subject; or 0. */
size_t html_invisible(const unsigned char *p, size_t left);

/* Bytes of white space, or 0. */
size_t html_space(const unsigned char *p, size_t left);

/* A run of bytes that are neither. */
size_t html_word(const unsigned char *p, size_t left);

/* Whether WORD of LEN bytes begins with three digits and no more: 299,00 of 1&nbsp;299,00. */
bool html_is_group(const char *word, size_t len);

#endif
