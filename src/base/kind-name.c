/* Kinds and their names. */
#include <string.h>

#include <glib.h>

#include "base/kind.h"

static const char *const names[KIND_COUNT] = {
    [KIND_PERSON] = "person",         [KIND_LIST] = "list",       [KIND_RECEIPT] = "receipt",
    [KIND_SHIPPING] = "shipping",     [KIND_CODE] = "code",       [KIND_ACCOUNT] = "account",
    [KIND_APPOINTMENT] = "appointment", [KIND_NEWSLETTER] = "newsletter",
    [KIND_PROMOTION] = "promotion",   [KIND_SOCIAL] = "social",   [KIND_OTHER] = "other",
    [KIND_REPORT] = "report",
};

const char *kind_name(enum kind kind)
{
    return (guint)kind < KIND_COUNT ? names[kind] : "other";
}

enum kind kind_from_name(const char *name)
{
    for (int k = 0; k < KIND_COUNT; k++)
        if (!strcmp(names[k], name))
            return k;
    return KIND_COUNT;
}
