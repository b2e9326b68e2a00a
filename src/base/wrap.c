/* Where a line for a person is broken. Knows columns of a terminal and nothing of what the line says. */
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "base/wrap.h"

/* Whether what begins at WORD is a name that has to stay whole, though wide characters are in it. */
static bool is_name(const char *word)
{
    word += strspn(word, "(<");
    g_autofree char *whole = g_strndup(word, strcspn(word, " "));
    return *whole == '/' || g_str_has_prefix(whole, "id:") || strchr(whole, '@') || strstr(whole, "://");
}

/* Between BEFORE and AFTER, neither of them a blank: beside wide characters, but not ahead of what closes,
 * nor behind what opens (JIS X 4051). */
static bool can_part(gunichar before, gunichar after)
{
    static const char closing[] = "、。，．・：；？！）〕］｝〉》」』】ー”’…\"'),.;:?!";
    static const char opening[] = "（〔［｛〈《「『【“‘\"'(";
    return (text_columns_of(before) == 2 || text_columns_of(after) == 2) && text_columns_of(after) > 0 &&
           !g_utf8_strchr(closing, -1, after) && !g_utf8_strchr(opening, -1, before);
}

/* Where the line that begins at FROM ends; *NEXT is where the next one begins, or NULL. */
static const char *end_of_line(const char *from, size_t columns, const char **next)
{
    const char *end = NULL, *p = from + strspn(from, " ");
    size_t used = (size_t)(p - from);
    bool name = is_name(p);
    *next = NULL;
    for (gunichar before = ' ', c; *p; before = c, p = g_utf8_next_char(p)) {
        c = g_utf8_get_char(p);
        bool blank = c == ' ' && before != ' ';
        if (blank || (c != ' ' && before != ' ' && !name && can_part(before, c))) {
            if (used <= columns || !end) {
                end = p;
                *next = p + strspn(p, " ");
            }
        }
        if (c != ' ' && before == ' ')
            name = is_name(p);
        used += text_columns_of(c);
        if (used > columns && end)
            return end;
    }
    *next = NULL;
    return p;
}

char *wrap_text(const char *text, unsigned hang)
{
    GString *out = g_string_new(NULL);
    const char *from = text, *next;
    for (unsigned indent = 0; from && *from; from = next, indent = hang) {
        const char *end = end_of_line(from, WRAP_COLUMNS - indent, &next);
        if (from != text)
            g_string_append_printf(out, "\n%*s", (int)indent, "");
        g_string_append_len(out, from, end - from);
    }
    return g_string_free(out, FALSE);
}

void wrap_print(unsigned hang, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    g_autofree char *wrapped = g_utf8_validate(text, -1, NULL) ? wrap_text(text, hang) : NULL;
    puts(wrapped ? wrapped : text);
}

/* Where a terminal stands at the other end; editors look for "FILE:LINE:COLUMN: what" in one line. */
void wrap_warn(unsigned hang, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    bool wraps = isatty(STDERR_FILENO) && g_utf8_validate(text, -1, NULL);
    g_autofree char *wrapped = wraps ? wrap_text(text, hang) : NULL;
    fprintf(stderr, "%s\n", wrapped ? wrapped : text);
}
