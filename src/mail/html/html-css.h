/* What CSS of any form is made of: plain text, colours. */
#ifndef HEED_MAIL_CSS_H
#define HEED_MAIL_CSS_H

#include <stddef.h>

#include <glib.h>

#define COLOUR_NONE (-1)    /* not said */
#define COLOUR_UNKNOWN (-2) /* a picture, a gradient, a name not known */
#define COLOUR_CLEAR (-3)   /* transparent */

/* LEN bytes of CSS without comments, of CSS and of HTML, and with letters and digits for their escapes (CSS
 * Syntax 4.3.7). The caller frees it. */
GString *css_plain(const char *css, size_t len);

/* The value of a colour attribute or property: 0xrrggbb or one of the above. */
int colour_read(const char *text);

#endif
