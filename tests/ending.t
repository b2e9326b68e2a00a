#!/bin/bash
# What never comes back is given up: no verb runs for ever, and the mail server is told what holds by then.
# Stand-ins make one call hang and a bound of minutes pass in a second.
. "$(dirname "$0")/lib.sh"
need notmuch cc
[ -z "${SANITIZE:-}" ] || skip_all "sanitizers want to be loaded first"
make_home "$work/home"
make_messages "$work/messages"

cat > "$work/soon.c" <<'EOC'
#define _GNU_SOURCE
#include <dlfcn.h>
unsigned alarm(unsigned seconds)
{
    return ((unsigned (*)(unsigned))dlsym(RTLD_NEXT, "alarm"))(seconds > 59 ? 1 : seconds);
}
EOC
${CC:-cc} -shared -fPIC -o "$work/soon.so" "$work/soon.c" -ldl ||
    skip_all "no shared library can be made here"
hang() { # hang DECLARATION [STATEMENT]: a library in which that never returns, if STATEMENT does not
    printf '#include <string.h>\n#include <unistd.h>\n%s { %s for (;;) pause(); }\n' "$1" "${2:-}" \
        > "$work/hang.c"
    ${CC:-cc} -w -shared -fPIC -o "$work/hang.so" "$work/hang.c"
}
soon() { # soon VERB...: where a bound takes a second, with the call that hangs; code 137: it ran for ever
    timeout -s KILL 20 env LD_PRELOAD="$work/soon.so${hanging:+ $work/hang.so}" "$heed" "$@" \
        > "$work/out" 2>"$work/err"
    code=$?
}
members() { # members GROUP: how many processes of it run
    cat /proc/[0-9]*/stat 2>/dev/null | sed 's/.*) //' | awk -v group="$1" '$3 == group && $1 != "Z"' | wc -l
}
serial=0
fresh() { # fresh: another message, in $sent
    sent=$work/messages/fresh$((++serial))
    sed "s/ordinary@/fresh$serial@/; s/^Subject: .*/& =?iso-8859-1?q?=21?=/" \
        "$work/messages/ordinary" > "$sent"
}
copies() { grep -rl "<fresh$serial@" "$HOME/Mail/new" | wc -l; }

# --- the message ---------------------------------------------------------------------------------------
hanging=yes
hang 'int fsync(int fd)'
fresh
soon deliver < "$sent"
is "$code:$(copies):$(head -n 1 "$work/err")" "75:0:heed: something does not come back; given up" \
    "fsync hangs: put off, and says so"
hang 'int fflush(void *file)' # at the end of main
fresh
soon deliver < "$sent"
is "$code:$(copies)" "0:1" "a call that hangs behind the storing: delivered"
hang 'int poll(void *files, unsigned long count, int wait)'
fresh
soon filter < "$sent"
is "$code:$(wc -c < "$work/out")" "75:0" "filter: put off"
if env --ignore-signal=ALRM --block-signal=ALRM true 2>/dev/null; then
    env --ignore-signal=ALRM --block-signal=ALRM bash -c '"$@" < "$0"; exit' "$sent" timeout -s KILL 20 \
        env LD_PRELOAD="$work/soon.so $work/hang.so" "$heed" filter > /dev/null 2>&1
    is "$?" 75 "also where who started it wants to hear no alarm"
fi

# Once its parent is gone nobody else would end the judge.
# Only the judge wants the subject's charset of the C library.
hang 'void *iconv_open(const char *to, const char *from)' 'if (strcmp(from, "iso-8859-1")) return (void *)-1;'
fresh
LD_PRELOAD="$work/soon.so $work/hang.so" setsid "$heed" deliver --wait < "$sent" 2>/dev/null &
group=$!
for i in $(seq 50); do
    [ "$(members $group)" -lt 2 ] || break
    sleep 0.1
done
is "$(members $group)" 2 "the judge hangs"
kill -9 $group
wait $group 2>/dev/null
for i in $(seq 100); do
    [ "$(members $group)" -gt 0 ] || break
    sleep 0.1
done
is "$(members $group)" 0 "it ends with who asked it, killed" || kill -9 -- -$group

# --- input ---------------------------------------------------------------------------------------------
hanging=
fresh
while IFS= read -r line; do
    sleep 0.3
    printf '%s\n' "$line"
done < "$sent" | { soon deliver; echo $code > "$work/code"; }
is "$(cat "$work/code"):$(copies)" "0:1" "input that takes longer, but comes, is waited for" ||
    note "$(cat "$work/err")"
mkfifo "$work/silent"
soon deliver 0<> "$work/silent"
is "$code" 75 "input that never comes is not"

# --- all verbs -----------------------------------------------------------------------------------------
hanging=yes
hang 'int fflush(void *file)' # behind whatever the verb did
verbs=$("$heed" --help | sed -n 's/^  \([a-z][a-z-]*\) .*/\1/p')
for verb in $verbs; do
    { soon "$verb" < /dev/null; echo $code > "$work/$verb.code"; } &
done
wait
wrong=
for verb in $verbs; do
    case $verb in deliver|filter|serve) continue ;; esac # by then they know; that one stays
    [ "$(cat "$work/$verb.code")" = 75 ] || wrong+=" $verb:$(cat "$work/$verb.code")"
done
is "${verbs:0:4}:$wrong" "init:" "whatever verb does not come back is given up, with 75"
finish
