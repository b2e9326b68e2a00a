/* Writing heed's fields, and telling them from anything else. What they say is of no matter here. */
#include <string.h>

#include "mail/heed-fields.h"

#define FOLD_COLUMN 76
#define VERDICT_COLUMN 900 /* of at most 998: many programs look at the first line only */
#define MOST_BYTES 24000

void heed_field_append(GString *block, const char *name, const char *value)
{
    g_auto(GStrv) words = g_strsplit(value, " ", -1);
    g_string_append_printf(block, "%s:", name);
    size_t column = strlen(name) + 1;
    size_t most = strcmp(name, HEED_FIELD_WHY) == 0 ? FOLD_COLUMN : VERDICT_COLUMN;
    for (char **word = words; *word; word++) {
        size_t length = MIN(strlen(*word), 900);
        if (word > words && column + 1 + length > most) {
            g_string_append_c(block, '\n');
            column = 0;
        }
        g_string_append_printf(block, " %.*s", (int)length, *word);
        column += 1 + length;
    }
    g_string_append_c(block, '\n');
}

bool heed_fields_are_sound(const char *text)
{
    size_t length = strlen(text);
    if (length < strlen(HEED_FIELD_VERDICT) || length > MOST_BYTES || text[length - 1] != '\n')
        return false;
    bool line_start = true;
    for (const char *p = text; *p; p++) {
        bool continued = p > text && *p == ' ' && p[1] != ' ' && p[1] != '\n';
        if (line_start && !continued && !g_str_has_prefix(p, HEED_FIELD_VERDICT ":") &&
            !g_str_has_prefix(p, HEED_FIELD_VERDICT "-"))
            return false;
        if (*p != '\n' && (*p < ' ' || *p > '~'))
            return false;
        line_start = *p == '\n';
    }
    return true;
}
