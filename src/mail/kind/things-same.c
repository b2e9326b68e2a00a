/* Whether two words are one, but for how they end. */
#include <string.h>

#include "things-private.h"

#define PART 0.5         /* of a compound, of which one word is a part */
#define HEAD 0.9         /* of a compound, of which the other is what it is: Linsen of Monatslinsen */
#define LEAST 3          /* bytes of a stem that ends no compound */
#define LONG 6           /* letters: of so many, another last one makes no other word */

/* Whether words may end so and be one for all that: vowels of ASCII, and what has accents or no ASCII. */
static bool is_ending(char a, char b)
{
    static const char vowels[] = "aeiouy";
    return ((guchar)a >= 0x80 || !a || strchr(vowels, a)) && ((guchar)b >= 0x80 || !b || strchr(vowels, b));
}

/* Whether the first ONE bytes at A are the last of the OTHER at B. */
static bool is_end_of(const char *a, size_t one, const char *b, size_t other)
{
    return one < other && !memcmp(a, b + (other - one), one);
}

double word_is_same(const char *a, size_t one, const char *b, size_t other)
{
    size_t same = 0;
    size_t shorter = MIN(one, other), longer = MAX(one, other);
    while (same < shorter && a[same] == b[same])
        same++;
    bool ends_so = same == shorter ||
                   (same + 1 == shorter && (shorter >= LONG || is_ending(a[same], b[same])));
    if (same == longer || (shorter >= 4 && ends_so && longer - same <= 2))
        return 1;
    bool glyphs = (guchar)*a >= 0xe3 && shorter >= 6; /* two characters of those that have no blanks */
    if (same == shorter && glyphs)
        return 1;
    if (shorter < LONG_TAIL)
        return 0;
    size_t stem = word_stem(a, one), other_stem = word_stem(b, other);
    if (is_end_of(a, one, b, other) || (stem > LEAST && is_end_of(a, stem, b, other_stem)))
        return HEAD;
    bool ends = is_end_of(b, other, a, one) || (other_stem > LEAST && is_end_of(b, other_stem, a, stem));
    return ends || same == shorter ? PART : 0;
}
