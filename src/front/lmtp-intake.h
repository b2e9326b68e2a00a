/* A message that comes on the wire: by lines up to a dot (RFC 5321 4.5.2), or in chunks (RFC 3030). */
#ifndef HEED_LMTP_INTAKE_H
#define HEED_LMTP_INTAKE_H

#include "base/config.h"
#include "base/spool.h"
#include "lmtp-slots.h"
#include "wire.h"

enum data_end {
    DATA_WHOLE,
    DATA_BIG,  /* above [site] size; it was read to its end and is gone */
    DATA_FULL, /* no room for it now; likewise */
    DATA_GONE, /* whoever sent it ended, or takes too long */
};

struct intake;

/* LINE_END stands for CR LF in what is written, and so for an LF without CR, which is a line's end to stores;
 * a CR without LF stays as it is. SITE, SLOTS and SLOT are borrowed; SLOT counts its bytes. */
struct intake *intake_new(const struct config_site *site, struct slots *slots, struct slot *slot,
                          const char *line_end);
void intake_free(struct intake *intake);
OWNED_DEFINE(intake)

/* Reads up to CR LF . CR LF, and nothing else ends it. */
enum data_end intake_lines(struct intake *intake, struct wire *wire);

/* Reads so many OCTETS. Where that was too many, or there is no room, later ones are read and gone, too. */
enum data_end intake_chunk(struct intake *intake, struct wire *wire, uint64_t octets);

/* Of one that is DATA_WHOLE so far: *FD is a file without a name that nobody can write to any more, the
 * caller's; *OUT reads it. Or DATA_FULL. */
enum data_end intake_end(struct intake *intake, int *fd, struct spool **out);

/* Passes over OCTETS that belong to nothing. False where they do not come. */
bool intake_skip(struct wire *wire, uint64_t octets);

#endif
