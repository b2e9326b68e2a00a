# A reader without notmuch, whose Maildir is a Dovecot's of her own, and the programs of this folder in $work. Source it
# after lib.sh.
PATH=$PATH:/usr/sbin:/sbin
need_more dovecot
need python3 setpriv faketime
. "$root/tests/smtp.sh"
unset XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME XDG_DATA_HOME NOTMUCH_CONFIG NOTMUCH_PROFILE NOTMUCH_DATABASE MAILDIR
export HOME=$work/home
mkdir "$HOME"
mail=Maildir
. "$root/tests/dovecot.sh"
cp "$root/tests/imap/"*.py "$work"
