#!/usr/bin/env python3
"""heed tag QUERY without notmuch: mail that is there is judged by a few of notmuch's words, shown, moved, and moved back."""
from maildir import *

OFFERS = "\n[placement]\nlater=99\ndoubt=0\npatience=0\nprobe=0\nprotect=\n[folders]\n"
FAULTS = os.path.join(root, "tests/fault/fault.c")


def sale(name, ago=0.0):
    return mail(f"Shop <x@{name}.example>", "Sale: 20% off", "Shop now! Unsubscribe\n", ago=ago, more=LEAVE, mid=name + "@x.example")


def shop(settings="move=yes\n", rules=""):
    """Offers of all ages in the inbox, from before heed; and what is none of heed's business."""
    box = Reader(settings=OFFERS + settings)
    box.write(".config/heed/rules", rules)
    for name, ago in (("week", 7), ("month", 30), ("year", 300)):
        box.store(sale(name, ago))
    for name, folder, flags in (("read", "", "S"), ("star", "", "F"), ("birds", ".Birds", ""), ("junk", ".Junk", ""),
                                ("gone", ".Trash", ""), ("kept", ".Archive", "")):
        box.store(sale(name, 20), folder, flags)
    box.begin()
    return box


def counts(done):
    return json.loads(done.stdout) if done.stdout[:1] == b"{" else {"exit": done.returncode, "said": done.stderr.decode()}


def ids(done):
    return sorted(one["id"].partition("@")[0] for one in counts(done).get("messages", ()))


def words():
    box = shop()
    path = box.file("week")
    for query, found in (("id:month@x.example", ["month"]), (path, ["week"]), ("date:100d..", ["month", "week"]),
                         ("date:1y..2M", ["year"]), ("folder:INBOX date:2w..", ["week"]), ("folder:INBOX and date:..60d", ["year"]),
                         ('folder:"Birds"', []), (f"date:{time.strftime('%Y-%m-%d', time.localtime(NOW - 7 * DAY))}", ["week"]),
                         ("date:yesterday..today", []), ("folder:.Birds", [])):
        done = box.heed("tag", "--json", query)
        ok(done.returncode == 0 and ids(done) == found, f"heed tag {query}", ids(done), found, done.stderr.decode())
    for query in "*", "tag:inbox", "from:shop", "id:a or id:b", "folder:INBOX folder:Birds", "date:someday..", "not id:a", "date:..", "":
        done = box.heed("tag", query)
        says = b"id:MESSAGE-ID, folder:NAME, date:FROM..TO" in done.stderr or b"is no time" in done.stderr
        ok(done.returncode == 64 and says, f"heed tag '{query}' is told which words there are", done.returncode, done.stderr.decode())
    for query, found, count in ("folder:INBOX date:100d..3w", "month@x.example", 1), ("folder:INBOX", "old3@f.example", 9):
        done = box.heed("why", "--json", query)
        got = json.loads(done.stdout)["message-id"] if done.returncode == 0 else ""
        many = f"the newest of {count} messages".encode() in done.stderr
        ok(got == found and many == (count > 1), f"heed why {query} explains the newest", got, done.stderr.decode())
    for query, code in ("folder:Cats", 1), ("folder:Birds date:1d..", 1), ("date:someday..", 64):
        ok(box.heed("why", query).returncode == code, f"heed why {query}: {code}")
    done = box.heed("tag", "folder:Cats")
    ok(done.returncode == 1 and b'there is no folder "Cats"' in done.stderr, "a folder that is not there", done.stderr.decode())
    ok(box.heed("tag", box.home + "/.config/heed/config").returncode == 1, "a file that is no mail of hers")
    box.write("Mail/cur/fresh:2,", sale("fresh").decode())
    done = box.heed("tag", box.mail + "/cur/fresh:2,")
    ok(done.returncode == 1 and b"no heed sync has seen" in done.stderr, "nor one that sync has not seen", done.stderr.decode())
    box.close()


def doing():
    box = shop(rules='subject has "Sale" and from year.example -> later folder "Lists"\n')
    before = {name: open(box.file(name), "rb").read() for name in "week month year read star birds junk gone kept".split()}
    where = lambda: {name: os.path.relpath(box.file(name), box.mail).partition("/")[0] for name in before}
    lay = where()
    dry = box.heed("tag", "date:2y..")
    ok(b"      3 later\n" in dry.stdout and b"10 were dealt with by you, or lie in other folders" in dry.stdout
       and b"folder: Lists" in dry.stdout and b"nothing was moved: --apply does it" in dry.stdout and where() == lay,
       "a dry run shows what would become of it", dry.stdout.decode() + dry.stderr.decode())
    done = box.heed("tag", "--apply", "date:2y..")
    moved = {**lay, "week": ".Later", "month": ".Later", "year": ".Lists"}
    ok(b"3 moved in " in done.stdout and where() == moved, "--apply moves it, and nothing else", where(), done.stdout.decode() + done.stderr.decode())
    ok(all(open(box.file(name), "rb").read() == before[name] for name in before), "byte for byte")
    box.sync(2)
    box.all_became({"week": "undecided", "month": "ignored", "year": "ignored", "read": "opened"},
                   "nothing is learned from that; what was ignored stays ignored")
    again = box.heed("tag", "--apply", "date:2y..")
    ok(b"nothing moved" in again.stdout and b"were placed before" in again.stdout, "a second time does nothing", again.stdout.decode())
    box.store(sale("new"))
    box.heed("tag", "--new")
    ok("/.Later/" in box.file("new"), "what comes then is moved, too")
    box.move("month", "", "")
    box.sync()
    ok(box.became("month") == "rescued", "what she takes back is rescued", box.became("month"))
    undone = box.heed("tag", "--undo")
    ok(b"3 are as they were; 1 that you" in undone.stdout, "undo takes back the run, and what came since", undone.stdout.decode() + undone.stderr.decode())
    ok(where() == {**lay, "month": "cur"} and "/.Later/" not in box.file("new"), "to where it was", where())
    box.sync(2)
    box.all_became({"week": "undecided", "year": "ignored", "new": "undecided"}, "and nothing is learned from that")
    ok(b"nothing to take back" in box.heed("tag", "--undo").stderr, "once")
    box.close()


def back():
    """What heed put aside comes back where it is judged otherwise now."""
    box = shop()
    box.heed("tag", "--apply", "date:2y..")
    ok("/.Later/" in box.file("week"), "put aside")
    text = open(box.home + "/.config/heed/config").read()
    box.write(".config/heed/config", text.replace("later=99", "later=0"))
    done = box.heed("tag", "--apply", "folder:Later")
    ok(b"nothing moved" in done.stdout and "/.Later/" in box.file("week"), "without --again it stays", done.stdout.decode())
    box.move("month", ".Later", "S")
    box.move("year", ".Trash")
    box.sync()
    ok(box.became("year") == "ignored", "what was ignored and put aside, and is thrown away there, stays ignored", box.became("year"))
    done = box.heed("tag", "--apply", "--again", "folder:Later")
    ok(b"1 moved" in done.stdout and os.path.relpath(box.file("week"), box.mail).startswith("cur/") and "/.Later/" in box.file("month"),
       "with it, it comes back to the inbox; what she read stays", done.stdout.decode() + done.stderr.decode(), box.file("week"))
    box.sync(2)
    ok(box.became("week") == "undecided", "which is not her rescuing it", box.became("week"))
    undone = box.heed("tag", "--undo")
    ok("/.Later/" in box.file("week"), "and is undone", undone.stdout.decode())
    box.close()


def never():
    box = shop(settings="")
    dry = box.heed("tag", "date:2y..")
    ok(b"nothing can be: [folders] lacks move = yes" in dry.stdout, "that nothing may be moved is said", dry.stdout.decode())
    done = box.heed("tag", "--apply", "date:2y..")
    ok(done.returncode == 1 and b"move = yes" in done.stderr and "/cur/" in box.file("week"), "and --apply moves nothing", done.stderr.decode())
    box.close()
    box = shop(settings="move=yes\ninbox=INBOX\n")
    box.write(".config/heed/config", open(box.home + "/.config/heed/config").read().replace("later=99", "later=0"))
    path = box.store(sale("stays"))
    box.heed("tag", "--new")
    ok(os.path.samefile(box.file("stays"), path) and not os.path.exists(box.home + "/.local/state/heed/tag.undo"),
       "what belongs into the inbox, and lies there, keeps its name", box.file("stays"))
    box.close()


def calls_of(box, shim, log, *run):
    with open(log, "wb") as file:
        file.truncate(1 << 22)
    subprocess.run([HEED, *run], env={**box.env, "LD_PRELOAD": shim, "FAULT_LOG": log}, capture_output=True)
    return [line.split()[1] for line in open(log, "rb").read()[8:].rstrip(b"\0").decode().splitlines() if line.startswith("parent ")]


def killed():
    """A move is heed's also where heed, or the power, ends behind it."""
    shim = tempfile.mkdtemp() + "/fault.so"
    if not shutil.which("cc") or os.environ.get("SANITIZE"):
        return ok(True, "killed behind a move # SKIP no shared library can be made here, or sanitizers come first")
    subprocess.run(["cc", "-O1", "-shared", "-fPIC", "-o", shim, FAULTS, "-ldl"], check=True)
    box = shop()
    calls = calls_of(box, shim, box.home + "/log", "tag", "--apply", "date:2w..")
    first = calls.index("rename")
    written = [at for at, call in enumerate(calls[:first]) if call == "pwrite"]
    ok(written and "fdatasync" in calls[written[-1]:first], "what is to be moved is on the disk before that", calls[first - 20:first])
    box.close()
    for what, run in (("a run", ("tag", "--apply", "date:2w..")), ("undo", ("tag", "--undo"))):
        box = shop()
        if what == "undo":
            box.heed("tag", "--apply", "date:2w..")
        log = box.home + "/log"
        with open(log, "wb") as file:
            file.truncate(1 << 22)
        before = os.path.dirname(box.file("week"))
        ended = subprocess.run([HEED, *run], env={**box.env, "LD_PRELOAD": shim, "FAULT_LOG": log, "FAULT_POINT": "parent rename 1 after"}, capture_output=True)
        ok(ended.returncode == -9 and os.path.dirname(box.file("week")) != before, f"killed behind the first move of {what}", ended)
        box.sync(2)
        ok(box.became("week") == "undecided", "nobody's gesture", box.became("week"))
        done = box.heed(*run)
        ok(done.returncode in (0, 1) and box.file("week"), "the same again does the rest", done.stderr.decode())
        box.close()
    shutil.rmtree(os.path.dirname(shim))



def owed():
    """What was delivered unjudged is judged by the next sync and moved, unless she was faster; with no setting asking for moves."""
    shim = tempfile.mkdtemp() + "/fault.so"
    if not shutil.which("cc") or os.environ.get("SANITIZE"):
        return ok(True, "unjudged mail # SKIP no shared library can be made here, or sanitizers come first")
    subprocess.run(["cc", "-O1", "-shared", "-fPIC", "-o", shim, FAULTS, "-ldl"], check=True)
    box = shop("later=Later\n")
    box.sync()
    box.env.update(FAULT_POINT="parent fork 1 11", LD_PRELOAD=shim)
    done = [box.heed("deliver", "--wait", stdin=sale(name)) for name in ("owed", "seen", "filed")]
    del box.env["FAULT_POINT"], box.env["LD_PRELOAD"]
    box.heed("deliver", "--wait", stdin=sale("judged"))
    box.store(sale("past"), base="past")
    where = lambda name: os.path.dirname(box.file(name)).removeprefix(box.mail)
    head = open(box.file("owed"), "rb").read(60)
    ok(all(one.returncode == 0 for one in done) and b"unjudged=no-process" in head and where("owed") == "/new" and "Later" in where("judged"),
       "delivered unjudged it lies in the inbox", head, where("owed"), where("judged"))
    box.move("seen", flags="S")
    box.move("filed", ".Birds")
    said = box.heed("sync")
    ok("Later" in where("owed"), "the next sync judges and moves it", where("owed"), said.stdout, said.stderr)
    ok(where("seen") == "/cur" and where("filed") == "/.Birds/cur", "but not what she has read or filed", where("seen"), where("filed"))
    ok("Later" not in where("past"), "nor what came past heed, unless that is asked for", where("past"))
    box.sync()
    ok("Later" in where("owed") and box.became("owed") == "undecided", "where it stays, and teaches nothing", where("owed"), box.became("owed"))
    box.close()


if __name__ == "__main__":
    main(words, doing, back, never, owed, killed)
