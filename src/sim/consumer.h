/* How consumers differ: what one of them has time for, what she forgives and when she leaves. A text file
 * has as many as it likes (sheet.h); ten come with heed. What she remembers of whom is attention.c's. */
#ifndef SIM_CONSUMER_H
#define SIM_CONSUMER_H

#include "sheet.h"

#define CONSUMERS_MOST 40

struct consumer {
    char name[SHEET_NAME];
    double patience[2]; /* seconds a day that she has for mail, from and to */
    double likes[2];    /* of eight things of each sort, how many she likes */
    double keen;        /* percent: how readily she acts, against what is usual */
    double tidy;        /* percent of what she does not want that she deletes instead of letting it lie */
    double looks;       /* days between looks into later and suspect; 0: never */
    double look;        /* seconds of her patience for such a look */
    double lines;       /* of one sender's lines there, how many she reads; the newest ones */
    double temper;      /* annoyance of one letter that she looks at for nothing */
    double forgives;    /* days after which half of that is forgotten */
    double leaves;      /* annoyance from which on she unsubscribes; 0: never */
    double worth;       /* seconds that a letter which she acts on is worth to her */
};

/* Reads FILE, or those that come with heed where it is NULL. Errors: as sheet_load(). */
STATUS_CHECK enum status consumers_load(const char *file, struct consumer consumers[CONSUMERS_MOST],
                                        unsigned *count, struct err *err);

#endif
