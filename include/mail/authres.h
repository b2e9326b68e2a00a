/* What the receiving server found out about a message's origin, read from Authentication-Results
 * (RFC 8601) of the servers the user trusts; everything else in such fields could be the sender's. */
#ifndef HEED_AUTHRES_H
#define HEED_AUTHRES_H

#include <stdbool.h>

#include "mail/message.h"

enum auth_result {
    AUTH_UNKNOWN, /* nobody trusted said anything */
    AUTH_NONE,    /* a trusted server looked and found nothing to go by */
    AUTH_PASS,
    AUTH_FAIL,    /* fail, softfail, policy, permerror */
    AUTH_ERROR,   /* temperror and neutral: try not to conclude anything */
};

#define AUTH_SIGNERS 4 /* are kept */

struct auth {
    enum auth_result dmarc, spf, dkim, arc; /* best result of each method; dkim: best aligned one first */
    bool lenient;      /* DMARC failed, and the domain asks that nothing be done about it (p=none, RFC 7489
                          6.3) */
    bool vouched;      /* it failed here, but was the author's when a believed forwarder got it (ARC, RFC
                          8617) */
    char forwarder[128]; /* a forwarder whose chain holds, and who is not believed; or "" */
    bool spf_aligned;  /* SPF passed for a domain of the author's organisation */
    bool dkim_aligned; /* a DKIM signature of the author's organisation passed */
    char server[128];  /* the authserv-id that was believed, or "" */
    char signer[128];  /* header.d of a DKIM signature that passed, aligned one first, or "" */
    unsigned n_signers;
    char signers[AUTH_SIGNERS][128]; /* header.d of DKIM signatures that passed, without doubles */
    char mailfrom[128]; /* domain of smtp.mailfrom that SPF passed for, or "" */
    char below[128]; /* authserv-id of a trusted server whose field stood directly below the Received
                        field where the message came in, and so was not believed; or "" */
    char offered[128]; /* authserv-id, trusted or not, of the first field above that Received field, where
                          only the receiving servers write; "+name" of one directly below it; or "" */
};

/* The verdict over the author's organisation: PASS where DMARC passed, a believed forwarder vouches, or
 * (where no DMARC policy is published) aligned SPF or DKIM passed; FAIL where DMARC failed, or there is
 * none and SPF failed and no DKIM passed; NONE where it was looked at and nothing speaks for or against;
 * UNKNOWN where untrusted. */
enum auth_result auth_verdict(const struct auth *auth);

/* Reads the fields of MESSAGE whose authserv-id is in TRUSTED (NULL-ended, case does not matter) and that
 * stand above the Received field with which the message came in from outside. An entry of TRUSTED is a
 * name, `*.name` for all names under it, or `+name` for a server whose fields are believed directly below
 * that Received field too, since it removes forged ones (Postfix with a milter writes there). Microsoft's
 * fields without an authserv-id count as "protection.outlook.com". SEALERS (NULL-ended, or NULL) are
 * organisations whose word about what they forwarded is taken, where the server reports that their ARC
 * chain holds. ORGANISATION is the author's. Pure. */
struct auth auth_read(const struct message *message, const char *const *trusted, const char *const *sealers,
                      const char *organisation);

/* Whether a DKIM signature of ORGANISATION passed. */
bool auth_signed_by(const struct auth *auth, const char *organisation);

/* Looked at, and not proven: such mail earns and costs its sender nothing, being counted apart. */
static inline bool auth_is_unproven(enum auth_result result)
{
    return result == AUTH_NONE || result == AUTH_FAIL || result == AUTH_ERROR;
}

const char *auth_result_name(enum auth_result result);

#endif
