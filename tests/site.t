#!/bin/bash
# A whole site: a real Postfix hands mail to heed lmtp, and that to a real Dovecot's LMTP, with the shipped settings, each
# with configuration and ports of its own on loopback. Users are Dovecot's. Quota, unknown users and users' own Sieve
# scripts stay Dovecot's; heed that is away or hangs lets mail through; what users do by IMAP is learned.
. "$(dirname "$0")/lib.sh"
need_more postfix dovecot
need python3 setpriv useradd sievec
[ "$(id -u)" -eq 0 ] || skip_all "Postfix can only be started by root"
getent passwd postfix >/dev/null || skip_all "Postfix has no account here"
PATH=$PATH:/usr/sbin:/sbin
[[ $(dovecot --version) == 2.3.* ]] || skip_all "the settings are for Dovecot 2.3"
[ -x "$(doveconf -h libexec_dir 2>/dev/null || echo /usr/lib/dovecot)/lmtp" ] || skip_all "Dovecot's LMTP server is not installed"
. "$root/tests/smtp.sh"
copy_heed "$work"
user=heedtest$$
make_account "$user" "$work/home"
as="setpriv --reuid=$user --regid=$user --clear-groups"
for name in heed_port fallback_port imap_port; do
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        number=$((20000 + RANDOM % 10000))
        [ $number != "$port" ] && port_free $number && break
    done
    declare $name=$number
done
mkdir -p "$work"/{home,site,state,dovecot,postfix/etc,postfix/queue,postfix/data,sieve}
run=$work/dovecot/run

shipped() { # shipped FILE: with the paths, ports and the account of this test
    sed -e "s|/usr/local/bin/heed|$work/bin/heed|g" -e "s|/usr/local/share/doc/heed/sample-rules/sieve|$work/sieve|g" \
        -e "s|/run/dovecot|$run|g" -e "s/\bvmail\b/$user/g" -e "s/:2003/:$heed_port/" -e "s/\b2424\b/$fallback_port/" \
        "$root/sample-rules/$1"
}

# --- heed --------------------------------------------------------------------------------------------------
{
    shipped site/config
    printf '[site]\nstate = %s\nspool = %s\n[log]\nsyslog = false\n' "$work/state" "$work/home"
} > "$work/site/config"
export HEED_SITE_DIR=$work/site
unset XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME NOTMUCH_CONFIG
start_heed() { $as "$work/bin/heed" lmtp 2>> "$work/heed.err" & server=$!; wait_for heed_listens; }
heed_listens() { ! port_free "$heed_port"; }
stop_heed() { kill "$server"; wait "$server"; }

# --- Dovecot -----------------------------------------------------------------------------------------------
shipped sieve/heed.sieve > "$work/sieve/heed.sieve"
for name in ann bob full own; do
    quota=$([ $name = full ] && echo "userdb_quota_rule=*:storage=1k")
    echo "$name@home.example:{PLAIN}secret:$(id -u "$user"):$(id -g "$user")::$work/home/$name::$quota"
    mkdir -p "$work/home/$name/Maildir/"{cur,new,tmp}
done > "$work/dovecot/users"
mkdir -p "$work/home/own"
printf 'require "fileinto";\nif header :contains "subject" "Saturday" { fileinto "INBOX"; }\n' > "$work/home/own/.dovecot.sieve"
{
    cat <<EOF
protocols = imap lmtp
base_dir = $run
state_dir = $run
log_path = $work/dovecot/log
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
default_internal_user = $user
default_internal_group = $user
default_login_user = $user
mail_location = maildir:~/Maildir
mail_plugins = quota
passdb {
  driver = passwd-file
  args = scheme=PLAIN $work/dovecot/users
}
userdb {
  driver = passwd-file
  args = $work/dovecot/users
}
namespace inbox {
  inbox = yes
}
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = $imap_port
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
EOF
    shipped site/dovecot.conf
    printf 'plugin {\n  quota = maildir:User quota\n}\n'
} > "$work/dovecot/dovecot.conf"
chown -R "$user:" "$work/home" "$work/site" "$work/state" "$work/dovecot" "$work/sieve"
chmod 755 "$work"
$as sievec -c "$work/dovecot/dovecot.conf" "$work/sieve/heed.sieve" 2> "$work/sievec"
ok $? "the Sieve script compiles" || note "$(cat "$work/sievec")"
start_dovecot() {
    $as dovecot -F -c "$work/dovecot/dovecot.conf" 2>> "$work/dovecot/start" &
    dovecot=$!
    wait_for test -S "$run/lmtp" && wait_for test -S "$run/auth-userdb"
}
stop_dovecot() { kill "$dovecot" && wait "$dovecot"; }

# --- Postfix -----------------------------------------------------------------------------------------------
etc=$work/postfix/etc
chown postfix "$work/postfix/data"
{
    cat <<EOF
compatibility_level = 3.6
queue_directory = $work/postfix/queue
data_directory = $work/postfix/data
maillog_file = $work/maillog
maillog_file_prefixes = $work
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.home.example
mydestination =
local_recipient_maps =
mynetworks = 127.0.0.0/8
virtual_mailbox_domains = home.example
virtual_mailbox_maps = static:all
virtual_alias_maps = inline:{shop@home.example=bob@home.example}
default_transport = error:no mail leaves this test
relay_transport = error:no mail leaves this test
smtp_dns_support_level = disabled
lmtp_dns_support_level = disabled
smtpd_peername_lookup = no
smtpd_milters =
alias_maps =
alias_database =
notify_classes =
biff = no
minimal_backoff_time = 2s
maximal_backoff_time = 3s
queue_run_delay = 2s
EOF
    shipped site/postfix-main.cf
} > "$etc/main.cf"
cat > "$etc/master.cf" <<EOF
127.0.0.1:$port inet n - n - - smtpd
pickup    unix  n - n 60 1 pickup
cleanup   unix  n - n - 0 cleanup
qmgr      unix  n - n 2 1 qmgr
rewrite   unix  - - n - - trivial-rewrite
bounce    unix  - - n - 0 bounce
defer     unix  - - n - 0 bounce
trace     unix  - - n - 0 bounce
error     unix  - - n - - error
retry     unix  - - n - - error
lmtp      unix  - - n - - lmtp
anvil     unix  - - n - 1 anvil
flush     unix  n - n 1000? 0 flush
showq     unix  n - n - - showq
postlog   unix-dgram n - n - 1 postlogd
EOF
cleanups+=("stop_all")
stop_all() {
    postfix -c "$etc" stop >/dev/null 2>&1
    kill "$server" "$dovecot" 2>/dev/null
    wait "$server" "$dovecot" 2>/dev/null
    [ "$tests_failed" -eq 0 ] || tail -n 15 "$work/maillog" "$work/heed.err" "$work/dovecot/log" | sed 's/^/# /'
}
start_dovecot
ok $? "Dovecot starts" || finish
start_heed
ok $? "heed lmtp starts" || finish
postfix -c "$etc" start > "$work/start" 2>&1
ok $? "Postfix starts" || { note "$(cat "$work/start")"; finish; }

# --- mail --------------------------------------------------------------------------------------------------
offer() { # offer ID: what bob never reads
    sed "s/^Message-ID: .*/Message-ID: <$1@test.example>/" "$work/messages/promotional"
}
letter() { sed "s/^Message-ID: .*/Message-ID: <$1@test.example>/" "$work/messages/ordinary"; }
in_folder() { grep -rlx "Message-ID: <$1@test.example>$cr\?" "$work/home/$2/Maildir/$3"{new,cur} 2>/dev/null | grep -c .; }
cr=$'\r'
is_there() { [ "$(in_folder "$@")" = 1 ]; }
queue_empty() { [ -z "$(postqueue -c "$etc" -j)" ]; }
placed() { # placed ID USER: the verdict of heed in its file
    sed -n 's/\r$//; s/^X-Heed: //p; /^$/q' "$(grep -rlx "Message-ID: <$1@test.example>$cr\?" "$work/home/$2/Maildir/" | head -n 1)"
}
make_messages "$work/messages"
letter first > "$work/messages/first"
send "$work/messages/first" ann@home.example
ok $? "accepted by SMTP" || finish
wait_for is_there first ann ''
ok $? "and in her inbox" || finish
is "$(placed first ann)" inbox "with a verdict"
for sort in eight-bit huge; do
    send "$work/messages/$sort" ann@home.example
    wait_for is_there $sort ann ''
    ok $? "$sort: in her inbox"
    ends_with "$work/messages/$sort" "$(grep -rlx "Message-ID: <$sort@test.example>$cr\?" "$work/home/ann/Maildir/new")"
    ok $? "$sort: byte for byte what was sent"
done

# A history for bob, who never reads what the shop sends; then the same message to both.
for i in $(seq 1 60); do
    date=$(date -R -d "-$((i + 14)) days")
    offer "old$i" | sed "s/^Date: .*/Date: $date/; s/10:00:00 +0000\$/10:00:00 +0000/; s/^Received: .*/Received: from out.example by mx.home.example; $date/" \
        > "$work/home/bob/Maildir/cur/$i:2,"
done
chown -R "$user:" "$work/home/bob"
$as "$work/bin/heed" user bob@home.example init --yes "$work/home/bob/Maildir" < /dev/null > "$work/init" 2>&1
ok $? "heed user bob init" || note "$(cat "$work/init")"
offer sale > "$work/messages/sale"
exec 3<>"/dev/tcp/127.0.0.1/$port"
{ answer 2 && printf 'EHLO test.example\r\nMAIL FROM:<deals@em.northcoat.example>\r\nRCPT TO:<ann@home.example>\r\nRCPT TO:<shop@home.example>\r\nRCPT TO:<own@home.example>\r\nDATA\r\n' >&3 &&
    for code in 2 2 2 2 2 3; do answer $code || break; done && sed 's/^\./../; s/$/\r/' "$work/messages/sale" >&3 && printf '.\r\nQUIT\r\n' >&3 && answer 2; }
ok $? "one message for two who read it and one who does not, under an alias"
exec 3>&-
wait_for is_there sale bob .Later/
ok $? "bob has it in Later, by his own history and the Sieve script"
wait_for is_there sale ann ''
ok $? "ann in her inbox"
wait_for queue_empty
ok $? "the queue is empty"

# --- the store's own ---------------------------------------------------------------------------------------
sed "s/^Message-ID: .*/Message-ID: <over@test.example>/" "$work/messages/huge" > "$work/messages/over"
send "$work/messages/over" full@home.example
wait_for grep -q 'to=<full@home.example>.*\(said: 552 5.2.2\|said: 452 4.2.2\)' "$work/maillog"
ok $? "over quota: the store's word, through heed" || note "$(grep full@ "$work/maillog")"
letter nobody > "$work/messages/nobody"
send "$work/messages/nobody" nobody@home.example
wait_for grep -q 'to=<nobody@home.example>.*dsn=5.1.1, status=bounced' "$work/maillog"
ok $? "unknown: refused by the store, through heed"
printf '[placement]\nlater = 100\npatience = 0\ndoubt = 0\n' > "$work/home/settings"
mkdir -p "$work/home/own/.config/heed" && cp "$work/home/settings" "$work/home/own/.config/heed/config"
letter saturday > "$work/messages/saturday"
send "$work/messages/saturday" own@home.example
wait_for is_there saturday own ''
ok $? "a user's own script wins"

# --- heed away, hanging, and the store away --------------------------------------------------------------------
stop_heed
letter away > "$work/messages/away"
send "$work/messages/away" ann@home.example
wait_for is_there away ann ''
ok $? "heed is not there: mail goes to the store, unjudged"
is "$(placed away ann)" "" "without a verdict"
start_heed
kill -STOP "$server" $(pgrep -P "$server")
letter hung > "$work/messages/hung"
began=$SECONDS
send "$work/messages/hung" ann@home.example
wait_for is_there hung ann ''
ok $? "heed hangs: mail goes to the store"
[ $((SECONDS - began)) -le 30 ]
ok $? "within 30 s"
kill -CONT "$server" $(pgrep -P "$server")
stop_dovecot
letter later1 > "$work/messages/later1"
send "$work/messages/later1" ann@home.example
wait_for grep -q 'to=<ann@home.example>.*status=deferred' "$work/maillog"
ok $? "the store is not there: the queue keeps it"
start_dovecot
wait_for is_there later1 ann ''
ok $? "and it is delivered when it is back"
wait_for queue_empty
is "$(in_folder later1 ann ''):$(grep -c 'to=<ann@.*status=bounced' "$work/maillog")" "1:0" "once, and nothing bounced"

# --- learning ----------------------------------------------------------------------------------------------
$as "$work/bin/heed" user --all sync 2> "$work/err"
is "$?" 0 "heed user --all sync" || note "$(cat "$work/err")"
python3 - "$imap_port" <<'EOP'
import imaplib, sys
imap = imaplib.IMAP4("127.0.0.1", int(sys.argv[1]))
imap.login("bob@home.example", "secret")
imap.select("Later")
found = imap.search(None, 'HEADER', 'Message-ID', '<sale@test.example>')[1][0].split()
imap.copy(found[0], "INBOX")
imap.store(found[0], "+FLAGS", r"(\Deleted)")
imap.expunge()
imap.logout()
EOP
ok $? "bob takes it out of Later, by IMAP"
$as "$work/bin/heed" user --all sync 2> "$work/err"
is "$?" 0 "heed user --all sync" || note "$(cat "$work/err")"
is "$($as "$work/bin/heed" user bob@home.example why --json id:sale@test.example 2>/dev/null |
    python3 -c 'import json, sys; print(json.load(sys.stdin).get("became"))')" rescued "and it is learned"
finish
