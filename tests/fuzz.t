#!/bin/bash
# A short run of each fuzzer: its inputs and some mutations of them, the same in every run (`make sweep` tries more of
# them); then its inputs alone, with an eye on lost memory. `make fuzz` is the long one.
. "$(dirname "$0")/lib.sh"
beside_heed # the fuzzers have sanitizers of their own
for built in "$root"/build-sanitize/tests/fuzz "$root"/build/tests/fuzz; do [ ! -d "$built" ] || break; done
[ -d "$built" ] || skip_all "no fuzzers: make check builds them"
export G_SLICE=always-malloc

replay() { # replay NAME MUTATIONS: says what came of it
    local said kept=$built/$1-$2.input
    said=$("$built/$1" "$root/tests/fuzz/corpus/$1" "$2" "$kept" 2>&1)
    ok $? "$1: $(tail -n 1 <<< "$said")" || { note "its last input is in $kept"; head -n 20 <<< "$said" | sed 's/^/# /'; }
}

for source in "$root"/tests/fuzz/corpus/*; do
    name=${source##*/}
    ASAN_OPTIONS=detect_leaks=0 replay "$name" "$([ -n "${SWEEP:-}" ] && echo 20000 || echo 800)"
    ASAN_OPTIONS=fast_unwind_on_malloc=0 replay "$name" 0
done
finish
