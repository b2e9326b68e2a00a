#!/usr/bin/env python3
"""The first hour of somebody who reads a Maildir by IMAP and has no notmuch: what goes wrong there is said, with the way out."""
import pty, re, select
from kim import *

SALE = dict(subject="Sale: 20% off", body="Shop now! Unsubscribe\n", more=LEAVE)
PRIZE = dict(subject="You have won a prize", body="Claim your prize of one million dollars in bitcoin now: verify your bank "
             "account and password at https://claim.example/now before it expires today.\n", result="fail")
ALL_LATER = "[placement]\nlater=99\ndoubt=0\npatience=0\nprobe=0\nprotect=\n"


class Home(Box):
    """A home folder with nothing in it but ~/Maildir, as the mail server makes it."""

    def __init__(self, maildir="Maildir", settings=""):
        super().__init__()
        os.unlink(self.home + "/.notmuch-config")
        os.unlink(self.home + "/.config/heed/config")
        shutil.rmtree(self.home + "/Mail")
        self.env["NOTMUCH_CONFIG"] = self.home + "/none"
        self.mail, self.config = f"{self.home}/{maildir}", self.home + "/.config/heed/config"
        if maildir:
            self.make("")
        if settings:
            self.write(".config/heed/config", settings)

    def make(self, folder):
        for place in "cur", "new", "tmp":
            os.makedirs(f"{self.mail}/{folder}/{place}")

    def store(self, message, folder="", flags="S"):
        with open(f"{self.mail}/{folder}/cur/{NOW}.{next(self.files)}.box:2,{flags}", "wb") as file:
            file.write(message)

    def fill(self, count=6, **how):
        for i in range(count):
            self.store(mail(f"Lu <lu@f{i}.example>", f"Old {i}", ago=9 - i % 8, **{"more": "Delivered-To: kim@home.example\n", **how}))
        return self

    def said(self, *argv, stdin=b""):
        """Exit code, and what stands on both."""
        done = self.heed(*argv, stdin=stdin)
        return done.returncode, (done.stdout + done.stderr).decode()

    def settings(self):
        return open(self.config).read() if os.path.exists(self.config) else ""

    def folders(self):
        return sorted(name for name in os.listdir(self.mail) if name not in ("cur", "new", "tmp") and
                      os.path.isdir(f"{self.mail}/{name}/cur"))

    def at_terminal(self, answers, *argv):
        """What heed says where somebody sits there, and types one of ANSWERS to each question."""
        pid, end = pty.fork()
        if pid == 0:
            os.execvpe(HEED, [HEED, *argv], self.env)
        said, waiting = b"", list(answers)
        while select.select([end], [], [], 60)[0]:
            try:
                some = os.read(end, 4096)
            except OSError:
                break
            said += some
            if said.endswith((b"[y/N] ", b"[Y/n] ")):
                os.write(end, (waiting.pop(0) if waiting else "").encode() + b"\n")
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), said.decode().replace("\r", "")


def shown():
    """Dovecot and Courier show folders with a dot beside an inbox that is the Maildir itself."""
    box = Home(settings=f"[history]\nmaildir=~/Maildir\n[folders]\nlater=Later\nsuspect=Suspect\n{ALL_LATER}")
    code, said = box.said("deliver", "--wait", stdin=mail("Shop <x@shop.example>", **SALE))
    ok(code == 0 and box.folders() == [".Later"], "settings of the site, a bare Maildir: the folder has its dot", said, str(box.folders()))
    box.write(".config/heed/rules", 'from shop.example -> later folder "Lists/Shops"\n')
    box.said("deliver", "--wait", stdin=mail("Shop <x@shop.example>", **SALE))
    ok(box.folders() == [".Later", ".Lists.Shops"], "a rule's, too", str(box.folders()))
    box.close()
    box = Home().fill()
    box.said("init", "--yes", box.mail)
    shutil.rmtree(box.mail + "/.Later"), shutil.rmtree(box.mail + "/.Suspect")
    with open(box.config, "a") as config:
        config.write(ALL_LATER)
    box.said("deliver", "--wait", stdin=mail("Shop <x@shop.example>", **SALE))
    ok(box.folders() == [".Later"], "also where the folders were removed since", str(box.folders()))
    for name in ".Later", ".Suspect":
        shutil.rmtree(f"{box.mail}/{name}", ignore_errors=True)
    box.make("Suspect"), box.make(".Sent")
    code, said = box.said("doctor")
    ok(re_in(r"note +maildir +.*/Maildir/Suspect", said) and "mv" in said, "doctor says what IMAP does not show", said)
    box.close()
    box = Home()
    box.make("Sent"), box.make("Lists/Birds"), box.make("Trash")
    box.write(".config/heed/config", f"[history]\nmaildir=~/Maildir\n[folders]\nlater=Later\n{ALL_LATER}")
    box.said("deliver", "--wait", stdin=mail("Shop <x@shop.example>", **SALE))
    ok("Later" in box.folders(), "a layout without dots stays one", str(box.folders()))
    box.close()


def names():
    """In modified UTF-7, as RFC 3501 5.1.3 has it."""
    for name, there, expected in (("My & Mine", None, ".My &- Mine"), ("My &- Mine", None, ".My &- Mine"), ("R&D-Team", None, ".R&-D-Team"),
                                  ("Später", None, ".Sp&AOQ-ter"), ("Sp&AOQ-ter", None, ".Sp&AOQ-ter"), ("Später", ".Später", ".Später"),
                                  ("Später & mehr", ".Sp&AOQ-ter &- mehr", ".Sp&AOQ-ter &- mehr")):
        box = Home(settings=f"[history]\nmaildir=~/Maildir\n[folders]\nlater={name}\n{ALL_LATER}")
        if there:
            box.make(there)
        box.said("deliver", "--wait", stdin=mail("Shop <x@shop.example>", **SALE))
        ok(box.folders() == [expected] and os.listdir(f"{box.mail}/{expected}/new"), f"{name}: {expected}", str(box.folders()))
        box.close()


def asked():
    """The server whose word is believed is asked about, and written down where settings are already."""
    box = Home().fill(8)
    code, said = box.at_terminal(["y", "y", "y", "n"], "init", box.mail)
    ok(code == 0 and "put this into" not in said and said.count("Looked back over 8 messages") == 2, "a yes names the server", said)
    ok("[trust]\nauthserv-id=mx.home.example\n" in box.settings() and "[folders]\nlater=Later\nsuspect=Suspect\n" in box.settings() and
       "addresses=kim@home.example\n" in box.settings(), "behind the others", box.settings())
    before = box.settings()
    code, said = box.at_terminal([], "init")
    ok(code == 0 and "cannot be told" not in said and box.settings() == before, "which is not asked again", said)
    box.close()
    box = Home(settings="# mine\n[trust]\narc-sealers=list.example\n# more\n\n[log]\nsyslog=no\n").fill(8)
    box.at_terminal(["n", "n", "y", "n"], "init", box.mail)
    ok(box.settings() == "# mine\n[trust]\narc-sealers=list.example\n# more\nauthserv-id=mx.home.example\n\n[log]\nsyslog=no\n\n"
       f"[history]\nmaildir={box.mail}\n", "within a section that is there; no writes nothing", box.settings())
    ok(box.folders() == [], "and makes no folder")
    for verb in "status", "doctor":
        said = " ".join(box.said(verb)[1].split())
        ok("stays in the inbox: [folders] later and suspect are not set" in said, f"{verb} says that nothing is sorted", said)
    box.close()


def nobody_there():
    """Without a terminal no is what she says nothing to."""
    box = Home().fill(8)
    code, said = box.said("init", box.mail)
    ok(code == 0 and box.settings() == f"[history]\nmaildir={box.mail}\n" and box.folders() == [], "only what it cannot do without",
       said, box.settings())
    ok("[user]\naddresses=kim@home.example\n\n[folders]\nlater=Later\n" in said and "--yes" in said, "the rest is proposed", said)
    code, said = box.said("init", "--yes", box.mail)
    ok(code == 0 and "later=Later" in box.settings() and "authserv-id=" not in box.settings() and box.folders() == [".Later", ".Suspect"],
       "--yes takes it, but no server", said, box.settings())
    box.close()


def evidence():
    """A server whose field hardly any message has is nobody's to propose."""
    def letters(box, counts):
        for server, count in counts.items():
            for i in range(count):
                letter = mail(f"Lu <lu@f{i}.example>", f"Old {i}", ago=9 - i % 8)
                box.store(letter.replace(b"mx.home.example;", server.encode() + b";") if server else letter.partition(b"\n")[2])
        return box.said("init", box.mail)[1]
    for counts, offered in (({"mx.a.example": 1, "": 40}, None), ({"mx.a.example": 1}, None), ({"mx.a.example": 6, "mx.b.example": 6}, None),
                            ({"mx.a.example": 4, "": 8}, None), ({"mx.a.example": 5, "mx.b.example": 3, "": 6}, "mx.a.example"),
                            ({"mx.a.example": 3, "mx.b.example": 1}, "mx.a.example")):
        box = Home()
        said = letters(box, counts)
        ok(("authserv-id=" in said) == bool(offered) and (offered or "") in said, f"{counts}: {offered}", said)
        box.close()


def elsewhere():
    """Home, a folder, a file in place of the Maildir."""
    box = Home().fill()
    box.make(".Sent"), box.make(".Lists.Birds")
    code, said = box.said("init", "--yes", box.home)
    ok(code == 0 and f"maildir={box.mail}\n" in box.settings() and f"{box.mail}: that is taken" in " ".join(said.split()),
       "home stands for the one Maildir below it", said, box.settings())
    ok(box.said("deliver", "--wait", stdin=mail("Lu <lu@f.example>", "Hello"))[0] == 0, "where mail is delivered")
    box.close()
    box = Home().fill()
    ok(box.said("init", box.home)[0] == 0 and f"maildir={box.mail}\n" in box.settings(), "also where it has no other folder yet", box.settings())
    box.close()
    for folder in ".Sent", ".Lists.Birds", "Sent":
        box = Home().fill()
        box.make(folder)
        code, said = box.said("init", f"{box.mail}/{folder}")
        ok(code == 64 and f"heed init {box.mail} " in said and not box.settings(), f"{folder} is a folder of one", said)
        box.close()
    box = Home().fill()
    for name in "Old", "Backup/Maildir":
        for place in "cur", "new", "tmp":
            os.makedirs(f"{box.home}/{name}/{place}")
    code, said = box.said("init", box.home)
    ok(code == 64 and "name yours" in said and not box.settings(), "which of several has to be said", said)
    box.write("mbox", "From x\n")
    code, said = box.said("init", box.home + "/mbox")
    ok(code == 64 and "is a file (mbox?); heed needs a Maildir" in said, "an mbox is said to be one", said)
    for section in "history", "deliver":
        box.write(".config/heed/config", f"[{section}]\nmaildir=~/mbox\n")
        code, said = box.said("doctor")
        ok(code == 1 and f"mb2md -s {box.home}/mbox" in " ".join(said.split()), f"doctor names what makes a Maildir of [{section}] maildir", said)
    box.write(".config/heed/config", "[history]\nmaildir=~/Maildir/\n")
    first, second = (mail("Lu <lu@f.example>", f"Number {i}", mid=f"several{i}@f.example") for i in (1, 2))
    mbox = b"From lu@f.example Mon Nov 30 00:00:00 2026\n" + first + b"\nFrom lu@f.example Mon Nov 30 00:01:00 2026\n" + second
    code, said = box.said("deliver", stdin=mbox)
    stored = [open(f"{box.mail}/new/{name}", "rb").read() for name in os.listdir(box.mail + "/new")]
    ok(code == 0 and "several messages" in said and len(stored) == 1 and stored[0].endswith(mbox.split(b"\n\n", 1)[1]),
       "several messages at once are said to be that, and stored as they came", said)
    code, said = box.said("filter", stdin=mbox)
    ok(code == 0 and "several messages" in said and mbox.split(b"\n\n", 1)[1].decode() in said, "and passed on so", said)
    ok(b"several" not in box.heed("deliver", stdin=b"From lu@f.example Mon Nov 30 00:00:00 2026\n" + first).stderr, "one is one")
    ok(box.said("init", box.mail)[0] == 0, "a slash at the end names the same")
    box.close()


def others():
    """What root makes in somebody's Maildir is of no use to her."""
    if os.geteuid() != 0:
        print("# not root: nothing can be somebody else's")
        return
    box = Home().fill()
    for folder, _, files in os.walk(box.home):
        for name in [folder] + [f"{folder}/{file}" for file in files]:
            os.chown(name, 65534, 65534)
    code, said = box.said("init", "--yes", box.mail)
    ok(code == 64 and "su " in said and f"heed init {box.mail}" in said, "root is told to run it as her", said)
    ok(box.folders() == [] and not box.settings(), "and leaves nothing behind", str(box.folders()))
    box.write(".config/heed/config", f"[history]\nmaildir={box.mail}\n[folders]\nlater=Later\n")
    code, said = box.said("init")
    ok(code == 64 and box.folders() == [] and not os.path.exists(box.home + "/.local/state/heed/book.db"),
       "also where settings name the Maildir", said)
    for folder, _, files in os.walk(box.home):
        os.chown(folder, 0, 0)
    ok(box.said("init")[0] == 0 and box.folders() == [".Later"], "root's own is root's")
    box.close()


def half_done():
    """A folder that cannot be made is made by the next init."""
    box = Home().fill()
    box.write("Maildir/.Later", "in its way\n")
    code, said = box.said("init", "--yes", box.mail)
    ok(code == 75 and not box.settings(), "settings are written when the folders are there", said, box.settings())
    os.unlink(box.mail + "/.Later")
    ok(box.said("init", "--yes", box.mail)[0] == 0 and ".Later" in box.folders(), "then it works")
    shutil.rmtree(box.mail + "/.Later")
    ok(box.said("init")[0] == 0 and ".Later" in box.folders(), "and init alone makes what is missing")
    box.close()


def doctor():
    """Looks at what the mail server says of senders in folders, too."""
    box = Home().fill(8)
    box.said("init", "--yes", box.mail)
    said = box.said("doctor")[1]
    ok(re_in(r"note +authentication +\[trust\] authserv-id is not set", said) and re_in("8 have one of mx.home.example", said),
       "that no server is named", said)
    for name, expected in (("mx.hoem.example", "problem +authentication +none of the last 8 messages"),
                           ("mx.home.example", "ok +authentication +8 of the last 8 messages")):
        box.write(".config/heed/config", f"[trust]\nauthserv-id={name}\n[history]\nmaildir={box.mail}\n[user]\naddresses=kim@home.example\n")
        code, said = box.said("doctor")
        ok(re_in(expected, said) and code == (name == "mx.hoem.example"), f"authserv-id={name}", said)
    box.close()


def unset():
    """Who has neither notmuch nor a Maildir set hears of both ways."""
    box = Home()
    for verb in "deliver", "why -", "sync", "senders", "tag *", "watch", "check", "doctor":
        code, said = box.said(*verb.split(), stdin=mail("Lu <lu@f.example>", "Hello"))
        ok("heed init ~/Maildir, or notmuch setup" in " ".join(said.split()) and code, f"{verb}: both ways", said)
    ok("run heed init, or heed init ~/Maildir" in " ".join(box.said("status")[1].split()), "status: likewise", box.said("status")[1])
    box.write(".config/heed/config", "[history]\nmaildir=Maildri\n")
    code, said = box.said("deliver", stdin=mail("Lu <lu@f.example>", "Hello"))
    ok(code == 75 and 'config:2:1: "Maildri" is neither' in said, "a mistake in the setting is said with it", said)
    for value in "Maildir", "$HOME/Maildir":
        box.write(".config/heed/config", f"[history]\nmaildir = {value}\n")
        code, said = box.said("deliver", "--wait", stdin=mail("Lu <lu@f.example>", "Hello"))
        ok(code == 0 and os.listdir(box.mail + "/new"), f"maildir = {value}: below home, if it is there", said)
        code, said = box.said("check")
        ok(code == 1 and f'config:2:1: "{value}" is neither absolute nor below ~/; taken for {box.mail}' in said, "and check says so", said)
    box.write(".config/heed/config", "[history]\nmaildir = ~/Maildri\n")
    code, said = box.said("check")
    ok(code == 1 and "[history] maildir: " + box.home + "/Maildri is not there" in said, "check names a Maildir that is not there", said)
    box.close()


def words():
    """One message, one rule; a Message-ID as headers have it; mistakes in the order of their lines."""
    box = Home().fill(1, mid="old@f.example")
    box.write(".config/heed/rules", "from f.example -> inbox\n")
    code, said = box.said("init", "--yes", "--rules", box.mail)
    ok(code == 0 and "rules is there already" in said and "over 1 message in" in said, "rules that are there are no failure", said)
    for name in "<old@f.example>", "old@f.example":
        code, said = box.said("why", name)
        ok(code == 1 and "did you mean id:old@f.example?" in said, f"why {name}: what was meant", said)
    ok(box.said("why", "id:<old@f.example>")[0] == 0, "with its angle brackets, too")
    said = " ".join(box.said("doctor")[1].split())
    ok("rules 1 rule " in said and " inboxes" not in said, "doctor counts one as one", said)
    box.write(".config/heed/config", f"[history]\nmaildir={box.mail}\n[log]\nsyslog=perhaps\n[tag]\n[log]\nsocket=here\nnonsense\n[placement]\nlater=soon\n")
    lines = [int(line) for line in re.findall(r"config:(\d+):", box.said("check")[1])]
    ok(lines == sorted(lines) and len(lines) > 3, "mistakes in the order of their lines", str(lines))
    box.write("rules", "kind is promotion and last opened > 6 monts -> later\nkind is promotion and and trust < 20 -> later\n")
    said = box.said("check", box.home + "/rules")[1]
    ok("no unit of last opened (" in said, "a field is called as it is written", said)
    ok("did you mean only one and, between two conditions?" in said, "two times and", said)
    box.close()


def re_in(pattern, text):
    return re.search(pattern, " ".join(text.split())) is not None


if __name__ == "__main__":
    main(shown, names, asked, nobody_there, evidence, elsewhere, others, half_done, doctor, unset, words)
