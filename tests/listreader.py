#!/usr/bin/env python3
"""The mailbox of somebody who writes to a public mailing list, as replay.py reads it: what she answered is known.

usage: listreader.py ARCHIVE [OUT --reader ADDRESS[,ADDRESS...]] [--since DAY] [--most N] [--direct] [--unproven]
ARCHIVE is an mbox, or the git directory of a public-inbox (one message a commit, in the file m). Without OUT it says who
answered most. Her mailbox begins with her first post (since YYYY-MM-DD) and has what others wrote until her last, N messages at most
(1,500); a message is wanted where she answered it. Her posts lie in OUT/sent. Of her ADDRESSES the first stands for all.
All times move by the same span, so that the last message is of yesterday. --direct: what names her in To or Cc reaches
her by itself, without the list's fields. The mail server says that each author and the list are who they say, unless --unproven."""
import argparse, collections, csv, email.parser, email.utils, json, mailbox, os, re, subprocess, tempfile, time

DROP = re.compile(rb"(?i)^(received|date|authentication-results|arc-[\w-]+|dkim-signature|x-heed[\w-]*|delivered-to|"
                  rb"return-path|status|x-status|content-length|lines|message-id):")
LIST = re.compile(rb"(?i)^(list-[\w-]+|mailing-list|precedence|x-mailing-list|x-mailman[\w-]*|x-beenthere|sender|errors-to):")


def raw_messages(archive):
    if os.path.isfile(archive):
        yield from (bytes(message) for message in mailbox.mbox(archive))
        return
    git = ["git", "--git-dir", archive]
    log = subprocess.run([*git, "rev-list", "--reverse", "HEAD"], capture_output=True, check=True, text=True).stdout
    asked = "".join(f"{rev}:m\n" for rev in log.split())
    with tempfile.TemporaryFile("w+") as file:
        file.write(asked)
        file.seek(0)
        with subprocess.Popen([*git, "cat-file", "--batch"], stdin=file, stdout=subprocess.PIPE) as objects:
            for line in objects.stdout:
                if not line.endswith(b" missing\n"):
                    yield objects.stdout.read(int(line.split()[2]))
                    objects.stdout.read(1)


def read(archive):
    seen, posts = set(), []
    for raw in raw_messages(archive):
        raw = raw.replace(b"\r\n", b"\n")
        head = email.parser.BytesHeaderParser().parsebytes(raw)
        ids = re.findall(r"<[^<>\s]+>", str(head["Message-ID"]))
        named = re.findall(r"<[^<>\s]+>", str(head["In-Reply-To"])) or re.findall(r"<[^<>\s]+>", str(head["References"]))[-1:]
        when = email.utils.parsedate_tz(str(head["Date"]))
        author = email.utils.parseaddr(str(head["From"]))[1].lower()
        if ids and when and "@" in author and ids[0] not in seen:
            seen.add(ids[0])
            to = [a.lower() for _, a in email.utils.getaddresses([str(head["To"]), str(head["Cc"])])]
            posts.append({"id": ids[0], "answers": named[0] if named else "", "ts": email.utils.mktime_tz(when),
                          "from": author, "to": to, "raw": raw})
    return sorted(posts, key=lambda post: post["ts"])


def stored(post, a, me, shift, names):
    head, _, body = post["raw"].partition(b"\n\n")
    head = re.sub(rb"(?i)\A>?From [^\n]*\n", b"", head)
    fields = re.split(rb"\n(?=[^ \t])", head)
    fields = [f for f in fields if not DROP.match(f) and not (a.direct and me in post["to"] and LIST.match(f))]
    rename = lambda f: re.sub(rb"<[^<>\s]+>", lambda m: names.get(m.group(0), m.group(0)), f)
    fields = [rename(f) if re.match(rb"(?i)(references|in-reply-to):", f) else f for f in fields]
    when, domain = email.utils.formatdate(post["ts"] + shift), post["from"].split("@")[1]
    of_list = re.search(rb"(?i)\nlist-id:[^\n]*<[^.>]*\.([\w.-]+)>", b"\n" + b"\n".join(fields)) # who hands it over
    via = of_list[1].decode() if of_list else domain
    for other in a.reader.split(",")[1:]:
        fields = [f.replace(other.encode(), me.encode()) if re.match(rb"(?i)(from|to|cc):", f) else f for f in fields]
    proof = f"mx.home.example; dmarc=pass header.from={domain}; spf=pass smtp.mailfrom={via}; dkim=pass header.d={domain}"
    top = [] if a.unproven else [f"Authentication-Results: {proof}".encode()]
    top += [f"Received: from mx.{via} by mx.home.example; {when}".encode(), f"Date: {when}".encode(),
            b"Message-ID: " + names.get(post["id"].encode(), post["id"].encode())]
    return b"\n".join(top + fields) + b"\n\n" + body


def write(posts, a):
    hers = a.reader.lower().split(",")
    me = hers[0]
    for post in posts:
        post["from"] = me if post["from"] in hers else post["from"]
        post["to"] = [me if to in hers else to for to in post["to"]]
    since = time.mktime(time.strptime(a.since, "%Y-%m-%d"))
    own = [i for i, post in enumerate(posts) if post["from"] == me and post["ts"] >= since]
    posts = posts[own[0]:own[-1] + 1]
    answer = {}
    for post in posts:
        if post["from"] == me:
            answer.setdefault(post["answers"], post["id"])
    others = [post for post in posts if post["from"] != me][:a.most]
    names = {answer[p["id"]].encode(): f"<re.{p['id'][1:]}".encode() for p in others if p["id"] in answer}
    shift = int(time.time()) // 86400 * 86400 - 86400 - others[-1]["ts"]
    os.makedirs(a.out + "/mail")
    os.makedirs(a.out + "/sent")
    for n, post in enumerate(p for p in posts if p["from"] == me and p["ts"] <= others[-1]["ts"]):
        with open(f"{a.out}/sent/{post['ts'] + shift}.{n:05d}", "wb") as file:
            file.write(stored(post, a, me, shift, names))
    with open(a.out + "/truth.tsv", "w") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow("n day ts mid kind brand from p engaged act attack".split())
        for n, post in enumerate(others):
            with open(f"{a.out}/mail/{n:05d}.eml", "wb") as mail:
                mail.write(stored(post, a, me, shift, names))
            yes, ts = post["id"] in answer, post["ts"] + shift
            table.writerow([n, ts // 86400, ts, post["id"][1:-1], "office", "", post["from"], int(yes), int(yes),
                            "reply" if yes else "delete", ""])
    with open(a.out + "/meta.json", "w") as file:
        json.dump({"seed": 1, "me": me, "name": "Reader", "live": 0, "total": len(others)}, file)
    print(len(others), "messages,", sum(p["id"] in answer for p in others), "answered,", (others[-1]["ts"] - others[0]["ts"]) // 86400, "days")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("archive")
    parser.add_argument("out", nargs="?")
    parser.add_argument("--reader")
    parser.add_argument("--since", default="1980-01-01")
    parser.add_argument("--most", type=int, default=1500)
    parser.add_argument("--direct", action="store_true")
    parser.add_argument("--unproven", action="store_true")
    a = parser.parse_args()
    posts = read(a.archive)
    if a.out:
        write(posts, a)
        return
    author = {post["id"]: post["from"] for post in posts}
    answers = collections.Counter(p["from"] for p in posts if author.get(p["answers"], p["from"]) != p["from"])
    print(*(f"{n:6d} answers  {who}" for who, n in answers.most_common(20)), sep="\n")


main()
