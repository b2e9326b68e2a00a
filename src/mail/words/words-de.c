/* German. */
#include "mail/words.h"

#define S PLACE_SUBJECT
#define B PLACE_BODY
#define E PLACE_EITHER

static const struct words_row rows[] = {
    { KIND_RECEIPT, S, 3,
      "bestellbestätigung | auftragsbestätigung | kaufbestätigung | zahlungsbestätigung | "
      "eingangsbestätigung | bestellung N | bestellung nr | bestellnummer | bestell nr | "
      "auftrag N | auftragsnummer | bestätigung ... bestellung | bestellung ... bestätigt | "
      "bestellung ... eingegangen | bestellung ... erhalten | bestellung ... angenommen | "
      "bestelleingang | bestellübersicht | bestelldetails | danke für ... bestellung | "
      "vielen dank für ... bestellung | danke für ... einkauf | vielen dank für ... einkauf | "
      "rechnung N | rechnung nr | rechnung vom | online rechnung | zahlungsbeleg | "
      "zahlungseingang | zahlung erhalten | zahlung ... eingegangen | "
      "zahlung ... erfolgreich | zahlung an | quittung | kassenbon | erstattung | "
      "rückerstattung | rückzahlung | retoure N | stornierung | stornobestätigung | "
      "bestellung ... storniert | spendenquittung | spendenbescheinigung | kontobeleg | "
      "lastschrift eingezogen | du hast bezahlt | sie haben ... gezahlt | "
      "sie haben ... bezahlt | du hast ... gesendet" },
    { KIND_RECEIPT, S, 2,
      "deine bestellung | ihre bestellung | eure bestellung | dein einkauf | ihr einkauf | "
      "dein kauf | ihr kauf | rechnung | ihre rechnung | deine rechnung | ihre zahlung | "
      "deine zahlung | beleg | gutschrift | ihre retoure | deine retoure" },
    { KIND_RECEIPT, S, 1,
      "bestellung | bestellt | gekauft | kauf | zahlung | bezahlt | erstattet | auftrag | "
      "spende | rechnungen" },
    { KIND_RECEIPT, B, 2,
      "bestellnummer | bestell nr | bestellung nr | auftragsnummer | auftrags nr | "
      "bestelldatum | bestellbestätigung | rechnungsnummer | rechnung nr | rechnungsdatum | "
      "rechnungsbetrag | gesamtbetrag | gesamtsumme | endbetrag | zwischensumme | "
      "bezahlter betrag | zahlungsart | zahlungsmethode | zahlungsweise | rechnungsadresse | "
      "rechnungsanschrift | lieferadresse | lieferanschrift | danke für ... bestellung | "
      "vielen dank für ... bestellung | danke für ... einkauf | vielen dank für ... einkauf | "
      "haben ... bestellung erhalten | bestellung ... eingegangen | ihre zahlung | "
      "deine zahlung | zahlung erhalten | wurde erstattet | transaktionscode | "
      "transaktionsnummer | bestellte artikel | ihre bestellung | deine bestellung | "
      "artikelnummer | bestellung N" },
    { KIND_RECEIPT, B, 1,
      "summe | gesamt | mwst | ust | mehrwertsteuer | versandkosten | menge | einzelpreis | "
      "anzahl | artikel | # x | inkl mwst | paypal" },

    { KIND_SHIPPING, S, 3,
      "lieferschein | versandbestätigung | versandmitteilung | versandinformation | versandinfo | "
      "versandstatus | versandbenachrichtigung | versand ... bestellung | wurde versandt | "
      "wurde verschickt | wurde versendet | wurde geliefert | wurde zugestellt | "
      "ist unterwegs | sind unterwegs | auf dem weg | macht sich auf den weg | "
      "auf den weg gebracht | ist versandt | ist verschickt | bestellung ... versandt | "
      "bestellung ... verschickt | bestellung ... versendet | bestellung ... unterwegs | "
      "bestellung ... geliefert | bestellung ... zugestellt | paket ... unterwegs | "
      "sendung ... unterwegs | ware ... unterwegs | lieferung ... unterwegs | paket kommt | "
      "kommt heute | kommt morgen | heute geliefert | wird heute | morgen geliefert | "
      "wird ... zugestellt | wird ... geliefert | sendungsverfolgung | sendungsnummer | "
      "paketnummer | paketankündigung | sendungsankündigung | lieferstatus | "
      "lieferbestätigung | liefertermin | lieferavis | lieferankündigung | lieferung heute | "
      "zustellversuch | nicht angetroffen | abholbereit | liegt zur abholung | "
      "zur abholung bereit | bereit zur abholung | abholung bereit | lieferung verzögert | "
      "lieferverzögerung | verspätet sich | sendung N | paket N | packstation" },
    { KIND_SHIPPING, S, 2,
      "ihr paket | dein paket | ihre sendung | deine sendung | ihre lieferung | "
      "deine lieferung | zustellung | zugestellt | verschickt | versandt" },
    { KIND_SHIPPING, S, 1,
      "lieferung | geliefert | paket | pakete | sendung | versand | ankunft | "
      "lager verlassen | abholung | bald ist ... da | trifft ein | angekommen" },
    { KIND_SHIPPING, B, 2,
      "sendungsnummer | sendungsverfolgung | sendung verfolgen | paket verfolgen | "
      "paketnummer | trackingnummer | tracking nummer | tracking link | versandbestätigung | "
      "wurde versandt | wurde verschickt | wurde versendet | ist unterwegs | auf dem weg zu | "
      "auf den weg | an dhl übergeben | übergeben | voraussichtliche lieferung | "
      "voraussichtlicher liefertermin | voraussichtlich | lieferdatum | zustelldatum | "
      "zustellung | zugestellt | wird geliefert | voraussichtliche zustellung | paketdienst | "
      "versanddienstleister | ihr paket | dein paket | ihre sendung | deine sendung | "
      "abholbereit | abholcode | lieferstatus" },
    { KIND_SHIPPING, B, 1,
      "dhl | hermes | dpd | gls | ups | deutsche post | lieferadresse | versandart" },

    { KIND_CODE, S, 3,
      "bestätigungscode | sicherheitscode | verifizierungscode | anmeldecode | einmalcode | "
      "einmalpasswort | einmalkennwort | login code | logincode | zugangscode | freischaltcode | "
      "aktivierungscode | prüfcode | zwei faktor | mtan | N ist ihr | N ist ihre | N ist dein | "
      "N lautet | code lautet | code N | passwort zurücksetzen | passwort ... zurücksetzen | "
      "passwort vergessen | passwort ändern | passwortänderung | neues passwort | "
      "kennwort zurücksetzen | kennwort vergessen | kennwort ... zurücksetzen | "
      "passwort zurückgesetzt | zurücksetzen ... passworts | zurücksetzen ... kennworts | "
      "anmeldelink | login link | einmal link | identität bestätigen | "
      "bestätigen sie ihre identität | anmeldung bestätigen" },
    { KIND_CODE, S, 2,
      "ihre tan | ihr code | dein code" },
    { KIND_CODE, S, 1,
      "code | passwort | kennwort | anmeldung | login | sicherheit | tan | pin | zugriff | "
      "gerät | identität" },
    { KIND_CODE, B, 2,
      "bestätigungscode | sicherheitscode | verifizierungscode | anmeldecode | einmalcode | "
      "einmalpasswort | einmalkennwort | code lautet | ihr code | dein code | geben sie ... code | "
      "gib ... code | code ist ... gültig | code läuft | # minuten gültig | nicht weitergeben | "
      "an niemanden weiter | nicht an dritte | niemals weiter | passwort zurücksetzen | "
      "kennwort zurücksetzen | neues passwort | wenn sie das nicht waren | "
      "wenn du das nicht warst | nicht angefordert | nicht selbst | jemand hat" },

    { KIND_ACCOUNT, S, 3,
      "neue anmeldung | neuer login | anmeldung ... gerät | neues gerät | neuen gerät | "
      "ungewöhnliche anmeldung | ungewöhnliche aktivität | verdächtige anmeldung | "
      "verdächtige aktivität | anmeldeversuch | sicherheitswarnung | sicherheitshinweis | "
      "sicherheitsmeldung | sicherheitsbenachrichtigung | passwort ... geändert | "
      "kennwort ... geändert | waren sie das | warst du das" },
    { KIND_ACCOUNT, S, 2.5f,
      "bestätigen sie | bestätige deine | bestätige deinen | bestätige dein | bitte bestätige | "
      "bitte bestätigen | e mail adresse bestätigen | email adresse bestätigen | "
      "bestätigung ... e mail | bestätigung ... registrierung | bestätigung ... anmeldung | "
      "anmeldung bestätigen | konto ... aktivieren | konto aktivieren | kontoaktivierung | "
      "aktivieren sie | aktiviere dein | verifizieren sie | verifiziere | konto ... erstellt | "
      "konto ... angelegt | kundenkonto | benutzerkonto | zugangsdaten | kontoauszug | "
      "kontoinformation | abrechnung | gebührenabrechnung | nutzungsbedingungen | agb | "
      "allgemeine geschäftsbedingungen | datenschutzerklärung | datenschutzhinweise | "
      "datenschutzbestimmungen | änderung ... agb | änderungen ... bedingungen | "
      "zahlung fehlgeschlagen | zahlung ... fehlgeschlagen | zahlung ... abgelehnt | "
      "zahlungserinnerung | mahnung | zahlung fällig | zahlungsmethode aktualisieren | "
      "lastschrift | kreditkarte ... läuft | vertragsverlängerung | verlängert sich | "
      "probezeitraum | probemonat | testphase | testzeitraum | kündigungsbestätigung | "
      "vertragsunterlagen | vertragsbestätigung | konto gesperrt | konto ... gesperrt | "
      "konto ... eingeschränkt | ticket N | vorgang N | eingang ihrer anfrage | "
      "e mail adresse geändert | adresse geändert | double opt in | "
      "newsletter anmeldung bestätigen | preisanpassung | beitragsanpassung | beitragsrechnung | "
      "neue nachricht in ihrem postfach | postbox | kundennummer | abo verlängert sich | "
      "abonnement verlängert sich | wird verlängert | verlängert sich am | abo ... gekündigt | "
      "abonnement ... gekündigt | abo ... endet | abonnement ... endet | abo wurde | "
      "anmeldung bestätigt | anmeldung ... bestätigt | anmeldebestätigung | "
      "abonnement wurde | mitgliedschaft ... gekündigt | mitgliedschaft endet | "
      "mitgliedschaft verlängert | nächste box | deine nächste lieferung | speicher ... voll | "
      "speicherplatz ... voll | speicher fast voll | speicherplatz fast | "
      "kaum noch speicherplatz | neue nutzungsbedingungen | aktualisieren unsere | "
      "aktualisierung unserer | unsere agb ändern | zahlung nicht erfolgreich | "
      "zahlung ... nicht | zahlung konnte nicht | karte ... abgelehnt | "
      "konnten ... nicht abbuchen | abbuchung fehlgeschlagen | "
      "nur noch ein schritt | letzter schritt | probeabo endet | testphase endet | "
      "konto ... gelöscht | konto wird gelöscht | schade dass sie gehen" },
    { KIND_ACCOUNT, S, 2,
      "registrierung | ihre registrierung | deine registrierung | ihr konto | dein konto | "
      "ihr kundenkonto | dein kundenkonto | ihr benutzerkonto | ihre zugangsdaten | "
      "deine zugangsdaten | ihr abo | dein abo | abonnement | ihr abonnement | verlängerung | "
      "ihre mitgliedschaft | deine mitgliedschaft | mitgliedschaft | kündigung | ihr vertrag | "
      "dein vertrag | ihre anfrage | deine anfrage | ihre daten | deine daten" },
    { KIND_ACCOUNT, S, 1,
      "konto | kundenkonto | mitglied | vertrag | bestätigen | bestätige | aktivieren | "
      "jahresabrechnung | anmeldung | zugang | beitrag" },
    { KIND_ACCOUNT, S, 1.5f,
      "willkommen bei | herzlich willkommen | willkommen | schön dass du da bist | "
      "schön dass sie da sind" },
    { KIND_ACCOUNT, S, 0.5f, "vielen dank | danke | herzlichen dank" },
    { KIND_ACCOUNT, B, 2,
      "bestätigen sie ... e mail | bestätige ... e mail | e mail adresse bestätigen | "
      "e mail adresse zu bestätigen | registrierung abzuschließen | registrierung abschließen | "
      "anmeldung abschließen | konto aktivieren | konto zu aktivieren | "
      "vielen dank für ... registrierung | danke für ... registrierung | danke für ... anmeldung | "
      "vielen dank für ... anmeldung | konto wurde | ihr konto | dein konto | kundenkonto | "
      "kundennummer | ihre zugangsdaten | benutzername | nutzungsbedingungen | fällig am | "
      "zahlbar bis | fehlgeschlagen | ihr abonnement | dein abonnement | "
      "verlängert sich automatisch | mitgliedsnummer | ihr vertrag | passwort ... geändert | "
      "neue anmeldung | neuen gerät | neues gerät | wenn sie das nicht waren | "
      "wenn du das nicht warst | verlängert sich am | wird am ... verlängert | wurde gekündigt | "
      "nächste abbuchung | speicher ist voll | speicherplatz | konnte nicht abgebucht | nächste box" },
    { KIND_ACCOUNT, B, 1,
      "dein tarif | ihr tarif | speicherplatz | von # gb | andere karte | andere zahlungsart | "
      "tritt in kraft | treten in kraft | wird abgebucht | buchen wir | es endet am | endet am | "
      "waren sie das | warst du das | reaktivieren" },

    { KIND_APPOINTMENT, S, 3,
      "buchungsbestätigung | buchung N | buchung ... bestätigt | buchungsnummer | "
      "reservierungsbestätigung | reservierung ... bestätigt | reservierung N | "
      "tischreservierung | terminbestätigung | terminerinnerung | terminvereinbarung | "
      "terminänderung | terminabsage | erinnerung ... termin | termin am | "
      "termin ... bestätigt | termin mit | reisebestätigung | reiseunterlagen | reiseplan | "
      "flugbestätigung | bordkarte | einchecken | online ticket | fahrkarte | fahrkarten | "
      "eintrittskarten | handyticket | hotelbuchung | mietwagen | einladung ... besprechung | "
      "besprechungseinladung | einladung zum termin | einladung ... meeting | "
      "veranstaltungserinnerung | anmeldung zur veranstaltung | fahrplanänderung | "
      "flugänderung | zugausfall" },
    { KIND_APPOINTMENT, S, 2,
      "ihre buchung | deine buchung | ihre reservierung | deine reservierung | ihr termin | "
      "dein termin | ihre reise | deine reise | ihr flug | dein flug | check in | "
      "ihre tickets | deine tickets | ihr ticket | dein ticket | ihr aufenthalt | "
      "dein aufenthalt | besprechung | ihre teilnahme | verspätung | verbindung" },
    { KIND_APPOINTMENT, S, 1,
      "buchung | reservierung | termin | flug | reise | ticket | tickets | fahrkarte | "
      "gebucht | besuch | besprechung" },
    { KIND_APPOINTMENT, B, 2,
      "buchungsnummer | buchungscode | buchungsbestätigung | reservierungsnummer | "
      "reservierung | ihre buchung | deine buchung | abflug | abfahrt | ankunft | anreise | "
      "abreise | fluggast | reisende | reisender | sitzplatz | bordkarte | check in | "
      "personen | ihr termin | dein termin | uhrzeit | termin absagen | "
      "zum kalender hinzufügen | in den kalender | terminbestätigung | startnummer | "
      "startplatz | sind ... angemeldet | bist ... angemeldet | erfolgreich ... angemeldet" },

    { KIND_SOCIAL, S, 3,
      "neuen beitrag | neuer beitrag | hat ... veröffentlicht | hat ... kommentiert | "
      "hat dich erwähnt | hat sie erwähnt | hat dich markiert | markiert | gefällt dein | "
      "gefällt ihr | folgt dir | folgt ihnen | neuer follower | neue follower | "
      "freundschaftsanfrage | kontaktanfrage | möchte sich ... vernetzen | "
      "möchte ... kontakt | hat dir eine nachricht | hat ihnen eine nachricht | "
      "neue nachricht von | ungelesene nachrichten | # neue nachrichten | "
      "# benachrichtigungen | neue benachrichtigungen | # neue benachrichtigungen | "
      "hat etwas gepostet | hat ... gepostet | hat ... geteilt | hat ein foto | "
      "neuer beitrag von | hat reagiert | reagiert auf | hat auf ... geantwortet | "
      "antwortete auf | hat ... angenommen | hat dich eingeladen | hat dich hinzugefügt | "
      "ihr profil | dein profil | profil angesehen | personen die du | kennst du | "
      "hat heute geburtstag | und weitere warten | und andere warten | und # weitere | "
      "warten auf dich | was du verpasst hast" },
    { KIND_SOCIAL, B, 1.5f,
      "hat ... kommentiert | gefällt | folgt dir | freundschaftsanfrage | kontaktanfrage | "
      "dein beitrag | deinen beitrag | profil ansehen | benachrichtigungen | in der app | "
      "öffne die app | öffnen sie die app | beitrag ansehen | nachricht ansehen" },

    { KIND_NEWSLETTER, S, 2,
      "newsletter | ausgabe | wochenrückblick | rückblick | diese woche | der woche | "
      "woche # | kw # | monatlich | wöchentlich | tagesüberblick | nachrichten | "
      "schlagzeilen | morgenbriefing | rundbrief | rundschreiben | infobrief | magazin | "
      "journal | news | neues aus | neuigkeiten | thema der woche | podcast | infopost | "
      "mitteilungen | nr # | aktuelles" },
    { KIND_NEWSLETTER, B, 1,
      "newsletter | in dieser ausgabe | weiterlesen | mehr lesen | zum artikel | "
      "mehr erfahren | redaktion | abonnenten | leserinnen | leser | ausgabe | themen" },

    { KIND_PROMOTION, S, 2,
      "% rabatt | rabatt | rabatte | sparen | spare | sparen sie | sale | schlussverkauf | "
      "ausverkauf | räumungsverkauf | aktion | angebot | angebote | gutschein | gutscheine | "
      "gutscheincode | rabattcode | gratis | kostenlos | geschenk | geschenke | "
      "gratisversand | versandkostenfrei | jetzt bestellen | jetzt kaufen | jetzt shoppen | "
      "jetzt sichern | nur heute | nur noch | nur bis | letzte chance | endet heute | "
      "endet bald | endet in | exklusiv | exklusive | neue kollektion | neuheiten | "
      "neu eingetroffen | neu im sortiment | schnäppchen | bis zu # | reduziert | % | "
      "black week | black friday | cyber monday | osterangebote | vorteil | vorteile | bonus | "
      "gewinnen | gewinnspiel | für dich | für sie | sonderangebot | tiefpreis | preissturz | "
      "knaller | deal | deals | entdecke | entdecken | jetzt entdecken | spenden | spende | "
      "ihre spende | nicht verpassen | verpasse nicht | beeil dich | highlights | empfehlungen" },
    { KIND_PROMOTION, B, 1,
      "rabatt | jetzt bestellen | jetzt kaufen | jetzt shoppen | jetzt sichern | zum shop | "
      "zum angebot | gutschein | gutscheincode | rabattcode | versandkostenfrei | "
      "gratisversand | nur für kurze zeit | nur solange der vorrat | "
      "solange der vorrat reicht | sparen sie | angebot gilt | gültig bis | exklusiv | "
      "mindestbestellwert | jetzt entdecken | jetzt spenden" },

    { KIND_LIST, S, 1,
      "aw | wg" },
    { WORD_TALK, E, 1,
      "hallo | liebe | lieber | liebe grüße | viele grüße | mit freundlichen grüßen | "
      "beste grüße | herzliche grüße | lg | vg | mfg | danke | bis bald | bis dann | schrieb | "
      "melde dich | ich hoffe | ich habe | wie geht" },
    { WORD_COMMON, B, 0,
      "der | die | das | und | ist | in | den | sie | ihr | ihre | ihnen | mit | für | auf | "
      "ein | eine | nicht | von | zu | du | dein | deine | dir | wir | haben | wird | wurde | "
      "im | dem | sich | es | bei | uns | oder" },
    { WORD_BULK, B, 2,
      "abmelden | abbestellen | newsletter abmelden | austragen | keine weiteren e mails | "
      "nicht mehr erhalten | abmeldelink" },
    { WORD_BULK, B, 1,
      "vom newsletter | im browser ansehen | im browser öffnen | im browser | onlineversion | "
      "online version | webversion | wird nicht richtig angezeigt | nicht korrekt dargestellt | "
      "e mail einstellungen | diese e mail wurde an | sie erhalten diese | du erhältst diese" },
    { WORD_URGENCY, E, 1,
      "dringend | sofort | umgehend | unverzüglich | eilig | eilt | letzte chance | "
      "letzte mahnung | letzte erinnerung | nur heute | nur noch heute | nur noch # | "
      "endet heute | endet bald | läuft ab | läuft ... ab | frist | innerhalb von 24 stunden | "
      "innerhalb von # stunden | # stunden | schnell sein | beeil dich | beeilen sie sich | "
      "nicht verpassen | verpasse nicht | jetzt handeln | handeln sie | wichtig | achtung | "
      "warnung | gesperrt | handlungsbedarf | letzter aufruf | bald vorbei | mitternacht" },
    { WORD_DISCOUNT, E, 1,
      "rabatt | rabatte | sparen | spare | sie sparen | reduziert | sale | angebot | "
      "angebote | gutschein | gutscheine | gratis | kostenlos | versandkostenfrei | "
      "schnäppchen | günstig | günstiger | billiger | sonderpreis | tiefpreis | aktionspreis | "
      "halber preis | ermäßigung | prozent | nachlass | geschenkt | cashback" },
    { KIND_OTHER, S, 3,
      "kontaktformular | neues ticket | ticket ... erstellt | ticket ... geschlossen | "
      "sprachnachricht | neues fax | verpasster anruf | verpasste anrufe | störungsmeldung | "
      "missbrauchsmeldung | sicherheitsvorfall | unwetterwarnung" },
};

const struct words_block words_de = { "de", rows, G_N_ELEMENTS(rows) };
