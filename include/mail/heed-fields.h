/* The header fields that are heed's own. */
#ifndef HEED_HEED_FIELDS_H
#define HEED_HEED_FIELDS_H

#include <stdbool.h>

#include <glib.h>

#define HEED_FIELD_VERDICT "X-Heed"
#define HEED_FIELD_WHY "X-Heed-Why"
#define HEED_FIELD_SEAL "X-Heed-Seal"
#define HEED_FIELD_WOULD "would" /* word of the first: where the message would be, did its reader let it */

/* Appends "NAME: VALUE" and a line end, folded at blanks, so that unfolding gives VALUE back (RFC 5322
 * 2.2.3) and no line is longer than 998 bytes. */
void heed_field_append(GString *block, const char *name, const char *value);

/* True where TEXT is nothing but well-formed fields of heed's, each line ended by LF: all that may be put
 * before a message. */
bool heed_fields_are_sound(const char *text);

#endif
