/* As much of CSS as decides whether text or an image shows. */
#ifndef HEED_MAIL_STYLE_H
#define HEED_MAIL_STYLE_H

#include <stdbool.h>
#include <stddef.h>

#include "html-css.h"

enum says { SAYS_NOTHING, SAYS_SHOW, SAYS_HIDE };

struct style {
    enum says display;      /* where it hides, nothing within shows */
    enum says visibility;   /* the same, but for what says otherwise within */
    enum says size;         /* of letters: too small to be read, or not */
    bool away;              /* off the page, clipped to nothing, transparent: nothing within shows */
    bool zero;              /* width or height, or the most of them, is 0; hides where overflow is hidden */
    bool thin;              /* likewise, next to nothing */
    bool overflow_hidden;
    bool in_line;              /* a block that breaks no line */
    bool override, from_right; /* both: its letters run from right to left */
    int width, height;      /* pixels, -1 where not said */
    int colour, background; /* colour_read() */
};

struct style style_none(void);

/* Whether it says anything. */
bool style_says(const struct style *style);

/* Adds the LEN bytes of declarations at CSS, those that are !important to IMPORTANT. */
void style_read(struct style *style, struct style *important, const char *css, size_t len);

/* What MORE says comes before what STYLE said. */
void style_add(struct style *style, const struct style *more);

/* Whether letters of one can hardly be told from a ground of the other; false where either is not known. */
bool colours_alike(int colour, int background);

/* A width or height attribute in pixels; -1 where it is none (a percentage). */
int pixels_read(const char *text);

#endif
