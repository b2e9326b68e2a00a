#!/usr/bin/env python3
"""One organisation over its countries and mail domains, where its own proven mail shows that; and nobody else beside it."""
import re, sqlite3

from kim import *

SHOP = dict(body="Read more in this issue. Unsubscribe.\n", more=LEAVE)


def beside(message, domain, signer, envelope=None):
    """MESSAGE of DOMAIN, which SIGNER signed, too; sent by ENVELOPE."""
    results = (f"dkim=pass header.d={domain}; dkim=pass header.d={signer}; spf=pass smtp.mailfrom=b@{envelope or domain}; "
               f"dmarc=pass header.from={domain}")
    return re.sub(rb"(?<=mx.home.example; )dkim=pass[^\n]*", results.encode(), message, count=1)


def leads(domain, *others):
    return "".join(f"See https://www.{to}/{i} today.\n" for to in [domain] * 3 + list(others) for i in range(2)) + "Unsubscribe.\n"


def news(domain, i, ago, body=None):
    return mail(f"Velora <news@{domain}>", f"Our newsletter {i}", body or SHOP["body"], ago, more=LEAVE)


def box_of(messages):
    box = Box().year()
    for message, tags in messages:
        box.put(message, tags)
    return box.learn()


def relation(box, domain, what, expected, **how):
    verdict = box.why(mail(f"Velora <service@{domain}>", "Your order 70300 is confirmed", "Order number 70300.\n", **how))
    ok(verdict["relation"] == expected, what, f"{domain} counts as {verdict['relation']}, not {expected}")
    ok(("authentication.known" in codes(verdict)) == (expected != domain), f"{domain} is known by that", codes(verdict))


def proven():
    own = [(beside(news("velora.de", i, 90 - i * 5), "velora.de", "mail.velora-news.de"), "-unread") for i in range(8)]
    own += [(news("velora-news.de", i, 95 - i * 30), "") for i in range(2)]
    own += [(news("lumara.de", i, 90 - i * 5, leads("lumara.com", "lumara.de")), "-unread") for i in range(8)]
    box = box_of(own)
    relation(box, "velora-news.de", "a domain that signs an organisation's mail beside it belongs with it", "velora.de")
    relation(box, "lumara.com", "so does its name under another suffix, where its mail leads", "lumara.de")
    relation(box, "velora-news.de", "what is not proven does not", "velora-news.de", result="none")
    said = box.heed("why", "-", stdin=mail("Velora <service@velora-news.de>", "Your order")).stdout.decode()
    ok(re.search(r"counts as velora.de\) since on \d days proven mail of velora.de was signed by velora-news.de, too",
                 " ".join(said.split())), "why says so", said)
    ok("imitation." not in said, "and it imitates nobody", said)
    rows = json.loads(box.heed("senders", "--json", "velora").stdout)
    ok(len(rows) == 1, "what came from there before counts with it", rows)
    box.put(beside(news("velora.de", 9, 0.2), "velora.de", "velora.at"), "-unread")
    box.run("notmuch", "new", "--quiet")
    box.heed("sync")
    relation(box, "velora.at", "one day shows nothing", "velora.at")
    for ago in 6, 4, 2:
        box.put(beside(news("velora.de", 10 + ago, ago), "velora.de", "velora.at"), "-unread")
    box.run("notmuch", "new", "--quiet")
    box.heed("sync")
    relation(box, "velora.at", "some days do, by sync as well", "velora.de")
    box.close()


def not_by_strangers():
    """Nothing that others write joins them to an organisation that she knows."""
    known = [(news("velora.de", i, 90 - i * 5), "-unread") for i in range(8)]
    attacks = {
        "who leads to it": ("velora.top", lambda i: news("velora.top", i, 60 - i * 5, leads("velora.de"))),
        "who leads to it and is opened": ("velora.email", lambda i: news("velora.email", i, 60 - i * 5, leads("velora.de"))),
        "who signs what it once wrote": ("velora-deals.top", lambda i: beside(
            news("velora.de", i, 60 - i * 5), "velora.de", "velora-deals.top", "velora-deals.top")),
        "who is signed beside it by himself": ("velora-fan.top", lambda i: re.sub(
            b"spf=pass[^;]*", b"spf=pass smtp.mailfrom=b@velora-fan.top",
            beside(news("velora-fan.top", i, 60 - i * 5), "velora-fan.top", "velora-fan.top"))),
        "a mailer of many": ("mailhub.com", lambda i: beside(news("velora.de", i, 59 - i * 5), "velora.de", "mailhub.com")),
        "who is only named in it": ("velora.shop", lambda i: news("velora.de", i, 58 - i * 5, leads("velora.de", "velora.shop"))),
        "where a letter of somebody leads": ("velora.club", lambda i: mail(
            "Ada <ada@velora.de>", "Saturday?", "Hi Kim,\nlook at https://velora.club/a and https://velora.club/b\nAda\n",
            57 - i * 5)),
        "who forges it": ("velora-pay.top", lambda i: beside(
            mail("Velora <news@velora.de>", f"Our newsletter {i}", ago=56 - i * 5, result="fail", **SHOP),
            "velora.de", "velora-pay.top")),
    }
    for who, (domain, make) in attacks.items():
        if who != "who forges it":
            known += [(make(i), "-unread" if "opened" in who else "") for i in range(6)]
    known += [(re.sub(rb"dkim=fail[^\n]*", b"dkim=pass header.d=velora-pay.top; spf=fail smtp.mailfrom=b@velora.de; dmarc=fail",
                      mail("Velora <news@velora.de>", f"Our newsletter {i}", ago=56 - i * 5, result="fail", **SHOP)), "")
              for i in range(6)]
    box = box_of(known)
    for who, (domain, _) in attacks.items():
        verdict = box.why(mail(f"Velora <service@{domain}>", "Your order 70300 is confirmed", "Order number 70300.\n"))
        ok(verdict["relation"] == domain, who + " stands for himself", verdict["relation"])
    verdict = box.why(news("velora.de", 99, 0))
    ok(verdict["relation"] == "velora.de" and "authentication.known" in codes(verdict), "and it stays what it is",
       verdict["relation"], codes(verdict))
    box.close()
    box = box_of([(news("hostora.com", i, 95 - i * 5), "-unread") for i in range(8)] +
                 [(beside(news("hostora-kunden.de", i, 90 - i * 5), "hostora-kunden.de", "hostora.com"), "-unread") for i in range(8)] +
                 [(beside(news(one, i, 91 - i * 5), one, other), "-unread") for i in range(8)
                  for one, other in (("tandora.de", "tandora.com"), ("tandora.com", "tandora.de"))])
    verdict = box.why(news("hostora.com", 99, 0))
    ok(verdict["relation"] == "hostora.com", "a host that she knows and that signs what its customers send is nobody's", verdict["relation"])
    ok(box.why(news("tandora.de", 99, 0))["relation"] == box.why(news("tandora.com", 99, 0))["relation"],
       "two that she knows are one where each signs the other's mail")
    box.close()
    box = box_of([(beside(news("nimora.de", i, 90 - i * 5), "nimora.de", "nimora.com"), "") for i in range(8)])
    relation(box, "nimora.com", "nor does whose mail she never wanted join anybody", "nimora.com")
    box.close()


def table_changed():
    """What a book has of a domain that became a brand's is the brand's, when the program is a newer one."""
    box = box_of([(mail("PayPal <service@paypal.de>", f"Receipt {i}", "You sent a payment.\n", 90 - i * 5), "-unread")
                  for i in range(8)])
    relation(box, "paypal.at", "a brand is one over its countries", "paypal.com")
    with sqlite3.connect(box.home + "/.local/state/heed/book.db") as book:
        for table, column in ("message", "organisation"), ("tally", "name"), ("name", "organisation"):
            book.execute(f"UPDATE {table} SET {column} = 'paypal.de' WHERE {column} = 'paypal.com'")
        book.execute("UPDATE meta SET value = 1 WHERE key = 'relations'")
    relation(box, "paypal.at", "also where the book was kept before that was so", "paypal.com")
    box.close()


main(proven, not_by_strangers, table_changed)
