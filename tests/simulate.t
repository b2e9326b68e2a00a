#!/bin/bash
# The made-up world is the same for the same seed, refuses what cannot be meant, and shows what heed is for:
# with the real engine in the loop who helps earns more, who shouts less, and who turns is told. The engine is
# tuned elsewhere, and this is a small part of the whole table (doc/evaluation.md), so the bounds are wide.
. "$(dirname "$0")/lib.sh"
need python3 timeout
now=1750000000

# Nothing of the user's may be needed, read or written: there is none, and notmuch is not configured.
export HOME=$work/home XDG_CONFIG_HOME=$work/home/config XDG_STATE_HOME=$work/home/state
export XDG_CACHE_HOME=$work/home/cache XDG_DATA_HOME=$work/home/data NOTMUCH_CONFIG=$work/home/none
unset NOTMUCH_PROFILE NOTMUCH_DATABASE MAILDIR
mkdir "$HOME"

simulate() { timeout 900 "$heed" simulate "$@" 2>>"$work/err"; }
exits() { # exits CODE DESCRIPTION ARGUMENT...
    local code=$1 what=$2
    shift 2
    simulate "$@" >/dev/null
    is "$?" "$code" "$what"
}

# --- written out ---------------------------------------------------------------------------------------

simulate --seed 5 --days 40 --now $now "$work/a" && simulate --seed 5 --days 40 --now $now "$work/b"
is "$?" 0 "a world is written"
diff -r -x notmuch-config "$work/a" "$work/b" >/dev/null
ok $? "the same seed writes the same bytes"
simulate --seed 6 --days 40 --now $now "$work/c"
! cmp -s "$work/a/truth.tsv" "$work/c/truth.tsv"
ok $? "another seed writes another world"

exits 64 "a folder with something in it is refused" --now $now "$work/a"
exits 64 "no folder: usage"
exits 64 "an unknown language: usage" --language xx "$work/d"
exits 64 "too few days: usage" --days 3 "$work/d"
exits 64 "a negative number: usage" --days -3 "$work/d"
exits 64 "--json is for --play" --json "$work/d"
exits 64 "--seeds is for --play" --seeds 2 "$work/d"
exits 64 "no seeds: usage" --play --seeds 0
exits 64 "--play takes no folder" --play "$work/d"
exits 64 "--live does not go with --play" --play --live 2
exits 64 "--play with too few days: usage" --play --days 3
exits 64 "--play in an unknown language: usage" --play --language xx
exits 64 "or in none" --play --language ""
[ ! -e "$work/d" ]
ok $? "what is refused leaves nothing behind"

# The clock has no say, and French has all that English has.
simulate --seed 5 --days 40 --language fr "$work/f1" && sleep 1 && simulate --seed 5 --days 40 --language fr "$work/f2"
is "$?" 0 "a world in French is written"
diff -r -x notmuch-config "$work/f1" "$work/f2" >/dev/null
ok $? "a world depends on its options alone"
is "$(cut -f2-6 "$work/f1/truth.tsv" | wc -l)" "$(simulate --seed 5 --days 40 "$work/e1" && wc -l < "$work/e1/truth.tsv")" "as many letters as in English"

# --- texts of one's own --------------------------------------------------------------------------------

cat > "$work/two" <<'TEXT'
# one with time, one without
[Has time]
patience = 90..240
[Has none]      # and never looks into later
patience = 20..60
looks = 0
TEXT
cat > "$work/wrong" <<'TEXT'
[Ada]
patience = long
pacience = 3
keen = 900
[Ada]
nonsense
TEXT
printf '[a]\ntone = shuting\nbecomes = b\n[c]\nbrands = 22\n' > "$work/ways"
exits 78 "mistakes in a text of consumers" --play --consumers "$work/wrong"
exits 78 "mistakes in a text of strategies" --play --strategies "$work/ways"
exits 75 "a text that is not there" --play --consumers "$work/none"
: > "$work/err"
simulate --play --consumers "$work/wrong" >/dev/null
simulate --play --strategies "$work/ways" >/dev/null
for line in "wrong:2:12: patience is a number, or two with .. between them" \
    'wrong:3:1: a consumer has no "pacience": "patience" was meant?' "wrong:4:8: keen is 0 to 300" \
    'wrong:5:2: "Ada" is there already' "wrong:6:1: neither [name] nor key = value" \
    'ways:2:8: tone cannot be "shuting": "shouting" was meant?' 'ways:3:11: there is no block "b"'; do
    grep -qF "$line" "$work/err"
    ok $? "$line"
done
sed 's/#.*//' "$root/sample-rules/simulate/consumers" > "$work/shipped"
simulate --play --days 40 --settle 0 --now $now --consumers "$work/shipped" > "$work/by-file"
simulate --play --days 40 --settle 0 --now $now --strategies "$root/sample-rules/simulate/strategies" > "$work/built-in"
[ -s "$work/by-file" ] && cmp -s "$work/by-file" "$work/built-in"
ok $? "what is built in are the files that are installed"

# --- played --------------------------------------------------------------------------------------------

before=$SECONDS
simulate --play --seed 21 --language en,fr --json > "$work/one.json"
is "$?" 0 "ten consumers, two languages"
[ -n "${SANITIZE:-}" ] || [ $((SECONDS - before)) -lt 180 ]
ok $? "in less than three minutes"
play() { simulate --play --days 60 --settle 20 --consumers "$work/two" "$@"; }
play --seed 3 > "$work/p1"
sleep 1
play --seed 3 > "$work/p2"
[ -s "$work/p1" ] && cmp -s "$work/p1" "$work/p2"
ok $? "the same seed plays the same, whatever the clock says"
play --seed 4 > "$work/p3"
! cmp -s "$work/p1" "$work/p3"
ok $? "another seed plays otherwise"
wide=$(python3 -c 'import sys; print(max(len(line.rstrip("\n")) for line in open(sys.argv[1], encoding="utf-8")))' "$work/p1")
[ "$wide" -le 80 ]
ok $? "fits 80 columns" || note "$wide"
! LC_ALL=C grep -q $'\e' "$work/p1"
ok $? "without colours where it is no terminal"
LC_ALL=C play --seed 3 > "$work/ascii"
[ -s "$work/ascii" ] && ! LC_ALL=C grep -q $'[\x80-\xff]' "$work/ascii"
ok $? "without blocks where they cannot be shown"
is "$(find "$HOME" -mindepth 1)" "" "nothing was written at home"

cat > "$work/judge.py" <<'PYTHON'
import json, sys
play = json.load(open(sys.argv[1]))
without, heed = play["without"], play["with"]
rows = {row["name"]: row for row in play["strategies"]}
checks = {
    "the sums are those of the strategies": all(
        sum(r[s][k] for r in rows.values()) == play[s][k] for s in ("without", "with") for k in ("mails", "seen", "acted")),
    "and those of the consumers": all(
        sum(c[s]["acted"] for c in play["consumers"]) == play[s]["acted"] for s in ("without", "with")),
    "nobody acts on more than she wants": all(r[s]["acted"] <= min(r[s]["wanted"], r[s]["seen"])
                                             for r in rows.values() for s in ("without", "with")),
    "two runs": play["helps"]["runs"] == 2 and play["languages"] == ["en", "fr"],
    "without heed, nothing is put away": without["put-away"] == without["rescued"] == 0,
    "with heed she acts on more in no more time": heed["acted"] > without["acted"] and heed["minutes"] < without["minutes"],
    "she looks at far less that she does not want": heed["unwanted-seen"] < 0.75 * without["unwanted-seen"],
    "she gains by it": play["gain"]["least"] > 0,
    "who helps earns more with heed": play["helps"]["least"] > 10,
    "who shouts earns less": play["shouts"]["mean"] < -20,
    "three times the letters earn less than once": play["louder"][0]["with"]["most"] < 1,
    "who reformed is back, most within ten letters": play["reformed"]["within-ten"] > 0.8 * play["reformed"]["brands"] > 0,
    "who relapsed is gone, most within ten letters": play["relapsed"]["within-ten"] > 0.8 * play["relapsed"]["brands"] > 0,
    "a person is always seen": rows["people"]["with"]["seen"] > 0.97 * rows["people"]["with"]["mails"],
}
for name, held in checks.items():
    print("yes" if held else "no", name)
PYTHON
python3 "$work/judge.py" "$work/one.json" > "$work/checks" 2>>"$work/err"
is "$?" 0 "its JSON can be read" || note "$(cat "$work/err")"
while read -r held name; do
    [ "$held" = yes ]
    ok $? "$name"
done < "$work/checks"
[ "$tests_failed" -eq 0 ] || { sed -n 1,20p "$work/one.json" | sed 's/^/# /'; }
finish
