#!/bin/bash
# Addresses that she hands out: made, checked, noted; and mail to them that tells who passed hers on.
. "$(dirname "$0")/lib.sh"
need notmuch python3
make_home "$work/home"

mail() { # mail DAYS-AGO FROM TO [AUTHENTICATION [FIELD...]]; its id is then in $work/id
    echo "m.$(date +%s%N)@test.example" > "$work/id"
    [ "${4:-}" = none ] || printf '%s\n' "Authentication-Results: mx.home.example; ${4:-dmarc=pass header.from=$(sed 's/.*@//; s/>.*//' <<< "$2")}"
    printf '%s\n' "Received: from out.example ([192.0.2.9]) by mx.home.example; $(date -R -d "-$1 days")" \
        "From: $2" "To: $3" "Subject: News of the week" "Date: $(date -R -d "-$1 days")" \
        "Message-ID: <$(cat "$work/id")>" "${@:5}" "" "There is something new in the shop."
}
deliver() { # as mail; tells the finding about its alias
    mail "$@" > "$work/message"
    "$heed" deliver --wait < "$work/message"
    finding < "$work/message"
}
finding() { # finding [FILE]: findings of alias.* on the axis trust, as CODE:PART
    "$heed" why --json "${1:--}" | python3 -c '
import json, sys
print(*["%s:%g" % (f["code"][6:], f["part"]) for f in json.load(sys.stdin)["findings"]
        if f["code"].startswith("alias.") and f["axis"] == "trust"])'
}
placed() { "$heed" why --json "$work/message" | python3 -c 'import json,sys; print(json.load(sys.stdin)["placement"])'; }
uses() { # uses ADDRESS: WHO:USE:MESSAGES of heed alias list
    "$heed" alias list --json | python3 -c '
import json, sys
for a in json.load(sys.stdin):
    if a["address"] == sys.argv[1]:
        print(*sorted("%s:%s:%d" % (u["who"], u["use"], u["messages"]) for u in a["uses"]))' "$1"
}

# --- making ------------------------------------------------------------------------------------------
velora=$("$heed" alias new velora.com)
[[ $velora =~ ^reader\+velora\.[2-9a-km-np-z]{7}@home\.example$ ]]
ok $? "an alias for velora.com" || note "$velora"
is "$("$heed" alias new shop.velora.com)" "$velora" "an organisation is a registrable domain, and has one"
is "$("$heed" alias new velora.com --label=shoes)" "$("$heed" alias new velora.com --label Shoes)" "labels have no case"
[ "$("$heed" alias new velora.co.uk)" != "$velora" ]
ok $? "another organisation gets another code"
is "$("$heed" alias new jo@gmail.com --json | python3 -c 'import json,sys; print(json.load(sys.stdin)["organisation"])')" \
    jo@gmail.com "at a provider of mailboxes it is for the mailbox"
is "$(stat -c %a "$XDG_DATA_HOME/heed/alias.key")" 600 "the key of aliases is her own"
for bad in "new velora" "new" "new velora.com --label=a+b" "new velora.com more" "nought" "" "note x" "note a@b.example c.example" \
    "note x@y c.example" "check"; do
    "$heed" alias $bad > "$work/out" 2>&1
    is "$?" 64 "usage: heed alias $bad"
done

"$heed" alias check "$velora" | grep -q '^reader+velora.*given to velora.com, made'
ok $? "check knows it"
"$heed" alias check "$velora" velora.com > /dev/null && ! "$heed" alias check "$velora" other.example > /dev/null 2>&1
ok $? "check: for whom it was made, and for nobody else"
"$heed" alias check "${velora^^}" > /dev/null
is "$?" 0 "in capitals, too"
wrong=$(sed -E 's/\.(.{6}).@/.\12@/' <<< "$velora")
[ "$wrong" = "$velora" ] && wrong=${wrong/2@/3@}
"$heed" alias check "$wrong" > "$work/out" 2>&1
is "$?" 1 "a wrong code is none"
"$heed" alias check someone@else.example > /dev/null 2>&1
is "$?" 1 "nor is somebody else's address"
"$heed" alias check "reader+unheard@home.example" > /dev/null 2>&1
is "$?" 1 "nor a label that is not noted"

printf '[trust]\nauthserv-id=mx.home.example\n[alias]\ndomain=Reader.Example\n' > "$XDG_CONFIG_HOME/heed/config"
own=$("$heed" alias new velora.com)
[[ $own =~ ^velora\.[2-9a-km-np-z]{7}@reader\.example$ ]]
ok $? "at a domain of aliases" || note "$own"
[ "${own%@*}" != "$(sed 's/.*+//; s/@.*//' <<< "$velora")" ]
ok $? "the code is of the whole address"
is "$(deliver 0 "Velora <news@velora.com>" "$own")" "own:1.2" "mail to it counts"
printf '[trust]\nauthserv-id=mx.home.example\n[alias]\ndelimiter=-\n' > "$XDG_CONFIG_HOME/heed/config"
"$heed" alias new velora.com | grep -q '^reader-velora\.'
ok $? "with another delimiter"
printf '[trust]\nauthserv-id=mx.home.example\n[alias]\ndelimiter=\n' > "$XDG_CONFIG_HOME/heed/config"
"$heed" alias new velora.com > /dev/null 2>&1
is "$?" 64 "without a delimiter there are none"
printf '[trust]\nauthserv-id=mx.home.example\n' > "$XDG_CONFIG_HOME/heed/config"

# --- mail --------------------------------------------------------------------------------------------
is "$(deliver 0 "Velora <news@velora.com>" "$velora")" "own:1.2" "from the one it was given to"
is "$(deliver 0 "Velora <news@velora.com>" "${velora^^}")" "own:1.2" "in capitals, too"
is "$(deliver 0 "Velora <news@velora.com>" "$velora" "dmarc=none; spf=none")" "own:0.6" "unproven it counts less"
is "$(deliver 0 "Velora <news@velora.com>" "$velora" "dmarc=fail header.from=velora.com")" "" "forged it does not"
is "$(deliver 0 "Velora <news@velora.com>" reader@home.example)" "" "nor without the alias"
is "$(deliver 0 "Velora <news@velora-mail.net>" "$velora" "dmarc=pass header.from=velora-mail.net; dkim=pass header.d=velora-mail.net; dkim=pass header.d=mg.velora.com")" \
    "mailer:0.5" "a mailer that its signature vouches for"
is "$(deliver 0 "Velora <news@velora-mail.net>" "$velora")" "mailer:0.5" "is known from then on"
is "$(deliver 0 "Velora <news@velora-mail.net>" "$velora" "dmarc=fail header.from=velora-mail.net")" "" "if it is really that one"
is "$(deliver 0 "Pills <buy@pills.example>" "$velora")" "leak:-4.5" "from anybody else: it was passed on"
is "$(placed)" suspect "and that is suspect, though proven"
grep -q 'velora.com; this came from pills.example' <("$heed" why "$work/message")
ok $? "why says who passed it on"
echo 'leak -> suspect +leaked' > "$work/leak.rules"
"$heed" why --rules "$work/leak.rules" "$work/message" | head -n 3 | grep -q 'leak.rules:1'
ok $? "and rules can ask for it" || note "$("$heed" why --rules "$work/leak.rules" "$work/message" | head -n 3)"
is "$(deliver 0 "Pills <buy@pills.example>" Other@list.example "" "Delivered-To: $velora")" "leak:-4.5" "also when only the mail server says where to"
mail 0 "More pills <buy@morepills.example>" undisclosed@list.example > "$work/message"
"$heed" filter "$velora" < "$work/message" | tr -d '\n' | grep -q 'alias\.leak -4\.50'
ok $? "or its envelope"
taken() { # taken ADDRESS [WHO]: mail to a list, which the server says in Received to have taken for ADDRESS
    mail 0 "${2:-Pills <buy@pills.example>}" Other@list.example | sed "s/^\(Received: .*\); /\1 with ESMTP id 4X for <$1>; /"
}
taken "$velora" > "$work/message"
is "$(finding < "$work/message")" "leak:-4.5" "or the server's own Received, as behind a virtual alias"
taken "$velora" "Velora <news@velora.com>" > "$work/message"
is "$(finding < "$work/message")" "own:1.2 passed-on:-0.3" "which the sender did not write"
{ mail 0 "Pills <buy@pills.example>" Other@list.example | sed "/^Received/q"; taken "$velora" | sed '1d'; } > "$work/message"
is "$(finding < "$work/message")" "" "what stands below that one the sender may have written"
is "$(deliver 0 "Velora <news@velora.com>" "$velora")" "own:1.2 passed-on:-0.3" "the one it was given to has it on record"
is "$(deliver 0 "Velora <news@velora.com>" "$velora" none)" "own:0 passed-on:-0.3" "and the alias alone proves it no more"
is "$(deliver 0 "Guess <x@guess.example>" "$wrong")" "forged:-4" "a guessed code"
is "$(uses "$velora")" "pills.example:leak:2 velora-mail.net:mailer:2 velora.com:own:5" "all of it is in the list"
day=$(date +"%-d %b %Y")
"$heed" senders velora.com | grep -q "passed your address on to pills.example on $day"
ok $? "senders says so" || note "$("$heed" senders)"
is "$("$heed" senders --json velora.com | python3 -c 'import json,sys
for r in json.load(sys.stdin): print(r["organisation"], *[p["to"] for p in r["passed-on"]])' | grep -x 'velora.com pills.example')" \
    "velora.com pills.example" "for programs, too"

is "$(deliver 0 "Velora <news@velora.fr>" "$velora")" "leak:-2.25" "the same name under another suffix may be a branch of the same house"
mail 0 "Somebody <x@somebody.example>" reader+anything@home.example > "$work/message"
"$heed" why "$work/message" | grep -q 'generic.addressed'
ok $? "what stands behind the delimiter is hers"

# A mailer that comes first, proven and under the other's name, soon after the alias was made.
nimbus=$("$heed" alias new nimbus.example)
is "$(deliver 0 "Nimbus <hello@sendhub.example>" "$nimbus")" "mailer:0.5" "who comes first under its name, proven, writes for it"
is "$(deliver 0 "Nimbus <hello@impostor.example>" "$nimbus")" "leak:-4.5" "who comes second does not"
orchid=$("$heed" alias new orchid.example)
is "$(deliver 0 "Orchid <hello@sendhub.example>" "$orchid" none)" "leak:-4.5" "nor who is not proven"
"$heed" alias note "$orchid" sendhub.example --mailer
is "$?:$(uses "$orchid")" "0:sendhub.example:mailer:1" "she can say that it does"
is "$(deliver 0 "Orchid <hello@sendhub.example>" "$orchid")" "mailer:0.5" "and it counts from then on"

# What she takes up is all right with her, and remembered all the same.
is "$(deliver 0 "Petal <hi@petal.example>" "$orchid")" "leak:-4.5" "passed on to somebody"
notmuch tag -suspect +inbox +flagged -- "id:$(cat "$work/id")"
"$heed" sync
is "$(uses "$orchid")" "petal.example:taken up:1 sendhub.example:mailer:2" "whose mail she takes up"
is "$(deliver 0 "Petal <hi@petal.example>" "$orchid")" "" "which is then no longer held against it"
"$heed" senders orchid petal | grep -q 'petal.example'
ok $? "senders knows both"

# Her own mail, and who she writes to.
printf '%s\n' "From: reader+x@home.example" "To: friend@person.example" "Subject: Hi" "Message-ID: <sent@home.example>" "" "Hi" > "$HOME/Mail/cur/sent:2,S"
notmuch new --quiet && "$heed" sync
is "$(deliver 0 "Friend <friend@person.example>" "$orchid")" "" "a friend may answer to any address"
is "$(deliver 0 "Reader <reader+x@home.example>" "$orchid")" "" "she may write to herself"
is "$(deliver 0 "Reader <reader+x@home.example>" "$orchid" "dmarc=fail header.from=home.example")" "leak:-4.5" "who forges her name may not"

# --- addresses given out before ----------------------------------------------------------------------
mail 40 "Kestrel <news@kestrel.example>" reader+k7q4zv2x@home.example > "$HOME/Mail/cur/k1:2,S"
mail 30 "Kestrel <news@mail.kestrel.example>" reader+K7q4zv2x@home.example > "$HOME/Mail/cur/k2:2,"
{ echo "Delivered-To: reader+k7q4zv2x@home.example"; mail 20 "Seedy <win@seedy.example>" reader+k7q4zv2x@home.example; } > "$HOME/Mail/cur/k3:2,"
mail 20 "Lark <news@lark.example>" reader+lark@home.example > "$HOME/Mail/cur/l1:2,"
notmuch new --quiet && "$heed" sync
"$heed" alias note --learn | grep -q '^reader+k7q4zv2x@home.example  kestrel.example, 3 messages, 1 from others: say yourself$'
ok $? "learn proposes who came first" || note "$("$heed" alias note --learn)"
is "$("$heed" alias list | grep -c k7q4zv2x)" 0 "and notes nothing"
"$heed" alias note --learn --yes > "$work/out"
is "$("$heed" alias list | grep -c '^reader+k7q4zv2x@home.example')" 0 "nor when asked to, where others write to it as well"
is "$("$heed" alias list | grep -c '^reader+lark@home.example  given to lark.example, noted')" 1 "but where nobody does"
"$heed" alias note k7q4zv2x other.example
is "$("$heed" alias list | grep -c '^reader+k7q4zv2x@home.example  given to other.example')" 1 "what is wrong can be noted anew"
"$heed" alias note K7q4zv2x kestrel.example
"$heed" alias note "$velora" other.example 2>/dev/null
is "$?" 1 "what was made for one cannot be noted for another"
"$heed" init > /dev/null
is "$(uses reader+k7q4zv2x@home.example)" "kestrel.example:own:2 seedy.example:leak:1" "init looks back over what came to it"
grep -q "passed your address on to seedy.example on $(date -d '-20 days' +"%-d %b %Y")" <("$heed" senders)
ok $? "with the dates of then"
is "$("$heed" backtest --json | python3 -c 'import json,sys
print(*[m["placement"] for m in json.load(sys.stdin)["messages"] if m["organisation"] == "seedy.example"])')" suspect \
    "and so does backtest"
is "$(deliver 0 "Kestrel <news@kestrel.example>" reader+k7q4zv2x@home.example)" "own:0.6 passed-on:-0.3" "a plain label proves less"
is "$(deliver 0 "Guess <win@guesses.example>" reader+k7q4zv2x@home.example)" "" "what only a sender says makes nobody a leaker"
"$heed" alias note kestrel2026 kestrel.example
{ echo "Delivered-To: reader+kestrel2026@home.example"; mail 0 "Guess <win@guesses.example>" reader+kestrel2026@home.example; } > "$work/message"
"$heed" deliver --wait < "$work/message"
is "$(finding < "$work/message")" "" "nor does what anybody can guess"
guessed() { # guessed DETAIL ORGANISATION: whether a stranger who writes to it makes a leaker of ORGANISATION
    "$heed" alias note "$1" "$2"
    { echo "Delivered-To: reader+$1@home.example"; mail 0 "Guess <win@guesses.example>" "reader+$1@home.example"; } > "$work/message"
    finding < "$work/message"
}
for detail in shop2024 news2025 2024shop ebay24; do
    is "$(guessed $detail kite.example)" "" "a word and a year: $detail"
done
is "$(guessed b7x2n9w4 kite.example)" "leak:-4.5" "a code is no guess"
cp "$NOTMUCH_CONFIG" "$work/notmuch-config"
sed -i 's/^primary_email=.*/primary_email=the-reader85@home.example\nother_email=reader@home.example/' "$NOTMUCH_CONFIG"
"$heed" alias note the-reader85+kite@home.example kite.example
{ echo "Delivered-To: the-reader85+kite@home.example"; mail 0 "Guess <win@guesses.example>" the-reader85+kite@home.example; } > "$work/message"
is "$(finding < "$work/message")" "" "also where her own name has a dash and a number"
cp "$work/notmuch-config" "$NOTMUCH_CONFIG"

# --- the book ----------------------------------------------------------------------------------------
is "$(uses "$velora")" "pills.example:leak:2 velora-mail.net:mailer:2 velora.com:own:5 velora.fr:leak:1" "init keeps what it knew, and counts nothing twice"
is "$(uses "$orchid")" "home.example:leak:1 petal.example:taken up:2 sendhub.example:mailer:2" "and what she said and took up"
rm "$(notmuch search --output=files --exclude=false from:seedy.example)"
notmuch new --quiet && "$heed" init > /dev/null
is "$(uses reader+k7q4zv2x@home.example)" "kestrel.example:own:3 seedy.example:leak:1" "and mail that has vanished"
mv "$XDG_STATE_HOME/heed/book.db" "$work/lost.db"; rm -f "$XDG_STATE_HOME"/heed/book.db-*
"$heed" init > /dev/null
is "$(uses "$velora")" "pills.example:leak:2 velora-mail.net:mailer:2 velora.com:own:5 velora.fr:leak:1" "without the book the codes still tell whom aliases were made for"
other=$("$heed" alias new later.example)
rm "$XDG_STATE_HOME"/heed/book.db*; "$heed" init > /dev/null
"$heed" alias check "$other" > /dev/null 2>&1
is "$?" 1 "of one that nobody has written to nothing is known"
is "$("$heed" alias check "$other" later.example)" "$other" "but it can be asked for"
"$heed" alias check "$other" earlier.example > /dev/null 2>&1
is "$?" 1 "for the right one only"
"$heed" key --rotate > /dev/null
"$heed" alias check "$other" later.example > /dev/null
is "$?" 0 "another key for seals leaves aliases alone"

chmod 644 "$XDG_DATA_HOME/heed/alias.key"
"$heed" check > "$work/out" 2>&1
is "$?:$(grep -c 'others can read the key .*alias.key' "$work/out")" "1:1" "check: a key of aliases that others can read"
is "$(deliver 0 "Velora <news@velora.com>" "$other" 2>/dev/null)" "" "it is not used"

# --- where folders are the history --------------------------------------------------------------------
make_home "$work/folders"
unset NOTMUCH_CONFIG
mkdir -p "$HOME/Maildir/cur" "$HOME/Maildir/new" "$HOME/Maildir/tmp" "$XDG_CONFIG_HOME/heed"
printf '[user]\naddresses = reader@home.example\n' >> "$XDG_CONFIG_HOME/heed/config"
mail 20 "Lark <news@lark.example>" reader+lark@home.example > "$HOME/Maildir/cur/1700000001.l1:2,"
mail 10 "Seedy <win@seedy.example>" reader+wren@home.example > "$HOME/Maildir/cur/1700000002.w2:2,"
mail 30 "Wren <news@wren.example>" reader+wren@home.example > "$HOME/Maildir/cur/1700000003.w1:2,"
"$heed" init "$HOME/Maildir" > /dev/null
"$heed" alias note --learn > "$work/out" 2>&1
is "$?:$(sed -n 's/  */ /gp' "$work/out" | head -n 2 | paste -sd'|')" \
    "0:reader+wren@home.example wren.example, 2 messages, 1 from others: say yourself|reader+lark@home.example lark.example, 1 message" \
    "learn reads them in order of time" || note "$(cat "$work/out")"
finish
