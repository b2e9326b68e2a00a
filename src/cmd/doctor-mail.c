/* Where mail goes: the Maildir, its disk, notmuch's hooks; and whether what the mail server says of
 * senders is heard. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/cage.h"
#include "doctor.h"
#include "flow.h"
#include "base/text.h"

#define MIB (1024.0 * 1024)
#define LITTLE_MIB 1024 /* worth a note */
#define HARDLY_MIB 64   /* a message or two */
#define HARDLY_INODES 1000
#define RECENT 200      /* messages that are looked at */
#define FEWEST 5        /* of a server that is worth a word, where it is not most of them */
#define YEAR (365 * DAY)

/* The nearest folder above PATH that is there, which PATH would be made in. The caller frees it. */
static char *nearest_above(const char *path)
{
    char *there = g_path_get_dirname(path);
    while (access(there, F_OK) != 0 && strcmp(there, "/") && strcmp(there, ".")) {
        char *above = g_path_get_dirname(there);
        g_free(there);
        there = above;
    }
    return there;
}

/* False where something is told of MAILDIR, which is there. */
static bool is_usable(struct visit *visit, const char *maildir)
{
    static const char *const folders[] = {"new", "tmp", "cur"};
    struct stat first = {0}, st;
    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
        g_autofree char *path = g_build_filename(maildir, folders[i], NULL);
        if (stat(path, &st) != 0)
            tell(visit, errno == ENOENT ? NOTE : PROBLEM,
                 errno == ENOENT ? "the first delivery makes it" : "see to its owner and permissions",
                 "%s: %s", path, g_strerror(errno));
        else if (!S_ISDIR(st.st_mode))
            tell(visit, PROBLEM, "move it away", "%s is not a folder", path);
        else if (access(path, W_OK | X_OK) != 0)
            tell(visit, PROBLEM, "see to its owner and permissions", "%s cannot be written to: %s", path,
                 g_strerror(errno));
        else if (i && strcmp(folders[i], "tmp") == 0 && st.st_dev != first.st_dev)
            tell(visit, PROBLEM, "put both on one",
                 "%s/tmp and new are on two file systems: nothing can be moved between", maildir);
        else {
            first = i ? first : st;
            continue;
        }
        return false;
    }
    return true;
}

/* A folder that is there, and that a mail program which reads by IMAP does not see. */
static void tell_hidden(struct visit *visit, const char *folder)
{
    const struct config *config = visit->reader->config;
    const char *root = *config->maildir ? config->maildir : visit->reader->follows;
    g_autofree char *shown = root ? mailbox_hidden(root, folder) : NULL;
    if (!shown)
        return;
    g_autofree char *there = g_build_filename(root, shown, "cur", NULL);
    bool both = access(there, F_OK) == 0;
    g_autofree char *mend =
        both ? g_strdup_printf("move the files of its cur and new to those of %s/%s, and remove it",
                               root, shown)
             : g_strdup_printf("mv %s/%s %s/%s", root, folder, root, shown);
    tell(visit, NOTE, mend, "IMAP does not show %s/%s: it looks for %s", root, folder, shown);
}

/* Mail that is placed there by settings or rules. */
static void examine_folder(const char *folder, void *data)
{
    struct visit *visit = data;
    g_autofree char *maildir = NULL, *new = NULL;
    if (!*folder || reader_maildir(visit->reader, folder, &maildir, NULL))
        return;
    tell_hidden(visit, folder);
    new = g_build_filename(maildir, "new", NULL);
    if (access(new, F_OK) == 0) {
        (void)is_usable(visit, maildir);
        return;
    }
    g_autofree char *above = nearest_above(new);
    if (access(above, W_OK | X_OK) != 0)
        tell(visit, PROBLEM,
             "make it, or see to the permissions above it: until then what goes there is refused",
             "%s cannot be made in %s: %s", maildir, above, g_strerror(errno));
}

/* What is stored outside of notmuch's mail root is never indexed. */
static bool is_indexed(const struct visit *visit, const char *maildir)
{
    const char *root = visit->reader->history ? history_mail_root(visit->reader->history) : "";
    g_autofree char *real = realpath(maildir, NULL), *real_root = realpath(root, NULL);
    const char *path = real ? real : maildir, *above = real_root ? real_root : root;
    size_t len = strlen(above);
    return !len || (strncmp(path, above, len) == 0 && (!path[len] || path[len] == '/'));
}

/* An mbox, where a Maildir is asked for. */
static bool tell_file(struct visit *visit)
{
    const char *follows = reader_follows(visit->reader), *maildir = visit->reader->config->maildir;
    const char *path = *maildir ? maildir : follows;
    if (!path || !g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return false;
    g_autofree char *mend =
        g_strdup_printf("mb2md -s %s -d ~/Maildir makes one of an mbox; then heed init ~/Maildir", path);
    tell(visit, PROBLEM, mend, "%s is a file (mbox?); heed delivers into a Maildir", path);
    return true;
}

void examine_maildir(struct visit *visit)
{
    if (visit->reader->home->store || tell_file(visit))
        return;
    const struct config *config = visit->reader->config;
    g_autofree char *maildir = NULL;
    struct err err;
    if (reader_maildir(visit->reader, "", &maildir, &err)) {
        tell(visit, PROBLEM, "set [deliver] maildir; or heed init ~/Maildir, or notmuch setup", "%s",
             err.text);
        return;
    }
    g_autofree char *cur = g_build_filename(maildir, "cur", NULL), *above = nearest_above(cur);
    if (!is_indexed(visit, maildir))
        tell(visit, PROBLEM, "correct [deliver] maildir, or notmuch's database.mail_root",
             "%s is outside of notmuch's mail root %s: what is stored there is neither indexed nor tagged",
             maildir, history_mail_root(visit->reader->history));
    else if (access(cur, F_OK) != 0 && access(above, W_OK | X_OK) != 0)
        tell(visit, PROBLEM, "correct [deliver] maildir, or see to the permissions",
             "%s cannot be made in %s: %s", maildir, above, g_strerror(errno));
    else if (access(cur, F_OK) != 0 && !*config->maildir)
        tell(visit, NOTE, "if your inbox is a folder below it, write its name: [folders] inbox = NAME",
             "%s is no Maildir; the first delivery makes it one", maildir);
    else if (is_usable(visit, maildir))
        tell(visit, FINE, NULL, "%s can be written to", maildir);
    for (int place = 0; place < PLACE_COUNT; place++)
        examine_folder(config->folders[place], visit);
    rules_folders(visit->reader->rules, examine_folder, visit);
}

static void measure(struct visit *visit, const char *what, const char *path)
{
    struct statvfs st;
    g_autofree char *there = g_strdup(path);
    while (statvfs(there, &st) != 0) { /* what is not there yet will be made in the folder above */
        char *above = g_path_get_dirname(there);
        bool end = strcmp(above, there) == 0;
        g_free(there);
        there = above;
        if (end)
            return;
    }
    double mib = (double)st.f_bavail * (double)st.f_frsize / MIB;
    bool few = st.f_files && st.f_favail < HARDLY_INODES; /* some file systems do not count them */
    enum health health = mib < HARDLY_MIB || few ? PROBLEM : mib < LITTLE_MIB ? NOTE : FINE;
    tell(visit, health,
         health ? "make room: what does not fit is refused with 75, and stays with the mail server" : NULL,
         "%s (%s): %.0f MiB free%s%s", path, what, mib, few ? ", and hardly a file more" : "",
         st.f_flag & ST_RDONLY ? ", read-only" : "");
}

void examine_space(struct visit *visit)
{
    g_autofree char *maildir = NULL;
    if (!visit->reader->home->store && reader_maildir(visit->reader, "", &maildir, NULL) == STATUS_OK)
        measure(visit, "mail", maildir);
    measure(visit, "book", visit->reader->home->state_dir);
    measure(visit, "large messages while they are judged", visit->reader->home->temp_dir);
}

/* Whether the program text TEXT runs heed in a line that is no comment. */
static bool runs_heed(const char *text)
{
    return g_regex_match_simple("^[^#\\n]*heed\"? +(sync|tag)\\b", text, G_REGEX_MULTILINE, 0);
}

void examine_hooks(struct visit *visit)
{
    const struct history *history = visit->reader->history;
    g_autofree char *dir = history ? history_hook_dir(history) : NULL, *text = NULL;
    if (!dir)
        return;
    g_autofree char *path = g_build_filename(dir, "post-new", NULL);
    bool synced = !visit->book_status && visit->now - visit->book.synced < DAY;
    if (!g_file_get_contents(path, &text, NULL, NULL) && synced)
        tell(visit, FINE, NULL, "there is no %s, but heed sync ran within a day", path);
    else if (!text)
        tell(visit, NOTE, "README.md, Other ways; a timer that runs heed sync does as well", "there is no %s",
             path);
    else if (!runs_heed(text))
        tell(visit, NOTE, "add the line: heed sync || true", "%s does not run heed sync", path);
    else if (access(path, X_OK) != 0)
        tell(visit, PROBLEM, "chmod +x it", "%s cannot be run", path);
    else if (tell_programs(visit, path, text))
        tell(visit, FINE, NULL, "%s runs heed", path);
}

/* --- Authentication-Results ----------------------------------------------------------------------------- */

struct ring {
    char *paths[RECENT];
    unsigned count;
};

static bool remember_path(const struct record *record, void *data)
{
    struct ring *ring = data;
    char **slot = &ring->paths[ring->count++ % RECENT];
    g_free(*slot);
    *slot = g_strdup(record->path);
    return true;
}

struct listing {
    const struct visit *visit;
    const struct mailbox *mailbox;
    GPtrArray *names; /* "TIME FOLDER/NAME", to be sorted; names begin with the time of delivery
                         (maildir(5)) */
};

static void list_name(const struct mail_name *name, void *data)
{
    const struct listing *listing = data;
    int64_t when = g_ascii_strtoll(name->base, NULL, 10), now = listing->visit->now;
    if (when && when < now - YEAR)
        return;
    g_autofree char *path =
        mail_path(listing->visit->reader->follows, listing->mailbox->path, name->base, name->info);
    g_ptr_array_add(listing->names,
                    g_strdup_printf("%020" G_GINT64_FORMAT " %s", CLAMP(when, 0, now), path));
}

static int by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Of what she did not write. */
static void list_folders(const struct visit *visit, struct ring *ring)
{
    struct use_names uses = reader_uses(visit->reader);
    g_autoptr(GPtrArray) all = mailboxes_find(visit->reader->follows, &uses);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < all->len; i++) {
        struct listing listing = {visit, all->pdata[i], names};
        bool hers = listing.mailbox->use == USE_SENT || listing.mailbox->use == USE_DRAFTS;
        if (!hers)
            (void)mailbox_names(visit->reader->follows, listing.mailbox, list_name, &listing);
    }
    g_ptr_array_sort(names, by_text);
    for (guint i = names->len > RECENT ? names->len - RECENT : 0; i < names->len; i++)
        ring->paths[ring->count++] = g_strdup(strchr(names->pdata[i], ' ') + 1);
}

static void list_recent(struct visit *visit, struct ring *ring)
{
    if (reader_follows(visit->reader))
        list_folders(visit, ring);
    else if (history_walk(visit->reader->history, "date:1year..", true, NULL, remember_path, ring,
                          NULL))
        tell(visit, NOTE, "run heed doctor again",
             "the index changes too fast to be looked through");
}

struct hearing {
    unsigned messages, believed;
    GHashTable *offers; /* servers that wrote where only receiving servers do, and are not believed -> how
                           often */
};

static void listen(struct visit *visit, const struct spool *spool, struct hearing *heard)
{
    owned(judgement) j = NULL;
    if (flow_read(visit->reader->config, spool, &j, NULL) || !j->message->received)
        return; /* what never travelled is her own */
    const struct auth *auth = &j->facts.auth;
    heard->messages++;
    heard->believed += *auth->server != 0;
    guint offers = GPOINTER_TO_UINT(g_hash_table_lookup(heard->offers, auth->offered));
    if (!*auth->server && *auth->offered)
        g_hash_table_insert(heard->offers, g_strdup(auth->offered), GUINT_TO_POINTER(offers + 1));
}

/* All files are opened before the first is read: from then on no other can be (cage.h). */
static struct hearing listen_to_recent(struct visit *visit)
{
    struct ring ring = {.count = 0};
    struct hearing heard = {.offers = g_hash_table_new_full(text_hash, g_str_equal, g_free, NULL)};
    g_autoptr(GPtrArray) spools = g_ptr_array_new_with_free_func((GDestroyNotify)spool_free);
    list_recent(visit, &ring);
    for (unsigned i = 0; i < RECENT; i++) {
        struct spool *spool = NULL;
        if (ring.paths[i] && spool_open(ring.paths[i], &spool, NULL) == STATUS_OK)
            g_ptr_array_add(spools, spool);
        g_free(ring.paths[i]);
    }
    cage_silence();
    reader_confine(visit->reader, CONFINE_JUDGE, NULL);
    for (guint i = 0; i < spools->len; i++)
        listen(visit, spools->pdata[i], &heard);
    return heard;
}

static gint by_count(gconstpointer a, gconstpointer b, gpointer counts)
{
    guint x = GPOINTER_TO_UINT(g_hash_table_lookup(counts, a)),
          y = GPOINTER_TO_UINT(g_hash_table_lookup(counts, b));
    return x != y ? (x < y) - (x > y) : strcmp(a, b);
}

/* With one message in twenty it is hardly hers. */
static void tell_offers(struct visit *visit, const struct hearing *heard)
{
    g_autoptr(GList) names =
        g_list_sort_with_data(g_hash_table_get_keys(heard->offers), by_count, heard->offers);
    for (const GList *name = names; name; name = name->next) {
        guint count = GPOINTER_TO_UINT(g_hash_table_lookup(heard->offers, name->data));
        if ((count >= FEWEST && count * 20 >= heard->messages) ||
            (count > 2 && count * 2 > heard->messages))
            tell(visit, NOTE, "if that is your server or provider, add it to [trust] authserv-id",
                 "%u have one of %s, where yours would write, which is not believed", count,
                 (const char *)name->data);
    }
}

void examine_authentication(struct visit *visit)
{
    bool named = *visit->reader->config->authserv_ids != NULL;
    bool index = visit->reader->history && history_ready(visit->reader->history);
    if ((!index && !reader_follows(visit->reader)) || visit->reader->home->store)
        return; /* nothing is fetched for that */
    struct hearing heard = listen_to_recent(visit);
    const char *mend = "README.md, Which server checks your mail";
    if (named && !heard.messages)
        tell(visit, FINE, NULL, "no message of the last year to look at");
    else if (!named)
        tell(visit, NOTE, mend, "[trust] authserv-id is not set, so forged mail cannot be told");
    else if (!heard.believed)
        tell(visit, PROBLEM, mend,
             "none of the last %u messages has a field of a server that [trust] authserv-id names",
             heard.messages);
    else
        tell(visit, 2 * heard.believed < heard.messages ? NOTE : FINE,
             2 * heard.believed < heard.messages ? mend : NULL,
             "%u of the last %u messages have a field of a server that is believed", heard.believed,
             heard.messages);
    tell_offers(visit, &heard);
    g_hash_table_destroy(heard.offers);
}
