#!/usr/bin/env python3
"""What is hers, told and named as shops, airlines and organisers do: plans of trips in lines, registrations in more
languages, sorts of one thing, things of one maker, artists, what is over. None of it was ever opened."""
from hers import *

SEEN = "-unread"
TRAVEL = (
    ("Booking confirmed {n}", "Dear Kim,\n\nHamburg (HAM) - Lisbon (LIS)\nDeparture: {day} 07:15\nPassenger: Kim Alder\nFare 148.00 EUR\n",
     ("Hamburg - Lisbon from 39 EUR", "HAM-LIS from 39 EUR", "Amburgo - Lisbona da 39 EUR"), ("Hamburg - Oslo from 39 EUR", "HAM-OSL from 39 EUR", "Madrid - Lisbon from 29 EUR")),
    ("Itinerary and receipt {n}", "You're booked!\n\nOutbound\nEdinburgh EDI 06:55\nVenice VCE 10:20\n{day}\n\nTotal paid GBP 131.80\n",
     ("Edinburgh - Venice for 24 GBP", "EDI to VCE for 24 GBP", "Edimburgo - Venezia da 24 GBP"), ("Edinburgh - Riga for 24 GBP", "EDI to RIX for 19 GBP", "Glasgow - Venice for 29 GBP")),
    ("Ihre Reiseunterlagen {n}", "Ihre Fahrt\nVon: Berlin Hbf\nNach: München Hbf\nDatum: {day}\nPreis: 49,90 EUR\n",
     ("Berlin - München ab 19,90 EUR", "Munich from Berlin: from 19.90"), ("Berlin - Köln ab 19,90 EUR", "Kaffee an Bord", "News from Munich")),
    ("Your ferry tickets", "Hello,\n\nOutward sailing: Dover ({day} 08:05) > Calais (09:35)\nReservation number {n}\nAmount charged: 164.00 EUR\n",
     ("Dover to Calais: 30% off",), ("Hull to Calais: 30% off", "Dover to Dieppe: 30% off")),
    ("Confirmation de votre réservation", "Bonjour,\n\nVotre voyage Rennes / Genève du {day} à 10h14 est confirmé.\nDossier {n}\nMontant payé : 42,00 €\n",
     ("Rennes-Genève à partir de 15 €",), ("Rennes-Nice à partir de 15 €", "Paris-Genève dès 19 €")),
)
ENTRIES = (
    ("Inscripción confirmada: Triatlón del Puerto", "Tu plaza en el Triatlón del Puerto está confirmada.\nDía de la prueba: {day}\nDorsal {n}\n",
     "Triatlón del Puerto: las inscripciones cierran el {day}", ("Fotos de la meta", "Cena del club"), "%d/%m/%Y"),
    ("Inschrijving bevestigd: Haventriatlon", "Je startplaats bij de Haventriatlon is bevestigd.\nWedstrijddag: {day}\nStartnummer {n}\n",
     "Haventriatlon: inschrijven tot {day}", ("Foto's van de finish", "Clubavond"), "%Y-%m-%d"),
    ("You're in! Harbour Triathlon", "Your place in the Harbour Triathlon is confirmed.\nRace day: {day}\nBib {n}\n",
     "Harbour Triathlon: entries close {day}", ("Pictures from the finish", "Club night"), "%d %B %Y"),
    ("参加登録完了：湾岸トライアスロン", "湾岸トライアスロンへの参加登録が完了しました。\n開催日：{day}\nゼッケン {n}\n",
     "湾岸トライアスロン：申込締切 {day}", ("ゴールの写真", "来月のクラブの夕べ"), "%Y年%m月%d日"),
)
day = lambda form, ago: time.strftime(form, time.gmtime(NOW - ago * DAY))
sent = lambda box, brand, subjects, every=9: [box.put(mail(f"{brand} <news@{brand.lower()}.example>", subjects[n % len(subjects)], "Have a look. Unsubscribe here.\n", every * n + 3.4, more=LEAVE))
                                              for n in range(700 // every)]


def filled():
    box = Box()
    for n in range(240):
        box.put(mail("Lu <lu@freunde.example>", "Hello", ago=3 * n + .3), SEEN)
    return box


def asker(box):
    return lambda brand, subject, text="Have a look.\n": box.why(mail(f"{brand} <news@{brand.lower()}.example>", subject, text + "Unsubscribe here.\n", more=LEAVE))


def travel():
    box = filled()
    for n, (subject, text, _, others) in enumerate(TRAVEL):
        sent(box, f"Carrier{n}", others)
        for ago in 700, 520, 340, 160:
            fill = {"n": f"XK4{n}{ago}", "day": day("%d %B %Y", ago - 30)}
            box.put(mail(f"Carrier{n} <booking@carrier{n}.example>", subject.format(**fill), text.format(**fill), ago), SEEN)
    ask = asker(box.learn())
    for n, (_, _, hers, others) in enumerate(TRAVEL):
        other = max(ask(f"Carrier{n}", subject)["useful"] for subject in others)
        for subject in hers:
            got = ask(f"Carrier{n}", subject)
            ok(got["useful"] >= other + 25 and got["placement"] in ("inbox", "priority"), f"travel: '{subject}'", got["useful"], other, got["kind"])
    text = ask("Carrier0", "Your autumn getaway", "Hamburg - Lisbon from 39 EUR. Book until Sunday.\n")
    ok(text["useful"] >= 25, "travel: in a sentence of the text", text["useful"])
    box.close()


def entries():
    box = filled()
    for n, (subject, text, _, others, form) in enumerate(ENTRIES):
        sent(box, f"Club{n}", others, 13)
        for ago in 702, 337:
            fill = {"n": 100 + n, "day": day(form, ago - 40)}
            box.put(mail(f"Club{n} <office@club{n}.example>", subject.format(**fill), text.format(**fill), ago), SEEN)
    ask = asker(box.learn())
    for n, (_, _, closes, others, form) in enumerate(ENTRIES):
        other = max(ask(f"Club{n}", subject)["useful"] for subject in others)
        form = form if form != "%d/%m/%Y" else "%Y-%m-%d"
        got, past = (ask(f"Club{n}", closes.format(day=day(form, ago)))["useful"] for ago in (-6, 3))
        ok(got >= other + 15, f"entries: '{closes}'", got, other)
        ok(past <= other + 5, "entries: and no more once it is past", past, other)
    box.close()


def things():
    """Sorts of one thing, and things of one maker."""
    box = filled()
    for brand, others in ("Pawfect", ("Leashes for big dogs", "Aquariums and pumps")), ("Summit", ("Ropes and slings", "Tents for two")), ("Roast", ("New mugs", "Milk jugs")):
        sent(box, brand, others, 7)
    bought = lambda brand, item, price, ago: box.put(mail(f"{brand} <orders@{brand.lower()}.example>", f"Order confirmation 7{ago:04}", f"Thank you.\n\n{item}\n  Quantity: 1\n  Price: {price} EUR\n\nTotal {price} EUR\n", ago), SEEN)
    for n in range(1, 17):
        bought("Pawfect", f"Felisima Adult cat food, {('salmon', 'chicken')[n % 2]}, 4 kg", "23.90", 42 * n)
        bought("Roast", "Yirgacheffe whole bean 500 g", "14.50", 42 * n)
    for ago in 388, 750:
        bought("Summit", "Petrix Vapor climbing shoes", "139.00", ago)
    ask = asker(box.learn())
    for brand, subject, text in (("Pawfect", "Cat food of the month: Felisima chicken", "Felisima Adult, 4 kg for 21.90 EUR.\n"), ("Summit", "The new Petrix Vapor has arrived", "From 129.00 EUR.\n"),
                                 ("Roast", "Yirgacheffe, duftend und trommelwarm", "Our Yirgacheffe of the new harvest is here, 14.50 EUR a bag.\n")):
        got = ask(brand, subject, text)
        ok(got["useful"] >= 20 and any(c in codes(got) for c in ("hers.due", "hers.season")), f"things: '{subject}' is due", got["useful"], codes(got))
    for brand, subject, text in (("Summit", "Petrix harness 20% off", "Petrix harness 119.00 EUR.\n"), ("Pawfect", "Cat trees for adult cats", "Cat trees from 59.00 EUR.\n")):
        got = ask(brand, subject, text)["useful"]
        ok(got <= 5, f"things: not '{subject}'", got)
    box.close()


def artists():
    box, others = filled(), ("Ida Kornblum plays in spring", "SV Talheim: new dates", "Blue Tram: new dates")
    for brand in "Kiosk", "Elbhalle":
        sent(box, brand, others, 8)
    for n, who in enumerate(("Nadia Sommerfeld", "FC Rotwald")):
        for ago in 640 - 57 * n, 220 + 11 * n:
            box.put(mail("Kiosk <service@kiosk.example>", f"Your tickets: {who}", f"Here are your tickets.\n\n{who}\nElbhalle, {day('%d %B %Y', ago - 30)}, 8 pm\nTotal 92.00 EUR\n", ago), SEEN)
    ask = asker(box.learn())
    for brand in "Kiosk", "Elbhalle":
        other = max(ask(brand, subject)["useful"] for subject in others)
        for who in "Nadia Sommerfeld", "FC Rotwald":
            got = ask(brand, f"{who}: new dates")
            told = [f["detail"] for f in got["findings"] if f["code"] == "hers.again"]
            ok(got["useful"] >= other + 10, f"artists: {who}, written of by {brand}", got["useful"], other)
            ok(told and " twice, the last " in told[0], "artists: and why", told)
    box.close()


def unparted():
    """Where no blanks part words, the number of an order is known by the character before it."""
    box = filled()
    for n in range(75):
        box.put(mail("Hige <news@hige.example>", f"メンズ香水フェア {n}", "今週の新着商品をご覧ください。\n配信停止はこちら。\n", 301 - 4 * n, more=LEAVE), "+deleted")
    box.put(mail("Hige <orders@hige.example>", "ご注文の確認 771204", "ご注文ありがとうございます。注文番号 771204\n\nコルバス 替刃\n  価格: 2,290円\n合計 2,790円\n", 60), SEEN)
    box.learn()
    recall = lambda n: mail("Hige <news@hige.example>", "安全に関するお知らせ", f"注文番号 {n} でご購入いただきました。部品が壊れる恐れがあります。ご返送ください。\n配信停止はこちら。\n", more=LEAVE)
    placed(box, recall(771204), "inbox priority", "unparted: a recall of an order that exists")
    placed(box, recall(771899), "later", "unparted: and of none")
    box.close()


def wordless():
    """A number that no word says the purpose of is no code, from whom she wants nothing; one with the words for it is."""
    box = Box().year()
    for n in range(75):
        box.put(mail("Lumora <news@lumora.example>", f"New pans {n}", "Save on pans today, 20% off. Shop now.\nUnsubscribe here.\n", 301 - 4 * n, more=LEAVE), "+deleted")
    box.learn()
    for subject, text in ("Refund 300821 waiting: use it today", "It is about number 300821. Have a look at our shop.\n"), ("Rücksendung zu 300822 genehmigt", "Es geht um die Nummer 300822. Schauen Sie in unseren Shop.\n"):
        placed(box, mail("Lumora <service@lumora.example>", subject, text), "later suspect", f"wordless: '{subject}'")
    placed(box, mail("Lumora <service@lumora.example>", "Your sign-in code", "Your code is 300823. It expires in 10 minutes.\n"), "inbox priority", "wordless: a code that she asked for")
    box.close()


if __name__ == "__main__":
    main(travel, entries, things, artists, unparted, wordless)
