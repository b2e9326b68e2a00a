#!/usr/bin/env python3
"""As sweep.py, of `heed watch`: it ends, or lives and does not spin; and whatever it saw, the next sync makes good.

usage: sweep_watch.py HEED FAULT.SO FOLDER SHARE [watch=CALL FAULT]

It is let alone until it has followed what she did before and one move more, or for LATE seconds, and is told to end then.
The syncs that it starts are programs of their own, which sweep.py sees to: they have no faults.
"""
import contextlib, os, signal, sqlite3, subprocess, sys, time

import points
import sweep

LATE = 3  # seconds: longer than a sync comes behind a change
SPIN = 0.5  # seconds of work, which a start takes a tenth of
points.FAULTS["read"] = points.FAULTS["read"] + [f"{points.EIO}+"]  # a folder's changes cannot be read any more


def work_of(pid):
    """Seconds that PID itself was at work, without what it started."""
    fields = sweep.read(f"/proc/{pid}/stat").rpartition(b")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Home(sweep.Home):
    def knows(self, base, folder):
        with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(f"file:{self.state}/book.db?mode=ro", uri=True)) as book:
            return book.execute("SELECT 1 FROM place JOIN folder ON number = folder WHERE base = ? AND path = ?", (base, folder)).fetchone()

    def await_(self, process, what):
        end = time.monotonic() + LATE
        while process.poll() is None and time.monotonic() < end:
            if what():
                return True
            time.sleep(0.03)
        return bool(what())

    def run(self, *argv, stdin=b"", env={}):
        if argv[1] != "watch":
            return super().run(*argv, stdin=stdin, env=env)
        with subprocess.Popen(argv, env={**self.env, **env}, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, start_new_session=True) as process:
            self.await_(process, lambda: self.knows("1.old", "Trash"))
            os.rename(self.mail + "/cur/4.old:2,", self.mail + "/Trash/cur/4.old:2,")
            self.followed = self.await_(process, lambda: self.knows("4.old", "Trash"))
            self.lived = process.poll() is None
            self.work = work_of(process.pid) if self.lived else 0
            process.send_signal(signal.SIGTERM)
            try:
                err = process.communicate(timeout=sweep.PATIENCE)[1]
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                raise sweep.Wrong(f"told to end it does not in {sweep.PATIENCE:.0f} s")
        self.wait_for_others(argv, time.monotonic() + sweep.PATIENCE)
        return process.returncode, b"", err.decode(errors="replace")


class Watch(sweep.Follow):
    def settle(self, home):
        for _ in range(3):
            code, _, said = home.run(sweep.HEED, "sync")
            sweep.want(code == 0, f"the next sync ended with {code}: {said}")
        return (home.run(sweep.HEED, "senders", "--json")[1], b"",
                sorted(sweep.without_marks(sweep.read(file)) for file in home.files()))

    def check(self, home, code, out, err):
        followed, lived = home.followed, home.lived
        sweep.want(home.work < SPIN, f"it spins: {home.work:.1f} s of work")
        sweep.want(not lived or code <= 0 or code == 75, f"told to end it ended with {code}: {err}")
        super().check(home, code, out, err)
        return "followed" if followed else "late" if lived else "ended"


sweep.Home = Home
sweep.SCENARIOS[:] = [Watch("watch", maildir=True, verb=("watch",), prepare=sweep.with_moves, part=1)]
if __name__ == "__main__":
    sys.exit(sweep.main())
