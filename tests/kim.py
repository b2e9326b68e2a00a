"""What the tests in Python share: TAP, messages, and a mailbox of one's own. HEED names the binary."""
import email.utils, itertools, json, os, shutil, subprocess, sys, tempfile, time

root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HEED = os.path.realpath(os.environ.get("HEED", os.path.join(root, "heed")))
NOW, DAY = int(time.time()), 86400
LEAVE = "List-Unsubscribe: <https://leave.example/1>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n"
RESULTS = {
    "pass": "dkim=pass header.d={0}; spf=pass smtp.mailfrom=b@{0}; dmarc=pass header.from={0}",
    "fail": "dkim=fail header.d={0}; spf=fail smtp.mailfrom=b@{0}; dmarc=fail (p=reject) header.from={0}",
    "none": "dkim=none; spf=none smtp.mailfrom={0}; dmarc=none header.from={0}",
}
tests = failed = 0
number = itertools.count()


def ok(good, what, *notes):
    global tests, failed
    tests += 1
    failed += not good
    print(("" if good else "not ") + f"ok {tests} - {what}", flush=True)
    for line in notes if not good else ():
        print("#", line)


def mail(author, subject, body="Hello,\nsee you soon.\n", ago=0.0, result="pass", more="", to="Kim <kim@home.example>",
         mid=None, travelled=True, date=None):
    """One message that came AGO days before now, from AUTHOR, with what her server found out."""
    at, domain = NOW - int(ago * DAY), email.utils.parseaddr(author)[1].rpartition("@")[2]
    head = ""
    if travelled:
        head = (f"Authentication-Results: mx.home.example; {RESULTS[result].format(domain)}\n"
                f"Received: from out.{domain} (out.{domain} [192.0.2.9])\n\tby mx.home.example (Postfix) with ESMTPS id 1;"
                f" {email.utils.formatdate(at)}\n")
    mid = mid or f"m{next(number)}@{domain}"
    return (f"{head}From: {author}\nTo: {to}\nSubject: {subject}\nDate: {date or email.utils.formatdate(at)}\n"
            f"Message-ID: <{mid}>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n{more}\n{body}").encode()


class Box:
    def __init__(self, tags="unread;inbox"):
        self.home = tempfile.mkdtemp(prefix="heed-standing.")
        self.batch, self.files = [], itertools.count()
        for folder in "cur", "new", "tmp":
            os.makedirs(f"{self.home}/Mail/{folder}")
        os.makedirs(self.home + "/.config/heed")
        self.write(".config/heed/config", "[trust]\nauthserv-id=mx.home.example\n")
        self.write(".notmuch-config", f"[database]\npath={self.home}/Mail\n[user]\nname=Kim\n"
                   f"primary_email=kim@home.example\n[new]\ntags={tags}\n")
        self.env = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "NOTMUCH", "MAILDIR"))}
        self.env.update(HOME=self.home, NOTMUCH_CONFIG=self.home + "/.notmuch-config", LC_ALL="C.UTF-8")

    def write(self, name, text):
        with open(f"{self.home}/{name}", "w") as file:
            file.write(text)

    def run(self, *argv, stdin=b""):
        return subprocess.run(argv, input=stdin, env=self.env, capture_output=True)

    def heed(self, *argv, stdin=b""):
        return self.run(HEED, *argv, stdin=stdin)

    def put(self, message, tags="", folder=""):
        where = f"{self.home}/Mail/{folder}"
        os.makedirs(where + "/cur", exist_ok=True)
        with open(f"{where}/cur/{NOW}.{next(self.files)}.box:2,", "wb") as file:
            file.write(message)
        if tags:
            self.batch.append(tags + " -- id:" + message.split(b"Message-ID: <")[1].split(b">")[0].decode())

    def year(self):
        """What anybody's mail is like: two brands, a shop, friends, letters of her own. None is whole days old: a
        fortnight would be over while a test runs."""
        for day in range(0, 365, 2):
            self.put(mail("Lampen Direkt <news@lampendirekt.example>", f"Only today: {day % 60 + 5}% off lamps",
                          "Shop now! Save up to 50% off. Unsubscribe here.\n", 366.2 - day, more=LEAVE))
            if day % 3 == 0:
                self.put(mail("Brod & Salz <brief@brodundsalz.example>", f"Our newsletter {day}: bread",
                              "In this issue we look at bread. Read more. Unsubscribe.\n", 365.8 - day, more=LEAVE),
                         "-unread" if day % 2 == 0 else "")
            if day % 8 == 0:
                self.put(mail("Marlo Shoes <orders@marlo.example>", f"Your order {51000 + day} is confirmed",
                              f"Thank you for your order. Order number {51000 + day}. Total 30.00 EUR\n", 365.6 - day),
                         "-unread")
                self.put(mail(f"Toni Berg <toni{day % 3}@bergfreunde.example>", "Saturday?", ago=365.4 - day), "-unread")
                self.put(mail("Kim <kim@home.example>", "Re: Saturday?", "Yes.\n", 365.3 - day, travelled=False,
                              to="toni0@bergfreunde.example"), "-unread -inbox", "Sent")
        return self

    def learn(self):
        self.run("notmuch", "new", "--quiet")
        self.run("notmuch", "tag", "--batch", stdin="\n".join(self.batch).encode() + b"\n")
        self.batch = []
        self.heed("init")
        return self

    def why(self, message):
        return json.loads(self.heed("why", "--json", "-", stdin=message).stdout)

    def close(self):
        for _ in range(100):
            shutil.rmtree(self.home, ignore_errors=True)
            if not os.path.exists(self.home):
                return
            time.sleep(0.1)


def placed(box, message, places, what):
    verdict = box.why(message)
    ok(verdict["placement"] in places.split(), what, f"{verdict['placement']}, not {places}: {verdict['because']}",
       f"useful {verdict['useful']} trust {verdict['trust']} kind {verdict['kind']}")
    return verdict


def codes(verdict):
    return [finding["code"] for finding in verdict["findings"]]


def main(*parts):
    for program in "notmuch",:
        if not shutil.which(program):
            print(f"1..0 # SKIP {program} is not installed")
            sys.exit()
    if not os.access(HEED, os.X_OK):
        print(f"1..0 # SKIP no {HEED}: run make first")
        sys.exit()
    for part in parts:
        part()
    print(f"1..{tests}")
    sys.exit(failed > 0)
