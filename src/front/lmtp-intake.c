/* Dots and line ends of a message on the wire. A program that finds another end of a message than
 * its neighbour lets strangers smuggle mail: here one sequence ends it, or its length does. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/frame.h"
#include "lmtp-intake.h"

#define CLIENT_SECONDS 300 /* without a byte */
#define PIECE 65536        /* bytes that are moved at once */

enum at { LINE_START, IN_LINE, BEHIND_CR, BEHIND_DOT, BEHIND_DOT_CR };

struct intake {
    const struct config_site *site;
    struct slots *slots;
    struct slot *slot;
    int fd;
    bool in_file; /* not in memory */
    uint64_t size;
    enum data_end end; /* DATA_WHOLE as long as all is well */
    enum at at, start; /* START: where a line begins; IN_LINE where dots mean nothing */
    const char *line_end;
    GString *held; /* read, and not written yet */
};

/* From memory into a file, once it is too large for that. */
static bool move_to_file(struct intake *in)
{
    g_autofree char *buffer = g_malloc(PIECE);
    int file = open(in->site->spool, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file < 0) {
        g_autofree char *path = g_build_filename(in->site->spool, "heed-XXXXXX", NULL);
        file = mkostemp(path, O_CLOEXEC);
        if (file >= 0)
            unlink(path);
    }
    if (file < 0)
        return false;
    ssize_t got = 0;
    for (off_t from = 0; (got = pread(in->fd, buffer, PIECE, from)) > 0; from += got)
        if (!write_all(file, buffer, (size_t)got)) {
            got = -1;
            break;
        }
    if (got != 0) {
        close(file);
        return false;
    }
    close(in->fd);
    in->fd = file;
    in->in_file = true;
    return true;
}

static void write_held(struct intake *in)
{
    uint64_t size = in->size + in->held->len;
    if (in->end == DATA_WHOLE && size > in->site->size)
        in->end = DATA_BIG;
    if (in->end == DATA_WHOLE &&
        (!slots_take(in->slots, in->slot, in->held->len) ||
         (size > SPOOL_MEMORY && !in->in_file && !move_to_file(in)) ||
         !write_all(in->fd, in->held->str, in->held->len)))
        in->end = DATA_FULL;
    in->size = size;
    g_string_truncate(in->held, 0);
}

/* Up to the next CR or LF in [FROM, END). */
static const char *take_text(struct intake *in, const char *from, const char *end)
{
    const char *p = from;
    while (p < end && *p != '\r' && *p != '\n')
        p++;
    g_string_append_len(in->held, from, p - from);
    return p;
}

/* Takes the byte at P, or more; true once the message has ended. *P is then behind it. */
static bool take_one(struct intake *in, const char **p, const char *end)
{
    char c = **p;
    switch (in->at) {
    case LINE_START:
        in->at = c == '.' ? BEHIND_DOT : IN_LINE;
        *p += c == '.';
        return false;
    case BEHIND_DOT:
        in->at = c == '\r' ? BEHIND_DOT_CR : IN_LINE;
        *p += c == '\r';
        return false;
    case BEHIND_DOT_CR:
        if (c == '\n') {
            (*p)++;
            return true;
        }
        g_string_append_c(in->held, '\r');
        in->at = c == '\r' ? BEHIND_CR : IN_LINE;
        *p += c == '\r';
        return false;
    case BEHIND_CR:
        if (c == '\n')
            g_string_append(in->held, in->line_end);
        else
            g_string_append_c(in->held, '\r');
        in->at = c == '\n' ? in->start : c == '\r' ? BEHIND_CR : IN_LINE;
        *p += c == '\n' || c == '\r';
        return false;
    case IN_LINE:
        if (c == '\r')
            in->at = BEHIND_CR;
        else if (c == '\n')
            g_string_append(in->held, in->line_end);
        else
            *p = take_text(in, *p, end);
        *p += c == '\r' || c == '\n';
        return false;
    }
    return false;
}

/* Of OCTETS at most, which are counted; true once the message has ended. */
static bool take(struct intake *in, struct wire *wire, uint64_t *octets)
{
    const char *from = wire->buffer + wire->at, *p = from;
    const char *end = from + MIN(wire->filled - wire->at, *octets);
    bool done = false;
    while (p < end && !done)
        done = take_one(in, &p, end);
    wire->at += (size_t)(p - from);
    *octets -= (uint64_t)(p - from);
    write_held(in);
    return done;
}

/* Who reads it can believe that it stays as it is. */
static bool close_to_writing(struct intake *in)
{
    if (!in->in_file)
        return fcntl(in->fd, F_ADD_SEALS,
                     F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) == 0;
    g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", in->fd);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return true; /* where /proc is not there it stays open to writing */
    close(in->fd);
    in->fd = fd;
    return true;
}

enum data_end intake_end(struct intake *in, int *fd, struct spool **out)
{
    int other = -1;
    if (in->at == BEHIND_CR)
        g_string_append_c(in->held, '\r');
    write_held(in);
    if (in->end == DATA_WHOLE && (!close_to_writing(in) || (other = fcntl(in->fd, F_DUPFD_CLOEXEC, 3)) < 0 ||
                                  spool_adopt(other, out, NULL)))
        in->end = DATA_FULL;
    if (in->end == DATA_WHOLE) {
        *fd = in->fd;
        in->fd = -1;
    }
    return in->end;
}

struct intake *intake_new(const struct config_site *site, struct slots *slots, struct slot *slot,
                          const char *line_end)
{
    struct intake *in = g_new0(struct intake, 1);
    *in = (struct intake){.site = site, .slots = slots, .slot = slot, .held = g_string_new(NULL),
                          .line_end = line_end, .at = IN_LINE, .start = IN_LINE};
    in->fd = memfd_create("heed-message", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    in->end = in->fd < 0 ? DATA_FULL : DATA_WHOLE;
    return in;
}

void intake_free(struct intake *in)
{
    if (!in)
        return;
    if (in->fd >= 0)
        close(in->fd);
    g_string_free(in->held, TRUE);
    g_free(in);
}

/* Until the message has ended, or OCTETS are there. */
static enum data_end read_all(struct intake *in, struct wire *wire, uint64_t octets)
{
    bool done = false;
    while (!done && octets && in->end != DATA_GONE)
        if (wire_fill(wire, clock_seconds() + CLIENT_SECONDS) == WIRE_LINE)
            done = take(in, wire, &octets);
        else
            in->end = DATA_GONE;
    return in->end;
}

enum data_end intake_lines(struct intake *in, struct wire *wire)
{
    in->at = in->start = LINE_START;
    return read_all(in, wire, G_MAXUINT64);
}

enum data_end intake_chunk(struct intake *in, struct wire *wire, uint64_t octets)
{
    return read_all(in, wire, octets);
}

bool intake_skip(struct wire *wire, uint64_t octets)
{
    while (octets) {
        if (wire_fill(wire, clock_seconds() + CLIENT_SECONDS) != WIRE_LINE)
            return false;
        size_t some = MIN(wire->filled - wire->at, octets);
        wire->at += some;
        octets -= some;
    }
    return true;
}
