/* To how many it goes: fields of bulk mailers say it, or the form of what does not say it; and what has that
 * form but goes to one. */
#ifndef HEED_MAIL_MANY_H
#define HEED_MAIL_MANY_H

#include "kind-evidence.h"

#define WORDY 400  /* words, more than a program's notice of one parcel has */
#define BRIEF 120  /* words, as many as go with a code */
#define NOTICE 150 /* words, as many as a program's notice has */

static inline bool is_bulk(const struct evidence *e)
{
    return e->bulk >= 0.9f;
}

/* Marks of a mass mailing that does not say it is one. */
bool looks_mass_produced(const struct message *message, const struct evidence *evidence);

/* Where no business was found: whether it is news or an offer, sent to many. */
bool goes_to_many(const struct message *message, const struct evidence *evidence);

/* A program's few words to her alone: nothing is offered, and no news are told. */
bool is_notice(const struct message *message, const struct evidence *evidence);

#endif
