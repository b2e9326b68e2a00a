/* Opening the keys, and answering for them. An answer tells one bit or a number, so whoever asks learns no
 * key. */
#include <string.h>
#include <unistd.h>

#include "base/cage.h"
#include "store/keyring.h"

/* Older versions kept keys beside the book. */
static void move_key(const struct home *home, const char *name)
{
    g_autofree char *from = home_state(home, name), *to = g_build_filename(home->key_dir, name, NULL);
    owned(secret) secret = NULL;
    if (strcmp(home->state_dir, home->key_dir) == 0 || access(to, F_OK) == 0 || access(from, F_OK) != 0)
        return;
    if (secret_open(home->state_dir, name, false, &secret, NULL) == STATUS_OK &&
        home_make_keys(home, NULL) == STATUS_OK && secret_put(home->key_dir, name, secret, NULL) == STATUS_OK)
        unlink(from);
}

enum status key_open(const struct home *home, const char *name, bool make, struct secret **out,
                     struct err *err)
{
    move_key(home, name);
    enum status status = make ? home_make_keys(home, err) : STATUS_OK;
    return status ? status : secret_open(home->key_dir, name, make, out, err);
}

enum status key_place(const struct home *home, const char *name, struct err *err)
{
    move_key(home, name);
    return home_make_keys(home, err);
}

struct keyring *keyring_open(const struct home *home, bool make, struct err *trouble)
{
    struct keyring *keyring = g_new0(struct keyring, 1);
    struct err seal = {0}, alias = {0};
    enum status sealed = key_open(home, SEAL_KEY, make, &keyring->seal, &seal);
    enum status aliased = key_open(home, ALIAS_KEY, false, &keyring->alias, &alias);
    *trouble = (struct err){0};
    if (sealed && (make || sealed != STATUS_NOT_FOUND))
        *trouble = seal;
    else if (aliased && aliased != STATUS_NOT_FOUND)
        *trouble = alias;
    return keyring;
}

void keyring_free(struct keyring *keyring)
{
    if (!keyring)
        return;
    secret_free(keyring->seal);
    secret_free(keyring->alias);
    g_free(keyring);
}

/* --- asking --------------------------------------------------------------------------------------------- */

bool say(int fd, enum said what, GVariant *value)
{
    return frame_say(fd, g_variant_new(SAID, what, value));
}

static int made_for(const struct keyring *keyring, const struct alias_parts *parts, const char *const *names,
                    unsigned n)
{
    for (unsigned i = 0; keyring->alias && i < n; i++)
        if (*names[i] && alias_holds(keyring->alias, parts, names[i]))
            return (int)i;
    return -1;
}

int witness_made_for(const struct witness *witness, const struct alias_parts *parts, const char *const *names,
                     unsigned n)
{
    if (witness->keyring)
        return made_for(witness->keyring, parts, names, n);
    gint32 answer = -1;
    g_autoptr(GVariant) heard = NULL;
    GVariantBuilder all;
    g_variant_builder_init(&all, G_VARIANT_TYPE_STRING_ARRAY);
    for (unsigned i = 0; i < MIN(n, WITNESS_NAMES); i++)
        g_variant_builder_add(&all, "s", names[i]);
    GVariant *question = g_variant_new(WITNESS_ALIAS, parts->base, parts->detail, &all);
    if (witness->to <= 0) {
        g_variant_unref(g_variant_ref_sink(question));
        return -1;
    }
    if (say(witness->to, SAID_ALIAS, question) &&
        frame_hear(witness->from, "i", G_MAXDOUBLE, &heard) == HEARD)
        answer = g_variant_get_int32(heard);
    return answer < (gint32)n ? answer : -1;
}

bool witness_seal_holds(const struct witness *witness, const struct sealed *sealed, const char *value,
                        int64_t *when)
{
    if (witness->keyring)
        return witness->keyring->seal && seal_check(witness->keyring->seal, sealed, value, when);
    g_autoptr(GVariant) heard = NULL;
    gboolean holds = FALSE;
    gint64 at = 0;
    if (witness->to <= 0)
        return false;
    GVariant *question = g_variant_new(WITNESS_SEAL, sealed->message_id, sealed->user, sealed->content,
                                       sealed->verdict, sealed->why, value);
    if (say(witness->to, SAID_SEAL, question) &&
        frame_hear(witness->from, "(bx)", G_MAXDOUBLE, &heard) == HEARD)
        g_variant_get(heard, "(bx)", &holds, &at);
    *when = at;
    return holds;
}

/* --- answering ------------------------------------------------------------------------------------------ */

bool witness_answer_alias(const struct keyring *keyring, GVariant *asked, int fd)
{
    g_autofree const char **names = NULL;
    const char *base, *detail;
    g_variant_get(asked, "(&s&s^a&s)", &base, &detail, &names);
    struct alias_parts parts = {(char *)base, (char *)detail};
    unsigned n = g_strv_length((char **)names);
    return frame_say(fd, g_variant_new_int32(n > WITNESS_NAMES ? -1 : made_for(keyring, &parts, names, n)));
}

bool witness_answer_seal(const struct keyring *keyring, GVariant *asked, int fd, char **verdict)
{
    struct sealed sealed = {0};
    const char *value;
    int64_t when = 0;
    g_variant_get(asked, "(&s&s&s&s&s&s)", &sealed.message_id, &sealed.user, &sealed.content, &sealed.verdict,
                  &sealed.why, &value);
    bool holds = keyring->seal && seal_check(keyring->seal, &sealed, value, &when);
    if (holds && verdict) {
        g_free(*verdict);
        *verdict = g_strdup(sealed.verdict);
    }
    return frame_say(fd, g_variant_new("(bx)", holds, when));
}

enum heard listen_for(const struct keyring *keyring, const struct peer *peer, unsigned most, double deadline,
                      GVariant **what, char **verdict)
{
    for (unsigned asked = 0;;) {
        g_autoptr(GVariant) said = NULL, value = NULL;
        guchar kind;
        enum heard heard = frame_hear(peer->from, SAID, deadline, &said);
        if (heard != HEARD)
            return heard;
        g_variant_get(said, SAID, &kind, &value);
        bool answered = false;
        if (kind == SAID_OTHER) {
            *what = g_steal_pointer(&value);
            return HEARD;
        }
        if (++asked > most)
            return HEARD_GARBLED;
        if (kind == SAID_ALIAS && g_variant_is_of_type(value, G_VARIANT_TYPE(WITNESS_ALIAS)))
            answered = witness_answer_alias(keyring, value, peer->to);
        else if (kind == SAID_SEAL && g_variant_is_of_type(value, G_VARIANT_TYPE(WITNESS_SEAL)))
            answered = witness_answer_seal(keyring, value, peer->to, verdict);
        if (!answered)
            return HEARD_GARBLED;
    }
}

static int witness_child(struct peer *parent, void *home)
{
    struct err trouble;
    GVariant *what = NULL;
    owned(keyring) keyring = keyring_open(home, true, &trouble);
    cage_silence();
    return listen_for(keyring, parent, G_MAXUINT, G_MAXDOUBLE, &what, NULL) == HEARD_END ? 0 : 1;
}

enum status witness_start(const struct home *home, struct peer *peer, struct witness *witness,
                          struct err *err)
{
    enum status status = peer_fork(peer, witness_child, (void *)home, err);
    if (!status)
        *witness = (struct witness){.from = peer->from, .to = peer->to};
    return status;
}
