#!/usr/bin/env python3
"""One mailbox of ../shared/corpora/spamassassin (3,250 messages of 2002), as replay.py reads it, and what counting reaches.

usage: corpusbox.py CORPUS OUT [--opens ham|lists|authors|threads|mixed] [--draw WORD]
In order of time, moved so that the last message is of yesterday; the server's Received is anew, other fields are as
they are. She opens all ham, or that of every second list, author or thread (WORD draws which), or in every second list
that of every second author or thread; of spam and the rest she opens nothing, and leaves it lying (ham: deletes it).
Prints the AUC of the share of the author's mail that she opened so far, outcomes known a day later, over the last two
thirds."""
import argparse, collections, csv, email, email.utils, hashlib, json, os, re, time

DROP = re.compile(rb"(?i)(received|date|message-id|delivered-to|return-path|x-status|status):")


def read(corpus):
    for folder in ("easy-ham-1", "hard-ham-1", "spam-1"):
        for name in sorted(os.listdir(f"{corpus}/{folder}")):
            with open(f"{corpus}/{folder}/{name}", "rb") as file:
                raw = re.sub(rb"\A>?From [^\n]*\n", b"", file.read().replace(b"\r\n", b"\n"))
            head, _, body = raw.partition(b"\n\n")
            fields = email.message_from_bytes(head + b"\n\n")
            for text in ((fields.get_all("Received") or [""])[0].rpartition(";")[2], fields["Date"] or ""):
                when = email.utils.parsedate_tz(str(text))
                if when and when[0] in (2001, 2002):
                    yield email.utils.mktime_tz(when), folder != "spam-1", head, body, fields
                    break


def auc(scores, wanted):
    order, at, area, yes = sorted(zip(scores, wanted)), 0, 0, sum(wanted)
    while at < len(order):
        end = at
        while end < len(order) and order[end][0] == order[at][0]:
            end += 1
        area += (at + 1 + end) / 2 * sum(y for _, y in order[at:end])
        at = end
    return (area - yes * (yes + 1) / 2) / (yes * (len(order) - yes))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus")
    parser.add_argument("out")
    parser.add_argument("--opens", default="ham", choices="ham lists authors threads mixed".split())
    parser.add_argument("--draw", default="a")
    a = parser.parse_args()
    drawn = lambda text: hashlib.md5((a.draw + text).encode("utf8", "replace")).digest()[0] & 1
    mails = sorted(read(a.corpus), key=lambda mail: mail[0])
    shift = int(time.time()) // 86400 * 86400 - 86400 - mails[-1][0]
    os.makedirs(a.out + "/mail")
    count, every, waiting = collections.defaultdict(lambda: [0, 0]), [0, 0], collections.deque()
    scores, wanted = [], []
    with open(a.out + "/truth.tsv", "w") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow("n day ts mid kind brand from p engaged act attack".split())
        for n, (ts, ham, head, body, fields) in enumerate(mails):
            author, subject = email.utils.parseaddr(str(fields["From"] or ""))[1].lower(), str(fields["Subject"] or "")
            tag = re.search(r"<([^>]*)>", str(fields["List-Id"] or "")) or re.search(r"\[([^\]]+)\]", subject)
            of = {"lists": drawn(tag[1] if tag else ""), "authors": drawn(author), "ham": 1,
                  "threads": drawn(re.sub(r"(?i)^((re|fwd?):\s*|\[[^\]]*\]\s*)+", "", subject).strip().lower())}
            of["mixed"] = of["lists"] and (of["authors"] or of["threads"])
            yes, when = int(ham and bool(of[a.opens])), email.utils.formatdate(ts + shift)
            kept = [f for f in re.split(rb"\n(?=[^ \t])", head) if not DROP.match(f)]
            top = (f"Received: from mx.sender.example by mx.home.example; {when}\nDate: {when}\n"
                   f"Message-ID: <{n}@corpus.example>")
            with open(f"{a.out}/mail/{n:05d}.eml", "wb") as mail:
                mail.write(b"\n".join([top.encode(), *kept]) + b"\n\n" + body)
            act = "open" if yes else "delete" if a.opens == "ham" else "ignore"
            table.writerow([n, (ts + shift) // 86400, ts + shift, f"{n}@corpus.example", "office", "", author, yes, yes,
                            act, ""])
            while waiting and waiting[0][0] + 86400 <= ts:
                _, one, was = waiting.popleft()
                for c in (one, every):
                    c[0], c[1] = c[0] + 1, c[1] + was
            scores.append((count[author][1] + 2 * (every[1] + 1) / (every[0] + 2)) / (count[author][0] + 2))
            wanted.append(yes)
            waiting.append((ts, count[author], yes))
    with open(a.out + "/meta.json", "w") as file:
        json.dump({"seed": 1, "me": "reader@home.example", "name": "Reader", "live": 0, "total": len(mails)}, file)
    third = len(mails) // 3
    print(f"{len(mails)} messages, {sum(wanted)} opened; counting by author: AUC {auc(scores[third:], wanted[third:]):.4f}")


main()
