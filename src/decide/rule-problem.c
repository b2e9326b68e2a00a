/* What a mistake looks like to who made it: file:line:column, what is wrong, what was probably meant, the
 * line, and a caret below the place. */
#include <stdarg.h>
#include <string.h>

#include "rule-private.h"
#include "base/text.h"

#define LINE_COLUMNS 110 /* of a line that are shown; the place among them */

/* Counts on from where it was asked last, where it can. */
static unsigned line_of(struct rule_file *file, const char *at)
{
    if (!file->counted || at < file->counted) {
        file->counted = file->text;
        file->lines = 1;
    }
    for (const char *p; (p = memchr(file->counted, '\n', (size_t)(at - file->counted)));
         file->counted = p + 1)
        file->lines++;
    return file->lines;
}

/* The line around AT with nothing in it that a terminal would obey, and the caret below. */
static void show_line(GString *out, const struct rule_file *file, const char *start, const char *at)
{
    const char *file_end = file->text + file->length;
    const char *end = memchr(start, '\n', (size_t)(file_end - start));
    g_autofree char *before = g_utf8_make_valid(start, at - start);
    g_autofree char *behind = g_utf8_make_valid(at, (end ? end : file_end) - at);
    long skip = MAX(0, g_utf8_strlen(before, -1) - LINE_COLUMNS / 2);
    const char *shown = g_utf8_offset_to_pointer(before, skip);
    g_string_append_printf(out, "\n    %s", skip ? "…" : "");
    size_t columns = skip ? 1 : 0;
    for (const char *p = shown; *p; p = g_utf8_next_char(p)) {
        char one[8] = {0};
        g_unichar_to_utf8(g_unichar_isprint(g_utf8_get_char(p)) ? g_utf8_get_char(p) : ' ', one);
        columns += text_columns(one);
        g_string_append(out, one);
    }
    const char *rest = behind;
    for (size_t used = columns; *rest && used < LINE_COLUMNS; used++, rest = g_utf8_next_char(rest))
        g_string_append_unichar(out, g_unichar_isprint(g_utf8_get_char(rest)) ? g_utf8_get_char(rest) : ' ');
    while (out->len && out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
    if (*rest)
        g_string_append(out, "…");
    g_string_append_printf(out, "\n    %*s^", (int)columns, "");
}

void rule_problem(struct rules *rules, struct rule_file *file, const char *at, bool warning,
                  const char *near, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *what = g_strdup_vprintf(format, args);
    va_end(args);
    g_autofree char *clean = text_clean(what, 300), *meant = text_clean(near, 300);
    const char *start = at;
    while (start > file->text && start[-1] != '\n')
        start--;
    g_autofree char *before = g_utf8_make_valid(start, at - start);
    struct problem problem = {.file = file->path, .line = line_of(file, at), .warning = warning,
                              .column = (unsigned)g_utf8_strlen(before, -1) + 1};
    GString *out = g_string_new(NULL);
    g_string_append_printf(out, "%s:%u:%u: %s%s", file->path, problem.line, problem.column,
                           warning ? "warning: " : "", clean);
    if (near)
        g_string_append_printf(out, ": did you mean %s?", meant);
    show_line(out, file, start, at);
    problem.text = g_string_free(out, FALSE);
    g_array_append_val(rules->problems, problem);
    rules->skipped += !warning;
}
