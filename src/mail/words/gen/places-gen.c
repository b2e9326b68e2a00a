/* Makes the table of places in other languages while heed is built: what CLDR, by way of ICU, calls the city
 * of each time zone and each country in the languages of mail, where that is one word, and its English name.
 * Writes C to standard output. */
#include <stdio.h>
#include <string.h>

#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "mail/tokens.h"

#define NAME 100 /* characters */

static const char *const languages[] = {"de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sv",
                                        "da", "nb", "fi", "tr", "el", "ru", "uk", "hu", "ro",
                                        "hr", "sk", "sl", "ca", "et", "lt", "lv"};

static GTree *names; /* folded name -> English one; NULL where two places share it */

struct word {
    char text[TOKEN_BYTES];
    unsigned count;
};

static void keep(void *data, const char *text, unsigned classes)
{
    struct word *word = data;
    (void)classes;
    word->count++;
    g_strlcpy(word->text, text, sizeof word->text);
}

/* NAME as a token, or NULL where it is none or several, or too short to be told from other words. */
static char *token_of(const UChar *name)
{
    char utf8[4 * NAME] = "";
    UErrorCode code = U_ZERO_ERROR;
    struct word word = {"", 0};
    u_strToUTF8(utf8, sizeof utf8, NULL, name, -1, &code);
    if (U_SUCCESS(code))
        tokens_split(utf8, 8, keep, &word);
    return word.count == 1 && strlen(word.text) >= 4 ? g_strdup(word.text) : NULL;
}

static void add(char *name, const char *english)
{
    gpointer other = NULL;
    if (name && english && strcmp(name, english) != 0) {
        if (!g_tree_lookup_extended(names, name, NULL, &other))
            g_tree_insert(names, g_strdup(name), g_strdup(english));
        else if (g_strcmp0(other, english) != 0)
            g_tree_insert(names, g_strdup(name), NULL);
    }
    g_free(name);
}

static char *city(const char *language, const UChar *zone)
{
    static const UChar pattern[] = {'V', 'V', 'V', 0}; /* UTS 35: the exemplar city */
    UChar name[NAME] = {0};
    UErrorCode code = U_ZERO_ERROR;
    UDateFormat *format = udat_open(UDAT_PATTERN, UDAT_PATTERN, language, zone, -1, pattern, -1, &code);
    udat_format(format, 0, name, NAME - 1, NULL, &code);
    udat_close(format);
    return U_SUCCESS(code) ? token_of(name) : NULL;
}

static char *country(const char *language, const char *code_of)
{
    UChar name[NAME] = {0};
    UErrorCode code = U_ZERO_ERROR;
    g_autofree char *locale = g_strdup_printf("und_%s", code_of);
    uloc_getDisplayCountry(locale, language, name, NAME - 1, &code);
    return U_SUCCESS(code) ? token_of(name) : NULL;
}

static gboolean print(gpointer name, gpointer english, gpointer data)
{
    (void)data;
    if (english)
        printf("    {\"%s\", \"%s\"},\n", (char *)name, (char *)english);
    return FALSE;
}

int main(void)
{
    UErrorCode code = U_ZERO_ERROR;
    names = g_tree_new((GCompareFunc)strcmp);
    UEnumeration *zones =
        ucal_openTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, NULL, NULL, &code);
    for (const UChar *zone; U_SUCCESS(code) && (zone = uenum_unext(zones, NULL, &code));) {
        g_autofree char *english = city("en", zone);
        for (size_t i = 0; english && i < G_N_ELEMENTS(languages); i++)
            add(city(languages[i], zone), english);
    }
    uenum_close(zones);
    for (const char *const *at = uloc_getISOCountries(); *at; at++) {
        g_autofree char *english = country("en", *at);
        for (size_t i = 0; english && i < G_N_ELEMENTS(languages); i++)
            add(country(languages[i], *at), english);
    }
    puts("#include \"mail/places.h\"\n\nconst struct place_name place_names[] = {");
    g_tree_foreach(names, print, NULL);
    puts("};\nconst unsigned n_place_names = sizeof place_names / sizeof *place_names;");
    return U_FAILURE(code);
}
