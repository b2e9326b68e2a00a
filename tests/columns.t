#!/bin/bash
# What is written for a person fits 80 columns, whatever the names, subjects and rules: columns of a terminal, of which a
# wide character takes two. What has no blank stays whole, on a line of its own. What programs read is not wrapped.
. "$(dirname "$0")/lib.sh"
need notmuch python3
make_home "$work/home"
rules=$XDG_CONFIG_HOME/heed/rules

cat > "$work/wide.py" <<'PYTHON'
"""Prints the lines of standard input that are wider than 80 columns and could have been broken; or, with a word, whether
that stands whole in a line."""
import sys, unicodedata
def columns(text):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
lines = sys.stdin.read().splitlines()
if len(sys.argv) > 1:
    sys.exit(not any(sys.argv[1] in line for line in lines))
for line in lines:
    if columns(line) > 80 and " " in line.strip():
        print(columns(line), line)
PYTHON
is "$(printf '%080d\n%081d\n' 0 0 | python3 "$work/wide.py")" "" "80 columns fit, and one word may be wider"
is "$(printf '%078d 0 1\n' 0 | python3 "$work/wide.py" | wc -l)" 1 "82 do not"
is "$(printf '%s 特\n' "$(printf '特%.0s' {1..39})" | python3 "$work/wide.py" | wc -l)" 1 "nor do 40 wide characters and a blank"

long=the-department-of-rather-long-names-and-of-nothing-else.subsidiary-of-a-holding.example
japanese=特別セールのお知らせです。本日限り、すべての商品が半額になります！「お見逃しなく」今すぐご覧ください
wordy="A subject that goes on and on, as subjects do where nobody has told who writes them when to stop, and then some"
mail() { # mail ID FROM SUBJECT DAYS-AGO [TO]
    printf '%s\n' "Authentication-Results: mx.home.example; dmarc=pass header.from=$(sed 's/.*@//; s/>.*//' <<< "$2")" \
        "Received: from out.example by mx.home.example; $(date -R -d "-$4 days")" "From: $2" "To: ${5:-reader@home.example}" \
        "Subject: $3" "Date: $(date -R -d "-$4 days")" "Message-ID: <$1@test.example>" "List-Unsubscribe: <https://x.example/u>" \
        "Precedence: bulk" "Content-Type: text/plain; charset=utf-8" "" "20% off, shop now! $3"
}
put() { mail "$@" > "$HOME/Mail/cur/$1:2,"; }

alias=$("$heed" alias new "$long")
for i in $(seq 2 31); do
    put "long$i" "The Department of Rather Long Names, Office of Correspondence <news@$long>" "$wordy $i" $((i * 3))
    put "japanese$i" "株式会社日本特別販売通信部門営業本部 <news@nihon.example>" "$japanese $i" $((i * 3))
    put "passed$i" "Seedy <offers@another-rather-long-name-of-an-organisation-that-bought-addresses.example>" "$wordy" $((i * 3)) "$alias"
done
id=$(printf 'a-message-id-that-is-longer-than-any-line-of-a-terminal.%.0s' 1 2)
put "$id" "The Department <news@$long>" "$japanese" 1
put japanese1 "株式会社日本特別販売通信部門営業本部 <news@nihon.example>" "$japanese" 1
notmuch new --quiet
notmuch tag -unread -- from:nihon.example
cat > "$rules" <<EOF
subject has "a subject that nobody writes" or subject has "another subject that nobody writes" or from nobody.example -> later
subject has "no such thing as this" or from nihon.example and subject has "特別セールのお知らせです" and kind is promotion, newsletter -> priority +a-tag-that-is-long +another-tag-that-is-long +a-third-tag-that-is-long-as-well
from $long and subject has "nobody has told who writes them when to stop" -> later folder "A folder with a long name that has blanks in it and goes on"
from nihon.example -> later
EOF
"$heed" init < /dev/null > "$work/init" 2>&1
cp "$rules" "$work/other.rules"
sed -i 's/-> priority/-> suspect/' "$work/other.rules"

fits() { # fits DESCRIPTION ARGUMENT...: the verb answers, and in 80 columns
    local what=$1 wide
    shift
    "$heed" "$@" > "$work/out" 2>"$work/err"
    wide=$(python3 "$work/wide.py" < "$work/out")
    [ -s "$work/out" ] && [ -z "$wide" ]
    ok $? "$what fits 80 columns" || note "${wide:-$(head -c 400 "$work/err")}"
}
whole() { python3 "$work/wide.py" "$1" < "$work/out"; ok $? "$2" || note "$(cat "$work/out")"; }

fits "why" why "id:long2@test.example"
fits "why, by a rule, of a Japanese subject" why id:japanese1@test.example
fits "why, with a long id" why "id:$id@test.example"
fits "tag" tag --again '*'
whole "id:$id@test.example" "and a long Message-ID stays whole"
fits "tag, of one in Japanese" tag --again from:nihon.example
fits "senders" senders
fits "senders --kinds" senders --kinds
whole "another-rather-long-name-of-an-organisation-" "and says whose it is"
fits "status" status
fits "doctor" doctor
whole "$HOME/Mail/.notmuch/hooks/post-new" "and a path stays whole"
fits "filters" filters
fits "filters --learned" filters --learned
fits "check -v" check -v
fits "check --fields" check --fields
fits "alias list" alias list
whole "$alias" "and an address stays whole"
fits "backtest" backtest
fits "backtest --rules" backtest --rules "$work/other.rules" --all
fits "backtest --set" backtest --set later=90 --all

for verb in $("$heed" --help | sed -n 's/^  \([a-z][a-z-]*\) .*/\1/p'); do fits "$verb --help" "$verb" --help; done

# Where a Maildir is the history: what init asks and proposes, and what check says at a terminal.
mkdir -p "$work/imap/a-folder-with-a-rather-long-name-below-the-home"/Maildir/{cur,new,tmp}
cp "$HOME/Mail/cur/"long* "$work/imap/a-folder-with-a-rather-long-name-below-the-home/Maildir/cur"
(
    home=$work/imap
    export HOME=$home XDG_CONFIG_HOME=$home/.config XDG_STATE_HOME=$home/.local/state XDG_DATA_HOME=$home/.local/share NOTMUCH_CONFIG=$home/none
    "$heed" init "$home/a-folder-with-a-rather-long-name-below-the-home" < /dev/null > "$work/out" 2>"$work/err"
    rm "$XDG_CONFIG_HOME/heed/config"
    command -v script > /dev/null || exit 0
    printf '\n\nn\nn\n' | TERM=dumb script -qec "$heed init $home/a-folder-with-a-rather-long-name-below-the-home" /dev/null | tr '\r' '\n' | sed 's,/[Nn]\] ,&\n,' >> "$work/out"
    printf '[placement]\nlater = soon, or so they say, and not before, whatever anybody may think of it\nsuspects=3\n' >> "$XDG_CONFIG_HOME/heed/config"
    TERM=dumb script -qec "$heed check" /dev/null < /dev/null | tr -d '\r' >> "$work/out"
    TERM=dumb script -qec "$heed simulate --nothing" /dev/null < /dev/null | tr -d '\r' >> "$work/out"
)
wide=$(python3 "$work/wide.py" < "$work/out")
[ -z "$wide" ] && grep -q "Written into" "$work/out"
ok $? "init and check fit 80 columns where a Maildir is the history" || note "$wide" "$(head -c 3000 "$work/out")"

# --- not wrapped -------------------------------------------------------------------------------------
is "$("$heed" why --brief "id:long2@test.example" | wc -l)" 1 "the one line is one"
echo 'subject has "a subject that nobody writes" and subject has "another that nobody writes" and from from -> later' > "$work/wrong.rules"
"$heed" check "$work/wrong.rules" 2>&1 | grep -qE "^$work/wrong.rules:1:[0-9]+: .+"
ok $? "a mistake stands behind its place"
"$heed" why --json "id:$id@test.example" | python3 -c 'import json,sys; sys.exit(sys.argv[1] != json.load(sys.stdin)["message-id"])' "$id@test.example"
ok $? "what programs read is not wrapped"
finish
