#!/bin/bash
# A real OpenSMTPD on loopback: mail sent by SMTP goes through the shipped action into the Maildir of an
# unprivileged user, whose notmuch finds it, tagged. A heed that is missing, fails or dies defers the message,
# and it arrives once the cause is gone.
. "$(dirname "$0")/mta.sh"
prepare_opensmtpd
add_user heedother "$work/other" # who has no notmuch mailbox
cleanups+=("stop_smtpd")
stop_smtpd() {
    kill "$smtpd" 2>/dev/null
    wait "$smtpd"
    [ "$tests_failed" -eq 0 ] || tail -n 40 "$work/log" | sed 's/^/# /'
}
start_smtpd() { # with the configuration on standard input
    sed "s/^listen on lo$/listen on lo port $port/" > /etc/smtpd.conf
    smtpd -d -f /etc/smtpd.conf >> "$work/log" 2>&1 &
    smtpd=$!
    wait_for started
    ok $? "OpenSMTPD starts" || finish
}
started() { ! port_free "$port"; }
start_smtpd < "$root/sample-rules/mta/smtpd.conf"

queue_empty() { [ -z "$(smtpctl show queue)" ]; }
kept() { # what is in the queue has been tried
    local envelope
    envelope=$(smtpctl show queue | head -n 1 | cut -d '|' -f 1)
    [ -n "$envelope" ] && grep -q "delivery evpid=$envelope .*result=TempFail" "$work/log"
}

# --- mail that heed takes ------------------------------------------------------------------------------

all_arrive

# --- heed in trouble: deferred, then delivered -----------------------------------------------------------

for failure in missing tempfail internal crash half shell-killed; do
    use "$work/failing/$failure"
    message "$failure"
    send "$work/messages/$failure" "$user+shop@home.example"
    ok $? "heed $failure: accepted by SMTP"
    wait_for kept
    ok $? "heed $failure: the message stays in the queue"
    found "$failure" && ok 1 "heed $failure: not delivered yet"
    use "$heed"
    smtpctl schedule all >/dev/null
    arrives "$failure" "heed $failure, then there"
    wait_for queue_empty
    ok $? "heed $failure, then there: the queue is empty"
done

use "$work/talks"
message talks
send "$work/messages/talks" "$user@home.example"
ok $? "heed talks: accepted by SMTP"
arrives talks "heed talks"
wait_for queue_empty
ok $? "heed talks: it is no failure"
use "$heed"

# --- who else gets mail, and from whom ---------------------------------------------------------------------

message by-alias
send "$work/messages/by-alias" "readers@home.example"
ok $? "an alias: accepted by SMTP"
arrives by-alias "an alias"

message bounce
send "$work/messages/bounce" "$user@home.example" ""
ok $? "no sender: accepted by SMTP"
arrives bounce "no sender"

message hostile
send "$work/messages/hostile" "$user+$hostile@home.example" "$hostile@out.example"
ok $? "addresses in the language of shells: accepted by SMTP"
arrives hostile "addresses in the language of shells"
[ ! -e "$work/home/run" ]
ok $? "addresses in the language of shells: nothing was run"

wait_for queue_empty
ok $? "the queue is empty at the end"

# --- only for those who have a notmuch mailbox ----------------------------------------------------------------

stop_smtpd
wait_for port_free "$port"
start_smtpd < <(sed -e '/^match/d' -e 's/^#match/match/' -e "s/reader@home.example/$user@home.example/" \
    "$root/sample-rules/mta/smtpd.conf"
    echo 'action "local" mbox'
    echo 'match from any for local action "local"')
message named
send "$work/messages/named" "$user+shop@home.example"
ok $? "named: accepted by SMTP"
arrives named "named"
send "$work/messages/named" "heedother@home.example"
ok $? "not named: accepted by SMTP"
wait_for [ -s /var/mail/heedother ]
ok $? "not named: delivered as before"

# --- README's own line ------------------------------------------------------------------------------------------

stop_smtpd
wait_for port_free "$port"
line=$(snippet "# OpenSMTPD")
start_smtpd < <(awk -v line="$line" '/^action/ { print line; next } { print }' "$root/sample-rules/mta/smtpd.conf")
message copied
send "$work/messages/copied" "$user@home.example"
ok $? "README: accepted by SMTP"
arrives copied "README"
use "$work/failing/crash"
message copied-late
send "$work/messages/copied-late" "$user@home.example"
wait_for kept
ok $? "README, heed crash: the message stays in the queue"
use "$heed"
smtpctl schedule all >/dev/null
arrives copied-late "README, heed crash, then there"

is "$(grep -c "result=PermFail" "$work/log")" 0 "nothing was bounced"
finish
