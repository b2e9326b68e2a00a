/* What a person sees of an HTML part, and what is in it that she does not see. */
#ifndef HEED_MAIL_HTML_H
#define HEED_MAIL_HTML_H

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

#define TOLD_PERSON '@' /* before a name that is somebody's, for whom it was booked */

struct html_seen {
    void *ctx; /* handed to all; any may be NULL */
    void (*link)(void *ctx, const char *href, const char *text, bool shown);
    void (*schema)(void *ctx, const char *type);
    void (*claim)(void *ctx, const char *number); /* of an order, a parcel, a booking that schema.org names */
    void (*told)(void *ctx, const char *name);    /* of what that is for; of a trip, both ends; whom for */
    void (*day)(void *ctx, const char *date);     /* when it begins or is due: "2027-03-04", a time behind */
};

struct html {
    GString *text;         /* visible text, UTF-8, block elements as line breaks */
    GString *hidden;       /* text that does not show, and what would beyond the bound */
    uint32_t hidden_bytes; /* of what does not show */
    uint32_t split_words;  /* with something in them that does not show */
    uint32_t pierced_words; /* the same, which has no width, but for hyphens */
    uint32_t n_images, n_trackers;
    bool has_form;
    bool too_deep; /* reading stopped at an element nested too deep */
    bool too_long; /* more text showed than was asked for */
    bool unread;   /* it could not be read at all */
};

/* Reads LEN bytes of valid UTF-8, of which MOST bytes may show. The caller frees both texts. */
void html_read(struct html *html, const char *bytes, size_t len, size_t most, const struct html_seen *seen);

#endif
