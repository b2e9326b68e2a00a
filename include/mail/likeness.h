/* How much the name of one sender looks like that of another: what an impostor chooses it for. */
#ifndef HEED_LIKENESS_H
#define HEED_LIKENESS_H

#include "base/owned.h"
#include "mail/sender.h"

/* How a domain looks like another, the strongest last. */
enum likeness {
    LIKENESS_NONE,
    LIKENESS_SUFFIX,    /* the same name under another suffix: velora.shop for velora.com */
    LIKENESS_WORDS,     /* the name and other words: velora-support.com */
    LIKENESS_NEAR,      /* one letter off, and under another suffix: by chance as well as not */
    LIKENESS_EDIT,      /* one letter more, fewer, other or swapped */
    LIKENESS_SUBDOMAIN, /* velora.com.example.org */
    LIKENESS_SAME,      /* looks the same: ve1ora.com, velora with a Cyrillic o */
};

/* A name as the eye sees it: lower case, of letters and digits only, each for the one that it is taken for
 * (UTS 39, by ICU, for what is not ASCII). The caller frees it. */
char *skeleton_of(const char *name);

/* The skeletons that the NAME of a person is known by. First the one that is noted: first names before the
 * last one, without titles, initials, accents and what stands in brackets. Then the others that it is
 * compared by: as it is written, which is what earlier versions noted; in the other order; without what
 * follows a dash, a bar or a comma. NULL-ended; the caller g_strfreev()s it. */
char **names_of_person(const char *name);

enum bearing {
    BEARS_NOTHING,
    BEARS_MORE, /* the name and more: "Velora Support"; people are called Marina, too */
    BEARS_NAME,  /* the name and nothing else */
};

/* What is compared of one sender, read once for all organisations. */
struct looks;
struct looks *looks_new(const struct sender *sender); /* borrows SENDER */
void looks_free(struct looks *looks);
OWNED_DEFINE(looks)

/* How the sender's domain looks like ORGANISATION, another's registrable domain, and whether *BEARS its
 * name in the display name. Names of fewer than five letters look like nothing but themselves. Pure. */
enum likeness likeness_of(const struct looks *looks, const char *organisation, enum bearing *bears);

#endif
