/* What a folder of mail may be called: names come from rules, from command lines and from a worker that
 * nobody trusts. And by what name it holds what she sent. */
#include <string.h>

#include <glib.h>

#include "maildir/folder.h"

bool maildir_folder_is_safe(const char *name)
{
    if (*name == '/' || strlen(name) > 500 || !g_utf8_validate(name, -1, NULL))
        return false;
    for (const char *p = name; *p; p++)
        if (g_ascii_iscntrl(*p))
            return false;
    g_auto(GStrv) parts = g_strsplit(name, "/", -1);
    for (char **part = parts; *part; part++)
        if (strcmp(*part, "..") == 0 || strcmp(*part, ".") == 0)
            return false;
    return true;
}

/* Whether TEXT is what modified UTF-7 encodes: no printable ASCII, which stands for itself. */
static bool is_shiftable(const char *text)
{
    bool plain = !text || !*text;
    for (const char *p = text; p && *p; p++)
        plain |= *p >= ' ' && *p <= '~';
    return !plain;
}

/* Of "&AMk-" the characters, of "&-" the sign itself; NULL where it is neither. END is behind its
 * "-". The caller frees it. */
static char *shifted(const char *from, const char **end)
{
    const char *close = strchr(from, '-');
    if (!close)
        return NULL;
    *end = close + 1;
    if (close == from + 1)
        return g_strdup("&");
    g_autofree char *base64 = g_strndup(from + 1, (gsize)(close - from - 1));
    g_autoptr(GString) padded = g_string_new(g_strdelimit(base64, ",", '/'));
    while (padded->len % 4)
        g_string_append_c(padded, '=');
    gsize length;
    g_autofree guchar *bytes = g_base64_decode(padded->str, &length);
    g_autofree gunichar2 *units = g_new0(gunichar2, length / 2 + 1);
    for (gsize i = 0; i + 1 < length; i += 2)
        units[i / 2] = (gunichar2)(bytes[i] << 8 | bytes[i + 1]);
    g_autofree char *text = g_utf16_to_utf8(units, (glong)(length / 2), NULL, NULL, NULL);
    bool good = is_shiftable(text);
    if (!good)
        *end = from + 1;
    return good ? g_steal_pointer(&text) : NULL;
}

char *maildir_folder_readable(const char *name)
{
    g_autoptr(GString) text = g_string_new(NULL);
    while (*name) {
        const char *end = name + 1;
        g_autofree char *some = *name == '&' ? shifted(name, &end) : NULL;
        if (some)
            g_string_append(text, some);
        else
            g_string_append_len(text, name, end - name);
        name = end;
    }
    return g_utf8_make_valid(text->str, -1);
}

/* Bytes of UTF-16 in base64 with "," for "/", between "&" and "-". */
static void append_shifted(GString *out, const char *from, const char *to)
{
    glong units = 0;
    g_autofree gunichar2 *text = g_utf8_to_utf16(from, (glong)(to - from), NULL, &units, NULL);
    g_autofree guchar *bytes = g_malloc((gsize)units * 2 + 1);
    for (glong i = 0; i < units; i++) {
        bytes[2 * i] = (guchar)(text[i] >> 8);
        bytes[2 * i + 1] = (guchar)text[i];
    }
    g_autofree char *base64 = g_base64_encode(bytes, (gsize)units * 2);
    base64[strcspn(base64, "=")] = '\0';
    g_string_append_printf(out, "&%s-", g_strdelimit(base64, "/", ','));
}

static char *encode(const char *name)
{
    g_autoptr(GString) out = g_string_new(NULL);
    while (*name) {
        const char *end = name;
        while (*end & 0x80)
            end++;
        if (end > name)
            append_shifted(out, name, end);
        else
            g_string_append_printf(out, *end == '&' ? "%c-" : "%c", *end);
        name = end > name ? end : name + 1;
    }
    return g_strdup(out->str);
}

/* Who has looked into the Maildir may have written down what she saw there. */
char *maildir_folder_encoded(const char *name)
{
    g_autofree char *readable = maildir_folder_readable(name), *again = encode(readable);
    return strcmp(again, name) == 0 ? g_steal_pointer(&again) : encode(name);
}

/* Without capitals, in composed characters. The caller frees it. */
static char *plain_name(const char *name)
{
    g_autofree char *valid = maildir_folder_readable(name), *folded = g_utf8_casefold(valid, -1);
    return g_utf8_normalize(folded, -1, G_NORMALIZE_ALL_COMPOSE);
}

static bool is_sent_name(const char *part)
{
    static const char *const first[] = {"sent", NULL}; /* in front only: "not sent" is not */
    static const char *const names[] = {
        "gesendet",  "gesendete", "gesendeten", "envoyé",   "envoyés", "envoyee", "envoyes",   "envoyées",
        "enviado",   "enviados",  "enviadas",   "enviats",  "inviata", "inviati", "inviate",   "verzonden",
        "skickat",   "skickade",  "sendt",      "sendte",   "wysłane", "odeslané", "odeslaná", "odoslané",
        "odoslaná",  "elküldött", "trimise",    "poslano",  "poslane", "lähetetyt", "saadetud", "nosūtītie",
        "изпратени", "отправленные", "надіслані", "απεσταλμένα", "送信済み", "送信済みメール", "已发送", "已發送",
        "已发送邮件", "寄件備份", "보낸편지함", "gönderilmiş", "gönderilenler", NULL};
    g_autofree char *name = plain_name(part);
    g_auto(GStrv) words = g_strsplit_set(name, " _-[]()", -1);
    bool found = *words && g_strv_contains(first, *words);
    for (char **word = words; *word && !found; word++) {
        size_t letters = strcspn(*word, "0123456789");
        g_autofree char *bare = g_strndup(*word, letters);
        found = g_strv_contains(names, bare);
    }
    return found;
}

bool maildir_folder_is_sent(const char *path)
{
    const char *slash = strrchr(path, '/');
    g_autofree char *dir = g_strndup(path, slash ? (gsize)(slash - path) : 0);
    g_auto(GStrv) parts = g_strsplit_set(dir, "/.", -1);
    guint folders = g_strv_length(parts);
    bool found = false;
    for (guint i = 0; i < folders && !found; i++)
        found = is_sent_name(parts[i]);
    return found;
}
