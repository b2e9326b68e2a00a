/* Makes the table of places in other languages while heed is built: what CLDR, by way of ICU, calls the city
 * of each time zone and each country in the languages of mail, where that is one word, and its English name;
 * and what CLDR has no name for, the cities that are called otherwise elsewhere.
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

/* Cities that no time zone is called after, and what they are called elsewhere; the English name first. */
static const char *const cities[] = {
    "munich munchen muenchen monaco monachium mnichov munique",
    "cologne koln koeln keulen colonia kolonia",
    "hanover hannover hanovre hanower", "nuremberg nurnberg nuernberg norymberga norimberga norimberk",
    "brunswick braunschweig brunswijk", "dresden dresde dresda drezno drazdany", "leipzig lipsk lipsko",
    "aachen aken akwizgran aquisgrana", "trier treves treviri", "mainz mayence magonza moguncja",
    "regensburg ratisbonne ratisbona ratyzbona", "augsburg augsbourg", "frankfurt francfort",
    "hamburg hambourg amburgo hamburgo", "freiburg fribourg friburgo",
    "geneva genf geneve ginebra ginevra genewa zeneva genebra", "basel basilea bazel bazylea basilej",
    "lucerne luzern lucerna", "bern berne berna berno", "salzburg salzbourg salisburgo salzburgo",
    "milan mailand milano milaan mediolan milao", "venice venedig venezia venise venetie wenecja venecia",
    "florence florenz firenze florencia florencja florenca", "naples neapel napoli napels neapol napoles",
    "turin turijn torino turyn", "genoa genua genova genes", "padua padova padoue", "mantua mantova mantoue",
    "bologna bologne bolonia", "verona verone", "trieste triest", "syracuse syrakus siracusa",
    "gothenburg goteborg gotenburg", "antwerp antwerpen anvers amberes anversa antwerpia",
    "bruges brugge brugia brujas", "ghent gand gandawa", "liege luttich luik lieja liegi",
    "mechelen malines", "leuven louvain lowen", "lille rijsel", "dunkirk dunkerque dunkirchen duinkerke",
    "nice nizza niza nicea", "marseille marseilles marsiglia marsella", "lyon lyons lione",
    "strasbourg strassburg straatsburg strasburgo estrasburgo", "bordeaux burdeos", "toulouse tolosa",
    "seville sevilla siviglia sevilha sewilla", "saragossa zaragoza", "cordoba cordova", "corunna coruna",
    "porto oporto", "krakow krakau cracow cracovie cracovia krakov", "gdansk danzig danzica",
    "wroclaw breslau breslavia", "poznan posen", "szczecin stettin stettino", "torun thorn",
    "brno brunn", "pilsen plzen pilzno", "thessaloniki saloniki thessalonique salonicco salonica",
    "corfu korfu corfou kerkyra", "rhodes rhodos rodas rodi", "crete kreta creta",
    "majorca mallorca majorque maiorca", "sardinia sardinien sardegna sardaigne cerdena",
    "sicily sizilien sicilia sicile", "corsica korsika corse", "tuscany toskana toscana toscane",
    "edinburgh edimburgo edimbourg edynburg", "stuttgart stoccarda", "bremen brema breme", "split spalato",
    "dubrovnik ragusa", "beijing peking pekin pechino pequim", "mumbai bombay", "kyoto kioto",
    "marrakesh marrakech marrakesch",
};

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
    for (size_t i = 0; i < G_N_ELEMENTS(cities); i++) {
        g_auto(GStrv) called = g_strsplit(cities[i], " ", -1);
        for (char **at = called + 1; *at; at++)
            add(g_strdup(*at), *called);
    }
    puts("#include \"mail/places.h\"\n\nconst struct place_name place_names[] = {");
    g_tree_foreach(names, print, NULL);
    puts("};\nconst unsigned n_place_names = sizeof place_names / sizeof *place_names;");
    return U_FAILURE(code);
}
