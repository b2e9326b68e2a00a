/* The HTML elements that matter for reading mail. */
#ifndef HEED_MAIL_ELEMENTS_H
#define HEED_MAIL_ELEMENTS_H

enum element {
    ELEMENT_OTHER,
    ELEMENT_BLOCK, /* breaks the line before and after */
    ELEMENT_CELL,  /* sets text apart */
    ELEMENT_LINK,
    ELEMENT_AREA,
    ELEMENT_IMAGE,
    ELEMENT_FORM,
    ELEMENT_INPUT,
    ELEMENT_SCRIPT,
    ELEMENT_STYLE,
    ELEMENT_SILENT, /* its text is not part of the page */
    ELEMENT_FONT,
    ELEMENT_BODY,
    ELEMENT_OVERRIDE, /* bdo */
    ELEMENT_DETAILS,
    ELEMENT_SUMMARY,
    ELEMENT_DIALOG,
    ELEMENT_UNSHOWN, /* in place of what a program does not know, and every program knows */
};

/* By lower-case NAME. */
enum element element_of(const char *name);

#endif
