#!/bin/bash
# What mail passes through, under memcheck: no process, the caged worker included, reads or writes what it must not or
# decides by what was never set, the parents lose no memory, and messages come out byte for byte.
. "$(dirname "$0")/lib.sh"
need notmuch valgrind
[ -z "${SANITIZE:-}" ] || skip_all "sanitizers have their own eyes for this"
valgrind -q --error-exitcode=9 true >/dev/null 2>&1 || skip_all "valgrind does not work here: it may need the C library's symbols"
export G_SLICE=always-malloc
make_home "$work/home"
# Everything takes thirty times as long.
printf '[deliver]\njudge-time=60\nlock-wait=60\n' >> "$XDG_CONFIG_HOME/heed/config"

make_messages "$work/messages"
rm "$work/messages/huge" "$work/messages/mbox"
{
    header malformed '"Jule <jule@ =?utf-8?q?=C3_' "=?utf-8?b?gICA?= =?x?q?=zz?="
    printf '%s\n' "Content-Type: multipart/mixed; boundary" "Content-Transfer-Encoding: base64" "References: <a@b <c@" \
        " no colon" "Date: never" "X-Heed: later; useful=1" "Received: from" "" "--" "=C3" "%%%"
    printf '\0\200 <a href="http://[::1'
} > "$work/messages/malformed"
{
    header parts "Velora <news@e.velora.example>" "Pictures"
    printf '%s\n' 'Content-Type: multipart/mixed; boundary="out"' "" "--out" \
        'Content-Type: multipart/alternative; boundary="in"' "" "--in" "" "See http://velora.example/a" "--in" \
        "Content-Type: text/html; charset=iso-8859-1" "Content-Transfer-Encoding: quoted-printable" "" \
        '<div style=3D"display:none">hidden</div><a href=3D"http://velora.exam=' 'ple/=E4">Gr=FC=DFe</a>' "--in--" "--out" \
        'Content-Type: application/pdf; name="a.pdf"' "Content-Transfer-Encoding: base64" "" "JVBERi0xLjQK" "--out" \
        "Content-Type: message/rfc822" "" "Subject: within" "" "text" "--out--"
} > "$work/messages/parts"

sed 's/^Subject: .*/& =?iso-8859-1?q?=21?=/' "$work/messages/ordinary" > "$work/messages/charset"

checked() { # checked NAME VERB...: heed under memcheck; what it has to say is in NAME.log.PID, its exit code in NAME.code
    local name=$1
    shift
    valgrind -q --vgdb=no --child-silent-after-fork=no --trace-children=yes --num-callers=40 --error-exitcode=9 --leak-check=full \
        --show-leak-kinds=definite --errors-for-leak-kinds=definite --suppressions="$root/tests/valgrind.supp" \
        --log-file="$work/$name.log.%p" "$heed" "$@" 2>"$work/$name.err"
    echo $? > "$work/$name.code"
}

clean() { # clean NAME PROCESSES: as many processes were watched, and none of them did wrong
    local wrong
    wrong=$(cat "$work/$1".log.* | grep '^==')
    is "$(cat "$work/$1.code"):$(ls "$work/$1".log.* | wc -l):${wrong:+wrong}" "0:$2:" "${1/-/ }: no error in $2 process(es)" ||
        note "$(head -n 40 <<< "$wrong")" "$(cat "$work/$1.err")"
}

judged() { ! grep -q '^X-Heed: .*unjudged' "$1" && grep -q '^X-Heed: .*useful=' "$1"; }

# Eyes that are shut would see nothing wrong. Only the worker wants the subject's charset of the C library, in
# its cage.
cat > "$work/wrong.c" <<'EOT'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

void *iconv_open(const char *to, const char *from)
{
    void *(*real)(const char *, const char *) = (void *(*)(const char *, const char *))dlsym(RTLD_NEXT, "iconv_open");
    volatile char *short_one = strcmp(from, "iso-8859-1") ? calloc(8, 1) : malloc(7);
    return short_one[7] == 'x' ? NULL : real(to, from);
}
EOT
${CC:-cc} -shared -fPIC -w -o "$work/wrong.so" "$work/wrong.c" -ldl

{
    checked filter filter < "$work/messages/malformed" > "$work/passed" # reads as deliver does, and writes elsewhere
    LD_PRELOAD=$work/wrong.so checked wrong filter < "$work/messages/charset" > /dev/null
} &
for sort in ordinary promotional eight-bit malformed parts; do
    checked "deliver-$sort" deliver < "$work/messages/$sort"
    clean "deliver-$sort" 4 # M, J, K' and the indexer, whose children are killed where they stand
    arrived_once "$sort" "$work/messages/$sort"
    judged "$(files_of $sort)"
    ok $? "$sort: judged"
done
wait
clean filter 2
judged "$work/passed" && same_message "$work/messages/malformed" "$work/passed"
ok $? "judged by heed filter, byte for byte" || note "$(head -n 3 "$work/passed")"

notmuch tag +flagged -unread -- id:ordinary@test.example
checked why why id:parts@test.example > "$work/why.out" &
checked sync sync > "$work/sync.out"
wait
clean why 2
clean sync 3
grep -q useful "$work/why.out"
ok $? "heed why explains"
is "$("$heed" senders --json | grep -c sommerpost.example)" 1 "heed sync has followed"

is "$(cat "$work"/wrong.log.* | grep -c 'Invalid read of size 1')" 1 "a wrong read by the caged worker is reported"
finish
