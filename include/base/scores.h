/* The three scores of a message, 0 to 100 each. */
#ifndef HEED_SCORES_H
#define HEED_SCORES_H

enum axis {
    AXIS_USEFUL,   /* will she act on it */
    AXIS_PERSONAL, /* is it about her rather than the same for everyone */
    AXIS_TRUST,    /* is it from whom it claims, and meant well */
    AXIS_COUNT
};

const char *axis_name(enum axis axis);

/* Each is 100 / (1 + exp(-sum of parts)). NAN where a message was not judged. */
struct scores {
    double of[AXIS_COUNT];
};

extern const struct scores scores_unknown;

#endif
