/* Dovecot's table of users: one question, one answer, lines of fields with tabs between them. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/frame.h"
#include "site-userdb.h"
#include "wire.h"

#define MOST_LINE 8192
#define MOST_LINES 50 /* that it says of itself before it answers */

static bool read_id(const char *text, uint32_t *id)
{
    guint64 number;
    if (!g_ascii_string_to_unsigned(text, 10, 0, G_MAXUINT32 - 1, &number, NULL))
        return false;
    *id = (uint32_t)number;
    return true;
}

/* "maildir:~/Mail:LAYOUT=fs", or of Dovecot 2.4 the path alone. */
static void take_mail(struct site_user *user, const char *value)
{
    const char *path = g_str_has_prefix(value, "maildir:") ? value + strlen("maildir:") : value;
    g_autofree char *plain = g_strndup(path, strcspn(path, ":"));
    if (user->home && g_str_has_prefix(plain, "~/"))
        user->maildir = g_build_filename(user->home, plain + 2, NULL);
    else if (*plain == '/')
        user->maildir = g_strdup(plain);
}

/* "USER", id, name, then "key=value" each. */
static enum status take_user(char **fields, const char *path, struct site_user *user,
                             struct err *err)
{
    const char *mail = NULL;
    bool uid = false, gid = false;
    user->name = g_strdup(fields[2]);
    for (char **field = fields + 3; *field; field++) {
        if (strchr(*field, '\001')) /* something that had to be escaped: of no use in a path */
            continue;
        if (g_str_has_prefix(*field, "uid="))
            uid = read_id(*field + 4, &user->uid);
        else if (g_str_has_prefix(*field, "gid="))
            gid = read_id(*field + 4, &user->gid);
        else if (g_str_has_prefix(*field, "home=") && !user->home)
            user->home = g_strdup(*field + 5);
        else if (g_str_has_prefix(*field, "mail=") || g_str_has_prefix(*field, "mail_path="))
            mail = strchr(*field, '=') + 1;
    }
    if (!uid || !gid || !user->home)
        return err_set(err, STATUS_NOT_FOUND, "%s gives no uid, gid and home", path);
    if (mail)
        take_mail(user, mail);
    return STATUS_OK;
}

enum status site_userdb_ask(const char *path, const char *name, double seconds,
                            struct site_user *user, struct err *err)
{
    double deadline = clock_seconds() + seconds;
    int fd = wire_connect(path, seconds);
    if (fd < 0)
        return err_errno(err, STATUS_IO, "cannot connect to %s", path);
    owned(wire) wire = wire_new(fd);
    g_autoptr(GString) line = g_string_new(NULL);
    wire_say(wire, "VERSION\t1\t0\nUSER\t1\t%s\tservice=lmtp\n", name);
    (void)wire_flush(wire, seconds); /* an answer tells */
    for (int i = 0; i < MOST_LINES; i++) {
        enum wire_got got = wire_line(wire, line, MOST_LINE, deadline);
        if (got != WIRE_BARE && got != WIRE_LINE)
            break;
        g_auto(GStrv) fields = g_strsplit(line->str, "\t", -1);
        if (g_strv_length(fields) < 2 || strcmp(fields[1], "1") != 0)
            continue;
        if (!strcmp(fields[0], "USER") && fields[2])
            return take_user(fields, path, user, err);
        if (!strcmp(fields[0], "NOTFOUND"))
            return err_set(err, STATUS_NOT_FOUND, "Dovecot knows no such user");
        if (!strcmp(fields[0], "FAIL"))
            break;
    }
    return err_set(err, STATUS_IO, "%s gives no answer", path);
}
