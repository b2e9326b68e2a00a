/* Bytes to UTF-8, whatever they claim to be. Knows charsets; leaves structure to others. */
#include <string.h>

#include "message-build.h"

#define MAX_ERRORS 10000 /* of one conversion: what has more is no text, and each takes its time */

/* Control characters become blanks; in header fields they have no meaning (RFC 5322 2.2). */
static void blank_controls(char *text)
{
    for (unsigned char *p = (unsigned char *)text; *p; p++) {
        if (*p < 32 || *p == 127)
            *p = ' ';
        else if (p[0] == 0xc2 && p[1] >= 0x80 && p[1] < 0xa0) /* C1: U+0080 to U+009F */
            p[0] = p[1] = ' ';
    }
}

char *text_utf8(const char *text)
{
    char *clean = g_utf8_make_valid(text, -1);
    blank_controls(clean);
    return clean;
}

bool text_is_plain(const char *raw)
{
    return !strstr(raw, "=?") && g_str_is_ascii(raw);
}

char *text_of_header(GMimeParserOptions *options, const char *raw)
{
    if (text_is_plain(raw))
        return text_utf8(raw);
    g_autofree char *decoded = g_mime_utils_header_decode_text(options, raw);
    char *clean = text_utf8(decoded ? decoded : raw);
    g_strstrip(clean);
    return clean;
}

/* Converts and skips what cannot be converted; NULL where iconv does not know CHARSET. */
static char *convert(const char *bytes, size_t len, const char *charset)
{
    GIConv cd = g_iconv_open("UTF-8", charset);
    if (cd == (GIConv)-1)
        return NULL;
    GString *out = g_string_sized_new(len + len / 2 + 16);
    char chunk[4096], *from = (char *)bytes;
    gsize left = len;
    for (unsigned errors = 0; left > 0 && errors < MAX_ERRORS;) {
        char *to = chunk;
        gsize room = sizeof chunk;
        gsize failed = g_iconv(cd, &from, &left, &to, &room);
        g_string_append_len(out, chunk, to - chunk);
        if (failed != (gsize)-1 || room < 16)
            continue;
        /* EILSEQ or a sequence that the end cut: one replacement, one byte on. */
        g_string_append(out, "\xef\xbf\xbd");
        from++;
        left--;
        errors++;
    }
    g_iconv_close(cd);
    return g_string_free(out, FALSE);
}

/* A NUL would end the text for whoever reads it as a C string. */
static void drop_nul(GString *text)
{
    if (!memchr(text->str, 0, text->len))
        return;
    gsize to = 0;
    for (gsize i = 0; i < text->len; i++)
        if (text->str[i])
            text->str[to++] = text->str[i];
    g_string_truncate(text, to);
}

static bool is_utf8_or_ascii(const char *charset)
{
    return !charset || !g_ascii_strcasecmp(charset, "utf-8") ||
           !g_ascii_strcasecmp(charset, "utf8") || !g_ascii_strcasecmp(charset, "us-ascii");
}

/* Where the end of a text was cut, the last character may be cut too: behind END it is no UTF-8. */
static bool is_cut(const GString *text, const char *end)
{
    return text->len >= 8 && (size_t)(end - text->str) + 4 > text->len && end > text->str;
}

char *text_of_bytes(const char *bytes, size_t len, const char *charset)
{
    GString *text = g_string_new_len(bytes, (gssize)len);
    g_autofree char *out = NULL;
    if (!is_utf8_or_ascii(charset)) {
        /* Latin-1 in mail is windows-1252 in fact, as on the web. */
        if (!g_ascii_strcasecmp(charset, "iso-8859-1"))
            charset = "windows-1252";
        out = convert(bytes, len, charset);
    }
    if (!out) {
        drop_nul(text);
        const char *end;
        if (g_utf8_validate(text->str, (gssize)text->len, &end))
            return g_string_free(text, FALSE);
        if (!is_cut(text, end))
            out = convert(text->str, text->len, "windows-1252");
    }
    if (out) {
        g_string_assign(text, out);
        drop_nul(text);
    }
    char *valid = g_utf8_make_valid(text->str, (gssize)text->len);
    g_string_free(text, TRUE);
    return valid;
}
