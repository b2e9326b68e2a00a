/* Style sheets of a page, as far as they decide what shows. */
#ifndef HEED_MAIL_SHEET_H
#define HEED_MAIL_SHEET_H

#include "html-style.h"

struct sheet;

struct sheet *sheet_new(void);
void sheet_free(struct sheet *sheet);

/* Adds the LEN bytes of CSS of one <style> element. */
void sheet_add(struct sheet *sheet, const char *css, size_t len);

/* Adds to STYLE and IMPORTANT what is said of an element; CLASSES and ID may be NULL. */
void sheet_apply(struct sheet *sheet, const char *element, const char *classes, const char *id,
                 struct style *style, struct style *important);

#endif
