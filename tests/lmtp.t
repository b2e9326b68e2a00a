#!/bin/bash
# heed lmtp between a mail server's words and a store that is a stand-in: replies for each recipient, what goes on to the
# store, what happens when a judge, the store or heed itself fails, and that each user's history decides for that user.
. "$(dirname "$0")/lib.sh"
[ -z "${SANITIZE:-}" ] || skip_all "sanitizers have to be loaded first, where what harms heed has to be"
. "$root/tests/lmtp/between.sh"
. "$root/tests/lmtp/harm.sh"

make_histories

start_store
start_heed
checks "$root/tests/lmtp/protocol.py" "$work/lmtp" "$work/got"
checks "$root/tests/lmtp/crowded.py" "$work/lmtp"
touch "$work/got/chunking"
checks "$root/tests/lmtp/chunking.py" "$work/lmtp" "$work/got"
[ "$(grep -c "^BDAT [0-9]* LAST" "$work/got/said")" -ge 10 ]
ok $? "what comes in chunks goes on as one"
rm "$work/got/chunking"
checks "$root/tests/lmtp/judges.py" "$work/lmtp" "$work/got" "$work/state" "$work/log" "$server"

# --- the store away, and back ------------------------------------------------------------------------------
kept() { ls "$work/got" | grep -c '\.to$'; }
stop_store
before=$(kept)
is "$(try "$work/lmtp" fine@home.example)" 421 "no store: 421"
start_store
is "$(try "$work/lmtp" fine@home.example):$(($(kept) - before))" "250 2.0.0:1" "it is back: the same message goes through, once"
[ ! -d "$work/state" ] || mv "$work/state" "$work/state.away"
printf '' > "$work/state"
is "$(try "$work/lmtp" fine@home.example)" "250 2.0.0" "nowhere to keep what is known of users: handed on all the same"
last=$(ls "$work/got" | grep -v '[^0-9]' | sort -n | tail -n 1)
is "$(sed -n 's/\r$//; s/^X-Heed: //p' "$work/got/$last")" "inbox; unjudged=no-process" "and it says why"
rm "$work/state" && mv "$work/state.away" "$work/state"

# --- forgotten ---------------------------------------------------------------------------------------------
known_again() { [ -s "$(echo "$work"/state/??/bob@home.example/state/book.db)" ]; }
known() { find "$work/state" -path '*/bob@home.example/*' | grep -c .; }
[ "$(known)" -gt 0 ]
ok $? "something is known of a user"
$as "$work/bin/heed" user bob@home.example erase < /dev/null 2> "$work/err"
is "$?:$([ "$(known)" -gt 0 ] && echo kept)" "64:kept" "erase: nobody to ask, no --yes"
before=$(find "$work/users" -type f | wc -l)
for i in 1 2 3; do try "$work/lmtp" bob@home.example > /dev/null; done # the last of them waits to be noted
$as "$work/bin/heed" user bob@home.example erase --yes
pause 5
is "$?:$(known)" "0:0" "erase --yes: nothing is"
is "$(find "$work/users" -type f | wc -l)" "$before" "but mail is there"
is "$(try "$work/lmtp" bob@home.example)" "250 2.0.0" "mail to that user goes on"
last=$(ls "$work/got" | grep -v '[^0-9]' | sort -n | tail -n 1)
is "$(sed -n 's/\r$//; s/^X-Heed: //p' "$work/got/$last")" "inbox" "judged"
wait_for known_again
ok $? "and a new history begins"

# --- stopped -----------------------------------------------------------------------------------------------
exec 4> >(PYTHONPATH=$root/tests/lmtp PYTHONDONTWRITEBYTECODE=1 $python -c 'import sys
from lmtp import *
client = Client(sys.argv[1])
client.ask("MAIL FROM:<a@b.example>"), client.ask("RCPT TO:<fine@home.example>"), open(sys.argv[2] + "/begun", "w").close()
sys.stdin.readline()
client.ask("DATA")
client.send(letter("last") + b".\r\n")
open(sys.argv[2] + "/last", "w").write(client.reply()[:9])' "$work/lmtp" "$work/got")
wait_for test -e "$work/got/begun"
kill "$server"
refused() { $python -c 'import socket, sys
try: socket.socket(socket.AF_UNIX).connect(sys.argv[1])
except ConnectionRefusedError: sys.exit(0)
sys.exit(1)' "$work/lmtp"; }
wait_for refused
is "$?:$(cat "$work/got/last" 2>/dev/null)" "0:" "SIGTERM: who connects is refused at once, while what has begun goes on"
echo >&4
exec 4>&-
wait_for test -s "$work/got/last"
is "$(cat "$work/got/last")" "250 2.0.0" "and comes to its end"
wait "$server"
is "$?" 0 "it ends with 0"
pgrep -f "^$work/bin/heed lmtp" > /dev/null
is "$?" 1 "and leaves no process behind" || note "$(ps -o pid=,ppid=,etimes=,stat=,wchan:30=,args= -p "$(pgrep -d, -f "^$work/bin/heed lmtp")")"

metric() { sed -n "s/^heed_lmtp_$1 //p" "$work/state/metrics.prom"; }
said() { grep -c "placement=$1 reply=\"250" "$work/log"; }
is "$(for place in priority inbox later; do [ "$(metric "placed_total{placement=\"$place\"}")" -ge "$(said $place)" ] && [ "$(said $place)" -gt 0 ] && echo $place; done | paste -sd' ')" \
    "priority inbox later" "placements are counted for Prometheus" || note "$(cat "$work/state/metrics.prom")"
is "$(metric 'unjudged_total{reason="timeout"}' | sed 's/[1-9][0-9]*/some/') $(metric 'replies_total{code="552"}' | sed 's/[1-9][0-9]*/some/')" "some some" \
    "and what was not judged, and replies by code"
is "$(metric 'judge_seconds_count')" "$(metric 'judge_seconds_bucket{le="+Inf"}')" "and how long it took"
is "$(grep -vcE '^(# (HELP|TYPE) heed_(lmtp|site)_[a-z_]+ .+|heed_(lmtp|site)_[a-z_]+(\{[a-z]+="[^"{}]+"\})? [0-9.]+)$' "$work/state/metrics.prom")" 0 "each line is one of the format"

# --- kill -9 of any process, again and again; SOAK=N: so many messages -----------------------------------------
soak=${SOAK:-${HEED_ALL:+300}}
rm -rf "$work/got"/*
LD_PRELOAD= checks "$root/tests/lmtp/soak.py" "$work/lmtp" "$work/got" "${soak:-30}" $as "$work/bin/heed" lmtp

# --- by systemd, on loopback, with little room -----------------------------------------------------------------
. "$root/tests/smtp.sh"
settings "sessions = 2" "spool-size = 1"
$python -c 'import os, socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); s.bind(sys.argv[1]); os.chmod(sys.argv[1], 0o666)
while True: print(s.recv(2000).decode(), flush=True)' "$work/notify" > "$work/notified" &
notified=$!
wait_for test -S "$work/notify"
activate() { exec env LD_PRELOAD= $as $python "$root/tests/lmtp/activated.py" "$1" "$work/notify" "$work/bin/heed" lmtp 2>> "$work/heed.err"; }
(activate anywhere)
is "$?" 78 "a socket that is open to other machines is refused"
is "$(grep -c 'none of this machine alone' "$work/heed.err")" 1 "and it says so"
activate "$port" &
server=$!
wait_for grep -qx READY=1 "$work/notified"
ok $? "READY=1"
alive() { [ "$(grep -cx WATCHDOG=1 "$work/notified")" -ge "$1" ]; }
wait_for alive 5
ok $? "WATCHDOG=1, again and again"
is "$(try "$port" fine@home.example)" "250 2.0.0" "a socket on loopback, from systemd"
exec 4<>"/dev/tcp/127.0.0.1/$port" 5<>"/dev/tcp/127.0.0.1/$port"
read -r -t 20 _ <&4; read -r -t 20 _ <&5
is "$(try "$port" fine@home.example)" 421 "a session more than there may be: 421"
exec 4>&- 5>&-
served() { [ "$(try "$port" fine@home.example)" = "250 2.0.0" ]; }
wait_for served
ok $? "and served when one has ended"
is "$(PYTHONPATH=$root/tests/lmtp $python -c 'import sys
from lmtp import *
client = Client(sys.argv[1])
print(client.deliver(letter("large") + b"x" * 1500000 + b"\r\n", "fine@home.example")[0][:9],
      client.deliver(letter("small"), "fine@home.example")[0][:9])' "$port")" "452 4.3.1 250 2.0.0" "no room for a message: 452, and the next one has"
kill -TERM "$server"; wait "$server"
grep -qx STOPPING=1 "$work/notified"
ok $? "STOPPING=1"
kill "$notified"

# --- as root: users are accounts, each judged as that one --------------------------------------------------------
if [ -n "$as" ]; then
    make_two
    mkdir "$work/root-state"
    settings "users = passwd" "listener = heedtest$$" "state = $work/root-state"
    sed -i '0,/^users/{/^users/d}; 0,/^state/{/^state/d}; /^home/d' "$work/site/config"
    chmod 755 "$work/users"
    as=
    start_heed
    before=$(kept)
    is "$(try "$work/lmtp" "heedtest$$a@home.example" "heedtest$$b+x@home.example" root@home.example nobody-of-that-name@home.example)" \
        "250 2.0.0 250 2.0.0 250 2.0.0 250 2.0.0" "accounts, root, and nobody"
    is "$(for i in $(ls "$work/got" | grep -v '[^0-9]' | sort -n | tail -n "$(($(kept) - before))"); do
        echo "$(sed -n 's/\r$//; s/^X-Heed: //p' "$work/got/$i") $(tail -n +2 "$work/got/$i.to" | sed "s/heedtest$$//" | paste -sd' ')"; done | sort)" \
        "inbox a@home.example b+x@home.example
inbox; unjudged=no-process root@home.example
inbox; unjudged=no-user nobody-of-that-name@home.example" "who has an account is judged; root is not, and who has none"
    make_account "heedtest$$c" /nonexistent
    is "$(try "$work/lmtp" "heedtest$$c@home.example")" "250 2.0.0" "an account without a home: its mail is the store's"
    is "$(sed -n 's/\r$//; s/^X-Heed: //p' "$work/got/$(ls "$work/got" | grep -v '[^0-9]' | sort -n | tail -n 1)")" "inbox" "and is judged"
    noted() { [ -s "$(echo "$work"/root-state/??/heedtest$$b/state/book.db)" ]; }
    wait_for noted
    ok $? "what is known of her is kept"
    is "$(find "$work/root-state" -mindepth 2 -user root | grep -v keys; find "$work/root-state" -path "*heedtest$$a*" ! -user "heedtest$$a")" "" "and is hers"
    is "$(ps -o user:32= -p "$(pgrep -oP "$server")" | tr -d ' ')" "heedtest$$" "who listens is not root"
    sed -i "s/^listener = .*/listener = no-such-$$/" "$work/site/config"
    kill -HUP "$server"
    wait_for grep -q "there is no account no-such-$$, .*; the settings of before hold" "$work/heed.err"
    is "$?:$(try "$work/lmtp" "heedtest$$a@home.example")" "0:250 2.0.0" "SIGHUP, and the listener's account is not there: all stays as it was"
    kill "$server"; wait "$server"
    is "$?" 0 "it ends with 0"
fi

settings "listen = 192.0.2.1:2003"
sed -i '0,/^listen/{/^listen/d}' "$work/site/config"
$as "$work/bin/heed" check 2>&1 | grep -q '/config:9:1: "192.0.2.1:2003" is neither an absolute path nor a loopback address'
ok $? "elsewhere it does not listen"
finish
