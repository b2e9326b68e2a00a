/* Reads a verb's options. Knows no verb: main hands over what --help says of the one that runs. */
#include <stdbool.h>

#include "options.h"

static const char *arguments, *summary;

void options_describe(const char *verb_arguments, const char *verb_summary)
{
    arguments = verb_arguments;
    summary = verb_summary;
}

enum status verb_options(const GOptionEntry *entries, int *argc, char ***argv, struct err *err)
{
    g_autoptr(GError) error = NULL;
    /* GOption itself shows arguments that it collects. */
    bool collects = false;
    for (const GOptionEntry *entry = entries; entry && entry->long_name; entry++)
        collects |= *entry->long_name == '\0';
    g_autoptr(GOptionContext) context = g_option_context_new(collects ? NULL : arguments);
    g_option_context_set_summary(context, summary);
    if (entries)
        g_option_context_add_main_entries(context, entries, NULL);
    if (g_option_context_parse(context, argc, argv, &error))
        return STATUS_OK;
    return err_set(err, STATUS_USAGE, "%s", error->message);
}
