/* What a person sees of an HTML part, and what is in it that she does not see. */
#ifndef HEED_MAIL_HTML_H
#define HEED_MAIL_HTML_H

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

struct html_seen {
    void *ctx; /* handed to both; either may be NULL */
    void (*link)(void *ctx, const char *href, const char *text);
    void (*schema)(void *ctx, const char *type);
};

struct html {
    GString *text;         /* visible text, UTF-8, block elements as line breaks */
    uint32_t hidden_bytes; /* of text that does not show */
    uint32_t n_images, n_trackers;
    bool has_form;
    bool too_deep; /* reading stopped at an element nested too deep */
    bool unread;   /* it could not be read at all */
};

/* Reads LEN bytes of valid UTF-8. The caller frees html->text. */
void html_read(struct html *html, const char *bytes, size_t len, const struct html_seen *seen);

#endif
