#!/usr/bin/env python3
"""What is marked as deleted and not expunged, what is archived or emptied, and `heed init` in the midst of a move."""
import importlib.machinery, importlib.util
from kim import *

loader = importlib.machinery.SourceFileLoader("folders", os.path.join(root, "tests", "folders.t"))
spec = importlib.util.spec_from_loader("folders", loader)
folders = importlib.util.module_from_spec(spec)
loader.exec_module(folders)


def marked():
    box = folders.Reader()
    box.begin()
    for name in "marked back junked early rescued emptied half".split():
        box.deliver(name)
    box.sync()
    for name, folder in (("rescued", ".Junk"), ("emptied", ".Later"), ("half", ".Junk"), ("early", ".Junk")):
        box.move(name, folder)
    box.sync()
    copy, there = open(box.file("half"), "rb").read(), box.file("half")
    box.store(copy, ".Birds")
    for name in "marked", "back":
        path = box.file(name)
        os.rename(path, f"{box.mail}/cur/{os.path.basename(path).partition(':')[0]}:2,T")
    for name, folder, base in (("junked", ".Junk", "0first"), ("early", ".Birds", "zlast")):
        path, text = box.file(name), open(box.file(name), "rb").read()
        os.rename(path, f"{os.path.dirname(os.path.dirname(path))}/cur/m{name}:2,T")
        box.store(text, folder, base=base)
    box.move("rescued")
    box.move("emptied", ".Trash")
    box.sync()
    box.all_became({"marked": "deleted unread", "back": "deleted unread", "junked": "demoted", "early": "filed", "half": "demoted",
                    "rescued": "rescued", "emptied": "demoted"}, "what is marked as deleted lies there no more")
    box.heed("init", box.mail)
    os.rename(box.file("back"), box.file("back")[:-1])
    box.move("rescued", ".Archive")
    os.unlink(there)
    box.sync(2)
    box.heed("init", box.mail)
    box.all_became({"back": "rescued", "half": "filed", "rescued": "rescued", "emptied": "demoted", "marked": "deleted unread"},
                   "archived it is what it was; looking back anew takes no half of a move for a whole one")
    box.close()


def anew():
    """Looking back anew forgets nothing that no sync has seen yet, nor what only the times of a file told."""
    box = folders.Reader()
    box.begin()
    for name in "quick", "taken", "left":
        box.deliver(name)
    box.store(mail("List <x@read.example>", "Digest", mid="read@x.example", ago=(NOW - time.time()) / DAY), "", "S")
    box.sync()
    box.move("taken", ".Later")
    box.sync()
    box.move("taken", ".Trash")
    box.sync()
    copy, there = open(box.file("taken"), "rb").read(), box.file("taken")
    box.store(copy, ".Suspect", "S")
    time.sleep(11) # a filter has long read it by then
    box.move("quick", ".Junk", "S")
    text, base = open(box.file("left"), "rb").read(), os.path.basename(box.file("left"))
    os.rename(box.file("left"), f"{box.mail}/cur/{base}:2,T")
    box.store(text, ".Later")
    box.move("read", ".Archive", "S")
    box.heed("init", box.mail)
    box.all_became({"quick": "demoted", "left": "demoted", "taken": "demoted", "read": "undecided"}, "what was moved just before, or read by a filter")
    os.unlink(there)
    box.sync()
    ok(box.became("taken") == "demoted", "half of a move out of the trash", box.became("taken"))
    box.close()


def finished():
    """The second half of a gesture that only looking back anew sees: the mark of deletion taken back, one of two copies
    gone, and one that a look met in both folders."""
    box = folders.Reader()
    box.begin()
    for name in "kept aside thrown".split():
        box.deliver(name)
    box.sync()
    os.rename(box.file("kept"), f"{box.mail}/cur/{os.path.basename(box.file('kept')).partition(':')[0]}:2,T")
    box.move("aside", ".Archive")
    box.move("thrown", ".Later")
    box.sync()
    left = box.file("aside"), box.file("thrown")
    for path, folder in zip(left, (".Later", ".Trash")):
        box.store(open(path, "rb").read(), folder)
    box.sync()
    os.rename(box.file("kept"), box.file("kept")[:-1])
    for path in left:
        os.unlink(path)
    box.heed("init", box.mail)
    box.all_became({"kept": "rescued", "aside": "demoted", "thrown": "demoted"}, "what init sees first of a gesture that had begun")
    box.close()


def anew_between():
    """The same where looking back anew is the first to see that it is gone."""
    box = folders.Reader()
    box.begin()
    for name in "read", "filed":
        box.deliver(name)
    box.sync()
    box.move("read", "", "S")
    box.move("filed", ".Birds")
    box.sync()
    for name in "read", "filed":
        os.rename(box.file(name), box.file(name) + "T")
    box.sync()
    for name in "read", "filed":
        os.unlink(box.file(name))
    box.heed("init", box.mail)
    box.all_became({"read": "opened", "filed": "filed"}, "and where init sees first that they are gone")
    box.close()


def seen_between():
    """Mail programs mark as deleted and expunge: a look between the two makes nothing else of it than one behind both."""
    box = folders.Reader()
    box.begin()
    names = "read filed archived left kept".split()
    for name in names:
        box.deliver(name)
    box.sync()
    box.move("kept", ".Birds", "S")
    box.sync()
    box.move("kept", ".Archive", "S")
    box.move("read", "", "S")
    box.move("filed", ".Birds")
    box.move("archived", ".Archive", "S")
    box.sync()
    for name in names:
        path = box.file(name)
        os.rename(path, path + "T" if ":2," in path else f"{box.mail}/cur/{os.path.basename(path)}:2,T")
    box.sync()
    box.all_became({"read": "deleted read", "filed": "deleted unread", "archived": "deleted read", "left": "deleted unread",
                    "kept": "deleted read"}, "marked as deleted")
    for name in names:
        os.unlink(box.file(name))
    box.sync(3)
    box.all_became({"read": "opened", "filed": "filed", "archived": "opened", "left": "deleted unread", "kept": "filed"},
                   "and expunged: as what is expunged at once")
    box.close()


if __name__ == "__main__":
    main(marked, anew, finished, seen_between, anew_between)
