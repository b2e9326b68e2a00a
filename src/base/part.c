#include <dlfcn.h>

#include <glib.h>

#include "part.h"

#ifndef RTLD_DEEPBIND /* glibc's, dlopen(3) */
#define RTLD_DEEPBIND 0
#endif

enum status part_load(const char *name, enum part_scope scope, void **part, struct err *err)
{
    /* PREFIX/bin/heed, PREFIX/lib/heed. A run path in the program would do the same, but have the loader
     * look there for every other library, too. */
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *bin = g_path_get_dirname(program ? program : "/usr/bin/heed");
    g_autofree char *path = g_strdup_printf("%s/../lib/heed/heed-%s.so", bin, name);
    void *loaded = dlopen(path, RTLD_LAZY | RTLD_LOCAL | (scope == PART_OWN ? RTLD_DEEPBIND : 0));
    if (!loaded)
        return err_set(err, STATUS_NOT_FOUND, "a part of heed is missing: %s", dlerror());
    g_autofree char *symbol = g_strconcat("part_version_", name, NULL);
    const char *version = dlsym(loaded, symbol);
    if (!version || !g_str_equal(version, HEED_VERSION))
        return err_set(err, STATUS_NOT_FOUND, "%s is of another heed than %s", path, HEED_VERSION);
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
