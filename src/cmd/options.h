/* Options of a verb, by GOption. */
#ifndef HEED_OPTIONS_H
#define HEED_OPTIONS_H

#include <glib.h>

#include "base/status.h"

/* What --help says of the verb that runs. Both are borrowed for as long as the program runs. */
void options_describe(const char *arguments, const char *summary);

/* Parses options by ENTRIES. Where --help was asked for it prints and exits 0. Errors: STATUS_USAGE. */
STATUS_CHECK enum status verb_options(const GOptionEntry *entries, int *argc, char ***argv, struct err *err);

#endif
