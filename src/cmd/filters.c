/* `heed filters`: what is judged and by how much, made from the filters' own tables. */
#include <stdio.h>


#include "filters/filter.h"
#include "json.h"
#include "base/text.h"
#include "base/wrap.h"
#include "options.h"
#include "verb.h"

static void print_text(void)
{
    for (const struct filter *const *filter = filters; *filter; filter++) {
        wrap_print(2, "%s: %s", (*filter)->name, (*filter)->summary);
        for (size_t i = 0; i < (*filter)->n_specs; i++) {
            const struct finding_spec *spec = &(*filter)->specs[i];
            wrap_print(31, "  %-28s %-9s %+6.2f  %s", spec->code, axis_name(spec->axis), spec->weight,
                       spec->says);
        }
    }
}

static void print_json(void)
{
    owned(json) json = json_new();
    json_array(json);
    for (const struct filter *const *filter = filters; *filter; filter++)
        for (size_t i = 0; i < (*filter)->n_specs; i++) {
            const struct finding_spec *spec = &(*filter)->specs[i];
            json_object(json);
            json_text(json, "filter", (*filter)->name);
            json_text(json, "code", spec->code);
            json_text(json, "axis", axis_name(spec->axis));
            json_number(json, "weight", spec->weight);
            json_text(json, "says", spec->says);
            json_object_end(json);
        }
    json_array_end(json);
    json_print(json);
}

#define MOST_LEARNED 100

static void print_weight(const struct weight *weight, void *data)
{
    (void)data;
    g_autofree char *name = text_clean(weight->name, 50);
    g_autofree char *column = text_column(name, MAX(44, text_columns(name)));
    wrap_print(12, "  %+6.2f  %s  acted on %.4g of %.4g", weight->value, column, weight->acted, weight->seen);
}

static void add_weight(const struct weight *weight, void *json)
{
    json_object(json);
    json_text(json, "name", weight->name);
    json_number(json, "deviation", weight->value);
    json_number(json, "acted", weight->acted);
    json_number(json, "seen", weight->seen);
    json_object_end(json);
}

static enum status print_learned(struct reader *reader, bool as_json, struct err *err)
{
    if (!as_json) {
        printf("Learned deviations from the shipped weights, strongest first:\n");
        return book_weights(reader->book, MOST_LEARNED, print_weight, NULL, err);
    }
    owned(json) json = json_new();
    json_array(json);
    enum status status = book_weights(reader->book, MOST_LEARNED, add_weight, json, err);
    json_array_end(json);
    if (!status)
        json_print(json);
    return status;
}

static enum status forget(struct reader *reader, struct err *err)
{
    enum status status = book_begin(reader->book, err);
    if (!status)
        status = book_forget_weights(reader->book, err);
    if (!status)
        return book_commit(reader->book, err);
    book_rollback(reader->book);
    return status;
}

enum status cmd_filters(struct reader *reader, int argc, char **argv, struct err *err)
{
    gboolean json = FALSE, learned = FALSE, reset = FALSE;
    const GOptionEntry entries[] = {
        {"learned", 0, 0, G_OPTION_ARG_NONE, &learned, "What was learned from you, strongest first", NULL},
        {"forget", 0, 0, G_OPTION_ARG_NONE, &reset, "Forget what was learned; the counts stay", NULL},
        {"json", 0, 0, G_OPTION_ARG_NONE, &json, "For programs", NULL},
        G_OPTION_ENTRY_NULL,
    };
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status && argc > 1)
        status = err_set(err, STATUS_USAGE, "unexpected argument");
    if (!status && learned && reset)
        status = err_set(err, STATUS_USAGE, "--learned and --forget exclude each other");
    if (!status && (learned || reset)) {
        reader_begin(reader, reader->home);
        status = reader_open_book(reader, err);
        if (!status)
            status = reset ? forget(reader, err) : print_learned(reader, json, err);
        return status;
    }
    if (!status)
        json ? print_json() : print_text();
    return status;
}
