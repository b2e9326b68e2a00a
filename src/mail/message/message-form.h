/* The form in which a mail program shows a part. */
#ifndef HEED_MAIL_MESSAGE_FORM_H
#define HEED_MAIL_MESSAGE_FORM_H

#include <gmime/gmime.h>

enum form {
    FORM_NONE, /* a file */
    FORM_PLAIN,
    FORM_HTML,
    FORM_OTHER, /* text of a kind that few programs know */
};

enum form form_of(GMimePart *part);

#endif
