/* Why a message is where it is, in one line. */
#ifndef HEED_REASON_H
#define HEED_REASON_H

#include "flow.h"

/* The rule that decided, or the score that did and what sets this message apart. The caller frees it. */
char *reason_brief(const struct judgement *judgement);

#endif
