/* Rules looked over: problems in order, and the messages that a file of rules expects something of,
 * judged. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/cage.h"
#include "check-moves.h"
#include "check-rules.h"
#include "learn/folders.h"
#include "flow.h"
#include "base/text.h"

char *rule_place(const struct rule *rule)
{
    return g_strdup_printf("%s:%u", rule_file(rule), rule_line(rule));
}

/* --- organisations that she has mail from --------------------------------------------------------------- */

static void add_name(const char *organisation, enum kind kind, const struct tally *tally, void *data)
{
    (void)tally;
    if (kind == KIND_ANY)
        g_ptr_array_add(data, g_strdup(organisation));
}

static bool is_known(const char *organisation, const char **near, void *data)
{
    const char *const *names = data;
    if (g_strv_contains(names, organisation))
        return true;
    *near = text_nearest(organisation, names);
    return false;
}

static void lint(const struct reader *reader, struct rules *rules)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    bool known =
        reader->book && !book_relations(reader->book, time(NULL), add_name, names, NULL) && names->len;
    g_ptr_array_add(names, NULL);
    rules_lint(rules, reader->config, known ? is_known : NULL, names->pdata);
}

/* --- examples ------------------------------------------------------------------------------------------- */

static enum status open_message(struct reader *reader, const char *name, struct spool **out, struct err *err)
{
    return g_str_has_prefix(name, "id:") ? message_open(reader, name + 3, out, err)
                                         : spool_open(name, out, err);
}

static bool has_tag(const struct ruling *ruling, const char *tag)
{
    for (unsigned i = 0; i < ruling->n_tags; i++)
        if (strcmp(ruling->tags[i], tag) == 0)
            return true;
    return false;
}

static bool holds(const struct expectation *e, const struct verdict *verdict)
{
    if (e->unruled && verdict->decision == DECIDED_RULE)
        return false;
    if (e->placement != PLACE_NONE && verdict->placement != e->placement)
        return false;
    if (e->folder && g_strcmp0(e->folder, verdict->ruling.folder) != 0)
        return false;
    for (unsigned i = 0; i < e->n_tags; i++) {
        g_autofree char *added = g_strconcat("+", e->tags[i] + 1, NULL);
        if (has_tag(&verdict->ruling, added) != (*e->tags[i] == '+'))
            return false;
    }
    return true;
}

static void print_verdict(const struct verdict *verdict)
{
    const struct ruling *ruling = &verdict->ruling;
    const struct rule *rule = verdict_rule(verdict);
    g_autofree char *by = rule ? rule_place(rule) : g_strdup("by its scores");
    fprintf(stderr, "%s, %s", placement_name(verdict->placement), by);
    for (unsigned i = 0; i < ruling->n_tags; i++)
        fprintf(stderr, ", %s", ruling->tags[i]);
    if (ruling->folder)
        fprintf(stderr, ", folder \"%s\"", ruling->folder);
}

static bool verify(struct reader *reader, const struct expectation *e, const struct spool *spool)
{
    struct err err;
    owned(judgement) j = NULL;
    if (flow_judge(reader, NULL, spool, AT_ARRIVAL, time(NULL), &j, &err)) {
        fprintf(stderr, "%s:%u:1: %s\n", e->file, e->line, err.text);
        return false;
    }
    if (holds(e, &j->verdict))
        return true;
    fprintf(stderr, "%s:%u:1: this expectation does not hold: it is ", e->file, e->line);
    print_verdict(&j->verdict);
    fputc('\n', stderr);
    return false;
}

/* All are opened before the first is read: from then on no other file can be. Returns how many do not
 * hold. MORE: others will be read. */
static unsigned verify_all(struct reader *reader, bool more)
{
    unsigned count, failed = 0;
    const struct expectation *all = rules_expectations(reader->rules, &count);
    g_autoptr(GPtrArray) spools = g_ptr_array_new_with_free_func((GDestroyNotify)spool_free);
    for (unsigned i = 0; i < count; i++) {
        struct err err;
        struct spool *spool = NULL;
        if (open_message(reader, all[i].message, &spool, &err)) {
            fprintf(stderr, "%s:%u:1: %s\n", all[i].file, all[i].line, err.text);
            failed++;
        }
        g_ptr_array_add(spools, spool);
    }
    if (!count && !more)
        return 0;
    message_init();
    cage_silence();
    reader_confine(reader, CONFINE_JUDGE, NULL);
    for (unsigned i = 0; i < count; i++)
        failed += spools->pdata[i] && !verify(reader, &all[i], spools->pdata[i]);
    return failed;
}

/* --- both ----------------------------------------------------------------------------------------------- */

static void print_problems(const struct rules *rules)
{
    unsigned count;
    const struct problem *problems = rules_problems(rules, &count);
    for (unsigned i = 0; i < count; i++)
        fprintf(stderr, "%s\n", problems[i].text);
}

/* Beside her own rules, which hold for READER meanwhile. */
static void try_beside(struct reader *reader, struct rules *hers, GPtrArray *sample)
{
    struct rules *tried = reader->rules;
    reader->rules = hers;
    moves_tell(reader, tried, sample);
    reader->rules = tried;
}

bool check_rules(struct reader *reader, bool tried)
{
    if (!reader->rules)
        return true;
    lint(reader, reader->rules);
    print_problems(reader->rules);
    bool tries = tried && !rules_skipped(reader->rules) && rules_count(reader->rules);
    owned(rules) hers = tries ? rules_load(reader->home->site_dir, reader->home->config_dir) : NULL;
    g_autoptr(GPtrArray) sample = tries ? moves_sample(reader) : g_ptr_array_new();
    unsigned examples, wrong = rules_skipped(reader->rules) + verify_all(reader, sample->len > 0);
    rules_expectations(reader->rules, &examples);
    if (wrong)
        return false;
    printf("rules: ok (%u", rules_count(reader->rules));
    if (examples)
        printf("; %u expectation%s", examples, examples == 1 ? " holds" : "s hold");
    puts(")");
    if (sample->len)
        try_beside(reader, hers, sample);
    return true;
}

enum status try_rules(struct reader *reader, const char *file, struct err *err)
{
    const char *const files[] = {file, NULL};
    rules_free(reader->rules);
    reader->rules = rules_read(reader->home->site_dir, files);
    print_problems(reader->rules);
    return rules_skipped(reader->rules) ? err_set(err, STATUS_DENIED, "the rules have mistakes") : STATUS_OK;
}
