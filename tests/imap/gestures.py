"""What a reader does by IMAP, in one of several ways; prints how each gesture was understood, one JSON object.
usage: gestures.py HEED PORT WAY   WAY: move, copy (COPY, then EXPUNGE), pull (heed follows a Maildir that mbsync fetches),
push (she moves files in mbsync's Maildir, heed follows the server's), offlineimap (as pull), notmuch (she tags and moves
files in the server's Maildir, and notmuch makes flags of her tags), store (as move; heed asks the server, as for a site)"""
import email.utils, glob, imaplib, json, os, sqlite3, subprocess, sys, time

heed, port, way = sys.argv[1], int(sys.argv[2]), sys.argv[3]
home = os.environ["HOME"]
user = "reader@home.example" if way == "store" else "reader"
verb = [heed, "user", user] if way == "store" else [heed]
local = f"{home}/phone" if way in ("pull", "push", "offlineimap") else None
followed = local if way in ("pull", "offlineimap") else f"{home}/Maildir"
FOLDERS = {"Trash": "trash", "Junk": "junk", "Archive": "archive", "Birds": "birds", "Later": "later"}
# name: (where it begins, where to, flags)
GESTURES = {"opened": ("INBOX", None, ["\\Seen"]), "answered": ("INBOX", None, ["\\Seen", "\\Answered"]),
            "forwarded": ("INBOX", None, ["\\Seen", "$Forwarded"]), "flagged": ("INBOX", None, ["\\Flagged"]),
            "binned": ("INBOX", "Trash", []), "readbinned": ("INBOX", "Trash", ["\\Seen"]),
            "junked": ("INBOX", "Junk", ["\\Seen"]), "filed": ("INBOX", "Birds", ["\\Seen"]),
            "archived": ("INBOX", "Archive", []), "aside": ("INBOX", "Later", []),
            "unjunked": ("Junk", "INBOX", ["\\Seen"]), "rescued": ("Later", "INBOX", ["\\Seen"]),
            "emptied": ("Later", "Trash", []), "expunged": ("INBOX", "", []), "kept": ("INBOX", None, [])}


def run(*argv, check=True):
    done = subprocess.run(argv, capture_output=True, text=True)
    if check and done.returncode:
        sys.exit(f"{argv}: {done.returncode} {done.stdout}{done.stderr}")
    return done


def letter(name):
    return (f"Received: from a by mx.home.example; {email.utils.formatdate(time.time() - 300)}\nFrom: Toni <toni@{name}.example>\n"
            f"To: reader@home.example\nSubject: Saturday?\nDate: {email.utils.formatdate(time.time() - 300)}\n"
            f"Message-ID: <{name}@x.example>\n\nHello,\nsee you soon.\n").encode()


server = imaplib.IMAP4("127.0.0.1", port)
server.login(user, "secret")
for folder in [*FOLDERS, "Suspect"]: # which heed makes; mbsync is to find it there, too
    server.create(folder)
    server.subscribe(folder)
for name, (begins, _, _) in GESTURES.items():
    server.append(begins, None, None, letter(name).replace(b"\n", b"\r\n"))

if way in ("pull", "push"):
    os.makedirs(local, exist_ok=True)
    with open(home + "/.mbsyncrc", "w") as file:
        file.write(f"IMAPStore far\nHost 127.0.0.1\nPort {port}\nUser reader\nPass secret\nSSLType None\nAuthMechs LOGIN\n\n"
                   f"MaildirStore near\nPath {local}/\nInbox {local}/INBOX\nSubFolders Verbatim\n\n"
                   "Channel all\nFar :far:\nNear :near:\nPatterns *\nCreate Near\nExpunge Both\nSync All\nSyncState *\n")
elif way == "offlineimap":
    with open(home + "/.offlineimaprc", "w") as file:
        file.write("[general]\naccounts = a\nui = quiet\n[Account a]\nlocalrepository = l\nremoterepository = r\n"
                   f"[Repository l]\ntype = Maildir\nlocalfolders = {local}\n[Repository r]\ntype = IMAP\nremotehost = 127.0.0.1\n"
                   f"remoteport = {port}\nremoteuser = reader\nremotepass = secret\nssl = no\nstarttls = no\n")
elif way == "notmuch":
    with open(home + "/.notmuch-config", "w") as file:
        file.write(f"[database]\npath={followed}\n[user]\nname=Reader\nprimary_email=reader@home.example\n"
                   "[new]\ntags=unread;inbox\n[maildir]\nsynchronize_flags=true\n")


def carry():
    if way == "notmuch":
        run("notmuch", "new", "--quiet")
    elif way in ("pull", "push"):
        run("mbsync", "-a")
    elif way == "offlineimap":
        run("offlineimap", "-o")


carry()
os.makedirs(home + "/.config/heed", exist_ok=True)
if way != "store": # whose settings are the site's
    with open(home + "/.config/heed/config", "w") as file: # later here means nothing but the folder
        file.write(f"[history]\nmaildir={followed}\n[user]\naddresses=reader@home.example\n[folders]\nlater=Later\nsuspect=Suspect\n")
    run(heed, "init")
run(*verb, "sync")


def by_imap(name, begins, to, flags):
    server.select(begins)
    number = server.search(None, "HEADER", "Message-ID", f"<{name}@x.example>")[1][0].split()[0]
    if flags:
        server.store(number, "+FLAGS", "(" + " ".join(flags) + ")")
    if to and way == "copy":
        server.copy(number, to)
    elif to:
        server._simple_command("MOVE", number, to)
    if to == "" or (to and way == "copy"):
        server.store(number, "+FLAGS", "(\\Deleted)")
        server.expunge()


def by_file(name, begins, to, flags):
    path, = [p for p in glob.glob(f"{local}/{begins}/[cn]*/*") if f"<{name}@x" in open(p).read()]
    letters = "".join(sorted({"\\Seen": "S", "\\Answered": "R", "$Forwarded": "P", "\\Flagged": "F"}[flag] for flag in flags))
    base = os.path.basename(path).partition(":")[0]
    if to == "":
        os.unlink(path)
    elif to is None:
        os.rename(path, f"{local}/{begins}/cur/{base}:2,{letters}")
    else:
        os.rename(path, f"{local}/{to}/cur/{base.partition(',U=')[0]}:2,{letters}")


def by_tag(name, begins, to, flags):
    tags = {"\\Seen": "-unread", "\\Answered": "+replied", "$Forwarded": "+passed", "\\Flagged": "+flagged"}
    if flags:
        run("notmuch", "tag", *(tags[flag] for flag in flags), "--", f"id:{name}@x.example")
    path = run("notmuch", "search", "--output=files", f"id:{name}@x.example").stdout.strip()
    if to == "":
        os.unlink(path)
    elif to:
        os.rename(path, f"{followed}/{'' if to == 'INBOX' else '.' + to}/cur/{os.path.basename(path)}")


for name, (begins, to, flags) in GESTURES.items():
    {"push": by_file, "notmuch": by_tag}.get(way, by_imap)(name, begins, to, flags)
carry()
carry()
for _ in range(3):
    said = run(*verb, "sync", "-v").stdout
    time.sleep(1)
if local: # what may be under way has arrived ten minutes later
    said = run("faketime", "-f", "+15m", heed, "sync", "-v").stdout
book = sqlite3.connect(glob.glob(home + ("/state/*/*/state/book.db" if way == "store" else "/.local/state/heed/book.db"))[0])
names = "undecided answered forwarded flagged opened filed rescued demoted ignored deleted-unread deleted-read".split()
print(json.dumps({row[0].partition("@")[0]: names[row[1]] for row in book.execute("SELECT id, outcome FROM message")}))
