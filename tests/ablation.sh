#!/bin/bash
# What each filter is worth: the worlds of ../shared/eval replayed by `heed backtest` with each filter left out in
# turn. A filter that does not pay has no place here.
# usage: tests/ablation.sh [SEED...]      (1 2 3; takes some minutes a seed)
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
eval=$root/../shared/eval
[ -d "$eval" ] || { echo "ablation: no $eval" >&2; exit 1; }
heed=$(readlink -f "${HEED:-$root/heed}")
work=$(mktemp -d "${TMPDIR:-/tmp}/heed-ablation.XXXXXX")
trap 'rm -rf "$work"' EXIT
seeds=("${@:-1 2 3}")
[ $# -gt 0 ] || seeds=(1 2 3)

for seed in "${seeds[@]}"; do
    python3 "$eval/world.py" "$seed" "$work/world$seed" --corpora "$root/../shared/corpora" > /dev/null
    python3 - "$work/world$seed" "$work/home$seed" <<'EOF'
# The whole world as she would have left it without heed: indexed, and tagged with what she did.
import csv, json, os, shutil, subprocess, sys
world, home = sys.argv[1:]
mail = home + "/Mail"
meta = json.load(open(world + "/meta.json"))
truth = list(csv.DictReader(open(world + "/truth.tsv"), delimiter="\t"))
for sub in ("cur", "new", "tmp", "../config/heed"):
    os.makedirs(f"{mail}/{sub}")
open(home + "/notmuch-config", "w").write(
    f"[database]\npath={mail}\n[user]\nname={meta['name']}\nprimary_email={meta['me']}\n[new]\ntags=unread;inbox\n")
open(home + "/config/heed/config", "w").write("[trust]\nauthserv-id=mx.home.example\n")
env = dict(os.environ, HOME=home, NOTMUCH_CONFIG=home + "/notmuch-config")
for t in truth:
    shutil.copy(f"{world}/mail/{int(t['n']):05d}.eml", f"{mail}/cur/{t['ts']}.{t['n']}.home:2,")
subprocess.run(["notmuch", "new", "--quiet"], env=env, check=True)
tags = {"open": "-unread", "reply": "-unread +replied", "flag": "-unread +flagged", "delete": "+deleted", "expunge": "+deleted"}
batch = "\n".join(f"{tags[t['act']]} -- id:{t['mid']}" for t in truth if t["act"] in tags)
subprocess.run(["notmuch", "tag", "--batch"], env=env, input=batch.encode(), check=True)
EOF
done

row() { # row NAME: mean over the seeds, measured against the truth on the live part
    python3 - "$1" "$heed" "$eval" "$work" "${seeds[@]}" <<'EOF'
import csv, json, os, subprocess, sys
name, heed, where, work, *seeds = sys.argv[1:]
sys.path.insert(0, where)
from score import metrics
out = []
for seed in seeds:
    home, world = f"{work}/home{seed}", f"{work}/world{seed}"
    env = dict(os.environ, HOME=home, NOTMUCH_CONFIG=home + "/notmuch-config", XDG_CONFIG_HOME=home + "/config",
               XDG_STATE_HOME=home + "/state")
    without = [] if name == "all" else ["--without", name]
    judged = {m["id"]: m for m in json.loads(subprocess.run([heed, "backtest", "--json", *without], env=env, check=True,
              capture_output=True).stdout)["messages"]}
    truth = list(csv.DictReader(open(world + "/truth.tsv"), delimiter="\t"))[json.load(open(world + "/meta.json"))["live"]:]
    rows = [(float(t["p"]), t["attack"], judged[t["mid"]]["useful"], judged[t["mid"]]["demoted"]) for t in truth if t["mid"] in judged]
    m = metrics(rows)
    bins = {}
    for p, attack, useful, _ in rows:
        if not attack:
            b = bins.setdefault(min(9, int(useful / 10)), [0, 0, 0])
            b[0] += useful / 100; b[1] += p; b[2] += 1
    m["ece"] = sum(abs(b[0] - b[1]) for b in bins.values()) / sum(b[2] for b in bins.values())
    out.append(m)
mean = lambda k: sum(m[k] for m in out) / len(out)
print(f"{'without ' + name if name != 'all' else 'all filters':28s} AUC {mean('auc'):.4f}  lost@80 {100*mean('lost_at80'):5.2f}%  "
      f"lost@90 {100*mean('lost_at90'):5.2f}%  demoted: wanted {100*mean('wanted_lost'):5.2f}%, noise {100*mean('noise_removed'):5.1f}%  "
      f"calibration {mean('ece'):.3f}", flush=True)
EOF
}

row all
for filter in $("$heed" filters --json | python3 -c 'import json,sys; print(*dict.fromkeys(r["filter"] for r in json.load(sys.stdin)))'); do
    row "$filter"
done
