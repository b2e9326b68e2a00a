#!/bin/bash
# What became of the labels of a real mailbox: the reader of ../shared/corpora/markup-gmail-promotions gave each sender
# an address of its own. Notes each for whom it was first used by, lives the archive again, and lists those that
# somebody else has. Not a test: whether that one is a mailer or the address was passed on is for a person to say.
. "$(dirname "$0")/lib.sh"
need notmuch python3
corpus=${HEED_CORPORA:-$root/../shared/corpora}/markup-gmail-promotions
[ -d "$corpus/messages" ] || { echo "no $corpus: nothing to look at"; exit 0; }
make_home "$work/home"

# Whose mailbox it is stands before the labels.
owner=$(cut -f 4 "$corpus/labels.tsv" | sed -nE '2,$s/^([^+@]+)(\+[^@]*)?(@.*)$/\1\3/p' | sort | uniq -c | sort -rn | awk 'NR == 1 { print $2 }')
sed -i "s/^primary_email=.*/primary_email=$owner/" "$NOTMUCH_CONFIG"
printf '[trust]\nauthserv-id=+mx.google.com\n' > "$XDG_CONFIG_HOME/heed/config"
for file in "$corpus"/messages/*; do cp "$file" "$HOME/Mail/cur/$(basename "$file"):2,"; done
notmuch new --quiet

"$heed" alias note --learn --json | python3 -c 'import json, sys
for found in json.load(sys.stdin): print(found["address"], found["organisation"])' |
    while read -r address organisation; do "$heed" alias note "$address" "$organisation"; done
"$heed" init > /dev/null
"$heed" alias list --json > "$work/list"
for id in $(notmuch search --exclude=false --output=messages '*'); do "$heed" why --json "$id"; done > "$work/why"
python3 - "$work/list" "$work/why" "$owner" <<'EOF'
import json, sys, time
aliases = json.load(open(sys.argv[1]))
text, judged, at, read = open(sys.argv[2]).read(), [], 0, json.JSONDecoder()
while at < len(text.rstrip()):
    one, at = read.raw_decode(text, at)
    judged.append(one)
    while at < len(text) and text[at].isspace():
        at += 1
def day(t): return time.strftime("%d %b %Y", time.gmtime(t))
second = [a for a in aliases if any(u["use"] != "own" for u in a["uses"])]
for a in second:
    label = a["address"].split("@")[0].split("+", 1)[1]
    print(f"{label}: noted for {a['organisation']}")
    for u in sorted(a["uses"], key=lambda u: u["first"]):
        print(f"    {u['use']:8} {u['who']:32} {u['messages']:3} messages, {day(u['first'])} to {day(u['last'])}"
              f"{'' if u['proven'] else ', never proven'}")
leaks = [j for j in judged if any(f["code"] == "alias.leak" for f in j["findings"])]
others = [j for j in judged if j not in leaks]
print(f"{len(aliases)} labels, {len(second)} of them used by a second organisation; {len(judged)} messages, "
      f"{len(leaks)} of them leaks, {sum(j['placement'] == 'suspect' for j in leaks)} of these suspect; "
      f"{sum(j['placement'] == 'suspect' for j in others)} of the others suspect")
EOF
