/* What stands for a skeleton where heed-spoof.so cannot be loaded: the name itself, which is like itself
 * only. */
#include "spoof.h"

__typeof__(spoof_skeleton) spoof_skeleton_without; /* the door calls it */

char *spoof_skeleton_without(const char *name)
{
    return g_utf8_strdown(name, -1);
}
