/* heed's own keys, in files of a folder of their own that only their owner may read. */
#ifndef HEED_SECRET_H
#define HEED_SECRET_H

#include <stdbool.h>

#include "base/owned.h"
#include "base/status.h"

#define SECRET_BYTES 32
#define SECRET_MOST 16

#define SEAL_KEY "seal.key"   /* of the headers' seals */
#define ALIAS_KEY "alias.key" /* of aliases: a key of their own, so that another one for seals leaves them
                                 alone */

/* A file holds several keys, the newest first: what is made is made with the first, what is checked may be
 * of any of them. */
struct secret {
    unsigned n;
    unsigned char keys[SECRET_MOST][SECRET_BYTES];
};

/* Reads DIR/NAME. Where it is absent it is made, with mode 0600, if MAKE; else STATUS_NOT_FOUND. Other
 * errors: STATUS_CONFIG where others can read it, it is not the user's own, or it is no key; STATUS_IO.
 * The caller owns *OUT. */
STATUS_CHECK enum status secret_open(const char *dir, const char *name, bool make, struct secret **out,
                                     struct err *err);
void secret_free(struct secret *secret);
OWNED_DEFINE(secret)

/* Writes SECRET as DIR/NAME, unless that is there already. Errors: STATUS_IO. */
STATUS_CHECK enum status secret_put(const char *dir, const char *name, const struct secret *secret,
                                    struct err *err);

/* Puts a new key first. The former ones are still accepted, or with FORGET gone. Errors as above. */
STATUS_CHECK enum status secret_rotate(const char *dir, const char *name, bool forget, struct err *err);

/* Keys as text, one a line, and the way back. The caller frees the text with secret_free_text(), and owns
 * *OUT. Errors: STATUS_USAGE where TEXT is none. */
char *secret_export(const struct secret *secret);
void secret_free_text(char *text);
STATUS_CHECK enum status secret_of_text(const char *text, struct secret **out, struct err *err);

/* Puts KEYS, of another host, in front of those that are there. Errors as of secret_open(). */
STATUS_CHECK enum status secret_import(const char *dir, const char *name, const struct secret *keys,
                                       struct err *err);

#endif
