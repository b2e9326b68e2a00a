/* What heed stands on here: its own parts, libraries, the kernel, the clock. */
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/cage.h"
#include "doctor.h"
#include "base/part.h"

void examine_parts(struct visit *visit)
{
#ifdef HEED_SANITIZE
    tell(visit, FINE, NULL, "linked in");
#else
    g_auto(GStrv) parts = g_strsplit(HEED_PARTS, " ", -1);
    bool good = true;
    for (size_t i = 0; parts[i]; i++) {
        struct err err;
        void *part;
        if (part_load(parts[i], &part, &err)) {
            tell(visit, PROBLEM, "install heed anew, all of it: make install", "%s", err.text);
            good = false;
        }
    }
    if (good)
        tell(visit, FINE, NULL, "all are of heed %s", HEED_VERSION);
#endif
}

/* --- libraries ------------------------------------------------------------------------------------------ */

/* How a library says its version. Each header has one owner elsewhere, so they are asked by name: dlsym(3).
 * Those that are linked in (HEED_LINKED_IN) have no names to be found, and are what heed was built with. */
enum form { FUNCTION, POINTER, NUMBERS };

static const struct {
    const char *name;  /* of pkg-config, which said at build time what there was: HEED_LIBRARIES */
    const char *part;  /* of heed that it comes with; NULL: the program itself */
    enum form form;
    const char *symbols[3];
} libraries[] = {
    {"glib-2.0", NULL, NUMBERS, {"glib_major_version", "glib_minor_version", "glib_micro_version"}},
    {"gmime-3.0", NULL, NUMBERS, {"gmime_major_version", "gmime_minor_version", "gmime_micro_version"}},
    {"sqlite3", NULL, FUNCTION, {"sqlite3_libversion"}},
    {"libsodium", NULL, FUNCTION, {"sodium_version_string"}},
    {"libpsl", NULL, FUNCTION, {"psl_get_version"}},
    {"libxml-2.0", "html", POINTER, {"xmlParserVersion"}},
};

static void *find_symbol(const char *part, const char *name)
{
    void *found = dlsym(RTLD_DEFAULT, name), *loaded;
    if (!found && part && part_load(part, &loaded, NULL) == STATUS_OK)
        found = dlsym(loaded, name);
    return found;
}

/* What runs: "3.2.13"; NULL where it does not say. The caller frees it. */
static char *running_version(size_t which)
{
    void *found[3] = {NULL};
    for (size_t i = 0; i < 3 && libraries[which].symbols[i]; i++)
        found[i] = find_symbol(libraries[which].part, libraries[which].symbols[i]);
    if (!found[0])
        return NULL;
    if (libraries[which].form == NUMBERS)
        return found[1] && found[2] ? g_strdup_printf("%u.%u.%u", *(unsigned *)found[0],
                                                      *(unsigned *)found[1], *(unsigned *)found[2])
                                    : NULL;
    if (libraries[which].form == FUNCTION) {
        const char *text = ((const char *(*)(void))found[0])();
        return text ? g_strndup(text, strcspn(text, " ")) : NULL; /* libpsl says its IDNA library, too */
    }
    char *text = g_strdup(*(const char **)found[0]);
    int number = atoi(text); /* libxml2: 20914 and what it was built with */
    g_free(text);
    return g_strdup_printf("%d.%d.%d", number / 10000, number / 100 % 100, number % 100);
}

/* The version of NAME in "glib-2.0 2.74.6;gmime-3.0 3.2.13;"; the caller frees it. */
static char *built_version(const char *name)
{
    g_auto(GStrv) all = g_strsplit(HEED_LIBRARIES, ";", -1);
    for (char **one = all; *one; one++) {
        size_t length = strlen(name);
        const char *line = *one + strspn(*one, " ");
        if (strncmp(line, name, length) == 0 && line[length] == ' ')
            return g_strdup(line + length + 1);
    }
    return NULL;
}

static bool is_older(const char *one, const char *other)
{
    for (int i = 0; i < 3; i++) {
        char *end, *other_end;
        long a = strtol(one, &end, 10), b = strtol(other, &other_end, 10);
        if (a != b)
            return a < b;
        one = *end ? end + 1 : end;
        other = *other_end ? other_end + 1 : other_end;
    }
    return false;
}

void examine_libraries(struct visit *visit)
{
    g_autoptr(GString) same = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(libraries); i++) {
        const char *name = libraries[i].name;
        g_autofree char *built = built_version(name),
                        *running = HEED_LINKED_IN ? g_strdup(built) : running_version(i);
        if (!built || !running)
            continue;
        if (is_older(running, built))
            tell(visit, PROBLEM, "install the newer one, or build heed anew here",
                 "%s %s runs, and heed was built with %s", name, running, built);
        else
            g_string_append_printf(same, "%s%s %s%s%s%s", same->len ? ", " : "", name, running,
                                   strcmp(built, running) ? " (built with " : "",
                                   strcmp(built, running) ? built : "", strcmp(built, running) ? ")" : "");
    }
    tell(visit, FINE, NULL, "%s%s", HEED_LINKED_IN ? "linked in: " : "", same->str);
}

void examine_kernel(struct visit *visit)
{
    bool silence = cage_can_silence(), confine = cage_can_confine();
    tell(visit, silence && confine ? FINE : NOTE,
         silence && confine ? NULL
                            : "Linux 5.19 or newer with seccomp and Landlock; heed works on without, see "
                              "CONFINEMENT in heed(1)",
         "%s; %s", silence ? "seccomp takes sockets and programs away" : "no seccomp",
         confine ? "Landlock closes files off" : "no Landlock that can be used");
}

void examine_clock(struct visit *visit)
{
    struct stat program;
    int64_t last = MAX(visit->book.synced, visit->book.built);
    if (stat("/proc/self/exe", &program) == 0 && visit->now < (int64_t)program.st_mtime - DAY)
        tell(visit, PROBLEM, "set the clock", "it is before the day when this program was built");
    else if (last > visit->now + 60)
        tell(visit, PROBLEM, "set the clock, or if it was ahead then, run heed sync",
             "the last sync was in the future");
    else
        tell(visit, FINE, NULL, "nothing was done in the future");
}
