#!/bin/bash
# Rules: what they mean (tests/rules, in their own form), what is said of mistakes, and that what they say is done:
# in the Maildir, the index, the header, in why, and in the replay of an archive.
. "$(dirname "$0")/lib.sh"
need notmuch python3
make_home "$work/home"
cd "$root" || exit 1
rules=$XDG_CONFIG_HOME/heed/rules

says() { # says PATTERN DESCRIPTION: the last output of run
    grep -qE -- "$1" "$work/out"
    ok $? "$2" || sed 's/^/# /' "$work/out"
}
run() { # what why and backtest say, each line whole
    "$heed" "$@" > "$work/out" 2>&1
    code=$?
    case $1 in why | backtest) unwrapped 12 < "$work/out" > "$work/whole" && mv "$work/whole" "$work/out" ;; esac
}

# --- the language, in its own words ------------------------------------------------------------------

for file in tests/rules/*.rules; do
    run check "$file"
    is "$code" 0 "$file" || sed 's/^/# /' "$work/out"
done
for file in sample-rules/*.rules; do
    run check "$file"
    is "$code:$(grep -c . "$work/out")" 0:1 "$file has neither mistakes nor anything to warn of" || sed 's/^/# /' "$work/out"
    is "$(awk '/->/ && last !~ /^#/ && !/^[ \t]/ { n++ } { last = /->/ && last ~ /^#/ ? last : $0 } END { print n + 0 }' "$file")" 0 \
        "$file says why, before each rule or group"
done

# --- mistakes ----------------------------------------------------------------------------------------

run check tests/rules/mistakes.bad
is "$code" 1 "mistakes exit 1"
is "$(grep -oE '^tests/rules/mistakes.bad:[0-9]+:[0-9]+: ' "$work/out" | cut -d: -f2,3 | tr '\n' ' ')" \
    "2:1 4:9 5:13 6:9 7:10 8:38 9:24 10:41 11:48 12:42 " "ten mistakes, ten places in one run"
says 'no field "organizaton".*did you mean organisation\?' "a field is not there"
says 'expected is, has or matches, not "haz": did you mean has\?' "an operator is not there"
says 'this text has no closing quote' "a text does not end"
says '"recipt" is no kind .*did you mean receipt\?' "a word is not one of them"
says '"MiC" is no unit of size .*did you mean MiB\?' "a unit is not there"
says 'expected the closing parenthesis' "a parenthesis does not close"
says 'this pattern cannot be: missing terminating' "a pattern does not compile"
says '"laterr" is no action .*did you mean later\?' "an action is not there"
says '"../outside" cannot be a folder below the mail root' "a folder leads outside"
says 'the tag "replied" tells what you or heed did' "a tag is taken"
is "$(awk '/^    / && !/\^/ { line = $0; next } /\^/ { print substr(line, index($0, "^"), 4) }' "$work/out" | tr '\n' ' ')" \
    'orga haz  "sal reci MiC  -> l /    late "../ repl ' "each caret stands below its place"

broken() { # broken DESCRIPTION PATTERN: standard input is one rule; PATTERN is in what is said
    cat > "$work/one.rules"
    run check "$work/one.rules"
    [ "$code" = 1 ] && says "$2" "$1"
}
broken "an arrow is missing" ':1:17: expected a comma, and, or, or -> .*, not "later"' <<< 'from united.com later'
broken "nothing is to be done" 'expected an action, but the rule ends here' <<< 'bulk ->'
broken "two rules in one" ':2:3: "list" is no action; .*first column' <<< $'bulk -> later\n  list -> inbox'
broken "indented at first" 'no rule before it' <<< '  bulk -> later'
broken "two placements" 'it says later before' <<< 'bulk -> later inbox'
broken "no number" ':1:10: expected a number, not "many"' <<< 'useful > many -> later'
broken "a weight without bounds" 'between -12 and \+12' <<< 'bulk -> weigh +100'
broken "too deep" 'more than 50 parentheses' <<< "$(printf '(%.0s' {1..60})bulk$(printf ')%.0s' {1..60}) -> later"
broken "a header without its name" "expected the header field's name" <<< 'header -> later'
broken "other quotation marks" ':1:13: texts stand between "' <<< 'subject has “boots” -> later'
broken "not UTF-8" ':1:14: not UTF-8' <<< $'subject has "\xff" -> later'
broken "control characters are not shown" 'no field' <<< $'\e[31mred -> later'
[ "$(grep -c $'\e' "$work/out")" = 0 ]
ok $? "whatever is in a file, a terminal is not told"
printf 'bulk -> folder a\033[31mb\n' > "$work/one.rules"
run check "$work/one.rules"
is "$(grep -c 'did you mean folder "a\[31mb"?$' "$work/out"):$(grep -c $'\e' "$work/out")" 1:0 "nor by what was probably meant"

# What people write out of habit: RULE | what is asked back.
while IFS='|' read -r rule meant; do
    printf '%s\n' "$rule" > "$work/one.rules"
    run check "$work/one.rules"
    grep -qF -- ": did you mean $meant?" "$work/out"
    ok $? "$rule: did you mean $meant?" || sed 's/^/# /' "$work/out"
done <<'EOT'
form a.example -> later|from
put offers from a.example last -> later|CONDITION -> what to do
type is promotion -> later|kind
opened > 6 months -> later|last opened
from a.example and b.example -> later|a comma instead of and
bulk -> later and +shop|a blank between two actions
kind is receipt or code -> inbox|kind is code
kind is offer -> later|promotion
kind is newsletters -> later|newsletter
from a.example => later|->
from a.example - > later|->
from a.example: later|-> later
from a.example then later|->
from a.example later|-> later
from a.example && bulk -> later|and
from a.example or b.example -> later|a comma instead of or
from "Northcoat" -> later|name has "northcoat"
receipts -> inbox|kind is receipt
brand is a.example -> later|organisation
deadline < 7 days -> inbox|deadline in < 7 days
purchased -> inbox|bought
boughtt > 2 -> inbox|bought
bought > 5 months -> later|last bought
route -> priority|about route
if bulk -> later|the condition alone
useful under 20 -> later|<
bulk -> archive|later
bulk -> delete|suspect or later (heed deletes nothing)
bulk -> travel|+travel
bulk -> folder Receipts|folder "Receipts"
EOT
broken "no word is near" 'no field "xyzzy"; heed check --fields lists them$' <<< 'xyzzy -> later'
run check "$work/nothing.rules"
is "$code" 1 "a file that is not there"
says 'nothing.rules:1:1: there is no such file' "and which"

warned() { # warned DESCRIPTION PATTERN: standard input is a file of rules without mistakes
    cat > "$work/one.rules"
    run check "$work/one.rules"
    is "$code" 0 "$1: no mistake"
    says "warning: .*$2" "$1"
}
quiet() { # quiet DESCRIPTION: likewise, with nothing between the rules to warn of
    cat > "$work/one.rules"
    run check "$work/one.rules"
    is "$code:$(grep -c 'this never' "$work/out")" "0:0" "$1"
}
warned "out of range" 'this never matches: trust is from 0 to 100' <<< 'trust > 100 -> later'
warned "a contradiction" 'two things of useful' <<< 'useful < 20 and bulk and useful > 30 -> later'
warned "two kinds at once" 'two things of kind' <<< 'kind is receipt and kind is code -> later'
warned "shadowed" ':1 always comes first' <<< $'bulk -> later\nlist and bulk -> inbox'
warned "shadowed by a list" ':1 always comes first' <<< $'kind is code, receipt -> inbox\nkind is code -> priority'
warned "shadowed by a broader one" ':1 always comes first' <<< $'kind is promotion, newsletter and last opened > 6 months -> later\nkind is promotion and last opened > 1 year and subject has "ends" -> inbox'
warned "shadowed by a domain" ':1 always comes first' <<< $'from velora.com -> later\nfrom news.velora.com and age < 2 days -> inbox'
warned "shadowed by a word" ':1 always comes first' <<< $'subject has "sale" and not bulk -> later\nnot bulk and subject has "summer sale" -> inbox'
warned "shadowed by a number" ':1 always comes first' <<< $'trust < 40 -> suspect\ntrust <= 39 and bulk -> inbox'
warned "a deadline shadowed by all of its kind" ':1 always comes first' <<< $'kind is promotion, newsletter -> later\nkind is newsletter and deadline in < 7 days -> priority'
warned "a deadline shadowed by a later one" ':1 always comes first' <<< $'deadline in < 14 days -> inbox\nfrom velora.com and deadline in < 1 week -> priority'
warned "a number shadowed by any" ':1 always comes first' <<< $'about route -> inbox\nabout route >= 3 and trust > 50 -> priority'
warned "a text shadowed by any" ':1 always comes first' <<< $'list -> later\nlist "fork" and not bulk -> inbox'
quiet "any behind a number" <<< $'bought > 2 -> inbox\nbought -> later'
quiet "a deadline before all of its kind" <<< $'kind is newsletter and deadline in < 7 days -> priority\nkind is promotion, newsletter -> later'
quiet "a narrower one first leaves something" <<< $'kind is promotion and last opened > 1 year -> later\nkind is promotion, newsletter and last opened > 6 months -> inbox'
quiet "a number that goes beyond" <<< $'trust < 40 -> suspect\ntrust <= 40 -> inbox'
quiet "another domain that ends alike" <<< $'from ora.com -> later\nfrom velora.com -> inbox'
warned "never reached" ':1 stops before it' <<< $'everything -> stop\nlist -> +list'
warned "no organisation" 'is no organisation.*did you mean velora.co.uk' <<< 'organisation is e.velora.co.uk -> later'
warned "and before or" 'and binds closer than or' <<< 'bulk or list and automatic -> later'
warned "two tags in one" 'differ in case only' <<< $'bulk -> +Shop\nlist -> +shop'

printf 'bulk -> +other\nexpect "%s" later +shop\n' "$root/tests/rules/mail/promotion.eml" > "$work/one.rules"
run check "$work/one.rules"
is "$code" 1 "an expectation that does not hold"
says 'one.rules:2:1: .*does not hold: it is inbox, by its scores, \+other' "what it is instead"

# --- delivery ----------------------------------------------------------------------------------------

make_messages "$work/messages"
cat > "$rules" <<'EOR'
from northcoat.example and subject has "last chance" -> priority +travel +"to read" folder "Shops/North"
bulk -> later -travel
bad rule
from sommerpost.example -> later weigh -1 +friend
from hazelbrook.example -> +seen-here
EOR
run check
is "$code" 1 "check looks over the rules that are in place"
run why "$work/messages/ordinary"
grep -q '^1 rule is left out' "$work/out"
ok $? "why says that one is left out"
run check
says "$rules:3:1: there is no field \"bad\"" "and says what is wrong with them"
for sort in promotional ordinary huge; do "$heed" deliver --wait < "$work/messages/$sort" || echo "# $sort failed"; done
tags() { notmuch search --exclude=false --output=tags "id:$1@test.example" | tr '\n' ' '; }
is "$(tags promotional)" "inbox priority to read travel unread " "placement and tags of a rule"
is "$(tags ordinary)" "friend later unread " "a rule places what scores would not"
is "$(tags huge)" "inbox seen-here unread " "a tag alone places nothing"
[[ $(files_of promotional) == "$HOME/Mail/Shops/North/new/"* ]]
ok $? "the folder of a rule" || note "$(files_of promotional)"
same_message "$work/messages/promotional" "$(files_of promotional)"
ok $? "byte for byte what was sent"
head -1 "$(files_of promotional)" > "$work/out"
says '^X-Heed: priority; .*; rule=rules:1; tag=\+travel; tag=\+to%20read; folder=Shops/North; rules-skipped=1$' \
    "the header says which rule, what it did, and that one was skipped"
grep -q 'rules.weigh -1.00 (rules:4)' <(tr -d '\n' < "$(files_of ordinary)")
ok $? "a weight is among the findings of the header"

# A tag of a rule is not her filing; one of her own is.
outcome() { "$heed" senders --json "$1" | python3 -c 'import json,sys; r=json.load(sys.stdin)[0]; print(r["opened"], r["filed"])'; }
notmuch tag -unread -- id:huge@test.example
"$heed" sync
is "$(outcome hazelbrook.example)" "1 0" "a tag that a rule gave is not taken for hers: opened"
notmuch tag +bank -- id:huge@test.example
"$heed" sync
is "$(outcome hazelbrook.example)" "0 1" "one that she gave is: filed"

# Tags by which settings show placements are not the rules' to change; those of new mail are.
printf '[tags]\nlater = +Waiting\n' > "$XDG_CONFIG_HOME/heed/config"
printf 'bulk -> inbox +Waiting +seen -todo\n' > "$rules"
run check
says 'warning: the tag "Waiting" shows a placement by your settings' "check warns of such a tag"
sed -i 's/^tags=.*/tags=unread;inbox;todo/' "$NOTMUCH_CONFIG"
sed "s/promotional@/placed@/; s/northcoat/parcelly/; s/Mon, 6 Jan 2025 .*/$(date -R)/" "$work/messages/promotional" | "$heed" deliver --wait
is "$(tags placed)" "inbox seen unread " "what shows placements stays as it is; another tag of new mail is taken away"
"$heed" sync
is "$("$heed" senders --json parcelly.example | python3 -c 'import json,sys; print(json.load(sys.stdin)[0]["ignored"])')" 0 \
    "what a rule took away is not taken for her archiving"
sed -i 's/^tags=.*/tags=unread;inbox/' "$NOTMUCH_CONFIG"
printf '[trust]\nauthserv-id=mx.home.example\n' > "$XDG_CONFIG_HOME/heed/config"
cat > "$rules" <<'EOR'
from northcoat.example and subject has "last chance" -> priority +travel +"to read" folder "Shops/North"
bulk -> later -travel
EOR

# --- the index was locked: sync does it by the sealed header ------------------------------------------

again() { sed "s/promotional@/$1@/" "$work/messages/promotional"; }
hold_index
again locked | "$heed" deliver --wait
let_go
"$heed" sync
is "$(tags locked)" "inbox priority to read travel unread " "the index was locked: sync tags what waits"
hold_index
again header | "$heed" deliver --wait
let_go
rm -f "$XDG_STATE_HOME/heed/book.db"*
rm "$rules"
notmuch new --quiet
"$heed" sync
is "$(tags header)" "inbox priority to read travel unread " "without book and rules the sealed header says it"

# --- filter ------------------------------------------------------------------------------------------

printf 'bulk -> later +shop folder "Shops"\n' > "$rules"
again filtered | "$heed" filter > "$HOME/Mail/new/filtered"
head -1 "$HOME/Mail/new/filtered" > "$work/out"
says '^X-Heed: later; .*; rule=rules:1; tag=\+shop; folder=Shops$' "filter writes what rules say into the header"
notmuch new --quiet
"$heed" sync
is "$(tags filtered)" "later shop unread " "and sync does it"
again passed | "$heed" filter | "$heed" deliver --wait
is "$(tags passed)" "later shop unread " "deliver behind filter does it, too"
[[ $(files_of passed) == "$HOME/Mail/Shops/new/"* ]]
ok $? "into the folder"

# --- what a stranger claims ---------------------------------------------------------------------------

printf 'from velora.co.uk -> priority\nauthor velora.co.uk -> +says-velora\n' > "$rules"
run why tests/rules/mail/promotion.eml
says '^priority: the rule at .*/rules:1$' "a proven sender"
run why tests/rules/mail/forged.eml
is "$(grep -c '^priority' "$work/out")" 0 "a forged one has no rule's favour"
says 'tags: \+says-velora' "author is what the message says"

# --- why ----------------------------------------------------------------------------------------------

printf 'bulk -> +first\nsubject has sale -> later\nbulk -> priority\n' > "$rules"
run why tests/rules/mail/promotion.eml
says "^later: the rule at $rules:2" "why names the rule that decided"
says "$rules:3: bulk -> priority" "and those that match"
says 'would have decided: priority, but the first placement wins' "and what would have decided"
says 'by its scores it would be: inbox' "and where scores would have it"
run why --brief tests/rules/mail/promotion.eml
says "^later; $rules:2: subject has sale -> later" "--brief does, too"
run why --json tests/rules/mail/promotion.eml
python3 - "$work/out" <<'EOF'
import json, sys
j = json.load(open(sys.argv[1]))
assert [r["line"] for r in j["rules"]] == [1, 2, 3] and [r["decides"] for r in j["rules"]] == [False, True, False], j
assert j["tags"] == ["+first"] and j["by-scores"] == "inbox" and "rules:2" in j["because"], j
EOF
ok $? "--json does, too"
printf 'bulk -> keep\nbulk -> +tagged\n' > "$rules"
run why tests/rules/mail/promotion.eml
says '^inbox: useful is' "a rule that keeps what is not put aside does not decide"
says 'would keep it out of later, where it does not go' "and why says so"
run why --brief tests/rules/mail/promotion.eml
is "$(grep -c "$rules" "$work/out")" 0 "nor is it the reason" || note "$(cat "$work/out")"
run why --json tests/rules/mail/promotion.eml
is "$(grep -c '"decides": *true' "$work/out")" 0 "nor for programs" || note "$(cat "$work/out")"
run deliver --dry-run < tests/rules/mail/promotion.eml
is "$(grep -c 'rule=' "$work/out")" 0 "nor does the header name it" || note "$(cat "$work/out")"
printf 'bulk -> suspect\n' > "$work/other.rules"
run why --rules "$work/other.rules" --brief tests/rules/mail/promotion.eml
says "^suspect; $work/other.rules:1: " "--rules tries others in place of hers"
printf 'bulk -> suspekt\n' > "$work/other.rules"
run why --rules "$work/other.rules" tests/rules/mail/promotion.eml
is "$code:$(grep -c 'did you mean suspect' "$work/out")" 1:1 "and says what is wrong with them"
printf 'text matches /(a+)+$/ -> later\n' > "$rules"
run why tests/rules/mail/long.eml
says 'rules.slow .*rules:1; the condition counts as not known' "a pattern that would never end is given up, and why says so"

# --- backtest -----------------------------------------------------------------------------------------

make_home "$work/archive"
rules=$XDG_CONFIG_HOME/heed/rules
mail() { # mail ID ADDRESS SUBJECT: a promotion, as many days ago as its number says
    printf '%s\n' "Received: from a by mx.home.example; $(date -R -d "-${1#*.} days")" "From: Brand <$2>" \
        "To: reader@home.example" "Subject: $3" "Date: $(date -R -d "-${1#*.} days")" "Message-ID: <$1@test.example>" \
        "List-Unsubscribe: <https://x.example/u>" "Precedence: bulk" "" "20% off, shop now!" > "$HOME/Mail/cur/$1:2,"
}
for i in $(seq 30 59); do
    mail "bored.$i" news@bored.example "Sale $i"
    mail "liked.$i" news@liked.example "Sale $i"
done
notmuch new --quiet
notmuch tag -unread -- from:liked.example
printf 'from liked.example -> inbox\n' > "$rules"
printf '# Others.\nfrom liked.example and subject has "5" -> later\nfrom liked.example -> inbox\n' > "$work/other.rules"
run backtest --rules "$work/other.rules"
is "$code" 0 "backtest --rules"
says '^Messages that would move: 12$' "how many messages would move" # 35, 45, 50 to 59
says 'inbox +-> later +12, of which you acted on 12' "from where to where, and what she did with them"
says ' 12 .*other.rules:2$' "by which rule"
is "$(grep -A 1 'inbox *-> later *opened *liked.example' "$work/out" | grep -cE '"Sale [345][0-9]" id:liked.[345][0-9]@test.example')" 12 \
    "each is listed"
printf 'from nobody.example -> later\n' >> "$work/other.rules"
run backtest --rules "$work/other.rules"
says '^Rules that no message met: 1$' "rules that are for no message are told"
says '^  .*other.rules:4  from nobody.example -> later$' "and which"
run backtest --rules "$work/other.rules" --json
python3 - "$work/out" <<'EOF'
import json, sys
j = json.load(open(sys.argv[1]))
moved = [m for m in j["messages"] if m["placement"] != m["placement-now"]]
assert len(moved) == 12 and {m["placement-now"] + ">" + m["placement"] for m in moved} == {"inbox>later"}, moved
assert j["rules"]["wanted-lost-percent"] == 40 and j["settings"]["wanted-lost-percent"] == 0, j["rules"]
EOF
ok $? "--json has both placements"
run backtest --rules "$work/nothing.rules"
is "$code" 1 "a file that is not there"

# Organisations that nobody has heard of.
"$heed" init > /dev/null
printf 'from likd.example -> later\nfrom liked.example -> inbox\n' > "$rules"
echo 'expect id:liked.40@test.example inbox' >> "$rules"
run check
is "$code:$(grep -c warning: "$work/out")" 0:1 "one of two organisations has no mail"
says 'there is no mail from likd.example yet: did you mean liked.example\?' "and which was meant"

says '1 expectation holds' "a message of the index is as expected"
echo 'expect id:nothing@test.example inbox' >> "$rules"
run check
is "$code:$(grep -c 'rules:4:1: no message id:nothing@test.example' "$work/out")" 1:1 "one that is not there is told"

# What she did is a condition as well.
cat > "$work/counts.rules" <<'EOR'
received > 20 and opened = 0 -> later +unsubscribe
opened > 20 and last opened > 20 days -> +opened-once
last opened < 20 days -> +opened-lately
EOR
sed 's/\.30@/.0@/' "$HOME/Mail/cur/bored.30:2," > "$work/bored"
sed 's/\.30@/.0@/' "$HOME/Mail/cur/liked.30:2," > "$work/liked"
run why --rules "$work/counts.rules" "$work/bored"
says 'tags: \+unsubscribe$' "received and never opened"
run why --rules "$work/counts.rules" "$work/liked"
says 'tags: \+opened-once$' "opened, but not lately"

# --- a set to start with --------------------------------------------------------------------------------

rm "$rules"
run init < /dev/null
[ ! -e "$rules" ]
ok $? "init gives no rules to who did not ask"
if [ -z "${SANITIZE:-}" ]; then # which is built where no set is beside it
    run init --rules
    is "$code" 0 "init --rules"
    cmp -s "$rules" sample-rules/default.rules
    ok $? "the set is in place"
fi
echo 'bulk -> later' > "$rules"
run init --rules
is "$code:$(cat "$rules")" "0:bulk -> later" "and takes the place of no other"
finish
