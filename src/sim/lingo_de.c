/* The made-up world in German: the same sets as lingo_en.c, in words of its own. */
#include <stddef.h>

#include "lingo.h"

const struct lingo lingo_de =
    {
        .code = "de",
        .months = {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
                   "September", "Oktober", "November", "Dezember"},
        .ordinal = ".",
        .decimal_comma = true,
        .flows_after_comma = true,
        .topics = {"Laufen", "Bücher", "Musik", "Kaffee", "Garten", "Küche", "Radfahren", "Reisen",
                   "Film", "Mode", "Spiele", "Fotografie", "Wohnen", "Augen", "Technik", "Sie"},
        .items =
            {
                {"Trailschuhe", "Laufschuhe", "Laufsocken", "Trinkwesten", "Stirnlampen",
                 "Laufuhren", "Winterlaufhosen", "Windjacken"},
                {"Krimis", "Reiseberichte", "Gedichte", "Kochbücher", "Comics", "Geschichtsbücher",
                 "Essays", "Hörbücher"},
                {"Die Papierlaternen", "Hafen Ost", "Turmfalkenchor", "Samtrauschen",
                 "Ada und die Eulen", "Kupfermond", "Radio Salzwasser", "Die späten Bahnen"},
                {"Espressobohnen", "Filterröstungen", "Handmühlen", "Cold Brew", "Entkoffeinierte",
                 "Wasserkessel", "Kaffeekapseln", "Milchschäumer"},
                {"Tomatenpflanzen", "Lavendel", "Hochbeete", "Gartenscheren", "Komposterde",
                 "Tulpenzwiebeln", "Gießkannen", "Gewächshäuser"},
                {"Gusspfannen", "Kochmesser", "Küchenmaschinen", "Backformen", "Gewürzregale",
                 "Schnellkochtöpfe", "Weingläser", "Schneidbretter"},
                {"Packtaschen", "Fahrradlichter", "Gravelreifen", "Helme", "Kettenöl", "Sättel",
                 "E-Bikes", "Montageständer"},
                {"Lissabon", "Oslo", "Athen", "Dublin", "Porto", "Wien", "Krakau", "Málaga"},
                {"Dokumentarfilme", "Thriller", "Trickfilme", "Stummfilme", "Western", "Komödien",
                 "Film noir", "Roadmovies"},
                {"Wollpullover", "Leinenhemden", "Regenmäntel", "Jeans", "Sneaker", "Kleider",
                 "Schals", "Ledergürtel"},
                {"Brettspiele", "Kartenspiele", "Puzzles", "Strategiespiele", "Partyspiele",
                 "Würfelsets", "Miniaturen", "Erweiterungen"},
                {"Festbrennweiten", "Stative", "Rollfilme", "Fotobücher", "Kamerataschen",
                 "Objektivfilter", "Blitzgeräte", "Abzüge"},
                {"Schreibtischlampen", "Bücherregale", "Vorhänge", "Teppiche", "Matratzen",
                 "Kerzen", "Kissen", "Aufbewahrungsboxen"},
                {"Kontaktlinsen", "Linsenmittel", "Lesebrillen", "Sonnenbrillen", "Augentropfen",
                 "Linsenbehälter", "Brillenbänder", "Brillentücher"},
                {"Kopfhörer", "Tastaturen", "Powerbanks", "Funksteckdosen", "Router", "Webcams",
                 "Monitore", "Ladekabel"},
            },
        .talk =
            {
                [TALK_HELPFUL] =
                    {SAY("{first}, neue {item} für Sie ausgesucht", "Wieder da: {item}",
                         "Was zu Ihren {other} passt", "{item}: drei, die wir Ihnen empfehlen",
                         "Ein Hinweis zu {item}, {first}",
                         "{item} von Ihrem Merkzettel sind günstiger geworden"),
                     SAY("Hallo {first},", "Guten Tag {first},", "Guten Morgen {first},"),
                     SAY("letzten Monat haben Sie {item} gesucht und nicht in Ihrer Größe "
                         "gefunden. Heute sind zwei eingetroffen.",
                         "weil Ihnen die {other} von {brand} gefallen haben, haben wir drei Arten "
                         "{item} verglichen und aufgeschrieben, was zu wem passt.",
                         "die {item} auf Ihrem Merkzettel vom {month} kosten jetzt {price}; der "
                         "Preis gilt bis {date}.",
                         "Sie wollten erfahren, wann {item} kommen. Nun sind sie da, und wir haben "
                         "Ihnen bis {date} welche zurückgelegt."),
                     SAY("Antworten Sie gern, hier liest ein Mensch.\n\n{brand}",
                         "Es eilt nicht.\n\nIhr Team von {brand}", "Bis bald\n\n{brand}"),
                     SAY("{item} ansehen", "Zeigen", "Mehr dazu")},
                [TALK_BLAST] =
                    {SAY("{percent} % auf ALLES!",
                         "Letzte Chance: der große Ausverkauf endet heute",
                         "Nicht verpassen: {percent} % auf {item}",
                         "Jetzt zugreifen: Angebote rund um {topic}",
                         "Nur noch wenige Stunden! {percent} % Rabatt",
                         "Blitzangebot: {item} und mehr", "Gönnen Sie sich was",
                         "Gerade angesagt: {item}", "Endspurt im Sale"),
                     SAY("Sehr geehrte Kundin, sehr geehrter Kunde,", "Hallo!", "Hey du,",
                         "Pssst ..."),
                     SAY("der größte Sale der Saison ist da! Sparen Sie bis zu {percent} % auf "
                         "Hunderte Artikel, von {item} bis {other}. Mit dem Gutscheincode "
                         "SPAR{percent}. Nur solange der Vorrat reicht!",
                         "nur für kurze Zeit: {percent} % Rabatt auf alles. Ab {price} "
                         "versandkostenfrei. Schnell sein lohnt sich!",
                         "alle reden über {item}. Entdecken Sie unsere Bestseller und sparen Sie "
                         "nur heute {percent} %.",
                         "der Countdown läuft! Angebote für {item}, {other} und alles andere enden "
                         "um Mitternacht."),
                     SAY("Es gelten unsere Aktionsbedingungen.",
                         "Nicht mit anderen Gutscheinen kombinierbar.",
                         "Viel Spaß beim Einkaufen!\n\n{brand}"),
                     SAY("JETZT SHOPPEN", "Angebot sichern", "{percent} % sparen", "Entdecken")},
                [TALK_DUE] =
                    {SAY("Zeit für neue {item}, {first}?", "Ihre {item} nach {months} Monaten",
                         "{first}, gehen Ihre {item} zur Neige?"),
                     SAY("Hallo {first},", "Guten Tag {first},"),
                     SAY("im {month} haben Sie bei uns {item} gekauft. Die meisten erneuern sie "
                         "etwa jetzt. Dieselben, in Ihrer Größe, kosten {price}.",
                         "Bestellung {order} vom {month} waren {item}. Falls sie aufgebraucht "
                         "sind: ein Klick, und sie kommen wieder, für {price}."),
                     SAY("Falls nicht, vergessen Sie diese Nachricht.\n\n{brand}",
                         "Sonst ist nichts zu tun.\n\n{brand}"),
                     SAY("Wieder bestellen", "Wie letztes Mal")},
                [TALK_ROUTE] =
                    {SAY("{city} ab {price}", "{home} - {city} für {price}",
                         "Wochenende in {city}?", "Flüge nach {city} günstiger",
                         "{city} ruft: Plätze ab {price}"),
                     SAY("Liebe Reisende,", "Hallo,"),
                     SAY("von {home} nach {city} ab {price} je Strecke, für Reisen ab {month}. "
                         "Buchbar bis {date}.",
                         "neu: {home} - {city}, viermal in der Woche. Zum Start ab {price}."),
                     SAY("Handgepäck ist dabei.\n\n{brand}",
                         "Solange Plätze frei sind.\n\n{brand}"),
                     SAY("Flüge nach {city}", "{city} buchen")},
                [TALK_GIG] = {SAY("{item} live in {home}", "Neu angekündigt: {item}",
                                  "Vorverkauf: {item}, {date}", "{item} auf Tour"),
                              SAY("Hallo,", "Liebe Musikfreunde,"),
                              SAY("{item} spielen am {date} in {home}. Karten ab {price}, der "
                                  "Vorverkauf beginnt morgen um zehn.",
                                  "nur zwei Abende: {item} mit Gästen. Stehplatz {price}, "
                                  "Sitzplätze solange vorhanden."),
                              SAY("{brand}", "Bis bald vor der Bühne\n\n{brand}"),
                              SAY("Karten kaufen", "Zum Vorverkauf")},
                [TALK_QUIET] = {SAY("Neues von {brand}", "Woran wir gearbeitet haben",
                                    "Neu: {item}", "Ein Brief von {brand}"),
                                SAY("Hallo {first},", "Hallo,"),
                                SAY("lange nichts gehört. Diese Saison gibt es neue {item}, und "
                                    "unsere {other} sind repariert.",
                                    "wir schreiben selten, also lohnt es sich: unsere {item} "
                                    "werden jetzt in der Nähe gemacht.",
                                    "unsere Werkstatt öffnet am {date} die Türen. Sehen Sie, wie "
                                    "{item} entstehen."),
                                SAY("Herzliche Grüße\n\n{brand}"),
                                SAY("Weiterlesen", "Mehr darüber")},
                [TALK_NEWS] =
                    {SAY("{brand}: {topic}, und was danach kommt", "Diese Woche zu {topic}: {item}",
                         "Was für {item} spricht", "Warum {item} zurück sind",
                         "Für das Wochenende: {item} und {other}"),
                     SAY("Guten Morgen.", "In dieser Ausgabe:", "Liebe Leserinnen und Leser,"),
                     SAY("Zuerst {item}: warum die Macher streiten und wer recht hat. Dann ein "
                         "Besuch bei Leuten, die auf {other} schwören. Und am Ende wie immer fünf "
                         "Links.",
                         "Ein langer Text über {item}, ein kurzer über {other}, und Ihre Post zur "
                         "letzten Ausgabe.",
                         "Drei Geschichten heute. Eine über {item}, eine über {home}, eine über "
                         "gar nichts."),
                     SAY("Sie haben diesen Brief abonniert.", "Leiten Sie ihn gern weiter."),
                     SAY("Ganz lesen", "Zur Ausgabe")},
                [TALK_RECEIPT] =
                    {SAY("Ihre Bestellung {order}", "Bestellbestätigung {order}",
                         "Danke für Ihre Bestellung, {first}", "Quittung über {price}"),
                     SAY("Hallo {first},", "Guten Tag {name},"),
                     SAY("vielen Dank für Ihre Bestellung.\n\nBestellnummer: {order}\n1 x {item}  "
                         "{price}\nGesamt: {price}\n\nSobald sie unterwegs ist, schreiben wir "
                         "wieder.",
                         "wir haben Ihre Bestellung {order} und Ihre Zahlung von {price} "
                         "erhalten.\n\n1 x {item}  {price}\nRechnungsdatum: {date}"),
                     SAY("Fragen? Antworten Sie mit Ihrer Bestellnummer.\n\n{brand}"),
                     SAY("Bestellung ansehen")},
                [TALK_SHIPPED] =
                    {SAY("Ihre Bestellung {order} wurde versandt", "Unterwegs: Bestellung {order}",
                         "{first}, Ihr Paket kommt"),
                     SAY("Hallo {first},"),
                     SAY("Ihre {item} haben heute unser Lager verlassen. Sendungsnummer: "
                         "{code}88{order}. Voraussichtliche Zustellung: {date}.",
                         "Bestellung {order} ({item}) ist beim Paketdienst. Sie sollte am {date} "
                         "ankommen."),
                     SAY("{brand}"), SAY("Sendung verfolgen")},
                [TALK_DELIVERED] =
                    {SAY("Zugestellt: Bestellung {order}", "Ihr Paket wurde zugestellt"),
                     SAY("Hallo {first},"),
                     SAY("Ihr Paket mit Bestellung {order} wurde heute um {time} zugestellt.",
                         "der Paketdienst hat Ihr Paket ({item}) um {time} beim Nachbarn "
                         "abgegeben."),
                     SAY("{brand}"), SAY("Wo ist es?")},
                [TALK_CODE] = {SAY("Ihr Anmeldecode lautet {code}",
                                   "{code} ist Ihr Code für {brand}", "Sind Sie es? {code}"),
                               SAY("Hallo {first},"),
                               SAY("melden Sie sich mit diesem Code an: {code}\n\nEr gilt zehn "
                                   "Minuten. Geben Sie ihn nie weiter.",
                                   "jemand, hoffentlich Sie, will sich mit einem neuen Gerät "
                                   "anmelden. Ihr Bestätigungscode: {code}"),
                               SAY("Falls Sie es nicht waren, ändern Sie Ihr Passwort.\n\n{brand}"),
                               SAY("Anmelden")},
                [TALK_ACCOUNT] =
                    {SAY("Ihr Kontoauszug für {month} ist da",
                         "Änderung unserer Bedingungen ab {date}", "Ihre Rechnung für {month}",
                         "Ihre Zahlung über {price} ist am {date} fällig"),
                     SAY("Guten Tag {name},"),
                     SAY("Ihr Kontoauszug für {month} liegt im Postfach. Schlusssaldo: {price}.",
                         "zum {date} ändern wir unsere Nutzungsbedingungen. Sie müssen nichts tun.",
                         "Ihr Abo kostet {price} im Monat. Wir buchen am {date} ab."),
                     SAY("Mit freundlichen Grüßen\n\n{brand}"), SAY("Zu meinem Konto")},
                [TALK_BOOKING] =
                    {SAY("Buchungsbestätigung {order}: {home} - {city}",
                         "Ihr Flug nach {city} am {date}", "Jetzt einchecken: {home} - {city}"),
                     SAY("Guten Tag {name},"),
                     SAY("Ihre Reservierung ist bestätigt.\n\nBuchungsnummer: {order}\nFlug "
                         "AL{code}: {home} - {city}, {date} {time}\nFluggast: {name}\nBezahlt: "
                         "{price}",
                         "der Check-in für Ihren Flug nach {city} ist offen.\n\nReservierung "
                         "{order}, Abflug {date} {time}, Platz 14A."),
                     SAY("Gute Reise\n\n{brand}"), SAY("Buchung verwalten")},
                [TALK_VISIT] = {SAY("Ihr Termin am {date}", "Erinnerung: Termin {date}, {time}"),
                                SAY("Guten Tag {name},"),
                                SAY("wir erwarten Sie am {date} um {time}. Bitte sagen Sie einen "
                                    "Tag vorher ab, wenn Sie nicht können.",
                                    "wir erinnern an Ihre Vorsorge am {date}, {time}. Bitte "
                                    "bringen Sie Ihre Karte mit."),
                                SAY("{brand}"), SAY("Termin verlegen")},
                [TALK_SOCIAL] =
                    {SAY("{who} hat ein Foto geteilt", "3 neue Benachrichtigungen",
                         "{who} und 4 andere haben reagiert", "Kennen Sie {who}?",
                         "{who} hat Sie erwähnt"),
                     SAY("Hallo {first},"),
                     SAY("{who} hat etwas Neues geteilt. Schauen Sie, was Ihre Freunde machen.",
                         "auf {brand} ist seit Ihrem letzten Besuch viel passiert.",
                         "{who} möchte sich mit Ihnen vernetzen."),
                     SAY("Worüber wir benachrichtigen, stellen Sie in Ihrem Konto ein."),
                     SAY("Auf {brand} ansehen")},
                [TALK_FRIEND] =
                    {SAY("Samstag?", "deine {item}", "Fotos von letzter Woche", "Kurze Frage",
                         "Essen am {date}", "schon gesehen?", "Reise nach {city}"),
                     SAY("Hey {first},", "Hi!", "Liebe {first},"),
                     SAY("bist du am Samstag da? Wir wollten kochen und dann einen Film schauen.",
                         "hast du noch meine {item}? Eilt nicht, ich habe nur überlegt.",
                         "die Bilder aus {city} sind endlich sortiert. Ich bringe sie mit.",
                         "kann ich dich heute Abend anrufen? Es geht um {date}, nichts Schlimmes.",
                         "ich habe den Laden mit den {item} gefunden, von dem du erzählt hast. "
                         "Gehen wir zusammen hin?"),
                     SAY("Liebe Grüße\n{who}", "Bis dann\n{who}", "{who}"), SAY("")},
                [TALK_ANSWER] = {SAY("Re: {subject}"), SAY("Ha, ja!", "Gut.", "Danke,"),
                                 SAY("das passt. Ich bin um {time} da.",
                                     "ich bringe {item} mit, du den Rest.",
                                     "dann sagen wir {date}, bei mir."),
                                 SAY("{who}"), SAY("")},
                [TALK_REPLY] = {SAY("Re: {subject}"), SAY("Hi,", "Klar!", "Gute Idee."),
                                SAY("Samstag passt, um {time}?", "Ja. Ich bringe {item} mit.",
                                    "Ruf nach {time} an.", "Ginge auch der {date}?"),
                                SAY("{first}"), SAY("")},
                [TALK_LIST] =
                    {SAY("[{list}] {item}: welche halten?", "[{list}] Treffen am {date}",
                         "[{list}] gesucht: {item}", "[{list}] Re: {item} oder {other}",
                         "[{list}] gelesen über {other}"),
                     SAY("Hallo zusammen,", "Hallo Liste,", ""),
                     SAY("meine waren nach {months} Monaten hin. Was nehmt ihr für {item}, und "
                         "würdet ihr wieder kaufen?",
                         "nächstes Treffen am {date}, {time}, am üblichen Ort. Neue sind "
                         "willkommen.",
                         "ich habe {item} und {other} probiert. Ganz klar die ersten.",
                         "kann mir jemand für eine Woche {item} leihen? Ich bin in {home}."),
                     SAY("Grüße\n{who}", "{who}"), SAY("")},
                [TALK_PHISH] =
                    {SAY("Ihr Konto wurde eingeschränkt",
                         "Ungewöhnliche Anmeldung - handeln Sie jetzt",
                         "Zahlung fehlgeschlagen: Daten aktualisieren",
                         "Ihr Paket wartet auf eine Gebühr von {price}"),
                     SAY("Sehr geehrter Kunde,", "Lieber Nutzer,"),
                     SAY("mit Ihrem Konto gibt es ein Problem. Bestätigen Sie Ihre Identität "
                         "binnen 24 Stunden, sonst wird das Konto geschlossen.",
                         "Ihre letzte Zahlung von {price} wurde abgelehnt. Prüfen Sie sofort Ihre "
                         "Karte, um eine Sperrung zu vermeiden."),
                     SAY("Sicherheitsabteilung\n{brand}"),
                     SAY("https://www.{domain}/login", "Jetzt bestätigen")},
                [TALK_ENDS] =
                    {SAY("{first}, Ihr Gutschein verfällt am {date}",
                         "Endet am {date}: Ihr Vorteil bei {item}", "Letzte Erinnerung: gültig bis {date}"),
                     SAY("Hallo {first},", "Guten Tag {first},"),
                     SAY("Ihr Gutschein über {price} verfällt am {date} und wird nicht verlängert. Er "
                         "gilt für {item} und alles andere.",
                         "Ihre Mitgliedschaft endet am {date}. Danach sind Ihre {percent} % verloren."),
                     SAY("{brand}"), SAY("Gutschein einlösen", "Verlängern")},
                [TALK_ORDERED] =
                    {SAY("Ihre Bestellung {order}: noch {percent} % sparen",
                         "Bestellung {order}: ein Schritt fehlt", "Zu Ihrer Bestellung {order}"),
                     SAY("Hallo {first},", "Guten Tag {name},"),
                     SAY("zu Ihrer Bestellung {order} haben wir {percent} % auf {item} reserviert. "
                         "Bestätigen Sie heute.",
                         "bei Bestellung {order} fehlt ein Schritt: {item} dazu, und der Versand ist "
                         "frei."),
                     SAY("{brand}"), SAY("Zur Bestellung {order}", "Abschließen")},
            },
        .view_online = "Im Browser ansehen",
        .unsubscribe = "Abmelden",
        .imprint = "Sie erhalten diese Nachricht als Kunde von",
};
