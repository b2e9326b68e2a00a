"""A mail server that tries again until each message has its 250, while a process of heed's is killed now and then, the
parent included, which is then started again. None may be lost, and of none may there be more copies than tries that were
cut off. usage: soak.py HEED-SOCKET STORE-FOLDER MESSAGES COMMAND...   prints what was found, for lmtp.t"""
import collections, glob, os, random, signal, subprocess, sys, threading, time
from lmtp import Client, letter
from processes import children
from protocol_lines import tell

where, folder, messages, command = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:]
to = ["ann@home.example", "bob@home.example", "new@home.example"]
lock, left, cut, refused, done = threading.Lock(), list(range(messages)), collections.Counter(), [], threading.Event()
server = None

def start():
    global server
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)

def tree(pid):
    below = children(pid)
    return below + [one for child in below for one in tree(child)]

def deliver(number):
    """Until all three have it; whoever had no answer may have it already."""
    waiting = list(to)
    while waiting:
        client = None
        try:
            client = Client(where)
            client.socket.settimeout(60)
            got = client.deliver(letter("soak%d" % number), *waiting)
            got += [""] * (len(waiting) - len(got))
        except OSError:
            got = [""] * len(waiting)
        finally:
            if client:
                client.close()
        again = []
        for address, reply in zip(waiting, got):
            if reply[:3] == "250" and reply[4:9] == "2.0.0":
                continue
            if reply[:1] == "5":
                refused.append(reply)
                continue
            again.append(address)
            if not reply or reply[:1] == "2" or reply[4:9] == "4.3.0": # of a Maildir it may be stored, and nobody say so
                with lock:
                    cut[number, address] += 1
        waiting = again
        if waiting:
            time.sleep(0.05)

def work():
    while True:
        with lock:
            if not left:
                return
            number = left.pop()
        deliver(number)

def kill():
    kills = 0
    while not done.wait(random.uniform(0.1, 0.5)):
        if server.poll() is not None:
            start()
            continue
        below = tree(server.pid)
        victim = random.choice(below + [server.pid]) if below else server.pid
        try:
            os.kill(victim, signal.SIGKILL)
            kills += 1
        except ProcessLookupError:
            pass
    return kills

random.seed(int(os.environ.get("SEED", "1")))
start()
killer = threading.Thread(target=kill)
killer.start()
workers = [threading.Thread(target=work) for _ in range(4)]
[worker.start() for worker in workers]
[worker.join() for worker in workers]
done.set()
killer.join()
if server.poll() is None:
    server.terminate()
    server.wait()
time.sleep(1)
copies = collections.Counter()

def count(name, addresses, line_end):
    text = open(name, "rb").read()
    at = text.find(b"Message-ID: <soak")
    if at >= 0:
        number = int(text[at + 17:].split(b"@")[0])
        whole = text[text.find(b"From: Jule"):] == letter("soak%d" % number).replace(b"\r\n", line_end)
        for address in addresses:
            copies[number, address] += 1 if whole else 1000

for name in glob.glob(folder + "/*.to"):
    count(name[:-3], open(name).read().split("\n")[1:-1], b"\r\n")
for address in to:
    for place in ("new", "cur"):
        for name in glob.glob("%s/%s/Maildir/%s/*" % (folder, address.partition("@")[0], place)):
            count(name, [address], b"\n")
lost = [(number, address) for number in range(messages) for address in to if not copies[number, address]]
more = [key for key, count in copies.items() if count > 1 + cut[key]]
tell((lost, more, refused), ([], [], []), "%d messages to three each, with kills: none lost or altered, none refused, second copies (%d) only of tries that were cut off (%d)"
     % (messages, sum(copies.values()) - messages * len(to), sum(cut.values())))
