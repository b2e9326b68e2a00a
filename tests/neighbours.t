#!/bin/bash
# Who else is at the mail, the index and the book, and in what state they can be found. More of it: deliver.t (no book,
# no index, a Maildir that cannot be written to), lock.t (a held lock, 50 at once), follow.t, cage.t (links).
. "$(dirname "$0")/lib.sh"
need notmuch python3
make_home "$work/home"
make_messages "$work/messages"
settings() { # settings [FORMAT ARGUMENT...]
    printf "[trust]\nauthserv-id=mx.home.example\n[placement]\nlater=99\ndoubt=0\npatience=0\nprobe=0\nprotect=\n" > "$XDG_CONFIG_HOME/heed/config"
    [ $# = 0 ] || printf "$@" >> "$XDG_CONFIG_HOME/heed/config"
}
settings

letter() { sed "s/promotional@/$1@/" "$work/messages/promotional"; } # letter ID
deliver() { letter "$1" > "$work/messages/$1"; "$heed" deliver --wait < "$work/messages/$1" 2>"$work/err"; }
tags_of() { notmuch search --exclude=false --output=tags "id:$1@test.example" | tr '\n' ' '; }
arrives() { # arrives ID DESCRIPTION: once, byte for byte, and as placed
    "$heed" sync 2>"$work/err-sync"
    is "$?" 0 "$2: sync" || note "$(cat "$work/err-sync")"
    arrived_once "$1" "$work/messages/$1"
    is "$(tags_of "$1")" "later unread " "$2: as placed"
}
each_arrives() { # each_arrives PREFIX COUNT DESCRIPTION
    "$heed" sync
    is "$(notmuch count --exclude=false "mid:/$1[0-9]+@test.example/")" "$2" "$3: all are indexed"
    is "$(notmuch count --exclude=false "mid:/$1[0-9]+@test.example/ and tag:later and not tag:inbox")" "$2" "$3: all as placed"
    is "$(grep -rlE "^Message-ID: <$1[0-9]+@" "$HOME/Mail" --include='*.*' | sort -u | wc -l)" "$2" "$3: each once"
}

# --- while others work -------------------------------------------------------------------------------
busy() { while [ ! -e "$work/enough" ]; do "$@" >/dev/null 2>&1; done; } # busy COMMAND...: until enough
deliver seed
for neighbour in "notmuch new --quiet" "notmuch tag +seen -- id:seed@test.example" "notmuch compact" "$heed sync" move; do
    name=${neighbour##*/}; name=${name//[^a-z]/}; name=${name:0:12}
    rm -f "$work/enough"
    move() { for f in "$HOME"/Mail/new/*; do mv "$f" "$HOME/Mail/cur/${f##*/}:2," ; sleep 0.01; done; } 2>/dev/null
    busy $neighbour &
    neighbour_id=$!
    codes=
    for i in $(seq 12); do letter "$name$i" | "$heed" deliver --wait; codes+=$?; done
    touch "$work/enough"
    wait $neighbour_id
    is "$codes" 000000000000 "$name: delivered meanwhile"
    [ "$name" != move ] || notmuch new --quiet # who moves files, tells notmuch
    each_arrives "$name" 12 "$name"
done

# What an IMAP server has taken notice of before heed could index it.
mv "$HOME/Mail/.notmuch/xapian" "$work/xapian"
deliver noticed
deliver noticed2
mv "$work/xapian" "$HOME/Mail/.notmuch/xapian"
for id in noticed noticed2; do
    file=$(grep -l "<$id@" "$HOME/Mail/new/"*)
    mv "$file" "$HOME/Mail/cur/${file##*/}:2,"
done
arrives noticed "moved to cur while it waited"
arrives noticed2 "and another of the same folder"

# 50 at once, while the index is compacted.
start=$(date +%s)
rm -f "$work/enough"
busy notmuch compact &
neighbour_id=$!
waiting=()
for i in $(seq 50); do letter "fifty$i" | "$heed" deliver --wait & waiting+=($!); done
wait "${waiting[@]}"
touch "$work/enough"
wait $neighbour_id
[ $(($(date +%s) - start)) -lt 60 ]
ok $? "50 at once beside compaction: in bounded time"
each_arrives fifty 50 "50 at once"

# --- the index ---------------------------------------------------------------------------------------
cp -a "$HOME/Mail/.notmuch/xapian" "$work/whole"
damage() { rm -rf "$HOME/Mail/.notmuch/xapian"; cp -a "$work/whole" "$HOME/Mail/.notmuch/xapian"; }
for state in corrupt truncated version; do
    damage
    case $state in
    corrupt) for f in "$HOME"/Mail/.notmuch/xapian/*.glass; do dd if=/dev/urandom of="$f" bs=4096 count=4 conv=notrunc 2>/dev/null; done ;;
    truncated) for f in "$HOME"/Mail/.notmuch/xapian/*.glass; do : > "$f"; done ;;
    version) printf '\017\015Xapian Future' > "$HOME/Mail/.notmuch/xapian/iamglass" ;;
    esac
    deliver "index-$state"
    is "$?" 0 "index $state: delivered"
    grep -qs . "$work/err"
    damage
    arrives "index-$state" "index $state, and back"
    rm -rf "$work/whole"
    cp -a "$HOME/Mail/.notmuch/xapian" "$work/whole"
done
[ "$(id -u)" = 0 ] && powerless="setpriv --bounding-set=-all" || powerless=
if $powerless true 2>/dev/null; then
    chmod -R a-w "$HOME/Mail/.notmuch/xapian"
    letter read-only > "$work/messages/read-only"
    $powerless "$heed" deliver --wait < "$work/messages/read-only" 2>"$work/err"
    is "$?" 0 "index read-only: delivered"
    chmod -R u+w "$HOME/Mail/.notmuch/xapian"
    arrives read-only "index read-only, and back"
fi

# Groups within groups: GMime, and notmuch with it, has no bound for them. Nobody else's mail may wait for that.
{ printf 'From: A <a@groups.example>\nTo: reader@home.example\nSubject: groups\nMessage-ID: <groups@test.example>\nCc: '
  python3 -c "print('\\n '.join(['a:' * 400] * 112))"; printf '\nhi\n'; } > "$work/messages/groups"
"$heed" deliver --wait < "$work/messages/groups" 2>/dev/null
is "$?:$(grep -l '^Subject: groups' "$HOME"/Mail/new/* | wc -l)" "0:1" "a message that the index cannot take: delivered"
for i in 1 2 3; do deliver "behind$i"; done
is "$(notmuch count --exclude=false 'mid:/behind[23]@/')" 2 "what comes behind it is indexed, at the latest with the next"
for i in 1 2 3 4; do "$heed" sync 2>"$work/err" || note "sync: $?"; done
is "$?:$(notmuch count --exclude=false 'mid:/behind[123]@/')" "0:3" "sync does not fail on it"
if [ "$(notmuch count id:groups@test.example)" = 0 ]; then
    grep -q 'heed doctor' "$work/err" && "$heed" doctor | unwrapped 25 | grep -q "cannot be indexed.*$(basename "$(grep -l '^Subject: groups' "$HOME"/Mail/new/*)")"
    ok $? "sync and doctor say which"
    rm -f "$(grep -l '^Subject: groups' "$HOME"/Mail/new/*)"
    "$heed" sync 2>"$work/err"
    is "$?:$(cat "$work/err"):$("$heed" doctor | unwrapped 25 | grep -c 'cannot be indexed')" "0::0" "and no more when it is gone"
fi

# --- the book ----------------------------------------------------------------------------------------
"$heed" init > /dev/null
book=$XDG_STATE_HOME/heed/book.db
cp "$book" "$work/book"
printf 'no book at all, whoever wrote it%5000s' > "$book"
rm -f "$book"-*
deliver no-book
is "$?" 0 "a broken book: delivered"
grep -q 'damaged' "$work/err"
ok $? "and heed says so" || note "$(cat "$work/err")"
grep -q '^X-Heed: .*; without-history' "$HOME"/Mail/new/*
ok $? "the header says that nothing was known"
for verb in senders "alias list" "filters --learned" "tag *" "why id:index-version@test.example"; do
    (set -f; "$heed" $verb) > "$work/out" 2>"$work/err"
    is "$?:$(grep -c damaged "$work/err"):$(cat "$work/out")" "75:1:" "heed $verb says so, too"
done
[ ! -e "$book".corrupt-* ]
ok $? "and all of them leave it where it is"
"$heed" sync 2>"$work/err"
is "$?:$(ls "$book".corrupt-* 2>/dev/null | wc -l):$(grep -c heed.init "$work/err")" "0:1:1" "sync puts it aside, and says what to do"
arrives no-book "a broken book"
"$heed" init > /dev/null
is "$?:$("$heed" senders --json northcoat | grep -c organisation)" "0:1" "init builds it anew"

# Pages in the middle: only what is on them shows it.
"$heed" init > /dev/null
python3 - "$book" <<'EOF'
import os, sys
size = os.path.getsize(sys.argv[1])
with open(sys.argv[1], "r+b") as file:
    for page in range(2, size // 4096):
        file.seek(page * 4096)
        file.write(b"\xff" * 4096)
EOF
deliver half-book
is "$?" 0 "a book with broken pages: delivered"
"$heed" init > "$work/out" 2>"$work/err"
is "$?" 0 "init builds it anew" || note "$(cat "$work/err")"
"$heed" sync
arrived_once half-book "$work/messages/half-book"
is "$(grep -h ^X-Heed: "$(files_of half-book)"):$(tags_of half-book)" "X-Heed: inbox; unjudged=crashed:later unread " "it went to the inbox and says why, and sync has judged it since"
sql() { python3 -c 'import sqlite3, sys; print(*sqlite3.connect(sys.argv[1], isolation_level=None).execute(sys.argv[2]).fetchone() or ())' "$book" "$1"; }
is "$(sql "PRAGMA integrity_check")" ok "and it is whole again"

# A book of the version before has what this one needs once it is opened.
"$heed" filters --forget > /dev/null # what was fetched back above would lift the next one
version=$(sql "PRAGMA user_version")
sql "ALTER TABLE waiting DROP COLUMN tries"
for table in affiliate folder place missing thing; do sql "DROP TABLE $table"; done
sql "DROP INDEX message_stranger"
sql "DROP INDEX name_organisation"
sql "UPDATE message SET kind = 1, proven = 2 WHERE organisation = 'northcoat.example'"
sql "PRAGMA user_version = 5"
deliver older-book
arrives older-book "the book of an older heed"
is "$(sql "PRAGMA user_version"):$(sql "SELECT sum(tries) IS NULL FROM waiting"):$(sql "SELECT sum(proven = 2) FROM message WHERE kind = 1 AND id NOT LIKE 'older%'"):$(sql "SELECT sum(proven) FROM tally WHERE level = 2 AND name = 'northcoat.example'")" \
    "$version:1:0:0" "it is upgraded, and counted anew"
"$heed" init > /dev/null

sql "PRAGMA user_version = 99"
deliver newer-book
is "$?:$(grep -c 'newer heed' "$work/err")" "0:1" "the book of a newer heed: delivered, and heed says so"
is "$(sql "PRAGMA user_version")" 99 "and it is left alone"
sql "PRAGMA user_version = $version"
arrives newer-book "the book of a newer heed, and back"

cat > "$work/hold.py" <<'EOF'
import sqlite3, sys, time
book = sqlite3.connect(sys.argv[1], isolation_level=None)
book.execute("BEGIN IMMEDIATE")
print("held", flush=True)
time.sleep(60)
EOF
mkfifo "$work/held"
python3 "$work/hold.py" "$book" > "$work/held" &
holder=$!
read -r _ < "$work/held"
start=$(date +%s)
deliver locked-book
is "$?:$(($(date +%s) - start < 12))" "0:1" "a locked book: delivered, in bounded time"
kill $holder; wait $holder 2>/dev/null
arrives locked-book "a locked book, and back"

if $powerless true 2>/dev/null; then
    chmod 500 "$XDG_STATE_HOME/heed"; chmod 400 "$XDG_STATE_HOME/heed"/*
    letter read-only-book > "$work/messages/read-only-book"
    $powerless "$heed" deliver --wait < "$work/messages/read-only-book" 2>"$work/err"
    is "$?" 0 "a book that cannot be written: delivered"
    chmod 700 "$XDG_STATE_HOME/heed"; chmod 600 "$XDG_STATE_HOME/heed"/*
    arrives read-only-book "a book that cannot be written, and back"
fi

# A disk that is full for the book and the index, but not for the mail.
full=$work/full
mkdir "$full"
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=2m none "$full" 2>/dev/null; then
    cleanups+=("umount $full")
    mkdir "$full/state"
    cp "$XDG_STATE_HOME/heed"/* "$full/state"
    mv "$XDG_STATE_HOME/heed" "$work/state" && ln -s "$full/state" "$XDG_STATE_HOME/heed"
    head -c 4M /dev/zero > "$full/rest" 2>/dev/null
    for i in $(seq 10); do letter "full$i" | "$heed" deliver --wait 2>/dev/null; done
    rm "$full/rest" "$XDG_STATE_HOME/heed"
    rm -rf "$work/state"; cp -r "$full/state" "$XDG_STATE_HOME/heed"
    "$heed" sync
    each_arrives full 10 "a full disk under the book"
    is "$(sql "PRAGMA integrity_check")" ok "and the book is whole"
else
    echo "ok $((++tests_run)) - a full disk under the book # SKIP nothing can be mounted here"
fi

# --- time, names and places --------------------------------------------------------------------------
if command -v faketime >/dev/null && [ -z "${SANITIZE:-}" ]; then
    for when in "1970-01-02 00:00:00" "2037-12-31 23:59:59"; do
        id=time${when%%-*}
        letter "$id" > "$work/messages/$id"
        faketime "$when" "$heed" deliver --wait < "$work/messages/$id"
        is "$?" 0 "the clock says $when: delivered"
        arrives "$id" "the clock says $when"
        letter "$id-missed" > "$work/messages/$id-missed"
        mv "$XDG_STATE_HOME/heed" "$work/state"; touch "$XDG_STATE_HOME/heed"
        faketime "$when" "$heed" deliver --wait < "$work/messages/$id-missed" 2>/dev/null
        rm "$XDG_STATE_HOME/heed"; mv "$work/state" "$XDG_STATE_HOME/heed"
        faketime "$when" "$heed" sync
        arrived_once "$id-missed" "$work/messages/$id-missed"
    done
else
    echo "ok $((++tests_run)) - clocks set wrong # SKIP faketime is not installed, or sanitizers come first"
fi
"$heed" sync # which builds the book anew, now that the clock is right; what was fetched back above ...
"$heed" filters --forget > /dev/null # ... would lift the next ones

# Names that are taken: the same process number, second and microsecond.
cat > "$work/same.c" <<'EOF'
#include <string.h>
#include <sys/time.h>
#include <unistd.h>
int gettimeofday(struct timeval *restrict now, void *restrict zone) { *now = (struct timeval){1700000000, 5}; return 0; }
pid_t getpid(void) { return 7; }
int gethostname(char *name, size_t size) { strncpy(name, "a/b:c", size); return 0; }
EOF
if ${CC:-cc} -shared -fPIC -w -o "$work/same.so" "$work/same.c" 2>/dev/null && [ -z "${SANITIZE:-}" ]; then
    codes=
    for i in $(seq 5); do letter "same$i" | LD_PRELOAD=$work/same.so "$heed" deliver --wait; codes+=$?; done
    is "$codes" 00000 "names that collide: delivered"
    each_arrives same 5 "names that collide"
    is "$(ls "$HOME/Mail/new" | grep -c '^1700000000.M000005P7Q[0-4].a_b_c$')" 5 "under names of their own"
    for folder in tmp new; do
        for i in $(seq 0 99); do : >> "$HOME/Mail/$folder/1700000000.M000005P7Q$i.a_b_c"; done
        ls "$HOME/Mail/tmp" "$HOME/Mail/new" > "$work/before"
        letter none | LD_PRELOAD=$work/same.so "$heed" deliver --wait 2>/dev/null
        is "$?:$(ls "$HOME/Mail/tmp" "$HOME/Mail/new" | diff - "$work/before")" "75:" "all names taken in $folder: 75, and nothing is left"
        find "$HOME/Mail/$folder" -name '1700000000.*' -size 0 -delete
    done
fi

# Spool and Maildir on different file systems: nothing is moved from one to the other.
if [ -w /dev/shm ] && [ "$(stat -c %d /dev/shm)" != "$(stat -c %d "$work")" ]; then
    elsewhere=$(mktemp -d /dev/shm/heed-test.XXXXXX)
    cleanups+=("rm -rf $elsewhere")
    sed 's/huge@/spooled@/' "$work/messages/huge" > "$work/messages/spooled"
    TMPDIR=$elsewhere "$heed" deliver --wait < "$work/messages/spooled"
    is "$?" 0 "the spool on another file system: delivered"
    "$heed" sync
    arrived_once spooled "$work/messages/spooled"
    settings '[deliver]\nmaildir=%s/Mail\n' "$elsewhere"
    deliver outside
    is "$?:$(ls "$elsewhere/Mail/new" | wc -l)" "0:1" "a Maildir on another file system, which notmuch does not know: delivered"
    settings
    deliver inside
    arrives inside "and it keeps nobody else from the index"
fi
finish
