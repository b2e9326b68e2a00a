#!/usr/bin/env python3
"""What a message is and wants is judged by what she sees of it: reports, hidden text, claims and tricks."""
from kim import *


def returned(text, letter="contract@home.example", author="Mail Delivery System <MAILER-DAEMON@mta.isp.example>",
             subject="Undelivered Mail Returned to Sender", parts=True):
    """A report about a letter, with parts for programs or as qmail writes it."""
    if not parts:
        return mail(author, subject, text + "\n--- Below this line is a copy of the message.\n\nReturn-Path: <kim@home.example>\n"
                    f"From: Kim <kim@home.example>\nTo: toni@nowhere.example\nMessage-ID: <{letter}>\n\nText\n", result="none")
    body = (f"--B\nContent-Type: text/plain\n\n{text}\n--B\nContent-Type: message/delivery-status\n\n"
            "Reporting-MTA: dns; mta.isp.example\n\nFinal-Recipient: rfc822; toni@nowhere.example\nAction: failed\n"
            "Status: 5.1.1\n\n--B\nContent-Type: text/rfc822-headers\n\nFrom: kim@home.example\n"
            f"Message-ID:\n <{letter}>\n\n--B--\n")
    more = 'Auto-Submitted: auto-replied\nContent-Type: multipart/report; report-type=delivery-status; boundary="B"\n'
    return mail(author, subject, body, result="none", more=more).replace(b"Content-Type: text/plain; charset=utf-8\n", b"", 1)


def reports():
    box = Box().year()
    box.put(mail("Kim <kim@home.example>", "Contract", "Here it is.\n", 1, travelled=False, to="toni@nowhere.example",
                 mid="contract@home.example"), "-unread -inbox", "Sent")
    box.learn()
    sorry = "I'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients.\n"
    suspended = "Your account was suspended. Your package is held; confirm your payment, verify your account. 550 5.1.1\n"
    for parts in True, False:
        form = "with parts for programs" if parts else "as qmail writes it"
        for words in sorry, sorry + suspended:
            verdict = placed(box, returned(words, parts=parts), "inbox priority", "her letter that came back is shown, " + form)
            ok(verdict["kind"] == "report", "it is a report")
        verdict = placed(box, returned(sorry, "other@home.example", parts=parts).replace(b"toni@", b"nobody@"),
                         "inbox later suspect", "one that is not hers never comes first, " + form)
        ok("protected" not in verdict["because"], "nor is it protected")
    placed(box, returned(sorry, "unknown@home.example"), "inbox priority", "whom she wrote to yesterday tells whose it is, too")
    box.put(mail("Kim <kim@home.example>", "Late", "Here.\n", 0.01, travelled=False, to="ada@nowhere.example",
                 mid="late@home.example"), "-unread -inbox", "Sent")
    box.run("notmuch", "new", "--quiet")
    placed(box, returned(sorry, "late@home.example").replace(b"toni@", b"nobody@"), "inbox priority",
           "what the index has and the book does not is hers, too")
    away = mail("Ada Lind <ada@lindhof.example>", "Automatic reply: Offer", "I am out of the office until Monday.\n",
                more="Auto-Submitted: auto-replied\nIn-Reply-To: <contract@home.example>\n")
    ok(box.why(away)["kind"] == "report", "somebody who is away is reported")
    box.close()
    box = Box()
    box.put(mail("Toni <toni@bergfreunde.example>", "Hello"))
    box.learn()
    box.put(mail("Toni <toni@bergfreunde.example>", "Hello"))
    for author in "root (Cron Daemon)", "root@localhost", "smartd <root@nas>", "backup@box.lan":
        local = mail(author, "Cron <root@box> /usr/bin/backup", "backup: disk is full\n", travelled=False,
                     more="Auto-Submitted: auto-generated\nPrecedence: bulk\n")
        local = b"Received: by box.home.example (Postfix, from userid 0)\n\tid 5F2; " + \
            email.utils.formatdate(NOW).encode() + b"\n" + local
        verdict = placed(box, local, "inbox priority", f"what {author} says of the house is shown")
        ok(verdict["kind"] == "report", "it is a report")
        outside = local.replace(b"Received: by box.home.example (Postfix, from userid 0)",
                                b"Authentication-Results: mx.home.example; spf=fail smtp.mailfrom=root@box; dmarc=none\n"
                                b"Received: from evil.example (evil.example [192.0.2.1])\n\tby mx.home.example with ESMTP")
        placed(box, outside, "later suspect", "not where it came from outside")
    box.close()


main(reports)
