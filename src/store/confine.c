/* Which files judging, indexing and explaining need, and shutting off all others. Where the index is, libnotmuch
 * would say, but loading it costs more than judging most messages; so the few lines of its configuration that
 * tell are read here (notmuch-config(1), CONFIGURATION). */
#include <dirent.h>
#include <string.h>

#include "cage.h"
#include "sources.h"

static const char *setting_of(const char *name)
{
    const char *value = g_getenv(name);
    return value && *value ? value : NULL;
}

static char *index_config(void)
{
    const char *named = setting_of("NOTMUCH_CONFIG"), *profile = setting_of("NOTMUCH_PROFILE");
    if (named)
        return g_strdup(named);
    char *usual =
        g_build_filename(g_get_user_config_dir(), "notmuch", profile ? profile : "default", "config", NULL);
    if (g_file_test(usual, G_FILE_TEST_EXISTS))
        return usual;
    g_free(usual);
    return g_strdup_printf("%s/.notmuch-config%s%s", g_get_home_dir(), profile ? "." : "", profile ? profile : "");
}

static char *below_home(char *path)
{
    if (!path || !*path || g_path_is_absolute(path))
        return path;
    char *whole = g_build_filename(g_get_home_dir(), path, NULL);
    g_free(path);
    return whole;
}

/* Where libnotmuch looks for an index that its configuration does not name. */
static char *unnamed_index(void)
{
    const char *profile = setting_of("NOTMUCH_PROFILE"), *maildir = setting_of("MAILDIR");
    char *data = g_build_filename(g_get_user_data_dir(), "notmuch", profile ? profile : "default", NULL);
    if (g_file_test(data, G_FILE_TEST_EXISTS))
        return data;
    g_free(data);
    return maildir ? g_strdup(maildir) : g_build_filename(g_get_home_dir(), "mail", NULL);
}

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

/* A Maildir below ROOT, which may be a link to somewhere else or lie behind one. Where tags become flags, what was
 * stored there goes from new to cur. */
static void allow_folder(struct cage *cage, const char *root, const char *folder)
{
    static const char *const places[] = {"new", "cur"};
    g_autofree char *path = g_build_filename(root, folder, NULL);
    cage_allow_first(cage, path, CAGE_READ);
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        g_autofree char *below = g_build_filename(path, places[i], NULL);
        cage_allow(cage, below, CAGE_WRITE);
    }
}

struct below {
    struct cage *cage;
    const char *root;
};

static void allow_ruled(const char *folder, void *data)
{
    const struct below *below = data;
    allow_folder(below->cage, below->root, folder);
}

static void allow_mail(struct cage *cage, const struct sources *sources, const char *root, const char *folder)
{
    const struct config *config = sources->config;
    struct below below = {cage, root};
    rules_folders(sources->rules, allow_ruled, &below);
    for (int place = 0; place < PLACE_COUNT; place++)
        allow_folder(cage, root, config->folders[place]);
    static const char *const usual[] = {"", "INBOX", "Inbox", "inbox"};
    for (size_t i = 0; i < G_N_ELEMENTS(usual); i++)
        allow_folder(cage, root, usual[i]);
    allow_folder(cage, root, folder);
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
    g_autofree char *path = index_config();
    g_autoptr(GKeyFile) file = g_key_file_new();
    (void)g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, NULL); /* one that is missing says nothing */
    g_autofree char *named = below_home(g_key_file_get_string(file, "database", "path", NULL));
    g_autofree char *root = below_home(g_key_file_get_string(file, "database", "mail_root", NULL));
    const char *first = setting_of("NOTMUCH_DATABASE");
    g_autofree char *database = first ? g_strdup(first) : named && *named ? g_strdup(named) : unnamed_index();
    const char *mail = sources->history ? history_mail_root(sources->history) : root && *root ? root : database;
    cage_allow(cage, path, CAGE_READ);
    allow_index(cage, database, how == CONFINE_STORE || how == CONFINE_TAG ? CAGE_WRITE : CAGE_READ);
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
    const char *more = setting_of("LD_LIBRARY_PATH");
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
