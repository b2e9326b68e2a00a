#!/usr/bin/env python3
"""A clock that jumps, while mail comes and heed syncs, and then is right: the book is what it is without the jump."""
import sqlite3
from kim import *

JUMPS = "+400 days", "-400 days", "-20000 days"


def sale(number, ago, **more):
    return mail("Nova <n@nova.example>", f"Sale {number}", "Shop now! Unsubscribe.\n", ago, more=LEAVE, mid=f"s{number}@nova.example", **more)


def book_of(place):
    """What was learned; not when it was, within a minute."""
    book = sqlite3.connect(place + "/.local/state/heed/book.db")
    rows = {"outcomes": book.execute("SELECT id, kind, outcome, gone FROM message ORDER BY id").fetchall(),
            "dates": [(id, date // 120) for id, date in book.execute("SELECT id, date FROM message WHERE id NOT LIKE 's7%' ORDER BY id")],
            "counts": book.execute("SELECT level, name, kind, c0, c1, c4, c8, c9 FROM tally ORDER BY 1, 2, 3").fetchall(),
            "weights": [(name, round(value, 5)) for name, value in book.execute("SELECT name, value FROM weight ORDER BY key")],
            "things": book.execute("SELECT organisation, words FROM thing ORDER BY 1, 2").fetchall()}
    date = book.execute("SELECT date FROM message WHERE id = 's71@nova.example'").fetchone()
    book.close()
    return rows, date[0]


def live(box, saved, jump):
    shutil.rmtree(box.home)
    shutil.copytree(saved, box.home, symlinks=True)
    as_if = ["faketime", "-f", jump] if jump else []
    for letter in sale(70, 0.01), sale(71, 0, travelled=False): # one says itself when it came
        box.run(*as_if, HEED, "deliver", "--wait", stdin=letter)
    said = [box.run(*as_if, HEED, "sync")] + [box.heed("sync") for _ in range(2)]
    return book_of(box.home), [one.stderr for one in said]


def jumps(folders):
    box = Box().year()
    for day in range(10):
        box.put(sale(day, day + .2))
    what = "folders" if folders else "index"
    if folders:
        os.unlink(box.home + "/.notmuch-config")
        box.write(".config/heed/config", "[trust]\nauthserv-id=mx.home.example\n[history]\nmaildir=~/Mail\n")
        box.heed("init", "--yes")
    else:
        box.learn()
    saved = box.home + ".saved"
    shutil.copytree(box.home, saved, symlinks=True)
    (wanted, _), _ = live(box, saved, None)
    ok(sum(outcome == 0 for _, _, outcome, _ in wanted["outcomes"]) > 10, f"{what}: some is undecided yet", wanted["outcomes"])
    for jump in JUMPS:
        (got, date), said = live(box, saved, jump)
        for name in wanted:
            lacks, more = [sorted(set(a) - set(b)) for a, b in ((wanted[name], got[name]), (got[name], wanted[name]))]
            ok(wanted[name] == got[name], f"{what}, {jump}: {name}", lacks[:5], more[:5], said)
        ok(abs(date - NOW) < 600, f"{what}, {jump}: what came then came now", date - NOW)
    built = lambda: sqlite3.connect(box.home + "/.local/state/heed/book.db").execute("SELECT value FROM meta WHERE key = 'built'").fetchone()
    before = built()
    box.heed("sync")
    ok(built() == before, f"{what}: that is done once")
    shutil.rmtree(saved)
    box.close()


if __name__ == "__main__":
    if not shutil.which("faketime") or os.environ.get("SANITIZE"):
        print("1..0 # SKIP faketime is not installed, or sanitizers come first")
        sys.exit()
    main(lambda: jumps(False), lambda: jumps(True))
