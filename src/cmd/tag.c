/* `heed tag`: judges mail that is there already, shows what would become of it, and does it where that
 * is asked for. */
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "reason.h"
#include "base/cage.h"
#include "front/sync.h"
#include "json.h"
#include "progress.h"
#include "learn/tagging.h"
#include "base/text.h"
#include "base/wrap.h"
#include "options.h"
#include "verb.h"

#define SAMPLES 3 /* shown for each placement: the latest */

/* One judged message, as it will be shown. */
struct shown {
    char *id, *subject, *organisation, *reason, *folder;
    enum placement placement;
    double useful, trust;
    char **tags;
};

struct tag {
    gboolean apply, again, undo, new, json;
    bool follows, move; /* folders are the history; and mail may be moved between them */
    int seconds;
    GPtrArray *shown[PLACE_COUNT]; /* struct shown; all of them for --json, else some */
    const struct rules *rules;
    struct bar bar;
};

static void free_shown(gpointer at)
{
    struct shown *shown = at;
    g_free(shown->id);
    g_free(shown->subject);
    g_free(shown->organisation);
    g_free(shown->reason);
    g_free(shown->folder);
    g_strfreev(shown->tags);
    g_free(shown);
}

static void show(const struct tagged *tagged, void *data)
{
    const struct tag *tag = data;
    GPtrArray *those = tag->shown[tagged->placement];
    struct shown *shown = g_new0(struct shown, 1);
    *shown = (struct shown){
        .id = text_clean(tagged->id, 200),
        .subject = text_clean(tagged->subject, 60),
        .organisation = text_clean(tagged->organisation, 255),
        .reason = text_clean(tagged->reason, 1000),
        .folder = text_clean(tag->follows ? tagged->folder : "", 200),
        .placement = tagged->placement,
        .useful = tagged->useful,
        .trust = tagged->trust,
        .tags = g_strdupv((char **)tagged->tags),
    };
    if (!tag->json && those->len == SAMPLES)
        g_ptr_array_remove_index(those, 0);
    g_ptr_array_add(those, shown);
}

static void print_samples(const struct tag *tag, enum placement placement)
{
    const GPtrArray *those = tag->shown[placement];
    for (guint i = those->len; i-- > 0;) {
        const struct shown *shown = those->pdata[i];
        g_autofree char *organisation = text_column(shown->organisation, 24);
        wrap_print(8, "    %s \"%s\" id:%s", organisation, shown->subject, shown->id);
        wrap_print(8, "        %s", shown->reason);
        if (*shown->folder)
            wrap_print(10, "        folder: %s", shown->folder);
        if (*shown->tags) {
            g_autofree char *tags = g_strjoinv(", ", shown->tags);
            wrap_print(10, "        tags: %s", tags);
        }
    }
}

static void print_left(unsigned count, const char *why)
{
    if (count)
        printf("  %7u %s\n", count, why);
}

static void print_done(const struct tag *tag, const struct tagging_report *report)
{
    const char *done = tag->follows ? "moved" : "changed";
    if (tag->apply && report->changed)
        printf("%u %s in %.1f s; heed tag --undo takes it back\n", report->changed, done,
               bar_seconds(&tag->bar));
    else if (tag->apply)
        printf("nothing %s\n", done);
    else if (tag->follows && !tag->move)
        puts("nothing was moved, and nothing can be: [folders] lacks move = yes");
    else
        printf("nothing was %s: --apply does it\n", done);
}

static void print_text(const struct tag *tag, const struct tagging_report *report)
{
    printf("%u messages match\n", report->matched);
    print_left(report->placed, "were placed before (--again looks at them, too)");
    print_left(report->touched, tag->follows
                                    ? "were dealt with by you, or lie in other folders, and are left alone"
                                    : "were read or tagged by you, and are left alone");
    print_left(report->hers, "you wrote yourself");
    print_left(report->unreadable, "could not be read");
    for (int placement = 0; placement < PLACE_COUNT; placement++) {
        unsigned judged = report->judged[placement], shown = tag->apply ? 0 : tag->shown[placement]->len;
        printf("  %7u %s%s\n", judged, placement_name(placement), shown && shown < judged ? ", such as" : "");
        if (shown)
            print_samples(tag, placement);
    }
    if (rules_skipped(tag->rules))
        printf("%u rules left out for their mistakes: heed check tells which\n", rules_skipped(tag->rules));
    print_done(tag, report);
}

static void json_messages(struct json *json, const GPtrArray *those)
{
    for (guint i = 0; i < those->len; i++) {
        const struct shown *shown = those->pdata[i];
        json_object(json);
        json_text(json, "id", shown->id);
        json_text(json, "organisation", shown->organisation);
        json_text(json, "subject", shown->subject);
        json_text(json, "placement", placement_name(shown->placement));
        json_number(json, "useful", shown->useful);
        json_number(json, "trust", shown->trust);
        json_text(json, "because", shown->reason);
        if (*shown->folder)
            json_text(json, "folder", shown->folder);
        json_name(json, "tags");
        json_array(json);
        for (char **one = shown->tags; *one; one++)
            json_string(json, *one);
        json_array_end(json);
        json_object_end(json);
    }
}

static void print_json(const struct tag *tag, const struct tagging_report *report)
{
    owned(json) json = json_new();
    json_object(json);
    json_count(json, "matched", report->matched);
    json_count(json, "placed-before", report->placed);
    json_count(json, "touched", report->touched);
    json_count(json, "own", report->hers);
    json_count(json, "unreadable", report->unreadable);
    for (int placement = 0; placement < PLACE_COUNT; placement++)
        json_count(json, placement_name(placement), report->judged[placement]);
    json_count(json, "changed", report->changed);
    json_name(json, "messages");
    json_array(json);
    for (int placement = 0; placement < PLACE_COUNT; placement++)
        json_messages(json, tag->shown[placement]);
    json_array_end(json);
    json_object_end(json);
    json_print(json);
}

static enum status run_query(struct reader *reader, struct tag *tag, const char *query, struct err *err)
{
    struct tagging_report report;
    bool list = tag->json || !tag->apply;
    struct tagging how = {
        .query = query,
        .apply = tag->apply,
        .again = tag->again,
        .now = time(NULL),
        .lock_wait = tag->seconds,
        .explain = list ? reason_brief : NULL,
        .each = list ? show : NULL,
        .progress = tag->bar.terminal ? bar_draw : NULL,
        .data = tag,
        .progress_data = &tag->bar,
    };
    for (int placement = 0; placement < PLACE_COUNT; placement++)
        tag->shown[placement] = g_ptr_array_new_with_free_func(free_shown);
    enum status status = tagging_run(reader, &how, &report, err);
    bar_end(&tag->bar);
    if (!status)
        tag->json ? print_json(tag, &report) : print_text(tag, &report);
    else if (report.changed)
        fprintf(stderr, "heed tag: %u are %s; the same again does the rest\n", report.changed,
                tag->follows ? "moved" : "changed");
    for (int placement = 0; placement < PLACE_COUNT; placement++)
        g_ptr_array_free(tag->shown[placement], TRUE);
    return status;
}

static enum status run_undo(struct reader *reader, const struct tag *tag, struct err *err)
{
    struct untagging_report report;
    enum status status = tagging_undo(reader, tag->seconds, &report, err);
    if (status)
        return status;
    printf("%u are as they were", report.undone);
    printf(report.hers ? "; %u that you have changed since are left alone\n" : "\n", report.hers);
    return STATUS_OK;
}

/* What sync does, and new mail judged. Never keeps `notmuch new` from succeeding: what is locked is taken
 * next time. */
static enum status run_new(struct reader *reader, const struct tag *tag, struct err *err)
{
    struct follow_report report;
    bool places = reader->config->mode != MODE_OFF;
    enum status status = sync_reader(reader, time(NULL), tag->seconds, places, &report, err);
    if (reader->trouble)
        fprintf(stderr, "heed tag: %s\n", reader->trouble);
    if (!status && report.unreadable)
        fprintf(stderr, "heed tag: %u files could not be read; they are not judged\n", report.unreadable);
    if (status != STATUS_LOCKED)
        return status;
    fprintf(stderr, "heed tag: %s; the next run takes up what this one left\n", err->text);
    return STATUS_OK;
}

static enum status check_options(const struct tag *tag, int argc, struct err *err)
{
    if (tag->undo + tag->new + (argc > 1) != 1)
        return err_set(err, STATUS_USAGE, "just one of a query, --new and --undo is needed");
    if (argc > 2)
        return err_set(err, STATUS_USAGE, "the query is one argument: put it into quotes");
    if (argc == 1 && (tag->apply || tag->again || tag->json))
        return err_set(err, STATUS_USAGE, "--apply, --again and --json go with a query");
    if (tag->seconds < 0 || tag->seconds > 3600)
        return err_set(err, STATUS_USAGE, "--wait takes 0 to 3600 seconds");
    return STATUS_OK;
}

/* Refuses where settings or rules cannot be used: unlike a delivery, this can be done later. */
static enum status check_settings(const struct reader *reader, const struct tag *tag, struct err *err)
{
    const struct config *config = reader->config;
    if (config->unread)
        return err_set(err, STATUS_IO, "the settings cannot be read now: %s", *config->problems);
    if (tag->apply && (*config->problems || rules_skipped(reader->rules)))
        return err_set(err, STATUS_DENIED,
                       "there are mistakes in settings or rules, which heed check tells: nothing is changed");
    return STATUS_OK;
}

enum status cmd_tag(struct reader *reader, int argc, char **argv, struct err *err)
{
    struct tag tag = {.seconds = 30, .bar = bar_start()};
    const GOptionEntry entries[] = {
        {"apply", 0, 0, G_OPTION_ARG_NONE, &tag.apply, "Do it; without this nothing is changed", NULL},
        {"again", 0, 0, G_OPTION_ARG_NONE, &tag.again, "Also what heed has placed before", NULL},
        {"new", 0, 0, G_OPTION_ARG_NONE, &tag.new, "Do what sync does, and judge mail that came past heed",
         NULL},
        {"undo", 0, 0, G_OPTION_ARG_NONE, &tag.undo, "Take back what the last --apply changed", NULL},
        {"wait", 0, 0, G_OPTION_ARG_INT, &tag.seconds, "Wait so long for the index (30)", "SECONDS"},
        {"json", 0, 0, G_OPTION_ARG_NONE, &tag.json, "For programs, every message", NULL},
        G_OPTION_ENTRY_NULL,
    };
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status)
        status = check_options(&tag, argc, err);
    if (status)
        return status;
    reader_read_rules(reader);
    status = check_settings(reader, &tag, err);
    if (status)
        return status;
    tag.rules = reader->rules;
    tag.follows = reader_follows(reader) != NULL;
    tag.move = reader->config->move;
    cage_silence();
    if (tag.new)
        return run_new(reader, &tag, err);
    status = home_make_state(reader->home, err); /* while it may */
    if (status)
        return status;
    reader_keyring(reader);
    reader_confine(reader, CONFINE_SYNC, NULL);
    return tag.undo ? run_undo(reader, &tag, err) : run_query(reader, &tag, argv[1], err);
}
