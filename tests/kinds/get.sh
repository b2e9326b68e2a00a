#!/bin/bash
# Fetches the messages that sources.tsv names, for tests/kinds.sh. usage: tests/kinds/get.sh FOLDER
# A row: repository, commit, path in it, the kind that a person read (as in tests/kinds.sh); PATH.gz#N is message N, from
# 0, of a packed mbox. FOLDER gets two halves, a and b, by a hash of the path, and git/owner+name, of which those that are
# there already are taken as they are. The mail is other people's: FOLDER has to lie outside of this repository.
set -e
here=$(cd "$(dirname "$0")" && pwd)
[ $# = 1 ] || { echo "usage: $0 FOLDER" >&2; exit 64; }
to=$(realpath -m "$1")
case $to/ in "$(git -C "$here" rev-parse --show-toplevel)"/*) echo "$to lies in the repository" >&2; exit 64 ;; esac
mkdir -p "$to/git" "$to/a" "$to/b"
export LC_ALL=C GIT_TERMINAL_PROMPT=0
: > "$to/a/labels.tsv"
: > "$to/b/labels.tsv"
row=0 missing=0 failed=
while IFS=$'\t' read -r from commit path label; do
    row=$((row + 1)) git=$to/git/${from/\//+} name=$(printf '%03d.eml' "$row") number=${path##*#}
    half=$(printf '%s' "$path" | sha1sum | sed -E 's/^.[02468ace].*/a/; s/^.[13579bdf].*/b/')
    [ -e "$git" ] || [ "$from" = "$failed" ] ||
        git clone --quiet --bare --filter=blob:none "https://github.com/$from" "$git" || failed=$from
    git --git-dir "$git" cat-file -e "$commit" 2> /dev/null ||
        git --git-dir "$git" fetch --quiet origin "$commit" 2> /dev/null || true
    if [ "$number" = "$path" ]; then
        git --git-dir "$git" show "$commit:$path" > "$to/$half/$name" 2> /dev/null || rm -f "$to/$half/$name"
    else
        mbox=$to/git/$(printf '%s' "${path%#*}" | sha1sum | cut -c 1-40).mbox
        [ -s "$mbox" ] || git --git-dir "$git" show "$commit:${path%#*}" 2> /dev/null | gzip -dc > "$mbox" || true
        awk -v wanted="$number" '/^From / { n++; next } n == wanted + 1' "$mbox" > "$to/$half/$name"
    fi
    sed -i '1{/^[[:blank:]\r]*$/d}' "$to/$half/$name" 2> /dev/null || true # an empty first line ends all fields
    if [ -s "$to/$half/$name" ]; then
        printf '%s\t%s\n' "$name" "$label" >> "$to/$half/labels.tsv"
    else
        missing=$((missing + 1))
        echo "not to be had: $from $path" >&2
    fi
done < "$here/sources.tsv"
echo "$((row - missing)) of $row messages, $(wc -l < "$to/a/labels.tsv") in half a and $(wc -l < "$to/b/labels.tsv") in half b"
