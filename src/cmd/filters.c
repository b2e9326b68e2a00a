/* `heed filters`: what is judged and by how much, made from the filters' own tables. */
#include <stdio.h>

#include <json-glib/json-glib.h>

#include "filter.h"
#include "json.h"
#include "verb.h"

static void print_text(void)
{
    for (const struct filter *const *filter = filters; *filter; filter++) {
        printf("%s: %s\n", (*filter)->name, (*filter)->summary);
        for (size_t i = 0; i < (*filter)->n_specs; i++) {
            const struct finding_spec *spec = &(*filter)->specs[i];
            printf("  %-28s %-9s %+6.2f  %s\n", spec->code, axis_name(spec->axis), spec->weight, spec->says);
        }
    }
}

static void print_json(void)
{
    g_autoptr(JsonBuilder) json = json_builder_new();
    json_builder_begin_array(json);
    for (const struct filter *const *filter = filters; *filter; filter++)
        for (size_t i = 0; i < (*filter)->n_specs; i++) {
            const struct finding_spec *spec = &(*filter)->specs[i];
            json_builder_begin_object(json);
            json_text(json, "filter", (*filter)->name);
            json_text(json, "code", spec->code);
            json_text(json, "axis", axis_name(spec->axis));
            json_number(json, "weight", spec->weight);
            json_text(json, "says", spec->says);
            json_builder_end_object(json);
        }
    json_builder_end_array(json);
    json_print(json);
}

enum status cmd_filters(struct sources *sources, int argc, char **argv, struct err *err)
{
    (void)sources;
    gboolean json = FALSE;
    const GOptionEntry entries[] = {
        {"json", 0, 0, G_OPTION_ARG_NONE, &json, "For programs", NULL},
        G_OPTION_ENTRY_NULL,
    };
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status && argc > 1)
        status = err_set(err, STATUS_USAGE, "unexpected argument");
    if (status)
        return status;
    json ? print_json() : print_text();
    return STATUS_OK;
}
