/* Which files each step needs, and shutting off all others. */
#include <dirent.h>
#include <string.h>

#include "base/cage.h"
#include "reader/reader.h"

/* Beside Xapian's folder may lie hooks, which notmuch runs: nobody writes there. */
static void allow_index(struct cage *cage, const struct index_config *where, enum cage_access access)
{
    static const char *const places[] = {".notmuch/xapian", "xapian"}; /* links, where they are some */
    g_autofree char *beside = g_build_filename(where->database, ".notmuch", NULL);
    cage_allow(cage, where->file, CAGE_READ);
    cage_allow(cage, beside, CAGE_READ);
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        g_autofree char *path = g_build_filename(where->database, places[i], NULL);
        cage_allow(cage, path, access);
    }
}

struct below {
    struct cage *cage;
    const char *root;
    GHashTable *done; /* folders */
};

/* A Maildir below the root, which may be a link to somewhere else or lie behind one. */
static void allow_folder(const char *folder, void *data)
{
    static const char *const places[] = {"new", "cur", "tmp"};
    const struct below *below = data;
    if (!g_hash_table_add(below->done, (gpointer)folder))
        return;
    bool usual = g_strv_contains(usual_folders, folder);
    g_autofree char *at = usual ? g_strdup(folder) : mailbox_place(below->root, folder);
    g_autofree char *path = g_build_filename(below->root, at, NULL);
    cage_allow_first(below->cage, path, CAGE_READ);
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        g_autofree char *place = g_build_filename(path, places[i], NULL);
        cage_allow(below->cage, place, CAGE_WRITE);
    }
}

static void allow_mail(struct cage *cage, const struct reader *reader, const char *root, const char *folder)
{
    g_autoptr(GHashTable) done = g_hash_table_new(g_str_hash, g_str_equal);
    struct below below = {cage, root, done};
    rules_folders(reader->rules, allow_folder, &below);
    for (int place = 0; place < PLACE_COUNT; place++)
        allow_folder(reader->config->folders[place], &below);
    for (const char *const *usual = usual_folders; *usual; usual++)
        allow_folder(*usual, &below);
    allow_folder(folder, &below);
}

#define MOST_DEPTH 8

/* Folders below PATH that are links to somewhere else: notmuch follows them, and the kernel asks where
 * they lead. What is in cur and new is not looked at. */
static void allow_links(struct cage *cage, const char *path, enum cage_access access, int depth)
{
    DIR *dir = depth < MOST_DEPTH ? opendir(path) : NULL;
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        const char *name = entry->d_name;
        bool link = entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN;
        bool leaf = !strcmp(name, "cur") || !strcmp(name, "new") || !strcmp(name, "tmp");
        if ((!link && entry->d_type != DT_DIR) || !strcmp(name, ".") || !strcmp(name, "..") ||
            !strcmp(name, ".notmuch"))
            continue;
        g_autofree char *below = g_build_filename(path, name, NULL);
        if (link)
            cage_allow(cage, below, access);
        if (!leaf)
            allow_links(cage, below, access, depth + 1);
    }
    if (dir)
        closedir(dir);
}

/* All mail that is in the index, wherever it lies. */
static void allow_archive(struct cage *cage, const char *mail, enum cage_access access)
{
    if (!cage)
        return;
    cage_allow_first(cage, mail, access);
    allow_links(cage, mail, access, 0);
}

/* What libraries read for themselves, and the libraries and parts of heed that are loaded later. */
static void allow_system(struct cage *cage, const struct home *home)
{
    static const char *const places[] = {
        "/usr",
        "/lib",
        "/lib64",
        "/opt",
        "/nix/store",
        "/gnu/store",
        "/etc/ld.so.cache",
        "/etc/localtime",
        "/etc/passwd",
        "/etc/nsswitch.conf",
        "/dev/urandom",
        "/sys/devices/system/cpu/online",
        "/proc/stat",
        "/proc/sys/vm/overcommit_memory", /* threads and their memory */
    };
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++)
        cage_allow(cage, places[i], CAGE_READ);
    cage_allow(cage, "/dev/null", CAGE_WRITE); /* standard output of those who are forked */
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *bin = g_path_get_dirname(program ? program : "/usr/bin/heed");
    g_autofree char *parts = g_build_filename(bin, "..", "lib", NULL);
    cage_allow(cage, parts, CAGE_READ);
    g_auto(GStrv) paths = g_strsplit(home->library_path, ":", -1);
    for (char **path = paths; *path; path++)
        if (**path == '/')
            cage_allow(cage, *path, CAGE_READ);
}

/* Her own settings and rules, and the site's: not what else lies beside them. */
static void allow_settings(struct cage *cage, const struct home *home)
{
    static const char *const names[] = {"config", "rules", "rules.d"};
    cage_allow(cage, home->site_dir, CAGE_READ);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = home_config(home, names[i]);
        cage_allow(cage, path, CAGE_READ);
    }
}

/* The files of the book and no other: SQLite, which has no right to write them, makes none. */
static void allow_book(struct cage *cage, const struct home *home)
{
    static const char *const names[] = {BOOK_FILE, BOOK_FILE "-wal", BOOK_FILE "-shm"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = home_state(home, names[i]);
        cage_allow(cage, path, CAGE_READ);
    }
}

/* What one verb after the other of a step needs. */
static void allow_step(struct cage *cage, struct reader *reader, enum confine how, const char *folder)
{
    const struct index_config *where = reader_where(reader);
    const char *mail = reader->mail_root ? reader->mail_root : where->mail;
    bool keeps = how == CONFINE_KEEP || how == CONFINE_SYNC;
    allow_index(cage, where, keeps || how == CONFINE_INDEX ? CAGE_WRITE : CAGE_READ);
    if (how == CONFINE_LOOK || how == CONFINE_INDEX)
        allow_archive(cage, mail, CAGE_READ);
    if (keeps) /* nobody who is forked has more than this: plans may name any folder */
        allow_archive(cage, mail, where->sync_flags == SAID_NO ? CAGE_READ : CAGE_WRITE);
    if (how == CONFINE_JUDGE || how == CONFINE_LOOK)
        allow_book(cage, reader->home);
    if (!keeps)
        return;
    cage_allow(cage, reader->home->state_dir, CAGE_WRITE);
    allow_mail(cage, reader, *reader->config->maildir ? reader->config->maildir : mail, folder);
    if (!*reader->config->maildir && strcmp(mail, where->mail) != 0) { /* what was stored there is moved */
        allow_mail(cage, reader, where->mail, folder);
        cage_allow(cage, mail, CAGE_WRITE); /* where its folders may have to be made */
    }
}

void reader_confine(struct reader *reader, enum confine how, const char *folder)
{
    bool keeps = how == CONFINE_KEEP || how == CONFINE_SYNC; /* parses nothing, and ends those it forked
                                                                before */
    struct cage *cage = cage_new(keeps ? CAGE_SIGNALS : CAGE_NO_SIGNALS);
    if (cage) {
        allow_system(cage, reader->home);
        allow_settings(cage, reader->home);
        allow_step(cage, reader, how, folder ? folder : "");
        cage_enter(cage);
    }
    if (how == CONFINE_JUDGE || how == CONFINE_LOOK)
        cage_restrain(CAGE_JUDGES);
    else if (how == CONFINE_INDEX)
        cage_restrain(CAGE_INDEXES);
}
