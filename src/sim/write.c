/* Writes a made-up world out: a Maildir of the past with its tags, the mail of the live days, the
 * truth about every letter, and a configuration for notmuch. What happens in that world is
 * days.c's. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <time.h>

#include "state.h"

static const struct {
    const char *name;
    const char *tags; /* for notmuch tag --batch; NULL where she changed nothing */
} deeds[DEED_COUNT] = {
    [DEED_OPENED] = {"opened", "-unread"},
    [DEED_ANSWERED] = {"answered", "-unread +replied"},
    [DEED_FORWARDED] = {"forwarded", "-unread +passed"},
    [DEED_FLAGGED] = {"flagged", "-unread +flagged"},
    [DEED_FILED] = {"filed", "-unread -inbox"},
    [DEED_IGNORED] = {"ignored", NULL},
    [DEED_DELETED_UNREAD] = {"deleted-unread", "+deleted"},
    [DEED_DELETED] = {"deleted", "-unread +deleted"},
    [DEED_WROTE] = {"wrote", "-unread -inbox +sent"},
    [DEED_PENDING] = {"-", NULL},
};

/* The small texts that grow while letters are written one by one. */
struct output {
    const char *dir;
    GString *tags, *truth;
    unsigned n_live;
};

static enum status make_folders(const char *dir, struct err *err)
{
    static const char *const folders[] = {"Mail/cur", "Mail/new", "Mail/tmp", "tomorrow"};
    GDir *open = g_dir_open(dir, 0, NULL);
    bool used = open && g_dir_read_name(open);
    if (open)
        g_dir_close(open);
    if (used)
        return err_set(err, STATUS_USAGE,
                       "%s: not empty; a made-up world needs a folder of its own", dir);
    for (guint i = 0; i < G_N_ELEMENTS(folders); i++) {
        g_autofree char *path = g_build_filename(dir, folders[i], NULL);
        if (g_mkdir_with_parents(path, 0700) < 0)
            return err_errno(err, STATUS_IO, "%s", path);
    }
    return STATUS_OK;
}

static enum status write_file(const char *path, const GString *bytes, int64_t mtime,
                              struct err *err)
{
    g_autoptr(GError) error = NULL;
    /* No fsync: this can be made again, and thousands of them would take minutes. */
    if (!g_file_set_contents_full(path, bytes->str, (gssize)bytes->len, G_FILE_SET_CONTENTS_NONE,
                                  0600, &error))
        return err_set(err, STATUS_IO, "%s: %s", path, error->message);
    struct timespec times[2] = {{.tv_sec = (time_t)mtime}, {.tv_sec = (time_t)mtime}};
    if (mtime && utimensat(AT_FDCWD, path, times, 0) < 0)
        return err_errno(err, STATUS_IO, "%s", path);
    return STATUS_OK;
}

static enum status write_letter(const struct world *world, struct output *out,
                                const struct letter *l, struct err *err)
{
    bool live = l->when >= world->start + (int64_t)world->days * DAY;
    if (live && l->origin == ORIGIN_HER)
        return STATUS_OK; /* what she writes is not delivered to her */
    g_autofree char *file = live
                                ? g_strdup_printf("tomorrow/%03u.eml", ++out->n_live)
                                : g_strdup_printf("Mail/cur/%" G_GINT64_FORMAT ".M%06uP%uQ%u.%s:2,",
                                                  l->when, l->serial * 7919u % 1000000u,
                                                  900 + l->serial % 7000, l->serial, READER_SERVER);
    g_autofree char *path = g_build_filename(out->dir, file, NULL);
    g_autoptr(GString) bytes = letter_render(l, world->lingo);
    enum deed deed = live ? DEED_PENDING : l->deed;
    if (!live && deeds[deed].tags)
        g_string_append_printf(out->tags, "%s -- id:%s\n", deeds[deed].tags, l->id);
    g_string_append_printf(out->truth, "%s\t%s\t%s\t%s\t%.3f\t%s\n", file,
                           talk_traits[l->talk].kind, l->organisation, l->strategy, l->want,
                           deeds[deed].name);
    return write_file(path, bytes, l->when, err);
}

/* She reads in the evening what came during the day: the last hours of the past are untouched. */
static void leave_open(struct world *world, struct letter *l)
{
    int64_t end = world->start + (int64_t)world->days * DAY;
    int64_t lag = (int64_t)dice_below(&world->dice, DAY);
    if (l->deed != DEED_WROTE && l->deed != DEED_ANSWERED && l->when + lag >= end)
        l->deed = DEED_PENDING;
}

static enum status write_days(struct world *world, unsigned days, struct output *out,
                              struct err *err)
{
    enum status status = STATUS_OK;
    for (unsigned day = 0; day < days && status == STATUS_OK; day++) {
        g_autoptr(GPtrArray) letters = world_step(world);
        for (guint i = 0; i < letters->len && status == STATUS_OK; i++) {
            leave_open(world, letters->pdata[i]);
            status = write_letter(world, out, letters->pdata[i], err);
        }
    }
    return status;
}

static enum status write_lists(const struct output *out, struct err *err)
{
    g_autofree char *root = g_build_filename(out->dir, "Mail", NULL);
    g_autoptr(GString) config = g_string_new(NULL);
    g_string_append_printf(config, "[database]\npath=%s\n", root);
    g_string_append(config, "[user]\nname=" READER_NAME "\nprimary_email=" READER_ADDRESS "\n"
                            "[new]\ntags=unread;inbox\n[search]\nexclude_tags=deleted;spam\n"
                            "[maildir]\nsynchronize_flags=false\n");
    const struct {
        const char *name;
        const GString *bytes;
    } files[] = {{"tags", out->tags}, {"truth.tsv", out->truth}, {"notmuch-config", config}};
    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path = g_build_filename(out->dir, files[i].name, NULL);
        enum status status = write_file(path, files[i].bytes, 0, err);
        if (status != STATUS_OK)
            return status;
    }
    return STATUS_OK;
}

enum status world_write(const struct world_options *options, const char *out_dir, struct err *err)
{
    struct world_options o = *options;
    enum status status = world_check(&o, err);
    if (status != STATUS_OK)
        return status;
    g_autofree char *dir = g_canonicalize_filename(out_dir, NULL);
    status = make_folders(dir, err);
    if (status != STATUS_OK)
        return status;

    struct output out = {.dir = dir, .tags = g_string_new(NULL), .truth = g_string_new(NULL)};
    g_string_append(out.truth, "file\tkind\torganisation\tstrategy\twant\tdid\n");
    struct world *world = world_new(&o);
    status = write_days(world, o.days + o.live_days, &out, err);
    if (status == STATUS_OK)
        status = write_lists(&out, err);
    world_free(world);
    g_string_free(out.tags, TRUE);
    g_string_free(out.truth, TRUE);
    return status;
}
