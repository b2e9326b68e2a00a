#!/bin/bash
# Fetched by what ends at once: a systemd service of Type=oneshot kills what a run leaves behind (KillMode=control-group).
# The recipes for getmail and fdm wait for the index, so nothing is; without --wait what is killed is taken up later.
. "$(dirname "$0")/lib.sh"
need notmuch python3
make_home "$work/home"
make_messages "$work/messages"

# Stands in for systemd: runs a command, and kills all that is left of it when it ends. Says whether there was anything.
cat > "$work/oneshot" <<'EOP'
import ctypes, os, signal, subprocess, sys
ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER
code = subprocess.call(sys.argv[2:], stdin=open(sys.argv[1]))
killed = 0
while True:
    with open("/proc/thread-self/children") as file:
        children = [int(pid) for pid in file.read().split()]
    if not children:
        break
    for pid in children:  # what they leave is this one's next
        try:
            with open("/proc/%d/stat" % pid) as file:
                killed += file.read().rsplit(")", 1)[1].split()[0] != "Z"
            os.kill(pid, signal.SIGKILL)
        except OSError:
            pass
        os.waitpid(pid, 0)
print(code, "killed" if killed else "clean")  # an indexer may have a writer of its own by then
EOP
oneshot() { python3 "$work/oneshot" "$@"; }
[ -r /proc/thread-self/children ] || skip_all "this kernel does not tell children"

fetched() { # fetched SORT: indexed and tagged, as soon as the run has ended
    is "$(files_of "$1" | wc -l):$(notmuch count --exclude=false "id:$1@test.example and (tag:inbox or tag:later)")" "1:1" \
        "$1: indexed and tagged when the run has ended"
}

# --- heed alone --------------------------------------------------------------------------------------

is "$(oneshot "$work/messages/ordinary" "$heed" deliver --wait)" "0 clean" "deliver --wait leaves nothing behind"
fetched ordinary
hold_index
is "$(oneshot "$work/messages/promotional" "$heed" deliver)" "0 killed" "without --wait the indexer is, and is killed"
let_go
is "$(grep -l promotional@test.example "$HOME/Mail/new/"* | wc -l):$(files_of promotional | wc -l)" "1:0" \
    "the message is stored, and not indexed"
"$heed" sync
is "$?" 0 "sync"
fetched promotional

# Others end what is left of the command's process group (maildrop): the indexer is out of that when heed ends.
cat > "$work/group" <<'EOP'
import os, signal, subprocess, sys
command = subprocess.Popen(sys.argv[2:], stdin=open(sys.argv[1]), preexec_fn=os.setpgrp)
os.waitid(os.P_PID, command.pid, os.WEXITED | os.WNOWAIT)  # so that its group is still there
os.killpg(command.pid, signal.SIGKILL)
EOP
for i in $(seq 20); do
    sed "s/ordinary@/group$i@/" "$work/messages/ordinary" > "$work/messages/group"
    python3 "$work/group" "$work/messages/group" "$heed" deliver
    indexed
    [ -n "$(files_of "group$i")" ] || break
done
is "$i:$(files_of "group$i" | wc -l)" "20:1" \
    "whose group is ended behind it: indexed all the same"

# --- getmail and fdm, from a server of the test's own ---------------------------------------------------

cat > "$work/pop3" <<'EOP'
import os, socketserver, sys
files = sys.argv[2:]
class Pop3(socketserver.StreamRequestHandler):
    def say(self, text): self.wfile.write(text.encode() + b"\r\n")
    def handle(self):
        mail = [open(name, "rb").read().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n") for name in files if os.path.exists(name)]
        uids, gone = [os.path.basename(name) for name in files if os.path.exists(name)], []
        self.say("+OK")
        for line in self.rfile:
            word, *rest = line.decode().split()
            word, n = word.upper(), int(rest[0]) - 1 if rest and rest[0].isdigit() else None
            if word == "STAT": self.say("+OK %d %d" % (len(mail), sum(map(len, mail))))
            elif word in ("LIST", "UIDL"):
                rows = ["%d %s" % (i + 1, uids[i] if word == "UIDL" else len(mail[i])) for i in range(len(mail))]
                if n is None: self.say("\r\n".join(["+OK"] + rows + ["."]))
                else: self.say("+OK " + rows[n])
            elif word in ("RETR", "TOP"):
                body = mail[n] if mail[n].endswith(b"\r\n") else mail[n] + b"\r\n"
                self.say("+OK")
                self.wfile.write(b"".join((b"." if l.startswith(b".") else b"") + l for l in body.splitlines(True)) + b".\r\n")
            elif word == "DELE": gone.append(n); self.say("+OK")
            elif word == "CAPA": self.say("+OK\r\nUSER\r\nUIDL\r\n.")
            elif word == "QUIT":
                self.say("+OK")
                for i in gone: os.unlink(os.path.join(os.path.dirname(files[0]), uids[i]))
                return
            else: self.say("+OK")
class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
with Server(("127.0.0.1", 0), Pop3) as server:
    with open(sys.argv[1] + ".new", "w") as file: file.write(str(server.server_address[1]))
    os.rename(sys.argv[1] + ".new", sys.argv[1])
    server.serve_forever()
EOP
start_pop3() { # start_pop3 NAME: serves one message, which is called after it, at $port
    mkdir "$work/box-$1"
    sed "s/ordinary@/$1@/" "$work/messages/ordinary" > "$work/box-$1/message"
    python3 "$work/pop3" "$work/port-$1" "$work/box-$1/message" 2> "$work/pop3-$1.err" &
    server=$!
    cleanups+=("kill $server")
    wait_for [ -e "$work/port-$1" ]
    port=$(cat "$work/port-$1")
}
without() { # without REASON DESCRIPTION: a test that cannot be made here
    tests_run=$((tests_run + 1))
    echo "ok $tests_run - $2 # SKIP $1"
}

try() { # try NAME COMMAND...: heed that fails, then heed
    local name=$1
    shift
    touch "$work/fail"
    oneshot /dev/null "$@" > "$work/out" 2>&1
    [ ! -e "$work/fail" ]
    ok $? "$name: heed is run, and fails" || note "$(cat "$work/out")"
    is "$(ls "$work/box-$name"):$(grep -rl "$name@test.example" "$HOME/Mail" | wc -l)" "message:0" \
        "$name: the message stays on the server"
    hold_index # so that nobody who does not wait is done before the run is
    (wait_for grep -rqs "$name@test.example" "$HOME/Mail/new"; pause 2; kill "$holder") &
    is "$(oneshot /dev/null "$@" 2> "$work/err" | tail -n 1)" "0 clean" "$name: the next run leaves nothing behind" || note "$(cat "$work/err")"
    wait "$holder" $! 2>/dev/null
    fetched "$name"
}
# Fails once where there is a file of that name; what heed says on standard error is no failure.
printf '#!/bin/sh\n[ ! -e %q ] || { rm %q; exit 75; }\necho "heed: the key is lost" >&2\nexec %q "$@"\n' \
    "$work/fail" "$work/fail" "$heed" > "$work/heed"
chmod +x "$work/heed"

if command -v getmail > /dev/null; then
    start_pop3 getmail
    mkdir -p "$XDG_CONFIG_HOME/getmail"
    sed -e "s|/usr/local/bin/heed|$work/heed|" -e "s|^server = .*|server = 127.0.0.1\nport = $port|" \
        -e 's|^type = SimpleIMAPSSL.*|type = SimplePOP3Retriever|' \
        -e 's|^ignore_stderr.*|&\nallow_root_commands = true|' "$root/sample-rules/mta/getmailrc" > "$XDG_CONFIG_HOME/getmail/getmailrc"
    try getmail getmail --quiet
else
    without "getmail is not installed" "getmail's recipe"
fi
if ! command -v fdm > /dev/null; then
    without "fdm is not installed" "fdm's recipe"
elif [ "$(id -u)" = 0 ]; then
    without "fdm gives up root, and cannot read this then" "fdm's recipe"
else
    start_pop3 fdm
    sed -e "s|/usr/local/bin/heed|$work/heed|" -e "s|imaps server \"[^\"]*\"|pop3 server \"127.0.0.1\" port $port|" \
        "$root/sample-rules/mta/fdm.conf" > "$HOME/.fdm.conf"
    sed -i "1i set lock-file \"$work/fdm.lock\"" "$HOME/.fdm.conf" # the usual one is at home by passwd(5)
    chmod 600 "$HOME/.fdm.conf"
    try fdm fdm -f "$HOME/.fdm.conf" fetch
fi
finish
