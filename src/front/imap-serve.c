/* What the process that writes the book asks of a mail store, put into IMAP; of the answers it gets numbers,
 * names of folders and what tells messages apart. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/frame.h"
#include "imap-talk.h"
#include "learn/mailstore.h"
#include "maildir/folder.h"

struct serving {
    struct imap *imap;
    int fd;
    GHashTable *listed; /* name -> struct listed: without the STATUS of it yet */
    GVariantBuilder facts;
    unsigned waiting; /* in FACTS */
    uint32_t before;  /* UIDNEXT of the last look */
    uint64_t fresh;   /* messages since */
    uint64_t there;   /* messages of all ranges that were said */
};

static bool tell(const struct serving *serving, guchar what, GVariant *value)
{
    return frame_say(serving->fd, g_variant_new(MAILSTORE_SAID, what, value));
}

static enum status unheard(bool heard, struct err *err)
{
    return heard ? STATUS_OK : err_set(err, STATUS_IO, "nobody asks any more");
}

static enum status garbled(struct err *err)
{
    return err_set(err, STATUS_IO, "the IMAP server's numbers do not fit together");
}

/* --- folders -------------------------------------------------------------------------------------------- */

struct listed {
    enum special_use use;
    char separator;
};

static const struct {
    const char *attribute;
    int use; /* enum special_use; -1: it holds no mail, or mail that lies elsewhere, too */
} attributes[] = {{"\\NonExistent", -1}, {"\\Noselect", -1},       {"\\All", -1},
                  {"\\Flagged", -1},     {"\\Junk", USE_JUNK},     {"\\Trash", USE_TRASH},
                  {"\\Sent", USE_SENT},  {"\\Drafts", USE_DRAFTS}, {"\\Archive", USE_ARCHIVE}};

static bool is_hers(const struct imap *imap, const char *name, const GPtrArray *said, struct listed *listed)
{
    bool hers = maildir_folder_is_safe(name) && *name;
    for (guint i = 0; i < imap->others->len; i++)
        hers &= !g_str_has_prefix(name, imap->others->pdata[i]);
    for (guint i = 0; said && i < said->len; i++)
        for (size_t j = 0; j < G_N_ELEMENTS(attributes); j++)
            if (imap_is(said, i, attributes[j].attribute)) {
                hers &= attributes[j].use >= 0;
                listed->use = attributes[j].use >= 0 ? (enum special_use)attributes[j].use : listed->use;
            }
    return hers;
}

static enum status take_list(struct serving *serving, const GPtrArray *items, struct err *err)
{
    const char *separator = imap_text(items, 2), *name = imap_text(items, 3);
    struct listed listed = {USE_OTHER, separator ? *separator : '\0'};
    if (!name || !is_hers(serving->imap, name, imap_list(items, 1), &listed))
        return STATUS_OK;
    if (g_hash_table_size(serving->listed) + serving->imap->folders->len >= MAILSTORE_FOLDERS)
        return err_set(err, STATUS_LIMIT, "there are more folders than heed looks into");
    g_hash_table_insert(serving->listed, g_strdup(name), g_memdup2(&listed, sizeof listed));
    return STATUS_OK;
}

static enum status take_status(struct serving *serving, const GPtrArray *items, struct err *err)
{
    static const char *const names[] = {"UIDVALIDITY", "UIDNEXT", "HIGHESTMODSEQ", "MESSAGES"};
    static const uint64_t most[] = {G_MAXUINT32, G_MAXUINT32, G_MAXINT64, MAILSTORE_MESSAGES};
    const char *name = imap_text(items, 1);
    const struct listed *listed = name ? g_hash_table_lookup(serving->listed, name) : NULL;
    uint64_t numbers[4];
    if (!listed)
        return STATUS_OK;
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        guint at = imap_behind(imap_list(items, 2), names[i]);
        if (!at || !imap_number(imap_list(items, 2), at, most[i], &numbers[i]))
            return err_set(err, STATUS_IO, "the IMAP server gives no %s that can be used", names[i]);
    }
    struct imap_folder *folder = g_new0(struct imap_folder, 1);
    *folder = (struct imap_folder){g_strdup(name), (uint32_t)numbers[0], (uint32_t)numbers[1]};
    g_ptr_array_add(serving->imap->folders, folder);
    g_autofree char *shown = maildir_folder_readable(name);
    if (g_ascii_isprint(listed->separator) && listed->separator != '/')
        g_strdelimit(shown, (const char[]){listed->separator, '\0'}, '/');
    bool heard = tell(serving, SAID_FOLDER,
                      g_variant_new(SAID_FOLDER_TYPE, name, shown, (guchar)listed->use, folder->validity,
                                    folder->next, (guint64)numbers[2], (guint32)numbers[3]));
    g_hash_table_remove(serving->listed, name);
    return unheard(heard, err);
}

static enum status take_folder(const struct imap_response *response, void *data, struct err *err)
{
    return imap_is(response->items, 0, "LIST")     ? take_list(data, response->items, err)
           : imap_is(response->items, 0, "STATUS") ? take_status(data, response->items, err)
                                                   : STATUS_OK;
}

/* One command (RFC 5819), whether anything has changed or not. */
static enum status answer_folders(struct serving *serving, struct err *err)
{
    enum status status = imap_unselect(serving->imap, err);
    g_ptr_array_set_size(serving->imap->folders, 0);
    serving->listed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    if (!status)
        status = imap_command(
            serving->imap, take_folder, serving, err,
            "LIST \"\" \"*\" RETURN (%sSTATUS (MESSAGES UIDNEXT UIDVALIDITY HIGHESTMODSEQ))",
            serving->imap->uses ? "SPECIAL-USE " : "");
    g_hash_table_destroy(serving->listed);
    return status ? status
                  : unheard(tell(serving, SAID_END, g_variant_new_uint32(serving->imap->folders->len)), err);
}

/* --- messages ------------------------------------------------------------------------------------------- */

#define FACTS                                                    \
    "BODY.PEEK[HEADER.FIELDS (FROM DATE SUBJECT MESSAGE-ID)] " \
    "BODY.PEEK[TEXT]<0." G_STRINGIFY(PEEK_BODY) ">"

static uint32_t flags_of(const GPtrArray *said)
{
    static const struct {
        const char *name;
        uint32_t flag;
    } known[] = {{"\\Seen", MAIL_SEEN},       {"\\Answered", MAIL_REPLIED}, {"\\Flagged", MAIL_FLAGGED},
                 {"\\Deleted", MAIL_TRASHED}, {"\\Draft", MAIL_DRAFT}};
    uint32_t flags = 0;
    for (guint i = 0; said && i < said->len; i++) {
        const char *name = imap_text(said, i);
        flags |= name ? mail_keyword(name) : 0;
        for (size_t j = 0; j < G_N_ELEMENTS(known); j++)
            flags |= imap_is(said, i, known[j].name) ? known[j].flag : 0;
    }
    return flags;
}

/* "30-Nov-2026 11:11:11 +0000"; 0 where it is none. */
static int64_t date_of(const char *text)
{
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    struct tm tm = {0};
    char month[4] = "", sign;
    int hours, minutes;
    if (!text || sscanf(text, " %2d-%3[A-Za-z]-%4d %2d:%2d:%2d %c%2d%2d", &tm.tm_mday, month, &tm.tm_year,
                        &tm.tm_hour, &tm.tm_min, &tm.tm_sec, &sign, &hours, &minutes) != 9)
        return 0;
    const char *at = strlen(month) == 3 ? strstr(months, month) : NULL;
    tm.tm_mon = at ? (int)(at - months) / 3 : 0;
    tm.tm_year -= 1900;
    int64_t east = hours * 3600 + minutes * 60;
    return (int64_t)timegm(&tm) - (sign == '-' ? -east : east);
}

/* The string behind the first name in SAID that begins with NAME, or NULL. */
static const struct imap_item *body_of(const GPtrArray *said, const char *name)
{
    for (guint i = 0; said && i + 1 < said->len; i += 2) {
        const char *text = imap_text(said, i);
        const struct imap_item *item = said->pdata[i + 1];
        if (text && g_ascii_strncasecmp(text, name, strlen(name)) == 0)
            return item->text && item->quoted ? item : NULL;
    }
    return NULL;
}

static bool flush_facts(struct serving *serving)
{
    if (!serving->waiting)
        return true;
    bool heard = tell(serving, SAID_FACTS, g_variant_builder_end(&serving->facts));
    g_variant_builder_init(&serving->facts, G_VARIANT_TYPE(SAID_FACTS_TYPE));
    serving->waiting = 0;
    return heard;
}

static enum status add_facts(struct serving *serving, uint32_t uid, const GPtrArray *said, struct err *err)
{
    const struct imap_item *head = body_of(said, "BODY[HEADER.FIELDS"), *text = body_of(said, "BODY[TEXT]");
    struct peek peek = {NULL, 0};
    if (head) {
        g_autoptr(GString) letter = g_string_new_len(head->text, (gssize)head->length);
        if (text)
            g_string_append_len(letter, text->text, (gssize)text->length);
        owned(spool) spool = spool_of(letter->str, letter->len);
        peek_into(spool, &peek);
        serving->fresh++;
    }
    const char *date = imap_text(said, imap_behind(said, "INTERNALDATE"));
    g_variant_builder_add(&serving->facts, "(uuxst)", uid,
                          flags_of(imap_list(said, imap_behind(said, "FLAGS"))), date_of(date),
                          peek.id ? peek.id : "", peek.content);
    peek_clear(&peek);
    return unheard(++serving->waiting < MAILSTORE_FACTS || flush_facts(serving), err);
}

/* Of a message that has come since: all of it; of others flags. */
static enum status take_fetched(const struct imap_response *response, void *data, struct err *err)
{
    struct serving *serving = data;
    const GPtrArray *said = imap_list(response->items, 2);
    uint64_t uid;
    guint at = imap_behind(said, "UID");
    if (!imap_is(response->items, 1, "FETCH") || !at || !imap_behind(said, "FLAGS"))
        return STATUS_OK;
    if (!imap_number(said, at, G_MAXUINT32, &uid) || !uid)
        return garbled(err);
    bool fresh = imap_behind(said, "INTERNALDATE") != 0;
    return fresh && uid < serving->before ? STATUS_OK /* "9:*" means the last one, too */
                                          : add_facts(serving, (uint32_t)uid, said, err);
}

/* "1:2,4:5" as ranges; ascending. */
static enum status take_ranges(struct serving *serving, const char *set, struct err *err)
{
    uint64_t last = 0;
    GVariantBuilder all;
    g_variant_builder_init(&all, G_VARIANT_TYPE(SAID_THERE_TYPE));
    for (unsigned n = 1; set && *set; n++) {
        char *end;
        uint64_t from = g_ascii_strtoull(set, &end, 10), to = from;
        if (*end == ':')
            to = g_ascii_strtoull(end + 1, &end, 10);
        if (from <= last || to < from || to > G_MAXUINT32 || (*end && *end != ',')) {
            g_variant_builder_clear(&all);
            return garbled(err);
        }
        g_variant_builder_add(&all, "(uu)", (guint32)from, (guint32)to);
        serving->there += to - from + 1;
        last = to;
        set = *end ? end + 1 : end;
    }
    return unheard(tell(serving, SAID_THERE, g_variant_builder_end(&all)), err);
}

static enum status take_search(const struct imap_response *response, void *data, struct err *err)
{
    const GPtrArray *items = response->items;
    guint all = 0;
    for (guint i = 1; imap_is(items, 0, "ESEARCH") && i + 1 < items->len; i++)
        all = imap_is(items, i, "ALL") ? i + 1 : all;
    return imap_is(items, 0, "ESEARCH") ? take_ranges(data, all ? imap_text(items, all) : NULL, err)
                                        : STATUS_OK;
}

static enum status answer_changes(struct serving *serving, const struct imap_folder *folder, uint64_t modseq,
                                  uint64_t known, struct err *err)
{
    struct imap *imap = serving->imap;
    serving->fresh = serving->there = 0;
    enum status status = imap_examine(imap, folder, err);
    if (!status && serving->before > 1 && modseq && known)
        status = imap_command(imap, take_fetched, serving, err,
                              "UID FETCH 1:%u (UID FLAGS) (CHANGEDSINCE %" G_GUINT64_FORMAT ")",
                              serving->before - 1, modseq);
    /* More may have come since it was listed. */
    if (!status && imap->exists && (folder->next > serving->before || imap->exists > known))
        status = imap_command(imap, take_fetched, serving, err,
                              "UID FETCH %u:* (UID FLAGS INTERNALDATE " FACTS ")", serving->before);
    if (!status && !flush_facts(serving))
        status = unheard(false, err);
    if (!status && known + serving->fresh != imap->exists) {
        status = imap_command(imap, take_search, serving, err, "UID SEARCH RETURN (ALL) ALL");
        if (!status && serving->there != imap->exists)
            status = garbled(err);
    }
    return status ? status
                  : unheard(tell(serving, SAID_END, g_variant_new_uint32((guint32)imap->exists)), err);
}

static enum status take_body(const struct imap_response *response, void *data, struct err *err)
{
    struct serving *serving = data;
    const GPtrArray *said = imap_list(response->items, 2);
    const struct imap_item *body = body_of(said, "BODY[]");
    uint64_t uid;
    if (!imap_is(response->items, 1, "FETCH") || !body ||
        !imap_number(said, imap_behind(said, "UID"), G_MAXUINT32, &uid))
        return STATUS_OK;
    GVariant *bytes = g_variant_new_fixed_array(G_VARIANT_TYPE_BYTE, body->text,
                                                MIN(body->length, MAILSTORE_BODY), 1);
    return unheard(tell(serving, SAID_BODY, g_variant_new("(u@ay)", (guint32)uid, bytes)), err);
}

static enum status answer_bodies(struct serving *serving, const struct imap_folder *folder, GVariant *uids,
                                 struct err *err)
{
    g_autoptr(GString) set = g_string_new(NULL);
    gsize n;
    const guint32 *all = g_variant_get_fixed_array(uids, &n, sizeof *all);
    for (gsize i = 0; i < MIN(n, MAILSTORE_BODIES); i++)
        g_string_append_printf(set, "%s%u", i ? "," : "", all[i]);
    enum status status = imap_examine(serving->imap, folder, err);
    if (!status && n)
        status = imap_command(serving->imap, take_body, serving, err,
                              "UID FETCH %s (UID BODY.PEEK[]<0.%u>)", set->str, MAILSTORE_BODY);
    return status ? status : unheard(tell(serving, SAID_END, g_variant_new_uint32(0)), err);
}

/* --- questions ------------------------------------------------------------------------------------------ */

static enum status answer(struct serving *serving, GVariant *asked, struct err *err)
{
    guchar what;
    guint32 at, validity, next, known;
    guint64 modseq;
    g_autoptr(GVariant) uids = NULL;
    g_variant_get(asked, "(yuuutu@au)", &what, &at, &validity, &next, &modseq, &known, &uids);
    if (what == 'L')
        return answer_folders(serving, err);
    const struct imap_folder *folder =
        at < serving->imap->folders->len ? serving->imap->folders->pdata[at] : NULL;
    if (!folder || folder->validity != validity)
        return err_set(err, STATUS_INTERNAL, "a folder is asked for that was not listed");
    serving->before = MAX(next, 1);
    return what == 'C' ? answer_changes(serving, folder, modseq, known, err)
                       : answer_bodies(serving, folder, uids, err);
}

void imap_serve(struct imap *imap, int fd, enum status failed, struct err *err)
{
    struct serving serving = {.imap = imap, .fd = fd};
    g_variant_builder_init(&serving.facts, G_VARIANT_TYPE(SAID_FACTS_TYPE));
    for (;;) {
        g_autoptr(GVariant) asked = NULL;
        if (frame_hear(fd, MAILSTORE_ASKED, G_MAXDOUBLE, &asked) != HEARD)
            break;
        if (!failed)
            failed = answer(&serving, asked, err);
        g_autofree char *why = g_utf8_make_valid(failed ? err->text : "", -1); /* it may have been cut */
        if (failed && !tell(&serving, SAID_FAILURE, g_variant_new_string(why)))
            break;
    }
    g_variant_builder_clear(&serving.facts);
    if (!failed)
        (void)!imap_command(imap, NULL, NULL, NULL, "LOGOUT");
}
