#!/bin/bash
# What heed costs, beside notmuch insert, bogofilter and a bare GMime parse, in one run: medians and ratios,
# since machines and their loads differ. Everything is made up and goes away at the end.
#
#   make bench                  about fifteen minutes, most of them to index 100,000 messages
#   BENCH_SIZES="1000 20000"    other archives
#   BENCH_CACHE=DIR             keeps the archives in DIR for the next time
#   HEED_CORPORA=DIR            where real mail is, ../shared/corpora otherwise; without it, mail made to look like it
#   BENCH_STDERR=1              shows what the measured programs say
# HEED names the binary, ./heed otherwise; BUILD is where make puts objects, build otherwise.
set -eEuo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
heed=$(readlink -f "${HEED:-$root/heed}")
[ -x "$heed" ] || { echo "bench: no $heed: run make first" >&2; exit 1; }
for program in notmuch bogofilter "${CC:-cc}"; do
    command -v "$program" >/dev/null || { echo "bench: $program is missing: install it" >&2; exit 1; }
done

tmp=$(mktemp -d "${TMPDIR:-/tmp}/heed-bench.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
trap 'exit 130' INT TERM HUP
trap 'echo "bench: line $LINENO failed: $BASH_COMMAND" >&2' ERR
began=$SECONDS

# Nothing of the reader's own mail or settings takes part.
export HOME=$tmp XDG_CONFIG_HOME=$tmp/config XDG_CACHE_HOME=$tmp/xdg-cache XDG_DATA_HOME=$tmp/data
export XDG_RUNTIME_DIR=$tmp/runtime LC_ALL=C.UTF-8
unset NOTMUCH_PROFILE NOTMUCH_DATABASE MAILDIR XAPIAN_FLUSH_THRESHOLD
mkdir -p -m 700 "$XDG_CONFIG_HOME/heed" "$XDG_RUNTIME_DIR"
printf '[trust]\nauthserv-id=mx.home.example\n' > "$XDG_CONFIG_HOME/heed/config"

FRESH=2000   # messages to deliver, per archive
REAL=900     # of these as real mail is
corpora=${HEED_CORPORA:-$root/../shared/corpora}
note() { echo "bench: $*" >&2; }

# Tools of this script's own. The judge is linked from heed's objects.
for tool in mail copies run; do
    "${CC:-cc}" -O2 -D_GNU_SOURCE -o "$tmp/$tool" "$root/tests/bench/$tool.c"
done
build=${BUILD:-build}
judge=
if make -s -C "$root" -f Makefile -f tests/bench/judge.mk BUILD="$build" "$build/tests/bench/judge" \
    "$build/tests/bench/rules" > "$tmp/judge.log" 2>&1; then
    judge=$(cd "$root" && readlink -f "$build/tests/bench/judge")
else
    tail -n 3 "$tmp/judge.log" >&2
    note "judging alone is left out"
fi

# make_archive COUNT DIR: a Maildir and its index, from the cache where there is one.
make_archive() {
    local count=$1 dir=$2 kept=${BENCH_CACHE:+$BENCH_CACHE/$1-$(cksum < "$root/tests/bench/mail.c" | cut -d' ' -f1)}
    mkdir -p "$dir"
    printf '[database]\npath=%s\n[user]\nname=Robin Winter\nprimary_email=robin@home.example\n[new]\ntags=unread;inbox\n' \
        "$dir/Mail" > "$dir/notmuch-config"
    export NOTMUCH_CONFIG=$dir/notmuch-config XDG_STATE_HOME=$dir/state BOGOFILTER_DIR=$dir/bogofilter
    if [ -n "$kept" ] && [ -d "$kept/Mail" ]; then
        note "archive of $count from $kept"
        cp -a "$kept/Mail" "$dir/"
        return
    fi
    note "writing an archive of $count messages"
    "$tmp/mail" archive "$dir/Mail" "$count"
    note "indexing it with notmuch new"
    local start=$SECONDS
    notmuch new --quiet
    note "indexed in $((SECONDS - start)) s"
    if [ -n "$kept" ]; then
        mkdir -p "$BENCH_CACHE"
        rm -rf "$kept.part"
        mkdir "$kept.part"
        cp -a "$dir/Mail" "$kept.part/"
        mv -T "$kept.part" "$kept"
    fi
}

# make_real DIR: mail as it really is, mean 20 KiB and most of it HTML: copies of a sample of the corpora, each with
# a Message-ID of its own; where they are absent, made up. $real is what the table calls it.
make_real() {
    mkdir "$1"
    real="like real"
    if [ -d "$corpora" ]; then
        real=real
        find "$corpora/markup-gmail-promotions/messages" "$corpora/spamassassin/hard-ham-1" "$corpora/kinds" \
            -type f ! -name '*.tsv' ! -name '*LICENSE*' -size -64k | LC_ALL=C sort > "$tmp/sample"
        find "$corpora/phishing_pot/email" -type f -size -64k | LC_ALL=C sort | awk 'NR % 4 == 0' >> "$tmp/sample"
        "$tmp/copies" "$1" "$REAL" < "$tmp/sample"
    else
        "$tmp/mail" real "$1" "$REAL"
    fi
    note "$real mail: $(find "$1" -type f -printf '%s\n' |
        awk '{ s += $1 } END { printf "%d messages, mean %.1f KiB", NR, s / NR / 1024 }')"
}

# take ROUNDS COUNT COMMAND...: reads the lines of run(1) into wall[] (until the commands have exited), gone[] (until
# all that they started is gone) and cpu[] (of it all); each input is used once.
next=0
take() {
    local rounds=$1 count=$2 i=0 w g c failed
    shift 2
    wall=() gone=() cpu=()
    while read -r w g c failed; do
        wall[i]=$w gone[i]=$g cpu[i]=$c i=$((i + 1))
        [ "$failed" = 0 ] || note "\"${!i}\" failed $failed times"
    done < <("$tmp/run" time "$rounds" "$count" "$input" "$next" "$@")
    [ "$input" = - ] || next=$((next + rounds * count * $#))
}

# row NAME HEED BESIDE GOAL: what was measured, in milliseconds where BESIDE is -, otherwise as a ratio too.
row() { printf '%s\t%s\t%s\t%s\t%s\n' "$size" "$1" "$2" "$3" "$4" >> "$tmp/rows"; }
ms() { awk -v u="$1" 'BEGIN { printf "%.2f ms", u / 1000 }'; }
mib() { awk -v k="$1" 'BEGIN { printf "%.1f MiB", k / 1024 }'; }
# compare NAME UNIT MINE OTHERS GOAL: a row with the ratio MINE / OTHERS.
compare() {
    local verdict
    verdict=$(awk -v a="$3" -v b="$4" -v g="$5" 'BEGIN { r = a / b; printf "%.2f\t<= %s\t%s", r, g, r <= g ? "ok" : "OVER" }')
    printf '%s\t%s\t%s\t%s\t%s\n' "$size" "$1" "$($2 "$3")" "$($2 "$4")" "$verdict" >> "$tmp/rows"
}
# limit NAME UNIT MINE GOAL: a row with a goal of its own, in the same unit.
limit() {
    local verdict
    verdict=$(awk -v a="$3" -v g="$4" 'BEGIN { print a <= g ? "ok" : "OVER" }')
    printf '%s\t%s\t%s\t-\t-\t<= %s\t%s\n' "$size" "$1" "$($2 "$3")" "$($2 "$4")" "$verdict" >> "$tmp/rows"
}
plain() { printf '%s\t%s\t%s\t%s\t-\t-\t\n' "$size" "$1" "$2" "${3:--}" >> "$tmp/rows"; }

seconds() { date +%s.%N; }

# heed init from nothing, three times where that is quick.
bench_init() {
    local times=() start i again=1
    ((size > 5000)) || again=3
    for ((i = 0; i < again; i++)); do
        rm -rf "$XDG_STATE_HOME"
        start=$(seconds)
        "$heed" init > "$tmp/init.out" 2>&1 || { note "init: $(tail -n 1 "$tmp/init.out")"; return; }
        times+=("$(awk -v a="$start" -v b="$(seconds)" 'BEGIN { print b - a }')")
    done
    local rate
    rate=$(printf '%s\n' "${times[@]}" | sort -n | awk -v n="$size" '{ t[NR] = $1 } END { printf "%.0f", n / t[int((NR + 1) / 2)] }')
    printf '%s\tinit, messages a second\t%s\t-\t-\t>= 2000\t%s\n' "$size" "$rate" \
        "$( ((rate >= 2000)) && echo ok || echo OVER)" >> "$tmp/rows"
}

bench_sync() {
    input=-
    take 11 1 "$heed sync" "notmuch count --lastmod"
    compare 'sync, nothing new : notmuch count' ms "${wall[0]}" "${wall[1]}" 1.5
    local ids=$tmp/ids walls=() start round sign
    notmuch search --output=messages '*' | awk -v n=$((size / 100)) 'NR % n == 0' > "$ids"
    for round in 1 2 3 4 5; do
        sign=$( ((round % 2)) && echo + || echo -)
        sed "s/^/${sign}flagged -- /" "$ids" | notmuch tag --batch
        start=$(seconds)
        "$heed" sync || note "sync failed"
        walls+=("$(awk -v a="$start" -v b="$(seconds)" 'BEGIN { printf "%.0f", (b - a) * 1e6 }')")
    done
    limit 'sync after 100 changes' ms "$(printf '%s\n' "${walls[@]}" | sort -n | sed -n 3p)" 100000
}

least() { echo $(($1 < $2 ? $1 : $2)); }

# bench_deliver FOLDER GOAL [PREFIX]: heed exits when the message is on the disk, and indexes it behind that.
bench_deliver() {
    local goal=$2 of=${3:-} waiting
    input=$1 next=0
    take 31 1 "$heed deliver" "notmuch insert"
    compare "${of}deliver : notmuch insert" ms "${wall[0]}" "${wall[1]}" "$goal"
    compare '  until it is indexed, CPU' ms "${cpu[0]}" "${cpu[1]}" 1.5
    plain '  until it is indexed, wall' "$(ms "${gone[0]}")" "$(ms "${gone[1]}")"
    take 5 50 "+$heed deliver" "+notmuch insert" "notmuch insert"
    compare "${of}50 at once : 50 notmuch insert" ms "${wall[0]}" "$(least "${wall[1]}" "${wall[2]}")" 0.35
    compare '  until they are indexed' ms "${gone[0]}" "$(least "${gone[1]}" "${gone[2]}")" 0.5
    compare '  until they are indexed, CPU' ms "${cpu[0]}" "$(least "${cpu[1]}" "${cpu[2]}")" 0.5
    plain '  notmuch insert at once, in turn' "$(ms "${wall[1]}")" "$(ms "${wall[2]}")"
    "$heed" sync
    waiting=$(notmuch search --output=files 'path:new/**' | wc -l)
    plain '  delivered and indexed' "$waiting of $(find "$dir/Mail/new" -type f | wc -l)"
}

train_bogofilter() {
    local n=$((size < 20000 ? size : 20000))
    mkdir -p "$BOGOFILTER_DIR"
    # awk reads to the end where head would break the pipe.
    find "$dir/Mail/cur" -name '*:2,S' | sort | awk -v n=$((n / 2)) 'NR <= n' | bogofilter -n -b > /dev/null
    find "$dir/Mail/cur" -name '*:2,' | sort | awk -v n=$((n / 2)) 'NR <= n' | bogofilter -s -b > /dev/null
}

bench_filter() { # bench_filter FOLDER [PREFIX]
    input=$1 next=0
    # bogofilter says what it found with its exit code; -e makes it 0.
    take 41 1 "$heed filter" "bogofilter -e -p"
    compare "${2:-}filter : bogofilter -p, CPU" ms "${cpu[0]}" "${cpu[1]}" 2.4
    plain '  the same, wall' "$(ms "${wall[0]}")" "$(ms "${wall[1]}")"
}

tree() { local one; echo "$1"; for one in $(pgrep -P "$1"); do tree "$one"; done; }
ticks() { # microseconds of the server and of all that it started
    local one
    for one in $(tree "$server"); do cat "/proc/$one/stat"; done 2> /dev/null |
        awk -v hz="$(getconf CLK_TCK)" '{ sum += $14 + $15 + $16 + $17 } END { printf "%.0f", sum * 1e6 / hz }'
}

bench_serve() { # bench_serve FOLDER [PREFIX]: through heed serve, whose CPU counts as the delivery's
    local of=${2:-} before n=41
    input=$1 next=0
    "$heed" serve & server=$!
    take 5 1 "$heed filter"
    before=$(ticks)
    take $n 1 "$heed filter" "bogofilter -e -p"
    compare "${of}served filter : bogofilter -p, CPU" ms $((cpu[0] + ($(ticks) - before) / n)) "${cpu[1]}" 1.0
    plain '  the same, wall' "$(ms "${wall[0]}")" "$(ms "${wall[1]}")"
    take $n 1 "$heed deliver" "notmuch insert"
    compare "${of}served deliver : notmuch insert" ms "${wall[0]}" "${wall[1]}" 0.35
    kill "$server"
    wait "$server"
    "$heed" sync
}

bench_judge() {
    [ -n "$judge" ] || return 0
    local files=() i whole parsed bare
    for ((i = 0; i < 400; i++)); do files+=("$dir/fresh/$i.eml"); done
    read -r whole parsed bare < <("$judge" 7 "${files[@]}") || { note "judging alone failed"; missing=1; return 0; }
    limit 'judging alone, CPU' ms "$whole" 3000
    plain '  heed'\''s parse, bare GMime parse' "$(ms "$parsed")" "$(ms "$bare")"
    limit '  judging beyond heed'\''s parse' ms "$(awk -v a="$whole" -v b="$parsed" 'BEGIN { print a - b }')" 1500
}

# Ten thousand rules of every sort, nearly all of which match nothing.
make_rules() {
    awk 'BEGIN { for (i = 0; i < 10000; i++) {
        if (i % 10 < 4) printf "from shop%d.example -> later\n", i
        else if (i % 10 < 6) printf "subject has \"word%d\" and kind is promotion -> +tag%d\n", i, i % 50
        else if (i % 10 == 6) printf "text has \"phrase number %d\" or list \"list%d\" -> later\n", i, i
        else if (i % 10 == 7) printf "organisation is brand%d.example and received > %d and opened = 0 -> later\n", i, i % 90
        else if (i % 10 == 8) printf "header \"X-Campaign-%d\" -> later\n", i % 200
        else printf "not (trust < %d or useful > %d) and last wanted > %d days and lure.brand < -2 -> suspect\n", i % 20, i % 100, i % 300
    } }'
}

bench_rules() {
    [ -n "$judge" ] || return 0
    local files=() i load add
    for ((i = 0; i < 400; i++)); do files+=("$dir/fresh/$i.eml"); done
    make_rules > "$tmp/many.rules"
    read -r load add < <("${judge%judge}rules" 7 "$tmp/many.rules" "${files[@]}") || { note "rules failed"; missing=1; return 0; }
    limit '10,000 rules: read' ms "$(awk -v m="$load" 'BEGIN { print m * 1000 }')" 100000
    limit '10,000 rules: added to a message' ms "$add" 2000
}

bench_memory() {
    local held most code largest=0 i
    for i in 1990 1991 1992 1993 1994; do
        read -r held most code < <("$tmp/run" memory "$dir/fresh/$i.eml" "$heed deliver")
        largest=$((held > largest ? held : largest))
        [ "$code" = 0 ] || note "deliver failed: $code"
    done
    limit 'memory, ordinary mail' mib "$largest" 65536
    plain '  largest process, resident' "$(mib "$most")"
    read -r held most code < <("$tmp/run" memory "$tmp/large.eml" "$heed deliver")
    [ "$code" = 0 ] || note "deliver of the large message failed: $code"
    # 1 MiB of the message is kept in memory, and buffers; nothing that grows with it.
    limit 'memory, 200 MiB attached' mib "$held" "$((largest + 8192))"
    plain '  largest process, resident' "$(mib "$most")"
}

: > "$tmp/rows"
"$tmp/mail" large 200 > "$tmp/large.eml"
for size in ${BENCH_SIZES:-1000 100000}; do
    dir=$tmp/$size
    make_archive "$size" "$dir"
    mkdir "$dir/fresh"
    "$tmp/mail" fresh "$dir/fresh" "$FRESH"
    make_real "$dir/real"
    note "measuring on $size"
    bench_init
    bench_sync
    train_bogofilter
    bench_filter "$dir/fresh"
    bench_filter "$dir/real" "$real, "
    bench_judge
    bench_rules
    bench_deliver "$dir/fresh" 0.85
    bench_deliver "$dir/real" 0.9 "$real, "
    bench_serve "$dir/fresh"
    bench_serve "$dir/real" "$real, "
    bench_memory
    rm -rf "$dir"
done

printf '%-8s %-36s %14s %14s %7s  %-12s\n' archive 'what : beside what' heed beside ratio goal
awk -F'\t' '{ printf "%-8s %-36s %14s %14s %7s  %-12s %s\n", $1, $2, $3, $4, $5, $6, $7 }' "$tmp/rows"
note "$((SECONDS - began)) s"
exit "${missing:-0}"
