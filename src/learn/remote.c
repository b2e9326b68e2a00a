/* Asking for folders and bodies. */
#include <string.h>

#include "base/ending.h"
#include "base/frame.h"
#include "base/text.h"
#include "maildir/folder.h"
#include "remote.h"

#define ANSWER_SECONDS 700 /* for a part of an answer */

enum status remote_garbled(struct err *err)
{
    return err_set(err, STATUS_IO, "what is said of the mail store does not fit together");
}

enum status remote_ask(const struct remote *remote, const struct remote_question *question,
                       remote_take *take, void *data, uint32_t *end, struct err *err)
{
    enum status status = STATUS_OK;
    const GArray *uids = question->uids;
    GVariant *numbers = g_variant_new_fixed_array(G_VARIANT_TYPE_UINT32, uids ? uids->data : NULL,
                                                  uids ? uids->len : 0, sizeof(guint32));
    if (!frame_say(remote->fd, g_variant_new("(yuuutu@au)", question->what, question->folder,
                                             question->validity, question->next, (guint64)question->modseq,
                                             question->known, numbers)))
        return err_set(err, STATUS_IO, "the process that speaks IMAP ended");
    while (!status) {
        g_autoptr(GVariant) said = NULL, value = NULL;
        guchar what;
        if (frame_hear(remote->fd, MAILSTORE_SAID, clock_seconds() + ANSWER_SECONDS, &said) != HEARD)
            return err_set(err, STATUS_IO, "the process that speaks IMAP ended");
        ending_renew();
        g_variant_get(said, MAILSTORE_SAID, &what, &value);
        if (what == SAID_FAILURE && g_variant_is_of_type(value, G_VARIANT_TYPE(SAID_FAILURE_TYPE))) {
            g_autofree char *why = text_clean(g_variant_get_string(value, NULL), 300);
            return err_set(err, STATUS_IO, "%s", why);
        }
        if (what == SAID_END && g_variant_is_of_type(value, G_VARIANT_TYPE(SAID_END_TYPE))) {
            *end = g_variant_get_uint32(value);
            return STATUS_OK;
        }
        status = take(what, value, data, err);
    }
    return status;
}

/* --- folders -------------------------------------------------------------------------------------------- */

struct listing {
    struct remote *remote;
    const struct use_names *names;
};

/* What the settings name goes before what the server says, and that before usual names. */
static enum special_use use_of(const char *shown, enum special_use said, const struct use_names *names)
{
    enum special_use by_name = special_use_of(shown, names), usual = special_use_of(shown, NULL);
    bool named = by_name != usual || by_name == USE_INBOX;
    return named || said == USE_OTHER ? by_name : said;
}

static enum status take_folder(guchar what, GVariant *said, void *data, struct err *err)
{
    const struct listing *listing = data;
    struct remote *remote = listing->remote;
    struct remote_state state;
    const char *name, *shown;
    guchar use;
    guint64 modseq;
    if (what != SAID_FOLDER || !g_variant_is_of_type(said, G_VARIANT_TYPE(SAID_FOLDER_TYPE)))
        return remote_garbled(err);
    g_variant_get(said, "(&s&syuutu)", &name, &shown, &use, &state.validity, &state.next, &modseq,
                  &state.messages);
    state.modseq = modseq;
    if (!*name || !maildir_folder_is_safe(name) || use >= USE_COUNT || state.messages > MAILSTORE_MESSAGES ||
        remote->mailboxes->len >= MAILSTORE_FOLDERS || g_hash_table_contains(remote->places, name))
        return remote_garbled(err);
    struct mailbox *mailbox = g_new0(struct mailbox, 1);
    mailbox->path = g_strdup(name);
    mailbox->name = text_clean(shown, 500);
    mailbox->use = use_of(mailbox->name, (enum special_use)use, listing->names);
    g_ptr_array_add(remote->mailboxes, mailbox);
    g_array_append_val(remote->states, state);
    g_hash_table_insert(remote->places, mailbox->path, GUINT_TO_POINTER(remote->mailboxes->len));
    return STATUS_OK;
}

static void fact_free(void *data)
{
    struct remote_fact *fact = data;
    peek_clear(&fact->peek);
    g_free(fact);
}

enum status remote_open(int fd, const struct use_names *names, struct remote **out, struct err *err)
{
    struct remote *remote = g_new0(struct remote, 1);
    struct listing listing = {remote, names};
    uint32_t end;
    *remote = (struct remote){.fd = fd,
                              .mailboxes = g_ptr_array_new_with_free_func((GDestroyNotify)mailbox_free),
                              .states = g_array_new(FALSE, FALSE, sizeof(struct remote_state)),
                              .places = g_hash_table_new(text_hash, g_str_equal),
                              .fresh = g_hash_table_new_full(text_hash, g_str_equal, g_free, fact_free)};
    const struct remote_question question = {.what = 'L'};
    enum status status = remote_ask(remote, &question, take_folder, &listing, &end, err);
    if (!status && end != remote->mailboxes->len)
        status = remote_garbled(err);
    if (status)
        remote_free(remote);
    else
        *out = remote;
    return status;
}

void remote_free(struct remote *remote)
{
    g_hash_table_destroy(remote->places);
    g_hash_table_destroy(remote->fresh);
    g_array_free(remote->states, TRUE);
    g_ptr_array_free(remote->mailboxes, TRUE);
    g_free(remote);
}

guint remote_place(const struct remote *remote, const char *path)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(remote->places, path)) - 1;
}

char *remote_stamp(const struct remote *remote, const struct mailbox *mailbox)
{
    const struct remote_state *state =
        &g_array_index(remote->states, struct remote_state, remote_place(remote, mailbox->path));
    /* A server that counts no changes of a folder (RFC 7162 3.1.2.2) says nothing of what is new. */
    return state->modseq ? g_strdup_printf("%u %u %" G_GUINT64_FORMAT " %u", state->validity, state->next,
                                           (guint64)state->modseq, state->messages)
                         : g_strdup("");
}

/* --- bodies --------------------------------------------------------------------------------------------- */

struct fetching {
    const struct remote *remote;
    const char *folder;
    uint32_t validity;
    GHashTable *bodies;
    GArray *uids;
};

static enum status take_body(guchar what, GVariant *said, void *data, struct err *err)
{
    const struct fetching *fetching = data;
    guint32 uid;
    bool asked = false;
    if (what != SAID_BODY || !g_variant_is_of_type(said, G_VARIANT_TYPE(SAID_BODY_TYPE)))
        return remote_garbled(err);
    g_autoptr(GVariant) bytes = NULL;
    g_variant_get(said, "(u@ay)", &uid, &bytes);
    for (guint i = 0; i < fetching->uids->len; i++)
        asked |= g_array_index(fetching->uids, guint32, i) == uid;
    if (asked && g_variant_get_size(bytes) <= MAILSTORE_BODY)
        g_hash_table_insert(fetching->bodies,
                            g_strdup_printf("%s/%u.%u", fetching->folder, fetching->validity, uid),
                            g_variant_get_data_as_bytes(bytes));
    return STATUS_OK;
}

/* "FOLDER/UIDVALIDITY.UID", of a folder that was listed. */
static bool read_path(const struct remote *remote, const char *path, char **folder, uint32_t *uid)
{
    const char *slash = strrchr(path, '/');
    unsigned validity;
    *folder = g_strndup(path, slash ? (gsize)(slash - path) : 0);
    guint at = remote_place(remote, *folder);
    return slash && sscanf(slash + 1, "%u.%u", &validity, uid) == 2 && at < remote->states->len &&
           g_array_index(remote->states, struct remote_state, at).validity == validity;
}

/* Those of PATHS that lie where the first of them does that is not DONE. */
static enum status fetch_some(struct fetching *fetching, const char *const *paths, unsigned n, bool *done)
{
    const struct remote *remote = fetching->remote;
    g_autofree char *here = NULL;
    uint32_t end;
    g_array_set_size(fetching->uids, 0);
    for (unsigned i = 0; i < n; i++) {
        g_autofree char *folder = NULL;
        uint32_t uid;
        if (done[i] || !read_path(remote, paths[i], &folder, &uid)) {
            done[i] = true;
            continue;
        }
        if (!here)
            here = g_strdup(folder);
        if (strcmp(here, folder) != 0)
            continue;
        done[i] = true;
        g_array_append_val(fetching->uids, uid);
    }
    if (!here)
        return STATUS_NOT_FOUND;
    guint at = remote_place(remote, here);
    fetching->folder = here;
    fetching->validity = g_array_index(remote->states, struct remote_state, at).validity;
    const struct remote_question question = {
        .what = 'B', .folder = at, .validity = fetching->validity, .uids = fetching->uids};
    return remote_ask(remote, &question, take_body, fetching, &end, NULL);
}

GHashTable *remote_bodies(struct remote *remote, const char *const *paths, unsigned n)
{
    g_autofree bool *done = g_new0(bool, n);
    struct fetching fetching = {.remote = remote,
                                .bodies = g_hash_table_new_full(text_hash, g_str_equal, g_free,
                                                                (GDestroyNotify)g_bytes_unref),
                                .uids = g_array_new(FALSE, FALSE, sizeof(guint32))};
    while (fetch_some(&fetching, paths, n, done) == STATUS_OK)
        ;
    g_array_free(fetching.uids, TRUE);
    return fetching.bodies;
}
