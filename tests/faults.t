#!/bin/bash
# Chosen faults, and a worker that lies: not only that nothing is lost, which sweep.t finds out for all calls, but what
# heed says, where the message goes and that the next run makes it good.
. "$(dirname "$0")/lib.sh"
need notmuch python3 cc
[ -z "${SANITIZE:-}" ] || skip_all "sanitizers put their own allocator first"
${CC:-cc} -O1 -shared -fPIC -o "$work/fault.so" "$root/tests/fault/fault.c" -ldl || skip_all "no shared library can be made here"
make_home "$work/home"
make_messages "$work/messages"

fault() { # fault POINT VERB...: its exit code in $code, what it says in err; what does not end is killed: 137
    timeout -s KILL 60 env FAULT_POINT="$1" LD_PRELOAD="$work/fault.so" "$heed" "${@:2}" > "$work/out" 2>"$work/err"
    code=$?
}
fault_until() { # fault_until WORDS CALL ERRNO VERB...: the first of the calls whose failure heed says with WORDS
    local n
    for n in $(seq 60); do # what it says to its children is written, too
        fault "parent $2 $n $3" "${@:4}"
        [ "$code" = 0 ] || grep -qF -- "$1" "$work/err" && return
    done
}
says() { # says TEXT DESCRIPTION
    grep -qF -- "$1" "$work/err"
    ok $? "$2" || note "$(cat "$work/err")"
}
serial=0
fresh() { # fresh: another message, in $sent
    sent=$work/messages/fresh$((++serial))
    sed "s/ordinary@/fresh$serial@/; s/^Subject: .*/& =?iso-8859-1?q?=21?=/" "$work/messages/ordinary" > "$sent"
}
stored() { # stored FOLDER VERDICT DESCRIPTION: once, byte for byte, with that verdict
    local files
    files=$(grep -rl "<fresh$serial@" "$HOME/Mail" --include='*.*' | grep -v /.notmuch/)
    is "$code:${files%/*}" "0:$HOME/Mail${1:+/$1}/new" "$3: stored once" || note "$(cat "$work/err")"
    same_message "$sent" "$files"
    ok $? "$3: byte for byte"
    [[ $(sed -n 's/^X-Heed: //p' "$files") == $2 ]]
    ok $? "$3: $2" || note "$(head -n 1 "$files")"
}

# --- the worker --------------------------------------------------------------------------------------
for point in "pipe 1 24" "pipe 2 24" "fork 1 11"; do
    fresh
    fault "parent $point" deliver < "$sent"
    stored "" "inbox; unjudged=no-process" "$point"
done
for point in "poll "{1..3} "read "{1..12}; do
    fresh
    fault "parent $point 4" deliver < "$sent"
    stored "" "inbox; useful=*" "$point is interrupted"
done

# A worker that a message has taken over may say what it likes. Only it wants the subject's charset of the
# C library.
cat > "$work/liar.c" <<'EOT'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void *iconv_open(const char *to, const char *from)
{
    if (strcmp(from, "iso-8859-1"))
        return ((void *(*)(const char *, const char *))dlsym(RTLD_NEXT, "iconv_open"))(to, from);
    const char *hex = getenv("LIE");
    struct stat st;
    unsigned byte;
    for (int fd = 3; fd < 100; fd++)
        if (fstat(fd, &st) == 0 && S_ISFIFO(st.st_mode) && (fcntl(fd, F_GETFL) & O_ACCMODE) == O_WRONLY)
            for (const char *at = hex; sscanf(at, "%2x", &byte) == 1; at += 2)
                if (write(fd, &(unsigned char){byte}, 1) != 1)
                    abort();
    _exit(0);
}
EOT
${CC:-cc} -shared -fPIC -w -o "$work/liar.so" "$work/liar.c"
lied() { # lied FRAME FOLDER VERDICT DESCRIPTION
    fresh
    LIE=$1 LD_PRELOAD=$work/liar.so "$heed" deliver --wait < "$sent" 2>"$work/err"
    code=$?
    stored "$2" "$3" "$4"
}
# What plans may say is looked at one by one in tests/unit/plan.c; these are none.
lied ffffff7f00 "" "inbox; unjudged=garbled" "a frame without end"
lied 0400000000000000 "" "inbox; unjudged=garbled" "a frame of nothing"
lied 1000000041414141414141414141414141414141 "" "inbox; unjudged=garbled" "a frame of letters"
lied 001000000000 "" "inbox; unjudged=crashed" "a frame that breaks off"
lied 0100 "" "inbox; unjudged=crashed" "half a length"
is "$(ls "$HOME/Mail/tmp" | wc -l)" 0 "nothing is left in tmp"

# --- storing -----------------------------------------------------------------------------------------
kept() { # kept WORDS DESCRIPTION: the mail server keeps it, and nothing is here
    is "$code:$(grep -rl "<fresh$serial@" "$HOME/Mail" --include='*.*' | grep -cv /.notmuch/)" "75:0" "$2: 75, and nothing is left"
    says "$1" "$2: says so"
}
again() { # again FOLDER DESCRIPTION: the next try
    "$heed" deliver --wait ${1:+--folder="$1"} < "$sent" 2>"$work/err"
    code=$?
    stored "$1" "inbox; useful=*" "$2: the next try"
}
fresh
fault "worker mkdir 1 28+" deliver --folder=Some/where < "$sent"
kept "cannot make $HOME/Mail/Some: No space" "a folder that cannot be made"
again Some/where "a folder that could not be made"
fresh
fault "worker mkdir 9 28" deliver --folder="$(printf 'x%.0s' {1..300})" < "$sent"
kept "File name too long" "a folder with too long a name"
rmdir "$HOME/Mail/tmp"
: > "$HOME/Mail/tmp"
fresh
fault "worker mkdir 9 28" deliver < "$sent"
kept "cannot make a file in $HOME/Mail/tmp: Not a directory" "a file where tmp should be"
rm "$HOME/Mail/tmp"
fresh
fault "worker mkdir 1 30+" deliver < "$sent"
kept "cannot make $HOME/Mail/tmp: Read-only" "tmp is gone and cannot be made"
again "" "tmp is gone"
for errno in 1 31 95; do # EPERM, EMLINK, ENOTSUP: file systems without links
    fresh
    fault "worker link 1 $errno" deliver < "$sent"
    stored "" "inbox; useful=*" "no links (errno $errno)"
done
fresh
fault "worker link 1 5" deliver < "$sent"
kept "cannot move the message into $HOME/Mail/new: Input/output error" "link fails"
is "$(ls "$HOME/Mail/tmp" | wc -l)" 0 "nothing is left in tmp"
codes=
for n in $(seq 24); do
    fault "parent close $n late5" filter < "$sent"
    [ "$code" = 0 ] && ! same_message "$sent" "$work/out" && codes+=altered
    [ "$code" = 0 ] || codes+="$code $(cat "$work/err") "
done
is "$codes" "75 heed filter: cannot write the message: Input/output error " "heed filter: only a close of its output is a failure"

# --- what was missed ---------------------------------------------------------------------------------
# A worker that dies when the order is given leaves a message that only sync can find; links lead in circles.
mkdir -p "$HOME/Mail/Deep/new" "$HOME/Mail/Deep/cur" "$HOME/Mail/Deep/tmp"
ln -s .. "$HOME/Mail/Deep/around"
ln -s nowhere "$HOME/Mail/dangling"
"$heed" sync
fresh
mv "$XDG_STATE_HOME/heed" "$work/aside" && : > "$XDG_STATE_HOME/heed" # a worker without a book
"$heed" deliver --wait --folder=Deep < "$sent" 2>/dev/null
rm "$XDG_STATE_HOME/heed" && mv "$work/aside" "$XDG_STATE_HOME/heed"
is "$(notmuch count "id:fresh$serial@test.example")" 0 "delivered and not indexed"
codes=
for n in $(seq 8); do
    fault "parent opendir $n 5" sync
    grep -q "cannot read $HOME/Mail/Deep/new: Input/output error" "$work/err" && codes+=$code
done
"$heed" sync
is "$?:$(notmuch search --output=files "id:fresh$serial@test.example")" "0:$(echo "$HOME"/Mail/Deep/new/*)" "found by sync, once"

# --- tag ---------------------------------------------------------------------------------------------
# What would take a run back is written down first: where that fails, nothing is changed.
make_home "$work/tagged"
offers() { # offers FROM TO
    for i in $(seq "$1" "$2"); do sed "s/promotional@/offer$i@/" "$work/messages/promotional" > "$HOME/Mail/cur/offer$i:2,"; done
    notmuch new --quiet
}
all='from:northcoat.example'
undo=$XDG_STATE_HOME/heed/tag.undo
later() { notmuch count --exclude=false "$all and tag:later and not tag:inbox and property:heed=later"; }
untouched() { # untouched CODE WORDS DESCRIPTION
    is "$code:$(later)" "$1:0" "$3: nothing is changed"
    says "$2" "$3: says so"
}
printf 'from em.northcoat.example -> later%s\n' " +offer" > "$XDG_CONFIG_HOME/heed/rules"
offers 1 40
notmuch tag +draft -- id:offer40@test.example
"$heed" init > /dev/null
untagged=$(notmuch dump --include=tags | sort | cksum)
"$heed" tag --apply "$all" > "$work/out"
is "$(later):$(grep -c '1 you wrote' "$work/out")" "39:1" "without faults all but her draft is tagged"
"$heed" tag --undo > /dev/null
mkdir "$work/aside" && mv "$undo" "$work/aside" && mkdir "$undo"
fault "worker mkdir 99 5" tag --apply "$all"
untouched 75 "cannot open $undo: Is a directory" "a folder where the file should be"
rmdir "$undo" && mv "$work/aside/tag.undo" "$undo"
fault "parent flock 1 5" tag --apply "$all"
untouched 75 "cannot lock $undo: Input/output error" "a file that cannot be locked"
flock "$undo" "$heed" tag --apply "$all" 2>"$work/err"
code=$?
untouched 75 "another heed tag is at work" "two at once"
fault_until "cannot write" ftruncate 5 tag --apply "$all"
untouched 75 "cannot write $undo: Input/output error" "a file that cannot be begun anew"
fault_until "cannot write" write 28 tag --apply "$all"
untouched 75 "cannot write $undo: No space left on device" "a full disk"
{ fault "parent fsync 1 before" tag --apply "$all"; } 2>/dev/null
truncate -s -9 "$undo"
is "$code:$(later):$(tail -c 1 "$undo" | wc -l)" "137:0:0" "the power fails: nothing is changed, and the last line is torn"
"$heed" tag --apply "$all" > "$work/out"
is "$?:$(later)" "0:39" "the next run does it all"
fault_until "cannot write" ftruncate 5 tag --undo
is "$code:$(later)" "75:0" "taken back, and the list cannot be emptied"
says "cannot write $undo" "which is said"
"$heed" tag --undo > "$work/out"
is "$?:$(notmuch dump --include=tags | sort | cksum)" "0:$untagged" "to take it back twice does no harm: everything is as it was"

# --- an index that changes under who reads it -----------------------------------------------------------
# A writer that commits twice meanwhile makes libnotmuch say so in the middle of a list: CHANGES is how often.
cat > "$work/changes.c" <<'EOT'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>

void *notmuch_messages_get(void *messages)
{
    static int changes = -1;
    if (changes < 0)
        changes = atoi(getenv("CHANGES"));
    if (changes-- > 0)
        return NULL;
    changes = 0;
    return ((void *(*)(void *))dlsym(dlopen("libnotmuch.so.5", RTLD_LAZY | RTLD_NOLOAD), "notmuch_messages_get"))(messages);
}
EOT
${CC:-cc} -shared -fPIC -w -o "$work/changes.so" "$work/changes.c" -ldl
changing() { # changing TIMES VERB...
    CHANGES=$1 LD_PRELOAD=$work/changes.so "$heed" "${@:2}" > "$work/out" 2>"$work/err"
    code=$?
}
senders() { "$heed" senders --json | cksum; }
make_home "$work/changing"
cp "$work/tagged/Mail/cur/"* "$HOME/Mail/cur/"
printf 'from em.northcoat.example -> later\n' > "$XDG_CONFIG_HOME/heed/rules"
notmuch new --quiet
"$heed" init > /dev/null
known=$(senders)
changing 1 init
is "$code:$(senders)" "0:$known" "init reads again"
changing 100000 init
is "$code:$(senders)" "75:$known" "init gives up, and leaves the book that there was"
says "the index changed while it was read" "and says why"
notmuch tag +flagged -- id:offer1@test.example
changing 100000 sync
is "$code:$(senders)" "75:$known" "sync gives up, and enters nothing"
says "the index changed while it was read" "and says why"
changing 1 sync
after=$(senders)
is "$code:$("$heed" senders --json | python3 -c 'import json, sys; print(json.load(sys.stdin)[0]["flagged"])')" "0:1" "sync reads again"
"$heed" init > /dev/null
is "$(senders)" "$after" "and has entered all"
changing 100000 tag --apply "$all"
untouched 75 "the index changed while it was read" "tag gives up"
changing 1 tag --apply "$all"
is "$code:$(later)" "0:39" "tag reads again, and tags all but what she flagged"
# Whatever runs short, nothing but the message comes out of filter; and it ends, also where GLib makes what it makes once.
noise= endings=
for n in $(seq 110) $(seq 320 3 560); do # within what GLib makes before main, and behind that
    fault "parent malloc $n 12" filter < "$work/messages/ordinary" 2>/dev/null
    [ "$code" != 0 ] || same_message "$work/messages/ordinary" "$work/out" || noise="$noise $n"
    case $code in 0|75|134) ;; *) endings+=" $n:$code" ;; esac # 134: the C++ library, or GLib where it cannot log
done 2>/dev/null
is "$noise" "" "filter without memory: the message, or a failure"
is "$endings" "" "which is 75, or an abort"

# A library that ends a process says nothing final of the message. The keeper itself has none that would: libnotmuch, which
# does, is in children.
left() { # left CALL: deliver where CALL of the C library ends the process
    printf '#include <stdlib.h>\nint %s { exit(1); }\n' "$1" > "$work/leave.c"
    ${CC:-cc} -w -shared -fPIC -o "$work/leave.so" "$work/leave.c"
    fresh
    LD_PRELOAD=$work/leave.so "$heed" deliver --wait < "$sent" 2>/dev/null
    code=$?
}
left 'fsync(int fd)'
is "$code:$(grep -rl "<fresh$serial@" "$HOME/Mail/new" | wc -l)" 75:0 "a library that calls exit(1): put off"

# libnotmuch crashes before it is told what to do: the verb says so.
endings=
for n in $(seq 12); do
    fresh
    cp "$sent" "$HOME/Mail/new/crash$n"
    notmuch new --quiet
    fault "worker poll $n before" sync
    [ "$code" != 75 ] || [ -s "$work/err" ] || code=silent
    endings="$endings $code"
done
is "$(tr ' ' '\n' <<< "$endings" | grep -vc '^\(0\|75\|\)$') $([[ $endings == *75* ]] && echo some)" "0 some" \
    "a child that is killed ends no sync" || note "$endings"
"$heed" sync 2> "$work/err"
is "$?" 0 "and the next one makes it good" || note "$(cat "$work/err")"

# The index fails at one message: nothing of that commit is written, since what was begun may be half in it; that message
# waits for a sync, the others do not wait for it.
cat > "$work/poison.c" <<'EOT'
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
int statvfs(const char *path, struct statvfs *disk)
{
    int (*real)(const char *, struct statvfs *) = (int (*)(const char *, struct statvfs *))dlsym(RTLD_NEXT, "statvfs");
    int code = real(path, disk);
    disk->f_bavail = getenv("NO_ROOM") ? 0 : disk->f_bavail;
    return code;
}
int notmuch_database_index_file(void *db, const char *path, void *options, void **message)
{
    static char text[20000];
    FILE *file = fopen(path, "r");
    size_t size = file ? fread(text, 1, sizeof text - 1, file) : 0;
    text[size] = 0;
    if (file)
        fclose(file);
    int (*real)(void *, const char *, void *, void **) =
        (int (*)(void *, const char *, void *, void **))dlsym(dlopen("libnotmuch.so.5", RTLD_LAZY | RTLD_NOLOAD), "notmuch_database_index_file");
    return strstr(text, "<poison") ? 3 : real(db, path, options, message); /* NOTMUCH_STATUS_XAPIAN_EXCEPTION */
}
EOT
${CC:-cc} -D_GNU_SOURCE -O1 -shared -fPIC -o "$work/poison.so" "$work/poison.c" -ldl
with_poison() { LD_PRELOAD=$work/poison.so "$heed" deliver --wait < "$1" 2> /dev/null; }
in_index() { notmuch count --exclude=false "id:$1@test.example"; }
fresh
sed "s/<fresh$serial@/<poison@/" "$sent" > "$work/messages/poison"
with_poison "$work/messages/poison"
is "$? $(in_index poison)" "0 0" "a message that the index fails at is delivered"
fresh && first=fresh$serial && with_poison "$sent"
is "$? $(in_index "$first")" "0 0" "nothing is written with it"
fresh && with_poison "$sent"
is "$? $(in_index "$first") $(in_index "fresh$serial") $(in_index poison)" "0 1 1 0" "and later mail goes without it"
"$heed" sync
is "$? $(in_index poison)" "0 1" "sync brings it in when it can be"
fresh
sed "s/<fresh$serial@/<poisoned@/" "$sent" > "$work/messages/poison"
NO_ROOM=1 with_poison "$work/messages/poison"
for n in 1 2 3; do
    fresh && NO_ROOM=1 with_poison "$sent"
done
is "$? $(in_index "fresh$serial")" "0 0" "where the disk is full, no message is to blame: none is set apart"
"$heed" sync
is "$? $(in_index poisoned) $(in_index "fresh$serial")" "0 1 1" "and when there is room again, all come in"

# Two faults at once: nothing can be stored, and the keeper cannot read that it was not.
lost=0
for n in $(seq 1 40); do
    fresh
    (trap '' XFSZ; ulimit -f 0; FAULT_POINT="parent read $n 5" LD_PRELOAD=$work/fault.so "$heed" deliver --wait) < "$sent" > /dev/null 2>&1
    [ "$?:$(grep -rl "<fresh$serial@" "$HOME/Mail/new" | wc -l)" != "0:0" ] || lost=$((lost + 1))
done
is "$lost" 0 "what could not be stored is put off, also where that is not heard"
finish
