#!/bin/bash
# heed lmtp as the store, for sites without one: replies for each recipient, what is in their Maildirs, what happens when a
# judge, who stores or the disk fails, that nothing is lost by kill -9, and that what users do there is learned.
. "$(dirname "$0")/lib.sh"
store_is=maildir users=$work/userdb
[ -z "${SANITIZE:-}" ] || skip_all "sanitizers have to be loaded first, where what harms heed has to be"
. "$root/tests/lmtp/between.sh"
. "$root/tests/lmtp/harm.sh"
homes=$work/users/home.example
printf '[folders]\nlater = Later\nsuspect = Suspect\n' >> "$work/site/config"
mkdir -p "$homes"/{rule,lone}/.config/heed "$homes/rights/Maildir"/{cur,new,tmp} "$homes"/{quota,noroom,stuck}
echo 'kind is promotion -> folder "Shops"' > "$homes/rule/.config/heed/rules"
echo 'kind is promotion -> later' > "$homes/lone/.config/heed/rules"
[ -z "$as" ] || chown -R heedtest$$: "$homes"
mkdir -p "$homes/deep/Maildir"/{,Old/}{cur,new,tmp} "$homes/deep/.config/heed"
echo 'kind is promotion -> folder "Lists/Sub/Shops"' > "$homes/deep/.config/heed/rules"
[ -z "$as" ] || chown -R heedtest$$: "$homes/deep"
chmod 500 "$homes/rights/Maildir"/*
[ "$(id -u)" = 0 ] && owner=$(id -u heedtest$$):$(id -g heedtest$$) || owner=$(id -u):$(id -g)
$python "$root/tests/lmtp/userdb.py" "$users" "$homes" "${owner%:*}" "${owner#*:}" fresh other new &
table=$!
cleanups+=(stop_table)
stop_table() { kill "$table" 2>/dev/null; }
wait_for test -S "$users"
make_histories

start_heed
checks "$root/tests/lmtp/maildirs.py" "$work/lmtp" "$homes" "$work/state" "$server"
mkdir "$homes/fine" && { [ -z "$as" ] || chown heedtest$$: "$homes/fine"; }
checks "$root/tests/lmtp/chunking.py" "$work/lmtp" "$homes"

# --- users who want less -----------------------------------------------------------------------------------
modes() { # modes NAME: where bob has it, and with what in its header
    PYTHONPATH=$root/tests/lmtp PYTHONDONTWRITEBYTECODE=1 $python -c 'import sys
from lmtp import *
Client(sys.argv[1]).deliver(offer(sys.argv[2]), "bob@home.example")' "$work/lmtp" "$1"
    (cd "$homes/bob/Maildir" && for file in $(grep -rl "^Message-ID: <$1@test.example>" new .Later/new); do echo "${file%/*} $(grep -o '^X-Heed.*' "$file" | sed 's/t=.*/.../' | paste -sd' ')"; done)
}
$as "$work/bin/heed" user bob@home.example headers > /dev/null
is "$(modes headers)" "new X-Heed: inbox; would=later X-Heed-Seal: v=2; ..." "headers only: in the inbox"
$as "$work/bin/heed" user bob@home.example off > /dev/null
is "$(modes off)" "new " "off: in the inbox, and no header"
$as "$work/bin/heed" user bob@home.example on > /dev/null
is "$(modes on)" ".Later/new X-Heed: later X-Heed-Seal: v=2; ..." "on"

# --- learning ----------------------------------------------------------------------------------------------
knows() { $as "$work/bin/heed" user bob@home.example why --json id:offer@test.example > "$work/why" 2>/dev/null && grep -q '"later"' "$work/why"; }
wait_for knows
ok $? "what is stored is known" || note "$(cat "$work/why")"
$as "$work/bin/heed" user --all sync 2> "$work/err"
is "$?" 0 "heed user --all sync" || note "$(cat "$work/err")"
offer=$(grep -rl "^Message-ID: <offer@" "$homes/bob/Maildir/.Later/new")
$as mv "$offer" "$homes/bob/Maildir/cur/${offer##*/}:2,S"
$as "$work/bin/heed" user --all sync 2> "$work/err"
is "$?:$($as "$work/bin/heed" user bob@home.example why --json id:offer@test.example 2>/dev/null | $python -c 'import json, sys; print(json.load(sys.stdin).get("became"))')" \
    "0:rescued" "bob takes it out of Later, and that is learned"
start_store
exec 4> >(PYTHONPATH=$root/tests/lmtp PYTHONDONTWRITEBYTECODE=1 $python -c 'import sys
from lmtp import *
client = Client(sys.argv[1])
client.ask("MAIL FROM:<a@b.example>"), client.ask("RCPT TO:<other@home.example>"), open(sys.argv[2] + "/begun", "w").close()
sys.stdin.readline()
client.ask("DATA")
client.send(letter("between") + b".\r\n")
open(sys.argv[2] + "/between", "w").write(client.reply())' "$work/lmtp" "$work/got")
wait_for test -e "$work/got/begun"
sed -i "s|^store = .*|store = $work/store|" "$work/site/config"
kill -HUP "$server"
handed_on() { [ "$(try "$work/lmtp" other@home.example)" = "250 2.0.0" ] && [ -e "$work/got/0.to" ]; }
wait_for handed_on
ok $? "SIGHUP, and there is a store: mail is handed on to it"
echo >&4
exec 4>&-
wait_for test -s "$work/got/between"
is "$(cat "$work/got/between"):$(grep -rl between@test.example "$homes/other/Maildir/new" | wc -l):$(grep -l between@test.example "$work/got"/[0-9]* | wc -l)" "250 2.0.0 stored:1:0" \
    "what had begun before ends as it began: in the Maildir, once"
sed -i "s|^store = .*|store = maildir|" "$work/site/config"
stop_store
is "$($as "$work/bin/heed" doctor --site 2>&1 | grep -c "mail is stored in users' Maildirs")" 1 "heed doctor --site knows that there is no store"
mkdir "$work/stub" && printf '#!/bin/sh\n' > "$work/stub/doveconf" && chmod 755 "$work/stub" "$work/stub/doveconf"
is "$(PATH=$work/stub:$PATH $as "$work/bin/heed" doctor --site 2>&1 | sed -n 's/^\([a-z]*\) *dovecot *//p')" "no mail comes by Dovecot" "and asks for no Sieve script then"
stop_heed
is "$?" 0 "SIGTERM: it ends with 0"
pgrep -f "^$work/bin/heed lmtp" > /dev/null
is "$?" 1 "and leaves no process behind" || note "$(ps -o pid=,ppid=,etimes=,stat=,args= -p "$(pgrep -d, -f "^$work/bin/heed lmtp")")"
is "$(grep -c 'user=ann@home.example id=<five@test.example> placement=inbox reply="250 2.0.0 stored"' "$work/log")" 2 "a line in the log for each delivery"
is "$(grep -c 'user=quota@home.example id=<five@test.example> placement=inbox reply="452 4.2.2' "$work/log")" 1 "also for one that is refused"

# --- kill -9 of any process, again and again; SOAK=N: so many messages -----------------------------------------
soak=${SOAK:-${HEED_ALL:+300}}
harm= checks "$root/tests/lmtp/soak.py" "$work/lmtp" "$homes" "${soak:-30}" $as "$work/bin/heed" lmtp

# --- as root: users are accounts -------------------------------------------------------------------------------
if [ -n "$as" ]; then
    make_two
    mkdir "$work/root-state"
    users=passwd settings "listener = heedtest$$" "state = $work/root-state"
    sed -i '0,/^state/{/^state/d}; /^home/d' "$work/site/config"
    chmod 755 "$work/users"
    as=
    umask 077
    start_heed
    umask 022
    is "$(try "$work/lmtp" "heedtest$$a@home.example" "heedtest$$b+x@home.example" root@home.example nobody-of-that-name@home.example)" \
        "250 2.0.0 250 2.0.0 451 4.3.5 550 5.1.1" "accounts, root, and nobody"
    is "$(find "$work/users/a/Maildir" "$work/users/b/Maildir" ! -user "heedtest$$a" ! -user "heedtest$$b" -o -perm /077)" "" "each Maildir is its user's alone"
    is "$(find "$work/users"/[ab]/Maildir/new -type f | wc -l)" 2 "and has the message"
    is "$(grep -l unjudged "$work/users"/[ab]/Maildir/new/*)" "" "and is judged, whatever the umask of who started heed"
    is "$(find "$work/root-state" -mindepth 2 -user root | grep -v keys)" "" "nothing is kept as root"
    make_account "heedtest$$c" /nonexistent
    make_account "heedtest$$d" /
    is "$(try "$work/lmtp" "heedtest$$c@home.example" "heedtest$$d@home.example" "heedtest$$a@home.example")" "550 5.2.1 451 4.3.0 250 2.0.0" \
        "accounts of the system: one without a home, and one that may not write there"
    "$work/bin/heed" doctor --site 2>&1 | unwrapped 25 > "$work/out"
    grep -q "^problem  *users  *1 can store no mail, the first heedtest$$d: /: Permission denied" "$work/out"
    ok $? "heed doctor --site names who can store no mail" || note "$(cat "$work/out")"
    stop_heed
    is "$?" 0 "it ends with 0"
fi

settings
sed -i 's/^store.*/store = maildirs/' "$work/site/config"
$as "$work/bin/heed" check 2>&1 | grep -q '/config:3:1: "maildirs" is neither an absolute path nor a loopback address and port such as 127.0.0.1:2003, nor maildir'
ok $? "another word is no store"
finish
