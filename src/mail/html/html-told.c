/* Knows the few properties of schema.org by which orders and reservations name what they are for, and keeps
 * the name of a brand, an airline or the buyer apart from the name of the thing. */
#include <string.h>

#include "html-schema.h"
#include "html-told.h"
#include "mail/html.h"

enum part { PART_OTHER, PART_ITEM, PART_FROM, PART_TO, PART_PERSON };

static bool is(const char *property, size_t len, const char *name)
{
    return strlen(name) == len && !g_ascii_strncasecmp(property, name, len);
}

static bool is_among(const char *property, size_t len, const char *const *names)
{
    for (; *names; names++)
        if (is(property, len, *names))
            return true;
    return false;
}

/* departureAirport, departureStation, departureBusStop and so on are places. */
static enum part part_of(const char *property, size_t len)
{
    static const char *const items[] = {"orderedItem", "itemOffered", "reservationFor", "performer",
                                        "performers",  "competitor",  "homeTeam",       "awayTeam",
                                        NULL};
    if (is_among(property, len, items))
        return PART_ITEM;
    if (is(property, len, "underName"))
        return PART_PERSON;
    if (len > 9 && !g_ascii_strncasecmp(property, "departure", 9))
        return PART_FROM;
    return len > 7 && !g_ascii_strncasecmp(property, "arrival", 7) ? PART_TO : PART_OTHER;
}

static struct told_level *top(struct told *told)
{
    return told->depth ? &told->levels[told->depth - 1] : NULL;
}

void told_open(struct told *told, const char *property, size_t len, bool list, guint at)
{
    const struct told_level *around = top(told);
    enum part part = around && around->list ? around->part : part_of(property, len);
    if (told->depth == TOLD_DEPTH) {
        told->beyond++;
        return;
    }
    struct told_level *level = &told->levels[told->depth++];
    level->part = part;
    level->list = list;
    level->at = at;
    *level->from = *level->to = '\0';
}

void told_close(struct told *told, const struct told_to *to)
{
    const struct told_level *level = top(told);
    if (told->beyond || !level) {
        told->beyond -= told->beyond > 0;
        return;
    }
    if (*level->from && *level->to) {
        g_autofree char *trip = g_strdup_printf("%s %s", level->from, level->to);
        to->name(to->ctx, trip);
    }
    told->depth--;
}

/* Behind what is there, cut between characters. */
static void append(char name[TOLD_BYTES], const char *text)
{
    size_t had = strlen(name), room = TOLD_BYTES - had - 2, length = strlen(text);
    if (had + 2 >= TOLD_BYTES)
        return;
    while (length > room || (length && (text[length] & 0xc0) == 0x80))
        length--;
    g_snprintf(name + had, TOLD_BYTES - had, "%s%.*s", had ? " " : "", (int)length, text);
}

/* Of the trip that has this end. */
static void take_end(struct told *told, enum part part, const char *text)
{
    unsigned i = told->depth;
    while (i && told->levels[i - 1].part == part)
        i--;
    if (i)
        append(part == PART_FROM ? told->levels[i - 1].from : told->levels[i - 1].to, text);
}

void told_value(struct told *told, const char *property, size_t len, const char *value,
                const struct told_to *to)
{
    static const char *const days[] = {"departureTime", "startDate",      "checkinTime",
                                       "checkinDate",   "paymentDueDate", NULL};
    const struct told_level *level = top(told);
    if (told->beyond || !level || !*value)
        return;
    bool name = is(property, len, "name"), code = is(property, len, "iataCode");
    if (is_among(property, len, days)) {
        to->day(to->ctx, value);
    } else if (name && (level->part == PART_ITEM || level->part == PART_PERSON)) {
        char cut[TOLD_BYTES] = {level->part == PART_PERSON ? TOLD_PERSON : '\0'};
        append(cut, value);
        to->name(to->ctx, cut);
    } else if ((name || code) && (level->part == PART_FROM || level->part == PART_TO)) {
        take_end(told, level->part, value);
    }
}

/* Four hexadecimal digits, or a negative number. */
static int hex_of(const char *p, const char *end)
{
    int value = 0;
    for (int i = 0; i < 4; i++, p++) {
        if (p >= end || g_ascii_xdigit_value(*p) < 0)
            return -1;
        value = 16 * value + g_ascii_xdigit_value(*p);
    }
    return value;
}

/* The string from P to END, without its escapes (RFC 8259 7). The caller frees it. */
static char *unescape(const char *p, const char *end)
{
    GString *text = g_string_new(NULL);
    for (; p < end; p++) {
        int code = *p == '\\' && p + 1 < end && p[1] == 'u' ? hex_of(p + 2, end) : -1;
        bool pair = code >= 0xd800 && code < 0xdc00 && p + 7 < end && p[6] == '\\' && p[7] == 'u';
        int low = pair ? hex_of(p + 8, end) : -1;
        if (code < 0) {
            p += *p == '\\' && p + 1 < end;
            g_string_append_c(text, *p);
            continue;
        }
        p += 5;
        if (low >= 0xdc00 && low < 0xe000) {
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            p += 6;
        }
        if (code && (code < 0xd800 || code > 0xdfff))
            g_string_append_unichar(text, (gunichar)code);
    }
    return g_string_free(text, FALSE);
}

void told_from_json(const char *json, size_t len, const struct told_to *to)
{
    const char *end = json + len, *property = "";
    size_t property_len = 0;
    struct told told = {0};
    for (const char *p = json; p < end; p++) {
        if (*p == '{' || *p == '[')
            told_open(&told, property, property_len, *p == '[', 0);
        else if (*p == '}' || *p == ']')
            told_close(&told, to);
        if (*p != '"')
            continue;
        const char *close = schema_string_end(p, end), *next = schema_skip_blanks(MIN(close + 1, end), end);
        if (next < end && *next == ':') {
            property = p + 1;
            property_len = (size_t)(close - property);
        } else {
            g_autofree char *value = unescape(p + 1, close);
            told_value(&told, property, property_len, value, to);
        }
        p = MIN(close, end - 1);
    }
}
