/* What a folder of mail may be called: names come from rules, from command lines and from a worker that
 * nobody trusts. */
#include <string.h>

#include <glib.h>

#include "maildir/folder.h"

bool maildir_folder_is_safe(const char *name)
{
    if (*name == '/' || strlen(name) > 500 || !g_utf8_validate(name, -1, NULL))
        return false;
    for (const char *p = name; *p; p++)
        if (g_ascii_iscntrl(*p))
            return false;
    g_auto(GStrv) parts = g_strsplit(name, "/", -1);
    for (char **part = parts; *part; part++)
        if (strcmp(*part, "..") == 0 || strcmp(*part, ".") == 0)
            return false;
    return true;
}
