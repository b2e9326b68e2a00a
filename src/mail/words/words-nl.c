/* Dutch. */
#include "mail/words.h"

#define S PLACE_SUBJECT
#define B PLACE_BODY
#define E PLACE_EITHER

static const struct words_row rows[] = {
    { KIND_RECEIPT, S, 3,
      "orderbevestiging | bestelbevestiging | bevestiging van je bestelling | "
      "bevestiging van uw bestelling | bevestiging bestelling | bevestiging van bestelling | "
      "bestelling N | bestelling ... bevestigd | bestelling ... ontvangen | bestelling ... geplaatst | "
      "bestelling ... geannuleerd | order N | we hebben je bestelling | we hebben uw bestelling | "
      "wij hebben uw bestelling | bedankt voor je bestelling | bedankt voor uw bestelling | "
      "bedankt voor je aankoop | bedankt voor uw aankoop | betalingsbevestiging | betaalbevestiging | "
      "bevestiging van betaling | bevestiging van je betaling | betaling ontvangen | "
      "betaling ... ontvangen | betaling ... gelukt | betaling ... geslaagd | je hebt betaald | "
      "je betaling aan | terugbetaling | je geld terug | aankoopbewijs | betaalbewijs | je kassabon | "
      "factuur N | factuur van | je retour | retour ... ontvangen | retour ... verwerkt | besteld" },
    { KIND_RECEIPT, S, 2,
      "je bestelling | uw bestelling | jouw bestelling | factuur | je factuur | uw factuur | "
      "jouw factuur | kassabon | bonnetje | je aankoop" },
    { KIND_RECEIPT, S, 1,
      "bestelling | aankoop | betaling | betaald | retour" },
    { KIND_RECEIPT, B, 2,
      "bestelnummer | ordernummer | bestelling N | totaalbedrag | totaal te betalen | totaal betaald | "
      "betaalmethode | betaalwijze | factuurnummer | factuurdatum | besteldatum | "
      "overzicht van je bestelling | overzicht van uw bestelling | besteloverzicht | "
      "bedankt voor je bestelling | bedankt voor uw bestelling | we hebben je bestelling ontvangen | "
      "we hebben je betaling ontvangen | we hebben uw betaling ontvangen | transactienummer | "
      "betalingskenmerk | is terugbetaald | teruggestort" },
    { KIND_RECEIPT, B, 1,
      "subtotaal | btw | verzendkosten | inclusief btw | incl btw | bezorgadres | factuuradres | aantal | "
      "stuksprijs | totaal" },

    { KIND_SHIPPING, S, 3,
      "is verzonden | zijn verzonden | is verstuurd | is onderweg | is vandaag onderweg | komt eraan | "
      "is bezorgd | is geleverd | wordt bezorgd | wordt vandaag bezorgd | wordt morgen bezorgd | "
      "wordt geleverd | bestelling ... verzonden | bestelling ... onderweg | bestelling ... bezorgd | "
      "pakket ... onderweg | pakket ... bezorgd | pakket komt | pakket ... afgeleverd | "
      "verzendbevestiging | track trace | track en trace | klaar om op te halen | ligt klaar | "
      "ligt voor je klaar | staat klaar om | klaar voor afhalen | kun je ophalen | afhaalpunt | "
      "je was niet thuis | niet thuis | bezorgmoment | vandaag bezorgd | morgen bezorgd | zending N" },
    { KIND_SHIPPING, S, 2,
      "verzonden | verstuurd | onderweg | bezorgd | je pakket | uw pakket | je pakketje | jouw pakket | "
      "je zending | uw zending" },
    { KIND_SHIPPING, S, 1,
      "levering | bezorging | pakket | pakketje | zending | bezorger | verzending" },
    { KIND_SHIPPING, B, 2,
      "volg je pakket | volg uw pakket | volg je bestelling | volg uw bestelling | volg je zending | "
      "volg uw zending | track trace code | track trace | volgnummer | trackingnummer | "
      "verwachte bezorging | verwachte levering | bezorgdatum | verwachte bezorgdatum | "
      "overgedragen aan | overhandigd aan | is onderweg naar | is verzonden | bezorger | vervoerder | "
      "ophaalcode | ophaalpunt | postnl punt | wordt bezorgd" },

    { KIND_CODE, S, 3,
      "verificatiecode | beveiligingscode | inlogcode | bevestigingscode | eenmalige code | "
      "eenmalig wachtwoord | toegangscode | activeringscode | activatiecode | herstelcode | "
      "tijdelijke code | tijdelijk wachtwoord | code N | N is je | N is uw | N is jouw | "
      "wachtwoord ... resetten | wachtwoord ... herstellen | wachtwoord resetten | "
      "wachtwoord herstellen | wachtwoord vergeten | wachtwoord opnieuw | wachtwoord ... instellen | "
      "nieuw wachtwoord | stel ... wachtwoord in | inloglink | tweestapsverificatie | "
      "verificatie in twee stappen | bevestig je identiteit | bevestig dat jij het bent" },
    { KIND_CODE, S, 2,
      "je code | uw code | jouw code" },
    { KIND_CODE, S, 1,
      "wachtwoord | toegang | inloggen | inlog | beveiliging | code" },
    { KIND_CODE, B, 2,
      "verificatiecode | beveiligingscode | inlogcode | bevestigingscode | je code is | uw code is | "
      "voer ... code in | vul ... code in | gebruik ... code | deze code is # minuten geldig | "
      "# minuten geldig | verloopt over | deel deze code niet | deel deze code nooit | niet gedeeld | "
      "met niemand | wachtwoord opnieuw in te stellen | wachtwoord te herstellen | niet aangevraagd | "
      "heb je dit niet aangevraagd" },

    { KIND_ACCOUNT, S, 3,
      "nieuwe aanmelding | nieuwe inlog | nieuwe login | ingelogd op een nieuw | nieuw apparaat | "
      "onbekend apparaat | beveiligingsmelding | beveiligingswaarschuwing | verdachte activiteit | "
      "ongebruikelijke activiteit | verdachte inlogpoging | inlogpoging | wachtwoord ... gewijzigd | "
      "wachtwoord ... veranderd | wachtwoord is aangepast" },
    { KIND_ACCOUNT, S, 2.5f,
      "bevestig je | bevestig uw | bevestig jouw | bevestiging van je registratie | "
      "bevestiging van uw registratie | bevestiging van je inschrijving | bevestiging aanmelding | "
      "verifieer je | verifieer uw | verifieer jouw | activeer je | activeer uw | activeer jouw | "
      "account ... aangemaakt | account is aangemaakt | account ... geactiveerd | "
      "account ... geblokkeerd | account ... opgeheven | voltooi je registratie | rond je registratie | "
      "je registratie | bedankt voor je registratie | bedankt voor je aanmelding | algemene voorwaarden | "
      "gebruiksvoorwaarden | voorwaarden ... gewijzigd | wijziging ... voorwaarden | onze voorwaarden | "
      "privacybeleid | privacyverklaring | betaling mislukt | betaling ... mislukt | "
      "betaling ... niet gelukt | betaling geweigerd | betaling ... geweigerd | betalingsherinnering | "
      "betaalherinnering | openstaande factuur | automatische incasso | incasso | "
      "abonnement ... verlengd | abonnement ... verlopen | abonnement ... loopt af | "
      "abonnement ... opgezegd | abonnement ... beëindigd | abonnement ... gewijzigd | "
      "abonnement verlengen | wordt verlengd | automatisch verlengd | proefperiode | "
      "gratis proefperiode | opslagruimte | opslag ... vol | opslag is vol | rekeningoverzicht | "
      "je energierekening | jaarrekening | jaarafrekening | polis | contractwijziging | "
      "aanvraag ... ontvangen | uw aanvraag | je aanvraag | ticket N | zaaknummer" },
    { KIND_ACCOUNT, S, 2,
      "je account | uw account | jouw account | je abonnement | uw abonnement | jouw abonnement | "
      "registratie | je gegevens | uw gegevens | je lidmaatschap | je contract | uw contract | "
      "je rekening | uw rekening" },
    { KIND_ACCOUNT, S, 1,
      "bevestigen | lidmaatschap | bevestig | abonnement | inschrijving | aanmelding | voorwaarden | "
      "contract | verlenging" },
    { KIND_ACCOUNT, S, 1.5f,
      "welkom | welkom bij | welkom terug | leuk dat je er bent | fijn dat je er bent" },
    { KIND_ACCOUNT, S, 0.5f, "bedankt | dank je wel | dank u wel" },
    { KIND_ACCOUNT, B, 2,
      "bevestig je e mailadres | bevestig uw e mailadres | je e mailadres te bevestigen | "
      "uw e mailadres te bevestigen | verifieer je e mailadres | activeer je account | "
      "activeer uw account | je account te activeren | account is aangemaakt | je account is | "
      "uw account is | bedankt voor je aanmelding | bedankt voor je registratie | "
      "registratie te voltooien | gebruikersnaam | klantnummer | relatienummer | je abonnement | "
      "uw abonnement | automatisch verlengd | stilzwijgend verlengd | volgende incasso | incassodatum | "
      "vervaldatum | betaalgegevens | betaalmethode bijwerken | nieuwe aanmelding | "
      "als jij dit niet was | was jij dit niet | herken je dit niet | algemene voorwaarden | opslagruimte" },

    { KIND_APPOINTMENT, S, 3,
      "boekingsbevestiging | reserveringsbevestiging | reservering ... bevestigd | "
      "boeking ... bevestigd | bevestiging van je boeking | bevestiging van uw boeking | "
      "bevestiging van je reservering | bevestiging van uw reservering | bevestiging reservering | "
      "reservering N | boeking N | reservering geannuleerd | boeking geannuleerd | instapkaart | "
      "instapkaarten | inchecken | check nu in | online inchecken | e ticket | e tickets | je e ticket | "
      "afspraakbevestiging | bevestiging van je afspraak | bevestiging van uw afspraak | "
      "bevestiging afspraak | herinnering ... afspraak | afspraakherinnering | afspraak ... bevestigd | "
      "afspraak ... verzet | afspraak op | uitnodiging voor vergadering | uitnodiging vergadering | "
      "uitnodiging voor overleg | vluchtwijziging | je reservering bij | reisschema | reisdocumenten" },
    { KIND_APPOINTMENT, S, 2,
      "je boeking | uw boeking | jouw boeking | je reservering | uw reservering | reservering | "
      "afspraak | je afspraak | uw afspraak | je reis | je vlucht | uw vlucht | je tickets | uw tickets | "
      "je verblijf | uw verblijf | je treinkaartje | vergadering" },
    { KIND_APPOINTMENT, S, 1,
      "reis | vlucht | boeking | kaartjes | verblijf | treinreis | bezoek" },
    { KIND_APPOINTMENT, B, 2,
      "boekingsnummer | reserveringsnummer | boekingscode | je boeking | uw boeking | je reservering | "
      "uw reservering | je afspraak | uw afspraak | je vlucht | uw vlucht | vertrek | aankomst | "
      "aankomstdatum | vertrekdatum | aantal personen | aantal gasten | aantal nachten | passagier | "
      "passagiers | reizigers | stoel | toevoegen aan agenda | zet in agenda | datum en tijd | verzetten" },

    { KIND_SOCIAL, S, 3,
      "heeft gereageerd | heeft op je ... gereageerd | reageerde op | vindt je | vinden je | "
      "vindt dit leuk | volgt je | volgt je nu | volgt jou nu | is je gaan volgen | heeft je genoemd | "
      "heeft je getagd | noemde je | vriendschapsverzoek | vriendschapsverzoeken | # meldingen | "
      "nieuwe meldingen | heeft iets geplaatst | heeft een bericht geplaatst | heeft een foto geplaatst | "
      "heeft ... gedeeld | heeft je een bericht gestuurd | nieuwe volger | nieuwe volgers | "
      "wil met je in contact | wil connecten | uitnodiging om te connecten | heeft je profiel bekeken | "
      "je profiel bekeken | mensen die je misschien kent | # nieuwe berichten | heeft je uitgenodigd" },
    { KIND_SOCIAL, B, 1.5f,
      "je bericht | je foto | bekijk profiel | profiel bekijken | bekijk reactie | bekijk bericht | "
      "vriendschapsverzoek | heeft gereageerd | nieuwe meldingen | meldingsinstellingen" },

    { KIND_NEWSLETTER, S, 2,
      "nieuwsbrief | deze week | nieuws | het nieuws van | weekoverzicht | weekbericht | van de week | "
      "in het kort | nieuwsupdate | editie" },
    { KIND_NEWSLETTER, B, 1,
      "lees meer | lees verder | lees het artikel | nieuwsbrief | in deze editie | deze week | "
      "bekijk de video" },

    { KIND_PROMOTION, S, 2,
      "korting | kortingen | kortingscode | aanbieding | aanbiedingen | actie | acties | gratis | "
      "gratis verzending | gratis bezorging | laatste kans | laatste dag | laatste dagen | laatste uren | "
      "alleen vandaag | nog maar # | nog # dagen | uitverkoop | sale | opruiming | bespaar | profiteer | "
      "ontdek | nieuwe collectie | nieuw binnen | voordeel | cadeau | cadeautje | tot # korting | "
      "op is op | mis het niet | mis dit niet | weekenddeal | stuntprijs | # halen | speciaal voor jou | "
      "shop nu | kortingsbon | waardebon" },
    { KIND_PROMOTION, B, 1,
      "shop nu | shop de | bestel nu | bestel direct | koop nu | naar de aanbieding | "
      "bekijk de aanbiedingen | bekijk de collectie | profiteer nu | ontdek meer | korting | "
      "gebruik de code | gebruik code | gratis verzending | gratis bezorging | "
      "zolang de voorraad strekt | op is op | geldig tot | actievoorwaarden | in winkelwagen" },

    { WORD_TALK, E, 1,
      "hoi | groeten | groetjes | met vriendelijke groet | vriendelijke groet | bedankt | beste | liefs | "
      "dank je | dank je wel | tot snel | tot dan | tot morgen | ik denk | laat maar weten | "
      "laat me weten | hoe gaat het | gr | kusjes | alvast bedankt" },
    { WORD_COMMON, B, 0,
      "het | een | van | voor | niet | met | zijn | uw | je | wij | dit | op | en | de | dat | te | aan | "
      "ook | bij | wordt | naar | ons | deze | kunt | hebben | heeft | door | of | is | we" },
    { WORD_BULK, B, 2,
      "uitschrijven | schrijf je uit | afmelden | meld je af | afmelden voor | niet meer ontvangen | "
      "geen e mails meer" },
    { WORD_BULK, B, 1,
      "je ontvangt deze | u ontvangt deze | deze e mail is verzonden aan | deze e mail is verstuurd | "
      "bekijk online | bekijk de online versie | bekijk deze e mail | bekijk in browser | "
      "in je browser | in uw browser | online versie | voorkeuren aanpassen | wijzig je voorkeuren | "
      "wijzig voorkeuren | e mailvoorkeuren" },
    { WORD_URGENCY, E, 1,
      "dringend | laatste kans | alleen vandaag | verloopt | verloopt vandaag | laatste dag | "
      "laatste uren | laatste dagen | nog # uur | nog # dagen | nog maar even | eindigt vandaag | "
      "onmiddellijk | direct actie | laatste herinnering | laatste waarschuwing | spoed | op is op | "
      "bijna afgelopen | bijna uitverkocht | actie vereist | wacht niet | wees er snel bij | binnen # uur" },
    { WORD_DISCOUNT, E, 1,
      "korting | kortingen | kortingscode | aanbieding | aanbiedingen | uitverkoop | gratis | bespaar | "
      "voordeel | sale | opruiming | actieprijs | cadeau | kortingsbon | afgeprijsd" },
    { KIND_OTHER, S, 3,
      "contactformulier | nieuw ticket | ticket ... aangemaakt | ticket ... gesloten | "
      "voicemailbericht | nieuwe fax | gemiste oproep | gemiste oproepen | misbruikmelding | "
      "weeralarm" },
};

const struct words_block words_nl = { "nl", rows, G_N_ELEMENTS(rows) };
