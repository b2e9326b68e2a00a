# heed lmtp behind a mail server on loopback, before a stand-in for a store at $fallback_port or as the store itself; it is
# started by root, users are accounts. Source it after tests/mta.sh.
need python3
free_ports port heed_port fallback_port
add_user heed /
mkdir -p "$work"/{got,run,state,site}
server= store_pid=
unset XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME NOTMUCH_CONFIG
shipped() { # shipped FILE: with the paths and ports of this test
    sed -e "s|/run/heed|$work/run|g" -e "s/\b2003\b/$heed_port/" -e "s/\b2424\b/$fallback_port/" "$root/sample-rules/$1"
}
taken() { ! port_free "$1"; }
start_store() { python3 "$root/tests/lmtp/store.py" "$fallback_port" "$work/got" 2>> "$work/store.err" & store_pid=$!; wait_for taken "$fallback_port"; }
stop_store() { kill "$store_pid"; wait "$store_pid" 2>/dev/null; }
start_heed() { # start_heed STORE [WHERE]
    local where=${2:-127.0.0.1:$heed_port}
    {
        shipped site/config-maildir | sed -e "s|^listen = .*|listen = $where|" -e "s|^store = .*|store = $1|" -e 's/^#group = /group = /'
        printf '[site]\nstate = %s\nspool = %s\n[log]\nsyslog = false\n' "$work/state" "$work"
    } > "$work/site/config"
    HEED_SITE_DIR=$work/site heed lmtp 2>> "$work/heed.err" &
    server=$!
    if [ "${where#/}" = "$where" ]; then wait_for taken "$heed_port"; else wait_for [ -S "$where" ]; fi
}
stop_heed() { kill "$server"; wait "$server"; }
cleanups+=("stop_site")
stop_site() {
    kill "$server" "$store_pid" 2>/dev/null
    [ "$tests_failed" -eq 0 ] || tail -n 20 "$work/heed.err" | sed 's/^/# /'
}
deliver() { # deliver NAME [RECIPIENT]
    message "$1"
    send "$work/messages/$1" "${2:-$user@home.example}" || ok 1 "$1: accepted by SMTP"
}
# By the store, and in the Maildir; their lines end in CR LF and in LF.
file_of() { grep -rl --include="$2" "^Message-ID: <$1@test.example>" "$3" 2>/dev/null; }
stored() { [ "$(file_of "$1" '*[0-9]' "$work/got" | wc -l)" = 1 ]; }
verdict_of() { sed -n 's/\r$//; s/^X-Heed: //p; /^$/q' "$(file_of "$1" '*[0-9]' "$work/got" | head -n 1)"; }
in_maildir() { [ "$(file_of "$1" '*' "$work/home/Maildir/new" | wc -l)" = 1 ]; }
arrives_in_maildir() {
    local file
    deliver kept-first
    wait_for in_maildir kept-first
    ok $? "into the account's Maildir"
    file=$(file_of kept-first '*' "$work/home/Maildir/new")
    is "$(stat -c %U:%a "$file")" "$user:600" "as the account, for nobody else"
    is "$(sed '/^$/q' "$file" | grep -c '^Return-path: <jule@sommerpost.example>$' -i):$(sed -n 's/^X-Heed: //p; /^$/q' "$file")" "1:inbox" "with its sender and a verdict"
    ends_with "$work/messages/kept-first" "$file"
    ok $? "byte for byte what was sent"
}
