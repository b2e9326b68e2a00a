/* What the made-up world says, per language: sentences with {slots} as data. Which slot holds what
 * is compose.c's business. A language is one file with one const struct. */
#ifndef SIM_LINGO_H
#define SIM_LINGO_H

#include "cast.h"

/* Each a NULL-ended list of sentences; one of each list makes a letter. */
struct wording {
    const char *const *subjects, *const *openings, *const *bodies, *const *closings,
                                                                       *const *buttons;
};

struct lingo {
    const char *code;
    const char *months[12];
    const char *ordinal;                 /* behind the day of a month */
    bool decimal_comma;                  /* 9,90 € and not €9.90 */
    bool flows_after_comma;              /* a letter goes on in lower case after "Dear ...," */
    const char *topics[TOPIC_COUNT + 1]; /* the last for those without a topic */
    const char *items[TOPIC_COUNT][TOPIC_ITEMS];
    struct wording talk[TALK_COUNT];
    const char *view_online, *unsubscribe, *imprint; /* the small print of bulk mail */
};

extern const struct lingo lingo_en, lingo_de, lingo_fr;

/* NULL where CODE is none of their codes. */
const struct lingo *lingo_find(const char *code);

#define SAY(...)                                                                                   \
    (const char *const[])                                                                          \
    {                                                                                              \
        __VA_ARGS__, NULL                                                                          \
    }

#endif
