/* Her keys, held by processes that read no mail. Those that do ask: whether a seal holds, for whom an
 * alias was made. */
#ifndef HEED_KEYRING_H
#define HEED_KEYRING_H

#include "base/frame.h"
#include "base/home.h"
#include "store/alias.h"
#include "store/seal.h"
#include "store/secret.h"

struct keyring {
    struct secret *seal;  /* NULL where there is none, or it cannot be read: verdicts go unsealed */
    struct secret *alias; /* NULL likewise: aliases are known by the book alone */
};

/* Opens HOME's keys; that of seals is made where it is absent and MAKE. Keys that an older heed kept
 * beside the book are moved to the folder of keys. What is wrong with one is said in TROUBLE, the first of
 * both; "" where all is well. */
struct keyring *keyring_open(const struct home *home, bool make, struct err *trouble);
void keyring_free(struct keyring *keyring);
OWNED_DEFINE(keyring)

/* One key of HOME: secret_open() in the folder of keys, to which it is moved from where an older heed kept
 * it. */
STATUS_CHECK enum status key_open(const struct home *home, const char *name, bool make, struct secret **out,
                                  struct err *err);

/* Makes the folder of keys, and moves NAME there from where an older heed kept it. Errors: STATUS_IO. */
STATUS_CHECK enum status key_place(const struct home *home, const char *name, struct err *err);

/* --- questions ------------------------------------------------------------------------------------------ */

/* Who has no keys has somebody to ask; who has both has neither to ask nor anything to know. */
struct witness {
    const struct keyring *keyring; /* its own; or NULL */
    int from, to;                  /* whom it asks where there is none; TO 0: nobody */
};

/* For which of NAMES (at most WITNESS_NAMES) the code in the alias PARTS was made; -1: for none of them. */
#define WITNESS_NAMES 20
int witness_made_for(const struct witness *witness, const struct alias_parts *parts, const char *const *names,
                     unsigned n);

/* Whether VALUE is a seal over SEALED: seal_check(). */
bool witness_seal_holds(const struct witness *witness, const struct sealed *sealed, const char *value,
                        int64_t *when);

/* Starts a child that has HOME's keys and answers questions until PEER is closed; *WITNESS asks it. For
 * processes that read mail and were not forked by who has the keys. Errors: STATUS_IO. */
STATUS_CHECK enum status witness_start(const struct home *home, struct peer *peer, struct witness *witness,
                                       struct err *err);

/* Answers on FD the question ASKED, one of WITNESS_ALIAS or WITNESS_SEAL, whatever else it may be. Where a
 * seal holds, *VERDICT (or NULL) becomes what it seals, the caller's. */
#define WITNESS_ALIAS "(ssas)"
#define WITNESS_SEAL "(ssssss)"
bool witness_answer_alias(const struct keyring *keyring, GVariant *asked, int fd);
bool witness_answer_seal(const struct keyring *keyring, GVariant *asked, int fd, char **verdict);

/* What a process says while it judges: a question, or something of its own. */
#define SAID "(yv)"
enum said { SAID_ALIAS = 'a', SAID_SEAL = 's', SAID_OTHER = 'o' };
bool say(int fd, enum said what, GVariant *value);

/* Waits for the next thing that is no question, and answers questions until then; at most MOST of them.
 * *VERDICT as for witness_answer_seal(). */
enum heard listen_for(const struct keyring *keyring, const struct peer *peer, unsigned most, double deadline,
                      GVariant **what, char **verdict);

#endif
