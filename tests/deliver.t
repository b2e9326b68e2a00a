#!/bin/bash
# heed deliver and heed filter with the real notmuch: storing, indexing, tagging, and what happens when
# one of them cannot be done.
. "$(dirname "$0")/lib.sh"
need notmuch python3
make_home "$work/home"
make_messages "$work/messages"

# --- the ordinary way ------------------------------------------------------------------------------
for sort in $message_sorts; do
    "$heed" deliver --wait -f bounce@out.example reader@home.example < "$work/messages/$sort"
    is "$?" 0 "$sort: delivered"
    arrived_once "$sort" "$work/messages/$sort"
    tagged_once "$sort"
done
is "$(ls "$HOME/Mail/tmp" | wc -l)" 0 "nothing is left in tmp"
is "$(head -c 7 "$(files_of mbox)")" "X-Heed:" "an mbox From line is dropped in a Maildir"

for sort in $message_sorts; do
    "$heed" filter < "$work/messages/$sort" > "$work/out"
    is "$?" 0 "$sort: filtered"
    same_message "$work/messages/$sort" "$work/out"
    ok $? "$sort: the rest is byte for byte"
done
is "$(head -c 5 "$work/out")" "From " "an mbox From line stays first in the filter"

LC_ALL=C "$heed" filter -f "$(printf 'j\303\274rgen@out.example')" "$(printf '\344@home.example')" < "$work/messages/mbox" > "$work/out"
is "$?" 0 "addresses may be any bytes, in any locale"

# Delivered again, what carries a sealed verdict is left as it is.
"$heed" filter < "$work/messages/ordinary" > "$work/once"
"$heed" filter < "$work/once" > "$work/twice"
cmp -s "$work/once" "$work/twice"
ok $? "filtering twice changes nothing the second time"

grep -v '^Message-ID' "$work/messages/ordinary" > "$work/anonymous"
"$heed" filter < "$work/anonymous" > "$work/once-anonymous"
"$heed" filter < "$work/once-anonymous" | cmp -s - "$work/once-anonymous"
ok $? "nor where the message has no Message-ID"

# Forged verdicts are removed.
{ echo "X-Heed: priority; useful=99.0"; echo "X-Heed-Seal: v=1; t=1; mac=abc"; cat "$work/messages/promotional"; } |
    "$heed" filter > "$work/out"
is "$(grep -c '^X-Heed:' "$work/out"):$(grep -c useful=99.0 "$work/out")" "1:0" "a forged verdict is removed"

# A seal copied from one message does not hold on another.
{ grep -aE -A100 '^X-Heed' "$work/once" | sed '/^Received/,$d'; cat "$work/messages/promotional"; } > "$work/stolen"
"$heed" filter < "$work/stolen" > "$work/out"
is "$(grep -c '^X-Heed-Seal:' "$work/out")" 1 "a stolen seal is replaced"
without_marks "$work/out" | cmp -s - <(without_marks "$work/messages/promotional")
ok $? "and nothing else"

sed 's/$/\r/' "$work/messages/promotional" | sed 's/promotional@/crlf@/' > "$work/messages/crlf"
"$heed" filter < "$work/messages/crlf" > "$work/out"
is "$(grep -ac $'\r$' "$work/out")" "$(wc -l < "$work/out")" "added fields use the message's line endings"

# --- folders -----------------------------------------------------------------------------------------
sed 's/ordinary@/folder@/' "$work/messages/ordinary" | "$heed" deliver --wait --folder Lists/heed
is "$(files_of folder | grep -c "$HOME/Mail/Lists/heed/new/")" 1 "--folder makes the folder and delivers into it"
mkdir -p "$HOME/Mail/Half/tmp" "$HOME/Mail/Other/new"
for half in Half Other; do
    sed "s/ordinary@/$half@/" "$work/messages/ordinary" | "$heed" deliver --wait --folder $half
    is "$?:$(files_of $half | grep -c "$HOME/Mail/$half/new/")" "0:1" "a Maildir that lacks a folder is made whole"
done
printf '[trust]\nauthserv-id=mx.home.example\n[placement]\nlater=99\ndoubt=0\npatience=0\nprobe=0\n[folders]\nlater=Later\n' > "$XDG_CONFIG_HOME/heed/config"
sed 's/promotional@/later@/' "$work/messages/promotional" | "$heed" deliver --wait
is "$(files_of later | grep -c "$HOME/Mail/Later/new/")" 1 "a folder for later"
is "$(notmuch search --exclude=false --output=tags id:later@test.example | tr '\n' ' ')" "later unread " "and its tags"

# --- a second copy -----------------------------------------------------------------------------------
notmuch tag +mine -later -- id:later@test.example
sed 's/promotional@/later@/' "$work/messages/promotional" | "$heed" deliver --wait
is "$(notmuch search --exclude=false --output=tags id:later@test.example | tr '\n' ' ')" "mine unread " \
    "a second copy does not touch the tags she set"
is "$(files_of later | wc -l)" 2 "but both copies are there"

# --- trouble -----------------------------------------------------------------------------------------
sed 's/ordinary@/nospace@/' "$work/messages/ordinary" > "$work/messages/nospace"
before=$(find "$HOME/Mail" -type f -path '*/new/*' | wc -l)
(ulimit -f 0; trap '' XFSZ; "$heed" deliver --wait < "$work/messages/nospace") 2>"$work/err"
is "$?" 75 "a file that cannot be written: 75"
is "$(find "$HOME/Mail" -type f -path '*/new/*' | wc -l):$(ls "$HOME/Mail/tmp" | wc -l)" "$before:0" "and no trace of it"

# Root is kept from writing only without its capabilities.
[ "$(id -u)" = 0 ] && powerless="setpriv --bounding-set=-all" || powerless=
if $powerless true 2>/dev/null; then
    chmod 500 "$HOME/Mail/tmp" "$HOME/Mail/Later/tmp"
    $powerless "$heed" deliver --wait < "$work/messages/nospace" 2>"$work/err"
    is "$?" 75 "a Maildir that cannot be written to: 75"
    chmod 700 "$HOME/Mail/tmp" "$HOME/Mail/Later/tmp"
fi

# Closed when heed begins: nothing else may take its place.
"$heed" filter < "$work/messages/ordinary" >&- 2> /dev/null
is "$?:$(head -c 8 "$XDG_STATE_HOME/heed/counters")" "75:hedcount" "no standard output: filter says so, and writes over nothing"
"$heed" deliver <&- 2> /dev/null
is "$?:$(grep -rl hedcount "$HOME/Mail" | wc -l)" "75:0" "no standard input: deliver says so, and stores nothing"
sed 's/ordinary@/deaf@/' "$work/messages/ordinary" | "$heed" deliver --wait 2>&-
is "$?:$(notmuch count id:deaf@test.example)" "0:1" "no standard error: delivered"

"$heed" filter < "$work/messages/ordinary" > /dev/full 2>"$work/err"
is "$?" 75 "filter into a full disk: 75"

# Without a book, an index, or either, the message arrives all the same.
mv "$XDG_STATE_HOME/heed" "$work/aside"
touch "$XDG_STATE_HOME/heed"
sed 's/ordinary@/bookless@/' "$work/messages/ordinary" > "$work/messages/bookless"
"$heed" deliver --wait < "$work/messages/bookless" 2>"$work/err"
is "$?" 0 "no book: delivered"
rm "$XDG_STATE_HOME/heed"; mv "$work/aside" "$XDG_STATE_HOME/heed"
"$heed" sync
arrived_once bookless "$work/messages/bookless"
tagged_once bookless

# What other programs deliver is theirs to index, even under names like heed's.
for name in 1700000000.M000001P1Q1.other 1700000000.other; do
    sed "s/ordinary@/$name@/" "$work/messages/ordinary" > "$HOME/Mail/new/$name"
done
"$heed" sync
is "$(notmuch count mid:/.*other@test.example/)" 0 "sync indexes only what heed delivered"
notmuch new --quiet

mv "$HOME/Mail/.notmuch/xapian" "$work/xapian"
sed 's/ordinary@/indexless@/' "$work/messages/ordinary" > "$work/messages/indexless"
"$heed" deliver --wait < "$work/messages/indexless" 2>"$work/err"
is "$?" 0 "no index: delivered"
rm -rf "$HOME/Mail/.notmuch/xapian"; mv "$work/xapian" "$HOME/Mail/.notmuch/xapian"
"$heed" sync
is "$?" 0 "the index is back: sync"
arrived_once indexless "$work/messages/indexless"
tagged_once indexless

# Not a message at all, nothing at all.
head -c 5000 /dev/urandom > "$work/noise"
"$heed" filter < "$work/noise" > "$work/out"
is "$?" 0 "noise: filtered"
tail -c 5000 "$work/out" | cmp -s - "$work/noise"
ok $? "noise: byte for byte behind the header"
"$heed" deliver --wait < /dev/null
is "$?" 0 "nothing at all: delivered"
# A mail root that is not there may be a disk that is not mounted: what would be stored below it would not be seen again.
mv "$HOME/Mail" "$work/unmounted"
"$heed" deliver --wait < "$work/messages/ordinary" 2>"$work/err"
is "$?:$(ls -d "$HOME/Mail" 2>/dev/null):$(grep -c 'mail root' "$work/err")" "75::1" "no mail root: the mail server keeps the message"
mv "$work/unmounted" "$HOME/Mail"

# What she writes to herself is no stranger's, unless it came from outside and nobody proves that it is hers.
to_herself() { # to_herself RECEIVED: where it goes
    printf '%s' "${1:+Received: $1; Mon, 6 Jan 2025 10:00:00 +0000$nl}" "From: Reader <reader@home.example>$nl" \
        "To: reader@home.example$nl" "Subject: try$nl" "Message-ID: <try$RANDOM@home.example>$nl$nl" "Hello!$nl" |
        "$heed" filter | sed -n 's/^X-Heed: \([a-z]*\);.*trust=\([0-9]*\).*/\1 \2/p'
}
nl=$'\n'
outside="from out.example (out.example [203.0.113.4])"
for received in "" "by mx.home.example (Postfix, from userid 1000)" "from phone ([192.168.1.9]) by mx.home.example with ESMTP" \
    "$outside (Authenticated sender: reader) by mx.home.example with ESMTPSA"; do
    read -r place trust <<< "$(to_herself "$received")"
    ok $((trust < 60)) "to herself: ${received:-never travelled}: $place, trust $trust"
done
for received in "$outside by mx.home.example with ESMTPS" "from x by y with ESMTPSA ([203.0.113.4]) by mx.home.example with ESMTPS" \
    "from pop.home.example [203.0.113.4] by mx.home.example with POP3${nl}Received: $outside by pop.home.example with ESMTPSA"; do
    read -r place trust <<< "$(to_herself "$received")"
    ok $((trust >= 40)) "to herself: ${received//$nl/; }: $place, trust $trust"
done

# The mail root may stand in the index alone, where only libnotmuch sees it.
in_index() { # in_index ID WHAT: lies in $work/other in the end
    local codes=
    sed "s/ordinary@/$1@/" "$work/messages/ordinary" > "$work/messages/$1"
    "$heed" deliver --wait < "$work/messages/$1" 2>"$work/err"
    codes+=$?
    is "$codes:$(grep -rl "<$1@test.example>" "$HOME/Mail" "$work/other" "$work/apart" | grep -c .)" "$codes:1" "$2: in one place"
    is "$(notmuch search --output=files "id:$1@test.example" | grep -c "^$work/other/")" 1 "$2: and it is the right one"
    is "$codes" 0 "$2: the mail server knows"
}
mkdir -p "$work/other/cur" "$work/other/new" "$work/other/tmp" "$work/apart"
notmuch config set --database database.mail_root "$work/other"
in_index changed "the mail root in the index, a Maildir where the file says: moved there"
in_index known "known by now"
ln -s "$work/other" "$work/link"
notmuch config set --database database.mail_root "$work/link"
sed -i "s|^path=.*|path=$work/other|" "$NOTMUCH_CONFIG"
mv "$HOME/Mail/.notmuch" "$work/other/"
rm "$XDG_STATE_HOME/heed/mail-root-in-index"
sed 's/ordinary@/linked@/' "$work/messages/ordinary" > "$work/messages/linked"
"$heed" deliver --wait < "$work/messages/linked" 2>/dev/null
is "$?:$(notmuch search --output=files id:linked@test.example | grep -c "^$work/link/")" "0:1" "the same folder by another name"
mv "$work/other/.notmuch" "$HOME/Mail/"
sed -i "s|^path=.*|path=$HOME/Mail|" "$NOTMUCH_CONFIG"
notmuch config set --database database.mail_root "$work/other"
rm "$XDG_STATE_HOME/heed/mail-root-in-index"
"$heed" sync
in_index synced "sync tells"
mv "$HOME/Mail/.notmuch" "$work/apart/"
sed -i "s|^path=.*|path=$work/apart|" "$NOTMUCH_CONFIG"
in_index apart "no Maildir where the file says"
sed -i "s|^path=.*|path=$HOME/Mail|" "$NOTMUCH_CONFIG"
mv "$work/apart/.notmuch" "$HOME/Mail/"
notmuch config set --database database.mail_root "$HOME/Mail"
"$heed" sync
is "$(ls "$XDG_STATE_HOME/heed/mail-root-in-index" 2>/dev/null)" "" "and that it is as the file says again"

# What notmuch cannot make sense of, heed does not guess.
refused() { # refused WHAT: 75, and nothing is stored
    before=$(find "$HOME" "$work/other" -path '*/new/*' | wc -l)
    "$heed" deliver --wait < "$work/messages/ordinary" 2>"$work/err"
    is "$?:$(find "$HOME" "$work/other" -path '*/new/*' | wc -l)" "75:$before" "$1: 75"
}
cp "$NOTMUCH_CONFIG" "$work/notmuch-config"
sed -i "s|^path=.*|&\\noops\\nmail_root=$work/other|" "$NOTMUCH_CONFIG"
refused "half a configuration"
printf '\377\376\n' >> "$work/notmuch-config.bad"
cat "$work/notmuch-config" "$work/notmuch-config.bad" > "$NOTMUCH_CONFIG"
refused "no text at its end"
cp "$work/notmuch-config" "$NOTMUCH_CONFIG"
NOTMUCH_CONFIG= refused "NOTMUCH_CONFIG is empty"
NOTMUCH_DATABASE= refused "NOTMUCH_DATABASE is empty"

# Another allocator than the C library's: each part of heed has to give memory back to who gave it.
cat > "$work/allocator.c" <<'EOF'
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>

extern void *__libc_malloc(size_t), __libc_free(void *);
struct before { size_t mark, size; };

void *malloc(size_t size)
{
    struct before *at = __libc_malloc(size + sizeof *at);
    if (at)
        *at = (struct before){0x68656564, size};
    return at ? at + 1 : NULL;
}

void free(void *given)
{
    struct before *at = (struct before *)given - 1;
    if (given && at->mark != 0x68656564)
        abort();
    if (given)
        at->mark = 0, __libc_free(at);
}

void *calloc(size_t count, size_t size)
{
    void *at = malloc(count * size);
    return at ? memset(at, 0, count * size) : NULL;
}

void *realloc(void *given, size_t size)
{
    void *at = malloc(size);
    size_t old = given ? ((struct before *)given - 1)->size : 0;
    if (at && given)
        memcpy(at, given, old < size ? old : size), free(given);
    return at;
}
EOF
if [ -z "${SANITIZE:-}" ] && "${CC:-cc}" -shared -fPIC -w -o "$work/allocator.so" "$work/allocator.c" -ldl 2>/dev/null &&
    LD_PRELOAD=$work/allocator.so "$heed" --version >/dev/null 2>&1; then
    sed 's/ordinary@/allocated@/' "$work/messages/ordinary" > "$work/messages/allocated"
    LD_PRELOAD=$work/allocator.so "$heed" deliver --wait < "$work/messages/allocated"
    is "$?:$(notmuch count id:allocated@test.example)" "0:1" "another allocator: delivered and indexed"
    LD_PRELOAD=$work/allocator.so "$heed" sync
    is "$?" 0 "another allocator: sync"
fi

# What notmuch takes for no mail is stored, and not counted as tagged.
echo hello | "$heed" deliver --wait
is "$?:$("$heed" sync -v | grep -c ' 0 tagged')" "0:1" "no mail at all"
notmuch tag +flagged id:indexless@test.example
echo hello | "$heed" deliver --wait
is "$("$heed" sync -v 2>&1)" "1 looked at, 0 new, 0 vanished, 0 tagged" "no mail at all keeps sync from nothing else"
finish
