#!/bin/bash
# A file includes only its own folder, lower floors and include/; a third-party header has one owner.
. "$(dirname "$0")/lib.sh"
beside_heed
cd "$root" || exit 1

# Floors from the ground up. src/*.c (flow, flip) stand between decide and act.
rank() { # rank FILE: into $rank
    case $1 in
    src/base/*) rank=1 ;; src/mail/*) rank=2 ;; src/store/*) rank=3 ;; filters/*) rank=4 ;;
    src/decide/*) rank=5 ;; src/act/*) rank=7 ;; src/front/* | src/sim/*) rank=8 ;; src/*/*) rank=9 ;;
    src/*) rank=6 ;;
    esac
}

# Every include of one of our own files that is not a header of include/.
higher=
while IFS=: read -r file line; do
    name=${line#*\"} name=${name%%\"*} dir=${file%/*}
    [ -e "include/$name" ] && continue
    target=$dir/$name
    [[ $target != */../* ]] || target=$(realpath --relative-to=. "$target" 2>/dev/null)
    [ -e "$target" ] || target=filters/$name
    [ -e "$target" ] || { higher+="$file includes $name, which is nowhere"$'\n'; continue; }
    [[ $dir/ == "${target%/*}"/* ]] && continue
    rank "$target"
    floor=$rank
    rank "$file"
    [ "$floor" -lt "$rank" ] || higher+="$file includes $target"$'\n'
done < <(grep -nE '^#include "' -r src filters --include=*.c --include=*.h --include=*.cc | sed 's/:[0-9]*:/:/')
is "$higher" "" "no file includes a higher floor"

owner() { # owner PATTERN FILES-PATTERN WHAT
    local others
    others=$(grep -lE "^#include <($1)" -r src filters include --include=*.c --include=*.h --include=*.cc | grep -vE "^($2)$")
    is "$others" "" "$3 has one owner"
}
owner 'gmime/' 'src/mail/message[^/]*' GMime
owner 'libpsl' 'src/mail/sender\.c' libpsl
owner 'libxml/' 'src/mail/(html|elements)\.[ch]' libxml2
owner 'notmuch\.h' 'src/store/history[^/]*' libnotmuch
owner 'xapian' 'src/store/index\.cc' Xapian
owner 'unicode/' 'src/mail/spoof\.c' ICU
owner 'sqlite3\.h' 'src/store/book[^/]*' SQLite
owner 'sodium' 'src/store/seal\.c' libsodium
owner 'seccomp\.h' 'src/base/gen/cage-gen\.c' libseccomp
owner 'linux/' 'src/base/(gen/)?cage[^/]*' 'what only Linux has'

is "$(find src -name '*.cc' | wc -l)" 1 "there is one C++ file"
large=$(find src filters include \( -name '*.c' -o -name '*.h' -o -name '*.cc' \) -size +24k ! -name 'words-*')
is "$large" "" "no file has outgrown one subject"
finish
