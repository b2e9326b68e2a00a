/* `heed why`: where a message belongs and why, what was decided when it came, and what would change it. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "filters/prior.h"
#include "reason.h"
#include "base/cage.h"
#include "check-rules.h"
#include "what-if.h"
#include "act/plan.h"
#include "json.h"
#include "base/text.h"
#include "base/wrap.h"
#include "learn/folders.h"
#include "options.h"
#include "store/outcome.h"
#include "verb.h"

#define FACTS 12 /* columns ahead of what of a finding goes on below it */

struct explanation {
    const struct config *config;
    const struct rules *rules;
    struct judgement *judgement;
    bool was_placed; /* the message carries a sealed verdict */
    struct carried carried;
    struct flip flip;
    const char *became; /* what she did with it since, where it is known; or NULL */
};

static const char *deciding_words(const struct explanation *e, char *buffer, size_t size)
{
    const struct config *config = e->config;
    double below = later_below(config, &e->judgement->facts);
    switch (e->judgement->verdict.decision) {
    case DECIDED_RULE: {
        g_autofree char *place = rule_place(e->judgement->verdict.ruling.placed_by);
        bool kept = verdict_refuses(&e->judgement->verdict);
        g_snprintf(buffer, size, "the rule at %s%s", place,
                   kept ? ", but who is not trusted, or not proven as always, gets no priority" : "");
        break;
    }
    case DECIDED_TRUST:
        g_snprintf(buffer, size, "trust is below %g", config->suspect_below);
        break;
    case DECIDED_PROTECTED:
        g_snprintf(buffer, size, "useful is below %.3g, but its kind (%s) is protected", below,
                   kind_name(e->judgement->facts.kind.kind));
        break;
    case DECIDED_DOUBTFUL:
        g_snprintf(buffer, size, "trust is below %g, and you never acted on mail of theirs",
                   doubtful_below(config, &e->judgement->facts));
        break;
    case DECIDED_UNPROVEN:
        g_snprintf(buffer, size, "useful is at least %g, but %s", config->priority_above,
                   e->judgement->scores.of[AXIS_TRUST] < PRIORITY_LEAST ? "who writes is not trusted enough"
                                                                       : "too little is known of who writes");
        break;
    case DECIDED_PROBE:
        g_snprintf(buffer, size,
                   "useful is below %.3g, but none of these was shown for long: a chance to be wanted",
                   below);
        break;
    case DECIDED_USEFUL:
        if (e->judgement->verdict.placement == PLACE_LATER)
            g_snprintf(buffer, size, "useful is below %.3g", below);
        else if (e->judgement->verdict.placement == PLACE_PRIORITY)
            g_snprintf(buffer, size, "useful is at least %g", config->priority_above);
        else
            g_snprintf(buffer, size, "useful is between %.3g and %g", below < 0.05 ? 0 : below,
                       config->priority_above);
    }
    return buffer;
}

/* Where the threshold is not the configured one, that is said. */
static void print_doubt(const struct explanation *e)
{
    const struct facts *facts = &e->judgement->facts;
    double known = experience_of(facts), below = later_below(e->config, facts);
    double hers = later_for_her(e->config, facts);
    enum decision decision = e->judgement->verdict.decision;
    bool useful = decision != DECIDED_TRUST && decision != DECIDED_DOUBTFUL && decision != DECIDED_RULE;
    const char *whose = facts->stranger          ? "strangers"
                        : facts->as_stranger > 0 ? "them and strangers"
                                                 : "them";
    bool lower = useful && below < 0.85 * hers && e->judgement->verdict.placement != PLACE_PRIORITY;
    if (lower && below < 0.05)
        wrap_print(3,
                   "  (nothing goes to later here yet: known are %.0f such mails of %s, the older the less, "
                   "and %.0f days of your mail)",
                   known, whose, days_watched(facts));
    else if (lower)
        wrap_print(3,
                   "  (later begins below %.3g here and not at %.3g: what is known of %s counts as %.0f such "
                   "mails, the older the less, and of your mail %.0f days)",
                   below, hers, whose, known, days_watched(facts));
    if (useful && fabs(hers - e->config->later_below) >= 1)
        wrap_print(3, "  (later = %g comes to %.3g for you, who act on %.0f of 100; %.0f are usual)",
                   e->config->later_below, hers, 100 * rate_of_hers(&facts->tally[LEVEL_ALL]),
                   100 * USUAL_RATE);
}

static void print_axis(const struct judgement *j, enum axis axis)
{
    printf("\n%s %.1f %%\n", axis_name(axis), j->scores.of[axis]);
    for (size_t i = 0; i < findings_count(j->findings); i++) {
        const struct finding *finding = findings_at(j->findings, i);
        if (finding->spec->axis != axis)
            continue;
        wrap_print(FACTS, "  %+6.2f  %-26s %s%s%s", finding->term, finding->spec->code, finding->spec->says,
                   *finding->detail ? ": " : "", finding->detail);
    }
    printf("  %+6.2f  in all; %.1f %% = 100 / (1 + exp(%.2f))\n", findings_sum(j->findings, axis),
           j->scores.of[axis], -findings_sum(j->findings, axis));
}

/* Every rule that matches, in the order in which they are applied; which one placed the message, and which
 * would have. */
static void print_rules(const struct explanation *e)
{
    const struct verdict *verdict = &e->judgement->verdict;
    const struct ruling *ruling = &verdict->ruling;
    if (!ruling->n_matched)
        return;
    puts("\nrules that match");
    for (unsigned i = 0; i < MIN(ruling->n_matched, RULE_MATCHES); i++) {
        const struct rule *rule = ruling->matched[i];
        g_autofree char *place = rule_place(rule), *text = rule_text(rule);
        wrap_print(6, "  %s: %s", place, text);
        if (rule == ruling->placed_by && ruling->keeps && verdict->decision != DECIDED_RULE)
            puts("      would keep it out of later, where it does not go");
        else if (rule == ruling->placed_by)
            printf("      decides: %s\n", placement_name(verdict->placement));
        else if (rule_placement(rule) != PLACE_NONE)
            printf("      would have decided: %s, but the first placement wins\n",
                   placement_name(rule_placement(rule)));
    }
    if (ruling->n_matched > RULE_MATCHES)
        printf("  and %u more\n", ruling->n_matched - RULE_MATCHES);
    g_autoptr(GString) tags = g_string_new("  tags: ");
    for (unsigned i = 0; i < ruling->n_tags; i++)
        g_string_append_printf(tags, "%s%s", i ? ", " : "", ruling->tags[i]);
    if (ruling->n_tags)
        wrap_print(4, "%s", tags->str);
    if (ruling->folder)
        wrap_print(4, "  folder: %s", ruling->folder);
    if (verdict->decision == DECIDED_RULE)
        printf("  by its scores it would be: %s\n", placement_name(verdict->by_score));
}

static void print_flip(const struct explanation *e)
{
    const struct flip *flip = &e->flip;
    /* More messages can raise the placement even if she lets them lie: their organisation is no stranger
     * then. */
    bool rises = !flip->acting && flip->by_acting < e->judgement->verdict.placement;
    if (flip->by_acting != PLACE_NONE)
        printf("It would be %s had %s %u more like it.\n", placement_name(flip->by_acting),
               rises ? "there been" : flip->acting ? "you acted on" : "you let lie", flip->more);
    if (flip->without != PLACE_NONE)
        printf("It would be %s without %s (%+.2f).\n", placement_name(flip->without),
               flip->finding->spec->code, flip->finding->term);
    if (flip->by_acting == PLACE_NONE && flip->without == PLACE_NONE)
        wrap_print(2, "No single finding, and nothing you do with the next 60, would place it elsewhere.");
}

static void print_text(const struct explanation *e)
{
    const struct judgement *j = e->judgement;
    char words[600];
    g_autofree char *subject = text_clean(j->message->subject, 200);
    g_autofree char *name = text_clean(j->sender->name, 60), *address = text_clean(j->sender->address, 320);
    g_autofree char *organisation = text_clean(j->sender->organisation, 255);
    wrap_print(2, "%s: %s", placement_name(j->verdict.placement), deciding_words(e, words, sizeof words));
    print_doubt(e);
    if (e->config->mode != MODE_ON)
        wrap_print(2, "  ([user] mode is %s: new mail %s)", mode_name(e->config->mode),
                   e->config->mode == MODE_OFF ? "is not judged"
                                               : "stays in the inbox, and its header says this");
    printf("  useful %.1f, personal %.0f, trust %.0f, %s\n", j->scores.of[AXIS_USEFUL],
           j->scores.of[AXIS_PERSONAL], j->scores.of[AXIS_TRUST], kind_name(j->facts.kind.kind));
    g_autofree char *relation = text_clean(j->facts.relation, 255);
    bool otherwise = strcmp(relation, organisation) && strcmp(relation, address);
    wrap_print(4, "  \"%s\" from %s%s<%s> (%s%s%s)", subject, name, *name ? " " : "", address, organisation,
               otherwise ? ", counts as " : "", otherwise ? relation : "");
    const struct affiliation *joined = &j->facts.joined;
    if (joined->organisation)
        wrap_print(4, "  since on %u days proven mail of %s %s %s%s", joined->days, relation,
                   joined->is_signed ? "was signed by" : "led above all to", organisation,
                   joined->is_signed ? ", too" : "");
    for (int axis = 0; axis < AXIS_COUNT; axis++)
        print_axis(j, axis);
    print_rules(e);
    putchar('\n');
    if (j->verdict.decision != DECIDED_RULE)
        print_flip(e);
    if (*j->facts.auth.below) {
        g_autofree char *below = text_clean(j->facts.auth.below, 100);
        wrap_print(2,
                   "%s has a field directly below the Received field where the sender's own could stand: if "
                   "that server writes there, set authserv-id=+%s; see heed-config(5).", below, below);
    }
    unsigned skipped = rules_skipped(e->rules);
    if (skipped)
        wrap_print(2, "%u rule%s left out for %s mistakes: heed check tells which.", skipped,
                   skipped == 1 ? " is" : "s are", skipped == 1 ? "its" : "their");
    if (e->was_placed) {
        g_autofree char *verdict = text_clean(e->carried.verdict, 200);
        bool same = e->carried.placement == j->verdict.placement;
        wrap_print(2, "At delivery: %s%s", verdict, same ? "" : "; today it would be placed otherwise");
    }
    if (e->became)
        printf("What became of it: %s.\n", e->became);
}

static void print_brief(const struct explanation *e)
{
    g_autofree char *reason = reason_brief(e->judgement);
    printf("%s; %s\n", placement_name(e->judgement->verdict.placement), reason);
}

static void json_findings(struct json *json, const struct judgement *j)
{
    json_name(json, "findings");
    json_array(json);
    for (size_t i = 0; i < findings_count(j->findings); i++) {
        const struct finding *finding = findings_at(j->findings, i);
        json_object(json);
        json_text(json, "code", finding->spec->code);
        json_text(json, "axis", axis_name(finding->spec->axis));
        json_number(json, "value", finding->value);
        json_number(json, "part", finding->term);
        json_text(json, "says", finding->spec->says);
        json_text(json, "detail", finding->detail);
        json_object_end(json);
    }
    json_array_end(json);
}

static void json_rules(struct json *json, const struct verdict *verdict)
{
    const struct ruling *ruling = &verdict->ruling;
    json_text(json, "by-scores", placement_name(verdict->by_score));
    json_name(json, "rules");
    json_array(json);
    for (unsigned i = 0; i < MIN(ruling->n_matched, RULE_MATCHES); i++) {
        const struct rule *rule = ruling->matched[i];
        g_autofree char *text = rule_text(rule);
        json_object(json);
        json_text(json, "file", rule_file(rule));
        json_count(json, "line", rule_line(rule));
        json_text(json, "text", text);
        json_name(json, "decides");
        json_flag(json, rule == verdict_rule(verdict));
        json_object_end(json);
    }
    json_array_end(json);
    json_name(json, "tags");
    json_array(json);
    for (unsigned i = 0; i < ruling->n_tags; i++)
        json_string(json, ruling->tags[i]);
    json_array_end(json);
    json_text(json, "folder", ruling->folder);
}

static void json_flip(struct json *json, const struct flip *flip)
{
    json_name(json, "flip");
    json_object(json);
    if (flip->by_acting != PLACE_NONE) {
        json_text(json, flip->acting ? "by-acting-on" : "by-letting-lie", placement_name(flip->by_acting));
        json_count(json, "messages", flip->more);
    }
    if (flip->without != PLACE_NONE) {
        json_text(json, "without", flip->finding->spec->code);
        json_text(json, "placement", placement_name(flip->without));
    }
    json_object_end(json);
}

static void print_json(const struct explanation *e)
{
    const struct judgement *j = e->judgement;
    char words[600];
    owned(json) json = json_new();
    json_object(json);
    json_text(json, "placement", placement_name(j->verdict.placement));
    json_text(json, "because", deciding_words(e, words, sizeof words));
    for (int axis = 0; axis < AXIS_COUNT; axis++)
        json_number(json, axis_name(axis), j->scores.of[axis]);
    json_text(json, "kind", kind_name(j->facts.kind.kind));
    json_text(json, "message-id", j->message->id);
    json_text(json, "from", j->sender->address);
    json_text(json, "organisation", j->sender->organisation);
    json_text(json, "relation", j->facts.relation);
    json_text(json, "subject", j->message->subject);
    json_findings(json, j);
    json_rules(json, &j->verdict);
    json_flip(json, &e->flip);
    if (e->was_placed) {
        json_name(json, "at-delivery");
        json_object(json);
        json_text(json, "placement", placement_name(e->carried.placement));
        json_number(json, "useful", e->carried.scores.of[AXIS_USEFUL]);
        json_number(json, "personal", e->carried.scores.of[AXIS_PERSONAL]);
        json_number(json, "trust", e->carried.scores.of[AXIS_TRUST]);
        json_text(json, "why", e->carried.why);
        json_object_end(json);
    }
    if (e->became)
        json_text(json, "became", e->became);
    json_object_end(json);
    json_print(json);
}

/* Of a message that is there already; another one may bear its Message-ID. */
static const char *became(const struct reader *reader, const struct judgement *j)
{
    struct entry entry;
    bool met = reader->book && book_get(reader->book, j->message->id, &entry) && !entry.own &&
               entry.indexed && !strcmp(entry.address, j->facts.voice);
    return met ? outcome_name(entry.outcome) : NULL;
}

static enum status open_message(struct reader *reader, const char *name, struct spool **out,
                                struct err *err)
{
    if (strcmp(name, "-") == 0) {
        enum status read = spool_read(STDIN_FILENO, reader->home->temp_dir, out, err);
        return read || spool_size(*out)
                   ? read
                   : err_set(err, STATUS_NOT_FOUND, "there is no message on standard input");
    }
    bool many = g_str_has_prefix(name, "folder:") || g_str_has_prefix(name, "date:");
    if (!many && !g_str_has_prefix(name, "id:"))
        return spool_open(name, out, err);
    if (!many)
        return message_open(reader, name + 3, out, err);
    g_autofree char *path = NULL;
    unsigned count = 1;
    enum status status = message_find_newest(reader, name, &path, &count, err);
    if (!status && count > 1)
        wrap_warn(6, "heed: the newest of %u messages; heed tag shows them all", count);
    return status ? status : spool_open(path, out, err);
}

/* A Message-ID without "id:" is taken for a file. */
static void suggest_id(const char *name, struct err *err)
{
    g_autofree char *before = g_strdup(err->text), *clean = text_clean(name + (*name == '<'), 200);
    if (*name == '<' && g_str_has_suffix(clean, ">"))
        clean[strlen(clean) - 1] = '\0';
    bool is_id = strchr(name, '@') && !strchr(name, '/') && !g_str_has_prefix(name, "id:");
    if (is_id && !g_file_test(name, G_FILE_TEST_EXISTS))
        (void)!err_set(err, STATUS_NOT_FOUND, "%s; did you mean id:%s?", before, clean);
}

enum status cmd_why(struct reader *reader, int argc, char **argv, struct err *err)
{
    gboolean json = FALSE, brief = FALSE;
    g_autofree char *rules = NULL;
    const GOptionEntry entries[] = {
        {"json", 0, 0, G_OPTION_ARG_NONE, &json, "For programs", NULL},
        {"brief", 0, 0, G_OPTION_ARG_NONE, &brief, "One line", NULL},
        {"rules", 0, 0, G_OPTION_ARG_FILENAME, &rules, "With these rules in place of your own", "FILE"},
        G_OPTION_ENTRY_NULL,
    };
    owned(spool) spool = NULL;
    owned(judgement) judgement = NULL;
    enum status status = verb_options(entries, &argc, &argv, err);
    if (!status && argc != 2)
        status = err_set(err, STATUS_USAGE, "one message is needed");
    if (!status)
        status = open_message(reader, argv[1], &spool, err);
    if (status && argc == 2)
        suggest_id(argv[1], err);
    if (!status && rules)
        status = try_rules(reader, rules, err);
    if (status)
        return status;
    if (!rules)
        reader_read_rules(reader);
    cage_silence();
    reader_confine(reader, CONFINE_JUDGE, NULL);
    status = flow_judge(reader, NULL, spool, AT_CLOCK, time(NULL), &judgement, err);
    if (status)
        return status;
    struct explanation e = {.config = reader->config, .rules = reader->rules, .judgement = judgement};
    e.was_placed = carried_read(reader, judgement, &e.carried);
    e.flip = flip_find(reader->config, reader->rules, judgement);
    e.became = became(reader, judgement);
    json ? print_json(&e) : brief ? print_brief(&e) : print_text(&e);
    carried_clear(&e.carried);
    return STATUS_OK;
}
