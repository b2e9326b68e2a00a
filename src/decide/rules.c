/* Which files rules are read from, and in which order they are applied: the site's that are marked always,
 * hers, the site's others. */
#include <errno.h>
#include <string.h>

#include "rule-private.h"
#include "base/text.h"


static void free_file(gpointer at)
{
    struct rule_file *file = at;
    g_free(file->path);
    g_free(file->text);
    g_free(file);
}

static void clear_value(gpointer value)
{
    g_clear_pointer(&((struct value *)value)->regex, g_regex_unref);
}

static void clear_problem(gpointer problem)
{
    g_free(((struct problem *)problem)->text);
}

static struct rules *rules_new(void)
{
    struct rules *rules = g_new0(struct rules, 1);
    rules->files = g_ptr_array_new_with_free_func(free_file);
    rules->rules = g_array_new(FALSE, FALSE, sizeof(struct rule));
    rules->nodes = g_array_new(FALSE, FALSE, sizeof(struct node));
    rules->tests = g_array_new(FALSE, FALSE, sizeof(struct test));
    rules->values = g_array_new(FALSE, FALSE, sizeof(struct value));
    g_array_set_clear_func(rules->values, clear_value);
    rules->sources = g_array_new(FALSE, FALSE, sizeof(struct source));
    rules->source_of = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    rules->strings = g_string_chunk_new(4096);
    rules->problems = g_array_new(FALSE, FALSE, sizeof(struct problem));
    g_array_set_clear_func(rules->problems, clear_problem);
    rules->expectations = g_array_new(FALSE, FALSE, sizeof(struct expectation));
    return rules;
}

void rules_free(struct rules *rules)
{
    if (!rules)
        return;
    GArray *arrays[] = {rules->rules,   rules->nodes,    rules->tests,       rules->values,
                        rules->sources, rules->problems, rules->expectations};
    for (size_t i = 0; i < G_N_ELEMENTS(arrays); i++)
        g_array_unref(arrays[i]);
    g_ptr_array_unref(rules->files);
    g_hash_table_destroy(rules->source_of);
    g_string_chunk_free(rules->strings);
    g_free(rules);
}

static void unreadable(struct rules *rules, const char *path, const char *why)
{
    g_autofree char *clean = text_clean(why, 200);
    struct problem problem = {g_string_chunk_insert_const(rules->strings, path), 1, 1, false,
                              g_strdup_printf("%s:1:1: %s", path, clean)};
    g_array_append_val(rules->problems, problem);
    rules->skipped++;
}

/* What is NAMED on the command line may be a pipe; elsewhere reading one could hold up mail for ever. */
static enum status read_text(struct rule_file *file, bool named, struct err *err)
{
    g_autoptr(GError) error = NULL;
    if (!named)
        return spool_text(file->path, MOST_FILE, &file->text, &file->length, err);
    if (!g_file_get_contents(file->path, &file->text, &file->length, &error))
        return err_set(err, STATUS_IO, "%s", error->message);
    return file->length <= MOST_FILE ? STATUS_OK
                                     : err_set(err, STATUS_IO, "a file of rules has at most 8 MiB");
}

static void read_file(struct rules *rules, const char *path, bool site, bool own)
{
    struct err err;
    struct rule_file *file = g_new0(struct rule_file, 1);
    file->path = g_strdup(path);
    file->site = site;
    file->own = own;
    bool named = !site && !own;
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        unreadable(rules, path, "there is no such file");
    else if (!named && !g_file_test(path, G_FILE_TEST_IS_REGULAR))
        unreadable(rules, path, "this is no file");
    else if (read_text(file, named, &err))
        unreadable(rules, path, err.text);
    else {
        g_ptr_array_add(rules->files, file);
        rule_parse(rules, file);
        return;
    }
    free_file(file);
}

static int by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* `rules`, then `rules.d` by name. RULES is made when there is something to read. */
static void read_folder(struct rules **rules, const char *folder, bool site)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    char *path = g_build_filename(folder, "rules", NULL);
    g_autofree char *more = g_build_filename(folder, "rules.d", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(GDir) dir = g_dir_open(more, 0, &error);
    const char *name;
    while (dir && (name = g_dir_read_name(dir)))
        if (g_str_has_suffix(name, ".rules") && *name != '.')
            g_ptr_array_add(paths, g_build_filename(more, name, NULL));
    if (error && !g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT)) {
        *rules = *rules ? *rules : rules_new();
        unreadable(*rules, more, error->message);
    }
    g_ptr_array_sort(paths, by_name);
    g_ptr_array_insert(paths, 0, path);
    for (guint i = 0; i < paths->len; i++) {
        if (i == 0 && !g_file_test(path, G_FILE_TEST_EXISTS))
            continue;
        if (!*rules)
            *rules = rules_new();
        read_file(*rules, paths->pdata[i], site, !site);
    }
}

/* The order in which they are applied; within each of the three that in which they were read. */
static int rank(const struct rule *rule)
{
    return rule->always ? 0 : rule->file->site ? 2 : 1;
}

static void order(struct rules *rules)
{
    GArray *sorted = g_array_sized_new(FALSE, FALSE, sizeof(struct rule), rules->rules->len);
    for (int wanted = 0; wanted < 3; wanted++)
        for (guint i = 0; i < rules->rules->len; i++)
            if (rank(&g_array_index(rules->rules, struct rule, i)) == wanted)
                g_array_append_val(sorted, g_array_index(rules->rules, struct rule, i));
    g_array_unref(rules->rules);
    rules->rules = sorted;
}

struct rules *rules_load(const char *site_dir, const char *user_dir)
{
    struct rules *rules = NULL;
    read_folder(&rules, site_dir, true);
    read_folder(&rules, user_dir, false);
    if (rules)
        order(rules);
    return rules;
}

struct rules *rules_read(const char *site_dir, const char *const *files)
{
    struct rules *rules = rules_new();
    if (*site_dir)
        read_folder(&rules, site_dir, true);
    for (; *files; files++)
        read_file(rules, *files, false, false);
    order(rules);
    return rules;
}

/* --- looking at them ------------------------------------------------------------------------------------ */

const struct problem *rules_problems(const struct rules *rules, unsigned *count)
{
    *count = rules ? rules->problems->len : 0;
    return rules ? (const struct problem *)(void *)rules->problems->data : NULL;
}

const struct expectation *rules_expectations(const struct rules *rules, unsigned *count)
{
    *count = rules ? rules->expectations->len : 0;
    return rules ? (const struct expectation *)(void *)rules->expectations->data : NULL;
}

unsigned rules_count(const struct rules *rules)
{
    return rules ? rules->rules->len : 0;
}

unsigned rules_skipped(const struct rules *rules)
{
    return rules ? rules->skipped : 0;
}

const struct rule *rules_at(const struct rules *rules, unsigned index)
{
    return &g_array_index(rules->rules, struct rule, index);
}

const char *rule_file(const struct rule *rule)
{
    return rule->file->path;
}

unsigned rule_line(const struct rule *rule)
{
    return rule->line;
}

char *rule_text(const struct rule *rule)
{
    g_autofree char *text = g_strndup(rule->from, rule->length);
    return text_clean(text, 160);
}

enum placement rule_placement(const struct rule *rule)
{
    return rule->placement;
}

bool rules_has_tag(const struct rules *rules, const char *tag)
{
    for (unsigned i = 0; i < rules_count(rules); i++)
        for (unsigned n = 0; n < rules_at(rules, i)->n_tags; n++)
            if (strcmp(rules_at(rules, i)->tags[n], tag) == 0)
                return true;
    return false;
}

bool rules_has_folder(const struct rules *rules, const char *folder)
{
    for (unsigned i = 0; i < rules_count(rules); i++)
        if (g_strcmp0(rules_at(rules, i)->folder, folder) == 0)
            return true;
    return false;
}

void rules_folders(const struct rules *rules, void (*each)(const char *folder, void *data), void *data)
{
    for (unsigned i = 0; i < rules_count(rules); i++)
        if (rules_at(rules, i)->folder)
            each(rules_at(rules, i)->folder, data);
}
