#!/bin/bash
# Command lines and settings, good and bad: what is said, where, and the exit code.
. "$(dirname "$0")/lib.sh"
need notmuch
make_home "$work/home"

run() { out=$("$heed" "$@" 2>"$work/err" < /dev/null); code=$?; err=$(cat "$work/err"); }

run --version
is "$code:${out%% *}" "0:heed" "--version"
run --help
is "$code" 0 "--help"
for verb in init sync deliver filter why senders check doctor status filters simulate; do
    run $verb --help
    is "$code:$(grep -c "heed $verb" <<< "$out")" "0:1" "$verb --help"
    run $verb --no-such-option
    is "$code:$out" "64:" "$verb: a bad option exits 64 and says so on stderr only"
done
run
is "$code" 64 "no verb at all"
run delivr
is "$code:$(grep -c 'did you mean deliver?' <<< "$err")" "64:1" "an unknown verb names the nearest"
run deliver --folder ../outside
is "$code" 64 "a folder outside the mail root"
run help why
is "$code:$(grep -c 'explain where a message belongs' <<< "$out")" "0:1" "help with a verb"
is "$("$heed" -V)" "$("$heed" --version)" "-V"
run senders nobody.example
is "$code:$out" "1:" "senders: nobody of that name"
run why
is "$code" 64 "why needs a message"
run why -
is "$code:$(grep -c "no message on standard input" <<< "$err")" "1:1" "why of nothing"
run senders --sort=usefull
is "$code:$(grep -c 'did you mean useful?' <<< "$err")" "64:1" "an unknown column names the nearest"

printf '%s\n' "Received: from out.shop.example (out.shop.example [192.0.2.1]) by mx.home.example; Mon, 6 Jan 2025 10:00:00 +0000" \
    "Authentication-Results: mx.home.example; dmarc=pass header.from=shop.example" "From: news@shop.example" \
    "Subject: x" "" "y" > "$work/below"
run why "$work/below"
is "$code:$(tr -s ' \n' ' ' <<< "$out" | grep -c 'set authserv-id=+mx.home.example')" "0:1" "why tells how to believe a milter's field"
# What is decided by trust is said with the bound that held: for what is sent to many that is higher.
printf '[trust]\nauthserv-id=mx.home.example\n' > "$XDG_CONFIG_HOME/heed/config"
printf '%s\n' "Authentication-Results: mx.home.example; dmarc=pass header.from=prize.example" \
    "Received: from out.prize.example (out.prize.example [192.0.2.1]) by mx.home.example; Mon, 6 Jan 2025 10:00:00 +0000" \
    "From: Prize Club <news@prize.example>" "To: reader@home.example" "Subject: You have won a gift card" "Precedence: bulk" \
    "List-Unsubscribe: <https://prize.example/u>" "Message-ID: <prize@prize.example>" "" \
    "Congratulations, you are a winner! Your prize of one million dollars in bitcoin waits. Claim your gift card now at" \
    "https://claim.example/now before the offer ends today. Verify your bank account to receive the payment." > "$work/prize"
run why "$work/prize"
is "$code:$(head -n 1 <<< "$out")" "0:later: trust is below 70, and you never acted on mail of theirs" "why tells the bound" || note "$out"
rm "$XDG_CONFIG_HOME/heed/config"

# JSON: whatever stands in a message, it is valid, says the same, and holds nothing that a terminal would obey.
{ printf 'From: "q\\"b \360\237\230\200 \342\200\256rtl \033[31m" <x@json.example>\nSubject: tab\there \302\205 \377 \303\251\n'
  printf 'Message-ID: <odd@json.example>\n\nx\n'; } > "$work/odd"
run why --json "$work/odd"
python3 -c 'import json, sys
judged = json.loads(sys.argv[1])
assert not [c for c in sys.argv[1] if (ord(c) < 32 and c != "\n") or 0x7f <= ord(c) < 0xa0 or c == "\u202e"]
assert "\U0001f600" in json.dumps(judged, ensure_ascii=False)' "$out" 2>"$work/err"
is "$code:$?" "0:0" "JSON is valid and clean" || note "$out" "$(cat "$work/err")"

run why id:nothing@here.example
is "$code" 1 "why of an unknown message"
run why "$work"
is "$code" 1 "why of a folder"
run why /nonexistent
is "$code" 1 "why of a file that is not there"
run why nothing@here.example
is "$code:$(grep -c 'did you mean id:nothing@here.example?' <<< "$err")" "1:1" "why of a Message-ID that looks like a file"
(XDG_CONFIG_HOME=$work/none NOTMUCH_CONFIG=$work/empty-config
printf '[database]\npath=%s\n' "$work" > "$NOTMUCH_CONFIG"; "$heed" init < /dev/null > /dev/null 2>"$work/err")
is "$?:$(grep -c 'notmuch new makes it' "$work/err")" "75:1" "init without an index says what makes one"

run check
is "$code:$out" "0:settings: ok" "check: good settings"
(XDG_STATE_HOME=$work/nobody; "$heed" check 2>&1) | grep -q "nothing is known of your mail yet: heed init"
ok $? "check: heed init was not run"
printf '[placement]\nlater = 25\n' > "$XDG_CONFIG_HOME/heed/config"
run check -v
is "$(grep -cE '^  \[placement\] (later = 25 \(default [0-9]+\)|priority = 80)$' <<< "$out")" 2 "check -v: settings as they are, and the default"
rm "$XDG_CONFIG_HOME/heed/config"
chmod 644 "$XDG_DATA_HOME/heed/seal.key"
run check
is "$code:$(grep -c 'others can read the key' <<< "$err")" "1:1" "check: a key that others can read"
chmod 600 "$XDG_DATA_HOME/heed/seal.key"
printf '[placement]\nlater = 90\npriority = 80\n' > "$XDG_CONFIG_HOME/heed/config"
run check
is "$code:$(grep -c 'later is above priority' <<< "$err")" "0:1" "check: later above priority"
printf '[placement]\nlater = 15 # less\n' > "$XDG_CONFIG_HOME/heed/config"
run check
is "$code:$(grep -c 'a comment needs a line of its own' <<< "$err")" "1:1" "check: a comment behind a value"
printf '[placement]\nlater = soon\nlatter = 3\n' > "$XDG_CONFIG_HOME/heed/config"
run check
is "$code" 1 "check: bad settings exit 1"
is "$(grep -c "$XDG_CONFIG_HOME/heed/config:2:1: \"soon\" is not a number" <<< "$err")" 1 "check names file, line and column"
is "$(grep -c ':3:1: unknown setting "latter", did you mean later?' <<< "$err")" 1 "check names the nearest setting"

for bad in "mx.a.example, mx.b.example" "mx.a.example mx.b.example" '"mx.a.example"' "+"; do
    printf '[trust]\nauthserv-id=%s\n' "$bad" > "$work/names"
    (mkdir -p "$work/named/heed" && mv "$work/names" "$work/named/heed/config" && XDG_CONFIG_HOME=$work/named "$heed" check 2>&1) |
        grep -q "heed/config:2:1: .* is no server's name (several are separated by ;)"
    ok $? "check: authserv-id=$bad"
done

# In delivery a bad setting costs only itself, and the header says so.
make_messages "$work/messages"
"$heed" deliver --wait < "$work/messages/ordinary"
is "$?" 0 "delivery goes on with bad settings"
grep -q '^X-Heed: .*settings-skipped=2' "$(files_of ordinary)"
ok $? "the header says that settings were skipped"

run filters --json
python3 -c 'import json,sys; rows = json.load(sys.stdin); assert len(rows) > 10 and all(r["code"] for r in rows)' <<< "$out"
ok $? "filters --json can be read by a program"

# Nothing to deliver to: the MTA keeps the message.
NOTMUCH_CONFIG=/nonexistent "$heed" deliver --wait < "$work/messages/promotional" 2>"$work/err"
is "$?" 75 "deliver without notmuch and without a Maildir exits 75"
printf '[deliver]\nmaildir = ~/Elsewhere  \n' > "$XDG_CONFIG_HOME/heed/config"
NOTMUCH_CONFIG=/nonexistent "$heed" deliver --wait < "$work/messages/promotional" 2>"$work/err"
is "$?:$(ls "$HOME/Elsewhere/new" | wc -l)" "0:1" "deliver without notmuch into a Maildir of the settings"
NOTMUCH_CONFIG=/nonexistent "$heed" filter < "$work/messages/promotional" > "$work/out" 2>"$work/err"
is "$?" 0 "filter without notmuch passes the message on"
same_message "$work/messages/promotional" "$work/out"
ok $? "byte for byte"
finish
