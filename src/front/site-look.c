/* Looking at users' folders. Books and settings are theirs to write, so each is read by a child that has
 * become that user, and is told in a form that is checked. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/ending.h"
#include "base/frame.h"
#include "base/text.h"
#include "front/site-look.h"
#include "store/book-state.h"
#include "store/book.h"

#define TABLE_SECONDS 10 /* for the table to answer */
#define LOOK_SECONDS 30  /* for one user */
/* mode, problems, the first, messages, synced, bytes, trouble or "", why no mail can be stored or "" */
#define SEEN "(yusxxtss)"

struct looking {
    const struct home *home;
    const struct config *config;
    const struct site_user *user;
    site_look *each;
    void *data;
    enum status status;
    struct err err;
};

/* --- the child's side ----------------------------------------------------------------------------------- */

static uint64_t size_of(const char *path)
{
    struct stat st;
    GDir *dir = NULL;
    uint64_t sum = lstat(path, &st) == 0 && S_ISREG(st.st_mode) ? (uint64_t)st.st_size : 0;
    if (lstat(path, &st) == 0 && S_ISDIR(st.st_mode))
        dir = g_dir_open(path, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        g_autofree char *below = g_build_filename(path, name, NULL);
        sum += size_of(below);
    }
    if (dir)
        g_dir_close(dir);
    return sum;
}

/* Of the user's file; those of the site's are the same for all. */
static unsigned count_problems(const struct config *config, char **first)
{
    unsigned count = 0;
    for (char **problem = config->problems; *problem; problem++)
        if (g_str_has_prefix(*problem, config->user_file) && count++ == 0)
            *first = text_clean(*problem, 300);
    return count;
}

/* The book of HOME: what is wrong with it, in ERR, which it leaves alone where there is none. */
static void look_at_book(const struct home *home, struct book_state *book, struct err *err)
{
    struct err why = {0};
    g_autofree char *path = home_state(home, BOOK_FILE);
    enum status status = book_inspect(path, false, book, &why);
    if (status)
        *book = (struct book_state){.messages = -1};
    if (status && status != STATUS_NOT_FOUND)
        *err = why;
    else if (book->version > book_schema())
        err_set(err, STATUS_CONFIG, "the book is of a newer heed (%d)", book->version);
}

/* Where the site's settings cannot be read, what they call final does not hold. */
static void look_at_settings(const struct home *home, struct err *err)
{
    g_autofree char *path = g_build_filename(home->site_dir, "config", NULL);
    if (access(path, R_OK) != 0 && errno != ENOENT)
        err_errno(err, STATUS_IO, "a process of this user cannot read %s", path);
}

/* The folder that is there, of those on the way to the Maildir, is to let this user write. */
static char *look_at_maildir(const struct looking *looking)
{
    g_autofree char *path = g_build_filename(looking->user->maildir, "new", NULL);
    if (strcmp(looking->config->site.store, STORE_MAILDIR) != 0)
        return g_strdup("");
    while (access(path, F_OK) != 0 && errno == ENOENT && path[1]) {
        char *above = g_path_get_dirname(path);
        g_free(path);
        path = above;
    }
    return access(path, W_OK | X_OK) == 0 ? g_strdup("") : g_strdup_printf("%s: %s", path, g_strerror(errno));
}

static GVariant *see(const struct looking *looking)
{
    struct err err = {0};
    struct book_state book = {.messages = -1};
    g_autofree char *first = NULL, *unstored = NULL;
    enum user_mode mode = MODE_ON;
    unsigned problems = 0;
    uint64_t bytes = 0;
    if (site_user_become(looking->user, &err) == STATUS_OK) {
        owned(home) home = site_user_home(looking->config, looking->home, looking->user);
        owned(config) config = config_load(home);
        g_autofree char *folder = site_user_folder(looking->config, looking->user);
        mode = config->mode;
        problems = count_problems(config, &first);
        bytes = size_of(folder);
        look_at_settings(home, &err);
        look_at_book(home, &book, &err);
        g_autofree char *why = look_at_maildir(looking);
        unstored = text_clean(why, 300);
    }
    g_autofree char *trouble = text_clean(err.text, 300);
    return g_variant_new(SEEN, (guchar)mode, (guint32)problems, first ? first : "", (gint64)book.messages,
                         (gint64)book.synced, (guint64)bytes, trouble, unstored ? unstored : "");
}

static int look_child(struct peer *parent, void *data)
{
    return frame_say(parent->to, see(data)) ? 0 : 1;
}

/* --- the parent's --------------------------------------------------------------------------------------- */

static void hear(const struct looking *looking, struct site_state *state)
{
    struct peer child;
    g_autoptr(GVariant) seen = NULL;
    guchar mode;
    guint32 problems;
    if (peer_fork(&child, look_child, (void *)looking, NULL)) {
        state->trouble = "no process could be started";
    } else {
        bool heard = frame_hear(child.from, SEEN, clock_seconds() + LOOK_SECONDS, &seen) == HEARD;
        peer_end(&child, true);
        state->trouble = heard ? NULL : "who looked there gave no answer";
    }
    if (seen) {
        const char *trouble;
        g_variant_get(seen, "(yu&sxxt&s&s)", &mode, &problems, &state->problem, &state->messages,
                      &state->synced, &state->bytes, &trouble, &state->unstored);
        state->mode = MIN(mode, MODE_OFF);
        state->problems = problems;
        state->trouble = *trouble ? trouble : NULL;
    }
    looking->each(state, looking->data);
}

static void look_at(struct looking *looking, struct site_state *state)
{
    struct stat st;
    g_autofree char *folder = site_user_folder(looking->config, looking->user);
    bool there = lstat(folder, &st) == 0;
    unsigned long owner = there ? st.st_uid : looking->user->uid, uid = looking->user->uid;
    g_autofree char *whose = g_strdup_printf("%s belongs to uid %lu, not to %lu", folder, owner, uid);
    state->is_open = there && (st.st_mode & 077);
    if (owner == uid) {
        hear(looking, state);
        return;
    }
    state->trouble = whose;
    looking->each(state, looking->data);
}

static bool look_for(const char *name, void *data)
{
    struct looking *looking = data;
    owned(site_user) user = NULL;
    struct site_state state = {.name = name, .problem = "", .messages = -1, .unstored = ""};
    ending_renew();
    looking->status = site_user_find(looking->config, name, TABLE_SECONDS, &user, &looking->err);
    looking->user = user;
    if (!looking->status) {
        look_at(looking, &state);
    } else if (looking->status != STATUS_IO) {
        state.unknown = looking->status == STATUS_NOT_FOUND;
        state.trouble = looking->err.text;
        looking->each(&state, looking->data);
        looking->status = STATUS_OK;
    }
    return !looking->status;
}

enum status site_look_all(const struct home *home, const struct config *config, site_look *each, void *data,
                          struct err *err)
{
    struct looking looking = {.home = home, .config = config, .each = each, .data = data};
    enum status status = site_may_look(config, err);
    if (status)
        return status;
    site_users(config, look_for, &looking);
    return looking.status ? err_set(err, looking.status, "%s", looking.err.text) : STATUS_OK;
}
