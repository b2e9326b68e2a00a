/* The seal on heed's own headers: nobody without the key can make a message carry a verdict. */
#ifndef HEED_SEAL_H
#define HEED_SEAL_H

#include <stdbool.h>
#include <stdint.h>

#include "owned.h"
#include "status.h"

struct seal_key;

/* What is covered. All texts as they stand in the header, unfolded. */
struct sealed {
    const char *message_id; /* without <> */
    const char *user;       /* her primary address: a seal does not hold for somebody else's mail */
    int64_t when;           /* of judging */
    const char *verdict;    /* X-Heed's value */
    const char *why;        /* X-Heed-Why's value */
};

/* Reads the key (32 bytes) from STATE_DIR/seal.key, or makes it there with mode 0600. Errors: STATUS_CONFIG
 * where others can read it, STATUS_IO. */
STATUS_CHECK enum status seal_key_open(const char *state_dir, struct seal_key **out, struct err *err);
void seal_key_free(struct seal_key *key);
OWNED_DEFINE(seal_key)

/* The value of X-Heed-Seal: "v=1; t=WHEN; mac=BASE64URL". HMAC-SHA-512-256 (libsodium crypto_auth). The
 * caller frees it. */
char *seal_make(const struct seal_key *key, const struct sealed *what);

/* True where VALUE is a seal over WHAT; what->when is read from VALUE. Constant time. */
bool seal_check(const struct seal_key *key, const struct sealed *what, const char *value);

#endif
