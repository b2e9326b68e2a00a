#!/usr/bin/env python3
"""Who writes again and again, unwanted, is no stranger at last: what is known of strangers fades instead of ending."""
from kim import *

SALE = "Shop now! Save 20%. Unsubscribe here.\n"


def again():
    box = Box().year()
    for i in range(60):
        box.put(mail(f"Shop {i} <news@stranger{i}.example>", f"Sale {i}: 20% off", SALE, 300 - 4 * i, more=LEAVE))
    box.learn()
    places, borders = [], []
    for k in range(8):
        message = mail("New Shop <news@newshop.example>", "Sale: 20% off everything", SALE, more=LEAVE, mid=f"again{k}@newshop.example")
        box.heed("deliver", "--wait", stdin=message)
        why = box.heed("why", f"id:again{k}@newshop.example").stdout.decode()
        places.append(why.split(":")[0])
        borders.append(float(why.partition("later begins below ")[2].split()[0]))
    ok(set(places) == {"later"}, "the same promotion of a stranger, eight times: none jumps to the inbox", places)
    steps = [one - other for one, other in zip(borders, borders[1:])]
    ok(all(-0.01 <= step < 3 for step in steps), "what is known of strangers counts less each time, by little", borders)
    box.run("notmuch", "tag", "-unread", "+inbox", "-later", "--", "id:again7@newshop.example")
    box.heed("sync")
    placed(box, mail("New Shop <news@newshop.example>", "Sale: 20% off everything", SALE, more=LEAVE), "inbox priority", "one that she fetches back: the next comes")
    box.close()


if __name__ == "__main__":
    main(again)
