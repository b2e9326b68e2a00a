#!/usr/bin/env python3
"""What counts as her will, and only hers: what programs did, the conventions of others."""
from kim import *

PHISH = "Your account has been suspended due to unusual activity. Verify your identity within 24 hours: http://pay-{}.top/l\n"


def her_will():
    box = Box().year()
    for i in range(20):
        mid = f"offer{i}@laut.example"
        box.put(mail("Laut <offers@laut.example>", f"Sale {i + 10}% off everything", "Shop now! Unsubscribe\n", 90 - i * 3,
                     more=LEAVE, mid=mid))
        if i >= 12:
            header = ["Auto-Submitted: auto-replied\n", "X-Autoreply: yes\n", "Precedence: bulk\n",
                      "Precedence: auto_reply\n"][i % 4]
            box.put(mail("Kim <kim@home.example>", "Out of office", "I am away.\n", 89.9 - i * 3, travelled=False,
                         to="offers@laut.example", more=header + f"In-Reply-To: <{mid}>\n"), "-unread -inbox", "Sent")
        box.put(mail("Acht Bank <info@achtbank.example>", f"Offer of the week {i}", "Special offer. Unsubscribe\n",
                     91 - i * 3, more=LEAVE), "+important +updates")
        box.put(mail("Rausch <alerts@rausch.example>", f"Deal alert {i}: sale on everything", "Shop now. Unsubscribe\n",
                     92 - i * 3, more=LEAVE), "-unread -inbox +noise")
        box.put(mail("Ablage <post@ablage.example>", f"Deal alert {i}", "Shop now. Unsubscribe\n", 92 - i * 3, more=LEAVE),
                "-unread -inbox +archive")
    for i in range(15):
        box.put(mail("Kim <shop@kims.example>", f"Question {i}", "Hello\n", 60 - 3 * i, travelled=False,
                     to="info@partner.example", mid=f"mine{i}@kims.example"), "-unread -inbox", "Sent")
    box.learn()
    offer = dict(body="Shop now! Unsubscribe\n", more=LEAVE)
    placed(box, mail("Laut <offers@laut.example>", "Sale 20% off everything", **offer), "later",
           "answers that a program sent are not hers")
    placed(box, mail("Acht Bank <info@achtbank.example>", "Offer of the week 99", **offer), "inbox later",
           "Gmail's important is not hers")
    placed(box, mail("Rausch <alerts@rausch.example>", "Deal alert 99: sale on everything", **offer), "inbox later",
           "what a filter read and filed was not read by her")
    rows = json.loads(box.heed("senders", "--json", "ablage").stdout)
    ok(rows and rows[0]["opened"] > 8, "what she read and archived was, whatever tag says so", rows)
    placed(box, mail("Pat <info@partner.example>", "Re: Question 14", "Here is the answer.\n", result="none",
                     more="In-Reply-To: <mine14@kims.example>\n"), "inbox priority", "an answer to an address nobody listed")
    ok(b"shop@kims.example" in box.heed("doctor").stdout, "which doctor names")
    answer = "In-Reply-To: <mine14@kims.example>\n"
    verdict = box.why(mail("Bob <bob@anybody.example>", "Re: Question 14", "Details inside.\n", more=answer))
    ok("contact.answer" not in codes(verdict), "who only knows a Message-ID answers nothing")
    verdict = box.why(mail("Ann <ann@partner.example>", "Re: Question 14", "Details inside.\n", more=answer))
    ok("contact.answer" in codes(verdict), "whoever writes from the same house does")
    box.close()


def letters_of_hers():
    """What she sent under an address that nobody listed, wherever her programs and servers keep it."""
    places = [("", "+sent"), ("[Gmail]/All Mail", "+sent"), ("\u00c9l\u00e9ments envoy\u00e9s", ""),
              (".&AMk-l&AOk-ments envoy&AOk-s", ""), ("Posta inviata", ""), ("INBOX.Elementos enviados", ""),
              ("Itens Enviados", ""), ("Skickat", ""), ("&XfJT0ZAB-", ""), ("Exchange/Sent Items", ""),
              ("Archive", ""), ("presentations", "")]
    box = Box().year()
    for n, (folder, tags) in enumerate(places):
        letter = mail(f"Kim <shop{n}@kims.example>", "Question", "Hello\n", 9, travelled="Exchange" in folder,
                      to=f"info@partner{n}.example", mid=f"mine{n}@kims", result="none")
        if "Exchange" in folder:
            letter = b"Received: from AM0PR1.eurprd.prod.outlook.com ([fe80::1]) by AM0PR1.eurprd.prod.outlook.com\n" \
                     b"\t([fe80::1%5]) with mapi id 15.20; " + email.utils.formatdate(NOW - 9 * DAY).encode() + b"\nFrom:" + \
                     letter.split(b"\nFrom:")[1]
        box.put(letter, "-unread -inbox " + tags, folder)
    box.learn()
    for n, (folder, tags) in enumerate(places):
        verdict = box.why(mail(f"Pat <info@partner{n}.example>", "Re: Question", "Here is the answer.\n",
                               more=f"In-Reply-To: <mine{n}@kims>\n"))
        hers = n < len(places) - 2
        ok(("contact.answer" in codes(verdict)) == hers, f"{folder or 'anywhere'} {tags} holds {'' if hers else 'not '}what she sent")
    box.close()


def read_at_arrival():
    """What was read when heed first saw it, within minutes of its arrival, may have been read by a filter."""
    offer = dict(body="Shop now. Unsubscribe\n", more=LEAVE)
    box = Box().year()
    box.write(".notmuch-config", open(box.home + "/.notmuch-config").read() + "[maildir]\nsynchronize_flags=false\n")
    box.learn()
    for i in range(20):
        box.put(mail("Rausch <alerts@rausch.example>", f"Deal alert {i}: sale", ago=0.005, **offer), "-unread")
        box.put(mail("Spur <alerts@spur.example>", f"Deal alert {i}: sale", ago=0.005, **offer), "-unread -inbox +noise")
        box.put(mail("Alt <brief@alt.example>", f"Gazette {i}", "In this issue. Unsubscribe.\n", 0.2, more=LEAVE), "-unread")
    box.run("notmuch", "new", "--quiet")
    box.run("notmuch", "tag", "--batch", stdin="\n".join(box.batch).encode() + b"\n")
    box.heed("sync")
    for name, opened in ("rausch", 0), ("spur", 0), ("alt", 20):
        rows = json.loads(box.heed("senders", "--json", name).stdout)
        ok(rows and rows[0]["opened"] + rows[0]["filed"] == opened, f"{name}: {opened} were read by her", rows)
    placed(box, mail("Rausch <alerts@rausch.example>", "Deal alert 99: sale", **offer), "inbox later", "which makes none priority")
    box.close()
    box = Box().year()
    for i in range(40):
        box.put(mail("Rausch <alerts@rausch.example>", f"Deal alert {i}: sale", ago=90 - 2 * i, **offer), "-unread +noise")
        box.put(mail("Blatt <brief@blatt.example>", f"Our newsletter {i}", "In this issue. Unsubscribe.\n", 90 - 2 * i, more=LEAVE),
                "+paper -unread" if i % 2 else "+paper")
    box.learn()
    placed(box, mail("Rausch <alerts@rausch.example>", "Deal alert 99: sale", **offer), "inbox later",
           "what a filter read and tagged in the inbox is not hers")
    rows = json.loads(box.heed("senders", "--json", "blatt").stdout)
    ok(rows and rows[0]["opened"] + rows[0]["filed"] > 8, "where others with that tag lay unread she read it", rows)
    box.close()


def programs():
    """What a program sends for her answers nobody, whatever it calls itself."""
    calendar = "BEGIN:VCALENDAR\nMETHOD:{}\nBEGIN:VEVENT\nUID:1\nDTSTART:20270101T100000Z\nEND:VEVENT\nEND:VCALENDAR\n"
    fields = ["X-Autoresponse: yes", "Precedence: auto-reply", "Precedence: list", "X-POST-MessageClass: 9; Autoresponder",
              "Return-Path: <>", "X-Mailer: vacation 1.2.8", "X-Notes-Item: OutOfOffice; name=$AutoForward",
              "X-Loop: kim@home.example", "Resent-From: kim@home.example\nX-Sieve-Redirected-From: kim@home.example",
              "X-Forwarded-For: kim@home.example a@b.example", "X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent",
              "text/calendar; charset=utf-8", "application/ics; name=invite.ics", "Subject: Automatic reply: Sale",
              "Subject: Abwesenheitsnotiz: Sale", "Subject: Réponse automatique : Sale", "Subject: Read: Sale",
              "X-Mailer: mutt", "List-Id: <x.laut13.example>"]
    box = Box().year()
    for n, field in enumerate(fields):
        box.put(mail("Laut <o@laut%d.example>" % n, "Sale", "Shop now! Unsubscribe\n", 9, more=LEAVE, mid=f"o{n}@laut.example"))
        form = "/" in field.partition(";")[0] and ":" not in field
        subject, text = (field[9:], "I am away until Monday.\n") if field[:8] == "Subject:" else ("Out", "Away.\n")
        letter = mail("Kim <kim@home.example>", subject, calendar.format("REPLY" if n % 2 else "COUNTER") if form else text, 8.9,
                      travelled=False, to=f"o@laut{n}.example",
                      more=f"In-Reply-To: <o{n}@laut.example>\n" + ("" if form else field + "\n"))
        box.put(letter.replace(b"text/plain; charset=utf-8", field.encode()) if form else letter, "-unread -inbox", "Sent")
    box.learn()
    for n, field in enumerate(fields):
        rows = json.loads(box.heed("senders", "--json", f"laut{n}.example").stdout)
        hers = n >= len(fields) - 2
        ok(rows and rows[0]["answered"] == hers, f"{field} is {'' if hers else 'not '}hers", rows)
    box.close()


def answers():
    """Who answers her is whom that letter went to, under whatever address of the same house or mailbox."""
    box = Box().year()
    for i, (ago, to) in enumerate(((50, "offers@laut.example"), (10, "dev@lists.example"), (10, "help@acorn.zendesk.com"),
                                   (10, "kundenservice@amazon.de"), (10, "anna.b@gmail.com"))):
        box.put(mail("Kim <kim@home.example>", "Question", "How?\n", ago, travelled=False, to=to, mid=f"asked{i}@home"),
                "-unread -inbox", "Sent")
    box.learn()
    listed = "List-Id: <{0}>\nList-Post: <mailto:x@{0}>\nPrecedence: list\n"
    for author, asked, hers, more in (
            ("Laut <offers@laut.example>", 1, False, ""), ("Laut <offers@laut.example>", 0, True, ""),
            ("Acorn <support+id4711@acorn.zendesk.com>", 2, True, ""), ("Evil <support@evil.zendesk.com>", 2, False, ""),
            ("Amazon <cs-reply+1@amazon.com>", 3, True, ""), ("Anna <an.nab@googlemail.com>", 4, True, ""),
            ("Evil <evil@gmail.com>", 4, False, ""), ("Bob <bob@evil.example>", 1, False, listed.format("x.evil.example")),
            ("Bob <bob@lists.example>", 1, True, listed.format("dev.lists.example"))):
        verdict = box.why(mail(author, "Re: Question", "Here is the answer.\n", more=f"In-Reply-To: <asked{asked}@home>\n" + more))
        ok(("contact.answer" in codes(verdict)) == hers, f"{author} {'answers' if hers else 'does not answer'} letter {asked}",
           codes(verdict))
    box.close()


def conventions():
    for old in 0, 1, 30:
        box = Box()
        for i in range(12):
            box.put(mail("Laden <news@laden.example>", f"Sale {i} off", "Shop now. Unsubscribe\n", 18 - i / 4, more=LEAVE))
        for _ in range(old):
            for date in "Thu, 1 Jan 1970 00:10:10 +0000", "Sat, 1 Jan 2000 00:00:00 +0000":
                box.put(mail("Fax <fax@fax.example>", "Fax", travelled=False, date=date))
        box.learn()
        verdict = box.why(mail("Laden <news@laden.example>", "Sale 20 off", "Shop now. Unsubscribe\n", more=LEAVE))
        below = float(verdict["because"].replace("useful is below ", ""))
        ok(below < 3, "a clock that is wrong ends no patience" if old else "a mailbox of 18 days", verdict["because"])
        box.close()
    box = Box("new").year()
    box.run("notmuch", "new", "--quiet")
    box.run("notmuch", "tag", "+unread", "+inbox", "-new", "--", "tag:new")
    for i in range(6):
        box.put(mail("Nova <n@nova.example>", f"Hello {i}", ago=0.02), "-new +inbox +unread")
    box.learn()
    rows = json.loads(box.heed("senders", "--json", "nova").stdout)
    ok(rows and rows[0]["ignored"] == 0, "with new.tags=new what came today is undecided", rows)
    box.heed("deliver", "--wait", stdin=mail("Lampen Direkt <news@lampendirekt.example>", "Only today: 31% off lamps",
                                             "Shop now! Unsubscribe\n", more=LEAVE, mid="aside@lampendirekt.example"))
    box.run("notmuch", "tag", "+inbox", "+unread", "-new", "--", "tag:new")
    tags = box.run("notmuch", "search", "--output=tags", "id:aside@lampendirekt.example").stdout.decode().split()
    ok("later" in tags and "inbox" not in tags and "unread" in tags, "what was put aside stays so, and unread", tags)
    box.close()


def unread_by_flags():
    """Nothing becomes read by itself: what is new is unread by its flags, or by what a hook leaves."""
    offer = dict(body="Shop now! Unsubscribe\n", more=LEAVE)
    for tags, config in ("inbox", ""), ("inbox", "[tags]\npriority=+priority;+flagged\n"), ("inbox;flagged", ""):
        box = Box(tags).year()
        box.write(".notmuch-config", open(box.home + "/.notmuch-config").read() + "[maildir]\nsynchronize_flags=true\n")
        box.write(".config/heed/config", "[trust]\nauthserv-id=mx.home.example\n" + config)
        box.learn()
        for i in range(3):
            box.heed("deliver", "--wait", stdin=mail("Lampen Direkt <news@lampendirekt.example>", f"Only today: {i}% off",
                                                     mid=f"aside{i}@lampendirekt.example", **offer))
        box.heed("deliver", "--wait", stdin=mail("Toni Berg <toni0@bergfreunde.example>", "Saturday?", mid="in@b.example"))
        box.run("notmuch", "new", "--quiet")
        box.heed("sync")
        for mid in "aside1@lampendirekt.example", "in@b.example":
            found = box.run("notmuch", "search", "--output=tags", "id:" + mid).stdout.decode().split()
            ok("unread" in found, f"with new.tags={tags} and flags {mid} is unread {config[7:-1]}", found)
        names = [name for folder in ("new", "cur") for name in os.listdir(f"{box.home}/Mail/{folder}") if "box" not in name]
        ok(len(names) == 4 and not [name for name in names if "S" in name.partition(":2,")[2]],
           "and no file is marked as seen", names)
        rows = json.loads(box.heed("senders", "--json", "lampendirekt").stdout)
        ok(rows and rows[0]["opened"] == 0, "nor is anything opened", rows)
        box.close()
    for tags, hook in ("new;unread", "+inbox -new"), ("new;inbox;unread", "-new"), ("fresh;unread", "+inbox -fresh"):
        box = Box(tags).year()
        box.run("notmuch", "new", "--quiet")
        box.run("notmuch", "tag", *hook.split(), "--", "tag:" + tags.split(";")[0])
        for i in range(6):
            box.put(mail("Nova <n@nova.example>", f"Hello {i}", ago=0.02), hook)
        box.learn()
        rows = json.loads(box.heed("senders", "--json", "nova").stdout)
        ok(rows and rows[0]["ignored"] == 0, f"with new.tags={tags} and a hook what came today is undecided", rows)
        box.heed("deliver", "--wait", stdin=mail("Lampen Direkt <news@lampendirekt.example>", "Only today: 31% off",
                                                 mid="aside@lampendirekt.example", **offer))
        box.run("notmuch", "tag", *hook.split(), "--", "tag:" + tags.split(";")[0])
        found = box.run("notmuch", "search", "--output=tags", "id:aside@lampendirekt.example").stdout.decode().split()
        ok(sorted(found) == ["later", "unread"], "and what was put aside stays so", found)
        ok(b"new.tags" in box.heed("doctor").stdout, "which doctor speaks of")
        box.close()


def sent_ahead():
    """A forgery under the Message-ID of a letter that is to come hides nothing and marks nothing of it."""
    def tags(mid):
        return box.run("notmuch", "search", "--output=tags", "id:" + mid).stdout.decode().split()

    def friend(mid):
        return mail("Toni Berg <toni1@bergfreunde.example>", "Hut 77", "Shall we book hut 77? Toni\n", mid=mid)
    box = Box().year().learn()
    for n, change in enumerate(("", "+deleted -inbox", "+spam", "-unread", "-unread +deleted", "-suspect +tax")):
        mid = f"ahead{n}@x.example"
        first = ["Toni Berg <toni1@bergfreunde.example>", "PayPal <pay@paypal-help.example>"][n % 2]
        box.heed("deliver", "--wait", stdin=mail(first, "Hut 77", PHISH.format("q"), result="fail", mid=mid))
        before = tags(mid)
        if change:
            box.run("notmuch", "tag", *change.split(), "--", "id:" + mid)
            box.heed("sync")
        box.heed("deliver", "--wait", stdin=friend(mid))
        box.heed("sync")
        left = {"later", "suspect", "deleted", "spam"} & set(tags(mid))
        ok("suspect" in before and not left and {"inbox", "unread"} <= set(tags(mid)),
           f"a forgery sent ahead marks nothing ({change or 'left alone'})", before, tags(mid))
    ok("tax" in tags("ahead5@x.example"), "a tag of hers stays", tags("ahead5@x.example"))
    for message in mail("Toni Berg <toni1@bergfreunde.example>", "Hut", PHISH.format("r"), result="fail", mid="past@x"), friend("past@x"):
        box.put(message)
        box.run("notmuch", "new", "--quiet")
        box.heed("tag", "--new")
    ok("inbox" in tags("past@x") and "suspect" not in tags("past@x"), "nor past deliver", tags("past@x"))
    for author in "PayPal <pay@paypal-help.example>", "Bob <bob@evil.example>":
        mid = f"clear{len(author)}@x"
        box.heed("deliver", "--wait", stdin=mail("PayPal <pay@paypal-help.example>", "Your account", PHISH.format("s"),
                                                 result="fail", mid=mid))
        box.heed("deliver", "--wait", stdin=mail(author, "Minutes", "Here are the minutes of Monday.\n", mid=mid))
        ok("suspect" in tags(mid), f"and no second letter of {author} clears the first", tags(mid))
    box.close()



main(her_will, conventions, letters_of_hers, read_at_arrival, programs, answers, unread_by_flags, sent_ahead)
