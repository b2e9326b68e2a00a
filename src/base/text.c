/* Cleaning and measuring of text. Knows nothing of mail. */
#include <string.h>
#include <sys/auxv.h>
#include <time.h>

#include "base/days.h"
#include "base/text.h"

#define HOUR 3600
#define MULTIPLIER G_GUINT64_CONSTANT(0x9e3779b97f4a7c15)

static bool is_unfit(gunichar c)
{
    return c == 0xFFFD || g_unichar_iscntrl(c) || g_unichar_type(c) == G_UNICODE_FORMAT ||
           g_unichar_type(c) == G_UNICODE_SURROGATE || g_unichar_type(c) == G_UNICODE_PRIVATE_USE;
}

/* Printable ASCII with single blanks within, as most text is. */
static bool is_clean(const char *text, size_t max)
{
    size_t i = 0;
    for (; text[i] && i < max; i++)
        if (text[i] < ' ' || text[i] > '~' || (text[i] == ' ' && (!i || text[i - 1] == ' ')))
            return false;
    return !text[i] && !(i && text[i - 1] == ' ');
}

char *text_clean(const char *text, size_t max)
{
    if (!text || is_clean(text, max))
        return g_strdup(text ? text : "");
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    GString *out = g_string_new(NULL);
    size_t count = 0;
    bool space = false;
    for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isspace(c) || c == '\n' || c == '\r' || c == '\t') {
            space = out->len > 0;
            continue;
        }
        if (is_unfit(c))
            continue;
        if (count + (space ? 2 : 1) > max) {
            g_string_append(out, "…");
            break;
        }
        if (space) {
            g_string_append_c(out, ' ');
            count++;
        }
        space = false;
        g_string_append_unichar(out, c);
        count++;
    }
    return g_string_free(out, FALSE);
}

size_t text_columns_of(gunichar c)
{
    return g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
}

size_t text_columns(const char *text)
{
    size_t columns = 0;
    for (const char *p = text; *p; p = g_utf8_next_char(p))
        columns += text_columns_of(g_utf8_get_char(p));
    return columns;
}

char *text_column(const char *text, size_t columns)
{
    GString *out = g_string_new(NULL);
    size_t used = 0;
    bool cut = text_columns(text) > columns;
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        size_t width = text_columns_of(g_utf8_get_char(p));
        if (used + width > columns - (cut ? 1 : 0))
            break;
        g_string_append_len(out, p, g_utf8_next_char(p) - p);
        used += width;
    }
    if (cut) {
        g_string_append(out, "…");
        used++;
    }
    for (; used < columns; used++)
        g_string_append_c(out, ' ');
    return g_string_free(out, FALSE);
}

void text_print_column(FILE *out, const char *text, size_t columns)
{
    g_autofree char *column = text_column(text, columns);
    fputs(column, out);
}

/* Damerau-Levenshtein distance, adjacent transpositions counted once; bytes, since names are ASCII. */
static size_t edit_distance(const char *a, const char *b)
{
    size_t n = MIN(strlen(a), 63), m = MIN(strlen(b), 63);
    size_t d[64][64];
    for (size_t i = 0; i <= n; i++)
        d[i][0] = i;
    for (size_t j = 0; j <= m; j++)
        d[0][j] = j;
    for (size_t i = 1; i <= n; i++)
        for (size_t j = 1; j <= m; j++) {
            size_t swap = g_ascii_tolower(a[i - 1]) != g_ascii_tolower(b[j - 1]);
            d[i][j] = MIN(MIN(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + swap);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = MIN(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[n][m];
}

const char *text_nearest(const char *name, const char *const *names)
{
    const char *best = NULL;
    size_t length = MIN(strlen(name), 63);
    size_t best_distance = length < 3 ? 0 : (length + 2) / 4; /* further off it is another word */
    for (; *names; names++) {
        size_t distance = edit_distance(name, *names);
        if (distance <= best_distance && (!best || distance < best_distance)) {
            best = *names;
            best_distance = distance;
        }
    }
    return best;
}

const char *text_day(int64_t when, char *buffer, size_t size)
{
    time_t t = (time_t)when;
    struct tm tm;
    if (!localtime_r(&t, &tm) || !strftime(buffer, size, "%e %b %Y", &tm))
        g_strlcpy(buffer, "?", size);
    return g_strchug(buffer);
}

const char *text_duration(int64_t seconds, char *buffer, size_t size)
{
    double days = (double)seconds / DAY;
    int hours = (int)MIN(MAX((seconds + HOUR / 2) / HOUR, 1), 24);
    if (hours < 24)
        g_snprintf(buffer, size, "%d hour%s", hours, hours < 2 ? "" : "s");
    else if (days < 14)
        g_snprintf(buffer, size, "%.0f day%s", days, days < 1.5 ? "" : "s");
    else if (days < 60)
        g_snprintf(buffer, size, "%.0f weeks", days / 7);
    else if (days < 730)
        g_snprintf(buffer, size, "%.1f months", days / 30.44);
    else
        g_snprintf(buffer, size, "%.1f years", days / 365.25);
    return buffer;
}

const char *text_times(unsigned times, char *buffer, size_t size)
{
    if (times == 1 || times == 2)
        g_strlcpy(buffer, times == 1 ? "once" : "twice", size);
    else
        g_snprintf(buffer, size, "%u times", times);
    return buffer;
}

/* --- hashes --------------------------------------------------------------------------------------------- */

static uint64_t mix(uint64_t state)
{
    return (state ^ state >> 29) * MULTIPLIER;
}

/* The kernel gives each program that it starts random bytes (getauxval(3)); cages have no other source. */
static uint64_t secret(void)
{
    static uint64_t drawn;
    uint64_t random[2] = {(uint64_t)g_get_monotonic_time(), 0};
    const void *given = (const void *)getauxval(AT_RANDOM);
    if (drawn)
        return drawn;
    if (given) /* at any address */
        memcpy(random, given, sizeof random);
    return drawn = mix(random[0]) ^ random[1];
}

guint text_hash(gconstpointer text)
{
    uint64_t state = secret();
    for (const unsigned char *p = text; *p; p++)
        state = mix(state ^ *p);
    return (guint)(state >> 32);
}

guint number_hash(gconstpointer number)
{
    return (guint)(mix(mix(*(const uint64_t *)number ^ secret())) >> 32);
}
