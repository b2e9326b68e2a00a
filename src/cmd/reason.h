/* Why a message is where it is, in half a line. */
#ifndef HEED_BRIEF_H
#define HEED_BRIEF_H

#include "flow.h"

/* The rule that decided, or the score with the weightiest of the findings behind it. The caller frees it. */
char *reason_brief(const struct judgement *judgement);

#endif
