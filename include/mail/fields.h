/* Splits the header section of a message into fields, within bounds. No decoding. */
#ifndef HEED_MAIL_FIELDS_H
#define HEED_MAIL_FIELDS_H

#include <glib.h>

#include "base/spool.h"

/* No header section that is looked at is longer than this, however many fields are allowed. */
#define FIELDS_BYTES (1u << 20)

struct field {
    char *name;  /* printable ASCII */
    char *value; /* unfolded: line ends removed, NUL replaced by a blank; bytes otherwise as they came */
};

struct fields {
    GArray *list;       /* struct field */
    uint64_t body;      /* offset of the first byte behind the header section */
    bool more;          /* there were more fields, or more bytes, than were kept */
    bool cut;           /* a value was cut at the bound */
    size_t bytes;       /* kept in LIST */
};

/* MAX_FIELDS fields of MAX_VALUE bytes each. */
void fields_read(struct fields *fields, const struct spool *spool, uint64_t start,
                 uint32_t max_fields, uint32_t max_value);
void fields_clear(struct fields *fields);

/* The value of the first field of that name (case does not matter), or NULL. */
const char *fields_find(const struct fields *fields, const char *name);

/* True where BYTES begin with `Name:` (RFC 5322 2.2), with the blanks before the colon that
 * RFC 5322 4.5 allows; *NAME is the length of the name and *COLON the offset of the colon. */
bool field_starts(const char *bytes, size_t len, size_t *name, size_t *colon);

#endif
