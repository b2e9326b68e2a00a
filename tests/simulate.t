#!/bin/bash
# The made-up world is the same for the same seed, refuses what cannot be meant, and shows what heed is for:
# with the real engine in the loop she spends less attention and misses little; who helps is seen, who shouts
# is not. The engine is tuned elsewhere, so the bounds are wide.
. "$(dirname "$0")/lib.sh"
need python3 timeout
now=1750000000

# Nothing of the user's may be needed, read or written: there is none, and notmuch is not configured.
export HOME=$work/home XDG_CONFIG_HOME=$work/home/config XDG_STATE_HOME=$work/home/state
export XDG_CACHE_HOME=$work/home/cache XDG_DATA_HOME=$work/home/data NOTMUCH_CONFIG=$work/home/none
unset NOTMUCH_PROFILE NOTMUCH_DATABASE MAILDIR
mkdir "$HOME"

simulate() { timeout 300 "$heed" simulate "$@" 2>>"$work/err"; }
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
exits 64 "--play takes no folder" --play "$work/d"
exits 64 "--live does not go with --play" --play --live 2
exits 64 "--play with too few days: usage" --play --days 3
exits 64 "--play in an unknown language: usage" --play --language xx
[ ! -e "$work/d" ]
ok $? "what is refused leaves nothing behind"

# --- played --------------------------------------------------------------------------------------------

before=$SECONDS
simulate --play --now $now --json > "$work/one.json"
is "$?" 0 "a year is played"
[ -n "${SANITIZE:-}" ] || [ $((SECONDS - before)) -lt 60 ]
ok $? "in less than a minute"
simulate --play --days 60 --seed 3 --now $now > "$work/p1"
simulate --play --days 60 --seed 3 --now $now > "$work/p2"
[ -s "$work/p1" ] && cmp -s "$work/p1" "$work/p2"
ok $? "the same seed plays the same"
simulate --play --days 60 --seed 4 --now $now > "$work/p3"
! cmp -s "$work/p1" "$work/p3"
ok $? "another seed plays otherwise"
simulate --play --days 60 --language de --now $now > "$work/de"
is "$?" 0 "in German too"
wide=$(python3 -c 'import sys; print(max(len(line.rstrip("\n")) for line in open(sys.argv[1], encoding="utf-8")))' "$work/p1")
[ "$wide" -le 80 ]
ok $? "fits 80 columns" || note "$wide"
! LC_ALL=C grep -q $'\e' "$work/p1"
ok $? "without colours where it is no terminal"
LC_ALL=C simulate --play --days 60 --seed 3 --now $now > "$work/ascii"
[ -s "$work/ascii" ] && ! LC_ALL=C grep -q $'[\x80-\xff]' "$work/ascii"
ok $? "without blocks where they cannot be shown"
is "$(find "$HOME" -mindepth 1)" "" "nothing was written at home"

cat > "$work/judge.py" <<'PYTHON'
import json, sys
play = json.load(open(sys.argv[1]))
without, heed = play["without"], play["with"]
rows = {row["name"]: row for row in play["strategies"]}

def seen(side, *names):
    return sum(rows[n][side]["seen"] for n in names) / sum(rows[n]["mails"] for n in names)

helps, shouts = ("helpful", "reformed-after"), ("blast", "decaying-after", "reformed-before")
checks = {
    "the sums are those of the strategies":
        sum(r["mails"] for r in rows.values()) == heed["mails"] == without["mails"] > 1000
        and all(sum(r[s]["seen"] for r in rows.values()) == sum(p[s]["seen"] for p in play["periods"])
                for s in ("without", "with")),
    "nobody acts on more than she wants": all(r[s]["acted"] <= min(r["wanted"], r[s]["seen"])
                                             for r in rows.values() for s in ("without", "with")),
    "without heed, nothing is put away": without["put-away"] == without["rescued"] == 0,
    "with heed she spends less attention": heed["minutes"] < without["minutes"],
    "she looks at far less that she does not want": heed["unwanted-seen"] < 0.75 * without["unwanted-seen"],
    "she misses little of what she wants": heed["missed"] < 0.08 * heed["wanted"],
    "and no more than without heed": heed["missed"] <= without["missed"] + 0.02 * heed["wanted"],
    "put away for good: less than 4 % of what she wants":
        heed["put-away"] - heed["rescued"] < 0.04 * heed["wanted"],
    "brands that help are seen as well as before": seen("with", *helps) > seen("without", *helps) - 0.02,
    "those that shout are seen much less": seen("with", *shouts) < 0.7 * seen("without", *shouts),
    "a person is always seen": seen("with", "person") > 0.97,
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
