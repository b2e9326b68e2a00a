/* The files of sample-rules/simulate as text: made from them when heed is built. */
#ifndef SIM_SHIPPED_H
#define SIM_SHIPPED_H

extern const char shipped_consumers[], shipped_strategies[];

#endif
