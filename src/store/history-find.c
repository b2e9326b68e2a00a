/* What the index knows of one message, by its id or its file. */
#include "history-private.h"

unsigned history_count_files(struct history *history, const char *id)
{
    notmuch_message_t *message = NULL;
    if (history_open_to_read(history, NULL) ||
        notmuch_database_find_message(history->db, id, &message) || !message)
        return 0;
    int count = notmuch_message_count_files(message);
    notmuch_message_destroy(message);
    return count > 0 ? (unsigned)count : 0;
}

enum status history_find_file(struct history *history, const char *path, struct err *err)
{
    notmuch_message_t *message = NULL;
    enum status opened = history_open_to_read(history, err);
    if (opened)
        return opened;
    notmuch_status_t status = notmuch_database_find_message_by_filename(history->db, path, &message);
    if (status != NOTMUCH_STATUS_SUCCESS)
        return err_set(err, STATUS_CORRUPT, "cannot search the index: %s", notmuch_status_to_string(status));
    if (!message)
        return err_set(err, STATUS_NOT_FOUND, "%s is not in the index", path);
    notmuch_message_destroy(message);
    return STATUS_OK;
}
