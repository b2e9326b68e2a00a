#!/bin/bash
# Every call of deliver, filter, sync, init, tag and watch fails in turn, and each of them is killed at every call: nothing
# is lost, nothing altered, and what was acknowledged is there once. A part of the points; `make sweep` tries all.
# What is checked after each: tests/fault/sweep.py and sweep_watch.py. What may be: INTERNALS.md.
. "$(dirname "$0")/lib.sh"
need notmuch python3 cc
[ -z "${SANITIZE:-}" ] || skip_all "sanitizers put their own allocator first"
[ -w /dev/shm ] && work=$(mktemp -d /dev/shm/heed-sweep.XXXXXX) && cleanups+=("rm -rf $work") # faults need no disk
${CC:-cc} -O1 -shared -fPIC -o "$work/fault.so" "$root/tests/fault/fault.c" -ldl || skip_all "no shared library can be made here"

python3 "$root/tests/fault/sweep.py" "$heed" "$work/fault.so" "$work" "${SWEEP:-0.025}" > "$work/out"
ok $? "nothing is lost, doubled or altered"
cat "$work/out"
read -r faults kinds kills < <(sed -nE 's/^# sweep: ([0-9]+) faults of ([0-9]+) kinds, ([0-9]+) kills.*/\1 \2 \3/p' "$work/out")
[ "${faults:-0}" -ge 150 ] && [ "$kinds" -ge 12 ] && [ "$kills" -ge 60 ]
ok $? "that was at least 150 faults of 12 kinds, and 60 kills"

# watch ends or lives, and does not spin: also where it cannot wait, or its folders' changes cannot be read.
python3 "$root/tests/fault/sweep_watch.py" "$heed" "$work/fault.so" "$work" "${SWEEP:-0.025}" > "$work/out"
ok $? "nor beside watch"
cat "$work/out"
for fault in "ppoll 12+" "read 5+"; do
    python3 "$root/tests/fault/sweep_watch.py" "$heed" "$work/fault.so" "$work" 1 "watch=$fault" > "$work/out"
    is "$?:$(grep -c '^# watch: [1-9]' "$work/out")" "0:1" "watch, $fault" || note "$(cat "$work/out")"
done

# Who stores says so, and the call that said it reports failure all the same: the file is taken back, and nobody is told of it.
python3 "$root/tests/fault/sweep.py" "$heed" "$work/fault.so" "$work" 1 "deliver, folders=write late5" "deliver, first=write 28+" > "$work/out"
ok $? "what is taken back is not acknowledged, what has no seal not believed" || note "$(cat "$work/out")"

# Where a block of the index cannot be read while it commits, Xapian cancels it all, and libnotmuch says that it is done.
python3 "$root/tests/fault/sweep.py" "$heed" "$work/fault.so" "$work" 1 "deliver, folders=pread 5" > "$work/out"
ok $? "no block of the index that cannot be read costs a message" || note "$(cat "$work/out")"

# What does not end is wrong.
SWEEP_PATIENCE=0.5 python3 "$root/tests/fault/sweep.py" "$heed" "$work/fault.so" "$work" 1 "filter=poll hang" > "$work/out"
is "$?:$(grep -c '^# WRONG.* took longer than' "$work/out")" "1:$(sed -n 's/^# filter: \([0-9]*\) points.*/\1/p' "$work/out")" \
    "what hangs is counted as wrong" || note "$(cat "$work/out")"
printf '#!/bin/sh\nsetsid sleep 60 < /dev/null > /dev/null 2>&1 &\nexec "%s" "$@"\n' "$heed" > "$work/leaving"
chmod +x "$work/leaving"
SWEEP_PATIENCE=1 python3 "$root/tests/fault/sweep.py" "$work/leaving" "$work/fault.so" "$work" 1 "filter=poll 4" > "$work/out" 2>&1
is "$?:$(grep -c 'Wrong: init has left a process behind' "$work/out")" "1:1" "and so is a process that is left behind" || note "$(cat "$work/out")"

# A shim that fails nothing would find nothing wrong.
make_home "$work/home"
make_messages "$work/messages"
FAULT_POINT="worker fsync 1 5" LD_PRELOAD=$work/fault.so "$heed" deliver --wait < "$work/messages/ordinary" 2>"$work/err"
is "$?:$(ls "$HOME/Mail/new" "$HOME/Mail/tmp" | grep -c Q0)" "75:0" "fsync fails: 75, and nothing is left"
{ FAULT_POINT="worker link 1 before" LD_PRELOAD=$work/fault.so "$heed" deliver --wait < "$work/messages/ordinary"; } 2>/dev/null
is "$?:$(ls "$HOME/Mail/new" | wc -l):$(ls "$HOME/Mail/tmp" | wc -l)" "75:0:1" "who stores is killed before link: the mail server knows, and in tmp nobody looks"
FAULT_POINT="worker link 1 late17" LD_PRELOAD=$work/fault.so "$heed" deliver --wait < "$work/messages/ordinary"
is "$?:$(ls "$HOME/Mail/new" | wc -l)" "0:1" "a link that was made but reported as failed: delivered once"
finish
