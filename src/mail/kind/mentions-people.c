/* Whether a message names somebody for whom something was booked, or is of whom a thing has the name. */
#include <string.h>

#include "mentions-private.h"

char *mentions_person(const struct mentions *mentions, const char *people, const char *herself)
{
    g_auto(GStrv) persons = g_strsplit(*people && herself && *herself ? people : "", ", ", 4);
    owned(wording) her = wording_new(herself ? herself : "", LINE_WORDS);
    for (char **person = persons; *person; person++) {
        g_auto(GStrv) names = g_strsplit(*person, " ", THING_WORDS);
        bool all = true, hers = true;
        for (char **name = names; *name; name++) {
            all &= wording_has(mentions->message->in_subject, *name);
            hers &= wording_has(her, *name);
        }
        if (all && !hers && *names)
            return g_strdup(*person);
    }
    return NULL;
}

bool mentions_author(const struct mentions *mentions, const char *thing)
{
    const struct wording *author = mentions->author;
    g_auto(GStrv) words = g_strsplit(thing, " ", THING_WORDS);
    bool all = *words != NULL, whole = true, said = true, any = false;
    for (char **word = words; *word; word++) {
        bool theirs = wording_has(author, *word);
        all &= theirs;
        said &= !theirs || wording_has(mentions->message->in_subject, *word) ||
                wording_has(mentions->said, *word);
    }
    for (guint i = 0; i < author->tokens->len && whole; i++) {
        const char *name = wording_word(author, i);
        bool counts = strlen(name) >= 3; /* "DB" and "O2" are nobody's whole name */
        whole = !counts || g_strv_contains((const char *const *)words, name);
        any |= counts;
    }
    return (all || (whole && any)) && said;
}
