/* Writes JSON (RFC 8259). A library for it would be linked into every delivery, which writes none:
 * json-glib costs three hundredths of what a start of heed does. */
#ifndef HEED_JSON_H
#define HEED_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/owned.h"

struct json;

struct json *json_new(void);
void json_free(struct json *json);
OWNED_DEFINE(json)

/* Values, one after the other; in an object json_name() comes before each. */
void json_object(struct json *json);
void json_object_end(struct json *json);
void json_array(struct json *json);
void json_array_end(struct json *json);
void json_name(struct json *json, const char *name);
void json_string(struct json *json, const char *value); /* any bytes; what is no UTF-8 is replaced. NULL:
                                                           "" */
void json_flag(struct json *json, bool value);
void json_null(struct json *json);

/* With their name. */
void json_text(struct json *json, const char *name, const char *value);
void json_number(struct json *json, const char *name, double value); /* NAN as null; two decimals */
void json_count(struct json *json, const char *name, int64_t value);

/* Prints what was written to standard output, indented, with a line break. */
void json_print(const struct json *json);

#endif
