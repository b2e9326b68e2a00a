#!/bin/bash
# heed filter --site: heed lmtp's second door, for stores that ask for a verdict themselves. What it passes on is what came, with
# the verdict of that user's history; where heed lmtp is not there, hangs or knows no such user it passes it on all the same.
. "$(dirname "$0")/lib.sh"
[ -z "${SANITIZE:-}" ] || skip_all "sanitizers have to be loaded first, where what harms heed has to be"
. "$root/tests/lmtp/between.sh"
. "$root/tests/lmtp/harm.sh"
homes=$work/users/home.example
settings "filter = $work/filter" "spool-size = 3" "sessions = 16"
make_histories
start_store
start_heed
make_messages "$work/messages"
from=jule@sommerpost.example
filter() { timeout 20 $as "$work/bin/heed" filter --site -f "$from" "$@"; }
verdict() { sed -n '/^\r*$/q; s/\r$//; s/^X-Heed: //p'; }
PYTHONPATH=$root/tests/lmtp PYTHONDONTWRITEBYTECODE=1 $python -c 'import sys; from lmtp import *; sys.stdout.buffer.write(offer("filtered").replace(b"\r\n", b"\n"))' > "$work/offer"

is "$(filter ann@home.example < "$work/offer" | verdict) $(filter bob+x@home.example < "$work/offer" | verdict)" "priority later" "each by the own history"
is "$(filter ann@home.example < "$work/offer" | sed -n '/^$/q; /^X-Heed/p' | sed 's/t=.*/.../' | paste -sd'|')" "X-Heed: priority|X-Heed-Seal: v=2; ..." "a placement and the site's seal"
known() { [ "$($python -c 'import sys
sys.path.insert(0, sys.argv[1])
from protocol_lines import book_of
print(book_of(sys.argv[2], "bob@home.example", "select count(*) from message where id = '"'filtered@test.example'"'"))' "$root/tests/lmtp" "$work/state")" = "[(1,)]" ]; }
wait_for known
ok $? "and the book hears of it"
for sort in "$work/messages"/*; do
    filter ann@home.example < "$sort" > "$work/out"
    [ "$?" = 0 ] && same_message "$sort" "$work/out"
    ok $? "${sort##*/}: passed on byte for byte"
done
{ sed 's/$/\r/' "$work/messages/ordinary"; } > "$work/crlf"
filter ann@home.example < "$work/crlf" > "$work/out"
same_message "$work/crlf" "$work/out" && [ "$(sed '/^\r$/q' "$work/out" | grep -vc "$(printf '\r')\$")" = 0 ]
ok $? "lines that end in CR LF stay so, and the fields' do, too"
{ printf 'X-Heed: priority\nX-Heed-Why: because\n'; cat "$work/messages/ordinary"; } > "$work/marked"
filter ann@home.example < "$work/marked" > "$work/out"
is "$(grep -c '^X-Heed: ' "$work/out"):$(verdict < "$work/out"):$(grep -c because "$work/out")" "1:inbox:0" "fields from outside that look like heed's go"
{ cat "$work/messages/ordinary"; yes 'a long one' | head -c 3000000; } > "$work/large"
filter ann@home.example < "$work/large" > "$work/out"
is "$?:$(verdict < "$work/out"):$(same_message "$work/large" "$work/out" && echo whole)" "0:inbox; unjudged=no-process:whole" "one above [site] size is passed on unjudged"
from=
is "$(filter ann@home.example < "$work/messages/ordinary" | verdict)" inbox "the null sender"
from=$'a@b.example>\r\nRCPT TO:<bob@home.example'
is "$(filter ann@home.example < "$work/offer" | verdict)" "inbox; unjudged=no-user" "a sender that would be a command"
from=jule@sommerpost.example
is "$(filter '..@home.example' < "$work/offer" | verdict)" "inbox; unjudged=no-user" "who cannot be a user"
filter < "$work/offer" > /dev/null 2>&1
is "$?" 64 "no recipient"
sed 's/^Subject: .*/Subject: =?koi8-r?q?x?=/' "$work/offer" > "$work/harm"
is "$(filter ann@home.example < "$work/harm" | verdict)" "inbox; unjudged=crashed" "a judge that crashes"

$as "$work/bin/heed" user ann@home.example off > /dev/null
filter ann@home.example < "$work/marked" > "$work/out"
is "$?:$(grep -c '^X-Heed' "$work/out"):$(same_message "$work/messages/ordinary" "$work/out" && echo same)" "0:0:same" "off: no fields, nor those from outside"
$as "$work/bin/heed" user ann@home.example on > /dev/null

# --- who may ask ---------------------------------------------------------------------------------------------
if [ -n "$as" ]; then
    make_account "heedtest$$o" "$work"
    is "$(setpriv --reuid="heedtest$$o" --regid="heedtest$$o" --clear-groups "$work/bin/heed" filter --site ann@home.example < "$work/offer" | verdict)" \
        "inbox; unjudged=no-user" "who is another account learns nothing"
    is "$("$work/bin/heed" filter --site ann@home.example < "$work/offer" | verdict)" priority "root may ask for anybody"
fi
is "$(PYTHONPATH=$root/tests/lmtp $as $python -c 'import sys
from lmtp import *
client = Client(sys.argv[1])
client.ask("MAIL FROM:<a@b.example>")
print(*[client.ask("RCPT TO:<%s@home.example>" % name)[:3] for name in ("ann", "bob")])' "$work/filter")" "250 452" "one recipient at a time"
if [ -n "$as" ]; then
    is "$(PYTHONPATH=$root/tests/lmtp $as $python -c 'import sys
from lmtp import *
mine = [Client(sys.argv[1]) for _ in range(8)]
print(*[client.greeting[:3] for client in mine])' "$work/filter")" "220 220 220 220 220 220 421 421" "one account has six of the eight sessions for those who ask"
fi
before=$(ls "$work/got" | grep -c '\.to$')
is "$before" 0 "nothing of all that went to the store"
is "$(PYTHONPATH=$root/tests/lmtp $as $python -c 'import sys
from lmtp import *
asker = Client(sys.argv[1])
asker.ask("MAIL FROM:<a@b.example>"), asker.ask("RCPT TO:<ann@home.example>")
asker.send(b"BDAT 2000000\r\n" + b"x" * 2000000)
print(asker.reply()[:9], *[reply[:9] for reply in Client(sys.argv[2]).deliver(letter("room") + b"x" * 1300000 + b"\r\n", "ann@home.example")])' "$work/filter" "$work/lmtp")" \
    "452 4.3.1 250 2.0.0" "who asks takes half of the room at most, and the mail server has the rest"

# --- heed lmtp in trouble ------------------------------------------------------------------------------------
kill -STOP "$server" $(pgrep -P "$server")
began=$SECONDS
is "$(filter ann@home.example < "$work/offer" | verdict)" "inbox; unjudged=no-process" "it hangs: passed on"
[ $((SECONDS - began)) -le 5 ]
ok $? "before Dovecot would give it up"
kill -CONT "$server" $(pgrep -P "$server")
stop_heed
is "$?" 0 "SIGTERM: it ends with 0"
is "$(filter ann@home.example < "$work/offer" | verdict)" "inbox; unjudged=no-process" "it is not there: passed on"
sed -i '/^filter/d' "$work/site/config"
is "$(filter ann@home.example < "$work/offer" | verdict)" "inbox; unjudged=no-process" "no such socket is set: likewise"
finish
