#!/bin/bash
# A reader who has never heard of notmuch: her Maildir is Dovecot's, and what she does by IMAP, at a phone that mbsync or
# offlineimap keeps, or in a Maildir that those fetched, is understood.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/imap/reader.sh"

expected='opened:opened answered:answered forwarded:forwarded flagged:flagged binned:deleted-unread readbinned:deleted-read
junked:demoted filed:filed archived:undecided aside:demoted unjunked:rescued rescued:rescued emptied:undecided
expunged:deleted-unread kept:undecided'
for way in move copy push pull offlineimap notmuch; do
    case $way in
    push | pull) command -v mbsync >/dev/null || { ok 0 "$way # SKIP mbsync is not installed"; continue; } ;;
    notmuch) command -v notmuch >/dev/null || { ok 0 "$way # SKIP notmuch is not installed"; continue; } ;;
    offlineimap) command -v offlineimap >/dev/null || { ok 0 "$way # SKIP offlineimap is not installed"; continue; } ;;
    esac
    $as_reader bash -c 'rm -rf "$HOME"/* "$HOME"/.[a-z]*'
    $as_reader timeout 300 python3 "$work/gestures.py" "$work/bin/heed" "$port" $way > "$work/got" 2> "$work/err"
    is "$?" 0 "$way: her gestures" || note "$(tail -5 "$work/err")"
    wanted=$expected
    [ $way != offlineimap ] || wanted=${expected/forwarded:forwarded/forwarded:opened} # it brings no keywords
    for pair in $wanted; do
        is "$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1])).get(sys.argv[2]))' "$work/got" "${pair%:*}")" \
            "${pair#*:}" "$way: ${pair%:*}"
    done
done

# Whatever she does, between and beside syncs; `make syncs` has a thousand.
$as_reader bash -c 'rm -rf "$HOME"/* "$HOME"/.[a-z]*'
$as_reader timeout 300 python3 "$work/syncs.py" "$work/bin/heed" "$port" 40 > "$work/got" 2> "$work/err"
is "$?" 0 "$(cat "$work/got")" || note "$(cut -c1-1000 "$work/err")"
finish
