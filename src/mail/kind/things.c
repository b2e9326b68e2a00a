/* Finds what was bought or booked where receipts name it: in markup, in the subject, in lines. */
#include <string.h>

#include "mail/html.h"
#include "things-reading.h"

#define RECIPIENTS 4 /* whose names are looked at */

static void add_text(struct reading *reading, const char *text)
{
    owned(wording) wording = wording_new(text, LINE_WORDS);
    thing_add(reading, NULL, wording);
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
    return kind == KIND_RECEIPT || kind == KIND_SHIPPING || kind == KIND_APPOINTMENT || kind == KIND_ACCOUNT;
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
    return things_are_told_by(kind) || kind == KIND_CODE;
}

/* What she is called, as far as those who wrote to her say it: her name, and what stands before the @. */
static char *called(const struct message *message)
{
    GString *names = g_string_new(NULL);
    for (uint32_t i = 0; i < MIN(message->n_recipients, RECIPIENTS); i++) {
        const struct address *to = &message->recipients[i];
        const char *at = strchr(to->mailbox, '@');
        g_autofree char *local = g_strndup(to->mailbox, at ? (gsize)(at - to->mailbox) : 0);
        g_string_append_printf(names, "%s %s ", to->name, g_strdelimit(local, "._-+", ' '));
    }
    return g_string_free(names, FALSE);
}

/* The words of the author's name in the subject, where that names nothing else: "Ihr Abo der Landkunde". */
static void add_own(struct reading *reading, enum kind kind)
{
    const struct wording *subject = reading->message->in_subject;
    g_autoptr(GPtrArray) others = telling_words(subject, reading->without, THING_WORDS, NULL);
    if (others->len)
        return;
    reading->without = reading->herself;
    reading->own |= kind == KIND_APPOINTMENT && is_named_by(subject, reading->author);
    if (kind == KIND_ACCOUNT && things_are_renewed(subject))
        thing_add(reading, NULL, subject);
}

char **things_read(const struct message *message, enum kind kind)
{
    g_autofree char *her = called(message), *both = g_strconcat(her, message->author.name, NULL);
    owned(wording) herself = wording_new(her, LINE_WORDS);
    owned(wording) without = wording_new(both, LINE_WORDS);
    owned(wording) author = wording_new(message->author.name, LINE_WORDS);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    GPtrArray *things = g_ptr_array_new();
    struct reading reading = {.message = message, .without = without, .herself = herself, .author = author,
                              .things = names, .counts = kind == KIND_RECEIPT || kind == KIND_SHIPPING,
                              .parcel = kind == KIND_SHIPPING};
    if (things_are_told_by(kind)) {
        read_markup(&reading);
        thing_add(&reading, message->subject, message->in_subject);
        things_read_lines(&reading);
    }
    add_own(&reading, kind);
    reading.without = herself; /* whom an event gives the name takes part in no other */
    if (kind == KIND_APPOINTMENT && reading.own)
        thing_add(&reading, NULL, author);
    else if (kind == KIND_APPOINTMENT && !names->len)
        thing_add(&reading, message->subject, message->in_subject);
    for (guint i = 0; i < names->len; i++)
        g_ptr_array_add(things, whole(&reading, i, kind == KIND_APPOINTMENT));
    g_ptr_array_add(things, NULL);
    return (char **)g_ptr_array_free(things, FALSE);
}
