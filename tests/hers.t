#!/usr/bin/env python3
"""What she buys, where she travels, what she takes part in: the message that is about it, from senders of whom she opens
nothing else. Two years of receipts, bookings and registrations, in three languages."""
from hers import *


def moments(language, thing):
    world = World(language, thing)
    words = world.words
    say = f"{language}, {world.item.split()[0]}"
    others = [world.useful(world.offer(subject, words["blast"])) for subject in words["others"]]
    before, behind = World(language, thing, -90), World(language, thing, 120)
    for subject in world.offers:
        due, early, late = (one.useful(one.offer(subject, world.text + words["blast"])) for one in (world, before, behind))
        ok(due >= max(others) + 20, f"{say}: the due offer '{subject}' before other offers", due, sorted(others)[-3:])
        ok(due >= max(early, late) + 15, f"{say}: and before itself, too early or too late", due, early, late)
    closes = lambda ahead, ago=0.0: mail(CLUB.format("news"), words["closes"][0].format(day=day_at(words, -ahead)),
                                         words["closes"][1].format(day=day_at(words, -ahead)) + words["fly"], ago, more=LEAVE)
    club = max(world.useful(mail(CLUB.format("news"), subject, words["fly"], more=LEAVE)) for subject in words["club"])
    for ahead in 12, 6, 1:
        ok(world.useful(closes(ahead)) >= club + 15, f"{say}: the race closes in {ahead} days", world.useful(closes(ahead)), club)
    past = world.useful(closes(-3))
    ok(past <= club + 5, f"{say}: and when that is past it is no more", past, club)
    route = world.box.why(mail(AIR.format("offers"), words["route"][0], words["route"][1] + words["fly"], more=LEAVE))
    routes = max(world.useful(mail(AIR.format("offers"), subject, words["fly"], more=LEAVE)) for subject in words["routes"])
    ok(route["useful"] >= routes + 25 and route["placement"] in ("inbox", "priority"), f"{say}: her route", route["useful"], route["placement"], routes)
    fill = {"n": world.knife}
    recall = mail(SHOP.format("news"), words["recall"][0].format(**fill), words["recall"][1].format(**fill), more=LEAVE)
    placed(world.box, recall, "inbox priority", f"{say}: a recall of an order that exists")
    if language == "en": # that says sorry with a voucher is none the less a recall
        sorry = "We are sorry. You get back what you paid, and a voucher for your next order. " + "Please write to us if anything is unclear to you. " * 3
        placed(world.box, mail(SHOP.format("news"), "Important: your chef knife may crack", f"It is the knife of your order {world.knife}. {sorry}\nUnsubscribe here.\n", more=LEAVE),
               "inbox priority", f"{say}: and of one that says sorry with a voucher")
    placed(world.box, mail(SHOP.format("news"), words["recall"][0].format(n=11873), words["recall"][1].format(n=11873) + words["blast"], more=LEAVE),
           "inbox later priority suspect", f"{say}: one of an order that never was")
    world.box.close()
    before.box.close()
    behind.box.close()


RACE, EN = "Tarn Marathon <{}@tarn.example>", LANGUAGES["en"]
CLAIMS = {
    "en": (("Your order {n}: save another 10%", "Order {n} - your next one is 20% cheaper", "Order confirmation {n}: one more for free", "Your parcel {n} is waiting: 15% off inside",
            "Invoice {n}: your discount expires tonight", "Re: your order {n} - last chance", "Thank you for your order {n}! Here is 10% off", "Shipping update {n}: free delivery today",
            "Receipt {n}: your voucher", "Your order {n} is not complete yet", "Delivery {n}: choose your gift", "Payment received for order {n}? Save now",
            "Booking {n} confirmed", "Your verification code {n}", "Your account statement {n}"),
           "Order {n}: save another 10% today only. Shop now, while stocks last. Offers from 9.99 EUR.\nUnsubscribe here.\n"),
    "de": (("Ihre Bestellung {n}: noch einmal 10% sparen", "Bestellung {n} - die nächste 20% günstiger", "Bestellbestätigung {n}: noch eins gratis", "Ihr Paket {n} wartet: 15% Rabatt",
            "Rechnung {n}: Ihr Rabatt endet heute", "Re: Ihre Bestellung {n} - letzte Chance", "Danke für Ihre Bestellung {n}! Hier sind 10%", "Versandinfo {n}: heute versandkostenfrei",
            "Beleg {n}: Ihr Gutschein", "Ihre Bestellung {n} ist noch nicht vollständig", "Lieferung {n}: wählen Sie Ihr Geschenk", "Zahlung zu Bestellung {n} erhalten? Jetzt sparen",
            "Buchung {n} bestätigt", "Ihr Bestätigungscode {n}", "Ihr Kontoauszug {n}"),
           "Bestellung {n}: nur heute noch einmal 10% sparen. Jetzt kaufen, solange der Vorrat reicht. Angebote ab 9,99 EUR.\nHier abmelden.\n"),
    "fr": (("Votre commande {n} : économisez encore 10%", "Commande {n} - la prochaine à -20%", "Confirmation de commande {n} : un article offert", "Votre colis {n} vous attend : -15%",
            "Facture {n} : votre remise expire ce soir", "Re: votre commande {n} - dernière chance", "Merci pour votre commande {n} ! Voici -10%", "Suivi de livraison {n} : livraison gratuite",
            "Reçu {n} : votre bon d'achat", "Votre commande {n} n'est pas terminée", "Livraison {n} : choisissez votre cadeau", "Paiement de la commande {n} reçu ? Profitez-en",
            "Réservation {n} confirmée", "Votre code de vérification {n}", "Votre relevé de compte {n}"),
           "Commande {n} : économisez encore 10% aujourd'hui. Achetez vite, dans la limite des stocks. Offres dès 9,99 EUR.\nSe désabonner ici.\n"),
}


def claims(language):
    """Orders that never were, claimed by a brand whose mail she throws away unread."""
    box, (subjects, text) = Box().year(), CLAIMS[language]
    quiet = text.split("\n")[1] # no word of discounts: "Unsubscribe here."
    for day in range(1, 300, 4):
        box.put(mail(SHOP.format("news"), LANGUAGES[language]["others"][day % 8], LANGUAGES[language]["blast"], day, more=LEAVE), "+deleted")
    box.learn()
    for i in 0, 0: # told once, a number of its own is known
        box.heed("deliver", "--wait", stdin=mail(SHOP.format("news"), subjects[i].format(n=77120), text.format(n=77120), more=LEAVE))
    for i, subject in enumerate(subjects):
        placed(box, mail(SHOP.format("news"), subject.format(n=77120 + i), text.format(n=77120 + i), more=LEAVE), "later suspect", f"{language}: '{subject}'")
    named = lambda: mail(SHOP.format("news"), LANGUAGES[language]["others"][0], f"{subjects[1].split(' -')[0].format(n=88461)}.\n{quiet}\n", more=LEAVE)
    for _ in 0, 0:
        box.heed("deliver", "--wait", stdin=named())
    placed(box, named(), "later suspect", f"{language}: an order that their newsletters made up")
    box.close()


def ledger():
    """What is known of her business is shown, forgotten for good, and in no header."""
    world = World("en", 0)
    heed = world.box.heed
    known = json.loads(heed("senders", "--business", "--json", "velora").stdout)
    ok([one["thing"] for one in known].count("glide running shoes") == 4 and {one["organisation"] for one in known} == {"velora.example"},
       "senders --business shows things", known)
    said = heed("senders", "--business").stdout.decode()
    ok("zurich lisbon, for " in said and max(map(len, said.splitlines())) <= 80, "and trips, in 80 columns", said)
    ok("glide running shoes\n" + " " * 29 + "119.00 EUR, size 42\n" + " " * 29 + "4 times, about every 6." in said, "how often, and each thing once", said)
    why = world.box.why(world.offer(world.offers[0], world.text))
    details = [one["detail"] for one in why["findings"] if one["code"] == "hers.due"]
    ok(details and details[0].startswith("you buy glide") and "months, the last time" in details[0], "why tells as a person would", details)
    heed("deliver", "--wait", stdin=world.offer(world.offers[0], world.text))
    found = subprocess.run(["grep", "-rl", "X-Heed-Why:.*", world.box.home + "/Mail/new", world.box.home + "/Mail/cur"], capture_output=True, text=True).stdout.split()
    header = open(found[0]).read() if found else ""
    ok("hers.due" in header.replace("\n ", " ") and "you buy" not in header.replace("\n ", " "), "its header does not", header[:1500])
    ok(heed("senders", "--forget", "velora").returncode == 64, "to forget takes --business and a name")
    done = heed("senders", "--business", "--forget", "velora")
    ok(done.returncode == 0 and heed("senders", "--business", "velora").returncode == 1, "it is forgotten", done.stdout, done.stderr)
    heed("init")
    ok(heed("senders", "--business", "velora").returncode == 1 and heed("senders", "--business", "aero").returncode == 0,
       "also when the book is built anew; the rest is there")
    world.box.close()


def sources():
    """Markup, calendars and subscriptions tell of things and days."""
    box = Box()
    html = "Content-Type: text/html; charset=utf-8\n"
    day = lambda ahead: time.strftime("%Y-%m-%d", time.gmtime(NOW + ahead * DAY))
    flight = ('<p>See you on board.</p><script type="application/ld+json">{"@type":"FlightReservation","reservationNumber":"XK4711","reservationFor":'
              '{"@type":"Flight","departureAirport":{"name":"Zürich","iataCode":"ZRH"},"arrivalAirport":{"name":"Lissabon","iataCode":"LIS"},"departureTime":"%sT20:15:00+01:00"}}</script>')
    for ago in 200, 120, 60, 1:
        message = mail(AIR.format("booking"), "Your booking XK4711", flight % day(20 - ago + 1), ago)
        box.put(message.replace(b"Content-Type: text/plain; charset=utf-8\n", html.encode()), "-unread")
    calendar = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Winterklang\nDTSTART:{day(9).replace('-', '')}T190000Z\nEND:VEVENT\nEND:VCALENDAR\n"
    box.put(mail("Halle <karten@halle.example>", "Your ticket", calendar, 5).replace(b"text/plain", b"text/calendar"), "-unread")
    box.put(mail("Paperboy <abo@paperboy.example>", "Your subscription is confirmed", "Welcome. Your yearly subscription of Morgenwind Plus is active, 49.00 EUR.\n", 355), "-unread")
    box.put(mail("Lu <lu@freunde.example>", "Hello", ago=3), "-unread")
    box.learn()
    told = json.loads(box.heed("senders", "--business", "--json").stdout)
    known = {(one["organisation"], one["thing"]): time.strftime("%Y-%m-%d", time.gmtime(one["day"])) for one in reversed(told)} # the latest last
    ok(known.get(("aerolinea.example", "zurich zrh lisbon lis")) == day(20), "schema.org: from where to where, and when", known)
    ok(known.get(("halle.example", "winterklang")) == day(9), "a calendar: what it is, and when", known)
    ends = [when for (who, thing), when in known.items() if who == "paperboy.example" and "morgenwind" in thing]
    ok(ends and set(ends) <= {day(9), day(10), day(11)}, "a subscription: when the year is over", known)
    box.write("asks.rules", "about route >= 4 -> +usual\ndeadline in < 12 days -> +soon\n")
    for what, author, subject, wanted in (("by its codes", AIR.format("offers"), "ZRH-LIS from 59 CHF", "+usual"), ("another route", AIR.format("offers"), "ZRH-OSL from 59 CHF", ""),
                                          ("the concert", "Halle <news@halle.example>", f"Winterklang on {day(9)}: where to park", "+soon"),
                                          ("another concert", "Halle <news@halle.example>", f"Sommernacht on {day(8)}: tickets", ""),
                                          ("what renews", "Paperboy <news@paperboy.example>", f"Morgenwind Plus: prices change on {day(10)}", "+soon")):
        said = json.loads(box.heed("why", "--json", "--rules", box.home + "/asks.rules", "-", stdin=mail(author, subject, "Unsubscribe here.\n", more=LEAVE)).stdout)
        ok(" ".join(said["tags"]) == wanted, f"sources: {what}", said["tags"], said["kind"], [f for f in said["findings"] if f["code"].startswith("hers")])
    box.close()


def hostile():
    """What a terminal takes for more than letters is not printed, whether mail or the book itself has it."""
    import sqlite3
    world = World("en", 0)
    html = ('<p>1 x Glide\u009b31m \u202eedilg 9.00 EUR</p><script type="application/ld+json">{"@type":"Order","orderedItem":{"name":'
            '"Nordlicht\\u009b31m \\u202elamp\\u2066 \\u0007bell"}}</script>')
    order = mail(SHOP.format("orders"), "Your order 81120", html, 1)
    world.box.put(order.replace(b"Content-Type: text/plain; charset=utf-8\n", b"Content-Type: text/html; charset=utf-8\n"), "-unread")
    world.box.learn()
    book = sqlite3.connect(world.box.home + "/.local/state/heed/book.db")
    book.execute("INSERT INTO thing VALUES('velora.example', 'winterfell \u009b31m\u202e \u2067lamp\x07', ?, 2, 0, '=9.00 e31m @kim‮ b')", (NOW - 5 * DAY,))
    book.execute("INSERT INTO thing VALUES('ve\u009blora\u202e.example', 'lamp', ?, 2, 0, '')", (NOW - 5 * DAY,))
    book.commit()
    book.close()
    offer = mail(SHOP.format("news"), "Winterfell lamp is back", "Unsubscribe here.\n", more=LEAVE)
    told = {"--business": world.box.heed("senders", "--business"), "--json": world.box.heed("senders", "--business", "--json"),
            "why": world.box.heed("why", "-", stdin=offer), "--forget": world.box.heed("senders", "--business", "--forget", "lora")}
    ok(b"nordlicht" in told["--business"].stdout and b"winterfell" in told["--business"].stdout and b"winterfell" in told["--json"].stdout,
       "strange things are shown", told["--business"].stdout)
    for what, said in told.items():
        out = (said.stdout + said.stderr).decode()
        bad = [hex(ord(c)) for c in out if ord(c) < 32 and c != "\n" or 127 <= ord(c) < 160 or c in "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"]
        ok(said.stdout and not bad, f"{what} prints no controls", bad, out)
    world.box.close()


def former():
    """A book of an older heed is upgraded where it is, and the next syncs fill its ledger."""
    import sqlite3
    world = World("en", 0)
    heed, place = world.box.heed, world.box.home + "/.local/state/heed/book.db"
    shown = lambda: heed("senders", "--business", "--json").stdout
    whole = shown()
    for folders in False, True:
        if folders: # the same mail without an index
            os.remove(place)
            world.box.env["NOTMUCH_CONFIG"] = "/nonexistent"
            world.box.write(".config/heed/config", "[trust]\nauthserv-id=mx.home.example\n[history]\nmaildir=~/Mail\n")
            heed("init", "--yes")
            whole = shown()
        book = sqlite3.connect(place)
        book.executescript("""DROP TABLE thing; ALTER TABLE business DROP COLUMN named; ALTER TABLE alias RENAME TO was;
            CREATE TABLE alias(address TEXT PRIMARY KEY, organisation TEXT, given INTEGER, made INTEGER) WITHOUT ROWID;
            INSERT INTO alias SELECT address, organisation, given, made FROM was; DROP TABLE was;
            DELETE FROM meta WHERE key = 'ledger'; PRAGMA user_version = 9""")
        book.close()
        said = heed("sync")
        ok(len(json.loads(whole)) > 10 and shown() == whole, f"upgraded from version 9, and filled by sync{', from folders' * folders}", said.stderr, shown(), whole)
        heed("senders", "--business", "--forget", "velora")
        heed("sync")
        ok(b"velora" not in shown() and b"aerolinea" in shown(), "once: what is forgotten since stays so")
    world.box.close()


def by_and_by():
    """A ledger of more than one sync takes is filled by several, each going on where the last one ended, and letters of one second are not passed over."""
    import sqlite3
    box = Box()
    for n in range(230):
        shop = f"shop{n % 9}.example"
        box.put(mail(f"Shop <orders@{shop}>", f"Your order 88{n:03}", f"1 x Lamp{chr(97 + n % 23)}on glow    {n + 1}.50 EUR\n", 300 - n // 5, mid=f"o{n}@{shop}"), "-unread")
    box.learn()
    shown = lambda: json.loads(box.heed("senders", "--business", "--json").stdout or "[]")
    whole, counts = shown(), []
    book = sqlite3.connect(box.home + "/.local/state/heed/book.db")
    book.executescript("DELETE FROM thing; DELETE FROM meta WHERE key = 'ledger'")
    book.close()
    for _ in range(4):
        box.heed("sync")
        counts.append(len(shown()))
    ok(0 < counts[0] <= 100 < counts[1] <= 200 < counts[2] == counts[3] == len(whole) == 230, "a ledger is filled by several syncs", counts, len(whole))
    ok(shown() == whole, "as init would have it")
    box.close()


RULES = """bought -> +bought
bought >= 4 -> +often
about purchase -> +thing
last bought > 5 months -> +long-ago
last bought < 5 months -> +lately
about route -> +route
about route >= 4 -> +usual
deadline in < 7 days -> +soon
deadline in < 30 days -> +month
not about route -> +no-route
"""


def rules():
    """What rules ask of her business, of the thing first and of its sender else; nothing of who only claims to be them."""
    world = World("en", 0)
    world.box.write("asks.rules", RULES)

    def tags(message):
        said = json.loads(world.box.heed("why", "--json", "--rules", world.box.home + "/asks.rules", "-", stdin=message).stdout)
        return " ".join(sorted(tag[1:] for tag in said["tags"]))

    ask = lambda author, subject, text="", **more: tags(mail(author, subject, text + world.words["fly"], more=LEAVE, **more))
    shop, air, club = SHOP.format("news"), AIR.format("offers"), CLUB.format("news")
    race = lambda ahead: ask(club, *(text.format(day=day_at(world.words, -ahead)) for text in world.words["closes"]))
    for what, got, wanted in (
            ("the shoes", ask(shop, "The new Glide is here"), "bought long-ago no-route often thing"),
            ("socks of the same shop", ask(shop, "Warm merino socks"), "bought long-ago no-route often"),
            ("a knife bought once", ask(shop, "A new chef knife"), "bought long-ago no-route thing"),
            ("her route", ask(air, *world.words["route"]), "route usual"),
            ("another route", ask(air, "Zurich - Oslo now from 59 CHF"), "no-route"),
            ("a race in five days", race(5), "month route soon"),
            ("in twenty", race(20), "month route"),
            ("a race that is over", race(-2), "route"),
            ("a day of nothing of hers", ask(club, "Volunteers wanted", f"Until {day_at(world.words, -3)}.\n"), "no-route"),
            ("who is no shop of hers", ask("Lu <lu@freunde.example>", "The new Glide is here"), "no-route"),
            ("who only says so", ask(shop, "The new Glide is here", result="fail"), "")):
        ok(got == wanted, f"rules: {what}", got)
    last = world.order(3, world.item.format(i=7))
    world.box.learn()
    got = ask(shop, "The new Glide is here")
    ok(got == "bought lately no-route often thing", "rules: bought again three days ago", got, last)
    world.box.close()


def owned():
    """What she bought is what she cares for, whoever of those whom she knows writes of it; of the shop itself, also when no more is due."""
    world = World("en", 0)

    def had(author, subject, **more):
        said = world.box.why(mail(author, subject, world.words["blast"], more=LEAVE, **more))
        return [f["detail"] for f in said["findings"] if f["code"] == "hers.owned"]

    told = had(AIR.format("offers"), "Glide running shoes for the lounge")
    ok(told and told[0].startswith("you bought ") and "glide" in told[0], "owned: of somebody else's offer", told)
    knife = had(SHOP.format("news"), "A new handle for your chef knife")
    ok(knife and "knife" in knife[0], "owned: bought once", knife)
    others = [had(AIR.format("offers"), "Warm merino socks"), had("Sohle <news@sohle.example>", "Glide running shoes now 59.00"),
              had(AIR.format("offers"), "Glide running shoes for the lounge", result="fail"), had(SHOP.format("news"), "Glide running shoes: your next pair")]
    ok(not any(others), "owned: not of other things, strangers, forgers, nor what is due anyhow", others)
    world.box.close()


def about():
    """What is about her outweighs what became of the rest that its sender writes; what went to many does not."""
    box = Box().year()
    box.write(".notmuch-config", open(box.home + "/.notmuch-config").read().replace("name=Kim\n", "name=Kim Alder\n"))
    box.learn()
    closed = "A word about your account", "Dear {},\n\nwe have changed the card that your points are on.\n"

    def blamed(author="Lampen Direkt <news@lampendirekt.example>", **more):
        said = box.why(mail(author, closed[0], closed[1].format("Kim Alder"), **more))
        return said["kind"], -sum(f["value"] for f in said["findings"] if f["code"] == "history.organisation")

    kind, hers = blamed()
    many = blamed(more=LEAVE)[1]
    ok(kind == "account" and hers < 0.2 < 0.8 < many, "about her: what else they write hardly counts", kind, hers, many)
    box.close()


def details():
    """What a thing cost, its size, whom it is for, until when it is paid: shown, and told of what costs less, costs more or is due."""
    box = Box()
    box.write(".notmuch-config", open(box.home + "/.notmuch-config").read().replace("name=Kim\n", "name=Kim Alder\n"))
    for ago in 400, 210, 20:
        box.put(mail(SHOP.format("orders"), f"Your order 77{ago}", "1 x Glide running shoes, size 42    139.00 EUR\nTotal 143.90 EUR\n", ago), "-unread")
    box.put(mail(AIR.format("booking"), "Your booking XK4711: Zurich - Lisbon", f"On {time.strftime('%d %B %Y', time.gmtime(NOW + 12 * DAY))}.\nPassengers: Kim Alder, Jo Alder\n", 30), "-unread")
    paper = "Paperboy <abo@paperboy.example>"
    for ago in 357, 400, 755: # the year is over in eight days; reminded of it once
        box.put(mail(paper, "Your subscription is confirmed", "Your yearly subscription of Morgenwind Plus is active, 49.00 EUR per year.\n", ago), "-unread")
    for ago in 765, 400, 35: # paid until a week before each
        box.put(mail("Radio <abo@radio.example>", "Your subscription", f"Your subscription of Nachtwelle ends on {time.strftime('%d %B %Y', time.gmtime(NOW - (ago - 30) * DAY))}.\n", ago), "-unread")
    for n in range(40):
        box.put(mail((SHOP, AIR, CLUB)[n % 3].format("news"), "Everything for the garden", "Unsubscribe here.\n", 300 - 7 * n, more=LEAVE), "")
    box.put(mail("Lu <lu@freunde.example>", "Hello", ago=3), "-unread")
    box.learn()
    said = box.heed("senders", "--business").stdout.decode()
    ok("139.00 EUR, size 42" in said and "for Kim Alder, Jo Alder" in said and max(map(len, said.splitlines())) <= 80, "details are shown", said)
    told = [one for one in json.loads(box.heed("senders", "--business", "--json").stdout) if "glide" in one["thing"]]
    ok(all(one.get("price") == 139 and one.get("currency") == "eur" and one.get("size") == "42" for one in told), "and as JSON", told)

    def found(code, author, subject, text="", more=LEAVE):
        why = box.why(mail(author, subject, text, more=more))
        return [f["detail"] for f in why["findings"] if f["code"] == code]

    told = found("hers.owned", SHOP.format("news"), "Fresh air for your feet", "Your Glide running shoes in new colours.\n")
    ok(told and "glide" in told[0], "of what the text begins with, where the subject names nothing of hers", told)
    less = found("hers.cheaper", SHOP.format("news"), "Glide running shoes", "Glide running shoes now 99.00 EUR\nSocks 5.00 EUR\n")
    ok(less and "for 99.00 EUR; you paid 139.00 on " in less[0], "what she bought, for less", less)
    others = [found("hers.cheaper", SHOP.format("news"), *text) for text in (
        ("Glide running shoes", "Glide running shoes now 138.00 EUR\n"), ("Glide running shoes", "Now 99.00 USD\n"), ("Trail jacket", "Now 99.00 EUR\n"),
        ("Glide running shoes", "Glide laces 5.00 EUR\n"))] + [found("hers.cheaper", "Sohle <news@sohle.example>", "Glide running shoes now 99.00 EUR")]
    ok(not any(others), "not the same, another currency, another thing, laces, another shop", others)
    more = found("hers.dearer", paper, "Your subscription: new prices", "Your subscription of Morgenwind Plus will be 59.00 EUR per year, instead of 49.00 EUR.\n", "")
    ok(more and "for 59.00 EUR; you paid 49.00 on " in more[0], "what she pays again and again is to cost more", more)
    ok(not found("hers.dearer", paper, "Your subscription", "Your subscription of Morgenwind Plus, 49.00 EUR per year.\n", ""), "or the same")
    soon = found("hers.deadline", paper, "Morgenwind Plus: read on", "Stay with us.\n")
    ok(soon and "morgenwind" in soon[0], "what names no day has that of the subscription", soon)
    over = [found(code, paper, f"Morgenwind Plus: renewed on {day_at(EN, 4)}", "Stay with us.\n") for code in ("hers.deadline", "hers.season", "hers.due")]
    ok(not any(over), "nor is what names a day that is past", over)
    again = found("hers.due", "Radio <news@radio.example>", "Nachtwelle: listen on", "Stay with us.\n")
    season = found("hers.season", "Radio <news@radio.example>", "Nachtwelle: listen on", "Stay with us.\n")
    ok(again or season, "what was due each year is due again", again, season)
    jo = found("hers.deadline", AIR.format("news"), "Jo Alder: where to check in", "See you there.\n")
    ok(jo and "jo alder" in jo[0], "whom it was booked for", jo)
    ok(not found("hers.deadline", AIR.format("news"), "Kim Alder: the sale is on", "See you there.\n"), "her own name is in every mail merge")
    box.close()


def names():
    """Whom she travelled with is no route of hers, and a race may have given its organiser the name."""
    box, past = Box(), (700, 500, 320, 150)
    box.write(".notmuch-config", open(box.home + "/.notmuch-config").read().replace("name=Kim\n", "name=Kim Alder\n"))
    for n in range(120):
        box.put(mail("Lu <lu@freunde.example>", "Hello", ago=6 * n + .3), "-unread")
        for author in AIR, RACE:
            box.put(mail(author.format("news"), "Photos of the summer", "Unsubscribe here.\n", 6 * n + .1, more=LEAVE))
    for ago in past:
        box.put(mail(AIR.format("booking"), f"Your booking XK4{ago}: Zurich - Lisbon", f"On {day_at(EN, ago - 30)}.\nPassengers: Kim Alder, Jo Alder\n", ago), "-unread")
    for ago in 700, 335:
        box.put(mail(RACE.format("office"), "Your registration for the Tarn Marathon", f"You are registered for the Tarn Marathon on {day_at(EN, ago - 40)}.\n", ago), "-unread")
    box.learn()
    useful = lambda author, subject: box.why(mail(author.format("news"), subject, "Unsubscribe here.\n", more=LEAVE))["useful"]
    other = useful(AIR, "Photos of the summer")
    for subject in "Jo Alder, fly to Oslo from 59 CHF", f"Jo Alder, fly to Oslo until {day_at(EN, -2)}":
        ok(useful(AIR, subject) <= other + 5, f"names: '{subject}'", useful(AIR, subject), other)
    other = max(useful(RACE, "Photos of the summer"), useful(RACE, "Tarn Marathon: our sponsors say hello"))
    closes = useful(RACE, f"Tarn Marathon: registration closes on {day_at(EN, -6)}")
    ok(closes >= other + 15, "names: the race that its organiser is called after", closes, other)
    box.close()


def reader():
    """Who opens nearly all that people write wants her route no less."""
    box = Box()
    for n in range(700):
        box.put(mail("Lu <lu@freunde.example>", "Hello", ago=n + .3), "-unread")
        if n % 9 == 0:
            box.put(mail(AIR.format("offers"), EN["routes"][n // 9 % 5], EN["fly"], n + .1, more=LEAVE))
    for ago in 700, 520, 340, 160:
        box.put(mail(AIR.format("booking"), f"Your booking XK4{ago}: Zurich - Lisbon", f"On {day_at(EN, ago - 30)}.\n", ago), "-unread")
    box.learn()
    placed(box, mail(AIR.format("offers"), EN["route"][0], EN["fly"], more=LEAVE), "inbox priority", "a reader's route")
    placed(box, mail(AIR.format("offers"), EN["routes"][0], EN["fly"], more=LEAVE), "later", "a reader's other routes")
    box.close()


def store():
    """Where she buys her food each week, the shoes of half a year ago are known, too, and as the seventh line of their order."""
    box, food = Box(), "Penne Ricotta Pecorino Zucchini Focaccia Burrata Espresso Melanzane Gnocchi Polenta Lasagne Cantucci".split()
    for n in range(103):
        kinds = food[n % 12:] + food[:n % 12]
        lines = kinds[:6] + ["Glide running shoes"] if n in (25, 51, 77, 102) else kinds[:3]
        text = "".join(f"1 x {line} fresh 4.49 EUR\n" for line in lines)
        box.put(mail(SHOP.format("orders"), f"Your order 71{n:03}", f"Thank you for your order 71{n:03}.\n\n{text}", 7 * n + 3), "-unread")
        box.put(mail(SHOP.format("news"), EN["others"][n % 8], EN["blast"], 7 * n + 1, more=LEAVE))
        box.put(mail("Lu <lu@freunde.example>", "Hello", ago=7 * n + .3), "-unread")
    box.learn()
    told = [one["thing"] for one in json.loads(box.heed("senders", "--business", "--json", "velora").stdout)]
    ok(len([one for one in told if "glide" in one]) == 4 and len(told) < 120, "store: the shoes are known, all four times", len(told), sorted(set(told)))
    glide, other = (box.why(mail(SHOP.format("news"), subject, EN["blast"], more=LEAVE))["useful"] for subject in ("The new Glide is here", EN["others"][0]))
    ok(glide >= other + 20, "store: and due", glide, other)
    box.close()


if __name__ == "__main__":
    languages = os.environ.get("ONLY", "en de fr").split()
    main(ledger, sources, details, hostile, former, by_and_by, rules, about, owned, names, reader, store, *((lambda l=l: claims(l)) for l in languages), *((lambda l=l, t=t: moments(l, t)) for l in languages for t in (0, 1)))
