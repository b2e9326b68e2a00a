/* The site at a glance: who is known, what that takes, how far learning is behind, and what `heed lmtp`
 * counts. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/text.h"
#include "base/wrap.h"
#include "front/lmtp.h"
#include "front/site-look.h"
#include "json.h"
#include "status-site.h"
#include "when.h"

#define ASK_SECONDS 5       /* for heed lmtp to tell */
#define PREFIX "heed_lmtp_" /* of all that heed lmtp counts */

/* One line of Prometheus's text format. */
struct sample {
    char *name, *label; /* LABEL: the value of the only one, or "" */
    double value;
};

struct overview {
    unsigned users, modes[MODE_COUNT], never, broken;
    uint64_t bytes;
    char *oldest, *first_broken, *why; /* whose last sync is longest ago; who cannot be looked at */
    int64_t synced;
    GArray *samples;
    int64_t written; /* when; 0: there are none */
};

/* --- looking -------------------------------------------------------------------------------------------- */

static void add_user(const struct site_state *state, void *data)
{
    struct overview *all = data;
    all->users++;
    all->bytes += state->bytes;
    if (state->trouble) {
        if (all->broken++ == 0) {
            all->first_broken = text_clean(state->name, 200);
            all->why = text_clean(state->trouble, 300);
        }
        return;
    }
    all->modes[state->mode]++;
    all->never += !state->synced;
    if (!state->synced || (all->oldest && state->synced >= all->synced))
        return;
    g_free(all->oldest);
    all->oldest = text_clean(state->name, 200);
    all->synced = state->synced;
}

static void clear_sample(void *data)
{
    struct sample *sample = data;
    g_free(sample->name);
    g_free(sample->label);
}

/* Buckets of histograms are left out: sums and counts tell. */
static void add_sample(GArray *samples, const char *line)
{
    size_t length = strcspn(line, " {");
    const char *quoted = line[length] == '{' ? strchr(line, '"') : NULL, *space = strrchr(line, ' ');
    if (!g_str_has_prefix(line, PREFIX) || !space || strstr(line, "_bucket{"))
        return;
    const struct sample sample = {
        .name = g_strndup(line + strlen(PREFIX), length - strlen(PREFIX)),
        .label = quoted ? g_strndup(quoted + 1, strcspn(quoted + 1, "\"")) : g_strdup(""),
        .value = g_ascii_strtod(space + 1, NULL)};
    g_array_append_val(samples, sample);
}

/* WHY there are none is told. */
static void read_metrics(struct overview *all, const struct config_site *site, struct err *why)
{
    struct stat st;
    g_autofree char *text = NULL;
    if (!*site->metrics && *site->metrics_socket)
        text = lmtp_numbers(site->metrics_socket, ASK_SECONDS, why);
    else if (!*site->metrics)
        (void)err_set(why, STATUS_CONFIG, "[site] sets neither metrics nor metrics-socket");
    else if (stat(site->metrics, &st) != 0 || !g_file_get_contents(site->metrics, &text, NULL, NULL))
        (void)err_set(why, STATUS_NOT_FOUND, "it has counted nothing yet");
    if (!text)
        return;
    all->written = *site->metrics ? st.st_mtime : time(NULL);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++)
        add_sample(all->samples, *line);
}

/* --- saying --------------------------------------------------------------------------------------------- */

static void print_samples(const struct overview *all, const struct err *why, int64_t now)
{
    char buffer[WHEN_SIZE];
    if (!all->written) {
        wrap_print(2, "heed lmtp: %s", why->text);
        return;
    }
    printf("heed lmtp, %s\n", when_ago(all->written, now, buffer));
    for (guint i = 0; i < all->samples->len; i++) {
        const struct sample *sample = &g_array_index(all->samples, struct sample, i);
        g_autofree char *name = text_clean(sample->name, 40), *label = text_clean(sample->label, 40);
        if (sample->value > 0)
            printf("  %-20s %-12s %10.10g\n", name, label, sample->value);
    }
}

static void print_text(const struct overview *all, const char *state, const struct err *why)
{
    int64_t now = time(NULL);
    char buffer[WHEN_SIZE];
    wrap_print(2, "%u users (%u headers only, %u off), %.1f MiB in %s", all->users, all->modes[MODE_HEADERS],
               all->modes[MODE_OFF], (double)all->bytes / (1 << 20), state);
    if (all->oldest)
        wrap_print(2, "last sync %s for who waits longest, %s", when_ago(all->synced, now, buffer),
                   all->oldest);
    if (all->never)
        wrap_print(2, "no sync yet for %u", all->never);
    if (all->broken)
        wrap_print(2, "%u cannot be looked at, first %s: %s", all->broken, all->first_broken, all->why);
    print_samples(all, why, now);
}

/* Those with one name stand next to each other. */
static void add_samples(struct json *json, const GArray *samples)
{
    const char *open = "";
    for (guint i = 0; i < samples->len; i++) {
        const struct sample *sample = &g_array_index(samples, struct sample, i);
        if (*open && strcmp(open, sample->name) != 0)
            json_object_end(json);
        if (*sample->label && strcmp(open, sample->name) != 0) {
            json_name(json, sample->name);
            json_object(json);
        }
        open = *sample->label ? sample->name : "";
        json_number(json, *sample->label ? sample->label : sample->name, sample->value);
    }
    if (*open)
        json_object_end(json);
}

static void print_json(const struct overview *all)
{
    owned(json) json = json_new();
    json_object(json);
    json_text(json, "version", HEED_VERSION);
    json_count(json, "users", all->users);
    json_count(json, "headers-only", all->modes[MODE_HEADERS]);
    json_count(json, "off", all->modes[MODE_OFF]);
    json_count(json, "bytes", (int64_t)all->bytes);
    json_count(json, "never-synced", all->never);
    json_count(json, "oldest-sync", all->synced);
    json_text(json, "oldest-sync-of", all->oldest ? all->oldest : "");
    json_count(json, "broken", all->broken);
    json_count(json, "counted", all->written);
    json_name(json, "lmtp");
    json_object(json);
    add_samples(json, all->samples);
    json_object_end(json);
    json_object_end(json);
    json_print(json);
}

enum status status_site(const struct home *home, bool json, struct err *err)
{
    owned(config) config = site_config(home);
    struct overview all = {.samples = g_array_new(FALSE, FALSE, sizeof(struct sample))};
    struct err why = {0};
    g_array_set_clear_func(all.samples, clear_sample);
    enum status status = site_look_all(home, config, add_user, &all, err);
    if (!status) {
        read_metrics(&all, &config->site, &why);
        json ? print_json(&all) : print_text(&all, config->site.state, &why);
    }
    g_array_unref(all.samples);
    g_free(all.oldest);
    g_free(all.first_broken);
    g_free(all.why);
    return status;
}
