/* A bound that libxml2 has not: attributes of one HTML tag. */
#ifndef HEED_MAIL_TAGS_H
#define HEED_MAIL_TAGS_H

#include <stddef.h>

/* The LEN bytes with blanks for the attributes that are too many for one tag, or NULL where there are
 * none. The caller frees it. */
char *tags_bounded(const char *bytes, size_t len);

#endif
