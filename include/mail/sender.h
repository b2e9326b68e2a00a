/* Who a message says it is from. Organisations are registrable domains by the Public Suffix List. */
#ifndef HEED_SENDER_H
#define HEED_SENDER_H

#include <stdbool.h>

#include "mail/message.h"
#include "base/owned.h"

struct sender {
    const char *address;      /* lower-case author address in A-label form; "" where unreadable */
    const char *domain;       /* behind its @; "" where unreadable */
    const char *organisation; /* registrable domain of the domain, or the domain itself where there
                                 is none (a public suffix, an IP literal, a single label) */
    const char *behind; /* the organisation that wrote to an address lent to her by a relay, which
                           sent it on; or "" */
    const char *mailbox; /* from where in it, as the relay spells that: underscores may be dots; or "" */
    const char *relation;     /* whose standing it has: relation_of(), or "paypal.com via simplelogin.co" */
    const char *answers;      /* of a platform's mail relation_of() where replies go, if that is another
                                 organisation, and none where anybody has a mailbox: whom it writes for; "" */
    const char *name;         /* display name, white space folded; "" where there is none */
    const char *list;         /* List-Id identifier, or "" */
    bool relayed;             /* its address is one that a relay lends */
    bool free_mail;           /* the organisation gives mailboxes to anyone, and this is one of these, not
                                 where it writes itself */
};

struct sender *sender_read(const struct message *message);
void sender_free(struct sender *sender);
OWNED_DEFINE(sender)

/* Whether ORGANISATION wrote, itself or through a relay. */
bool sender_is(const struct sender *sender, const char *organisation);

/* Whether a relay sent on what ADDRESS wrote: that mailbox where anybody can have one, else any of its
 * house. */
bool sender_is_behind(const struct sender *sender, const char *address);

/* The registrable domain of DOMAIN (any case, U- or A-labels), or DOMAIN in lower-case A-label form where
 * it has none; what could be no host name is nobody's, and stays as it is but for its case. The caller
 * frees it. Source: publicsuffix.org, through libpsl. */
char *organisation_of(const char *domain);

/* True where DOMAIN's organisation gives mailboxes to the public (gmail.com, web.de). */
bool organisation_is_free_mail(const char *organisation);

/* True where mail of ORGANISATION is imitated so often that the table of brands has it. */
bool organisation_is_brand(const char *organisation);

/* True where A and B are domains of one brand of that table. */
bool organisations_share_brand(const char *a, const char *b);

/* True where DOMAIN is one of a platform's, or below: hosts or addresses there belong to others. */
bool domain_is_tenant(const char *domain);

/* True where a relay lends its addresses at DOMAIN to people. */
bool domain_lends(const char *domain);

/* Whether one of A and B, registrable domains, begins or ends with the whole name of the other, and that has
 * five letters or more (velora.com, velora-news.de); *SAME: both have the same name. */
bool domains_share_name(const char *a, const char *b, bool *same);

/* Whose standing mail from ADDRESS of ORGANISATION has: the organisation where it controls who writes; where
 * others have mailboxes the address; on platforms the tenant's host or the address; for a domain that a brand
 * of the shipped table has beside its first, that first one. The caller frees it. */
char *relation_of(const char *address, const char *organisation);

/* A number that changes with the tables that relation_of() reads. */
uint64_t relation_tables(void);

#endif
