#!/usr/bin/env python3
"""Who earned a standing, who may use it, and who looks like whom: a mailbox of a year each, and one message more."""
from kim import *

PHISH = "Your account has been suspended due to unusual activity. Verify your identity within 24 hours: http://pay-{}.top/l\n"


def whose_mail_it_is():
    box = Box().year()
    friends = ["lu.nowak@gmail.com", "lu.nowak@outlook.com", "lu.nowak@yahoo.com", "help@acorn.zendesk.com",
               "lu@acorn.onmicrosoft.com", "acorn@substack.com"]
    for friend in friends:
        for i in range(8):
            box.put(mail(f"Lu Nowak <{friend}>", f"Weekend {i}", ago=90 - i * 7), "-unread")
    for i in range(30):
        box.put(mail("Amazon <order@amazon.de>", f"Your order {70100 + i} is confirmed", ago=200 - i * 5), "-unread")
    writers = ["Garten", "Schach", "Kino", "Wandern", "Brettspiel", "Chor", "Rudern", "Jazz", "Imkerei", "Segeln"]
    for i in range(60):
        box.put(mail(f"{writers[i % 10]} <{writers[i % 10].lower()}@sammelpost.example>", f"Our newsletter {i}",
                     "In this issue. Read more. Unsubscribe.\n", 300 - i * 4, more=LEAVE), "-unread" if i % 10 == 1 else "")
    box.learn()
    verdict = box.why(mail("Neues <neues@sammelpost.example>", "Our newsletter", "Unsubscribe.\n", more=LEAVE))
    ok(verdict["relation"] == "neues@sammelpost.example" and "authentication.known" not in codes(verdict),
       "who writes where many names do stands for himself", verdict["relation"], codes(verdict))
    for other in ["pp.securityteam@gmail.com", "pp.securityteam@outlook.com", "pp.securityteam@yahoo.com",
                  "pp@evil.zendesk.com", "pp@evil.onmicrosoft.com", "evil@substack.com"]:
        placed(box, mail(f"PayPal Support <{other}>", "Your account has been suspended", PHISH.format("a")),
               "suspect later", f"a friend at {other.rpartition('@')[2]} lends nothing to {other}")
    for friend in friends:
        verdict = placed(box, mail(f"Lu Nowak <{friend}>", "Weekend again"), "priority inbox", f"{friend} has the friend's")
        ok("authentication.known" in codes(verdict), f"{friend} is known")
    verdict = box.why(mail("Amazon <order@amazon.co.uk>", "Your order 70300 is confirmed"))
    ok("authentication.known" in codes(verdict), "a brand is one over its countries", codes(verdict))
    ok("imitation.domain" not in codes(verdict), "and imitates nobody")
    box.close()
    box = Box().year()
    for i in range(70):
        box.put(mail(f"Max Rank{i} <rank{i}@gmail.com>", f"Website ranking proposal {i}",
                     "Hi, I can improve your website ranking. Regards\n", 200 - 2.5 * i))
    box.learn()
    placed(box, mail("Ina Vogel <ina.vogel81@gmail.com>", "Class reunion in June",
                     "Hi, it is Ina from school. We plan a reunion in June. Will you come? Cheers, Ina\n"),
           "inbox priority", "seventy ignored strangers do not bury the next one")
    placed(box, mail("Max Rank99 <rank99@gmail.com>", "Website ranking proposal 99",
                     "Hi, I can improve your website ranking. Regards\n"), "later suspect", "unless it is like theirs")
    box.close()


def one_mailbox_is_no_house():
    """What anybody can have, in no table or in one, lends nobody a friend's standing; a shop stays one."""
    box = Box().year()
    free = "mailbude.example yahoo.ie outlook.kr t-online.hu gmx.eu consultant.com pacbell.net op.pl inbox.lt".split()
    others = "cmail7.com createsend3.com customeriomail.com acems1.com notion.so calendly.com lu.ma etsy.de stripe.com".split()
    for domain in free + others:
        for i in range(8):
            box.put(mail(f"Lu Nowak <lu.nowak@{domain}>", f"Weekend {i}", ago=90 - i * 7), "-unread")
    for i in range(8):
        box.put(mail("Garten News <news@cmail19.com>", f"Our newsletter {i}", "In this issue. Unsubscribe.\n", 90 - i * 7,
                     more=LEAVE), "-unread")
        box.put(mail("Amt <no-reply@sns.amazonaws.com>", f"Alarm {i}", "Disk is full.\n", 90 - i * 7), "-unread")
        box.put(mail("Ada Holm <ada@kontor.example>", f"Minutes {i}", ago=90 - i * 7), "-unread")
    for ask in range(6):
        box.put(mail("Kim <kim@home.example>", "Question", travelled=False, to="new@kontor.example"), "-unread -inbox", "Sent")
    box.learn()
    for domain in free + others:
        placed(box, mail(f"PayPal Support <pp.security@{domain}>", "Your account has been suspended", PHISH.format("a")),
               "suspect later", f"one friend at {domain} lends nothing to another there")
    for domain in free[0], free[1], others[0]:
        verdict = box.why(mail(f"Lu Nowak <lu.nowak@{domain}>", "Weekend again"))
        ok("authentication.known" in codes(verdict), f"the friend at {domain} is known", codes(verdict))
    verdict = box.why(mail("Garten News <other@cmail2.com>", "Our newsletter", "Unsubscribe.\n", more=LEAVE))
    ok(verdict["relation"] == "other@cmail2.com", "a mailer's hosts are numbered, its customers are not one", verdict["relation"])
    verdict = box.why(mail("AWS <no-reply@sns.amazonaws.com>", "Alarm"))
    ok(verdict["relation"] == "no-reply@sns.amazonaws.com", "a name that begins alike is no brand's", verdict["relation"])
    verdict = box.why(mail("Marlo Shoes <news@marlo.example>", "Our newsletter", "Unsubscribe.\n", more=LEAVE))
    ok("authentication.known" in codes(verdict), "a shop's other address is the shop", codes(verdict))
    verdict = box.why(mail("New Holm <new@kontor.example>", "Re: Question"))
    ok(verdict["relation"] == "kontor.example", "and whom she wrote to is of the house", verdict["relation"])
    placed(box, mail("Lu Nowak <lu.nowak77@mailbude.example>", "Urgent", "I need you to pay an invoice today, urgently: "
                     "send me gift cards or the wire transfer.\n"), "suspect later", "nor does his neighbour bear his name")
    placed(box, mail("PayPal Support <pp.security@marlo.example>", "Your account has been suspended", PHISH.format("a")),
           "suspect later", "a brand's name counts in full at a new address of a known house")
    box.close()


def brands_abroad():
    box = Box().year()
    brands = "Amazon@amazon.de PayPal@paypal.de IKEA@ikea.de eBay@ebay.de Otto@otto.de".split()
    for brand in brands:
        name, domain = brand.split("@")
        for i in range(12):
            box.put(mail(f"{name} <service@{domain}>", f"Your order {70100 + i} is confirmed", ago=200 - i * 5), "-unread")
    box.learn()
    order = "Your order 90300 is confirmed", "Order number 90300. Thank you\n"
    for author in ("Amazon <order@amazon.se>", "Amazon <order@amazon.ie>", "Amazon <order@amazon.com.be>",
                   "PayPal <service@paypal.at>", "PayPal <service@paypal.com.au>", "IKEA <noreply@ikea.at>", "eBay <ebay@ebay.ch>"):
        verdict = placed(box, mail(author, *order), "inbox priority", f"a brand in another country: {author}")
        ok("authentication.known" in codes(verdict), "is the one that she knows", verdict["relation"])
    placed(box, mail("Otto <service@otto.at>", *order), "inbox priority later", "a short name is no imitation of itself")
    for domain in "paypal.tk", "paypal.com.se", "amazonaws.de", "paypal-mail.top":
        verdict = box.why(mail(f"Service <x@{domain}>", *order))
        ok("authentication.known" not in codes(verdict), f"{domain} is anybody's", verdict["relation"])
    box.close()


def through_others():
    """A shop's mail by platforms and parcel services: with an order of hers as the shop's, without one doubtful."""
    box = Box().year()
    for i in range(9):
        box.put(mail("Marlo Shoes <orders@marlo.example>", f"Your order {51390 + i} is confirmed",
                     f"Order number {51390 + i}.\n", 40 - i * 3), "-unread")
    box.learn()
    for author in ("marlo@paketdienst.example", "store+64238@t.ladenplattform.example", "support@marlo.zendesk.com",
                   "help@marlo.freshdesk.com", "marlo@shopifyemail.com", "orders@marlo.myshopify.com", "noreply@marlo.com",
                   "mail@em.marlo-mail.example", "invitations@trustpilotmail.com", "noreply@dhl.de"):
        placed(box, mail(f"Marlo Shoes <{author}>", "Your parcel is on its way", "Your parcel is on its way. Estimated delivery "
                         "tomorrow.\n"), "inbox priority later", f"a known shop through another: {author}")
    for author in "support@marlo.zendesk.com", "help@marlo.freshdesk.com", "x@marlo.parcelhost.example":
        placed(box, mail(f"Marlo Shoes <{author}>", "Re: my order", "Your request has been updated. It is about order #51392.\n"),
               "inbox priority", f"with her order: {author}")
        placed(box, mail(f"Marlo Shoes <{author}>", "Your account has been suspended", PHISH.format("m")), "suspect",
               f"and with a lure: {author}")
    placed(box, mail("Marlo Shoes <help@rnarlo.example>", "Your parcel is on its way", "Estimated delivery tomorrow.\n"),
           "suspect", "what only looks like it is not spared")
    box.close()


def unproven_mail():
    def friend(i, result="pass", ago=0.0):
        return mail("Toni Berg <toni1@bergfreunde.example>", f"Hut {i}", f"Shall we book hut {i}? Toni\n", ago, result)
    plain, forged = Box().year().learn(), Box().year()
    for i in range(40):
        forged.put(friend(i, "fail", 30 - i / 2), "-unread +deleted")
        forged.put(mail("Marlo Shoes <orders@marlo.example>", "Your order is on hold", PHISH.format("b"), 30 - i / 2,
                        "none"), "+spam")
    forged.learn()
    for message, who in (friend(77), "friend"), (mail("Marlo Shoes <orders@marlo.example>",
                                                     "Your order 51999 is confirmed", "Order number 51999.\n"), "shop"):
        before, after = plain.why(message), forged.why(message)
        ok(abs(before["useful"] - after["useful"]) < 1 and abs(before["trust"] - after["trust"]) < 1,
           f"forty forgeries that she deletes change nothing of the {who}",
           f"{before['useful']} {before['trust']}, then {after['useful']} {after['trust']}")
    verdict = forged.why(mail("Marlo Shoes <orders@marlo.example>", "Your order 51999", "Hello\n", result="none"))
    ok("authentication.lapsed" in codes(verdict), "nor do they undo that unproven mail of theirs is suspect", codes(verdict))
    verdict = forged.why(friend(78, "none"))
    ok("authentication.lapsed" in codes(verdict), "also where she looked at them first", codes(verdict))
    ok(verdict["placement"] != "priority", "which gets no priority")
    for i in range(112):
        forged.put(mail("Marlo Shoes <orders@marlo.example>", f"Your order is on hold {i}", PHISH.format("g"), 30 - i / 4,
                        "fail"), "-inbox +suspect")
    forged.learn()
    placed(forged, mail("Marlo Shoes <orders@marlo.example>", "Your order is on hold", PHISH.format("g"), result="fail"),
           "suspect", "after 112 that lie in suspect the next is suspect all the same")
    forged.write(".config/heed/rules", "from marlo.example -> priority\n")
    verdict = placed(forged, mail("Marlo Shoes <orders@marlo.example>", "Hello", result="none"), "inbox", "not even by a rule")
    ok("gets no priority" in verdict["because"], "and why says so", verdict["because"])
    line = forged.heed("why", "--brief", "-", stdin=mail("Marlo Shoes <orders@marlo.example>", "Hello", result="none")).stdout.decode()
    ok("; no priority: " in line and "rules:1" not in line, "and the one line gives what refused it, not the rule", line)
    forged.write(".config/heed/rules", "from stranger.example -> priority\n")
    placed(forged, mail("Bank <b@stranger.example>", "Your account has been suspended", PHISH.format("h"), result="none"),
           "inbox", "nor who is not trusted")
    forged.write(".config/heed/rules", "from marlo.example -> priority\n")
    placed(forged, mail("Marlo Shoes <orders@marlo.example>", "Hello"), "priority", "as the genuine one does")
    plain.close()
    forged.close()


def unproven_words():
    """What is not proven where it was so far teaches nobody's words: with the very words of the genuine."""
    paper = dict(body="In this issue. Read more. Unsubscribe.\n", more=LEAVE)

    def base():
        box = Box().year()
        for i in range(40):
            box.put(mail("Hanse Bank <info@hansebank.example>", f"Your statement {i} is ready",
                         f"Your account statement {i} is ready.\n", 300 - i * 7), "-unread" if i % 2 else "")
            box.put(mail("Die Zeitung <brief@zeitung.example>", f"Morning briefing {i}: politics", ago=300 - i * 7, **paper),
                    "-unread" if i % 3 else "")
        return box
    genuine = {"bank": mail("Hanse Bank <info@hansebank.example>", "Your statement 99 is ready",
                            "Your account statement 99 is ready.\n"),
               "paper": mail("Die Zeitung <brief@zeitung.example>", "Morning briefing 99: politics", **paper),
               "stranger": mail("Blatt <brief@blatt.example>", "Morning briefing 99: politics", **paper)}
    plain = base().learn()
    before = {who: plain.why(message) for who, message in genuine.items()}
    plain.close()
    for result, tags in ("none", "+deleted"), ("fail", "+deleted"), ("fail", ""):
        box = base()
        for i in range(40):
            box.put(mail("Hanse Bank <info@hansebank.example>", f"Your statement {9000 + i} is ready",
                         f"Your account statement {9000 + i} is ready.\n", 30 - i / 2, result), tags)
            box.put(mail("Die Zeitung <brief@zeitung.example>", f"Morning briefing {9000 + i}: politics", ago=30 - i / 2,
                         result=result, **paper), tags)
        box.learn()
        for who, message in genuine.items():
            now = box.why(message)
            ok(abs(now["useful"] - before[who]["useful"]) < 1 and abs(now["trust"] - before[who]["trust"]) < 1,
               f"forty forgeries ({result} {tags}) with the words of the genuine move no {who}",
               f"{before[who]['useful']} {before[who]['trust']}, then {now['useful']} {now['trust']}")
        box.close()
    box = Box().year()
    for i in range(30):
        box.put(mail(f"Ann{i % 5} <ann{i % 5}@anybody.example>", f"[schach] Aufgabe {i}", "Matt in zwei.\n", 90 - 3 * i, "none",
                     more="List-Id: <schach.vereine.example>\nList-Post: <mailto:schach@vereine.example>\n"), "-unread")
    box.learn()
    learned = box.heed("filters", "--learned").stdout
    ok(b"schach" in learned or b"aufgabe" in learned, "a list that proves nothing teaches", learned[-300:])
    box.close()


def imitation():
    box = Box().year()
    for i in range(10):
        box.put(mail("PayPal <service@paypal.com>", f"Receipt {i}", "You sent a payment. Transaction 4GH38271\n", 90 - i),
                "-unread")
    for i in range(4):
        box.put(mail("Toni Berg <toni.warm@gmail.com>", f"Hi {i}", "Hi, how are you?\n", 40 - i * 3))
        box.put(mail("Marlo Shoes <hello@rnarlo.example>", f"Hello {i}", "Nice shoes. Unsubscribe\n", 40 - i * 3, more=LEAVE))
    box.put(mail("Marlo Shoes <orders@marlo.example>", "Your order 51392 is confirmed", "Order number 51392.\n", 1),
            "-unread")
    box.learn()
    track = "Your order 51392 is on its way. Tracking number 00340434161094. Estimated delivery tomorrow.\n"
    for sender in "marlo@paketdienst.example", "store+64238@t.ladenplattform.example":
        placed(box, mail(f"Marlo Shoes <{sender}>", "Your order 51392 is on its way", track), "inbox priority later",
               f"who knows her order writes for the shop: {sender}")
    placed(box, mail("Marlo Shoes <help@marlo-shoes.top>", "Your order is on hold", PHISH.format("c")), "suspect",
           "who does not is suspect")
    receipt = "Thank you. You sent a payment of 20.00 USD. Transaction ID 4GH38271.\n"
    for relayed in ('"PayPal - service at paypal.com" <service_at_paypal_com_xkcdabcd@simplelogin.co>',
                    "\"PayPal 'service at paypal.com'\" <kim+service=paypal.com@anonaddy.me>",
                    '"service(a)paypal.com [via Relay]" <abcd12345@mozmail.com>',
                    '"PayPal" <service_at_paypal_com_8f3a2b@icloud.com>', '"PayPal" <service_at_paypal.com_kim@duck.com>',
                    '"service(a)paypal.com" <no-reply@forwardemail.net>'):
        placed(box, mail(relayed, "Receipt for your payment", receipt), "inbox priority later",
               f"a relay of hers is read through: {relayed.rpartition('@')[2]}")
    for relayed in ('"PayPal" <service_at_paypal_co_uk_8f3a2b@icloud.com>', '"PayPal" <kim=service=paypal.com@passmail.net>',
                    '"PayPal" <ra+abcdef@simplelogin.co>', '"PayPal via Relay" <x@mozmail.com>'):
        placed(box, mail(relayed, "Receipt for your payment", receipt), "inbox priority later", f"or spared: {relayed}")
    verdict = box.why(mail('"Strava" <no-reply_at_strava_com_6n2kdbrdp8_44da77ed@privaterelay.appleid.com>', "Your run"))
    ok(verdict["relation"] == "strava.com via appleid.com", "a relay's codes are no host", verdict["relation"])
    call = "Your invoice of 699.99 USD for Bitcoin was paid. If you did not authorise it call +1 888 000 0000 within 24 hours.\n"
    for relayed in ("service_at_paypal_com_xk@simplelogin.co", "service_at_paypal.com_x@duck.com", "a+service=paypal.com@evil.anonaddy.com"):
        placed(box, mail(f"PayPal <{relayed}>", "Invoice paid", call), "suspect later", f"a relay that is not hers: {relayed}")
    placed(box, mail("PayPal <service_at_paypal_com_xk@simplelogin.co>", "Receipt for your payment", receipt,
                     to="kim.shop@simplelogin.com"), "inbox priority", "one where an address is hers")
    money = "Are you available? I need you to pay an invoice today, urgently: send me gift cards or the wire transfer.\n"
    for sender in "toni.berg77@gmail.com", "office@mail-exec.example":
        placed(box, mail(f"Toni Berg <{sender}>", "Urgent payment", money), "suspect later",
               f"a friend's name asks for money from {sender}")
    placed(box, mail("Toni Berg <toni.warm@gmail.com>", "Urgent payment", money), "suspect later",
           "four letters that she ignored warm nobody up")
    placed(box, mail("Marlo Shoes <hello@rnarlo.example>", "Your order is on hold", PHISH.format("k")), "suspect",
           "nor a look-alike")
    placed(box, mail("Toni Berg <toni.berg@posteo.net>", "My new address", "Hi Kim, this is my new address. Toni\n"),
           "inbox priority", "and may have another mailbox")
    box.write(".notmuch-config", open(box.home + "/.notmuch-config").read().replace("name=Kim", "name=Kim Stern"))
    box.heed("init")
    verdict = box.why(mail("Kim Stern <kim.stern@work-mail.example>", "I recorded you", PHISH.format("e")))
    ok("imitation.yourself" in codes(verdict) and verdict["placement"] in ("suspect", "later"), "so is her own name",
       verdict["because"])
    placed(box, mail("PayPal <service_paypal_com@gmail.com>", "Your account has been suspended", PHISH.format("d")),
           "suspect later", "gmail.com is no relay")
    box.close()


def people():
    box = Box().year()
    box.write(".notmuch-config", open(box.home + "/.notmuch-config").read().replace("name=Kim", "name=Kim Stern"))
    for i in range(6):
        box.put(mail("Dr. Eva Lang <eva.lang@firma.example>", f"Report {i}", ago=90 - i * 7), "-unread")
        box.put(mail("Lu Nowak <lu.nowak@gmail.com>", f"Weekend {i}", ago=89 - i * 7), "-unread")
    box.learn()
    asked = ["Could you pick up five Apple gift cards of 100 for the team today? Scratch them and send me the codes.\n",
             "My phone broke, this is my new number: +49 151 0000000. Please text me there.\n",
             "Kannst du heute noch Gutscheinkarten besorgen und mir die Codes schicken? Dringend!\n",
             "Please change my bank account for the salary payment, new IBAN DE00 1234.\n",
             "Did you get the code? Please forward the 6-digit code you just received by SMS to me.\n"]
    for text in asked:
        placed(box, mail("Toni Berg <toni.berg77@gmail.com>", "Quick favour", text), "suspect later", "asks as a friend: " + text[:40])
    for name in ["Berg, Toni", "Toni Berg (CEO)", "Mr Toni Berg", "Toni B. Berg", "Berg Toni", "Toni Berg | bergfreunde",
                 "toni1@bergfreunde.example", "Toni Berg <toni1@bergfreunde.example>", "lu.nowak@gmail.com", "Eva Lang",
                 "Lang, Eva", "TONI BERG"]:
        verdict = placed(box, mail(f'"{name}" <office.mailbox@gmail.com>', "Quick favour", asked[0]), "suspect later", f"as {name}")
        ok("imitation.person" in codes(verdict), f"{name} is a friend's name", codes(verdict))
    for name in "Kim Stern", "Stern, Kim", "Kim S. Stern", "kim@home.example", "Kim Stern <kim@home.example>":
        verdict = placed(box, mail(f'"{name}" <x@work-mail.example>', "Quick favour", asked[0]), "suspect later", f"as {name}")
        ok("imitation.yourself" in codes(verdict), f"{name} is her own", codes(verdict))
    placed(box, mail("Toni Berg <toni.berg@posteo.net>", "My new address", "Hi Kim, this is my new address. Toni\n"),
           "inbox priority", "a friend may have another mailbox")
    placed(box, mail("Lu Nowak <l.nowak@stadtwerke.example>", "Your appointment on Monday",
                     "Dear Ms Stern, our technician comes on Monday between 8 and 10. Please confirm by phone.\n"),
           "inbox priority", "and a namesake")
    verdict = box.why(mail("Toni Berg <toni1@bergfreunde.example>", "Hut", "Could you lend me the tent? Toni\n"))
    ok("imitation.person" not in codes(verdict), "the friend is the friend", codes(verdict))
    placed(box, mail("Jo May <jo.may@gmail.com>", "Choir on Friday", "Dear all, we sing on Friday at eight. Jo\n",
                     to="undisclosed-recipients:;"), "inbox priority", "a letter to nobody by name is little alone")
    box.close()


def icloud(result, domain, number):
    """A field for each method, below a Received field of their own, as Apple writes them."""
    when = email.utils.formatdate(NOW)
    return (f"Received: from pv50p00im-x1.me.com by p57-mailgateway-smtp-3 (mailgateway 1)\n\twith SMTP id a1\n"
            f"\tfor <kim@icloud.com>; {when}\nX-Apple-MoveToFolder: INBOX\n"
            f"Received: from out.{domain} (out.{domain} [192.0.2.5])\n\tby pv50p00im-x1.me.com (Postfix) with ESMTPS id 2\n"
            f"\tfor <kim@icloud.com>; {when}\nX-ICL-SCORE: 3\nAuthentication-Results: bimi.icloud.com; bimi=none\n"
            f"X-ARC-Info: policy=fail; arc=none\nAuthentication-Results: arc.icloud.com; arc=none\n"
            f"Authentication-Results: dmarc.icloud.com; dmarc={result} header.from={domain}\n"
            f"Authentication-Results: dkim-verifier.icloud.com;\n\tdkim={result} (2048-bit key) header.d={domain}\n"
            f"Authentication-Results: spf.icloud.com; spf={result} smtp.mailfrom=b@{domain}\n"
            f"From: Shop <orders@{domain}>\nTo: kim@icloud.com\nSubject: Your order {number} is confirmed\nDate: {when}\n"
            f"Message-ID: <ic{number}@{domain}>\n\nOrder number {number}\n").encode()


def several_fields():
    """Filters of one server that write a field each, below its own Received."""
    mx, dmarc = "mx.home.example; ", "OpenDMARC; dmarc=pass header.from=laden.example"
    spf, dkim = mx + "spf=pass smtp.mailfrom=b@bounce.example", mx + "dkim=pass header.d=laden.example"
    passed, unsigned = mx + "dmarc=pass header.from=laden.example", mx + "dkim=none"
    for trusted, fields, code in (("+mx.home.example", [spf, dkim, passed], "pass"), ("+mx.home.example", [spf, dkim], "pass"),
                                  ("+mx.home.example;+OpenDMARC", [spf, dmarc], "pass"),
                                  ("+mx.home.example", [unsigned, passed], "none"), ("+mx.home.example", [unsigned, dkim], "none"),
                                  ("+mx.home.example", [spf, passed], "none"), ("+mx.home.example", [spf, dmarc], "none")):
        box = Box()
        box.write(".config/heed/config", f"[trust]\nauthserv-id={trusted}\n")
        below = "".join(f"Authentication-Results: {field}\n" for field in fields).encode()
        def message():
            return mail("Shop <orders@laden.example>", "Hello").partition(b"\n")[2].replace(b"From: ", below + b"From: ", 1)
        box.put(message())
        box.learn()
        ok("authentication." + code in codes(box.why(message())), f"{trusted} makes of {len(fields)} fields: {code}", *fields)
        if fields == [spf, dmarc] and "Open" in trusted:
            box.write(".config/heed/config", "")
            for i in range(8):
                box.put(message())
            box.run("notmuch", "new", "--quiet")
            ok(b"authserv-id=+mx.home.example;+opendmarc" in box.heed("init").stdout, "and init proposes both")
        box.close()


def as_it_is_written():
    box = Box().year().learn()
    verdict = box.why(mail("=?UTF-8?B?Sm8gTWF5IDxqb0BmaXJtLmV4YW1wbGU+?=", "Minutes"))
    ok(verdict["from"] == "jo@firm.example", "a From that is one encoded word is read", verdict["from"])
    verdict = box.why(mail("=?UTF-8?B?Sm8gTWF5IA==?= =?UTF-8?B?PGpvQGZpcm0uZXhhbXBsZT4=?=", "Minutes"))
    ok(verdict["from"] == "jo@firm.example", "or two", verdict["from"])
    for said in ("dmarc=fail (p=none dis=none) header.from=club.example",
                 'dmarc=fail reason="No valid SPF, No valid DKIM" header.from=club.example (policy=none)',
                 'dmarc=fail reason="No valid SPF; No valid DKIM" header.from=club.example (policy = none)',
                 "dmarc=fail header.from=club.example policy.dmarc=none",
                 "dmarc=fail (none; no action taken) header.from=club.example"):
        message = mail("Chess Club <office@club.example>", "Times for spring").replace(
            RESULTS["pass"].format("club.example").encode(), b"dkim=none; spf=pass smtp.mailfrom=x@fwd.example; " + said.encode())
        placed(box, message, "inbox later priority", "a domain that lets pass what fails: " + said[-20:])
    lie = b'for <"kim+ by x with esmtpsa "@home.example>; '
    message = mail("Kim <kim@home.example>", "I recorded you", PHISH.format("f"), result="none")
    message = message.replace(b"ESMTPS id 1; ", b"ESMTPS id 1 " + lie).replace(
        b"out.home.example", b"out.evil.example")
    ok(lie in message, "a recipient that says who logged in")
    placed(box, message, "suspect later", "says nothing of who she is")
    box.close()
    several_fields()
    for server in "+*.icloud.com", "+bimi.icloud.com;+arc.icloud.com;+dmarc.icloud.com;+spf.icloud.com":
        box = Box()
        box.write(".config/heed/config", f"[trust]\nauthserv-id={server}\n")
        for i in range(8):
            box.put(icloud("pass", "laden.example", i))
        box.learn()
        if "*" in server:
            ok("authentication.pass" in codes(box.why(icloud("pass", "laden.example", 98))), "iCloud's fields are read together")
            ok("authentication.fail" in codes(box.why(icloud("fail", "laden.example", 99))), "as are those of what fails")
            forged = icloud("fail", "laden.example", 97).replace(
                b"From: Shop", b"Authentication-Results: dmarc.icloud.com; dmarc=pass header.from=laden.example\nFrom: Shop")
            ok("authentication.fail" in codes(box.why(forged)), "a machine speaks once")
        box.close()
    box = Box()
    box.write(".config/heed/config", "")
    for i in range(8):
        box.put(icloud("pass", "laden.example", i))
    box.run("notmuch", "new", "--quiet")
    ok(b"authserv-id=+*.icloud.com" in box.heed("init").stdout, "and init proposes them")
    box.close()


main(whose_mail_it_is, one_mailbox_is_no_house, brands_abroad, through_others, unproven_mail, imitation, people,
     unproven_words, as_it_is_written)
