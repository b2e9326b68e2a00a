#!/usr/bin/env python3
"""Fails every call of heed's verbs in turn, and ends them at every call, and looks at what became of the mail.

usage: sweep.py HEED FAULT.SO FOLDER SHARE [SCENARIO[=CALL FAULT]...]

fault.c makes the calls fail. A scenario is a home folder and a verb; it is run once to list its calls, then once for
each of the points that the list gives, in a fresh copy of the home. SHARE of the points (1: all) is tried, spread
evenly; FOLDER is where the homes are made. Says nothing but one line for each scenario and one in all, and what is
wrong; ends with 1 if anything is. With CALL FAULT, such as "pread 5", all points of these are tried and no others.
What has not ended after SWEEP_PATIENCE seconds (60), be it a process that the verb left behind, is wrong, too.
"""
import concurrent.futures as futures
import collections, contextlib, os, re, shutil, signal, sqlite3, subprocess, sys, time

from errno import *

sys.dont_write_bytecode = True
from points import points_of, spread

HEED, SHIM, WORK = (os.path.abspath(p) for p in sys.argv[1:4])
SHARE, SLOTS = float(sys.argv[4]), 2
LOG_BYTES = 1 << 22  # as in fault.c
PATIENCE = float(os.environ.get("SWEEP_PATIENCE", 60))  # seconds that a run, and what it leaves behind, may take


def letter(name, extra="", lines=1):
    return (f"Received: from out.{name}.example by mx.home.example; Mon, 6 Jan 2025 10:00:00 +0000\n"
            f"From: Northcoat <deals@em.northcoat.example>\nTo: reader@home.example\nSubject: LAST CHANCE {name}\n"
            f"Date: Mon, 6 Jan 2025 10:00:00 +0000\nMessage-ID: <{name}@test.example>\nMIME-Version: 1.0\n{extra}"
            "List-Unsubscribe: <https://click.northcoat.example/u/1>\nPrecedence: bulk\n"
            "Content-Type: text/html; charset=utf-8\n\n"
            + "<p>Dear customer, save 70% now! <a href=\"https://click.northcoat.example/1\">SHOP</a></p>\n" * lines
            ).encode()


def without_marks(data):
    """The message without heed's fields and without an mbox line."""
    if data.startswith(b"From "):
        data = data.split(b"\n", 1)[1]
    head, sep, body = data.partition(b"\n\n")
    return re.sub(rb"^X-Heed[A-Za-z-]*:.*\n([ \t].*\n)*", b"", head + b"\n", flags=re.M | re.I) + sep[1:] + body


class Home:
    """One home folder, made anew for each run."""

    def __init__(self, path, scenario):
        self.path, self.scenario, self.mail = path, scenario, path + "/Mail"
        self.state = path + "/.local/state/heed"
        self.env = {**{k: v for k, v in os.environ.items() if not k.startswith(("NOTMUCH", "MAILDIR", "XDG"))},
                    "HOME": path, "NOTMUCH_CONFIG": path + "/.notmuch-config", "LC_ALL": "C.UTF-8", "TMPDIR": path}
        for name, where in (("CONFIG", ".config"), ("STATE", ".local/state"), ("CACHE", ".cache"), ("DATA", ".local/share")):
            self.env[f"XDG_{name}_HOME"] = f"{path}/{where}"
        shutil.rmtree(path, ignore_errors=True)
        os.makedirs(path + "/.config/heed")
        self.write(".notmuch-config", "[database]\npath=" + self.mail + "\n[user]\nname=Reader\n"
                   "primary_email=reader@home.example\n[new]\ntags=unread;inbox\n"
                   f"[maildir]\nsynchronize_flags={'true' if scenario.folders else 'false'}\n")
        self.write(".config/heed/config", "[trust]\nauthserv-id=mx.home.example\n[placement]\nlater=99\ndoubt=0\n"
                   "patience=0\nprobe=0\nprotect=\n" + (f"[history]\nmaildir={self.mail}\n[user]\n"
                   "addresses=reader@home.example\n[folders]\nlater=Later\nmove=yes\n" if scenario.maildir else "[folders]\nlater=Later\n[tags]\nlater=-inbox;+later;-unread\n"
                                                       if scenario.folders else ""))
        inbox = self.mail + ("/INBOX" if scenario.folders else "")
        for folder in "cur", "new", "tmp":
            os.makedirs(inbox + "/" + folder)
        for i in range(6):
            self.write(f"{inbox[len(path) + 1:]}/cur/{i}.old:2,", letter(f"old{i}").decode())
        if not scenario.maildir:
            self.run("notmuch", "new", "--quiet")
            self.run("notmuch", "tag", "-unread", "--", "id:old1@test.example")
        if scenario.known:
            self.run(HEED, "init")
            self.run(HEED, "deliver", stdin=letter("before"))
        if scenario.prepare:
            scenario.prepare(self)
        shutil.rmtree(path + ".kept", ignore_errors=True)
        shutil.copytree(path, path + ".kept", symlinks=True)
        self.old_files = set(self.files())

    def write(self, name, text):
        with open(f"{self.path}/{name}", "w") as file:
            file.write(text)

    def restore(self):
        shutil.rmtree(self.path)
        shutil.copytree(self.path + ".kept", self.path, symlinks=True)

    def run_with_shim(self, *argv, stdin=b"", fault=None):
        """As run(), and what the shim says."""
        log = self.path + ".log"
        with open(log, "wb") as file:
            file.truncate(LOG_BYTES)
        env = {"LD_PRELOAD": SHIM, "FAULT_LOG": log, **({"FAULT_POINT": fault} if fault else {})}
        result = self.run(*argv, stdin=stdin, env=env)
        with open(log, "rb") as file:
            used = int.from_bytes(file.read(8), "little")
            want(used <= LOG_BYTES - 8, "more calls than the log can hold")
            said = file.read(used).decode()
        return result, said

    def run(self, *argv, stdin=b"", env={}):
        """What has no fault to wait for takes as long as the machine does."""
        patience = PATIENCE if "FAULT_LOG" in env else 20 * PATIENCE
        env, start = {**self.env, **env}, time.monotonic()
        with subprocess.Popen(argv, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              start_new_session=True) as process:
            try:
                out, err = process.communicate(stdin, patience)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                raise Wrong(f"{argv[1]} took longer than {patience:.0f} s")
        self.wait_for_others(argv, start + patience)
        return process.returncode, out, err.decode(errors="replace")

    def others(self):
        """The processes that are at work in this home; threads see to two homes at once."""
        mine = f"HOME={self.path}".encode()
        for pid in filter(str.isdigit, os.listdir("/proc")):
            with contextlib.suppress(OSError):
                if mine in read(f"/proc/{pid}/environ").split(b"\0"):
                    yield int(pid)

    def wait_for_others(self, argv, until):
        while others := list(self.others()):
            if time.monotonic() > until:
                for pid in others:
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(pid, signal.SIGKILL)
                raise Wrong(f"{argv[1]} has left a process behind that does not end in {PATIENCE:.0f} s")
            time.sleep(0.01)

    def files(self):
        """What is visible: all files in a new or cur."""
        return [f"{folder}/{name}" for folder, _, names in os.walk(self.mail) for name in names
                if folder.endswith(("/new", "/cur"))]

    def folder(self, file):
        return os.path.relpath(os.path.dirname(os.path.dirname(file)), self.mail)

    def fresh(self):
        return [file for file in self.files() if file not in self.old_files]

    def tags(self, name):
        if self.scenario.maildir:
            return ["known"] if self.run(HEED, "why", f"id:{name}@test.example")[0] == 0 else []
        return self.run("notmuch", "search", "--exclude=false", "--output=tags", f"id:{name}@test.example")[1].decode().split()


class Wrong(Exception):
    pass


def want(condition, text):
    if not condition:
        raise Wrong(text)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def verdict_of(data):
    found = re.search(rb"^X-Heed: (.*)$", data.split(b"\n\n", 1)[0], re.M)
    return found[1].decode() if found else "none"


class Scenario:
    known, folders, maildir, prepare, message, verb = True, False, False, None, letter("fresh"), ("deliver",)
    part = 0.5  # of the points; much is as in the first scenario

    def __init__(self, name, **settings):
        self.name = name
        self.__dict__.update(settings)

    def check_book(self, home):
        if os.path.exists(home.state + "/book.db"):
            with contextlib.closing(sqlite3.connect(home.state + "/book.db")) as book:
                want(book.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "the book is broken")
        want(not any("corrupt" in name for name in os.listdir(home.state)), "a book was put aside")


class Deliver(Scenario):
    def learn(self, home):
        """What happens without a fault."""
        home.run(HEED, *self.verb, stdin=self.message)
        file, = home.fresh()
        self.verdict = verdict_of(read(file))
        home.run(HEED, "sync")
        self.as_usual = home.tags("fresh")

    def check_files(self, home, least, most):
        files = home.fresh()
        want(least <= len(files) <= most, f"{len(files)} copies, not {least} to {most}")
        for file in files:
            want(without_marks(read(file)) == self.message, "not byte for byte: " + file)
        return files

    def check(self, home, code, out, err):
        """After a faulty run: what the MTA was told, what is there, and what comes of it."""
        stored = code == 0
        # May leave a copy: INTERNALS.md, second copies.
        cut_off = code < 0 or re.search("does not come back|the process that stores the message ended|failed to allocate", err)
        want(code in (0, 75) or code < 0, f"exit code {code}")
        files = self.check_files(home, 1 if stored else 0, 1 if stored or cut_off else 0)
        outcome = "stored" if stored else "put off" if code == 75 else "died"
        if not stored:
            again, _, said = home.run(HEED, *self.verb, stdin=self.message)
            want(again == 0, f"the next try ended with {again}: {said}")
            doubled = bool(files)
            files = self.check_files(home, 1, 2 if cut_off else 1)
            outcome += ", doubled" if doubled else ""
        self.check_judged(home, files)
        code, _, said = home.run(HEED, "sync")
        want(code == 0, f"sync ended with {code}: {said}")
        tags = home.tags("fresh")
        want(tags, "notmuch does not find it after sync")
        verdicts = [verdict_of(read(file)) for file in home.fresh()]
        usual = any(v.split(";")[0] == self.verdict.split(";")[0] for v in verdicts)
        believed = "without-history" not in verdicts[0] and b"\nX-Heed-Seal:" in read(home.fresh()[0]) # which takes a key
        want(tags == self.as_usual or not usual or not believed, f"tags {tags} for {verdicts}")
        self.check_book(home)
        if stored and "unjudged" in verdicts[0]:
            outcome += " unjudged"
        elif stored and not usual:
            outcome += " otherwise"
        return outcome

    def check_judged(self, home, files):
        for file in files:
            verdict = verdict_of(read(file))
            says = [word for word in ("unjudged=", "without-history", "settings-skipped=") if word in verdict]
            usual = verdict.split(";")[0] == self.verdict.split(";")[0]
            want(usual or says, f"verdict {verdict}, not {self.verdict}")
            inbox = "INBOX" if self.folders else "."
            right = (".Later" if self.maildir else "Later") if (self.folders or self.maildir) and verdict.startswith("later") else inbox
            want(home.folder(file) == right or "settings-skipped=" in says, f"{verdict}, but in {home.folder(file)}")


class Filter(Scenario):
    verb = ("filter",)

    def learn(self, home):
        self.verdict = verdict_of(home.run(HEED, *self.verb, stdin=self.message)[1])

    def check(self, home, code, out, err):
        want(code in (0, 75) or code < 0, f"exit code {code}")
        want(not home.fresh(), "filter has stored something")
        if code == 0:
            want(without_marks(out) == self.message, "not byte for byte")
            verdict = verdict_of(out)
            want(verdict.split(";")[0] == self.verdict.split(";")[0] or "unjudged=" in verdict or "without-history" in verdict
                 or "settings-skipped" in verdict, f"verdict {verdict}, not {self.verdict}")
        again, passed, said = home.run(HEED, *self.verb, stdin=self.message)
        want(again == 0 and without_marks(passed) == self.message, f"the next one ended with {again}: {said}")
        want("unjudged" not in verdict_of(passed), "the next one is not judged")
        self.check_book(home)
        return ("passed on" if code == 0 else "put off" if code == 75 else "died") + \
            (" unjudged" if code == 0 and "unjudged" in verdict else "")


class Follow(Scenario):
    """sync, init and tag: whatever happens, the next one leads to what would have been."""

    def settle(self, home):
        code, _, said = home.run(HEED, *self.verb)
        want(code == 0, f"the next one ended with {code}: {said}")
        home.run(HEED, "sync")
        return (home.run(HEED, "senders", "--json")[1], re.sub(rb"heed.at=\d+", b"heed.at", home.run("notmuch", "dump", "--format=sup")[1]),
                sorted(without_marks(read(file)) for file in home.files()))

    def learn(self, home):
        home.run(HEED, *self.verb)
        self.result, _ = self.settle(home), home.run(HEED, "init")
        self.known_again = home.run(HEED, "senders", "--json")[1]

    def check(self, home, code, out, err):
        want(code in (0, 1, 70, 75) or code < 0, f"exit code {code}")
        want(code <= 0 or err, "it failed without a word")
        listed = home.run(HEED, "senders", "--json")
        want(listed[0] == 0, f"senders ended with {listed[0]}: {listed[2]}")
        result = self.settle(home)
        for mine, usual, what in zip(result[1:], self.result[1:], ("tags", "mail")):
            want(mine == usual, f"{what} became otherwise: {mine}, not {usual}"[:3000])
        self.check_book(home)
        if result[0] != self.result[0]:
            # What libnotmuch and Xapian do not tell apart from an answer, or what could not be read and sync said so.
            home.run(HEED, "init")
            again = home.run(HEED, "senders", "--json")[1]
            want(again == self.known_again, f"what is known became otherwise, init or not: {again}, not {self.known_again}")
            return "done, but learned less until init"
        return "done" if code == 0 else "put off" if code > 0 else "died"


def with_work(home):
    """Something to do for sync: a message that notmuch found, one that she flagged, one that waits."""
    with open(home.mail + "/cur/7.new:2,S", "wb") as file:
        file.write(letter("seen"))
    home.run("notmuch", "new", "--quiet")
    home.run("notmuch", "tag", "+flagged", "--", "id:old2@test.example")
    os.rename(home.mail + "/.notmuch/xapian", home.path + "/aside")
    home.run(HEED, "deliver", stdin=letter("waits"))
    os.rename(home.path + "/aside", home.mail + "/.notmuch/xapian")


def with_moves(home):
    """The same where folders are the history: some moved, one gone, one read, one delivered, one that came past heed."""
    for place in "cur", "new", "tmp":
        os.makedirs(f"{home.mail}/Trash/{place}")
    for i, to in enumerate(("Trash/cur/0.old:2,", "Trash/cur/1.old:2,S", "cur/2.old:2,S")):
        os.rename(f"{home.mail}/cur/{i}.old:2,", f"{home.mail}/{to}")
    os.unlink(f"{home.mail}/cur/3.old:2,")
    home.run(HEED, "deliver", stdin=letter("waits"))
    with open(home.mail + "/cur/7.new:2,", "wb") as file:
        file.write(letter("past"))


SCENARIOS = [
    Deliver("deliver", part=1),
    Deliver("deliver, huge", part=0.1, message=letter("fresh", lines=18000)),
    Deliver("deliver, first", known=False),
    Deliver("deliver, folders", folders=True),
    Filter("filter"),
    Filter("filter, huge", part=0.1, message=letter("fresh", lines=18000)),
    Follow("sync", verb=("sync",), prepare=with_work),
    Follow("init", verb=("init",)),
    Deliver("deliver, maildir", maildir=True, part=0.25),
    Follow("sync, maildir", maildir=True, verb=("sync",), prepare=with_moves),
    Follow("move, maildir", maildir=True, verb=("tag", "--new"), prepare=with_moves),
    Follow("tag, maildir", maildir=True, verb=("tag", "--apply", "date:20y.."), part=0.25),
    Follow("tag", verb=("tag", "--apply", "*"), part=0.25),
    Follow("tag --new", verb=("tag", "--new"), prepare=with_work, part=0.25),
]


def calls_of(home, scenario):
    home.restore()
    (code, _, said), calls = home.run_with_shim(HEED, *scenario.verb, stdin=scenario.message)
    want(code == 0, f"{scenario.name} fails by itself: {code} {said}")
    counts = {}
    for line in calls.splitlines():
        counts[tuple(line.split())] = counts.get(tuple(line.split()), 0) + 1
    return counts


def try_points(slot, scenario, points):
    tried, outcomes, wrongs = [], {}, []
    home = Home(f"{WORK}/slot{slot}/home", scenario)
    for point in points:
        home.restore()
        try:
            result, met = home.run_with_shim(HEED, *scenario.verb, stdin=scenario.message, fault=point)
            if "hit" not in met:
                continue
            outcome = scenario.check(home, *result)
        except Wrong as wrong:
            outcome = "WRONG"
            wrongs.append(f"{scenario.name}: {point}: {wrong}")
        tried.append(point)
        outcomes[outcome] = outcomes.get(outcome, 0) + 1
    return tried, outcomes, wrongs


def sweep(scenario, share, only):
    start, home = time.time(), Home(f"{WORK}/slot0/home", scenario)
    home.restore()
    scenario.learn(home)
    points = points_of(calls_of(home, scenario))
    points = [p for p in points if p.split()[1::2] == only.split()] if only else spread(points, share)
    tried, outcomes, wrongs = [], collections.Counter(), []
    with futures.ThreadPoolExecutor(SLOTS) as pool:
        for part in pool.map(lambda slot: try_points(slot, scenario, points[slot::SLOTS]), range(SLOTS)):
            tried += part[0]
            wrongs += part[2]
            outcomes.update(part[1])
    told = ", ".join(f"{outcomes[outcome]} {outcome}" for outcome in sorted(outcomes))
    print(f"# {scenario.name}: {len(tried)} points in {time.time() - start:.0f} s: {told}", flush=True)
    print("".join(f"# WRONG {wrong[:2000]}\n" for wrong in wrongs), end="", flush=True)
    return tried, wrongs


def main():
    named = dict((name + "=").split("=")[:2] for name in sys.argv[5:])
    chosen = [s for s in SCENARIOS if not named or s.name in named]
    faults = kills = wrong = 0
    start, kinds = time.time(), set()
    for scenario in chosen:
        tried, wrongs = sweep(scenario, SHARE * scenario.part, named.get(scenario.name))
        killed = sum(point.split()[3] in ("before", "after", "all") for point in tried)
        kills += killed
        faults += len(tried) - killed
        wrong += len(wrongs)
        kinds |= {point.split()[3] for point in tried} - {"before", "after", "all"}
    print(f"# sweep: {faults} faults of {len(kinds)} kinds, {kills} kills, over {len(chosen)} scenarios: {wrong} wrong "
          f"({time.time() - start:.0f} s)")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
