#!/usr/bin/env python3
"""Whose mail it is where many write: hosts that a platform's customers share, providers of mailboxes, relays."""
from kim import *

PHISH = "Your account has been suspended due to unusual activity. Verify your identity within 24 hours: http://pay-a.top/l\n"
CARDS = "I need you to buy gift cards today, urgently. Send me the codes.\n"


def platforms():
    rows = {"user-a1@user.luma-mail.com": "", "noreply@m.personio.de": "", "no-reply@us.greenhouse-mail.io": "",
            "noreply@candidates.workablemail.com": "", "a1@intercom-mail-200.com": "", "a1b2@marketplace.amazon.de": "",
            "a1b2@marketplace.amazon.co.uk": "", "joe@members.ebay.de": "", "1-a@property.booking.com": "",
            "invites@microsoft.com": "", "x@i.softbank.jp": "", "x@kim.acorn.zendesk.com": "kim.acorn.zendesk.com",
            "x@acorn.zendesk.com": "acorn.zendesk.com", "x@eu.acorn.zendesk.com": "eu.acorn.zendesk.com",
            "x@acorn.teamtailor-mail.com": "acorn.teamtailor-mail.com", "no-reply@amazon.de": "amazon.com",
            "noreply@booking.com": "booking.com", "account@microsoft.com": "microsoft.com", "x@pobox.com": ""}
    box = Box().year()
    for i in range(10):
        box.put(mail("Lampenhaus <a1b2@marketplace.amazon.de>", f"Your order {i}", "About your order.\n", 90 - i * 7), "-unread")
        box.put(mail("Amazon <order@amazon.de>", f"Your order {70100 + i} is confirmed", ago=90 - i * 5), "-unread")
        box.put(mail("Acorn <noreply@candidates.workablemail.com>", f"Your application {i}", ago=90 - i * 7), "-unread")
    box.learn()
    for address, relation in rows.items():
        verdict = box.why(mail(f"Acorn <{address}>", "Hello"))
        ok(verdict["relation"] == (relation or address), f"{address} stands for {relation or 'itself'}", verdict["relation"])
    placed(box, mail("Holzladen <1b2qz7xk9@marketplace.amazon.de>", "Rechnung zu Ihrer Bestellung 302-1234567", "Anbei die Rechnung.\n"),
           "inbox priority later", "an address that a marketplace drew for a shop")
    for author in "Amazon Security <x9y8@marketplace.amazon.de>", "Evil <hr@candidates.workablemail.com>":
        verdict = placed(box, mail(author, "Your account has been suspended", PHISH), "suspect later", f"as a neighbour: {author}")
        ok("authentication.known" not in codes(verdict), "who is not known by that", codes(verdict))
    box.close()


def providers():
    """Who sells her the line gives others mailboxes there, and writes itself."""
    box = Box().year()
    for i in range(8):
        box.put(mail("Leitung <billing@leitung.example>", f"Your invoice {7000 + i}", f"Invoice number {7000 + i}.\n", 90 - i * 7),
                "-unread")
        box.put(mail("Lu Nowak <lu.nowak@leitung.example>", f"Weekend {i}", ago=89 - i * 7), "-unread")
    box.learn()
    verdict = placed(box, mail("Max Muster <max.muster@leitung.example>", "Urgent request", CARDS), "suspect later",
                     "a customer of her provider is not the provider")
    ok("authentication.known" not in codes(verdict), "nor known", codes(verdict))
    for author in "Leitung <noreply@leitung.example>", "Lu Nowak <lu.nowak@leitung.example>":
        verdict = placed(box, mail(author, "Your invoice 7010", "Invoice number 7010.\n"), "inbox priority", f"{author} is")
        ok("authentication.known" in codes(verdict), "and known", codes(verdict))
    bill = "Your invoice 70300", "Invoice number 70300. Total 30.00 EUR\n"
    for author in ("Vodafone <rechnung@vodafone.de>", "Sky <sky@sky.com>", "WEB.DE <noreply@web.de>", "Posteo <team@posteo.de>",
                   "Fastmail <support@fastmail.com>", "Telia <noreply@telia.com>"):
        placed(box, mail(author, *bill), "inbox priority later", f"a provider writes itself: {author}")
    for author in ("Yahoo Billing <yahoo.billing7@yahoo.com>", "PayPal <noreply@web.de>", "Outlook Team <outlook.team@outlook.com>",
                   "Service <service@web.de>"):
        placed(box, mail(author, "Your account has been suspended", PHISH), "suspect", f"and nobody else does: {author}")
    box.close()


def relays():
    """Who stands behind a relay is one mailbox where anybody can have one; and whom its own words name, at the end."""
    box = Box().year()
    for i in range(10):
        box.put(mail("Lu Nowak <lu.nowak@gmail.com>", f"Weekend {i}", ago=90 - i * 7), "-unread")
        box.put(mail('"Jo May - jo.may at gmail.com" <jo_may_at_gmail_com_xkcda@simplelogin.co>', f"Choir {i}", ago=89 - i * 7,
                     to="kim.choir@simplelogin.com"), "-unread")
        box.put(mail("PayPal <service@paypal.com>", f"Receipt {i}", "You sent a payment.\n", 90 - i), "-unread")
        box.put(mail("Instagram <no-reply@mail.instagram.com>", f"Log in {i}", ago=80 - i), "-unread")
    box.learn()
    long_one = "security-notifications-no-reply at mail.instagram.com"
    for author, relation in (
            ("Jo May <jo_may_at_gmail_com_xkcda@simplelogin.co>", "jo_may@gmail.com via simplelogin.co"),
            ("Ed <e.d_at_gmail.com_kim@duck.com>", "e.d@gmail.com via duck.com"),
            ("Ed <kim+ed=acorn.zendesk.com@kim.4wrd.cc>", "acorn.zendesk.com via 4wrd.cc"),
            ('"ed@gmail.com [via Relay]" <replies@mozmail.com>', "ed@gmail.com via mozmail.com"),
            ('"PayPal service@paypal.com - x at evil.example" <ra+xkcd@simplelogin.co>', "evil.example via simplelogin.co"),
            (f'"Instagram - {long_one}" <{long_one.replace(" at ", "_at_").replace(".", "_")[:45]}_xkcda@simplelogin.co>',
             "instagram.com via simplelogin.co")):
        verdict = box.why(mail(author, "Hello"))
        ok(verdict["relation"] == relation, f"{author} stands for {relation}", verdict["relation"])
    verdict = box.why(mail("Eve <eve_at_gmail_com_xkcda@simplelogin.co>", "Urgent", CARDS, to="kim.choir@simplelogin.com"))
    ok("authentication.known" not in codes(verdict) and verdict["placement"] in ("suspect", "later"),
       "a friend at gmail.com behind a relay lends nothing to another", verdict["placement"], codes(verdict))
    for author in ('"Lu Nowak - lu.nowak at gmail.com" <lu_nowak_at_gmail_com_dskj@simplelogin.co>',
                   "Lu Nowak <lu.nowak_at_gmail.com_kim@duck.com>", "Toni Berg <toni1_at_bergfreunde.example_kim@duck.com>"):
        verdict = placed(box, mail(author, "Weekend", to="kim@" + author.rpartition("@")[2][:-1]), "inbox priority",
                         f"a friend is one behind a relay: {author}")
        ok("imitation.person" not in codes(verdict), "and nobody who bears the name", codes(verdict))
    verdict = box.why(mail('"Lu Nowak" <lu_novak_at_gmail_com_dskj@simplelogin.co>', "Weekend", to="kim@simplelogin.co"))
    ok("imitation.person" in codes(verdict), "who writes from another mailbox there does", codes(verdict))
    box.close()


def carried():
    """Receipts and documents of those she knows, by whom they use for that; not what has her call somebody."""
    box = Box().year()
    for i in range(9):
        box.put(mail("Eva Lang <eva.lang@firma.example>", f"Report {i}", ago=90 - i * 7), "-unread")
    box.learn()
    for house in ("invoice+statements@stripe.com", "messenger@messaging.squareup.com", "noreply@sumup.com", "service@paypal.de"):
        placed(box, mail(f"Marlo Shoes <{house}>", "Your receipt", "You paid 20.00 EUR. Receipt number 2231\n"),
               "inbox priority later", f"a shop's receipt by {house}")
        for text in ("You paid 699.99 USD. To dispute this charge call +1 (888) 000-0000.\n", PHISH,
                     "Pay the invoice within 24 hours, urgently, or your account will be closed.\n"):
            placed(box, mail(f"Marlo Shoes <{house}>", "Your receipt", text), "suspect", f"not with a lure: {text[:30]}")
    for asked in ("Questions? 1.888.555.0142\n", "Questions? 229 555 0134\n", "Questions? (229) 555\u20110134\n", "Questions? 01.99.55.01.34\n",
                  "Questions? 229/555-0134\n"):
        placed(box, mail("Marlo Shoes <service@paypal.de>", "Your receipt", "You paid 699.99 USD. " + asked), "suspect", f"has her call: {asked[:-1]}")
    placed(box, mail("Marlo Shoes <service@paypal.de>", "Your receipt: 1-888-555-0142", "You paid 699.99 USD.\n"), "suspect", "in its subject")
    placed(box, mail("Marlo Shoes <service@paypal.de>", "Your receipt", "You paid 699.99 USD on 2026-11-30 10:15:20. Id 2231-4000-91.\n"),
           "inbox priority later", "an hour and a number are no telephone's")
    form = "<p>Eva Lang sent you an invoice to pay.</p><form action=\"#\"><input name=\"password\"></form>"
    for house, text, why in (("acorn.zendesk.com", "Please pay the invoice of 2000 EUR.\n", "who has a host of a platform's writes what he likes there"),
                             ("sendgrid.net", "Please pay the invoice of 2000 EUR.\n", "what is no page of a platform's is a letter"),
                             ("docusign.net", form, "a form asks for itself")):
        letters = [mail(f"Eva Lang <billing@{one}>", "Invoice", text).replace(b"text/plain", b"text/html") for one in (house, "acorn.example")]
        asks = [[one["part"] for one in box.why(letter)["findings"] if one["code"] == "imitation.person"] for letter in letters]
        ok(len(asks[0]) == 1 and asks[0] == asks[1], why, *asks)
    page = ("Eva Lang sent you a document to review and sign.\nReview document: https://eu.docusign.net/s/1\n",
            "Eva Lang shared a file with you.\nOpen: https://firma-my.sharepoint.com/:x:/p/1\n")
    for author, text in (("Eva Lang via Docusign <dse_na3@docusign.net>", page[0]), ("Eva Lang <no-reply@sharepointonline.com>", page[1])):
        placed(box, mail(author, "Budget 2027", text), "inbox priority later", f"a document of somebody by {author}")
        placed(box, mail(author.partition("<")[0] + "<x@share-files.top>", "Budget 2027", text), "suspect", "and by anybody")
    for home in "https://www.amazon.com/gp/1", "https://www.primevideo.com/1":
        verdict = box.why(mail("Amazon <order@amazon.de>", "Your order 70300 is confirmed", f"Order number 70300: {home}\n"))
        ok("lure.away" not in codes(verdict), f"a brand leads to a domain of its own: {home}", codes(verdict))
    box.close()


main(platforms, providers, relays, carried)
