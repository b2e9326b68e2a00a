/* What is heed's own: settings, rules, and what lies in its state folder. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "doctor.h"

void examine_settings(struct visit *visit)
{
    const struct config *config = visit->reader->config;
    struct stat st;
    for (char **problem = config->problems; *problem; problem++)
        tell(visit, PROBLEM, "correct that line; heed-config(5)", "%s", *problem);
    if (stat(config->user_file, &st) == 0 && (st.st_mode & 022))
        tell(visit, PROBLEM, "chmod go-w it", "others can write to %s", config->user_file);
    if (!*config->problems)
        tell(visit, FINE, NULL, "%s%s", config->user_file,
             access(config->user_file, F_OK) == 0 ? "" : " is not there: defaults hold");
}

void examine_rules(struct visit *visit)
{
    const struct rules *rules = visit->reader->rules;
    unsigned skipped = rules_skipped(rules);
    if (skipped)
        tell(visit, PROBLEM, "heed check says which and why", "%u rule%s left out", skipped,
             skipped == 1 ? " with mistakes is" : "s with mistakes are");
    else
        tell(visit, FINE, NULL, "%u rule%s", rules_count(rules), rules_count(rules) == 1 ? "" : "s");
}

/* Tells where PATH may be seen by others or is somebody else's. */
static bool is_private(struct visit *visit, const char *path, mode_t others)
{
    struct stat st;
    if (stat(path, &st) != 0)
        return true;
    if (st.st_uid != geteuid())
        tell(visit, PROBLEM, "chown it, or run heed as its owner", "%s belongs to somebody else", path);
    else if (st.st_mode & others)
        tell(visit, PROBLEM, "chmod go= it", "others can %s %s",
             st.st_mode & others & 022 ? "change" : "look into", path);
    else
        return true;
    return false;
}

void examine_state(struct visit *visit)
{
    static const char *const files[] = {"book.db", "book.db-wal", "counters"};
    if (access(visit->reader->home->state_dir, F_OK) != 0) {
        tell(visit, NOTE, "heed init makes it", "%s is not there yet", visit->reader->home->state_dir);
        return;
    }
    bool good = is_private(visit, visit->reader->home->state_dir, 077);
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path = g_build_filename(visit->reader->home->state_dir, files[i], NULL);
        good = is_private(visit, path, 077) && good;
    }
    if (access(visit->reader->home->state_dir, W_OK | X_OK) != 0)
        tell(visit, PROBLEM, "chmod u+rwx it", "%s cannot be written to: %s", visit->reader->home->state_dir,
             g_strerror(errno));
    else if (good)
        tell(visit, FINE, NULL, "%s is yours alone", visit->reader->home->state_dir);
}

void examine_keys(struct visit *visit)
{
    static const struct {
        const char *name, *without;
    } keys[] = {{SEAL_KEY, "verdicts go unsealed"}, {ALIAS_KEY, "aliases are known by the book only"}};
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        owned(secret) secret = NULL;
        struct err err;
        enum status status = key_open(visit->reader->home, keys[i].name, false, &secret, &err);
        if (status == STATUS_NOT_FOUND)
            tell(visit, FINE, NULL, "%s is not there yet: it is made when it is first needed", keys[i].name);
        else if (status)
            tell(visit, PROBLEM, "chmod 600 it if it is yours; else remove it, and a new one is made",
                 "%s; %s", err.text, keys[i].without);
        else
            tell(visit, FINE, NULL, "%s can be read by you only", keys[i].name);
    }
}

/* One that was damaged, and has been left beside the new one. */
static void tell_aside(struct visit *visit)
{
    GDir *dir = g_dir_open(visit->reader->home->state_dir, 0, NULL);
    const char *name;
    while (dir && (name = g_dir_read_name(dir)))
        if (g_str_has_prefix(name, "book.db.corrupt-") && !g_str_has_suffix(name, "-wal") &&
            !g_str_has_suffix(name, "-shm"))
            tell(visit, NOTE, "remove it, once heed init has run and nothing in it is missed",
                 "%s/%s was damaged and put aside", visit->reader->home->state_dir, name);
    if (dir)
        g_dir_close(dir);
}

static void tell_book(struct visit *visit)
{
    const struct book_state *book = &visit->book;
    bool folders = reader_follows(visit->reader);
    g_autofree char *waiting =
        folders ? g_strdup("") : g_strdup_printf("; %" G_GINT64_FORMAT " wait for the index", book->waiting);
    tell(visit, book->waiting ? NOTE : FINE, book->waiting ? "heed sync -v" : NULL,
         "whole, version %d, %" G_GINT64_FORMAT " messages, %.1f MiB%s", book->version, book->messages,
         (double)book->bytes / (1 << 20), waiting);
    if (book->hopeless)
        tell(visit, PROBLEM, "move it out of the mail root: notmuch new may fail on it, too",
             "%" G_GINT64_FORMAT
             " delivered files cannot be indexed, libnotmuch crashes on them or does not come back: %s",
             book->hopeless, book->first_hopeless);
    if (*book->identity)
        tell(visit, NOTE,
             folders ? "add it to [user] addresses"
                     : "notmuch config set user.other_email, with it and those that are there",
             "%" G_GINT64_FORMAT " letters that you sent are from %s, which %s not list as yours",
             book->unlisted, book->identity, folders ? "the settings do" : "notmuch does");
    if (!book->messages)
        tell(visit, NOTE, "heed init looks back over your mail", "it knows no message yet");
}

void examine_book(struct visit *visit)
{
    tell_aside(visit);
    switch (visit->book_status) {
    case STATUS_OK:
        if (visit->book.version > book_schema())
            tell(visit, PROBLEM, "install that heed, or remove the book and run heed init",
                 "of a newer heed (%d): mail is judged without it", visit->book.version);
        else
            tell_book(visit);
        break;
    case STATUS_NOT_FOUND:
        tell(visit, PROBLEM,
             visit->reader->history || reader_follows(visit->reader) ? "heed init" : "heed init ~/Maildir",
             "there is none: mail is judged without knowing what you do with it");
        break;
    case STATUS_CORRUPT:
        tell(visit, PROBLEM, "heed init puts it aside and builds it anew", "%s", visit->book_err.text);
        break;
    default:
        tell(visit, PROBLEM, "end the program that holds it, or see to its permissions", "%s",
             visit->book_err.text);
    }
}
