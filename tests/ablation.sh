#!/bin/bash
# What each filter is worth: worlds and office workers' mailboxes of ../shared/eval replayed by tests/replay.py with each
# filter left out in turn. A filter that does not pay has no place here; doc/evaluation.md has a table.
# usage: tests/ablation.sh [SEED...]      (1 2 3; takes some minutes a seed)
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
eval=$root/../shared/eval
[ -d "$eval" ] || { echo "ablation: no $eval" >&2; exit 1; }
heed=$(readlink -f "${HEED:-$root/heed}")
work=$(mktemp -d "${TMPDIR:-/tmp}/heed-ablation.XXXXXX")
trap 'rm -rf "$work"' EXIT
[ $# -gt 0 ] || set -- 1 2 3

for seed; do
    python3 "$eval/world.py" "$seed" "$work/world$seed" --corpora "$root/../shared/corpora" > /dev/null
done
for worker in 0 1 2 3 4; do
    python3 "$eval/replies.py" "$worker" "$work/worker$worker" --data "$eval/replies.csv" --most 1500 > /dev/null
done
mailboxes=("$work"/*)
"$root/tests/replay.py" "$heed" "${mailboxes[@]}" --name "all filters"
for filter in $("$heed" filters --json | python3 -c 'import json,sys; print(*dict.fromkeys(r["filter"] for r in json.load(sys.stdin)))'); do
    "$root/tests/replay.py" "$heed" "${mailboxes[@]}" --without "$filter" --name "without $filter"
done
