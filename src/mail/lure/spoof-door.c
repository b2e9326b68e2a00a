/* The door to ICU, which comes with heed-spoof.so (spoof.c): names of ASCII alone need none of it. */
#include "base/part.h"
#include "spoof.h"

static char *(*load(void))(const char *)
{
    void *part;
    return part_load("spoof", &part, NULL) == STATUS_OK ? (char *(*)(const char *))part_symbol(part, "spoof_skeleton")
                                                        : NULL;
}

char *spoof_skeleton(const char *name)
{
    static char *(*real)(const char *);
    static gsize loaded;
    if (g_once_init_enter(&loaded)) {
        real = load();
        g_once_init_leave(&loaded, 1);
    }
    return real ? real(name) : g_utf8_strdown(name, -1);
}
