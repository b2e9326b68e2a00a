#!/bin/bash
# What the kernel keeps from a filter that a stranger has taken over: sockets, other programs, other processes, her
# other files. Whatever it tries, the message arrives. And nothing that heed does needs more.
. "$(dirname "$0")/lib.sh"
need notmuch strace cc
[ -z "${SANITIZE:-}" ] || skip_all "sanitizers need what the cage forbids"
make_home "$work/home"
make_messages "$work/messages"
# A word in a charset, which no process converts before it is caged and judges (see try.c).
sed -i 's/^Subject: .*/& =?iso-8859-1?q?=21?=/' "$work"/messages/*
cage=$("$heed" check -v 2>/dev/null | sed -n 's/^caged: *//p')
[[ $cage == *"no sockets"* ]] || skip_all "the kernel has no seccomp filters"
landlock=; [[ $cage == *"no files"* ]] && landlock=yes

# --- a filter that tries -----------------------------------------------------------------------------
# Stands in for a parser that a message has taken over: where GMime first wants that charset of the C library (it may be
# linked into heed or not), the process does what TRY says; if it is still there, it says on standard error what became of
# it and lets GMime go on. An indexer has no standard error: see takeover.t.
cat > "$work/try.c" <<'EOF'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int try(const char *what, const char *path)
{
    char *const arguments[] = {"/bin/true", NULL};
    char typed = '\n';
    int fd = -1;
    if (!strcmp(what, "inet")) return socket(AF_INET, SOCK_STREAM, 0);
    if (!strcmp(what, "inet6")) return socket(AF_INET6, SOCK_DGRAM, 0);
    if (!strcmp(what, "netlink")) return socket(AF_NETLINK, SOCK_RAW, 0);
    if (!strcmp(what, "local")) return socket(AF_UNIX, SOCK_STREAM, 0);
    if (!strcmp(what, "pair")) return socketpair(AF_UNIX, SOCK_STREAM, 0, (int[2]){0});
    if (!strcmp(what, "connect")) return connect(0, &(struct sockaddr){AF_INET}, sizeof(struct sockaddr));
    if (!strcmp(what, "exec")) return execv(*arguments, arguments);
    if (!strcmp(what, "execat")) return syscall(SYS_execveat, AT_FDCWD, *arguments, arguments, NULL, 0);
    if (!strcmp(what, "ptrace")) return ptrace(PTRACE_ATTACH, getppid(), 0, 0);
    if (!strcmp(what, "memory")) return syscall(SYS_process_vm_readv, getppid(), NULL, 0, NULL, 0, 0);
    if (!strcmp(what, "ring")) return syscall(SYS_io_uring_setup, 1, NULL);
    if (!strcmp(what, "type")) return ioctl(0, TIOCSTI, &typed);
    if (!strcmp(what, "namespace")) return unshare(0x10000000);
    if (!strcmp(what, "read")) fd = open(path, O_RDONLY);
    if (!strcmp(what, "write")) fd = open(path, O_WRONLY | O_CREAT, 0600);
    if (!strcmp(what, "list")) fd = open(path, O_RDONLY | O_DIRECTORY);
    if (!strcmp(what, "remove")) return unlink(path);
    if (!strcmp(what, "move")) return rename(path, getenv("TO"));
    if (!strcmp(what, "kill")) return kill(getppid(), SIGKILL);
    return fd;
}

static void said(int result) { dprintf(2, "tried: %s\n", result < 0 ? "refused" : "done"); }

void *iconv_open(const char *to, const char *from)
{
    static _Atomic int tried;
    void *(*real)(const char *, const char *) = (void *(*)(const char *, const char *))dlsym(RTLD_NEXT, "iconv_open");
    if (!strcmp(from, "iso-8859-1") && !getenv("STORING") && !getenv("OPENING") && !tried++)
        said(try(getenv("TRY"), getenv("WHERE")));
    return real(to, from);
}

int link(const char *from, const char *to) /* only the process that stores does that */
{
    if (getenv("STORING")) said(try(getenv("TRY"), getenv("WHERE")));
    return linkat(AT_FDCWD, from, AT_FDCWD, to, 0);
}
EOF
${CC:-cc} -shared -fPIC -w -o "$work/try.so" "$work/try.c" -ldl || skip_all "no shared library can be made here"

try() { # try WHAT [PATH] VERB...: what became of it ("killed", "refused", "done"), in $became; its exit code
    local what=$1 where=$2
    shift 2
    { TRY=$what WHERE=$where LD_PRELOAD="$work/try.so ${MORE:-}" "$heed" "$@"; code=$?; } 2>"$work/err"
    became=$(sed -n 's/^tried: //p' "$work/err")
    became=${became:-killed}
}

# A kernel that knows no seccomp, and Landlock of the version LANDLOCK; 0: none.
cat > "$work/old.c" <<'EOF'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

int prctl(int option, ...)
{
    int (*real)(int, ...) = (int (*)(int, ...))dlsym(RTLD_NEXT, "prctl");
    if (option == PR_SET_NO_NEW_PRIVS) return real(option, 1L, 0L, 0L, 0L);
    errno = EINVAL;
    return -1;
}

long syscall(long number, long a, long b, long c, long d, long e, long f)
{
    long (*real)(long, ...) = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall");
    int has = atoi(getenv("LANDLOCK"));
    if (number == SYS_landlock_create_ruleset && has && !a) return has;
    if (number != SYS_seccomp && (has || number != SYS_landlock_create_ruleset)) return real(number, a, b, c, d, e, f);
    errno = ENOSYS;
    return -1;
}
EOF
${CC:-cc} -shared -fPIC -w -o "$work/old.so" "$work/old.c" -ldl

# Uncaged it would work: otherwise the rest proves nothing.
notmuch insert < "$work/messages/ordinary"
export LANDLOCK=0 MORE=$work/old.so
try inet - why - < "$work/messages/ordinary" > "$work/out"
is "$became:$code" "done:0" "without a cage it gets its socket"
unset LANDLOCK MORE
for verb in "init" "sync" "backtest" "tag *" "alias note --learn"; do
    sed "s/ordinary@/${verb%% *}@/" "$work/messages/ordinary" | notmuch insert
    (set -f; try inet - $verb < /dev/null > "$work/out"; echo "$became") > "$work/became"
    is "$(cat "$work/became")" "killed" "heed $verb: no socket"
done
"$heed" init < /dev/null > "$work/out" # settings stay as they are
is "$?" 0 "and they work for all that"
for verb in sync "tag *"; do
    mkdir -p "$HOME/Mail/.notmuch/hooks"
    sed "s/ordinary@/hook-${verb%% *}@/" "$work/messages/ordinary" | notmuch insert
    [ -z "$landlock" ] || (set -f; try write "$HOME/Mail/.notmuch/hooks/post-new" $verb > "$work/out"; echo "$became") > "$work/became"
    [ -z "$landlock" ] || is "$(sort -u "$work/became")" "refused" "heed $verb: nor a hook of notmuch's"
done

for what in inet inet6 netlink connect exec execat ptrace memory ring type namespace; do
    sed "s/promotional@/$what@/" "$work/messages/promotional" > "$work/messages/$what"
    try $what - deliver < "$work/messages/$what"
    is "$became:$code" "killed:0" "$what: killed, and delivery ends well"
    file=$(grep -l "<$what@test.example>" -r "$HOME/Mail/new")
    is "$(sed -n 's/^X-Heed: //p' "$file")" "inbox; unjudged=crashed" "$what: in the inbox, and says so"
    same_message "$work/messages/$what" "$file"
    ok $? "$what: byte for byte"
    try $what - filter < "$work/messages/$what" > "$work/out"
    is "$became:$code:$(sed -n 's/^X-Heed: //p' "$work/out")" "killed:0:inbox; unjudged=crashed" "$what: heed filter as well"
done
try inet - why - < "$work/messages/ordinary" >/dev/null
is "$became:$code" "killed:159" "heed why is killed by SIGSYS"
for what in local pair; do
    try $what - filter < "$work/messages/ordinary" > "$work/out"
    is "$became:$code" "refused:0" "$what: refused, since the C library tries it"
    grep -q '^X-Heed:.*useful=' "$work/out"
    ok $? "$what: and judged all the same"
done

# --- her other files ---------------------------------------------------------------------------------
if [ -n "$landlock" ]; then
    echo secret > "$HOME/diary"
    mkdir "$HOME/private"
    for verb in filter deliver "why -"; do
        for attempt in "read $HOME/diary" "write $HOME/diary" "write $HOME/.profile" "write $work/new" "list $HOME" \
            "list $HOME/private" "remove $HOME/diary" "write $XDG_CONFIG_HOME/heed/config" "read /etc/shadow" \
            "write $NOTMUCH_CONFIG" "write $HOME/Mail/.notmuch/hooks/post-new" "write $HOME/Mail/forged" "kill -"; do
            try ${attempt% *} "${attempt#* }" $verb < "$work/messages/ordinary" > "$work/out"
            is "$became:$code" "refused:0" "heed ${verb% -}: ${attempt/$work/...}: refused"
        done
    done
    TO=$HOME/Mail/diary try move "$HOME/diary" deliver < "$work/messages/ordinary"
    is "$became:$code" "refused:0" "nor is a file of hers moved into her mail"
    is "$(cat "$HOME/diary"):$(ls "$work/new" "$HOME/.profile" 2>/dev/null)" "secret:" "nothing has changed"
    try write "$HOME/Mail/new/forged" filter < "$work/messages/ordinary" > "$work/out"
    is "$became" "refused" "heed filter has no business in the Maildir"
    for attempt in "read $HOME/diary" "write $HOME/diary" "list $HOME" "read $XDG_DATA_HOME/heed/seal.key"; do
        STORING=yes try ${attempt% *} "${attempt#* }" deliver < "$work/messages/ordinary"
        is "$became:$code" "refused:0" "the process that stores: ${attempt/$work/...}: refused"
    done
    # A judge opens the index for an answer, which is looked up there.
    sed 's/ordinary@/opening@/; s/^MIME-Version/In-Reply-To: <ordinary@test.example>\n&/' "$work/messages/ordinary" \
        > "$work/messages/opening"
    author=$(sed -n 's/^From:.*<\(.*\)>.*/\1/p' "$work/messages/opening")
    printf '%s\n' "From: Reader <reader@home.example>" "To: $author" "Subject: That" "Date: $(date -R)" \
        "Message-ID: <written@home.example>" "" "Yes." | notmuch insert --folder=Sent --create-folder --no-hooks
    "$heed" sync # she has written to the author, so what he writes may be an answer
    cat > "$work/opening.c" <<'EOF'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

/* Xapian::Database::Database(const std::string &, int) */
void _ZN6Xapian8DatabaseC1ERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEEi(void *db, const void *path, int flags)
{
    void (*real)(void *, const void *, int) = (void (*)(void *, const void *, int))dlsym(
        dlopen("libxapian.so.30", RTLD_LAZY | RTLD_NOLOAD),
        "_ZN6Xapian8DatabaseC1ERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEEi");
    dprintf(2, "tried: %s\n", open(getenv("WHERE"), O_RDONLY) < 0 ? "refused" : "done");
    real(db, path, flags);
}
EOF
    ${CC:-cc} -shared -fPIC -w -o "$work/opening.so" "$work/opening.c" -ldl
    OPENING=yes MORE=$work/opening.so try read "$HOME/diary" deliver < "$work/messages/opening"
    is "$became:$code" "refused:0" "nor does who opens the index read other files of hers"
    try read "$XDG_CONFIG_HOME/heed/config" filter < "$work/messages/ordinary" > "$work/out"
    is "$became" "done" "the settings can be read"
else
    echo "ok $((++tests_run)) - files # SKIP the kernel has no Landlock, or one older than version 2"
fi

# --- what heed does itself ---------------------------------------------------------------------------
# Nothing that heed needs is refused it, wherever things are.
refused() { # refused VERB...: system calls refused or forbidden after the cage was shut; the message is standard input
    strace -f -qq -o "$work/trace" "$heed" "$@" > "$work/out" 2>"$work/err"
    code=$?
    whole_lines < "$work/trace" | sed -n '/SECCOMP_SET_MODE/,$p' | grep -E 'EACCES|EPERM|SIGSYS|EXDEV' | grep -vE "$selinux"
}
# libselinux comes with GIO, which comes with libnotmuch: it looks whether there is SELinux, and takes that for no.
selinux='openat\(AT_FDCWD, "/proc/(filesystems|mounts)"'
whole_lines() { # what strace says of a call in two lines, because another process came between, in one
    awk '/<unfinished \.\.\.>$/ { sub(/ *<unfinished \.\.\.>$/, ""); begun[$1] = $0; next }
        / resumed>/ { pid = $1; sub(/^.* resumed>/, ""); $0 = begun[pid] $0 }
        { print }'
}
quiet() { # quiet DESCRIPTION VERB...: it does what it should, and nothing is refused
    local description=$1 lines
    shift
    lines=$(refused "$@")
    is "$code:$lines" "0:" "$description: nothing is refused"
}
sockets() { sed -n '/SECCOMP_SET_MODE/,$p' "$work/trace" | grep -E '(socket|socketpair|connect|execve|execveat)(\(| resumed).* = [0-9]'; }

for sort in $message_sorts; do
    sed "s/$sort@/calm-$sort@/" "$work/messages/$sort" > "$work/messages/calm-$sort"
    quiet "$sort: deliver" deliver < "$work/messages/calm-$sort"
    is "$(sockets)" "" "$sort: no socket, no program"
    arrived_once "calm-$sort" "$work/messages/calm-$sort"
    tagged_once "calm-$sort"
    quiet "$sort: filter" filter < "$work/messages/$sort"
    is "$(sockets)" "" "$sort: no socket, no program"
    quiet "$sort: why" why "id:calm-$sort@test.example"
    is "$(sockets)" "" "$sort: no socket, no program"
done
"$heed" init > /dev/null
sed 's/ordinary@/answer@/; s/^MIME-Version/In-Reply-To: <calm-ordinary@test.example>\n&/' "$work/messages/ordinary" \
    > "$work/messages/answer"
quiet "an answer, which is looked up in the index" deliver < "$work/messages/answer"
is "$(notmuch count --output=threads id:answer@test.example or id:calm-ordinary@test.example)" 1 "and it is found there"

# --- older kernels -----------------------------------------------------------------------------------
for landlocked in 0 1 2 3 5; do
    sed "s/promotional@/old$landlocked@/" "$work/messages/promotional" > "$work/messages/old"
    LANDLOCK=$landlocked LD_PRELOAD=$work/old.so "$heed" deliver --wait < "$work/messages/old" 2>"$work/err"
    is "$?:$(cat "$work/err")" "0:" "no seccomp, Landlock $landlocked: delivered, and no word about it"
    arrived_once "old$landlocked" "$work/messages/old"
done

# Reading comes after the cage is shut.
awk '/SECCOMP_SET_MODE/ { shut = 1 } / read\(0, "Received/ { exit !shut }' "$work/trace"
ok $? "not a byte of the message is read before"
[ -z "$landlock" ] || grep -qE 'landlock_restrict_self(\(| resumed).*= 0' "$work/trace"
ok $? "and files are closed off"

notmuch config set maildir.synchronize_flags true
printf '[trust]\nauthserv-id=mx.home.example\n[tags]\ninbox=-unread\n' > "$XDG_CONFIG_HOME/heed/config"
sed 's/ordinary@/flags@/' "$work/messages/ordinary" > "$work/messages/flags"
quiet "flags in file names" deliver < "$work/messages/flags"
is "$(files_of flags | grep -c '/cur/.*:2,.*S')" 1 "the file moves from new to cur"
notmuch config set maildir.synchronize_flags false
printf '[trust]\nauthserv-id=mx.home.example\n' > "$XDG_CONFIG_HOME/heed/config"

mkdir -p "$work/disk/new" "$work/disk/cur" "$work/disk/tmp"
ln -s "$work/disk" "$HOME/Mail/Linked"
sed 's/ordinary@/linked@/' "$work/messages/ordinary" > "$work/messages/linked"
quiet "a folder that is a link" deliver --folder Linked < "$work/messages/linked"
arrived_once linked "$work/messages/linked"
for verb in sync "tag id:linked@test.example" "tag --apply --again id:linked@test.example" backtest "alias note --learn"; do
    "$heed" init > /dev/null # of which nothing is left over
    set -f
    quiet "a folder that is a link: ${verb%% *}" $verb < /dev/null
    set +f
    ! grep -q 'could not be read' "$work/out" "$work/err"
    ok $? "${verb%% *} reads what lies in it"
done
sed 's/ordinary@/behind@/' "$work/messages/ordinary" > "$work/messages/behind"
quiet "a folder behind a link, and new" deliver --folder Linked/Deeper/Still < "$work/messages/behind"
arrived_once behind "$work/messages/behind"
mkdir -p "$HOME/Mail/Scattered/cur" "$work/scattered/tmp" "$work/scattered/new"
ln -s "$work/scattered/tmp" "$work/scattered/new" "$HOME/Mail/Scattered/"
sed 's/ordinary@/scattered@/' "$work/messages/ordinary" > "$work/messages/scattered"
"$heed" deliver --wait --folder Scattered < "$work/messages/scattered"
is "$?:$(ls "$work/scattered/new" | wc -l):$(ls "$work/scattered/tmp" | wc -l)" "0:1:0" "a Maildir made of links: stored"
rm -r "$HOME/Mail/Scattered"

printf '[trust]\nauthserv-id=mx.home.example\n[deliver]\nmaildir=~/Mail/Deep/Inbox\n' > "$XDG_CONFIG_HOME/heed/config"
sed 's/ordinary@/deep@/' "$work/messages/ordinary" > "$work/messages/deep"
quiet "a Maildir that is set" deliver < "$work/messages/deep"
arrived_once deep "$work/messages/deep"
printf '[trust]\nauthserv-id=mx.home.example\n' > "$XDG_CONFIG_HOME/heed/config"

# Mail and index apart, as notmuch allows; and the configuration, index and book behind links.
mkdir "$work/elsewhere"
mv "$HOME/Mail/.notmuch/xapian" "$work/elsewhere/xapian"
rmdir "$HOME/Mail/.notmuch" 2>/dev/null || rm -r "$HOME/Mail/.notmuch"
sed -i "s|^path=.*|path=$work/elsewhere\nmail_root=$HOME/Mail|" "$NOTMUCH_CONFIG"
mv "$NOTMUCH_CONFIG" "$work/dot-config" && ln -s "$work/dot-config" "$NOTMUCH_CONFIG"
mv "$XDG_STATE_HOME/heed" "$work/dot-state" && ln -s "$work/dot-state" "$XDG_STATE_HOME/heed"
sed 's/ordinary@/apart@/' "$work/messages/ordinary" > "$work/messages/apart"
quiet "mail and index apart" deliver < "$work/messages/apart"
arrived_once apart "$work/messages/apart"
quiet "mail and index apart: why" why id:apart@test.example
sed -i "s|^path=.*|path=elsewhere|; /^mail_root/s|=.*|=Mail|" "$work/dot-config"
ln -s "$work/elsewhere" "$HOME/elsewhere"
sed 's/ordinary@/near@/' "$work/messages/ordinary" > "$work/messages/near"
quiet "both below the home folder" deliver < "$work/messages/near"
arrived_once near "$work/messages/near"
finish
