/* Open elements, as far as they decide what shows. */
#ifndef HEED_MAIL_BOX_H
#define HEED_MAIL_BOX_H

#include <libxml/xmlstring.h>

#include "html-elements.h"
#include "html-sheet.h"

struct box {
    enum element element;
    bool gone, invisible, small; /* whatever is within; till it is said otherwise; its letters */
    bool around_gone;            /* what is around it is gone */
    bool breaks, reversed;       /* lines at its ends; its letters run from right to left */
    int colour, background;
};

/* The value of an attribute, or NULL. */
const char *box_attribute(const xmlChar **atts, const char *name);

/* What attributes, SHEET (or NULL) and its own style say of an element. */
struct style box_style(struct sheet *sheet, const char *name, const xmlChar **atts, enum element element);

/* ELEMENT within PARENT. */
struct box box_within(const struct box *parent, enum element element, const struct style *style);

/* Whether text in it shows. */
bool box_shows(const struct box *box);

#endif
