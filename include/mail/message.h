/* One parsed message: what its bytes say, decoded to UTF-8 and bounded, and nothing else. Parsing is
 * pure: no clock, no look-up, no file but the spool. Whatever the bytes are, there is a message. */
#ifndef HEED_MESSAGE_H
#define HEED_MESSAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/limits.h"
#include "base/owned.h"
#include "base/spool.h"
#include "base/status.h"
#include "mail/calendar.h"

struct address {
    const char *name;   /* display name, decoded; "" where there is none */
    const char *mailbox; /* local@domain as written, the domain in lower case; "" where unreadable */
};

/* One header field in the order of the file. */
struct header {
    const char *name;  /* as written */
    const char *value; /* unfolded, RFC 2047 decoded, UTF-8, no control characters */
    const char *raw;   /* unfolded but not decoded, UTF-8 by replacement; for structured fields */
};

struct link {
    const char *href; /* as written, entities decoded */
    const char *host; /* lower-case host name of http, https and ftp links; "" otherwise */
    const char *text; /* what is shown for it, white space folded; "" for an image without alt */
};

#define MESSAGE_WORDS 1200 /* of its text that are told apart */

struct wording;

struct message {
    uint64_t size;     /* bytes of the whole message */
    uint64_t body;     /* offset in the spool of what follows the header section */
    uint32_t limits;   /* enum message_limit */
    const char *id;    /* Message-ID without <>; made up and stable (from a hash of the bytes) where absent */
    bool id_made_up;
    const char *subject;      /* "" where absent */
    int64_t date;             /* Date, seconds since the epoch; 0 where absent or unreadable */
    int64_t received;         /* date of the topmost Received field; 0 where absent or unreadable */
    struct address author;    /* first mailbox of From (RFC 5322 3.6.2); of the first From if repeated */
    uint32_t n_from;          /* mailboxes in all From fields; more than one is suspicious */
    bool from_torn;           /* From has words between commas that are no mailbox: programs quote those */
    struct address responsible; /* Sender, or empty */
    struct address reply_to;    /* first mailbox of Reply-To, or empty */
    const struct address *recipients; /* To then Cc */
    uint32_t n_recipients;
    uint32_t n_to; /* of these, in To */
    const char *const *delivered_to; /* Delivered-To, X-Original-To, Envelope-To; in order; NULL-ended */
    const char *const *references;   /* message-ids of In-Reply-To, then References from the newest to the
                                        oldest, without <>, no doubles, at most 100; NULL-ended */
    const char *list_id;          /* List-Id's identifier (RFC 2919) in lower case, without <>, or "" */
    const char *list_unsubscribe; /* List-Unsubscribe (RFC 2369) as written, or "" */
    const char *reason;           /* why a forge or tracker wrote to her, as it says: "mention",
                                     "review_requested", "subscribed"; lower case, or "" */
    bool one_click;               /* List-Unsubscribe-Post (RFC 8058) */
    const char *precedence;       /* lower case, or "" */
    const char *auto_submitted;   /* RFC 3834, lower case, or "" */

    const struct header *headers; /* all that were looked at */
    uint32_t n_headers;

    const char *text;         /* what a person sees: of alternatives the last that a mail program shows */
    const char *html_text;    /* of that what is HTML, and of alternatives that are not shown; "" if none */
    const char *unseen_text;  /* the other alternatives, what HTML hides, and what is beyond bounds */
    uint32_t split_words;     /* words with something in them that does not show */
    uint32_t pierced_words;   /* and with what has no width, but for hyphens, in HTML */
    uint32_t hidden_bytes;    /* bytes of text in HTML parts that a person does not see */
    const struct link *links; /* first those that show; plain-text URLs have text equal to href */
    uint32_t n_links;         /* that show */
    uint32_t n_all_links;     /* and those of what she does not see */
    uint32_t n_images;   /* images a person sees */
    uint32_t n_trackers; /* remote images that show nothing: 1x1 or smaller, hidden, or sized 0 */
    bool has_form;       /* HTML with a form or an input field */
    const char *const *schemas; /* schema.org types in JSON-LD or microdata, "Order" without the URL;
                                   NULL-ended, no doubles, at most 50 */
    uint32_t n_parts;
    uint32_t n_attachments;         /* leaf parts with a file name or Content-Disposition: attachment */
    const char *const *attachments; /* their file names or types; NULL-ended, at most 50 */
    bool calendar;                  /* has a text/calendar part with an event that is to come */
    bool calendar_reply;            /* one that answers an invitation (METHOD:REPLY, RFC 5546 3.2.3) */
    const struct wording *in_subject, *in_text; /* their first MESSAGE_WORDS words, for mail/words.h */
    const char *report;             /* of its parts' types (RFC 3462) "delivery-status",
                                       "disposition-notification" or "feedback-report"; or "" */
    const char *report_text;        /* what these parts say, and the header of what they return */
    const char *const *claims;      /* numbers that schema.org markup names: of orders, parcels, bookings;
                                       NULL-ended, at most 20 */
    const char *const *told;        /* what schema.org markup says was ordered or booked: names, and of a trip
                                       both ends; whom for, behind TOLD_PERSON; NULL-ended, at most 20 */
    struct event event;             /* of its calendar, else of such markup; its day is 0 where there is
                                       none */
};

/* Parses the bytes of SPOOL from byte START on (0, or behind an mbox "From " line). LIMITS may be NULL.
 * Errors: STATUS_IO where the spool cannot be read. On success *OUT is the caller's; all that it points
 * to lives and dies with it. Source: RFC 5322, 2045-2047, through GMime 3. */
STATUS_CHECK enum status message_parse(const struct spool *spool, uint64_t start,
                                       const struct message_limits *limits, struct message **out,
                                       struct err *err);
void message_free(struct message *message);
OWNED_DEFINE(message)

/* When it arrived: by its topmost Received field where that is not in the future, else the CLOCK's time. Mail
 * that is fetched late or replayed is judged as of then. */
static inline int64_t message_arrived(const struct message *message, int64_t clock)
{
    return message->received > 0 && message->received <= clock ? message->received : clock;
}

/* The same of mail that is not parsed, by its header section: its topmost Received field's time, else its
 * Date's, seconds since the epoch; 0 where neither can be read. message_init() first. */
int64_t message_when(const struct spool *spool);

/* The first field of that name (case does not matter), or NULL. */
const struct header *message_header(const struct message *message, const char *name);

/* Once in a process, before the first message_parse(). */
void message_init(void);

#endif
