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
    lure = ("Your message could not be delivered: your account was suspended. Verify your account within 24 hours:\n"
            "http://pay-{}.top/login\nConfirm your payment, unusual activity, your mailbox is full.\n").format("home")
    for parts in True, False:
        placed(box, returned(lure, parts=parts).replace(b"toni@", b"nobody@"), "later suspect",
               "who knows a Message-ID of hers returns no letter to lead her away")
    answer = mail("Support <help@stranger.example>", "Automatic reply: your account", lure, more="X-Autoreply: yes\n"
                  "In-Reply-To: <contract@home.example>\n")
    placed(box, answer, "later suspect", "nor does a stranger's program answer her")
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


NO_JUDGE = """#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <sys/types.h>
pid_t fork(void)
{
    static int calls;
    pid_t (*real)(void) = (pid_t (*)(void))dlsym(RTLD_NEXT, "fork");
    errno = EAGAIN;
    return calls++ ? real() : -1;
}
"""


def unjudged():
    """What could not be judged when it came is in the inbox, and the next sync judges it."""
    if not shutil.which("cc") or os.environ.get("SANITIZE"): # sanitizers want to be loaded first
        return
    box = Box().year().learn()
    box.write("no-judge.c", NO_JUDGE)
    box.run("cc", "-shared", "-fPIC", "-o", box.home + "/no-judge.so", box.home + "/no-judge.c", "-ldl")
    offer = mail("Lampen Direkt <news@lampendirekt.example>", "Only today: 41% off lamps",
                 "Shop now! Save up to 50% off. Unsubscribe here.\n", more=LEAVE, mid="late@lampendirekt.example")
    ok(box.why(offer)["placement"] == "later", "an offer is for later")
    usual = dict(box.env)
    box.env["LD_PRELOAD"] = box.home + "/no-judge.so"
    ok(box.heed("deliver", "--wait", stdin=offer).returncode == 0, "without a judge it is delivered")
    box.env = usual
    tags = ("notmuch", "search", "--output=tags", "id:late@lampendirekt.example")
    ok(b"inbox" in box.run(*tags).stdout, "to the inbox")
    for _ in range(2):
        box.heed("sync")
    ok(b"later" in box.run(*tags).stdout and b"inbox" not in box.run(*tags).stdout, "sync places it",
       box.run(*tags).stdout.decode())
    ok(b"unread" in box.run(*tags).stdout, "unread as before")
    touched = offer.replace(b"late@", b"kept@")
    box.env["LD_PRELOAD"] = box.home + "/no-judge.so"
    box.heed("deliver", "--wait", stdin=touched)
    box.env = usual
    box.run("notmuch", "tag", "+flagged", "--", "id:kept@lampendirekt.example")
    box.heed("sync")
    ok(b"inbox" in box.run(*tags[:3], "id:kept@lampendirekt.example").stdout, "not where she was faster")
    box.close()


def reasons():
    """Who is asked by a forge is another matter than who watches."""
    box = Box().year()

    def notice(reason, n, ago=0.0, field="X-GitHub-Reason"):
        return mail("robin <notifications@forge.example>", f"[orchard/apples] ripe too early (#{n})", "I see this, too.\n", ago,
                    more=f"List-ID: orchard/apples <apples.orchard.forge.example>\nList-Post: <mailto:r{n}@forge.example>\n"
                    f"Precedence: list\n{field}: {reason}\n", mid=f"apples{n}.{reason}@forge.example")
    for n in range(120):
        asked = n % 8 == 0
        box.put(notice("mention" if asked else "subscribed", n, 200 - n), "-unread" if asked else "")
    box.learn()
    asked, watches = box.why(notice("mention", 500)), box.why(notice("subscribed", 501))
    ok(asked["placement"] != "later" and asked["useful"] > watches["useful"] + 20, "a mention is more than a watch",
       f"{asked['useful']} {watches['useful']}")
    box.write(".config/heed/rules", "reason is subscribed -> later\n")
    ok(box.why(notice("subscribed", 502, field="X-GitLab-NotificationReason"))["placement"] == "later", "rules can ask")
    box.close()


def abused():
    """What platforms, forms and file shares prove, anybody can send through them; most who do mean well."""
    box = Box().year().learn()
    reply = "Reply-To: desk.8821@gmail.com\n"
    for author, subject, body, more in (
        ("DocuSign NA4 System <dse@docusign.net>", "Complete with DocuSign: Invoice 88321",
         "You have been charged $399.99 for the renewal. If you did not authorize this call us immediately.\n"
         "https://docusign.net/Signing/x\n", reply),
        ("Google Forms <forms-receipts-noreply@google.com>", "Thanks for filling out Withdrawal 1.3 BTC",
         "Your balance of 1.3 BTC is ready. Claim your reward: https://docs.google.com/forms/d/e/x\n", ""),
        ("Typeform Notifications <notifications@followups.typeform.io>", "($1200) your early access",
         "Claim your bonus now: https://u1.ct.sendgrid.net/x\n", reply),
        ("Amazon Support <support@velora.zendesk.com>", "Your order was blocked",
         "We blocked your account. Confirm your details: https://velora-help.example/\n", ""),
    ):
        placed(box, mail(author, subject, body, more=more), "suspect", f"a lure through {author}")
    for author, subject, body in (
        ('"Toni Berg (via Dropbox)" <no-reply@dropbox.com>', 'Toni Berg shared "Lake.zip" with you',
         "Toni Berg shared a file with you. View file: https://www.dropbox.com/l/x\n"),
        ('"Toni Berg (via Google Docs)" <drive-shares-dm-noreply@google.com>', 'Document shared with you: "Lake"',
         "Toni Berg has invited you to edit the following document: https://docs.google.com/document/d/x\n"),
        ("Studio Berg <studio@studioberg.zendesk.com>", "[Studio Berg] Re: Saturday", "We are open until six on Saturday.\n"),
    ):
        placed(box, mail(author, subject, body), "inbox priority", f"no lure through {author}")
    box.close()


main(reports, unjudged, reasons, abused)
