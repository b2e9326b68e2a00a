/* A message of the index becomes an entry of the book. It is parsed and judged once, when it is first met; later
 * only its tags are looked at. */
#include <math.h>
#include <string.h>

#include "act/headers.h"
#include "learn/met.h"

#define DAY 86400

static bool adds_tag(char **tags)
{
    for (; *tags; tags++)
        if (**tags == '+')
            return true;
    return false;
}

enum outcome met_outcome(const struct config *config, const struct entry *entry, int64_t now)
{
    struct outcome_signs signs = {
        .tags = entry->tags,
        .placement = entry->placement,
        .age = (double)(now - entry->date) / DAY,
        .ignored_after = config->ignored_after,
        .answered = entry->answered,
        .gone = entry->gone,
        .lay = entry->placed_at ? (double)(entry->placed_at - entry->date) / DAY : 0,
        .shows = !entry->hidden && entry->placement < PLACE_COUNT && adds_tag(config->tags[entry->placement]),
    };
    if (entry->gone && outcome_acted(entry->outcome) == 1)
        return entry->outcome;
    return outcome_of(&signs);
}

double met_importance(enum outcome outcome)
{
    return outcome == OUTCOME_RESCUED ? 2 : 1;
}

enum status met_own(const struct sources *sources, const struct message *message, int64_t date,
                    struct err *err)
{
    enum status status = STATUS_OK;
    for (uint32_t i = 0; i < message->n_recipients && i < 50 && !status; i++) {
        g_autofree char *address = g_utf8_strdown(message->recipients[i].mailbox, -1);
        if (*address && !sources_is_own(sources, address))
            status = book_wrote_to(sources->book, address, date, err);
    }
    return status;
}

/* Copies of what she wrote lie in a folder of their own (RFC 6154, \\Sent), whatever servers wrote into them. */
static bool is_sent_folder(const char *root, const char *path)
{
    static const char *const names[] = {"sent", "gesendet", "gesendete", "envoy", "enviados", "enviadas", "inviata", "verzonden"};
    size_t above = g_str_has_prefix(path, root) ? strlen(root) : 0;
    g_auto(GStrv) parts = g_strsplit_set(path + above, "/.", -1);
    for (char **part = parts; *part; part++)
        for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
            size_t len = strlen(names[i]);
            if (g_ascii_strncasecmp(*part, names[i], len) == 0 && !g_ascii_isalpha((*part)[len]))
                return true;
        }
    return false;
}

bool met_is_own(const struct sources *sources, const struct judgement *j, const char *path)
{
    return sources_is_own(sources, j->sender->address) &&
           (j->message->received == 0 || j->facts.hers || (path && is_sent_folder(history_mail_root(sources->history), path)));
}

void met_placed(const struct record *record, struct entry *entry)
{
    if (record->placed)
        entry->placement = record->placement;
    entry->placed_at = record->placed_at;
    entry->hidden = !record->placed;
}

static void read_placement(const struct sources *sources, struct met *met)
{
    struct carried carried;
    if (!headers_carried(sources, met->judgement, &carried))
        return;
    met->entry.placement = carried.placement;
    met->entry.useful = carried.useful;
    met->entry.personal = carried.personal;
    met->entry.trust = carried.trust;
}

struct judgement *met_read(const struct config *config, const char *path)
{
    owned(spool) spool = NULL;
    struct judgement *read = NULL;
    if (spool_open(path, &spool, NULL) || flow_read(config, spool, 0, &read, NULL))
        return NULL;
    return read;
}

void met_decide(struct sources *sources, const struct record *record, int64_t now, struct judgement *read,
                struct met *met)
{
    *met = (struct met){.judgement = read};
    flow_decide(sources, message_arrived(read->message, CLAMP(record->date, 0, now)), read);
    const struct judgement *j = met->judgement;
    bool own = met_is_own(sources, j, record->path);
    met->entry = (struct entry){
        .id = record->id,
        .date = j->facts.now,
        .address = j->facts.voice,
        .organisation = j->facts.relation,
        .thread = own ? record->thread : "",
        .kind = j->facts.kind.kind,
        .proven = j->facts.entitled,
        .placement = PLACE_NONE,
        .useful = NAN,
        .personal = NAN,
        .trust = NAN,
        .tags = record->tags,
        .fingerprint = j->facts.fingerprint,
        .name = j->facts.name,
        .business = business_is_told_by(j->facts.kind.kind) && j->facts.proven != AUTH_FAIL ? j->facts.business : NULL,
        .alias = &j->facts.alias,
        .stranger = j->facts.stranger,
        .own = own,
        .indexed = true,
    };
    if (!own) {
        met->features = features_of(&j->facts, j->findings);
        read_placement(sources, met);
        met_placed(record, &met->entry);
    }
}

bool meet(struct sources *sources, const struct record *record, int64_t now, struct met *met)
{
    struct judgement *read = met_read(sources->config, record->path);
    *met = (struct met){0};
    if (read)
        met_decide(sources, record, now, read, met);
    return read;
}

void met_clear(struct met *met)
{
    g_clear_pointer(&met->features, features_free);
    g_clear_pointer(&met->judgement, judgement_free);
}
