/* The door to HTML. libxml2, and ICU behind it, come with heed-html.so (html.c and what it needs); plain text
 * is read without them. */
#include <stdio.h>

#include "html.h"
#include "part.h"

void html_read(struct html *html, const char *bytes, size_t len, const struct html_seen *seen)
{
    static void *part;
    static void (*real)(struct html *, const char *, size_t, const struct html_seen *);
    struct err err;
    if (!real && part_load("html", &part, &err) == STATUS_OK)
        real = (void (*)(struct html *, const char *, size_t, const struct html_seen *))part_symbol(part, "html_read");
    if (real) {
        real(html, bytes, len, seen);
        return;
    }
    fprintf(stderr, "heed: HTML cannot be read: %s\n", err.text);
    *html = (struct html){.text = g_string_new(NULL), .unread = true};
}
