/* What a part would be shown as: by its type, and by its name where the type says nothing. */
#include <string.h>

#include "message-build.h"
#include "message-form.h"

/* By its name, where its type says only that it is bytes. */
static enum form form_of_name(const char *name)
{
    const char *dot = name ? strrchr(name, '.') : NULL;
    static const char *const pages[] = { ".htm", ".html", ".shtml", ".xhtml" };
    for (size_t i = 0; dot && i < G_N_ELEMENTS(pages); i++)
        if (!g_ascii_strcasecmp(dot, pages[i]))
            return FORM_HTML;
    return dot && !g_ascii_strcasecmp(dot, ".txt") ? FORM_PLAIN : FORM_NONE;
}

enum form form_of(GMimePart *part)
{
    GMimeContentType *type = g_mime_object_get_content_type(GMIME_OBJECT(part));
    const char *said = g_mime_object_get_header(GMIME_OBJECT(part), "Content-Type");
    if (said && !strchr(said, '/')) /* RFC 2045 5.2 */
        return FORM_PLAIN;
    if (g_mime_content_type_is_type(type, "text", "html") ||
        g_mime_content_type_is_type(type, "application", "xhtml+xml"))
        return FORM_HTML;
    if (g_mime_content_type_is_type(type, "application", "octet-stream"))
        return form_of_name(g_mime_part_get_filename(part));
    if (!g_mime_content_type_is_type(type, "text", "*") || g_mime_content_type_is_type(type, "text", "css") ||
        g_mime_content_type_is_type(type, "text", "calendar"))
        return FORM_NONE;
    return g_mime_content_type_is_type(type, "text", "plain") ? FORM_PLAIN : FORM_OTHER;
}
