"""heed lmtp as the store: what it says to a mail server, and what is in users' Maildirs. Prints as protocol.py does.
usage: maildirs.py HEED-SOCKET HOMES STATE HEED-PID"""
import os, re, shutil, signal, sys, time
from lmtp import *
from processes import children
from protocol_lines import *

where, homes, state, pid = sys.argv[1:]
pid = int(pid)

def files(user, folder=""):
    at = "%s/%s/Maildir/%s" % (homes, user, folder)
    return sorted((os.path.join(at, part, name) for part in ("new", "cur") if os.path.isdir(os.path.join(at, part))
                   for name in os.listdir(os.path.join(at, part)) if not name.endswith(":2,") and not name.endswith(":2,S")), key=os.path.getmtime)

def find(user, name, folder=""):
    """The one message of that name, "" where there is none, or how many there are."""
    found = [text for text in (open(path, "rb").read() for path in files(user, folder)) if b"Message-ID: <%s@test.example>" % name.encode() in text]
    return found[0] if len(found) == 1 else len(found) or ""

def placed(text):
    found = re.search(rb"^X-Heed: ([^\n]*)$", text or b"", re.M)
    return found.group(1).decode() if found else None

def codes(replies):
    return " ".join(reply[:9] for reply in replies)

def plain(text):
    """As it came, but for line ends."""
    return text.replace(b"\r\n", b"\n")

def bare(text):
    """Without what heed puts in front."""
    return re.sub(rb"\AReturn-Path: [^\n]*\nX-Heed: [^\n]*\n(X-Heed-Seal: [^\n]*\n)?", b"", text) if text else text

client = Client(where)
tell(sorted(line[4:] for line in client.offers.split("|")[1:]),
     sorted(["PIPELINING", "SIZE 2097152", "ENHANCEDSTATUSCODES", "8BITMIME", "SMTPUTF8", "CHUNKING", "XFORWARD IDENT"]), "what it can do is offered")

# --- replies -----------------------------------------------------------------------------------------------

got = client.deliver(letter("five"), "ann@home.example", "nobody@home.example", "ann@home.example", "fresh@home.example", "quota@home.example")
tell(codes(got), "250 2.0.0 550 5.1.1 250 2.0.0 250 2.0.0 452 4.2.2", "known, unknown, twice, without a Maildir, over quota: a reply each, in order")
text = find("ann", "five")
tell(bare(text) == plain(letter("five")), True, "what is stored is what came, once, with lines as Maildirs have them")
tell(re.sub(r"t=\d+; mac=[\w-]{43}", "...", text.split(b"From:")[0].decode()),
     "Return-Path: <jule@sommerpost.example>\nX-Heed: inbox\nX-Heed-Seal: v=2; ...\n", "the sender, a placement and a seal in front, and nothing of anybody's history")
modes = [oct(os.stat("%s/fresh/%s" % (homes, name)).st_mode & 0o777) for name in ("", "Maildir", "Maildir/new", "Maildir/cur", "Maildir/tmp")]
tell((modes, bare(find("fresh", "five")) == plain(letter("five"))), (["0o700"] * 5, True), "who had no Maildir has one now, and nobody else sees into it")
tell(oct(os.stat(files("fresh")[0]).st_mode & 0o777), "0o600", "nor into the file")
tell([os.listdir("%s/quota/Maildir/%s" % (homes, part)) for part in ("new", "cur", "tmp")], [[], [], []], "of what was refused nothing is left")
tell(codes(client.deliver(letter("noroom"), "noroom@home.example", "ann@home.example")), "452 4.3.1 250 2.0.0", "the disk is full")
tell(codes(client.deliver(letter("rights"), "rights@home.example", "ann@home.example")), "451 4.3.0 250 2.0.0", "no right to write there")
tell(codes(client.deliver(letter("odd"), "../ann@home.example", "ANN+x@home.example")), "550 5.1.1 250 2.0.0", "who cannot be a user, and one behind a delimiter")
open(homes + "/away", "w").close()
tell(codes(client.deliver(letter("away"), "other@home.example", "other@home.example")), "451 4.3.0 451 4.3.0", "the table of users does not answer: 451 at RCPT")
os.remove(homes + "/away")
tell(codes(client.deliver(letter("back"), "other@home.example")), "250 2.0.0", "and it is back")
marked = "Return-Path: <there@already.example>\r\nX-Heed: priority\r\nX-Heed-Why: because\r\n"
client.deliver(letter("marked", extra=marked), "ann@home.example", sender="")
tell(re.sub(r"t=\d+; mac=[\w-]{43}", "...", find("ann", "marked").split(b"From:")[0].decode()), "X-Heed: inbox\nX-Heed-Seal: v=2; ...\nReturn-Path: <there@already.example>\n",
     "a Return-Path that the mail server put there stays, fields that look like heed's go")
odd = b"Message-ID: <raw@test.example>\r\n\r\n" + bytes(range(256)).replace(b"\n", b"").replace(b"\r", b"") + b"\r\n" + b"y" * 70000 + b"\r\n.\r\n.." + b"\r\n" * 3
client.deliver(odd.replace(b"\r\n.", b"\r\n.."), "ann@home.example")
tell(bare(find("ann", "raw", ".Suspect") or find("ann", "raw", ".Later")) == plain(odd), True, "any bytes, lines of any length and dots")
large = letter("large") + (b"q" * 76 + b"\r\n") * 20000
tell((codes(client.deliver(large, "ann@home.example", "bob@home.example")), bare(find("ann", "large")) == plain(large), bare(find("bob", "large")) == plain(large)),
     ("250 2.0.0 250 2.0.0", True, True), "one of 1.5 MB, for two")
tell(codes(client.deliver(large * 2, "ann@home.example")), "552 5.3.4", "one above the limit")

# --- where it is stored ------------------------------------------------------------------------------------

got = client.deliver(offer("offer"), "ann@home.example", "bob@home.example", "rule@home.example")
tell((codes(got), placed(find("ann", "offer")), placed(find("bob", "offer", ".Later"))), ("250 2.0.0 250 2.0.0 250 2.0.0", "priority", "later"),
     "each by the own history: in the inbox of who reads such mail, in Later of who never does")
tell(placed(find("rule", "offer", ".Shops")) is not None, True, "and in the folder that a user's rule names")
client.deliver(offer("lone"), "lone@home.example")
tell((placed(find("lone", "lone", ".Later")), os.path.isdir(homes + "/lone/Maildir/cur")), ("later", True), "the first message may be put aside, beside an inbox that is made for it")
client.deliver(offer("deep"), "deep@home.example")
tell((placed(find("deep", "deep", "Lists/Sub/Shops")) is not None, [os.path.exists("%s/deep/Maildir/%s/.synced" % (homes, folder)) for folder in (".", "Lists", "Lists/Sub", "Lists/Sub/Shops")]),
     (True, [True] * 4), "each folder on the way is fsynced, too")
for user in ("bob", "rule"):
    tell(wait_for(lambda: book_of(state, user + "@home.example", "select count(*) from message where id = 'offer@test.example'") == [(1,)]), True, "and the book hears of it")

# --- harm --------------------------------------------------------------------------------------------------

tell((codes(client.deliver(harmed("crash", "koi8-r"), "ann@home.example")), placed(find("ann", "crash"))), ("250 2.0.0", "inbox; unjudged=crashed"), "a judge that crashes: stored, unjudged")
began = time.time()
tell((codes(client.deliver(harmed("hang", "koi8-u"), "bob@home.example")), placed(find("bob", "hang"))), ("250 2.0.0", "inbox; unjudged=timeout"), "a judge that hangs: stored, unjudged")
tell(1.5 < time.time() - began < 10, True, "after two seconds")
os.rename(state, state + ".away")
open(state, "w").close()
client.deliver(letter("stateless"), "other@home.example", "ann@home.example")
tell((placed(find("other", "stateless")), placed(find("ann", "stateless"))), ("inbox; unjudged=no-process",) * 2, "nowhere to keep what is known of users: stored, unjudged")
os.remove(state)
os.rename(state + ".away", state)

own = homes + "/lone/"
for path in (".config/heed/config", ".config/heed/rules", ".notmuch-config", "Maildir/subscriptions"):
    for before in (own + path, own + "Maildir/.Later"): # which is to be made anew
        os.path.isdir(before) and shutil.rmtree(before)
        os.path.exists(before) and os.rename(before, before + ".away")
    os.mkfifo(own + path)
    began = time.time()
    tell((codes(client.deliver(offer("pipe"), "lone@home.example")), time.time() - began < 10), ("250 2.0.0", True), "a pipe that nobody writes to, as " + path)
    os.remove(own + path)
    os.path.exists(own + path + ".away") and os.rename(own + path + ".away", own + path)
os.truncate(os.open(own + ".config/heed/config", os.O_CREAT | os.O_WRONLY), 1 << 40)
tell((codes(client.deliver(offer("huge"), "lone@home.example")), placed(find("lone", "huge", ".Later"))), ("250 2.0.0", "later"), "settings of a tebibyte: the usual ones hold")
os.remove(own + ".config/heed/config")

def storing():
    """Who is stuck in storing (tests/lmtp/own.sh), and the worker above."""
    return [(one, worker) for worker in children(pid) for one in children(worker) if os.path.exists("%s/stuck/Maildir/tmp/pid.%d" % (homes, one))]

other = begin(where, letter("stuck"), "stuck@home.example")
one, worker = wait_for(storing)[0]
status = dict(line.rstrip("\n").split(":\t", 1) for line in open("/proc/%d/status" % one) if ":\t" in line)
links = [os.readlink("/proc/%d/fd/%s" % (one, fd)) for fd in os.listdir("/proc/%d/fd" % one)]
tell((status["Seccomp"], status["NoNewPrivs"], [link for link in links if link.startswith("socket:")]), ("2", "1", []), "who stores has given up its rights, and has no socket")
os.kill(one, signal.SIGKILL)
tell((other.reply()[:9], find("stuck", "stuck")), ("451 4.3.0", ""), "kill -9 of who stores: 451, and nothing is visible")
other = begin(where, letter("stuck2"), "stuck@home.example")
one, worker = wait_for(storing)[0]
os.kill(worker, signal.SIGKILL)
tell(other.reply()[:9], "451 4.3.0", "kill -9 of the user's worker: 451")
os.kill(one, signal.SIGUSR1) # goes on
tell((wait_for(lambda: not os.path.exists("/proc/%d" % one)), find("stuck", "stuck2")), (True, ""), "and who stores, whom nobody hears, takes it back")
other = begin(where, letter("stuck3"), "stuck@home.example")
one, worker = wait_for(storing)[0]
os.kill(one, signal.SIGUSR1)
tell((other.reply()[:9], bare(find("stuck", "stuck3")) == plain(letter("stuck3"))), ("250 2.0.0", True), "250 comes behind fsync(2)")
others = [begin(where, letter("many%d" % i), "stuck@home.example") for i in range(4)]
wait_for(lambda: len(storing()) == 4)
tell(begin(where, letter("fifth"), "stuck@home.example").reply()[:9], "451 4.3.0", "four of one user's hang, and the next one does not wait for them")
tell(codes(client.deliver(letter("beside"), "ann@home.example")), "250 2.0.0", "others go on")
for one, worker in storing():
    os.kill(one, signal.SIGUSR1)
tell([other.reply()[:9] for other in others], ["250 2.0.0"] * 4, "those that hung are stored")
client.close()
