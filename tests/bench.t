#!/bin/bash
# What measures for tests/bench.sh counts what a command leaves running behind itself, and starts nothing before that is gone.
. "$(dirname "$0")/lib.sh"
beside_heed
need "${CC:-cc}" setsid python3
"${CC:-cc}" -std=gnu17 -O2 -Wall -Wextra -Werror -D_GNU_SOURCE -o "$work/run" "$root/tests/bench/run.c"
ok $? "it compiles" || finish

# Exits at once; what it left waits for that, spends CPU for 0.2 s and writes down when it began and ended.
cat > "$work/behind.py" <<'EOT'
import os, sys, time
began = time.monotonic()
while os.getppid() == int(sys.argv[2]):
    time.sleep(0.005)
while time.process_time() < 0.2:
    pass
print(began, time.monotonic(), file=open(sys.argv[1], "a"))
EOT
cat > "$work/leaves" <<EOT
#!/bin/sh
setsid python3 "$work/behind.py" "$work/spans" \$\$ < /dev/null > /dev/null 2>&1 &
exit "\${1:-0}"
EOT
chmod +x "$work/leaves"
read -r exited gone cpu failed < <("$work/run" time 3 1 - 0 "$work/leaves")
[ "${exited:-0}" -gt 0 ] && [ "$exited" -lt "$gone" ]
ok $? "the command has exited before what it left is gone" || note "exited $exited, gone $gone"
[ "${cpu:-0}" -ge 200000 ]
ok $? "the CPU of what it left counts"
is "$failed" 0 "none failed"
sort -n "$work/spans" | awk '{ if ($1 < end) exit 1; end = $2; n++ } END { exit n != 3 }'
ok $? "one begins when the one before is gone" || note "$(cat "$work/spans")"
read -r _ _ cpu failed < <("$work/run" time 1 3 - 0 "+$work/leaves 7")
[ "${cpu:-0}" -ge 600000 ]
ok $? "of three at once, too"
is "$failed" 3 "and all three failed"
cat > "$work/holds" <<'EOT'
#!/bin/sh
setsid python3 -c 'held = b"x" * (64 << 20); import time; end = time.time() + 0.3
while time.time() < end: pass' < /dev/null > /dev/null 2>&1 &
exit 3
EOT
chmod +x "$work/holds"
read -r held largest code < <("$work/run" memory /dev/null "$work/holds")
[ "${held:-0}" -gt 65536 ] && [ "$largest" -gt 65536 ]
ok $? "the memory of what it left counts" || note "$held $largest"
is "$code" 3 "and its exit code is that of the command"
finish
