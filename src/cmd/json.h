/* A little less to write for verbs that print JSON. */
#ifndef HEED_JSON_H
#define HEED_JSON_H

#include <json-glib/json-glib.h>

void json_text(JsonBuilder *json, const char *name, const char *value);
void json_number(JsonBuilder *json, const char *name, double value); /* NAN as null; two decimals */
void json_count(JsonBuilder *json, const char *name, int64_t value);

/* Prints what was built to standard output, indented, with a line break. */
void json_print(JsonBuilder *json);

#endif
