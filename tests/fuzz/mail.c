/* The whole way of a message: an input is one, judged by settings that believe a server and by a history that knows
 * nothing. What comes out again must be what went in. */
#include <math.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"
#include "act/plan.h"
#include "mail/heed-fields.h"

#define NOW ((int64_t)1750000000)

static struct reader reader;
static char *state;

static void forget(void)
{
    reader_close(&reader);
    g_autofree char *key = g_build_filename(state, "seal.key", NULL);
    unlink(key);
    rmdir(state);
    g_free(state);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    message_init();
    state = g_dir_make_tmp("heed-fuzz.XXXXXX", NULL);
    reader.config = config_default();
    reader.tried = true; /* and there is no index */
    must(config_set(reader.config, "trust", "authserv-id=+mx.home.example;protection.outlook.com", NULL) == STATUS_OK);
    must(book_open(":memory:", 90, &reader.book, NULL) == STATUS_OK);
    reader.keyring = g_new0(struct keyring, 1);
    reader.witness.keyring = reader.keyring;
    must(secret_open(state, SEAL_KEY, true, &reader.keyring->seal, NULL) == STATUS_OK);
    atexit(forget);
    return 0;
}

/* The message with BLOCK in its place, or (NULL) without what is heed's. The caller frees it. */
static struct spool *written(const struct spool *from, const char *block)
{
    owned(layout) layout = layout_read(from);
    int fd = memfd_create("mail", 0);
    must(layout_write(from, layout, block ? block : "", true, fd, NULL) == STATUS_OK);
    must(lseek(fd, 0, SEEK_SET) == 0);
    struct spool *out = NULL;
    must(spool_read(fd, "/tmp", &out, NULL) == STATUS_OK);
    close(fd);
    return out;
}

static bool same(const struct spool *a, const struct spool *b)
{
    return spool_size(a) == spool_size(b) && !memcmp(spool_memory(a), spool_memory(b), spool_size(a));
}

static void must_add_up(const struct judgement *judgement)
{
    for (int axis = 0; axis < AXIS_COUNT; axis++)
        must(judgement->scores.of[axis] >= 0 && judgement->scores.of[axis] <= 100);
    for (size_t i = 0; i < findings_count(judgement->findings); i++) {
        const struct finding *finding = findings_at(judgement->findings, i);
        must(isfinite(finding->term));
        must_be_text(finding->detail);
    }
}

/* Judged, marked, and unmarked again. */
static void pass_through(const struct spool *spool)
{
    owned(layout) layout = layout_read(spool);
    owned(judgement) judgement = NULL;
    must(flow_judge(&reader, NULL, spool, AT_ARRIVAL, NOW, &judgement, NULL) == STATUS_OK);
    must_add_up(judgement);
    owned(plan) plan = plan_of(&reader, judgement, NULL, NULL, NOW);
    must(plan != NULL);
    plan_hold_to(plan, spool, layout, NOW);
    g_autofree char *block = plan_block(plan, spool, layout, reader.keyring->seal);
    must(heed_fields_are_sound(block));
    owned(spool) bare = written(spool, NULL);
    owned(spool) marked = written(spool, block);
    owned(spool) again = written(marked, NULL);
    must(same(bare, again));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    owned(spool) spool = spool_of(bytes, len);
    pass_through(spool);
    return 0;
}
