/* What is bought again and again has many words, in a receipt and in an offer of it: cartridges and ink. */
#include <string.h>

#include "mail/words.h"
#include "things-private.h"

#define BEGUN 4  /* letters at least of the beginning of a name */
#define BEFORE 4 /* letters of a word before what it is: Zugreifen are no Reifen */

/* Lines of goods, as tokens_split() spells their words; each row is one, in the languages of shops. What only
 * some would call so, or what is called so elsewhere, too, is left out. */
static const char *const lines[] = {
    "lens lenses kontaktlinsen monatslinsen tageslinsen linsen lentilles lentillas contactlenzen "
    "acuvue dailies biofinity optix proclear soflens purevision biotrue",
    "ink inks toner toners tinte tinten patrone patronen cartridge cartridges encre encres cartouche "
    "cartouches inkt inktpatronen cartuccia cartucce inchiostro tinta cartucho cartuchos tusz brother "
    "epson lexmark kyocera ecotank laserjet officejet deskjet pixma",
    "kibble food futter hundefutter katzenfutter trockenfutter nassfutter croquettes patee pienso "
    "brokken crocchette karma petfood nourriture canin purina hills josera wolfsblut whiskas felix "
    "pedigree iams eukanuba acana orijen animonda bozita sheba friskies",
    "litter katzenstreu litiere kattenbakvulling",
    "tea teas tee tees teesorten thes darjeeling assam ceylon earl sencha oolong rooibos herbata thee "
    "matcha",
    "coffee coffees espresso kaffee kaffees kaffeebohnen kaffeekapseln cafe cafes arabica robusta "
    "caffe koffie kawa lungo ristretto decaf nespresso lavazza illy tassimo senseo dosette dosettes "
    "pods",
    "wine wines claret wein weine rotwein rotweine weisswein weissweine vin vins chateau domaine "
    "weingut vino vinos vini wijn wijnen wino riesling burgunder primitivo merlot cabernet chardonnay "
    "sauvignon pinot rioja ribera chianti barolo montepulciano bordeaux bourgogne burgundy beaujolais "
    "chablis sancerre medoc emilion hermitage malbec shiraz syrah tempranillo zinfandel silvaner "
    "veltliner lemberger dornfelder muscadet bandol",
    "champagne sekt cremant prosecco cava schaumwein spumante",
    "beer beers bier biere bieres birra birre cerveza cervezas piwo lager pils pilsner ale ales stout "
    "weizen weissbier",
    "olivenol olivenole huile huiles olio aceite olijfolie oliwa oil oils",
    "serum serums cream creams creme cremes moisturiser moisturizer skincare hautpflege "
    "gesichtspflege crema lotion lotions lotionen soins",
    "shampoo shampoos shampooing shampooings haarpflege haircare champu szampon conditioner "
    "conditioners spulung",
    "tyre tyres tire tires reifen fahrradreifen winterreifen sommerreifen fahrradmantel "
    "pneu pneus neumatico neumaticos banden opony schwalbe continental vittoria michelin pirelli maxxis",
    "chain chains kette ketten chaine chaines cadena catena ketting",
    "pads bremsbelage bremsbelag plaquettes pastillas remblokken",
    "shoe shoes trainers sneaker sneakers schuh schuhe chaussure chaussures baskets zapatillas scarpe "
    "schoenen buty boot boots stiefel botte bottes stivali botas laarzen asics brooks hoka saucony "
    "mizuno altra pegasus meindl hanwag lowa scarpa salomon merrell keen",
    "tablets pills tabletten pillen comprimes gelules kapseln capsules compresse comprimidos tabletki "
    "softgels supplement supplements nahrungserganzung nahrungserganzungsmittel complement "
    "complements vitamin vitamins vitamine vitamines vitamina vitaminas magnesium magnesio magnez "
    "magnesiumcitrat omega fischol zinc zink zinco multivitamin probiotic probiotics probiotika "
    "probiotiques probiotique melatonin melatonine kollagen collagen collagene kreatin creatine "
    "curcuma kurkuma ashwagandha integratori suplementos suplementy",
    "razor razors razorblade razorblades blade blades rasierer rasierklingen klingen lame lames "
    "rasoirs rasoir lamette cuchillas scheermesjes gillette wilkinson mach3 fusion5",
    "brushheads aufsteckbursten burstenkopfe zahnbursten brossettes toothbrush toothbrushes brosses "
    "oralb sonicare",
    "toothpaste zahnpasta zahncreme dentifrice dentifrices tandpasta dentifricio",
    "nappy nappies diaper diapers windel windeln couche couches panales pannolini luiers pieluchy "
    "pampers huggies lillydoo",
    "formula babymilch sauglingsmilch folgemilch milchnahrung aptamil bebivita hipp",
    "tampon tampons sanitary binden monatshygiene serviettes",
    "filter filters filtern filterkartuschen wasserfilter filtre filtres filtro filtros filtri brita",
    "staubsaugerbeutel staubbeutel sacs stofzuigerzakken sacchetti",
    "battery batteries batterien knopfzellen pile piles pilas batterijen baterie",
    "seed seeds saatgut samen graines semences semillas semi zaden nasiona",
    "bulb bulbs tulip tulips narcissi blumenzwiebeln tulpen narzissen knollen bulbe bulbes tulipes "
    "bloembollen bulbi bulbos dahlia dahlias dahlien",
    "tomato tomatoes tomaten tomatenpflanzen jungpflanzen tomates plants pomodori",
    "fertiliser fertilizer dunger engrais concime meststof nawoz compost blumenerde terreau",
    "slug slugs nematode nematodes nematoden schneckenkorn limaces slakken",
    "abrasive abrasives sanding sandpaper schleifscheiben schleifpapier schleifmittel abrasif "
    "abrasifs",
    "sageblatt sageblatter sawblade sawblades",
    "drill bits bohrer forets foret",
    "yarn yarns wool garn garne wolle laine laines lana filati wol",
    "honey honig miel miels miele",
    "chocolate chocolates schokolade schokoladen chocolat chocolats cioccolato chocola",
    "cheese cheeses kase fromage fromages formaggi quesos kaas sery",
    "protein proteins proteine proteinpulver whey eiweiss eiwit",
    "strings saiten cordes cuerdas corde snaren struny",
    "candle candles kerzen bougies velas candele kaarsen",
    "detergent waschmittel lessive lessives detersivo wasmiddel",
    "dishwasher spulmaschinentabs geschirrspultabs vaisselle vaatwastabletten",
    "glasses brille brillen lunettes occhiali gafas",
    "refill refills nachfullpackung recharge recharges navulling",
    "pellets brennholz firewood holzpellets granules",
    "paper papier kopierpapier ramette ramettes reams carta papel papieren",
    "filament filaments filamente pla petg",
    "liquids eliquid eliquids liquide liquides vape",
    "perfume perfumes parfum parfums profumo duft dufte fragrance fragrances",
    "sunscreen sonnencreme sonnenmilch solaire",
    "golfballs golfballe tennisballe",
    "calendar calendars planner planners diary diaries kalender taschenkalender agenda agendas "
    "calendrier calendriers",
    "skipass skipasse skipasses liftpass tagesskipass",
};

#define WORDS 2048
#define BEGINNINGS 4096

G_STATIC_ASSERT(G_N_ELEMENTS(lines) < 64); /* mentions.goods has a bit for each */

/* The words of LINES by what they begin with, which no ending changes. */
static struct {
    const char *word;
    guint16 stem, line, next; /* STEM: word_stem(); NEXT: the one before that begins so, from 1 on; 0: none */
} known[WORDS];
static guint16 begun[BEGINNINGS];

static guint beginning(const char *word, size_t length)
{
    guint third = length > 2 ? (guchar)word[2] : 0;
    return ((guchar)word[0] * 1009u + (guchar)word[1] * 37u + third) % BEGINNINGS;
}

static void read_lines(void)
{
    guint n = 0;
    for (guint i = 0; i < G_N_ELEMENTS(lines); i++)
        for (const char *word = lines[i], *end; *word && n < WORDS; word = end + (*end == ' ')) {
            for (end = word; *end && *end != ' ';)
                end++;
            known[n].word = word;
            known[n].stem = (guint16)word_stem(word, (size_t)(end - word));
            known[n].line = (guint16)(i + 1);
            guint16 *first = &begun[beginning(word, (size_t)(end - word))];
            known[n].next = *first;
            *first = (guint16)++n;
        }
}

/* The line of whichever of them has the stem of LENGTH bytes at WORD. */
static guint line_of(const char *word, size_t length)
{
    for (guint at = begun[beginning(word, length)]; at; at = known[at - 1].next)
        if (known[at - 1].stem == length && !memcmp(known[at - 1].word, word, length))
            return known[at - 1].line;
    return 0;
}

static void make_known(void)
{
    static gsize made;
    if (g_once_init_enter(&made)) {
        read_lines();
        g_once_init_leave(&made, 1);
    }
}

/* Of a long word its end says what it is: Lammtrockenfutter. */
unsigned goods_line(const char *word, size_t length)
{
    make_known();
    size_t stem = word_stem(word, length);
    guint line = stem > 1 ? line_of(word, stem) : 0;
    for (size_t at = BEFORE; !line && at + LONG_TAIL <= stem; at++)
        line = line_of(word + at, stem - at);
    return line;
}

bool goods_are_known(const char *thing)
{
    bool any = false;
    for (size_t length; *thing && !any; thing += length + (thing[length] == ' ')) {
        for (length = 0; thing[length] && thing[length] != ' ';)
            length++;
        any = goods_line(thing, length);
    }
    return any;
}

/* Of a name the beginning says it as well: Saitenreich. */
static guint line_begun(const char *word, size_t length)
{
    guint line = goods_line(word, length);
    for (size_t stem = length; stem-- > BEGUN && !line;)
        line = line_of(word, stem);
    return line;
}

char *goods_of_name(const char *name)
{
    owned(wording) words = wording_new(name, LINE_WORDS);
    guint line = 0;
    for (guint i = 0; i < words->tokens->len && !line; i++)
        line = line_begun(wording_word(words, i), strlen(wording_word(words, i)));
    return line ? g_strndup(lines[line - 1], strcspn(lines[line - 1], " ")) : NULL;
}
