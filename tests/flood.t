#!/usr/bin/env python3
"""What a flood leaves in the book goes again, however often each wrote and however old it was when she threw it away."""
import sqlite3

from kim import *

SAID = "Dear customer, order number {0}.\n"


def rows(box):
    """What the book has of anything that bears the mark of the flood, by table."""
    marks = {"message": "address", "tally": "name", "name": "organisation", "business": "organisation"}
    with sqlite3.connect(box.home + "/.local/state/heed/book.db") as db:
        return {table: db.execute(f"SELECT count(*) FROM {table} WHERE {column} LIKE '%flut%'").fetchone()[0]
                for table, column in marks.items()}


def thrown_away(box, first):
    """All that was put after FIRST is deleted, and days pass until it is forgotten."""
    for name in os.listdir(box.home + "/Mail/cur"):
        if int(name.split(".")[1]) > first:
            os.unlink(f"{box.home}/Mail/cur/{name}")
    for day in range(3):
        with sqlite3.connect(box.home + "/.local/state/heed/book.db") as db:
            db.execute("DELETE FROM meta WHERE key = 'forgot'")
        box.run("notmuch", "new", "--quiet")
        box.run("notmuch", "tag", f"+day{day}", "--", "from:toni0@bergfreunde.example")
        box.heed("sync")


def came(box):
    box.run("notmuch", "new", "--quiet")
    box.heed("sync")
    return rows(box)


def several_each():
    box = Box().year().learn()
    first, before = next(box.files), os.path.getsize(box.home + "/.local/state/heed/book.db")
    for i in range(225):
        who, word = i // 3, "".join("bdfglmnprst"[int(digit)] + "aeiouaeiou"[int(digit)] for digit in f"{i % 90}00")
        author = f"Ludo Verne{who} <flut{who}@gmail.com>" if who % 2 else f"Shop Helper <a@flut{who}.example>"
        box.put(mail(author, f"Your order {81000 + i} is {word}", SAID.format(81000 + i), 45 - i % 9, ("pass", "none")[who // 2 % 2]))
    full = came(box)
    thrown_away(box, first)
    now, after = rows(box), os.path.getsize(box.home + "/.local/state/heed/book.db")
    ok(all(full[table] > 10 for table in full), "a flood is in the book", full)
    ok(not any(now.values()), "which leaves nothing, of whoever wrote some times", now)
    ok(after < before * 1.1, "nor is the book larger than before", before, after)
    box.close()


def few_each():
    box = Box().year().learn()
    first = next(box.files)
    for i in range(60):
        box.put(mail(f"Shop <a@flut{i // 3}.example>", f"Sale {i}", SAID.format(81000 + i), 45 - i % 9))
    full = came(box)
    thrown_away(box, first)
    ok(full["message"] == rows(box)["message"] == 60, "some tiresome senders are no flood: that they are stays known", full, rows(box))
    box.close()


def forged():
    box = Box().year().learn()
    first = next(box.files)
    for i in range(100):
        box.put(mail(f"Marlo Shoes <flut{i}@marlo.example>", f"Your order {i}", SAID.format(i), 45 - i / 9, "fail"))
    full = came(box)
    thrown_away(box, first)
    now = rows(box)
    ok(full["message"] == 100 and now["message"] == 64 and now["tally"] < full["tally"] * 0.7,
       "of forgeries of a shop that she knows the latest stay", full, now)
    verdict = box.why(mail("Marlo Shoes <orders@marlo.example>", "Your order 51999 is confirmed"))
    ok("authentication.known" in codes(verdict), "and the shop is known", codes(verdict))
    box.close()


main(several_each, few_each, forged)
