/* The one finding to name where there is room for one. */
#ifndef HEED_TELLING_H
#define HEED_TELLING_H

#include "decide/score.h"

/* The axis that VERDICT was decided on: trust, or usefulness. */
enum axis verdict_axis(const struct verdict *verdict);

/* Which of FINDINGS sets the message apart from others of its kind, in the direction of VERDICT; NULL where
 * a rule decided, or nothing is known. In the inbox by usefulness it may speak for the message, or against
 * it. */
const struct finding *finding_telling(const struct verdict *verdict, const struct findings *findings);

#endif
