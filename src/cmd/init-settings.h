/* Settings that are written into the user's file, behind what stands there, and asking for a yes. */
#ifndef HEED_INIT_SETTINGS_H
#define HEED_INIT_SETTINGS_H

#include <stdbool.h>

#include "base/config.h"

/* What is to be written, in the order in which it was added. */
struct init_settings;
struct init_settings *init_settings_new(struct config *config, bool hold); /* CONFIG is borrowed */
void init_settings_free(struct init_settings *settings);
OWNED_DEFINE(init_settings)

/* Whether the user's file or the site's sets KEY in GROUP, or the site lets nobody set it. */
bool init_is_set(const struct config *config, const char *group, const char *key);

/* To be written, where it is not set yet. With HOLD it is set in CONFIG, too, from now on. */
void init_settings_add(struct init_settings *settings, const char *group, const char *key,
                       const char *value);

/* To be written in place of what the user's file says of it. */
void init_settings_put(struct init_settings *settings, const char *group, const char *key,
                       const char *value);

/* As they would stand in a file of their own; the caller frees it. */
char *init_settings_text(const struct init_settings *settings);

/* Writes them and says so: at the end of their section where the file has it, else behind all.
 * Whole or not at all. Errors: STATUS_IO. */
STATUS_CHECK enum status init_settings_write(struct init_settings *settings, struct err *err);

/* Whether somebody is there to ask. */
bool init_at_terminal(void);

/* Whether she answers yes; Enter means YES. */
bool init_agrees(bool yes);

#endif
