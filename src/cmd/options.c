/* Reads a verb's options. Knows no verb: main hands over what --help says of the one that runs. */
#include <stdbool.h>
#include <string.h>

#include "base/wrap.h"
#include "options.h"

static const char *arguments, *summary;

void options_describe(const char *verb_arguments, const char *verb_summary)
{
    arguments = verb_arguments;
    summary = verb_summary;
}

/* The arguments as GOption puts them behind the verb, in lines that fit; none is broken where it is in
 * brackets, where no-break spaces stand meanwhile. The caller frees it. */
static char *fitted(const char *verb)
{
    g_autofree char *before = g_strdup_printf("  %s [OPTION…] ", verb);
    g_autoptr(GString) line = g_string_new(before);
    int depth = 0;
    for (const char *p = arguments; *p; p++) {
        depth += (*p == '[') - (*p == ']');
        g_string_append_len(line, depth && *p == ' ' ? "\u00a0" : p, depth && *p == ' ' ? 2 : 1);
    }
    g_autofree char *wrapped = wrap_text(line->str, 6);
    g_auto(GStrv) parts = g_strsplit(wrapped + strlen(before), "\u00a0", -1);
    return g_strjoinv(" ", parts);
}

enum status verb_options(const GOptionEntry *entries, int *argc, char ***argv, struct err *err)
{
    g_autoptr(GError) error = NULL;
    /* GOption itself shows arguments that it collects. */
    bool collects = false;
    for (const GOptionEntry *entry = entries; entry && entry->long_name; entry++)
        collects |= *entry->long_name == '\0';
    g_autofree char *shown = fitted((*argv)[0]);
    g_autoptr(GOptionContext) context = g_option_context_new(collects ? NULL : shown);
    g_option_context_set_summary(context, summary);
    if (entries)
        g_option_context_add_main_entries(context, entries, NULL);
    if (g_option_context_parse(context, argc, argv, &error))
        return STATUS_OK;
    return err_set(err, STATUS_USAGE, "%s", error->message);
}
