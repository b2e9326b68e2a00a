#!/bin/bash
# Where mail that nobody wants would go for who has just begun. usage: tests/lures.sh SERVER FOLDER...
# A FOLDER has raw messages; SERVER is whose Authentication-Results are believed, "-" nobody's. Names what is neither suspect
# nor in later, and counts all. Not a test: whose mail it is, and how much is right, is for a person.
. "$(dirname "$0")/lib.sh"
need notmuch python3
[ $# -gt 1 ] || { sed -n 's/^# Where.*usage: /usage: /p' "$0"; exit 64; }
make_home "$work/home"
server=$1
shift
[ "$server" = - ] || printf '[trust]\nauthserv-id=%s\n' "$server" > "$XDG_CONFIG_HOME/heed/config"
notmuch new --quiet
"$heed" init > /dev/null
find "$@" -type f ! -name '*.tsv' ! -name 'README*' ! -name 'LICENSE*' -print0 | LC_ALL=C sort -z | xargs -0 -P 2 -I @ \
    sh -c 'printf "%s\t%s\n" "$("$0" why --json "$1" 2>/dev/null | sed -n "s/^ *\"placement\": \"\(.*\)\",*$/\1/p" | head -n 1)" "$1"' \
    "$heed" @ > "$work/told"
grep -E '^(inbox|priority)?	' "$work/told" | sort -k 2
awk -F '\t' '{ n[$1 == "" ? "unread" : $1]++ } END { for (p in n) printf "%s %d, %.1f %%\n", p, n[p], 100 * n[p] / NR }' "$work/told" | sort
