/* What the indexer left to be looked at: plans that nobody takes, settings of the index that were put back,
 * and whether the index can say where notmuch's hooks are. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "act/indexing.h"
#include "doctor.h"
#include "when.h"

#define LONG                                                                                                 \
    3600 /* an indexer takes what is there within seconds; retries and other programs' locks included */
#define MOST_BYTES 8192 /* of the notes that are read, the last ones */
#define MOST_KEYS 5     /* that are told one by one */
#define HOOK_DIR "database.hook_dir"

void examine_plans(struct visit *visit)
{
    unsigned old = plans_left(visit->reader->home, visit->now - LONG);
    if (old)
        tell(visit, NOTE, "heed sync -v", "%u plan%s of what to index, older than an hour: nobody takes %s",
             old, old == 1 ? "" : "s", old == 1 ? "it" : "them");
    else
        tell(visit, FINE, NULL, "none lies about that an indexer should have taken");
}

/* --- settings that were put back ---------------------------------------------------------------------------
 */

struct put_back {
    char *key;
    int64_t last;
    unsigned times;
};

static void put_back_clear(void *p)
{
    g_free(((struct put_back *)p)->key);
}

/* The last lines of the file PATH; NULL where there is none. The caller frees it. */
static char *read_end(const char *path)
{
    FILE *file = fopen(path, "re");
    char *text = file ? g_malloc0(MOST_BYTES + 1) : NULL;
    if (!file)
        return NULL;
    bool cut = fseek(file, -MOST_BYTES, SEEK_END) == 0 && ftell(file) > 0;
    if (!cut)
        rewind(file);
    text[fread(text, 1, MOST_BYTES, file)] = '\0';
    fclose(file);
    const char *whole = cut ? strchr(text, '\n') : NULL;
    if (whole)
        memmove(text, whole + 1, strlen(whole + 1) + 1);
    return text;
}

static void count_line(GArray *all, const char *line)
{
    char *key;
    int64_t when = g_ascii_strtoll(line, &key, 10);
    key = g_strchug(key);
    if (!*key)
        return;
    for (guint i = 0; i < all->len; i++) {
        struct put_back *known = &g_array_index(all, struct put_back, i);
        if (strcmp(known->key, key) == 0) {
            known->last = MAX(known->last, when);
            known->times++;
            return;
        }
    }
    struct put_back new = {g_strdup(key), when, 1};
    g_array_append_val(all, new);
}

static gint by_last(gconstpointer a, gconstpointer b)
{
    const struct put_back *one = a, *other = b;
    return (one->last < other->last) - (one->last > other->last);
}

static GArray *read_put_back(const char *text)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(struct put_back));
    g_array_set_clear_func(all, put_back_clear);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++)
        count_line(all, *line);
    g_array_sort(all, by_last);
    return all;
}

/* Who writes to the index has parsed a message, which may have taken it over. */
void examine_put_back(struct visit *visit)
{
    g_autofree char *path = home_state(visit->reader->home, SETTINGS_PUT_BACK), *text = read_end(path);
    if (!text) {
        tell(visit, FINE, NULL, "no setting of the index had to be put back");
        return;
    }
    g_autoptr(GArray) all = read_put_back(text);
    g_autofree char *mend =
        g_strdup_printf("see that notmuch config list is as you set it; then remove %s", path);
    for (guint i = 0; i < MIN(all->len, MOST_KEYS); i++) {
        const struct put_back *one = &g_array_index(all, struct put_back, i);
        char last[WHEN_SIZE];
        when_ago(one->last, visit->now, last);
        tell(visit, PROBLEM, i ? NULL : mend,
             i ? "%.80s, %u time%s, last %s"
               : "%.80s was changed in the index by no program of yours, %u time%s, last %s",
             one->key, one->times, one->times == 1 ? "" : "s", last);
    }
    if (all->len > MOST_KEYS)
        tell(visit, PROBLEM, NULL, "and %u more settings", all->len - MOST_KEYS);
}

/* --- where hooks are ----------------------------------------------------------------------------------- */

static void keep_hook_dir(const char *key, const char *value, void *data)
{
    char **said = data;
    if (strcmp(key, HOOK_DIR) == 0 && !*said)
        *said = g_strdup(value);
}

/* Where the file is silent, libnotmuch obeys the index, which a message that takes the indexer over can
 * change. */
void examine_hook_dir(struct visit *visit)
{
    const struct history *history = visit->reader->history;
    const struct index_config *where = reader_where(visit->reader);
    g_autofree char *said = NULL, *now = NULL, *mend = NULL;
    if (!history || !history_ready(history))
        return;
    now = history_hook_dir(history);
    if (where->hooks_pinned) {
        tell(visit, FINE, NULL, "notmuch's settings name it: %s", now ? now : "");
        return;
    }
    (void)index_settings(where->xapian, keep_hook_dir, &said);
    if (said) {
        tell(visit, PROBLEM,
             "unless you set that: notmuch config set --database " HOOK_DIR "; then heed doctor",
             "the index names it, not %s: notmuch runs hooks from %s", where->file, said);
        return;
    }
    mend = g_strdup_printf("in %s, below [database]: hook_dir=%s", where->file, now ? now : "");
    tell(visit, NOTE, mend, "notmuch's settings do not name it, so the index could name another");
}
