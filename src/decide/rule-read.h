/* How the fields of rules are read: functions for the table in rule-fields.c, and what each makes of
 * field->arg. */
#ifndef HEED_RULE_READ_H
#define HEED_RULE_READ_H

#include "rule-private.h"

typedef const char *field_text(const struct sight *sight, const char *argument, unsigned index, char **free);
field_text text_author, text_organisation, text_to, text_reply_to, text_header, text_links, text_attachment,
    text_alias;
field_text text_name, text_list, text_subject, text_body, text_id,
    text_reason;

typedef enum truth field_whole(const struct sight *sight);
field_whole whole_headers, whole_body, whole_links, whole_attachments, whole_to, whole_identity, whole_alias;

typedef const char *field_word(int index);
field_word word_kind, word_auth, word_thread;
enum thread_word { THREAD_MINE, THREAD_OTHER, THREAD_NEW, THREADS };

typedef double field_number(const struct sight *sight, const struct field *field);
field_number number_kind, number_thread, number_score; /* arg of number_score: enum axis */

field_number number_auth;
enum auth_field { PROVEN, DMARC, SPF, DKIM };

field_number number_message;
enum message_field { SIZE, ATTACHMENTS, LINKS, IMAGES, TRACKERS, RECIPIENTS, AGE, URGENCY, DISCOUNTS };

field_number number_flag;
enum flag_field {
    EVERYTHING, ADDRESSED, BULK, FIRST_CONTACT, UNSUBSCRIBE, ONE_CLICK, FREE_MAIL, CALENDAR, FORM,
    AUTOMATIC, LEAK, SUSPICIOUS
};

/* What she did: a level of the book's counts, and which of its outcomes. */
field_number number_tally;
enum tally_field {
    RECEIVED, OPENED, ACTED, ANSWERED, FORWARDED, FLAGGED, FILED, RESCUED, IGNORED, DELETED,
    FIRST, LAST, WANTED, WHATS
};
#define OF(level, what) ((level) * WHATS + (what))

field_number number_contact;
enum contact_field { WRITTEN, LAST_WRITTEN, LEAKED };

/* What she bought and booked: filters/hers.h. */
field_number number_hers;
enum hers_field { BOUGHT, LAST_BOUGHT, OF_PURCHASE, DEADLINE_IN, OF_ROUTE };

#endif
