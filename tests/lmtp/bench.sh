#!/bin/bash
# What heed lmtp costs between Postfix and Dovecot: the same messages handed to Dovecot's LMTP and to heed in front of it, in
# turn, from 20 sessions, and heed's own CPU until the book is written; and how long it takes to mark 1,000 as read while heed
# learns. usage: [BENCH_FILE=MESSAGE] bench.sh [MESSAGES [ROUNDS]]
. "$(dirname "$0")/../lib.sh"
HEED_ALL=yes mdbox=yes
. "$root/tests/lmtp/site.sh"
messages=${1:-400} rounds=${2:-3}
make_messages "$work/messages"
export PYTHONPATH=$root/tests/lmtp PYTHONDONTWRITEBYTECODE=1
to=(ann@home.example bob@home.example own@home.example)
load() { python3 "$root/tests/lmtp/load.py" "$1" 20 "$messages" "${BENCH_FILE:-$work/messages/promotional}" "${to[@]}" || echo failed; }
tree() { local one; echo "$1"; for one in $(pgrep -P "$1"); do tree "$one"; done; }
ticks() { # of all processes of heed's, and of those that they have waited for
    local one
    for one in $(tree "$server"); do cat "/proc/$one/stat"; done 2> /dev/null | awk '{ sum += $14 + $15 + $16 + $17 } END { print sum }'
}
quiet() { [ -z "$(find "$work/state" -name '*.plan')" ] && sleep 1; } # all is in the books
measured() { # measured WHAT: once through heed, and what all of heed takes for it
    local before
    before=$(ticks)
    echo "  $1 $(load "$heed_port")"
    wait_for quiet
    echo "  all of heed: $(awk -v t=$(($(ticks) - before)) -v n="$messages" -v hz="$(getconf CLK_TCK)" 'BEGIN { printf "%.2f", t * 1000 / hz / n }') ms of CPU a message"
}
load "$heed_port" > /dev/null # each user has a book then
echo "messages a second, median and 99th of 100 in ms:"
for ((round = 1; round <= rounds; round++)); do
    echo "  Dovecot alone      $(load "$run/lmtp")"
    wait_for quiet
    measured "through heed lmtp "
done
stop_heed
sed -i 's/^store = .*/store = maildir/' "$work/site/config"
start_heed
load "$heed_port" > /dev/null
wait_for quiet
for ((round = 1; round <= rounds; round++)); do measured "heed as the store "; done
stop_heed

echo "marking 1,000 as read, in ms:"
cat > "$work/learn" <<EOF # as heed-learn.service: a session of its own, which counts for little
#!/bin/sh
echo 10 2> /dev/null > /proc/self/autogroup
exec nice $as "$work/bin/heed" user --all sync
EOF
chmod 755 "$work/learn"
marks() { # marks WHAT USER
    echo "  $1"
    python3 "$root/tests/lmtp/marks.py" "$imap_port" "$2@home.example" 10 setsid -w "$work/learn"
}
send "$work/messages/ordinary" mona@home.example
marks "in a Maildir, learned from by its folders" ann
learn_by_imap
marks "in mdbox, learned from by IMAP" mona
