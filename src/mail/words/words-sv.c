/* Swedish. */
#include "mail/words.h"

#define S PLACE_SUBJECT
#define B PLACE_BODY
#define E PLACE_EITHER

static const struct words_row rows[] = {
    { KIND_RECEIPT, S, 3,
      "orderbekräftelse | beställningsbekräftelse | bekräftelse på din order | "
      "bekräftelse på din beställning | bekräftelse av din beställning | beställning N | order N | "
      "ordernummer | beställning ... mottagen | beställning ... bekräftad | order ... mottagen | "
      "order ... bekräftad | order ... makulerad | beställning ... avbruten | "
      "vi har tagit emot din beställning | vi har tagit emot din order | vi har mottagit din | "
      "tack för din beställning | tack för din order | tack för ditt köp | "
      "tack för att du handlat | tack för att du handlade | betalningsbekräftelse | "
      "bekräftelse på betalning | bekräftelse på ditt köp | köpbekräftelse | betalning mottagen | "
      "betalning ... mottagen | din betalning till | du har betalat | du har skickat en betalning | "
      "återbetalning | återbetalat | retur mottagen | din retur | ditt kvitto | e kvitto | "
      "kvitto från | kvitto på | kvitto för | faktura N | faktura från" },
    { KIND_RECEIPT, S, 2,
      "din beställning | din order | kvitto | faktura | din faktura | ditt köp" },
    { KIND_RECEIPT, S, 1,
      "beställning | köp | betalning | betalat | order | retur | beställt" },
    { KIND_RECEIPT, B, 2,
      "ordernummer | beställningsnummer | beställningsnr | ordernr | totalt | totalsumma | "
      "summa att betala | att betala | betalningssätt | betalsätt | betalningsmetod | "
      "tack för din beställning | tack för ditt köp | tack för din order | "
      "vi har tagit emot din beställning | vi har mottagit din betalning | orderdatum | "
      "beställningsdatum | beställda varor | köpdatum | kvittonummer | fakturanummer | transaktions id" },
    { KIND_RECEIPT, B, 1,
      "delsumma | varav moms | moms | frakt | leveransadress | faktureringsadress | antal | pris | "
      "summa | inkl moms" },

    { KIND_SHIPPING, S, 3,
      "är skickad | har skickats | har skickat din | vi har skickat | nu skickad | "
      "leveransbekräftelse | leveransavisering | leveransbesked | fraktbekräftelse | "
      "order ... skickad | beställning ... skickad | beställning ... på väg | order ... på väg | "
      "paket ... på väg | paket ... levererat | paket ... ankommit | är levererad | är levererat | "
      "har levererats | levereras idag | levereras i dag | levereras imorgon | finns att hämta | "
      "redo att hämtas | redo för upphämtning | klart att hämta | hämta ditt paket | "
      "spåra ditt paket | spåra din | spåra paket | paketavisering | kollinummer | försändelse N | "
      "finns ... att hämta | finns ... hämta" },
    { KIND_SHIPPING, S, 2,
      "skickad | på väg | ditt paket | levererad | levererat | din leverans | din försändelse | "
      "skickats | ombud | är på väg | är nu på väg | kommer idag | kommer i dag | kan hämtas" },
    { KIND_SHIPPING, S, 1,
      "leverans | försändelse | paket | frakt | hämtas | spårning" },
    { KIND_SHIPPING, B, 2,
      "spåra | spårningsnummer | spårnings id | kollinummer | kolli id | sändningsnummer | "
      "spåra ditt paket | spåra försändelsen | beräknad leverans | förväntad leverans | "
      "leveransdatum | leveranstid | har skickats | är på väg till dig | har lämnat vårt lager | "
      "lämnat vårt lager | överlämnats till | ombud | utlämningsställe | paketskåp | "
      "upphämtningskod | hämtas ut senast | transportör" },

    { KIND_CODE, S, 3,
      "verifieringskod | säkerhetskod | engångskod | inloggningskod | bekräftelsekod | "
      "aktiveringskod | åtkomstkod | återställningskod | engångslösenord | tillfälligt lösenord | "
      "tillfällig kod | kod N | N är din | N är ditt | återställ ... lösenord | "
      "återställ lösenord | återställning av lösenord | lösenordsåterställning | "
      "glömt lösenord | glömt ditt lösenord | byt lösenord | nytt lösenord | "
      "välj ett nytt lösenord | inloggningslänk | tvåstegsverifiering | bekräfta din identitet | "
      "verifiera din identitet" },
    { KIND_CODE, S, 2,
      "din kod" },
    { KIND_CODE, S, 1,
      "kod | lösenord | inloggning | säkerhet | logga in" },
    { KIND_CODE, B, 2,
      "verifieringskod | engångskod | säkerhetskod | inloggningskod | bekräftelsekod | din kod är | "
      "ange koden | ange ... kod | skriv in ... koden | använd ... koden | koden är giltig | "
      "koden gäller | giltig i # minuter | gäller i # minuter | går ut om | dela inte | dela aldrig | "
      "lämna inte ut | återställa ditt lösenord | återställa lösenordet | inte har begärt | "
      "om du inte begärt | välja ett nytt lösenord" },

    { KIND_ACCOUNT, S, 3,
      "ny inloggning | inloggning från ... enhet | inloggning från | ny enhet | okänd enhet | "
      "säkerhetsvarning | säkerhetsmeddelande | misstänkt aktivitet | ovanlig aktivitet | "
      "ovanlig inloggning | inloggningsförsök | lösenord ... ändrat | lösenord har ändrats | "
      "lösenordet ändrades | ändrat lösenord" },
    { KIND_ACCOUNT, S, 2.5f,
      "bekräfta din | bekräfta ditt | bekräftelse på din registrering | bekräfta e postadress | "
      "bekräfta din e postadress | verifiera din | verifiera ditt | verifiera e postadress | "
      "aktivera ditt | aktivera kontot | konto ... skapat | konto ... skapats | konto ... spärrat | "
      "konto ... avstängt | slutför din registrering | tack för din registrering | "
      "tack för att du registrerat | användarvillkor | allmänna villkor | våra villkor | "
      "ändrade villkor | ändringar i ... villkor | uppdaterade villkor | uppdaterar våra villkor | "
      "integritetspolicy | betalning misslyckades | betalning ... misslyckades | "
      "betalningen misslyckades | betalning ... nekades | betalning nekad | problem med ... betalning | "
      "betalningspåminnelse | påminnelse om betalning | förfallen faktura | obetald faktura | "
      "ny faktura | fakturan förfaller | autogiro | prenumeration ... förnyas | "
      "prenumeration ... avslutad | prenumeration ... avslutats | prenumeration ... går ut | "
      "prenumeration ... upphör | prenumeration ... sagts upp | förnyas automatiskt | förnyas den | "
      "förnyelse av | automatisk förnyelse | provperiod | gratisperiod | testperiod | kontoutdrag | "
      "årsbesked | lagringsutrymme | lagringsutrymmet ... fullt | lagring ... full | ärende N | "
      "ärendenummer | uppsägning" },
    { KIND_ACCOUNT, S, 2,
      "ditt konto | din prenumeration | ditt medlemskap | registrering | din registrering | ditt avtal | "
      "ditt ärende | ditt abonnemang | prenumeration" },
    { KIND_ACCOUNT, S, 1,
      "konto | medlemskap | avtal | abonnemang | villkor | bekräfta | förnyelse" },
    { KIND_ACCOUNT, S, 1.5f,
      "välkommen | välkommen till | välkommen som" },
    { KIND_ACCOUNT, S, 0.5f, "tack" },
    { KIND_ACCOUNT, B, 2,
      "bekräfta din e postadress | bekräfta din e post | bekräfta din mejladress | "
      "verifiera din e postadress | aktivera ditt konto | aktivera kontot | slutföra din registrering | "
      "slutföra registreringen | tack för att du registrerade | ditt konto är | ditt konto har | "
      "konto har skapats | användarnamn | kundnummer | medlemsnummer | din prenumeration | "
      "förnyas automatiskt | förlängs automatiskt | nästa betalning | nästa debitering | "
      "förfallodatum | förfallodag | uppdatera ... betalningsuppgifter | ny inloggning | "
      "om det inte var du | om detta inte var du | var det inte du | känner inte igen | "
      "lagringsutrymme | betalningsuppgifter | din betalning" },

    { KIND_APPOINTMENT, S, 3,
      "bokningsbekräftelse | bokning N | bokning ... bekräftad | bokning bekräftad | "
      "bekräftelse på din bokning | bekräftelse av bokning | bokning ... avbokad | avbokning | "
      "tidsbokning | tidbokning | bokad tid | påminnelse om ... tid | påminnelse om tid | "
      "påminnelse om besök | påminnelse ... bokning | boardingkort | boardingpass | checka in | "
      "incheckning | incheckningen | e biljett | din e biljett | resehandlingar | resplan | tågbiljett | "
      "bordsbokning | mötesinbjudan | inbjudan till möte | möte ... bokat | bekräftelse på tid" },
    { KIND_APPOINTMENT, S, 2,
      "din bokning | din resa | ditt flyg | din flygning | din vistelse | biljetter | biljett | din tid | "
      "ditt besök | möte | dina biljetter | din biljett | din resa till | din bokade tid" },
    { KIND_APPOINTMENT, S, 1,
      "bokning | resa | flyg | hotell | besök | bokad" },
    { KIND_APPOINTMENT, B, 2,
      "bokningsnummer | bokningsreferens | bokningskod | din bokning | din bokade tid | din tid | "
      "avresa | ankomst | avgång | avgår | passagerare | resenär | resenärer | antal gäster | "
      "antal nätter | antal personer | incheckning | utcheckning | lägg till i kalendern | "
      "platsnummer | vagn | boka om | avboka" },

    { KIND_SOCIAL, S, 3,
      "kommenterade | har kommenterat | gillar ditt | gillar din | gillade ditt | gillade din | "
      "följer dig | följer dig nu | har börjat följa dig | började följa dig | har nämnt dig | "
      "nämnde dig | taggade dig | har taggat dig | vänförfrågan | vänförfrågningar | ny följare | "
      "nya följare | # aviseringar | # notiser | nya aviseringar | nya notiser | har delat | "
      "delade ett inlägg | har svarat på | svarade på | reagerade på | skickade ett meddelande | "
      "har skickat ett meddelande | vill ansluta | personer du kanske känner | "
      "har tittat på din profil | # nya meddelanden | bjöd in dig" },
    { KIND_SOCIAL, B, 1.5f,
      "ditt inlägg | din bild | visa profil | se profil | visa kommentar | visa inlägg | "
      "vänförfrågan | aviseringsinställningar | kommenterade" },

    { KIND_NEWSLETTER, S, 2,
      "nyhetsbrev | nyheter | veckans | veckobrev | den här veckan | i veckan | månadsbrev | "
      "månadens nyheter | senaste nytt" },
    { KIND_NEWSLETTER, B, 1,
      "läs mer | läs vidare | läs hela | läs artikeln | nyhetsbrev | i detta nummer | i veckans" },

    { KIND_PROMOTION, S, 2,
      "rabatt | rabatter | rabattkod | rea | rean | mellandagsrea | slutrea | erbjudande | erbjudanden | "
      "fri frakt | gratis frakt | gratis | sista chansen | sista dagen | sista dagarna | sista timmarna | "
      "bara idag | endast idag | bara i dag | endast i helgen | kampanj | kampanjpris | spara | spara # | "
      "passa på | upptäck | missa inte | nyheter från | ny kollektion | halva priset | på köpet | "
      "presentkort | upp till # % | kupong | fynda | klipp | lägre pris | bara för dig" },
    { KIND_PROMOTION, B, 1,
      "handla nu | köp nu | shoppa nu | shoppa | till erbjudandet | se erbjudandet | till butiken | "
      "handla här | rabattkod | använd koden | ange koden i kassan | fri frakt | gäller till | "
      "erbjudandet gäller | så långt lagret räcker | lägg i varukorgen | upptäck mer | rabatt" },

    { WORD_TALK, E, 1,
      "hej | hälsningar | mvh | med vänlig hälsning | vänliga hälsningar | tack | tack så mycket | "
      "hejsan | kram | kramar | ha det bra | vi ses | hör av dig | jag tror | hur mår du | "
      "trevlig helg | bästa hälsningar" },
    { WORD_COMMON, B, 0,
      "att | och | som | för | inte | är | det | av | på | en | ett | med | till | du | din | har | "
      "vi | om | den | kan | från | dig | så | eller | ditt | men | när | var | dina | också" },
    { WORD_BULK, B, 2,
      "avregistrera | avregistrera dig | avregistrera mig | avsluta prenumeration | "
      "avsluta prenumerationen | avprenumerera | avanmäl dig | avanmäl | avsluta ditt nyhetsbrev | "
      "vill du inte längre | vill du inte ha fler" },
    { WORD_BULK, B, 1,
      "du får detta mejl | du får det här mejlet | du får detta e postmeddelande | "
      "detta mejl skickades till | öppna i webbläsare | visa i webbläsare | visa i webbläsaren | "
      "se i webbläsaren | läs i webbläsaren | webbversion | visas inte mejlet | "
      "ändra dina inställningar | hantera dina prenumerationer" },
    { WORD_URGENCY, E, 1,
      "brådskande | sista chansen | omedelbart | sista dagen | sista dagarna | sista timmarna | "
      "bara idag | endast idag | bara i dag | slutar idag | slutar ikväll | går ut | går snart ut | "
      "skynda | skynda dig | vänta inte | missa inte | sista påminnelsen | inom # timmar | "
      "kvar # timmar | snart slut | åtgärd krävs" },
    { WORD_DISCOUNT, E, 1,
      "rabatt | rabatter | rabattkod | erbjudande | erbjudanden | rea | kampanj | gratis | spara | "
      "fri frakt | halva priset | extrapris | kupong | presentkort" },
    { KIND_OTHER, S, 3,
      "kontaktformulär | nytt ärende | röstmeddelande | nytt fax | missat samtal | "
      "säkerhetsincident" },
};

const struct words_block words_sv = { "sv", rows, G_N_ELEMENTS(rows) };
