/* The system call filter as gen/cage-gen.c made it while heed was built. */
#ifndef HEED_CAGE_PROGRAM_H
#define HEED_CAGE_PROGRAM_H

#include <linux/filter.h>

extern const struct sock_filter cage_program[];
extern const unsigned short cage_program_length;

#endif
