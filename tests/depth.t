#!/bin/bash
# How deep it goes, lived: what she answers, rescues and calls junk turns a sender with the next sync, and heed says so.
. "$(dirname "$0")/lib.sh"
need notmuch python3
make_home "$work/home"

echo 0 > "$work/at"
promotion() { # promotion BRAND: one an hour; its id is then in $work/id
    local at=$(($(cat "$work/at") + 1))
    echo "$at" > "$work/at"
    echo "p$at@$1.example" > "$work/id"
    printf '%s\n' "Authentication-Results: mx.home.example; dmarc=pass header.from=$1.example" \
        "Received: from out.$1.example ([192.0.2.9]) by mx.home.example; $(date -R -d "-$((300 - at)) hours")" \
        "From: $1 <news@$1.example>" "To: reader@home.example" "Subject: Sale number $at" "Date: $(date -R -d "-$((300 - at)) hours")" \
        "Message-ID: <$(cat "$work/id")>" "List-Unsubscribe: <https://$1.example/u>" "Precedence: bulk" "" \
        "20% off all shoes, shop now!"
}
placed() { "$heed" why --json "id:$(cat "$work/id")" | python3 -c 'import json,sys; print(json.load(sys.stdin)["at-delivery"]["placement"])'; }
come() { # come BRAND: delivered now; says where it went
    promotion "$1" | "$heed" deliver --wait
    placed
}
three() { come "$1"; come "$1"; come "$1"; }
columns() { # columns ORGANISATION COLUMN...: of heed senders
    "$heed" senders --json "$1" | python3 -c 'import json,sys; rows = json.load(sys.stdin)
print(*[rows[0][c] for c in sys.argv[1:]] if rows else ["none"])' "${@:2}"
}

# Half a year: one brand is opened, one deleted unread, one let lie.
python3 - "$HOME/Mail/cur" > "$work/tags" <<'PYTHON'
import email.utils, sys, time
what = {"liked": "-unread", "dull": "", "thrown": "+deleted", "dear": "-unread +replied"}
for n in range(60):
    for brand, tags in what.items():
        when = time.time() - 86400 * (200 - 3 * n)
        ident = f"{n}@{brand}.example"
        date = email.utils.formatdate(when)
        with open(f"{sys.argv[1]}/{n}.{brand}:2,", "w") as file:
            file.write(f"Authentication-Results: mx.home.example; dmarc=pass header.from={brand}.example\n"
                       f"Received: from out by mx.home.example; {date}\n"
                       f"From: {brand} <news@{brand}.example>\nTo: reader@home.example\nSubject: Sale {n}\nDate: {date}\n"
                       f"Message-ID: <{ident}>\nList-Unsubscribe: <https://{brand}.example/u>\nPrecedence: bulk\n\n20% off all shoes, shop now!\n")
        if tags and (brand != "dear" or n % 2):
            print(f"{tags} -- id:{ident}")
PYTHON
notmuch new --quiet
notmuch tag --batch < "$work/tags"
"$heed" init > /dev/null
is "$?" 0 "half a year is known"

# --- senders ------------------------------------------------------------------------------------------
is "$(columns liked.example depth):$(columns dull.example depth):$(columns thrown.example depth):$(columns dear.example depth)" \
    "50:0:-50:50" "what she does goes so deep, of 100"
"$heed" senders --sort=-depth > "$work/out"
head -n 1 "$work/out" | grep -q ' depth ' && sed -n 2p "$work/out" | grep -q '+50'
ok $? "and stands in the table" || note "$(cat "$work/out")"
"$heed" why id:3@dear.example | tr -s ' \n' ' ' | grep -qE 'depth.given [a-z ]*than a look: answered [0-9]+ '
ok $? "why says how she treats them" || note "$("$heed" why id:3@dear.example)"

# --- a no ---------------------------------------------------------------------------------------------
is "$(come liked | sed s/priority/inbox/)" inbox "whose mail she opens is in the inbox"
notmuch tag -unread +spam -inbox -- "id:$(cat "$work/id")"
"$heed" sync
is "$(three liked)" "$(printf 'later\nlater\nlater')" "one called junk, the next three are put aside"
"$heed" why "id:$(cat "$work/id")" | tr -s ' \n' ' ' | grep -q 'depth.no you said no to them: junk or put aside'
ok $? "and why says that it is what she said"

# --- a yes --------------------------------------------------------------------------------------------
is "$(come dull)" later "whose mail she lets lie is in later"
notmuch tag +inbox -later -- "id:$(cat "$work/id")"
"$heed" sync
is "$(three dull)" "$(printf 'inbox\ninbox\ninbox')" "one fetched back, the next three are in the inbox"
"$heed" why "id:$(cat "$work/id")" | tr -s ' \n' ' ' | grep -q 'depth.yes you said yes to them: rescued what came on'
ok $? "and why says so"
is "$(come thrown)" later "what she deletes unread is in later"
notmuch tag -unread +replied -- "id:$(cat "$work/id")"
"$heed" sync
is "$(three thrown)" "$(printf 'inbox\ninbox\ninbox')" "one answered, the next three are in the inbox"

# And back, each within three.
notmuch tag -inbox +later -- "id:$(cat "$work/id")"
"$heed" sync
is "$(three thrown)" "$(printf 'later\nlater\nlater')" "one put aside by hand: a no"
notmuch tag +inbox -later -- "id:$(cat "$work/id")"
"$heed" sync
is "$(three thrown)" "$(printf 'inbox\ninbox\ninbox')" "one fetched back: a yes again"

# --- what a new rule would move -------------------------------------------------------------------------
printf 'from dear.example -> later\nfrom nobody.example -> later\n' > "$work/new.rules"
"$heed" check "$work/new.rules" > "$work/out" 2> "$work/err"
is "$?" 0 "rules that are new"
moved=$(sed -n 's/^beside your rules: of your latest 200 messages \([0-9]*\) would move$/\1/p' "$work/out")
[ "$moved" -gt 30 ] && [ "$(awk -v place="$work/new.rules:1" '$NF == place && $4 == "later" { n += $1 } END { print n }' "$work/out")" = "$moved" ]
ok $? "check says how many messages they would move, and which rule does" || note "$(cat "$work/out" "$work/err")"
cp "$work/new.rules" "$XDG_CONFIG_HOME/heed/rules"
"$heed" check "$work/new.rules" 2> /dev/null | grep -q ' messages 0 would move'
ok $? "none where her own rules come first"
rm "$XDG_CONFIG_HOME/heed/rules"

# --- mute and follow ------------------------------------------------------------------------------------
senders=$XDG_CONFIG_HOME/heed/rules.d/senders.rules
is "$(come dear | sed s/priority/inbox/)" inbox "who is dear to her is shown"
"$heed" mute dear > "$work/out"
is "$?:$(grep -c '^# heed mute dear.example, [0-9]* [A-Z][a-z]* 20[0-9]*: .* later' "$senders")" "0:1" "mute says in the file what it does" || note "$(cat "$senders")"
is "$(come dear)" later "and it does"
"$heed" check > "$work/out" 2>&1
ok $? "check knows the file for rules without mistakes" || note "$(cat "$work/out")"
"$heed" mute dear.example > /dev/null
is "$(grep -c dear.example "$senders")" 2 "once is enough"
"$heed" mute x@other.example > /dev/null && "$heed" follow dear.example > /dev/null
is "$?:$(grep -c 'heed mute dear' "$senders"):$(grep -c '^from dear.example -> keep$' "$senders"):$(grep -c '^from x@other.example and kind is person, ' "$senders")" "0:0:1:1" \
    "follow takes its place, and leaves others alone"
"$heed" follow dull > /dev/null; three dull > /dev/null
notmuch tag -inbox +later -- "id:$(cat "$work/id")"; "$heed" sync
is "$(come dull)" inbox "whom she follows is not put aside, whatever she did"
settings=$XDG_CONFIG_HOME/heed/config
cp "$settings" "$work/settings"
"$heed" follow bleak.example > /dev/null
is "$(come bleak)" inbox "nor whom she does not know"
printf '[placement]\ndoubtful = 99.9\n' >> "$settings"
is "$(come bleak)" later "but what is put aside since nobody can trust it stays there"
cp "$work/settings" "$settings"
"$heed" follow bleak.example --undo > /dev/null
"$heed" follow dull.example --undo > /dev/null
is "$?:$(come dull)" "0:later" "until that is undone"
"$heed" follow dear.example --undo > /dev/null && "$heed" mute --undo x@other.example > /dev/null
is "$?:$([ -e "$senders" ]; echo $?)" "0:1" "of all that is undone nothing is left"
for n in 1 2; do
    printf '%s\n' "Received: from evil.example ([192.0.2.66]) by mx.home.example; $(date -R)" "From: Evil <evil@evil.example>" \
        "To: list@dear.example" "Subject: [dear] hello $n" "Date: $(date -R)" "Message-ID: <evil$n@evil.example>" "List-Id: <dear.example>" \
        "List-Post: <mailto:list@dear.example>" "" "Hello all." | "$heed" deliver --wait
done
"$heed" sync
"$heed" mute dear.example > /dev/null
is "$(grep -c '^from dear.example and ' "$senders")" 1 "a stranger's List-Id makes no list of a brand that she knows" || note "$(cat "$senders")"
printf '[placement]\nsuspect = 99.9\n' >> "$settings"
is "$(come dear)" suspect "what is suspect is not muted, wherever that begins now"
cp "$work/settings" "$settings"
sed -i 's/not suspicious/trust >= 20/' "$senders"
"$heed" mute dear.example --undo > /dev/null
[ ! -e "$senders" ]
ok $? "what an earlier heed wrote is undone, too" || note "$(cat "$senders")"
"$heed" mute dear.example > /dev/null
sed -i 's/^from dear.example and .*/from dear.example -> later +mine/' "$senders"
"$heed" mute dear.example --undo > "$work/out"
is "$?:$(cat "$senders"):$(tr -s '\n ' ' ' < "$work/out" | grep -c 'so it stays: from dear.example -> later +mine')" "0:from dear.example -> later +mine:1" \
    "a line that she changed stays, and she is told" || note "$(cat "$work/out")"
rm "$senders"
printf '# heed mute dear.example, 1 May 2026: gone.\n# mine\nbulk -> +bulk\n' > "$senders"
"$heed" mute dear.example --undo > /dev/null
is "$(tr '\n' ' ' < "$senders")" "# mine bulk -> +bulk " "nor goes what stands below a heading alone"
rm "$senders"
"$heed" mute dear.example --undo > /dev/null 2>&1
is "$?" 1 "what is not there cannot be undone"
for bad in "nobody" "a.example;x" 'x"y.example'; do
    "$heed" mute "$bad" > /dev/null 2>&1
    is "$?" 1 "nobody of that name: $bad"
done
for bad in "" "a.example b.example" "example"; do
    "$heed" mute $bad > /dev/null 2>&1
    is "$?" 64 "usage: heed mute $bad"
done
finish
