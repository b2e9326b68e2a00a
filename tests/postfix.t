#!/bin/bash
# A real Postfix on loopback, with configuration, queue and port of its own: mail sent by SMTP goes through
# the shipped snippets into the Maildir of an unprivileged user, whose notmuch finds it, tagged. A heed
# that is missing, fails or dies defers the message, and it arrives once the cause is gone.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/smtp.sh"
need postfix notmuch useradd userdel runuser
[ "$(id -u)" -eq 0 ] || skip_all "Postfix can only be started by root"
getent passwd postfix >/dev/null || skip_all "Postfix has no account here"

chmod 755 "$work" # the user must be able to get to her home folder
user=heedtest$$
etc=$work/etc
bin=$work/bin
make_account "$user" "$work/home"

make_home "$work/home"
chown -R "$user" "$work/home"
make_messages "$work/messages"
make_failures "$work/failing"
copy_heed "$work"
use() { # use PROGRAM: from now on this is what Postfix runs as heed
    rm -f "$bin/heed"
    [ -e "$1" ] || return 0
    cp "$1" "$bin/heed.new" && chmod 755 "$bin/heed.new" && mv "$bin/heed.new" "$bin/heed"
}

# --- Postfix ---------------------------------------------------------------------------------------

shipped() { # shipped FILE: with the paths and the account of this test
    sed -e "s|/usr/local/bin/heed|$bin/heed|g" -e "s|/home/reader|$work/home|g" \
        -e "s|user=reader|user=$user|" "$root/sample-rules/mta/$1"
}

mkdir -p "$etc" "$work/queue" "$work/data"
chown postfix "$work/data"
{
    cat <<EOF
compatibility_level = 3.6
queue_directory = $work/queue
data_directory = $work/data
maillog_file = $work/maillog
maillog_file_prefixes = $work
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.home.example
mydestination = home.example
mynetworks = 127.0.0.0/8
virtual_mailbox_domains = pipe.example
virtual_mailbox_maps = static:all
virtual_transport = heed
heed_destination_recipient_limit = 1
default_transport = error:no mail leaves this test
relay_transport = error:no mail leaves this test
smtp_dns_support_level = disabled
smtpd_peername_lookup = no
alias_maps =
alias_database =
local_recipient_maps =
notify_classes =
biff = no
EOF
    shipped postfix-main.cf | grep -v '^mailbox_command'
    snippet "# Postfix, main.cf" "$bin/heed" # README's own line
} > "$etc/main.cf"
{
    cat <<EOF
127.0.0.1:$port inet n - n - - smtpd
pickup    unix  n - n 60 1 pickup
cleanup   unix  n - n - 0 cleanup
qmgr      unix  n - n 300 1 qmgr
rewrite   unix  - - n - - trivial-rewrite
bounce    unix  - - n - 0 bounce
defer     unix  - - n - 0 bounce
trace     unix  - - n - 0 bounce
error     unix  - - n - - error
retry     unix  - - n - - error
local     unix  - n n - - local
anvil     unix  - - n - 1 anvil
flush     unix  n - n 1000? 0 flush
showq     unix  n - n - - showq
postlog   unix-dgram n - n - 1 postlogd
EOF
    shipped postfix-master.cf
} > "$etc/master.cf"
cleanups+=("stop_postfix")
stop_postfix() {
    postfix -c "$etc" stop >/dev/null 2>&1
    [ "$tests_failed" -eq 0 ] || tail -n 30 "$work/maillog" 2>/dev/null | sed 's/^/# /'
}
if ! postfix -c "$etc" start > "$work/start" 2>&1; then
    sed 's/^/# /' "$work/start" "$work/maillog" 2>/dev/null
    ok 1 "Postfix starts"
    finish
fi

deferred() { postqueue -c "$etc" -j | grep -q '"queue_name": "deferred".*"delay_reason": "'; }
queue_empty() { [ -z "$(postqueue -c "$etc" -j)" ]; }

# --- mailbox_command -----------------------------------------------------------------------------------

for shipped in postfix-main.cf:"# Postfix, main.cf" dot-forward:"# ~/.forward"; do
    line=$(snippet "${shipped#*:}")
    [ -n "$line" ] && grep -qxF -- "$line" "$root/sample-rules/mta/${shipped%%:*}"
    ok $? "README says what ${shipped%%:*} has" || note "$line"
done
all_arrive

# --- heed in trouble: deferred, then delivered ------------------------------------------------------------

for failure in missing tempfail crash; do
    use "$work/failing/$failure"
    sed "s/^Message-ID: .*/Message-ID: <$failure@test.example>/" "$work/messages/ordinary" > "$work/messages/$failure"
    send "$work/messages/$failure" "$user+shop@home.example"
    ok $? "heed $failure: accepted by SMTP"
    wait_for deferred
    ok $? "heed $failure: the message stays in the queue"
    found "$failure" && ok 1 "heed $failure: not delivered yet"
    use "$heed"
    postqueue -c "$etc" -f
    arrives "$failure" "heed $failure, then there"
    wait_for queue_empty
    ok $? "heed $failure, then there: the queue is empty"
done

# --- a transport of its own --------------------------------------------------------------------------------

sed "s/^Message-ID: .*/Message-ID: <piped@test.example>/" "$work/messages/ordinary" > "$work/messages/piped"
send "$work/messages/piped" "anyone@pipe.example"
ok $? "pipe: accepted by SMTP"
arrives piped "pipe"

use "$work/failing/missing"
sed "s/^Message-ID: .*/Message-ID: <piped-late@test.example>/" "$work/messages/ordinary" > "$work/messages/piped-late"
send "$work/messages/piped-late" "anyone@pipe.example"
ok $? "pipe, heed missing: accepted by SMTP"
wait_for deferred
ok $? "pipe, heed missing: the message stays in the queue"
use "$heed"
postqueue -c "$etc" -f
arrives piped-late "pipe, then there"

# --- ~/.forward ----------------------------------------------------------------------------------------------

snippet "# ~/.forward" "$bin/heed" > "$work/home/.forward"
chown "$user" "$work/home/.forward"
chmod 600 "$work/home/.forward"
sed "s/^Message-ID: .*/Message-ID: <forward@test.example>/" "$work/messages/ordinary" > "$work/messages/forward"
send "$work/messages/forward" "$user@home.example"
ok $? ".forward: accepted by SMTP"
arrives forward ".forward"
is "$(grep -c "delivered to command: $bin/heed deliver || exit 75" "$work/maillog")" 1 ".forward: is what was used"

is "$(grep -c 'status=bounced' "$work/maillog")" 0 "nothing was bounced"
finish
