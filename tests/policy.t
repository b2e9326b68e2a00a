#!/bin/bash
# A site's policy: settings for a domain and for a group, what is final, rules that always hold, and users who turn heed off
# or have it write headers only.
. "$(dirname "$0")/lib.sh"
. "$root/tests/lmtp/between.sh"

user_file=$work/users/home.example/ann/.config/heed/config
mkdir -p "${user_file%/*}" "$work/users/away.example/tom"
[ -z "$as" ] || chown -R heedtest$$: "$work/users"
ask() { # ask USER: heed check -v, in $work/out and $work/err
    $as "$work/bin/heed" user "$1" check -v > "$work/out" 2> "$work/err"
}
holds() { # holds USER SECTION KEY VALUE WHAT
    ask "$1"
    is "$(sed -n "s/^  \[$2\] $3 = //p" "$work/out")" "$4" "$5"
}
says() { # says WHAT EXPECTED...: a line of what was said last
    local what=$1
    shift
    grep -qF -- "$*" <(unwrapped 4 < "$work/err")
    ok $? "$what" || note "expected: $*" "$(cat "$work/err")"
}

# --- domains and groups ------------------------------------------------------------------------------------
policy() { settings; cat >> "$work/site/config"; }
policy <<EOP
[group staff]
members = bob@home.example; tom@away.example; %$($as id -gn)
placement.later = 11
[domain home.example]
placement.later = 7
folders.later = Later
[placement]
later = 5
suspect = 15
EOP
holds new@else.example placement later '5 (default 20)' "the site's setting, for who has no section"
holds ann@home.example placement later '7 (default 20)' "the domain's, wherever it stands in the file"
holds ann@home.example folders later 'Later (default empty)' "and its others"
holds ann@home.example placement suspect '15 (default 20)' "what it does not say is the site's"
holds bob@home.example placement later '11 (default 20)' "the group's goes before the domain's"
holds TOM@Away.example placement later '11 (default 20)' "whoever is a member"
HOME=$work $as "$work/bin/heed" check -v 2>/dev/null | grep -qF '[placement] later = 11 (default 20)'
ok $? "a group of the system, for who runs heed without a table"
printf '[placement]\nlater = 3\n' > "$user_file"
holds ann@home.example placement later '3 (default 20)' "the user's own goes before all"

# --- final -------------------------------------------------------------------------------------------------
policy <<EOP
final = placement.later; trust
[placement]
later = 5
EOP
sed -i '/^final/d; s/^size = 2$/&\nfinal = placement.later; trust/' "$work/site/config"
printf '[placement]\nsuspect = 12\n later = 3\n[trust]\nauthserv-id = mine.example\n' > "$user_file"
holds ann@home.example placement later '5 (default 20) (final)' "what is final users cannot set"
says "and it is said where" "$user_file:3:2: final: the site's settings hold; ignored"
says "a whole section is final" "$user_file:5:1: final: the site's settings hold; ignored"
holds ann@home.example placement suspect '12 (default 20)' "what is not final they set"
$as "$work/bin/heed" user ann@home.example doctor > "$work/out" 2>/dev/null
grep -qF "problem settings $user_file:3:2: final" <(tr -s ' \n' ' ' < "$work/out")
ok $? "doctor says it, too" || note "$(head -n 5 "$work/out")"
make_messages "$work/messages"
chmod 644 "$work"/messages/*
$as "$work/bin/heed" user ann@home.example filter < "$work/messages/ordinary" > "$work/passed"
is "$?:$(grep -c '^X-Heed: .*settings-skipped=2' "$work/passed")" "0:1" "mail goes on, and its header counts them"
printf '[site]\nfinal =\n[domain home.example]\nplacement.later = 1\n' > "$user_file"
holds ann@home.example placement later '5 (default 20) (final)' "nobody can lift it"
says "[site] is the site's" "$user_file:2:1: [site] is of the site's settings alone; ignored"
says "and so are sections of others" "$user_file:3:2: [domain home.example] is of the site's settings alone; ignored"
rm "$user_file"
policy <<EOP
[group pupils]
members = ann@home.example
site.final = placement
EOP
printf '[placement]\nlater = 3\n' > "$user_file"
holds ann@home.example placement later '20 (final)' "what is final for a group"
rm "$user_file"

# --- mistakes ----------------------------------------------------------------------------------------------
policy <<EOP
[domian home.example]
[domain]
[domain else.example]
placement.latre = 3
later = 3
placement.later = many
site.store = /run/x
[group none]
placement.later = 3
[group gone]
members = %no-such-group$$
EOP
sed -i 's/^size = 2$/&\nfinal = placement.latr; trust/' "$work/site/config"
mistakes=$work/site/config
line() { grep -nxF "$1" "$mistakes" | cut -d: -f1; }
holds ann@home.example trust authserv-id 'mx.home.example (default empty) (final)' "of final what can be read holds"
says "a setting that is none, and what was meant" \
    "$mistakes:$(line 'final = placement.latr; trust'):1: unknown setting \"placement.latr\", did you mean placement.later?"
says "a section that is none" "$mistakes:$(line '[domian home.example]'):2: unknown section [domian home.example], did you mean [domain]?"
says "one that names nobody" "$mistakes:$(line '[domain]'):2: expected [domain example.org] or [group name]"
says "a key that is none, in a section of others" \
    "$mistakes:$(line 'placement.latre = 3'):1: unknown setting \"placement.latre\", did you mean placement.later?"
says "one without its section" "$mistakes:$(line 'later = 3'):1: unknown setting \"later\""
says "a value that is none" "$mistakes:$(line 'placement.later = many'):1: \"many\" is not a number"
says "what is the same for all" "$mistakes:$(line 'site.store = /run/x'):1: [site] is the same for all; ignored"
says "a group of nobody" "$mistakes:$(line '[group none]'):2: a group needs members"
says "a group that the system does not have" \
    "$mistakes:$(line "members = %no-such-group$$"):1: the system has no group \"no-such-group$$\""

# --- turned off, or headers only ---------------------------------------------------------------------------
settings
make_histories
start_store
start_heed
checks "$root/tests/lmtp/policy.py" "$work/lmtp" "$work/got" "$work/state" "$work/site" "$work/users/home.example" $as "$work/bin/heed"
finish
