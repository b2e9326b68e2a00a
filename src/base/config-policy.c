/* What a site's settings say beyond plain ones: sections for a domain and for a group of users. */
#include <grp.h>
#include <pwd.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "config-private.h"

#define MOST_GROUPS 1000
#define MEMBERS "members"

struct who {
    char *name;         /* lower case */
    const char *domain; /* of it, or the site's; "" where there is none */
};

/* --- who it is ------------------------------------------------------------------------------------------ */

/* Where no table of users has said, by the account that runs this. */
static struct who who_is(const struct config *config, const struct home *home)
{
    const struct passwd *account = home->user || !home->config_dir ? NULL : getpwuid(geteuid());
    const char *name = home->user ? home->user : account ? account->pw_name : "";
    struct who who = {.name = g_ascii_strdown(name, -1)};
    const char *at = strrchr(who.name, '@');
    who.domain = at ? at + 1 : *who.name ? config->site.domain : "";
    return who;
}

static bool is_in_group(const char *user, gid_t gid)
{
    const struct passwd *account = getpwnam(user);
    gid_t groups[MOST_GROUPS];
    int n = MOST_GROUPS;
    if (account && getgrouplist(user, account->pw_gid, groups, &n) < 0)
        n = MOST_GROUPS;
    for (int i = 0; account && i < n; i++)
        if (groups[i] == gid)
            return true;
    return false;
}

/* A member is a user's name, with or without the domain that goes without saying, or %GROUP of the system. */
static bool has_member(struct config *config, const struct source *source, const char *group,
                       const struct who *who, const char *member)
{
    g_autofree char *whole = g_strconcat(who->name, "@", who->domain, NULL);
    if (*member != '%')
        return !g_ascii_strcasecmp(member, who->name) || !g_ascii_strcasecmp(member, whole);
    bool failed;
    const struct group *found = config_group(member + 1, &failed);
    config->unread |= failed;
    if (!found)
        config_problem(source, group, MEMBERS, "the system has no group \"%s\"", member + 1);
    return found && is_in_group(who->name, found->gr_gid);
}

/* --- sections ------------------------------------------------------------------------------------------- */

/* What stands behind WORD and a space in GROUP; NULL where that is no section of WORD. */
static const char *behind(const char *group, const char *word)
{
    size_t length = strlen(word);
    return strncmp(group, word, length) == 0 && (group[length] == ' ' || !group[length])
               ? group + length + (group[length] == ' ')
               : NULL;
}

bool config_is_policy(const char *group)
{
    return behind(group, "domain") || behind(group, "group");
}

static bool is_for(struct config *config, const struct source *source, GKeyFile *file, const char *group,
                   const struct who *who)
{
    const char *domain = behind(group, "domain");
    bool is = domain && *who->domain && g_ascii_strcasecmp(domain, who->domain) == 0;
    if (domain)
        return is;
    g_autofree char *value = g_key_file_get_value(file, group, MEMBERS, NULL);
    g_auto(GStrv) members = g_strsplit(value ? value : "", ";", -1);
    if (!value)
        config_problem(source, group, NULL, "a group needs " MEMBERS);
    for (char **member = members; *member; member++)
        is |= *g_strstrip(*member) && has_member(config, source, group, who, *member);
    return is;
}

static void read_policy_key(struct config *config, const struct source *source, GKeyFile *file,
                            const char *group, const char *key)
{
    g_auto(GStrv) parts = g_strsplit(key, ".", 2);
    const struct config_row *row = parts[0] && parts[1] ? config_row_find(parts[0], parts[1]) : NULL;
    g_autofree char *meant = row ? NULL : config_meant_of_all(key);
    if (!row)
        config_problem(source, group, key, "unknown setting \"%s\"%s; here it is section.key", key, meant);
    else if (strcmp(row->setting.group, "site") == 0 && row->type != FINAL)
        config_problem(source, group, key, "[site] is the same for all; ignored");
    else
        config_read_key(config, source, file, group, key, row);
}

static void read_section(struct config *config, struct config *other, const struct source *source,
                         GKeyFile *file, const char *group, const struct who *who)
{
    const char *name = behind(group, "domain") ? behind(group, "domain") : behind(group, "group");
    if (!*name || strpbrk(name, " \t\"@;"))
        config_problem(source, group, NULL, "expected [domain example.org] or [group name]");
    struct config *meant = is_for(config, source, file, group, who) ? config : other;
    g_auto(GStrv) keys = g_key_file_get_keys(file, group, NULL, NULL);
    for (char **key = keys; key && *key; key++)
        if (behind(group, "domain") || strcmp(*key, MEMBERS) != 0)
            read_policy_key(meant, source, file, group, *key);
}

void config_read_policy(struct config *config, struct config *other, const struct source *source,
                        GKeyFile *file)
{
    static const char *const words[] = {"domain", "group"};
    g_auto(GStrv) groups = g_key_file_get_groups(file, NULL);
    struct who who = {0};
    for (size_t word = 0; word < G_N_ELEMENTS(words); word++)
        for (char **group = groups; *group; group++) {
            if (!behind(*group, words[word]))
                continue;
            if (!who.name)
                who = who_is(config, source->home);
            read_section(config, other, source, file, *group, &who);
        }
    g_free(who.name);
}
