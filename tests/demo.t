#!/bin/bash
# What a newcomer sees first: it runs to its end at a terminal where nobody answers, and leaves nothing behind.
. "$(dirname "$0")/lib.sh"
need script timeout
[ -z "${SANITIZE:-}" ] || skip_all "it takes long with sanitizers"

export TMPDIR=$work/tmp
mkdir "$TMPDIR"
export HEED=$heed
TERM=dumb timeout 300 script -qec tests/demo.sh /dev/null > "$work/out" 2>&1 <&"$never"
is "$?" 0 "the demo ends by itself"
grep -q "^Of [0-9]* she would want, [0-9]* were put aside" "$work/out"
ok $? "it says what became of her mail" || note "$(tail -n 5 "$work/out")"
is "$(ls "$TMPDIR")" "" "and leaves nothing behind"

finish
