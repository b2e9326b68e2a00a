#!/usr/bin/env python3
"""Two letters under one Message-ID, where folders are the history: each is known, judged, and counted for itself."""
from maildir import *

OFFERS = "\n[placement]\nlater=99\ndoubt=0\npatience=0\nprobe=0\nprotect=\n[folders]\nmove=yes\n"


def sale(name, mid, body="Shop now! Unsubscribe\n"):
    return mail(f"Shop <x@{name}.example>", f"Sale of {name}: 20% off", body, more=LEAVE, mid=mid + "@x.example")


def of(box, name):
    """Outcomes of the mail of one sender."""
    rows = json.loads(box.heed("senders", "--json", name + ".example").stdout or b"[]")
    return {key: value for row in rows for key, value in row.items() if key in ("received", "deleted unread", "opened", "rescued", "demoted", "undecided") and value}


def where(box, text):
    return [os.path.relpath(p, box.mail) for p in glob.glob(box.mail + "/*/*") + glob.glob(box.mail + "/.*/*/*")
            if os.path.isfile(p) and text.encode() in open(p, "rb").read()]


def used_again():
    box = Reader(settings=OFFERS)
    box.begin()
    box.store(sale("first", "id"), ".Birds")
    box.sync()
    os.unlink(box.file("id"))
    box.sync(3)
    before = of(box, "first")
    box.store(sale("second", "id"))
    said = box.heed("tag", "--new")
    ok([p.split("/")[0] for p in where(box, "Sale of second")] == [".Later"], "a Message-ID that is used again is another letter, judged and moved",
       where(box, "Sale of second"), said.stderr.decode())
    ok(of(box, "second").get("received") == 1 and of(box, "first") == before, "and counts for itself", of(box, "second"), of(box, "first"), before)
    text = sale("third", "again")
    path = box.store(text)
    box.sync()
    os.unlink(path)
    box.sync(3)
    gone = of(box, "third")
    box.store(text)
    box.sync(2)
    ok(gone == {"received": 1, "deleted unread": 1} and of(box, "third").get("received") == 1 and not of(box, "third").get("deleted unread"),
       "the same one that comes back is itself", gone, of(box, "third"))
    box.close()


def between_syncs():
    """In whichever order the folder has them; and what she did in between."""
    for first, second in (("aone", "btwo"), ("btwo", "aone")):
        for what in "nothing", "first", "second", "away":
            box = Reader(settings=OFFERS)
            box.begin()
            for name in first, second:
                box.heed("deliver", "--wait", stdin=sale(name, "id"))
            for i, name in enumerate((first, second)):
                path, = where(box, f"Sale of {name}")
                if what == ("first", "second")[i]:
                    os.rename(f"{box.mail}/{path}", f"{box.mail}/cur/{name}:2,")
                elif what == "away" and not i:
                    os.unlink(f"{box.mail}/{path}")
            box.sync(4)
            want = {name: {"received": 1, "undecided": 1} for name in (first, second)}
            if what in ("first", "second"):
                want[{"first": first, "second": second}[what]] = {"received": 1, "rescued": 1}
            got = {name: of(box, name) for name in (first, second)}
            ok(got == want, f"{first} and {second} under one Message-ID, {what} touched", got, want)
            box.close()


if __name__ == "__main__":
    main(used_again, between_syncs)
