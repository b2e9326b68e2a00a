/* The door to HTML. libxml2, and ICU behind it, come with heed-html.so (html.c and what it needs); plain text
 * is read without them. Left out where libxml2 is linked in: what is read comes in a GString, and the part would
 * bring a GLib of its own. */
#include <stdio.h>

#include "mail/html.h"
#include "base/part.h"

typedef void reader(struct html *, const char *, size_t, const struct html_seen *);

static reader *load(void)
{
    void *part;
    struct err err;
    if (part_load("html", &part, &err) == STATUS_OK)
        return (reader *)part_symbol(part, "html_read");
    fprintf(stderr, "heed: HTML cannot be read: %s\n", err.text);
    return NULL;
}

void html_read(struct html *html, const char *bytes, size_t len, const struct html_seen *seen)
{
    static gsize loaded;
    static reader *real;
    if (g_once_init_enter(&loaded)) { /* several threads may read */
        real = load();
        g_once_init_leave(&loaded, 1);
    }
    if (real)
        real(html, bytes, len, seen);
    else
        *html = (struct html){.text = g_string_new(NULL), .unread = true};
}
