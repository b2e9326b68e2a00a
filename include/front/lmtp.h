/* The site's LMTP proxy: mail of many users comes in, judged mail goes on to the store. */
#ifndef HEED_LMTP_H
#define HEED_LMTP_H

#include "base/home.h"
#include "base/status.h"

/* Serves the site of HOME by its [site] settings until SIGTERM, or reads them again at SIGHUP.
 * Errors: STATUS_CONFIG, STATUS_IO where it cannot begin. */
STATUS_CHECK enum status lmtp_serve(const struct home *home, struct err *err);

/* Whether an LMTP server greets at WHERE (of config_site) within SECONDS. Errors: STATUS_IO. */
STATUS_CHECK enum status lmtp_greets(const char *where, double seconds, struct err *err);

/* What heed lmtp counts, Prometheus's text format, of the socket at WHERE, within SECONDS or so; the caller
 * frees it. NULL with ERR where there is none. */
char *lmtp_numbers(const char *where, double seconds, struct err *err);

#endif
