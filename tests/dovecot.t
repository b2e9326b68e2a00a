#!/bin/bash
# A real Dovecot on loopback, with configuration, folders and port of its own, started by the reader herself: what heed
# delivered into her Maildir she reads by IMAP, byte for byte, and what she does there disturbs nothing.
. "$(dirname "$0")/lib.sh"
PATH=$PATH:/usr/sbin:/sbin
need_more dovecot
need notmuch python3 setpriv
. "$(dirname "$0")/smtp.sh"

make_home "$work/home"
make_messages "$work/messages"
. "$(dirname "$0")/dovecot.sh"

# imap FOLDER: each message that INBOX has becomes a file there, named by its Message-ID, and is then one that she read.
imap() {
    mkdir "$1"
    python3 - "$port" "$1" <<'EOF'
import email, imaplib, sys
server = imaplib.IMAP4("127.0.0.1", int(sys.argv[1]))
server.login("reader", "secret")
count = int(server.select("INBOX")[1][0])
for number in range(1, count + 1):
    data = server.fetch(str(number), "(BODY[])")[1][0][1].replace(b"\r\n", b"\n")
    name = email.message_from_bytes(data)["Message-ID"].strip("<>").split("@")[0]
    with open(f"{sys.argv[2]}/{name}", "wb") as out:
        out.write(data)
server.logout()
EOF
}

# --- what heed delivers ------------------------------------------------------------------------------

all=$(wc -w <<< "$message_sorts")
for sort in $message_sorts; do
    $as_reader "$work/bin/heed" deliver < "$work/messages/$sort"
    is "$?" 0 "$sort: delivered"
done
imap "$work/seen"
is "$?:$(ls "$work/seen" | wc -w)" "0:$all" "she sees as many by IMAP"
for sort in $message_sorts; do
    same_message "$work/messages/$sort" "$work/seen/$sort"
    ok $? "$sort: byte for byte by IMAP"
    is "$(grep -ac '^X-Heed: ' "$work/seen/$sort")" 1 "$sort: with its verdict"
done

# Dovecot has moved them to cur and flagged them: the next message and sync find all as it should be.
is "$(ls "$HOME/Mail/new" | wc -l):$(ls "$HOME/Mail/cur" | grep -c ':2,S')" "0:$all" "read, and moved to cur"
sed 's/ordinary@/next@/' "$work/messages/ordinary" > "$work/messages/next"
$as_reader "$work/bin/heed" deliver < "$work/messages/next"
is "$?" 0 "another is delivered"
$as_reader notmuch new --quiet 2> /dev/null # it says that it ignores Dovecot's own files
$as_reader "$work/bin/heed" sync
is "$?" 0 "sync"
for sort in $message_sorts next; do
    is "$($as_reader notmuch search --output=files "id:$sort@test.example" | wc -l)" 1 "$sort: notmuch has it once"
done
imap "$work/again"
same_message "$work/messages/next" "$work/again/next"
ok $? "and she sees it by IMAP"
finish
