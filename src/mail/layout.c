/* Finds heed's own fields in the raw bytes of a header section, line by line in a fixed buffer. Knows
 * nothing of mail beyond RFC 5322 2.2: fields, folding, and the empty line that ends them. */
#include <string.h>

#include "mail/layout.h"

#define WINDOW 65536
#define SEARCHED (256u << 10) /* bytes, by layout_has() */
#define MOST_ID 998         /* bytes of the field: a line of RFC 5322 2.1.1 */

struct window {
    const struct spool *spool;
    char *buffer;
    uint64_t base; /* offset of buffer[0] */
    size_t filled;
};

/* The byte at OFFSET, or -1 behind the end. */
static int byte_at(struct window *window, uint64_t offset)
{
    if (offset < window->base || offset >= window->base + window->filled) {
        window->base = offset;
        window->filled = spool_peek(window->spool, offset, window->buffer, WINDOW);
        if (window->filled == 0)
            return -1;
    }
    return (unsigned char)window->buffer[offset - window->base];
}

/* The offset behind the line that begins at OFFSET. */
static uint64_t line_end(struct window *window, uint64_t offset)
{
    while (byte_at(window, offset) >= 0) {
        size_t at = (size_t)(offset - window->base);
        char *end = memchr(window->buffer + at, '\n', window->filled - at);
        if (end)
            return window->base + (uint64_t)(end - window->buffer) + 1;
        offset = window->base + window->filled;
    }
    return offset;
}

static bool starts_with(struct window *window, uint64_t offset, const char *lower)
{
    for (; *lower; lower++, offset++) {
        int byte = byte_at(window, offset);
        if (byte < 0 || g_ascii_tolower((char)byte) != *lower)
            return false;
    }
    return true;
}

/* A field called X-Heed or X-Heed-anything; white space may stand before the colon (RFC 5322 4.5). */
static bool is_ours(struct window *window, uint64_t offset)
{
    if (!starts_with(window, offset, "x-heed"))
        return false;
    offset += strlen("x-heed");
    bool named = byte_at(window, offset) == '-';
    for (;; offset++) {
        int byte = byte_at(window, offset);
        if (byte == ':')
            return true;
        if (byte != ' ' && byte != '\t' && !(named && byte > ' ' && byte < 127))
            return false;
    }
}

static bool is_blank_line(struct window *window, uint64_t offset)
{
    int first = byte_at(window, offset);
    return first < 0 || first == '\n' || (first == '\r' && byte_at(window, offset + 1) == '\n');
}

static void add_span(GArray *spans, struct span span)
{
    struct span *last = spans->len ? &g_array_index(spans, struct span, spans->len - 1) : NULL;
    if (last && last->to == span.from)
        last->to = span.to;
    else
        g_array_append_val(spans, span);
}

struct layout *layout_read(const struct spool *spool)
{
    struct layout *layout = g_new0(struct layout, 1);
    g_autofree char *buffer = g_malloc(WINDOW);
    struct window window = {.spool = spool, .buffer = buffer};
    layout->ours = g_array_new(FALSE, FALSE, sizeof(struct span));

    uint64_t end = line_end(&window, 0);
    layout->crlf = end >= 2 && byte_at(&window, end - 2) == '\r' && byte_at(&window, end - 1) == '\n';
    byte_at(&window, 0);
    if (starts_with(&window, 0, "from ") && byte_at(&window, 0) == 'F' && byte_at(&window, end - 1) == '\n')
        layout->start = end;
    int first = byte_at(&window, layout->start);
    layout->no_room = first == ' ' || first == '\t';

    bool inside = false, id = false;
    uint64_t at = layout->start;
    for (; !is_blank_line(&window, at); at = end) {
        int byte = byte_at(&window, at);
        if (byte != ' ' && byte != '\t') {
            inside = is_ours(&window, at);
            id = !layout->id.to && starts_with(&window, at, "message-id");
            layout->id.from = id ? at : layout->id.from;
        }
        end = line_end(&window, at);
        if (id)
            layout->id.to = end;
        if (inside)
            add_span(layout->ours, (struct span){at, end});
    }
    layout->body = line_end(&window, at);
    return layout;
}

void layout_free(struct layout *layout)
{
    if (!layout)
        return;
    g_array_free(layout->ours, TRUE);
    g_free(layout);
}

char *layout_id(const struct spool *spool, const struct layout *layout)
{
    char field[MOST_ID + 1];
    size_t length = MIN(layout->id.to - layout->id.from, MOST_ID);
    field[spool_peek(spool, layout->id.from, field, length)] = '\0';
    char *open = strchr(field, '<'), *to = field;
    for (const char *from = open ? open + 1 : ""; *from && *from != '>'; from++)
        if ((unsigned char)*from > ' ')
            *to++ = *from;
    return g_strndup(field, (gsize)(to - field));
}

struct naming {
    char name[LAYOUT_NAME + 1];
    uint64_t value; /* where it begins; 0: there is no line yet */
};

static bool ends_line(struct window *window, uint64_t offset)
{
    int byte = byte_at(window, offset);
    return byte < 0 || byte == '\n' || (byte == '\r' && byte_at(window, offset + 1) == '\n');
}

/* The name of the field that begins at OFFSET; of a line without a colon, what stands in it, so that what it
 * hides in lines that continue it is looked at, too. A CR that ends no line is for some programs the end of
 * one, and so the start of a field. */
static struct naming name_at(struct window *window, uint64_t offset)
{
    struct naming naming = {.value = 0};
    size_t length = 0;
    for (uint64_t at = offset;; at++) {
        int byte = byte_at(window, at);
        if (byte == ':' && length) {
            naming.value = at + 1;
            return naming;
        }
        bool blank = byte == ' ' || byte == '\t';
        bool end = ends_line(window, at);
        if (!blank && !end && (byte <= ' ' || byte > '~'))
            return (struct naming){.value = offset + !offset};
        if (end || length == LAYOUT_NAME) {
            naming.value = at;
            return naming;
        }
        if (!blank)
            naming.name[length++] = g_ascii_tolower((char)byte);
    }
}

void layout_fields(const struct spool *spool, const struct layout *layout, layout_each *each, void *data)
{
    g_autofree char *buffer = g_malloc(WINDOW);
    struct window window = {.spool = spool, .buffer = buffer};
    struct naming naming = {.value = 0};
    uint64_t end = layout->start;
    for (uint64_t at = layout->start; at < layout->body && !is_blank_line(&window, at); at = end) {
        int byte = byte_at(&window, at);
        bool folded = naming.value && (byte == ' ' || byte == '\t');
        if (!folded && naming.value)
            each(naming.name, (struct span){naming.value, at}, data);
        if (!folded)
            naming = name_at(&window, at);
        end = line_end(&window, at);
    }
    if (naming.value)
        each(naming.name, (struct span){naming.value, end}, data);
}

bool layout_has(const struct spool *spool, const struct layout *layout, const char *text)
{
    size_t length = MIN(layout->body - layout->start, SEARCHED);
    g_autofree char *section = g_malloc(length + 1), *wanted = g_ascii_strdown(text, -1);
    length = spool_peek(spool, layout->start, section, length);
    for (size_t i = 0; i < length; i++)
        section[i] = section[i] ? g_ascii_tolower(section[i]) : ' ';
    section[length] = '\0';
    return strstr(section, wanted);
}

/* A name of a field, its characters and the colon (RFC 5322 2.2). */
static bool is_field(struct window *window, uint64_t offset)
{
    uint64_t at = offset;
    for (int byte; (byte = byte_at(window, at)) > ' ' && byte < 127 && byte != ':'; at++)
        ;
    return at > offset && byte_at(window, at) == ':';
}

bool layout_is_several(const struct spool *spool, const struct layout *layout)
{
    g_autofree char *buffer = g_malloc(WINDOW);
    struct window window = {.spool = spool, .buffer = buffer};
    bool blank = layout->start > 0;
    for (uint64_t at = layout->body; layout->start && byte_at(&window, at) >= 0;) {
        uint64_t end = line_end(&window, at);
        bool begins = blank && byte_at(&window, at) == 'F' && starts_with(&window, at, "from ");
        if (begins && is_field(&window, end))
            return true;
        blank = is_blank_line(&window, at);
        at = end;
    }
    return false;
}

/* BLOCK with the message's own line endings. */
static enum status write_block(const char *block, bool crlf, int fd, struct err *err)
{
    g_auto(GStrv) lines = crlf ? g_strsplit(block, "\n", -1) : NULL;
    g_autofree char *text = crlf ? g_strjoinv("\r\n", lines) : g_strdup(block);
    return write_all(fd, text, strlen(text)) ? STATUS_OK
                                             : err_errno(err, STATUS_IO, "cannot write the message");
}

enum status layout_write(const struct spool *spool, const struct layout *layout, const char *block,
                          bool keep_mbox, int fd, struct err *err)
{
    enum status status = STATUS_OK;
    if (keep_mbox && layout->start)
        status = spool_write(spool, (struct span){0, layout->start}, fd, err);
    if (!block)
        return status ? status
                      : spool_write(spool, (struct span){layout->start, spool_size(spool)}, fd, err);
    if (!status && !layout->no_room)
        status = write_block(block, layout->crlf, fd, err);
    uint64_t at = layout->start;
    for (guint i = 0; i < layout->ours->len && !status; i++) {
        struct span ours = g_array_index(layout->ours, struct span, i);
        status = spool_write(spool, (struct span){at, ours.from}, fd, err);
        at = ours.to;
    }
    return status ? status : spool_write(spool, (struct span){at, spool_size(spool)}, fd, err);
}
