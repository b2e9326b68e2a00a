/* Where the book lies for a moment on its way out or in. */
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "archive.h"
#include "base/days.h"

static void remove_old(const struct home *home, const char *name)
{
    struct stat st;
    if (!g_str_has_prefix(name, "export.") && !g_str_has_prefix(name, "import."))
        return;
    g_autofree char *path = home_state(home, name);
    if (lstat(path, &st) == 0 && S_ISREG(st.st_mode) && time(NULL) - st.st_mtime > DAY)
        unlink(path);
}

char *archive_place(const struct home *home, const char *what)
{
    GDir *dir = g_dir_open(home->state_dir, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));)
        remove_old(home, name);
    g_clear_pointer(&dir, g_dir_close);
    return home_state(home, what);
}
