#!/bin/bash
# heed doctor: a healthy mailbox, and then one thing after the other goes wrong; it says which, and how to mend it.
# It changes nothing itself.
. "$(dirname "$0")/lib.sh"
need notmuch python3
umask 077 # what is made here is hers alone
make_home "$work/home"
make_messages "$work/messages"
state=$XDG_STATE_HOME/heed keys=$XDG_DATA_HOME/heed config=$XDG_CONFIG_HOME/heed/config
hook=$HOME/Mail/.notmuch/hooks/post-new

doctor() { # doctor [HEED]: its lines, each of them whole
    "${@:-$heed}" doctor > "$work/wrapped" 2>"$work/err"
    code=$?
    unwrapped 25 < "$work/wrapped" > "$work/out"
}
# says CHECK: its lines: "problem: what"
says() { awk -v check="$1" '$2 == check { state = $1; $1 = $2 = ""; sub(/^ +/, ""); print state ": " $0 }' "$work/out"; }
finds() { # finds CODE CHECK PATTERN DESCRIPTION: doctor exits with CODE, and CHECK says PATTERN
    doctor
    [ "$code" = "$1" ] && says "$2" | grep -qE -- "$3" && [ ! -s "$work/err" ]
    ok $? "$4" || note "exit $code" "$(cat "$work/out" "$work/err")"
}
mended() { # mended WHAT: and nothing is wrong any more
    doctor
    is "$code:$(grep -c ^problem "$work/out")" "0:0" "$1: mended, and found mended" || note "$(cat "$work/out")"
}

# --- all is well ----------------------------------------------------------------------------------------
mkdir -p "${hook%/*}"
sed -i "s|^path=.*|&\nhook_dir=${hook%/*}|" "$NOTMUCH_CONFIG"
printf '#!/bin/sh\n%s sync || true\n' "$heed" > "$hook"
chmod +x "$hook"
printf ':0 rw\n| %s deliver\nEXITCODE=75\nHOST\n' "$heed" > "$HOME/.procmailrc"
for i in 1 2 3; do
    { echo "Authentication-Results: mx.home.example; spf=pass smtp.mailfrom=sommerpost.example"
      sed "s/ordinary@/m$i@/; s/^\(Date: \|Received:.*; \).*/\1$(date -R)/" "$work/messages/ordinary"; } | "$heed" deliver --wait
done
"$heed" init > /dev/null
notmuch new --quiet
doctor
# Of the kernel it may say that it is too old to cage anything; a sanitizer is not caged.
is "$code:$(grep -vE '^(ok|note +kernel|0 problems)' "$work/out" | grep -v ' -> ')" "0:" "nothing is wrong, and nothing worth a note" ||
    note "$(cat "$work/out")"
is "$(awk '{ print $2 }' "$work/out" | sort -u | grep -cE '^(settings|rules|state|keys|index|book|sync|hooks|maildir|space|recipe|parts|libraries|kernel|clock|authentication|plans|put-back|hook-dir|seals)$')" \
    20 "every check has its say"
is "$(says authentication)" "ok: 3 of the last 3 messages have a field of a server that is believed" "what the server wrote is counted"
"$heed" doctor --json | python3 -c 'import json, sys
answers = json.load(sys.stdin)
assert all(set(a) == {"check", "state", "says", "mend"} and (a["state"] == "ok" or a["check"] == "kernel") for a in answers) and len(answers) >= 20'
ok $? "the same for programs"

# It looks, and leaves everything as it is.
before=$(cd "$HOME" && find . -type f ! -name '*-shm' -printf '%p %m %s\n' -exec cksum {} + | sort)
doctor
is "$(cd "$HOME" && find . -type f ! -name '*-shm' -printf '%p %m %s\n' -exec cksum {} + | sort)" "$before" "nothing is changed"
mv "$state" "$work/state"
doctor
is "$(ls -d "$state" 2>&1 | grep -c 'No such')" 1 "nor is anything made"
finds 1 book '^problem: there is none' "no book"
mv "$work/state" "$state"
mended "the book"

# --- settings and rules -----------------------------------------------------------------------------------
printf '[trust]\nauthserv-id=mx.home.example\n[placement]\nlater=soon\n' > "$config"
finds 1 settings "^problem: $config:4:1: " "a mistake in the settings, with its place"
printf '[trust]\nauthserv-id=mx.home.example\n' > "$config"
chmod 666 "$config"
finds 1 settings '^problem: others can write to' "settings that others can write"
chmod 600 "$config"
mended "the settings"
echo 'from velora.example -> latter' > "$XDG_CONFIG_HOME/heed/rules"
finds 1 rules '^problem: 1 rules? with mistakes' "a mistake in the rules"
rm "$XDG_CONFIG_HOME/heed/rules"

# --- state, keys, book ----------------------------------------------------------------------------------------
chmod 755 "$state"
finds 1 state '^problem: others can look into' "a state folder that others can look into"
chmod 700 "$state"
chmod 644 "$keys/seal.key"
finds 1 keys '^problem: others can read the key .*; verdicts go unsealed' "a key that others can read"
chmod 600 "$keys/seal.key"
echo short > "$keys/alias.key"
finds 1 keys '^problem: .*alias.key is not 1 to' "a key that is none"
rm "$keys/alias.key"
mended "the keys"
cp "$state/book.db" "$work/book.db"
"$heed" sync
python3 - "$state/book.db" <<'EOT'
import sqlite3, sys
sqlite3.connect(sys.argv[1], isolation_level=None).execute("PRAGMA user_version=1000")
EOT
finds 1 book '^problem: of a newer heed \(1000\)' "a book of a newer heed"
rm "$state"/book.db-* 2>/dev/null
head -c 100000 /dev/urandom > "$state/book.db"
finds 1 book '^problem: cannot read the book' "a damaged book"
is "$(ls "$state" | grep -c corrupt)" 0 "which is left where it is"
python3 - "$work/book.db" "$state/book.db" <<'EOT'
import sqlite3, sys
data = bytearray(open(sys.argv[1], "rb").read())
pages = range(4096, len(data), 4096)
for at in pages: data[at + 1:at + 40] = b"\xff" * 39
open(sys.argv[2], "wb").write(data)
EOT
rm -f "$state"/book.db-*
finds 1 book '^problem: ' "one that is damaged within"
rm -f "$state"/book.db*
"$heed" init > /dev/null
mended "the book"

# --- index -----------------------------------------------------------------------------------------------------
notmuch tag +hers id:m1@test.example
finds 0 sync '^note: .*; [1-9][0-9]* changes of the index not followed' "a sync that is due"
python3 - "$state/book.db" <<'EOT'
import sqlite3, sys
sqlite3.connect(sys.argv[1], isolation_level=None).execute("UPDATE meta SET value = value - 864000 WHERE key IN ('synced', 'built')")
EOT
finds 1 sync '^problem: last sync (never|10 days ago)' "one that is long due"
"$heed" sync
mended "sync"
is "$(says sync | grep -c 'last sync [0-9]* seconds\? ago')" 1 "and the last one is noted"
python3 - "$state/book.db" <<'EOT'
import sqlite3, sys
sqlite3.connect(sys.argv[1], isolation_level=None).execute("UPDATE meta SET value = value + 864000 WHERE key = 'synced'")
EOT
finds 1 clock '^problem: the last sync was in the future' "a clock that was ahead"
"$heed" sync
mended "the clock"
exec 4< <(exec python3 - "$HOME/Mail/.notmuch/xapian/flintlock" <<'EOT'
import fcntl, os, sys, time
f = open(sys.argv[1], "r+")
fcntl.lockf(f, fcntl.LOCK_EX)
print("held", flush=True)
time.sleep(60)
EOT
)
holder=$!
read -r -u 4 _
finds 0 index "^note: .*is being written to by python3 \($holder\)" "who holds the index"
kill $holder
exec 4<&-
mv "$HOME/Mail/.notmuch/xapian" "$work/xapian"
finds 1 index '^problem: .*cannot be opened' "no index"
mv "$work/xapian" "$HOME/Mail/.notmuch/xapian"
mv "$NOTMUCH_CONFIG" "$work/notmuch-config"
finds 1 index '^problem: notmuch is not configured' "no notmuch"
is "$(says maildir | grep -c '^problem: no Maildir to deliver into')" 1 "and so no Maildir"
mv "$work/notmuch-config" "$NOTMUCH_CONFIG"
mended "the index"

# --- mail --------------------------------------------------------------------------------------------------------
mv "$HOME/Mail/new" "$work/new"
finds 0 maildir '^note: .*/new: No such file' "a folder that the first delivery makes"
touch "$HOME/Mail/new"
finds 1 maildir '^problem: .*/new is not a folder' "a file in its place"
rm "$HOME/Mail/new"; mv "$work/new" "$HOME/Mail/"
if [ -w /dev/shm ] && [ "$(stat -c %d /dev/shm)" != "$(stat -c %d "$HOME/Mail")" ]; then
    shm=$(mktemp -d /dev/shm/heed-doctor.XXXXXX); cleanups+=("rm -rf $shm")
    mv "$HOME/Mail/tmp" "$work/tmp"; ln -s "$shm" "$HOME/Mail/tmp"
    finds 1 maildir '^problem: .* are on two file systems' "tmp on another file system"
    rm "$HOME/Mail/tmp"; mv "$work/tmp" "$HOME/Mail/tmp"
fi
[ "$(id -u)" = 0 ] && powerless="setpriv --bounding-set=-all" || powerless=
if $powerless true 2>/dev/null; then
    chmod 500 "$HOME/Mail/tmp"
    doctor $powerless "$heed"
    is "$code:$(says maildir | grep -c '^problem: .*/tmp cannot be written to')" "1:1" "a folder that cannot be written to"
    chmod 700 "$HOME/Mail/tmp"
fi
mended "the Maildir"
if unshare -m true 2>/dev/null; then
    mkdir "$work/small"
    TMPDIR=$work/small unshare -m sh -c 'mount -t tmpfs -o size=1m none "$1" && exec "$2" doctor' sh "$work/small" "$heed" > "$work/wrapped" 2>/dev/null
    code=$?
    unwrapped 25 < "$work/wrapped" > "$work/out"
    is "$code:$(says space | grep -c "^problem: $work/small (large messages.*): 1 MiB free")" "1:1" "a disk that is nearly full"
else
    echo "ok $((++tests_run)) - a disk that is nearly full # SKIP no file system can be mounted here"
fi
chmod -x "$hook"
finds 1 hooks '^problem: .*post-new cannot be run' "a hook that cannot be run"
chmod +x "$hook"
printf '#!/bin/sh\n# heed sync\n' > "$hook"
finds 0 hooks '^note: .* does not run heed sync' "one that only speaks of it"
printf '#!/bin/sh\n/nowhere/bin/heed sync || true\n' > "$hook"
finds 1 hooks '^problem: .*post-new names /nowhere/bin/heed, which cannot be run' "one whose heed is not there"
rm "$hook"
finds 0 hooks '^ok: there is no .* ran within a day' "none, but a timer"
python3 -c 'import sqlite3, sys
book = sqlite3.connect(sys.argv[1])
assert book.execute("UPDATE meta SET value = value - 2 * 86400 WHERE key = ?", ("synced",)).rowcount == 1
book.commit()' "$state/book.db"
finds 0 hooks '^note: there is no ' "neither"
printf '#!/bin/sh\nheed sync\n' > "$hook"; chmod +x "$hook"

# --- what a message that took the indexer over could have left ------------------------------------------------------
sed -i '/^hook_dir=/d' "$NOTMUCH_CONFIG"
finds 0 hook-dir "^note: notmuch's settings do not name it" "a folder of hooks that the index could name"
grep -qF -- "-> in $NOTMUCH_CONFIG, below [database]: hook_dir=${hook%/*}" "$work/out"
ok $? "with the line to add"
notmuch config set --database database.hook_dir "$work/elsewhere"
finds 1 hook-dir "^problem: the index names it, .*$work/elsewhere" "one that the index names"
"$(sed -n 's/.*-> unless you set that: \(notmuch\) config set --database database.hook_dir; .*/\1/p' "$work/out")" \
    config set --database database.hook_dir
finds 0 hook-dir "^note: " "which what is advised takes away"
sed -i "s|^path=.*|&\nhook_dir=${hook%/*}|" "$NOTMUCH_CONFIG"
finds 0 hook-dir "^ok: .*${hook%/*}" "one that notmuch's file names"
now=$(date +%s)
printf '%s database.hook_dir\n%s search.exclude_tags\n%s database.hook_dir\n' $((now - 300)) $((now - 7200)) $((now - 180)) \
    > "$state/settings-put-back"
finds 1 put-back '^problem: database.hook_dir was changed .*, 2 times, last 3 minutes ago' "a setting that was put back"
is "$(says put-back | grep -c '^problem: search.exclude_tags, 1 time, last 2 hours ago')" 1 "and another"
is "$(grep -c -- "-> see that notmuch config list .* remove $state/settings-put-back" "$work/out")" 1 "and what to do"
{ for i in $(seq 1000); do echo "$now key.$i"; done; } > "$state/settings-put-back"
finds 1 put-back '^problem: and [0-9]* more' "very many"
is "$(says put-back | wc -l)" 6 "which are told in a few lines"
rm "$state/settings-put-back"
mended "what was put back"
mkdir -p "$state/plans"
touch "$state/plans/1.1.abc.plan"
finds 0 plans '^ok: ' "a plan that was just left"
touch -d '2 hours ago' "$state/plans/1.1.abc.plan" "$state/plans/1.1.torn"
finds 0 plans '^note: 1 plan .*nobody takes it' "one that nobody takes"
grep -q -- '-> heed sync' "$work/out"
ok $? "and what takes it"
rm "$state/plans/1.1.torn"
"$heed" sync
mended "what was left"

# --- index and book against the seals -------------------------------------------------------------------------------
finds 0 seals '^ok: of the last 3 messages 3 are sealed, and index and book say the same' "seals that index and book agree with"
placement=$(notmuch dump --include=properties id:m2@test.example | sed -n 's/.*heed=\([a-z]*\).*/\1/p')
mark() { printf '#notmuch-dump batch-tag:3 properties\n#= %s heed=%s\n' "$1" "$2" | notmuch restore --include=properties; }
other=suspect
is "$placement" inbox "what is usual goes to the inbox"
mark m2@test.example "$other"
finds 1 seals "^problem: m2@test.example is sealed as $placement, and the index has it as $other" "a mark that is not what is sealed"
grep -q -- '-> give it the tags of suspect, then heed tag --again --apply id:m2@test.example$' "$work/out"
ok $? "whose tags heed takes for hers"
mark m2@test.example "$placement"
mended "the mark"
# By whom the tags were changed with the mark, what is advised puts both right.
mark m2@test.example "$other"
notmuch tag -inbox +suspect -- id:m2@test.example
finds 1 seals "^problem: m2@test.example is sealed as $placement, and the index has it as $other" "mark and tags"
grep -q -- '-> heed tag --again --apply id:m2@test.example judges it anew$' "$work/out"
ok $? "and what to do" || note "$(cat "$work/out")"
"$heed" tag --again --apply id:m2@test.example > /dev/null
"$heed" sync
finds 0 seals '^ok: of the last 2 messages 2 are sealed, .*; what was placed anew is not compared' "which puts it right"
# An id is a stranger's, and the advice is for a shell.
sed "s/ordinary@test.example/a'b\$(id)\"c@test.example/; s/^\(Date: \|Received:.*; \).*/\1$(date -R)/" "$work/messages/ordinary" |
    "$heed" deliver --wait
odd="a%27b%24%28id%29%22c@test.example"
placement=$(notmuch dump --include=properties | sed -n "s/^#= $odd .*heed=\([a-z]*\).*/\1/p")
mark "$odd" "$other"
doctor
is "$(eval "printf '%s\n' $(sed -n "s/.*-> .*heed tag --again --apply \('.*'\).*/\1/p" "$work/out")")" "id:\"a'b\$(id)\"\"c@test.example\"" \
    "an odd id is quoted" || note "$(cat "$work/out")"
mark "$odd" "$placement"
# What came twice was judged twice, and bears two seals.
twice() { sed "s/ordinary@/twice@/; s/^\(Date: \|Received:.*; \).*/\1$(date -R)/" "$work/messages/ordinary" | "$heed" deliver --wait; }
twice
first=$(notmuch search --output=files id:twice@test.example)
mv "$first" "$HOME/Mail/new/zzz"
notmuch new --quiet --no-hooks
echo 'from sommerpost.example -> later' > "$XDG_CONFIG_HOME/heed/rules"
twice
rm "$XDG_CONFIG_HOME/heed/rules"
is "$(notmuch search --output=files id:twice@test.example | wc -l)" 2 "a message came twice"
mended "the seals"
booked() { # booked ID PLACEMENT: as a number; says the one before
    python3 -c 'import sqlite3, sys
book = sqlite3.connect(sys.argv[1])
print(book.execute("SELECT placement FROM message WHERE id = ?", (sys.argv[2],)).fetchone()[0])
assert book.execute("UPDATE message SET placement = ? WHERE id = ?", (sys.argv[3], sys.argv[2])).rowcount == 1
book.commit()' "$state/book.db" "$1" "$2"
}
number=$(booked m3@test.example 1)
booked m3@test.example $(((number + 1) % 4)) > /dev/null
finds 1 seals "^problem: m3@test.example is sealed as .*, and the book has it as " "a book that has it elsewhere"
booked m3@test.example "$number" > /dev/null
mended "the book"

# --- the line where mail arrives --------------------------------------------------------------------------------------
printf ':0 rw\n| %s deliver\n# EXITCODE=75\n' "$heed" > "$HOME/.procmailrc"
finds 1 recipe '^problem: .*/.procmailrc runs heed deliver, and loses or bounces' "procmail without EXITCODE"
printf ':0 w\n| notmuch insert\n\n:0 rw\n| %s deliver\nEXITCODE=75\nHOST\n' "$heed" > "$HOME/.procmailrc"
finds 0 recipe '^note: a recipe in .*/.procmailrc takes all mail before heed does' "a recipe above that leaves heed nothing"
printf ':0 fw\n| spamc\n:0 c\nbackup/\n:0:\n* ^From: x\nx/\n:0\n* ^To: y\n{\n  :0\n  y/\n}\n:0 rw\n| %s deliver\nEXITCODE=75\nHOST\n' "$heed" > "$HOME/.procmailrc"
finds 0 recipe '^ok: .*/.procmailrc runs heed deliver' "recipes above that leave it the rest"
rm "$HOME/.procmailrc"
finds 0 recipe '^(note: none of the usual files|ok: /etc/)' "no recipe"
printf '"|/nowhere/bin/heed deliver || exit 75"\n' > "$HOME/.forward"
finds 1 recipe '^problem: .*/.forward names /nowhere/bin/heed' "a program that is not there"
printf '"|%s deliver"\n' "$heed" > "$HOME/.forward"
finds 1 recipe '^problem: .*/.forward runs heed deliver, and loses' "a .forward without exit 75"
rm "$HOME/.forward"
for file in procmailrc maildroprc dot-forward; do
    case $file in procmailrc) to=.procmailrc ;; maildroprc) to=.mailfilter ;; *) to=.forward ;; esac
    sed "s|/usr/local/bin/heed|$heed|" "$root/sample-rules/mta/$file" > "$HOME/$to"
    finds 0 recipe "^ok: $HOME/$to runs heed deliver" "the recipe $file is found to be good"
    rm "$HOME/$to"
done

# --- where mail would go -----------------------------------------------------------------------------------------------------
printf '[trust]\nauthserv-id=mx.home.example\n[deliver]\nmaildir=%s/outside\n' "$work" > "$config"
finds 1 maildir "^problem: $work/outside is outside of notmuch" "a Maildir that is never indexed"
printf '[trust]\nauthserv-id=mx.home.example\n[deliver]\nmaildir=%s/Mail/below\n' "$HOME" > "$config"
finds 0 maildir '^note: |^ok: ' "one below the mail root that the first delivery makes"
printf '[trust]\nauthserv-id=mx.home.example\n[folders]\nlater=Later\n' > "$config"
mkdir -p "$HOME/Mail/Later" && touch "$HOME/Mail/Later/new"
finds 1 maildir '^problem: .*/Later/new is not a folder' "a folder of the settings"
rm -r "$HOME/Mail/Later"
if [ "$(id -u)" = 0 ] && setpriv --bounding-set=-all true 2>/dev/null; then
    mkdir "$HOME/Mail/Later" && chmod a-w "$HOME/Mail/Later"
    doctor setpriv --bounding-set=-all "$heed"
    is "$code:$(says maildir | grep -c '^problem: .*/Later cannot be made in')" "1:1" "a folder that cannot be made"
    rmdir "$HOME/Mail/Later"
fi
printf '[trust]\nauthserv-id=mx.home.example\n' > "$config"
rm -r "$HOME/Mail/cur"
finds 0 maildir '^note: .*/Mail is no Maildir' "a mail root that is no Maildir"
mkdir "$HOME/Mail/cur"
mv "$NOTMUCH_CONFIG" "$work/settings-of-notmuch"
usual=$NOTMUCH_CONFIG NOTMUCH_CONFIG=$work/settings-of-notmuch
finds 0 index "^note: .*$NOTMUCH_CONFIG is found by NOTMUCH_CONFIG only" "a configuration that no mail server finds"
NOTMUCH_CONFIG=$usual
mv "$work/settings-of-notmuch" "$NOTMUCH_CONFIG"
touch "$state/book.db.corrupt-1"
finds 0 book '^note: .*/book.db.corrupt-1 was damaged' "a book that was put aside"
rm "$state/book.db.corrupt-1"
mended "all that"

# --- Authentication-Results ---------------------------------------------------------------------------------------------
printf '[trust]\nauthserv-id=mx.other.example\n' > "$config"
finds 1 authentication '^problem: none of the last 5 messages' "a server whose name is wrong"
is "$(says authentication | grep -c '^note: 3 have one of mx.home.example')" 1 "and which one it may be"
: > "$config"
finds 0 authentication '^note: \[trust\] authserv-id is not set' "none is named"
printf '[trust]\nauthserv-id=mx.home.example\n' > "$config"
mended "all"

# --- parts ------------------------------------------------------------------------------------------------------------------
if [ -z "${SANITIZE:-}" ]; then
    mkdir -p "$work/install/bin" "$work/install/lib"
    cp "$heed" "$work/install/bin/heed"
    cp -r "$(dirname "$heed")/../lib/heed" "$work/install/lib/"
    rm "$work/install/lib/heed/heed-spoof.so"
    doctor "$work/install/bin/heed"
    is "$code:$(says parts | grep -c '^problem: a part of heed is missing')" "1:1" "a part that is missing"
fi
"$heed" doctor --no-such-option > /dev/null 2>&1
is "$?" 64 "a bad option"
finish
