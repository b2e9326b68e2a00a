/* Text as a browser sets it: words and what stands between them. */
#ifndef HEED_MAIL_HTML_TEXT_H
#define HEED_MAIL_HTML_TEXT_H

#include <stddef.h>

/* Bytes of a character that takes no room (ZWSP, ZWNJ, ZWJ, CGJ, word joiner, soft hyphen,
 * BOM), which fill up the hidden line under a subject; or 0. */
size_t html_invisible(const unsigned char *p, size_t left);

/* Bytes of white space, or 0. */
size_t html_space(const unsigned char *p, size_t left);

/* A run of bytes that are neither. */
size_t html_word(const unsigned char *p, size_t left);

#endif
