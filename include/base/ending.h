/* How a one-shot verb ends where nothing else ends it: where a library finds no memory, or something never
 * comes back. main calls ending_begin(); in a process where nobody did, the others do nothing. Once something
 * has gone wrong, only what needs no memory and no lock is used. */
#ifndef HEED_ENDING_H
#define HEED_ENDING_H

#include <glib.h>

#include "base/status.h"

/* The first part of ending_begin(), which needs nothing that GLib has made: to be called before its
 * constructors run, where it is linked in, so that a lack of memory within those ends the process like any
 * other. */
void ending_log(void);

/* The same for another copy of GLib that a part has brought, whose g_log_set_writer_func() is SET; NULL, the
 * program's own, and what was set before are left alone. */
typedef void ending_set_writer(GLogWriterFunc write, gpointer data, GDestroyNotify destroy);
void ending_log_too(ending_set_writer *set);

/* What GLib has to say goes to standard error from here on; what is fatal to it, as is a lack of memory, ends
 * the process by _exit(2) with what ending_answer() said last. GLib's own log writer (2.84) waits for ever
 * where memory runs out within g_once_init_enter(); what GLib makes once in any verb is made now. A process
 * that was forked may begin anew. */
void ending_begin(void);

/* What the process is to exit with, should it be ended from now on. Before the first call: STATUS_LIMIT. */
void ending_answer(enum status status);

/* The process is ended SECONDS (0: never) from now, if neither this nor ending_renew() is called before.
 * Returns the SECONDS that were in force. A forked process has no bound until it calls one of the two. */
unsigned ending_within(unsigned seconds);

/* It comes forward: the same SECONDS from now. */
void ending_renew(void);

#endif
