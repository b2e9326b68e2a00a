/* A text file of named blocks, each with settings by name: consumers and strategies are written so.
 *
 *     [name]
 *     key = value          # a remark
 */
#ifndef SIM_SHEET_H
#define SIM_SHEET_H

#include <stddef.h>

#include "base/status.h"

#define SHEET_NAME 25 /* bytes of a name, with its end */

enum sheet_type {
    SHEET_NUMBER, /* a double */
    SHEET_RANGE,  /* two doubles, "3..5", or one number for both */
    SHEET_WORD,   /* an int: the row of WORDS */
    SHEET_BLOCK   /* a char[SHEET_NAME]: the name of another block, or "" */
};

struct sheet_key {
    const char *name;
    enum sheet_type type;
    size_t at; /* of the field in a block's struct */
    double least, most;
    const char *const *words; /* NULL-ended */
};

struct sheet {
    const char *what; /* one block is, for a person: "a consumer" */
    const struct sheet_key *keys;
    unsigned n_keys;
    size_t size;       /* of a block's struct, which begins with char name[SHEET_NAME] */
    const void *usual; /* such a struct: what holds where the file says nothing */
};

/* Reads TEXT, of the file FILE, into ROWS, which has room for MOST structs. Goes on after a mistake, and
 * warns of each as FILE:line:column. Errors: STATUS_CONFIG. */
STATUS_CHECK enum status sheet_read(const struct sheet *sheet, const char *file, const char *text,
                                    void *rows, unsigned most, unsigned *count, struct err *err);

/* The same of what FILE holds; of SHIPPED where FILE is NULL. Errors: STATUS_IO and those of sheet_read().
 */
STATUS_CHECK enum status sheet_load(const struct sheet *sheet, const char *file, const char *shipped,
                                    void *rows, unsigned most, unsigned *count, struct err *err);

#endif
