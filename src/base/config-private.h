/* What the files of the settings share. */
#ifndef HEED_CONFIG_PRIVATE_H
#define HEED_CONFIG_PRIVATE_H

#include "base/config.h"

enum config_type {
    NUMBER,
    COUNT,
    KIB,
    MIB,
    FLAG,
    LIST,
    TAGS,
    TEXT,
    LINE,
    KINDS,
    DELIMITER,
    ADDRESS,
    ADDRESSES,
    DOOR, /* an absolute path, or a loopback address and port */
    TABLE /* an absolute path, "passwd" or "template" */
};

struct config_row {
    struct setting setting;
    enum config_type type;
    size_t offset; /* in struct config */
};

#define CONFIG_ROWS 61
extern const struct config_row *const config_rows; /* so many */

/* Puts VALUE where ROW says. False where it is none: *WHY, the caller's, says what was expected; it is also
 * said where the value was taken, but not as it stands. */
bool config_set_value(struct config *config, const struct config_row *row, const char *value, char **why);

#endif
