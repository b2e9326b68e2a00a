#!/bin/bash
# Exit 0 means that the message and every folder that was made for it are on the disk; what cannot be read is not taken for
# what is not there. Faults by strace.
. "$(dirname "$0")/lib.sh"
need notmuch strace
[ -z "${SANITIZE:-}" ] || { echo "1..0 # SKIP sanitizers look for leaks by ptrace(2), too"; exit 0; }
make_home "$work/home"
make_messages "$work/messages"
strace -f -e trace=fsync true 2> /dev/null || { echo "1..0 # SKIP strace may trace nothing here"; exit 0; }
notmuch new --quiet
"$heed" init > /dev/null

mail() { sed "s/ordinary@/$1@/" "$work/messages/ordinary"; }
deliver() { # deliver ID FOLDER STRACE-OPTION...
    mail "$1" | strace -f -y -qq -o "$work/trace" "${@:3}" "$heed" deliver --wait --folder "$2" 2> "$work/err"
    code=$?
}
synced() { grep -cE "fsync\([0-9]+<$1>\) += 0" "$work/trace"; }

for when in 1 2 3; do
    deliver "failed$when" "Made$when" -P "$HOME/Mail" -P "$HOME/Mail/Made$when" -e trace=fsync -e "inject=fsync:error=EIO:when=$when"
    grep -q EIO "$work/trace" || continue
    is "$code" 75 "fsync $when of the folders around a new one fails: 75"
    deliver "again$when" "Made$when" -e trace=fsync
    is "$code:$([ "$(synced "$HOME/Mail/Made$when")" -gt 0 ] && [ "$(synced "$HOME/Mail")" -gt 0 ]; echo $?)" "0:0" \
        "the next try has them on the disk"
done
deliver killed Killed -P "$HOME/Mail" -P "$HOME/Mail/Killed" -e trace=fsync -e inject=fsync:signal=KILL:when=1
is "$code" 75 "whoever stores is killed before the folder is on the disk: 75"
deliver after Killed -e trace=fsync
is "$code:$([ "$(synced "$HOME/Mail/Killed")" -gt 0 ] && [ "$(synced "$HOME/Mail")" -gt 0 ]; echo $?)" "0:0" "it is, the next time"
deliver more Killed -e trace=fsync
is "$code:$(synced "$HOME/Mail")" "0:0" "once something lies in it, the folder around it is left alone"

# A message of which no plan is left is looked for where it lies. That folder cannot be read for once.
mail kept | "$heed" deliver --wait --folder Missed
sed 's/kept@/missed@/' "$(files_of kept)" > "$HOME/Mail/Missed/new/$(date +%s).M000001P1Q0.host"
strace -f -y -qq -o "$work/trace" -P "$HOME/Mail/Missed/new" -e trace=getdents64 -e inject=getdents64:error=EIO "$heed" sync 2> "$work/err"
is "$?:$(grep -c EIO "$work/trace")" "75:1" "a folder that could not be read: sync says so"
"$heed" sync
is "$?:$(notmuch count id:missed@test.example)" "0:1" "and looks into it the next time"

# What waits for the index has been moved on by an IMAP server, into a folder that cannot be read for once.
mv "$HOME/Mail/.notmuch/xapian" "$work/xapian"
mail moved | "$heed" deliver --wait --folder Moved 2> /dev/null
mv "$work/xapian" "$HOME/Mail/.notmuch/xapian"
file=$(grep -l '<moved@' "$HOME/Mail/Moved/new/"*)
mv "$file" "$HOME/Mail/Moved/cur/${file##*/}:2,"
strace -f -y -qq -o "$work/trace" -P "$HOME/Mail/Moved/cur" -e trace=getdents64 -e inject=getdents64:error=EIO "$heed" sync 2> "$work/err"
is "$(grep -c EIO "$work/trace")" 1 "the folder that it moved to cannot be read"
"$heed" sync
is "$?:$(notmuch count id:moved@test.example)" "0:1" "it still waits, and is indexed the next time"
finish
