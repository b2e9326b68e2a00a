"""Users who turn heed off or to headers only while heed lmtp runs, by a command and by a line of their own, and rules of the
site that always hold. Prints as protocol.py does. bob never reads what the shop sends.
usage: policy.py HEED-SOCKET STORE-FOLDER STATE SITE-FOLDER HOMES HEED..."""
import os, subprocess, sys
from lmtp import Client, letter, offer, verdict
from protocol_lines import *

where, folder, state, site, homes, *heed = sys.argv[1:]
client = Client(where)
BOB = "bob@home.example"
settings = os.path.join(homes, "bob/.config/heed/config")

def command(*words):
    done = subprocess.run([*heed, "user", BOB, *words], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    return done.returncode, done.stdout + done.stderr

def place(name, *to, message=None):
    """What the header says for bob, by the file that he is a recipient of."""
    before = len(stored(folder))
    client.deliver(message or offer(name), *(to or (BOB,)))
    for one in stored(folder)[before:]:
        if BOB in open(one).read().split("\n"):
            return verdict(open(one[:-3], "rb").read())

def sealed():
    return b"\r\nX-Heed-Seal: " in last(folder)[0].split(b"\r\n\r\n")[0]

tell(place("on"), "later", "by his history bob has the offer in later")
tell(command("headers")[0], 0, "heed user bob headers")
tell((place("headers"), sealed()), ("inbox; would=later", True), "it stays in the inbox, its header says where it would be, sealed")
tell(wait_for(lambda: book_of(state, BOB, "select placement from message where id = 'headers@test.example'")), [(1,)],
     "the book has it in the inbox: that it lies there is no gesture")
tell(command("mode"), (0, "headers\n"), "heed user bob mode says it")
tell("[user] mode is headers" in command("why", "id:1@shop.example")[1], True, "and so does why")
tell(command("off")[0], 0, "heed user bob off")
tell(place("off"), None, "no header")
forged = offer("forged").replace(b"From: Shop", b"X-Heed: suspect\r\nX-Heed-Seal: v=2\r\nFrom: Shop")
tell((place("forged", message=forged), b"X-Heed" in last(folder)[0]), (None, False), "nor what somebody wrote that looks like one")
tell(place("both", "ann@home.example", BOB), None, "nor where another recipient has one")
tell([verdict(open(one[:-3], "rb").read()) for one in stored(folder)[-2:] if "ann@home.example" in open(one).read()], ["priority"], "who has it")
tell(command("on")[0], 0, "heed user bob on")
tell(place("again"), "later", "as before")
tell(wait_for(lambda: book_of(state, BOB, "select count(*) from message where id = 'again@test.example'") == [(1,)]), True, "the book has that")
tell(book_of(state, BOB, "select count(*) from message where id = 'off@test.example'"), [(0,)], "and not what was not judged")
tell(open(settings).read().count("mode"), 1, "there is one line of it in his settings")

with open(settings, "w") as file:
    file.write("# mine\n[placement]\nlater = 18\n[user]\nname = Bob\nmode = off\n")
tell(place("own"), None, "by a line of his own")
command("headers")
tell(open(settings).read(), "# mine\n[placement]\nlater = 18\n[user]\nname = Bob\nmode=headers\n", "a command changes that line alone")
with open(settings, "w") as file:
    file.write("[user]\nmode = of\n")
tell((place("mistaken"), "\"of\" is neither on, headers nor off" in command("check")[1]), ("later", True), "a mistake changes nothing, and is told")

plain = open(site + "/config").read()
with open(site + "/config", "w") as file:
    file.write(plain.replace("[site]", "[site]\nfinal = user.mode", 1))
with open(settings, "w") as file:
    file.write("[user]\nmode = off\n")
tell(place("final"), "later", "the site lets nobody turn it off: his line counts for nothing")
code, said = command("off")
tell((code, "mode is final" in said), (1, True), "and the command says so")
with open(site + "/config", "a") as file:
    file.write("[group none]\nmembers = bob@home.example\nuser.mode = off\n")
tell(place("group"), None, "it can do so itself, for a group")
with open(site + "/config", "w") as file:
    file.write(plain)
os.remove(settings)

archive = homes + "/bob.tar"
with open(archive, "wb") as file:
    tell(subprocess.run([*heed, "user", BOB, "export", "-"], stdout=file).returncode, 0, "heed user bob export -")
entries = "select id, placement, outcome from message order by id"
known = book_of(state, BOB, entries)
tell((command("erase", "--yes")[0], place("forgotten")), (0, "inbox"), "he is forgotten: the offer is in the inbox")
wait_for(lambda: book_of(state, BOB, "select count(*) from message") == [(1,)])
tell(command("import", archive)[0], 1, "what is known by now is not replaced unasked")
tell((command("import", "--replace", archive)[0], book_of(state, BOB, entries) == known, place("moved")), (0, True, "later"),
     "imported: as before, for a worker that is warm, too")

with open(os.path.dirname(settings) + "/rules", "w") as file:
    file.write("from shop.example -> priority +mine stop\n")
tell(place("mine"), "priority", "a rule of his own")
with open(site + "/rules", "w") as file:
    file.write("always from shop.example -> suspect\nfrom shop.example -> later\n")
tell(place("always"), "suspect", "a rule of the site that always holds goes before it")
with open(os.path.dirname(settings) + "/rules", "w") as file:
    file.write("always from shop.example -> priority\n")
tell(place("always mine"), "suspect", "which nobody can outdo by that word")
os.remove(site + "/rules")
os.remove(os.path.dirname(settings) + "/rules")
