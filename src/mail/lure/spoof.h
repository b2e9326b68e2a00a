/* The only door to ICU. */
#ifndef HEED_MAIL_SPOOF_H
#define HEED_MAIL_SPOOF_H

#include <glib.h>

/* The UTS 39 skeleton of NAME (UTF-8), in lower case; NAME in lower case where there is none to be had. The
 * caller frees it. */
char *spoof_skeleton(const char *name);

#endif
