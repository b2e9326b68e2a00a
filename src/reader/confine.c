/* Which files judging, indexing and explaining need, and shutting off all others. */
#include <dirent.h>
#include <string.h>

#include "base/cage.h"
#include "store/index-config.h"
#include "reader/sources.h"

/* Beside the index may lie hooks, which notmuch runs: nobody writes there. */
static void allow_index(struct cage *cage, const char *database, enum cage_access access)
{
    static const char *const places[] = {".notmuch/xapian", "xapian"}; /* links, where they are some */
    g_autofree char *beside = g_build_filename(database, ".notmuch", NULL);
    cage_allow(cage, beside, CAGE_READ);
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        g_autofree char *path = g_build_filename(database, places[i], NULL);
        cage_allow(cage, path, access);
    }
}

struct below {
    struct cage *cage;
    const char *root;
    GHashTable *done; /* folders */
};

/* A Maildir below the root, which may be a link to somewhere else or lie behind one. Where tags become flags, what was
 * stored there goes from new to cur. */
static void allow_folder(const char *folder, void *data)
{
    static const char *const places[] = {"new", "cur"};
    const struct below *below = data;
    if (!g_hash_table_add(below->done, (gpointer)folder))
        return;
    g_autofree char *path = g_build_filename(below->root, folder, NULL);
    cage_allow_first(below->cage, path, CAGE_READ);
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        g_autofree char *place = g_build_filename(path, places[i], NULL);
        cage_allow(below->cage, place, CAGE_WRITE);
    }
}

static void allow_mail(struct cage *cage, const struct sources *sources, const char *root, const char *folder)
{
    g_autoptr(GHashTable) done = g_hash_table_new(g_str_hash, g_str_equal);
    struct below below = {cage, root, done};
    rules_folders(sources->rules, allow_folder, &below);
    for (int place = 0; place < PLACE_COUNT; place++)
        allow_folder(sources->config->folders[place], &below);
    for (const char *const *usual = usual_folders; *usual; usual++)
        allow_folder(*usual, &below);
    allow_folder(folder, &below);
}

#define MOST_DEPTH 8

/* Folders below PATH that are links to somewhere else: notmuch follows them, and the kernel asks where they lead. What is
 * in cur and new is not looked at. */
static void allow_links(struct cage *cage, const char *path, enum cage_access access, int depth)
{
    DIR *dir = depth < MOST_DEPTH ? opendir(path) : NULL;
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        const char *name = entry->d_name;
        bool link = entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN;
        bool leaf = !strcmp(name, "cur") || !strcmp(name, "new") || !strcmp(name, "tmp");
        if ((!link && entry->d_type != DT_DIR) || !strcmp(name, ".") || !strcmp(name, "..") || !strcmp(name, ".notmuch"))
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

static void allow_notmuch(struct cage *cage, const struct sources *sources, enum confine how, const char *folder)
{
    owned(index_config) notmuch = index_config_read();
    const char *mail = sources->mail_root ? sources->mail_root : notmuch->mail;
    cage_allow(cage, notmuch->file, CAGE_READ);
    allow_index(cage, notmuch->database, how == CONFINE_STORE || how == CONFINE_TAG ? CAGE_WRITE : CAGE_READ);
    if (how == CONFINE_STORE)
        allow_mail(cage, sources, *sources->config->maildir ? sources->config->maildir : mail, folder);
    else if (how == CONFINE_WALK)
        allow_archive(cage, mail, CAGE_READ);
    else if (how == CONFINE_TAG) /* any message's flags may change, wherever it lies */
        allow_archive(cage, mail, sources->history && history_syncs_flags(sources->history) ? CAGE_WRITE : CAGE_READ);
}

/* What libraries read for themselves, and the libraries and parts of heed that are loaded later. */
static void allow_system(struct cage *cage)
{
    static const char *const places[] = {
        "/usr", "/lib", "/lib64", "/opt", "/nix/store", "/gnu/store", "/etc/ld.so.cache", "/etc/localtime",
        "/etc/passwd", "/etc/nsswitch.conf", "/dev/null", "/dev/urandom",
        "/sys/devices/system/cpu/online", "/proc/stat", "/proc/sys/vm/overcommit_memory", /* threads and their memory */
    };
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++)
        cage_allow(cage, places[i], CAGE_READ);
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *bin = g_path_get_dirname(program ? program : "/usr/bin/heed");
    g_autofree char *parts = g_build_filename(bin, "..", "lib", NULL);
    cage_allow(cage, parts, CAGE_READ);
    const char *more = g_getenv("LD_LIBRARY_PATH");
    g_auto(GStrv) paths = g_strsplit(more ? more : "", ":", -1);
    for (char **path = paths; *path; path++)
        if (**path == '/')
            cage_allow(cage, *path, CAGE_READ);
}

void sources_confine(const struct sources *sources, enum confine how, const char *folder)
{
    struct cage *cage = cage_new(CAGE_NO_SIGNALS);
    if (!cage)
        return;
    allow_system(cage);
    cage_allow(cage, "/etc/heed", CAGE_READ);
    cage_allow(cage, sources->config->user_file, CAGE_READ);
    if (sources->state_dir)
        cage_allow(cage, sources->state_dir, CAGE_WRITE);
    allow_notmuch(cage, sources, how, folder ? folder : "");
    cage_enter(cage);
}
