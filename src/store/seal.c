/* The key and the message authentication code. The only door to libsodium. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sodium.h>

#include "seal.h"
#include "spool.h"

#define KEY_FILE "seal.key"
#define MAC_TEXT sodium_base64_ENCODED_LEN(crypto_auth_BYTES, sodium_base64_VARIANT_URLSAFE_NO_PADDING)

struct seal_key {
    unsigned char bytes[crypto_auth_KEYBYTES];
};

/* Made under another name and linked, so that of two processes one wins and both read the same key. */
static enum status make_key(const char *dir, const char *path, struct err *err)
{
    unsigned char bytes[crypto_auth_KEYBYTES];
    g_autofree char *temporary = g_build_filename(dir, "seal.key.XXXXXX", NULL);
    int fd = mkostemp(temporary, O_CLOEXEC); /* mode 0600 */
    if (fd < 0)
        return err_errno(err, STATUS_IO, "cannot make a key in %s", dir);
    crypto_auth_keygen(bytes);
    bool written = write_all(fd, bytes, sizeof bytes) && fsync(fd) == 0;
    written = close(fd) == 0 && written;
    sodium_memzero(bytes, sizeof bytes);
    if (!written || (link(temporary, path) != 0 && errno != EEXIST)) {
        enum status status = err_errno(err, STATUS_IO, "cannot write the key %s", path);
        unlink(temporary);
        return status;
    }
    unlink(temporary);
    return STATUS_OK;
}

static enum status read_key(int fd, const char *path, struct seal_key *key, struct err *err)
{
    struct stat st;
    if (fstat(fd, &st) != 0)
        return err_errno(err, STATUS_IO, "cannot read the key %s", path);
    if (st.st_mode & 077)
        return err_set(err, STATUS_CONFIG, "others can read the key %s: chmod 600 it, or remove it", path);
    if (read(fd, key->bytes, sizeof key->bytes) != sizeof key->bytes)
        return err_set(err, STATUS_CONFIG, "the key %s is not %zu bytes long", path, sizeof key->bytes);
    return STATUS_OK;
}

enum status seal_key_open(const char *state_dir, struct seal_key **out, struct err *err)
{
    if (sodium_init() < 0)
        return err_set(err, STATUS_INTERNAL, "libsodium cannot start");
    g_autofree char *path = g_build_filename(state_dir, KEY_FILE, NULL);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0 && errno == ENOENT) {
        enum status status = make_key(state_dir, path, err);
        if (status)
            return status;
        fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    }
    if (fd < 0)
        return err_errno(err, STATUS_IO, "cannot open the key %s", path);
    owned(seal_key) key = g_new0(struct seal_key, 1);
    enum status status = read_key(fd, path, key, err);
    close(fd);
    if (!status)
        *out = g_steal_pointer(&key);
    return status;
}

void seal_key_free(struct seal_key *key)
{
    if (key)
        sodium_memzero(key->bytes, sizeof key->bytes);
    g_free(key);
}

/* Every text goes in behind its length, so that no two lists of texts look alike. */
static void cover(crypto_auth_hmacsha512256_state *state, const char *text)
{
    uint64_t length = GUINT64_TO_LE(strlen(text));
    crypto_auth_hmacsha512256_update(state, (const unsigned char *)&length, sizeof length);
    crypto_auth_hmacsha512256_update(state, (const unsigned char *)text, strlen(text));
}

static void compute(const struct seal_key *key, const struct sealed *what, char text[MAC_TEXT])
{
    unsigned char mac[crypto_auth_BYTES];
    char when[32];
    g_snprintf(when, sizeof when, "%" G_GINT64_FORMAT, what->when);
    crypto_auth_hmacsha512256_state state;
    crypto_auth_hmacsha512256_init(&state, key->bytes, sizeof key->bytes);
    const char *const parts[] = {"heed 1", what->message_id, what->user, when, what->verdict, what->why};
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        cover(&state, parts[i]);
    crypto_auth_hmacsha512256_final(&state, mac);
    sodium_bin2base64(text, MAC_TEXT, mac, sizeof mac, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

char *seal_make(const struct seal_key *key, const struct sealed *what)
{
    char mac[MAC_TEXT];
    compute(key, what, mac);
    return g_strdup_printf("v=1; t=%" G_GINT64_FORMAT "; mac=%s", what->when, mac);
}

bool seal_check(const struct seal_key *key, const struct sealed *what, const char *value)
{
    long long when;
    char given[MAC_TEXT + 1] = "";
    if (strlen(value) > 200 || sscanf(value, "v=1; t=%lld; mac=%44s", &when, given) != 2)
        return false;
    struct sealed claimed = *what;
    claimed.when = when;
    char mac[MAC_TEXT];
    compute(key, &claimed, mac);
    return strlen(given) == MAC_TEXT - 1 && sodium_memcmp(given, mac, MAC_TEXT - 1) == 0;
}
