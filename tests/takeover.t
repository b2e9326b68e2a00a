#!/bin/bash
# What a judge or an indexer that a message has taken over can do to her: nothing but to its own message. A stand-in tries
# everything that there is to try, also with the rights of Debian 12's kernel (Landlock version 2).
. "$(dirname "$0")/lib.sh"
need notmuch cc
[ -z "${SANITIZE:-}" ] || skip_all "sanitizers need what the cage forbids"
make_home "$work/home"
make_messages "$work/messages"
# A word in a charset, which no process converts before it is caged and judges (see cage.t).
sed -i 's/^Subject: .*/& =?iso-8859-1?q?=21?=/' "$work"/messages/*
cage=$("$heed" check -v 2>/dev/null | sed -n 's/^caged: *//p')
[[ $cage == *"no sockets"* ]] || skip_all "the kernel has no seccomp filters"
[[ $cage == *"no files"* ]] || skip_all "the kernel has no Landlock, or one older than version 2"

# ROLE says who is taken over: "judge", where GMime first wants that charset; "index", where libnotmuch reads the file;
# "liar", a judge that says FROM as TO, of the same length. It says what became of each try in a file where it may write,
# or on standard error.
cat > "$work/over.c" <<'EOC'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

static int report = 2;
static void said(const char *what, int result) { dprintf(report, "tried %s: %s\n", what, result < 0 ? "refused" : "done"); }
static const char *at(const char *name)
{
    static char paths[8][4096];
    static int n;
    char *path = paths[n++ % 8];
    snprintf(path, sizeof *paths, "%s/%s", getenv("HOME"), name);
    return path;
}

static int forked(void)
{
    int pid = fork();
    if (pid == 0) { usleep(100000); _exit(0); }
    return pid;
}
static int spawned(void) /* as vfork(2) does, without the C library */
{
    long pid = syscall(SYS_clone, (long)SIGCHLD, 0L, 0L, 0L, 0L);
    if (pid == 0) _exit(0);
    return (int)pid;
}

static int inherited(const char *path) /* has somebody left it open, to write? */
{
    struct stat wanted, st;
    for (int fd = 0; fd < 1024; fd++)
        if (stat(path, &wanted) == 0 && fstat(fd, &st) == 0 && st.st_ino == wanted.st_ino && st.st_dev == wanted.st_dev &&
            (fcntl(fd, F_GETFL) & O_ACCMODE) != O_RDONLY)
            return fd;
    return -1;
}

static void try_all(void)
{
    const char *diary = at("diary"), *old = getenv("OLD"), *xapian = at("Mail/.notmuch/xapian");
    char near[4096], program[4096];
    struct rlimit none = {0, 0};
    unsigned long long how[3] = {O_WRONLY | O_TRUNC, 0, 0};
    snprintf(near, sizeof near, "%s/heed.glass", xapian);
    snprintf(program, sizeof program, "%s/program", xapian);
    said("chmod", chmod(diary, 0755));
    said("fchmodat", fchmodat(AT_FDCWD, diary, 0755, 0));
    said("chmod of mail", chmod(old, 0755));
    said("chown", chown(diary, 0, 0) | lchown(diary, 0, 0));
    said("setxattr", setxattr(diary, "user.x", "x", 1, 0));
    said("utimes", utimes(old, NULL));
    said("truncate", truncate(diary, 0));
    said("truncate of mail", truncate(old, 0));
    said("open and cut", open(diary, O_WRONLY | O_TRUNC));
    said("cut while reading", open(old, O_RDONLY | O_TRUNC));
    said("cut by openat2", (int)syscall(SYS_openat2, AT_FDCWD, old, how, sizeof how));
    said("write to mail", open(old, O_WRONLY | O_APPEND));
    said("unlink mail", unlink(old));
    said("rename mail", rename(old, at("Mail/cur/away")));
    said("take mail away", rename(old, near));
    said("link mail", link(old, near));
    said("make mail", open(at("Mail/new/forged"), O_WRONLY | O_CREAT, 0600));
    said("make a link", symlink(old, near));
    said("make a folder", mkdir(near, 0700));
    said("make a hook", open(at("Mail/.notmuch/hooks/post-new"), O_WRONLY | O_CREAT, 0755));
    said("make a program", open(program, O_WRONLY | O_CREAT, 0755));
    said("make a program without a name", open(xapian, O_WRONLY | O_TMPFILE, 0755));
    said("make one by creat", creat(program, 0711));
    said("make one by mknod", mknod(program, S_IFREG | 0755, 0));
    said("read the key", open(at(".local/share/heed/seal.key"), O_RDONLY));
    said("list the keys", open(at(".local/share/heed"), O_RDONLY | O_DIRECTORY));
    said("read another reader's mail", open(getenv("OTHER"), O_RDONLY));
    said("write another reader's mail", open(getenv("OTHER"), O_WRONLY));
    said("write the book", open(at(".local/state/heed/book.db"), O_RDWR));
    said("have the book", inherited(at(".local/state/heed/book.db")));
    said("have the book's log", inherited(at(".local/state/heed/book.db-wal")));
    said("have the book's memory", inherited(at(".local/state/heed/book.db-shm")));
    said("leave a plan", open(at(".local/state/heed/plans/1.plan"), O_WRONLY | O_CREAT, 0600));
    said("change settings", open(at(".config/heed/config"), O_WRONLY | O_APPEND));
    said("change notmuch's settings", open(at(".notmuch-config"), O_WRONLY | O_APPEND));
    said("end its parent", kill(getppid(), SIGKILL));
    said("end its parent's thread", (int)syscall(SYS_tkill, getppid(), SIGKILL));
    said("bound its parent", prlimit(getppid(), RLIMIT_FSIZE, &none, NULL));
    said("leave somebody behind", forked());
    said("leave somebody behind by clone", spawned());
}

static const char *role(void) { return getenv("ROLE") ? getenv("ROLE") : ""; }
static int taken; /* this process judges */

void *iconv_open(const char *to, const char *from)
{
    void *(*real)(const char *, const char *) = (void *(*)(const char *, const char *))dlsym(RTLD_NEXT, "iconv_open");
    if (!strcmp(from, "iso-8859-1") && !taken++ && !strcmp(role(), "judge")) try_all();
    return real(to, from);
}

ssize_t write(int fd, const void *bytes, size_t length)
{
    char copy[1 << 16];
    const char *from = getenv("FROM"), *to = getenv("TO");
    if (taken && !strcmp(role(), "liar") && fd > 2 && length < sizeof copy) {
        memcpy(copy, bytes, length);
        size_t whole = getenv("WHOLE") != NULL; /* only where the text ends there */
        for (char *at = copy; (at = memmem(at, length - (size_t)(at - copy), from, strlen(from) + whole)); at++)
            memcpy(at, to, strlen(to)), dprintf(2, "lied\n");
        bytes = copy;
    }
    return syscall(SYS_write, (long)fd, (long)bytes, (long)length, 0L, 0L, 0L);
}

int notmuch_database_index_file(void *db, const char *file, void *options, void **message)
{
    void *library = dlopen("libnotmuch.so.5", RTLD_LAZY | RTLD_NOLOAD);
    int (*set)(void *, const char *, const char *) = (int (*)(void *, const char *, const char *))dlsym(library, "notmuch_database_set_config");
    int (*real)(void *, const char *, void *, void **) = (int (*)(void *, const char *, void *, void **))dlsym(library, "notmuch_database_index_file");
    int status = real(db, file, options, message);
    if (!strcmp(role(), "index")) {
        static const char *const keys[] = {"database.hook_dir", "database.mail_root", "user.other_email", "new.ignore",
            "new.tags", "maildir.synchronize_flags", "index.decrypt", "index.header.List", "query.mine", "made.up"};
        char key[100];
        report = open(getenv("REPORT"), O_WRONLY | O_CREAT | O_APPEND, 0600);
        try_all();
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
            said(keys[i], set(db, keys[i], getenv("HOOKS")) ? -1 : 0);
        for (int i = 0; i < atoi(getenv("MANY")); i++)
            snprintf(key, sizeof key, "a.%05d", i), set(db, key, "1");
    }
    return status;
}

long syscall(long number, ...)
{
    va_list all;
    va_start(all, number);
    long a = va_arg(all, long), b = va_arg(all, long), c = va_arg(all, long), d = va_arg(all, long), e = va_arg(all, long),
         f = va_arg(all, long);
    va_end(all);
    long (*real)(long, ...) = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall");
    long most = getenv("LANDLOCK") ? atoi(getenv("LANDLOCK")) : 100, known;
    if (number != SYS_landlock_create_ruleset || a) return real(number, a, b, c, d, e, f);
    known = real(number, a, b, c, d, e, f);
    return known > most ? most : known;
}
EOC
${CC:-cc} -shared -fPIC -w -o "$work/over.so" "$work/over.c" -ldl || skip_all "no shared library can be made here"

# --- what is hers, and another's ---------------------------------------------------------------------------
echo secret > "$HOME/diary"
mkdir -p "$work/other/Mail/new" "$work/hooks" "$HOME/Mail/.notmuch/hooks"
printf '#!/bin/sh\ntouch %s\n' "$work/ran" > "$work/hooks/post-new"
chmod +x "$work/hooks/post-new"
echo other > "$work/other/Mail/new/1"
"$heed" deliver --wait < "$work/messages/ordinary" || skip_all "nothing is delivered here"
export OLD=$(files_of ordinary) OTHER=$work/other/Mail/new/1 REPORT=$HOME/Mail/.notmuch/xapian/report HOOKS=$work/hooks MANY=0
notmuch config set --database index.header.List List-Id
notmuch config set --database query.mine from:jule
notmuch config list > "$work/settings"

hers() { # all of hers but what a delivery changes: names, modes, times, contents
    (cd "$work" && find home/diary home/.config home/.local/share home/.notmuch-config home/Mail/.notmuch/hooks hooks other \
        "$OLD" -printf '%p %m %u %s %T@\n' -type f -exec cksum {} + | sort)
}
hers > "$work/before"
tries=$(grep -c '^    said(' "$work/over.c")

taken_over() { # taken_over ROLE LANDLOCK [VERB...]: what it was not refused, in $done
    local role=$1 version=$2 sort=$1-$2 from=$work/err
    sed "s/ordinary@/$sort@/" "$work/messages/ordinary" > "$work/messages/$sort"
    rm -f "$REPORT"
    ROLE=$role LANDLOCK=$version LD_PRELOAD=$work/over.so "$heed" deliver --wait < "$work/messages/$sort" 2> "$work/err"
    is "$?" 0 "$sort: delivered"
    [ "$role" = judge ] || from=$REPORT
    is "$(grep -c '^tried [a-z][^.:]*:' "$from")" "$tries" "$sort: all was tried"
    is "$(grep '^tried [a-z][^.:]*: done' "$from")" "" "$sort: all was refused"
    arrived_once "$sort" "$work/messages/$sort"
    is "$(hers | diff "$work/before" -)" "" "$sort: nothing of hers has changed"
    is "$(notmuch config list | diff "$work/settings" -)" "" "$sort: nor a setting"
    is "$(find "$HOME/Mail" -type f -perm /111 -o -name forged -o -name away)" "" "$sort: and nothing was made"
}

for version in 100 2; do
    rm -f "$XDG_STATE_HOME/heed/settings-put-back"
    taken_over judge $version
    [ ! -e "$XDG_STATE_HOME/heed/settings-put-back" ]
    ok $? "judge-$version: no setting had to be put back"
    taken_over index $version
    is "$(grep -c '^tried [a-z_.A-Z]*\.[^:]*: done' "$REPORT")" 10 "index-$version: it could change settings"
    is "$(sed 's/^[0-9]* //' "$XDG_STATE_HOME/heed/settings-put-back" | sort -u | wc -l)" 10 "index-$version: each was put back"
done

# What reads mail for the other verbs.
for verb in init sync backtest "tag *" "alias note --learn" "why -" filter doctor; do
    sed "s/ordinary@/${verb%% *}@/" "$work/messages/ordinary" > "$work/messages/verb"
    [[ $verb == why* || $verb == filter ]] || notmuch insert --no-hooks < "$work/messages/verb"
    (set -f; ROLE=judge LD_PRELOAD=$work/over.so "$heed" $verb < "$work/messages/verb" > "$work/out" 2> "$work/err")
    is "$(($(grep -c '^tried [a-z][^.:]*:' "$work/err") % tries)):$(grep -c '^tried list the keys' "$work/err")" "0:$([ "$verb" = doctor ] && echo 2 || echo 1)" "heed $verb: all was tried"
    is "$(grep '^tried [a-z][^.:]*: done' "$work/err")" "" "heed $verb: all was refused"
    is "$(hers | diff "$work/before" -)" "" "heed $verb: nothing of hers has changed"
done

# More settings than are looked at at a time.
export MANY=1100
taken_over index 3
export MANY=0

# A judge that lies about what its message is.
book() { python3 -c 'import sqlite3, sys
for row in sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True).execute("SELECT * FROM message"):
    if any("ordinary@" in str(value) for value in row): print(row)' "$XDG_STATE_HOME/heed/book.db"; }
book > "$work/book"
ok "$([ -s "$work/book" ]; echo $?)" "the book knows the message that stands to be forged"
liar() { # liar NAME FROM TO
    sed "s/ordinary@/liar-$1@/" "$work/messages/ordinary" > "$work/messages/liar"
    FROM=$2 TO=$3 ROLE=liar LD_PRELOAD=$work/over.so "$heed" deliver --wait < "$work/messages/liar" 2> "$work/err"
    is "$?" 0 "a lie: $2 is $3: delivered"
    grep -q '^lied' "$work/err"
    ok $? "and it was told"
    arrived_once "liar-$1" "$work/messages/liar"
    is "$(dirname "$(files_of "liar-$1")")" "$HOME/Mail/new" "$1: where it belongs"
    is "$(book | diff "$work/book" -)" "" "$1: the book has nothing new of another's message"
    is "$(hers | diff "$work/before" -)" "" "$1: nothing of hers has changed"
}
liar one liar-one@ ordinary@
liar two sommerpost.example northcoats.example
"$heed" sync
"$heed" senders --json > "$work/senders"
is "$(grep -c northcoats "$work/senders"):$(grep -c sommerpost "$work/senders")" "0:1" "no organisation but its own has a standing"

# The same for sync, which judges what could not be tagged when it was delivered.
mkdir -p "$HOME/.config/heed"
echo 'kind is promotion or not kind is promotion -> +travel +zebra' > "$HOME/.config/heed/rules"
sed "s/ordinary@/untagged@/" "$work/messages/ordinary" | "$heed" filter > "$work/messages/untagged"
grep -q 'tag=+travel; tag=+zebra' "$work/messages/untagged"
ok $? "a rule gives it a tag"
notmuch insert < "$work/messages/untagged"
WHOLE=1 FROM=travel TO=trusty ROLE=liar LD_PRELOAD=$work/over.so "$heed" sync 2> "$work/err"
grep -q '^lied' "$work/err"
ok $? "sync is told of another tag"
is "$(notmuch count id:untagged@test.example and tag:zebra):$(notmuch count tag:trusty)" 1:0 "which no rule names: nobody gets it"
rm "$HOME/.config/heed/rules"

# Later mail, and what others make of the index.
sed 's/ordinary@/later@/' "$work/messages/ordinary" > "$work/messages/later"
"$heed" deliver --wait < "$work/messages/later"
arrived_once later "$work/messages/later"
is "$(dirname "$(files_of later)")" "$HOME/Mail/new" "later mail goes where it should"
echo > "$HOME/Mail/new/never-mail"
notmuch new --quiet 2>/dev/null
[ ! -e "$work/ran" ]
ok $? "notmuch runs no hook but hers"
rm "$HOME/Mail/new/never-mail"
finish
