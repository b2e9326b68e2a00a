/* Bounds of parsing: how much of a hostile message is looked at. It is delivered whole whatever they are. */
#ifndef HEED_MESSAGE_LIMITS_H
#define HEED_MESSAGE_LIMITS_H

#include <stdint.h>

/* Defaults, also of the settings in [limits]. */
#define LIMITS_SIZE_MIB 64
#define LIMITS_HEADERS 2000
#define LIMITS_HEADER_KIB 16
#define LIMITS_ADDRESSES 500
#define LIMITS_PARTS 200
#define LIMITS_DEPTH 20
#define LIMITS_TEXT_KIB 256
#define LIMITS_LINKS 300

/* 0 in any field means the default. What is beyond a bound is not looked at, and the bound is recorded in
 * message.limits. */
struct message_limits {
    uint32_t bytes;        /* of the message that are looked at */
    uint32_t headers;      /* header fields looked at */
    uint32_t header_bytes; /* bytes of one header field's value that are looked at */
    uint32_t addresses;    /* addresses in one field */
    uint32_t parts;        /* MIME parts visited */
    uint32_t depth;        /* MIME nesting */
    uint32_t text_bytes;   /* decoded bytes of one text part that are looked at */
    uint32_t links;        /* links kept */
};

/* Which bounds were hit, and other trouble the parser had; a bit set in message.limits. */
enum message_limit {
    LIMIT_HEADERS = 1 << 0,
    LIMIT_HEADER_BYTES = 1 << 1,
    LIMIT_ADDRESSES = 1 << 2,
    LIMIT_PARTS = 1 << 3,
    LIMIT_DEPTH = 1 << 4,
    LIMIT_TEXT = 1 << 5,
    LIMIT_LINKS = 1 << 6,
    LIMIT_UNPARSABLE = 1 << 7, /* GMime made no message of it; header fields were read line by line */
    LIMIT_SIZE = 1 << 8,
};

#endif
