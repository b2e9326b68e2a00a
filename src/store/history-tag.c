/* What heed changes about one message of the index: tags, and beside them its mark, in one commit. Whether
 * she has touched it since is told by comparing its tags with those of new mail. */
#include <string.h>
#include "history-private.h"

static int by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Tags as one text: escaped, in order, "," between them. What tells them apart and can be written down. */
static char *text_of(GHashTable *set)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);
    GHashTableIter iter;
    gpointer tag;
    g_hash_table_iter_init(&iter, set);
    while (g_hash_table_iter_next(&iter, &tag, NULL))
        g_ptr_array_add(all, g_uri_escape_string(tag, NULL, FALSE));
    g_ptr_array_sort(all, by_text);
    g_ptr_array_add(all, NULL);
    return g_strjoinv(",", (char **)all->pdata);
}

static GHashTable *set_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

/* notmuch gives these to new mail by what is in it. */
static bool is_automatic(const char *tag)
{
    return g_str_equal(tag, "attachment") || g_str_equal(tag, "signed") || g_str_equal(tag, "encrypted");
}

static char *tags_of(notmuch_message_t *message)
{
    g_autoptr(GHashTable) set = set_new();
    notmuch_tags_t *tags = notmuch_message_get_tags(message);
    for (; notmuch_tags_valid(tags); notmuch_tags_move_to_next(tags))
        g_hash_table_add(set, g_strdup(notmuch_tags_get(tags)));
    notmuch_tags_destroy(tags);
    return text_of(set);
}

static bool is_new_tag(const struct history *history, const char *tag)
{
    return g_strv_contains((const char *const *)history->new_tags, tag);
}

/* One that means nothing but that the message is new ("new", "unprocessed"): a hook takes it away. */
static bool is_marker(const char *tag)
{
    static const char *const others[] = {"inbox", "unread", "flagged", "replied", "passed", "draft", NULL};
    return !g_strv_contains(others, tag);
}

static bool has_markers(const struct history *history)
{
    bool found = false;
    for (char **tag = history->new_tags; *tag && !found; tag++)
        found = is_marker(*tag);
    return found;
}

static bool has_tag(notmuch_message_t *message, bool (*is)(const struct history *, const char *),
                    const struct history *history)
{
    bool found = false;
    notmuch_tags_t *tags = notmuch_message_get_tags(message);
    for (; !found && notmuch_tags_valid(tags); notmuch_tags_move_to_next(tags))
        found = is(history, notmuch_tags_get(tags));
    notmuch_tags_destroy(tags);
    return found;
}

static bool is_marker_of(const struct history *history, const char *tag)
{
    return is_marker(tag) && is_new_tag(history, tag);
}

/* The tags that the message would have were it new: those that notmuch gives it or, where a hook has taken
 * away what marks it as new, those that the hook leaves. */
static GHashTable *fresh_set(const struct history *history, notmuch_message_t *message)
{
    GHashTable *set = set_new();
    bool hooked = has_markers(history) && !has_tag(message, is_marker_of, history);
    for (char **tag = history->new_tags; *tag; tag++)
        if (!hooked || !is_marker(*tag))
            g_hash_table_add(set, g_strdup(*tag));
    if (hooked)
        g_hash_table_add(set, g_strdup("inbox"));
    if (hooked || history_flags_tell(history, message))
        g_hash_table_add(set, g_strdup("unread"));
    notmuch_tags_t *tags = notmuch_message_get_tags(message);
    for (; notmuch_tags_valid(tags); notmuch_tags_move_to_next(tags))
        if (is_automatic(notmuch_tags_get(tags)))
            g_hash_table_add(set, g_strdup(notmuch_tags_get(tags)));
    notmuch_tags_destroy(tags);
    return set;
}

static void apply(GHashTable *set, const char *change)
{
    if (*change == '-')
        g_hash_table_remove(set, change + 1);
    else
        g_hash_table_add(set, g_strdup(change + (*change == '+')));
}

/* What rules changed, "travel" or "-list": each value of a property. */
static char *ruled_of(notmuch_message_t *message, GHashTable *applied_to)
{
    g_autoptr(GHashTable) set = set_new();
    notmuch_message_properties_t *all = notmuch_message_get_properties(message, RULED_PROPERTY, TRUE);
    for (; all && notmuch_message_properties_valid(all); notmuch_message_properties_move_to_next(all)) {
        const char *value = notmuch_message_properties_value(all);
        if (applied_to)
            apply(applied_to, value);
        g_hash_table_add(set, g_strdup(value));
    }
    if (all)
        notmuch_message_properties_destroy(all);
    return text_of(set);
}

const char *history_mark(notmuch_message_t *message, const char *property)
{
    const char *value = NULL;
    notmuch_status_t status = notmuch_message_get_property(message, property, &value);
    return status == NOTMUCH_STATUS_SUCCESS && value ? value : "";
}

static char **tags_for(const struct history *history, const char *placement)
{
    static char *none[] = {NULL};
    enum placement place = placement_from_name(placement);
    return place < PLACE_COUNT ? history->config->tags[place] : none;
}

bool history_is_untouched(const struct history *history, notmuch_message_t *message,
                          const char *const *flagged)
{
    g_autoptr(GHashTable) left = fresh_set(history, message);
    for (char **tag = tags_for(history, history_mark(message, PLACED_PROPERTY)); *tag; tag++)
        apply(left, *tag);
    g_free(ruled_of(message, left));
    g_autofree char *expected = text_of(left), *there = tags_of(message);
    for (; *flagged; flagged++)
        if (history_concerns_flags((const char *[]){*flagged, NULL}))
            apply(left, *flagged);
    g_autofree char *lost = text_of(left);
    return g_str_equal(expected, there) || g_str_equal(lost, there);
}

static bool places_by(const struct history *history, const char *tag)
{
    for (int place = 0; place < PLACE_COUNT; place++)
        for (char **change = history->config->tags[place]; *change; change++)
            if (g_str_equal(*change + 1, tag))
                return true;
    return false;
}

/* What only a rule can have changed is noted, so that it is not taken for her doing. */
static notmuch_status_t change_tag(struct history *history, notmuch_message_t *message, const char *change)
{
    const char *tag = change + 1;
    bool add = *change == '+';
    bool there = add || is_new_tag(history, tag);
    notmuch_status_t status =
        add ? notmuch_message_add_tag(message, tag) : notmuch_message_remove_tag(message, tag);
    if (!status && there && !places_by(history, tag))
        status = notmuch_message_add_property(message, RULED_PROPERTY, add ? tag : change);
    return status;
}

bool history_tags_by_hook(const struct history *history)
{
    return has_markers(history) && !is_new_tag(history, "inbox");
}

bool history_marks_new(const struct history *history)
{
    return has_markers(history);
}

bool history_leaves_inbox(const struct history *history)
{
    return *history->new_tags && !has_markers(history) && !is_new_tag(history, "inbox");
}

bool history_tells_unread(const struct history *history)
{
    return history->sync_flags || is_new_tag(history, "unread") || has_markers(history);
}

/* The changes that PLACEMENT asks for beside its own. Where a hook makes what is new into what is in the
 * inbox, it is to leave alone what was put aside; and that is unread, whoever else would have said so.
 * NULL-ended. */
static char **changes_aside(const struct history *history, const char *placement)
{
    GPtrArray *changes = g_ptr_array_new();
    bool aside = placement_is_demoted(placement_from_name(placement));
    for (char **tag = history->new_tags; aside && history_tags_by_hook(history) && *tag; tag++)
        if (is_marker(*tag))
            g_ptr_array_add(changes, g_strconcat("-", *tag, NULL));
    if (aside && !history->sync_flags && !is_new_tag(history, "unread"))
        g_ptr_array_add(changes, g_strdup("+unread"));
    g_ptr_array_add(changes, NULL);
    return (char **)g_ptr_array_free(changes, FALSE);
}

notmuch_status_t history_change(struct history *history, notmuch_message_t *message, const char *placement,
                                const char *const *tags)
{
    g_auto(GStrv) aside = changes_aside(history, placement);
    notmuch_status_t status = NOTMUCH_STATUS_SUCCESS;
    for (; *tags && !status; tags++)
        if (strcmp(*tags, HISTORY_ANEW) != 0)
            status = change_tag(history, message, *tags);
    for (char **change = aside; *change && !status; change++)
        status = change_tag(history, message, *change);
    return status ? status : notmuch_message_add_property(message, PLACED_PROPERTY, placement);
}

/* All fields of what takes a change back, in one line. */
static char *line_of(notmuch_message_t *message, const char *id, const char *before, const char *ruled,
                     const char *mark, const char *at, bool flags)
{
    g_autofree char *name = g_uri_escape_string(id, NULL, FALSE), *after = tags_of(message);
    return g_strdup_printf("%s %s %s %s %s %s %s %d", name, mark, at, ruled, before,
                           history_mark(message, PLACED_PROPERTY), after, flags);
}

/* As new mail: without what heed had made of it. */
static notmuch_status_t unmark(notmuch_message_t *message)
{
    static const char *const properties[] = {PLACED_PROPERTY, PLACED_AT_PROPERTY, RULED_PROPERTY};
    notmuch_status_t status = NOTMUCH_STATUS_SUCCESS;
    for (size_t i = 0; i < G_N_ELEMENTS(properties) && !status; i++)
        status = notmuch_message_remove_all_properties(message, properties[i]);
    return status;
}

/* TAGS (text_of()) in place of those it has. */
static notmuch_status_t set_tags(notmuch_message_t *message, const char *tags)
{
    g_auto(GStrv) all = g_strsplit(tags, ",", -1);
    notmuch_status_t status = notmuch_message_remove_all_tags(message);
    for (char **tag = all; *tag && !status; tag++) {
        g_autofree char *plain = g_uri_unescape_string(*tag, NULL);
        if (plain && *plain)
            status = notmuch_message_add_tag(message, plain);
    }
    return status;
}

/* Whether the message is as it would be made: then nothing is to be written. */
static bool is_so(struct history *history, notmuch_message_t *message, const char *placement,
                  const char *const *tags)
{
    g_autoptr(GHashTable) set = fresh_set(history, message);
    g_auto(GStrv) aside = changes_aside(history, placement);
    for (; *tags; tags++)
        apply(set, *tags);
    for (char **change = aside; *change; change++)
        apply(set, *change);
    g_autofree char *wanted = text_of(set), *there = tags_of(message);
    return g_str_equal(history_mark(message, PLACED_PROPERTY), placement) && g_str_equal(wanted, there);
}

static notmuch_status_t retag(struct history *history, notmuch_message_t *message, const struct retag *retag)
{
    g_autoptr(GHashTable) set = fresh_set(history, message);
    g_autofree char *fresh = text_of(set), *at = g_strdup_printf("%" G_GINT64_FORMAT, retag->at);
    bool again = history_is_placed(message);
    notmuch_status_t status = notmuch_message_freeze(message);
    if (!status && again)
        status = unmark(message);
    if (!status && again)
        status = set_tags(message, fresh);
    if (!status)
        status = history_change(history, message, retag->placement, retag->tags);
    if (!status)
        status = notmuch_message_add_property(message, PLACED_AT_PROPERTY, at);
    notmuch_status_t thawed = notmuch_message_thaw(message);
    return status ? status : thawed;
}

/* The tags of what is new, and of those that are there the ones that say nothing of what became of it. */
static char *tags_anew(const struct history *history, notmuch_message_t *message)
{
    g_autoptr(GHashTable) set = fresh_set(history, message);
    notmuch_tags_t *tags = notmuch_message_get_tags(message);
    for (; notmuch_tags_valid(tags); notmuch_tags_move_to_next(tags))
        if (!g_hash_table_contains(history->tag_bits, notmuch_tags_get(tags)))
            g_hash_table_add(set, g_strdup(notmuch_tags_get(tags)));
    notmuch_tags_destroy(tags);
    return text_of(set);
}

notmuch_status_t history_place_anew(struct history *history, notmuch_message_t *message,
                                    const char *placement, const char *const *tags)
{
    g_autofree char *fresh = tags_anew(history, message);
    notmuch_status_t status = notmuch_message_freeze(message);
    if (!status)
        status = unmark(message);
    if (!status)
        status = set_tags(message, fresh);
    if (!status)
        status = history_change(history, message, placement, tags);
    notmuch_status_t thawed = notmuch_message_thaw(message);
    if (!status && !thawed)
        history_sync_flags(history, message);
    return status ? status : thawed;
}

enum status history_retag(struct history *history, const struct retag *how, char **undo, struct err *err)
{
    notmuch_message_t *message = NULL;
    *undo = NULL;
    notmuch_status_t status = notmuch_database_find_message(history->db, how->id, &message);
    if (status || !message)
        return history_status(history, err, status, "cannot find the message");
    g_autofree char *mark = g_strdup(history_mark(message, PLACED_PROPERTY));
    bool placed = placement_from_name(mark) != PLACE_NONE;
    if ((!placed || how->again) && history_is_untouched(history, message, (const char *[]){NULL}) &&
        !is_so(history, message, how->placement, how->tags)) {
        g_autofree char *at = g_strdup(history_mark(message, PLACED_AT_PROPERTY));
        g_autofree char *before = tags_of(message), *ruled = ruled_of(message, NULL);
        bool flags = history->sync_flags && history_concerns_flags(how->tags);
        status = retag(history, message, how);
        if (!status)
            *undo = line_of(message, how->id, before, ruled, mark, at, flags);
        if (!status && flags)
            history_sync_flags(history, message);
    }
    notmuch_message_destroy(message);
    return history_status(history, err, status, "cannot tag the message");
}

/* The fields of line_of(), in order. */
enum field { ID, MARK, AT, RULED, BEFORE, MARK_AFTER, AFTER, FLAGS, FIELDS };

static notmuch_status_t put_back(notmuch_message_t *message, char **field)
{
    g_auto(GStrv) ruled = g_strsplit(field[RULED], ",", -1);
    notmuch_status_t status = notmuch_message_freeze(message);
    if (!status)
        status = unmark(message);
    if (!status)
        status = set_tags(message, field[BEFORE]);
    if (!status)
        status =
            notmuch_message_add_property(message, PLACED_PROPERTY, *field[MARK] ? field[MARK] : TAKEN_BACK);
    if (!status && *field[AT])
        status = notmuch_message_add_property(message, PLACED_AT_PROPERTY, field[AT]);
    for (char **one = ruled; *one && !status; one++) {
        g_autofree char *plain = g_uri_unescape_string(*one, NULL);
        if (plain && *plain)
            status = notmuch_message_add_property(message, RULED_PROPERTY, plain);
    }
    notmuch_status_t thawed = notmuch_message_thaw(message);
    return status ? status : thawed;
}

enum status history_untag(struct history *history, const char *undo, enum untag *done, struct err *err)
{
    g_auto(GStrv) field = g_strsplit(undo, " ", -1);
    notmuch_message_t *message = NULL;
    *done = UNTAG_GONE;
    if (g_strv_length(field) != FIELDS)
        return STATUS_OK; /* torn: it was never committed */
    g_autofree char *id = g_uri_unescape_string(field[ID], NULL);
    notmuch_status_t status =
        id ? notmuch_database_find_message(history->db, id, &message) : NOTMUCH_STATUS_SUCCESS;
    if (status || !message)
        return history_status(history, err, status, "cannot find the message");
    g_autofree char *there = tags_of(message);
    const char *mark = history_mark(message, PLACED_PROPERTY);
    if (!g_str_equal(mark, field[MARK_AFTER])) {
        *done = UNTAG_GONE; /* not committed, or taken back already */
    } else if (!g_str_equal(there, field[AFTER])) {
        *done = UNTAG_HERS;
    } else {
        *done = UNTAG_DONE;
        status = put_back(message, field);
        if (!status && *field[FLAGS] == '1')
            history_sync_flags(history, message);
    }
    notmuch_message_destroy(message);
    return history_status(history, err, status, "cannot take the tags back");
}
