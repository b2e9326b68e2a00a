/* Which bounds of looking at a message were hit (base/limits.h). Most such mail is only large, so these
 * weigh nothing: they are there to be seen, and for rules to ask. */
#include "filters/filter.h"

static const struct finding_spec specs[] = {
    {"limits.size", AXIS_TRUST, 0, "larger than what is looked at", .fixed = true},
    {"limits.headers", AXIS_TRUST, 0, "more header fields than are looked at", .fixed = true},
    {"limits.header-length", AXIS_TRUST, 0, "a header field longer than is looked at", .fixed = true},
    {"limits.addresses", AXIS_TRUST, 0, "more addresses in one field than are looked at", .fixed = true},
    {"limits.parts", AXIS_TRUST, 0, "more parts than are looked at", .fixed = true},
    {"limits.depth", AXIS_TRUST, 0, "parts within each other deeper than is looked at", .fixed = true},
    {"limits.text", AXIS_TRUST, 0, "more text than is looked at", .fixed = true},
    {"limits.links", AXIS_TRUST, 0, "more links than are looked at", .fixed = true},
    {"limits.unreadable", AXIS_TRUST, 0, "its parts could not be read", .fixed = true},
};

/* In the order of SPECS. */
static const uint32_t bits[] = {
    LIMIT_SIZE,  LIMIT_HEADERS, LIMIT_HEADER_BYTES, LIMIT_ADDRESSES,  LIMIT_PARTS,
    LIMIT_DEPTH, LIMIT_TEXT,    LIMIT_LINKS,        LIMIT_UNPARSABLE,
};
G_STATIC_ASSERT(G_N_ELEMENTS(bits) == G_N_ELEMENTS(specs));

static void judge(const struct facts *facts, struct findings *out)
{
    for (size_t i = 0; i < G_N_ELEMENTS(bits); i++)
        if (facts->message->limits & bits[i])
            findings_add(out, &specs[i], 1, "%s", "the rest was not looked at");
}

const struct filter filter_limits = {
    "limits", "what of the message was not looked at", specs, G_N_ELEMENTS(specs), judge,
};
