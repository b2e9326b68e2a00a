#!/bin/bash
# Mailboxes of earlier versions (tests/fixture), as today's program finds them: nothing is lost, all is
# understood. The other way round, what a later version has made of the book is left alone.
. "$(dirname "$0")/lib.sh"
need notmuch sqlite3
. "$root/tests/fixture/lib.sh"
sqlite3 :memory: "SELECT '{}'->>'a'" > /dev/null 2>&1 || skip_all "sqlite3 is older than 3.38"
export TZ=UTC # days are named as they were where the mailboxes were made

same() { # same DESCRIPTION EXPECTED GOT: two files
    diff "$2" "$3" > "$work/differs"
    ok $? "$1" || head -n 40 "$work/differs" | sed 's/^/# /'
}
hold() { # hold FILE DESCRIPTION: what is true of the mailbox stands in FILE, each sort of fact for itself
    local sort
    figures > "$work/now"
    while read -r sort; do
        same "$2: $sort" <(grep "^$sort " "$1") <(grep "^$sort " "$work/now")
    done < <(cut -d ' ' -f 1 "$1" | uniq)
}
runs() { # runs VERB...: exit code and last line of what it says
    "$heed" "$@" > "$work/out" 2>&1 < /dev/null
    echo "$?:$(tail -n 1 "$work/out")"
}
tags_of() { notmuch search --exclude=false --output=tags "id:$1" | paste -sd ,; }
waited() { notmuch count --exclude=false 'mid:"/^(waiting[12]|missed2?)@test.example$/"'; }
letter() { # letter ID FROM TO SUBJECT: new mail, proven, in $work/letter
    printf '%s\n' "Authentication-Results: mx.home.example; dmarc=pass header.from=${2#*@}" \
        "Received: from out.example ([192.0.2.9]) by mx.home.example; $(date -R)" "From: $2" "To: $3" \
        "Subject: $4" "Date: $(date -R)" "Message-ID: <$1@test.example>" "" "There is something new." \
        > "$work/letter"
}
detail() { # detail CODE: what that finding says of $work/letter
    "$heed" why --json "$work/letter" > "$work/json" 2> /dev/null
    fixture_query "SELECT f.value->>'detail' FROM json_each(readfile('$work/json'), '\$.findings') f
        WHERE f.value->>'code' = '$1' LIMIT 1"
}

# --- a mailbox of before -----------------------------------------------------------------------------

followed() { # what was known is there, what was left undone is done
    is "$(runs check)" "0:rules: ok (3)" "$from: settings and rules are understood"
    hold "$fixture/figures" "$from, as it was left"
    is "$(runs sync)" "0:" "$from: sync finds nothing wrong"
    hold "$fixture/figures.synced" "$from, after a sync"
    [[ $(runs doctor) == "0:0 problems"* ]]
    ok $? "$from: doctor finds no problem" || sed 's/^/# /' "$work/out"
    notmuch dump > "$work/before"
    is "$(runs sync)" "0:" "$from: another sync"
    same "$from: which changes nothing" "$work/before" <(notmuch dump)
}

# What an index does not tell, and what it tells again whatever is known of kinds, names and orders by then.
# Times of arrival are then read from the header.
lasting() {
    grep -E '^(sender|alias|index|book (contacts|times|her|vanished|answered|placed|not)) ' "$1" |
        sed 's/ last [0-9]*//'
}
looked_back() {
    runs init > "$work/said"
    is "$(cut -d : -f 1 "$work/said")" 0 "$from: init" || sed 's/^/# /' "$work/out"
    { figures_senders; figures_aliases; figures_book; figures_index; } > "$work/now"
    same "$from: init keeps what was known" <(lasting "$fixture/figures.synced") <(lasting "$work/now")
}

taken_back() { # what tag --apply did, as UNDO says, but for one message that she has changed since
    sed '1d; /^end$/d; s/%40/@/; s/%25/%/' "$1" > "$work/applied"
    [ "$(wc -l < "$work/applied")" -ge 10 ]
    ok $? "$from: there is something to take back"
    local id tags hers
    read -r hers _ < "$work/applied"
    notmuch tag +kept -- "id:$hers"
    tags=$(tags_of "$hers")
    is "$(runs tag --undo | cut -d : -f 1)" 0 "$from: tag --undo" || sed 's/^/# /' "$work/out"
    is "$(tags_of "$hers")" "$tags" "$from: which leaves alone what is hers"
    sed 1d "$work/applied" | while read -r id tags _; do echo "$id $tags"; done > "$work/expected"
    same "$from: and takes back the rest" "$work/expected" \
        <(while read -r id _; do echo "$id $(tags_of "$id")"; done < "$work/expected")
}

delivered() { # new mail, before any sync
    letter new jule@sommerpost.example robin@home.example "Monday, then"
    "$heed" deliver --wait < "$work/letter" > "$work/out" 2>&1
    is "$?:$(cat "$work/out")" "0:" "$from: mail is delivered, and nothing is wrong"
    arrived_once new "$work/letter"
    is "$(grep -cE '^X-Heed: .*(without-history|unjudged)' "$(files_of new)")" 0 \
        "$from: judged by what is known"
    is "$(detail contact.written)" "you wrote to jule@sommerpost.example 4 times, last on 3 Jun 2025" \
        "$from: whom she wrote to is known"
    is "$(runs sync):$(waited)" "0::4" "$from: what waited is indexed, too"
}

keys() { # they still hold what they have made
    local velora id
    velora=$(sed -n 's/^alias \([^ ]*\) velora.com .*/\1/p' "$fixture/figures" | head -n 1)
    is "$("$heed" alias new velora.com)" "$velora" "$from: the same alias for the same organisation"
    is "$(runs alias check "$velora" velora.com | cut -d : -f 1)" 0 "$from: which is known"
    letter leaked news@another.example "$velora" "News"
    is "$(detail alias.leak | grep -c 'velora\.com')" 1 "$from: and tells who passed it on"
    is "$("$heed" key | grep -cE '  (used|accepted)$')" 2 "$from: both keys of seals are there"
    # Verdicts hold for some days only, so the clock is turned back to them.
    if ! command -v faketime > /dev/null || [ -n "${SANITIZE:-}" ]; then
        echo "ok $((++tests_run)) - $from: verdicts # SKIP no faketime, or sanitizers come first"
        return
    fi
    for id in ordinary rotated; do
        faketime "2025-06-05 12:00:00" "$heed" filter < "$(files_of $id)" | cmp -s - "$(files_of $id)"
        ok $? "$from: the verdict on $id is kept, byte for byte, where it comes by again"
    done
}

for fixture in "$root"/tests/fixture/[0-9]*/; do
    fixture=${fixture%/} from=$(basename "$fixture")
    fixture_unpack "$fixture" "$work/$from"
    cp "$XDG_STATE_HOME/heed/tag.undo" "$work/undo"
    followed
    looked_back
    taken_back "$work/undo"
    fixture_unpack "$fixture" "$work/$from-live"
    delivered
    keys
done
[ -n "${from:-}" ]
ok $? "there are mailboxes of before"

# --- a book of tomorrow ------------------------------------------------------------------------------

version=$(fixture_sql "PRAGMA user_version")
newer="of a newer heed ($((version + 1)))"
fixture_sql "CREATE TABLE tomorrow(what)" "PRAGMA user_version = $((version + 1))" \
    "PRAGMA wal_checkpoint(TRUNCATE)" > /dev/null
rm -f "$(fixture_book)"-*
cp "$(fixture_book)" "$work/tomorrow.db"
untouched() { # untouched WHO
    cmp -s "$work/tomorrow.db" "$(fixture_book)" && [ ! -s "$(fixture_book)-wal" ] &&
        [ -z "$(ls "$(fixture_book)".* 2> /dev/null)" ]
    ok $? "$1: the book is as it was, byte for byte" || cp "$work/tomorrow.db" "$(fixture_book)"
}

letter tomorrow jule@sommerpost.example robin@home.example "Tuesday"
"$heed" deliver --wait < "$work/letter" > "$work/out" 2>&1
is "$?:$(grep -cF "$newer" "$work/out")" "0:1" "deliver goes on, and says so" || sed 's/^/# /' "$work/out"
untouched deliver
file=$(grep -rl '<tomorrow@test.example>' "$HOME/Mail" --exclude-dir=.notmuch)
same_message "$work/letter" "$file"
ok $? "the message is stored once, byte for byte" || note "$file"
is "$(grep -c '^X-Heed: .*without-history' "$file")" 1 "judged without history" || note "$(head -n 3 "$file")"
"$heed" filter < "$work/letter" > "$work/filtered" 2> "$work/out"
is "$?:$(grep -cF "$newer" "$work/out"):$(grep -c '^X-Heed: .*without-history' "$work/filtered")" "0:1:1" \
    "filter goes on, and says so"
untouched filter
for verb in sync init "tag --new" "tag --apply from:aerolune.example" "why $work/letter" \
    senders "alias list" "alias new other.example" "filters --learned" "filters --forget"; do
    name=${verb%% /*}
    said=$(runs $verb)
    [[ $said == "78:"*"$newer" ]]
    ok $? "$name ends, and says why" || note "$said"
    untouched "$name"
done
is "$(runs status | tail -n 1 | grep -c '^0:')" 1 "status says what it can"
[[ $(runs doctor) == "1:"* ]] && grep -qF "$newer" "$work/out"
ok $? "doctor says so"
untouched "status, doctor"
fixture_sql "DROP TABLE tomorrow" "PRAGMA user_version = $version" > /dev/null
is "$(runs sync):$(notmuch count --exclude=false id:tomorrow@test.example)" "0::1" \
    "and back: what came meanwhile is found"

# --- books of before 0.1.0 ---------------------------------------------------------------------------
# What each version has beyond the one before it, taken away again.
older() { # older VERSION
    [ "$1" -gt 5 ] || fixture_sql "ALTER TABLE waiting DROP COLUMN tries"
    [ "$1" -gt 4 ] || fixture_sql "DROP TABLE business"
    [ "$1" -gt 3 ] || fixture_sql "ALTER TABLE waiting DROP COLUMN tags"
    [ "$1" -gt 2 ] || fixture_sql "DROP TABLE alias; DROP TABLE alias_use"
    [ "$1" -gt 1 ] || fixture_sql "DROP TABLE name; DROP INDEX message_relation;
        ALTER TABLE message DROP COLUMN fingerprint; ALTER TABLE message DROP COLUMN stranger"
    fixture_sql "PRAGMA user_version = $1"
}
known() { # the rest came with later versions
    grep -E '^(sender|status|book (contacts|times|her|vanished|answered|placed|undecided|not)) ' "$1"
}
fixture=$root/tests/fixture/0.1.0
for version in 5 4 3 2 1; do
    fixture_unpack "$fixture" "$work/book-$version"
    older $version
    { figures_senders; figures_status; figures_book; } > "$work/now"
    same "a book of version $version: all is there" <(known "$fixture/figures") <(known "$work/now")
    is "$(runs sync):$(waited)" "0::4" "a book of version $version: sync goes on with it"
done
finish
