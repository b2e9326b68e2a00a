/* Plans of trips: both ends in one line, or one in each of two. */
#include <string.h>

#include "mail/things.h"
#include "mail/words.h"
#include "things-private.h"

#define STOP_WORDS 7 /* of a line of a plan of a trip: a place, its code, an hour */
#define TRIP_WORDS 24
#define LABEL_WORDS 3
#define END_WORDS 4  /* that tell, of one end */

/* 07:15, or the same as one word: 10h14. *LENGTH: its tokens. */
static bool is_hour(const struct wording *line, guint i, guint *length)
{
    const struct token *one = &g_array_index(line->tokens, struct token, i), *other = one + 1;
    const char *word = wording_word(line, i);
    size_t digits = strspn(word, "0123456789");
    *length = 1;
    if (digits && digits <= 2 && word[digits] == 'h')
        return strspn(word + digits + 1, "0123456789") == strlen(word + digits + 1);
    *length = 2;
    return i + 1 < line->tokens->len && strlen(word) <= 2 && strlen(wording_word(line, i + 1)) == 2 &&
           one->classes & other->classes & TOKEN_NUMBER && other->classes & TOKEN_APART;
}

/* Before the ends of a trip. */
static const char *const ends[] = {
    "from", "von", "de", "da", "van", "od", "z", "fran", "to", "nach",
    "vers", "a", "para", "naar", "do", "till", "ab", "an", "origin",
    "destination", "terminal", "depart", "arrivee", "departing",
    "arriving", "abfahrtsort", "zielort", "abfahrtshafen", "zielhafen",
    "start", "ziel", "origine", "departs", "departure", "arrives", "arrival", "abfahrt",
    "abflug", "ankunft", "von", "salida", "llegada", "partenza", "arrivo"};

bool is_end_label(const struct wording *line)
{
    return line->tokens->len == 1 && is_among(wording_word(line, 0), ends, G_N_ELEMENTS(ends));
}

bool is_stop(const char *text, const struct wording *line)
{
    bool hour = false;
    guint tokens = line->tokens->len, length;
    for (guint i = 0; i < tokens && tokens <= STOP_WORDS; i++)
        hour |= is_hour(line, i, &length);
    bool labelled = false;
    for (guint i = 0; i + 1 < tokens && i < LABEL_WORDS && tokens <= STOP_WORDS && !labelled; i++)
        labelled = is_among(wording_word(line, i), ends, G_N_ELEMENTS(ends)) && (is_labelled(text) || !i);
    return hour || labelled;
}

/* Whether the LENGTH bytes at P name one end, and little more. */
static bool is_end(const char *p, size_t length)
{
    g_autofree char *text = line_copy(p, length);
    owned(wording) wording = wording_new(text, LINE_WORDS);
    g_autoptr(GPtrArray) words = telling_words(wording, NULL, END_WORDS + 1, NULL);
    return words->len <= END_WORDS && is_named(words);
}

/* An hour, a place, an hour and another, or the places first. */
static bool has_two_hours(const struct wording *line)
{
    guint hours = 0, length, before = 0, between = 0, behind = 0;
    for (guint i = 0; i < line->tokens->len; i++)
        hours += is_hour(line, i, &length);
    if (hours != 2)
        return false;
    hours = 0;
    for (guint i = 0; i < line->tokens->len; i++) {
        if (is_hour(line, i, &length)) {
            hours++;
            i += length - 1;
        } else if (is_name(wording_word(line, i)) && strlen(wording_word(line, i)) > 2) {
            before += !hours;
            between += hours == 1;
            behind += hours > 1;
        }
    }
    return between && (before || behind);
}

enum trip trip_in(const char *text, const struct wording *line)
{
    static const struct {
        const char *mark;
        enum trip trip;
    } marks[] = {{"→", TRIP_SURE}, {"->", TRIP_SURE}, {"»", TRIP_SURE}, {"›", TRIP_SURE}, {"⇒", TRIP_SURE},
                 {"<>", TRIP_SURE}, {"↔", TRIP_SURE}, {" > ", TRIP_SURE}, {" - ", TRIP_LIKELY},
                 {" – ", TRIP_LIKELY}, {" — ", TRIP_LIKELY}, {" / ", TRIP_LIKELY}, {" to ", TRIP_LIKELY},
                 {" nach ", TRIP_LIKELY}, {" vers ", TRIP_LIKELY}};
    if (line->tokens->len > TRIP_WORDS)
        return TRIP_NONE;
    if (has_two_hours(line))
        return TRIP_SURE;
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        const char *mark = strstr(text, marks[i].mark);
        const char *behind = mark ? mark + strlen(marks[i].mark) : NULL;
        if (mark && is_end(text, (size_t)(mark - text)) && is_end(behind, strlen(behind)))
            return marks[i].trip;
    }
    return TRIP_NONE;
}

bool things_are_of_trip(const struct message *message, bool likely)
{
    const char *p = message->text;
    bool trip = false;
    unsigned stops = 0;
    for (unsigned n = 0; *p && n < LINES && !trip; n++) {
        size_t length = strcspn(p, "\n");
        g_autofree char *text = line_copy(p, length);
        owned(wording) line = wording_new(text, LINE_WORDS);
        g_autoptr(GPtrArray) words = telling_words(line, NULL, THING_WORDS, NULL);
        stops += is_stop(text, line) && is_named(words);
        trip = (likely && stops > 1) || trip_in(text, line) >= (likely ? TRIP_LIKELY : TRIP_SURE);
        p += length + (p[length] == '\n');
    }
    return trip;
}
