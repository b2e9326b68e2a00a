/* What a process gives up before it reads what a stranger wrote, so that a stranger who takes it over gets
 * little. The kernel enforces it, on this process and all that it starts, and nothing takes it back. Where a
 * kernel lacks one or the other, heed works on without; sanitizer builds do without, too. */
#ifndef HEED_CAGE_H
#define HEED_CAGE_H

#include <stdbool.h>

/* From here on: no new privileges; no sockets, no other programs, no tracing of other processes (all of
 * it: src/base/gen/cage-gen.c). Whoever tries is killed with SIGSYS. Local sockets are refused (EPERM)
 * instead, as the C library tries them. seccomp(2). */
void cage_silence(void);

/* The same for who listens for a mail server: sockets stay. */
void cage_listen(void);

/* From here on, whatever Landlock knows or not: who JUDGES changes no file, opens none to write, makes,
 * moves and removes none; who INDEXES makes no file that can be run, no folder and no link, and changes
 * the mode, owner, times and attributes of none. Such calls are refused (EPERM), and those that are newer
 * than heed's table of them do not exist (ENOSYS). */
enum cage_work { CAGE_JUDGES, CAGE_INDEXES };
void cage_restrain(enum cage_work work);

/* Files are closed off in three steps: cage_new(), cage_allow() for what stays open, cage_enter().
 * landlock(7). */
struct cage;

/* Whether other processes can still be sent signals; CAGE_CONNECTS: and TCP is open, too. A kernel
 * before Linux 6.12 allows signals in any case. */
enum cage_signals { CAGE_NO_SIGNALS, CAGE_SIGNALS, CAGE_CONNECTS };

/* NULL where files cannot be closed off. */
struct cage *cage_new(enum cage_signals signals);

enum cage_access { CAGE_READ, CAGE_WRITE /* and read, make, move, remove */ };

/* Leaves PATH and all below it open; what it links to, if it is a link. A PATH that does not exist is left
 * out. CAGE may be NULL. */
void cage_allow(struct cage *cage, const char *path, enum cage_access access);

/* The same, or where PATH does not exist, the nearest folder above it that does: the one it will be made
 * in. */
void cage_allow_first(struct cage *cage, const char *path, enum cage_access access);

/* From here on files other than those allowed can neither be opened nor changed; what is open stays
 * open. Frees CAGE, which may be NULL. */
void cage_enter(struct cage *cage);

/* What this kernel can do, for `heed check`. */
bool cage_can_silence(void);
bool cage_can_confine(void);

#endif
