/* Style sheets of a page, as far as they decide what shows. */
#ifndef HEED_MAIL_SHEET_H
#define HEED_MAIL_SHEET_H

#include "html-style.h"

struct sheet;

/* Reads the <style> elements of LEN bytes of HTML, wherever they stand; NULL where none says anything. */
struct sheet *sheet_of_page(const char *page, size_t len);
void sheet_free(struct sheet *sheet);

/* Adds to STYLE and IMPORTANT what is said of an element; CLASSES and ID may be NULL. */
void sheet_apply(const struct sheet *sheet, const char *element, const char *classes, const char *id,
                 struct style *style, struct style *important);

#endif
