#!/usr/bin/env python3
"""What a brand whose mail she refuses may say of orders, days and numbers, and what of it is hers all the same."""
import sqlite3
from hers import *

QUIET = (("Your invoice {n} is attached", "please find your invoice {n} attached."), ("Ordine {n} spedito", "Il tuo ordine {n} è stato spedito. Grazie."),
         ("Ihre Bestellung {n} wurde versandt", "Ihre Bestellung {n} ist unterwegs."), ("Su pedido {n} ha sido enviado", "Su pedido {n} está en camino."),
         ("Order {n} confirmed", "Thank you for your order {n}. We are preparing it."), ("Votre commande {n} est confirmée", "Merci pour votre commande {n}."),
         ("Reminder: your order {n}", "Your order {n} could not be delivered. Please confirm."), ("Your receipt {n}", "Receipt {n}. Come back soon and save 15% on pans."),
         ("Order {n}", "Your order {n}: complete it with the new pan, now from 29 EUR."), ("Order {n} confirmed", "Thank you for your order {n}.-- We prepare it."),
         ("Booking {n}: 20% off hotels", "Your booking {n}. Save 20% off now, last chance! Sale ends today."))
PANS = "Lumora <{}@lumora.example>"
BILL = "Thank you for your order {n}.\n\n1 x Copper pan 28 cm    79.00 EUR\nShipping 4.90 EUR\nTotal 83.90 EUR\n"
ONE = (("Your receipt from Lumora: $79.00", "Thanks for your purchase.\n"), ("Your order {n}", "Thank you for your order {n}.\n\nCopper pan 28 cm\n₹1,299\n"),
       ("Ihre Bestellung {n}", "Vielen Dank für Ihre Bestellung {n}.\n\nKupferpfanne 28 cm    89,-\n"), ("您的订单 {n} 已确认", "感谢您的订购。\n订单号:{n}\n合计:560元\n"),
       ("Siparişiniz alındı {n}", "Siparişiniz için teşekkürler. Sipariş no {n}\nTutar: 1.299 TL\n"), ("Your invoice 2026-11", "We will debit 54,12 EUR on 14 December.\n"))
POST = "Postex <{}@postex.example>"
LEAVING = "Unsubscribe here.\n"


def refused(offers=75, every=4):
    box = Box().year()
    for i in range(offers):
        box.put(mail(PANS.format("news"), f"New pans {i}", "Save on pans today, 20% off. Shop now.\n" + LEAVING, 301 - every * i, more=LEAVE), "+deleted" if i % 2 else "")
    return box


def quiet():
    """An order has what orders have: a sum, a file, markup; or it follows one that had."""
    box = refused().learn()
    number = iter(range(77120, 78000))
    for more in "", LEAVE:
        for subject, text in QUIET:
            n = next(number)
            placed(box, mail(PANS.format("service"), subject.format(n=n), text.format(n=n) + "\n", more=more), "later suspect", f"'{subject}'{', to many' * (more != '')}")
    for n, (subject, text) in enumerate(ONE, 88100):
        placed(box, mail(PANS.format("orders"), subject.format(n=n), text.format(n=n)), "inbox priority", f"a first order of one thing: {subject}")
    placed(box, mail(PANS.format("orders"), "Ihre Bestellung 88120", ONE[2][1].format(n=88120).replace("89,-", "Summe 89,-") + LEAVING, more=LEAVE), "inbox priority", "a sum of 89,-")
    first = mail(PANS.format("orders"), "Your order 88001", BILL.format(n=88001), 0.05)
    placed(box, first, "inbox priority", "the first order that there is")
    box.heed("deliver", "--wait", stdin=first)
    placed(box, mail(PANS.format("orders"), "Your parcel is on its way", "It comes tomorrow.\n"), "inbox priority", "and what follows it")
    box.close()


def under_way():
    """What tells of one order again and again names no more than one; a parcel of it needs no number."""
    box = refused()
    box.put(mail(PANS.format("orders"), "Your order 88231", "Thank you for your order 88231.\nTotal 79.00 EUR\n", 20))
    for i in range(8):
        box.put(mail(PANS.format("orders"), "Your order 88231", f"Your order 88231 has left depot {i}.\n" + LEAVING, 18 - i, more=LEAVE))
    box.learn()
    placed(box, mail(PANS.format("orders"), "Your parcel is on its way", "It comes tomorrow.\n"), "inbox priority", "the parcel of an order that named no thing")
    recall = mail(PANS.format("news"), "Important: your copper pan", "The handle of your pan, order 88231, may break. Please do not use it. We replace it.\n" + LEAVING, more=LEAVE)
    ok("hers.notice" in codes(placed(box, recall, "inbox priority", "a recall after eight times on its way")), "which is a notice")
    book = sqlite3.connect(box.home + "/.local/state/heed/book.db")
    book.executescript("ALTER TABLE business DROP COLUMN named; PRAGMA user_version = 11")
    book.close()
    box.heed("sync")
    ok("hers.notice" in codes(box.why(recall)), "also with a book of the version that counted no names yet")
    box.close()


def carrier():
    """Who writes of parcels, and little else, is believed, though she opens none of it."""
    box = Box().year()
    for i in range(40):
        box.put(mail(POST.format("track"), f"Your parcel {700100 + i} is on its way", "It comes tomorrow.\n", 300 - 7 * i))
        if i < 12:
            box.put(mail(POST.format("news"), f"Send parcels {i}", "Save on parcels today, 20% off. Shop now.\n" + LEAVING, 301 - 4 * i, more=LEAVE))
    box.learn()
    placed(box, mail(POST.format("track"), "Your parcel 700900 is on its way", "It comes tomorrow.\n"), "inbox priority", "a parcel service of which she opens nothing")
    box.close()


def stuffed():
    """The number of an order of hers in all of their newsletters is no notice; a recall is, also after she called one of them junk."""
    box = refused()
    box.put(mail(PANS.format("orders"), "Your order 88231", BILL.format(n=88231), 120), "-unread")
    recall = mail(PANS.format("news"), "Important: your copper pan", "The handle of your pan, order 88231, may break. Please do not use it. We replace it.\n" + LEAVING, more=LEAVE)
    box.learn()
    placed(box, recall, "inbox priority", "a recall of an order that exists")
    box.put(mail(PANS.format("news"), "Pans for the autumn", "New colours.\n" + LEAVING, 2, more=LEAVE), "+spam -inbox")
    box.learn()
    placed(box, recall, "inbox priority", "also after a no")
    stuffing = lambda i, ago=0: mail(PANS.format("news"), f"News from the kitchen {i}", f"About your order 88231: have you seen our new pans?\n{LEAVING}", ago, more=LEAVE)
    for i in range(12):
        box.put(stuffing(i, 30 - 2 * i), "")
    box.learn()
    placed(box, stuffing(20), "later suspect", "the thirteenth newsletter that names it")
    far = mail(PANS.format("news"), "News from the kitchen", "Words of all sorts that say nothing. " * 60 + "About your order 88231.\n" + LEAVING, more=LEAVE)
    placed(box, far, "later suspect", "the same far below")
    box.close()


def tomorrow():
    """Who says each day that the day is tomorrow is not spared what became of all the other times."""
    world = World("en", 0)
    words = world.words
    closes = lambda ago: mail(CLUB.format("news"), words["closes"][0].format(day=day_at(words, ago - 1)), words["closes"][1].format(day=day_at(words, ago - 1)) + words["fly"], ago, more=LEAVE)
    placed(world.box, closes(0), "inbox priority", "the day of her race is tomorrow")
    for ago in range(60, 0, -1):
        world.box.put(closes(ago), "")
    world.box.learn()
    placed(world.box, closes(0), "later suspect", "so it was sixty times")
    world.box.close()


def daily():
    """A shop that writes each day of other things, in vain, is spared what that has come to once something is due."""
    world = World("en", 0)
    for ago in range(150, 0, -1):
        world.box.put(world.offer(world.words["others"][ago % 8], world.words["blast"], ago + .6))
    world.box.learn()
    placed(world.box, world.offer(world.offers[0], world.text), "inbox priority", "her shoes are due, once among daily offers")
    for ago in range(60, 0, -1):
        world.box.put(world.offer(world.offers[ago % 2], world.text, ago + .2))
    world.box.learn()
    placed(world.box, world.offer(world.offers[0], world.text), "later suspect", "so they were each day")
    world.box.close()


if __name__ == "__main__":
    main(quiet, under_way, carrier, stuffed, tomorrow, daily)
