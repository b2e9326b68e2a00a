/* What other scripts' letters are taken for. Only user of ICU. */
#include <unicode/uspoof.h>

#include "base/part.h"
#include "spoof.h"

PART_VERSION(spoof);

#define MOST_BYTES 300

static const USpoofChecker *checker(void)
{
    static USpoofChecker *checker;
    static gsize ready;
    if (g_once_init_enter(&ready)) {
        UErrorCode code = U_ZERO_ERROR;
        checker = uspoof_open(&code);
        if (U_FAILURE(code))
            checker = NULL;
        g_once_init_leave(&ready, 1);
    }
    return checker;
}

char *spoof_skeleton(const char *name)
{
    g_autofree char *lower = g_utf8_strdown(name, -1);
    char out[4 * MOST_BYTES];
    UErrorCode code = U_ZERO_ERROR;
    int32_t length = strlen(lower) <= MOST_BYTES && checker()
                         ? uspoof_getSkeletonUTF8(checker(), 0, lower, -1, out, sizeof out, &code)
                         : 0;
    /* Accents are left out: at a glance nobody sees them. */
    g_autofree char *skeleton = length > 0 && U_SUCCESS(code) && length < (int32_t)sizeof out
                                    ? g_utf8_strdown(out, length)
                                    : g_strdup(lower);
    g_autofree char *apart = g_utf8_normalize(skeleton, -1, G_NORMALIZE_NFKD);
    GString *bare = g_string_new(NULL);
    for (const char *p = apart ? apart : skeleton; *p; p = g_utf8_next_char(p))
        if (!g_unichar_ismark(g_utf8_get_char(p)))
            g_string_append_unichar(bare, g_utf8_get_char(p));
    return g_string_free(bare, FALSE);
}
