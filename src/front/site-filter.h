/* Asking the site's daemon for a verdict, as the user whose message it is. */
#ifndef HEED_SITE_FILTER_H
#define HEED_SITE_FILTER_H

#include "base/config.h"
#include "base/spool.h"

/* The fields for the message in SPOOL, which goes as it is, from SENDER to RECIPIENT, each line ended by LF;
 * NULL, and *WHY is a word, where there are none within SECONDS. The caller frees them. */
char *site_filter(const struct config_site *site, const struct spool *spool, const char *sender,
                  const char *recipient, double seconds, const char **why);

#endif
