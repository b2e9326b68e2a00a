#!/bin/bash
# One person who turns heed off, or has it write headers only: deliver, filter, tag --new and the verb itself.
. "$(dirname "$0")/lib.sh"
need notmuch
make_home "$work/home"
make_messages "$work/messages"
printf '[placement]\nlater = 100\npatience = 0\ndoubt = 0\n' >> "$XDG_CONFIG_HOME/heed/config"
offer=$work/messages/promotional
offered() { # offered ID [FILE]: the offer under that id, with a header that somebody made up
    sed -e "s/^Message-ID: .*/Message-ID: <$1@test.example>/" -e '1i\' -e 'X-Heed: suspect' "$offer"
}
tags_of() { notmuch search --exclude=false --output=tags "id:$1@test.example" | paste -sd' '; }
verdict_of() { sed -n 's/^X-Heed: //p; /^$/q' "$(files_of "$1")"; }

is "$("$heed" mode)" on "heed mode: on, as it comes"
offered on | "$heed" deliver --wait
is "$?:$(tags_of on)" "0:later unread" "the offer goes to later"

"$heed" mode headers > "$work/out"
is "$?:$("$heed" mode)" "0:headers" "heed mode headers"
offered headers | "$heed" deliver --wait
is "$?:$(tags_of headers)" "0:inbox unread" "it stays in the inbox"
[[ $(verdict_of headers) == 'inbox; would=later; useful='* ]]
ok $? "and its header says where it would be" || note "$(verdict_of headers)"
"$heed" filter < "$(files_of headers)" > "$work/again"
cmp -s "$(files_of headers)" "$work/again"
ok $? "under a seal that holds"
printf 'everything -> suspect folder "Away" +gone\n' > "$XDG_CONFIG_HOME/heed/rules"
offered ruled | "$heed" deliver --wait
is "$?:$(tags_of ruled):$(verdict_of ruled | grep -c 'would=suspect; .*rule=rules:1')" "0:inbox unread:1" "rules put it nowhere either"
rm "$XDG_CONFIG_HOME/heed/rules"
offered past | notmuch insert
"$heed" tag --new
is "$?:$(tags_of past)" "0:inbox unread" "nor does tag --new, what came past heed"

"$heed" mode off > "$work/out"
ok $? "heed mode off"
offered off | "$heed" filter > "$work/out"
is "$?:$(diff <(offered off | sed 1d) "$work/out")" "0:" "filter: what came, without what looks like heed's"
offered off | "$heed" deliver --wait
is "$?:$(tags_of off)" "0:inbox unread" "deliver: in the inbox"
is "$(diff <(offered off | sed 1d) "$(files_of off)")" "" "as it came, without a header"
offered past2 | notmuch insert
"$heed" tag --new
is "$?:$(tags_of off):$(tags_of past2)" "0:inbox unread:inbox unread" "and there tag --new leaves them"
"$heed" mode on > "$work/out"
"$heed" tag --new
is "$?:$(tags_of off)" "0:inbox unread" "also when it is on again"
"$heed" mode of 2> "$work/err"
is "$?" 64 "a word that is none"
grep -q 'it takes on, headers or off' "$work/err"
ok $? "and which there are"
finish
