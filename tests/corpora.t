#!/usr/bin/env python3
"""Every message of ../shared/corpora through heed filter and heed deliver: exit 0, what comes out without the
X-Heed fields is byte for byte what went in, none takes over a second of CPU. Every twentieth, or every Nth with
HEED_CORPORA_STEP=N; `make sweep` takes all. HEED names the binary."""
import os, re, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor

root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
corpora = os.environ.get("HEED_CORPORA", os.path.join(root, "..", "shared", "corpora"))
heed = os.environ.get("HEED", os.path.join(root, "heed"))
sanitize = bool(os.environ.get("SANITIZE"))
LIMIT = 20 if sanitize else 1  # seconds of CPU
step = int(os.environ.get("HEED_CORPORA_STEP", 1 if os.environ.get("SWEEP") else 48 if sanitize else 20))
if not os.path.isdir(corpora):
    print(f"1..0 # SKIP no {corpora}")
    sys.exit(0)

files = sorted(os.path.join(d, f) for d, _, fs in os.walk(corpora) for f in fs
               if not f.endswith((".md", ".tsv", ".pem", ".yml", ".json")) and "LICENSE" not in f)[::step]
OURS = re.compile(rb"(?i)x-heed(-[!-9;-~]*)?[ \t]*:")


def stripped(data):
    """The message without an mbox line and without heed's fields in its header section."""
    out, skip, at = [], False, 0
    if data.startswith(b"From "):
        at = data.find(b"\n") + 1 or len(data)
    while at < len(data):
        end = data.find(b"\n", at) + 1 or len(data)
        line = data[at:end]
        if line in (b"\n", b"\r\n"):
            break
        if line[:1] not in b" \t":
            skip = bool(OURS.match(line))
        if not skip:
            out.append(line)
        at = end
    return b"".join(out) + data[at:]


def home():
    where = tempfile.mkdtemp(prefix="heed-corpora.")
    mail = os.path.join(where, "Mail")
    for sub in ("cur", "new", "tmp"):
        os.makedirs(os.path.join(mail, sub))
    with open(os.path.join(where, "notmuch-config"), "w") as f:
        f.write(f"[database]\npath={mail}\n[user]\nname=Reader\nprimary_email=reader@home.example\n")
    env = dict(os.environ, HOME=where, NOTMUCH_CONFIG=os.path.join(where, "notmuch-config"),
               XDG_CONFIG_HOME=where + "/c", XDG_STATE_HOME=where + "/s", XDG_CACHE_HOME=where + "/k",
               XDG_DATA_HOME=where + "/d")
    subprocess.run(["notmuch", "new", "--quiet"], env=env, check=True)
    return where, env


def run(env, path, *args):
    """Exit code, output, messages, and CPU seconds with all children: the machine may be busy with others."""
    with open(path, "rb") as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        p = subprocess.Popen([heed, *args], stdin=given, stdout=out, stderr=err, env=env)
        _, status, usage = os.wait4(p.pid, 0)
        p.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0), err.seek(0)
        return p.returncode, out.read(), err.read(), usage.ru_utime + usage.ru_stime


def lane(share):
    where, env = home()
    new = os.path.join(where, "Mail", "new")
    problems, slowest, unjudged = [], (0, ""), 0
    for path in share:
        name = os.path.relpath(path, corpora)
        data = open(path, "rb").read()
        for verb in ("filter", "deliver"):
            code, out, err, took = run(env, path, verb)
            if verb == "deliver":
                names = os.listdir(new)
                if len(names) != 1:
                    problems.append(f"{name}: deliver left {len(names)} files")
                out = open(os.path.join(new, names[0]), "rb").read() if names else b""
            if code:
                problems.append(f"{name}: {verb} exit {code}")
            if stripped(out) != stripped(data):
                problems.append(f"{name}: {verb} altered it")
            if b"Sanitizer" in err or b"runtime error" in err:
                problems.append(f"{name}: {verb}: {err[-2000:].decode(errors='replace')}")
            unjudged += b"unjudged=" in out[:200]
            for _ in range(3):
                if took > LIMIT:  # the machine may have been busy with others: least of a few
                    took = min(took, run(env, path, verb)[3])
            for n in os.listdir(new):
                os.unlink(os.path.join(new, n))
            slowest = max(slowest, (took, f"{name} ({verb})"))
    subprocess.run(["rm", "-rf", where])
    return problems, slowest, unjudged


with ThreadPoolExecutor(2) as pool:
    results = list(pool.map(lane, (files[0::2], files[1::2])))
problems = [p for r in results for p in r[0]]
slowest = max(r[1] for r in results)
unjudged = sum(r[2] for r in results)
for p in problems[:20]:
    print("#", p)
print(f"# {len(files)} files; slowest {slowest[0]:.2f} s: {slowest[1]}")
print(("not " if problems else "") + "ok 1 - every message arrives, byte for byte")
print(("not " if unjudged else "") + "ok 2 - every message is judged")
slow = slowest[0] > LIMIT
print(("not " if slow else "") + "ok 3 - none takes over a second of CPU")
print("1..3")
sys.exit(bool(problems or slow or unjudged))
