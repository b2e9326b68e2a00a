/* Text that came from outside, made fit for where it goes. */
#ifndef HEED_TEXT_H
#define HEED_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <glib.h>

/* TEXT without control characters (C0, DEL, C1), bidirectional overrides and line breaks, white space
 * folded, valid UTF-8, at most MAX characters (an ellipsis ends what was cut). The caller frees it.
 * Fit for a terminal, a log line and, being of one line, a header field. */
char *text_clean(const char *text, size_t max);

/* Columns of a terminal that TEXT takes: wide characters take two. */
size_t text_columns(const char *text);

/* The same of one character: 0, 1 or 2. */
size_t text_columns_of(gunichar c);

/* TEXT padded or cut to COLUMNS. The caller frees it. */
char *text_column(const char *text, size_t columns);

/* Writes TEXT padded or cut to COLUMNS. */
void text_print_column(FILE *out, const char *text, size_t columns);

/* The one of NAMES (NULL-ended) that NAME was probably meant to be: the nearest by edit distance, or NULL
 * where none is near (more than a third of the letters differ). */
const char *text_nearest(const char *name, const char *const *names);

/* Hashes for tables of what comes from outside, a text and a number of 64 bits: with a secret that each
 * process has, so that nobody can make up names that all fall into one place. */
guint text_hash(gconstpointer text);
guint number_hash(gconstpointer number);

/* "14 Mar 2026", local time. */
const char *text_day(int64_t when, char *buffer, size_t size);

/* "5 hours", "9 days", "5 weeks", "5.5 months", "2.1 years". Returns BUFFER. */
const char *text_duration(int64_t seconds, char *buffer, size_t size);

/* "once", "twice", "3 times". Returns BUFFER. */
const char *text_times(unsigned times, char *buffer, size_t size);

#endif
