#!/bin/bash
# A whole site's second door: a real Postfix hands mail to a real Dovecot, whose Sieve has heed lmtp judge it, with the shipped
# settings. heed that is away or hangs lets mail through, and users' own Sieve scripts win.
. "$(dirname "$0")/lib.sh"
second_door=yes
. "$root/tests/lmtp/site.sh"
make_messages "$work/messages"
letter() { sed "s/^Message-ID: .*/Message-ID: <$1@test.example>/" "$work/messages/ordinary" > "$work/messages/$1"; }
file_of() { grep -rlx "Message-ID: <$1@test.example>" "$work/home/$2/Maildir/$3"new "$work/home/$2/Maildir/$3"cur 2>/dev/null; }
is_there() { [ "$(file_of "$@" | grep -c .)" = 1 ]; }
placed() { sed -n 's/^X-Heed: //p; /^$/q' "$(file_of "$@" | head -n 1)"; }
deliver() { # deliver NAME USER FOLDER WHAT
    letter "$1"
    send "$work/messages/$1" "$2@home.example"
    wait_for is_there "$1" "$2" "$3"
    ok $? "$4"
}
deliver first ann '' "judged by way of Sieve, and in her inbox"
is "$(placed first ann '')" inbox "with a verdict"
ends_with "$work/messages/first" "$(file_of first ann '')"
ok $? "byte for byte what was sent"
for name in bob own; do # for whom all is to be put aside
    mkdir -p "$work/home/$name/.config/heed"
    printf '[placement]\nlater = 100\npatience = 0\ndoubt = 0\n' > "$work/home/$name/.config/heed/config"
done
deliver aside bob .Later/ "what is to be put aside is, by the Sieve script behind"
is "$(placed aside bob .Later/)" later "with a verdict"
deliver saturday own '' "a user's own script wins"
is "$(placed saturday own '')" later "and sees the verdict"
kill -STOP "$server" $(pgrep -P "$server")
began=$SECONDS
deliver hung ann '' "heed hangs: delivered"
[ $((SECONDS - began)) -le 15 ]
ok $? "within 15 s"
is "$(placed hung ann '')" "inbox; unjudged=no-process" "unjudged"
kill -CONT "$server" $(pgrep -P "$server")
stop_heed
deliver away ann '' "heed lmtp is not there: delivered"
is "$(placed away ann '')" "inbox; unjudged=no-process" "unjudged"
rm "$work/libexec/heed"
deliver gone ann '' "nor any heed: delivered"
is "$(placed gone ann '')" "" "as it came"
is "$(grep -c 'status=\(deferred\|bounced\)' "$work/maillog")" 0 "nothing was deferred or bounced"
finish
