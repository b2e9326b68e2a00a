/* From root to nobody. */
#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include "nobody.h"

/* *ACCOUNT is NULL where this is not root. */
static enum status find(const char *listener, const struct passwd **account, struct err *err)
{
    *account = geteuid() == 0 ? getpwnam(listener) : NULL;
    if (geteuid() == 0 && (!*account || (*account)->pw_uid == 0))
        return err_set(err, STATUS_CONFIG, "[site] listener: there is no account %s, or it is root",
                       listener);
    return STATUS_OK;
}

enum status nobody_check(const char *listener, struct err *err)
{
    const struct passwd *account;
    return find(listener, &account, err);
}

enum status nobody_become(const char *listener, struct err *err)
{
    const struct passwd *account;
    enum status status = find(listener, &account, err);
    if (status || !account)
        return status;
    if (setgroups(1, &account->pw_gid) != 0 || setgid(account->pw_gid) != 0 || setuid(account->pw_uid) != 0)
        return err_errno(err, STATUS_IO, "cannot be %s", listener);
    return STATUS_OK;
}
