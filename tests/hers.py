"""A world of brands with two years of receipts, bookings and registrations, of whom she opens nothing else, in three languages."""
import os, random, time
from kim import *

SEED = int(os.environ.get("SEED", "1"))
LANGUAGES = {
    "en": {
        "order": ("Your order {n}", "Thank you for your order {n}.\n\n1 x {thing}    {price} EUR\nShipping    4.90 EUR\nTotal    {total} EUR\n\nWe ship to Main Street 5.\n"),
        "things": (("Glide {i} running shoes, size 42", "The new Glide is here", "Glide running shoes: your next pair", "Run softer in the new Glide. From 119.00 EUR.\n"),
                   ("Arabica coffee beans 1 kg", "Fresh Arabica beans, just roasted", "Arabica coffee from the new harvest", "Our coffee beans are back from 19.90 EUR.\n")),
        "others": ("Warm merino socks for the winter", "Trail jackets 30% off", "Everything for the garden", "Gift ideas for the family", "Last chance: sale ends tonight",
                   "New colours in our water bottles", "Backpacks for every day", "Yoga mats now 20% off"),
        "blast": "Shop now, while stocks last. Save on shoes, socks, jackets, coffee and more.\nUnsubscribe here.\n",
        "race": ("Registration confirmed: Lake Half Marathon", "You are registered for the Lake Half Marathon on {day}.\nStart number {n}.\n"),
        "closes": ("Lake Half Marathon: registration closes on {day}", "Only until {day} you can register for the Lake Half Marathon.\n"),
        "club": ("Training tips for long runs", "Our sponsors say hello", "Photos of the summer", "Volunteers wanted for the Children's Run", "New shirts in the club shop"),
        "trip": ("Your booking {n}: Zurich - Lisbon", "Booking reference {n}\nFlight Zurich (ZRH) to Lisbon (LIS) on {day}\nTotal 189.00 CHF\n"),
        "route": ("Zurich - Lisbon now from 59 CHF", "Fly from Zurich to Lisbon from 59 CHF.\n"),
        "routes": ("Zurich - Oslo now from 59 CHF", "Zurich - Athens now from 79 CHF", "Zurich - Porto from 69 CHF", "Weekend in Vienna from 49 CHF", "Hamburg from 39 CHF"),
        "fly": "Book now, only for a few days. Unsubscribe.\n",
        "recall": ("Important: your knife from order {n} may crack", "The blade of your knife, order {n}, may crack. Please do not use it. We replace it free of charge.\n"),
        "day": "%d %B %Y",
    },
    "de": {
        "order": ("Ihre Bestellung {n}", "Vielen Dank für Ihre Bestellung {n}.\n\n1 x {thing}    {price} EUR\nVersand    4,90 EUR\nGesamt    {total} EUR\n\nWir liefern an Hauptstr. 5.\n"),
        "things": (("Glide {i} Laufschuhe, Größe 42", "Der neue Glide ist da", "Glide Laufschuhe: Ihr nächstes Paar", "Weicher laufen im neuen Glide. Ab 119,00 EUR.\n"),
                   ("Arabica Kaffeebohnen 1 kg", "Frische Arabica Bohnen, eben geröstet", "Arabica Kaffeebohnen der neuen Ernte", "Unsere Kaffeebohnen sind wieder da, ab 19,90 EUR.\n")),
        "others": ("Warme Merinosocken für den Winter", "Trailjacken 30% günstiger", "Alles für den Garten", "Geschenke für die Familie", "Letzte Chance: der Sale endet heute",
                   "Neue Farben bei den Trinkflaschen", "Rucksäcke für jeden Tag", "Yogamatten jetzt 20% billiger"),
        "blast": "Jetzt kaufen, solange der Vorrat reicht. Sparen Sie bei Schuhen, Socken, Jacken, Kaffee und mehr.\nHier abmelden.\n",
        "race": ("Anmeldung bestätigt: Seehalbmarathon", "Sie sind für den Seehalbmarathon am {day} angemeldet.\nStartnummer {n}.\n"),
        "closes": ("Seehalbmarathon: Anmeldeschluss am {day}", "Nur noch bis {day} können Sie sich für den Seehalbmarathon anmelden.\n"),
        "club": ("Trainingstipps für lange Läufe", "Unsere Sponsoren grüßen", "Fotos vom Sommer", "Helfer für den Kinderlauf gesucht", "Neue Trikots im Vereinsshop"),
        "trip": ("Ihre Buchung {n}: Zürich - Lissabon", "Buchungsnummer {n}\nFlug Zürich (ZRH) nach Lissabon (LIS) am {day}\nGesamt 189.00 CHF\n"),
        "route": ("Zürich - Lissabon jetzt ab 59 CHF", "Von Zürich nach Lissabon ab 59 CHF fliegen.\n"),
        "routes": ("Zürich - Oslo jetzt ab 59 CHF", "Zürich - Athen jetzt ab 79 CHF", "Zürich - Porto ab 69 CHF", "Wochenende in Wien ab 49 CHF", "Hamburg ab 39 CHF"),
        "fly": "Jetzt buchen, nur wenige Tage. Hier abmelden.\n",
        "recall": ("Wichtig: Ihr Messer aus Bestellung {n} kann brechen", "Die Klinge Ihres Messers, Bestellung {n}, kann brechen. Bitte nicht mehr benutzen. Wir ersetzen es kostenlos.\n"),
        "day": "%d.%m.%Y",
    },
    "fr": {
        "order": ("Votre commande {n}", "Merci pour votre commande {n}.\n\n1 x {thing}    {price} EUR\nLivraison    4,90 EUR\nTotal    {total} EUR\n\nLivraison au 5 rue Haute.\n"),
        "things": (("Chaussures de course Glide {i}, taille 42", "La nouvelle Glide est là", "Glide : votre prochaine paire de chaussures de course", "Courez en douceur. Glide à partir de 119,00 EUR.\n"),
                   ("Café Arabica en grains 1 kg", "Arabica en grains, fraîchement torréfié", "Café Arabica de la nouvelle récolte", "Notre café en grains est de retour, dès 19,90 EUR.\n")),
        "others": ("Chaussettes en mérinos pour l'hiver", "Vestes de trail à -30%", "Tout pour le jardin", "Idées de cadeaux pour la famille", "Dernière chance : fin des soldes ce soir",
                   "Nouvelles couleurs pour nos gourdes", "Des sacs à dos pour tous les jours", "Tapis de yoga à -20%"),
        "blast": "Achetez vite, dans la limite des stocks. Économisez sur les chaussures, les vestes, le café et plus.\nSe désabonner ici.\n",
        "race": ("Inscription confirmée : Semi-marathon du Lac", "Vous êtes inscrit au Semi-marathon du Lac le {day}.\nDossard {n}.\n"),
        "closes": ("Semi-marathon du Lac : clôture des inscriptions le {day}", "Inscrivez-vous au Semi-marathon du Lac jusqu'au {day}.\n"),
        "club": ("Conseils pour les longues distances", "Nos partenaires vous saluent", "Photos de l'été", "Bénévoles pour la course des enfants", "Nouveaux maillots en boutique"),
        "trip": ("Votre réservation {n} : Zurich - Lisbonne", "Référence de réservation {n}\nVol Zurich (ZRH) - Lisbonne (LIS) le {day}\nTotal 189.00 CHF\n"),
        "route": ("Zurich - Lisbonne dès 59 CHF", "De Zurich à Lisbonne dès 59 CHF.\n"),
        "routes": ("Zurich - Oslo dès 59 CHF", "Zurich - Athènes dès 79 CHF", "Zurich - Porto dès 69 CHF", "Week-end à Vienne dès 49 CHF", "Hambourg dès 39 CHF"),
        "fly": "Réservez vite, quelques jours seulement. Se désabonner.\n",
        "recall": ("Important : votre couteau, commande {n}, peut casser", "La lame de votre couteau, commande {n}, peut casser. Ne l'utilisez plus. Nous le remplaçons gratuitement.\n"),
        "day": "%d %B %Y",
    },
}
SHOP, CLUB, AIR = "Velora <{}@velora.example>", "Seelauf <{}@seelauf.example>", "Aerolinea <{}@aerolinea.example>"


MOIS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()


def day_at(words, ago):
    day = time.gmtime(NOW - ago * DAY)
    return time.strftime(words["day"].replace("%B", MOIS[day.tm_mon - 1]) if words["order"][0][:5] == "Votre" else words["day"], day)


class World:
    """Two years. Ago counts days before now; the next purchase, race and trip are due about now."""

    def __init__(self, language, thing, since=0):
        self.since = since # days more since the last purchase
        self.words, self.box, self.rng = LANGUAGES[language], Box(), random.Random(f"{SEED} {language} {thing}")
        self.item, self.offers = self.words["things"][thing][0], self.words["things"][thing][1:3]
        self.text = self.words["things"][thing][3]
        self.number = self.rng.randrange(40000, 90000)
        self.year()
        self.box.learn()

    def order(self, ago, item, price="119.00"):
        self.number += 17
        subject, body = self.words["order"]
        fill = {"n": self.number, "thing": item, "price": price, "total": "123.90"}
        self.box.put(mail(SHOP.format("orders"), subject.format(**fill), body.format(**fill), ago), "-unread")
        return self.number

    def offer(self, subject, text, ago=0.0):
        return mail(SHOP.format("news"), subject, text, ago, more=LEAVE)

    def year(self):
        words, rng = self.words, self.rng
        for day in range(2, 720, 3):
            self.box.put(self.offer(rng.choice(words["others"]), words["blast"], day + .1))
            self.box.put(mail("Lu <lu@freunde.example>", "Hallo" if day % 2 else "Hello", ago=day + .3), "-unread")
            if day % 9 == 2:
                self.box.put(mail(AIR.format("offers"), rng.choice(words["routes"]), words["fly"], day + .2, more=LEAVE))
                self.box.put(mail(CLUB.format("news"), rng.choice(words["club"]), words["fly"], day + .4, more=LEAVE))
        for i, ago in enumerate((717, 536, 358, 176)):
            self.order(ago + self.since + rng.randrange(-5, 6), self.item.format(i=i + 1))
            fill = {"n": f"XK{rng.randrange(1000, 9999)}", "day": day_at(words, ago - 30)}
            self.box.put(mail(AIR.format("booking"), words["trip"][0].format(**fill), words["trip"][1].format(**fill), ago + .5), "-unread")
        for ago in 700, 335:
            fill = {"n": rng.randrange(100, 999), "day": day_at(words, ago - 30)}
            self.box.put(mail(CLUB.format("office"), words["race"][0].format(**fill), words["race"][1].format(**fill), ago), "-unread")
        self.knife = self.order(420, {"Ihre": "Kochmesser", "Your": "Chef knife"}.get(words["order"][0].split()[0], "Couteau de cuisine"), "79.00")

    def useful(self, message):
        return self.box.why(message)["useful"]
