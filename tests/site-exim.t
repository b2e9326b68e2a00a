#!/bin/bash
# A whole site with a real Exim on loopback, with the shipped settings: through heed lmtp to a store (a stand-in), past a heed
# that is not there, and into an account's Maildir where heed is the store.
. "$(dirname "$0")/mta.sh"
. "$root/tests/lmtp/mta.sh"
prepare_exim
start_exim() { # start_exim TRANSPORT
    {
        exim_begin
        printf 'acl_smtp_rcpt = accept\n\n'
        shipped site/exim.conf | sed -e "s/transport = heed_lmtp/transport = $1/" -e 's/F,4d,1m/F,4d,1s/' \
            -e '/^begin transports/i bounces:\n  driver = redirect\n  data = :blackhole:\n'
        printf '*  *  F,1h,15m\n'
    } > /etc/exim4/exim4.conf
    exim4 -bdf > "$work/start" 2>&1 &
    exim=$!
    wait_for taken "$port"
    ok $? "Exim starts" || { sed 's/^/# /' "$work/start"; finish; }
}
cleanups+=("stop_exim")
stop_exim() {
    kill "$exim" 2>/dev/null
    wait "$exim"
    [ "$tests_failed" -eq 0 ] || tail -n 40 "$work"/log/* | sed 's/^/# /'
}
queue_empty() { [ "$(exim4 -bpc)" = 0 ]; }
deferred() { grep -q "== $user@home.example .* defer" "$work/log/mainlog"; }

# --- with a store ------------------------------------------------------------------------------------------
touch "$work/got/chunking"
start_store
start_heed "127.0.0.1:$fallback_port"
start_exim heed_lmtp
deliver first
wait_for stored first
ok $? "through heed to the store"
is "$(verdict_of first)" inbox "with a verdict"
[ "$(grep -c '^BDAT' "$work/got/said")" -ge 1 ]
ok $? "in a chunk"
deliver nobody unknown@home.example
wait_for grep -q '\*\* unknown@home.example.* 550 5.1.1' "$work/log/mainlog"
ok $? "who is unknown to the store is refused"
stop_heed
deliver past
wait_for stored past
ok $? "heed is not there: past it to the store"
is "$(verdict_of past)" "" "without a verdict"
start_heed "127.0.0.1:$fallback_port"
judged_again() { deliver "again$((++tries))"; wait_for stored "again$tries" && [ "$(verdict_of "again$tries")" = inbox ]; }
tries=0
wait_for judged_again
ok $? "it is back, and is asked again"
stop_store
deliver waits
wait_for deferred
ok $? "the store is not there: the queue keeps it"
start_store
exim4 -qff
wait_for stored waits
ok $? "and it is delivered when it is back"
wait_for queue_empty
ok $? "the queue is empty"
stop_exim
stop_heed

# --- without one -------------------------------------------------------------------------------------------
wait_for port_free "$port"
start_heed maildir "$work/run/lmtp"
start_exim heed_maildir
arrives_in_maildir
stop_heed
deliver kept
wait_for grep -q 'T=heed_maildir defer' "$work/log/mainlog"
ok $? "heed is not there: the queue keeps it"
start_heed maildir "$work/run/lmtp"
exim4 -qff
wait_for in_maildir kept
ok $? "and it is delivered when it is back"
wait_for queue_empty
ok $? "the queue is empty"
is "$(grep -c '\*\* ' "$work/log/mainlog")" 1 "nothing else was bounced"
finish
