/* Finding folders and reading their names. Opens no mail. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"
#include "maildir/folder.h"
#include "maildir/mailbox.h"

#define MOST_DEPTH 12
#define MOST_FOLDERS 20000
#define FRESH 2 /* seconds in which a folder may change again without its time changing */
#define MOST_KEYWORDS (64 << 10) /* bytes of dovecot-keywords that are looked at */

void mailbox_free(struct mailbox *mailbox)
{
    g_free(mailbox->path);
    g_free(mailbox->name);
    g_free(mailbox);
}

/* --- finding -------------------------------------------------------------------------------------------- */

struct finding_folders {
    const char *root;
    const struct use_names *names;
    GPtrArray *all;
    GHashTable *seen; /* device and inode, since links may lead in circles */
};

static bool is_folder(const char *path, const char *name, struct stat *st)
{
    g_autofree char *below = g_build_filename(path, name, NULL);
    return stat(below, st) == 0 && S_ISDIR(st->st_mode);
}

/* ".Lists.Birds" of Maildir++ as "Lists/Birds", IMAP's modified UTF-7 (RFC 3501 5.1.3) as UTF-8; the folder
 * of an account itself is its inbox. */
static char *shown_name(const char *path)
{
    g_autoptr(GString) name = g_string_new(NULL);
    g_auto(GStrv) parts = g_strsplit(path, "/", -1);
    for (char **part = parts; *part; part++) {
        bool dotted = **part == '.';
        g_autofree char *readable = maildir_folder_readable(*part + dotted);
        if (dotted)
            g_strdelimit(readable, ".", '/');
        if (*readable)
            g_string_append_printf(name, "%s%s", name->len ? "/" : "", readable);
    }
    return g_strdup(name->len ? name->str : "INBOX");
}

uint32_t mail_keyword(const char *name)
{
    static const struct {
        const char *name;
        uint32_t flag;
    } known[] = {{"$Forwarded", MAIL_PASSED}, {"Forwarded", MAIL_PASSED}, {"$Junk", MAIL_JUNK},
                 {"Junk", MAIL_JUNK},         {"$NotJunk", MAIL_NOT_JUNK}, {"NonJunk", MAIL_NOT_JUNK},
                 {"NotJunk", MAIL_NOT_JUNK}};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (g_ascii_strcasecmp(name, known[i].name) == 0)
            return known[i].flag;
    return 0;
}

/* By the letter that stands for it in names. */
static void read_keywords(const char *folder, uint32_t *keywords)
{
    g_autofree char *path = g_build_filename(folder, "dovecot-keywords", NULL);
    FILE *file = fopen(path, "re");
    char line[512];
    for (size_t bytes = 0; file && bytes < MOST_KEYWORDS && fgets(line, sizeof line, file);) {
        int letter, at = 0;
        bytes += strlen(line);
        line[strcspn(line, "\n")] = '\0';
        if (sscanf(line, "%d %n", &letter, &at) != 1 || !at || letter < 0 || letter >= 26)
            continue;
        keywords[letter] = mail_keyword(line + at);
    }
    if (file)
        fclose(file);
}

static struct mailbox *add_folder(const struct finding_folders *finding, const char *path)
{
    struct mailbox *mailbox = g_new0(struct mailbox, 1);
    mailbox->path = g_strdup(path);
    mailbox->name = shown_name(path);
    mailbox->use = finding->names ? special_use_of(mailbox->name, finding->names) : USE_OTHER;
    g_ptr_array_add(finding->all, mailbox);
    return mailbox;
}

static void look(struct finding_folders *finding, const char *path, int depth)
{
    g_autofree char *folder = g_build_filename(finding->root, *path ? path : NULL, NULL);
    struct stat st;
    if (finding->all->len >= MOST_FOLDERS || stat(folder, &st) != 0)
        return;
    char *id = g_strdup_printf("%llx %llx", (unsigned long long)st.st_dev, (unsigned long long)st.st_ino);
    if (!g_hash_table_add(finding->seen, id))
        return;
    bool mail = is_folder(folder, "cur", &st) && is_folder(folder, "new", &st);
    struct mailbox *mailbox = mail ? add_folder(finding, path) : NULL;
    DIR *dir = depth < MOST_DEPTH ? opendir(folder) : NULL;
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        static const char *const others[] = {".", "..", "cur", "new", "tmp", ".notmuch", NULL};
        bool maybe = entry->d_type == DT_DIR || entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN;
        if (!maybe || g_strv_contains(others, entry->d_name) || !is_folder(folder, entry->d_name, &st))
            continue;
        g_autofree char *below =
            *path ? g_build_filename(path, entry->d_name, NULL) : g_strdup(entry->d_name);
        look(finding, below, depth + 1);
        g_autofree char *cur = g_build_filename(entry->d_name, "cur", NULL);
        bool dotted = mailbox && finding->names && *entry->d_name == '.' && is_folder(folder, cur, &st);
        if (dotted && mailbox->use == USE_OTHER)
            mailbox->use = USE_INBOX; /* an account's: folders of Maildir++ lie beside its mail */
    }
    if (dir)
        closedir(dir);
}

static int by_path(gconstpointer a, gconstpointer b)
{
    return strcmp((*(struct mailbox *const *)a)->path, (*(struct mailbox *const *)b)->path);
}

GPtrArray *mailboxes_find(const char *root, const struct use_names *names)
{
    struct finding_folders finding = {root, names,
                                      g_ptr_array_new_with_free_func((GDestroyNotify)mailbox_free),
                                      g_hash_table_new_full(text_hash, g_str_equal, g_free, NULL)};
    look(&finding, "", 0);
    g_hash_table_destroy(finding.seen);
    g_ptr_array_sort(finding.all, by_path);
    return finding.all;
}

const struct mailbox *mailboxes_at(const GPtrArray *all, const char *path)
{
    for (guint i = 0; i < all->len; i++)
        if (strcmp(((const struct mailbox *)all->pdata[i])->path, path) == 0)
            return all->pdata[i];
    return NULL;
}

char *mailbox_account(const char *path)
{
    const char *slash = strrchr(path, '/'), *last = slash ? slash + 1 : path;
    if (g_ascii_strcasecmp(last, "INBOX") != 0)
        return g_strdup(path);
    return g_strndup(path, slash ? (gsize)(slash - path) : 0);
}

/* --- reading -------------------------------------------------------------------------------------------- */

char *mailbox_stamp(const char *root, const struct mailbox *mailbox, int64_t now)
{
    static const char *const places[] = {"cur", "new", "dovecot-keywords"};
    g_autoptr(GString) stamp = g_string_new(NULL);
    bool fresh = false;
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        struct stat st;
        g_autofree char *path = g_build_filename(root, mailbox->path, places[i], NULL);
        if (stat(path, &st) != 0)
            continue;
        g_string_append_printf(stamp, "%llx %lld.%09ld ", (unsigned long long)st.st_ino,
                               (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec);
        fresh |= ABS(now - (int64_t)st.st_mtim.tv_sec) <= FRESH;
    }
    return g_strdup(fresh ? "" : stamp->str);
}

bool mailbox_is_same(const char *stamp, const char *before)
{
    return *stamp && g_strcmp0(stamp, before) == 0;
}

static uint32_t flags_of(const char *info, const uint32_t *keywords)
{
    static const char letters[] = "SRPFTD";
    uint32_t flags = 0;
    for (const char *p = strncmp(info, ":2,", 3) == 0 ? info + 3 : ""; *p; p++) {
        const char *at = strchr(letters, *p);
        if (at)
            flags |= 1u << (at - letters);
        else if (*p >= 'a' && *p <= 'z')
            flags |= keywords[*p - 'a'];
    }
    return flags;
}
G_STATIC_ASSERT(MAIL_SEEN == 1 && MAIL_PASSED == 1 << 2 && MAIL_DRAFT == 1 << 5);

/* Up to the flags; of what lies in new, where some filters leave flags, too, all of it. */
static char *base_of(const char *name, bool fresh)
{
    return fresh ? g_strdup(name) : g_strndup(name, strcspn(name, ":"));
}

static bool read_place(const char *folder, const char *place, const uint32_t *keywords, mail_each *each,
                       void *data)
{
    g_autofree char *path = g_build_filename(folder, place, NULL);
    bool fresh = strcmp(place, "new") == 0;
    DIR *dir = opendir(path);
    if (!dir)
        return false;
    struct dirent *entry;
    while (errno = 0, (entry = readdir(dir))) {
        bool file = entry->d_type == DT_REG || entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN;
        if (*entry->d_name == '.' || !file || !g_utf8_validate(entry->d_name, -1, NULL))
            continue; /* no mail program gives names that are no UTF-8 */
        g_autofree char *base = base_of(entry->d_name, fresh);
        const char *info = strchr(entry->d_name, ':');
        each(&(struct mail_name){base, fresh ? "new" : entry->d_name + strlen(base),
                                 info ? flags_of(info, keywords) : 0},
             data);
    }
    bool whole = errno == 0;
    closedir(dir);
    return whole;
}

/* What moves from new to cur meanwhile is met, once or twice. */
bool mailbox_names(const char *root, const struct mailbox *mailbox, mail_each *each, void *data)
{
    uint32_t keywords[26] = {0};
    g_autofree char *folder = g_build_filename(root, mailbox->path, NULL);
    read_keywords(folder, keywords);
    bool fresh = read_place(folder, "new", keywords, each, data);
    return read_place(folder, "cur", keywords, each, data) && fresh;
}

char *mail_path(const char *root, const char *path, const char *base, const char *info)
{
    bool fresh = strcmp(info, "new") == 0;
    g_autofree char *name = g_strconcat(base, fresh ? "" : info, NULL);
    return g_build_filename(root, path, fresh ? "new" : "cur", name, NULL);
}

struct mail_parts mail_split(const char *root, const char *path)
{
    g_autofree char *name = g_path_get_basename(path), *within = g_path_get_dirname(path);
    g_autofree char *maildir = g_path_get_dirname(within);
    bool fresh = g_str_has_suffix(within, "/new"), below = strlen(maildir) > strlen(root);
    struct mail_parts parts = {g_strdup(below ? maildir + strlen(root) + 1 : ""), base_of(name, fresh), NULL};
    parts.info = g_strdup(fresh ? "new" : name + strlen(parts.base));
    return parts;
}

void mail_parts_clear(struct mail_parts *parts)
{
    g_free(parts->folder);
    g_free(parts->base);
    g_free(parts->info);
}
