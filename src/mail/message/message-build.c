/* What goes into a message while it is being read, and lives as long as it. */
#include "mail/links.h"
#include "message-build.h"

char *build_string(struct build *build, const char *text)
{
    return g_string_chunk_insert(build->strings, text ? text : "");
}

void build_link(struct build *build, const char *href, const char *text, bool shown)
{
    GArray *links = shown ? build->links : build->unseen_links;
    if (links->len >= build->limits.links) {
        build->message.limits |= shown ? LIMIT_LINKS : 0;
        return;
    }
    g_autofree char *host = link_host(href);
    struct link link = { .href = build_string(build, href), .host = build_string(build, host) };
    link.text = text == href ? link.href : build_string(build, text);
    g_array_append_val(links, link);
}
