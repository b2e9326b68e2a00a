/* `heed doctor`: one look at everything that could go wrong here, and how to mend it. It changes nothing:
 * what it looks at is opened for reading only. One check is one function in doctor-*.c and one row here. */
#include <stdio.h>
#include <time.h>

#include "base/wrap.h"
#include "doctor.h"
#include "front/site.h"
#include "json.h"
#include "mail/message.h"
#include "options.h"
#include "verb.h"

struct check {
    const char *name;
    examine *examine;
};

static const struct check checks[] = {
    {"settings", examine_settings},
    {"rules", examine_rules},
    {"state", examine_state},
    {"keys", examine_keys},
    {"index", examine_index},
    {"book", examine_book},
    {"sync", examine_sync},
    {"plans", examine_plans},
    {"put-back", examine_put_back},
    {"hooks", examine_hooks},
    {"hook-dir", examine_hook_dir},
    {"maildir", examine_maildir},
    {"space", examine_space},
    {"recipe", examine_recipe},
    {"parts", examine_parts},
    {"libraries", examine_libraries},
    {"kernel", examine_kernel},
    {"clock", examine_clock},
    {"seals", examine_seals},
    {"authentication", examine_authentication}, /* reads mail, so it shuts the cage: nothing can come after
                                                   it */
};

static const struct check site_checks[] = {
    {"settings", examine_site_settings},
    {"listen", examine_site_listen},
    {"store", examine_site_store},
    {"accounts", examine_site_accounts},
    {"state", examine_site_state},
    {"space", examine_site_space},
    {"users", examine_site_users},
    {"postfix", examine_site_postfix},
    {"dovecot", examine_site_dovecot},
};

static const char *const names[] = {[FINE] = "ok", [NOTE] = "note", [PROBLEM] = "problem"};

static void answer_clear(void *p)
{
    struct answer *answer = p;
    g_free(answer->says);
    g_free(answer->mend);
}

static void visit_begin(struct visit *visit, struct reader *reader, bool site)
{
    struct err err;
    *visit = (struct visit){.reader = reader, .now = time(NULL)};
    visit->answers = g_array_new(FALSE, FALSE, sizeof(struct answer));
    g_array_set_clear_func(visit->answers, answer_clear);
    if (site) {
        visit->site = site_config(reader->home);
        return;
    }
    message_init();
    reader_begin(reader, reader->home);
    (void)reader_open(reader, &err); /* what is wrong is told check by check */
    reader_read_rules(reader);
    g_autofree char *book = home_state(reader->home, BOOK_FILE);
    visit->book_status = book_inspect(book, true, &visit->book, &visit->book_err);
}

static void visit_end(struct visit *visit)
{
    g_array_unref(visit->answers);
    config_free(visit->site);
}

static void print_text(const struct visit *visit)
{
    unsigned problems = 0, notes = 0;
    for (guint i = 0; i < visit->answers->len; i++) {
        const struct answer *answer = &g_array_index(visit->answers, struct answer, i);
        wrap_print(25, "%-8s %-15s %s", names[answer->health], answer->check, answer->says);
        if (*answer->mend)
            wrap_print(28, "%-24s -> %s", "", answer->mend);
        problems += answer->health == PROBLEM;
        notes += answer->health == NOTE;
    }
    printf("%u problem%s, %u note%s\n", problems, problems == 1 ? "" : "s", notes, notes == 1 ? "" : "s");
}

static void print_json(const struct visit *visit)
{
    owned(json) json = json_new();
    json_array(json);
    for (guint i = 0; i < visit->answers->len; i++) {
        const struct answer *answer = &g_array_index(visit->answers, struct answer, i);
        json_object(json);
        json_text(json, "check", answer->check);
        json_text(json, "state", names[answer->health]);
        json_text(json, "says", answer->says);
        json_text(json, "mend", answer->mend);
        json_object_end(json);
    }
    json_array_end(json);
    json_print(json);
}

static bool is_well(const struct visit *visit)
{
    for (guint i = 0; i < visit->answers->len; i++)
        if (g_array_index(visit->answers, struct answer, i).health == PROBLEM)
            return false;
    return true;
}

enum status cmd_doctor(struct reader *reader, int argc, char **argv, struct err *err)
{
    gboolean json = FALSE, site = FALSE;
    const GOptionEntry entries[] = {
        {"site", 0, 0, G_OPTION_ARG_NONE, &site, "At heed lmtp, its users and its neighbours", NULL},
        {"json", 0, 0, G_OPTION_ARG_NONE, &json, "For programs", NULL},
        G_OPTION_ENTRY_NULL,
    };
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status && argc > 1)
        status = err_set(err, STATUS_USAGE, "unexpected argument");
    if (status)
        return status;
    struct visit visit;
    visit_begin(&visit, reader, site);
    status = site ? site_may_look(visit.site, err) : STATUS_OK;
    if (status) {
        visit_end(&visit);
        return status;
    }
    const struct check *check = site ? site_checks : checks;
    for (size_t n = site ? G_N_ELEMENTS(site_checks) : G_N_ELEMENTS(checks); n > 0; n--, check++) {
        visit.check = check->name;
        check->examine(&visit);
    }
    json ? print_json(&visit) : print_text(&visit);
    status = is_well(&visit) ? STATUS_OK : STATUS_DENIED;
    visit_end(&visit);
    return status;
}
