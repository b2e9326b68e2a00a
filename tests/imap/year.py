"""Lives a made-up world (tests/world.t says where they come from) as a reader who uses IMAP only: mail comes by `heed
deliver`, what she did with it each evening is done at a Dovecot, then comes `heed sync`. Tells how well she was served.
usage: year.py HEED PORT WORLD [DAYS]   WORLD: a folder with meta.json, truth.tsv and mail/; DAYS of its live part
As the replay by notmuch's tags does, it finds half of what she wanted out of Later again, by chance."""
import csv, imaplib, itertools, json, os, random, re, shutil, subprocess, sys

heed, port, world = sys.argv[1], int(sys.argv[2]), sys.argv[3]
most_days = int((sys.argv + ["100000"])[4])
home = os.environ["HOME"]
mail = home + "/Maildir"
meta = json.load(open(world + "/meta.json"))
rows = list(csv.DictReader(open(world + "/truth.tsv"), delimiter="\t"))
past, live = rows[:meta["live"]], rows[meta["live"]:]
rng = random.Random(meta["seed"])
FLAGS = {"open": "\\Seen", "reply": "\\Seen \\Answered", "flag": "\\Seen \\Flagged"}


def run(*argv, stdin=b""):
    done = subprocess.run(argv, input=stdin, capture_output=True)
    if done.returncode:
        sys.exit(f"{argv}: {done.returncode} {done.stdout.decode()}{done.stderr.decode()}")


def want(answer):
    if answer[0] != "OK":
        sys.exit(f"IMAP: {answer}")
    return answer[1]


server = imaplib.IMAP4("127.0.0.1", port)
server.login("reader", "secret")
seen = {} # folder: the last UID that was asked for
uids = {} # Message-ID: (folder, UID), of what came since
verdicts = {}


def look_into(folder):
    want(server.select(folder))
    said = want(server.uid("FETCH", f"{seen.get(folder, 0) + 1}:*", "(BODY.PEEK[HEADER.FIELDS (MESSAGE-ID X-HEED)])"))
    for head, fields in filter(lambda part: isinstance(part, tuple), said):
        uid = int(re.search(rb"UID (\d+)", head)[1])
        name = re.search(r"(?mi)^message-id:\s*<([^>]*)>", fields.decode())[1]
        seen[folder] = max(uid, seen.get(folder, 0))
        uids[name] = folder, uid
        verdict = re.search(r"(?mi)^x-heed: (\w+);[^\n]*?useful=([\d.]+)", fields.decode().replace("\r\n ", " "))
        verdicts[name] = verdict and (verdict[1], float(verdict[2]))


def act(row):
    """One gesture, in the folder where the letter lies."""
    (folder, uid), does = uids[row["mid"]], row["act"]
    if folder != "INBOX": # put away: half of what she wanted is found, and taken back
        if does not in FLAGS or not int(row["engaged"]) or rng.random() >= .5:
            return
    elif does == "ignore":
        return
    if does in FLAGS or does == "expunge":
        want(server.uid("STORE", str(uid), "+FLAGS", f"({FLAGS.get(does, chr(92) + 'Deleted')})"))
    if does == "expunge":
        want(server.uid("EXPUNGE", str(uid)))
    elif does == "delete" or folder != "INBOX":
        want(server._simple_command("UID", "MOVE", str(uid), "Trash" if does == "delete" else "INBOX"))


def evening(day):
    for folder in "INBOX", "Later", "Suspect":
        look_into(folder)
        for row in day:
            if uids.get(row["mid"], ("",))[0] == folder and verdicts[row["mid"]] is None:
                sys.exit(f"{row['mid']} in {folder} has no verdict")
    lost = [row["mid"] for row in day if row["mid"] not in uids]
    if lost:
        sys.exit(f"lost: {lost}")
    folders = {row["mid"]: uids[row["mid"]][0] for row in day}
    for row in day: # chance is asked in the order of the day
        if server_folder[0] != folders[row["mid"]]:
            server_folder[0] = folders[row["mid"]]
            want(server.select(server_folder[0]))
        act(row)
    server_folder[0] = None
    run(heed, "sync")


def figures(judged):
    """(probability that she wants it, usefulness, put away) of what is no attack: AUC, wanted lost, noise removed."""
    wanted, noise = sum(p for p, _, _ in judged), sum(1 - p for p, _, _ in judged)
    area = below = 0
    for _, group in itertools.groupby(sorted(judged, key=lambda row: row[1]), key=lambda row: row[1]):
        group = [p for p, _, _ in group]
        area += sum(group) * (below + (len(group) - sum(group)) / 2)
        below += len(group) - sum(group)
    return (area / wanted / noise, 100 * sum(p for p, _, away in judged if away) / wanted,
            100 * sum(1 - p for p, _, away in judged if away) / noise)


server_folder = [None]
for name in "Trash", "Junk", "Later", "Suspect":
    want(server.create(name))
kept = [row for row in past if row["act"] != "expunge"]
for row in kept:
    shutil.copy(f"{world}/mail/{int(row['n']):05d}.eml", f"{mail}/cur/{row['ts']}.{row['n']}.home:2,")
look_into("INBOX")
for does in "open", "reply", "flag", "delete":
    group = [str(uids[row["mid"]][1]) for row in kept if row["act"] == does]
    for some in (",".join(group[at:at + 200]) for at in range(0, len(group), 200)):
        want(server.uid("STORE", some, "+FLAGS", f"({FLAGS[does]})") if does in FLAGS else
             server._simple_command("UID", "MOVE", some, "Trash"))
server.unselect()
os.makedirs(home + "/.config/heed", exist_ok=True)
with open(home + "/.config/heed/config", "w") as file:
    file.write(f"[trust]\nauthserv-id=mx.home.example\n[history]\nmaildir={mail}\n[user]\naddresses={meta['me']}\n"
               f"name={meta['name']}\n[folders]\nlater=Later\nsuspect=Suspect\n")
run(heed, "init")
run(heed, "sync")

days = [list(day) for _, day in itertools.groupby(live, key=lambda row: row["day"])][:most_days]
for day in days:
    for row in day:
        run(heed, "deliver", stdin=open(f"{world}/mail/{int(row['n']):05d}.eml", "rb").read())
    evening(day)
judged = [(float(row["p"]), verdicts[row["mid"]][1], verdicts[row["mid"]][0] in ("later", "suspect"))
          for day in days for row in day if not row["attack"]]
print("%d letters on %d days by IMAP: AUC %.4f, wanted lost %.2f %%, noise removed %.1f %%"
      % (len(judged), len(days), *figures(judged)))
