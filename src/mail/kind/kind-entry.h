/* What she entered for or booked, told by its form. */
#ifndef HEED_MAIL_ENTRY_H
#define HEED_MAIL_ENTRY_H

#include "kind-evidence.h"

/* Whether it goes to one, offers nothing, and names a day to come, and a number or a sum, or has a word of
 * bookings: so do those who hold courses, races and concerts, in words of their own. DESK: no person writes
 * it, by its address; others need such words in subject and text. */
bool tells_of_entry(const struct message *message, const struct evidence *evidence, bool desk);

/* Whether what reads as KIND is of what has its day: an order, of tickets or a trip; a registration, of an
 * entry. */
bool orders_entry(const struct message *message, const struct evidence *evidence, enum kind kind);

#endif
