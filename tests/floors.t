#!/bin/bash
# The house by its floors: what uses what, by the symbols of the objects that were built and by the includes of the files.
# A third-party header has one owner; no file outgrows one subject.
. "$(dirname "$0")/lib.sh"
beside_heed
cd "$root" || exit 1

# From the ground up; what shares a line shares a floor. "way" is src/*.c: flow and what-if.
cat > "$work/floors" <<'EOF'
base
mail
maildir
store
filters
decide
reader
way
act
learn
sim text report
front
cmd
EOF

# Reads "USER USED what", files both, and prints those where the user is on a lower floor. Files in include/ are on the
# floor that they are grouped by.
upward() {
    awk -v floors="$work/floors" '
        BEGIN { while ((getline line < floors) > 0) { rank++; n = split(line, names, " "); for (i = 1; i <= n; i++) floor[names[i]] = rank } }
        function floor_of(file) {
            sub(/^(src|include)\//, "", file)
            if (!sub(/\/.*/, "", file)) file = "way"
            if (!(file in floor)) { print file " is on no floor"; floor[file] = 0 }
            return floor[file]
        }
        floor_of($2) > floor_of($1) { print $1 " uses " $2 " (" $3 ")" }' | sort -u
}

# Reads "USER USED what", and prints one ring of them, if there is any: of folders or of files.
ring() {
    awk -v what="$1" 'what == "folders" { sub(/\/[^\/]*$/, "", $1); sub(/\/[^\/]*$/, "", $2) } $1 != $2 { print $1, $2 }' |
        sort -u | tsort 2>&1 >/dev/null | sed -n 's/^tsort: \([^:]*\)$/\1/p' | paste -sd' '
}

# Whoever reads this test has to be able to believe it: it sees what is wrong where something is.
is "$(echo src/base/text.c src/cmd/main.c main | upward)" "src/base/text.c uses src/cmd/main.c (main)" "an arrow upward is seen"
is "$(echo src/flow.c include/act/plan.h 4 | upward)" "src/flow.c uses include/act/plan.h (4)" "a header above is seen"
is "$(echo src/cmd/main.c src/base/text.c text_clean | upward)" "" "an arrow downward is none"
is "$(echo src/base/text.c src/attic/box.c box | upward)" "attic is on no floor" "a folder on no floor is seen"
made_up='src/mail/a/x.c src/mail/b/y.c 1
src/mail/b/z.c src/mail/a/v.c 2'
is "$(ring folders <<< "$made_up" | wc -w)" 2 "a ring of folders is seen"
is "$(ring files <<< "$made_up")" "" "a ring of folders is none of files"

# --- by symbols -------------------------------------------------------------------------------------

build=$(dirname "$heed")
[ "$(basename "$build")" = bin ] && build=$(dirname "$build")

# The objects of files that are there, or that were made beside their object; others are of an earlier house.
objects=()
while read -r object; do
    source=${object#"$build"/}
    source=${source%.o}
    for file in "$source.c" "$source.cc" "$build/$source.c"; do
        [ -e "$file" ] && objects+=("$source.o") && break
    done
done < <(find "$build"/src "$build"/filters -name '*.o' 2>/dev/null)

if [ ${#objects[@]} -eq 0 ] || ! command -v nm >/dev/null; then
    note "symbols are not looked at: no objects beside $heed, or no nm"
else
    (cd "$build" && nm -A -P "${objects[@]}") | awk '
        { sub(/\.o:$/, ".c", $1) }
        $3 == "U" || $3 == "w" { uses[++n] = $1 " " $2; next }
        $3 ~ /[A-Z]/ { definers[$2] = definers[$2] " " $1 }
        END {
            for (i = 1; i <= n; i++) {
                split(uses[i], use, " ")
                count = split(definers[use[2]], files, " ")
                for (j = 1; j <= count; j++) if (files[j] != use[1]) print use[1], files[j], use[2]
            }
        }' > "$work/arrows"
    (cd "$build" && nm -A -P "${objects[@]}") | awk '
        $3 == "U" { used[$2] = 1 }
        $3 == "T" { made[$2] = 1 }
        END { for (name in made) if (!used[name] && name != "main") print name }' > "$work/alone"
    is "$(while read -r name; do
        [ "$(cat "$root"/src/*/*.c "$root"/src/*/*/*.c "$root"/filters/*.c | grep -cw "$name")" -gt 1 ] || echo "$name"
    done < "$work/alone")" "" "no function is there that nothing calls"
    [ "$(wc -l < "$work/arrows")" -gt 500 ]
    ok $? "symbols of one file are used in another"
    is "$(upward < "$work/arrows")" "" "no symbol is used from a lower floor"
    is "$(ring folders < "$work/arrows")" "" "no ring of folders"
    for room in src/base src/mail filters src/decide src/sim src/cmd; do
        is "$(grep "^$room/[^ ]* $room/" "$work/arrows" | ring files)" "" "no ring of files in $room"
    done
fi

# --- by includes ------------------------------------------------------------------------------------

find src filters include -name '*.[ch]' -o -name '*.cc' | sort > "$work/files"
mapfile -t files < "$work/files"

# "FILE INCLUDED line" for each include of a file of ours; what is nowhere to be found stays as it was written.
grep -nE '^#include "' "${files[@]}" | awk -F '[:"]' -v list="$work/files" '
    BEGIN { while ((getline file < list) > 0) there[file] = 1 }
    {
        beside = $1; sub(/[^\/]*$/, "", beside); beside = beside $4
        while (sub(/[^\/]+\/\.\.\//, "", beside));
        print $1, beside in there ? beside : "include/" $4 in there ? "include/" $4 : $4, $2
    }' > "$work/includes"
is "$(grep -vE ' (src|include|filters)/' "$work/includes")" "" "what is included is there"
is "$(upward < "$work/includes")" "" "no file includes a higher floor"

# A header beside the files of a folder is theirs and of the floors above.
is "$(awk '$2 !~ /^include/ { user = $1; used = $2; sub(/[^\/]*$/, "", used); if (index(user, used) != 1) print }' "$work/includes" |
    while read -r user used _; do
        echo "$used $user x" | upward | grep -q . || echo "$user includes $used"
    done)" "" "no file includes what is another room's own"

owner() { # owner PATTERN FILES-PATTERN WHAT
    local others
    others=$(grep -lE "^#include <($1)" "${files[@]}" | grep -vE "^($2)$")
    is "$others" "" "$3 has one owner"
    [ -n "$(grep -lE "^#include <($1)" "${files[@]}")" ]
    ok $? "$3 has an owner"
}
owner 'gmime/' 'src/mail/message/message[^/]*' GMime
owner 'libpsl' 'src/mail/message/sender\.c' libpsl
owner 'libxml/' 'src/mail/html/[^/]*' libxml2
owner 'notmuch\.h' 'src/store/history[^/]*' libnotmuch
owner 'xapian' 'src/store/index\.cc' Xapian
owner 'unicode/' 'src/mail/(lure/spoof|words/gen/places-gen)\.c' ICU
owner 'sqlite3\.h' 'src/store/book[^/]*' SQLite
owner 'sodium' 'src/store/seal\.c' libsodium
owner 'seccomp\.h' 'src/base/gen/cage-gen\.c' libseccomp
owner 'linux/' 'src/base/(gen/)?cage[^/]*' 'what only Linux has'
is "$(grep -c '\.cc$' "$work/files")" 1 "there is one C++ file"

# --- size -------------------------------------------------------------------------------------------

find tests -name '*.[cht]' -o -name '*.sh' -o -name '*.py' > "$work/tests"
is "$(xargs wc -l < <(cat "$work/files" "$work/tests") | awk '$1 > 400 && $2 != "total"')" "" "no file has more than 400 lines"
is "$(grep -cE '^.{111,}' "${files[@]}" | grep -v ':0$')" "" "no line has more than 110 columns"
finish
