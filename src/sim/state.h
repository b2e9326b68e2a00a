/* The made-up world between two days: who she is, how each brand stands with her, what is on its
 * way. Rendering and writing out know nothing of it. */
#ifndef SIM_STATE_H
#define SIM_STATE_H

#include <glib.h>

#include "base/days.h"
#include "dice.h"
#include "letter.h"
#include "world.h"

/* How one party stands with her. */
struct business {
    enum manner strategy;
    struct conduct conduct;
    int turn;            /* day its strategy turns */
    int cadence;         /* she buys every so many days; 0: by chance */
    bool left;           /* she has unsubscribed */
    int next_base, next; /* day she buys next: by the calendar, and with her own delay */
    int64_t bought;      /* when she bought last, 0 for never */
    int bought_item;
    const char *order;
    const char *house;
};

/* Something that will be sent later. */
struct plan {
    int64_t when;
    enum talk talk;
    unsigned party;
    int item;
    const char *order;
    int64_t event;
};

struct world {
    uint64_t seed;
    bool steady; /* see days.c; and whoever made it says what shops do */
    double tidy; /* of what she does not want, how much she deletes */
    struct dice dice;
    const struct lingo *lingo;
    GStringChunk *strings;
    int64_t start; /* of day 0 */
    int day, days; /* days: of the past; the live ones follow */
    bool likes[TOPIC_COUNT][TOPIC_ITEMS];
    int home, route, band;     /* items of travel, travel and music */
    struct business *business; /* one for each of parties[] */
    GArray *plans;             /* struct plan */
    GPtrArray *replies;        /* letters of people that are on their way */
    GPtrArray *today;          /* what this day has brought so far */
    unsigned serial;
};

struct world *world_new(const struct world_options *options);
void world_free(struct world *world);

/* Lives the next day. Returns its letters by time; the caller frees the array, and the letters with
 * it; their strings are the world's. */
GPtrArray *world_step(struct world *world);

/* days.c: sends what the parties, people and lists send on the world's day. */
void days_send(struct world *world);
/* The first live day is not left to chance: one letter of each sort that is hard to judge. */
void days_premiere(struct world *world);

/* What makes one letter; fields that do not matter stay zero. */
struct occasion {
    int64_t when;
    enum talk talk;
    enum origin origin;
    unsigned party; /* row of parties[]; n_parties for none */
    int item;
    bool due;
    const char *order;
    int64_t event;
    int correspondent; /* row of friends[], or -1 */
    int list;          /* row of lists[], or -1 */
    const struct letter *reply_to;
};

/* compose.c: a letter for the occasion, in words, in the world's letters of today or (later)
 * replies. */
struct letter *compose(struct world *world, const struct occasion *occasion);

/* reader.c: how probable it is that she wants it, and what she does if she sees it at once. */
double reader_want(const struct world *world, const struct letter *letter);
enum deed reader_react(struct world *world, const struct letter *letter);

#endif
