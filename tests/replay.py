#!/usr/bin/env python3
"""Mailboxes of ../shared/eval replayed by `heed backtest`, everything predicted before it is learned from, and measured.

usage: replay.py HEED FOLDER... [--cold] [--without FILTER[,FILTER]]
FOLDER is what world.py or replies.py wrote; beside it, in FOLDER.home, the mail is indexed as she would have left it
without heed. Of a world its live part is measured against the true probabilities (--cold: with no history before it), of
an office worker's mailbox the last two thirds against what was answered. Prints a line for each, and the means."""
import argparse, csv, email.utils, json, os, shutil, subprocess, sys

SHARED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../shared/eval")
sys.path.insert(0, SHARED)
sys.dont_write_bytecode = True
from score import metrics

TAGS = {"open": "-unread", "reply": "-unread +replied", "flag": "-unread +flagged", "delete": "+deleted", "expunge": "+deleted"}


def make_home(folder, home, meta, truth, works):
    mail = home + "/Mail"
    for sub in ("cur", "new", "tmp", "sent/cur", "sent/new", "sent/tmp", "../config/heed"):
        os.makedirs(f"{mail}/{sub}")
    with open(home + "/notmuch-config", "w") as file:
        file.write(f"[database]\npath={mail}\n[user]\nname={meta['name']}\nprimary_email={meta['me']}\n[new]\ntags=unread;inbox\n")
    with open(home + "/config/heed/config", "w") as file:
        file.write("[trust]\nauthserv-id=mx.home.example\n")
    for t in truth:
        shutil.copy(f"{folder}/mail/{int(t['n']):05d}.eml", f"{mail}/cur/{t['ts']}.{t['n']}.home:2,")
        if works and t["act"] == "reply" and not os.path.isdir(folder + "/sent"):
            when = int(t["ts"]) + 600
            with open(f"{mail}/sent/cur/{when}.{t['n']}.home:2,S", "w") as file:
                file.write(f"From: {meta['name']} <{meta['me']}>\nTo: {t['from']}\nSubject: Re: that\n"
                           f"Date: {email.utils.formatdate(when)}\nMessage-ID: <re.{t['mid']}>\n"
                           f"In-Reply-To: <{t['mid']}>\nReferences: <{t['mid']}>\n\nYes.\n")
    for name in os.listdir(folder + "/sent") if os.path.isdir(folder + "/sent") else []: # of listreader.py
        shutil.copy(f"{folder}/sent/{name}", f"{mail}/sent/cur/{name}.home:2,S")
    env = dict(os.environ, HOME=home, NOTMUCH_CONFIG=home + "/notmuch-config")
    subprocess.run(["notmuch", "new", "--quiet"], env=env, check=True)
    batch = "\n".join(f"{TAGS[t['act']]} -- id:{t['mid']}" for t in truth if t["act"] in TAGS)
    subprocess.run(["notmuch", "tag", "--batch"], env=env, input=batch.encode(), check=True)


def replay(heed, folder, cold, without):
    with open(folder + "/meta.json") as file:
        meta = json.load(file)
    with open(folder + "/truth.tsv") as file:
        truth = list(csv.DictReader(file, delimiter="\t"))
    works = truth[0]["kind"] == "office"
    live = truth[len(truth) // 3:] if works else truth[meta["live"]:]
    home = folder.rstrip("/") + (".cold" if cold else ".home")
    if not os.path.exists(home):
        make_home(folder, home, meta, live if cold and not works else truth, works)
    env = dict(os.environ, HOME=home, NOTMUCH_CONFIG=home + "/notmuch-config", XDG_CONFIG_HOME=home + "/config",
               XDG_STATE_HOME=home + "/state")
    out = subprocess.run([heed, "backtest", "--json", *(["--without", without] if without else [])], env=env, check=True,
                         capture_output=True).stdout
    judged = {m["id"]: m for m in json.loads(out)["messages"]}
    rows = [(float(t["p"]), t["attack"], judged[t["mid"]]["useful"], judged[t["mid"]]["demoted"])
            for t in live if t["mid"] in judged]
    return works, rows


def measure(works, rows):
    m = metrics(rows)
    bins = {}
    for p, attack, useful, _ in rows:
        if not attack:
            b = bins.setdefault(min(9, int(useful / 10)), [0, 0])
            b[0] += useful / 100
            b[1] += p
    count = sum(not attack for _, attack, _, _ in rows)
    m["ece"] = sum(abs(b[0] - b[1]) for b in bins.values()) / count
    if works: # average precision: the mean, over those answered, of the share answered down to their rank
        hits, total = 0, 0
        for rank, (p, *_) in enumerate(sorted(rows, key=lambda r: -r[2]), 1):
            hits += p
            total += hits / rank if p else 0
        m["ap"] = total / hits
    return m


def line(name, m):
    ap = f"  average precision {m['ap']:.3f}" if "ap" in m else f"  lost@80 {100 * m['lost_at80']:5.2f}%  lost@90 {100 * m['lost_at90']:5.2f}%"
    print(f"{name:24s} AUC {m['auc']:.4f}{ap}  demoted: wanted {100 * m['wanted_lost']:5.2f}%, noise "
          f"{100 * m['noise_removed']:5.1f}%  calibration {m['ece']:.3f}", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("heed")
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--cold", action="store_true")
    parser.add_argument("--without")
    parser.add_argument("--name", help="print the means alone, under this name")
    a = parser.parse_args()
    groups = {}
    for folder in a.folders:
        works, rows = replay(os.path.abspath(a.heed), folder, a.cold, a.without)
        m = measure(works, rows)
        groups.setdefault("workers" if works else "worlds", []).append(m)
        if not a.name:
            line(os.path.basename(folder.rstrip("/")), m)
    for group, ms in groups.items():
        if a.name or len(ms) > 1:
            keys = [k for k in ms[0] if all(isinstance(m.get(k), (int, float)) for m in ms)]
            line(f"{a.name or 'mean'}, {group}", {k: sum(m[k] for m in ms) / len(ms) for k in keys})


main()
