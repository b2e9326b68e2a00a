/* Which bounds of looking at a message were hit (base/limits.h), and what she does not see of it. Most such
 * mail is only large: what counts against a stranger is more text than anybody reads, since it may be there
 * to hide the rest. */
#include <string.h>

#include "filters/filter.h"

#define HIDDEN_LEAST 1500 /* bytes of text that does not show; less is the line below a subject */

static const struct finding_spec specs[] = {
    {"limits.size", AXIS_TRUST, 0, "larger than what is looked at", .fixed = true},
    {"limits.headers", AXIS_TRUST, 0, "more header fields than are looked at", .fixed = true},
    {"limits.header-length", AXIS_TRUST, 0, "a header field longer than is looked at", .fixed = true},
    {"limits.addresses", AXIS_TRUST, -0.8, "more addresses in one field than are looked at", .fixed = true},
    {"limits.parts", AXIS_TRUST, -0.8, "more parts than are looked at", .fixed = true},
    {"limits.depth", AXIS_TRUST, -0.8, "parts within each other deeper than is looked at", .fixed = true},
    {"limits.text", AXIS_TRUST, -0.8, "more text than is looked at", .fixed = true},
    {"limits.links", AXIS_TRUST, -0.8, "more links than are looked at", .fixed = true},
    {"limits.unreadable", AXIS_TRUST, 0, "its parts could not be read", .fixed = true},
    {"limits.hidden", AXIS_TRUST, -1.4, "much text that you do not see", .fixed = true},
};
#define HIDDEN (G_N_ELEMENTS(specs) - 1)

/* In the order of SPECS. */
static const uint32_t bits[] = {
    LIMIT_SIZE,  LIMIT_HEADERS, LIMIT_HEADER_BYTES, LIMIT_ADDRESSES,  LIMIT_PARTS,
    LIMIT_DEPTH, LIMIT_TEXT,    LIMIT_LINKS,        LIMIT_UNPARSABLE,
};
G_STATIC_ASSERT(G_N_ELEMENTS(bits) == HIDDEN);

static void judge(const struct facts *facts, struct findings *out)
{
    const struct message *m = facts->message;
    double stranger = facts->has_book && facts->stranger && !facts->hers ? 1 : 0;
    for (size_t i = 0; i < G_N_ELEMENTS(bits); i++)
        if (m->limits & bits[i])
            findings_add(out, &specs[i], stranger, "%s", "the rest was not looked at");
    if (m->hidden_bytes >= HIDDEN_LEAST && m->hidden_bytes > strlen(m->text))
        findings_add(out, &specs[HIDDEN], stranger, "%u bytes, beside %zu that show", m->hidden_bytes,
                     strlen(m->text));
}

const struct filter filter_limits = {
    "limits", "what of the message was not looked at", specs, G_N_ELEMENTS(specs), judge,
};
