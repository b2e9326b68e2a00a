/* Plans that were left: small files, each made under another name and renamed, so that none is seen half.
 * Who is killed leaves a file without a plan's name, which the next indexer removes when it is a day old. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/days.h"
#include "base/spool.h"
#include "left.h"

#define FOLDER "plans"
#define SUFFIX ".plan"
#define MOST_BYTES (1u << 20)
#define LEFT_TYPE "(s" PLAN_TYPE ")"

static enum status open_new(const struct home *home, char **path, int *fd, struct err *err)
{
    g_autofree char *folder = home_state(home, FOLDER);
    for (int try = 0; try < 2; try++) {
        *path = g_strdup_printf("%s/%lld.%ld.XXXXXX", folder, (long long)time(NULL), (long)getpid());
        *fd = mkostemp(*path, O_CLOEXEC); /* mode 0600 */
        if (*fd >= 0)
            return STATUS_OK;
        g_clear_pointer(path, g_free);
        if (errno != ENOENT || g_mkdir_with_parents(folder, 0700) != 0)
            break;
    }
    return err_errno(err, STATUS_IO, "cannot leave a plan in %s", folder);
}

static enum status leave(const struct home *home, const void *bytes, size_t length, struct err *err)
{
    g_autofree char *temporary = NULL;
    int fd;
    enum status status = open_new(home, &temporary, &fd, err);
    if (status)
        return status;
    g_autofree char *name = g_strconcat(temporary, SUFFIX, NULL);
    bool written = write_all(fd, bytes, length);
    written = close(fd) == 0 && written;
    if (written && rename(temporary, name) == 0) /* State: left. */
        return STATUS_OK;
    status = err_errno(err, STATUS_IO, "cannot leave a plan");
    unlink(temporary);
    return status;
}

enum status plan_leave(const struct home *home, const struct plan *plan, const char *path, struct err *err)
{
    g_autoptr(GVariant) left = g_variant_ref_sink(g_variant_new("(s@" PLAN_TYPE ")", path, plan_pack(plan)));
    return leave(home, g_variant_get_data(left), g_variant_get_size(left), err);
}

static int by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* What somebody who was killed began. */
static void remove_torn(const char *path)
{
    struct stat st;
    if (lstat(path, &st) == 0 && st.st_mtime < time(NULL) - DAY)
        unlink(path);
}

GPtrArray *left_names(const struct home *home)
{
    g_autofree char *folder = home_state(home, FOLDER);
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        char *path = g_build_filename(folder, name, NULL);
        if (g_str_has_suffix(name, SUFFIX)) {
            g_ptr_array_add(names, path);
            continue;
        }
        remove_torn(path);
        g_free(path);
    }
    if (dir)
        g_dir_close(dir);
    g_ptr_array_sort(names, by_name);
    return names;
}

unsigned plans_left(const struct home *home, int64_t before)
{
    g_autofree char *folder = home_state(home, FOLDER);
    unsigned count = 0;
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        struct stat st;
        g_autofree char *path = g_build_filename(folder, name, NULL);
        count += g_str_has_suffix(name, SUFFIX) && lstat(path, &st) == 0 && st.st_mtime < before;
    }
    if (dir)
        g_dir_close(dir);
    return count;
}

static struct plan *read_left(GBytes *bytes, char **path)
{
    const char *at;
    g_autoptr(GVariant) packed = NULL;
    g_autoptr(GVariant) raw =
        g_variant_ref_sink(g_variant_new_from_bytes(G_VARIANT_TYPE(LEFT_TYPE), bytes, FALSE));
    g_autoptr(GVariant) left = g_variant_get_normal_form(raw);
    g_variant_get(left, "(&s@" PLAN_TYPE ")", &at, &packed);
    struct plan *plan = g_path_is_absolute(at) ? plan_unpack(packed) : NULL;
    if (plan)
        *path = g_strdup(at);
    return plan;
}

/* The bytes of the file NAME; NULL where it is none, or cannot be read. */
static GBytes *bytes_of(const char *name)
{
    owned(spool) spool = NULL;
    if (spool_open(name, &spool, NULL) || spool_size(spool) > MOST_BYTES)
        return NULL;
    size_t size = spool_size(spool);
    g_autofree char *bytes = g_malloc(size + 1);
    return spool_peek(spool, 0, bytes, size) == size ? g_bytes_new_take(g_steal_pointer(&bytes), size) : NULL;
}

struct plan *left_read(const char *name, char **path)
{
    g_autoptr(GBytes) bytes = bytes_of(name);
    return bytes ? read_left(bytes, path) : NULL;
}

GPtrArray *plans_all(const struct home *home)
{
    g_autoptr(GPtrArray) names = left_names(home);
    GPtrArray *all = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
    for (guint i = 0; i < names->len; i++) {
        GBytes *bytes = bytes_of(names->pdata[i]);
        if (bytes)
            g_ptr_array_add(all, bytes);
    }
    return all;
}

enum status plan_put_back(const struct home *home, GBytes *bytes, bool dry, struct err *err)
{
    g_autofree char *path = NULL;
    owned(plan) plan = g_bytes_get_size(bytes) <= MOST_BYTES ? read_left(bytes, &path) : NULL;
    if (!plan)
        return err_set(err, STATUS_CORRUPT, "a plan that was left is none");
    return dry ? STATUS_OK : leave(home, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), err);
}
