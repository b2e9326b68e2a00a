#!/bin/bash
# A made-up year of mail, judged before your eyes: makes a mailbox in a temporary folder, lets heed look
# back over it, delivers the next day's mail live and shows what became of it. Leaves nothing behind.
# HEED names the binary; ./heed otherwise. DEMO_SEED and DEMO_LANGUAGE (en, de) make other worlds.
set -euo pipefail

heed=$(readlink -f "${HEED:-./heed}")
[ -x "$heed" ] || { echo "demo: no $heed: run make first" >&2; exit 1; }
command -v notmuch >/dev/null || { echo "demo: notmuch is not installed: run make deps" >&2; exit 1; }

home=$(mktemp -d "${TMPDIR:-/tmp}/heed-demo.XXXXXX")
trap 'rm -rf "$home"' EXIT
trap 'exit 130' INT TERM HUP
began=$SECONDS

# Nothing of the reader's own mail or settings takes part.
export HOME=$home XDG_CONFIG_HOME=$home/config XDG_STATE_HOME=$home/state XDG_CACHE_HOME=$home/cache
export XDG_DATA_HOME=$home/data XDG_RUNTIME_DIR=$home/run NOTMUCH_CONFIG=$home/world/notmuch-config
unset NOTMUCH_PROFILE NOTMUCH_DATABASE MAILDIR
mkdir -p -m 700 "$XDG_CONFIG_HOME/heed" "$XDG_RUNTIME_DIR"
printf '[trust]\nauthserv-id=mx.home.example\n' > "$XDG_CONFIG_HOME/heed/config"
export LC_ALL=C.UTF-8

bold='' dim='' plain=''
if [ -t 1 ]; then bold=$'\e[1m' dim=$'\e[2m' plain=$'\e[0m'; fi

fail() { echo "demo: $*" >&2; exit 1; }
title() { printf '\n%s%s%s\n' "$bold" "$*" "$plain"; }

# Text cut or padded to a width in characters (printf counts bytes).
fit() {
    local text=$1 width=$2
    text=$(cut_short "$text" "$width")
    printf '%s%*s' "$text" $((width - ${#text})) ''
}
cut_short() { # behind a whole word, where there is room for some
    local head=${1:0:$2-1}
    (( ${#1} <= $2 )) && { printf '%s' "$1"; return; }
    (( $2 < 30 )) || head=${head% *}
    printf '%s…' "$head"
}

field() { sed -n "/^\$/q; s/^$2: *//Ip" "$1" | head -n 1; }

title "1. A year of a made-up consumer's mail"
"$heed" simulate --seed "${DEMO_SEED:-1}" --language "${DEMO_LANGUAGE:-en}" --now "$(date +%s)" "$home/world"
notmuch new --quiet
notmuch tag --batch < "$home/world/tags"
echo "$(notmuch count --exclude=false '*') messages, of which she read $(notmuch count --exclude=false 'not tag:unread and not tag:sent')," \
     "answered $(notmuch count tag:replied) and deleted $(notmuch count --exclude=false tag:deleted)."

title "2. heed init: look back once"
"$heed" init < /dev/null # asks nothing

title "3. The next day's mail, delivered live"
rows=$home/rows
: > "$rows"
for letter in "$home"/world/tomorrow/*.eml; do
    id=$(field "$letter" Message-ID)
    id=${id#<} id=${id%>}
    "$heed" deliver --wait < "$letter" || fail "$letter: heed deliver failed"
    file=$(notmuch search --exclude=false --output=files "id:$id" | head -n 1)
    [ -n "$file" ] || fail "$letter: delivered, but notmuch does not find it"
    verdict=$(field "$file" X-Heed)
    [ -n "$verdict" ] || fail "$letter: delivered without a verdict"
    header=$(notmuch show --exclude=false --format=text --body=false "id:$id")
    who=$(sed -n 's/^From: *//p' <<< "$header" | sed 's/ *<[^>]*>$//; s/"//g')
    subject=$(sed -n 's/^Subject: *//p' <<< "$header")
    why=$("$heed" why --brief "id:$id") || fail "$letter: heed why failed"
    why=${why#*; } # the table says the placement at delivery; what it would be now may differ by a hair
    truth=$(awk -F'\t' -v f="tomorrow/${letter##*/}" '$1 == f {print $4 "\t" $5}' "$home/world/truth.tsv")
    printf '%s\t%s\t%s\t%s\t%s\t%s\n' "${verdict%%;*}" "$id" "$who" "$subject" "$why" "$truth" >> "$rows"
done

for place in priority inbox later suspect; do
    count=$(awk -F'\t' -v p=$place '$1 == p' "$rows" | wc -l)
    [ "$count" -gt 0 ] || continue
    printf '\n%s%s (%s)%s\n' "$bold" "$place" "$count" "$plain"
    awk -F'\t' -v p=$place '$1 == p' "$rows" | while IFS=$'\t' read -r _ _ who subject why _ _; do
        printf '  %s  %s\n' "$(fit "$who" 20)" "$(cut_short "$subject" 56)"
        printf '  %20s  %s%s%s\n' '' "$dim" "$(cut_short "$why" 56)" "$plain"
    done
done
awk -F'\t' '
    $7 >= 0.5 { wanted++; lost += $1 == "later" || $1 == "suspect" }
    $7 < 0.1  { noise++; away += $1 == "later" || $1 == "suspect" }
    END { printf "\nOf %d she would want, %d were put aside; of %d she would not, %d were;\n%d she may want or not.\n",
                 wanted, lost, noise, away, NR - wanted - noise }' "$rows"

# One that was put aside although its sender used to be good, if there is one.
pick=$(awk -F'\t' '$1 == "later" {print ($6 == "decaying" ? 0 : 1) "\t" $2}' "$rows" | sort -sn | head -n 1 | cut -f 2)
if [ -n "$pick" ]; then
    title "4. Why, in full: one that was put aside"
    "$heed" why "id:$pick"
fi

title "5. The relationships that help most"
"$heed" senders --sort=-useful --limit=5
title "6. and those that help least"
"$heed" senders --sort=useful --limit=5

missing=$(($(find "$home/world/tomorrow" -name '*.eml' | wc -l) - $(wc -l < "$rows")))
[ "$missing" -eq 0 ] || fail "$missing messages are missing"
printf '\n%sDone in %d s. %s is removed again.%s\n' "$dim" $((SECONDS - began)) "$home" "$plain"
