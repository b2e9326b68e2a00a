#!/usr/bin/env python3
"""What counting and a small online logistic model reach on mailboxes of listreader.py; outcomes are known a day later.

usage: listbase.py FOLDER...
Of the last two thirds, AUC and average precision of: the share of the author's mail that she answered so far; of the
thread's, begun at the author's; and replies_base.py's model (author, place among the recipients, recipients, lengths,
prefix, that share)."""
import collections, csv, email, email.utils, json, math, re, sys

LAG = 86400


def ranked(scores, answers):
    order, hits, area, precision, at = sorted(zip(scores, answers)), 0, 0, 0, 0
    positive, count = sum(answers), len(answers)
    while at < count:
        end = at
        while end < count and order[end][0] == order[at][0]:
            end += 1
        area += (at + 1 + end) / 2 * sum(y for _, y in order[at:end])
        at = end
    for rank, (_, y) in enumerate(reversed(order), 1):
        hits += y
        precision += y * hits / rank
    return (area - positive * (positive + 1) / 2) / (positive * (count - positive)), precision / positive


def read(folder):
    with open(folder + "/meta.json") as file:
        me = json.load(file)["me"]
    with open(folder + "/truth.tsv") as file:
        for t in csv.DictReader(file, delimiter="\t"):
            with open(f"{folder}/mail/{int(t['n']):05d}.eml", "rb") as file:
                head, _, body = file.read().decode("utf-8", "replace").partition("\n\n")
            h = email.message_from_string(head)
            to, cc = ([a.lower() for _, a in email.utils.getaddresses([str(h[f] or "")])] for f in ("To", "Cc"))
            place = f"to{min(to.index(me), 2)}" if me in to else f"cc{min(cc.index(me), 1)}" if me in cc else "none"
            author = str(h["From"]) if " via " in str(h["From"]) else t["from"]
            subject = " ".join(str(h["Subject"] or "").split())
            named = re.findall(r"<[^<>\s]+>", f"{h['References'] or ''} {h['In-Reply-To'] or ''}")
            features = ["", place, f"mixed {'mixed' in head}", f"body {len(body).bit_length()}", "author " + author,
                        f"subject {len(subject).bit_length()}", "prefix " + subject[:3].lower() * (subject[3:4] == " ")]
            features += ["with " + a for a in (to + cc)[:10]]
            yield int(t["ts"]), f"<{t['mid']}>", author, named, features, int(t["engaged"])


def measure(folder):
    authors, threads = (collections.defaultdict(lambda: [0, 0]) for _ in range(2))
    weight, square, root = collections.defaultdict(float), collections.defaultdict(float), {}
    every, waiting, scores, answers = [0, 0], collections.deque(), ([], [], []), []
    for ts, mid, author, named, features, y in read(folder):
        while waiting and waiting[0][0] + LAG <= ts:
            _, counts, x, was = waiting.popleft()
            for count in counts:
                count[0], count[1] = count[0] + 1, count[1] + was
            guess = 1 / (1 + math.exp(-max(-30, min(30, sum(weight[k] * v for k, v in x.items())))))
            for k, v in x.items():
                square[k] += ((guess - was) * v) ** 2
                weight[k] -= 0.3 * (guess - was) * v / math.sqrt(square[k] + 0.5)
        thread = root[mid] = next((root[n] for n in named if n in root), named[0] if named else mid)
        mean = (every[1] + 1) / (every[0] + 20)
        rate = (authors[author][1] + 3 * mean) / (authors[author][0] + 3)
        x = dict.fromkeys(features, 1.0) | {"rate": math.log(rate / (1 - rate))}
        for row, score in zip(scores, (rate, (threads[thread][1] + 2 * rate) / (threads[thread][0] + 2),
                                       sum(weight[k] * v for k, v in x.items()))):
            row.append(score)
        answers.append(y)
        waiting.append((ts, (authors[author], threads[thread], every), x, y))
    return [ranked(row[len(row) // 3:], answers[len(answers) // 3:]) for row in scores]


def main():
    print(f"{'':24s} {'author':14s} {'thread':14s} logistic")
    rows = [(folder.rstrip("/").split("/")[-1], measure(folder)) for folder in sys.argv[1:]]
    rows.append(("mean", [[sum(r[k][i] for _, r in rows) / len(rows) for i in (0, 1)] for k in range(3)]))
    for name, row in rows:
        print(f"{name:24s} " + " ".join(f"{auc:.4f} {precision:.3f}  " for auc, precision in row))


main()
