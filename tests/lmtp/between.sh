# heed lmtp on Unix sockets below $work, with a stand-in for the store behind it and one for the log beside it: users are a
# template's, all of one account. STORE_IS and USERS are settings, where they are set. Source it after lib.sh; start_store and start_heed start them, checks says what a program finds.
need python3 setpriv
python=$(python3 -c 'import sys; print(sys.executable)')
copy_heed "$work"
mkdir -p "$work/site" "$work/got" "$work/users/home.example" "$work/state"
as=
if [ "$(id -u)" = 0 ]; then # one account for all users, as for a Dovecot with virtual ones
    make_account heedtest$$ "$work"
    as="setpriv --reuid=heedtest$$ --regid=heedtest$$ --clear-groups"
    chmod 755 "$work"
fi
export HEED_SITE_DIR=$work/site
unset XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME NOTMUCH_CONFIG
log=$work/log-socket
settings() { # settings LINE...: of [site], beside those that are the same for all
    cat > "$work/site/config" <<EOF
[site]
listen = $work/lmtp
store = ${store_is:-$work/store}
users = ${users:-template}
home = $work/users/%d/%n
state = $work/state
spool = $work
size = 2
metrics = $work/state/metrics.prom
$(printf '%s\n' "$@")
[log]
socket = $log
[trust]
authserv-id = mx.home.example
EOF
}
settings
[ -z "$as" ] || chown -R heedtest$$: "$work/site" "$work/users" "$work/state"
chmod 777 "$work" "$work/got"

$python -c 'import os, socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); s.bind(sys.argv[1]); os.chmod(sys.argv[1], 0o666)
while True: print(s.recv(2000).decode(), flush=True)' "$log" > "$work/log" &
logger=$!
start_store() { (umask 0; exec $python "$root/tests/lmtp/store.py" "$work/store" "$work/got") 2>>"$work/store.err" & store=$!; wait_for test -S "$work/store"; }
stop_store() { kill "$store"; wait "$store" 2>/dev/null; rm -f "$work/store"; }
start_heed() { env ${harm:+"LD_PRELOAD=$harm"} $as "$work/bin/heed" lmtp 2>> "$work/heed.err" & server=$!; wait_for test -S "$work/lmtp"; wait_for answers; }
answers() { $python -c 'import socket, sys; s = socket.socket(socket.AF_UNIX); s.settimeout(5); s.connect(sys.argv[1]); sys.exit(s.recv(3) != b"220")' "$work/lmtp" 2>/dev/null; }
stop_heed() { kill "$server"; wait "$server"; }
cleanups+=(stop_all)
stop_all() {
    kill ${server:-} ${store:-} "$logger" 2>/dev/null
    wait 2>/dev/null
    [ "$tests_failed" -eq 0 ] || sed 's/^/# /' "$work"/{heed,store}.err 2>/dev/null | tail -n 30
}
checks() { # checks PROGRAM ARGUMENT...: its lines are GOT, EXPECTED, what
    local got expected what
    while IFS=$'\t' read -r got expected what; do is "$got" "$expected" "$what"; done < <(
        PYTHONPATH=$root/tests/lmtp PYTHONDONTWRITEBYTECODE=1 timeout $((300 + ${SOAK:-0})) $python "$@" 2> "$work/python.err" || echo "$(tail -n 3 "$work/python.err" | tr '\t\n' '  ')"$'\t\t'"${1##*/} ends well")
}

make_histories() { # two users with a history of their own: ann reads what the shop sends, bob never does
    local user mail i date
    for user in ann bob; do
        mail=$work/users/home.example/$user/Maildir
        mkdir -p "$mail"/{cur,new,tmp}
        for i in $(seq 1 60); do
            date=$(date -R -d "-$((i + 14)) days")
            printf '%s\n' "Authentication-Results: mx.home.example; dmarc=pass header.from=shop.example" \
                "Received: from out.shop.example by mx.home.example; $date" "From: Shop <news@shop.example>" "To: $user@home.example" \
                "Subject: 20% off" "Date: $date" "Message-ID: <$i@shop.example>" "List-Unsubscribe: <https://shop.example/u>" \
                "Precedence: bulk" "Content-Type: text/html" "" "<p>20% off everything, shop now! $i</p>" > "$mail/cur/$i:2,$([ $user = bob ] || echo S)"
        done
    done
    [ -z "$as" ] || chown -R heedtest$$: "$work/users"
    for user in ann bob; do
        $as "$work/bin/heed" user $user@home.example init --yes "$work/users/home.example/$user/Maildir" < /dev/null > "$work/init" 2>&1
        is "$?" 0 "heed user $user init" || note "$(cat "$work/init")"
    done
}
