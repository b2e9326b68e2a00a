/* Whether a message only claims to be about a business of hers. */
#ifndef HEED_CLAIM_H
#define HEED_CLAIM_H

#include "store/facts.h"

/* Whether FACTS claim an order, a booking or an account's business that probably is none, of somebody whose
 * mail she wants nothing of, who may write so: the number is not known, she never acted on such mail of
 * theirs, and it shouts; or it is an order's, or sells something, most of their mail is no such, and it has
 * nothing that an order has: no price, or to many no sum and no two of them, no file, no markup, and nothing
 * that she bought of them lately. Such mail is not protected, is judged as advertising is, and tells of no
 * business. Pure. */
bool is_claim(const struct facts *facts);

#endif
