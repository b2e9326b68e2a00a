/* The door to the index. libnotmuch, Xapian and the C++ runtime come with heed-index.so (history*.c and
 * index.cc); most messages are judged without them. */
#include "store/history.h"
#include "base/part.h"

static void *part;

/* One function of history.h, passed on. Only history_open() can come first: all others need a history. */
#define PASS(type, name, params, args)         \
    type name params                           \
    {                                          \
        static type(*real) params;             \
        if (!real)                             \
            real = (type(*) params)part_symbol(part, #name); \
        return real args;                      \
    }

enum status history_open(const struct config *config, struct history **out, struct err *err)
{
    static enum status (*real)(const struct config *, struct history **, struct err *);
    enum status status = part ? STATUS_OK : part_load("index", &part, err);
    if (status)
        return status;
    if (!real)
        real = (enum status(*)(const struct config *, struct history **, struct err *))part_symbol(
            part, "history_open");
    return real(config, out, err);
}

void history_free(struct history *history)
{
    static void (*real)(struct history *);
    if (!history)
        return;
    if (!real)
        real = (void (*)(struct history *))part_symbol(part, "history_free");
    real(history);
}

PASS(bool, history_ready, (const struct history *h), (h))
PASS(const char *, history_index_dir, (const struct history *h), (h))
PASS(char *, history_hook_dir, (const struct history *h), (h))
PASS(const char *, history_mail_root, (const struct history *h), (h))
PASS(const char *const *, history_own_addresses, (const struct history *h), (h))
PASS(bool, history_syncs_flags, (const struct history *h), (h))
PASS(const char *, history_user_name, (const struct history *h), (h))
PASS(uint64_t, history_revision, (struct history * h, const char **uuid), (h, uuid))
PASS(uint64_t, history_commit, (const struct history *h), (h))
PASS(enum status, history_walk,
     (struct history * h, const char *query, bool sorted, unsigned *total, history_each *each, void *data,
      struct err *err),
     (h, query, sorted, total, each, data, err))
PASS(enum status, history_refresh, (struct history * h, struct err *err), (h, err))
PASS(enum status, history_find,
     (struct history * h, const char *id, history_each *each, void *data, struct err *err),
     (h, id, each, data, err))
PASS(enum status, history_find_file, (struct history * h, const char *path, struct err *err), (h, path, err))
PASS(char *, history_thread, (struct history * h, const char *const *ids), (h, ids))
PASS(unsigned, history_interest,
     (struct history * h, const char *text, int64_t before, struct interest *interest),
     (h, text, before, interest))
PASS(enum status, history_write, (struct history * h, double seconds, struct err *err), (h, seconds, err))
PASS(enum status, history_commit_writes, (struct history * h, struct err *err), (h, err))
PASS(enum status, history_add,
     (struct history * h, const char *path, const char *placement, const char *const *tags, struct err *err),
     (h, path, placement, tags, err))
PASS(enum status, history_place,
     (struct history * h, const char *id, const char *placement, const char *const *tags, struct err *err),
     (h, id, placement, tags, err))
PASS(enum status, history_retag,
     (struct history * h, const struct retag *how, char **undo, struct err *err), (h, how, undo, err))
PASS(enum status, history_untag,
     (struct history * h, const char *undo, enum untag *done, struct err *err), (h, undo, done, err))

void history_drop_writes(struct history *history)
{
    static void (*real)(struct history *);
    if (!real)
        real = (void (*)(struct history *))part_symbol(part, "history_drop_writes");
    real(history);
}
