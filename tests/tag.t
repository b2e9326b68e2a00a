#!/bin/bash
# heed tag: judging what is in the index already. A dry run changes nothing, a second run changes nothing, what she
# changed is hers, a kill at any moment leaves no message half done, and all of it can be taken back.
. "$(dirname "$0")/lib.sh"
need notmuch python3
make_home "$work/home"
rules=$XDG_CONFIG_HOME/heed/rules

mail() { # mail ID ADDRESS SUBJECT DAYS
    printf '%s\n' "Received: from a by mx.home.example; $(date -R -d "-$4 days")" "From: Brand <$2>" \
        "To: reader@home.example" "Subject: $3" "Date: $(date -R -d "-$4 days")" "Message-ID: <$1@test.example>" \
        "List-Unsubscribe: <https://x.example/u>" "Precedence: bulk" "" "20% off all shoes, shop now!" \
        > "$HOME/Mail/cur/$1:2,"
}
tags() { notmuch search --exclude=false --output=tags "id:$1@test.example" | tr '\n' ' '; }
count() { notmuch count --exclude=false "$@"; }
dump() { notmuch dump --include=tags --include=properties | sort; }
tags_only() { notmuch dump --include=tags | sort; }
counted() { "$heed" senders --json "$1" | python3 -c 'import json,sys; r = json.load(sys.stdin)
print(*[r[0][c] for c in sys.argv[1:]] if r else ["none"])' "${@:2}"; }

for i in $(seq 20 49); do
    mail "bored$i" news@bored.example "Sale $i" "$i"
    mail "liked$i" news@liked.example "Sale $i" "$i"
done
mail fresh1 news@bored.example "Sale today" 1
mail travel news@air.example "Fares" 2
mail seen news@bored.example "Sale seen" 30
mail filed news@bored.example "Sale filed" 30
printf '%s\n' "From: reader@home.example" "To: a@friend.example" "Subject: Hello" "Message-ID: <own@test.example>" \
    "Date: $(date -R)" "" "Hello" > "$HOME/Mail/cur/own:2,"
notmuch new --quiet
notmuch tag -unread -- from:liked.example or id:seen@test.example
notmuch tag +bank -- id:filed@test.example
printf '[trust]\nauthserv-id=mx.home.example\n[placement]\ndoubt=0\npatience=0\n' > "$XDG_CONFIG_HOME/heed/config"
printf 'from air.example -> priority +travel\n' > "$rules"
"$heed" init > /dev/null
before=$(dump) known=$(counted bored.example ignored opened undecided)
is "$known" "31 1 1" "31 of bored.example were ignored"

# --- dry run -----------------------------------------------------------------------------------------
"$heed" tag '*' > "$work/out"
is "$?" 0 "a dry run"
is "$(dump)" "$before" "changes nothing"
grep -qE '^ +32 were read or tagged by you' "$work/out" && grep -qE '^ +1 you wrote' "$work/out" && grep -qE '^ +31 later, such as$' "$work/out" &&
    grep -qE '^ +1 priority$' "$work/out" && grep -q 'rules:1: from air.example' "$work/out"
ok $? "and says what would become of how many, and why" || note "$(cat "$work/out")"
"$heed" tag --json '*' | python3 -c 'import json,sys; j = json.load(sys.stdin)
assert j["later"] == 31 == len([m for m in j["messages"] if m["placement"] == "later"]) and j["changed"] == 0, j
assert [m["tags"] for m in j["messages"] if m["placement"] == "priority"] == [["+travel"]], j'
ok $? "--json has every message"
"$heed" tag --undo 2>"$work/err"
is "$?" 1 "there is nothing to take back yet"
for line in "" "one two" "--new x" "--undo --apply" "--apply"; do
    "$heed" tag $line 2>/dev/null
    is "$?" 64 "heed tag $line: usage"
done

echo 'bad rule' >> "$rules"
"$heed" tag --apply '*' > "$work/out" 2>"$work/err"
is "$?:$(dump)" "1:$before" "with mistakes in rules nothing is done"
"$heed" tag '*' | grep -q '^1 rules left out'
ok $? "a dry run says so"
sed -i 2d "$rules"

# --- apply -------------------------------------------------------------------------------------------
"$heed" tag --apply '*' > "$work/out"
is "$?" 0 "apply"
grep -q '^32 changed' "$work/out"
ok $? "says how many" || note "$(cat "$work/out")"
is "$(tags bored20)|$(tags fresh1)|$(tags travel)" "later unread |later unread |inbox priority travel unread " "the placements' tags, and rules'"
is "$(tags seen)|$(tags filed)|$(tags liked20)|$(tags own)" "inbox |bank inbox unread |inbox |inbox unread " "what she has dealt with or written is left alone"
is "$(count property:heed=later):$(count property:heed=priority)" "31:1" "all are marked"
after=$(dump)
"$heed" tag --apply '*' > "$work/out"
is "$(dump)" "$after" "a second run changes nothing"
"$heed" tag --apply --again '*' > "$work/out"
grep -q '^nothing changed' "$work/out"
is "$?:$(dump)" "0:$after" "nor does one that looks at them again"

# What heed did is not taken for what she did; what she had ignored stays so.
"$heed" sync
is "$(counted bored.example ignored opened undecided demoted rescued)" "31 1 1 0 0" "nothing is learned from heed's own tags"
"$heed" init > /dev/null
is "$(counted bored.example ignored opened undecided demoted rescued)" "31 1 1 0 0" "nor by a book made anew"
is "$(dump)" "$after" "neither changes tags"

# Again, with other rules: what heed had set goes, what she has changed since stays.
printf 'from air.example -> later -travel\nfrom bored.example -> inbox +list\n' > "$rules"
notmuch tag +keep -- id:bored21@test.example
"$heed" tag --apply '*' > /dev/null
is "$(tags travel)" "inbox priority travel unread " "without --again what was placed stays"
"$heed" tag --apply --again '*' > /dev/null
is "$(tags travel)|$(tags bored20)|$(tags bored21)" "later unread |inbox list unread |keep later unread " "--again: heed's own tags are made anew, hers stay"
"$heed" tag --undo > "$work/out"
is "$?:$(tags travel)|$(tags bored20)" "0:inbox priority travel unread |later unread " "taken back: as the run before had left it"
is "$(dump | grep -v bored21@)" "$(echo "$after" | grep -v bored21@)" "with all marks"

# --- undo --------------------------------------------------------------------------------------------
printf 'from air.example -> priority +travel\n' > "$rules"
make_home "$work/second"
cp -a "$work/home/Mail/cur" "$HOME/Mail/"
cp "$work/home/.config/heed/"* "$XDG_CONFIG_HOME/heed/"
notmuch new --quiet
notmuch tag -unread -- from:liked.example or id:seen@test.example
notmuch tag +bank -- id:filed@test.example
"$heed" init > /dev/null
untagged=$(tags_only)
"$heed" tag --apply '*' > /dev/null
"$heed" sync
notmuch tag -later +inbox -- id:bored22@test.example
hers=$(tags bored22)
"$heed" tag --undo > "$work/out"
is "$(cat "$work/out")" "31 are as they were; 1 that you have changed since are left alone" "undo says what it did"
is "$(tags_only)" "$untagged" "all tags are as they were (what she took back herself is the same)"
"$heed" tag --undo 2>/dev/null
is "$?" 1 "once"
"$heed" sync
"$heed" sync
is "$(tags_only)" "$untagged" "sync leaves it at that"
is "$(counted bored.example ignored rescued demoted)" "30 1 0" "what she took out herself is a rescue, what undo took out is none"
"$heed" tag --apply '*' > "$work/out"
grep -q '^31 changed' "$work/out"
ok $? "and it can be done once more" || note "$(cat "$work/out")"
"$heed" tag --undo > /dev/null

# --- killed ------------------------------------------------------------------------------------------
# Held up by a lock, by a limit of time, by kill -9: whatever is there is whole, and the next run does the rest.
# What she took out above would bring the next ones of that sender into the inbox.
printf 'from air.example -> priority +travel\nfrom bored.example -> later\n' > "$XDG_CONFIG_HOME/heed/${rules##*/}"
text=$(cat "$HOME/Mail/cur/bored20:2,")
for ((i = 1; i <= 1500; i++)); do
    printf '%s\n' "${text/bored20@/many$i@}" > "$HOME/Mail/cur/many$i:2,"
done
notmuch new --quiet
many='subject:"Sale 20" and not id:bored20@test.example'
untagged=$(tags_only)
half=0 killed=0
for try in $(seq 40); do
    "$heed" tag --apply "$many" > "$work/out" 2>&1 &
    pid=$!
    pause "0.$((try % 10))$((RANDOM % 10))"
    kill -9 $pid 2>/dev/null && killed=$((killed + 1))
    wait $pid 2>/dev/null && break
    half=$((half + $(count "($many) and tag:later and not property:heed=later") +
        $(count "($many) and property:heed=later and (not tag:later or tag:inbox)") ))
done
"$heed" tag --apply "$many" > "$work/out"
is "$?:$half" "0:0" "killed $killed times: no message is half done"
[ "$killed" -gt 0 ]
ok $? "it was killed before it was through"
is "$(count "($many) and tag:later and not tag:inbox and property:heed=later")" 1500 "the next run does the rest"
"$heed" tag --undo > "$work/out"
is "$(tags_only)" "$untagged" "undo takes the whole run back, with all its interruptions" || note "$(cat "$work/out")"
rm "$HOME"/Mail/cur/many*
notmuch new --quiet

# --- new mail ----------------------------------------------------------------------------------------
mkdir -p "$HOME/Mail/.notmuch/hooks"
sed "s#^PATH=.*#PATH=$(dirname "$heed"):\$PATH#" "$root/sample-rules/mta/notmuch-post-new" > "$HOME/Mail/.notmuch/hooks/post-new"
chmod +x "$HOME/Mail/.notmuch/hooks/post-new"
untagged=$(tags_only)
notmuch new --quiet 2>"$work/err"
is "$?:$(tags_only)" "0:$untagged" "the hook leaves alone what was there before"
mail new1 news@bored.example "Sale new" 0
mail new2 news@air.example "Fares new" 0
mail new3 news@nobody.example "Hello there" 0
notmuch new --quiet 2>"$work/err"
is "$?:$(tags new1)|$(tags new2)|$(tags new3)" "0:later unread |inbox priority travel unread |later unread " "the hook places what came" || note "$(cat "$work/err")"
"$heed" sync
is "$(counted bored.example undecided rescued demoted)" "2 1 0" "nothing is learned from that"
is "$(counted nobody.example undecided)" 1 "a stranger's first message was judged as such, and is counted"
notmuch tag -later +inbox -- id:new1@test.example
notmuch new --quiet
"$heed" tag --new
is "$?:$(tags new1)" "0:inbox unread " "what she takes out stays out"
"$heed" sync
is "$(counted bored.example rescued)" 2 "and is a rescue"
"$heed" tag --new
is "$?" 0 "nothing new"
rm "$HOME/Mail/.notmuch/hooks/post-new"

# The index is held by another program.
mail held news@bored.example "Sale held" 0
mail undone news@air.example "Fares again" 0
notmuch new --quiet
"$heed" tag --apply id:undone@test.example > /dev/null
is "$(tags undone)" "inbox priority travel unread " "one to take back"
hold_index
"$heed" tag --new --wait=0 2>"$work/err"
code=$?
"$heed" tag --undo --wait=0 2>/dev/null
is "$?:$(tags undone)" "75:inbox priority travel unread " "the index is held: undo is put off"
is "$code:$(tags held)" "0:inbox unread " "the index is held: new mail waits, which is no failure"
grep -q 'holds the index.*next run' "$work/err"
ok $? "and that is said" || note "$(cat "$work/err")"
"$heed" tag --apply --wait=0 'from:bored.example' > "$work/out" 2>"$work/err"
is "$?:$(count from:bored.example and tag:later)" "75:0" "a query is put off"
let_go
"$heed" tag --undo > /dev/null
is "$?:$(tags undone)" "0:inbox unread " "and done by the next try"
rm "$HOME/Mail/cur/undone:2,"
notmuch new --quiet
"$heed" tag --new
is "$?:$(tags held)" "0:later unread " "the next run takes it"
is "$(counted bored.example rescued)" 2 "waiting was no rescue"

# The keys are at hand: an alias whose code holds is told for one, also where the book does not know it.
address=$("$heed" alias new shop.example)
rm "$XDG_STATE_HOME"/heed/book.db*
{ header coded "Shop <news@shop.example>" "Thanks"; echo; echo "Hello."; } | sed "s/^To: .*/To: $address/" > "$HOME/Mail/new/coded"
notmuch new --quiet
trust() { python3 -c 'import json, sys; told = json.load(sys.stdin); print(told.get("messages", [told])[0]["trust"])'; }
is "$("$heed" tag --json id:coded@test.example | trust)" "$("$heed" why --json id:coded@test.example | trust)" \
    "tag and why agree about an alias"
rm "$HOME/Mail/new/coded"
notmuch new --quiet

# A book that has never seen the index takes none of it for news.
rm -r "$XDG_STATE_HOME/heed"
notmuch tag --remove-all +unread +inbox -- from:bored.example
untagged=$(tags_only)
"$heed" tag --new
is "$?:$(tags_only)" "0:$untagged" "without a book nothing is news"
finish
