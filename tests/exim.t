#!/bin/bash
# A real Exim on loopback: mail sent by SMTP goes through the shipped router and transport into the Maildir of
# an unprivileged user, whose notmuch finds it, tagged. A heed that is missing, fails or dies defers the
# message, and it arrives once the cause is gone.
. "$(dirname "$0")/mta.sh"
prepare_exim
add_user heedother "$work/other" # who has no notmuch mailbox
mkdir -p "$work/other"
chown heedother: "$work/other"
chmod 700 "$work/other"

{
    exim_begin
    cat <<EOF
acl_smtp_rcpt = check_rcpt

begin acl

check_rcpt:
  accept domains = +local_domains
         verify = recipient
  deny

EOF
    awk '/^heed_user:/ { # what is usual before it
            print "userforward:"
            print "  driver = redirect"
            print "  check_local_user"
            print "  file = $home/.forward"
            print "  no_verify"
            print "  pipe_transport = address_pipe\n"
        }
        /^begin transports/ { # and behind it
            print "local_user:"
            print "  driver = accept"
            print "  check_local_user"
            print "  local_part_suffix = +*"
            print "  local_part_suffix_optional"
            print "  transport = mail_spool\n"
        }
        { print }' "$root/sample-rules/mta/exim.conf"
    cat <<EOF

address_pipe:
  driver = pipe
# as in Exim's own sample configuration
  return_output

mail_spool:
  driver = appendfile
  file = \$home/mbox

begin retry

*  *  F,1h,15m
EOF
} > /etc/exim4/exim4.conf

cleanups+=("stop_exim")
stop_exim() {
    kill "$exim" 2>/dev/null
    wait "$exim"
    [ "$tests_failed" -eq 0 ] || tail -n 40 "$work"/log/* | sed 's/^/# /'
}
exim4 -bdf > "$work/start" 2>&1 &
exim=$!
started() { ! port_free "$port"; }
wait_for started
ok $? "Exim starts" || { sed 's/^/# /' "$work/start"; finish; }

queue_empty() { [ "$(exim4 -bpc)" = 0 ]; }
kept() { # what is in the queue has been tried
    local id
    id=$(exim4 -bp | awk 'NF > 3 { print $3; exit }')
    [ -n "$id" ] && grep -qE "$id (== .* defer|Frozen)" "$work/log/mainlog"
}

# --- mail that heed takes ------------------------------------------------------------------------------

all_arrive
file=$(as_user notmuch search --output=files id:ordinary@test.example)
is "$(grep -cxE "Return-path: <jule@sommerpost.example>|Envelope-to: $user@home.example" "$file")" 2 \
    "sender and recipient are in the fields that heed reads"

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
    exim4 -qff # also what is frozen, as it is when the shell was killed
    arrives "$failure" "heed $failure, then there"
    wait_for queue_empty
    ok $? "heed $failure, then there: the queue is empty"
done
is "$(grep -c 'Frozen' "$work/log/mainlog")" 1 "only what the shell could not answer for was frozen"

# --- ~/.forward ------------------------------------------------------------------------------------------

sed -e '/^"/d' -e 's/^#|/|/' "$root/sample-rules/mta/dot-forward" > "$work/home/.forward" # the line for Exim
chown "$user:" "$work/home/.forward"
chmod 600 "$work/home/.forward"
message forward
send "$work/messages/forward" "$user@home.example"
ok $? ".forward: accepted by SMTP"
echo >> "$work/messages/forward" # Exim puts a blank line behind what it pipes
arrives forward ".forward"
is "$(grep -c 'R=userforward T=address_pipe' "$work/log/mainlog")" 1 ".forward: is what was used"
for failure in missing crash; do
    use "$work/failing/$failure"
    message "forward-$failure"
    send "$work/messages/forward-$failure" "$user@home.example"
    ok $? ".forward, heed $failure: accepted by SMTP"
    echo >> "$work/messages/forward-$failure"
    wait_for kept
    ok $? ".forward, heed $failure: the message stays in the queue"
    use "$heed"
    exim4 -qff
    arrives "forward-$failure" ".forward, heed $failure, then there"
done
rm "$work/home/.forward"

use "$work/talks"
message talks
send "$work/messages/talks" "$user@home.example"
ok $? "heed talks: accepted by SMTP"
arrives talks "heed talks"
wait_for queue_empty
ok $? "heed talks: it is no failure"
use "$heed"

# --- who else gets mail, and from whom ---------------------------------------------------------------------

message passed-by
send "$work/messages/passed-by" "heedother+shop@home.example"
ok $? "no notmuch mailbox: accepted by SMTP"
wait_for [ -s "$work/other/mbox" ]
ok $? "no notmuch mailbox: delivered as before"

send "$work/messages/ordinary" "nobody-of-this-name@home.example" > "$work/refusal"
ok $((! $?)) "a user there is not: refused while the message is offered"

message hostile
send "$work/messages/hostile" "$user+$hostile@home.example" "$hostile@out.example"
ok $? "addresses in the language of shells: accepted by SMTP"
arrives hostile "addresses in the language of shells"
[ ! -e "$work/home/run" ]
ok $? "addresses in the language of shells: nothing was run"

wait_for queue_empty
ok $? "the queue is empty at the end"
is "$(grep -cE '\*\*|U=.* <= <>|<= <>' "$work/log/mainlog")" 0 "nothing was bounced"
finish
