#!/bin/bash
# What her index says of a stranger's words: how mail with the same distinctive ones was taken, known then.
. "$(dirname "$0")/lib.sh"
need notmuch python3
make_home "$work/home"

mapfile -t dates < <(seq 0 240 | sed 's/.*/-& days/' | date -R -f -)
mail() { # mail ID DAYS-AGO ADDRESS SUBJECT TEXT
    printf '%s\n' "Received: from a by mx.home.example; ${dates[$2]}" "From: Brand <$3>" \
        "To: reader@home.example" "Subject: $4" "Date: ${dates[$2]}" "Message-ID: <$1@test.example>" \
        "List-Unsubscribe: <https://x.example/u>" "Precedence: bulk" "" "$5" > "$HOME/Mail/cur/$1:2,"
}
for i in $(seq 1 9); do
    mail "liked.$i" $((30 + i)) "news@a$i.example" "Letter $i" "Gravel bicycles and cyclocross races this month, number $i."
    mail "bored.$i" $((30 + i)) "news@b$i.example" "Letter $i" "Perfume and handbags of the season, number $i."
done
for i in $(seq 1 600); do # what makes the others distinctive
    mail "filler.$i" $((30 + i % 200)) "news@filler$((i % 7)).example" "Letter" "Weather report for county $((i % 5))."
done
notmuch new --quiet
notmuch tag -unread -- cyclocross or 'subject:Letter and from:filler1.example'

mail stranger 0 news@stranger.example "Hello" "We sell gravel bicycles, for cyclocross too."
mail bore 0 news@bore.example "Hello" "We sell perfume and handbags."
find_part() { # find_part FILE: part and detail of interest.terms
    "$heed" why --json "$1" | python3 -c '
import json, sys
for f in json.load(sys.stdin)["findings"]:
    if f["code"] == "interest.terms": print(f["part"], f["detail"])'
}
liked=$(find_part "$HOME/Mail/cur/stranger:2,")
bored=$(find_part "$HOME/Mail/cur/bore:2,")
grep -Eq "^0\.[0-9]+ acted on .*'(cyclocross|gravel|bicycl)' 9 of 9" <<< "$liked"
ok $? "words of mail that you acted on count for a stranger, before any init" || note "$liked"
grep -Eq "^-0\.[0-9]+ acted on .*'(perfum|handbag)' 0 of 9" <<< "$bored"
ok $? "words of mail that she let lie count against one" || note "$bored"

# What came later than a fortnight before is not settled yet: in a replay, nothing is known from the future.
is "$(mail past 36 news@past.example "Hello" "Gravel bicycles, cyclocross." && find_part "$HOME/Mail/cur/past:2," | wc -l)" 1 \
    "why judges as of now"
"$heed" backtest --json > "$work/backtest" && python3 - "$work/backtest" <<'EOF'
import json, sys
assert len(json.load(open(sys.argv[1]))["messages"]) > 500
EOF
ok $? "backtest reads terms while it walks the index"

# A writer that commits again and again is no harm.
for i in $(seq 1 15); do notmuch tag +x$i -- tag:unread; done &
failed=0
for i in $(seq 1 15); do
    [ -n "$(find_part "$HOME/Mail/cur/stranger:2,")" ] || failed=$((failed + 1))
done
wait
is "$failed" 0 "terms are read while another program writes"

# What the index alone knows: whose letter a report returns, and which thread a message goes on with.
letter() { # letter FILE FROM TO ID REFERENCES
    printf '%s\n' "From: $2" "To: $3" "Subject: The boat" \
        "Date: ${dates[0]}" "Message-ID: <$4@test.example>" ${5:+"References: <$5@test.example>"} "" \
        "Shall we take the boat on Sunday?" > "$HOME/Mail/cur/$1:2,S"
}
codes() { "$heed" why --json "$1" | sed -n 's/.*"code": "\([^"]*\)".*/\1/p'; }
letter first "Reader <reader@home.example>" "Bo <bo@boats.example>" first
notmuch new --quiet
"$heed" init > /dev/null
letter second "Bo <bo@boats.example>" "Reader <reader@home.example>" second first
letter sent "Reader <reader@home.example>" "Cy <cy@gone.example>" sent
notmuch new --quiet
letter third "Bo <bo@boats.example>" "Reader <reader@home.example>" third second
codes "$HOME/Mail/cur/third:2,S" | grep -qx contact.thread
ok $? "a message that answers one of a thread of hers, as the index has it, is of that thread"
letter other "Bo <bo@boats.example>" "Reader <reader@home.example>" other nobody
codes "$HOME/Mail/cur/other:2,S" | grep -qx contact.thread
is $? 1 "one that answers what nobody has is not"
bounce() { # bounce ID
    printf '%s\n' "From: MAILER-DAEMON@mx.gone.example" "To: reader@home.example" "Date: ${dates[0]}" \
        "Subject: Undelivered Mail Returned to Sender" "Message-ID: <b.$1@test.example>" "MIME-Version: 1.0" \
        "Content-Type: multipart/report; report-type=delivery-status; boundary=B" "" "--B" "" "It came back." \
        "--B" "Content-Type: message/delivery-status" "" "Final-Recipient: rfc822; nobody@gone.example" \
        "Action: failed" "Status: 5.1.1" "" "--B" "Content-Type: text/rfc822-headers" "" \
        "Message-ID: <$1@test.example>" "" "--B--" > "$work/bounce"
}
bounce sent
codes "$work/bounce" | grep -qx contact.report
ok $? "a report that returns a letter of hers, which the book does not have yet, is about hers"
bounce second
codes "$work/bounce" | grep -qx contact.report
is $? 1 "one that returns somebody else's is not"
bounce "$(printf 'long%.0s' $(seq 80))"
codes "$work/bounce" | grep -qx contact.report
is $? 1 "nor one that names an id that is too long to be looked for"
finish
