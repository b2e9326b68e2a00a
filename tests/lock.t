#!/bin/bash
# Neighbours at the index: another writer holds it, and many deliveries at once.
. "$(dirname "$0")/lib.sh"
need notmuch python3
make_home "$work/home"
make_messages "$work/messages"
printf '[trust]\nauthserv-id=mx.home.example\n[placement]\nlater=99\ndoubt=0\npatience=0\nprobe=0\nprotect=\n' > "$XDG_CONFIG_HOME/heed/config"

hold_index

sed 's/promotional@/locked@/' "$work/messages/promotional" > "$work/messages/locked"
start=$(date +%s%N)
"$heed" deliver --wait < "$work/messages/locked"
is "$?" 0 "the index is locked: delivered"
took=$(( ($(date +%s%N) - start) / 1000000 ))
[ "$took" -lt "${SANITIZE:+2}5000" ]
ok $? "within 5 seconds" || note "took $took ms"
is "$(grep -l locked@test.example "$HOME/Mail/new/"* | wc -l)" 1 "the file is in the Maildir"
is "$(notmuch count --exclude=false id:locked@test.example)" 0 "it is not indexed yet"
let_go
"$heed" sync
is "$?" 0 "the lock is gone: sync"
is "$(notmuch search --exclude=false --output=tags id:locked@test.example | tr '\n' ' ')" "later unread " "sync has it tagged"

# The same, but notmuch new is faster than sync.
hold_index
sed 's/promotional@/faster@/' "$work/messages/promotional" | "$heed" deliver --wait
let_go
notmuch new --quiet
is "$(notmuch search --exclude=false --output=tags id:faster@test.example | tr '\n' ' ')" "inbox unread " "notmuch new found it first"
"$heed" sync
is "$(notmuch search --exclude=false --output=tags id:faster@test.example | tr '\n' ' ')" "later unread " "sync tags it by its header"

# The same without the book: only the sealed header is left to say where it belongs.
hold_index
sed 's/promotional@/header@/' "$work/messages/promotional" | "$heed" deliver --wait
let_go
rm -f "$XDG_STATE_HOME/heed/book.db"*
notmuch new --quiet
"$heed" sync
is "$(notmuch search --exclude=false --output=tags id:header@test.example | tr '\n' ' ')" "later unread " "without the book the sealed header decides"

# Nor is it forgotten when the index is locked again by the time sync would tag it.
hold_index
sed 's/promotional@/again@/' "$work/messages/promotional" | "$heed" deliver --wait
let_go
rm -f "$XDG_STATE_HOME/heed/book.db"*
notmuch new --quiet
hold_index
"$heed" sync --wait=0 2>"$work/err"
is "$?" 75 "the index is locked again: sync says so"
let_go
"$heed" sync
is "$(notmuch search --exclude=false --output=tags id:again@test.example | tr '\n' ' ')" "later unread " "and the next sync tags it"

# What she has already dealt with is hers.
hold_index
sed 's/promotional@/dealt@/' "$work/messages/promotional" | "$heed" deliver --wait
let_go
notmuch new --quiet
notmuch tag -unread -- id:dealt@test.example
"$heed" sync
is "$(notmuch search --exclude=false --output=tags id:dealt@test.example | tr '\n' ' ')" "inbox " "what she has read is left alone"

# 50 at once.
for i in $(seq 50); do
    sed "s/promotional@/burst$i@/" "$work/messages/promotional" | "$heed" deliver --wait &
done
wait
"$heed" sync
is "$(notmuch count --exclude=false 'mid:/burst[0-9]+@test.example/')" 50 "50 at once: all are indexed"
is "$(notmuch count --exclude=false 'mid:/burst[0-9]+@test.example/ and tag:later and not tag:inbox')" 50 "all are tagged"
is "$(grep -lE 'burst[0-9]+@' "$HOME/Mail/new/"* | wc -l)" 50 "each once"
finish
