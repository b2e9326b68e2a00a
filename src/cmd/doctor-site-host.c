/* `heed doctor --site`: what stands around it, as far as Postfix's and Dovecot's own programs tell. */
#include <string.h>
#include <sys/stat.h>

#include "base/spool.h"
#include "doctor.h"

#define MOST_TEXT 65536 /* bytes of what is read of a script */

/* What PROGRAM says, called with ARGUMENTS behind its name; NULL where it is not there, or fails, which is
 * told. Administrators have it in a folder that users may lack. The caller frees it. */
static char *said_by(struct visit *visit, const char *program, char **arguments)
{
    g_autofree char *found = g_find_program_in_path(program);
    g_autofree char *place = found ? g_strdup(found) : g_build_filename("/usr/sbin", program, NULL);
    g_autofree char *said = NULL, *complaint = NULL;
    int code = 1;
    arguments[0] = place;
    if (!g_file_test(place, G_FILE_TEST_IS_EXECUTABLE)) {
        tell(visit, FINE, NULL, "there is no %s here", program);
        return NULL;
    }
    bool ran = g_spawn_sync("/", arguments, NULL, 0, NULL, NULL, &said, &complaint, &code, NULL);
    if (ran && code == 0)
        return g_steal_pointer(&said);
    tell(visit, PROBLEM, "until it answers, what it would tell is not known", "%s fails: %s", place,
         complaint && *complaint ? complaint : "it does not say why");
    return NULL;
}

/* --- Postfix -------------------------------------------------------------------------------------------- */

/* USUAL is what Postfix takes where nobody says otherwise (postconf(5)). */
static const struct {
    const char *name, *usual, *mend, *says;
} parameters[] = {
    {"lmtp_fallback_relay", "", "set it to the store's loopback address and port",
     "while heed is not there, mail waits in the queue"},
    {"lmtp_connect_timeout", "0s", "5s", "a heed that hangs is waited for as long as the system connects"},
    {"lmtp_lhlo_timeout", "300s", "15s", "a heed that hangs is waited for five minutes for each message"},
    {"lmtp_data_done_timeout", "600s", "1800s", "a store that is slow with many recipients gets mail twice"},
};

static bool is_used(const char *value, const struct config_site *site)
{
    const char *where = *site->listen == '/' ? site->listen : strrchr(site->listen, ':');
    return g_str_has_prefix(value, "lmtp:") && strstr(value, where);
}

/* There is nobody to go on to but heed. */
static bool keeps(const struct visit *visit)
{
    return strcmp(visit->site->site.store, STORE_MAILDIR) == 0;
}

void examine_site_postfix(struct visit *visit)
{
    char *transports[] = {NULL, "-h", "virtual_transport", "mailbox_transport", "local_transport",
                          "relay_transport", "default_transport", NULL};
    g_autofree char *said = said_by(visit, "postconf", transports);
    g_auto(GStrv) values = g_strsplit(said ? said : "", "\n", -1);
    bool used = false, good = true;
    if (!said)
        return;
    for (char **value = values; *value; value++)
        used |= is_used(*value, &visit->site->site);
    if (!used)
        tell(visit, NOTE, "sample-rules/site/postfix-main.cf; all is well if transport_maps says so",
             "no transport of Postfix leads to %s", visit->site->site.listen);
    for (size_t i = 0; i < G_N_ELEMENTS(parameters) && used; i++) {
        if (keeps(visit) && strcmp(parameters[i].name, "lmtp_fallback_relay") == 0)
            continue;
        char *ask[] = {NULL, "-h", (char *)parameters[i].name, NULL};
        g_autofree char *value = said_by(visit, "postconf", ask);
        if (!value || strcmp(g_strstrip(value), parameters[i].usual) != 0)
            continue;
        tell(visit, PROBLEM, parameters[i].mend, "Postfix's %s is not set: %s", parameters[i].name,
             parameters[i].says);
        good = false;
    }
    if (used && good)
        tell(visit, FINE, NULL, keeps(visit) ? "Postfix does not wait long for a heed that hangs"
                                             : "Postfix goes past a heed that is away, or hangs");
}

/* --- Dovecot -------------------------------------------------------------------------------------------- */

/* Whether the script PATH is there, and compiled since it was changed. */
static bool is_compiled(struct visit *visit, const char *path)
{
    struct stat script, compiled;
    g_autofree char *stem = g_strndup(path, strlen(path) - (g_str_has_suffix(path, ".sieve") ? 6 : 0));
    g_autofree char *binary = g_strconcat(stem, ".svbin", NULL);
    if (stat(path, &script) != 0)
        tell(visit, PROBLEM, "put sample-rules/sieve/heed.sieve there", "Dovecot's %s is not there", path);
    else if (stat(binary, &compiled) != 0)
        tell(visit, PROBLEM, "sievec it, as who may write there", "%s is not compiled", path);
    else if (compiled.st_mtime < script.st_mtime)
        tell(visit, PROBLEM, "sievec it, as who may write there", "%s was changed since it was compiled",
             path);
    else
        return true;
    return false;
}

static bool files_by_heed(const char *path)
{
    g_autofree char *text = NULL;
    size_t length;
    return spool_text(path, MOST_TEXT, &text, &length, NULL) == STATUS_OK && strstr(text, "X-Heed");
}

/* Of one that is a folder, all scripts in it; *FOUND counts those that look at heed's header. */
static void look_at_script(struct visit *visit, const char *path, unsigned *found)
{
    GDir *dir = g_file_test(path, G_FILE_TEST_IS_DIR) ? g_dir_open(path, 0, NULL) : NULL;
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        g_autofree char *script = g_build_filename(path, name, NULL);
        if (g_str_has_suffix(name, ".sieve") && is_compiled(visit, script))
            *found += files_by_heed(script);
    }
    if (dir)
        g_dir_close(dir);
    else if (is_compiled(visit, path))
        *found += files_by_heed(path);
    else
        *found += 1; /* that is told already */
}

void examine_site_dovecot(struct visit *visit)
{
    char *ask[] = {NULL, "-n", NULL};
    if (keeps(visit)) {
        tell(visit, FINE, NULL, "no mail comes by Dovecot");
        return;
    }
    g_autofree char *said = said_by(visit, "doveconf", ask);
    g_auto(GStrv) lines = g_strsplit(said ? said : "", "\n", -1);
    unsigned found = 0;
    if (!said)
        return;
    for (char **line = lines; *line; line++) {
        const char *value = strchr(g_strstrip(*line), '=');
        g_autofree char *path = value ? g_strdup(value + 1) : NULL;
        if (!path || !g_str_has_prefix(*line, "sieve_after"))
            continue;
        g_strstrip(path);
        const char *plain = g_str_has_prefix(path, "file:") ? path + strlen("file:") : path;
        g_autofree char *script = g_strndup(plain, strcspn(plain, ";"));
        if (*script == '/')
            look_at_script(visit, script, &found);
    }
    if (found)
        tell(visit, FINE, NULL, "a script behind users' own looks at heed's header");
    else
        tell(visit, NOTE, "sample-rules/site/dovecot.conf, sample-rules/sieve/heed.sieve",
             "no sieve_after of Dovecot looks at heed's header: all mail stays in the inbox");
}
