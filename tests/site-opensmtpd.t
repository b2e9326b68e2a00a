#!/bin/bash
# A whole site with a real OpenSMTPD on loopback, with the shipped settings: through heed lmtp into an account's Maildir, and
# to a store (a stand-in).
. "$(dirname "$0")/mta.sh"
. "$root/tests/lmtp/mta.sh"
prepare_opensmtpd
cleanups+=("stop_smtpd")
stop_smtpd() {
    kill "$smtpd" 2>/dev/null
    wait "$smtpd"
    [ "$tests_failed" -eq 0 ] || tail -n 40 "$work/log" | sed 's/^/# /'
}
shipped site/smtpd.conf | sed "s/^listen on lo$/listen on lo port $port/" > /etc/smtpd.conf
smtpd -d -f /etc/smtpd.conf >> "$work/log" 2>&1 &
smtpd=$!
wait_for taken "$port"
ok $? "OpenSMTPD starts" || finish
queue_empty() { [ -z "$(smtpctl show queue)" ]; }

start_heed maildir
arrives_in_maildir
deliver by-alias readers@home.example
wait_for in_maildir by-alias
ok $? "by an alias"
! send "$work/messages/by-alias" nobody-of-this-name@home.example > /dev/null
ok $? "who is unknown is refused while the message is offered"
stop_heed
deliver kept
wait_for grep -q 'result=TempFail' "$work/log"
ok $? "heed is not there: the queue keeps it"
start_heed maildir
smtpctl schedule all > /dev/null
wait_for in_maildir kept
ok $? "and it is delivered when it is back"
stop_heed

start_store
start_heed "127.0.0.1:$fallback_port"
deliver first
wait_for stored first
ok $? "with a store: through heed to it"
is "$(verdict_of first)" inbox "with a verdict"
wait_for queue_empty
ok $? "the queue is empty"
is "$(grep -c 'result=PermFail' "$work/log")" 0 "nothing was bounced"
finish
