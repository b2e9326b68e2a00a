#!/bin/bash
# heed init and heed sync: what she does becomes outcomes, and the next message is judged by them.
. "$(dirname "$0")/lib.sh"
need notmuch python3
make_home "$work/home"

mail() { # mail ID ADDRESS SUBJECT [FIELD...]: a promotion, days ago by its number
    printf '%s\n' "Received: from a by mx.home.example; $(date -R -d "-${1#*.} days")" \
        "From: Brand <$2>" "To: reader@home.example" "Subject: $3" "Date: $(date -R -d "-${1#*.} days")" \
        "Message-ID: <$1@test.example>" "List-Unsubscribe: <https://x.example/u>" "Precedence: bulk" "${@:4}" "" \
        "20% off all shoes, shop now!"
}
columns() { # columns ORGANISATION COLUMN...: of heed senders
    "$heed" senders --json "$1" | python3 -c 'import json,sys; rows = json.load(sys.stdin)
print(*[rows[0][c] for c in sys.argv[1:]] if rows else ["none"])' "${@:2}"
}
useful() { "$heed" why --json - | python3 -c 'import json,sys; print(json.load(sys.stdin)["useful"])'; }

for i in $(seq 20 40); do
    mail "bored.$i" news@bored.example "Sale $i" > "$HOME/Mail/cur/$i.bored:2,"
    mail "liked.$i" news@liked.example "Sale $i" > "$HOME/Mail/cur/$i.liked:2,"
done
mail sent.10 reader@home.example Hello "In-Reply-To: <liked.40@test.example>" | sed '/^Received/d; /^Precedence/d; s/^To:.*/To: friend@person.example/' > "$HOME/Mail/cur/sent:2,"
notmuch new --quiet
mail quick.31 news@quick.example "Reply by noon" > "$HOME/Mail/cur/quick:2,"
mail noon.30 reader@home.example Yes "In-Reply-To: <quick.31@test.example>" | sed '/^Received/d; /^Precedence/d; s/^To:.*/To: news@quick.example/' > "$HOME/Mail/cur/noon:2,"
mail draft.9 news@unsent.example "Not yet" > "$HOME/Mail/cur/unsent:2,"
notmuch new --quiet
notmuch tag +draft -- id:draft.9@test.example
notmuch tag -unread -- from:liked.example
notmuch tag +flagged -- id:liked.20@test.example
"$heed" init > "$work/out"
is "$?" 0 "init"
grep -q 'over 46 messages' "$work/out"
ok $? "init says how many messages there were"
is "$(columns bored.example received ignored opened)" "21 21 0" "unread for two weeks is ignored"
is "$(columns liked.example received opened flagged answered)" "21 19 1 1" "opened, flagged, answered (by what she sent)"

is "$(columns quick.example received answered):$(columns unsent.example received)" "1 1:none" "answered the day after; a draft is no mail"

bored=$(mail new.0 news@bored.example Sale | useful)
liked=$(mail new.0 news@liked.example Sale | useful)
python3 -c 'import sys; sys.exit(not (float(sys.argv[1]) < 5 and float(sys.argv[2]) > 60))' "$bored" "$liked"
ok $? "the next message is judged by it" || note "bored $bored, liked $liked"

# Deliver, react, sync. What comes is to be in the inbox for it.
printf '[placement]\nlater=0\n' > "$XDG_CONFIG_HOME/heed/config"
for i in 1 2 3 4 5; do mail "fresh.$i" news@fresh.example "Sale" | "$heed" deliver --wait; done
"$heed" sync
is "$(columns fresh.example received undecided)" "5 5" "delivered and not decided yet"
notmuch tag -unread -- id:fresh.1@test.example
notmuch tag +deleted -- id:fresh.2@test.example
notmuch tag -inbox +later -- id:fresh.3@test.example
rm "$(files_of fresh.4)"
notmuch new --quiet
"$heed" sync -v > "$work/out"
is "$(columns fresh.example opened 'deleted unread' demoted undecided)" "1 2 1 1" \
    "opened, deleted, demoted by hand; what vanished unread was deleted unread"
grep -q '1 vanished' "$work/out"
ok $? "sync -v says so" || note "$(cat "$work/out")"

# She answers; writes a draft; deletes what she had flagged.
mail asked.1 news@asked.example "A question" | "$heed" deliver --wait
"$heed" sync
mail reply.0 reader@home.example "Re: A question" "In-Reply-To: <asked.1@test.example>" | sed '/^Received/d; /^Precedence/d; s/^To:.*/To: news@asked.example/' > "$HOME/Mail/cur/reply:2,"
mail draft.0 news@draft.example "Not yet" > "$HOME/Mail/cur/draft:2,D"
notmuch new --quiet
notmuch tag +draft -- id:draft.0@test.example
rm "$(files_of liked.20)"
notmuch new --quiet
"$heed" sync
is "$(columns asked.example received answered)" "1 1" "her answer counts when sync meets it"
is "$(columns draft.example received)" "none" "a draft is no mail"
is "$(columns liked.example flagged 'deleted unread')" "1 0" "what she had flagged stays wanted when it vanishes"

# Nothing new: nothing is looked at.
"$heed" sync
strace -f -e trace=pread64,openat -o "$work/trace" "$heed" sync -v > "$work/out" 2>/dev/null ||
    "$heed" sync -v > "$work/out"
is "$(cat "$work/out")" "0 looked at, 0 new, 0 vanished, 0 tagged" "a sync with nothing new looks at nothing"

# The hook runs sync at the end of notmuch new, and never keeps notmuch new from succeeding.
mkdir -p "$HOME/Mail/.notmuch/hooks"
sed "s#^PATH=.*#PATH=$(dirname "$heed"):\$PATH#" "$root/sample-rules/mta/notmuch-post-new" > "$HOME/Mail/.notmuch/hooks/post-new"
chmod +x "$HOME/Mail/.notmuch/hooks/post-new"
mail hook.3 news@hook.example Sale > "$HOME/Mail/cur/hook:2,"
notmuch new --quiet 2>"$work/err"
is "$?:$(columns hook.example received)" "0:1" "the post-new hook follows what came" || note "$(cat "$work/err")"
sed -i 's#^PATH=.*#PATH=/nonexistent#' "$HOME/Mail/.notmuch/hooks/post-new"
notmuch new --quiet 2>"$work/err"
is "$?" 0 "without heed the hook complains and notmuch new succeeds"
rm "$HOME/Mail/.notmuch/hooks/post-new"

# A message rescued from later counts as wanted, one left there says nothing.
printf '[trust]\nauthserv-id=mx.home.example\n[placement]\nlater=100\ndoubt=0\npatience=0\nprobe=0\n' > "$XDG_CONFIG_HOME/heed/config"
mail resc.1 news@demoted.example Sale | "$heed" deliver --wait
mail resc.2 news@demoted.example Sale | "$heed" deliver --wait
is "$(notmuch count --exclude=false from:demoted.example and tag:later)" 2 "both are in later"
notmuch tag -later +inbox -- id:resc.1@test.example
"$heed" sync
is "$(columns demoted.example rescued undecided)" "1 1" "rescued, and not observed"
is "$(notmuch search --output=tags --exclude=false id:resc.1@test.example | tr '\n' ' ')" "inbox unread " "she took it out; heed does not put it back"

# What heed filter put into later and sync could tag only afterwards was never in the inbox for her to take out.
mail late.1 news@late.example Sale | "$heed" filter > "$HOME/Mail/cur/late:2,"
notmuch new --quiet
"$heed" sync
is "$(notmuch count --exclude=false from:late.example and tag:later):$(columns late.example rescued undecided)" "1:0 1" \
    "tagged after it was indexed: no rescue"

# init again: the same book, and what vanished is still counted.
before=$("$heed" senders --json)
"$heed" init > /dev/null
is "$("$heed" senders --json)" "$before" "init again gives the same book, vanished messages included"

# Threads: an answer to hers, and a person she has written to.
printf '[trust]\nauthserv-id=mx.home.example\n' > "$XDG_CONFIG_HOME/heed/config"
printf '%s\n' "From: Friend <friend@person.example>" "To: reader@home.example" "Subject: Re: Hello" \
    "Message-ID: <answer@person.example>" "In-Reply-To: <sent.10@test.example>" "" "Hi there" > "$work/answer"
"$heed" why --json "$work/answer" > "$work/out"
is "$(python3 -c 'import json; j = json.load(open("'"$work"'/out")); c = [f["code"] for f in j["findings"]]
print("contact.written" in c, "contact.answer" in c, j["placement"])')" "True True priority" "an answer from somebody she wrote to"

# From her own address, but from outside and unproven: not hers, and whom it names is no correspondent.
printf '%s\n' "Received: from out by mx.home.example; $(date -R)" "From: reader@home.example" \
    "To: victim@spam.example" "Subject: You have won" "Message-ID: <self@spam.example>" "" "Click" | "$heed" deliver --wait
"$heed" sync
printf '%s\n' "From: victim@spam.example" "To: reader@home.example" "Subject: Hello" "Message-ID: <v@spam.example>" "" \
    "Hi" | "$heed" why --json - | grep -q contact.written
is "$?" 1 "mail forged in her own name makes nobody a correspondent"

# why: the parts sum to the scores.
python3 - "$work/out" <<'EOF'
import json, math, sys
j = json.load(open(sys.argv[1]))
for axis in ("useful", "personal", "trust"):
    s = sum(f["part"] for f in j["findings"] if f["axis"] == axis)
    assert abs(100 / (1 + math.exp(-s)) - j[axis]) < 0.006, axis
EOF
ok $? "the parts that why prints sum to the scores"
mail why.1 news@liked.example Sale > "$work/message"
"$heed" deliver --wait < "$work/message"
"$heed" why id:why.1@test.example > "$work/out"
grep -q '^At delivery: ' "$work/out"
ok $? "why says what was decided at delivery"
grep -q '^It would be ' "$work/out"
ok $? "why says what would change it"
is "$("$heed" why --brief id:why.1@test.example | wc -l)" 1 "why --brief is one line"

# Who might be trusted is read from the archive: what the receiving servers wrote, not what senders did.
make_home "$work/offer"
rm "$XDG_CONFIG_HOME/heed/config"
letter() { # letter ID ABOVE BELOW: fields above and directly below the border
    printf '%s' "$2" "Received: from out.$1.example ([192.0.2.9]) by mx.home.example; $(date -R)
" "$3"
    printf '%s\n' "From: A <a@$1.example>" "To: reader@home.example" "Subject: x" "Message-ID: <$1@test.example>" "" "x"
}
forged="Authentication-Results: forged.example; dmarc=pass
"
for i in $(seq 1 5); do
    letter "above$i" "Authentication-Results: mx.home.example; dmarc=pass
" "$forged" > "$HOME/Mail/cur/above$i:2,"
done
notmuch new --quiet
"$heed" init > "$work/out"
grep -q '^    authserv-id=mx.home.example$' "$work/out"
ok $? "init proposes the server that writes above the border" || note "$(cat "$work/out")"
rm "$HOME"/Mail/cur/*
for i in $(seq 1 5); do
    letter "farm$i" "Authentication-Results: in$i.farm.example; dmarc=pass
" "" > "$HOME/Mail/cur/farm$i:2,"
done
notmuch new --quiet
"$heed" init | grep -qF '    authserv-id=*.farm.example'
ok $? "init proposes a farm by its common name"

# On a terminal it asks, and writes down only what she says yes to.
if command -v script > /dev/null; then
    at_terminal() { printf "$1" | TERM=dumb script -qec "$heed init" /dev/null > "$work/out" 2>&1; }
    at_terminal 'n\nn\n'
    test ! -e "$XDG_CONFIG_HOME/heed/config" && grep -q 'provider? \[y/N\]' "$work/out"
    ok $? "init asks at a terminal, and no is no" || note "$(cat "$work/out")"
    at_terminal 'y\nn\n'
    is "$(cat "$XDG_CONFIG_HOME/heed/config")" "[trust]
authserv-id=*.farm.example" "yes is written down"
    is "$(grep -c 'Looked back over 5 messages' "$work/out")" 2 "and looked back with"
    ! grep -q "cannot be told" <("$heed" init)
    ok $? "then it has nothing to propose"
    printf '[learn]\nhalf-life=60\n' > "$XDG_CONFIG_HOME/heed/config"
    at_terminal 'y\ny\n'
    is "$(cat "$XDG_CONFIG_HOME/heed/config")" "[learn]
half-life=60

[trust]
authserv-id=*.farm.example" "behind settings that are there, which stay as they are"
    printf '[trust]\nauthserv-id=mx.other.example\n' > "$XDG_CONFIG_HOME/heed/config"
    at_terminal 'y\n'
    grep -q "put this into" "$work/out" && ! grep -q farm "$XDG_CONFIG_HOME/heed/config"
    ok $? "where another is named, what to write is said"
else
    note "no script(1) here: the questions at a terminal are not tried"
fi

# Copies of what she wrote may have travelled, too; the folder that they lie in tells.
mkdir -p "$HOME/Mail/.Sent Items"/{cur,new,tmp} "$HOME/Mail/Essential"/{cur,new,tmp}
for n in 1 2; do
    mail "kept.$n" reader@home.example "Hello $n" | sed 's/^To:.*/To: kept@person.example/; s/^From:.*/From: reader@home.example/' > "$HOME/Mail/.Sent Items/cur/kept$n:2,S"
done
mail "claims.1" reader@home.example "Hello" > "$HOME/Mail/Essential/cur/claims:2,S"
notmuch new --quiet
"$heed" sync
is "$(columns home.example received)" 1 "what lies among sent mail is hers, and not received; elsewhere it only claims to be"

# Who knows a Message-ID, or whose other route to her fails, comes first with it: the good copy still reaches the inbox.
printf '[trust]\nauthserv-id=mx.home.example\n' > "$XDG_CONFIG_HOME/heed/config"
copy() { # copy RESULT DOMAIN
    printf '%s\n' "Authentication-Results: mx.home.example; dmarc=$1 (p=reject) header.from=$2" \
        "Received: from out.example (out.example [192.0.2.9]) by mx.home.example; $(date -R)" "From: Ann <ann@$2>" \
        "To: reader@home.example" "Subject: dinner?" "Message-ID: <$3@friend.example>" "" "Are you coming to dinner?"
}
twin() { notmuch search --exclude=false --output=tags "id:$1@friend.example" | tr '\n' ' '; }
copy fail bank.example twin1 | "$heed" deliver --wait
is "$(twin twin1)" "suspect unread " "a forgery is suspect"
copy pass friend.example twin1 | "$heed" deliver --wait
is "$?:$(twin twin1)" "0:inbox suspect unread " "and hides nothing that comes under its Message-ID, but stays suspect"
is "$(columns friend.example received):$(columns bank.example received)" "1:none" "nor is it what the book remembers"
copy pass friend.example twin2 | "$heed" deliver --wait
copy fail bank.example twin2 | "$heed" deliver --wait
is "$(twin twin2)" "inbox unread " "one that comes second changes nothing"
copy fail bank.example twin3 | "$heed" deliver --wait
notmuch tag +seen -- id:twin3@friend.example
copy pass friend.example twin3 | "$heed" deliver --wait
is "$(twin twin3)" "seen suspect unread " "nor does a copy change what she has changed"
# She has been at her mail since: what she passed over is ignored after three days, until she opens it.
make_home "$work/busy"
mail passed.5 news@passed.example Sale > "$HOME/Mail/cur/passed:2,"
mail fresh.2 news@passed.example Sale > "$HOME/Mail/cur/fresh:2,"
for i in $(seq 1 24); do mail "r$i.1" "news@r$i.example" Sale > "$HOME/Mail/cur/r$i:2,S"; done
notmuch new --quiet
"$heed" init > /dev/null
is "$(columns passed.example ignored undecided)" "0 2" "what came five days ago is not ignored yet, with 24 read since"
mail r25.1 news@r25.example Sale > "$HOME/Mail/cur/r25:2,S"
notmuch new --quiet
"$heed" sync
is "$(columns passed.example ignored undecided)" "1 1" "with 25 it is; what came two days ago is not"
"$heed" sync
notmuch tag -unread -- id:passed.5@test.example
"$heed" sync
is "$(columns passed.example opened ignored undecided)" "1 0 1" "opened after all, it is that"
rm -r "$XDG_STATE_HOME/heed"
notmuch tag +unread -- id:passed.5@test.example
"$heed" init > /dev/null
is "$(columns passed.example ignored undecided)" "1 1" "a book that is built anew says the same"
mkdir -p "$XDG_CONFIG_HOME/heed"
printf '[learn]\npassed-after=14\n' > "$XDG_CONFIG_HOME/heed/config"
"$heed" init > /dev/null
is "$(columns passed.example ignored undecided)" "0 2" "[learn] passed-after says when"
finish
