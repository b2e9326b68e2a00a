/* Reading what an IMAP server says. Knows no command. Who reads this is a process that has nothing else. */
#include <string.h>

#include "imap-read.h"
#include "learn/mailstore.h"

#define MOST_LINE (4u << 20)                       /* bytes: numbers of all messages of a folder are one */
#define MOST_LITERAL (MAILSTORE_BODY + (1u << 16)) /* bytes */
#define MOST_BYTES (2 * MOST_LITERAL + MOST_LINE)  /* of one response */
#define MOST_ITEMS 2000                            /* of one response */
#define MOST_DEPTH 8                               /* lists in lists */

static void item_free(void *data)
{
    struct imap_item *item = data;
    g_free(item->text);
    g_clear_pointer(&item->list, g_ptr_array_unref);
    g_free(item);
}

void imap_response_clear(struct imap_response *response)
{
    g_clear_pointer(&response->status, g_free);
    g_clear_pointer(&response->items, g_ptr_array_unref);
}

/* --- bytes ---------------------------------------------------------------------------------------------- */

static enum status garbled(struct err *err)
{
    return err_set(err, STATUS_IO, "the IMAP server says what is no IMAP");
}

static enum status too_much(struct err *err)
{
    return err_set(err, STATUS_LIMIT, "the IMAP server says more at once than heed takes");
}

/* One line, behind what is in ALL. */
static enum status add_line(struct wire *wire, GString *line, GString *all, double deadline, struct err *err)
{
    const char *end = NULL;
    g_string_truncate(line, 0);
    while (!end) { /* wire_line() would wait for the end of one that is too long */
        enum wire_got got = wire_fill(wire, deadline);
        if (got != WIRE_LINE)
            return got == WIRE_LATE ? err_set(err, STATUS_LIMIT, "the IMAP server does not answer")
                                    : err_set(err, STATUS_IO, "the IMAP server ended the connection");
        const char *from = wire->buffer + wire->at;
        end = memchr(from, '\n', wire->filled - wire->at);
        size_t length = end ? (size_t)(end - from) + 1 : wire->filled - wire->at;
        if (line->len + length > MOST_LINE)
            return too_much(err);
        g_string_append_len(line, from, (gssize)length);
        wire->at += length;
    }
    if (!g_str_has_suffix(line->str, "\r\n") || memchr(line->str, '\0', line->len))
        return garbled(err);
    g_string_truncate(line, line->len - 2);
    g_string_append_len(all, line->str, (gssize)line->len);
    return STATUS_OK;
}

static enum status add_bytes(struct wire *wire, GString *all, size_t length, double deadline,
                             struct err *err)
{
    while (length) {
        enum wire_got got = wire_fill(wire, deadline);
        if (got != WIRE_LINE)
            return err_set(err, STATUS_IO, "the IMAP server ended within a message");
        size_t part = MIN(length, wire->filled - wire->at);
        if (memchr(wire->buffer + wire->at, '\0', part)) /* RFC 9051: CHAR8 */
            return garbled(err);
        g_string_append_len(all, wire->buffer + wire->at, (gssize)part);
        wire->at += part;
        length -= part;
    }
    return STATUS_OK;
}

/* How many bytes come behind a line that ends in "{12}". */
static bool literal_at_end(const GString *line, guint64 *length)
{
    const char *brace = line->len && line->str[line->len - 1] == '}' ? strrchr(line->str, '{') : NULL;
    g_autofree char *digits = brace ? g_strndup(brace + 1, strlen(brace) - 2) : NULL;
    return digits && g_ascii_string_to_unsigned(digits, 10, 0, G_MAXUINT32, length, NULL);
}

static bool is_status(const char *text)
{
    static const char *const words[] = {"OK", "NO", "BAD", "BYE", "PREAUTH"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        size_t length = strlen(words[i]);
        if (g_ascii_strncasecmp(text, words[i], length) == 0 && (text[length] == ' ' || !text[length]))
            return true;
    }
    return false;
}

/* All bytes of one response, literals where they stand; a status has none. */
static enum status read_bytes(struct wire *wire, double deadline, GString *all, struct err *err)
{
    g_autoptr(GString) line = g_string_new(NULL);
    guint64 length;
    enum status status = add_line(wire, line, all, deadline, err);
    bool literals = !status && g_str_has_prefix(all->str, "* ") && !is_status(all->str + 2);
    while (!status && literals && literal_at_end(line, &length)) {
        if (length > MOST_LITERAL || all->len + length > MOST_BYTES)
            return too_much(err);
        status = add_bytes(wire, all, (size_t)length, deadline, err);
        if (!status)
            status = add_line(wire, line, all, deadline, err);
        if (!status && all->len > MOST_BYTES)
            status = too_much(err);
    }
    return status;
}

/* --- trees ---------------------------------------------------------------------------------------------- */

struct parse {
    const char *at, *end;
    unsigned items;
};

static struct imap_item *add_item(struct parse *parse, GPtrArray *list)
{
    struct imap_item *item = g_new0(struct imap_item, 1);
    parse->items++;
    g_ptr_array_add(list, item);
    return item;
}

static bool parse_quoted(struct parse *parse, struct imap_item *item)
{
    GString *text = g_string_new(NULL);
    item->quoted = true;
    for (parse->at++; parse->at < parse->end && *parse->at != '"'; parse->at++) {
        parse->at += *parse->at == '\\' && parse->at + 1 < parse->end;
        g_string_append_c(text, *parse->at);
    }
    bool closed = parse->at < parse->end;
    parse->at += closed;
    item->length = text->len;
    item->text = g_string_free(text, FALSE);
    return closed;
}

static bool parse_literal(struct parse *parse, struct imap_item *item)
{
    char *behind;
    guint64 length = g_ascii_strtoull(parse->at + 1, &behind, 10);
    item->quoted = true;
    if (*behind != '}' || length > (guint64)(parse->end - behind - 1))
        return false;
    item->text = g_strndup(behind + 1, length);
    item->length = length;
    parse->at = behind + 1 + length;
    return true;
}

/* "BODY[HEADER.FIELDS (FROM DATE)]<0>" is one. */
static bool parse_atom(struct parse *parse, struct imap_item *item)
{
    const char *from = parse->at;
    bool within = false;
    for (; parse->at < parse->end && (within || !strchr(" ()\"{", *parse->at)); parse->at++) {
        within |= *parse->at == '[';
        within &= *parse->at != ']';
    }
    item->length = (size_t)(parse->at - from);
    item->text = g_strndup(from, item->length);
    return item->length > 0;
}

static bool parse_items(struct parse *parse, GPtrArray *list, int depth)
{
    while (parse->at < parse->end && *parse->at != ')') {
        bool good = parse->items < MOST_ITEMS && depth < MOST_DEPTH;
        struct imap_item *item = good ? add_item(parse, list) : NULL;
        if (good && *parse->at == '(') {
            item->list = g_ptr_array_new_with_free_func(item_free);
            parse->at++;
            good = parse_items(parse, item->list, depth + 1) && parse->at < parse->end;
            parse->at += good; /* over the ")" */
        } else if (good) {
            good = *parse->at == '"'   ? parse_quoted(parse, item)
                   : *parse->at == '{' ? parse_literal(parse, item)
                                       : parse_atom(parse, item);
        }
        if (!good)
            return false;
        while (parse->at < parse->end && *parse->at == ' ')
            parse->at++;
    }
    return parse->at == parse->end || depth > 0;
}

enum status imap_read(struct wire *wire, double deadline, struct imap_response *out, struct err *err)
{
    g_autoptr(GString) all = g_string_new(NULL);
    *out = (struct imap_response){0};
    enum status status = read_bytes(wire, deadline, all, err);
    if (status)
        return status;
    out->more = *all->str == '+';
    if (out->more)
        return STATUS_OK;
    const char *text = strchr(all->str, ' ');
    if (!text)
        return garbled(err);
    out->tagged = *all->str != '*';
    if (is_status(++text)) {
        out->status = g_strdup(text);
        return STATUS_OK;
    }
    struct parse parse = {text, all->str + all->len, 0};
    out->items = g_ptr_array_new_with_free_func(item_free);
    bool good = !out->tagged && parse_items(&parse, out->items, 0);
    if (!good)
        imap_response_clear(out);
    return good ? STATUS_OK : garbled(err);
}

/* --- looking -------------------------------------------------------------------------------------------- */

static const struct imap_item *item_at(const GPtrArray *list, guint at)
{
    return list && at < list->len ? list->pdata[at] : NULL;
}

const char *imap_text(const GPtrArray *list, guint at)
{
    const struct imap_item *item = item_at(list, at);
    bool nil = item && item->text && !item->quoted && g_ascii_strcasecmp(item->text, "NIL") == 0;
    return item && !nil ? item->text : NULL;
}

const GPtrArray *imap_list(const GPtrArray *list, guint at)
{
    const struct imap_item *item = item_at(list, at);
    return item ? item->list : NULL;
}

bool imap_is(const GPtrArray *list, guint at, const char *word)
{
    const char *text = imap_text(list, at);
    return text && g_ascii_strcasecmp(text, word) == 0;
}

bool imap_number(const GPtrArray *list, guint at, uint64_t most, uint64_t *out)
{
    const char *text = imap_text(list, at);
    guint64 number;
    if (!text || !g_ascii_string_to_unsigned(text, 10, 0, most, &number, NULL))
        return false;
    *out = number;
    return true;
}

guint imap_behind(const GPtrArray *list, const char *name)
{
    for (guint i = 0; list && i + 1 < list->len; i += 2)
        if (imap_is(list, i, name))
            return i + 1;
    return 0;
}
