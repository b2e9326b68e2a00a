/* Archives: what is written is read, of any size; what is cut anywhere, or changed in a header, is refused. */
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/spool.h"
#include "base/tar.h"
#include "unit.h"

static const uint64_t sizes[] = {0, 1, 511, 512, 513, 70000};

static char byte_at(unsigned file, uint64_t at)
{
    return (char)(file * 31 + at * 7);
}

static int write_archive(void)
{
    struct err err;
    int fd = memfd_create("archive", 0), from = memfd_create("from", 0);
    for (unsigned i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_autofree char *name = g_strdup_printf("file/%u", i), *bytes = g_malloc(sizes[i] + 1);
        for (uint64_t at = 0; at < sizes[i]; at++)
            bytes[at] = byte_at(i, at);
        if (i % 2) {
            g_assert_cmpint(ftruncate(from, 0), ==, 0);
            g_assert_cmpint(pwrite(from, bytes, sizes[i], 0), ==, (ssize_t)sizes[i]);
        }
        g_assert_cmpint(tar_put(fd, name, sizes[i], i % 2 ? NULL : bytes, from, &err), ==, STATUS_OK);
    }
    g_assert_cmpint(tar_end(fd, &err), ==, STATUS_OK);
    close(from);
    return fd;
}

/* How many files are read up to the end; -1 where there is none, or something is wrong. */
static int read_archive(int fd)
{
    struct tar_file file;
    struct err err;
    for (int n = 0;; n++) {
        if (tar_next(fd, &file, &err))
            return -1;
        if (!*file.name)
            return n;
        if (file.size > 1 << 20)
            return -1;
        g_autofree char *bytes = g_malloc(file.size + 1);
        if (tar_take(fd, &file, bytes, -1, &err))
            return -1;
        for (uint64_t at = 0; n < (int)G_N_ELEMENTS(sizes) && at < file.size; at++)
            if (bytes[at] != byte_at((unsigned)n, at))
                return -1;
    }
}

static int copy_of(int fd, uint64_t length)
{
    g_autofree char *bytes = g_malloc(length + 1);
    int copy = memfd_create("copy", 0);
    g_assert_cmpint(pread(fd, bytes, length, 0), ==, (ssize_t)length);
    g_assert_true(write_all(copy, bytes, length));
    lseek(copy, 0, SEEK_SET);
    return copy;
}

static void there_and_back(void)
{
    int fd = write_archive();
    lseek(fd, 0, SEEK_SET);
    g_assert_cmpint(read_archive(fd), ==, G_N_ELEMENTS(sizes));
    close(fd);
}

static void too_short(void)
{
    int fd = write_archive(), taken = memfd_create("taken", 0);
    struct err err;
    uint64_t whole = (uint64_t)lseek(fd, 0, SEEK_END);
    for (uint64_t length = 0; length <= whole - 1024; length += 509) {
        int copy = copy_of(fd, length);
        g_assert_cmpint(read_archive(copy), ==, -1);
        close(copy);
    }
    const struct tar_file file = {"file", 600};
    int copy = copy_of(fd, 512);
    g_assert_cmpint(tar_take(copy, &file, NULL, taken, &err), ==, STATUS_IO);
    g_assert_cmpint(tar_put(taken, "more", 4096, NULL, copy, &err), ==, STATUS_IO); /* than there is */
    close(copy);
    close(taken);
    close(fd);
}

/* Every byte of the first header. */
static void changed(void)
{
    int fd = write_archive();
    for (int at = 0; at < 512; at++) {
        char byte;
        int copy = copy_of(fd, (uint64_t)lseek(fd, 0, SEEK_END));
        g_assert_cmpint(pread(copy, &byte, 1, at), ==, 1);
        byte ^= 1;
        g_assert_cmpint(pwrite(copy, &byte, 1, at), ==, 1);
        bool blank = at >= 154 && at < 156; /* the end of the sum */
        if (!blank)
            g_assert_cmpint(read_archive(copy), ==, -1);
        close(copy);
    }
    close(fd);
}

int main(int argc, char **argv)
{
    unit_init(argc, argv);
    g_test_add_func("/tar/there-and-back", there_and_back);
    g_test_add_func("/tar/too-short", too_short);
    g_test_add_func("/tar/changed", changed);
    return g_test_run();
}
