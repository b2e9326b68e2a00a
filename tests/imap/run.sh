#!/bin/bash
# Runs a program of this folder at a Dovecot of its own, as a reader of its own.
# usage: run.sh syncs.py SYNCS [SEED] | year.py WORLD [DAYS]
. "$(dirname "$0")/../lib.sh"
PATH=$PATH:/usr/sbin:/sbin HEED_ALL=yes
need_more dovecot
need python3 setpriv faketime
. "$(dirname "$0")/../smtp.sh"
unset XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME XDG_DATA_HOME NOTMUCH_CONFIG NOTMUCH_PROFILE NOTMUCH_DATABASE MAILDIR
export HOME=$work/home
mkdir "$HOME"
mail=Maildir
. "$(dirname "$0")/../dovecot.sh"
cp "$root/tests/imap/"*.py "$work"
program=$1
shift
$as_reader timeout 36000 python3 "$work/$program" "$work/bin/heed" "$port" "$@"
