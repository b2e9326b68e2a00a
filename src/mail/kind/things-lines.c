/* Finds what lines of a receipt or a booking name: those with a price or a day, and those above them. */
#include <string.h>

#include "mail/dates.h"
#include "things-reading.h"

#define SHORT 40  /* bytes of a line of a receipt that are one sentence: names may have a full stop */
#define ENTRY_LINES 12 /* of a text, within which sentences say what it is about */
#define GREETING 6 /* words */
#define SHELF_WORDS 3
#define BETWEEN 4 /* lines between what is bought and its price: its number, colour, size, how many */

static bool has_money(const struct wording *line)
{
    bool money = false;
    for (guint i = 0; i < line->tokens->len && !money; i++)
        money = g_array_index(line->tokens, struct token, i).classes & TOKEN_MONEY;
    return money;
}

/* A line of a message, and what stands in it. */
struct line {
    char *text;
    struct wording *wording; /* or NULL: nobody asked yet */
    bool blank;
    bool priced, day, listed; /* a price, a day of what is booked, how many there are of a receipt's */
    bool stop, people;        /* an end of a trip; whom it is for */
};

static void line_clear(struct line *line)
{
    g_clear_pointer(&line->wording, wording_free);
    g_clear_pointer(&line->text, g_free);
}

static struct line line_at(const char *p, size_t length)
{
    char *text = line_copy(p, length);
    return (struct line){.text = text, .blank = !text[strspn(text, " \t\r")]};
}

static const struct wording *words_in(struct line *line)
{
    if (!line->wording)
        line->wording = wording_new(line->text, LINE_WORDS);
    return line->wording;
}

/* "Moin Kim," */
static bool greets(const struct reading *reading, struct line *line)
{
    size_t length = strlen(line->text);
    const struct wording *words = words_in(line);
    bool brief = length && strchr(",!", line->text[length - 1]) && words->tokens->len <= GREETING;
    for (guint i = 0; brief && i < words->tokens->len; i++) {
        const char *word = wording_word(words, i);
        if (wording_has(reading->herself, word))
            return true;
    }
    return false;
}

static bool names_thing(const struct reading *reading, struct line *line)
{
    if (is_label(line->text) || greets(reading, line))
        return false;
    g_autoptr(GPtrArray) words = thing_words(reading, words_in(line));
    return words != NULL;
}

/* Leaves of LINE what stands behind its label, where that names something: "Outward: Dublin (21/03/2026
 * 08:05) > Holyhead". False: it does not. */
static bool unlabel(const struct reading *reading, struct line *line)
{
    size_t wide;
    bool labelled = is_labelled(line->text) && !is_label(line->text);
    const char *colon = labelled ? colon_in(line->text, &wide) : NULL;
    struct line rest = colon ? line_at(colon + wide, strlen(colon + wide)) : (struct line){0};
    bool named = colon && names_thing(reading, &rest);
    if (named) {
        line_clear(line);
        line->text = rest.text;
        line->wording = rest.wording;
    } else {
        line_clear(&rest);
    }
    return named;
}

/* What a line of money or a size may be for: the line that named something last, and what came since. */
struct above {
    struct line *line; /* or NULL */
    struct details since;
    unsigned lines;
    bool counted;
};

static void take_line(struct reading *reading, struct line *line, const struct above *above)
{
    struct line *of = above ? above->line : line;
    struct details *details = reading->marked ? thing_told_in(reading, words_in(of))
                                              : thing_add(reading, of->text, words_in(of));
    if (!details || !line->priced)
        return;
    details_read(details, of->text, words_in(of));
    if (above && !*details->size)
        memcpy(details->size, above->since.size, sizeof details->size);
    details_read(details, line->text, words_in(line));
}

/* Of what is booked "Annual fee 84.00": one word, and what it is the label of; of what was bought "2 pairs".
 */
static bool is_bare(const struct reading *reading, struct line *line)
{
    g_autoptr(GPtrArray) words = thing_words(reading, words_in(line));
    const GArray *tokens = words_in(line)->tokens;
    guint at = reading->counts ? 0 : 1;
    if (!words || words->len != 1 || tokens->len < 2)
        return false;
    bool number = g_ascii_isdigit(*wording_word(words_in(line), at)); /* but Spanish A2 */
    return number || g_array_index(tokens, struct token, at).classes & TOKEN_MONEY;
}

/* Whether LINE names a thing. In what is booked, what stands before a day or a price is a label: it names one
 * only where nothing else does. ABOVE: another line may be what it is for. */
static bool names_anything(struct reading *reading, struct line *line, bool above)
{
    bool told = line->priced || line->day;
    if (line->people || !names_thing(reading, line))
        return false;
    bool label = is_labelled(line->text) && (!reading->counts || (!told && !line->listed));
    label |= above && !(reading->counts && (told || line->listed)) && is_bare(reading, line);
    if (label && told && !reading->label)
        reading->label = g_strdup(line->text);
    return !label;
}

/* "You are registered for the Lake Half Marathon." */
static void note_entry(void *ctx, const struct words_hit *hit)
{
    *(bool *)ctx |= hit->row->class == KIND_APPOINTMENT || hit->row->class == KIND_ACCOUNT;
}

/* Whether all WORDS, and more than one, are of NAME: the Lake Half of Lake Half Events. */
static bool is_part(const struct wording *words, const struct wording *name)
{
    bool all = words && words->tokens->len > 1;
    for (guint i = 0; all && i < words->tokens->len; i++)
        all = wording_has(name, wording_word(words, i));
    return all;
}

static void take_entry(struct reading *reading, struct line *line)
{
    bool entry = false;
    g_autofree char *name = reading->marked ? NULL : name_in(line->text);
    owned(wording) words = name ? wording_new(name, LINE_WORDS) : NULL;
    if (words && !is_labelled(line->text) && !greets(reading, line))
        words_find(words_in(line), 0, LINE_WORDS, PLACE_EITHER, note_entry, &entry);
    if (entry && !thing_add(reading, NULL, words) && is_part(words, reading->author)) {
        struct wording *without = reading->without;
        reading->without = reading->herself;
        thing_add(reading, NULL, words);
        reading->without = without;
    }
    reading->own |= entry && is_named_by(words_in(line), reading->author);
}

/* The first two lines that are ends of a trip are one. Whether LINE is the second of two: then what stands
 * below is for both. */
static bool take_stop(struct reading *reading, struct line *line)
{
    if (!names_thing(reading, line))
        return false;
    if (!reading->stop) {
        reading->stop = g_strdup(line->text);
        return false;
    }
    g_autofree char *trip = g_strconcat(reading->stop, " ", line->text, NULL);
    owned(wording) wording = wording_new(trip, LINE_WORDS);
    if (!reading->marked && reading->trips++ == 0)
        thing_add(reading, NULL, wording);
    g_clear_pointer(&reading->stop, g_free);
    return true;
}

/* A line that has both ends of a trip, with or without its day. */
static void take_trip(struct reading *reading, struct line *line)
{
    enum trip trip = reading->trips || reading->marked ? TRIP_NONE : trip_in(line->text, words_in(line));
    if (trip == TRIP_SURE && names_thing(reading, line)) {
        thing_add(reading, NULL, words_in(line));
        reading->trips++;
    } else if (trip != TRIP_NONE && !reading->route) {
        reading->route = g_strdup(line->text);
    }
}

/* "1 kg / Whole bean", right below what is bought: of what sort. */
static bool is_variant(const struct line *line, const struct above *above)
{
    return above->line && !above->lines && strstr(line->text, " / ");
}

/* Behind the last mark between shelves, of LINE, or where it begins. */
static const char *last_shelf(const char *line)
{
    static const char *const marks[] = {" > ", " › ", " » ", " / "};
    const char *last = line;
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        for (const char *mark = line; (mark = strstr(mark, marks[i]));) {
            mark += strlen(marks[i]);
            last = MAX(last, mark);
        }
    return last;
}

static bool has_number(const struct wording *line)
{
    bool number = false;
    for (guint i = 0; i < line->tokens->len && !number; i++)
        number = g_array_index(line->tokens, struct token, i).classes & TOKEN_NUMBER;
    return number;
}

/* Right below the name of what is bought, on which shelf that lies: "Gillette Mach3 12", "Shaving". It is
 * joined to the name: an offer may have either. */
static bool take_shelf(struct line *line, const struct above *above)
{
    struct line *of = above->line;
    bool right_below = of && !above->lines && !above->counted && !of->priced && !has_number(words_in(line));
    const char *shelf = last_shelf(line->text);
    bool brief = words_in(line)->tokens->len <= SHELF_WORDS && right_below && has_number(words_in(of));
    if (!right_below || (shelf == line->text && !brief))
        return false;
    char *whole = g_strconcat(of->text, ", ", shelf, NULL);
    line_clear(of);
    of->text = whole;
    return true;
}

/* What LINE says of a thing, which is in it or ABOVE: a price, of what is booked a day. */
static void read_line(struct reading *reading, struct above *above, struct line *line)
{
    bool days = !reading->counts, told = line->priced || line->day;
    bool sum = line->priced && is_sum(words_in(line));
    line->people |= !days && details_read_people(&reading->people, line->text);
    if (!line->people && (days || (!line->priced && !line->listed)))
        unlabel(reading, line);
    bool names = names_anything(reading, line, above->line), counted = names && line->listed;
    if (counted && !line->priced && !reading->marked)
        thing_add(reading, line->text, words_in(line));
    if (days && !line->people)
        take_trip(reading, line);
    if (line->stop && take_stop(reading, line)) {
        names = false;
        *above = (struct above){0};
    }
    if (sum && !names && above->line && !reading->summed)
        reading->summed = g_strdup(above->line->text);
    if (names && !days && !told && !line->listed && take_shelf(line, above))
        return;
    if (told && !names && above->line && above->lines <= BETWEEN && !sum)
        take_line(reading, line, above);
    else if (told && names)
        take_line(reading, line, NULL);
    /* A weight or a size may stand between what is bought and its price. */
    bool weak = line->priced && !names && above->line && !has_money(words_in(line)) && !sum;
    /* What is counted is what is bought; what stands below it, of what sort. */
    bool below = (above->counted && above->lines < BETWEEN) || (!days && is_variant(line, above));
    bool sort = names && !line->priced && below && !counted;
    if ((line->priced && !weak) || (names && !sort)) {
        *above = (struct above){.line = line->priced ? NULL : line, .counted = counted};
    } else {
        details_read(&above->since, line->text, words_in(line));
        above->lines += !line->blank;
    }
}

/* Adds what TEXT names, as a whole, and frees it. */
static void add_whole(struct reading *reading, char **text)
{
    owned(wording) wording = wording_new(*text ? *text : "", LINE_WORDS);
    thing_add(reading, NULL, wording);
    g_clear_pointer(text, g_free);
}

/* Whether the line AT stands below the head of a table that has a column of how many, and above its sum. */
static bool is_in_table(struct line *lines, guint at)
{
    while (at-- > 0 && !lines[at].blank && !is_sum(words_in(&lines[at])))
        if (is_heading(words_in(&lines[at])))
            return true;
    return false;
}

/* The lines of the message, and what stands in them. Behind a label of an end of a trip the next goes on. */
static guint split_lines(struct reading *reading, struct line lines[LINES])
{
    const struct message *message = reading->message;
    int64_t since = message->received ? message->received : message->date;
    bool days = !reading->counts;
    const char *label = NULL, *p = message->text;
    guint n = 0;
    while (*p && n < LINES) {
        struct line *line = &lines[n++];
        size_t length = sentence_length(p, strcspn(p, "\n"), SHORT);
        *line = line_at(p, length);
        if (label) {
            g_autofree char *whole = g_strconcat(label, ": ", line->text, NULL);
            line_clear(line);
            *line = line_at(whole, strlen(whole));
        }
        label = days && is_end_label(words_in(line)) ? line->text : NULL;
        bool digits = strpbrk(line->text, "0123456789"); /* each of these has some */
        bool counted = !days && digits && is_counted(line->text, false);
        counted |= !days && digits && is_counted(line->text, true) && is_in_table(lines, n - 1);
        bool dated = (days || counted) && since > 0 && dates_ahead(words_in(line), since).last;
        line->priced = digits && !reading->parcel && details_has_price(words_in(line));
        line->day = days && dated;
        line->listed = counted && !dated; /* the twelfth of December is no dozen */
        line->stop = days && is_stop(line->text, words_in(line));
        line->people = days && details_read_people(&reading->people, line->text);
        p += length;
        p += *p == '\n';
    }
    return n;
}

/* Whether the line AT of N has a price, a day or how many, or one that it may be named above a price or a
 * day. */
static bool is_near(struct line *lines, guint n, guint at)
{
    guint between = 0;
    bool near = lines[at].listed;
    for (guint i = at; i < n && between <= BETWEEN && !near; i++) {
        near = lines[i].priced || lines[i].day;
        between += i > at && !lines[i].blank;
    }
    return near;
}

/* Where nothing else was told: what stood above the first sum; what stands behind a label; what does before a
 * day or a price. */
static void read_rest(struct reading *reading, struct line *lines, guint n)
{
    add_whole(reading, &reading->summed);
    for (guint i = 0; i < n && reading->counts && !reading->parcel && !reading->things->len; i++)
        if (unlabel(reading, &lines[i]))
            thing_add(reading, NULL, words_in(&lines[i]));
    if (reading->things->len)
        g_clear_pointer(&reading->label, g_free);
    add_whole(reading, &reading->label);
}

/* Tables may have the size and the price in lines of their own, below what they are for; bookings the day. */
void things_read_lines(struct reading *reading)
{
    struct line lines[LINES];
    struct above above = {0};
    guint n = split_lines(reading, lines);
    for (guint i = 0; i < n; i++) {
        if (!reading->counts && i < ENTRY_LINES)
            take_entry(reading, &lines[i]);
        bool near = is_near(lines, n, i);
        if (near || lines[i].stop)
            read_line(reading, &above, &lines[i]);
        else if (!reading->counts && !lines[i].people)
            take_trip(reading, &lines[i]);
        above.lines += !near && !lines[i].blank;
    }
    const struct message *message = reading->message;
    bool trip = reading->trips || reading->route || trip_in(message->subject, message->in_subject);
    if (reading->trips)
        g_clear_pointer(&reading->route, g_free);
    add_whole(reading, &reading->route);
    if (trip && !reading->counts)
        things_drop_ends(reading);
    if (reading->things->len)
        g_clear_pointer(&reading->summed, g_free);
    read_rest(reading, lines, n);
    g_clear_pointer(&reading->stop, g_free);
    for (guint i = 0; i < n; i++)
        line_clear(&lines[i]);
}
