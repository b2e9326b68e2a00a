#!/bin/bash
# A site of many users behind heed lmtp, and a store that is a stand-in: memory (PSS of all of heed's processes, in MiB) and
# processes before, while each user gets a message, and when the last is long gone; then 500 messages to one of them in half
# a minute, how often the book was committed for them, and what somebody else's mail waited beside them.
# usage: crowd.sh [USERS [SESSIONS]]
. "$(dirname "$0")/../lib.sh"
people=${1:-5000} sessions=${2:-20}
. "$root/tests/lmtp/between.sh"
cat > "$work/message" <<'EOF'
Authentication-Results: mx.home.example; dmarc=pass header.from=shop.example
Received: from out.shop.example by mx.home.example; Mon, 6 Jan 2025 10:00:00 +0000
From: Shop <news@shop.example>
To: reader@home.example
Subject: 20% off everything
Date: Mon, 6 Jan 2025 10:00:00 +0000
Message-ID: <a@shop.example>
List-Unsubscribe: <https://shop.example/u>

20% off everything, shop now while stocks last.
EOF
export PYTHONPATH=$root/tests/lmtp PYTHONDONTWRITEBYTECODE=1
start_store
start_heed

used() { # MiB, processes
    python3 - "$server" <<'EOF'
import glob, sys
parent = {}
for name in glob.glob("/proc/[0-9]*/stat"):
    try: parent[name.split("/")[2]] = open(name).read().rpartition(")")[2].split()[1]
    except OSError: pass
tree, pss = {sys.argv[1]}, 0
while more := {one for one, of in parent.items() if of in tree} - tree:
    tree |= more
for one in tree:
    try: pss += sum(int(line.split()[1]) for line in open(f"/proc/{one}/smaps_rollup") if line.startswith("Pss:"))
    except OSError: pass
print(pss // 1024, len(tree))
EOF
}
load() { python3 "$root/tests/lmtp/load.py" "$work/lmtp" "$@"; }
load 1 1 "$work/message" warm@home.example > /dev/null
echo "before: $(used) (MiB, processes)"
mapfile -t everybody < <(for ((i = 0; i < people; i++)); do echo "u$i@home.example"; done)
load "$sessions" "$people" "$work/message" "${everybody[@]}" > "$work/all" & loading=$!
most=0 crowd=0
while kill -0 $loading 2> /dev/null; do
    read -r pss n <<< "$(used)"
    [ "$pss" -le "$most" ] || most=$pss
    [ "$n" -le "$crowd" ] || crowd=$n
    sleep 0.5
done
wait $loading
echo "$people users, a message each: $(cat "$work/all") messages a second, median and 99th of 100 in ms; at most $most MiB, $crowd processes"
alone() { load 1 30 "$work/message" other@home.example; }
alone > /dev/null
echo "another user's mail, alone: $(alone)"
book=$(find "$work/state" -path '*u7@home.example*' -name book.db)
python3 - "$book" "$work/stop" > "$work/commits" <<'EOF' &
import os, sqlite3, sys, time
book = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
seen, n = None, -1
while not os.path.exists(sys.argv[2]):
    now = book.execute("PRAGMA data_version").fetchone()[0]
    n, seen = n + (now != seen), now
    time.sleep(0.005)
print(n)
EOF
commits=$!
{ for ((i = 0; i < 25; i++)); do load 4 20 "$work/message" u7@home.example; sleep 1; done; } > /dev/null & flood=$!
sleep 3
echo "beside 500 to one user: $(alone)"
wait $flood
sleep 8
touch "$work/stop"
wait $commits
echo "commits to that one's book: $(cat "$work/commits")"
sleep 75
echo "after a minute of nothing: $(used)"
