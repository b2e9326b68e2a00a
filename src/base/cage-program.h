/* The system call filters that src/base/gen/cage-gen.c works out. */
#ifndef HEED_CAGE_PROGRAM_H
#define HEED_CAGE_PROGRAM_H

#include <linux/filter.h>

extern const struct sock_filter cage_program[], cage_listener_program[], cage_judge_program[],
    cage_index_program[];
extern const unsigned short cage_program_length, cage_listener_program_length, cage_judge_program_length,
    cage_index_program_length;

#endif
