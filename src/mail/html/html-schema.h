/* schema.org types in mail: senders that want to be understood say what a message is. */
#ifndef HEED_MAIL_SCHEMA_H
#define HEED_MAIL_SCHEMA_H

#include <glib.h>

typedef void (*schema_found)(void *ctx, const char *type);

/* The strings (or arrays of strings) behind "@type" wherever they stand in JSON-LD. */
void schema_from_json(const char *json, size_t len, schema_found found, void *ctx);

/* The types of a microdata itemtype attribute: URLs separated by blanks. */
void schema_from_itemtype(const char *urls, schema_found found, void *ctx);

#endif
