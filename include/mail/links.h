/* Web addresses in mail, as text. */
#ifndef HEED_MAIL_LINKS_H
#define HEED_MAIL_LINKS_H

#include <stdbool.h>

#include <glib.h>

/* The lower-case host of an http, https, ftp or scheme-relative address as a browser reads it,
 * or "". Caller frees. */
char *link_host(const char *href);

/* Calls FOUND for each web address in TEXT, a NUL-ended copy each. */
void links_in_text(const char *text, void (*found)(void *ctx, const char *href), void *ctx);

#endif
