/* Addresses of the envelope: where they end, and that nothing in them could end a line. */
#include <string.h>

#include "lmtp-session.h"

#define MOST_PATH 1000 /* bytes; RFC 5321 4.5.3.1.3 has 256, and UTF-8 may be longer */

/* Behind the path that begins at P with "<", or NULL. */
static const char *path_end(const char *p)
{
    bool quoted = false;
    const char *begin = p;
    for (p++; *p; p++) {
        if ((unsigned char)*p < ' ' || *p == 127)
            return NULL;
        if (*p == '\\' && quoted && p[1])
            p++;
        else if (*p == '"')
            quoted = !quoted;
        else if (*p == '>' && !quoted)
            return p - begin <= MOST_PATH ? p : NULL;
        else if (!quoted && (*p == ' ' || *p == '<'))
            return NULL;
    }
    return NULL;
}

bool path_read(const char *text, const char *keyword, char **address, char **parameters)
{
    size_t length = strlen(keyword);
    if (g_ascii_strncasecmp(text, keyword, length) != 0 || text[length] != ':')
        return false;
    text += length + 1;
    text += strspn(text, " ");
    const char *end = *text == '<' ? path_end(text) : NULL;
    if (!end || (end[1] && end[1] != ' ') || !g_utf8_validate(text, end - text, NULL))
        return false;
    for (const char *p = end + 1; *p; p++)
        if (*p < ' ' || *p > '~') /* parameters are of ASCII */
            return false;
    *address = g_strndup(text + 1, (gsize)(end - text) - 1);
    *parameters = g_strdup(end + 1 + strspn(end + 1, " "));
    return true;
}
