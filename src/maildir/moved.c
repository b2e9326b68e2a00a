/* Reads a cur folder once for all files that are looked for in it. Knows how a Maildir marks flags. */
#include <dirent.h>
#include <errno.h>
#include <string.h>

#include "maildir/moved.h"
#include "base/text.h"

void moved_clear(struct moved *moved)
{
    g_clear_pointer(&moved->folder, g_free);
    g_clear_pointer(&moved->names, g_hash_table_destroy);
}

static void read_folder(struct moved *moved, const char *folder)
{
    if (g_strcmp0(moved->folder, folder) == 0)
        return;
    moved_clear(moved);
    moved->folder = g_strdup(folder);
    moved->names = g_hash_table_new_full(text_hash, g_str_equal, g_free, g_free);
    DIR *dir = opendir(folder);
    moved->unread = !dir && errno != ENOENT && errno != EACCES; /* what is out of reach stays that */
    for (struct dirent *entry; dir && (errno = 0, entry = readdir(dir));)
        g_hash_table_insert(moved->names, g_strndup(entry->d_name, strcspn(entry->d_name, ":")),
                            g_strdup(entry->d_name));
    if (!dir)
        return;
    moved->unread = errno != 0;
    closedir(dir);
}

char *moved_to(struct moved *moved, const char *path)
{
    g_autofree char *name = g_path_get_basename(path), *from = g_path_get_dirname(path);
    g_autofree char *maildir = g_path_get_dirname(from), *folder = g_build_filename(maildir, "cur", NULL);
    read_folder(moved, folder);
    name[strcspn(name, ":")] = '\0';
    const char *found = g_hash_table_lookup(moved->names, name);
    return found ? g_build_filename(folder, found, NULL) : NULL;
}
