#!/bin/bash
# heed backtest: the archive lived again, and what would have become of its mail.
. "$(dirname "$0")/lib.sh"
need notmuch python3
make_home "$work/home"

mail() { # mail ID ADDRESS SUBJECT: a promotion, as many days ago as its number says
    printf '%s\n' "Received: from a by mx.home.example; $(date -R -d "-${1#*.} days")" "From: Brand <$2>" \
        "To: reader@home.example" "Subject: $3" "Date: $(date -R -d "-${1#*.} days")" "Message-ID: <$1@test.example>" \
        "List-Unsubscribe: <https://x.example/u>" "Precedence: bulk" "" "20% off, shop now!" > "$HOME/Mail/cur/$1:2,"
}
for i in $(seq 30 90); do
    mail "bored.$i" news@bored.example "Sale $i"
    mail "liked.$i" news@liked.example "Sale $i"
done
mail exception.25 news@bored.example "Sale for once"
notmuch new --quiet
notmuch tag -unread -- from:liked.example or id:exception.25@test.example
"$heed" backtest > "$work/out"
is "$?" 0 "backtest"
grep -q '^123 messages, of which you acted on 62' "$work/out"
ok $? "every message whose outcome is known is measured" || head -3 "$work/out" | sed 's/^/# /'
grep -A 1 'bored.example' "$work/out" | grep -q '"Sale for once" id:exception.25@test.example'
ok $? "wanted mail that would have been demoted is listed"
"$heed" backtest --json --set later=0 --since 50.5 > "$work/out"
python3 - "$work/out" <<'EOF'
import json, sys
j = json.load(open(sys.argv[1]))
assert j["set"]["noise-removed-percent"] == 0 and j["settings"]["noise-removed-percent"] > 90, j
assert j["settings"]["messages"] == 43 == len(j["messages"]), j["settings"]
assert j["settings"]["auc-percent"] > 90
for name, count in ("kinds", 12), ("organisations", 10):
    groups = j[name]
    assert 0 < len(groups) <= count, name
    for g in groups:
        same = [m for m in j["messages"] if m[name[:-1]] == g[name[:-1]]]
        assert g["settings"]["messages"] == len(same), g
        assert g["set"]["wanted-lost-percent"] in (0, None), g
assert sum(k["settings"]["messages"] for k in j["kinds"]) == 43
assert any(k["settings"]["noise-removed-percent"] for k in j["kinds"])
EOF
ok $? "--set shows another setting beside, --since measures a part"
"$heed" backtest --set later=0 > "$work/out"
grep -qE 'mails wanted +demoted +noise +with --set' "$work/out"
ok $? "tables say how it is by kind and organisation, and with the other setting"
for bad in --without=nothing --without=hers,nothing --set=latr=5 --set=later --since=soon --sample=2 --sample=0; do
    "$heed" backtest $bad > /dev/null 2>&1
    is "$?" 64 "backtest $bad"
done
[ ! -e "$XDG_STATE_HOME/heed/book.db" ]
ok $? "backtest leaves no book"

# What was learned can be seen, and forgotten.
"$heed" init > /dev/null
"$heed" filters --learned | grep -q 'bored.example'
ok $? "filters --learned shows what was learned"
"$heed" filters --forget && is "$("$heed" filters --learned --json | tr -d ' \n')" "[]" "filters --forget forgets it"
finish
