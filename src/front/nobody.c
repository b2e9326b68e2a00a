/* From root to nobody. */
#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include "nobody.h"

enum status nobody_become(const char *listener, struct err *err)
{
    if (geteuid() != 0)
        return STATUS_OK;
    const struct passwd *account = getpwnam(listener);
    if (!account || account->pw_uid == 0)
        return err_set(err, STATUS_CONFIG, "[site] listener: there is no account %s, or it is root",
                       listener);
    if (setgroups(1, &account->pw_gid) != 0 || setgid(account->pw_gid) != 0 || setuid(account->pw_uid) != 0)
        return err_errno(err, STATUS_IO, "cannot be %s", listener);
    return STATUS_OK;
}
