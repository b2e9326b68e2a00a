#!/bin/bash
# What was delivered is entered as what sync or init meets: the order that it tells of, and for her own mail whom she
# wrote to and what she answered. No init in between, which would learn it from the index.
. "$(dirname "$0")/lib.sh"
need notmuch python3
make_home "$work/home"

codes() { # codes FILE: what heed finds in it, one a line
    "$heed" why --json "$1" | python3 -c 'import json,sys; print(*[f["code"] for f in json.load(sys.stdin)["findings"]], sep="\n")'
}
has() { case $'\n'$(codes "$1")$'\n' in *$'\n'"$2"$'\n'*) echo yes ;; *) echo no ;; esac; }
written() { "$heed" why "$1" | grep -o 'contact.written .*'; }
columns() { # columns ORGANISATION COLUMN...: of heed senders
    "$heed" senders --json "$1" | python3 -c 'import json,sys; rows = json.load(sys.stdin)
print(*[rows[0][c] for c in sys.argv[1:]] if rows else ["none"])' "${@:2}"
}

# --- the business that mail is about -----------------------------------------------------------------------

from_shop() { # from_shop ID DOMAIN DAYS SUBJECT TEXT
    printf '%s\n' "Received: from out.$2 by mx.home.example; $(date -R -d "-$3 days")" "From: Shop <service@$2>" \
        "To: reader@home.example" "Subject: $4" "Date: $(date -R -d "-$3 days")" "Message-ID: <$1@test.example>" "" "$5"
}
receipt="Thank you for your order. Order number: AB-7741230. Total: 49.90 EUR. We will ship it soon."
question="Your order AB-7741230 is late. Please call us."
from_shop later.1 velora.example 0 "About AB-7741230" "$question" > "$work/later"
from_shop other.1 velora.example 0 "About AB-5550001" "Your order AB-5550001 is late. Please call us." > "$work/other"
from_shop alien.1 bazaar.example 0 "About AB-7741230" "$question" > "$work/alien"

is "$(has "$work/later" generic.business)" no "a number that nobody has told of is nobody's business"
from_shop order.1 velora.example 3 "Your order confirmation AB-7741230" "$receipt" | "$heed" deliver --wait
is "$(notmuch search --output=tags id:order.1@test.example | grep -cx 'unread')" 1 "the receipt is delivered"
is "$(has "$work/later" generic.business)" yes "a receipt that was delivered tells of the order"
is "$(has "$work/other" generic.business)" no "not of another one"
is "$(has "$work/alien" generic.business)" no "nor does it when somebody else names the number"
"$heed" why "$work/later" | unwrapped 12 > "$work/out"
grep -q "generic.business .* ab-7741230, known since $(date -d '-3 days' '+%-d %b %Y')" "$work/out"
ok $? "and says since when" || note "$(grep business "$work/out")"
"$heed" deliver --wait < "$work/later"
sed -n '/^X-Heed-Why:/,/^[^ \t]/p' "$(files_of later.1)" | grep -q generic.business
ok $? "mail that is delivered after it is judged by it"
from_shop order.2 velora.example 3 "Your order confirmation AB-5550001" "${receipt/AB-7741230/AB-5550001}" |
    "$heed" filter > "$HOME/Mail/cur/order2:2,"
is "$(has "$work/other" generic.business)" no "what was only passed on is not in the book"
notmuch new --quiet
"$heed" sync
is "$(has "$work/other" generic.business)" yes "until sync meets it"

# --- a copy of her own mail --------------------------------------------------------------------------------

by_her() { # by_her ID TO ANSWERS [FIELD...]: as programs store copies of what they send; it never travelled
    printf '%s\n' "${@:4}" "From: Reader <reader@home.example>" "To: $2" "Subject: Re: A question" "Date: $(date -R)" \
        "Message-ID: <$1@home.example>" "In-Reply-To: <$3@test.example>" "References: <$3@test.example>" "" "Yes, gladly."
}
from_person() { # from_person ID ADDRESS [FIELD...]
    printf '%s\n' "Received: from out.${2#*@} by mx.home.example; $(date -R)" "From: A Person <$2>" \
        "To: reader@home.example" "Subject: A question" "Date: $(date -R)" "Message-ID: <$1@test.example>" "${@:3}" "" \
        "Do you have time on Friday?"
}
from_person again.1 ann@person.example > "$work/again"
from_person reply.1 bob@person.example "In-Reply-To: <sent.1@home.example>" > "$work/reply"

from_person asked.1 ann@person.example | "$heed" deliver --wait
from_person asked.2 bob@friend.example | "$heed" deliver --wait
"$heed" sync
is "$(has "$work/again" contact.written):$(columns person.example answered undecided)" "no:0 1" "she has not written yet"
by_her sent.1 ann@person.example asked.1 | "$heed" deliver --wait
is "$(notmuch count --exclude=false id:sent.1@home.example)" 1 "her copy is delivered"
is "$(has "$work/again" contact.written)" yes "whom she wrote to is known at once"
is "$(has "$work/reply" contact.answer)" yes "and what answers hers is an answer"
"$heed" sync
is "$(columns person.example answered undecided)" "1 0" "what she answered counts as answered"
is "$(columns home.example received)" none "and hers counts as nothing that came"
is "$(columns friend.example answered undecided)" "0 1" "what she did not answer does not"
written "$work/again" > "$work/before"
"$heed" deliver --wait < <(by_her sent.1 ann@person.example asked.1)
"$heed" sync
written "$work/again" > "$work/after"
test -s "$work/before" && cmp -s "$work/before" "$work/after"
ok $? "a second copy counts once" || note "$(cat "$work/before" "$work/after")"

# Threads are the index's: sync tells the book of the one that she wrote in. Who is of the house that she wrote to may
# write there; who only knows a Message-ID may not.
from_person thread.1 carl@person.example "References: <asked.1@test.example>" > "$HOME/Mail/cur/thread1:2,"
notmuch new --quiet
is "$(has "$HOME/Mail/cur/thread1:2," contact.thread)" yes "a thread that she wrote in is hers"
from_person thread.2 carl@elsewhere.example "References: <asked.1@test.example>" > "$work/stranger"
is "$(has "$work/stranger" contact.thread)" no "but not for anybody"

# From her address, but from outside and unproven: anybody can write that.
by_her forged.1 victim@spam.example asked.2 "Received: from out.spam.example by mx.home.example; $(date -R)" |
    "$heed" deliver --wait
"$heed" sync
from_person victim.1 victim@spam.example > "$work/victim"
is "$(has "$work/victim" contact.written):$(columns friend.example answered undecided)" "no:0 1" \
    "mail in her name teaches nothing"
finish
