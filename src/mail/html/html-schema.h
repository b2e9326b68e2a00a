/* schema.org types in mail: senders that want to be understood say what a message is. */
#ifndef HEED_MAIL_SCHEMA_H
#define HEED_MAIL_SCHEMA_H

#include <stdbool.h>

#include <glib.h>

typedef void (*schema_found)(void *ctx, const char *type);

/* The strings (or arrays of strings) behind "@type" wherever they stand in JSON-LD, and to CLAIM those behind
 * names of numbers ("orderNumber"). */
void schema_from_json(const char *json, size_t len, schema_found found, schema_found claim, void *ctx);

/* The string that starts at P (a quote): its end quote, or END. */
const char *schema_string_end(const char *p, const char *end);
const char *schema_skip_blanks(const char *p, const char *end);

/* Whether NAME is that of such a number. */
bool schema_is_number(const char *name, size_t len);

/* The types of a microdata itemtype attribute: URLs separated by blanks. */
void schema_from_itemtype(const char *urls, schema_found found, void *ctx);

#endif
