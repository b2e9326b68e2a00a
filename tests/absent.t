#!/usr/bin/env python3
"""A whole folder that is not there teaches nothing, at sync and at init: its disk may be away."""
from maildir import *

NAMES = "new read aged".split()


def filled():
    """Mail that came to a folder whose disk is elsewhere."""
    box = Reader(folders=".Trash .Junk .Sent .Drafts")
    for place in "cur", "new", "tmp":
        os.makedirs(f"{box.home}/disk/{place}")
    os.symlink(box.home + "/disk", box.mail + "/.Birds")
    box.begin()
    for name, ago, flags in (("new", 0, ""), ("read", 1, "S"), ("aged", 40, "")):
        box.store(mail(f"Shop <x@{name}.example>", "Hello", ago=ago, mid=name + "@x.example"), ".Birds", flags)
    box.sync(3)
    return box, {name: box.became(name) for name in NAMES}


def gone(box):
    book = sqlite3.connect(box.home + "/.local/state/heed/book.db")
    n = book.execute("SELECT count(*) FROM message WHERE gone").fetchone()[0]
    book.close()
    return n


def absent():
    for what in "disk", "link":
        box, before = filled()
        away = {"disk": box.home + "/disk", "link": box.mail + "/.Birds"}[what]
        os.rename(away, box.home + "/elsewhere")
        for verb in "sync", "init":
            for _ in range(4):
                box.heed(verb)
            box.sync(2)
            ok({name: box.became(name) for name in NAMES} == before and gone(box) == 0, f"where the {what} is away {verb} counts nothing as deleted",
               before, {name: box.became(name) for name in NAMES}, gone(box))
        os.rename(box.home + "/elsewhere", away)
        box.sync()
        ok(b" 0 new, 0 vanished" in box.said.stdout and {name: box.became(name) for name in NAMES} == before, f"when the {what} is there again all is as it was",
           box.said.stdout.decode(), {name: box.became(name) for name in NAMES})
        box.move("new", ".Trash")
        box.sync()
        ok(box.became("new") == "deleted unread", "and gestures count", box.became("new"))
        box.close()


def for_weeks():
    box, before = filled()
    os.unlink(box.mail + "/.Birds")
    box.sync()
    book = sqlite3.connect(box.home + "/.local/state/heed/book.db")
    book.execute("UPDATE folder SET stamp = ? WHERE path = '.Birds'", (f"absent {NOW - 30 * DAY}",))
    book.commit()
    book.close()
    box.sync(3)
    ok(gone(box) == 3 and not box.known("new") and {name: box.became(name) for name in NAMES} == before, "after weeks its mail is gone, which teaches nothing",
       gone(box), {name: box.became(name) for name in NAMES})
    box.heed("init")
    ok({name: box.became(name) for name in NAMES} == before, "nor does looking back then")
    box.close()


def moved():
    for to, expected in ((".Cats", {"new": "undecided", "aged": "undecided"}), (".Trash.Birds", {"new": "deleted unread", "aged": "deleted unread"})):
        box, before = filled()
        os.rename(box.mail + "/.Birds", f"{box.mail}/{to}")
        box.sync(3)
        got = {name: box.became(name) for name in expected}
        ok(b" 0 new, 0 vanished" in box.said.stdout and got == ({n: before[n] for n in expected} if to == ".Cats" else expected),
           f"a folder that became {to} went there with its mail", got, before, box.said.stdout.decode())
        box.close()


if __name__ == "__main__":
    main(absent, for_weeks, moved)
