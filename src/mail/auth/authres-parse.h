/* One Authentication-Results field taken apart (RFC 8601 2.2). Says nothing about whom to
 * believe. */
#ifndef HEED_MAIL_AUTHRES_PARSE_H
#define HEED_MAIL_AUTHRES_PARSE_H

#include <stdbool.h>

#include <glib.h>

/* ptype.property=pvalue; ptype is "" for `action=none` and the like. Lower-case names. */
struct authres_property {
    const char *ptype, *property, *value;
};

/* method/version=result; all lower case. */
struct authres_result {
    const char *method, *result;
    unsigned version; /* 1 where it is not said, 0 where it is no number */
    const char *comments; /* those behind the result's word, in lower case and without blanks */
    const char *reason; /* or "" */
    guint first, n;   /* its properties in authres.properties */
};

struct authres {
    const char *server;  /* authserv-id in lower case; "" where the field has none (Microsoft) */
    unsigned version;    /* likewise */
    bool none;           /* the server says that it did nothing */
    GArray *results;     /* struct authres_result */
    GArray *properties;  /* struct authres_property */
    GStringChunk *strings;
};

/* Reads the value of a field (unfolded). False where there is nothing to read, or more than is looked at;
 * what is wrong within costs one result, not the field. Call authres_clear() in either case. */
bool authres_parse(struct authres *authres, const char *value);
void authres_clear(struct authres *authres);

/* The value of a property of RESULT, or NULL; "" where it is there twice and contradicts itself. */
const char *authres_property(const struct authres *authres, const struct authres_result *result,
                             const char *ptype, const char *property);

#endif
