#!/bin/bash
# A whole site in which something fails: a real Postfix, heed lmtp, a real Dovecot. Whatever becomes of heed - not there,
# hanging in part or wholly, its disks full - mail is in the mailbox within 30 s; while Dovecot is away it is queued, then
# delivered once; nothing bounces. AWAY=N: Dovecot is away for so many seconds (5 if not set; make soak-site: ten minutes).
. "$(dirname "$0")/lib.sh"
. "$root/tests/lmtp/site.sh"
make_messages "$work/messages"
arrives() { # arrives ID VERDICT WHAT: within 30 s, with that verdict of heed's
    local began=$SECONDS
    sent "$1"
    wait_for is_there "$1" ann ''
    is "$? $((SECONDS - began <= 30)) $(placed "$1" ann)" "0 1 $2" "$3"
}
below() { local one; for one in $(pgrep -P "$1"); do below "$one"; echo "$one"; done; }
arrives well inbox "all is well: judged"

# --- heed ----------------------------------------------------------------------------------------------------
stop_heed
arrives away '' "heed is not there: in the mailbox, without a verdict"
start_heed
hung="$server $(below "$server")"
kill -STOP $hung
arrives hung '' "all of heed hangs: in the mailbox within 30 s"
kill -CONT $hung
arrives well2 inbox "it goes on: judged"
kill -STOP "$server"
arrives parent 'inbox; unjudged=timeout' "its parent hangs, who knows who judges: unjudged"
kill -CONT "$server"
hung=$(below "$server" | grep -vx "$(pgrep -oP "$server")")
kill -STOP $hung
arrives judges 'inbox; unjudged=timeout' "whoever judges hangs: unjudged"
kill -CONT $hung
arrives well4 inbox "they go on: judged"
wait_for queue_empty
stop_heed

# --- its disks -------------------------------------------------------------------------------------------------
if unshare -m true 2>/dev/null && mkdir "$work/full" && mount -t tmpfs -o size=256k none "$work/full" 2>/dev/null; then
    cleanups+=("umount -l $work/full")
    mkdir "$work/full/state"
    chown -R "$user:" "$work/full"
    cat /dev/zero > "$work/full/zero" 2>/dev/null
    for what in state spool; do
        sed -i "s|^$what = .*|$what = $work/full/state|" "$work/site/config"
        start_heed
        arrives "full-$what" inbox "no room in its $what: in the mailbox"
        sed "s/^Message-ID: .*/Message-ID: <huge-$what@test.example>/" "$work/messages/huge" > "$work/messages/huge-$what"
        began=$SECONDS
        send "$work/messages/huge-$what" ann@home.example
        wait_for is_there "huge-$what" ann ''
        is "$? $((SECONDS - began <= 30))" "0 1" "no room in its $what: so is a large one"
        stop_heed
        sed -i "s|^$what = .*|$what = $work/$([ $what = state ] && echo state || echo home)|" "$work/site/config"
    done
else
    note "no tmpfs can be mounted here: not tried with disks that are full"
fi
start_heed
arrives well3 inbox "all is well again: judged"

# --- Dovecot ---------------------------------------------------------------------------------------------------
away=${AWAY:-5}
number=$((away < 40 ? 20 : away / 2))
queued() { [ "$(postqueue -c "$etc" -j | grep -c '"delay_reason"')" -ge "$1" ]; } # so many messages were tried
all_there() { local i; for ((i = 1; i <= number; i++)); do is_there "later$i" ann '' && is_there "later$i" bob '' || return 1; done; }
wait_for queue_empty
stop_dovecot
began=$SECONDS
for ((i = 1; i <= number; i++)); do
    sent "later$i"
    sent "later$i" bob
    ((i == number / 2)) && { kill -9 "$server" $(below "$server"); wait "$server"; } 2>/dev/null
    ((i == number / 2 + 2)) && start_heed
    ((SECONDS - began < away * i / number)) && pause $((away * i / number - (SECONDS - began)))
done
wait_for queued $((2 * number))
is "$? $((SECONDS - began >= away)) $(grep -rl later1@ "$work/home"/*/Maildir/new | wc -l)" "0 1 0" "Dovecot is away for $((SECONDS - began)) s: all $((2 * number)) are queued"
start_dovecot
wait_for queue_empty
ok $? "it is back: the queue is empty" || note "$(postqueue -c "$etc" -p | tail -n 5)"
all_there
ok $? "and each of them is there, once"
is "$(grep -c 'status=bounced' "$work/maillog")" 0 "nothing has bounced" || note "$(grep bounced "$work/maillog" | head -n 5)"
finish
