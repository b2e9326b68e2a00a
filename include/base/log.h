/* One line for each message to the system's log, for whoever runs the mail server. Nothing here is an
 * error and nothing waits: where there is no log, or it is full, nothing is said. */
#ifndef HEED_LOG_H
#define HEED_LOG_H

#include <stdbool.h>

#include <glib.h>

/* Connects to SOCKET, a datagram socket that syslogd or journald reads (syslog(3)). To be called before
 * cage_silence(), which leaves nothing but writing to it. */
void log_open(const char *socket);

enum log_level { LOG_LEVEL_WARNING = 4, LOG_LEVEL_INFO = 6 }; /* RFC 5424 6.2.1 */

/* At most 700 bytes of one line. What stood in a message goes through text_clean() first. */
void log_line(enum log_level level, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* From here on nothing is said: a process that reads what a stranger wrote is not to speak for heed. */
void log_close(void);

#endif
