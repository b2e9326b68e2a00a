/* Plans: made of a judgement, packed, unpacked. */
#include <math.h>
#include <string.h>

#include "act/entry.h"
#include "act/plan.h"
#include "decide/telling.h"
#include "base/days.h"
#include "base/text.h"
#include "mail/details.h"
#include "maildir/folder.h"

#define RULE_WORD 140      /* bytes of "file:line" */
#define REASONS 6100
#define ID_BYTES 199       /* notmuch hashes longer ones */
#define ADDRESS_BYTES 400  /* RFC 5321 4.5.3.1: 64 + 1 + 255, and a bit for UTF-8 */
#define NAME_BYTES 1000
#define FEATURES_BYTES (256u << 10)

/* PLAN_TYPE, as what is put together of values and taken apart into them. */
#define PARTS "(@" PLAN_HEAD "@" PLAN_WORDS "@" PLAN_ENTRY "@" PLAN_ALIAS "@" PLAN_OWN ")"

enum flag { PROTECTED = 1, PROBE = 2, WITHOUT_BOOK = 4, UNJUDGED = 8, WOULD = 16 /* times 1 + placement */ };
enum entry_flag { OWN = 1, STRANGER = 2, BY_PROGRAM = 4, TO_MANY = 8 };
enum alias_flag { MADE = 1, IS_NEW = 2 };

/* --- making one ----------------------------------------------------------------------------------------- */

/* notmuch makes up its own id for what has none, and hashes long ones. */
static const char *plain_id(const struct message *message)
{
    bool plain = !message->id_made_up && strlen(message->id) <= ID_BYTES && !strpbrk(message->id, " \t<>");
    return plain ? message->id : "";
}

static void append_finding(GString *out, const char *comma, const struct finding *finding)
{
    char term[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(term, sizeof term, "%+.2f", finding->term);
    g_string_append_printf(out, "%s %s %s", comma, finding->spec->code, term);
    if (*finding->detail && !finding->spec->kept)
        g_string_append_printf(out, " (%s)", finding->detail);
}

/* "useful -1.98: base.kind -1.58 (promotion), history.kind -0.40 (...); ..."; TELLING first of its axis. */
static char *reasons_of(const struct findings *findings, const struct finding *telling)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (int axis = 0; axis < AXIS_COUNT; axis++) {
        char sum[G_ASCII_DTOSTR_BUF_SIZE];
        g_ascii_formatd(sum, sizeof sum, "%+.2f", findings_sum(findings, axis));
        g_string_append_printf(out, "%s%s %s:", axis ? "; " : "", axis_name(axis), sum);
        const char *comma = "";
        if (telling && telling->spec->axis == (enum axis)axis) {
            append_finding(out, comma, telling);
            comma = ",";
        }
        for (size_t i = 0; i < findings_count(findings) && out->len < REASONS - 100; i++) {
            const struct finding *finding = findings_at(findings, i);
            if (finding->spec->axis != (enum axis)axis || finding == telling)
                continue;
            append_finding(out, comma, finding);
            comma = ",";
        }
    }
    /* What ASCII has no letter for becomes blanks, which folding would make an empty line of. */
    g_autofree char *ascii = g_str_to_ascii(out->str, "C"), *clean = text_clean(ascii, SIZE_MAX);
    return g_strndup(clean, REASONS);
}

static char *rule_word(const struct rule *rule)
{
    g_autofree char *name = rule ? g_path_get_basename(rule_file(rule)) : NULL;
    return rule ? g_strdup_printf("%.100s:%u", name, rule_line(rule)) : g_strdup("");
}

static GVariant *pack_tags(const char *const *tags)
{
    return g_variant_new_strv(tags, tags ? -1 : 0);
}

static bool headers_only(const struct reader *reader)
{
    return reader->config->mode == MODE_HEADERS;
}

static GVariant *pack_words(const struct reader *reader, const struct judgement *j,
                            const struct carried *carried)
{
    const struct ruling *ruling = &j->verdict.ruling;
    const char *ruled[RULE_TAGS + 1] = {NULL};
    memcpy(ruled, ruling->tags, (headers_only(reader) ? 0 : ruling->n_tags) * sizeof *ruled);
    g_autofree char *rule = rule_word(carried ? NULL : verdict_rule(&j->verdict));
    const struct finding *telling = finding_telling(&j->verdict, j->findings);
    g_autofree char *reasons = carried ? g_strdup("") : reasons_of(j->findings, telling);
    const char *folder = carried ? carried->folder : headers_only(reader) ? NULL : ruling->folder;
    return g_variant_new("(ss@asss)", rule, folder ? folder : "",
                         pack_tags(carried ? (const char *const *)carried->tags : ruled), reasons,
                         reader_user(reader));
}

static GVariant *pack_entry(const struct entry *entry, GBytes *features)
{
    GVariant *held = features ? g_variant_new_from_bytes(G_VARIANT_TYPE_BYTESTRING, features, TRUE)
                              : g_variant_new_from_data(G_VARIANT_TYPE_BYTESTRING, "", 0, TRUE, NULL, NULL);
    return g_variant_new("(sxsssyyytsss@as@asy@ay)", entry->id, entry->date, entry->address,
                         entry->organisation, entry->thread, (guchar)entry->kind, (guchar)entry->proven,
                         (guchar)entry->placement, entry->fingerprint, entry->name ? entry->name : "",
                         entry->affiliate ? entry->affiliate : "", entry->seller ? entry->seller : "",
                         pack_tags((const char *const *)entry->business),
                         pack_tags((const char *const *)entry->things), (guchar)((entry->own ? OWN : 0) |
                         (entry->by_program ? BY_PROGRAM : 0) | (entry->stranger ? STRANGER : 0) |
                         (entry->to_many ? TO_MANY : 0)), held);
}

static GVariant *pack_alias(const struct alias_fact *alias)
{
    bool used = alias && alias->address && alias->organisation && alias->who && !alias->forged;
    if (!used)
        return g_variant_new(PLAN_ALIAS, "", "", "", (guchar)0, (gint64)0, (guchar)0);
    return g_variant_new(PLAN_ALIAS, alias->address, alias->organisation, alias->who, (guchar)alias->use,
                         alias->given, (guchar)((alias->made ? MADE : 0) | (alias->is_new ? IS_NEW : 0)));
}

static GVariant *pack_own(const struct reader *reader, const struct message *message, bool own)
{
    const char *answers = own && message->references[0] ? message->references[0] : "";
    g_auto(GStrv) wrote_to = own ? entry_recipients(reader, message) : g_new0(char *, 1);
    return g_variant_new("(@ass)", pack_tags((const char *const *)wrote_to), answers);
}

static enum placement place_of(const struct reader *reader, const struct judgement *j)
{
    return headers_only(reader) ? PLACE_INBOX : j->verdict.placement;
}

static GVariant *pack_head(const struct reader *reader, const struct judgement *j,
                           const struct carried *carried, int64_t now)
{
    const struct scores *scores = carried ? &carried->scores : &j->scores;
    guchar flags = carried ? 0 : (j->verdict.decision == DECIDED_PROTECTED ? PROTECTED : 0) |
                                 (j->verdict.decision == DECIDED_PROBE ? PROBE : 0) |
                                 (j->facts.has_book ? 0 : WITHOUT_BOOK) |
                                 (plan_is_owed(j->message) ? UNJUDGED : 0) |
                                 (headers_only(reader) ? WOULD * (1 + (guchar)j->verdict.placement) : 0);
    return g_variant_new(PLAN_HEAD, (gint32)(carried ? carried->placement : place_of(reader, j)),
                         carried != NULL, carried ? carried->when : now, scores->of[AXIS_USEFUL],
                         scores->of[AXIS_PERSONAL], scores->of[AXIS_TRUST], (guchar)j->facts.kind.kind, flags,
                         (guint32)g_strv_length(reader->config->problems),
                         (guint32)rules_skipped(reader->rules));
}

struct plan *plan_of(struct reader *reader, const struct judgement *j, const char *path, const char *id,
                     int64_t now)
{
    struct carried carried = {0};
    bool holds = carried_read(reader, j, &carried);
    /* A verdict of long ago may be given anew when the message comes anew; where it lies it is what was
     * decided. */
    if (holds && !id && (carried.when <= now - CARRIED_DAYS * DAY || carried.when >= now + DAY))
        holds = false;
    struct entry entry = entry_of(reader, j, id ? id : plain_id(j->message), path);
    entry.placement = holds ? carried.placement : id ? PLACE_NONE : place_of(reader, j);
    owned(features) features = entry.own ? NULL : features_of(&j->facts, j->findings);
    g_autoptr(GBytes) packed = features ? features_pack(features) : NULL;
    g_autoptr(GVariant) whole = g_variant_ref_sink(g_variant_new(
        PARTS, pack_head(reader, j, holds ? &carried : NULL, now),
        pack_words(reader, j, holds ? &carried : NULL), pack_entry(&entry, packed),
        pack_alias(entry.alias), pack_own(reader, j->message, entry.own && !entry.by_program)));
    carried_clear(&carried);
    return plan_unpack(whole);
}

struct plan *plan_unjudged(int64_t now)
{
    static const char *const none[] = {NULL};
    struct entry entry = {.id = "", .address = "", .organisation = "", .thread = "", .placement = PLACE_NONE};
    g_autoptr(GVariant) whole = g_variant_ref_sink(
        g_variant_new(PARTS,
                      g_variant_new(PLAN_HEAD, (gint32)PLACE_INBOX, FALSE, now, NAN, NAN, NAN,
                                    (guchar)KIND_OTHER, (guchar)0, 0u, 0u),
                      g_variant_new("(ss@asss)", "", "", pack_tags(none), "", ""), pack_entry(&entry, NULL),
                      pack_alias(NULL), g_variant_new("(@ass)", pack_tags(none), "")));
    return plan_unpack(whole);
}

void plan_free(struct plan *plan)
{
    if (!plan)
        return;
    g_clear_pointer(&plan->features, g_bytes_unref);
    g_free(plan->tags);
    g_free(plan->business);
    g_free(plan->things);
    g_free(plan->wrote_to);
    g_free(plan->vouched);
    g_variant_unref(plan->packed);
    g_free(plan);
}

/* --- the packed form ------------------------------------------------------------------------------------ */

static void unpack_head(struct plan *plan, GVariant *head)
{
    gint placement, carried;
    guchar kind, flags;
    g_variant_get(head, PLAN_HEAD, &placement, &carried, &plan->when, &plan->scores.of[AXIS_USEFUL],
                  &plan->scores.of[AXIS_PERSONAL], &plan->scores.of[AXIS_TRUST], &kind, &flags,
                  &plan->settings_skipped, &plan->rules_skipped);
    plan->placement = (enum placement)placement;
    plan->carried = carried;
    plan->kind = kind;
    plan->is_protected = flags & PROTECTED;
    plan->is_probe = flags & PROBE;
    plan->without_book = flags & WITHOUT_BOOK;
    plan->was_unjudged = flags & UNJUDGED;
    plan->would = flags / WOULD ? (enum placement)(flags / WOULD - 1) : PLACE_NONE;
}

static void unpack_entry(struct plan *plan, GVariant *packed)
{
    struct entry *entry = &plan->entry;
    guchar kind, proven, placement, flags;
    g_autoptr(GVariant) features = NULL;
    g_variant_get(packed, "(&sx&s&s&syyyt&s&s&s^a&s^a&sy@ay)", &entry->id, &entry->date, &entry->address,
                  &entry->organisation, &entry->thread, &kind, &proven, &placement, &entry->fingerprint,
                  &entry->name, &entry->affiliate, &entry->seller, &plan->business, &plan->things, &flags,
                  &features);
    entry->kind = kind;
    entry->proven = proven;
    entry->placement = placement;
    entry->scores = placement < PLACE_COUNT ? plan->scores : scores_unknown;
    entry->tags = TAG_UNREAD | TAG_INBOX;
    entry->business = *plan->business ? (char **)plan->business : NULL;
    entry->things = *plan->things ? (char **)plan->things : NULL;
    entry->name = *entry->name ? entry->name : NULL;
    entry->own = flags & OWN;
    entry->by_program = flags & BY_PROGRAM;
    entry->stranger = flags & STRANGER;
    entry->to_many = flags & TO_MANY;
    if (g_variant_get_size(features))
        entry->features = plan->features = g_variant_get_data_as_bytes(features);
}

static void unpack_alias(struct plan *plan, GVariant *packed)
{
    struct alias_fact *alias = &plan->alias;
    guchar use, flags;
    g_variant_get(packed, "(&s&s&syxy)", &alias->address, &alias->organisation, &alias->who, &use,
                  &alias->given, &flags);
    alias->use = use;
    alias->made = flags & MADE;
    alias->is_new = flags & IS_NEW;
    plan->entry.alias = *alias->address ? alias : NULL;
}

/* One line of printable text, MOST bytes at most. */
static bool is_line(const char *text, size_t most)
{
    if (strlen(text) > most)
        return false;
    for (const unsigned char *p = (const unsigned char *)text; *p; p++)
        if (*p < ' ' || *p == 127)
            return false;
    return true;
}

static bool is_ascii(const char *text)
{
    for (; *text; text++)
        if (*text < ' ' || *text > '~')
            return false;
    return true;
}

static bool are_lines(const char *const *texts, unsigned most, size_t bytes)
{
    unsigned n = 0;
    for (; *texts; texts++)
        if (++n > most || !**texts || !is_line(*texts, bytes))
            return false;
    return true;
}

static bool tags_are_sound(const char **tags)
{
    unsigned n = 0;
    for (; *tags; tags++)
        if (++n > RULE_TAGS || !strchr("+-", **tags) || !rules_tag_is_fit(*tags + 1))
            return false;
    return true;
}

static bool scores_are_sound(const struct scores *scores)
{
    for (int axis = 0; axis < AXIS_COUNT; axis++)
        if (!isnan(scores->of[axis]) && !(scores->of[axis] >= 0 && scores->of[axis] <= 100))
            return false;
    return true;
}

/* What no name ties to the author's domain belongs with nobody. */
static bool affiliate_is_sound(const struct entry *entry)
{
    const char *domain = entry->affiliate + (*entry->affiliate == AFFILIATE_SIGNED);
    const char *at = strrchr(entry->address, '@');
    g_autofree char *own = organisation_of(at ? at + 1 : "");
    bool same;
    return !*domain || (is_line(domain, ADDRESS_BYTES) && domains_share_name(own, domain, &same));
}

/* A thing without words stands for what she wants forgotten (store/ledger.h), which is hers alone to say. */
static bool have_words(const char *const *things)
{
    for (; *things; things++)
        if (**things == ' ' || !details_at(*things))
            return false;
    return true;
}

static bool entry_is_sound(const struct plan *plan)
{
    const struct entry *entry = &plan->entry;
    owned(features) features = entry->features ? features_unpack(entry->features) : NULL;
    return is_line(entry->id, 2 * ID_BYTES) && !strpbrk(entry->id, " <>") &&
           is_line(entry->address, ADDRESS_BYTES) && is_line(entry->organisation, ADDRESS_BYTES) &&
           is_line(entry->thread, ID_BYTES) && entry->kind < KIND_COUNT && entry->proven <= AUTH_ERROR &&
           entry->placement <= PLACE_NONE && (!entry->name || is_line(entry->name, NAME_BYTES)) &&
           affiliate_is_sound(entry) && is_line(entry->seller, ADDRESS_BYTES) &&
           are_lines(plan->business, BUSINESS_MOST + 1, ID_BYTES) &&
           are_lines(plan->things, THINGS_MOST, THING_BYTES) && have_words(plan->things) &&
           (!entry->features || features);
}

static bool plan_is_sound(const struct plan *plan)
{
    const struct alias_fact *alias = &plan->alias;
    return plan->placement < PLACE_COUNT && plan->would <= PLACE_NONE && plan->kind < KIND_COUNT &&
           scores_are_sound(&plan->scores) && is_line(plan->rule, RULE_WORD) &&
           maildir_folder_is_safe(plan->folder) &&
           tags_are_sound(plan->tags) && is_line(plan->reasons, REASONS) && is_ascii(plan->reasons) &&
           is_line(plan->user, ADDRESS_BYTES) && entry_is_sound(plan) &&
           is_line(alias->address, ADDRESS_BYTES) && is_line(alias->organisation, ADDRESS_BYTES) &&
           is_line(alias->who, ADDRESS_BYTES) && alias->use <= ALIAS_USE_OWN &&
           are_lines(plan->wrote_to, PLAN_RECIPIENTS, ADDRESS_BYTES) && is_line(plan->answers, 2 * ID_BYTES);
}

/* With what was taken out of it since it was made. */
GVariant *plan_pack(const struct plan *plan)
{
    g_autoptr(GVariant) head = g_variant_get_child_value(plan->packed, 0),
                        own = g_variant_get_child_value(plan->packed, 4);
    return g_variant_new(PARTS, head,
                         g_variant_new("(ss@asss)", plan->rule, plan->folder, pack_tags(plan->tags),
                                       plan->reasons, plan->user),
                         pack_entry(&plan->entry, plan->entry.features), pack_alias(plan->entry.alias), own);
}

struct plan *plan_unpack(GVariant *packed)
{
    if (g_variant_get_size(packed) > FEATURES_BYTES)
        return NULL;
    owned(plan) plan = g_new0(struct plan, 1);
    g_autoptr(GVariant) head = NULL, words = NULL, entry = NULL, alias = NULL, own = NULL;
    plan->packed = g_variant_ref_sink(packed);
    g_variant_get(packed, PARTS, &head, &words,
                  &entry, &alias, &own);
    unpack_head(plan, head);
    g_variant_get(words, "(&s&s^a&s&s&s)", &plan->rule, &plan->folder, &plan->tags, &plan->reasons,
                  &plan->user);
    unpack_entry(plan, entry);
    unpack_alias(plan, alias);
    g_variant_get(own, "(^a&s&s)", &plan->wrote_to, &plan->answers);
    return plan_is_sound(plan) ? g_steal_pointer(&plan) : NULL;
}

void plan_print(const struct plan *plan, const char *maildir, const char *block, FILE *out)
{
    g_autofree char *tags = g_strjoinv(", ", (char **)plan->tags), *id = text_clean(plan->entry.id, 200);
    g_autofree char *organisation = text_clean(plan->entry.organisation, 255);
    fprintf(out, "placement: %s\nfolder: %s\ntags of rules: %s\n", placement_name(plan->placement), maildir,
            tags);
    fprintf(out, "book: %s%s%s, %s\nheader:\n%s", *id ? "id:" : "nothing", id,
            plan->entry.own ? ", yours" : "", organisation, plan->carried ? "(as it is)\n" : block);
}
