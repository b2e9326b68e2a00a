/* Lines for a person, of at most 80 columns. What programs read is not wrapped. */
#ifndef HEED_WRAP_H
#define HEED_WRAP_H

#include <glib.h>

#define WRAP_COLUMNS 80

/* TEXT, one line of valid UTF-8, with line breaks where it is wider than that; what follows one is indented
 * by HANG blanks. Breaks are at blanks, and beside wide characters, which stand without blanks. A word
 * without any, as an address, a Message-ID or a path, stays whole, however wide. The caller frees it. */
char *wrap_text(const char *text, unsigned hang);

/* Writes the line that FORMAT makes to standard output, wrapped, and ends it. What is no valid UTF-8 is
 * written as it is. */
void wrap_print(unsigned hang, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* The same to standard error, wrapped where that is a terminal: what programs read there stays one line. */
void wrap_warn(unsigned hang, const char *format, ...) G_GNUC_PRINTF(2, 3);

#endif
