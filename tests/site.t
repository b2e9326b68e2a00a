#!/bin/bash
# A whole site: a real Postfix hands mail to heed lmtp, and that to a real Dovecot's LMTP, with the shipped settings, each
# with configuration and ports of its own on loopback. Users are Dovecot's. Quota, unknown users and users' own Sieve
# scripts stay Dovecot's; what users do by IMAP is learned. What fails is in site-harm.t.
. "$(dirname "$0")/lib.sh"
. "$root/tests/lmtp/site.sh"

# --- mail --------------------------------------------------------------------------------------------------
offer() { # offer ID: what bob never reads
    sed "s/^Message-ID: .*/Message-ID: <$1@test.example>/" "$work/messages/promotional"
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

python3 - "$root/tests/lmtp" "$heed_port" > "$work/out" 2>&1 <<'EOP'
import sys
sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = True
from lmtp import *
client, text = Client(sys.argv[2]), letter("chunked", body="one\r\n.\r\ntwo\r\n")
print("CHUNKING" in client.offers, [reply[:3] for reply in client.chunks([text[:100], text[100:]], "ann@home.example", "ann@home.example")])
EOP
is "$(cat "$work/out")" "True ['250', '250']" "in chunks, as Dovecot takes them, too"
is "$(grep -cxE 'one|\.|two' "$(grep -rlx "Message-ID: <chunked@test.example>" "$work/home/ann/Maildir/new" | head -n 1)")" 3 "and it is there"

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

# --- what Postfix says beside the message ------------------------------------------------------------------
python3 -c 'import os, socket, sys
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); s.bind(sys.argv[1]); os.chmod(sys.argv[1], 0o666)
while True: print(s.recv(2000).decode(), flush=True)' "$work/log" > "$work/logged" &
logger=$!
cleanups+=("end_logger")
end_logger() { kill "$logger" 2>/dev/null; }
wait_for test -S "$work/log"
stop_heed
sed -i "s|^syslog = false|socket = $work/log|" "$work/site/config"
mkdir -p "$work/home/bob/.config/heed" && printf '[alias]\ndomain = home.example\n' > "$work/home/bob/.config/heed/config"
chown -R "$user:" "$work/home/bob/.config"
start_heed
$as "$work/bin/heed" user bob@home.example alias note k7q4zv2x@home.example velora.example > "$work/out" 2>&1
ok $? "bob gave an address to one shop" || note "$(cat "$work/out")"
offer traced > "$work/messages/traced"
send "$work/messages/traced" k7q4zv2x@home.example
traced() { grep -q 'id=<traced@test.example>' "$work/logged"; }
wait_for traced
is "$(sed -n 's/.*queue=\([^ ]*\) user=bob@home.example id=<traced@test.example>.*/\1/p' "$work/logged")" \
    "$(sed -n 's/.* \([0-9A-Za-z]*\): message-id=<traced@test.example>$/\1/p' "$work/maillog")" "XFORWARD: the log has Postfix's name for the message"
wait_for queue_empty
$as "$work/bin/heed" user bob@home.example sync 2> "$work/err"
$as "$work/bin/heed" user bob@home.example why --json id:traced@test.example > "$work/out" 2>> "$work/err"
is "$(grep -o '"alias\.leak"' "$work/out" | sort -u)" '"alias.leak"' "Received: who else writes to it is told, though RCPT says bob" || note "$(cat "$work/err"; head -c 600 "$work/out")"
rm "$work/home/bob/.config/heed/config"

# --- headers only, and off ---------------------------------------------------------------------------------
offered() { # offered ID: to bob, and in his inbox
    offer "$1" > "$work/messages/$1"
    send "$work/messages/$1" bob@home.example
    wait_for is_there "$1" bob ''
}
$as "$work/bin/heed" user bob@home.example headers > "$work/out"
offered headers
is "$?:$(placed headers bob)" "0:inbox; would=later" "headers only: the Sieve script leaves it in the inbox"
$as "$work/bin/heed" user bob@home.example off > "$work/out"
offered off
is "$?:$(placed off bob)" "0:" "off: in the inbox, without a header"
$as "$work/bin/heed" user bob@home.example on > "$work/out"

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

# --- heed as the store, and Dovecot for IMAP -----------------------------------------------------------------
stop_heed
sed -i 's/^store = .*/store = maildir/' "$work/site/config"
start_heed
letter direct > "$work/messages/direct"
send "$work/messages/direct" ann@home.example
wait_for is_there direct ann ''
ok $? "store = maildir: stored by heed"
ends_with "$work/messages/direct" "$(grep -rlx "Message-ID: <direct@test.example>" "$work/home/ann/Maildir/new")"
ok $? "byte for byte what was sent"
letter direct-own > "$work/messages/direct-own"
send "$work/messages/direct-own" own@home.example
wait_for is_there direct-own own .Later/
ok $? "and what is put aside in Later: no Sieve is asked"
send "$work/messages/direct" nobody@home.example
wait_for grep -q 'to=<nobody@home.example>.*550 5.1.1 there is no such user' "$work/maillog"
ok $? "who is unknown to Dovecot's table is refused"
python3 - "$imap_port" > "$work/out" 2>&1 <<'EOP'
import imaplib, sys
for user, folder, name in (("ann", "INBOX", "direct"), ("own", "Later", "direct-own")):
    imap = imaplib.IMAP4("127.0.0.1", int(sys.argv[1]))
    imap.login(user + "@home.example", "secret")
    imap.select(folder, True)
    found = imap.search(None, "HEADER", "Message-ID", "<%s@test.example>" % name)[1][0].split()
    print(len(found), b"Return-Path" in imap.fetch(found[0], "BODY[HEADER]")[1][0][1])
EOP
is "$(paste -sd' ' "$work/out")" "1 True 1 True" "and Dovecot shows both"
finish
