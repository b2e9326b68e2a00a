#!/bin/bash
# What whoever runs a site sees of it: heed status --site, and heed doctor --site, which finds each thing that can be wrong.
. "$(dirname "$0")/lib.sh"
need pgrep
. "$root/tests/lmtp/between.sh"
make_histories
start_store
start_heed
$as "$work/bin/heed" user --all sync
ok $? "users are learned from"

# --- what stands around it, as stand-ins ---------------------------------------------------------------------
mkdir "$work/stub" "$work/sieve"
cat > "$work/stub/postconf" <<EOP
#!/bin/sh
# As postconf -h: a line for each parameter, from the file of that name, or empty.
shift
for name; do cat "$work/stub/\$name.value" 2>/dev/null || echo; done
EOP
printf '#!/bin/sh\ncat "%s"\n' "$work/stub/doveconf.value" > "$work/stub/doveconf"
chmod +x "$work/stub/postconf" "$work/stub/doveconf"
value() { echo "$2" > "$work/stub/$1.value"; }
around() { # Postfix and Dovecot as heed-site(7) wants them
    value virtual_transport "lmtp:unix:$work/lmtp"
    value lmtp_fallback_relay '[127.0.0.1]:2424'
    value lmtp_connect_timeout 5s
    value lmtp_lhlo_timeout 15s
    value lmtp_data_done_timeout 1800s
    printf 'plugin {\n  sieve_after = %s\n}\n' "$work/sieve/heed.sieve" > "$work/stub/doveconf.value"
    cp "$root/sample-rules/sieve/heed.sieve" "$work/sieve/heed.sieve"
    touch "$work/sieve/heed.svbin"
}
around
chmod -R a+rX "$work/stub" "$work/sieve"

# --- status ------------------------------------------------------------------------------------------------
deliver() { # deliver NAME ADDRESS...
    PYTHONPATH=$root/tests/lmtp PYTHONDONTWRITEBYTECODE=1 $python -c 'import sys
from lmtp import *
Client(sys.argv[1]).deliver(offer(sys.argv[2]), *sys.argv[3:])' "$work/lmtp" "$@"
}
state_of() { find "$work/state" -name "$1@home.example"; }
synced() { # synced USER SECONDS: the last sync is so long ago
    $as $python -c 'import sqlite3, sys, time
db = sqlite3.connect(sys.argv[1])
db.execute("update meta set value = ? where key = \"synced\"", (int(time.time()) - int(sys.argv[2]),))
db.commit()' "$(state_of "$1")/state/book.db" "$2"
}
status() { $as "$work/bin/heed" status --site "$@" > "$work/out" 2> "$work/err"; }
field() { python3 -c 'import json, sys
found = json.load(open(sys.argv[1]))
for name in sys.argv[2:]: found = found.get(name) if found else None
print(found)' "$work/out" "$@"; }
deliver one ann@home.example bob@home.example
$as "$work/bin/heed" user ann@home.example headers > "$work/said"
synced bob 7200
status
is "$?:$(head -n 1 "$work/out" | grep -c '^2 users (1 headers only, 0 off), [0-9.]* MiB in ')" "0:1" "status --site: users" || note "$(cat "$work/out" "$work/err")"
grep -qx 'last sync 2 hours ago for who waits longest, bob@home.example' "$work/out"
ok $? "how far learning is behind" || note "$(cat "$work/out")"
counted() { status --json && [ "$(field lmtp replies_total 250)" = 2 ]; }
wait_for counted
ok $? "what heed lmtp counts" || note "$(cat "$work/out")"
is "$(field users):$(field headers-only):$(field broken):$(field oldest-sync-of):$(field lmtp placed_total priority)" "2:1:0:bob@home.example:1" \
    "the same for programs"
bytes=$(field bytes)
is "$(find "$work/state/"?? -type f -printf '%s\n' | awk '{ sum += $1 } END { print sum }')" "$bytes" "bytes of state"
book=$(state_of bob)/state/book.db
cp "$book" "$work/book"
printf 'no book at all, and longer than a page of one would have to be' > "$book"
status
is "$?:$(grep -c '^1 cannot be looked at, first bob@home.example: ' "$work/out")" "0:1" "a book that is broken" || note "$(cat "$work/out")"
cat "$work/book" > "$book"
settings 'users = /nowhere/auth-userdb'
status
is "$?:$(grep -c 'cannot connect to /nowhere/auth-userdb' <(tr -s ' \n' ' ' < "$work/err"))" "75:1" "a table that is not there"
settings

if [ -n "$as" ]; then
    chmod 711 "$work/state"
    for words in 'status --site' 'doctor --site' 'user --all sync'; do
        setpriv --reuid=65534 --regid=65534 --clear-groups "$work/bin/heed" $words > "$work/out" 2> "$work/err"
        is "$?:$(grep -c "root or heedtest$$ alone may look into $work/state" <(tr -s ' \n' ' ' < "$work/err")):$(wc -c < "$work/out")" 75:1:0 \
            "$words, by who may not look there" || note "$(cat "$work/out" "$work/err")"
    done
    chmod 755 "$work/state"
fi

# --- doctor ------------------------------------------------------------------------------------------------
doctor() {
    PATH=$work/stub:$PATH $as "$work/bin/heed" doctor --site --json > "$work/out" 2> "$work/err"
    code=$?
}
says() { python3 -c 'import json, sys
for answer in json.load(open(sys.argv[1])):
    if answer["check"] == sys.argv[2]: print(answer["state"] + ": " + answer["says"])' "$work/out" "$1"; }
finds() { # finds CODE CHECK PATTERN WHAT
    doctor
    is "$code:$(says "$2" | grep -cE "$3")" "$1:1" "$4" || note "$(says "$2")" "$(cat "$work/err")"
}
finds 0 listen '^ok: heed lmtp greets' "doctor --site finds nothing wrong where nothing is" ||
    note "$(PATH=$work/stub:$PATH $as "$work/bin/heed" doctor --site)"
for check in settings store accounts state space users postfix dovecot; do
    [ "$(says $check | grep -c '^ok')" -gt 0 ] || lacking="${lacking:-} $check"
done
is "${lacking:-}" "" "of each thing it says that it is well"
is "$(PATH=$work/stub:$PATH $as "$work/bin/heed" doctor --site | tail -n 1)" "0 problems, 1 note" "and in words" # the account heed

kill -STOP "$server" $(pgrep -P "$server")
finds 1 listen "^problem: heed lmtp: nobody greets at $work/lmtp" "heed that hangs"
kill -CONT "$server" $(pgrep -P "$server")
stop_heed
finds 1 listen "^problem: heed lmtp: cannot connect to $work/lmtp" "heed that is not there"
start_heed
stop_store
finds 1 store "^problem: the store: cannot connect to $work/store" "a store that is away"
start_store

settings 'users = /nowhere/auth-userdb'
finds 1 accounts '^problem: the table of users: cannot connect to /nowhere' "a table of users that is not there"
settings "group = no-such-$$"
finds 1 settings "^problem: .*/config:[0-9]*:1: the system has no group \"no-such-$$\": only the owner may connect" "a group that is not there"
is "$(grep -o "no-such-$$" "$work/out" | wc -l)" 1 "and once"
$as "$work/bin/heed" check > "$work/out" 2>&1
grep -qF "the system has no group \"no-such-$$\"" <(tr -s ' \n' ' ' < "$work/out")
ok $? "check says it, too"
settings "account = no-such-$$"
finds 1 accounts "^problem: there is no account no-such-$$" "an account that is not there"
settings 'users = passwd'
finds 1 accounts '^problem: there is no account heed' "a listener's account that is not there, where root is needed"
is "$(says users | grep -c '^note: 2 are not in the table of users any more, the first ')" 1 "users who are gone"
settings 'spool = /nowhere'
finds 1 space '^problem: /nowhere: No such file' "no room for messages"
settings 'judge-tim = 3'
finds 1 settings 'unknown setting "judge-tim", did you mean judge-time' "a mistake in the settings"
settings
echo 'from shop.example => later' > "$work/site/rules"
finds 1 settings '^problem: 1 rules of the site are left out' "a mistake in the rules"
rm "$work/site/rules"
if [ -n "$as" ]; then
    settings "account = heedtest$$"
    chown root: "$work/site/config"
    chmod 600 "$work/site/config"
    PATH=$work/stub:$PATH "$work/bin/heed" doctor --site --json > "$work/out" 2>&1
    is "$(says users | grep -c '^problem: 2 .*a process of this user cannot read ')" 1 "settings that users cannot read" || note "$(says users)"
    chown heedtest$$: "$work/site/config"
    settings
fi
chmod 664 "$work/site/config"
finds 1 settings '^problem: others can write to' "settings that others can write"
chmod 644 "$work/site/config"

chmod 644 "$work/state/keys/seal.key"
finds 1 state '^problem: others can look into .*/keys/seal.key' "a key that others can read"
chmod 600 "$work/state/keys/seal.key"
mv "$work/state/keys/seal.key" "$work/state/keys/away"
finds 1 state '^problem: .*/keys/seal.key is not there: verdicts go unsealed' "a key that is not there"
is "$(says state | grep -c '^ok')" 0 "of which nothing is well then"
mv "$work/state/keys/away" "$work/state/keys/seal.key"
chmod 755 "$(state_of ann)"
finds 1 users '^problem: 1 have folders that others can look into, the first ann@home.example' "a user's folder that others can read"
chmod 700 "$(state_of ann)"
synced bob $((3 * 86400))
finds 1 users '^problem: 1 were not learned from for two days, the first bob@home.example: 3 days ago' "learning that has stopped"
synced bob 0
ann=$work/users/home.example/ann/.config/heed/config
cp "$ann" "$work/ann"
echo 'later 3' >> "$ann"
finds 1 users "^problem: 1 have mistakes in their settings, the first ann@home.example: $ann:[0-9]*:1: expected name=value" "a user's mistake"
cat "$work/ann" > "$ann"
printf 'no book at all, and longer than a page of one would have to be' > "$book"
finds 1 users '^problem: 1 cannot be looked at, the first bob@home.example: ' "a user's book that is broken"
cat "$work/book" > "$book"

for name in lmtp_fallback_relay: lmtp_connect_timeout:0s lmtp_lhlo_timeout:300s lmtp_data_done_timeout:600s; do
    value "${name%:*}" "${name#*:}"
    finds 1 postfix "^problem: Postfix's ${name%:*} is not set: " "Postfix without ${name%:*}"
    around
done
value lmtp_fallback_relay ''
store_is=maildir settings
finds 0 postfix '^ok: Postfix does not wait long' "without a store there is nobody to fall back on"
settings
around
value virtual_transport 'lmtp:unix:private/dovecot-lmtp'
finds 0 postfix '^note: no transport of Postfix leads to ' "a Postfix that hands on to somebody else"
around
mv "$work/stub/postconf" "$work/stub/away"
printf '#!/bin/sh\nprintf "postconf: \\033[1mfatal: no main.cf\\n" >&2\nexit 1\n' > "$work/stub/postconf"
chmod 755 "$work/stub/postconf"
finds 1 postfix "^problem: $work/stub/postconf fails: postconf: .*fatal: no main.cf$" "a postconf that fails"
is "$(says postfix | grep -c $'\033')" 0 "in words without signs for the terminal"
mv "$work/stub/away" "$work/stub/postconf"
rm "$work/sieve/heed.svbin"
finds 1 dovecot '^problem: .*/heed.sieve is not compiled' "a script that is not compiled"
touch -d '1 hour ago' "$work/sieve/heed.svbin"
finds 1 dovecot '^problem: .*/heed.sieve was changed since it was compiled' "one that was changed since"
rm "$work/sieve/heed.sieve"
finds 1 dovecot '^problem: .*/heed.sieve is not there' "one that is not there"
around
printf 'plugin {\n  sieve_after = %s\n}\n' "$work/sieve" > "$work/stub/doveconf.value"
finds 0 dovecot '^ok: a script behind' "a folder of scripts"
: > "$work/stub/doveconf.value"
finds 0 dovecot '^note: no sieve_after' "none that files by the header"
around
finds 0 listen '^ok: heed lmtp greets' "all is mended"

# --- what the timer leaves ---------------------------------------------------------------------------------
stop_heed
rm -f "$work/state/learned"
synced bob $((3 * 86400))
$as "$work/bin/heed" user --all sync
is "$?:$(cut -d' ' -f2- "$work/state/learned")" "0:$(find "$work/state/"?? -type f -printf '%s\n' | awk '{ sum += $1 } END { print sum }') 2 0" \
    "user --all sync sums up what it comes to"
read -r oldest _ < "$work/state/learned"
age=$(($(date +%s) - ${oldest:-0}))
[ "$age" -ge 0 ] && [ "$age" -lt 600 ]
ok $? "all are learned from" || note "$age"
sed -i "s/^[0-9]*/$(($(date +%s) - 7200))/" "$work/state/learned" # as if the timer had stopped

# --- numbers, for who asks ---------------------------------------------------------------------------------
settings "metrics-socket = $work/numbers" "sessions = 2" "group = $($as id -gn)"
sed -i '/^metrics = /d' "$work/site/config"
start_heed
is "$(stat -c %a:%G "$work/lmtp" "$work/numbers" | paste -sd' ')" "660:$($as id -gn) 660:$($as id -gn)" "the group may connect, and nobody else"
deliver two ann@home.example
$as $python - "$work/numbers" "$work/lmtp" "$work/state/learned" > "$work/out" 2>&1 <<'EOP'
import socket, sys, time
def open_one(what=b""):
    s = socket.socket(socket.AF_UNIX)
    s.settimeout(30)
    s.connect(sys.argv[1])
    s.sendall(what)
    return s
def read(s):
    got = b""
    while part := s.recv(65536):
        got += part
    return got.decode()
def asked():
    return read(open_one(b"GET /metrics HTTP/1.1\r\nHost: heed\r\nAccept: */*\r\n\r\n"))
def good(answer):
    head, _, body = answer.partition("\r\n\r\n")
    return head.startswith("HTTP/1.0 200 ") and "Content-Length: %d" % len(body) in head and body.endswith("\n")
for _ in range(500):
    answer = asked()
    if 'heed_lmtp_replies_total{code="250"} 1\n' in answer and "heed_lmtp_processes 0\n" not in answer:
        break
    time.sleep(0.02)
print("asked", good(answer), "heed_lmtp_processes " in answer, answer.count("# TYPE"))
numbers = dict(line.rsplit(" ", 1) for line in answer.splitlines() if line.startswith("heed_site_"))
print("site", 7200 <= int(numbers["heed_site_learn_lag_seconds"]) < 7800, numbers['heed_site_users{learned="yes"}'],
      numbers['heed_site_users{learned="no"}'], numbers["heed_site_state_bytes"] == open(sys.argv[3]).read().split()[1])
print("anything", good(read(open_one(b"\n"))), good(read(open_one(b"x" * 5000 + b"\r\n\r\n"))))
silent = [open_one() for _ in range(3)]
gone = open_one()
gone.close()
mail = []
began = time.time()
for _ in range(2): # as many sessions as there may be
    one = socket.socket(socket.AF_UNIX)
    one.settimeout(30)
    one.connect(sys.argv[2])
    mail.append(one.recv(4))
print("mail", mail, time.time() - began < 1)
print("silent", [good(read(one)) for one in silent], good(asked()))
EOP
is "$(cat "$work/out")" "asked True True 11
site True 2 0 True
anything True True
mail [b'220 ', b'220 '] True
silent [True, True, True] True" "metrics-socket: asked by HTTP, or by nothing; mail does not wait for it"
if command -v curl > /dev/null; then
    is "$($as curl -s --unix-socket "$work/numbers" http://heed/metrics | grep -c '^heed_lmtp_replies_total{code="250"} 1$')" 1 "by curl"
fi
status --json
is "$?:$(field lmtp replies_total 250)" 0:1 "status --site asks there, where no file is named" || note "$(cat "$work/out" "$work/err")"
queue() { status --json && [ "$(field lmtp index_queue_messages)" = "$1" ]; }
wait_for queue 0
ok $? "what was handed on is in the books"
exec 9< "$(state_of ann)/state/index.lock"
flock 9
deliver three ann@home.example
deliver four ann@home.example bob@home.example
wait_for queue 2
ok $? "what cannot be noted is counted" || note "$(cat "$work/out")"
exec 9<&-
deliver five ann@home.example
wait_for queue 0
ok $? "until it is" || note "$(cat "$work/out")"
stop_heed
status
is "$?:$(grep -c "^heed lmtp: cannot connect to $work/numbers" <(tr -s ' \n' ' ' < "$work/out" | sed 's/ heed lmtp/\n&/; s/\n /\n/'))" 0:1 \
    "nobody is there to be asked" || note "$(cat "$work/out" "$work/err")"

settings "group = no-such-$$" "metrics-socket = $work/nowhere/numbers"
: > "$work/heed.err"
start_heed
grep -q "^heed: there is no group no-such-$$; only its owner may connect to $work/lmtp" "$work/heed.err"
ok $? "a group that is not there is said at the start" || note "$(cat "$work/heed.err")"
grep -q "^heed: cannot listen at $work/nowhere/numbers: .*; nobody gets metrics there" "$work/heed.err"
ok $? "so is a metrics-socket that cannot be; mail comes all the same"
is "$(stat -c %a "$work/lmtp")" 600 "and nobody but the owner can connect"

# --- beginning, where something is missing ------------------------------------------------------------------
stop_heed
settings "state = $work/later"
sed -i '0,/^state/{/^state/d}' "$work/site/config"
printf '' > "$work/later"
: > "$work/heed.err"
rm -rf "$work/got"/*
start_heed
marks() { tail -n 1 <(cd "$work/got" && for i in $(ls | grep -v '[^0-9]' | sort -n | tail -n 1); do sed -n 's/\r$//; s/^\(X-Heed[^:]*: [^;]*\).*/\1/p' "$i" | paste -sd' '; done); }
grep -q "^heed: cannot make $work/later/keys; verdicts go unsealed" "$work/heed.err"
ok $? "a state that cannot be is said at the start" || note "$(cat "$work/heed.err")"
rm "$work/later"
$as mkdir -m 711 "$work/later"
deliver later ann@home.example
is "$(marks)" "X-Heed: inbox X-Heed-Seal: v=2" "once it can be, mail is judged and sealed, without a new start" || note "$(cat "$work/heed.err")"
rm -f "$work/numbers" "$work/door"
sed -i "s|^size = .*|&\nmetrics-socket = $work/numbers\nfilter = $work/door|" "$work/site/config"
kill -HUP "$server"
hears() { $as $python -c 'import socket, sys
s = socket.socket(socket.AF_UNIX); s.settimeout(5); s.connect(sys.argv[1]); s.sendall(b"\n"); sys.exit(not s.recv(4).startswith(sys.argv[2].encode()))' "$@" 2> /dev/null; }
wait_for hears "$work/numbers" HTTP
ok $? "SIGHUP: a metrics-socket that was not open is" || note "$(cat "$work/heed.err")"
wait_for hears "$work/door" 220
ok $? "and so is the one of heed filter" || note "$(cat "$work/heed.err")"
stop_heed
if [ -n "$as" ]; then
    settings "listener = no-such-$$"
    rm -f "$work/lmtp"
    timeout 20 "$work/bin/heed" lmtp < /dev/null > "$work/out" 2>&1
    is "$?:$(grep -c "there is no account no-such-$$" "$work/out"):$(test -S "$work/lmtp" && echo bound)" 78:1: \
        "a listener's account that is not there: by root heed lmtp does not begin" || note "$(head -n 5 "$work/out")"
fi

# --- what a site's user cannot have done --------------------------------------------------------------------
as_user() { $as timeout 30 "$work/bin/heed" user "$@" > "$work/out" 2> "$work/err" < /dev/null; }
$as mkdir -p "$work/users/home.example/carl/Maildir"/{cur,new,tmp}
as_user carl@home.example tag folder:INBOX
is "$?:$(head -n 1 "$work/out")" "0:0 messages match" "tag, of whom nothing is known yet" || note "$(cat "$work/err")"
for words in '64 nonsense' '1 alias' '1 alias list' '1 senders' '1 why id:two@x.example' '1 backtest' '0 status' '0 mode' '0 sync --help'; do
    as_user dora@home.example ${words#* }
    is "$?:$(state_of dora)" "${words%% *}:" "${words#* }: makes nothing for whom nothing is known of" || note "$(cat "$work/err")"
done
mv "$work/site/config" "$work/away"
printf '[trust]\nauthserv-id = mx.home.example\n' > "$work/site/config"
for words in 'dora@home.example sync' 'dora@home.example init' '--all sync'; do
    as_user $words
    is "$?:$(grep -c 'no site is set up here: .*/config has no \[site\]' <(tr -s ' \n' ' ' < "$work/err"))" 78:1 "$words, without [site]" || note "$(cat "$work/err")"
done
mv "$work/away" "$work/site/config"
as_user ann@home.example watch
is "$?:$(grep -c 'watch is for one person' "$work/err")" "64:1" "watch would follow somebody else's mail"
as_user ann@home.example why --brief folder:INBOX
is "$?" 0 "why, of a folder" || note "$(cat "$work/err")"
for i in $(seq 1 20); do
    printf '%s\n' "Received: from out.x.example by mx.home.example; $(date -R -d "-$i days")" "From: Tom <tom@x.example>" \
        "To: stranger@x.example" "Subject: $i" "Date: $(date -R -d "-$i days")" "Message-ID: <c$i@x.example>" "" "Body." > "$work/users/home.example/carl/Maildir/cur/$i:2,"
done
[ -z "$as" ] || chown -R heedtest$$: "$work/users/home.example/carl"
as_user carl@home.example init --yes "$work/users/home.example/carl/Maildir"
is "$?:$(sed -n 's/^addresses *= *//p' "$work/users/home.example/carl/.config/heed/config")" "0:carl@home.example;stranger@x.example" \
    "init --yes: the site's name for a user stands before what is found in mail" || note "$(cat "$work/out" "$work/err")"
is "$(sed -n 's/^addresses *= *//p' "$ann")" ann@home.example "and once"
(umask 077 && echo secret > "$work/site/password")
[ -z "$as" ] || chown heedtest$$: "$work/site/password"
settings "imap = $work/imap" 'master-user = heed' "master-password-file = $work/site/password"
for words in 'tag date:2026' 'tag --new' backtest 'why folder:INBOX'; do
    as_user ann@home.example $words
    is "$?:$(grep -c 'with \[site\] imap there are no Maildirs' <(tr -s ' \n' ' ' < "$work/err"))" "64:1" "$words: by IMAP nothing is looked through"
done
as_user ann@home.example why id:two@x.example
is "$?:$(grep -c 'no Maildirs' "$work/err")" "75:0" "one message is fetched" || note "$(cat "$work/err")"
finish
