"""Every so many calls of heed import fail in turn, and it is killed there: what is known is as before, or as in the archive,
never a part of both; it says 0 only for the second; and it works when it is run again. Prints what is wrong, and a count.
usage: import.py HEED FAULT.SO WORK ARCHIVE"""
import os, shutil, sqlite3, subprocess, sys

heed, fault, work, archive = sys.argv[1:]
state, keys = os.path.join(os.environ["XDG_STATE_HOME"], "heed"), os.path.join(os.environ["XDG_DATA_HOME"], "heed")
TABLES = "message tally weight contact name business thing alias alias_use affiliate folder place missing waiting".split()

def known():
    db = sqlite3.connect(state + "/book.db")
    found = [sorted(map(repr, db.execute("select * from " + table))) for table in TABLES]
    db.close()
    return found

def put(folder, copy):
    shutil.rmtree(folder)
    shutil.copytree(copy, folder)

def run(point=None):
    extra = {"FAULT_POINT": point, "LD_PRELOAD": fault, "FAULT_LOG": work + "/fault.log"} if point else {}
    with open(work + "/fault.log", "wb") as log:
        log.truncate(1 << 22)
    code = subprocess.run([heed, "import", "--replace", archive], env={**os.environ, **extra}, capture_output=True).returncode
    return code, b"hit" in open(work + "/fault.log", "rb").read(4096)

for folder in state, keys:
    shutil.copytree(folder, work + folder.replace("/", "_"))
before = known()
assert run()[0] == 0
after = known()
assert before != after
count = killed = 0
for call in "open", "read", "write", "pwrite", "pread", "fsync", "fdatasync", "rename", "unlink", "close", "ftruncate", "mmap":
    for kind in "28", "before", "short":
        for number in 1, 2, 3, 5, 8, 13, 21, 34, 55:
            for folder in state, keys:
                put(folder, work + folder.replace("/", "_"))
            code, hit = run("parent %s %d %s" % (call, number, kind))
            if not hit:
                break
            count += 1
            killed += kind == "before"
            now = known()
            if now != after and (code == 0 or now != before):
                print("# WRONG: %s %d %s: %d, and what is known is neither" % (call, number, kind, code) if code else
                      "# WRONG: %s %d %s: 0, and it is not there" % (call, number, kind))
            if run()[0] != 0 or known() != after:
                print("# WRONG: %s %d %s: the next one does not do it" % (call, number, kind))
print("%d %d" % (count, killed))
