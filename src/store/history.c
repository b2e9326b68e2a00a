/* Reading the user's index. Knows notmuch's configuration and what its tags mean to heed; what follows
 * from them for a message is src/store/outcome.c's to say. */
#include <string.h>
#include <sys/stat.h>

#ifdef HEED_SANITIZE
#include <sanitizer/lsan_interface.h>
#endif

#include "history-private.h"
#include "base/part.h"
#include "store/index.h"

PART_VERSION(notmuch);

static const struct {
    const char *tag;
    uint32_t bit;
} known_tags[] = {
    {"unread", TAG_UNREAD},   {"inbox", TAG_INBOX},     {"replied", TAG_REPLIED}, {"passed", TAG_FORWARDED},
    {"flagged", TAG_FLAGGED}, {"deleted", TAG_DELETED}, {"trash", TAG_DELETED},   {"spam", TAG_SPAM},
    {"junk", TAG_SPAM},       {"draft", TAG_DRAFT},     {"new", 0},               {"sent", TAG_SENT},
    {"attachment", 0},        {"signed", 0},            {"encrypted", 0},         {"starred", TAG_FLAGGED},
    /* Gmail's own, as lieer brings them */
    {"important", 0}, {"personal", 0}, {"social", 0}, {"promotions", 0}, {"updates", 0}, {"forums", 0},
    {"chat", 0},
    /* What NeoMutt and others put in place of inbox */
    {"archive", 0},           {"archived", 0},
};

static void learn_placement_tags(struct history *history, const struct config *config)
{
    static const uint32_t bits[PLACE_COUNT] = {[PLACE_LATER] = TAG_LATER, [PLACE_SUSPECT] = TAG_SUSPECT};
    for (int place = 0; place < PLACE_COUNT; place++)
        for (char **tag = config->tags[place]; *tag; tag++)
            if (**tag == '+')
                g_hash_table_insert(history->tag_bits, g_strdup(*tag + 1), GUINT_TO_POINTER(bits[place]));
}

static char **config_values(notmuch_database_t *db, notmuch_config_key_t key)
{
    GPtrArray *values = g_ptr_array_new();
    notmuch_config_values_t *list = notmuch_config_get_values(db, key);
    for (; notmuch_config_values_valid(list); notmuch_config_values_move_to_next(list))
        if (*notmuch_config_values_get(list))
            g_ptr_array_add(values, g_strdup(notmuch_config_values_get(list)));
    notmuch_config_values_destroy(list);
    g_ptr_array_add(values, NULL);
    return (char **)g_ptr_array_free(values, FALSE);
}

static void read_configuration(struct history *history, const struct config *config)
{
    const char *root = notmuch_config_get(history->db, NOTMUCH_CONFIG_MAIL_ROOT);
    const char *name = notmuch_config_get(history->db, NOTMUCH_CONFIG_USER_NAME);
    const char *primary = notmuch_config_get(history->db, NOTMUCH_CONFIG_PRIMARY_EMAIL);
    notmuch_bool_t sync = FALSE;
    history->mail_root = g_strdup(root ? root : "");
    for (size_t end = strlen(history->mail_root); end > 1 && history->mail_root[end - 1] == '/'; end--)
        history->mail_root[end - 1] = '\0';
    history->user_name = g_strdup(name ? name : "");
    history->new_tags = config_values(history->db, NOTMUCH_CONFIG_NEW_TAGS);
    if (notmuch_config_get_bool(history->db, NOTMUCH_CONFIG_SYNC_MAILDIR_FLAGS, &sync) ==
        NOTMUCH_STATUS_SUCCESS)
        history->sync_flags = sync;

    g_auto(GStrv) others = config_values(history->db, NOTMUCH_CONFIG_OTHER_EMAIL);
    GPtrArray *own = g_ptr_array_new();
    if (primary && *primary)
        g_ptr_array_add(own, g_ascii_strdown(primary, -1));
    for (char **other = others; *other; other++)
        g_ptr_array_add(own, g_ascii_strdown(*other, -1));
    g_ptr_array_add(own, NULL);
    history->own = (char **)g_ptr_array_free(own, FALSE);

    history->tag_bits = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (char **tag = history->new_tags; *tag; tag++)
        g_hash_table_insert(history->tag_bits, g_strdup(*tag), GUINT_TO_POINTER(0));
    for (size_t i = 0; i < G_N_ELEMENTS(known_tags); i++)
        g_hash_table_insert(history->tag_bits, g_strdup(known_tags[i].tag),
                            GUINT_TO_POINTER(known_tags[i].bit));
    learn_placement_tags(history, config);
}

static notmuch_status_t load_config_only(const struct index_config *where, notmuch_database_t **db,
                                         char **message)
{
#ifdef HEED_SANITIZE /* libnotmuch 5.6 keeps messages of what it tried before */
    __lsan_disable();
#endif
    notmuch_status_t status =
        notmuch_database_load_config(where->odd ? NULL : where->database, where->odd ? NULL : where->file,
                                     where->odd ? NULL : where->profile, db, message);
#ifdef HEED_SANITIZE
    __lsan_enable();
#endif
    return status;
}

/* Writers that commit twice while it is being opened make that fail, which is no fault of the index. */
static notmuch_status_t open_database(const struct index_config *where, notmuch_database_t **db,
                                      char **message)
{
    notmuch_status_t status = NOTMUCH_STATUS_SUCCESS;
    for (int try = 0; try < 5; try++) {
        g_clear_pointer(message, free);
        status = notmuch_database_open_with_config(
            where->odd ? NULL : where->database, NOTMUCH_DATABASE_MODE_READ_ONLY,
            where->odd ? NULL : where->file, where->odd ? NULL : where->profile, db, message);
        if (status != NOTMUCH_STATUS_XAPIAN_EXCEPTION)
            break;
        if (*db)
            notmuch_database_destroy(*db);
        *db = NULL;
    }
    return status;
}

enum status history_open(const struct config *config, const struct index_config *where, struct history **out,
                         struct err *err)
{
    struct history *history = g_new0(struct history, 1);
    history->config = config;
    char *message = NULL;
    notmuch_status_t status = open_database(where, &history->db, &message);
    history->ready = status == NOTMUCH_STATUS_SUCCESS;
    if (!history->ready) {
        err_set(err, STATUS_CORRUPT, "the index cannot be opened: %s",
                message ? message : notmuch_status_to_string(status));
        if (history->db)
            notmuch_database_destroy(history->db);
        history->db = NULL;
        free(message);
        message = NULL;
        status = load_config_only(where, &history->db, &message);
    }
    free(message);
    if (!history->db || status == NOTMUCH_STATUS_NO_CONFIG) {
        history_free(history);
        return err_set(
            err, STATUS_NOT_FOUND,
            "notmuch is not configured, and no Maildir is set: run heed init ~/Maildir, or notmuch "
            "setup%s%s",
            *config->problems ? "; and correct " : "", *config->problems ? *config->problems : "");
    }
    read_configuration(history, config);
    history->index_dir = g_strdup(where->xapian);
    *out = history;
    return STATUS_OK;
}

void history_free(struct history *history)
{
    if (!history)
        return;
    if (history->db && !history->spoilt)
        notmuch_database_destroy(history->db);
    if (history->tag_bits)
        g_hash_table_destroy(history->tag_bits);
    g_strfreev(history->new_tags);
    g_strfreev(history->own);
    g_free(history->mail_root);
    g_free(history->user_name);
    g_free(history->index_dir);
    g_free(history);
}

bool history_ready(const struct history *history)
{
    return history->ready;
}

const char *history_index_dir(const struct history *history)
{
    return history->index_dir;
}

char *history_hook_dir(const struct history *history)
{
    return g_strdup(notmuch_config_get(history->db, NOTMUCH_CONFIG_HOOK_DIR));
}

const char *history_mail_root(const struct history *history)
{
    return history->mail_root;
}

const char *const *history_own_addresses(const struct history *history)
{
    return (const char *const *)history->own;
}

const char *history_user_name(const struct history *history)
{
    return history->user_name;
}

/* Whoever wrote has closed it. */
enum status history_open_to_read(struct history *history, struct err *err)
{
    if (!history->ready)
        return err_set(err, STATUS_CORRUPT, "there is no index to search");
    return history->closed ? history_refresh(history, err) : STATUS_OK;
}

uint64_t history_revision(struct history *history, const char **uuid)
{
    const char *id = "";
    bool open = history_open_to_read(history, NULL) == STATUS_OK;
    uint64_t revision = open ? notmuch_database_get_revision(history->db, &id) : 0;
    if (uuid)
        *uuid = id;
    return revision;
}

uint64_t history_commit(const struct history *history)
{
    return history->index_dir ? index_revision(history->index_dir) : 0;
}

/* Whether a rule added TAG, or ("-tag") took it away. */
static bool is_ruled(notmuch_message_t *message, const char *tag)
{
    bool found = false;
    notmuch_message_properties_t *all = notmuch_message_get_properties(message, RULED_PROPERTY, TRUE);
    for (; all && !found && notmuch_message_properties_valid(all);
         notmuch_message_properties_move_to_next(all))
        found = g_str_equal(notmuch_message_properties_value(all), tag);
    if (all)
        notmuch_message_properties_destroy(all);
    return found;
}

static uint32_t read_tags(const struct history *history, notmuch_message_t *message)
{
    uint32_t bits = 0;
    /* Tags that a hook takes away again ("new") are no sign of hers; the inbox is, where it is among them. */
    bool missing = g_strv_contains((const char *const *)history->new_tags, "inbox");
    notmuch_tags_t *tags = notmuch_message_get_tags(message);
    for (; notmuch_tags_valid(tags); notmuch_tags_move_to_next(tags)) {
        const char *tag = notmuch_tags_get(tags);
        gpointer bit;
        if (g_hash_table_lookup_extended(history->tag_bits, tag, NULL, &bit))
            bits |= GPOINTER_TO_UINT(bit);
        else if (bits & TAG_FILED || !is_ruled(message, tag))
            bits |= TAG_FILED;
    }
    notmuch_tags_destroy(tags);
    missing = missing && !(bits & TAG_INBOX) && !is_ruled(message, "-inbox");
    return bits | (missing ? TAG_MISSING_NEW : 0);
}

bool history_is_placed(notmuch_message_t *message)
{
    unsigned count = 0;
    return notmuch_message_count_properties(message, PLACED_PROPERTY, &count) == NOTMUCH_STATUS_SUCCESS &&
           count > 0;
}

/* The caller frees it. */
static char *newest_of(notmuch_message_t *message)
{
    notmuch_filenames_t *files = notmuch_message_get_filenames(message);
    g_autofree char *newest = NULL;
    struct stat st;
    unsigned count = 0;
    time_t when = 0;
    for (; notmuch_filenames_valid(files); notmuch_filenames_move_to_next(files), count++)
        if (stat(notmuch_filenames_get(files), &st) == 0 && (!newest || st.st_mtime >= when)) {
            g_free(newest);
            newest = g_strdup(notmuch_filenames_get(files));
            when = st.st_mtime;
        }
    notmuch_filenames_destroy(files);
    return count > 1 && newest ? g_steal_pointer(&newest) : g_strdup("");
}

static bool call_each(struct history *history, notmuch_message_t *message, history_each *each, void *data,
                      unsigned *seen)
{
    g_autofree char *newest = newest_of(message);
    struct record record = {
        .newest = newest,
        .id = notmuch_message_get_message_id(message),
        .path = notmuch_message_get_filename(message),
        .thread = notmuch_message_get_thread_id(message),
        .date = notmuch_message_get_date(message),
        .tags = read_tags(history, message),
        .placed = history_is_placed(message),
        .placement = placement_from_name(history_mark(message, PLACED_PROPERTY)),
        .placed_at = g_ascii_strtoll(history_mark(message, PLACED_AT_PROPERTY), NULL, 10),
        .untouched = history_is_untouched(history, message, (const char *[]){NULL}),
    };
    if (!record.id || !record.path || !record.thread)
        return true;
    (*seen)++;
    return each(&record, data);
}

enum status history_walk(struct history *history, const char *query_text, bool sorted, unsigned *total,
                         history_each *each, void *data, struct err *err)
{
    enum status opened = history_open_to_read(history, err);
    if (opened)
        return opened;
    notmuch_query_t *query = NULL;
    notmuch_messages_t *messages = NULL;
    notmuch_status_t status =
        notmuch_query_create_with_syntax(history->db, query_text, NOTMUCH_QUERY_SYNTAX_XAPIAN, &query);
    if (status == NOTMUCH_STATUS_SUCCESS) {
        notmuch_query_set_sort(query, sorted ? NOTMUCH_SORT_OLDEST_FIRST : NOTMUCH_SORT_UNSORTED);
        notmuch_query_set_omit_excluded(query, NOTMUCH_EXCLUDE_FALSE);
        if (total)
            status = notmuch_query_count_messages(query, total);
        if (status == NOTMUCH_STATUS_SUCCESS)
            status = notmuch_query_search_messages(query, &messages);
    }
    if (status != NOTMUCH_STATUS_SUCCESS) {
        const char *why = notmuch_database_status_string(history->db);
        err_set(err, STATUS_CORRUPT, "cannot search the index: %s",
                why ? why : notmuch_status_to_string(status));
        if (query)
            notmuch_query_destroy(query);
        return STATUS_CORRUPT;
    }
    bool go_on = true;
    unsigned expected = 0, seen = 0;
    for (; go_on && notmuch_messages_valid(messages); notmuch_messages_move_to_next(messages)) {
        notmuch_message_t *message = notmuch_messages_get(messages);
        expected++;
        if (!message)
            continue;
        go_on = call_each(history, message, each, data, &seen);
        notmuch_message_destroy(message);
    }
    notmuch_query_destroy(query);
    /* A writer that commits twice meanwhile pulls the pages away from under a reader. */
    if (seen < expected)
        return err_set(err, STATUS_LOCKED, "the index changed while it was read");
    return STATUS_OK;
}

enum status history_find(struct history *history, const char *id, history_each *each, void *data,
                         struct err *err)
{
    notmuch_message_t *message = NULL;
    enum status opened = history_open_to_read(history, err);
    if (opened)
        return opened;
    notmuch_status_t status = notmuch_database_find_message(history->db, id, &message);
    if (status != NOTMUCH_STATUS_SUCCESS)
        return err_set(err, STATUS_CORRUPT, "cannot search the index: %s", notmuch_status_to_string(status));
    if (!message)
        return err_set(err, STATUS_NOT_FOUND, "no message id:%s in the index", id);
    unsigned seen;
    if (each)
        call_each(history, message, each, data, &seen);
    notmuch_message_destroy(message);
    return STATUS_OK;
}
