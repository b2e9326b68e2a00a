/* `heed mute` and `heed follow`: a rule for one sender, in a file of its own among her rules, below a line
 * that says who wrote it and what it does. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "base/wrap.h"
#include "options.h"
#include "verb.h"

#define FILE_NAME "rules.d/senders.rules" /* below the settings' folder */
#define LETTERS "abcdefghijklmnopqrstuvwxyz0123456789.-_+=@"
#define MOST_NAMED 5

static const struct {
    const char *verb, *says;
} modes[] = {{"mute", "what is sent to many goes to later, receipts, codes and the like stay"},
             {"follow", "nothing is put aside for being of little use"}};
enum mode { MUTE, FOLLOW };

/* --- whom ----------------------------------------------------------------------------------------------- */

struct seeking {
    const char *name;
    GPtrArray *found; /* organisations that have NAME in theirs */
    bool whole, list, other; /* one is NAME: a list; something else, too, as anybody can write List-Id */
};

static void seek(const char *organisation, enum kind kind, const struct tally *tally, void *data)
{
    struct seeking *seeking = data;
    (void)tally;
    bool whole = strcmp(organisation, seeking->name) == 0;
    seeking->whole |= whole;
    seeking->list |= whole && kind == KIND_LIST;
    seeking->other |= whole && kind != KIND_LIST && kind != KIND_ANY;
    if (kind == KIND_ANY && strstr(organisation, seeking->name))
        g_ptr_array_add(seeking->found, g_strdup(organisation));
}

/* What NAME stands for: a domain, an address, or the one organisation that she has mail from with that in its
 * name. NULL where there is none, or are several. The caller frees it. */
static char *find_sender(struct reader *reader, const char *name, bool *list, struct err *err)
{
    g_autofree char *lower = g_utf8_strdown(name, -1), *clean = text_clean(name, 100);
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
    struct seeking seeking = {lower, found, false, false, false};
    if (reader_read_book(reader, NULL) == STATUS_OK && reader->book)
        (void)!book_relations(reader->book, time(NULL), seek, &seeking, NULL);
    *list = seeking.list && !seeking.other;
    const char *dot = strrchr(lower, '.');
    bool named = dot && dot > lower && dot[1];
    const char *sender = seeking.whole || named || found->len != 1 ? lower : found->pdata[0];
    if (found->len > 1 && sender == lower && !named && !seeking.whole) {
        g_ptr_array_set_size(found, (gint)MIN(found->len, MOST_NAMED));
        g_ptr_array_add(found, NULL);
        g_autofree char *all = g_strjoinv(", ", (char **)found->pdata);
        err_set(err, STATUS_USAGE, "whom? %s has several: %s", clean, all);
    } else if (!*sender || sender[strspn(sender, LETTERS)] || (sender == lower && !named)) {
        err_set(err, STATUS_NOT_FOUND,
                "%s is no domain such as velora.com and no address, and no organisation that you have mail "
                "from has that in its name", clean);
    } else {
        return g_strdup(sender);
    }
    return NULL;
}

/* --- the file ------------------------------------------------------------------------------------------- */

static char *heading(enum mode mode, const char *sender)
{
    return g_strdup_printf("# heed %s %s, ", modes[mode].verb, sender);
}

static char *rule_for(enum mode mode, const char *sender, bool list)
{
    g_autofree char *whose = g_strdup_printf(list ? "list is \"%s\"" : "from %s", sender);
    const char *kinds = strchr(sender, '@') ? "person, list, newsletter, promotion, social, other"
                                            : "list, newsletter, promotion, social, other";
    if (mode == FOLLOW)
        return g_strdup_printf("%s -> keep", whose);
    return g_strdup_printf("%s and kind is %s and not suspicious -> later", whose, kinds);
}

/* Whether LINE is what heed writes, or has written with a number in place of "suspicious". */
static bool is_own_rule(const char *line, enum mode mode, const char *sender)
{
    for (int list = 0; list < 2; list++) {
        g_autofree char *rule = rule_for(mode, sender, list);
        g_auto(GStrv) parts = g_strsplit(rule, "not suspicious", 2);
        size_t begins = strlen(parts[0]), trust = strlen("trust >= ");
        if (!strcmp(line, rule))
            return true;
        const char *number = line + begins + trust;
        if (parts[1] && g_str_has_prefix(line, parts[0]) && g_str_has_prefix(line + begins, "trust >= ") &&
            !strcmp(number + strspn(number, "0123456789.e+-"), parts[1]))
            return true;
    }
    return false;
}

/* Takes the heading for SENDER and the rule below it out of LINES; true where they were there. *CHANGED
 * becomes a line below that somebody else wrote, which stays. */
static bool take_out(GPtrArray *lines, enum mode mode, const char *sender, const char **changed)
{
    bool found = false;
    g_autofree char *begins = heading(mode, sender);
    for (guint i = 0; i < lines->len;) {
        if (!g_str_has_prefix(lines->pdata[i], begins)) {
            i++;
            continue;
        }
        found = true;
        g_ptr_array_remove_index(lines, i);
        const char *below = i < lines->len ? lines->pdata[i] : "";
        if (is_own_rule(below, mode, sender))
            g_ptr_array_remove_index(lines, i);
        else if (*below && *below != '#')
            *changed = below;
    }
    return found;
}

static enum status write_lines(const char *path, GPtrArray *lines, struct err *err)
{
    g_autoptr(GError) error = NULL;
    if (!lines->len)
        return unlink(path) ? err_set(err, STATUS_IO, "cannot remove %s", path) : STATUS_OK;
    g_autofree char *folder = g_path_get_dirname(path), *real = realpath(path, NULL); /* it may be a link */
    if (g_mkdir_with_parents(folder, 0700))
        return err_set(err, STATUS_IO, "cannot make %s: %s", folder, strerror(errno));
    g_ptr_array_add(lines, NULL);
    g_autofree char *joined = g_strjoinv("\n", (char **)lines->pdata);
    g_autofree char *text = g_strconcat(joined, "\n", NULL);
    if (!g_file_set_contents_full(real ? real : path, text, -1,
                                  G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &error))
        return err_set(err, STATUS_IO, "cannot write %s: %s", path, error->message);
    return STATUS_OK;
}

static enum status read_lines(const char *path, GPtrArray *lines, struct err *err)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, &error))
        return g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT)
                   ? STATUS_OK
                   : err_set(err, STATUS_IO, "cannot read %s: %s", path, error->message);
    g_auto(GStrv) split = g_strsplit(g_strchomp(text), "\n", -1);
    for (char **line = *text ? split : split + g_strv_length(split); *line; line++)
        g_ptr_array_add(lines, g_strdup(*line));
    return STATUS_OK;
}

/* A sender is muted or followed, not both. */
static enum status change(struct reader *reader, enum mode mode, const char *sender, bool list, bool undo,
                          struct err *err)
{
    g_autofree char *path = home_config(reader->home, FILE_NAME);
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    enum status status = read_lines(path, lines, err);
    if (status)
        return status;
    const char *changed = NULL;
    bool was = take_out(lines, mode, sender, &changed);
    if (undo && !was)
        return err_set(err, STATUS_NOT_FOUND, "%s has no rule of heed %s in %s", sender, modes[mode].verb,
                       path);
    (void)(!undo && take_out(lines, mode == MUTE ? FOLLOW : MUTE, sender, &changed));
    g_autofree char *rule = rule_for(mode, sender, list), *begins = heading(mode, sender);
    char day[32];
    if (!undo) {
        text_day(time(NULL), day, sizeof day);
        g_ptr_array_add(lines, g_strdup_printf("%s%s: %s.", begins, day, modes[mode].says));
        g_ptr_array_add(lines, g_strdup(rule));
    }
    status = write_lines(path, lines, err);
    if (!status && undo)
        wrap_print(2, "taken out of %s: what heed %s wrote of %s", path, modes[mode].verb, sender);
    else if (!status)
        wrap_print(4, "written into %s:\n  %s", path, rule);
    if (!status && changed) {
        g_autofree char *line = text_clean(changed, 200);
        wrap_print(2, "heed did not write what stands there, so it stays: %s", line);
    }
    return status;
}

static enum status run(struct reader *reader, enum mode mode, int argc, char **argv, struct err *err)
{
    gboolean undo = FALSE;
    bool list;
    const GOptionEntry entries[] = {
        {"undo", 0, 0, G_OPTION_ARG_NONE, &undo, "Take the rule out again", NULL},
        G_OPTION_ENTRY_NULL,
    };
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status && argc != 2)
        status = err_set(err, STATUS_USAGE, "whom?");
    if (status)
        return status;
    g_autofree char *sender = find_sender(reader, argv[1], &list, err);
    if (!sender)
        return err->text[0] && g_str_has_prefix(err->text, "whom?") ? STATUS_USAGE : STATUS_NOT_FOUND;
    return change(reader, mode, sender, list, undo, err);
}

enum status cmd_mute(struct reader *reader, int argc, char **argv, struct err *err)
{
    return run(reader, MUTE, argc, argv, err);
}

enum status cmd_follow(struct reader *reader, int argc, char **argv, struct err *err)
{
    return run(reader, FOLLOW, argc, argv, err);
}
