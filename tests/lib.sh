# What the shell tests share: TAP, a mailbox of their own, made-up messages, and the comparison of a
# delivered file with what was sent. Source it; it ends the test's folders when the test ends.
# HEED names the binary under test.

set -u
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
heed=$(readlink -f "${HEED:-$root/heed}")
tests_run=0
tests_failed=0

skip_all() { echo "1..0 # SKIP $*"; exit 0; }

ok() { # ok STATUS DESCRIPTION
    tests_run=$((tests_run + 1))
    if [ "$1" -eq 0 ]; then
        echo "ok $tests_run - $2"
    else
        tests_failed=$((tests_failed + 1))
        echo "not ok $tests_run - $2"
        return 1
    fi
}

is() { # is GOT EXPECTED DESCRIPTION
    local same=1
    [ "$1" = "$2" ] && same=0
    ok $same "$3" && return
    note "got: $1" "expected: $2"
    return 1
}

note() { printf '%s\n' "$@" | sed 's/^/# /'; }

finish() {
    echo "1..$tests_run"
    [ "$tests_failed" -eq 0 ]
    exit
}

need() { # need COMMAND...: skips the whole test where one is missing
    local command
    for command in "$@"; do
        command -v "$command" >/dev/null || skip_all "$command is not installed"
    done
    [ -x "$heed" ] || skip_all "no $heed: run make first"
}

beside_heed() { # skips what has nothing of heed run, or not this one, where that was built with sanitizers
    [ -z "${SANITIZE:-}" ] || skip_all "sanitizers change nothing here: make check runs it"
}

need_more() { # need_more COMMAND...: as need, for heavier programs, which make check leaves out
    [ -n "${HEED_ALL:-}" ] || skip_all "make check-all gets what this needs: $*"
    need "$@"
}

unwrapped() { # unwrapped BLANKS: standard input, lines that go on below behind so many blanks or more joined again
    awk -v blanks="$1" '
        { match($0, /^ */) }
        NR > 1 && RLENGTH >= blanks && substr($0, RLENGTH + 1, 3) != "-> " { line = line " " substr($0, RLENGTH + 1); next }
        NR > 1 { print line }
        { line = $0 }
        END { if (NR) print line }'
}

# --- a mailbox of the test's own -------------------------------------------------------------------

work=$(mktemp -d "${TMPDIR:-/tmp}/heed-test.XXXXXX")
cleanups=()
clean_up() {
    local code=$? i
    for ((i = ${#cleanups[@]} - 1; i >= 0; i--)); do ${cleanups[i]}; done
    rm -rf "$work"
    return $code
}
trap clean_up EXIT
trap 'exit 130' INT TERM HUP

make_home() { # make_home DIR: an empty notmuch mailbox in DIR/Mail; exports where all settings are
    export HOME=$1 XDG_CONFIG_HOME=$1/.config XDG_STATE_HOME=$1/.local/state
    export XDG_CACHE_HOME=$1/.cache XDG_DATA_HOME=$1/.local/share NOTMUCH_CONFIG=$1/.notmuch-config
    unset NOTMUCH_PROFILE NOTMUCH_DATABASE MAILDIR XDG_RUNTIME_DIR
    mkdir -p "$HOME/Mail/cur" "$HOME/Mail/new" "$HOME/Mail/tmp" "$XDG_CONFIG_HOME/heed"
    cat > "$NOTMUCH_CONFIG" <<EOF
[database]
path=$HOME/Mail
[user]
name=Reader
primary_email=reader@home.example
[new]
tags=unread;inbox
[maildir]
synchronize_flags=false
EOF
    printf '[trust]\nauthserv-id=mx.home.example\n' > "$XDG_CONFIG_HOME/heed/config"
    notmuch new --quiet
}

make_account() { # make_account NAME HOME: until the test ends; tries again where another test has the accounts locked
    local i
    for i in 1 2 3 4 5; do
        useradd --system --user-group --no-create-home --home-dir "$2" --shell /bin/sh "$1" 2>/dev/null && break
        [ $i -lt 5 ] || skip_all "no user can be made here"
        pause 0.5
    done
    cleanups+=("remove_account $1")
}
remove_account() {
    local i
    for i in 1 2 3 4 5; do userdel "$1" 2>/dev/null && return; pause 0.5; done
}

copy_heed() { # copy_heed DIR: heed and its parts as installed below DIR, where any user may run them
    local parts
    parts=$(dirname "$heed")/../lib/heed
    mkdir -p "$1/bin" "$1/lib"
    cp "$heed" "$1/bin/heed"
    [ ! -d "$parts" ] || cp -r "$parts" "$1/lib/"
    chmod -R a+rX "$1/bin" "$1/lib"
}

# --- messages --------------------------------------------------------------------------------------

snippet() { # snippet BEGINS [PROGRAM]: README's block, or what stands in it below such a comment; PROGRAM runs as heed
    awk -v begins="$1" '/^```/ { inside = !inside; on = 0; first = 1; next }
        inside && index($0, begins) == 1 && (first || /^#/) { on = 1; if (/^#/) next }
        on && /^# / { on = 0 }
        { first = 0 }
        on' "$root/README.md" | sed "s|/usr/local/bin/heed|${2:-/usr/local/bin/heed}|g"
}

header() { # header ID FROM SUBJECT
    printf '%s\n' "Received: from out.$1.example by mx.home.example; Mon, 6 Jan 2025 10:00:00 +0000" \
        "From: $2" "To: reader@home.example" "Subject: $3" "Date: Mon, 6 Jan 2025 10:00:00 +0000" \
        "Message-ID: <$1@test.example>" "MIME-Version: 1.0"
}

make_messages() { # make_messages DIR: one file for each sort; its Message-ID is <SORT@test.example>
    mkdir -p "$1"
    {
        header ordinary "Jule <jule@sommerpost.example>" "Saturday"
        printf '%s\n' "Content-Type: text/plain; charset=us-ascii" "" "Are you around?" "" \
            "From there it is not far." ".a line with a dot" ""
    } > "$1/ordinary"
    {
        header promotional "Northcoat <deals@em.northcoat.example>" "LAST CHANCE: 70% off everything"
        printf '%s\n' "List-Unsubscribe: <https://click.northcoat.example/u/1>" "Precedence: bulk" \
            "Feedback-ID: 1:northcoat:house" "Content-Type: text/html; charset=utf-8" "" \
            "<p>Dear customer, save 70% now! <a href=\"https://click.northcoat.example/1\">SHOP</a></p>" \
            "<img src=\"https://click.northcoat.example/o.gif\" width=\"1\" height=\"1\">"
    } > "$1/promotional"
    {
        header eight-bit "Kl$(printf '\344')re <klaere@hof.example>" "Gr$(printf '\374\337')e, caf$(printf '\303\251')"
        printf 'Content-Transfer-Encoding: 8bit\n\nraw bytes: \344\366\374 \200\377 \303\251, no last line end'
    } > "$1/eight-bit"
    {
        header huge "Tom <tom@hazelbrook.example>" "All the pictures"
        printf '%s\n' "Content-Type: text/plain" ""
        awk 'BEGIN { for (i = 0; i < 30000; i++)
            printf "line %06d of a long letter, which goes on and on, and does not say much\n", i }'
    } > "$1/huge"
    {
        echo "From bounce@out.mbox.example Mon Jan  6 10:00:00 2025"
        header mbox "Sanjay <sanjay@northyard.example>" "With an envelope line"
        printf '%s\n' "" "Body." ""
    } > "$1/mbox"
}
message_sorts="ordinary promotional eight-bit huge mbox"

# The files that notmuch has for the message of SORT, one a line. Indexing goes on behind a delivery: who delivers without
# --wait calls indexed first.
files_of() { notmuch search --exclude=false --output=files "id:$1@test.example"; }

indexed() { # indexed: waits until no indexer is at work, and nothing is left for one
    local try
    for ((try = 0; try < 1000; try++)); do
        [ -z "$(find "$XDG_STATE_HOME/heed/plans" -name '*.plan' 2>/dev/null)" ] &&
            { [ ! -e "$XDG_STATE_HOME/heed/index.lock" ] || flock -n "$XDG_STATE_HOME/heed/index.lock" true; } && return
        sleep 0.02
    done
    return 1
}

# Writes FILE without the header fields heed adds, and without an mbox "From " line.
without_marks() {
    LC_ALL=C awk '
        NR == 1 && /^From / { next }
        body { print; next }
        /^\r?$/ { body = 1; print; next }
        tolower($0) ~ /^x-heed(-[a-z]+)?:/ { skip = 1; next }
        /^[ \t]/ && skip { next }
        { skip = 0; print }' "$1"
}

same_message() { # same_message SENT DELIVERED: byte for byte, apart from heed's own marks
    # awk ends each line, so whether the last one had an end is compared here.
    [ "$(tail -c 1 "$1" | od -An -c)" = "$(tail -c 1 "$2" | od -An -c)" ] ||
        [ -n "${adds_last_newline:-}" ] || return 1
    cmp -s <(without_marks "$1") <(without_marks "$2")
}

arrived_once() { # arrived_once SORT SENT: one file, complete, indexed
    local files
    indexed
    files=$(files_of "$1")
    if [ -z "$files" ] && [ -n "${SANITIZE:-}" ]; then
        # Under the sanitizers a large message takes longer to index than a delivery waits.
        "$heed" sync
        files=$(files_of "$1")
    fi
    is "$(printf '%s' "$files" | grep -c .)" 1 "$1: exactly one copy, and notmuch finds it"
    same_message "$2" "$files"
    ok $? "$1: byte for byte what was sent, apart from heed's fields" ||
        { diff <(without_marks "$2") <(without_marks "$files") | head -n 10 | sed 's/^/# /'; }
}

tagged_once() { # tagged_once SORT: judged into one place, and unread
    local places
    places=$(notmuch search --exclude=false --output=tags "id:$1@test.example" | grep -cE '^(inbox|later|suspect)$')
    is "$places" 1 "$1: in one place"
    is "$(notmuch count --exclude=false "id:$1@test.example and tag:unread")" 1 "$1: unread"
}

# --- waiting, and being waited for ---------------------------------------------------------------------

exec {never}<> <(:) # where nothing ever comes
pause() { read -r -t "$1" -u "$never" || :; } # pause SECONDS: without a process for it
wait_for() { # wait_for COMMAND...: until it succeeds, at most 60 s
    local end=$((SECONDS + 60))
    until "$@"; do
        [ "$SECONDS" -lt "$end" ] || return 1
        pause 0.05
    done
}

hold_index() { # somebody else writes to the index of $HOME/Mail, until let_go: has Xapian's lock, as Xapian takes it
    local parent=$BASHPID
    [ -p "$work/held" ] || mkfifo "$work/held"
    python3 -c 'import fcntl, os, struct, sys, time
fd = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT)
fcntl.fcntl(fd, 37, struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, 0, 1, 0))  # F_OFD_SETLK, of its first byte
print("held", flush=True)
while os.getppid() == int(sys.argv[2]): time.sleep(0.2)' "$HOME/Mail/.notmuch/xapian/flintlock" "$parent" > "$work/held" &
    holder=$!
    read -r _ < "$work/held"
}
let_go() { kill "$holder"; wait "$holder" 2>/dev/null; }

# --- programs that fail ------------------------------------------------------------------------------

make_failures() { # make_failures DIR: stand-ins for heed in trouble
    mkdir -p "$1"
    printf '#!/bin/sh\ncat >/dev/null\nexit 75\n' > "$1/tempfail"
    printf '#!/bin/sh\ncat >/dev/null\nexit 70\n' > "$1/internal"
    printf '#!/bin/sh\nkill -9 $$\n' > "$1/crash"
    printf '#!/bin/sh\nhead -c 20\nkill -9 $$\n' > "$1/half"
    chmod +x "$1"/*
}
failures="missing tempfail internal crash half"
