/* A message becomes an entry of the book. It is parsed and judged once, when it comes or is first met;
 * later only its tags are looked at. */
#include <math.h>
#include <string.h>
#include <sys/stat.h>

#include "act/entry.h"
#include "filters/claim.h"
#include "base/days.h"
#include "maildir/folder.h"

#define SOON (20 * 60) /* seconds after its arrival: what is read by then may have been read by a filter */
#define AT_ONCE 120    /* likewise of the flag of its file, whenever heed sees it */
#define IN_FOLDERS 10  /* likewise where the folders themselves are looked at: nobody moves it in between */

static bool adds_tag(char **tags)
{
    for (; *tags; tags++)
        if (**tags == '+')
            return true;
    return false;
}

/* Where its placement could be seen: she may have answered to it. */
static bool shows(const struct config *config, const struct entry *entry)
{
    return entry->tags & TAG_BY_FOLDER ? *config->folders[entry->placement]
                                       : adds_tag(config->tags[entry->placement]);
}

int64_t entry_ignored_before(const struct config *config, struct book *book, int64_t now)
{
    return outcome_ignored_before(book_number(book, BOOK_DEALT), config->ignored_after, config->passed_after,
                                  now);
}

enum outcome entry_outcome(const struct config *config, const struct entry *entry, int64_t ignored)
{
    struct outcome_signs signs = {
        .tags = entry->tags,
        .placement = entry->placement,
        /* It is not learned twice where she makes unread again what she had opened. */
        .passed = entry->date < ignored || entry->outcome == OUTCOME_IGNORED,
        .ignored_after = config->ignored_after,
        .answered = entry->answered,
        .gone = entry->gone,
        .lay = entry->placed_at ? (double)(entry->placed_at - entry->date) / DAY : 0,
        .shows = !entry->hidden && entry->placement < PLACE_COUNT && shows(config, entry),
    };
    enum outcome outcome = entry->gone ? outcome_when_gone(&signs, entry->outcome) : outcome_of(&signs);
    bool stays = entry->outcome == OUTCOME_IGNORED && entry->tags & TAG_BY_FOLDER;
    return outcome == OUTCOME_NONE && stays ? OUTCOME_IGNORED : outcome; /* wherever it was moved since */
}

bool entry_is_own(const struct reader *reader, const struct judgement *j, const char *path)
{
    size_t above = path && reader->mail_root && g_str_has_prefix(path, reader->mail_root)
                       ? strlen(reader->mail_root)
                       : 0;
    bool travelled = j->message->received != 0, sent = j->facts.tagged_sent;
    sent |= path && maildir_folder_is_sent(path + above) && (!travelled || j->facts.inside);
    if (reader_is_own(reader, j->sender->address))
        return !travelled || j->facts.hers || sent || (path && maildir_folder_is_sent(path + above));
    return sent && *j->sender->address;
}

/* Whether the name of its file got the flag S as it came: a rename changes no other time of a file. */
static bool seen_at_once(const char *path, int64_t arrival, int64_t within)
{
    const char *info = strstr(path, ":2,");
    struct stat st;
    return info && strchr(info, 'S') && stat(path, &st) == 0 && ABS(st.st_ctime - arrival) < within;
}

/* Whether some of its kind was left unread: no filter marks that as read. */
static bool some_lay(struct book *book, const struct entry *entry, int64_t now)
{
    struct tally tally =
        book_tally(book, LEVEL_ORGANISATION_KIND, entry->organisation, entry->kind, now);
    return tally.count[OUTCOME_IGNORED] + tally.count[OUTCOME_DELETED_UNREAD] > 0;
}

/* Whether RECORD, which was read when it was first seen, may have been read by a filter. Times tell where it
 * has just come; else what was filed beside does, but of people's letters. */
static bool by_filter(struct book *book, const struct entry *entry, const struct record *record, int64_t now)
{
    bool folders = record->tags & TAG_BY_FOLDER;
    if ((now - entry->date < SOON && !folders) ||
        seen_at_once(record->path, entry->date, folders ? IN_FOLDERS : AT_ONCE))
        return true;
    return record->tags & TAG_FILED && entry->kind != KIND_PERSON &&
           (!(record->tags & TAG_INBOX) || !book || !some_lay(book, entry, now));
}

void entry_see(struct book *book, struct entry *entry, const struct record *record, int64_t now)
{
    static const uint32_t hers = TAG_UNREAD | TAG_REPLIED | TAG_FORWARDED | TAG_FLAGGED;
    bool before = entry->tags & TAG_BY_FILTER && !(entry->tags & TAG_UNREAD); /* not what lies at rest */
    bool done = !(record->tags & hers);
    done = done && (before || (!entry->indexed && by_filter(book, entry, record, now)));
    entry->tags = record->tags | (done ? TAG_BY_FILTER : 0);
    entry->indexed = true;
}

bool entry_keeps_folders(const struct entry *entry, const struct record *record)
{
    return entry->tags & TAG_BY_FOLDER && !(record->tags & TAG_BY_FOLDER) && record->untouched;
}

void entry_placed(const struct record *record, struct entry *entry)
{
    if (record->tags & TAG_BY_FOLDER) { /* what the header says is what was done */
        entry->hidden = false;
        return;
    }
    if (record->placed)
        entry->placement = record->placement;
    entry->placed_at = record->placed_at;
    entry->hidden = !record->placed;
}

/* A program's letter in her name: vacation answers, receipts, also of those that write no field for it. */
static bool is_by_program(const struct judgement *j)
{
    const struct kind_guess *kind = &j->facts.kind;
    return message_is_automatic(j->message) || (*j->message->references && (kind->excuses || kind->answer));
}

struct entry entry_of(const struct reader *reader, const struct judgement *j, const char *id,
                      const char *path)
{
    bool own = entry_is_own(reader, j, path);
    bool claims = is_claim(&j->facts), told = !auth_is_unproven(j->facts.entitled) && !claims;
    bool tells = business_is_told_by(j->facts.kind.kind) && j->facts.proven != AUTH_FAIL && !claims;
    return (struct entry){
        .id = id,
        .date = j->facts.now,
        .address = j->facts.voice,
        .organisation = j->facts.relation,
        .thread = "",
        .kind = j->facts.kind.kind,
        .proven = j->facts.entitled,
        .placement = PLACE_NONE,
        .scores = scores_unknown,
        .tags = TAG_UNREAD | TAG_INBOX,
        .fingerprint = j->facts.fingerprint,
        .name = j->facts.name,
        .business = tells || told ? j->facts.business : NULL,
        .things = told && *j->facts.tells ? j->facts.tells : NULL,
        .affiliate = j->facts.affiliate,
        .seller = tells && j->facts.proven == AUTH_PASS ? j->sender->answers : NULL,
        .alias = &j->facts.alias,
        .stranger = j->facts.first,
        .to_many = j->facts.kind.bulk,
        .own = own,
        .by_program = own && is_by_program(j),
    };
}

enum status entry_settle(const struct config *config, struct book *book, struct entry *entry,
                         const struct features *features, int64_t now, struct err *err)
{
    enum outcome before = entry->outcome;
    entry->outcome = entry_outcome(config, entry, entry_ignored_before(config, book, now));
    owned(features) kept = features ? NULL : features_unpack(entry->features);
    const struct features *known = features ? features : kept;
    bool turned = outcome_acted(before) != outcome_acted(entry->outcome);
    /* State: learned. */
    if (known && entry->proven != AUTH_FAIL && entry->outcome != OUTCOME_NONE &&
        (before == OUTCOME_NONE || turned))
        learn(book, known, outcome_acted(entry->outcome), outcome_importance(entry->outcome));
    g_autoptr(GBytes) packed = features ? features_pack(features) : NULL;
    if (packed)
        entry->features = packed;
    if (outcome_wish(entry->outcome) > 0) /* what was only looked at may still be called junk */
        entry->features = NULL;
    return book_put(book, entry, err);
}

enum status entry_mark_answered(const struct config *config, struct book *book, const char *id, int64_t now,
                                struct err *err)
{
    struct entry entry;
    if (!book_get(book, id, &entry) || entry.own || entry.answered)
        return STATUS_OK;
    entry.answered = true;
    return entry_settle(config, book, &entry, NULL, now, err);
}

char **entry_recipients(const struct reader *reader, const struct message *message)
{
    GPtrArray *all = g_ptr_array_new();
    for (uint32_t i = 0; i < MIN(message->n_recipients, PLAN_RECIPIENTS); i++) {
        char *address = g_utf8_strdown(message->recipients[i].mailbox, -1);
        if (*address && !reader_is_own(reader, address))
            g_ptr_array_add(all, address);
        else
            g_free(address);
    }
    g_ptr_array_add(all, NULL);
    return (char **)g_ptr_array_free(all, FALSE);
}

enum status entry_own(struct book *book, const struct entry *entry, const char *const *wrote_to,
                      const char *answers, entry_answered *answered, void *data, struct err *err)
{
    enum status status = book_put(book, entry, err);
    for (; *wrote_to && !status; wrote_to++)
        status = book_wrote_to(book, *wrote_to, entry->date, err);
    return status || !*answers ? status : answered(answers, data, err);
}

struct judgement *entry_read(const struct config *config, const char *path, const void *body, size_t length)
{
    owned(spool) spool = NULL;
    struct judgement *read = NULL;
    if (body)
        spool = spool_of(body, length);
    else if (spool_open(path, &spool, NULL))
        return NULL;
    if (flow_read(config, spool, &read, NULL))
        return NULL;
    return read;
}

static void take_carried(const struct reader *reader, struct met *met)
{
    struct carried carried;
    if (!carried_read(reader, met->judgement, &carried))
        return;
    met->entry.placement = carried.placement;
    met->entry.scores = carried.scores;
    carried_clear(&carried);
}

void entry_meet(struct reader *reader, const struct record *record, int64_t now, struct judgement *read,
                struct met *met)
{
    *met = (struct met){.judgement = read};
    read->facts.tagged_sent = record->tags & TAG_SENT;
    flow_decide(reader, NULL, message_arrived(read->message, CLAMP(record->date, 0, now)), read);
    met->entry = entry_of(reader, read, record->id, record->path);
    entry_see(reader->book, &met->entry, record, now);
    if (met->entry.own) {
        met->entry.thread = record->thread;
        return;
    }
    met->features = features_of(&read->facts, read->findings);
    take_carried(reader, met);
    entry_placed(record, &met->entry);
}

void met_clear(struct met *met)
{
    g_clear_pointer(&met->features, features_free);
    g_clear_pointer(&met->judgement, judgement_free);
}

struct answering {
    const struct config *config;
    struct book *book;
    int64_t now;
};

static enum status mark(const char *id, void *data, struct err *err)
{
    const struct answering *answering = data;
    return entry_mark_answered(answering->config, answering->book, id, answering->now, err);
}

bool entry_is_anew(struct book *book, const struct entry *known, const struct plan *plan)
{
    const struct entry *entry = &plan->entry;
    bool same = known->fingerprint == entry->fingerprint && known->proven == entry->proven &&
                !strcmp(known->address, entry->address);
    if (same || known->own || entry->own || entry->proven != AUTH_PASS ||
        !placement_is_demoted(known->placement) || placement_is_demoted(plan->placement))
        return false;
    return book_contact(book, entry->address).written ||
           book_tally(book, LEVEL_ORGANISATION, entry->organisation, KIND_ANY, entry->date).last_wanted > 0;
}

enum status entry_delivered(const struct config *config, struct book *book, const struct plan *plan,
                            int64_t now, bool *anew, struct err *err)
{
    struct entry known;
    *anew = false;
    struct answering answering = {config, book, now};
    if (!*plan->entry.id)
        return STATUS_OK;
    bool met = book_get(book, plan->entry.id, &known);
    bool better = met && known.outcome == OUTCOME_NONE && placement_is_demoted(known.placement) &&
                  !placement_is_demoted(plan->entry.placement);
    *anew = met && entry_is_anew(book, &known, plan);
    if (met && !better && !*anew)
        return STATUS_OK;
    return plan->entry.own && !met
               ? entry_own(book, &plan->entry, plan->wrote_to, plan->answers, mark, &answering, err)
               : book_put(book, &plan->entry, err);
}
