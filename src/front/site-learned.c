/* The file STATE/learned: four numbers, in a line. */
#include <inttypes.h>
#include <stdio.h>

#include "front/site-learned.h"
#include "front/site-look.h"

#define FILE_NAME "learned"

/* Who is not in the table any more is nobody's to learn from. */
static void add_user(const struct site_state *state, void *data)
{
    struct site_learned *all = data;
    bool learned = !state->trouble && state->synced;
    all->bytes += state->bytes;
    all->learned += learned;
    all->unlearned += !learned && !state->unknown;
    if (learned && (!all->oldest || state->synced < all->oldest))
        all->oldest = state->synced;
}

enum status site_learned_note(const struct home *home, const struct config *config, struct err *err)
{
    struct site_learned all = {0};
    g_autoptr(GError) error = NULL;
    enum status status = site_look_all(home, config, add_user, &all, err);
    if (status)
        return status;
    g_autofree char *path = g_build_filename(config->site.state, FILE_NAME, NULL);
    g_autofree char *text = g_strdup_printf("%" PRId64 " %" PRIu64 " %" PRIu32 " %" PRIu32 "\n", all.oldest,
                                            all.bytes, all.learned, all.unlearned);
    if (g_file_set_contents_full(path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0644, &error))
        return STATUS_OK;
    return err_set(err, STATUS_IO, "%s", error->message);
}

bool site_learned_read(const struct config *config, struct site_learned *learned)
{
    g_autofree char *path = g_build_filename(config->site.state, FILE_NAME, NULL), *text = NULL;
    return g_file_get_contents(path, &text, NULL, NULL) &&
           sscanf(text, "%" SCNd64 " %" SCNu64 " %" SCNu32 " %" SCNu32, &learned->oldest, &learned->bytes,
                  &learned->learned, &learned->unlearned) == 4 &&
           learned->oldest > 0;
}
