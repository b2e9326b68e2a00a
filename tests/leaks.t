#!/bin/bash
# A leak costs the leaker; addresses are closed and renewed; a false code is told whatever it is made of, and so is none.
. "$(dirname "$0")/lib.sh"
need notmuch python3
make_home "$work/home"
export TZ=UTC

python3 - "$HOME/Mail/cur" <<'PYTHON'
import email.utils, sys, time
for n in range(60):
    for brand, flags in {"dear": "S", "dull": ""}.items():
        date = email.utils.formatdate(time.time() - 86400 * (200 - 3 * n))
        with open(f"{sys.argv[1]}/{n}.{brand}:2,{flags}", "w") as file:
            file.write(f"Authentication-Results: mx.home.example; dmarc=pass header.from={brand}.example\nReceived: from out by mx.home.example; {date}\n"
                       f"From: {brand} <news@{brand}.example>\nTo: reader@home.example\nSubject: Sale {n}\nDate: {date}\n"
                       f"Message-ID: <{n}@{brand}.example>\nList-Unsubscribe: <https://{brand}.example/u>\nPrecedence: bulk\n\n20% off all shoes, shop now!\n")
PYTHON
notmuch new --quiet
notmuch tag -unread -- from:dear.example
"$heed" init > /dev/null

mail() { # mail DOMAIN TO: proven, of today; its id is then in $work/id
    echo "m.$(date +%s%N)@$1" > "$work/id"
    printf '%s\n' "Authentication-Results: mx.home.example; dmarc=pass header.from=$1" \
        "Received: from out.$1 ([192.0.2.9]) by mx.home.example; $(date -R)" "Delivered-To: $2" \
        "From: ${1%%.*} <news@$1>" "To: $2" "Subject: Sale" "Date: $(date -R)" "Message-ID: <$(cat "$work/id")>" \
        "List-Unsubscribe: <https://$1/u>" "Precedence: bulk" "" "20% off all shoes, shop now!"
}
come() { mail "$@" > "$work/message"; "$heed" deliver --wait < "$work/message"; }
why() { "$heed" why --json "id:$(cat "$work/id")" | python3 -c 'import json,sys; j=json.load(sys.stdin)
print(*[eval(a, {"j": j, "f": {f["code"]: round(f["part"], 2) for f in j["findings"]}}) for a in sys.argv[1:]])' "$@"; }
placed() { why 'j["at-delivery"]["placement"]'; }

# --- leaks ----------------------------------------------------------------------------------------------
dear=$("$heed" alias new dear.example)
come dear.example "$dear"
is "$(placed)" priority "a brand that she wants comes first"
come spam1.example "$dear"
is "$(placed)" suspect "its address, passed on"
come dear.example reader@home.example
is "$(placed):$(why 'f["alias.leaker"] < 0 and j["trust"] > 80')" "priority:True" "one leak costs a little, in all its mail"
sleep 1
last=$(why 'j["trust"]')
for i in 2 3 4 5; do
    come "spam$i.example" "$dear"
    come dear.example "$dear"
    less=$(why 'j["trust"]')
    awk -v a="$less" -v b="$last" 'BEGIN { exit !(a < b) }'
    ok $? "leak $i costs trust: $less < $last"
    is "$(placed)" priority "and no more"
    last=$less
done
come spam6.example "$dear"
come dear.example reader@home.example
is "$(placed)" inbox "six leaks take it to the inbox"
"$heed" why "id:$(cat "$work/id")" | tr -s ' \n' ' ' | grep -q 'alias.passed-on it passes on addresses that you gave to it: to 6, last to spam[1-6].example on'
ok $? "and why says what it did" || note "$("$heed" why "id:$(cat "$work/id")")"
come dull.example reader@home.example
is "$(why 'any(c in f for c in ("alias.leaker", "alias.passed-on"))')" False "nobody else pays for it"
"$heed" senders dear | grep -c 'passed your address on' > "$work/out"
is "$(cat "$work/out")" 6 "senders names all six"

# --- rules ----------------------------------------------------------------------------------------------
printf 'leaked >= 6 -> later +leaker\n' > "$work/leaked.rules"
mail dear.example reader@home.example > "$work/message"
"$heed" why --rules "$work/leaked.rules" "$work/message" | head -n 1 | grep -q '^later: the rule at'
ok $? "leaked >= 6"
printf 'leaked -> later\n' > "$work/leaked.rules"
"$heed" why --rules "$work/leaked.rules" "$work/message" | grep -q '^later: the rule at'
ok $? "leaked alone: at all"
mail dull.example reader@home.example > "$work/message"
! "$heed" why --rules "$work/leaked.rules" "$work/message" | grep -q 'the rule at'
ok $? "and not who leaked nothing"
for rule in "alias dear.example" "alias is $dear" 'alias has "reader+dear"' 'alias "dear.example"' alias; do
    printf '%s -> later +alias\n' "$rule" > "$work/alias.rules"
    mail dear.example "$dear" > "$work/message"
    hits=$("$heed" why --rules "$work/alias.rules" "$work/message" | grep -c '^later: the rule at')
    mail dear.example reader@home.example > "$work/message"
    is "$hits:$("$heed" why --rules "$work/alias.rules" "$work/message" | grep -c '^later: the rule at')" 1:0 "$rule"
done

# --- codes ----------------------------------------------------------------------------------------------
local=${dear%@*} code=${dear%@*}
code=${code##*.}
for wrong in 0101lol olololo l234567 abcdefg aaaa zzzzzzzzzzzz; do
    come guess.example "reader+dear.$wrong@home.example"
    is "$(why 'f.get("alias.forged")')" -4 "a false code is told: $wrong"
done
come guess.example "reader+dear@home.example"
is "$(why 'f.get("alias.codeless"), "alias.forged" in f')" "(-2.5, False)" "so is none, where it has one"
come dear.example "reader+dear@home.example"
is "$(why 'f.get("alias.codeless")')" 0 "but from whom it was given to"
come guess.example "reader+other@home.example"
is "$(why 'any(c.startswith("alias.") for c in f)')" False "a label that she never gave out says nothing"

# --- closed and renewed -----------------------------------------------------------------------------------
dull=$("$heed" alias new liked.example --label=shop)
for bad in "close" "close $dull more" "renew" "close x@elsewhere.example"; do
    "$heed" alias $bad > "$work/out" 2>&1
    is "$?" 64 "usage: heed alias $bad"
done
"$heed" alias close reader+nobody@home.example > "$work/out" 2>&1
is "$?" 1 "what is not noted cannot be closed"
"$heed" alias renew nobody.example > "$work/out" 2>&1
is "$?" 1 "nor renewed"
new=$("$heed" alias renew "$dear")
[[ $new =~ ^reader\+dear-2\.[2-9a-km-np-z]{7}@home\.example$ ]]
ok $? "renewed it has another label and code" || note "$new"
"$heed" alias list | unwrapped 2 | grep -qF "$dear  given to dear.example, made $(date +"%-d %b %Y"), closed "
ok $? "and the former one is closed" || note "$("$heed" alias list)"
[[ $("$heed" alias renew dear.example) =~ ^reader\+dear-3\. ]]
ok $? "again, by whose it is"
sleep 1
come dear.example "$dear"
is "$(placed):$(why 'f["alias.own"], f["alias.closed"]')" "inbox:(0, 0)" "who was given another may still write to the former"
come spam7.example "$dear"
is "$(why 'f["alias.leak"] + f["alias.closed"]'):$(placed)" "-5.0:suspect" "nobody else may"
"$heed" alias close "$new" > /dev/null && "$heed" alias close "$("$heed" alias list --json | python3 -c 'import json,sys
print(next(a["address"] for a in json.load(sys.stdin) if "dear-3" in a["address"]))')"
is "$?" 0 "all closed"
sleep 1
come dear.example "$dear"
is "$(placed):$(why 'f["depth.no"] < 0')" later:True "to whom she has closed all, she has said no"
"$heed" alias new dear.example > "$work/out" 2>&1
is "$?" 1 "a closed one is not handed out again"
"$heed" alias close "$dear" --undo
is "$?:$("$heed" alias new dear.example)" "0:$dear" "opened again it is"
"$heed" init > /dev/null
is "$("$heed" alias list --json | python3 -c 'import json,sys; print(*[bool(a["closed"]) for a in json.load(sys.stdin) if "dear" in a["address"]])')" \
    "False True True" "init remembers what is closed"
finish
