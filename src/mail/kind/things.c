/* Finds what was bought or booked where receipts name it: in lines with a price, and in the subject. */
#include <string.h>

#include "mail/dates.h"
#include "mail/details.h"
#include "mail/html.h"
#include "mail/things.h"
#include "mail/words.h"
#include "things-private.h"

#define SHORT 40  /* bytes of a line of a receipt that are one sentence: names may have a full stop */
#define BETWEEN 4 /* lines between what is bought and its price: its number, colour, size, how many */

struct reading {
    const struct message *message;
    struct wording *author; /* owned */
    GPtrArray *things;
    struct details details[THINGS_MOST]; /* of each */
    struct details people;
    char *stop;     /* the line of one end of a trip that waits for the other; owned */
    unsigned trips; /* that were told in two lines */
    bool marked; /* markup told of things: the lines say the same, and worse, but for the price */
};

static struct details *add(struct reading *reading, const struct wording *wording)
{
    g_autoptr(GPtrArray) words = telling_words(wording, reading->author, THING_WORDS, NULL);
    guint at;
    if (!is_named(words))
        return NULL;
    g_ptr_array_add(words, NULL);
    g_autofree char *thing = g_strjoinv(" ", (char **)words->pdata);
    if (g_ptr_array_find_with_equal_func(reading->things, thing, g_str_equal, &at))
        return &reading->details[at];
    if (strlen(thing) >= THING_BYTES - DETAILS_BYTES || reading->things->len >= THINGS_MOST)
        return NULL;
    g_ptr_array_add(reading->things, g_steal_pointer(&thing));
    return &reading->details[reading->things->len - 1];
}

/* The thing that markup told of all of whose words stand in LINE, or NULL. */
static struct details *told_in(struct reading *reading, const struct wording *line)
{
    g_autoptr(GPtrArray) here = telling_words(line, reading->author, LINE_WORDS, NULL);
    for (guint i = 0; i < reading->things->len; i++) {
        g_auto(GStrv) words = g_strsplit(reading->things->pdata[i], " ", THING_WORDS);
        bool all = true;
        for (char **word = words; *word && all; word++)
            all = g_ptr_array_find_with_equal_func(here, *word, g_str_equal, NULL);
        if (all)
            return &reading->details[i];
    }
    return NULL;
}

static bool has_money(const struct wording *line)
{
    unsigned classes = 0;
    for (guint i = 0; i < line->tokens->len; i++)
        classes |= g_array_index(line->tokens, struct token, i).classes;
    return classes & TOKEN_MONEY;
}

/* 89,- and 89.–, beside no currency. */
static bool has_dash(const char *line)
{
    static const char *const dashes[] = {"-", "–", "—"};
    for (const char *p = line; (p = strpbrk(p, ".,")); p++) {
        int digits = 0;
        while (digits < p - line && g_ascii_isdigit(p[-1 - digits]))
            digits++;
        for (size_t i = 0; digits && digits < 5 && i < G_N_ELEMENTS(dashes); i++)
            if (g_str_has_prefix(p + 1, dashes[i]))
                return true;
    }
    return false;
}

/* From 29 EUR, now only 29 EUR: what is offered, not what was bought. */
static bool is_offered(const struct wording *line)
{
    static const char *const offers[] = {"from", "ab", "des", "desde", "vanaf", "od", "fran", "now", "jetzt",
                                         "only", "just", "nur", "seulement", "solo", "slechts", "endast",
                                         "maintenant", "ora", "ahora", "teraz", "tylko"};
    const char *words[2] = {"", ""}; /* before the number */
    for (guint i = 0; i < line->tokens->len; i++) {
        const struct token *token = &g_array_index(line->tokens, struct token, i);
        const char *word = line->spelt->str + token->at;
        if (token->classes & TOKEN_NUMBER && (is_among(words[0], offers, G_N_ELEMENTS(offers)) ||
                                              is_among(words[1], offers, G_N_ELEMENTS(offers))))
            return true;
        words[0] = words[1];
        words[1] = word;
    }
    return false;
}

static bool names_day(const struct wording *line, int64_t since)
{
    return since > 0 && dates_ahead(line, since).last;
}

/* A line of a message, and what it says of the thing that it names, or that the line before it does. */
struct line {
    char *text;
    struct wording *wording;
};

static void line_clear(struct line *line)
{
    g_clear_pointer(&line->wording, wording_free);
    g_clear_pointer(&line->text, g_free);
}

static struct line line_at(const char *p, size_t length)
{
    char *text = line_copy(p, length);
    return (struct line){text, wording_new(text, LINE_WORDS)};
}

static bool names_thing(const struct reading *reading, const struct line *line)
{
    if (is_label(line->text))
        return false;
    g_autoptr(GPtrArray) words = telling_words(line->wording, reading->author, THING_WORDS, NULL);
    return is_named(words);
}

/* What stands behind the label of a trip and its day: "Outward: Dublin (21/03/2026 08:05) > Holyhead". Takes
 * LINE. */
static struct line unlabelled(const struct reading *reading, struct line line)
{
    static const char *const between[] = {" > ", " → ", " - ", " – ", " / "};
    const char *colon = strchr(line.text, ':');
    bool trip = false;
    for (size_t i = 0; colon && i < G_N_ELEMENTS(between); i++)
        trip |= strstr(colon, between[i]) != NULL;
    if (!trip || !is_labelled(line.text))
        return line;
    struct line rest = line_at(colon + 1, strlen(colon + 1));
    bool named = names_thing(reading, &rest);
    line_clear(named ? &line : &rest);
    return named ? rest : line;
}

/* What a line of money or a size may be for: the line that named something last, and what came since. */
struct above {
    struct line line;
    struct details since;
    unsigned lines;
};

static void above_set(struct above *above, struct line line)
{
    line_clear(&above->line);
    *above = (struct above){.line = line};
}

static void take_line(struct reading *reading, const struct line *line, const struct above *above,
                      bool priced)
{
    const struct line *of = above ? &above->line : line;
    struct details *details = reading->marked ? told_in(reading, of->wording) : add(reading, of->wording);
    if (!details || !priced)
        return;
    details_read(details, of->text, of->wording);
    if (above && !*details->size)
        memcpy(details->size, above->since.size, sizeof details->size);
    details_read(details, line->text, line->wording);
}

/* Whether LINE names a thing. In what is booked, what stands before the colon of a day or a price is a label,
 * where something was named already. */
static bool names_anything(struct reading *reading, const struct line *line, bool days, bool told)
{
    if (details_read_people(&reading->people, line->text))
        return false;
    bool label = days && told && reading->things->len > 0 && is_labelled(line->text);
    return !label && names_thing(reading, line);
}

/* The first two lines that are ends of a trip are one. Whether LINE is the second of two: then what stands
 * below is for both. */
static bool take_stop(struct reading *reading, const struct line *line)
{
    if (!is_stop(line->wording) || !names_thing(reading, line))
        return false;
    if (!reading->stop) {
        reading->stop = g_strdup(line->text);
        return false;
    }
    g_autofree char *trip = g_strconcat(reading->stop, " ", line->text, NULL);
    owned(wording) wording = wording_new(trip, LINE_WORDS);
    if (!reading->marked && reading->trips++ == 0)
        add(reading, wording);
    g_clear_pointer(&reading->stop, g_free);
    return true;
}

/* Tables may have the size and the price in lines of their own, below what they are for; bookings the day. */
static void read_lines(struct reading *reading, bool days)
{
    int64_t since = reading->message->received ? reading->message->received : reading->message->date;
    struct above above = {0};
    const char *p = reading->message->text;
    for (unsigned n = 0; *p && n < LINES; n++) {
        size_t length = sentence_length(p, strcspn(p, "\n"), SHORT);
        struct line line = line_at(p, length);
        bool priced = details_has_price(line.wording), day = days && names_day(line.wording, since);
        if (day)
            line = unlabelled(reading, line);
        bool names = names_anything(reading, &line, days, priced || day);
        if (days && take_stop(reading, &line)) {
            names = false;
            above_set(&above, (struct line){0});
        }
        if ((priced || day) && !names && above.line.text && above.lines <= BETWEEN && !is_sum(line.wording))
            take_line(reading, &line, &above, priced);
        else if ((priced || day) && names)
            take_line(reading, &line, NULL, priced);
        /* A weight or a size may stand between what is bought and its price. */
        bool weak = priced && !names && above.line.text && !has_money(line.wording) &&
                    !is_sum(line.wording);
        if ((priced && !weak) || names) {
            above_set(&above, priced ? (struct line){0} : line);
        } else {
            details_read(&above.since, line.text, line.wording);
            above.lines += line.wording->tokens->len > 0;
        }
        if (priced || !names)
            line_clear(&line);
        p += length;
        p += *p == '\n';
    }
    above_set(&above, (struct line){0});
    g_clear_pointer(&reading->stop, g_free);
}

bool things_bear_out(const struct message *message, bool *priced)
{
    unsigned prices = details_has_price(message->in_subject) && !is_offered(message->in_subject);
    const char *p = message->text;
    *priced = true;
    if (message->n_attachments || *message->claims || *message->told)
        return true;
    for (unsigned n = 0; *p && n < LINES; n++) {
        size_t length = strcspn(p, "\n");
        struct line line = line_at(p, length);
        bool price = details_has_price(line.wording) || has_dash(line.text);
        bool sum = price && is_sum(line.wording);
        prices += price && !is_offered(line.wording);
        line_clear(&line);
        if (sum || prices > 1)
            return true;
        p += length + (p[length] == '\n');
    }
    *priced = prices > 0;
    return false;
}

static void add_text(struct reading *reading, const char *text)
{
    owned(wording) wording = wording_new(text, LINE_WORDS);
    add(reading, wording);
}

static void read_markup(struct reading *reading)
{
    for (const char *const *told = reading->message->told; *told; told++) {
        if (**told == TOLD_PERSON) {
            details_add_person(&reading->people, *told + 1);
        } else {
            add_text(reading, *told);
            reading->marked = true;
        }
    }
    add_text(reading, reading->message->event.summary);
}

bool things_are_told_by(enum kind kind)
{
    return kind == KIND_RECEIPT || kind == KIND_APPOINTMENT || kind == KIND_ACCOUNT;
}

/* Whom a trip is for is told of all of its parts. */
static char *whole(struct reading *reading, guint at, bool people)
{
    struct details *details = &reading->details[at];
    if (people)
        memcpy(details->people, reading->people.people, sizeof details->people);
    g_autofree char *told = details_text(details);
    return g_strconcat(reading->things->pdata[at], *told ? " " : "", told, NULL);
}

bool things_are_claimed_by(enum kind kind)
{
    return things_are_told_by(kind) || kind == KIND_SHIPPING || kind == KIND_CODE;
}

char **things_read(const struct message *message, enum kind kind)
{
    owned(wording) author = wording_new(message->author.name, LINE_WORDS);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    GPtrArray *things = g_ptr_array_new();
    struct reading reading = {.message = message, .author = author, .things = names};
    if (things_are_told_by(kind)) {
        read_markup(&reading);
        add(&reading, message->in_subject);
        read_lines(&reading, kind != KIND_RECEIPT);
    }
    if (kind == KIND_APPOINTMENT && !names->len) { /* whom an event gives the name takes part in no other */
        reading.author = NULL;
        add(&reading, message->in_subject);
    }
    for (guint i = 0; i < names->len; i++)
        g_ptr_array_add(things, whole(&reading, i, kind == KIND_APPOINTMENT));
    g_ptr_array_add(things, NULL);
    return (char **)g_ptr_array_free(things, FALSE);
}
