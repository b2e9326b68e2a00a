/* A page made ready for libxml2: what browsers read otherwise, and a bound that it has not. */
#ifndef HEED_MAIL_TAGS_H
#define HEED_MAIL_TAGS_H

#include <stddef.h>

#include <glib.h>

/* LEN bytes of HTML without comments and style sheets, each of which is handed to SHEET; with what is text in
 * elements like <title> written as text, and no more attributes than real tags have. What stands behind a
 * comment or an element that hides all to the end is within <div hidden>. The caller frees it. */
GString *tags_clean(const char *bytes, size_t len, void (*sheet)(void *ctx, const char *css, size_t len),
                    void *ctx);

#endif
