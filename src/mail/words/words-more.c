/* Danish and Norwegian. */
#include "mail/words.h"

#define S PLACE_SUBJECT
#define B PLACE_BODY
#define E PLACE_EITHER

static const struct words_row rows[] = {
    { KIND_RECEIPT, S, 3,
      "ordrebekræftelse | ordrebekreftelse | ordre N | ordre nr | ordrenummer | tak for din ordre | "
      "tak for din bestilling | tak for dit køb | tak for købet | takk for din bestilling | "
      "takk for bestillingen | takk for kjøpet | takk for handelen | takk for ditt kjøp | "
      "vi har modtaget din ordre | vi har modtaget din bestilling | vi har mottatt din bestilling | "
      "vi har mottatt bestillingen | vi har mottatt ordren | bekræftelse på din ordre | "
      "bekræftelse af din ordre | bekreftelse på din bestilling | bekreftelse på bestilling | "
      "bestilling N | betalingsbekræftelse | betalingsbekreftelse | betaling modtaget | "
      "betaling ... modtaget | betaling mottatt | betaling ... mottatt | du har betalt | "
      "din betaling til | refusion | refusjon | tilbagebetaling | tilbakebetaling | kvittering for | "
      "kvittering fra | din kvittering | kvitteringen din | faktura N | faktura fra" },
    { KIND_RECEIPT, S, 2,
      "faktura | din ordre | din bestilling | bestillingen din | ordren din | kvittering | dit køb | "
      "kjøpet ditt" },
    { KIND_RECEIPT, S, 1,
      "ordre | bestilling | køb | kjøp | betaling | betalt | returnering" },
    { KIND_RECEIPT, B, 2,
      "ordrenummer | ordre nr | bestillingsnummer | total inkl | totalbeløp | totalbeløb | "
      "samlet beløb | beløb i alt | sum å betale | betalingsmetode | betalingsmåte | "
      "tak for din ordre | tak for dit køb | takk for din bestilling | takk for bestillingen | "
      "vi har modtaget din ordre | vi har mottatt din bestilling | ordredato | bestillingsdato | "
      "ordreoversigt | ordreoversikt | fakturanummer | transaktionsnummer" },
    { KIND_RECEIPT, B, 1,
      "subtotal | delsum | heraf moms | herav mva | mva | levering og fragt | fragt | leveringsadresse | "
      "faktureringsadresse | antal | antall | pris" },

    { KIND_SHIPPING, S, 3,
      "afsendt | er afsendt | er sendt | er nu sendt | er blevet sendt | er på vej | er på vei | "
      "er nu på vej | ordre ... sendt | ordre ... afsendt | ordre ... på vej | bestilling ... sendt | "
      "pakke ... på vej | pakke ... på vei | pakke ... leveret | pakke ... levert | er leveret | "
      "er levert | leveres i dag | leveres i morgen | klar til afhentning | klar til henting | "
      "klar for henting | kan hentes | kan afhentes | ligger klar | hent din pakke | hent pakken | "
      "pakken din | sporing av | spor din | spor pakken | leveringsbekræftelse | "
      "forsendelsesbekræftelse | fraktbekreftelse | sendingen din | hentemelding | pakke N" },
    { KIND_SHIPPING, S, 2,
      "på vej | din pakke | leveret | sendt | på vei | levert | pakke | din forsendelse | "
      "din levering | utleveringssted" },
    { KIND_SHIPPING, S, 1,
      "levering | forsendelse | kolli | afhentning | henting | sporing" },
    { KIND_SHIPPING, B, 2,
      "spor din | sporingsnummer | sporings id | track and trace nummer | pakkenummer | "
      "forsendelsesnummer | sendingsnummer | kollinummer | forventet levering | forventet leveringsdato | "
      "leveringsdato | leveringstid | er afsendt | er på vej til dig | er på vei til deg | "
      "afhentes senest | hentes innen | hentekode | afhentningskode | pakkeshop | pakkeboks | "
      "utleveringssted | overdraget til | spor pakken | har forladt vores lager" },

    { KIND_CODE, S, 3,
      "bekræftelseskode | bekreftelseskode | engangskode | sikkerhedskode | sikkerhetskode | "
      "verifikationskode | verifiseringskode | verificeringskode | innloggingskode | loginkode | "
      "adgangskode N | aktiveringskode | engangsadgangskode | engangspassord | midlertidig adgangskode | "
      "midlertidig passord | kode N | N er din | nulstil ... adgangskode | nulstil adgangskode | "
      "nulstil din | nulstilling af adgangskode | glemt adgangskode | ny adgangskode | "
      "tilbakestill ... passord | tilbakestill passord | tilbakestilling av passord | "
      "tilbakestille passordet | glemt passord | nytt passord | opprett nytt passord | "
      "bekræft din identitet | bekreft identiteten" },
    { KIND_CODE, S, 2,
      "din kode | koden din" },
    { KIND_CODE, S, 1,
      "kode | adgangskode | passord | pålogging | innlogging | log ind | sikkerhed | sikkerhet" },
    { KIND_CODE, B, 2,
      "engangskode | bekræftelseskode | bekreftelseskode | sikkerhedskode | sikkerhetskode | "
      "din kode er | koden din er | indtast ... kode | indtast koden | tast inn ... kode | "
      "skriv inn koden | brug ... koden | bruk ... koden | koden udløber | koden utløper | "
      "udløber om | utløper om | gyldig i # minutter | del ikke | del aldri | ikke dele | "
      "nulstille din adgangskode | tilbakestille passordet | ikke har bedt om | ikke ba om" },

    { KIND_ACCOUNT, S, 3,
      "nyt login | nyt log ind | ny pålogging | ny innlogging | ny enhed | ny enhet | "
      "sikkerhedsadvarsel | sikkerhetsvarsel | sikkerhedsmeddelelse | mistænkelig aktivitet | "
      "mistenkelig aktivitet | usædvanlig aktivitet | uvanlig aktivitet | loginforsøg | "
      "påloggingsforsøk | adgangskode ... ændret | adgangskode er blevet ændret | "
      "passord ... endret | passordet ditt er endret" },
    { KIND_ACCOUNT, S, 2.5f,
      "bekræft din | bekræft dit | aktiver din | aktiver dit | bekreft din | bekreft e posten | "
      "bekreft e postadressen | aktiver kontoen | verificer din | verifiser din | kontoen din | "
      "konto oprettet | konto ... oprettet | konto opprettet | konto ... opprettet | konto ... spærret | "
      "konto ... sperret | fuldfør din | fullfør registreringen | tak for din tilmelding | "
      "tak fordi du | takk for at du registrerte | takk for registreringen | vilkår og betingelser | "
      "handelsbetingelser | brugervilkår | brukervilkår | ændringer i ... vilkår | "
      "endringer i ... vilkår | oppdaterte vilkår | opdaterede vilkår | privatlivspolitik | "
      "personvernerklæring | persondatapolitik | betaling mislykkedes | betaling ... mislykkedes | "
      "betaling ... afvist | betaling afvist | betaling mislyktes | betalingen mislyktes | "
      "betaling ... avvist | problem med ... betaling | betalingspåmindelse | betalingspåminnelse | "
      "rykker | purring | inkassovarsel | ny faktura | abonnement ... fornyes | abonnement ... fornyet | "
      "abonnement ... opsagt | abonnement ... avsluttet | abonnement ... udløber | "
      "abonnement ... utløper | fornyes automatisk | fornyelse af | fornyelse av | prøveperiode | "
      "gratis prøveperiode | lagerplads | lagringsplass | kontoudtog | kontoutskrift | årsopgørelse | "
      "avtalegiro | sag nr | sak N | opsigelse | oppsigelse" },
    { KIND_ACCOUNT, S, 2,
      "din konto | dit abonnement | abonnementet ditt | dit medlemskab | medlemskapet ditt | din aftale | "
      "avtalen din | din tilmelding | din henvendelse" },
    { KIND_ACCOUNT, S, 1,
      "medlemskab | medlemskap | abonnement | aftale | avtale | bekræft | bekreft | vilkår" },
    { KIND_ACCOUNT, S, 1.5f,
      "velkommen | velkommen til" },
    { KIND_ACCOUNT, B, 2,
      "bekræft din e mailadresse | bekræfte din e mail | bekreft e postadressen | "
      "bekrefte e postadressen | aktivere din konto | aktiver din konto | aktivere kontoen | "
      "fuldføre din | fullføre registreringen | din konto er | kontoen din er | brugernavn | "
      "brukernavn | kundenummer | medlemsnummer | dit abonnement | fornyes automatisk | næste betaling | "
      "neste betaling | betalingsfrist | forfaldsdato | forfallsdato | opdater ... betalingsoplysninger | "
      "oppdater ... betalingsinformasjon | hvis det ikke var dig | hvis det ikke var deg | "
      "hvis dette ikke var deg" },

    { KIND_APPOINTMENT, S, 3,
      "bookingbekræftelse | bestillingsbekreftelse | reservationsbekræftelse | "
      "bekræftelse på din booking | bekræftelse af din reservation | bekreftelse på reservasjon | "
      "booking ... bekræftet | reservation ... bekræftet | reservasjon ... bekreftet | reservation N | "
      "reservasjon N | boardingkort | boardingpas | ombordstigningskort | check ind | sjekk inn | "
      "innsjekking | indtjekning | e billet | e billett | rejseplan | reiseplan | rejsedokumenter | "
      "påmindelse om ... tid | påmindelse om din | påminnelse om time | påminnelse om ... time | "
      "timebestilling | tidsbestilling | bordreservation | bordbestilling | mødeindkaldelse | "
      "møteinnkalling | invitation til møde | invitasjon til møte" },
    { KIND_APPOINTMENT, S, 2,
      "din booking | din rejse | din time | reisen din | din reservation | reservasjonen din | "
      "dit ophold | oppholdet ditt | din flyrejse | billet | billett | billetter | dine billetter | "
      "billettene dine | din billet | billetten din | din tid hos | timen din" },
    { KIND_APPOINTMENT, S, 1,
      "rejse | flyrejse | reise | ophold | booking | møde | møte" },
    { KIND_APPOINTMENT, B, 2,
      "bookingnummer | reservationsnummer | reservasjonsnummer | referansenummer | bestillingsreferanse | "
      "din booking | din reservation | din tid | afrejse | avreise | ankomst | afgang | avgang | "
      "passager | passasjer | rejsende | reisende | antal gæster | antall gjester | antal nætter | "
      "antall netter | antal personer | antall personer | tilføj til kalender | legg til i kalender | "
      "plads | sete" },

    { KIND_SOCIAL, S, 3,
      "kommenterede | kommenterte | har kommenteret | har kommentert | synes godt om | liker innlegget | "
      "likte innlegget | liker bildet | følger dig | følger deg | begyndte at følge dig | "
      "begynte å følge deg | er begyndt at følge dig | har begynt å følge deg | nævnte dig | "
      "nevnte deg | taggede dig | tagget deg | venneanmodning | venneforespørsel | ny følger | "
      "nye følgere | # notifikationer | # varsler | nye varsler | nye notifikationer | har delt | "
      "har svaret på | svarte på | sendte dig en besked | sendte deg en melding | "
      "personer du måske kender | folk du kanskje kjenner" },
    { KIND_SOCIAL, B, 1.5f,
      "dit opslag | innlegget ditt | dit billede | bildet ditt | se profil | vis profil | se kommentar | "
      "vis kommentar | venneanmodning | venneforespørsel" },

    { KIND_NEWSLETTER, S, 2,
      "nyhedsbrev | nyhetsbrev | ukens | ugens | denne uge | denne uken | nyheder | månedens | siste nytt" },
    { KIND_NEWSLETTER, B, 1,
      "læs mere | les mer | læs videre | les videre | læs hele | les hele | nyhedsbrev | i dette nummer" },

    { KIND_PROMOTION, S, 2,
      "rabat | rabatt | tilbud | udsalg | salg | gratis fragt | fri fragt | gratis frakt | fri frakt | "
      "siste sjanse | sidste chance | sidste dag | siste dag | siste dager | siste timer | kun i dag | "
      "kun i weekenden | kun i helgen | spar | spar # | spar op til | spar opptil | få # | rabatkode | "
      "rabattkode | gavekort | gå ikke glip | ikke gå glip | oplev | oppdag | ny kollektion | "
      "ny kolleksjon | nyheder fra | halv pris | kampanje | kampagne | op til # % | opptil # % | "
      "black week" },
    { KIND_PROMOTION, B, 1,
      "køb nu | kjøp nu | shop nu | handl nu | se tilbuddet | se tilbudene | se tilbuddene | "
      "brug koden | bruk koden | rabatkode | rabattkode | gælder til | gjelder til | "
      "så længe lager haves | så langt lageret rekker | læg i kurv | legg i handlekurv | fri fragt | "
      "fri frakt" },

    { WORD_TALK, E, 1,
      "hilsen | vennlig hilsen | venlig hilsen | med vennlig hilsen | med venlig hilsen | mange hilsner | "
      "kh | hei | takk | tusen takk | mange tak | klem | vi ses | vi snakkes | gi meg beskjed | "
      "ha det bra | jeg tror | hvordan går det | kærlig hilsen | god helg" },
    { WORD_COMMON, B, 0,
      "af | til | ikke | er | og | at | på | med | som | har | dig | deg | du | din | kan | vi | fra | "
      "den | det | eller | også | hvis | være | når | skal | ditt | dit | vil | jeg" },
    { WORD_BULK, B, 2,
      "afmeld | afmeld nyhedsbrev | afmeld dig | frameld | meld deg av | meld deg av her | avmeld | "
      "avslutt abonnement | ønsker du ikke længere | ønsker du ikke lenger | vil du ikke længere" },
    { WORD_BULK, B, 1,
      "du modtager denne | du mottar denne | du får denne | vis i browser | se i browser | "
      "åbn i browser | åpne i nettleser | vis i nettleser | se i nettleser | webversion | "
      "nettversjon | denne e mail er sendt til | denne e posten ble sendt til | "
      "opdater dine præferencer | endre innstillinger" },
    { WORD_URGENCY, E, 1,
      "sidste chance | siste sjanse | haster | sidste dag | siste dag | kun i dag | slutter i dag | "
      "slutter i aften | slutter i kveld | udløber | utløper | skynd dig | skynd deg | straks | "
      "umiddelbart | øjeblikkeligt | siste timer | sidste timer | sidste påmindelse | "
      "siste påminnelse | inden for # timer | innen # timer | vent ikke | ikke vent | gå ikke glip" },
    { WORD_DISCOUNT, E, 1,
      "rabat | rabatt | tilbud | udsalg | salg | gratis | spar | rabatkode | rabattkode | halv pris | "
      "fri fragt | fri frakt | gavekort" },
};

const struct words_block words_more = { "da nb", rows, G_N_ELEMENTS(rows) };
