/* Lines of those that wait, and the lock of those who take them. */
#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>

#include "index-batch.h"

struct batch batch_new(void)
{
    return (struct batch){g_ptr_array_new_with_free_func(g_free), g_ptr_array_new_with_free_func(g_free),
                          g_ptr_array_new_with_free_func(g_free), g_array_new(FALSE, FALSE, sizeof(enum placement)), 0, 0};
}

bool batch_collect(const struct waiting *waiting, void *data)
{
    struct batch *batch = data;
    g_ptr_array_add(batch->paths, g_strdup(waiting->path));
    g_ptr_array_add(batch->ids, g_strdup(waiting->id));
    g_ptr_array_add(batch->tags, g_strdup(waiting->tags));
    g_array_append_val(batch->placements, waiting->placement);
    return true;
}

void batch_clear(struct batch *batch)
{
    g_ptr_array_free(batch->paths, TRUE);
    g_ptr_array_free(batch->ids, TRUE);
    g_ptr_array_free(batch->tags, TRUE);
    g_array_free(batch->placements, TRUE);
}

void batch_absent(struct batch *batch, guint at)
{
    g_free(batch->ids->pdata[at]);
    batch->ids->pdata[at] = g_strdup(""); /* so that nothing is noted as indexed */
    batch->absent++;
}

void batch_leave(struct batch *batch, guint at)
{
    g_clear_pointer(&batch->ids->pdata[at], g_free);
    batch->left++;
}

/* The lock among heeds; false where another has it for longer than SECONDS. */
bool index_lock(int fd, double seconds)
{
    for (double waited = 0; flock(fd, LOCK_EX | LOCK_NB) != 0; waited += 0.02) {
        if (waited >= seconds)
            return false;
        g_usleep(20000);
    }
    return true;
}

int index_lock_open(const struct sources *sources, struct err *err)
{
    g_autofree char *path = g_build_filename(sources->state_dir, "index.lock", NULL);
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        (void)!err_errno(err, STATUS_IO, "cannot open %s", path);
    return fd;
}
