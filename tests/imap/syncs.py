"""Random gestures by IMAP with `heed sync` between and beside them; says what heed's book has otherwise than she did it.
usage: syncs.py HEED PORT SYNCS [SEED]
The model below is written from what a gesture is to mean, not from the code. Between two looks that surely see it
a letter gets one gesture: what she does and takes back unseen is nobody's to know. Now and then heed is killed while
it moves what came; Dovecot reads letters all the time, and in the end each as it was sent."""
import email.utils, glob, imaplib, json, os, random, re, signal, sqlite3, subprocess, sys, time

heed, port, syncs, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int((sys.argv + ["1"])[4])
home = os.environ["HOME"]
mail = f"{home}/Maildir"
rng = random.Random(seed)
USES = {"INBOX": "inbox", "Trash": "trash", "Junk": "junk", "Archive": "archive", "Later": "away", "Suspect": "away"}
AWAY = ("junk", "away")
NAMES = "undecided answered forwarded flagged opened filed rescued demoted ignored deleted-unread deleted-read".split()
ACTED = ("answered", "forwarded", "flagged", "opened", "filed", "rescued")
hers = ["Birds", "Lists"] # folders of her own; those behind the second come and go


def use(folder):
    return USES.get(folder, "hers")


class Letter:
    """Where it lies, what flags it has, and what the last of her moves made of it."""

    def __init__(self, name, topic):
        self.name, self.topic, self.where = name, topic, None
        self.half = self.leaves = None # the copy that half of a move made; where a whole one left what is marked as deleted
        self.flags, self.stand, self.marked, self.told = set(), None, None, None
        self.emptied = None # the folder out of which it was thrown away
        self.unsure = self.demoted = self.known = False
        self.story = []
        self.text = text_of(self)

    def outcome(self):
        if self.told:
            return self.told
        for flag, outcome in (("\\Answered", "answered"), ("$Forwarded", "forwarded"), ("\\Flagged", "flagged")):
            if flag in self.flags:
                return outcome
        if self.stand == "deleted":
            return "deleted-read" if "\\Seen" in self.flags else "deleted-unread"
        return self.stand or ("opened" if "\\Seen" in self.flags and not self.unsure else "undecided")

    def moved(self, to):
        left, self.where = self.where, to
        came, to = use(left), use(to)
        emptied, self.emptied = self.emptied, None
        if to == "trash":
            self.emptied = left if came in AWAY else None
            self.stand = self.stand if came in AWAY else "deleted" # emptying says nothing
        elif to in AWAY:
            self.stand = self.stand if self.where == emptied else "demoted"
        elif to == "inbox":
            stays = self.stand if came == "archive" and self.stand != "filed" else None
            self.stand = "rescued" if came in AWAY + ("trash",) or self.demoted else stays
        elif to == "archive": # no more than it was
            self.stand = None if came in AWAY + ("trash",) else self.stand
        elif came != "hers":
            self.stand = "filed"

    def expunged(self):
        if use(self.where) not in AWAY + ("trash",) and self.outcome() not in ACTED:
            self.stand = "deleted"
        self.told, self.where = self.outcome(), None


letters, pending = [], set()


def log_in():
    found = imaplib.IMAP4("127.0.0.1", port)
    found.login("reader", "secret")
    return found


def want(answer):
    if answer[0] != "OK":
        sys.exit(f"IMAP: {answer}")
    return answer[1]


def run(*argv, stdin=b""):
    done = subprocess.run(argv, input=stdin, capture_output=True)
    if done.returncode:
        sys.exit(f"{argv}: {done.returncode} {done.stdout.decode()}{done.stderr.decode()}")
    return done.stdout


def uids(letter, folder):
    want(server.select(folder))
    return server.uid("SEARCH", None, "HEADER", "Message-ID", f"<{letter.name}@x.example>")[1][0].split()


def uid(letter, folder):
    found = uids(letter, folder)
    if len(found) != 1:
        sys.exit(f"{letter.name} is {len(found)} times in {folder}: {letter.story}")
    return found[0]


def text_of(letter):
    when = email.utils.formatdate(time.time() - (0 if letter.unsure else 300))
    return (f"Received: from a by mx.home.example; {when}\nFrom: Toni <toni@{letter.name}.example>\nTo: reader@home.example\n"
            f"Subject: {letter.topic}\nDate: {when}\nMessage-ID: <{letter.name}@x.example>\n\nHello {letter.name},\n"
            "see you soon.\n").encode()


# --- what comes ----------------------------------------------------------------------------------------------

def deliver(letter):
    run(heed, "deliver", *rng.choice(([], ["--wait"])), stdin=letter.text)
    letter.where = {"sale": "Later", "digest": "Lists"}.get(letter.topic, "INBOX")
    letter.demoted = letter.where == "Later"
    letter.known = True


def append(letter):
    letter.where = rng.choice(["INBOX"] * 6 + ["Junk", "Birds", "Later", "Archive"])
    letter.unsure = letter.where != "Later" and rng.random() < .15
    letter.text = text_of(letter)
    letter.flags = {"\\Seen"} if letter.unsure else set()
    letter.stand = "undecided" if letter.where == "Junk" else None # a filter's junk says nothing, opened or not
    want(server.append(letter.where, "\\Seen" if letter.unsure else None, None, letter.text.replace(b"\n", b"\r\n")))


def arrive():
    letter = Letter(f"n{len(letters)}s{seed}", rng.choice(["Saturday?"] * 3 + ["sale", "digest"]))
    rng.choice((deliver, append))(letter)
    letters.append(letter)
    pending.add(letter)
    letter.story.append((turn, letter.known and "delivered" or "appended", letter.where, *letter.flags))


# --- what she does -------------------------------------------------------------------------------------------

def remove(letter, folder):
    at = uid(letter, folder)
    want(server.uid("STORE", at, "+FLAGS", "(\\Deleted)"))
    want(server.uid("EXPUNGE", at))


def move(letter):
    to = rng.choice([name for name in [*USES] * 2 + hers if name != letter.where])
    at = uid(letter, letter.where)
    if rng.random() < .3 and not letter.unsure:
        want(server.uid("STORE", at, "+FLAGS", "(\\Seen)"))
        letter.flags.add("\\Seen")
    way = rng.choice("move move copy append halves marked".split())
    letter.story.append((turn, way, to, *letter.flags))
    if way == "move":
        want(server._simple_command("UID", "MOVE", at, to))
    elif way == "append":
        text = want(server.uid("FETCH", at, "(BODY.PEEK[])"))[0][1]
        want(server.append(to, " ".join(letter.flags) or None, None, text))
        remove(letter, letter.where)
    else:
        want(server.uid("COPY", at, to))
        if way == "halves": # the other half comes some looks later
            letter.half = to
            return
        if way == "marked": # as is usual where nothing is expunged but by hand
            want(server.uid("STORE", at, "+FLAGS", "(\\Deleted)"))
            letter.leaves = letter.where
        else:
            remove(letter, letter.where)
    letter.moved(to)


def finish(letter):
    """What was begun: the second half of a move; what was only marked as deleted goes, or is kept after all."""
    letter.story.append((turn, "finishes", letter.half or letter.leaves or "marked"))
    if letter.half:
        remove(letter, letter.where)
        letter.moved(letter.half)
        letter.half = None
    elif letter.leaves:
        remove(letter, letter.leaves)
        letter.leaves = None
    elif rng.random() < .5:
        remove(letter, letter.where)
        letter.stand = letter.marked[0] # as if she had expunged it at once
        letter.expunged()
    else:
        want(server.uid("STORE", uid(letter, letter.where), "-FLAGS", "(\\Deleted)"))
        letter.stand = {"inbox": "rescued", "archive": None}.get(use(letter.where), letter.marked[0])
        letter.marked = None


def mark(letter):
    letter.story.append((turn, "marks as deleted"))
    want(server.uid("STORE", uid(letter, letter.where), "+FLAGS", "(\\Deleted)"))
    letter.marked = (letter.stand,)
    if use(letter.where) not in AWAY + ("trash",):
        letter.stand = "deleted"


def expunge(letter):
    letter.story.append((turn, "expunges"))
    remove(letter, letter.where)
    letter.expunged()


def flag(letter):
    name = rng.choice(["\\Seen"] * 4 + ["\\Answered", "\\Flagged", "$Forwarded"])
    sign = "-" if name in letter.flags else "+"
    letter.story.append((turn, sign + name))
    want(server.uid("STORE", uid(letter, letter.where), sign + "FLAGS", f"({name})"))
    letter.flags ^= {name}
    letter.unsure = False # whoever answers it, or takes that back, has looked at it


def gesture(letter):
    if letter.half or letter.leaves or letter.marked:
        finish(letter)
    else:
        rng.choice([move] * 6 + [flag] * 4 + [expunge, mark])(letter)
    pending.add(letter)


# --- folders --------------------------------------------------------------------------------------------------

def within(folder):
    return [letter for letter in letters if folder in (letter.where, letter.half, letter.leaves)]


def change_folders():
    if server.state == "SELECTED":
        server.unselect()
    folder, what = rng.choice(hers[2:] or [None]), rng.random()
    if folder is None or what < .4 and len(hers) < 6:
        hers.append(f"{rng.choice(('Birds/', 'Gr&APYA3w-e/', '', ''))}F{turn}".replace("/", SEPARATOR))
        want(server.create(hers[-1]))
        return
    inside = within(folder)
    if any(letter in pending or letter.half or letter.leaves for letter in inside):
        return
    hers.remove(folder)
    if what < .7:
        hers.append(f"R{turn}")
        want(server.rename(folder, hers[-1]))
    else:
        want(server.delete(folder))
    for letter in inside:
        letter.story.append((turn, "her folder is", what < .7 and hers[-1] or "deleted"))
        if what < .7:
            letter.where = hers[-1]
        else: # which may be a disk that is away
            letter.told, letter.where = letter.outcome(), None
        pending.add(letter)


def change_uidvalidity():
    global server
    server.logout()
    folder = rng.choice([*USES, *hers])
    for path in glob.glob(f"{mail}/{'' if folder == 'INBOX' else '.' + folder}/dovecot*"):
        if "uidlist" in path or ".index" in path and ".list." not in path:
            os.unlink(path)
    server = log_in()


# --- all -------------------------------------------------------------------------------------------------------

def placed_by_heed(letter):
    """Where heed put what came past it, if it has."""
    to = {"sale": "Later", "digest": "Lists"}[letter.topic]
    if uids(letter, to):
        letter.where, letter.demoted = to, to == "Later"
        letter.story.append((turn, "heed moves", to))


def is_altered(letter):
    """Whether Dovecot gives it otherwise than it was sent, but for heed's fields."""
    text = want(server.uid("FETCH", uid(letter, letter.where), "(BODY.PEEK[])"))[0][1].replace(b"\r\n", b"\n")
    bare = re.sub(rb"\AX-Heed[^\n]*\n(?:X-Heed[^\n]*\n|[ \t][^\n]*\n)*", b"", text)
    if bare != letter.text:
        print(f"# altered: {letter.name} in {letter.where}: {text!r}", file=sys.stderr)
    return bare != letter.text


def read_some(most):
    there = [letter for letter in letters if letter.where and not letter.half]
    return sum(is_altered(letter) for letter in rng.sample(there, min(len(there), most)))


def kill_one():
    verb = rng.choice((["tag", "--new"], ["sync"], ["watch"]))
    child = subprocess.Popen([heed, *verb], start_new_session=True, stderr=subprocess.DEVNULL)
    time.sleep(rng.random() * (.6 if verb == ["watch"] else .15))
    os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def whole_look(tags=False):
    tags = tags or rng.random() < .2
    run(heed, *(("tag", "--new") if tags else ("sync",)))
    for letter in letters if tags else []:
        if not letter.known and letter.where == "INBOX" and not letter.flags and letter.topic in ("sale", "digest"):
            placed_by_heed(letter)
    for letter in letters:
        letter.known = True
    pending.clear()


def book():
    with sqlite3.connect(home + "/.local/state/heed/book.db") as db:
        rows = {row[0]: row[1:] for row in db.execute("SELECT id, outcome, gone FROM message WHERE own = 0")}
        missing = {row[0] for row in db.execute("SELECT id FROM missing")}
    return rows, missing


def compare():
    rows, missing = book()
    counted = {row["organisation"]: row for row in json.loads(run(heed, "senders", "--json", "--limit", "1000000"))}
    wrong = dict.fromkeys(("vanished", "twice", "outcomes"), 0)
    for letter in letters:
        told, gone = rows.get(letter.name + "@x.example", (None, None))
        count = counted.get(letter.name + ".example", {"received": 0})
        became = "unknown" if told is None else NAMES[told]
        found = {"vanished": letter.where and (gone or letter.name + "@x.example" in missing),
                 "twice": count["received"] != 1, "outcomes": became != letter.outcome()}
        for what in filter(found.get, found):
            wrong[what] += 1
            print(f"# {what}: {letter.name} in {letter.where} is {became}, not {letter.outcome()}: {letter.story}", file=sys.stderr)
    wrong["twice"] += sum("#" in name for name in rows)
    return wrong


server = log_in()
SEPARATOR = server.list()[1][0].decode().split('"')[1]
for name in [*USES, *hers]:
    if name != "INBOX":
        want(server.create(name))
os.makedirs(home + "/.config/heed", exist_ok=True)
with open(home + "/.config/heed/config", "w") as file: # only rules place anything: chance decides nothing
    file.write(f"[history]\nmaildir={mail}\n[user]\naddresses=reader@home.example\n"
               "[folders]\nlater=Later\nsuspect=Suspect\nmove=yes\n[placement]\nlater=0\nsuspect=0\n")
with open(home + "/.config/heed/rules", "w") as file:
    file.write('subject has "sale" -> later\nsubject has "digest" -> folder "Lists"\n')
turn = altered = 0
arrive()
run(heed, "init")
run(heed, "sync")
for turn in range(1, syncs + 1):
    beside = subprocess.Popen([heed, "sync"]) if rng.random() < .4 else None
    for _ in range(rng.randrange(4)):
        arrive()
    free = [letter for letter in letters if letter.where and letter.known and letter not in pending]
    for letter in rng.sample(free, min(len(free), rng.randrange(7))):
        gesture(letter)
    if rng.random() < .1:
        change_folders()
    if rng.random() < .1:
        change_uidvalidity()
    if beside:
        if beside.wait():
            sys.exit(f"a sync beside her ended with {beside.returncode}")
    else:
        killed = rng.random() < .1
        if killed:
            kill_one()
        whole_look(killed)
    altered += read_some(3)
    if rng.random() < .02:
        run(heed, "init")
        for letter in letters:
            letter.story.extend([(turn, "init")] if letter.story[-1][0] > turn - 40 else [])
for _ in range(3):
    whole_look()
wrong = compare()
wrong["altered"] = altered + read_some(len(letters))
print(f"{turn} syncs, {len(letters)} letters, {sum(event[1] != 'init' for letter in letters for event in letter.story)} things done to them: "
      f"falsely vanished {wrong['vanished']}, counted twice {wrong['twice']}, outcomes wrong {wrong['outcomes']}, altered {wrong['altered']}")
sys.exit(any(wrong.values()))
