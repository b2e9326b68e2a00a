#!/usr/bin/env python3
"""Whoever reads a Maildir by IMAP, without notmuch: what moves between folders, and flags, is what she did."""
import re
from maildir import *


def beginning():
    box = Reader()
    done = box.begin()
    config = open(box.home + "/.config/heed/config").read()
    ok(done.returncode == 0 and b"Looked back over 5 messages" in done.stdout, "init takes a Maildir",
       done.stdout.decode() + done.stderr.decode())
    ok(config.startswith("# mine\n[trust]\nauthserv-id=mx.home.example\n") and "addresses=kim@home.example\n" in config and
       f"[history]\nmaildir={box.mail}\n" in config and "later=Later\n" in config, "and writes what it found behind what was there",
       config)
    ok(all(os.path.isdir(f"{box.mail}/.{f}/{p}") for f in ("Later", "Suspect") for p in ("cur", "new", "tmp")),
       "the folders are made as Dovecot lays them out")
    ok(open(box.mail + "/subscriptions").read() == "V\t2\n\nTrash\nLater\nSuspect\n", "and subscribed to")
    ok(box.heed("init", "--yes", box.mail).returncode == 0 and open(box.home + "/.config/heed/config").read() == config and
       open(box.mail + "/subscriptions").read().count("Later") == 1, "a second time changes no settings")
    ok(box.heed("init").returncode == 0, "nor need the folder be named again")
    ok(box.became("old1") == "unknown" and b'"became": "answered"' in box.heed("why", "--json", "id:old1@f.example").stdout,
       "what she answered by what lies in Sent; why takes a Message-ID", box.heed("why", "id:old1@f.example").stderr.decode())
    ok(b"its folders" not in box.heed("status").stdout and box.mail.encode() in box.heed("status").stdout, "status says where")
    doctor = box.heed("doctor").stdout.decode()
    ok(not re.search("^problem +(index|book|sync|maildir)", doctor, re.M), "doctor finds nothing wrong", doctor)
    box.close()
    box = Reader(folders="")
    empty = box.heed("init", box.home + "/nothing")
    ok(empty.returncode == 64 and b"is no Maildir" in empty.stderr, "what is no Maildir is said", empty.stderr.decode())
    ok(b"heed init ~/Maildir" in box.heed("init").stderr, "who has neither is told what to do")
    box.close()


def gestures():
    box = Reader()
    box.begin()
    names = "open answer forward flag trashed binned junked filed archived expunged aside kept".split()
    ok(all(box.deliver(name) == 0 for name in names), "mail is delivered")
    path, text = box.file("kept"), open(box.file("kept"), "rb").read()
    ok(path.endswith(f",S={len(text)},W={len(text) + text.count(b'%c' % 10)}"), "under names that tell Dovecot its size", path)
    box.sync()
    for name, folder, flags in (("open", "", "S"), ("answer", "", "RS"), ("forward", "", "PS"), ("flag", "", "F"),
                                ("trashed", ".Trash", ""), ("binned", ".Trash", "S"), ("junked", ".Junk", "S"),
                                ("filed", ".Birds", ""), ("archived", ".Archive", ""), ("aside", ".Later", "")):
        box.move(name, folder, flags)
    os.unlink(box.file("expunged"))
    box.sync()
    ok(b" 0 vanished" in box.said.stdout and box.became("expunged") == "undecided", "one look does not say that it is gone")
    box.sync()
    box.all_became({"open": "opened", "answer": "answered", "forward": "forwarded", "flag": "flagged",
                    "trashed": "deleted unread", "binned": "deleted read", "junked": "demoted", "filed": "filed",
                    "archived": "undecided", "expunged": "deleted unread", "aside": "demoted", "kept": "undecided"},
                   "each gesture is what it was")
    box.move("junked", "", "S")
    box.move("aside")
    box.move("trashed")
    os.unlink(box.file("binned"))
    box.sync(2)
    box.all_became({"junked": "rescued", "aside": "rescued", "trashed": "rescued", "binned": "deleted read"},
                   "and back; emptying the trash says nothing")
    box.heed("init", "--yes", box.mail)
    box.all_became({"junked": "rescued", "aside": "rescued", "filed": "filed", "expunged": "deleted unread"},
                   "looking back anew keeps what was seen")
    box.close()


def halves():
    """COPY and EXPUNGE, and what mbsync makes of them, seen one after the other."""
    box = Reader()
    box.begin()
    for name in "first last synced other".split():
        box.deliver(name)
    box.move("synced", base="17.box,U=5")
    box.sync()
    copy = open(box.file("first"), "rb").read()
    there = box.file("first")
    box.store(copy, ".Trash")
    box.sync()
    ok(box.became("first") == "undecided", "a copy elsewhere is half of a move")
    os.unlink(there)
    kept = open(box.file("last"), "rb").read()
    os.unlink(box.file("last"))
    synced = open(box.file("synced"), "rb").read()
    os.unlink(box.file("synced"))
    box.sync()
    ok(box.became("first") == "deleted unread" and box.became("last") == "undecided", "then comes the other half")
    box.store(kept, ".Later")
    box.sync(3)
    box.all_became({"last": "demoted", "synced": "undecided"}, "in whichever order; mbsync may take minutes")
    box.store(b"X-TUID: abcdefghijkl\n" + synced, ".Trash", base="18.box,U=9")
    box.sync()
    ok(box.became("synced") == "deleted unread", "and writes a line of its own into what it moves")
    box.store(mail("Mallory <m@mallory.example>", "Another letter", mid="other@x.example"), ".Junk")
    box.sync(2)
    ok(box.became("other") == "undecided", "another letter under its Message-ID is not the same one moved")
    for path in glob.glob(box.mail + "/cur/*") + glob.glob(box.mail + "/new/*"):
        os.rename(path, f"{box.mail}/cur/u{next(box.files)}.box,U={next(box.files)}:2,{path.partition(':2,')[2]}")
    before = box.became("other")
    box.sync(3)
    ok(b" 0 new, 0 vanished" in box.said.stdout and box.became("other") == before,
       "all names change with UIDVALIDITY: nothing new, nothing vanished", box.said.stdout.decode())
    box.close()


def filters():
    """What another program did at arrival is nobody's gesture."""
    box = Reader()
    box.begin()
    for name, folder, flags in (("sieved", ".Birds", ""), ("spam", ".Junk", ""), ("later", ".Later", ""), ("seen", "", "S")):
        box.store(mail(f"List <x@{name}.example>", "Digest", mid=name + "@x.example", ago=(NOW - time.time()) / DAY), folder, flags)
    box.sync(2)
    box.all_became({"sieved": "undecided", "spam": "undecided", "later": "undecided", "seen": "undecided"},
                   "filed, called spam, put aside or read at its arrival")
    box.move("spam")
    box.move("sieved", ".Birds", "S")
    box.move("later", ".Later", "S")
    box.sync()
    box.all_became({"spam": "rescued", "sieved": "opened", "later": "opened"}, "what she does then is hers")
    box.write("Mail/dovecot-keywords", "0 $Forwarded\n1 $Junk\n")
    box.deliver("word")
    box.deliver("junk")
    box.sync()
    box.move("word", "", "Sa")
    box.move("junk", "", "b")
    box.sync()
    box.all_became({"word": "forwarded", "junk": "demoted"}, "keywords")
    box.move("later", ".Drafts", "D")
    box.write("Mail/.Drafts/cur/1.box:2,D", "From: kim@home.example\nSubject: not yet\n\n...\n")
    box.sync()
    ok(b" 0 new" in box.said.stdout, "drafts are no mail yet")
    box.close()


def moving():
    """Mail that another program brought is judged, and moved where that is asked for."""
    box = Reader(settings="\n[placement]\nlater=99\ndoubt=0\npatience=0\nprobe=0\nprotect=\n[folders]\nmove=yes\n")
    box.begin()
    sale = lambda name: mail(f"Shop <news@{name}.example>", "Sale: 20% off", "Shop now! Unsubscribe\n", more=LEAVE, mid=name + "@x.example")
    box.store(sale("old"))
    box.sync()
    for name, flags, base in (("one", "", "20.box,U=7"), ("two", "", None), ("three", "", None), ("read", "S", None)):
        box.store(sale(name), "", flags, base)
    box.store(sale("filed"), ".Birds")
    before = {name: open(box.file(name), "rb").read() for name in ("one", "two", "three", "read", "filed", "old")}
    open(f"{box.mail}/.Later/cur/{os.path.basename(box.file('two'))}", "w").write("From: a@b.example\n\nin its way\n")
    said = box.heed("tag", "--new")
    where = {name: box.file(name)[len(box.mail) + 1:].partition("/")[0] for name in before}
    ok(where == {"one": ".Later", "two": ".Later", "three": ".Later", "read": "cur", "filed": ".Birds", "old": "cur"},
       "what is new and unread in the inbox", where, said.stderr.decode())
    ok(all(open(box.file(name), "rb").read() == before[name] for name in before), "byte for byte")
    there = [open(path, "rb").read() for path in glob.glob(box.mail + "/.Later/cur/*")]
    ok(len(there) == 4 and any(b"in its way" in text for text in there), "never over anything")
    ok(",U=" not in box.file("one"), "without mbsync's number")
    box.sync(2)
    box.all_became({"one": "undecided", "two": "undecided", "three": "undecided"}, "and learns nothing from that")
    box.move("two")
    box.sync()
    undone = box.heed("tag", "--undo")
    ok(b"2 are as they were; 1 that you" in undone.stdout, "undo", undone.stdout.decode() + undone.stderr.decode())
    ok("/.Later/" not in box.file("one") + box.file("three") and box.became("two") == "rescued", "takes back what she left")
    box.heed("tag", "--new")
    ok("/.Later/" not in box.file("one"), "which stays so")
    ok(box.heed("tag", "--apply", "*").returncode == 64, "there is no query")
    box.close()


def layouts():
    for name, inbox, trash, later in (("LAYOUT=fs", "", "Trash", "Later"), ("nested", "INBOX", "Trash", "Later"),
                                      ("Maildir++", "", ".Papierkorb", ".Later"), ("modified UTF-7", "", ".&BBoEPgRABDcEOAQ9BDA-", ".Later")):
        box = Reader(folders=f"{inbox} {trash} {trash.replace('Trash', 'Lists/Birds')}" if trash[0] != "." else trash)
        if inbox:
            for place in "cur", "new", "tmp":
                os.rmdir(f"{box.mail}/{place}")
            os.unlink(box.mail + "/dovecot-uidlist")
        box.store(mail("Lu <lu@f.example>", "Old", mid="old@x.example", more="Delivered-To: kim@home.example\n"), inbox)
        box.heed("init", "--yes", box.mail)
        box.move("old", trash)
        box.sync()
        ok(box.became("old") == "deleted unread" and os.path.isdir(f"{box.mail}/{later}/cur"), f"{name}: {trash}, {later}",
           box.became("old"), str(os.listdir(box.mail)))
        box.close()


def hidden():
    """What Dovecot does not show is said, and its names are written as it writes them."""
    box = Reader(settings="\n[folders]\nlater=Später\nsuspect=Suspect\n")
    os.makedirs(box.mail + "/Suspect/cur")
    box.begin()
    ok(os.path.isdir(box.mail + "/.Sp&AOQ-ter/cur") and "Sp&AOQ-ter\n" in open(box.mail + "/subscriptions").read(),
       "modified UTF-7", str(os.listdir(box.mail)))
    said = box.heed("check").stderr.decode()
    ok(f"IMAP does not show {box.mail}/Suspect; mail goes to .Suspect" in said, "check says what is hidden", said)
    ok(os.path.isdir(box.mail + "/.Suspect/cur"), "which is not where mail goes")
    box.close()


def tricks():
    """What comes again, or under a Message-ID that she knows, is no gesture; nor is what heed files itself."""
    box = Reader()
    box.write(".config/heed/rules", 'subject has "Saturday" -> folder "Lists"\n')
    box.begin()
    box.deliver("ruled")
    box.sync()
    ok("/.Lists/" in box.file("ruled") and box.became("ruled") == "undecided", "what a rule files is not filed by her", box.became("ruled"))
    os.unlink(box.home + "/.config/heed/rules")
    for name in "junk", "known":
        box.deliver(name)
    box.sync()
    junk = open(box.file("junk"), "rb").read()
    box.move("junk", ".Junk")
    box.sync()
    box.store(junk)
    box.sync(2)
    ok(box.became("junk") == "demoted", "the same letter once more is not taken back out of junk", box.became("junk"))
    second = mail("Mallory <m@mallory.example>", "Saturday!", mid="known@x.example")
    ok(box.heed("deliver", "--wait", stdin=second).returncode == 0, "another letter comes under a known Message-ID")
    path, = [p for p in glob.glob(box.mail + "/new/*") if b"Saturday!" in open(p, "rb").read()]
    os.rename(path, f"{box.mail}/cur/{os.path.basename(path)}:2,FS")
    said = box.sync().said
    names = box.heed("senders", "--json", "mallory.example").stdout
    ok(box.became("known") == "undecided" and b'"flagged": 1' in names and not said.stderr,
       "what she does with it counts for it alone, and it is judged", box.became("known"), names.decode(), said.stderr.decode())
    os.mkfifo(box.home + "/fifo")
    os.symlink(box.home + "/fifo", box.mail + "/cur/8.fifo:2,")
    ok(box.heed("sync").returncode == 0, "a link to what is no file holds nothing up")
    os.rename(box.mail, box.mail + ".away")
    os.mkdir(box.mail)
    ok(box.deliver("lost") == 75 and not os.listdir(box.mail), "where the disk is not mounted, mail stays with the mail server")
    box.close()


def odd():
    """Whose addresses; which inbox; a list of folders without an end."""
    box = Reader(settings="\n[folders]\ninbox=INBOX\nlater=INBOX/Later\nsuspect=Suspect\n")
    box.write("Mail/subscriptions", "V\t2\n\nTrash")
    for i in range(12):
        box.store(mail("Lu <lu@f.example>", f"Old {i}", ago=9, more="Delivered-To: kim@home.example\n"))
    box.store(mail("Mallory <m@x.example>", "Spam", more="Delivered-To: boss@evil.example\n"))
    said = box.heed("init", "--yes", box.mail).stdout.decode()
    ok("kim@home.example" in said and "boss@evil.example" not in said, "what a stranger says he was delivered to is nobody's", said)
    ok(box.deliver("in") == 0 and "/new/" in box.file("in") and not os.path.exists(box.mail + "/.INBOX"), "INBOX is the inbox")
    ok(open(box.mail + "/subscriptions").read() == "V\t2\n\nTrash\nSuspect\nLater\n" or
       open(box.mail + "/subscriptions").read() == "V\t2\n\nTrash\nLater\nSuspect\n", "no line is torn",
       open(box.mail + "/subscriptions").read())
    box.close()
    box = Reader(folders="office office/.Sent private/INBOX")
    shutil.rmtree(box.mail + "/cur"), shutil.rmtree(box.mail + "/new"), shutil.rmtree(box.mail + "/tmp")
    box.store(mail("Lu <lu@f.example>", "Old", mid="old@x.example", more="Delivered-To: kim@home.example\n"), "office")
    box.heed("init", "--yes", box.mail)
    ok(os.path.isdir(box.mail + "/office/.Later") and os.path.isdir(box.mail + "/private/Later"), "each account has its folders",
       str(os.listdir(box.mail)))
    ok(box.deliver("where") == 75, "which inbox is delivered into has to be said")
    box.close()


def again():
    """What only looks like a gesture: other settings, a disk that is away, two copies, labels, drafts."""
    offers = "\n[placement]\nlater=99\ndoubt=0\npatience=0\nprobe=0\nprotect=\n[folders]\nmove=yes\n"
    box = Reader(folders=".Trash .Junk .Sent .Drafts .[Gmail].Important", settings=offers)
    os.makedirs(box.home + "/disk/cur"), os.makedirs(box.home + "/disk/new"), os.symlink(box.home + "/disk", box.mail + "/.Birds")
    box.begin()
    for name in "put", "opened", "label", "bird", "draft", "twin":
        box.store(mail(f"Shop <x@{name}.example>", "Sale: 20% off", "Shop now! Unsubscribe\n", more=LEAVE, mid=name + "@x.example"),
                  {"label": ".[Gmail].Important", "bird": ".Birds", "twin": ""}.get(name, ".Sent" if name == "draft" else ""))
    box.store(open(box.file("twin"), "rb").read())
    box.store(mail("Spam <x@spam.example>", "Spam", mid="spam@x.example", ago=20), ".Junk")
    os.rename(box.file("draft"), f"{box.mail}/cur/draft.box:2,")
    box.heed("tag", "--new")
    ok("/.Later/" in box.file("put") and "/cur/" in box.file("twin") and "/.Later/" not in box.file("twin"), "two copies stay")
    for path in glob.glob(box.mail + "/cur/*"):
        os.rename(path, path.partition(":")[0] + ",U=9:2,")
    box.move("draft", ".Drafts", "D")
    os.rename(box.home + "/disk", box.home + "/unmounted")
    box.sync(3)
    ok(b"0 looked at" in box.said.stdout, "what lies at rest is not looked at again", box.said.stdout.decode())
    ok(box.became("bird") == "undecided", "a disk that is away takes nothing with it", box.became("bird"))
    os.rename(box.home + "/unmounted", box.home + "/disk")
    box.write("Mail/subscriptions", "V\t2\n\n")
    with open(box.home + "/.config/heed/config", "a") as config:
        config.write("[folders]\nlater=Aside\n")
    box.heed("init")
    box.sync()
    box.all_became({"put": "undecided", "twin": "undecided", "label": "undecided", "bird": "undecided", "spam": "undecided"},
                   "none of it is hers")
    ok(box.became("draft") != "deleted unread", "nor is a letter deleted that became a draft", box.became("draft"))
    ok("Later" not in open(box.mail + "/subscriptions").read(), "what she left is not subscribed to again")
    box.deliver("seen")
    path = box.file("seen")
    os.rename(path, path.replace("/new/", "/cur/") + ":2,S")
    found = box.heed("why", "--brief", "id:seen@x.example")
    ok(found.returncode == 0, "why finds what was opened since", found.stderr.decode())
    box.close()
    box = Reader(folders="office/INBOX office/Later private/INBOX", settings=offers)
    for place in "cur", "new", "tmp":
        os.rmdir(f"{box.mail}/{place}")
    box.store(mail("Lu <lu@f.example>", "Old", ago=9, mid="old@x.example", more="Delivered-To: kim@home.example\n"), "office/INBOX")
    box.heed("init", "--yes", box.mail)
    box.store(mail("Shop <x@s.example>", "Sale: 20% off", "Shop now! Unsubscribe\n", more=LEAVE, mid="sale@x.example"), "private/INBOX")
    box.heed("tag", "--new")
    ok("/private/Later/" in box.file("sale"), "mail stays in its account", box.file("sale"))
    box.close()


if __name__ == "__main__":
    main(beginning, gestures, halves, filters, moving, layouts, hidden, tricks, odd, again)
