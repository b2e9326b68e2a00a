#!/bin/bash
# One line in the system's log for each message, and counters: what they say, and that neither costs a message or
# delays one.
. "$(dirname "$0")/lib.sh"
need notmuch python3
make_home "$work/home"
make_messages "$work/messages"
state=$XDG_STATE_HOME/heed

settings() { # settings: and those of standard input, which come into [log]
    { printf '[trust]\nauthserv-id=mx.home.example\n[log]\nsocket=%s\n' "$work/log" && cat; } > "$XDG_CONFIG_HOME/heed/config"
}
settings < /dev/null

# A log of the test's own: writes each line that comes into FILE, until it is ended.
cat > "$work/listen.py" <<'EOT'
import os, socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.bind(sys.argv[1])
with open(sys.argv[2], "wb", buffering=0) as out:
    print("ready", flush=True)
    while True:
        out.write(s.recv(65536) + b"\n")
EOT
listen() { # listen: starts it, emptied
    exec 4< <(exec python3 "$work/listen.py" "$work/log" "$work/lines")
    listener=$!
    read -r -u 4 _
}
stop_listening() { [ -z "${listener:-}" ] || kill "$listener" 2>/dev/null; listener=; rm -f "$work/log"; }
cleanups+=("stop_listening")
# What has come so far: a mark sent after it has come, too.
lines() {
    local mark=mark-$RANDOM$RANDOM
    python3 -c 'import socket, sys
socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(sys.argv[2].encode(), sys.argv[1])' "$work/log" "$mark"
    wait_for grep -q "$mark" "$work/lines"
    sed -E '/^mark-/d; s/heed\[[0-9]+\]/heed[PID]/' "$work/lines"
}
last() { lines | tail -n 1; }
count() { "$heed" status --json | python3 -c 'import json, sys
value = json.load(sys.stdin)
for name in sys.argv[1].split("."): value = value[name]
print(value)' "$1"; }
deliver() { # deliver SORT [OPTION...]: the code
    local sort=$1
    shift
    sed "s/ordinary@/$sort@/" "$work/messages/ordinary" | "$heed" deliver --wait "$@" 2>"$work/err"
}

# --- one line for each ---------------------------------------------------------------------------------
listen
deliver first
is "$?:$(lines)" "0:<22>heed[PID]: deliver id=<first@test.example> placement=inbox" "delivered: one line"
"$heed" filter < "$work/messages/promotional" > "$work/out"
place=$(sed -n 's/^X-Heed: \([a-z]*\).*/\1/p' "$work/out")
is "$(lines | wc -l):$(last)" "2:<22>heed[PID]: filter id=<promotional@test.example> placement=$place" "filtered: one line"
sed -E 's/^(Message-ID:) (.*)/\1\n \2/' "$work/messages/ordinary" | "$heed" filter > /dev/null
is "$(last)" "<22>heed[PID]: filter id=<ordinary@test.example> placement=inbox" "a Message-ID on the next line"
grep -v '^Message-ID' "$work/messages/ordinary" | "$heed" filter > /dev/null
is "$(last)" "<22>heed[PID]: filter id=- placement=inbox" "none at all"
printf 'Message-ID: <a b> placement=suspect\033[31m\377@x>\n\nx\n' | "$heed" filter > /dev/null
is "$(last)" "<22>heed[PID]: filter id=<ab> placement=later" "nothing in it looks like heed's own words"
{ printf 'Message-ID: <'; head -c 100000 /dev/zero | tr '\0' x; printf '\r\n\033]0;t@x>\n\nx\n'; } | "$heed" filter > /dev/null
is "$(last | LC_ALL=C grep -cE '^<22>heed\[PID\]: filter id=<x{200}…> placement=later$')" 1 "a long one is cut"
before=$(lines | wc -l)
rmdir "$HOME/Mail/tmp" && touch "$HOME/Mail/tmp" && deliver full
put_off=$?
rm "$HOME/Mail/tmp" && mkdir "$HOME/Mail/tmp"
(exit $put_off)
is "$?:$(last)" "75:<20>heed[PID]: deliver id=<full@test.example> refused=store" "refused: a warning"
settings <<< $'[deliver]\nmaildir=relative'
mv "$NOTMUCH_CONFIG" "$work/aside"
deliver nowhere
is "$?:$(last)" "75:<20>heed[PID]: deliver id=<nowhere@test.example> refused=folder" "refused: no Maildir is known"
mv "$work/aside" "$NOTMUCH_CONFIG"
settings < /dev/null
"$heed" filter < "$work/messages/ordinary" > /dev/full 2>/dev/null
is "$?:$(last)" "75:<20>heed[PID]: filter id=<ordinary@test.example> refused=store" "filter into a full disk"
"$heed" deliver --wait < "$work" 2>/dev/null
is "$?:$(last)" "75:<20>heed[PID]: deliver id=- refused=input" "a message that cannot be read"
settings <<< $'[deliver]\njudge-time=0.1'
mkfifo "$work/slow"
deliver quick
is "$(lines | wc -l)" "$((before + 5))" "one line each"
# Someone else has the book: judging it takes longer than it may.
python3 - "$state/book.db" "$work/slow" <<'EOT' &
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA locking_mode=EXCLUSIVE")
db.execute("BEGIN EXCLUSIVE")
open(sys.argv[2], "w").write("held\n")
open(sys.argv[2]).read()
EOT
read -r _ < "$work/slow"
deliver late
code=$?
settings < /dev/null
echo go > "$work/slow"
wait $!
is "$code:$(last | sed 's/timeout/REASON/; s/crashed/REASON/')" \
    "0:<20>heed[PID]: deliver id=<late@test.example> placement=inbox unjudged=REASON" "unjudged: a warning that says why"
is "$(lines | grep -ciE 'sommerpost|jule|saturday|reader|northcoat|home')" 0 "nothing of senders, subjects or folders is said"

# --- no log, or one that does not listen ---------------------------------------------------------------------
stop_listening
deliver none
is "$?:$(cat "$work/err")" "0:" "no log: delivered, and no word about it"
python3 - "$work/log" <<'EOT' &
import os, socket, sys, time
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.bind(sys.argv[1])
c = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
c.connect(sys.argv[1])
c.setblocking(False)
try:
    while True: c.send(b"x" * 1000)
except BlockingIOError: pass
open(sys.argv[1] + ".full", "w")
time.sleep(60)
EOT
listener=$!
wait_for [ -e "$work/log.full" ]
deliver crowded
is "$?:$(cat "$work/err")" "0:" "a log that is full: delivered, and nobody waits"
stop_listening
listen
settings <<< 'syslog=false'
deliver silent
is "$?:$(lines)" "0:" "switched off"
stop_listening
for bad in "socket=$work/$(printf 'x%.0s' $(seq 200))" "socket=$work" "socket=" "socket=/dev/null"; do
    settings <<< "$bad"
    deliver odd
    is "$?:$(cat "$work/err")" "0:" "[log] ${bad:0:12}: delivered"
done
settings <<< 'syslog=perhaps'
"$heed" check 2>&1 | grep -q ':5:1: "perhaps" is neither true nor false'
ok $? "check tells a bad flag"
settings < /dev/null

# --- counters ------------------------------------------------------------------------------------------------
rm -f "$state/counters"
is "$(count delivered):$(count since)" "0:0" "nothing is counted yet"
for _ in 1 2 3; do deliver again; done
"$heed" filter < "$work/messages/ordinary" > /dev/null
is "$(count delivered):$(count filtered):$(count placed.inbox)" "3:1:4" "deliveries and placements are counted"
is "$(count refused.store):$(count unjudged.timeout)" "0:0" "and nothing else"
rmdir "$HOME/Mail/tmp" && touch "$HOME/Mail/tmp" && deliver full
put_off=$?
rm "$HOME/Mail/tmp" && mkdir "$HOME/Mail/tmp"
(exit $put_off)
is "$(count refused.store):$(count delivered)" "1:3" "refused ones are"
[ "$(count since)" -gt 1700000000 ]
ok $? "since when is known"
mv "$HOME/Mail/.notmuch/xapian" "$work/xapian"
"$heed" sync 2>/dev/null
mv "$work/xapian" "$HOME/Mail/.notmuch/xapian"
"$heed" sync --no-such-option 2>/dev/null
"$heed" sync
is "$(count sync-failed):$(count book.last-sync | grep -cE '^[0-9]{10}$')" "1:1" "a sync that fails is counted, and when the last one ended well"
size=$(stat -c %s "$state/counters")
for ((i = 0; i < 20; i++)); do "$heed" filter < "$work/messages/ordinary" > /dev/null & done
wait
is "$(count filtered):$(stat -c %s:%a "$state/counters")" "21:$size:600" "20 at once: none is lost, the file does not grow"
begun=
for round in 1 2 3; do
    rm "$state/counters"
    for ((i = 0; i < 20; i++)); do "$heed" filter < "$work/messages/ordinary" > /dev/null & done
    wait
    begun+="$(count filtered):$(ls "$state" | grep -c counters) "
done
is "$begun" "20:1 20:1 20:1 " "20 at once that begin it: none is lost, nothing is left over"

# Whatever is the matter with the file: delivery does not care, and it is begun anew where it can be.
deliver one
for damage in "truncate -s 0" "truncate -s 10" "truncate -s 100000" "dd if=/dev/urandom bs=$size count=1 status=none of="; do
    [[ $damage == *= ]] && $damage"$state/counters" || $damage "$state/counters"
    deliver one
    is "$?:$(count delivered)" "0:1" "${damage%% if=*}: begun anew"
done
printf '\002' | dd of="$state/counters" bs=1 seek=8 conv=notrunc status=none
deliver one
is "$?:$(count delivered)" "0:1" "of another version: begun anew"
for odd in "mkdir" "mkfifo" "ln -s /dev/null"; do
    rm -rf "$state/counters"
    $odd "$state/counters"
    timeout 20 "$heed" deliver --wait < "$work/messages/ordinary" 2>"$work/err"
    is "$?:$(cat "$work/err"):$(count delivered)" "0::0" "$odd in its place: delivered, not counted"
done
rm -f "$state/counters"
deliver one
mkfifo "$work/in"
"$heed" deliver --wait < "$work/in" 2>"$work/err" &
exec 5> "$work/in"
is_open() { readlink /proc/"$1"/fd/* 2>/dev/null | grep -q "/counters\$"; }
wait_for is_open $!
ok $? "it is in use"
truncate -s 0 "$state/counters"
cat "$work/messages/ordinary" >&5
exec 5>&-
wait $!
is "$?:$(cat "$work/err")" "0:" "cut while it is in use: delivered"
finish
