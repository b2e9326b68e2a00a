/* Reading the few words, and what matches them in the table of files. Opens no mail. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"
#include "base/when.h"
#include "learn/trail.h"
#include "maildir-query.h"
#include "store/places.h"

static const char words[] = "without notmuch these are taken: id:MESSAGE-ID, folder:NAME, date:FROM..TO, or "
                            "a file; several narrow it";

/* --- reading -------------------------------------------------------------------------------------------- */

void maildir_query_clear(struct maildir_query *query)
{
    g_clear_pointer(&query->id, g_free);
    g_clear_pointer(&query->folder, g_free);
    g_clear_pointer(&query->path, g_free);
}

/* What stands at *AT up to a blank, or between quotes, of which two stand for one. The caller frees it. */
static char *take_value(const char **at)
{
    g_autoptr(GString) value = g_string_new(NULL);
    bool quoted = **at == '"';
    for (*at += quoted; **at && (quoted || !g_ascii_isspace(**at)); ++*at) {
        bool quote = quoted && **at == '"';
        if (quote && (*at)[1] != '"') {
            ++*at;
            return g_strdup(value->str);
        }
        *at += quote;
        g_string_append_c(value, **at);
    }
    return quoted ? NULL : g_strdup(value->str);
}

/* FROM..TO, either of which may be missing; or what both are. */
static bool read_range(const char *value, int64_t now, struct maildir_query *query)
{
    const char *dots = strstr(value, "..");
    g_autofree char *from = g_strndup(value, dots ? (gsize)(dots - value) : strlen(value));
    const char *to = dots ? dots + 2 : from;
    int64_t unused;
    return (*from || *to) && (!*from || when_read(from, now, &query->from, &unused)) &&
           (!*to || when_read(to, now, &unused, &query->to));
}

/* One word and what belongs to it. */
static enum status take_word(const char **at, int64_t now, struct maildir_query *query, struct err *err)
{
    size_t name = strcspn(*at, ": \t\n\"");
    g_autofree char *word = g_strndup(*at, name);
    bool colon = (*at)[name] == ':';
    *at += name + colon;
    g_autofree char *value = colon ? take_value(at) : NULL;
    if (!colon && g_ascii_strcasecmp(word, "and") == 0 && *word)
        return STATUS_OK;
    if (!value)
        return err_set(err, STATUS_USAGE, "%s", words);
    char **into = strcmp(word, "id") == 0 ? &query->id : strcmp(word, "folder") == 0 ? &query->folder : NULL;
    if (into && !*into) {
        *into = g_steal_pointer(&value);
        return STATUS_OK;
    }
    if (into || strcmp(word, "date") != 0)
        return err_set(err, STATUS_USAGE, "%s", words);
    if (read_range(value, now, query))
        return STATUS_OK;
    g_autofree char *clean = text_clean(value, 60);
    return err_set(err, STATUS_USAGE,
                   "\"%s\" is no time: 2025-03-14, 2025-03, 2025, yesterday are, or 2w, 6M, 1y ago; and "
                   "FROM..TO",
                   clean);
}

/* Also where links lead to it. */
static enum status take_file(const char *name, const char *root, struct maildir_query *query,
                             struct err *err)
{
    g_autofree char *path = g_canonicalize_filename(name, NULL), *below = g_strconcat(root, "/", NULL);
    g_autofree char *clean = text_clean(name, 200);
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return err_set(err, STATUS_NOT_FOUND, "there is no file %s", clean);
    if (!g_str_has_prefix(path, below)) {
        char *real = realpath(path, NULL), *real_root = realpath(root, NULL);
        size_t length = real_root ? strlen(real_root) : 0;
        bool inside = real && real_root && g_str_has_prefix(real, real_root) && real[length] == '/';
        g_autofree char *through = inside ? g_build_filename(root, real + length + 1, NULL) : NULL;
        free(real);
        free(real_root);
        if (!through)
            return err_set(err, STATUS_NOT_FOUND, "%s is not in %s; heed why judges any file", clean, root);
        g_free(path);
        path = g_steal_pointer(&through);
    }
    query->path = g_steal_pointer(&path);
    return STATUS_OK;
}

enum status maildir_query_read(const char *text, const char *root, int64_t now, struct maildir_query *query,
                               struct err *err)
{
    enum status status = STATUS_OK;
    *query = (struct maildir_query){.from = 0, .to = G_MAXINT64};
    size_t name = strcspn(text, ":/ ");
    if (text[name] == '/' || g_file_test(text, G_FILE_TEST_IS_REGULAR))
        return take_file(text, root, query, err);
    for (const char *at = text; !status;) {
        while (g_ascii_isspace(*at))
            at++;
        if (!*at)
            break;
        status = take_word(&at, now, query, err);
    }
    bool any = query->id || query->folder || query->from > 0 || query->to < G_MAXINT64;
    if (!status && !any)
        status = err_set(err, STATUS_USAGE, "%s", words);
    if (status)
        maildir_query_clear(query);
    return status;
}

/* --- what matches --------------------------------------------------------------------------------------- */

struct matching {
    struct reader *reader;
    const struct maildir_query *query;
    GHashTable *uses; /* path of a folder -> enum special_use + 1 */
    GHashTable *ids;
    const char *base; /* of the one file that is meant, or NULL */
};

static void add_id(const struct place *place, void *data)
{
    struct matching *matching = data;
    if (!matching->base || strcmp(matching->base, place->base) == 0)
        g_hash_table_add(matching->ids, g_strdup(place->id));
}

struct all_files {
    const struct matching *matching;
    struct trail trail;
    uint32_t flags;
    char *path;
};

static void add_file(const struct place *place, void *data)
{
    struct all_files *all = data;
    int use = GPOINTER_TO_INT(g_hash_table_lookup(all->matching->uses, place->folder));
    trail_add(&all->trail, use ? (enum special_use)(use - 1) : USE_OTHER, place->flags);
    all->flags |= place->flags;
    if (!all->path)
        all->path = mail_path(all->matching->reader->follows, place->folder, place->base, place->info);
}

struct match {
    char *id, *path;
    int64_t date;
    uint32_t tags;
    bool untouched;
    enum placement placement;
};

static void match_free(struct match *match)
{
    g_free(match->id);
    g_free(match->path);
    g_free(match);
}

/* One file, new or as heed left it, where heed puts mail or takes it from. */
static bool is_untouched(const struct all_files *all, const struct entry *entry)
{
    const unsigned *in = all->trail.in;
    const uint32_t hers = MAIL_SEEN | MAIL_REPLIED | MAIL_PASSED | MAIL_FLAGGED | MAIL_TRASHED | MAIL_JUNK;
    bool there = all->trail.files == 1 && in[USE_INBOX] + in[USE_LATER] + in[USE_SUSPECT] == 1;
    return there && !(all->flags & hers) && !(entry->tags & TAG_BY_HAND) &&
           outcome_acted(entry->outcome) <= 0;
}

static struct match *match_of(const struct matching *matching, const char *id, struct err *err,
                              enum status *status)
{
    struct all_files all = {.matching = matching};
    struct entry entry = {.placement = PLACE_NONE};
    *status = book_places_of(matching->reader->book, id, add_file, &all, err);
    bool met = !*status && book_get(matching->reader->book, id, &entry);
    struct stat st;
    struct match *match = g_new0(struct match, 1);
    *match = (struct match){.id = g_strdup(id), .path = all.path, .placement = entry.placement};
    match->date = met ? entry.date : all.path && stat(all.path, &st) == 0 ? (int64_t)st.st_mtim.tv_sec : 0;
    match->tags = trail_bits(&all.trail) | (met && entry.own ? TAG_SENT : 0);
    if (entry.placement == PLACE_NONE && all.trail.in[USE_LATER] + all.trail.in[USE_SUSPECT] > 0)
        match->placement = all.trail.in[USE_LATER] ? PLACE_LATER : PLACE_SUSPECT; /* a filter did that */
    match->untouched = met && is_untouched(&all, &entry);
    return match;
}

/* All folders that are meant. */
static enum status gather(struct matching *matching, const GPtrArray *mailboxes, const char *folder,
                          struct err *err)
{
    unsigned found = 0;
    enum status status = STATUS_OK;
    for (guint i = 0; i < mailboxes->len && !status; i++) {
        const struct mailbox *mailbox = mailboxes->pdata[i];
        bool inbox = folder && g_ascii_strcasecmp(folder, "INBOX") == 0 && !*mailbox->path;
        if (folder && !inbox && strcmp(folder, mailbox->path) != 0 && strcmp(folder, mailbox->name) != 0)
            continue;
        found++;
        status = book_places_in(matching->reader->book, mailbox->path, add_id, matching, err);
    }
    g_autofree char *clean = text_clean(folder ? folder : "", 100);
    return status || found ? status : err_set(err, STATUS_NOT_FOUND, "there is no folder \"%s\"", clean);
}

static enum status gather_ids(struct matching *matching, const GPtrArray *mailboxes, struct err *err)
{
    const struct maildir_query *query = matching->query;
    struct mail_parts parts = {NULL, NULL, NULL};
    if (!query->path && (!query->id || query->folder))
        return gather(matching, mailboxes, query->folder, err);
    if (!query->path) {
        g_hash_table_add(matching->ids, g_strdup(query->id));
        return STATUS_OK;
    }
    parts = mail_split(matching->reader->follows, query->path);
    matching->base = parts.base;
    enum status status = book_places_in(matching->reader->book, parts.folder, add_id, matching, err);
    matching->base = NULL;
    mail_parts_clear(&parts);
    return status || g_hash_table_size(matching->ids)
               ? status
               : err_set(err, STATUS_NOT_FOUND, "no heed sync has seen that file yet");
}

static int by_date(gconstpointer a, gconstpointer b)
{
    const struct match *one = *(struct match *const *)a, *other = *(struct match *const *)b;
    return one->date < other->date ? -1 : one->date > other->date ? 1 : strcmp(one->id, other->id);
}

static bool tell(const struct match *match, history_each *each, void *data)
{
    const struct record record = {
        .id = match->id,
        .path = match->path,
        .thread = "",
        .date = match->date,
        .tags = match->tags,
        .placed = match->placement != PLACE_NONE,
        .placement = match->placement,
        .untouched = match->untouched,
        .newest = "",
    };
    return each(&record, data);
}

enum status maildir_query_walk(struct reader *reader, const struct maildir_query *query,
                               const GPtrArray *mailboxes, history_each *each, void *data, struct err *err)
{
    struct matching matching = {reader, query, g_hash_table_new(text_hash, g_str_equal),
                                g_hash_table_new_full(text_hash, g_str_equal, g_free, NULL), NULL};
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func((GDestroyNotify)match_free);
    for (guint i = 0; i < mailboxes->len; i++) {
        const struct mailbox *mailbox = mailboxes->pdata[i];
        g_hash_table_insert(matching.uses, mailbox->path, GINT_TO_POINTER(mailbox->use + 1));
    }
    enum status status = gather_ids(&matching, mailboxes, err);
    GHashTableIter iter;
    gpointer id;
    g_hash_table_iter_init(&iter, matching.ids);
    while (!status && g_hash_table_iter_next(&iter, &id, NULL)) {
        bool meant = !query->id || strcmp(query->id, id) == 0;
        struct match *match = meant ? match_of(&matching, id, err, &status) : NULL;
        if (match && match->path && match->date >= query->from && match->date <= query->to)
            g_ptr_array_add(all, match);
        else if (match)
            match_free(match);
    }
    g_ptr_array_sort(all, by_date);
    bool on = true;
    for (guint i = 0; i < all->len && !status && on; i++)
        on = tell(all->pdata[i], each, data);
    g_hash_table_destroy(matching.uses);
    g_hash_table_destroy(matching.ids);
    return status;
}
