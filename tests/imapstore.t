#!/bin/bash
# A site whose mail is in no Maildir but in Dovecot's mdbox: what users do by IMAP is read by IMAP, with a master user, by a
# process that has that one connection. Whatever the server says, the book is right or stays as it was.
. "$(dirname "$0")/lib.sh"
PATH=$PATH:/usr/sbin:/sbin
need_more dovecot
need python3 setpriv
[[ $(dovecot --version) == 2.3.* ]] || skip_all "the settings are for Dovecot 2.3"
[ -x "$(doveconf -h libexec_dir 2>/dev/null || echo /usr/lib/dovecot)/lmtp" ] || skip_all "Dovecot's LMTP server is not installed"
. "$root/tests/smtp.sh"
unset XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME XDG_DATA_HOME NOTMUCH_CONFIG NOTMUCH_PROFILE NOTMUCH_DATABASE MAILDIR
export HOME=$work/home HEED_SITE_DIR=$work/site
mkdir "$HOME" "$work/site"
store=mdbox:~/mdbox/%n
more=$(sed "s|/etc/dovecot/heed-master|$work/dovecot/master|; /user = vmail/d" "$root/sample-rules/site/dovecot-imap.conf"
    printf 'namespace inbox {\n  mailbox Weg {\n    special_use = \\Trash\n    auto = create\n  }\n}\n'
    printf 'protocols = imap lmtp\nservice lmtp {\n  unix_listener lmtp {\n    mode = 0600\n  }\n}\n')
. "$root/tests/dovecot.sh"
sockets=$work/dovecot/run
echo 'heed:{PLAIN}master secret::::::allow_nets=local' > "$work/dovecot/master"
(umask 077 && echo 'master secret' > "$work/site/password")
settings() { # settings IMAP
    cat > "$work/site/config" <<EOF_SETTINGS
[site]
listen = $work/site/lmtp
store = $sockets/lmtp
spool = $work/site
users = template
account = $user
listener = nobody
home = $HOME/%n
state = $HOME/state
imap = $1
master-user = heed
master-password-file = $work/site/password
[folders]
later = Later
suspect = Suspect
[log]
syslog = false
EOF_SETTINGS
    chown -R "$user" "$work/site"
}
settings "$sockets/imap-heed"
sync() { # sync [NAME]
    HOME=$work $as_reader timeout 100 "$work/bin/heed" user "${1:-reader@home.example}" sync -v > "$work/out" 2> "$work/err"
}

# --- what she does, by one sync or, of what is nowhere any more, two ------------------------------------------
$as_reader timeout 300 python3 "$root/tests/imap/gestures.py" "$work/bin/heed" "$port" store > "$work/got" 2> "$work/err"
is "$?" 0 "her gestures" || note "$(tail -5 "$work/err")"
for pair in opened:opened answered:answered forwarded:forwarded flagged:flagged binned:deleted-unread \
    readbinned:deleted-read junked:demoted filed:filed archived:undecided aside:demoted unjunked:rescued rescued:rescued \
    emptied:undecided expunged:deleted-unread kept:undecided; do
    is "$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1])).get(sys.argv[2]))' "$work/got" "${pair%:*}")" \
        "${pair#*:}" "${pair%:*}"
done

# --- one thing after the other -------------------------------------------------------------------------------
by_imap() { # by_imap NAME STATEMENTS: as she would; "imap" is her connection
    python3 - "$port" "$1" "$2" <<'EOF_PYTHON'
import imaplib, sys
imap = imaplib.IMAP4("127.0.0.1", int(sys.argv[1]))
imap.login(sys.argv[2], "secret")
def find(name, folder="INBOX"):
    imap.select(folder)
    return imap.search(None, "HEADER", "Message-ID", f"<{name}@x.example>")[1][0].split()[0]
def letter(name):
    return (f"Received: from a by mx.home.example; Mon, 30 Nov 2026 10:00:00 +0000\r\nFrom: Toni <toni@{name}.example>\r\n"
            f"To: reader@home.example\r\nSubject: Saturday?\r\nMessage-ID: <{name}@x.example>\r\n\r\nSee you.\r\n").encode()
exec(sys.argv[3])
EOF_PYTHON
}
book() { # book NAME: all that is learned of NAME, but for when it was looked
    python3 - "$HOME"/state/*/"$1"/state/book.db <<'EOF_PYTHON'
import hashlib, sqlite3, sys
lines = [line for line in sqlite3.connect(sys.argv[1]).iterdump() if not line.startswith('INSERT INTO "meta"')]
print(hashlib.sha256("\n".join(lines).encode()).hexdigest())
EOF_PYTHON
}
became() { # became ID [COLUMN]
    python3 -c 'import sqlite3, sys
print(*sqlite3.connect(sys.argv[1]).execute(f"SELECT {sys.argv[3]} FROM message WHERE id = ?", [sys.argv[2] + "@x.example"]).fetchone())' \
        "$HOME"/state/*/reader@home.example/state/book.db "$1" "${2:-outcome}"
}
numbers() { # all that the server counts of her folders
    by_imap reader@home.example 'for f in ["INBOX", "Later", "Junk", "Birds", "Weg"]: print(imap.status(f, "(MESSAGES UIDNEXT HIGHESTMODSEQ UNSEEN RECENT)"))'
}
sync
ok $? "a sync" || note "$(cat "$work/err")"
before=$(book reader@home.example)
by_imap bob@home.example 'imap.append("INBOX", r"(\Seen \Answered)", None, letter("kept")); imap.append("INBOX", r"(\Flagged)", None, letter("other"))'
sync bob@home.example && sync
is "$? $(book reader@home.example)" "0 $before" "what bob does, to a message of the same name, too, is nothing to her"
by_imap reader@home.example 'for n in ("weg", "seen", "again"): imap.append("INBOX", None, None, letter(n))
imap.append("INBOX", r"(\Seen \Answered)", None, letter("appended")); imap.append("Later", None, None, letter("back"))'
before=$(numbers)
sync
is "$?" 0 "mail that came past heed"
is "$(numbers)" "$before" "nothing in the store is changed by that, not even a mark" || note "$before"
is "$(became appended)" 1 "what was appended as answered was"
by_imap reader@home.example 'imap._simple_command("MOVE", find("weg"), "Weg"); imap.store(find("seen"), "+FLAGS", r"(\Seen)")
imap._simple_command("MOVE", find("again"), "Later"); imap._simple_command("MOVE", find("back", "Later"), "INBOX")'
sync
is "$? $(became weg) $(became seen) $(became again) $(became back)" "0 9 4 7 6" \
    "by what the server says folders are for; opened; put aside; rescued"
by_imap reader@home.example 'imap._simple_command("MOVE", find("again", "Later"), "INBOX"); imap.store(find("seen"), "-FLAGS", r"(\Seen)")
imap.store(find("seen"), "+FLAGS", "($NotJunk \\Flagged)")'
sync
is "$? $(became again) $(became seen)" "0 6 3" "moved back; flagged"
by_imap reader@home.example 'imap.create("Zoo"); imap.append("Zoo", None, None, letter("zebra"))' && sync &&
    by_imap reader@home.example 'imap.delete("Zoo"); imap.create("Zoo"); imap.append("Zoo", r"(\Seen)", None, letter("zebra"))
imap.append("Zoo", None, None, letter("gnu"))'
sync
is "$? $(became zebra) $(became gnu)" "0 4 0" "a folder of the same name with other numbers" || note "$(cat "$work/err")"
[ -z "$(find "$HOME/state" -name fetched)" ]
ok $? "no message is left in the state"

# --- what heed handed on ---------------------------------------------------------------------------------------
HOME=$work $as_reader "$work/bin/heed" lmtp 2> "$work/lmtp.err" &
lmtp=$!
cleanups+=("end_lmtp")
end_lmtp() { kill "$lmtp" 2>/dev/null; wait "$lmtp"; }
wait_for test -S "$work/site/lmtp"
python3 - "$root/tests/lmtp" "$work/site/lmtp" > "$work/replies" <<'EOF_PYTHON'
import sys
sys.path.insert(0, sys.argv[1])
from lmtp import Client
for name in ("handed", "moved", "left"):
    print(Client(sys.argv[2]).deliver(f"From: Toni <toni@{name}.example>\r\nTo: reader@home.example\r\nSubject: Saturday?\r\n"
                                      f"Message-ID: <{name}@x.example>\r\n\r\nSee you.\r\n".encode(), "reader@home.example")[0][:3])
EOF_PYTHON
is "$(paste -sd' ' "$work/replies")" "250 250 250" "the store takes what heed hands on"
all_known() { became handed && became moved && became left; } > /dev/null 2>&1
wait_for all_known
by_imap reader@home.example 'imap.store(find("handed"), "+FLAGS", r"(\Seen \Answered)"); imap._simple_command("MOVE", find("moved"), "Later")'
sync
is "$? $(became handed) $(became moved) $(became left) $(became left placement) $(became left indexed)" "0 1 7 0 1 1" \
    "of what heed handed on: answered; put aside; left" || note "$(cat "$work/err")"
end_lmtp
HOME=$work $as_reader "$work/bin/heed" user reader@home.example why --json id:left@x.example > "$work/out" 2> "$work/err"
is "$? $(grep -c '"became": "undecided"' "$work/out")" "0 1" "why: of a message that is fetched" || note "$(cat "$work/err" "$work/out")"

# --- what it costs ---------------------------------------------------------------------------------------------
start_proxy() { # start_proxy [HOW]
    : > "$work/said"
    $as_reader timeout 200 python3 "$root/tests/imap/proxy.py" "$work/site/proxy" "$sockets/imap-heed" "$work/said" "$@" 2>> "$work/proxy.err" &
    proxy=$!
    wait_for test -S "$work/site/proxy"
}
stop_proxy() { kill "$proxy" 2>/dev/null; wait "$proxy" 2>/dev/null; rm -f "$work/site/proxy"; }
cleanups+=(stop_proxy)
: > "$work/said" && chown "$user" "$work/said"
settings "$work/site/proxy"
start_proxy
sync
is "$? $(sed -E 's/^a[0-9]+ //; s/ .*//' "$work/said" | grep -v = | paste -sd' ')" "0 AUTHENTICATE CAPABILITY NAMESPACE LIST LOGOUT" \
    "where nothing is new, one command asks for all folders"
: > "$work/said"
by_imap reader@home.example 'imap.store(find("zebra", "Zoo"), "+FLAGS", r"(\Answered)")'
sync
is "$? $(became zebra) $(grep -c EXAMINE "$work/said") $(grep -c FETCH "$work/said") $(grep -c CHANGEDSINCE "$work/said")" "0 1 1 1 1" \
    "one flag: one folder is opened, and what has changed is asked for"
: > "$work/said"
by_imap reader@home.example 'imap.store(find("gnu", "Zoo"), "+FLAGS", r"(\Deleted)"); imap.expunge()'
sync && sync
is "$? $(became gnu) $(grep -c SEARCH "$work/said") $(grep -c BODY "$work/said")" "0 9 1 0" "one expunged: one search, and no mail is fetched"
stop_proxy
start_proxy late
by_imap reader@home.example 'imap.store(find("zebra", "Zoo"), "-FLAGS", r"(\Seen)")'
sync
is "$? $(became late) $(grep -c 'FETCH 1:\*' "$work/said")" "0 0 0" "what comes while heed asks is met, and nothing is read twice" ||
    note "$(cat "$work/said" "$work/err")"
stop_proxy

# --- a server that means harm ------------------------------------------------------------------------------------
by_imap reader@home.example 'imap.append("Zoo", None, None, letter("yak")); imap.store(find("zebra", "Zoo"), "+FLAGS", r"(\Flagged)")'
before=$(book reader@home.example)
for how in endless literal many fewer zero nul bare close short refuse; do
    start_proxy $how
    began=$SECONDS
    sync
    code=$?
    is "$((code != 0 && code < 124)) $(grep -c '^heed' "$work/err") $(book reader@home.example)" "1 1 $before" "$how: said, and nothing is learned" ||
        note "$(cat "$work/err" "$work/out")"
    [ $((SECONDS - began)) -le 30 ]
    ok $? "$how: at once"
    stop_proxy
done
start_proxy stall
sync &
stalled=$!
asked() { grep -q LIST "$work/said"; }
wait_for asked
speaker=$(pgrep -P "$(pgrep -P "$(pgrep -P "$stalled")")" | sort -n | head -n 1) # the first that heed starts, below timeout(1)
[ -n "${SANITIZE:-}" ] || is "$(sed -n 's/^Seccomp:\t//p; s/^NoNewPrivs:\t//p' "/proc/$speaker/status" | paste -sd' ')" "1 2" "who speaks IMAP has given up its rights"
is "$(ls -l "/proc/$speaker/fd" | grep -c 'socket:')" 2 "and has two sockets: the server's, and whoever asks"
is "$(ls -l "/proc/$speaker/fd" | grep -- '->' | grep -vcE 'socket:|/dev/null|pipe:|/(err|out)$')" 0 "and no file"
kill -9 "$speaker"
wait "$stalled"
is "$? $(grep -c 'the process that speaks IMAP ended' "$work/err")" "75 1" "and where it is killed, that is said" || note "$(cat "$work/err")"
if [ "$(id -u)" = 0 ]; then
    : > "$work/said"
    chown root "$work/site/password"
    HOME=$work timeout 100 "$work/bin/heed" user reader@home.example sync 2> "$work/err" &
    wait_for asked
    main=$(pgrep -P $!)
    is "$(ps -o user:40= -p "$main,$(pgrep -P "$main" | sort -n | head -n 1)" | paste -sd' ')" "$user nobody" \
        "started by root, who writes the book is the user, who speaks IMAP is nobody"
    kill "$main"
    wait $!
    chown "$user" "$work/site/password"
fi
stop_proxy
is "$(book reader@home.example)" "$before" "nothing is learned by that"
sync
is "$? $(grep -c 'cannot connect to \[site\] imap' "$work/err")" "75 1" "a server that is not there" || note "$(cat "$work/err")"
start_proxy
sync
is "$? $(became zebra) $(became yak)" "0 1 0" "an honest one: what was missed is learned"
stop_proxy

# --- settings -----------------------------------------------------------------------------------------------------
settings "$sockets/imap-heed"
doctor() { HOME=$work $as_reader "$work/bin/heed" doctor --site 2>&1 | unwrapped 25 > "$work/out"; grep -cE "$1" "$work/out"; }
is "$(doctor '^ok .*the IMAP server listens')" 1 "doctor --site: the IMAP server" || note "$(cat "$work/out")"
chmod 644 "$work/site/password"
is "$(doctor '^problem .*others than root and heed may')" 1 "doctor --site: the password" || note "$(cat "$work/out")"
sync
is "$? $(grep -c 'chmod 600' "$work/err")" "1 1" "a password that others can read is refused" || note "$(cat "$work/err")"
chmod 600 "$work/site/password"
echo another > "$work/site/password"
sync
is "$? $(grep -ci 'authentication failed' "$work/err")" "75 1" "one that is wrong" || note "$(cat "$work/err")"
echo 'master secret' > "$work/site/password"
settings 192.0.2.1:143
HOME=$work $as_reader "$work/bin/heed" check > "$work/out" 2>&1
is "$(grep -c '^[^ ]*config:10:1: "192.0.2.1:143" is neither' "$work/out")" 1 "no other machine is asked" || note "$(cat "$work/out")"
settings "$sockets/imap-heed"

# --- what users are told ---------------------------------------------------------------------------------------------
theirs() { HOME=$work $as_reader "$work/bin/heed" user reader@home.example "$@" 2>&1; }
theirs doctor | unwrapped 25 > "$work/out"
is "$(grep -c "IMAP server at $sockets/imap-heed" "$work/out") $(grep -c 'Maildir\|recipe' "$work/out")" "1 0" "doctor speaks of the IMAP server, and of no Maildir" ||
    note "$(cat "$work/out")"
is "$(theirs status | unwrapped 2 | grep -c "^history: the folders and flags of $sockets/imap-heed")" 1 "and so does status"

by_imap reader@home.example 'imap.append("INBOX", None, None, letter("lark").replace(b"reader@", b"reader+lark@"))'
HOME=$work $as_reader "$work/bin/heed" user reader@home.example alias note --learn > "$work/out" 2> "$work/err"
is "$? $(grep -c '^reader+lark@home.example  .*lark.example, 1 message$' "$work/out")" "0 1" "addresses given out before are found in the store" ||
    note "$(cat "$work/out" "$work/err")"

# --- state that was lost --------------------------------------------------------------------------------------------
rm -rf "$HOME/state"
sync
is "$? $(became answered) $(became flagged) $(became opened) $(became zebra)" "0 1 3 4 1" "lost state is built anew from the store" || note "$(cat "$work/err")"
for name in book.db book.db-wal book.db-shm; do
    echo "no book, and not a short one" | tee "$HOME"/state/*/reader@home.example/state/$name > /dev/null
done
sync
is "$? $(became answered) $(became flagged) $(grep -c corrupt "$work/err")" "0 1 3 1" "a book that is broken is put aside for one from the store" ||
    note "$(cat "$work/err")"
HOME=$work $as_reader timeout 100 "$work/bin/heed" user --all sync
ok $? "heed user --all sync"
finish
