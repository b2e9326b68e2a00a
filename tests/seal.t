#!/bin/bash
# Seals: whose verdict is kept, what no seal from elsewhere can do, and keys that are rotated and shared.
. "$(dirname "$0")/lib.sh"
need notmuch
make_home "$work/home"
make_messages "$work/messages"
key=$XDG_DATA_HOME/heed/seal.key

"$heed" filter < "$work/messages/promotional" > "$work/sealed"
kept() { # kept FILE: is left as it is by heed filter
    "$heed" filter < "$1" | cmp -s - "$1"
}
kept "$work/sealed"
ok $? "a sealed verdict of her own is kept"
{ echo "Received: from relay by host; $(date -R)"; echo "Delivered-To: reader@home.example"; cat "$work/sealed"; } > "$work/relayed"
kept "$work/relayed"
ok $? "also when servers on the way have added fields"
sed 's/$/\r/' "$work/sealed" > "$work/crlf"
kept "$work/crlf"
ok $? "also with other line ends"

# The same Message-ID, From and Subject, and the seal: but another letter.
replaced() { # replaced DESCRIPTION: what is in $work/other gets a verdict of its own
    "$heed" filter < "$work/other" > "$work/out"
    [ "$(grep -c '^X-Heed-Seal:' "$work/out")" = 1 ] && ! cmp -s "$work/other" "$work/out"
    ok $? "$1"
}
sed 's/save 70% now/confirm your password/' "$work/sealed" > "$work/other"
replaced "a seal does not hold for another body"
sed 's/^From: .*/From: Bank <service@bank.example>/' "$work/sealed" > "$work/other"
replaced "nor for another author"
sed '/^To:/i\'$'\r''From: Bank <service@bank.example>' "$work/sealed" > "$work/other"
replaced "nor with another author behind a carriage return"
sed 's/<promotional@/<other@/' "$work/sealed" > "$work/other"
replaced "nor for another Message-ID"
sed 's/^X-Heed: [a-z]*/X-Heed: priority/' "$work/sealed" > "$work/other"
replaced "nor for another verdict"
sed -E 's/^(X-Heed-Seal: .* t=)[0-9]*/\11700000000/' "$work/sealed" > "$work/other"
replaced "nor for another time"
sed -i 's/^primary_email=.*/primary_email=other@home.example/' "$NOTMUCH_CONFIG"
cp "$work/sealed" "$work/other"
replaced "nor for another user"
sed -i 's/^primary_email=.*/primary_email=reader@home.example/' "$NOTMUCH_CONFIG"

# A verdict is for mail on its way: what was sealed long ago is judged again when it comes by.
if command -v faketime >/dev/null && [ -z "${SANITIZE:-}" ]; then # which wants to be preloaded first, too
    for days in 6 8; do
        faketime "$days days ago" "$heed" filter < "$work/messages/promotional" > "$work/old"
        kept "$work/old"
        is $? "$((days > 7))" "after $days days on the way"
    done
else
    echo "ok $((++tests_run)) - after days on the way # SKIP faketime is not installed, or cannot be used with the sanitizers"
fi

# --- keys --------------------------------------------------------------------------------------------
is "$(stat -c %a "$key")" 600 "the key is for its owner alone"
"$heed" key > "$work/before"
is "$(wc -l < "$work/before"):$(sed -n 's/.*  used$/used/p' "$work/before")" "2:used" "heed key names it"
! grep -q "$(base64 < "$key" | cut -c 1-20)" "$work/before"
ok $? "and does not show it"
"$heed" key --rotate > "$work/after"
is "$(stat -c %a:%s "$key"):$(grep -c accepted "$work/after")" "600:64:1" "rotated: a new one, and the former accepted"
is "$(sed -n 's/  accepted$//p' "$work/after")" "$(sed -n 's/  used$//p' "$work/before")" "which is the one from before"
kept "$work/sealed"
ok $? "what the former key sealed is kept"
"$heed" filter < "$work/messages/promotional" > "$work/fresh"

export="$("$heed" key --export)"
mkdir -p "$work/elsewhere"
export XDG_STATE_HOME=$work/elsewhere XDG_DATA_HOME=$work/elsewhere
cp "$work/fresh" "$work/sealed"
cp "$work/fresh" "$work/other"
replaced "another host does not know it"
"$heed" key --import <<< "$export" > "$work/out"
is "$?:$(stat -c %a "$work/elsewhere/heed/seal.key")" "0:600" "the key is imported"
kept "$work/fresh"
ok $? "and what the relay sealed is kept"
"$heed" filter < "$work/messages/ordinary" > "$work/here"
export XDG_STATE_HOME=$HOME/.local/state XDG_DATA_HOME=$HOME/.local/share
kept "$work/here"
ok $? "both ways"
"$heed" key --rotate --forget > /dev/null
replaced "after --forget the former keys are nothing"

chmod 640 "$key"
"$heed" key > "$work/out" 2>"$work/err"
is "$?:$(cat "$work/out")" "78:" "a key that others can read is refused" || note "$(cat "$work/err")"
"$heed" key --rotate > "$work/out" 2>"$work/err"
is "$?:$(stat -c %a "$key")" "78:640" "rotating does not carry it on"
"$heed" key --rotate --forget > "$work/out"
is "$?:$(stat -c %a "$key")" "0:600" "but another can take its place"
echo garbage | "$heed" key --import > /dev/null 2>&1
is "$?" 64 "what is no key is not imported"
"$heed" key --export --rotate > /dev/null 2>&1
is "$?" 64 "one thing at a time"
finish
