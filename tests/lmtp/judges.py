"""Judging by heed lmtp: each user by that user's own history, and what becomes of a message whose judge, or who started
it, comes to harm. A judge that meets koi8-r ends by SIGSEGV, koi8-u hangs (tests/lmtp/harm.c). Prints as protocol.py does.
usage: judges.py HEED-SOCKET STORE-FOLDER STATE LOG HEED-PID"""
import os, re, signal, subprocess, sys, time
from lmtp import *
from processes import children
from protocol_lines import *

where, folder, state, log, pid = sys.argv[1:]
pid = int(pid)

def child_of(parent, what=None):
    """A child of PARENT; one that has children of its own where WHAT is "busy"."""
    for one in children(parent):
        if not what or children(one):
            return one

def book(user, query):
    return book_of(state, user, query)

def logged(name, least=1):
    def lines():
        found = [line for line in open(log) if "id=<%s@test.example>" % name in line]
        return found if len(found) >= least else None
    return wait_for(lines, 5) or []

# --- each by the own history ---------------------------------------------------------------------------------

client = Client(where)
before = len(stored(folder))
got = client.deliver(offer("offer"), "ann@home.example", "bob+shop@home.example", "new@home.example", "ann@home.example", "newer@home.example")
tell([reply[:3] for reply in got], ["250"] * 5, "one message for somebody who reads such mail, one who never does, and one who is new")
places = {}
for name in stored(folder)[before:]:
    for address in open(name).read().split("\n")[1:-1]:
        places.setdefault(address, []).append(verdict(open(name[:-3], "rb").read()))
tell((places.get("ann@home.example"), places.get("bob+shop@home.example"), places.get("new@home.example")),
     (["priority", "priority"], ["later"], ["inbox"]), "each has it by the own history, and twice who was named twice")
tell(len(stored(folder)) - before, 3, "recipients with one verdict share a transaction")
tell(wait_for(lambda: book("ann@home.example", "select count(*) from message where id = 'offer@test.example'") == [(1,)]), True, "and the book hears of it")
tell(wait_for(lambda: book("new@home.example", "select count(*) from message where id = 'offer@test.example'") == [(1,)]), True,
     "also of who is new: a history begins")
tell(sorted(re.search(r"user=(\S+) .*placement=(\w+) reply=\"(\S+)", line).groups() for line in logged("offer", 5)),
     sorted([("ann@home.example", "priority", "250")] * 2 + [("bob@home.example", "later", "250"), ("new@home.example", "inbox", "250"),
                                                              ("newer@home.example", "inbox", "250")]),
     "a line in the log for each delivery")
before = len(stored(folder))
client.deliver(letter("dozen"), *("some%d@home.example" % i for i in range(12)))
tell((len(stored(folder)) - before, verdict(last(folder)[0])), (1, "inbox"), "a dozen who are new: all are judged, and share a transaction")
client.ask("XFORWARD IDENT=4XyZ0a1;rm")
client.deliver(letter("queued"), "ann@home.example")
tell([re.search(r"queue=(\S+)", line).group(1) for line in logged("queued")], ["4XyZ0a1_rm"], "with the mail server's own name for it, as a word")
client.deliver(letter("unnamed"), "ann@home.example")
for value in ("[UNAVAILABLE]", "x" * 101):
    client.ask("XFORWARD NAME=a.example IDENT=%s" % value)
    client.deliver(letter("unnamed"), "ann@home.example")
client.ask("XFORWARD IDENT=4XyZ0a2"), client.ask("RSET")
client.ask("MAIL FROM:<a@b.example>")
tell((client.ask("XFORWARD IDENT=4XyZ0a3")[:3], client.ask("RSET")[:3]), ("503", "250"), "XFORWARD behind MAIL comes too late")
client.deliver(letter("unnamed"), "ann@home.example")
tell([re.search(r"queue=(\S+)", line).group(1) for line in logged("unnamed", 4)], ["-"] * 4, "which holds for one message, and is no other's")
mode = [oct(os.stat(os.path.join(at, name)).st_mode & 0o777) for at, names, _ in os.walk(state) for name in names if name == "ann@home.example"]
tell(mode, ["0o700"], "her folder is hers alone")
got = client.deliver(letter("nobody"), "..@home.example")
tell((got[0][:3], verdict(last(folder)[0])), ("250", "inbox; unjudged=no-user"), "who cannot be a user gets it unjudged")

# --- harm ------------------------------------------------------------------------------------------------------

tell((client.deliver(harmed("crash", "koi8-r"), "ann@home.example", "bob@home.example")[0][:3], verdict(last(folder)[0])),
     ("250", "inbox; unjudged=crashed"), "a judge that crashes: handed on, unjudged")
tell(b"X-Heed-Seal" in last(folder)[0], False, "and not sealed")
began = time.time()
tell((client.deliver(harmed("hang", "koi8-u"), "ann@home.example")[0][:3], verdict(last(folder)[0])), ("250", "inbox; unjudged=timeout"),
     "a judge that hangs: handed on, unjudged")
tell(1.5 < time.time() - began < 10, True, "after two seconds")
tell([re.search(r"unjudged=(\S+)", line).group(1) for line in logged("hang")], ["timeout"], "and the log says so")

listener = child_of(pid)
other = begin(where, harmed("helper", "koi8-u"), "ann@home.example")
time.sleep(0.5) # it is with the worker by then, which waits for two seconds
for one in children(pid):
    if one != listener:
        os.kill(one, signal.SIGKILL)
tell((other.reply()[:3], verdict(last(folder)[0])), ("250", "inbox; unjudged=crashed"), "kill -9 of who has it judged: handed on, unjudged")

before = len(stored(folder))
other = begin(where, harmed("session", "koi8-u"), "ann@home.example")
wait_for(lambda: [one for one in children(pid) if one != listener and children(one)])
session = max(children(listener))
os.kill(session, signal.SIGKILL)
tell((other.reply(), len(stored(folder)) - before), ("", 0), "kill -9 of a session: no reply, and nothing was handed on")

before = len(stored(folder))
other = begin(where, harmed("listener", "koi8-u"), "ann@home.example")
wait_for(lambda: [one for one in children(pid) if one != listener and children(one)])
os.kill(listener, signal.SIGKILL)
tell((other.reply()[:3], len(stored(folder)) - before), ("250", 1), "kill -9 of the listener: what had begun ends well")

def again():
    try:
        return Client(where).greeting[:3] == "220"
    except OSError:
        return False
tell(bool(wait_for(again)), True, "and there is another")
client = Client(where)
tell(client.deliver(letter("anew"), "ann@home.example")[0][:3], "250", "that serves")
def sockets(process):
    return sorted(os.readlink("/proc/%d/fd/%s" % (process, fd)) for fd in os.listdir("/proc/%d/fd" % process)
                  if os.readlink("/proc/%d/fd/%s" % (process, fd)).startswith("socket:"))
newest = max(children(pid))
tell(bool(wait_for(lambda: len(sockets(newest)) <= 3)), True, "it has no end of the sockets where others hear their tasks")

other = begin(where, harmed("term", "koi8-u"), "ann@home.example")
listener = wait_for(lambda: [one for one in children(pid) if children(one)])[0]
os.kill(pid, signal.SIGHUP)
tell(bool(wait_for(lambda: set(children(pid)) - {listener})), True, "SIGHUP: another listener by the settings of now")
tell(other.reply()[:3], "250", "what had begun ends well")
idle = client.reply()
tell(idle[:3], "421", "who was idle is told to come again")
client = Client(where)
tell(client.deliver(letter("reloaded"), "ann@home.example")[0][:3], "250", "and is served")
