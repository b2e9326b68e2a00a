/* Parts of heed that need heavy libraries: files in ../lib/heed, loaded when they are first asked for, since
 * loading libraries is most of what a short-lived process costs. A door stands for each: make writes it
 * (src/base/gen/door.awk) from the header that declares what the part can do. Programs that link the part
 * itself (tests, sanitizer builds) leave its door out.
 *
 * The program may have GLib linked in while a part brings the shared one: two copies, each with its own
 * types, threads' data, log handlers and lists of free memory. Only plain C and what malloc(3) or
 * g_malloc() gave passes between them, no GString, GHashTable or GObject. What is set for one copy (a log
 * writer) holds for that one alone. */
#ifndef HEED_PART_H
#define HEED_PART_H

#include <stdbool.h>

#include "base/status.h"

/* Goes into each part, so that a part of another heed is told from one of this. */
#define PART_VERSION(name) const char part_version_##name[] = HEED_VERSION

/* Says, before the first is loaded, whether another library stands between the program and its own
 * (home.interposed). */
void part_prepare(bool interposed);

/* Loads the part NAME, "index" say, from beside the program; it is never unloaded. *PART is for
 * part_symbol(). Errors: STATUS_NOT_FOUND. */
STATUS_CHECK enum status part_load(const char *name, void **part, struct err *err);

/* A function of PART. Ends the program where the part lacks it, which its version rules out. */
void *part_symbol(void *part, const char *name);

#endif
