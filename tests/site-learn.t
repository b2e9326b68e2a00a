#!/bin/bash
# A whole site learns by itself from what users do by IMAP: what heed-learn.timer starts, started as often as it says, finds
# it within a quarter of an hour, from Maildirs and from Dovecot's mdbox. Here the interval is two seconds.
. "$(dirname "$0")/lib.sh"
mdbox=yes
. "$root/tests/lmtp/site.sh"
make_messages "$work/messages"

# --- how often ---------------------------------------------------------------------------------------------------
timer=$root/sample-rules/systemd/heed-learn.timer
seconds() { sed -n "s/^$1=\([0-9]*\)\(min\|s\|\)\$/\1 \2/p" "$timer" | awk '{ print $1 * ($2 == "min" ? 60 : 1) }'; }
often=$(seconds OnUnitActiveSec) spread=$(seconds RandomizedDelaySec) accuracy=$(seconds AccuracySec)
[ $((often > 0 && often + spread + ${accuracy:-60} <= 15 * 60)) = 1 ]
ok $? "the timer starts it every quarter of an hour at least, whatever it lasts" || note "$often s, $spread s, ${accuracy:-60} s"
if command -v systemd-analyze > /dev/null; then
    mkdir "$work/units"
    sed "s|/usr/local/bin/heed|$work/bin/heed|; s|^User=vmail|User=$user|" "$root/sample-rules/systemd/heed-learn.service" > "$work/units/heed-learn.service"
    cp "$timer" "$work/units"
    systemd-analyze verify --man=no "$work/units/heed-learn.timer" > "$work/out" 2>&1
    is "$(grep -c heed-learn "$work/out")" 0 "and systemd understands it" || note "$(cat "$work/out")"
fi
learn=$(sed -n 's/^ExecStart=//p' "$root/sample-rules/systemd/heed-learn.service" | sed "s|/usr/local/bin/heed|$work/bin/heed|")
learner() { while :; do $as $learn 2>> "$work/learn.err"; pause 2; done; }
cleanups+=("stop_learner")
stop_learner() { kill "$learning" 2>/dev/null; wait "$learning" 2>/dev/null; }

# --- what she does -------------------------------------------------------------------------------------------------
cat > "$work/imap.py" <<'EOP'
import imaplib, sys
port, user, what = int(sys.argv[1]), sys.argv[2], sys.argv[3]
imap = imaplib.IMAP4("127.0.0.1", port)
imap.login(user + "@home.example", "secret")
imap.select("INBOX")
find = lambda name: imap.search(None, "HEADER", "Message-ID", "<%s-%s@test.example>" % (name, user))[1][0].split()
if what == "there": # all of them
    sys.exit(not all(find(name) for name in ("opened", "flagged", "answered", "aside", "gone", "left")))
imap.create("Later")
imap.store(find("opened")[0], "+FLAGS", r"(\Seen)")
imap.store(find("flagged")[0], "+FLAGS", r"(\Flagged)")
imap.store(find("answered")[0], "+FLAGS", r"(\Seen \Answered)")
imap._simple_command("MOVE", find("aside")[0].decode(), "Later")
imap.store(find("gone")[0], "+FLAGS", r"(\Deleted)")
imap.expunge()
imap.logout()
EOP
gestures="opened flagged answered aside gone left"
by_imap() { python3 "$work/imap.py" "$imap_port" "$1" "$2"; }
learned() { # learned USER: what has become of each, in the book
    python3 - "$work/state"/*/"$1@home.example/state/book.db" "$1" $gestures <<'EOP'
import sqlite3, sys
book = sqlite3.connect("file:%s?mode=ro" % sys.argv[1], uri=True)
print(*[(book.execute("SELECT outcome FROM message WHERE id = ?", ["%s-%s@test.example" % (name, sys.argv[2])]).fetchone() or ["-"])[0] for name in sys.argv[3:]])
EOP
}
known() { [ "$(learned "$1" 2>/dev/null | grep -c -- -)" = 0 ] && [ -n "$(learned "$1" 2>/dev/null)" ]; }
is_learned() { [ "$(learned "$1")" = "4 3 1 7 9 0" ]; } # by enum outcome: opened, flagged, answered, put aside, deleted unread, nothing yet
teaches() { # teaches USER STORE
    local name
    for name in $gestures; do sent "$name-$1" "$1"; done
    wait_for by_imap "$1" there && wait_for known "$1"
    ok $? "$2: mail comes, and is known"
    by_imap "$1" do
    wait_for is_learned "$1"
    ok $? "$2: what is done by IMAP is learned, by itself" || note "$(learned "$1")" "$(tail -n 5 "$work/learn.err")"
}
learner & learning=$!
teaches ann "a Maildir, by its folders"
stop_learner
learn_by_imap
stop_heed
start_heed
learner & learning=$!
teaches mona "mdbox, by IMAP"
teaches bob "a Maildir, by IMAP"
is "$(grep -vc '^$' "$work/learn.err")" 0 "and nobody complains" || note "$(sort "$work/learn.err" | uniq -c | head -n 5)"
finish
