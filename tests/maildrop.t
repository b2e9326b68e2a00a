#!/bin/bash
# The shipped maildrop filter, run by maildrop itself: each sort of message arrives once and whole, both
# ways, and nothing is lost when heed is missing, fails or dies.
. "$(dirname "$0")/lib.sh"
need maildrop notmuch
adds_last_newline=yes # maildrop ends a last line that has no end

make_home "$work/home"
make_messages "$work/messages"
make_failures "$work/failing"

# maildrop hands on no environment; this stands for a heed that finds the test's settings by itself.
wrap() { # wrap PROGRAM: prints a command that runs it with this test's environment
    {
        echo '#!/bin/sh'
        for name in HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME XDG_DATA_HOME NOTMUCH_CONFIG; do
            printf "export %s='%s'\n" "$name" "${!name}"
        done
        printf 'exec "%s" "$@"\n' "$1"
    } > "$work/wrapped"
    chmod +x "$work/wrapped"
    echo "$work/wrapped"
}

recipe() { # recipe WAY PROGRAM: the shipped file with its settings set
    sed -e "s|^HEED=.*|HEED=\"$2\"|" -e "s|^MAILROOT=.*|MAILROOT=\"$HOME/Mail\"|" \
        -e "s|^WAY=.*|WAY=\"$1\"|" "$root/sample-rules/mta/maildroprc" > "$work/mailfilter"
    chmod 600 "$work/mailfilter"
}

run() { # run FILE: maildrop as a mail server calls it
    (cd "$HOME" && maildrop "$work/mailfilter") < "$1" > "$work/output" 2>&1
}

empty() {
    rm -rf "$HOME"
    make_home "$work/home"
}

recipe deliver "$(wrap "$heed")"
for sort in $message_sorts; do
    run "$work/messages/$sort"
    is $? 0 "deliver, $sort: exit 0"
    arrived_once "$sort" "$work/messages/$sort"
    tagged_once "$sort"
    is "$(without_marks "$(files_of "$sort")" | grep -ac '^From bounce@')" 0 "deliver, $sort: no mbox line"
done

empty
recipe filter "$(wrap "$heed")"
for sort in $message_sorts; do
    run "$work/messages/$sort"
    is $? 0 "filter, $sort: exit 0"
done
notmuch new --quiet
for sort in $message_sorts; do
    arrived_once "$sort" "$work/messages/$sort"
    file=$(files_of "$sort")
    is "$(sed '/^$/q' "$file" | grep -ac '^X-Heed: ')" 1 "filter, $sort: carries a verdict"
    case $(sed -n 's/^X-Heed: \([a-z]*\).*/\1/p' "$file" | head -n 1) in
    later) folder=later/new ;;
    suspect) folder=suspect/new ;;
    *) folder=new ;;
    esac
    is "${file%/*}" "$HOME/Mail/$folder" "filter, $sort: filed by its verdict"
done

# README's own lines, as somebody copies them.
copied() { # copied PROGRAM
    snippet "# maildrop" "$1" > "$work/mailfilter"
    chmod 600 "$work/mailfilter"
}
empty
copied "$(wrap "$heed")"
for sort in $message_sorts; do
    run "$work/messages/$sort"
    is $? 0 "README, $sort: exit 0"
    arrived_once "$sort" "$work/messages/$sort"
    tagged_once "$sort"
done
for failure in $failures; do
    empty
    copied "$work/failing/$failure"
    run "$work/messages/huge"
    is $? 75 "README, heed $failure: the mail server is told to keep the message"
    is "$(find "$HOME/Mail" -type f -not -path '*/.notmuch/*' | wc -l)" 0 "README, heed $failure: nothing half done"
done

for failure in $failures; do
    empty
    recipe deliver "$work/failing/$failure"
    run "$work/messages/huge"
    is $? 75 "deliver, heed $failure: the mail server is told to keep the message"
    is "$(find "$HOME/Mail" -type f -not -path '*/.notmuch/*' | wc -l)" 0 "deliver, heed $failure: nothing half done"

    recipe filter "$work/failing/$failure"
    for sort in ordinary huge; do
        run "$work/messages/$sort"
        is $? 0 "filter, heed $failure, $sort: exit 0"
    done
    notmuch new --quiet
    for sort in ordinary huge; do
        arrived_once "$sort" "$work/messages/$sort"
        is "$(dirname "$(files_of "$sort")")" "$HOME/Mail/new" "filter, heed $failure, $sort: in the inbox"
    done
done

# A place that takes nothing: the message must stay with the mail server.
empty
rm -rf "$HOME/Mail"
echo "in the way" > "$HOME/Mail"
recipe filter "$work/failing/tempfail"
run "$work/messages/ordinary"
is $? 75 "filter, no Maildir can be made: the mail server is told to keep the message"

finish
