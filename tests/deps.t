#!/bin/bash
# While packages are installed for the tests nothing starts a service, and what was there before is there again, however
# that ends.
. "$(dirname "$0")/lib.sh"
beside_heed
need flock
mkdir "$work/sbin"
export POLICY=$work/sbin/policy-rc.d
quietly() { "$root/tests/no-services.sh" "$@"; }
cat > "$work/may-start" <<'EOT'
#!/bin/sh
[ -e "$POLICY" ] || { echo absent; exit; }
"$POLICY" dovecot start
echo $?
EOT
chmod +x "$work/may-start"
may_start=$work/may-start
theirs() { printf '#!/bin/sh\n# %s\nexit 104\n' "$1" > "$POLICY"; chmod 750 "$POLICY"; }
left() { ls -l --time-style=+ "$work/sbin" | sed 1d; }

is "$(quietly "$may_start"):$(left)" "101:" "nothing was there: 101 meanwhile, and nothing is left"
quietly sh -c 'exit 7'
is "$?:$(left)" "7:" "its exit code is the command's, which may fail"
theirs one
before="$(left) $(cat "$POLICY")"
is "$(quietly "$may_start"):$(left) $(cat "$POLICY")" "101:$before" "something was there: 101 meanwhile, and it is back"

# A signal, from a terminal to all or from elsewhere to one, and a kill.
mkfifo "$work/begun"
begin() { # begin: a command, $command, that runs until it is ended
    "$root/tests/no-services.sh" sh -c 'echo $$ > "$1/begun"; exec sleep 60' - "$work" 2>/dev/null &
    process=$!
    read -r command < "$work/begun"
}
end() { # end SIGNAL: as somebody else sends it to one, then the command ends
    kill -$1 $process
    [ $1 != KILL ] || wait $process
    kill $command
    wait $process
} 2>/dev/null
for signal in TERM HUP; do
    begin
    is "$("$may_start")" 101 "$signal: 101 before"
    end $signal
    is "$(left) $(cat "$POLICY")" "$before" "$signal: it is back"
done
begin
end KILL
is "$("$may_start")" 104 "killed: what is left says what was said before"
is "$(quietly "$may_start"):$(left) $(cat "$POLICY")" "101:$before" "and the next run puts it back"
rm "$POLICY"
begin
end KILL
is "$("$may_start")" 0 "killed where nothing was there: all may start"
is "$(quietly "$may_start"):$(left)" "101:" "and the next run leaves nothing"

# Two at once, one behind the other.
theirs two
before="$(left) $(cat "$POLICY")"
begin
quietly "$may_start" > "$work/second" &
second=$!
end TERM
wait $second
is "$(cat "$work/second"):$(left) $(cat "$POLICY")" "101:$before" "two at once: both hold services back, and it is back behind them"
finish
