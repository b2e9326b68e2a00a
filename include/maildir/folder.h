/* Names of folders below a mail root. */
#ifndef HEED_FOLDER_H
#define HEED_FOLDER_H

#include <stdbool.h>

/* Whether NAME may be used as a folder below a mail root: relative, no "..", no control characters. */
bool maildir_folder_is_safe(const char *name);

#endif
