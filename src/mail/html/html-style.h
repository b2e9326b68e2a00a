/* As much of inline CSS as decides whether text or an image shows. */
#ifndef HEED_MAIL_STYLE_H
#define HEED_MAIL_STYLE_H

#include <stdbool.h>

#define COLOUR_NONE (-1)    /* not said */
#define COLOUR_UNKNOWN (-2) /* a picture, a gradient, a name not known */

struct style {
    bool gone;          /* display:none and the like: nothing within shows */
    bool font_zero;     /* text within does not show until a size is said again */
    bool font_sized;
    bool zero_height;   /* height or max-height 0; hides where overflow is hidden */
    bool overflow_hidden;
    int width, height;  /* pixels, -1 where not said */
    int colour, background; /* 0xrrggbb or one of the above */
};

struct style style_none(void);

/* Adds the declarations of a style attribute. */
void style_read(struct style *style, const char *css);

/* The value of a colour attribute or property. */
int colour_read(const char *text);

/* A width or height attribute in pixels; -1 where it is none (a percentage). */
int pixels_read(const char *text);

#endif
