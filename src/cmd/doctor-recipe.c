/* The line where mail arrives: the usual files of mail servers and delivery agents, looked through for
 * heed. What stands elsewhere cannot be seen from here. */
#include <string.h>
#include <unistd.h>

#include "doctor.h"

/* The files, the user's own below her home folder; and the text that, like "exit 75", makes the mail
 * server keep a message that heed could not take. "" where none is needed. */
static const struct {
    const char *path, *cover;
} places[] = {
    {"~/.forward", "exit 75"},
    {"~/.procmailrc", "EXITCODE=75"},
    {"~/.mailfilter", "exit 75"},
    {"~/.fetchmailrc", ""},
    {"~/.getmail/getmailrc", ""},
    {"~/.config/getmail/getmailrc", ""},
    {"/etc/procmailrc", "EXITCODE=75"},
    {"/etc/maildroprc", "exit 75"},
    {"/etc/postfix/main.cf", "exit 75"},
    {"/etc/postfix/master.cf", "exit 75"},
    {"/etc/smtpd.conf", "exit 75"},
    {"/etc/exim4/exim4.conf", "temp_errors = *"},
    {"/etc/exim/exim.conf", "temp_errors = *"},
};

static char *without_comments(const char *text)
{
    g_autoptr(GRegex) comment = g_regex_new("^[ \t]*#.*$", G_REGEX_MULTILINE | G_REGEX_RAW, 0, NULL);
    return g_regex_replace_literal(comment, text, -1, 0, "", 0, NULL);
}

bool tell_programs(struct visit *visit, const char *path, const char *raw)
{
    g_autofree char *text = without_comments(raw);
    static const char *const patterns[] = {"(/[^ \t\\n\"'|{}]*heed)\"? +(?:deliver|filter|sync|tag)\\b",
                                           "^ *HEED=\"?(/[^ \t\"\\n]+)"};
    bool good = true;
    for (size_t i = 0; i < G_N_ELEMENTS(patterns); i++) {
        g_autoptr(GRegex) regex = g_regex_new(patterns[i], G_REGEX_MULTILINE | G_REGEX_RAW, 0, NULL);
        g_autoptr(GMatchInfo) match = NULL;
        g_autofree char *program =
            g_regex_match(regex, text, 0, &match) ? g_match_info_fetch(match, 1) : NULL;
        if (!program || access(program, X_OK) == 0)
            continue;
        tell(visit, PROBLEM, "correct the path, or install heed there", "%s names %s, which cannot be run",
             path, program);
        good = false;
    }
    return good;
}

/* Whether a recipe of procmail's above heed's own takes all mail: one without conditions that neither
 * filters nor copies. What is indented may stand within conditions. */
static bool is_shadowed(const char *text)
{
    return g_regex_match_simple(
        "^:0[ \t]*[HBDhbwWir]*[ \t]*(:[^\n]*)?\n\\s*(?![*{:]|[^\n]*heed)\\S[^\\0]*heed\"? +deliver\\b", text,
        G_REGEX_MULTILINE | G_REGEX_RAW, 0);
}

static bool look_into(struct visit *visit, const char *path, const char *cover)
{
    g_autofree char *raw = NULL;
    g_autoptr(GError) error = NULL;
    if (!g_file_get_contents(path, &raw, NULL, &error)) {
        if (g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_ACCES))
            tell(visit, NOTE, "look into it yourself: what heed could not store must end as exit 75",
                 "%s cannot be read by you", path);
        return false;
    }
    g_autofree char *text = without_comments(raw);
    bool delivers = g_regex_match_simple("heed\"? +deliver\\b", text, G_REGEX_CASELESS | G_REGEX_RAW, 0);
    bool filters = g_regex_match_simple("heed\"? +filter\\b", text, G_REGEX_CASELESS | G_REGEX_RAW, 0);
    if (!delivers && !filters)
        return false;
    bool good = tell_programs(visit, path, text);
    if (delivers && !strstr(text, cover) && !strstr(text, "exit 75"))
        tell(visit, PROBLEM,
             "the recipes in sample-rules/mta show how: || exit 75, or EXITCODE=75 behind it for procmail",
             "%s runs heed deliver, and loses or bounces mail where heed is missing or crashes", path);
    else if (delivers && is_shadowed(text))
        tell(visit, NOTE, "put heed in the place of that recipe",
             "a recipe in %s takes all mail before heed does", path);
    else if (good)
        tell(visit, FINE, NULL, "%s runs heed %s", path, delivers ? "deliver" : "filter");
    return true;
}

void examine_recipe(struct visit *visit)
{
    unsigned found = 0;
    if (visit->reader->home->user) /* heed doctor --site looks at who delivers there */
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        g_autofree char *path = home_expand(visit->reader->home, places[i].path);
        found += look_into(visit, path, places[i].cover);
    }
    if (!found)
        tell(visit, NOTE, "README.md, step 2; all is well if it stands in a place that is not looked into",
             "none of the usual files of mail servers and delivery agents runs heed");
}
