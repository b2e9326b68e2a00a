#!/bin/bash
# How many kinds of real mail are told rightly. usage: tests/kinds.sh [FOLDER...]
# A FOLDER has raw messages and labels.tsv: a file's name below it, a tab, the kind that a person read; several kinds,
# separated by /, where more than one is right, of which the first is the one that it is counted under. Prints what is
# wrong, the matrix, and the mean over kinds. Not a test: whose mail it is, and how much is right, is for a person.
. "$(dirname "$0")/lib.sh"
need notmuch python3
[ $# -gt 0 ] || set -- "${HEED_CORPORA:-$root/../shared/corpora}/kinds"
[ -f "$1/labels.tsv" ] || { echo "no $1/labels.tsv: nothing to measure"; exit 0; }
make_home "$work/home"
notmuch new --quiet
"$heed" init > /dev/null
for folder in "$@"; do
    sed "s|^|$folder/|" "$folder/labels.tsv"
done > "$work/labels"
cut -f 1 "$work/labels" | xargs -d '\n' -P 2 -I @ sh -c 'printf "%s\t%s\n" "$1" "$("$0" why --json "$1" |
    sed -n "s/^ *\"kind\": \"\(.*\)\",*$/\1/p" | head -n 1)"' "$heed" @ > "$work/told"
python3 - "$work/labels" "$work/told" <<'EOF'
import sys
told = dict(line.rstrip("\n").split("\t") for line in open(sys.argv[2]))
kinds = "person list receipt shipping code account appointment newsletter promotion social other report".split()
matrix, right, all_of = {k: dict.fromkeys(kinds, 0) for k in kinds}, dict.fromkeys(kinds, 0), dict.fromkeys(kinds, 0)
for line in open(sys.argv[1]):
    file, label = line.rstrip("\n").split("\t")[:2]
    may, got = label.split("/"), told.get(file) or "other"
    all_of[may[0]] += 1
    right[may[0]] += got in may
    matrix[may[0]][may[0] if got in may else got] += 1
    if got not in may:
        print(f"{file}: {label}, told {got}")
print(" " * 12 + " ".join(k[:5].rjust(5) for k in kinds) + "  right")
for k in kinds:
    if all_of[k]:
        print(k.ljust(12) + " ".join(str(matrix[k][o] or ".").rjust(5) for o in kinds),
              f" {100 * right[k] / all_of[k]:3.0f} % of {all_of[k]}")
n, some = sum(all_of.values()), [k for k in kinds if all_of[k]]
print(f"{sum(right.values())} of {n} right: {100 * sum(right.values()) / n:.1f} %;"
      f" mean over {len(some)} kinds {sum(100 * right[k] / all_of[k] for k in some) / len(some):.1f} %")
EOF
