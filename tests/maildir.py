"""A reader by IMAP for the tests in Python: a Maildir, no notmuch, and what she does by moving files."""
import glob, sqlite3
from kim import *


class Reader(Box):
    """A Maildir as Dovecot keeps it, and no notmuch."""

    def __init__(self, folders=".Trash .Junk .Birds .Sent .Archive .Drafts", settings=""):
        super().__init__()
        os.unlink(self.home + "/.notmuch-config")
        self.env["NOTMUCH_CONFIG"] = self.home + "/none"
        self.mail = self.home + "/Mail"
        for folder in folders.split():
            for place in "cur", "new", "tmp":
                os.makedirs(f"{self.mail}/{folder}/{place}")
        self.write("Mail/dovecot-uidlist", "3 V1 N1 G1\n")
        self.write("Mail/subscriptions", "V\t2\n\nTrash\n")
        self.write(".config/heed/config", "# mine\n[trust]\nauthserv-id=mx.home.example" + settings)

    def begin(self):
        for i in range(4):
            self.store(mail(f"Lu <lu@f{i}.example>", f"Old {i}", ago=9 - i, mid=f"old{i}@f.example",
                            more="Delivered-To: kim@home.example\n"), "", "S")
        self.store(mail("Kim Doe <kim@home.example>", "Re: Old", ago=2, to="lu@f1.example", travelled=False,
                        more="In-Reply-To: <old1@f.example>\n"), ".Sent", "S")
        return self.heed("init", "--yes", self.mail)

    def store(self, message, folder="", flags="", base=None):
        base = base or f"{NOW}.{next(self.files)}.box"
        path = f"{self.mail}/{folder}/cur/{base}:2,{flags}"
        with open(path, "wb") as file:
            file.write(message)
        return path

    def deliver(self, name, **how):
        done = self.heed("deliver", "--wait", stdin=mail(f"Toni Berg <toni@{name}.example>", "Saturday?", mid=f"{name}@x.example", **how))
        return done.returncode

    def file(self, name):
        for path in glob.glob(self.mail + "/**/[cn]*/*", recursive=True) + glob.glob(self.mail + "/.*/[cn]*/*"):
            if os.path.isfile(path) and f"Message-ID: <{name}@".encode() in open(path, "rb").read():
                return path

    def move(self, name, folder="", flags="", base=None):
        os.rename(self.file(name), f"{self.mail}/{folder}/cur/{base or 'm' + str(next(self.files))}:2,{flags}")

    def sync(self, times=1):
        for _ in range(times):
            self.said = self.heed("sync", "-v")
        return self

    def known(self, name):
        book = sqlite3.connect(self.home + "/.local/state/heed/book.db")
        found = book.execute("SELECT 1 FROM place WHERE id = ?", (name + "@x.example",)).fetchone()
        book.close()
        return found is not None

    def became(self, name):
        book = sqlite3.connect(self.home + "/.local/state/heed/book.db")
        row = book.execute("SELECT outcome FROM message WHERE id = ?", (name + "@x.example",)).fetchone()
        book.close()
        names = "undecided answered forwarded flagged opened filed rescued demoted ignored".split()
        return (names + ["deleted unread", "deleted read"])[row[0]] if row else "unknown"

    def all_became(self, expected, what):
        got = {name: self.became(name) for name in expected}
        ok(got == expected, what, *(f"{n}: {got[n]}, not {expected[n]}" for n in got if got[n] != expected[n]))
