#!/bin/bash
# Many deliveries while heed is killed at random, the index is held now and then, and the disk under mail and book fills
# up and is emptied again; then recovery. Every message must be there, and every acknowledged one in one file.
# usage: soak.sh [MESSAGES [LANES]]       10000 and 2; with HEED, the program under test
. "$(dirname "$0")/lib.sh"
need notmuch python3
messages=${1:-10000} lanes=${2:-2}
[ -w /dev/shm ] && disk=$(mktemp -d /dev/shm/heed-soak.XXXXXX) && cleanups+=("rm -rf $disk") || disk=$work
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=$((40 + messages * 24 / 1000))m none "$disk" 2>/dev/null; then
    cleanups+=("umount -l $disk")
    small=yes
fi
make_home "$disk/home"
printf '[trust]\nauthserv-id=mx.home.example\n[deliver]\nlock-wait=0.2\n' > "$XDG_CONFIG_HOME/heed/config"

start=$(date +%s)
python3 - "$heed" "$messages" "$lanes" "$disk" "${small:-}" > "$work/report" <<'EOF'
import os, random, re, signal, subprocess, sys, threading, time

heed, messages, lanes, disk, small = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4], sys.argv[5]
mail = os.environ["HOME"] + "/Mail"
random.seed(1)


def letter(i):
    return (f"Received: from a.example by mx.home.example; Mon, 6 Jan 2025 10:00:00 +0000\nFrom: Shop <news@shop{i % 50}.example>\n"
            f"To: reader@home.example\nSubject: Offer {i}\nDate: Mon, 6 Jan 2025 10:00:00 +0000\n"
            f"Message-ID: <soak{i}@test.example>\nList-Unsubscribe: <https://shop.example/u>\n\n"
            + f"Save {i % 70}% on shoes.\n" * (i % 60)).encode()


def deliver(i, life=None):
    """The exit code; negative where it was killed."""
    process = subprocess.Popen([heed, "deliver"], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        process.stdin.write(letter(i))
        process.stdin.close()
    except BrokenPipeError:
        pass
    if life is not None:
        time.sleep(life)
        try:
            (os.killpg if random.random() < 0.5 else os.kill)(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
    return process.wait()


done = threading.Event()
holds = fills = 0


def hold_index():
    """Now and then somebody else writes to the index for a while."""
    global holds
    import fcntl, struct
    while not done.wait(random.uniform(1, 4)):
        fd = os.open(mail + "/.notmuch/xapian/flintlock", os.O_WRONLY | os.O_CREAT)
        try:
            fcntl.fcntl(fd, 37, struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, 0, 1, 0))  # F_OFD_SETLK
            holds += 1
            done.wait(random.uniform(0.1, 1))
        except OSError:
            pass
        os.close(fd)


def fill_disk():
    global fills
    while small and not done.wait(random.uniform(3, 8)):
        try:
            with open(disk + "/ballast", "wb", buffering=0) as ballast:
                while True:
                    ballast.write(b"\0" * 65536)
        except OSError:
            fills += 1
        done.wait(random.uniform(0.1, 0.5))
        os.remove(disk + "/ballast")


def follow():
    while not done.wait(10):
        subprocess.run([heed, "sync", "--wait=2"], stderr=subprocess.DEVNULL)


queue, lock = list(range(messages)), threading.Lock()
codes, told, again = {}, {}, []


def lane():
    while True:
        with lock:
            if not queue:
                return
            i = queue.pop()
        code = deliver(i, random.uniform(0, 0.06) if random.random() < 0.4 else None)
        with lock:
            name = "stored" if code == 0 else "put off" if code == 75 else "killed" if code == -9 else f"code {code}"
            codes[name] = codes.get(name, 0) + 1
            told[i] = code
            if code:
                again.append(i)


others = [threading.Thread(target=f) for f in (hold_index, fill_disk, follow)]
workers = [threading.Thread(target=lane) for _ in range(lanes)]
for thread in others + workers:
    thread.start()
for thread in workers:
    thread.join()
done.set()
for thread in others:
    thread.join()

# What was not acknowledged, the mail server tries again.
failed = [i for i in again if deliver(i) != 0]
# Who was left to index them may hold the index yet: on a busy machine for longer than sync waits.
until = time.monotonic() + 300
while (sync := subprocess.run([heed, "sync"], stderr=subprocess.PIPE)).returncode == 75 and time.monotonic() < until:
    print("# sync:", sync.stderr.decode().strip())
files = {}
altered = []
for folder, _, names in os.walk(mail):
    if not folder.endswith(("/new", "/cur")):
        continue
    for name in names:
        data = open(f"{folder}/{name}", "rb").read()
        body = re.sub(rb"\A(X-Heed[A-Za-z-]*:.*\n([ \t].*\n)*)*", b"", data)
        number = re.search(rb"^Message-ID: <soak(\d+)@", body, re.M)
        if not number or body != letter(int(number[1])):
            altered.append(name)
        else:
            files[int(number[1])] = files.get(int(number[1]), 0) + 1
indexed = int(subprocess.run(["notmuch", "count", "--exclude=false", "*"], capture_output=True).stdout)
missing = [i for i in range(messages) if i not in files]
doubled = [i for i in files if files[i] > 1]
acknowledged_twice = [i for i in doubled if told[i] == 0]
print(f"# {messages} deliveries: " + ", ".join(f"{codes[name]} {name}" for name in sorted(codes)) +
      f"; {holds} holds of the index, {fills} full disks")
print(f"# afterwards: {messages - len(missing)} there, {indexed} in the index, {len(doubled)} in two files or more, of these "
      f"{len(acknowledged_twice)} acknowledged; {len(altered)} altered, {len(failed)} still failing, sync {sync.returncode}")
print("VALUES", len(missing), len(acknowledged_twice), len(altered), len(failed), sync.returncode, messages - indexed,
      sum(n for name, n in codes.items() if name.startswith("code")), len(os.listdir(mail + "/tmp")))
EOF
grep '^#' "$work/report"
echo "# in $(($(date +%s) - start)) s"
read -r missing twice altered failing sync unindexed codes left < <(sed -n 's/^VALUES //p' "$work/report")
is "${missing:-?}" 0 "every message is there"
is "${altered:-?}" 0 "byte for byte"
is "${twice:-?}" 0 "what was acknowledged is there once"
is "${failing:-?}:${sync:-?}" 0:0 "the next try of each succeeds, and so does sync"
is "${unindexed:-?}" 0 "notmuch has each message once"
is "${codes:-?}" 0 "no exit code but 0 and 75"
finish
