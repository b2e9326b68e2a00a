/* What reading things and finding them mentioned share. */
#ifndef HEED_THINGS_PRIVATE_H
#define HEED_THINGS_PRIVATE_H

#include "mail/things.h"

#define LINES 80 /* of a text that are looked at, and of each no more than ... */
#define LINE_BYTES 200
#define LINE_WORDS 40

struct wording;

/* The words of WORDING that can name a thing, MOST of them, without those of AUTHOR (or NULL). The caller
 * unrefs it. */
GPtrArray *telling_words(const struct wording *wording, const struct wording *author, guint most);

/* Whether one of WORDS is a name, and none that stands in all sorts of mail. */
bool is_named(const GPtrArray *words);

/* LENGTH bytes of LINE, or as many as are looked at. The caller frees it. */
char *line_copy(const char *line, size_t length);

#endif
