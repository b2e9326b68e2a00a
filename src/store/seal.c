/* What a seal covers, and the codes that cover it. The only door to libsodium; the keys' files are
 * secret.c's. */
#include <stdio.h>
#include <string.h>

#include <sodium.h>

#include "store/seal.h"

#define MOST_VALUE (1u << 20) /* bytes of a field that are hashed */
#define BASE64 sodium_base64_VARIANT_URLSAFE_NO_PADDING
#define MAC_TEXT sodium_base64_ENCODED_LEN(crypto_auth_BYTES, BASE64)

G_STATIC_ASSERT(SECRET_BYTES == crypto_auth_hmacsha512256_KEYBYTES);

/* Neither hash needs what could fail here: a source of random numbers. Done once in a process. */
static void sodium_ready(void)
{
    int ready G_GNUC_UNUSED = sodium_init();
}

/* --- what a message says ----------------------------------------------------------------------------- */

struct hashing {
    crypto_generichash_state state;
    uint64_t ends; /* line ends held back: those at the end do not count */
    bool cr;       /* a CR held back: before an LF it is part of the line end */
};

static void hash(struct hashing *h, const void *bytes, size_t length)
{
    static const char ends[] = "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n";
    for (; h->ends; h->ends -= MIN(h->ends, sizeof ends - 1))
        crypto_generichash_update(&h->state, (const unsigned char *)ends, MIN(h->ends, sizeof ends - 1));
    crypto_generichash_update(&h->state, bytes, length);
}

static void hash_body(struct hashing *h, const char *p, const char *end)
{
    while (p < end) {
        const char *from = p;
        while (p < end && *p != '\r' && *p != '\n')
            p++;
        if (h->cr && (p > from || *p == '\r')) {
            hash(h, "\r", 1);
            h->cr = false;
        }
        if (p > from)
            hash(h, from, (size_t)(p - from));
        if (p == end)
            return;
        h->cr = *p == '\r';
        h->ends += *p == '\n';
        p++;
    }
}

/* Every text goes in behind its length, so that no two lists of texts look alike. */
static void hash_text(struct hashing *h, const char *text)
{
    uint64_t length = GUINT64_TO_LE(strlen(text));
    hash(h, &length, sizeof length);
    hash(h, text, strlen(text));
}

/* What a reader goes by, and what says how the body is shown. The fields that mail servers add are not
 * among them: a relay seals before the next host adds its own. */
static bool is_covered(const char *name)
{
    static const char *const names[] = {
        "From", "Sender",  "Reply-To",    "To",         "Cc",           "Subject",
        "Date", "List-Id", "In-Reply-To", "References", "Content-Type", "Content-Transfer-Encoding",
        "Content-Disposition"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (g_ascii_strcasecmp(name, names[i]) == 0)
            return true;
    return false;
}

/* As headers are read as text: no control characters, of C1 neither, so that programs which fold anew
 * change nothing. */
static void blank_controls(char *text)
{
    for (unsigned char *p = (unsigned char *)text; *p; p++)
        if (*p < ' ' || *p == 127)
            *p = ' ';
        else if (p[0] == 0xc2 && p[1] >= 0x80 && p[1] < 0xa0)
            p[0] = p[1] = ' ';
}

struct covering {
    struct hashing *hashing;
    const struct spool *spool;
};

/* Some programs take a CR for the end of a line, and so its rest for another field. */
static bool has_bare_cr(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n'))
            return true;
    return false;
}

/* Names with what no name may have are taken for others by some programs. The value unfolded,
 * without blanks at both ends. Of one longer than MOST_VALUE bytes the rest goes in by its length.
 */
static void hash_field(const char *name, struct span value, void *data)
{
    const struct covering *covering = data;
    uint64_t whole = value.to - value.from;
    g_autofree char *text = g_malloc(MIN(whole, MOST_VALUE) + 1);
    size_t length = spool_peek(covering->spool, value.from, text, MIN(whole, MOST_VALUE)), kept = 0;
    if (*name && !is_covered(name) && !has_bare_cr(text, length))
        return;
    for (size_t i = 0; i < length; i++)
        if (text[i] != '\r' && text[i] != '\n')
            text[kept++] = text[i] ? text[i] : ' ';
    text[kept] = '\0';
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    blank_controls(valid);
    hash_text(covering->hashing, name);
    hash_text(covering->hashing, g_strstrip(valid));
    if (whole > MOST_VALUE) {
        uint64_t rest = GUINT64_TO_LE(whole);
        hash(covering->hashing, &rest, sizeof rest);
    }
}

char *seal_content(const struct spool *spool, const struct layout *layout)
{
    struct hashing h = {.ends = 0};
    struct covering covering = {&h, spool};
    unsigned char digest[crypto_generichash_BYTES];
    g_autofree char *buffer = g_malloc(1 << 16);
    sodium_ready();
    crypto_generichash_init(&h.state, NULL, 0, sizeof digest);
    layout_fields(spool, layout, hash_field, &covering);
    hash_text(&h, "");
    size_t got;
    for (uint64_t at = layout->body; (got = spool_peek(spool, at, buffer, 1 << 16)) > 0; at += got)
        hash_body(&h, buffer, buffer + got);
    crypto_generichash_final(&h.state, digest, sizeof digest);
    char *text = g_malloc(sodium_base64_ENCODED_LEN(sizeof digest, BASE64));
    sodium_bin2base64(text, sodium_base64_ENCODED_LEN(sizeof digest, BASE64), digest, sizeof digest, BASE64);
    return text;
}

/* --- codes ------------------------------------------------------------------------------------------- */

static void cover(crypto_auth_hmacsha512256_state *state, const char *text)
{
    uint64_t length = GUINT64_TO_LE(strlen(text));
    crypto_auth_hmacsha512256_update(state, (const unsigned char *)&length, sizeof length);
    crypto_auth_hmacsha512256_update(state, (const unsigned char *)text, strlen(text));
}

static void authenticate(const unsigned char *key, const char *const *parts, size_t n,
                         unsigned char mac[crypto_auth_BYTES])
{
    crypto_auth_hmacsha512256_state state;
    sodium_ready();
    crypto_auth_hmacsha512256_init(&state, key, SECRET_BYTES);
    for (size_t i = 0; i < n; i++)
        cover(&state, parts[i]);
    crypto_auth_hmacsha512256_final(&state, mac);
}

static void seal_text(const unsigned char *key, const struct sealed *what, int64_t when, char text[MAC_TEXT])
{
    unsigned char mac[crypto_auth_BYTES];
    char time[32];
    g_snprintf(time, sizeof time, "%" G_GINT64_FORMAT, when);
    const char *const parts[] = {"heed 2", what->message_id, what->user, what->content,
                                 time,     what->verdict,    what->why};
    authenticate(key, parts, G_N_ELEMENTS(parts), mac);
    sodium_bin2base64(text, MAC_TEXT, mac, sizeof mac, BASE64);
}

char *seal_make(const struct secret *key, const struct sealed *what)
{
    char mac[MAC_TEXT];
    seal_text(key->keys[0], what, what->when, mac);
    return g_strdup_printf("v=2; t=%" G_GINT64_FORMAT "; mac=%s", what->when, mac);
}

bool seal_check(const struct secret *key, const struct sealed *what, const char *value, int64_t *when)
{
    long long claimed;
    char given[MAC_TEXT + 1] = "", mac[MAC_TEXT];
    if (strlen(value) > 200 || sscanf(value, "v=2; t=%lld; mac=%44s", &claimed, given) != 2 ||
        strlen(given) != MAC_TEXT - 1)
        return false;
    bool holds = false;
    for (unsigned i = 0; i < key->n; i++) {
        seal_text(key->keys[i], what, claimed, mac);
        holds |= sodium_memcmp(given, mac, MAC_TEXT - 1) == 0;
    }
    *when = claimed;
    return holds;
}

/* Thirty-two letters, so five bits each: 35 bits in all, the first ones of the code. Who guesses has one
 * try a message and never learns whether it was right, since a mail server takes all of them; a million
 * messages hit one of her aliases once in 34,000 times, and then only pass for an organisation that they
 * would have to be proven as. */
void seal_tag(const unsigned char *key, const char *const *parts, size_t n, char tag[SEAL_TAG + 1])
{
    unsigned char mac[crypto_auth_BYTES];
    uint64_t bits = 0;
    authenticate(key, parts, n, mac);
    for (size_t i = 0; i < sizeof bits; i++)
        bits = bits << 8 | mac[i];
    for (int i = 0; i < SEAL_TAG; i++, bits <<= 5)
        tag[i] = SEAL_TAG_LETTERS[bits >> 59];
    tag[SEAL_TAG] = 0;
}
