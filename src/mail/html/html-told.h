/* What schema.org markup says was ordered or booked: names of products and events, from where to where, and
 * for which day. */
#ifndef HEED_MAIL_TOLD_H
#define HEED_MAIL_TOLD_H

#include <stdbool.h>

#include <glib.h>

#define TOLD_DEPTH 12 /* of things within things; what is deeper is passed over */
#define TOLD_BYTES 120 /* of a name */

/* What is being read: things within things, each under its property. Begins all zero. */
struct told {
    struct told_level {
        unsigned part;
        bool list;
        char from[TOLD_BYTES], to[TOLD_BYTES];
        guint at; /* where it was opened: the caller's */
    } levels[TOLD_DEPTH];
    unsigned depth, beyond;
};

/* Is given what stands there: a name, or a day ("2027-03-04T20:15:00+01:00"). */
typedef void (*told_found)(void *ctx, const char *text);
struct told_to {
    told_found name, day;
    void *ctx;
};

/* A thing under PROPERTY (LEN bytes) begins, or a LIST of some; one ends; and one has a value. VALUE is valid
 * UTF-8. */
void told_open(struct told *told, const char *property, size_t len, bool list, guint at);
void told_close(struct told *told, const struct told_to *to);
void told_value(struct told *told, const char *property, size_t len, const char *value,
                const struct told_to *to);

/* All of a JSON-LD script. Broken JSON gives what could be read. */
void told_from_json(const char *json, size_t len, const struct told_to *to);

#endif
