#include <dlfcn.h>
#include <stdbool.h>

#include <glib.h>

#include "base/ending.h"
#include "base/part.h"

#ifndef RTLD_DEEPBIND /* glibc's, dlopen(3) */
#define RTLD_DEEPBIND 0
#endif

/* A part whose names are looked up in its own libraries first is loaded in half the time. Where somebody
 * stands between the program and the C library, its calls would not pass there: memory would be freed by
 * who did not give it. */
static bool interposed;

void part_prepare(bool preloaded)
{
    interposed = preloaded;
}

static int own_names_first(void)
{
    void *libc = dlopen("libc.so.6", RTLD_LAZY | RTLD_NOLOAD);
    bool own = libc && dlsym(libc, "malloc") == dlsym(RTLD_DEFAULT, "malloc") && !interposed;
    if (libc)
        dlclose(libc);
    return own ? RTLD_DEEPBIND : 0;
}

enum status part_load(const char *name, void **part, struct err *err)
{
    /* PREFIX/bin/heed, PREFIX/lib/heed. A run path in the program would do the same, but have the loader
     * look there for every other library, too. */
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *bin = g_path_get_dirname(program ? program : "/usr/bin/heed");
    g_autofree char *path = g_strdup_printf("%s/../lib/heed/heed-%s.so", bin, name);
    void *loaded = dlopen(path, RTLD_LAZY | RTLD_LOCAL | own_names_first());
    if (!loaded)
        return err_set(err, STATUS_NOT_FOUND, "a part of heed is missing: %s", dlerror());
    g_autofree char *symbol = g_strconcat("part_version_", name, NULL);
    const char *version = dlsym(loaded, symbol);
    if (!version || !g_str_equal(version, HEED_VERSION))
        return err_set(err, STATUS_NOT_FOUND, "%s is of another heed than %s", path, HEED_VERSION);
    ending_log_too((ending_set_writer *)dlsym(loaded, "g_log_set_writer_func"));
    *part = loaded;
    return STATUS_OK;
}

void *part_symbol(void *part, const char *name)
{
    void *found = dlsym(part, name);
    if (!found)
        g_error("a part of heed lacks %s", name);
    return found;
}
