/* What the words behind `heed alias` mean: organisations, addresses of hers, labels. */
#include <stdio.h>
#include <string.h>

#include "alias-request.h"
#include "json.h"
#include "mail/sender.h"
#include "base/text.h"

char *alias_read_organisation(const char *text, struct err *err)
{
    const char *at = strrchr(text, '@'), *domain = at ? at + 1 : text;
    g_autofree char *organisation = organisation_of(domain);
    if (!strchr(organisation, '.') || strpbrk(domain, " \t/:<>\"'\\") || at == text) {
        g_autofree char *clean = text_clean(text, 60);
        err_set(err, STATUS_USAGE, "\"%s\" is no domain such as velora.com, and no address", clean);
        return NULL;
    }
    return at && organisation_is_free_mail(organisation) ? g_utf8_strdown(text, -1)
                                                         : g_steal_pointer(&organisation);
}

const char *alias_find_base(const struct reader *reader, char **to_free, struct err *err)
{
    const struct config *config = reader->config;
    const char *address = *config->alias_base ? config->alias_base : reader_user(reader);
    if (*config->alias_domain)
        return *to_free = g_strconcat("@", config->alias_domain, NULL);
    if (!*config->alias_delimiter)
        err_set(err, STATUS_USAGE,
                "[alias] delimiter is empty, and there is no [alias] domain: no aliases here");
    else if (!*address || !reader_is_own(reader, address))
        err_set(err, STATUS_USAGE,
                "%s is no address of yours: see [alias] address, and notmuch config get user.other_email",
                *address ? address : "nothing");
    else
        return address;
    return NULL;
}

enum status alias_print(const struct request *r, const char *address, const char *organisation,
                                 int64_t given)
{
    if (!r->json) {
        puts(address);
        return STATUS_OK;
    }
    owned(json) json = json_new();
    json_object(json);
    json_text(json, "address", address);
    json_text(json, "organisation", organisation);
    json_count(json, "given", given);
    json_object_end(json);
    json_print(json);
    return STATUS_OK;
}

char *alias_read_address(const struct request *r, const char *text)
{
    const struct reader *reader = r->reader;
    struct alias_parts parts = {NULL, NULL};
    g_autofree char *to_free = NULL, *lower = g_ascii_strdown(text, -1), *address = NULL;
    const char *base = strchr(text, '@') ? "" : alias_find_base(reader, &to_free, r->err);
    if (!base)
        return NULL;
    address = *base ? alias_address(reader->config, base, lower) : g_steal_pointer(&lower);
    const char *at = strrchr(address, '@');
    size_t good = strspn(address, "abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+/=?^_`{|}~.-");
    if (good != (size_t)(at - address) || !alias_split(reader->config, reader->own, address, &parts)) {
        g_autofree char *clean = text_clean(text, 100);
        err_set(r->err, STATUS_USAGE, "%s is no address of yours with something behind \"%s\"", clean,
                reader->config->alias_delimiter);
        return NULL;
    }
    alias_parts_clear(&parts);
    return g_steal_pointer(&address);
}
