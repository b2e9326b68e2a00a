/* What the unit tests share: TAP on standard output, and a folder of their own. */
#ifndef HEED_UNIT_H
#define HEED_UNIT_H

#include <glib.h>
#include <glib/gstdio.h>

/* prove wants TAP; GTest speaks it when told so. Arguments of one's own (-p /path) are GTest's. */
static inline void unit_init(int argc, char **argv)
{
    char *with_tap[] = {argv[0], (char *)"--tap", NULL};
    char **args = argc > 1 ? argv : with_tap;
    int count = argc > 1 ? argc : 2;
    g_test_init(&count, &args, NULL);
}

G_GNUC_UNUSED static inline char *unit_folder(void)
{
    char *folder = g_dir_make_tmp("heed-unit.XXXXXX", NULL);
    g_assert_nonnull(folder);
    return folder;
}

static inline void unit_remove(char *folder)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    const char *name;
    while (dir && (name = g_dir_read_name(dir))) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR) && !g_file_test(path, G_FILE_TEST_IS_SYMLINK))
            unit_remove(g_strdup(path));
        else
            g_remove(path);
    }
    if (dir)
        g_dir_close(dir);
    g_rmdir(folder);
    g_free(folder);
}

#endif
