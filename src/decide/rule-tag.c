/* Which tags rules may change. */
#include <string.h>

#include "base/text.h"
#include "rule-private.h"

/* Tags that say what she did or what heed did; rules may not change them. */
static const char *const taken_tags[] = {
    "unread", "inbox", "replied", "passed", "flagged", "important", "deleted", "trash", "spam", "junk",
    "draft", "sent", "new", "later", "suspect", "priority", "signed", "encrypted", "attachment", NULL,
};

bool rule_tag_is_taken(const char *tag)
{
    return g_strv_contains(taken_tags, tag);
}

bool rules_tag_is_fit(const char *tag)
{
    if (!*tag || *tag == '-' || *tag == '+' || strlen(tag) > RULE_TAG_BYTES ||
        !g_utf8_validate(tag, -1, NULL) || rule_tag_is_taken(tag))
        return false;
    g_autofree char *clean = text_clean(tag, RULE_TAG_BYTES);
    return strcmp(clean, tag) == 0;
}
