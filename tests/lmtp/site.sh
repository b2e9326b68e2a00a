# A site of its own on loopback: Postfix on $port, heed lmtp on $heed_port, Dovecot's LMTP on $fallback_port and at $run/lmtp,
# with the shipped settings. Source it after lib.sh; it starts all three. Where SECOND_DOOR is set Postfix hands mail to
# Dovecot, which asks heed; where MDBOX is set there is a user mona with such a store, who is learned from by IMAP.
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
free_ports port heed_port fallback_port imap_port
mkdir -p "$work"/{home,site,state,dovecot,postfix/etc,postfix/queue,postfix/data,sieve}
run=$work/dovecot/run

shipped() { # shipped FILE: with the paths, ports and the account of this test
    sed -e "s|/usr/local/bin/heed|$work/bin/heed|g" -e "s|/usr/local/share/doc/heed/sample-rules/sieve|$work/sieve|g" \
        -e "s|/run/dovecot|$run|g" -e "s|/etc/dovecot/heed-master|$work/dovecot/master|" -e "s/\bvmail\b/$user/g" -e "s/:2003/:$heed_port/" -e "s/\b2424\b/$fallback_port/" \
        "$root/sample-rules/$1"
}

# --- heed --------------------------------------------------------------------------------------------------
{
    shipped site/config
    printf '[site]\nstate = %s\nspool = %s\nfilter = %s\n[log]\nsyslog = false\n' "$work/state" "$work/home" "${second_door:+$work/state/filter}"
} > "$work/site/config"
export HEED_SITE_DIR=$work/site
unset XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME NOTMUCH_CONFIG
start_heed() { $as "$work/bin/heed" lmtp 2>> "$work/heed.err" & server=$!; wait_for heed_listens; }
heed_listens() { ! port_free "$heed_port"; }
stop_heed() { kill "$server"; wait "$server"; }

learn_by_imap() { # from then on; where mdbox is set
    echo 'heed:{PLAIN}master secret::::::allow_nets=local' > "$work/dovecot/master"
    (umask 077 && echo 'master secret' > "$work/site/password")
    printf '[site]\nimap = %s\nmaster-user = heed\nmaster-password-file = %s\n' "$run/imap-heed" "$work/site/password" >> "$work/site/config"
    chown "$user:" "$work/dovecot/master" "$work/site/password"
}

# --- Dovecot -----------------------------------------------------------------------------------------------
for name in heed heed-filter; do shipped sieve/$name.sieve > "$work/sieve/$name.sieve"; done
for name in ann bob full own ${mdbox:+mona}; do
    quota=$([ $name = full ] && echo "userdb_quota_rule=*:storage=1k")
    [ $name = mona ] && store="userdb_mail=mdbox:~/mdbox" || store=
    echo "$name@home.example:{PLAIN}secret:$(id -u "$user"):$(id -g "$user")::$work/home/$name::$quota$store"
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
    if [ -z "${second_door:-}" ]; then shipped site/dovecot.conf; else
        mkdir "$work/libexec"
        printf '#!/bin/sh\nHEED_SITE_DIR=%s exec %s "$@"\n' "$work/site" "$work/bin/heed" > "$work/libexec/heed"
        chmod 755 "$work/libexec" "$work/libexec/heed"
        shipped site/dovecot-filter.conf | sed "s|/usr/local/libexec/heed-sieve|$work/libexec|"
        printf 'service lmtp {\n  unix_listener lmtp {\n    user = %s\n  }\n  inet_listener lmtp {\n    address = 127.0.0.1\n    port = %s\n  }\n}\n' "$user" "$fallback_port"
    fi
    printf 'plugin {\n  quota = maildir:User quota\n}\n'
    [ -z "${mdbox:-}" ] || shipped site/dovecot-imap.conf
} > "$work/dovecot/dovecot.conf"
chown -R "$user:" "$work/home" "$work/site" "$work/state" "$work/dovecot" "$work/sieve"
chmod 755 "$work"
for name in heed ${second_door:+heed-filter}; do
    $as sievec -c "$work/dovecot/dovecot.conf" "$work/sieve/$name.sieve" 2> "$work/sievec"
    ok $? "the Sieve script $name compiles" || note "$(cat "$work/sievec")"
done
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
virtual_alias_maps = inline:{shop@home.example=bob@home.example, k7q4zv2x@home.example=bob@home.example}
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
    if [ -z "${second_door:-}" ]; then shipped site/postfix-main.cf; else echo "virtual_transport = lmtp:inet:127.0.0.1:$fallback_port"; fi
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
scache    unix  - - n - 1 scache
anvil     unix  - - n - 1 anvil
flush     unix  n - n 1000? 0 flush
showq     unix  n - n - - showq
postlog   unix-dgram n - n - 1 postlogd
EOF
# --- mail, and where it is ---------------------------------------------------------------------------------
letter() { sed "s/^Message-ID: .*/Message-ID: <$1@test.example>/" "$work/messages/ordinary"; }
sent() { # sent ID [USER]: such a letter is accepted by SMTP
    letter "$1" > "$work/messages/$1"
    send "$work/messages/$1" "${2:-ann}@home.example" || ok 1 "$1: accepted by SMTP"
}
cr=$'\r'
in_folder() { grep -rlx "Message-ID: <$1@test.example>$cr\?" "$work/home/$2/Maildir/$3"{new,cur} 2>/dev/null | grep -c .; } # ID USER FOLDER
is_there() { [ "$(in_folder "$@")" = 1 ]; }
queue_empty() { [ -z "$(postqueue -c "$etc" -j)" ]; }
placed() { # placed ID USER: the verdict of heed in its file
    sed -n 's/\r$//; s/^X-Heed: //p; /^$/q' "$(grep -rlx "Message-ID: <$1@test.example>$cr\?" "$work/home/$2/Maildir/" | head -n 1)"
}

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

