#!/bin/bash
# A consumer's year, replayed through the real program by ../shared/eval: nothing lost, the right mail first.
. "$(dirname "$0")/lib.sh"
need notmuch python3
eval=$root/../shared/eval
corpora=${HEED_CORPORA:-$root/../shared/corpora}
[ -d "$eval" ] && [ -d "$corpora" ] || skip_all "no $eval or no $corpora"
[ -z "${SANITIZE:-}" ] || skip_all "takes too long under the sanitizers; the other tests run there"

python3 "$eval/world.py" 7 "$work/world" --days 200 --live 25 --corpora "$corpora" > /dev/null 2>"$work/err"
is "$?" 0 "a world" || note "$(cat "$work/err")"
# It asks notmuch for each message as soon as deliver has ended, which is before the index has it.
cat > "$work/waits" <<EOF
#!/bin/sh
[ "\$1" != deliver ] || { shift; set -- deliver --wait "\$@"; }
exec "$heed" "\$@"
EOF
chmod +x "$work/waits"
python3 "$eval/drive.py" "$work/world" --heed "$work/waits" > "$work/out" 2>&1
is "$?" 0 "replayed to the end, nothing lost"
sed 's/^/# /' "$work/out"

figure() { grep -oE "$1" "$work/out" | head -n 1 | grep -oE '[0-9.]+' | head -n 1; }
less() { awk -v a="$1" -v b="$2" 'BEGIN { exit !(a < b) }'; }
less 0.90 "$(figure 'AUC [0-9.]+')"
ok $? "wanted mail is ordered before unwanted (AUC over 0.90)"
less "$(figure 'wanted lost [0-9.]+')" 6
ok $? "little wanted mail is demoted"
less 60 "$(figure 'noise removed [0-9.]+')"
ok $? "most noise is"
less "$(figure 'people demoted: [0-9]+')" 2
ok $? "receipts, codes and people stay"
less "$(figure 'called suspect: [0-9]+')" 2
ok $? "genuine mail is not called suspect"
finish
