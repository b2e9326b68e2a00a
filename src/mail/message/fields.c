/* The header section as fields. It ends at the first empty line, or where lines stop looking like
 * fields: one stray line between two fields is skipped, since real mail has them. */
#include <string.h>

#include "mail/fields.h"
#include "mail/lines.h"

#define MAX_NAME 998 /* RFC 5322 2.1.1 */

bool field_starts(const char *bytes, size_t len, size_t *name, size_t *colon)
{
    size_t i = 0;
    len = MIN(len, MAX_NAME);
    while (i < len && bytes[i] > 32 && bytes[i] < 127 && bytes[i] != ':')
        i++;
    *name = i;
    while (i < len && (bytes[i] == ' ' || bytes[i] == '\t'))
        i++;
    *colon = i;
    return *name > 0 && i < len && bytes[i] == ':';
}

/* An mbox separator at the top, quoted or not, is no part of the message (RFC 4155). */
static bool is_mbox_line(const char *bytes, size_t len)
{
    return (len > 5 && !memcmp(bytes, "From ", 5)) || (len > 6 && !memcmp(bytes, ">From ", 6));
}

struct reading {
    struct fields *fields;
    GString *value;      /* of the field being read */
    char *name;          /* NULL between fields */
    uint32_t max_fields, max_value;
};

static void append(struct reading *reading, const char *bytes, size_t len)
{
    if (!reading->name)
        return;
    size_t room = reading->max_value - MIN(reading->value->len, reading->max_value);
    if (len > room) {
        reading->fields->cut = true;
        len = room;
    }
    gsize from = reading->value->len;
    g_string_append_len(reading->value, bytes, (gssize)len);
    for (char *p = reading->value->str + from; p < reading->value->str + reading->value->len; p++)
        if (!*p)
            *p = ' ';
}

static void finish(struct reading *reading)
{
    if (!reading->name)
        return;
    struct field field = { .name = reading->name,
                           .value = g_strstrip(g_strdup(reading->value->str)) };
    reading->fields->bytes += strlen(field.name) + reading->value->len;
    g_array_append_val(reading->fields->list, field);
    g_string_truncate(reading->value, 0);
    reading->name = NULL;
}

static void begin(struct reading *reading, const struct piece *piece, size_t name, size_t colon)
{
    finish(reading);
    struct fields *fields = reading->fields;
    if (fields->list->len >= reading->max_fields || fields->bytes >= FIELDS_BYTES) {
        fields->more = true;
        return;
    }
    reading->name = g_strndup(piece->bytes, name);
    append(reading, piece->bytes + colon + 1, piece_text(piece) - colon - 1);
}

enum line { LINE_FIELD, LINE_FOLDED, LINE_EMPTY, LINE_STRAY };

static enum line line_kind(const struct piece *piece, bool any, size_t *name, size_t *colon)
{
    size_t len = piece_text(piece);
    if (len == 0)
        return LINE_EMPTY;
    if (any && (*piece->bytes == ' ' || *piece->bytes == '\t'))
        return LINE_FOLDED;
    return field_starts(piece->bytes, len, name, colon) ? LINE_FIELD : LINE_STRAY;
}

/* Reads until the section ends and returns where the body begins. */
static uint64_t read_section(struct reading *reading, struct lines *lines)
{
    struct piece piece;
    uint64_t stray = UINT64_MAX;
    bool any = false;
    size_t name = 0, colon = 0;
    while (lines_next(lines, &piece)) {
        if (!piece.starts) {
            append(reading, piece.bytes, piece_text(&piece));
            continue;
        }
        if (!any && stray == UINT64_MAX && is_mbox_line(piece.bytes, piece.len))
            continue;
        switch (line_kind(&piece, any, &name, &colon)) {
        case LINE_EMPTY:
            return stray != UINT64_MAX ? stray : piece.offset + piece.len;
        case LINE_STRAY:
            if (stray != UINT64_MAX || !any)
                return MIN(stray, piece.offset);
            stray = piece.offset;
            finish(reading);
            break;
        case LINE_FOLDED:
            if (stray == UINT64_MAX)
                append(reading, piece.bytes, piece_text(&piece));
            break;
        case LINE_FIELD:
            stray = UINT64_MAX;
            any = true;
            begin(reading, &piece, name, colon);
        }
    }
    return MIN(stray, lines->offset);
}

static void field_clear(void *p)
{
    struct field *field = p;
    g_free(field->name);
    g_free(field->value);
}

void fields_read(struct fields *fields, const struct spool *spool, uint64_t start,
                 uint32_t max_fields, uint32_t max_value)
{
    *fields = (struct fields){ .list = g_array_new(FALSE, FALSE, sizeof(struct field)) };
    g_array_set_clear_func(fields->list, field_clear);
    struct reading reading = { .fields = fields, .value = g_string_new(NULL),
                               .max_fields = max_fields, .max_value = max_value };
    struct lines lines;
    lines_open(&lines, spool, start);
    fields->body = read_section(&reading, &lines);
    finish(&reading);
    lines_close(&lines);
    g_string_free(reading.value, TRUE);
}

void fields_clear(struct fields *fields)
{
    g_clear_pointer(&fields->list, g_array_unref);
}

const char *fields_find(const struct fields *fields, const char *name)
{
    for (guint i = 0; i < fields->list->len; i++) {
        const struct field *field = &g_array_index(fields->list, struct field, i);
        if (!g_ascii_strcasecmp(field->name, name))
            return field->value;
    }
    return NULL;
}
