#!/bin/bash
# heed serve: what it judges for deliver and filter is what they judge for themselves, and where it is not there, hangs or
# comes to harm they do.
. "$(dirname "$0")/lib.sh"
need notmuch python3 cc pgrep pkill
[ -z "${SANITIZE:-}" ] || skip_all "sanitizers have to be loaded first, where what harms heed has to be"
make_home "$work/home"
make_messages "$work/messages"
mkdir -p "$XDG_CONFIG_HOME/heed/rules.d"
printf '[trust]\nauthserv-id=mx.home.example\n[placement]\nlater=40\n' > "$XDG_CONFIG_HOME/heed/config"
printf 'kind is promotion -> +shop\n' > "$XDG_CONFIG_HOME/heed/rules"
socket=$XDG_STATE_HOME/heed/serve

# A judge that meets koi8-r ends, and koi8-u hangs; whoever is started without this reads both.
cat > "$work/harm.c" <<'EOC'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <iconv.h>
#include <signal.h>
#include <strings.h>
#include <unistd.h>
iconv_t iconv_open(const char *to, const char *from)
{
    if (!strcasecmp(from, "koi8-r")) _exit(1);
    while (!strcasecmp(from, "koi8-u")) pause();
    iconv_t (*real)(const char *, const char *) = (iconv_t (*)(const char *, const char *))dlsym(RTLD_NEXT, "iconv_open");
    return real(to, from);
}
EOC
cc -shared -fPIC -w -o "$work/harm.so" "$work/harm.c" -ldl
start() { "$heed" serve 2>> "$work/serve.err" & server=$!; wait_for listens; }
harmful() { LD_PRELOAD=$work/harm.so "$heed" serve 2>> "$work/serve.err" & server=$!; wait_for listens; }
listens() { python3 -c 'import socket, sys; socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).connect(sys.argv[1])' "$socket" 2>/dev/null; }
stop() { kill "$server"; wait "$server"; }
cleanups+=(stop_all)
stop_all() { kill -9 "$server" 2>/dev/null; wait 2>/dev/null; [ "$tests_failed" -eq 0 ] || sed 's/^/# /' "$work/serve.err"; }
in_koi() { sed "s/^Subject: .*/Subject: =?$1?q?x?=/; s/^Message-ID: <[^@]*/Message-ID: <$2/I" "$work/messages/promotional"; }
verdict() { sed -n '/^\r*$/q; s/\r$//; s/^X-Heed: //p'; }
plain() { sed 's/^X-Heed-Seal: .*/X-Heed-Seal:/'; }

# --- the same ------------------------------------------------------------------------------------------------
for sort in "$work/messages"/*; do "$heed" filter < "$sort" 2>/dev/null | plain > "$work/own.${sort##*/}"; done
start
is "$(stat -c %a "$XDG_STATE_HOME/heed")" 700 "nobody else reaches its socket"
for sort in "$work/messages"/*; do
    "$heed" filter < "$sort" 2>/dev/null | plain > "$work/served"
    cmp -s "$work/served" "$work/own.${sort##*/}"
    ok $? "filter: ${sort##*/} is judged as without it" || note "$(diff "$work/served" "$work/own.${sort##*/}" | head -n 5)"
done
"$heed" deliver --wait < "$work/messages/promotional"
is "$?" 0 "deliver"
is "$(notmuch search --exclude=false --output=tags id:promotional@test.example | grep -c -e shop -e later -e inbox)" 2 "tagged by verdict and rule"
same_message "$work/messages/promotional" "$(files_of promotional)"
ok $? "byte for byte"

for i in $(seq 1 30); do
    in_koi utf-8 "burst$i" | "$heed" deliver
    echo "$?"
done > "$work/codes"
is "$(sort -u "$work/codes")" 0 "thirty one after the other"
is "$(find "$HOME/Mail/new" -type f -exec grep -l '^Message-ID: <burst' {} + | wc -l)" 30 "each is stored"
all_indexed() { [ "$(notmuch count --exclude=false 'mid:/burst/')" = 30 ]; }
wait_for all_indexed
ok $? "and indexed, without a process of the delivery's own"
is "$(notmuch count --exclude=false 'mid:/burst/ and tag:shop')" 30 "and tagged"

# --- it is asked, and only in its own name -----------------------------------------------------------------------
is "$(in_koi koi8-r own | LD_PRELOAD=$work/harm.so "$heed" filter 2>/dev/null | verdict | grep -c unjudged)" 0 "a delivery whose own judge would end is judged"
is "$(in_koi koi8-r other | LD_PRELOAD=$work/harm.so XDG_CONFIG_HOME=$work/other "$heed" filter 2>/dev/null | verdict)" "inbox; unjudged=crashed" \
    "other settings are not judged by these"
{ head -n 20 "$work/messages/promotional" | sed '/^$/,$d; s/^Message-ID: <[^@]*/Message-ID: <large/I'; echo; yes 'all of this is long' | head -c 2000000; } > "$work/large"
is "$("$heed" filter < "$work/large" 2>/dev/null | verdict | grep -c -e unjudged -e '^$')" 0 "a large one"
sed -i 's/+shop/+brand/' "$XDG_CONFIG_HOME/heed/rules"
is "$("$heed" filter < "$work/messages/promotional" 2>/dev/null | sed -n '/^\r*$/q; p' | grep -c '+brand')" 1 "rules that changed hold at once"
sed 's/promotion/promotion and trust > 0/; s/+brand/+two/' "$XDG_CONFIG_HOME/heed/rules" > "$work/rules"; cat "$work/rules" > "$XDG_CONFIG_HOME/heed/rules"
is "$("$heed" filter < "$work/messages/promotional" 2>/dev/null | sed -n '/^\r*$/q; p' | grep -c '+two')" 1 "whichever way they were written"
"$heed" init --yes > "$work/init" 2>&1
"$heed" filter < "$work/messages/promotional" > "$work/out" 2>&1
is "$(find /proc/[0-9]*/fd -lname "$XDG_STATE_HOME/heed/book.db*(deleted)" 2>/dev/null)" "" "and of a book that was made anew nobody has the old one open"
for i in $(seq 1 40); do in_koi utf-8 "many$i" | "$heed" filter 2>/dev/null | verdict & done > "$work/many"
all() { [ "$(wc -l < "$work/many")" -ge 40 ]; }
wait_for all
is "$(grep -vc unjudged "$work/many")" 40 "forty at once"

pkill -9 -P "$(pgrep -P "$server" | head -n 1)"
is "$(in_koi koi8-r ended | LD_PRELOAD=$work/harm.so "$heed" filter 2>/dev/null | verdict | grep -c unjudged)" 0 "its judge was killed between two messages: there is another"
"$heed" filter < "$work/messages/promotional" > "$work/sealed" 2>/dev/null
is "$("$heed" filter < "$work/sealed" 2>/dev/null | grep -c '^X-Heed-Seal')" 1 "a message with a verdict keeps it"
cmp -s <("$heed" filter < "$work/sealed" 2>/dev/null) "$work/sealed"
ok $? "as it is, while its key holds"
"$heed" key --rotate --forget > /dev/null 2>&1
! cmp -s <("$heed" filter < "$work/sealed" 2>/dev/null) "$work/sealed"
ok $? "and not once the key is forgotten"
XDG_CONFIG_HOME=$work/other "$heed" deliver < <(in_koi utf-8 elsewhere)
elsewhere() { [ "$(notmuch count --exclude=false id:elsewhere@test.example)" = 1 ]; }
wait_for elsewhere
ok $? "a delivery with other settings has its mail indexed itself"

# --- harm ------------------------------------------------------------------------------------------------------
"$heed" serve 2> "$work/err"
is "$?" 75 "a second one does not begin"
kill -STOP "$server"
"$heed" deliver < "$work/messages/ordinary"
is "$?" 0 "it hangs: delivered"
is "$(verdict < "$(find "$HOME/Mail" -name 'cur' -o -type f -newer "$work/err" -path '*new*' -print | tail -n 1)" | grep -c unjudged)" 0 "and judged"
kill -CONT "$server"
indexed_after() { [ "$(notmuch count --exclude=false id:ordinary@test.example)" = 1 ]; }
wait_for indexed_after
ok $? "it goes on: what was left is indexed"
kill -9 "$server"; wait "$server" 2>/dev/null
is "$("$heed" filter < "$work/messages/ordinary" 2>/dev/null | verdict | grep -c -e unjudged -e '^$')" 0 "it is gone, and its socket is left: judged"
start
is "$?" 0 "another one begins where one was killed"
stop
is "$?" 0 "SIGTERM ends it"
[ ! -e "$socket" ]
ok $? "and it leaves no socket"
python3 -c 'import os, socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); s.bind(sys.argv[1])
while True: print(s.recv(2000).decode(), flush=True)' "$work/notify" > "$work/notified" &
notified=$!
wait_for test -S "$work/notify"
bash -c 'NOTIFY_SOCKET=$1 WATCHDOG_USEC=400000 WATCHDOG_PID=$$ exec "$2" serve' - "$work/notify" "$heed" 2>> "$work/serve.err" &
server=$!
alive() { [ "$(grep -cx WATCHDOG=1 "$work/notified")" -ge 5 ]; }
wait_for alive
is "$?:$(head -n 1 "$work/notified")" "0:READY=1" "systemd hears that it is alive, again and again"
stop
kill "$notified"
harmful
is "$(in_koi koi8-r crash | "$heed" filter 2>/dev/null | verdict | grep -c -e unjudged -e '^$')" 0 "its judge crashes: the delivery judges"
is "$(in_koi koi8-u hang | "$heed" filter 2>/dev/null | verdict | grep -c -e unjudged -e '^$')" 0 "its judge hangs: the delivery judges"
is "$("$heed" filter < "$work/messages/ordinary" 2>/dev/null | verdict | grep -c -e unjudged -e '^$')" 0 "and the next one is judged"
stop
finish
