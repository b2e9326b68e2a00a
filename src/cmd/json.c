/* JSON as text: commas, indentation, and nothing in a string that a terminal would obey. */
#include <glib.h>
#include <math.h>
#include <stdio.h>

#include "json.h"

struct json {
    GString *out;
    unsigned depth;
    bool filled; /* the innermost object or array has something in it */
    bool named;  /* a name waits for its value */
};

struct json *json_new(void)
{
    struct json *json = g_new0(struct json, 1);
    json->out = g_string_new(NULL);
    return json;
}

void json_free(struct json *json)
{
    if (!json)
        return;
    g_string_free(json->out, TRUE);
    g_free(json);
}

static void new_line(struct json *json)
{
    g_string_append_printf(json->out, "\n%*s", (int)(2 * json->depth), "");
}

static void begin(struct json *json)
{
    if (!json->named && json->depth) {
        g_string_append(json->out, json->filled ? "," : "");
        new_line(json);
    }
    json->named = false;
    json->filled = true;
}

static void begin_group(struct json *json, char sign)
{
    begin(json);
    g_string_append_c(json->out, sign);
    json->depth++;
    json->filled = false;
}

static void end_group(struct json *json, char sign)
{
    json->depth--;
    if (json->filled)
        new_line(json);
    g_string_append_c(json->out, sign);
    json->filled = true;
}

static void append_escaped(GString *out, gunichar c)
{
    if (c > 0xffff) { /* as a pair of surrogates: RFC 8259, section 7 */
        append_escaped(out, 0xd800 + ((c - 0x10000) >> 10));
        append_escaped(out, 0xdc00 + ((c - 0x10000) & 0x3ff));
    } else
        g_string_append_printf(out, "\\u%04x", c);
}

static void append_string(GString *out, const char *value)
{
    g_autofree char *valid = g_utf8_make_valid(value ? value : "", -1);
    g_string_append_c(out, '"');
    for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        GUnicodeType type = g_unichar_type(c);
        if (c == '"' || c == '\\')
            g_string_append_printf(out, "\\%c", (char)c);
        else if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || c == 0x2028 || c == 0x2029)
            append_escaped(out, c);
        else
            g_string_append_unichar(out, c);
    }
    g_string_append_c(out, '"');
}

void json_object(struct json *json)
{
    begin_group(json, '{');
}

void json_object_end(struct json *json)
{
    end_group(json, '}');
}

void json_array(struct json *json)
{
    begin_group(json, '[');
}

void json_array_end(struct json *json)
{
    end_group(json, ']');
}

void json_name(struct json *json, const char *name)
{
    begin(json);
    append_string(json->out, name);
    g_string_append(json->out, ": ");
    json->named = true;
}

void json_string(struct json *json, const char *value)
{
    begin(json);
    append_string(json->out, value);
}

static void append_word(struct json *json, const char *word)
{
    begin(json);
    g_string_append(json->out, word);
}

void json_flag(struct json *json, bool value)
{
    append_word(json, value ? "true" : "false");
}

void json_null(struct json *json)
{
    append_word(json, "null");
}

void json_text(struct json *json, const char *name, const char *value)
{
    json_name(json, name);
    json_string(json, value);
}

void json_number(struct json *json, const char *name, double value)
{
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    json_name(json, name);
    append_word(json, isfinite(value)
                          ? g_ascii_formatd(number, sizeof number, "%.12g", round(value * 100) / 100)
                          : "null");
}

void json_count(struct json *json, const char *name, int64_t value)
{
    char number[32];
    json_name(json, name);
    g_snprintf(number, sizeof number, "%" G_GINT64_FORMAT, value);
    append_word(json, number);
}

void json_print(const struct json *json)
{
    puts(json->out->str);
}
