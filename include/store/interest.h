/* How mail with the same distinctive words was taken. */
#ifndef HEED_INTEREST_H
#define HEED_INTEREST_H

#define INTEREST_TERMS 8

struct interest_term {
    char stem[32];        /* as the index has it, without prefix */
    unsigned acted, seen; /* of up to 100 messages of the index that have it, the newest */
};

struct interest {
    double base; /* share of all mail that was acted on, 0 to 1 */
    unsigned count;
    struct interest_term terms[INTEREST_TERMS]; /* the most distinctive first */
};

#endif
