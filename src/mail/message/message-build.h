/* What the files of the message parser share: a message while it is being read. */
#ifndef HEED_MAIL_MESSAGE_BUILD_H
#define HEED_MAIL_MESSAGE_BUILD_H

#include <glib.h>
#include <gmime/gmime.h>

#include "mail/fields.h"
#include "mail/message.h"

/* The message comes first, so that what message_parse() hands out is the whole. */
struct build {
    struct message message;
    struct message_limits limits;
    GStringChunk *strings; /* every string of the message */
    GArray *headers;       /* struct header */
    GArray *recipients;    /* struct address */
    GArray *links;         /* struct link that show */
    GArray *unseen_links;  /* and those that do not */
    GPtrArray *delivered_to, *references, *schemas, *claims, *told, *attachments; /* char *, NULL-ended
                                                                                     at last */
    int64_t told_day;      /* when what markup tells of begins; 0: it does not say */
    struct wording *in_subject, *in_text;
    GString *report_text; /* struct message has it at last */
    GMimeParserOptions *options; /* while parsing only */
};

/* A copy that lives as long as the message, "" for NULL. */
char *build_string(struct build *build, const char *text);

/* Keeps a link unless there are enough; HREF and TEXT are copied. */
void build_link(struct build *build, const char *href, const char *text, bool shown);

/* Header fields: everything of struct message that comes from them. */
void build_headers(struct build *build, const struct fields *fields);

/* Author, recipients and the like, from the same fields. */
void build_addresses(struct build *build, const struct fields *fields);

/* The MIME tree of the body: text, links, parts, attachments. MIME is a short header section
 * and the abridged body. False where GMime made nothing of it. */
bool build_body(struct build *build, GByteArray *mime);

/* message-markup.c: what the message says to programs. */
void build_schema(struct build *build, const char *type);
void build_claim(struct build *build, const char *number);
void build_told(struct build *build, const char *name);
void build_day(struct build *build, const char *date);
void build_calendar(struct build *build, const char *calendar, const char *method);

/* Whether header text says no more than it spells: no word is encoded (RFC 2047). */
bool text_is_plain(const char *raw);

/* Unfolded header text to UTF-8 without control characters (RFC 2047). Caller frees. */
char *text_of_header(GMimeParserOptions *options, const char *raw);

/* LEN bytes in CHARSET (NULL or wrong: guessed) to valid UTF-8 without NUL. Caller frees. */
char *text_of_bytes(const char *bytes, size_t len, const char *charset);

/* Valid UTF-8 without control characters, in place of what was not. Caller frees. */
char *text_utf8(const char *text);

#endif
