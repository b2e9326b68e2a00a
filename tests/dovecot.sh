# A real Dovecot on loopback, with configuration, folders and port of its own, started by the reader herself. Source it
# after lib.sh and smtp.sh, and where $work/home is made; sets as_reader, and started the server on $port for a reader of
# any name with the password "secret", whose mail is in $mail (below her home; Mail if not set) or, of Dovecot 2.3, in
# $store; $more is put at the end of its settings.
copy_heed "$work"
mkdir "$work/dovecot"
user=$(id -un) group=$(id -gn) as_reader=
if [ "$(id -u)" = 0 ]; then # Dovecot gives nobody root's mail
    user=heedtest$$ group=$user
    make_account "$user" "$work/home"
    as_reader="setpriv --reuid=$user --regid=$group --clear-groups"
    chmod 755 "$work"
    chown -R "$user:" "$work/home" "$work/dovecot"
fi

# --- Dovecot -----------------------------------------------------------------------------------------

settings_of_2_3() {
    cat <<EOF
mail_location = ${store:-maildir:~/${mail:-Mail}}
disable_plaintext_auth = no
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=$user gid=$group home=$work/home
}
EOF
}
settings_of_2_4() {
    cat <<EOF
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
mail_driver = maildir
mail_path = ~/${mail:-Mail}
auth_allow_cleartext = yes
passdb static {
  password = secret
}
userdb static {
  fields {
    uid = $user
    gid = $group
    home = $work/home
  }
}
EOF
}
case $(dovecot --version) in
2.[0-3].*) settings=settings_of_2_3 listen=address ;;
*) settings=settings_of_2_4 listen=listen ;;
esac
{
    $settings
    cat <<EOF
protocols = imap
base_dir = $work/dovecot/run
state_dir = $work/dovecot/run
log_path = $work/dovecot/log
ssl = no
first_valid_uid = 1
default_internal_user = $user
default_internal_group = $group
default_login_user = $user
namespace inbox {
  inbox = yes
}
service imap-login {
  chroot =
  inet_listener imap {
    $listen = 127.0.0.1
    port = $port
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
${more:-}
EOF
} > "$work/dovecot/dovecot.conf"

$as_reader dovecot -F -c "$work/dovecot/dovecot.conf" 2> "$work/start" &
dovecot=$!
cleanups+=("stop_dovecot")
stop_dovecot() {
    kill "$dovecot" 2>/dev/null
    wait "$dovecot"
    [ "$tests_failed" -eq 0 ] || sed 's/^/# /' "$work/start" "$work/dovecot/log"
}
started() { ! port_free "$port"; }
wait_for started
ok $? "Dovecot starts" || finish
