/* `heed check`: every problem of settings and rules in one run, with its place; exit 1 if there is any. */
#include <stdio.h>
#include <string.h>

#include "store/book-state.h"
#include "base/cage.h"
#include "check-rules.h"
#include "base/text.h"
#include "base/wrap.h"
#include "options.h"
#include "verb.h"

static void print_settings(const struct reader *reader)
{
    size_t count;
    const struct setting *settings = config_settings(&count);
    wrap_print(10, "settings: %s and /etc/heed/config, where they exist", reader->config->user_file);
    if (reader->follows)
        wrap_print(10, "mail:     %s, whose folders and flags are the history", reader->follows);
    if (reader->history)
        wrap_print(10, "mail:     %s, index %s", history_mail_root(reader->history),
                   history_ready(reader->history) ? "ready" : "not ready");
    wrap_print(10, "caged:    %s; %s",
               cage_can_silence() ? "no sockets, no other programs" : "no seccomp here",
               cage_can_confine() ? "no files but those needed" : "no Landlock here");
    printf("%zu settings, as they are now:\n", count);
    for (size_t i = 0; i < count; i++) {
        const char *written = reader->config->written[i];
        bool final = reader->config->fixed[i] && strcmp(settings[i].group, "site") != 0;
        g_autofree char *value = text_clean(written ? written : settings[i].fallback, 300);
        wrap_print(6, "  [%s] %s = %s%s%s%s%s", settings[i].group, settings[i].key, value,
                   written ? " (default " : "",
                   !written                ? ""
                   : *settings[i].fallback ? settings[i].fallback
                                           : "empty",
                   written ? ")" : "", final ? " (final)" : "");
        wrap_print(6, "      %s", settings[i].help);
    }
}

static void print_fields(void)
{
    for (unsigned i = 0; rules_field(i).name; i++) {
        struct field_help field = rules_field(i);
        wrap_print(29, "%-28s %-8s %s%s%s%s%s%s%s", field.name, field.type, field.help,
                   *field.words ? " (one of " : "", field.words, *field.words ? ")" : "",
                   *field.also ? " (also: " : "", field.also, *field.also ? ")" : "");
    }
}

/* Where a server keeps the folders, it shows what lies as its own do. */
static void check_folders(const struct reader *reader)
{
    const struct config *config = reader->config;
    const char *root = *config->maildir ? config->maildir : reader->mail_root;
    for (int place_of = 0; root && place_of < PLACE_COUNT; place_of++) {
        const char *folder = config->folders[place_of];
        g_autofree char *shown = mailbox_hidden(root, folder), *place = mailbox_place(root, folder);
        if (!shown)
            continue;
        wrap_warn(4, "%s: warning: [folders] %s: IMAP does not show %s/%s; mail goes to %s%s",
                  config->user_file, placement_name(place_of), root, folder, place,
                  strcmp(place, folder) ? ", where what lies there belongs, too"
                                        : " all the same: heed doctor says how to mend it");
    }
}

/* Mail is refused until it is there. The first delivery makes what [deliver] maildir names. */
static bool has_maildir(const struct reader *reader)
{
    const struct config *config = reader->config;
    bool there = !*config->history || g_file_test(config->history, G_FILE_TEST_IS_DIR);
    if (!there)
        wrap_warn(4, "%s: [history] maildir: %s is not there", config->user_file, config->history);
    return there;
}

static bool check_settings(struct reader *reader, bool verbose)
{
    for (char **problem = reader->config->problems; *problem; problem++)
        wrap_warn(4, "%s", *problem);
    if (!*reader->config->authserv_ids)
        wrap_warn(4,
                  "%s: warning: [trust] authserv-id is not set: no server's Authentication-Results are "
                  "believed, so forged mail cannot be told; see heed-config(5)",
                  reader->config->user_file);
    check_folders(reader);
    if (reader->config->later_below > reader->config->priority_above)
        wrap_warn(4,
                  "%s: warning: [placement] later is above priority: what is useful from %g to %g goes to "
                  "later",
                  reader->config->user_file, reader->config->priority_above, reader->config->later_below);
    if (reader->trouble)
        wrap_warn(4, "%s", reader->trouble);
    bool there = has_maildir(reader);
    if (reader->book && !book_number(reader->book, RUN_INIT))
        wrap_warn(4, "warning: nothing is known of your mail yet: heed init looks back over it");
    if (verbose)
        print_settings(reader);
    bool good = there && !*reader->config->problems && !reader->trouble;
    if (good)
        puts("settings: ok");
    return good;
}

/* They are opened for a look only: messages that rules expect something of are judged here. */
static void look_at_keys(struct reader *reader)
{
    struct err trouble;
    owned(keyring) keyring = keyring_open(reader->home, false, &trouble);
    if (trouble.text[0] && !reader->trouble)
        reader->trouble = g_strdup(trouble.text);
}

enum status cmd_check(struct reader *reader, int argc, char **argv, struct err *err)
{
    gboolean verbose = FALSE, fields = FALSE;
    g_auto(GStrv) files = NULL;
    const GOptionEntry entries[] = {
        {"verbose", 'v', 0, G_OPTION_ARG_NONE, &verbose, "List all settings, as they are now", NULL},
        {"fields", 0, 0, G_OPTION_ARG_NONE, &fields, "List what rules can ask", NULL},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, "[FILE...]"},
        G_OPTION_ENTRY_NULL,
    };
    enum status status = verb_options(entries, &argc, &argv, err);
    if (status)
        return status;
    if (fields) {
        print_fields();
        return STATUS_OK;
    }
    look_at_keys(reader);
    (void)!reader_ask_keys(reader, NULL);
    (void)reader_read_book(reader, NULL);
    bool good = files || check_settings(reader, verbose);
    if (files)
        reader->rules = rules_read("", (const char *const *)files);
    else
        reader_read_rules(reader);
    return check_rules(reader, files != NULL) && good ? STATUS_OK : STATUS_DENIED;
}
