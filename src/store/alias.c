/* The form of aliases: taken apart, put together, and held to their code. Whose they are is for the book. */
#include <string.h>

#include "store/alias.h"
#include "store/seal.h"
#include "mail/sender.h"

void alias_parts_clear(struct alias_parts *parts)
{
    g_clear_pointer(&parts->base, g_free);
    g_clear_pointer(&parts->detail, g_free);
}

static bool give(struct alias_parts *parts, const char *base, const char *detail, size_t length)
{
    if (!parts)
        return true;
    g_autofree char *text = g_strndup(detail, length);
    *parts = (struct alias_parts){g_ascii_strdown(base, -1), g_ascii_strdown(text, -1)};
    return true;
}

bool alias_split(const struct config *config, char *const *own, const char *address,
                 struct alias_parts *parts)
{
    const char *at = strrchr(address, '@'), delimiter = *config->alias_delimiter;
    if (!at || at == address)
        return false;
    for (char *const *one = own; delimiter && one && *one; one++) {
        const char *end = strrchr(*one, '@');
        size_t local = end ? (size_t)(end - *one) : 0;
        if (local && g_ascii_strncasecmp(address, *one, local) == 0 && address[local] == delimiter &&
            address + local + 1 < at && g_ascii_strcasecmp(at, end) == 0)
            return give(parts, *one, address + local + 1, (size_t)(at - address) - local - 1);
    }
    if (!*config->alias_domain || g_ascii_strcasecmp(at + 1, config->alias_domain) != 0)
        return false;
    for (char *const *one = own; one && *one; one++)
        if (g_ascii_strcasecmp(*one, address) == 0)
            return false;
    return give(parts, at, address, (size_t)(at - address));
}

char *alias_address(const struct config *config, const char *base, const char *detail)
{
    const char *at = strrchr(base, '@');
    if (at == base)
        return g_strconcat(detail, base, NULL);
    return g_strdup_printf("%.*s%s%s%s", (int)(at - base), base, config->alias_delimiter, detail, at);
}

static void make_code(const unsigned char *key, const char *base, const char *label, const char *organisation,
                      char code[SEAL_TAG + 1])
{
    const char *const parts[] = {"heed alias 1", base, label, organisation};
    seal_tag(key, parts, G_N_ELEMENTS(parts), code);
}

char *alias_make(const struct config *config, const struct secret *key, const char *base, const char *label,
                 const char *organisation)
{
    char code[SEAL_TAG + 1];
    make_code(key->keys[0], base, label, organisation, code);
    g_autofree char *detail = g_strdup_printf("%s.%s", label, code);
    return alias_address(config, base, detail);
}

bool alias_has_code(const char *detail)
{
    const char *dot = strrchr(detail, '.');
    return dot && dot > detail && strlen(dot + 1) == SEAL_TAG &&
           strspn(dot + 1, SEAL_TAG_LETTERS) == SEAL_TAG;
}

bool alias_holds(const struct secret *key, const struct alias_parts *parts, const char *organisation)
{
    bool holds = false;
    if (!alias_has_code(parts->detail))
        return false;
    const char *dot = strrchr(parts->detail, '.');
    g_autofree char *label = g_strndup(parts->detail, (size_t)(dot - parts->detail));
    for (unsigned i = 0; i < key->n; i++) {
        char code[SEAL_TAG + 1];
        make_code(key->keys[i], parts->base, label, organisation, code);
        holds |= strcmp(code, dot + 1) == 0;
    }
    return holds;
}

/* Of a mailbox what stands before the @, of a domain its first label; the rest would only be more to type. */
char *alias_label(const char *organisation)
{
    GString *label = g_string_new(NULL);
    for (const char *p = organisation; *p && !strchr("@.", *p) && label->len < ALIAS_LABEL; p++)
        if (g_ascii_isalnum(*p) || (*p == '-' && label->len))
            g_string_append_c(label, g_ascii_tolower(*p));
    if (!label->len)
        g_string_append(label, "alias");
    return g_string_free(label, FALSE);
}

bool alias_label_is_good(const char *label)
{
    size_t length = strlen(label);
    return length && length <= ALIAS_LABEL && *label != '-' &&
           strspn(label, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}
