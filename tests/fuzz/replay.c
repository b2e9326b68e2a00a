/* Drives a fuzzer without libFuzzer: all inputs of its corpus, then so many mutations of them, the same in every
 * run. usage: NAME CORPUS MUTATIONS KEEP. The input that it died of is left in the file KEEP. */
#include <fcntl.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define FUZZ_DRIVER
#include "fuzz.h"

#define MOST 65536   /* bytes of an input */
#define SLOW 2.0     /* seconds of CPU that no input may take, under sanitizers */

static GPtrArray *corpus; /* of GString */
static int keep;
static double slowest;

static size_t any(size_t below)
{
    static uint64_t state = 88172645463325252u; /* xorshift (Marsaglia 2003) */
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return below ? (size_t)(state % below) : 0;
}

static void run(const void *bytes, size_t len)
{
    if (len > MOST || ftruncate(keep, (off_t)len))
        return;
    if (len)
        must(pwrite(keep, bytes, len, 0) == (ssize_t)len);
    g_autofree uint8_t *exact = g_malloc(MAX(len, 1)); /* so that reading behind its end is seen */
    memcpy(exact, bytes, len);
    clock_t before = clock();
    LLVMFuzzerTestOneInput(exact, len);
    double took = (double)(clock() - before) / CLOCKS_PER_SEC;
    slowest = MAX(slowest, took);
    must(took < SLOW);
}

/* A piece of any input of the corpus. */
static GString *piece(void)
{
    const GString *from = g_ptr_array_index(corpus, any(corpus->len));
    size_t at = any(from->len);
    return g_string_new_len(from->str + at, (gssize)any(MIN(from->len - at, 200)));
}

static void mutate(GString *input)
{
    static const char special[] = "\0\n \t\"();=.@<>\\/%:,-\x80\xff";
    size_t at = any(input->len + 1), count = any(MIN(input->len - at, 100) + 1);
    g_autoptr(GString) other = piece();
    switch (any(6)) {
    case 0:
        if (at < input->len)
            input->str[at] = (char)any(256);
        break;
    case 1:
        g_string_erase(input, (gssize)at, (gssize)count);
        break;
    case 2:
        g_string_insert_len(input, (gssize)at, other->str, (gssize)other->len);
        break;
    case 3:
        g_string_insert_c(input, (gssize)at, special[any(sizeof special - 1)]);
        break;
    case 4:
        g_string_truncate(input, at);
        break;
    default:
        g_string_assign(other, "");
        g_string_append_len(other, input->str + at, (gssize)count);
        for (size_t times = any(8) ? any(4) : any(1000); times && input->len < MOST - 100; times--)
            g_string_insert_len(input, (gssize)at, other->str, (gssize)other->len);
    }
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void load(const char *folder)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    corpus = g_ptr_array_new();
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));)
        g_ptr_array_add(names, g_build_filename(folder, name, NULL));
    g_ptr_array_sort(names, by_name);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *bytes = NULL;
        gsize len;
        must(g_file_get_contents(names->pdata[i], &bytes, &len, NULL));
        g_ptr_array_add(corpus, g_string_new_len(bytes, (gssize)len));
    }
    must(corpus->len);
}

int main(int argc, char **argv)
{
    must(argc == 4);
    load(argv[1]);
    keep = open(argv[3], O_RDWR | O_CREAT | O_TRUNC, 0600);
    must(keep >= 0);
    LLVMFuzzerInitialize(&argc, &argv);
    for (guint i = 0; i < corpus->len; i++) {
        const GString *seed = corpus->pdata[i];
        run(seed->str, seed->len);
    }
    for (int i = atoi(argv[2]); i > 0; i--) {
        const GString *seed = corpus->pdata[any(corpus->len)];
        g_autoptr(GString) input = g_string_new_len(seed->str, (gssize)seed->len);
        for (size_t edits = 1 + any(6); edits; edits--)
            mutate(input);
        run(input->str, input->len);
    }
    unlink(argv[3]);
    printf("%u inputs and %s mutations; slowest %.0f ms\n", corpus->len, argv[2], slowest * 1000);
    return 0;
}
