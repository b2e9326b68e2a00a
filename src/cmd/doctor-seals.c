/* The verdicts that delivered messages bear under a seal, against what index and book say of the same
 * messages: who writes to the index parses mail, and may have been taken over. A child reads the messages;
 * nothing it says is more than a placement. */
#include <string.h>
#include <unistd.h>

#include "act/plan.h"
#include "base/cage.h"
#include "doctor.h"

#define RECENT 200        /* messages that are looked at, the latest */
#define MOST_SECONDS 20   /* for all of them */
#define MOST_TOLD 5       /* differences that are told one by one */
#define MOST_ID 200       /* characters of an id that is told */
#define FOUND_TYPE "(ui)" /* which one, and its placement */

struct looked_at {
    char *id, *path;
    enum placement marked, sealed; /* PLACE_NONE: nothing under a seal that holds */
    bool untouched;
};

struct ring {
    struct looked_at all[RECENT];
    unsigned count, again; /* of those that heed placed; of those that it placed anew, whose mark is newer
                              than the seal */
};

struct reading {
    struct reader *reader;
    struct ring *ring;
};

static bool remember(const struct record *record, void *data)
{
    struct ring *ring = data;
    if (!record->placed || record->placement >= PLACE_COUNT)
        return true;
    if (record->placed_at) {
        ring->again++;
        return true;
    }
    struct looked_at *slot = &ring->all[ring->count++ % RECENT];
    g_free(slot->id);
    g_free(slot->path);
    *slot = (struct looked_at){.id = g_strdup(record->id),
                               .path = g_strdup(record->path),
                               .marked = record->placement,
                               .sealed = PLACE_NONE,
                               .untouched = record->untouched};
    return true;
}

/* --- the child that reads ------------------------------------------------------------------------------ */

static enum placement read_seal(const struct reader *reader, const struct spool *spool, const char *id)
{
    owned(judgement) j = NULL;
    struct carried carried;
    if (flow_read(reader->config, spool, &j, NULL) || !j->id || strcmp(j->id, id) != 0 ||
        !carried_read(reader, j, &carried))
        return PLACE_NONE;
    carried_clear(&carried);
    return carried.placement;
}

/* All files are opened before the first is read: from then on no other can be. */
static int reading_child(struct peer *parent, void *data)
{
    const struct reading *reading = data;
    const struct ring *ring = reading->ring;
    struct spool *spools[RECENT] = {NULL};
    for (unsigned i = 0; i < MIN(ring->count, RECENT); i++)
        (void)!spool_open(ring->all[i].path, &spools[i], NULL);
    cage_silence();
    reader_confine(reading->reader, CONFINE_JUDGE, NULL);
    for (unsigned i = 0; i < MIN(ring->count, RECENT); i++) {
        enum placement sealed =
            spools[i] ? read_seal(reading->reader, spools[i], ring->all[i].id) : PLACE_NONE;
        if (!frame_say(parent->to, g_variant_new(FOUND_TYPE, i, (gint32)sealed)))
            return 1;
        spool_free(spools[i]);
    }
    return 0;
}

/* How many the child came to. */
static unsigned hear_all(const struct peer *child, struct ring *ring)
{
    double deadline = clock_seconds() + MOST_SECONDS;
    unsigned n = MIN(ring->count, RECENT);
    for (unsigned i = 0; i < n; i++) {
        g_autoptr(GVariant) said = NULL;
        guint32 which;
        gint32 placement;
        if (frame_hear(child->from, FOUND_TYPE, deadline, &said) != HEARD)
            return i;
        g_variant_get(said, FOUND_TYPE, &which, &placement);
        if (which != i)
            return i;
        ring->all[i].sealed =
            placement >= 0 && placement < PLACE_COUNT ? (enum placement)placement : PLACE_NONE;
    }
    return n;
}

static void read_all(struct visit *visit, struct ring *ring)
{
    struct reader *reader = visit->reader;
    struct reading reading = {reader, ring};
    struct peer child;
    struct err err = {0};
    unsigned n = MIN(ring->count, RECENT), heard = 0;
    enum status status = reader_ask_keys(reader, &err);
    if (status) {
        tell(visit, NOTE, "run heed doctor again", "%s", err.text);
        return;
    }
    status = peer_fork(&child, reading_child, &reading, &err);
    if (!status) {
        heard = hear_all(&child, ring);
        peer_end(&child, true);
    }
    peer_end(&reader->keys, true);
    reader->keys.pid = 0;
    reader->witness = (struct witness){0};
    if (heard < n)
        tell(visit, NOTE, "see what heed why says of that message",
             "only %u of %u messages could be read, up to id:%.*s", heard, n, MOST_ID, ring->all[heard].id);
}

/* --- what is told -------------------------------------------------------------------------------------- */

/* For a shell, whatever a stranger has named the message. The caller frees it. */
static char *query_for(const char *id)
{
    g_auto(GStrv) parts = g_strsplit(id, "\"", -1);
    g_autofree char *doubled = g_strjoinv("\"\"", parts), *query = NULL;
    bool plain = strspn(id, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "@.-_+=") == strlen(id);
    query = plain ? g_strconcat("id:", id, NULL) : g_strdup_printf("id:\"%s\"", doubled);
    return plain ? g_steal_pointer(&query) : g_shell_quote(query);
}

static void tell_mark(struct visit *visit, const struct looked_at *one)
{
    g_autofree char *query = query_for(one->id), *mend = NULL;
    const char *marked = placement_name(one->marked);
    mend = one->untouched
               ? g_strdup_printf("heed tag --again --apply %s judges it anew", query)
               : g_strdup_printf("give it the tags of %s, then heed tag --again --apply %s", marked, query);
    tell(visit, PROBLEM, strlen(one->id) > MOST_ID ? "heed tag --again --apply, with its id" : mend,
         "%.*s is sealed as %s, and the index has it as %s", MOST_ID, one->id, placement_name(one->sealed),
         marked);
}

static void tell_booked(struct visit *visit, const struct looked_at *one, enum placement booked)
{
    tell(visit, PROBLEM, "heed init builds the book anew from the index",
         "%.*s is sealed as %s, and the book has it as %s", MOST_ID, one->id, placement_name(one->sealed),
         placement_name(booked));
}

/* What the book says of each; PLACE_NONE where it says nothing. */
static void ask_book(struct visit *visit, const struct ring *ring, enum placement booked[RECENT])
{
    const char *ids[RECENT];
    unsigned n = MIN(ring->count, RECENT);
    struct err err;
    for (unsigned i = 0; i < n; i++) {
        ids[i] = ring->all[i].id;
        booked[i] = PLACE_NONE;
    }
    g_autofree char *book = home_state(visit->reader->home, BOOK_FILE);
    if (!visit->book_status && visit->book.version == book_schema() &&
        book_look_up(book, ids, n, booked, &err))
        tell(visit, NOTE, "run heed doctor again", "%s", err.text);
}

/* Of a message that came twice one file's seal may be another than the one by which it was placed. */
static bool differs(struct visit *visit, const struct looked_at *one, enum placement booked)
{
    return one->sealed != PLACE_NONE &&
           (one->sealed != one->marked || (booked != PLACE_NONE && booked != one->sealed)) &&
           history_count_files(visit->reader->history, one->id) == 1;
}

static void compare(struct visit *visit, const struct ring *ring)
{
    enum placement booked[RECENT];
    unsigned sealed = 0, different = 0, n = MIN(ring->count, RECENT);
    ask_book(visit, ring, booked);
    for (unsigned i = 0; i < n; i++) {
        const struct looked_at *one = &ring->all[i];
        sealed += one->sealed != PLACE_NONE;
        if (!differs(visit, one, booked[i]) || ++different > MOST_TOLD)
            continue;
        if (one->sealed != one->marked)
            tell_mark(visit, one);
        else
            tell_booked(visit, one, booked[i]);
    }
    if (different > MOST_TOLD)
        tell(visit, PROBLEM, "the same for these", "and %u more", different - MOST_TOLD);
    else if (!different)
        tell(visit, FINE, NULL, "of the last %u messages %u are sealed, and index and book say the same%s", n,
             sealed, ring->again ? "; what was placed anew is not compared" : "");
}

void examine_seals(struct visit *visit)
{
    struct ring *ring = NULL;
    struct history *history = visit->reader->history;
    g_autofree char *key = g_build_filename(visit->reader->home->key_dir, SEAL_KEY, NULL);
    if (!history || !history_ready(history))
        return;
    if (access(key, R_OK) != 0) {
        tell(visit, FINE, NULL, "there is no key to read them by");
        return;
    }
    ring = g_new0(struct ring, 1);
    if (history_walk(history, "date:1year..", true, NULL, remember, ring, NULL))
        tell(visit, NOTE, "run heed doctor again", "the index changes too fast to be looked through");
    if (ring->count)
        read_all(visit, ring);
    compare(visit, ring);
    for (unsigned i = 0; i < RECENT; i++) {
        g_free(ring->all[i].id);
        g_free(ring->all[i].path);
    }
    g_free(ring);
}
