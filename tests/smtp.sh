# What the tests of mail servers share: a client that sends by SMTP on loopback, and what must be true of a
# message that came through. Source it after lib.sh; the test sets "user" and starts a server on "port".

as_user() {
    (cd "$work/home" && runuser -u "$user" -- env -i PATH="$PATH" LC_ALL=C.UTF-8 HOME="$work/home" "$@")
}

port_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
ports_given=
free_ports() { # free_ports NAME...: variables, each a port that nobody listens at
    local name number
    for name in "$@"; do
        for _ in 1 2 3 4 5 6 7 8 9 10; do
            number=$((20000 + RANDOM % 10000))
            [[ $ports_given != *" $number "* ]] && port_free $number && break
        done
        ports_given+=" $number "
        declare -g "$name=$number"
    done
}
free_ports port

answer() { # answer CODE: reads the server's reply, which must begin with CODE
    local line
    while IFS= read -r -t 20 line <&3; do
        [ "${line:3:1}" = "-" ] || break
    done
    [ "${line:0:1}" = "$1" ] || { note "SMTP: expected $1, got $line"; return 1; }
}

send() { # send FILE RECIPIENT [SENDER]
    local status=0
    exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
    answer 2 && printf 'EHLO test.example\r\n' >&3 && answer 2 &&
        printf 'MAIL FROM:<%s> BODY=8BITMIME\r\n' "${3-jule@sommerpost.example}" >&3 && answer 2 &&
        printf 'RCPT TO:<%s>\r\n' "$2" >&3 && answer 2 && printf 'DATA\r\n' >&3 && answer 3 &&
        { LC_ALL=C sed 's/^\./../; s/$/\r/' "$1"; [ -z "$(tail -c 1 "$1")" ] || echo; printf '.\r\n'; } >&3 &&
        answer 2 || status=1
    printf 'QUIT\r\n' >&3 2>/dev/null
    exec 3>&-
    return $status
}

found() { [ "$(as_user notmuch count --exclude=false "id:$1@test.example")" = 1 ]; }

# A mail server puts fields of its own in front; all that was sent must follow them unchanged.
ends_with() { # ends_with SENT FILE
    local size
    size=$(stat -c %s "$1")
    if [ -n "$(tail -c 1 "$1")" ]; then # SMTP gives the last line an end
        cmp -s "$1" <(tail -c $((size + 1)) "$2" | head -c "$size")
    else
        cmp -s "$1" <(tail -c "$size" "$2")
    fi
}

arrives() { # arrives SORT DESCRIPTION
    wait_for found "$1"
    ok $? "$2: her notmuch finds it" || return
    local file tags
    file=$(as_user notmuch search --exclude=false --output=files "id:$1@test.example")
    is "$(grep -c . <<< "$file")" 1 "$2: exactly one copy"
    ends_with "$work/messages/$1" "$file"
    ok $? "$2: byte for byte what was sent"
    is "$(stat -c %U "$file")" "$user" "$2: it is hers"
    is "$(sed '/^$/q' "$file" | grep -ac '^X-Heed: ')" 1 "$2: carries a verdict"
    is "$(head -n 1 "$file" | grep -c '^From ')" 0 "$2: no mbox line"
    tags=$(as_user notmuch search --exclude=false --output=tags "id:$1@test.example")
    is "$(grep -cE '^(inbox|later|suspect)$' <<< "$tags")" 1 "$2: tagged into one place"
    is "$(grep -c '^unread$' <<< "$tags")" 1 "$2: unread"
}

all_arrive() { # all_arrive: one message of each sort, and nothing waits any more
    local sort
    for sort in ordinary promotional eight-bit huge; do
        send "$work/messages/$sort" "$user@home.example"
        ok $? "$sort: accepted by SMTP"
    done
    for sort in ordinary promotional eight-bit huge; do
        arrives "$sort" "$sort"
    done
    wait_for queue_empty
    ok $? "the queue is empty"
}
