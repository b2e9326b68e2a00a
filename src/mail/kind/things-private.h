/* What reading things and finding them mentioned share. */
#ifndef HEED_THINGS_PRIVATE_H
#define HEED_THINGS_PRIVATE_H

#include "mail/things.h"

#define LINES 80 /* of a text that are looked at, and of each no more than ... */
#define LINE_BYTES 200
#define LINE_WORDS 40

struct wording;

/* The words of WORDING that can name a thing, MOST of them, without those of AUTHOR (or NULL). The caller
 * unrefs it. BEHIND (or NULL; of bool) has of each whether it stands right behind the one before. */
GPtrArray *telling_words(const struct wording *wording, const struct wording *author, guint most,
                         GArray *behind);

/* Whether LINE tells how many there are of what it names: "2 x", "x 2"; within a TABLE: also by a number
 * and no mark, before it or behind. And whether it is the head of a table that has a column of how many. */
bool is_counted(const char *line, bool table);
bool is_heading(const struct wording *line);

/* What a sentence TEXT may have the name of its thing in: what it quotes, else its words with a capital; or
 * NULL. The caller frees it. */
char *name_in(const char *text);

/* Whether LINE has the whole NAME of an organiser, and not as of whom she deals with: "for the Lake
 * Marathon", not "with Lake Events". */
bool is_named_by(const struct wording *line, const struct wording *name);

/* Whether WORD is how far something goes, as telling_words() gives it: 10km, 70.3. */
bool is_measure(const char *word);

/* Whether LINE, which reads TEXT, has both ends of a trip: with what stands between those only, or with what
 * may stand between anything. */
enum trip { TRIP_NONE, TRIP_LIKELY, TRIP_SURE };
enum trip trip_in(const char *text, const struct wording *line);

/* Whether LINE, which reads TEXT, is a place and an hour, or one of the ends of a trip behind a label of
 * "from" or "to": two such lines are a trip. */
bool is_stop(const char *text, const struct wording *line);

/* Whether LINE is no more than such a label: the next is what it is for. */
bool is_end_label(const struct wording *line);

/* Whether WORD, or one of WORDS, is a name, and none that stands in all sorts of mail. */
bool is_name(const char *word);
bool is_named(const GPtrArray *words);

/* Whether WORD is one of the N WORDS. */
bool is_among(const char *word, const char *const *words, size_t n);

/* Whether LINE has a word of those whose price is of no thing in particular: a total, postage. */
bool is_sum(const struct wording *line);

/* Whether LINE is a label of a size, a colour and the like, up to its colon; and whether it begins with few
 * words before a colon, whatever they are. */
const char *colon_in(const char *line, size_t *wide); /* the first colon, of WIDE bytes, or NULL */
bool is_label(const char *line);
bool is_labelled(const char *line);

/* LENGTH bytes of LINE, or as many as are looked at. The caller frees it. */
char *line_copy(const char *line, size_t length);

/* How much of the line of LENGTH bytes at P is one sentence: what is told in long lines is told in one of
 * several. Its first LEAST bytes are, whatever stands in them. */
size_t sentence_length(const char *p, size_t length, size_t least);

/* How far the word A of a message, of ONE bytes, is the word B of a thing, of OTHER: 1 where they are one but
 * for their ends; of those of LONG_TAIL bytes nearly where A is what the compound B is, half where it only
 * begins with it, or A is a compound with B; else 0. */
#define LONG_TAIL 5
double word_is_same(const char *a, size_t one, const char *b, size_t other);

/* How many of the LENGTH bytes of WORD are left without an ending of plurals and cases. */
static inline size_t word_stem(const char *word, size_t length)
{
    if (length < LONG_TAIL)
        return length;
    char last = word[length - 1];
    bool ending = word[length - 2] == 'e' && (last == 'n' || last == 'r' || last == 's');
    return length - (ending ? 2 : last == 'e' || last == 'n' || last == 's' ? 1 : 0);
}

/* The line of goods, 1 to 63, that the LENGTH bytes at WORD, or the end of them, are a word for; 0: none.
 * Pure. */
unsigned goods_line(const char *word, size_t length);

#endif
