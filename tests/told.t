#!/usr/bin/env python3
"""Orders, trips and entries told in the forms that shops' platforms, carriers and organisers have, in three languages: what
was bought is due, her route is hers, a day that closes matters, and a recall is read. None of it was ever opened."""
from hers import *

BYE = {"en": "Unsubscribe.\n", "de": "Hier abmelden.\n", "fr": "Se désabonner.\n"}
ROW = ("<tr><td><img src=\"x.jpg\"></td><td><span>{}&nbsp;&times;&nbsp;{}</span><br><span>{}</span></td><td><p>{}</p></td></tr>")
GOODS = ( # days between, how the order tells of it, what is due, what is not
    ("en", 180, "Order #{n} confirmed", "<h2>Thank you for your purchase!</h2><p>Order #{n}</p><table>" +
     ROW.format("Marlstone Gravel Tyre 40 mm", 2, "Tan wall", "£89.98") + "</table><p>Total £89.98</p>",
     "Marlstone: the gravel tyre just got lighter", ("Lights for dark commutes", "Wall hooks for bikes")),
    ("fr", 150, "Votre commande {n} a été expédiée", "Votre colis contient :\n- 3 recharges agenda Lignac 17x21\n- 1 stylo plume\n\nSuivi : 6A128899\n",
     "Recharges Lignac : la nouvelle année", ("Cartables de la rentrée", "Aquarelles et pinceaux")),
    ("de", 180, "Versandbestätigung", "<p>Ihre Bestellung <b>{n}</b> wurde versendet.</p><table><tr><th>Artikel</th><th>Menge</th></tr>"
     "<tr><td>Wasserfilter-Kartuschen Aquilo Maxima, 6er</td><td>1</td></tr></table>",
     "Aquilo Maxima: Kartuschen jetzt wechseln", ("Luftreiniger im Vergleich", "Staubsaugerbeutel")),
    ("de", 365, "Lieferschein {n}", "Lieferschein Nr. {n}\n\nMenge  Artikel\n 40    Dahlienknollen Abendglut\n  1    Hornspäne\n", "Dahlien Abendglut: Knollen jetzt pflanzen", ("Rasenmäher-Roboter", "Hochbeete")),
    ("en", 180, "Order {n} received", "Hi Kim,\n\nAmount: $14.99\nOrder {n}\n\nItem: Lindow Backup Silver\nShips today.\n", "Lindow Backup Silver for less", ("Website builder", "Email hosting")),
    ("en", 180, "Your order #{n} has shipped", "<p>Order #{n} is on its way.</p><table><tr><td>Oakmoor Salmon Adult Dog Food 12kg</td><td>x1</td><td>£54.99</td></tr></table>",
     "Stock up on dog food this week", ("Cosy beds for cats", "Aquarium week")),
    ("en", 180, "Receipt for order {n}", "ORDER {n}\n\nEvenfall Espresso Blend\n1kg / Whole bean\n1 x $38.00\n\nSubtotal  $38.00\nTotal  $38.00\n",
     "Evenfall Espresso: roasted on Friday", ("New teapots", "A mug for every morning")),
    ("en", 180, "Thanks for your order {n}", "Order {n}\n\nWhat's inside:\n8 x Garnet razor blades\n\nTotal paid: $24.00\n", "Fresh blades for less", ("Beard oil in three scents", "Hair clay is back")),
    # other words for the same, plurals, what is part of a compound, what stands behind a word in French, twice in two years
    ("de", 150, "Bestellung {n}", "Bestellung {n}\n\n1 x Kreissägeblatt Hartek 190 mm    31,50 EUR\nGesamt 31,50 EUR\n", "Neue Sägeblätter für Ihr Holz", ("Akkuschrauber im Set", "Arbeitshosen")),
    ("de", 120, "Bestellung {n}", "Bestellung {n}\n\n1 x Druckerpatrone Pixor 545    24,99 EUR\nGesamt 24,99 EUR\n", "Zeit für neue Tinte", ("Bürostühle", "Aktenvernichter")),
    ("en", 120, "Order {n}", "Order {n}\n\n1 x Larkin nappies size 4    £24.99\nTotal £24.99\n", "Diapers: stock up and save", ("Prams on test", "Toys for one year olds")),
    ("fr", 180, "Commande {n}", "Commande {n}\n\n1 x Chaîne VTT Kordia    29,90 EUR\nTotal 29,90 EUR\n", "Chaînes inoxydables pour vous", ("Casques de ville", "Cuissards d'hiver")),
    ("de", 300, "Bestellung {n}", "Bestellung {n}\n\n1 x Fahrradreifen Kontrail    27,95 EUR\nGesamt 27,95 EUR\n", "Neue Reifen sind da", ("Helme mit Licht", "Regenjacken")),
    # a brand for what it is, its shelf below it, what runs out, a brand that nobody knows from who is named by what he sells
    ("de", 180, "Bestellung {n}", "Bestellung {n}\n\n1 x Gillette Venus 8 St.    24,90 EUR\nGesamt 24,90 EUR\n", "Neue Klingen ab 9,90 EUR", ("Badeanzüge", "Haarspangen")),
    ("fr", 120, "Commande {n}", "Commande {n}\n\nBelvoir Lot 12\nSoin > Rasage\nQuantité : 1\n24,90 EUR\nTotal 24,90 EUR\n", "Rasage : les nouveautés", ("Peignoirs", "Brosses")),
    ("en", 180, "Order {n}", "Order {n}\n\n1 x Larkin Harbour No. 4    £24.99\nTotal £24.99\n", "Running low? We have more", ("Mugs by hand", "Gifts for her")),
)
NAMED = ("Saitenreich", "Zeit für neue Saiten", ("Verstärker", "Noten für Chöre"))
RECALLS = {"en": "Please stop using the article that you received with {n}. We replace it free of charge.\n",
           "de": "In der Lieferung zu {n} war ein fehlerhafter Artikel. Wir tauschen ihn kostenlos aus.\n",
           "fr": "Un article livré avec {n} présente un risque. Nous l'échangeons gratuitement.\n"}
TRIPS = (
    ("en", "Your e-ticket {n}", "<table><tr><td>Outbound</td><td>{d}</td></tr><tr><td>09:03 Bath Spa</td><td>10:14 Cardiff Central</td></tr></table>", "%a %d %b", "Bath", "Cardiff"),
    ("en", "Itinerary receipt {n}", "ALDER/KIM MS\nAU 412  Edinburgh EDI - Bergen BGO  {d}  0955 1310\n\nTotal GBP 109.40\n", "%d%b", "Edinburgh", "Bergen"),
    ("en", "Order #{n}", "<table><tr><td>Trip</td><td>Baltimore, MD &rarr; Richmond, VA</td></tr><tr><td>Leaves</td><td>{d}, 2:15 PM</td></tr><tr><td>Fare</td><td>$22.50</td></tr></table>", "%a, %b %d", "Baltimore", "Richmond"),
    ("en", "Booking confirmation {n}", "Booking reference: {n}\n\nOUTWARD\n{d}\nDep 08:12 Hexham (HEX)\nArr 10:31 Carlisle Citadel (CAR)\n\nTotal £48.20\n", "%A %d %B %Y", "Hexham", "Carlisle"),
    ("de", "Ihre Überfahrt ist reserviert", "Moin Kim Alder,\n\nIhre Überfahrt von Emden nach Borkum am {d} um 10:30 Uhr ist reserviert.\nSumme 84,00 EUR\n", "%d. %B %Y", "Emden", "Borkum"),
    ("de", "Fahrkarte", "<dl><dt>Abfahrtsort</dt><dd>Stuttgart Flughafen</dd><dt>Zielort</dt><dd>Straßburg Place de l'Étoile</dd><dt>Abfahrt</dt><dd>{d} 12:00</dd></dl>", "%d.%m.%Y", "Stuttgart", "Straßburg"),
    ("fr", "Votre commande {n} est confirmée", "Votre e-billet est disponible.\n\nGrenoble - Avignon\nDépart le {d} à 07h42\nMontant : 31,00 EUR\n", "%d/%m/%Y", "Grenoble", "Avignon"),
    ("fr", "Réservation {n}", "Port de départ : Roscoff\nPort d'arrivée : Plymouth\nDate de départ : {d}\nMontant : 168,00 EUR\n", "%d/%m/%Y", "Roscoff", "Plymouth"),
)
ENTRIES = ( # who, from where, what tells of it, what closes, what does not
    ("Riverside Events", "info", "en", "Your entry is in: Riverside 10K", "Hi Kim,\n\nyou have a place in the Riverside 10K.\nParticipant: Kim Alder\nRace day: {d}\nBib number: 512\n", "Riverside 10K: entries close on {d}", "Hilltop 10K: enter by {d}"),
    ("Valley Runners", "entries", "en", "Entry confirmed - Ridgeway 21k", "Hi Kim,\n\nYou're in! Here are your details.\n\nEvent: Ridgeway 21k\nDate: {d}\nPaid: £38.00\n", "Ridgeway 21k: last chance to enter by {d}", "Canal 5k: enter by {d}"),
    ("Cartofest", "info", "en", "Your Cartofest ticket", "Hello Kim,\n\nthis is your ticket.\nTicket: 1 x Two-day pass\nDate: {d}\nOrder 51251\nTotal: £240.00\n", "Cartofest early bird ends {d}", "Job board: apply by {d}"),
    ("Seacrest Marathon", "hello", "en", "Congratulations, you're in!", "Hi Kim,\n\nYou are now registered for the Seacrest Marathon.\nDate: {d}\nTotal: EUR 92.00\n", "Seacrest Marathon registration closes on {d}", "Pasta party: the menu"),
    ("Kestrel Conferences", "hello", "en", "Registration received", "Dear Kim Alder,\n\nThank you for registering for Embedded Systems Days.\n\nVenue: Town Hall, Delft\nDates: {d}\nTicket: EUR 350.00\n", "Embedded Systems Days: call for talks closes {d}", "Robotics Forum: register by {d}"),
    ("Harbour Half Events", "races", "en", "Booking confirmed", "Dear Kim,\n\nThank you for entering the Harbour Half.\n\nEntry type: Half marathon (unaffiliated)\nEvent date: {d}\nAmount paid: £36.00\n", "Last few days: enter the Harbour Half before {d}", "Castle 10: entries close {d}"),
    ("Clay & Kiln Studio", "hello", "en", "You're booked!", "Hi Kim,\n\nYou're booked on Wheel Throwing for Beginners.\n\nStarts: {d}\nFee: £140\n", "Wheel Throwing for Beginners: book by {d}", "Raku day: book by {d}"),
    ("Stadtlauf Gera", "info", "de", "Anmeldebestätigung", "Hallo Kim,\n\ndu hast dich erfolgreich zum Stadtlauf Gera angemeldet.\nStrecke: Halbmarathon\nTermin: {d}\nStartgebühr: 28,00 €\n", "Stadtlauf Gera: Anmeldung nur noch bis {d}", "Bambini: Anmeldung nur noch bis {d}"),
    ("Kulturhaus Alte Post", "tickets", "de", "Bestellbestätigung", "Guten Tag Kim Alder,\n\nSie haben Tickets bestellt:\n\nLiederabend Mira Holm\n{d}, 20:00 Uhr\n2 x Normalpreis\nGesamt 48,00 €\n", "Liederabend Mira Holm: Vorverkauf bis {d}", "Kabarett: Vorverkauf bis {d}"),
    ("Trail des Cèdres", "inscription", "fr", "Dossier complet", "Bonjour Kim,\n\nvotre dossier est complet, vous participerez au Trail des Cèdres.\nJour : {d}\nMontant : 42 €\n", "Trail des Cèdres : clôture le {d}", "Rando famille : clôture le {d}"),
    ("TSV Rothenbach", "anmeldung", "de", "Ihre Anmeldung zur Rothenbacher Waldmeile", "Liebe Kim Alder,\n\nSie sind dabei! Ihre Startnummer: 512\nTermin: {d}, 10 Uhr\n", "Waldmeile: Meldeschluss {d}", "Volleyballturnier: melden bis {d}"),
    ("Volkshochschule Ahrtal", "kurse", "de", "Anmeldebestätigung", "Sehr geehrte Frau Alder,\n\nhiermit bestätigen wir Ihre Anmeldung zum Kurs 4711 \"Aquarellmalen für Anfänger\".\nKursbeginn: {d}\nKursgebühr: 98,00 €\n", "Aquarellmalen für Anfänger: anmelden bis {d}", "Excel-Kurs: bis {d} buchen"),
    ("Wochenblatt Abo", "abo", "de", "Ihr Abonnement", "Sehr geehrte Frau Alder,\n\nIhr Abonnement \"Wochenblatt Digital\" läuft bis {d}.\nJahrespreis: 84,00 EUR\n", "Wochenblatt Digital: Kündigungsfrist bis {d}", "Leserreise: anmelden bis {d}"),
    ("Foulées de Chartreuse", "inscriptions", "fr", "Votre inscription", "Bonjour Kim,\n\nVotre inscription au Trail de la Dent est bien prise en compte.\nDate : {d}\nNuméro de dossard : 512\n", "Trail de la Dent : clôture des inscriptions le {d}", "Marche nordique : inscription avant le {d}"),
    ("Théâtre des Tanneurs", "billetterie", "fr", "Vos places", "Bonjour,\n\nvotre réservation est confirmée.\n\nLe Bal des Lanternes\n{d} à 20h30\nMontant total 64 €\n", "Le Bal des Lanternes : réservez avant le {d}", "Cirque : réservez avant le {d}"),
    ("Landkunde Verlag", "service", "de", "Ihr Abo der Zeitschrift Landkunde", "Sehr geehrte Frau Alder,\n\nvielen Dank für die Verlängerung.\nKundennummer 512512\nLaufzeit bis {d}\nJahrespreis 72,00 EUR\n", "Ihr Landkunde-Abo läuft am {d} aus", "Landkunde: Gewinnspiel bis {d}"),
    ("Les Nuits Bleues", "info", "fr", "Vos billets Les Nuits Bleues", "Bonjour,\n\nCommande 512512\n2 x Pass 3 jours\n{d}\nTotal 156,00 €\n", "Les Nuits Bleues : tarif réduit jusqu'au {d}", "Tremplin : candidatures jusqu'au {d}"),
    ("Chorakademie Sankt Marien", "info", "de", "Bestätigung", "Liebe Kim,\n\ndein Platz beim Chorwochenende ist sicher.\n\nBeginn: {d}\nBuchung: 512512\nKosten: 95,00 EUR\n", "Chorwochenende: Anmeldeschluss ist der {d}", "Kinderchor: melden bis {d}"),
)
host = lambda who: "".join(c for c in who.lower() if c.isascii() and c.isalnum()) + ".example"
at = lambda form, ago: time.strftime(form, time.gmtime(NOW - ago * DAY))


def letter(who, local, subject, text, ago=0.0, **more):
    message = mail(f"{who} <{local}@{host(who)}>", subject, text, ago, to="Kim Alder <kim@home.example>", **more)
    return message.replace(b"text/plain", b"text/html", 1) if text.startswith("<") else message


def filled():
    box = Box()
    box.write(".notmuch-config", open(box.home + "/.notmuch-config").read().replace("name=Kim\n", "name=Kim Alder\n"))
    for n in range(240):
        box.put(mail("Lu <lu@freunde.example>", "Hello", ago=3 * n + .3), "-unread")
    return box


def offers(box, who, subjects, text, every=12):
    for i in range(720 // every):
        box.put(letter(who, "news", subjects[i % len(subjects)], text, 722 - every * i, more=LEAVE))


def useful(box, who, subject, text, local="news", more=LEAVE):
    return box.why(letter(who, local, subject, text, more=more))["useful"]


def goods():
    boxes = {0: filled(), -90: filled(), 90: filled()}
    last = {}
    for since, box in boxes.items():
        for i, (language, every, subject, text, _, others) in enumerate(GOODS):
            for n in range(1, 740 // every + 1):
                ago, number = every * n - 4 + since, 80000 + 100 * i + n
                last[i] = number
                if ago > 0:
                    box.put(letter(f"Laden{i}", "service", subject.format(n=number), text.format(n=number), ago), "-unread")
            offers(box, f"Laden{i}", others, BYE[language])
        box.learn()
    for i, (language, _, _, _, due, others) in enumerate(GOODS):
        other = max(useful(boxes[0], f"Laden{i}", subject, BYE[language]) for subject in others)
        now, early, late = (useful(boxes[since], f"Laden{i}", due, BYE[language]) for since in (0, -90, 90))
        ok(now >= other + 20 and now >= max(early, late) + 15, f"goods: '{due}'", now, other, early, late, boxes[0].heed("senders", "--business", f"laden{i}").stdout.decode())
        recall = letter(f"Laden{i}", "news", "About something you bought", RECALLS[language].format(n=last[i]) + BYE[language], more=LEAVE)
        placed(boxes[0], recall, "inbox priority", f"goods: its recall, in {language}")
    for box in boxes.values():
        box.close()


def named():
    box, (who, due, others) = filled(), NAMED
    for n in range(1, 7):
        box.put(letter(who, "service", f"Bestellung {90000 + n}", f"Bestellung {90000 + n}\n\n1 x Hannabach 815    19,90 EUR\nGesamt 19,90 EUR\n", 110 * n), "-unread")
    offers(box, who, others, BYE["de"])
    box.learn()
    other, now = max(useful(box, who, subject, BYE["de"]) for subject in others), useful(box, who, due, BYE["de"])
    ok(now >= other + 20, f"named: '{due}' of {who}", now, other)
    box.close()


def parcels():
    """Of who announces parcels and tells of no order, each is a purchase; those of one order are none of their own."""
    box = filled()
    for n in range(1, 26):
        box.put(letter("Hafen", "service", f"Your order {81000 + n} is on its way", "In your parcel:\n- 3 Lignac refills\n", 28 * n - 2), "-unread")
    for n in range(1, 18):
        box.put(letter("Kontor", "service", f"Your order {82000 + n}", "3 x Lignac refills 20.00 EUR\nTotal 20.00 EUR\n", 42 * n + 18), "-unread")
        for late in 2, 20:
            box.put(letter("Kontor", "service", f"Your order {82000 + n} is on its way", "In your parcel:\n- 3 Lignac refills\n", 42 * n + 18 - late), "-unread")
    for who in "Hafen", "Kontor":
        offers(box, who, ("Pencils", "Paper"), BYE["en"])
    box.learn()
    for who, weeks in ("Hafen", 4), ("Kontor", 6):
        found = [one["detail"] for one in box.why(letter(who, "news", "Lignac refills: the new year", BYE["en"], more=LEAVE))["findings"]
                 if one["code"] in ("hers.due", "hers.owned")]
        ok(any(f"every {weeks} weeks" in one for one in found), f"parcels: {who}, every {weeks} weeks", found)
    box.close()


def through():
    """A shop's platform writes its receipts; who answers to them is the shop, and writes of them itself. Not where anybody has a mailbox,
    nor where anybody says so."""
    box = filled()
    for n in range(1, 5):
        for shop, answers in ("Garnhof", "hallo@garnhof.example"), ("Wollweber", "wollweber@gmail.com"), ("Strickeck", "hallo@strickeck.example"):
            receipt = letter("Kassenwerk", "belege", f"Ihre Bestellung {9100 + n} bei {shop}",
                             f"Bestellung {9100 + n}\n\n1 x Sockenwolle Nordlicht    9,90 EUR\nGesamt    9,90 EUR\n", 180 * n - 4, more=f"Reply-To: {answers}\n")
            box.put(receipt if shop == "Strickeck" else receipt.replace(b"kassenwerk.example", b"t.shopifyemail.com"), "-unread")
    for who in "Garnhof", "Wollweber", "Strickeck":
        offers(box, who, ("Stricknadeln aus Holz", "Knöpfe"), BYE["de"])
    box.learn()
    due, *none = (useful(box, who, "Sockenwolle Nordlicht ist da", BYE["de"]) for who in ("Garnhof", "Wollweber", "Strickeck"))
    other = useful(box, "Garnhof", "Knöpfe", BYE["de"])
    ok(due >= other + 20 and due >= max(none) + 15, "through: what the platform told is due from the shop", due, other, none, box.heed("senders", "--business", "garnhof.example").stdout.decode())
    told = box.heed("senders", "--business", "strickeck.example").stdout.decode()
    ok("nordlicht" not in told, "through: who is no platform tells of nobody else", told)
    for who, where in ("Garnhof", "inbox priority"), ("Wollweber", "later suspect"), ("Strickeck", "later suspect"):
        placed(box, letter(who, "news", "Bitte lesen", RECALLS["de"].format(n="Bestellung 9101") + BYE["de"], more=LEAVE), where, f"through: a recall by {who}")
    box.close()


def shelves():
    """What a shop's shelves are called stands in all of its mail: that is no offer of what she bought from one."""
    box = filled()
    for n in range(1, 6):
        box.put(letter("Imkerei Tauber", "service", f"Bestellung {9300 + n}", f"Bestellung {9300 + n}\n\n1 x Lindenhonig 500 g    7,50 EUR\nGesamt 7,50 EUR\n", 120 * n - 4), "-unread")
    offers(box, "Imkerei Tauber", ("Kerzen aus Wachs", "Imkerkurs"), BYE["de"])
    box.learn()
    none, due = (useful(box, "Imkerei Tauber", subject, "Honig\nKerzen\nKurse\n\n" + BYE["de"]) for subject in ("Kerzen aus Wachs", "Der neue Honig ist da"))
    ok(none < 1 and due >= 20, "shelves: candles are no honey, honey is", none, due)
    box.close()


def trips():
    box = filled()
    for i, (language, subject, text, form, a, b) in enumerate(TRIPS):
        for ago in 700, 520, 340, 160:
            fill = {"n": f"XK{i}{ago}", "d": at(form, ago - 9)}
            box.put(letter(f"Linie{i}", "booking", subject.format(**fill), text.format(**fill), ago), "-unread")
        offers(box, f"Linie{i}", (f"{a} - Ghent: 19 EUR", f"Turin - {b}: 19 EUR"), BYE[language])
    box.learn()
    for i, (language, _, _, _, a, b) in enumerate(TRIPS):
        other = max(useful(box, f"Linie{i}", subject, BYE[language]) for subject in (f"{a} - Ghent: 19 EUR", f"Turin - {b}: 19 EUR"))
        hers = box.why(letter(f"Linie{i}", "news", f"{a} - {b}: 19 EUR", BYE[language], more=LEAVE))
        ok(hers["useful"] >= other + 25 and hers["placement"] in ("inbox", "priority"), f"trips: {a} - {b}", hers["useful"], other, box.heed("senders", "--business", f"linie{i}").stdout.decode())
    box.close()


def ways():
    """Both ends are hers, whatever the fare is praised with; a place whose name is a word of another language is one."""
    box = filled()
    for ago in 700, 520, 340, 160:
        for who, trip in ("Celta", "Dublin (DUB) - Geneva (GVA)"), ("Azur", "Lyon - Lisbon"), ("Liguria", "Nice - Gênes"):
            box.put(letter(who, "booking", f"Booking {who}{ago}", f"{trip}\n{at('%d %B %Y', ago - 9)}\nTotal 48.00 EUR\n", ago), "-unread")
    for who, others in ("Celta", ("Cork - Geneva: 19 EUR",)), ("Azur", ("Lyon - Nantes: 19 EUR",)), ("Liguria", ("Toulon - Aix: 19 EUR",)):
        offers(box, who, others, BYE["en"])
    box.learn()
    for who, hers, other in (("Celta", "Geneva to Dublin: fly home from 35 EUR", "DUB-VIE from 25 EUR"), ("Azur", "Lisbon – Lyon: back home from 45 EUR", "Nice - Lisbon: 55 EUR"),
                             ("Liguria", "Nice - Genoa: 12 EUR", "Nice - Turin: 12 EUR")):
        yes, no = useful(box, who, hers, BYE["en"]), useful(box, who, other, BYE["en"])
        ok(yes >= no + 25, f"ways: '{hers}', not '{other}'", yes, no, box.heed("senders", "--business", who.lower()).stdout.decode())
    box.close()


def entries():
    box = filled()
    form = {"en": "%d %B %Y", "de": "%d.%m.%Y", "fr": "%d/%m/%Y"}
    for who, local, language, subject, text, _, other in ENTRIES:
        for ago in 740, 375:
            box.put(letter(who, local, subject, text.format(d=at(form[language], ago - 60)), ago), "-unread")
        offers(box, who, ("Photos", "News"), BYE[language])
    box.learn()
    for who, local, language, _, _, closes, other in ENTRIES:
        rest = max(useful(box, who, "Photos", BYE[language]), useful(box, who, other.format(d=at("%Y-%m-%d", -6)), BYE[language]))
        for ahead in 13, 1:
            soon = useful(box, who, closes.format(d=at("%Y-%m-%d", -ahead)), BYE[language])
            ok(soon >= rest + 15, f"entries: '{closes}', {ahead} days before", soon, rest, box.heed("senders", "--business", host(who)).stdout.decode())
        past = useful(box, who, closes.format(d=at("%Y-%m-%d", 4)), BYE[language])
        ok(past <= rest + 5, f"entries: '{closes}', when it is past", past, rest)
    told = box.heed("senders", "--business", "--json").stdout.decode().lower()
    names = {word for one in json.loads(told) for word in one["thing"].split()}
    ok(not names & {"kim", "alder", "frau", "participant"}, "entries: she is no thing", names & {"kim", "alder", "frau", "participant"})
    box.close()


NUMBERS = ( # how shops write them: of an order, of one that never was
    ("en", "Order {}", "4175", "4176"), ("en", "Order {}", "B9W1-BN71", "B9W1-BN72"), ("en", "Job {}", "88213", "88214"),
    ("de", "Auftrag Nr. {}", "K1P-78", "K1P-79"), ("de", "Bestellung {}", "3107", "3108"),
    ("fr", "Commande n° {}", "7129", "7130"), ("fr", "Commande n°{}", "Q4X-74", "Q4X-75"),
)


def numbers():
    box = filled()
    for i, (language, form, hers, _) in enumerate(NUMBERS):
        box.put(letter(f"Haus{i}", "service", "Order confirmation", f"{form.format(hers)}\n\n1 x Kettle    39.00 EUR\nTotal    39.00 EUR\n", 60), "-unread")
        offers(box, f"Haus{i}", ("Alles für den Garten", "Pour le jardin"), BYE[language], 6)
    box.learn()
    for i, (language, form, hers, other) in enumerate(NUMBERS):
        for number, where in (hers, "inbox priority"), (other, "later suspect"):
            text = RECALLS[language].format(n=form.format(number)) + BYE[language]
            placed(box, letter(f"Haus{i}", "news", "Please read", text, more=LEAVE), where, f"numbers: {form.format(number)}, {where}")
    box.close()


def claimed():
    """A booking that names neither a day nor what it is for, of who advertises to her in vain, is none, and is given no chance."""
    box = filled()
    offers(box, "Hofladen", ("Wanderschuhe im Sale", "Alles für den Garten"), "Jetzt sparen. Hier abmelden.\n", 4)
    box.learn()
    for subject, text in (("Buchung 752483", "Danke für Ihre Buchung 752483. Die zweite ist billiger.\n"), ("Ihr Abo 123553", "Ihr Abo 123553 verlängert sich.\n"),
                          ("Ihre Reservierung 610937 ändert sich", "Zu 610937: sehen Sie, was es Neues gibt. Mäntel ab 39 €, Stiefel ab 49 €.\n" + BYE["de"]),
                          ("Ihr Abo 610938 verlängert sich morgen", "Zu 610938: jetzt Mäntel ab 39 €, Stiefel ab 49 €.\n" + BYE["de"]),
                          ("Verspätung der Bestellung 610939", "Zu 610939: jetzt Mäntel ab 39 €.\n"),
                          ("Rechnung 4472", "Rechnung 4472 zu Ihrer letzten Bestellung: Gesamt 0,00 €.\n")):
        placed(box, letter("Hofladen", "service", subject, text), "later suspect", f"claimed: '{subject}'")
    box.close()


if __name__ == "__main__":
    main(goods, named, parcels, through, shelves, trips, ways, entries, numbers, claimed)
