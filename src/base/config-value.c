/* The values of settings: text becomes a number, a list, a name, or what is wrong with it. */
#include <errno.h>
#include <grp.h>
#include <math.h>
#include <string.h>

#include "config-private.h"
#include "base/text.h"

static char **split_list(const char *value)
{
    char **items = g_strsplit(value, ";", -1);
    size_t kept = 0;
    for (size_t i = 0; items[i]; i++) {
        g_strstrip(items[i]);
        if (*items[i])
            items[kept++] = items[i];
        else
            g_free(items[i]);
    }
    items[kept] = NULL;
    return items;
}

static bool read_number(const struct config_row *row, double *at, const char *value, char **why)
{
    char *end;
    double number = g_ascii_strtod(value, &end);
    while (g_ascii_isspace(*end))
        end++;
    if (end == value || *end || !isfinite(number)) {
        bool remark = end > value && *end == '#';
        *why = g_strdup_printf("\"%s\" is not a number%s", value,
                               remark ? "; a comment needs a line of its own" : "");
        return false;
    }
    if (number < row->setting.min || number > row->setting.max) {
        *why = g_strdup_printf("%g is out of range (%g to %g)", number, row->setting.min,
                               row->setting.max);
        return false;
    }
    *at = number;
    return true;
}

/* Bounds are whole numbers of things or of bytes. */
static bool set_bound(const struct config_row *row, void *at, const char *value, char **why)
{
    double number;
    if (!read_number(row, &number, value, why))
        return false;
    *(uint32_t *)at = (uint32_t)number << (row->type == KIB ? 10 : row->type == MIB ? 20 : 0);
    return true;
}

static bool set_flag(void *at, const char *value, char **why)
{
    bool yes = !g_ascii_strcasecmp(value, "true") || !g_ascii_strcasecmp(value, "yes");
    if (!yes && g_ascii_strcasecmp(value, "false") && g_ascii_strcasecmp(value, "no")) {
        *why = g_strdup_printf("\"%s\" is neither true nor false", value);
        return false;
    }
    *(bool *)at = yes;
    return true;
}

static bool set_kinds(void *at, const char *value, char **why)
{
    g_auto(GStrv) names = split_list(value);
    bool protect[KIND_COUNT] = {false};
    for (char **name = names; *name; name++) {
        enum kind kind = kind_from_name(*name);
        if (kind == KIND_COUNT) {
            const char *known[KIND_COUNT + 1] = {NULL};
            for (int i = 0; i < KIND_COUNT; i++)
                known[i] = kind_name(i);
            const char *near = text_nearest(*name, known);
            *why = g_strdup_printf("unknown kind \"%s\"%s%s%s", *name, near ? ", did you mean " : "",
                                   near ? near : "", near ? "?" : "");
            return false;
        }
        protect[kind] = true;
    }
    memcpy(at, protect, sizeof protect);
    return true;
}

static bool set_tags(void *at, const char *value, char **why)
{
    char **tags = split_list(value);
    for (char **tag = tags; *tag; tag++)
        if (!strchr("+-", **tag) || !(*tag)[1] || (*tag)[1] == '-' || strlen(*tag) > 200) {
            *why = g_strdup_printf("\"%s\" is not +tag or -tag", *tag);
            g_strfreev(tags);
            return false;
        }
    g_strfreev(*(char ***)at);
    *(char ***)at = tags;
    return true;
}

/* Of servers; what separates them otherwise would be taken for part of one, which then is nobody's. */
static bool set_names(void *at, const char *value, char **why)
{
    char **names = split_list(value);
    for (char **name = names; *name; name++)
        if (strpbrk(*name, " \t,\"'<>()") || !strcmp(*name, "+")) {
            *why = g_strdup_printf("\"%s\" is no server's name (several are separated by ;)", *name);
            g_strfreev(names);
            return false;
        }
    g_strfreev(*(char ***)at);
    *(char ***)at = names;
    return true;
}

static bool set_folder(char **at, const char *value, char **why)
{
    if (*value == '/' || strstr(value, "..")) {
        *why = g_strdup_printf("\"%s\" is not a folder below the mail root", value);
        return false;
    }
    g_free(*at);
    *at = g_strchomp(g_strdup(value));
    return true;
}

/* One that is below her home only by its name is taken where it is there, and said: mail would have nowhere
 * to go. */
static bool set_text(const struct config *config, const struct config_row *row, const char *value, char **why)
{
    char **at = (char **)((char *)config + row->offset);
    bool variable = g_str_has_prefix(value, "$HOME/");
    size_t tilde = g_str_has_prefix(value, "~/") ? 2 : variable ? 6 : 0;
    if (strcmp(row->setting.group, "folders") == 0)
        return set_folder(at, value, why);
    g_autofree char *below = g_strchomp(g_build_filename(config->home_dir, value + tilde, NULL));
    bool given = !*value || *value == '/' || (tilde && !variable);
    if (!given && (!*config->home_dir || !g_file_test(below, G_FILE_TEST_IS_DIR))) {
        *why = g_strdup_printf("\"%s\" is neither absolute nor below ~/", value);
        return false;
    }
    if (!given)
        *why = g_strdup_printf("\"%s\" is neither absolute nor below ~/; taken for %s", value, below);
    g_free(*at);
    *at = !*value || *value == '/' ? g_strchomp(g_strdup(value)) : g_steal_pointer(&below);
    for (size_t end = strlen(*at); end > 1 && (*at)[end - 1] == '/'; end--) /* what lies below begins there */
        (*at)[end - 1] = '\0';
    return true;
}

static bool set_line(void *at, const char *value)
{
    g_free(*(char **)at);
    *(char **)at = g_strdup(value);
    return true;
}

static bool set_delimiter(void *at, const char *value, char **why)
{
    if (*value && (value[1] || !strchr("+-=_.~#", *value))) {
        *why = g_strdup_printf("\"%s\" is not one sign such as +", value);
        return false;
    }
    g_free(*(char **)at);
    *(char **)at = g_strdup(value);
    return true;
}

/* local@domain, or a domain alone. */
static bool set_address(const struct config_row *row, void *at, const char *value, char **why)
{
    bool whole = strcmp(row->setting.key, "address") == 0;
    const char *sign = strchr(value, '@'), *domain = sign ? sign + 1 : value;
    size_t good = strspn(domain, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.");
    if (*value &&
        (whole != (sign && sign > value) || !*domain || domain[good] || strpbrk(value, " \t<>\",;"))) {
        *why = g_strdup_printf("\"%s\" is not %s", value, whole ? "an address" : "a domain");
        return false;
    }
    g_free(*(char **)at);
    *(char **)at = g_ascii_strdown(whole ? value : domain, -1);
    return true;
}

static bool set_addresses(void *at, const char *value, char **why)
{
    char **all = split_list(value);
    for (char **one = all; *one; one++) {
        const char *sign = strrchr(*one, '@');
        if (!sign || sign == *one || !sign[1] || strpbrk(*one, " \t<>\",;")) {
            *why = g_strdup_printf("\"%s\" is not an address (several are separated by ;)", *one);
            g_strfreev(all);
            return false;
        }
        for (char *p = *one; *p; p++)
            *p = g_ascii_tolower(*p);
    }
    g_strfreev(*(char ***)at);
    *(char ***)at = all;
    return true;
}

/* Nowhere else does heed listen, and to nowhere else does it hand mail on. */
static bool is_loopback(const char *value)
{
    const char *colon = strrchr(value, ':');
    g_autofree char *host = colon ? g_strndup(value, (gsize)(colon - value)) : NULL;
    guint64 port;
    return host && g_ascii_string_to_unsigned(colon + 1, 10, 1, 65535, &port, NULL) &&
           (g_str_has_prefix(host, "127.") ? g_hostname_is_ip_address(host) : !strcmp(host, "[::1]"));
}

static bool set_door(void *at, const char *value, char **why)
{
    if (*value != '/' && !is_loopback(value)) {
        *why = g_strdup_printf(
            "\"%s\" is neither an absolute path nor a loopback address and port such as "
            "127.0.0.1:2003", value);
        return false;
    }
    return set_line(at, value);
}

static bool set_store(void *at, const char *value, char **why)
{
    if (strcmp(value, STORE_MAILDIR) == 0)
        return set_line(at, value);
    bool set = set_door(at, value, why);
    if (!set) {
        g_autofree char *door = *why;
        *why = g_strconcat(door, ", nor " STORE_MAILDIR, NULL);
    }
    return set;
}

static bool set_table(void *at, const char *value, char **why)
{
    if (*value != '/' && strcmp(value, "passwd") && strcmp(value, "template")) {
        *why = g_strdup_printf("\"%s\" is neither passwd, template nor an absolute path", value);
        return false;
    }
    return set_line(at, value);
}

const char *mode_name(enum user_mode mode)
{
    static const char *const names[] = {[MODE_ON] = "on", [MODE_HEADERS] = "headers", [MODE_OFF] = "off"};
    return mode < MODE_COUNT ? names[mode] : NULL;
}

enum user_mode mode_from_name(const char *name)
{
    enum user_mode mode = MODE_ON;
    while (mode < MODE_COUNT && g_ascii_strcasecmp(name, mode_name(mode)) != 0)
        mode++;
    return mode;
}

static bool set_mode(void *at, const char *value, char **why)
{
    enum user_mode mode = mode_from_name(value);
    if (mode == MODE_COUNT)
        *why = g_strdup_printf("\"%s\" is neither on, headers nor off", value);
    else
        *(enum user_mode *)at = mode;
    return mode < MODE_COUNT;
}

const struct group *config_group(const char *name, bool *failed)
{
    errno = 0;
    const struct group *found = getgrnam(name);
    *failed = !found && errno && errno != ENOENT && errno != ESRCH;
    return found;
}

char *config_meant(const char *name, const char *const *known)
{
    const char *near = text_nearest(name, known);
    return near ? g_strdup_printf(", did you mean %s?", near) : g_strdup("");
}

bool config_names(const char *name, const struct config_row *row)
{
    size_t length = strlen(row->setting.group);
    return strncmp(name, row->setting.group, length) == 0 &&
           (!name[length] || (name[length] == '.' && strcmp(name + length + 1, row->setting.key) == 0));
}

static bool is_named(const char *name)
{
    for (size_t i = 0; i < CONFIG_ROWS; i++)
        if (config_names(name, &config_rows[i]))
            return true;
    return false;
}

char *config_meant_of_all(const char *name)
{
    g_autoptr(GPtrArray) known = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < CONFIG_ROWS; i++) {
        const struct setting *setting = &config_rows[i].setting;
        if (i == 0 || strcmp(setting->group, config_rows[i - 1].setting.group) != 0)
            g_ptr_array_add(known, g_strdup(setting->group));
        g_ptr_array_add(known, g_strconcat(setting->group, ".", setting->key, NULL));
    }
    g_ptr_array_add(known, NULL);
    return config_meant(name, (const char *const *)known->pdata);
}

static bool set_final(void *at, const char *value, char **why)
{
    g_auto(GStrv) parts = g_strsplit(value, ";", -1);
    GPtrArray *kept = g_ptr_array_new();
    for (char **part = parts; *part; part++) {
        if (is_named(g_strstrip(*part)))
            g_ptr_array_add(kept, g_strdup(*part));
        else if (**part && !*why) {
            g_autofree char *meant = config_meant_of_all(*part);
            *why = g_strdup_printf("unknown setting \"%s\"%s%s; the others are final", *part, meant,
                                   strchr(*part, ' ') ? " (several are separated by ;)" : "");
        }
    }
    g_ptr_array_add(kept, NULL);
    g_strfreev(*(char ***)at);
    *(char ***)at = (char **)g_ptr_array_free(kept, FALSE);
    return true;
}

bool config_set_value(struct config *config, const struct config_row *row, const char *value, char **why)
{
    void *at = (char *)config + row->offset;
    switch (row->type) {
    case NUMBER:
        return read_number(row, at, value, why);
    case COUNT:
    case KIB:
    case MIB:
        return set_bound(row, at, value, why);
    case FLAG:
        return set_flag(at, value, why);
    case KINDS:
        return set_kinds(at, value, why);
    case TAGS:
        return set_tags(at, value, why);
    case TEXT:
        return set_text(config, row, value, why);
    case LINE:
    case GROUP:
        return set_line(at, value);
    case ADDRESSES:
        return set_addresses(at, value, why);
    case DELIMITER:
        return set_delimiter(at, value, why);
    case ADDRESS:
        return set_address(row, at, value, why);
    case DOOR:
        return set_door(at, value, why);
    case STORE:
        return set_store(at, value, why);
    case NO_DOOR:
        return *value ? set_door(at, value, why) : set_line(at, value);
    case TABLE:
        return set_table(at, value, why);
    case MODE:
        return set_mode(at, value, why);
    case FINAL:
        return set_final(at, value, why);
    case LIST:
        return set_names(at, value, why);
    }
    return false;
}
