/* `heed alias`: addresses to hand out, and what became of them. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "alias-learn.h"
#include "alias-request.h"
#include "json.h"
#include "store/seal.h"
#include "mail/sender.h"
#include "base/text.h"
#include "base/wrap.h"
#include "options.h"
#include "verb.h"

/* --- list -------------------------------------------------------------------------------------------- */

struct listing {
    struct json *json; /* NULL: a table */
    char *address;     /* of the last row */
};

static void json_use(struct json *json, const struct alias_usage *usage)
{
    json_object(json);
    json_text(json, "who", usage->who);
    json_text(json, "use", alias_use_name(usage->use));
    json_name(json, "proven");
    json_flag(json, usage->proven);
    json_count(json, "first", usage->first);
    json_count(json, "last", usage->last);
    json_count(json, "messages", usage->seen);
    json_object_end(json);
}

static void end_json(struct listing *l)
{
    if (!l->address)
        return;
    json_array_end(l->json);
    json_object_end(l->json);
}

static bool add_json(const struct alias_usage *usage, void *data)
{
    struct listing *l = data;
    if (g_strcmp0(l->address, usage->alias.address) != 0) {
        end_json(l);
        g_free(l->address);
        l->address = g_strdup(usage->alias.address);
        json_object(l->json);
        json_text(l->json, "address", usage->alias.address);
        json_text(l->json, "organisation", usage->alias.organisation);
        json_count(l->json, "given", usage->alias.given);
        json_name(l->json, "made");
        json_flag(l->json, usage->alias.made);
        json_count(l->json, "closed", usage->closed);
        json_name(l->json, "uses");
        json_array(l->json);
    }
    if (*usage->who)
        json_use(l->json, usage);
    return true;
}

static void print_use(const struct alias_usage *usage)
{
    static const char *const says[] = {
        [ALIAS_USE_NONE] = "also came from",
        [ALIAS_USE_LEAK] = "PASSED ON to",
        [ALIAS_USE_TAKEN] = "passed on, and taken up:",
        [ALIAS_USE_MAILER] = "mail is sent by",
        [ALIAS_USE_OWN] = "mail comes from",
    };
    char first[32], last[32];
    g_autofree char *who = text_clean(usage->who, 60);
    if (!usage->seen) {
        wrap_print(8, "    %s %s, none yet", says[usage->use], who);
        return;
    }
    text_day(usage->first, first, sizeof first);
    text_day(usage->last, last, sizeof last);
    bool once = strcmp(first, last) == 0;
    const char *claims = usage->proven ? "" : "somebody who says ", *s = usage->seen == 1 ? "" : "s";
    wrap_print(8, "    %s %s%s, %u message%s, %s%s%s", says[usage->use], claims, who, usage->seen, s, first,
               once ? "" : " to ", once ? "" : last);
}

static bool add_text(const struct alias_usage *usage, void *data)
{
    struct listing *l = data;
    char day[32], closed[32];
    if (g_strcmp0(l->address, usage->alias.address) != 0) {
        g_free(l->address);
        l->address = g_strdup(usage->alias.address);
        g_autofree char *address = text_clean(usage->alias.address, 100);
        g_autofree char *organisation = text_clean(usage->alias.organisation, 60);
        text_day(usage->closed, closed, sizeof closed);
        wrap_print(2, "%s  given to %s, %s %s%s%s", address, organisation,
                   usage->alias.made ? "made" : "noted", text_day(usage->alias.given, day, sizeof day),
                   usage->closed ? ", closed " : "", usage->closed ? closed : "");
    }
    if (*usage->who)
        print_use(usage);
    return true;
}

static enum status run_list(struct request *r)
{
    if (r->argc != 1)
        return err_set(r->err, STATUS_USAGE, "list takes nothing behind it");
    owned(json) json = r->json ? json_new() : NULL;
    struct listing l = {.json = json};
    if (json)
        json_array(json);
    enum status status = book_alias_uses(r->reader->book, json ? add_json : add_text, &l, r->err);
    if (json && !status) {
        end_json(&l);
        json_array_end(json);
        json_print(json);
    }
    g_free(l.address);
    return status;
}

/* --- check ------------------------------------------------------------------------------------------- */

/* An alias that the book has forgotten: its code tells whether it was made for ORGANISATION, or for one of
 * those that have the label's name. */
struct guessing {
    const struct secret *key;
    const struct alias_parts *parts;
    char *organisation;
};

static void guess(const char *organisation, enum kind kind, const struct tally *tally, void *data)
{
    (void)tally;
    struct guessing *g = data;
    if (kind == KIND_ANY && !g->organisation && alias_holds(g->key, g->parts, organisation))
        g->organisation = g_strdup(organisation);
}

static char *guess_organisation(struct request *r, const struct alias_parts *parts)
{
    struct guessing g = {reader_keyring(r->reader)->alias, parts, NULL};
    if (!g.key || !alias_has_code(parts->detail))
        return NULL;
    if (r->argc == 3) {
        g_autofree char *organisation = alias_read_organisation(r->argv[2], NULL);
        return organisation && alias_holds(g.key, parts, organisation) ? g_steal_pointer(&organisation)
                                                                       : NULL;
    }
    (void)!book_relations(r->reader->book, time(NULL), guess, &g, NULL);
    return g.organisation;
}

struct looking {
    struct listing listing;
    const char *address;
};

static bool show_one(const struct alias_usage *usage, void *data)
{
    struct looking *looking = data;
    if (strcmp(usage->alias.address, looking->address) == 0)
        looking->listing.json ? add_json(usage, &looking->listing) : add_text(usage, &looking->listing);
    return true;
}

static enum status show(struct request *r, const char *address)
{
    owned(json) json = r->json ? json_new() : NULL;
    struct looking looking = {{.json = json}, address};
    enum status status = book_alias_uses(r->reader->book, show_one, &looking, r->err);
    if (json && !status) {
        end_json(&looking.listing);
        json_print(json);
    }
    g_free(looking.listing.address);
    return status;
}

static enum status run_check(struct request *r)
{
    struct alias_parts parts = {NULL, NULL};
    struct alias_row row = {0};
    if (r->argc < 2 || r->argc > 3)
        return err_set(r->err, STATUS_USAGE, "which address?");
    g_autofree char *clean = text_clean(r->argv[1], 100);
    if (!alias_split(r->reader->config, r->reader->own, r->argv[1], &parts))
        return err_set(r->err, STATUS_NOT_FOUND, "%s is no alias of yours", clean);
    g_autofree char *address = alias_address(r->reader->config, parts.base, parts.detail);
    bool known = book_alias_get(r->reader->book, address, &row);
    g_autofree char *other = known && r->argc == 3 ? alias_read_organisation(r->argv[2], NULL) : NULL;
    if (other && strcmp(other, row.organisation) != 0)
        err_set(r->err, STATUS_NOT_FOUND, "%s was given to %s, not to %s", clean, row.organisation, other);
    else
        g_clear_pointer(&other, g_free);
    alias_row_clear(&row);
    g_autofree char *organisation = known ? NULL : guess_organisation(r, &parts);
    bool coded = strchr(parts.detail, '.') != NULL;
    alias_parts_clear(&parts);
    if (other)
        return STATUS_NOT_FOUND;
    if (known)
        return show(r, address);
    if (organisation)
        return alias_print(r, address, organisation, 0);
    return err_set(r->err, STATUS_NOT_FOUND,
                   coded ? "%s was not made by heed for anybody it knows; the code is wrong"
                         : "%s is not noted for anybody",
                   clean);
}

/* --- note -------------------------------------------------------------------------------------------- */

static enum status note_mailer(struct request *r, const char *address, const char *organisation)
{
    struct alias_row row = {0};
    bool known = book_alias_get(r->reader->book, address, &row);
    alias_row_clear(&row);
    return known ? book_alias_mailer(r->reader->book, address, organisation, r->err)
                 : err_set(r->err, STATUS_NOT_FOUND, "%s is not noted for anybody yet", address);
}

static enum status run_note(struct request *r)
{
    struct book *book = r->reader->book;
    if (r->learn && r->argc == 1)
        return alias_learn(r->reader, r->yes, r->json, r->err);
    if (r->argc != 3 || r->learn)
        return err_set(r->err, STATUS_USAGE, "which address, and whom was it given to?");
    g_autofree char *address = alias_read_address(r, r->argv[1]);
    g_autofree char *organisation = address ? alias_read_organisation(r->argv[2], r->err) : NULL;
    if (!organisation)
        return STATUS_USAGE;
    enum status status = book_begin(book, r->err);
    if (!status)
        status = r->mailer ? note_mailer(r, address, organisation)
                           : alias_note(r->reader, address, organisation, r->err);
    if (!status)
        return book_commit(book, r->err);
    book_rollback(book);
    return status;
}

enum status cmd_alias(struct reader *reader, int argc, char **argv, struct err *err)
{
    static const struct {
        const char *name;
        enum status (*run)(struct request *r);
    } table[] = {{"new", alias_run_new},     {"list", run_list},          {"check", run_check},
                 {"note", run_note},         {"close", alias_run_close},  {"renew", alias_run_renew}};
    struct request r = {.reader = reader, .err = err};
    g_autofree char *label = NULL;
    const GOptionEntry entries[] = {
        {"label", 0, 0, G_OPTION_ARG_STRING, &label, "With new, renew: what stands before the code",
         "NAME"},
        {"mailer", 0, 0, G_OPTION_ARG_NONE, &r.mailer,
         "With note: it writes for whom the address was given to", NULL},
        {"learn", 0, 0, G_OPTION_ARG_NONE, &r.learn, "With note: who was the first to write to each address",
         NULL},
        {"yes", 0, 0, G_OPTION_ARG_NONE, &r.yes, "With --learn: note those that nobody else writes to", NULL},
        {"undo", 0, 0, G_OPTION_ARG_NONE, &r.undo, "With close: open it again", NULL},
        {"json", 0, 0, G_OPTION_ARG_NONE, &r.json, "For programs", NULL},
        G_OPTION_ENTRY_NULL,
    };
    enum status status = verb_options(entries, &argc, &argv, err);
    if (status)
        return status;
    r.label = label;
    r.argc = argc - 1;
    r.argv = argv + 1;
    for (size_t i = 0; argc > 1 && i < G_N_ELEMENTS(table); i++)
        if (strcmp(argv[1], table[i].name) == 0)
            return table[i].run(&r);
    return err_set(err, STATUS_USAGE, "new, list, check, note, close or renew?");
}
