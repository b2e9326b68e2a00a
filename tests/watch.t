#!/usr/bin/env python3
"""heed watch: what she does is known within seconds, in folders that come and go, and nothing is done while nothing happens."""
import importlib.machinery, importlib.util, signal
from kim import *

loader = importlib.machinery.SourceFileLoader("folders", os.path.join(root, "tests", "folders.t"))
spec = importlib.util.spec_from_loader("folders", loader)
folders = importlib.util.module_from_spec(spec)
loader.exec_module(folders)


def until(what, seconds=30):
    end = time.time() + seconds
    while not what() and time.time() < end:
        time.sleep(0.1)
    return what()


def ticks(pid):
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rpartition(")")[2].split()
    return sum(map(int, fields[11:15]))


def watching():
    box = folders.Reader()
    box.begin()
    for name in "one", "two", "three":
        box.deliver(name)
    watch = subprocess.Popen([HEED, "watch"], env=box.env, stderr=subprocess.PIPE)
    ok(until(lambda: box.known("three")), "it begins with a sync")
    second = box.heed("watch")
    ok(second.returncode == 75 and b"another heed watch is running" in second.stderr, "and never runs twice", second.stderr)
    box.move("one", ".Trash")
    ok(until(lambda: box.became("one") == "deleted unread"), "a move is known within seconds", box.became("one"))
    for place in "cur", "new", "tmp":
        os.makedirs(f"{box.mail}/.Lists.Birds/{place}")
    time.sleep(3)
    box.move("two", ".Lists.Birds")
    ok(until(lambda: box.became("two") == "filed"), "into a folder that was made meanwhile, too", box.became("two"))
    os.unlink(box.file("three"))
    ok(until(lambda: box.became("three") == "deleted unread"), "what vanished has vanished after a second look", box.became("three"))
    shutil.rmtree(box.mail + "/.Lists.Birds")
    ok(until(lambda: box.became("two") in ("deleted unread", "filed")) and watch.poll() is None, "a folder goes")
    time.sleep(8)
    before = ticks(watch.pid)
    time.sleep(3)
    ok(ticks(watch.pid) - before <= 1, "nothing happens, and nothing is done", f"{ticks(watch.pid) - before} ticks")
    watch.send_signal(signal.SIGTERM)
    ok(watch.wait(20) == 0, "TERM ends it", watch.stderr.read().decode())
    box.close()


if __name__ == "__main__":
    main(watching)
