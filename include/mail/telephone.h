/* Numbers of telephones that a text names. */
#ifndef HEED_MAIL_TELEPHONE_H
#define HEED_MAIL_TELEPHONE_H

#include <stdbool.h>

/* Whether TEXT (UTF-8) has one of nine digits or more, in parts that are set off and no day:
 * "+49 30 5550123", "(229) 555-0134", "0800-555 0134". Pure. */
bool telephone_in(const char *text);

#endif
