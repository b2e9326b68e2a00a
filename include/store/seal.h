/* The seal on heed's own headers: nobody without the key can make a message carry a verdict. The only door to
 * libsodium, so the codes of aliases are computed here, too. */
#ifndef HEED_SEAL_H
#define HEED_SEAL_H

#include <stdbool.h>
#include <stdint.h>

#include "mail/layout.h"
#include "store/secret.h"

/* What is covered. All texts as they stand in the header, unfolded. */
struct sealed {
    const char *message_id; /* without <> */
    const char *user;       /* her primary address: a seal does not hold for somebody else's mail */
    const char *content;    /* seal_content() */
    int64_t when;           /* of judging */
    const char *verdict;    /* X-Heed's value */
    const char *why;        /* X-Heed-Why's value */
};

/* A hash (BLAKE2b, 32 bytes, base64url) of what the message in SPOOL says: its fields of author,
 * recipients, subject, date and content, each as often and in the order in which they stand there, and its
 * body. What mail servers on the way add or change leaves it alone: other fields, line ends, empty lines
 * at the end. The caller frees it. */
char *seal_content(const struct spool *spool, const struct layout *layout);

/* The value of X-Heed-Seal: "v=2; t=WHEN; mac=BASE64URL". HMAC-SHA-512-256 (libsodium crypto_auth), by the
 * first key. The caller frees it. */
char *seal_make(const struct secret *key, const struct sealed *what);

/* True where VALUE is a seal over WHAT by any of the keys; *WHEN is then its time, for which what->when is
 * not looked at. Constant time. */
bool seal_check(const struct secret *key, const struct sealed *what, const char *value, int64_t *when);

/* The code of an alias over PARTS: SEAL_TAG letters and digits that are hard to mistake for each other.
 * KEY is one of struct secret. */
#define SEAL_TAG 7
#define SEAL_TAG_LETTERS "23456789abcdefghijkmnpqrstuvwxyz"
void seal_tag(const unsigned char *key, const char *const *parts, size_t n, char tag[SEAL_TAG + 1]);

#endif
