/* Reads blocks of settings line by line and says where something is wrong. What the settings mean is
 * consumer.c's and strategy.c's. */
#include "sheet.h"

#include <stdarg.h>
#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "base/wrap.h"

#define MOST_BYTES (1u << 18)
#define MOST_TOLD 20
#define SHOWN 32 /* bytes of what was written */

struct reading {
    const struct sheet *sheet;
    const char *file;
    unsigned line;
    char *rows;
    unsigned most, count;
    char *row; /* of the block that is open, or NULL */
    unsigned mistakes;
    struct place { /* of a block's name that another one mentions */
        unsigned line, column;
    } * mentions;
};

/* COLUMN is the byte's, from 1, as everywhere in heed. */
G_GNUC_PRINTF(4, 5)
static void complain(struct reading *r, unsigned line, unsigned column, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *what = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    if (r->mistakes++ < MOST_TOLD)
        wrap_warn(2, "%s:%u:%u: %s", r->file, line, column, what);
}

static char *meant(const char *word, const char *const *words)
{
    const char *near = text_nearest(word, words);
    g_autofree char *all = g_strjoinv(", ", (char **)words);
    return near ? g_strdup_printf("\"%s\" was meant?", near) : g_strdup_printf("it is one of %s", all);
}

static const char *name_of(const struct reading *r, unsigned row)
{
    return r->rows + row * r->sheet->size;
}

static char *find_block(const struct reading *r, const char *name)
{
    for (unsigned i = 0; i < r->count; i++)
        if (!strcmp(name_of(r, i), name))
            return r->rows + i * r->sheet->size;
    return NULL;
}

static void open_block(struct reading *r, char *name, unsigned column)
{
    char *end = strrchr(name, ']');
    r->row = NULL;
    if (!end || end[1]) {
        complain(r, r->line, column,
                 "a block begins with [name] alone: \"]\" is missing, or is not the last");
        return;
    }
    *end = '\0';
    g_strstrip(++name);
    if (!*name || strlen(name) >= SHEET_NAME)
        complain(r, r->line, column + 1, "a name has 1 to %d bytes", SHEET_NAME - 1);
    else if (find_block(r, name))
        complain(r, r->line, column + 1, "\"%s\" is there already", name);
    else if (r->count == r->most)
        complain(r, r->line, column, "that is too many: %u are the most", r->most);
    else {
        r->row = r->rows + r->count++ * r->sheet->size;
        memcpy(r->row, r->sheet->usual, r->sheet->size);
        g_strlcpy(r->row, name, SHEET_NAME);
    }
}

/* All of TEXT. */
static bool read_number(const char *text, double *value)
{
    char *end;
    *value = g_ascii_strtod(text, &end);
    return *text && !*end && *value == *value;
}

static void set_numbers(struct reading *r, const struct sheet_key *key, char *value, unsigned column)
{
    double low = 0, high = 0;
    char *second = key->type == SHEET_RANGE ? strstr(value, "..") : NULL;
    if (second)
        *second = '\0';
    bool sound = read_number(value, &low) && read_number(second ? second + 2 : value, &high);
    if (!sound)
        complain(r, r->line, column, "%s is a number%s", key->name,
                 key->type == SHEET_RANGE ? ", or two with .. between them" : "");
    else if (low < key->least || high > key->most || low > high)
        complain(r, r->line, column, "%s is %g to %g%s", key->name, key->least, key->most,
                 low > high ? ", the lower one first" : "");
    else {
        double *field = (double *)(void *)(r->row + key->at);
        field[0] = low;
        if (key->type == SHEET_RANGE)
            field[1] = high;
    }
}

static void set_word(struct reading *r, const struct sheet_key *key, const char *value, unsigned column)
{
    for (int i = 0; key->words[i]; i++)
        if (!strcmp(key->words[i], value)) {
            *(int *)(void *)(r->row + key->at) = i;
            return;
        }
    g_autofree char *hint = meant(value, key->words);
    complain(r, r->line, column, "%s cannot be \"%.*s\": %s", key->name, SHOWN, value, hint);
}

static void set_block(struct reading *r, const struct sheet_key *key, const char *value, unsigned column)
{
    g_strlcpy(r->row + key->at, value, SHEET_NAME);
    r->mentions[r->count - 1] = (struct place){r->line, column};
}

static const struct sheet_key *find_key(struct reading *r, const char *name, unsigned column)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (unsigned i = 0; i < r->sheet->n_keys; i++) {
        if (!strcmp(r->sheet->keys[i].name, name))
            return &r->sheet->keys[i];
        g_ptr_array_add(names, (char *)r->sheet->keys[i].name);
    }
    g_ptr_array_add(names, NULL);
    g_autofree char *hint = meant(name, (const char *const *)names->pdata);
    complain(r, r->line, column, "%s has no \"%.*s\": %s", r->sheet->what, SHOWN, name, hint);
    return NULL;
}

static void read_setting(struct reading *r, char *line, unsigned column)
{
    char *equals = strchr(line, '=');
    if (!equals) {
        complain(r, r->line, column, "neither [name] nor key = value");
        return;
    }
    char *value = equals + 1 + strspn(equals + 1, " \t");
    *equals = '\0';
    g_strchomp(line);
    const struct sheet_key *key = find_key(r, line, column);
    unsigned at = column + (unsigned)(value - line);
    if (!key)
        return;
    if (!r->row) {
        if (!r->count)
            complain(r, r->line, column, "a block begins with [name]: whose %s is that?", key->name);
        return;
    }
    if (key->type == SHEET_WORD)
        set_word(r, key, value, at);
    else if (key->type == SHEET_BLOCK)
        set_block(r, key, value, at);
    else
        set_numbers(r, key, value, at);
}

static void read_line(struct reading *r, char *line)
{
    line[strcspn(line, "#")] = '\0';
    g_strchomp(line);
    unsigned blank = (unsigned)strspn(line, " \t");
    r->line++;
    if (line[blank] == '[')
        open_block(r, line + blank, blank + 1);
    else if (line[blank])
        read_setting(r, line + blank, blank + 1);
}

/* What one block mentions is there. */
static void check_mentions(struct reading *r)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (unsigned i = 0; i < r->count; i++)
        g_ptr_array_add(names, (char *)name_of(r, i));
    g_ptr_array_add(names, NULL);
    for (unsigned k = 0; k < r->sheet->n_keys; k++)
        for (unsigned i = 0; r->sheet->keys[k].type == SHEET_BLOCK && i < r->count; i++) {
            const char *name = name_of(r, i) + r->sheet->keys[k].at;
            g_autofree char *hint = *name ? meant(name, (const char *const *)names->pdata) : NULL;
            if (*name && !find_block(r, name))
                complain(r, r->mentions[i].line, r->mentions[i].column, "there is no block \"%s\": %s", name,
                         hint);
        }
}

enum status sheet_read(const struct sheet *sheet, const char *file, const char *text, void *rows,
                       unsigned most, unsigned *count, struct err *err)
{
    g_autofree struct place *mentions = g_new0(struct place, most);
    struct reading r = {sheet, file, 0, rows, most, 0, NULL, 0, mentions};
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++) {
        const char *bad = NULL;
        if (g_utf8_validate(*line, -1, &bad))
            read_line(&r, *line);
        else
            complain(&r, ++r.line, (unsigned)(bad - *line) + 1, "this is no UTF-8");
    }
    check_mentions(&r);
    if (!r.count && !r.mistakes)
        complain(&r, 1, 1, "there is nothing in it: %s begins with [name]", sheet->what);
    *count = r.count;
    if (!r.mistakes)
        return STATUS_OK;
    return err_set(err, STATUS_CONFIG, "%s: %u mistake%s", file, r.mistakes, r.mistakes == 1 ? "" : "s");
}

enum status sheet_load(const struct sheet *sheet, const char *file, const char *shipped, void *rows,
                       unsigned most, unsigned *count, struct err *err)
{
    if (!file)
        return sheet_read(sheet, "(shipped)", shipped, rows, most, count, err);
    g_autoptr(GError) error = NULL;
    g_autofree char *text = NULL;
    gsize length;
    if (!g_file_get_contents(file, &text, &length, &error))
        return err_set(err, STATUS_IO, "%s", error->message);
    if (length > MOST_BYTES || strlen(text) != length)
        return err_set(err, STATUS_CONFIG, "%s: %s", file,
                       length > MOST_BYTES ? "too long for a text of this kind" : "this is no text");
    return sheet_read(sheet, file, text, rows, most, count, err);
}
