#!/usr/bin/env python3
"""Folders that heed makes, as Dovecot makes them: listed, once, whoever else writes the list; and with the rights that the
Maildir has, whose mail stays its owner's unless it is shared."""
import stat, threading
from maildir import *

RULES = "".join(f'subject has "number {i}!" -> folder "Lists/{i}"\n' for i in range(12)) + 'subject has "number 99!" -> inbox\n'


def numbered(i, name=None):
    return mail("Toni Berg <toni@x.example>", f"number {i}!", mid=f"{name or 'n%d' % i}@x.example")


def listing(box):
    return open(box.mail + "/subscriptions").read()


def reader(**how):
    box = Reader(**how)
    box.write(".config/heed/rules", RULES)
    box.begin()
    return box


def listed():
    box = reader(settings="\n[folders]\nmove=yes\n")
    before = listing(box)
    done = box.heed("deliver", "--wait", stdin=numbered(1))
    ok(done.returncode == 0 and "/.Lists.1/" in box.file("n1") and listing(box) == before + "Lists\t1\n", "deliver lists the folder that it makes",
       listing(box), done.stderr.decode())
    box.heed("deliver", "--wait", stdin=numbered(1, "again"))
    ok(listing(box) == before + "Lists\t1\n" and "/.Lists.1/" in box.file("again"), "once", listing(box))
    box.write("Mail/subscriptions", before)
    box.heed("deliver", "--wait", stdin=numbered(1, "third"))
    ok(listing(box) == before, "what she left is not listed again")
    box.store(numbered(2))
    said = box.heed("tag", "--new")
    ok("/.Lists.2/" in box.file("n2") and listing(box) == before + "Lists\t2\n", "so does tag --new", listing(box), said.stderr.decode())
    box.write("Mail/subscriptions", "V\t2\n\nLists\t3")
    box.heed("deliver", "--wait", stdin=numbered(3))
    ok(listing(box).count("Lists\t3") == 1, "what is listed by now is not doubled, also where the last line has no end", listing(box))
    os.mkdir(box.mail + "/.Lists.4"), os.mkdir(box.mail + "/.Lists.4/new")
    box.heed("deliver", "--wait", stdin=numbered(4))
    ok(listing(box).count("Lists\t4\n") == 1 and "/.Lists.4/" in box.file("n4"), "one that was begun is finished", listing(box))
    os.unlink(box.mail + "/subscriptions")
    box.heed("deliver", "--wait", stdin=numbered(5))
    ok("/.Lists.5/" in box.file("n5") and not os.path.exists(box.mail + "/subscriptions"), "where there is no list none is begun")
    box.close()


def never_in_the_way():
    box = reader(settings="\n[folders]\nmove=yes\n")
    before = listing(box)
    box.write("Mail/subscriptions.lock", "")
    done = box.heed("deliver", stdin=numbered(1))
    ok(done.returncode == 0 and "/.Lists.1/" in box.file("n1") and listing(box) == before and os.path.exists(box.mail + "/subscriptions.lock"),
       "a list that somebody has locked for long is left alone, and mail is delivered", listing(box), done.stderr.decode())
    box.store(numbered(2))
    box.heed("tag", "--new")
    ok("/.Lists.2/" in box.file("n2") and listing(box) == before, "or moved")
    os.unlink(box.mail + "/subscriptions.lock"), os.unlink(box.mail + "/subscriptions"), os.mkdir(box.mail + "/subscriptions")
    done = box.heed("deliver", stdin=numbered(3))
    ok(done.returncode == 0 and "/.Lists.3/" in box.file("n3"), "what is no list keeps no mail away", done.stderr.decode())
    box.close()


def at_once():
    """A server that rewrites the list all the time, as Dovecot does: a lock file that becomes the list."""
    box, path, written, going = reader(), None, [], True
    path = box.mail + "/subscriptions"

    def server():
        while going:
            try:
                fd = os.open(path + ".lock", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                time.sleep(0.001)
                continue
            written.append(f"Server\t{len(written)}")
            with open(fd, "w") as file:
                file.write(open(path).read() + written[-1] + "\n")
            time.sleep(0.002)
            os.rename(path + ".lock", path)
            time.sleep(0.003)

    thread = threading.Thread(target=server)
    thread.start()
    runs = [subprocess.Popen([HEED, "deliver"], stdin=subprocess.PIPE, env=box.env, stderr=subprocess.PIPE) for _ in range(24)]
    for i, run in enumerate(runs):
        run.stdin.write(numbered(i % 12, f"r{i}"))
        run.stdin.close()
    codes = [run.wait() for run in runs]
    for run in runs:
        run.stderr.close()
    going = False
    thread.join()
    lines = listing(box).splitlines()
    expected = sorted(written + [f"Lists\t{i}" for i in range(12)] + ["Trash", "Later", "Suspect"])
    ok(codes == [0] * 24 and sorted(lines[2:]) == expected, "many at once, beside a server: each folder once, none lost", codes,
       sorted(set(expected) ^ set(lines[2:])))
    box.close()


def rights():
    group = 4242 if os.geteuid() == 0 else os.getgid()
    of = lambda path: (oct(stat.S_IMODE(os.stat(path).st_mode)), os.stat(path).st_gid)
    for what, mode, mark, file_mode, folder_mode in (
            ("shared by its group", 0o770, False, "0o660", "0o770"), ("shared, as dovecot-shared says", 0o750, True, "0o640", "0o750"),
            ("shared, with the group handed down", 0o2770, False, "0o660", "0o2770"),
            ("only readable to others", 0o755, False, "0o600", "0o755"), ("hers alone", 0o700, False, "0o600", "0o700")):
        for mask in 0o077, 0o000:
            box = reader(settings="\n[folders]\nmove=yes\nlater=Later\nsuspect=Suspect\n[placement]\nlater=99\ndoubt=0\npatience=0\nprobe=0\nprotect=\n")
            for folder in "", "/cur", "/new", "/tmp":
                os.chown(box.mail + folder, -1, group)
                os.chmod(box.mail + folder, mode)
            shutil.rmtree(box.mail + "/.Later")
            if mark:
                box.write("Mail/dovecot-shared", "")
            before = os.umask(mask)
            box.heed("deliver", "--wait", stdin=numbered(1))
            box.heed("deliver", "--wait", stdin=numbered(99, "inbox"))
            os.umask(before)
            shares = (mode >> 3 & 7) != (mode & 7)
            gid = group if shares else os.getgid()
            got = of(box.file("n1")), of(box.mail + "/.Lists.1"), of(box.mail + "/.Lists.1/cur"), of(box.file("inbox"))
            want = (file_mode, gid), (folder_mode, gid), (folder_mode, gid), (file_mode, gid)
            ok(got == want, f"{what}, umask {mask:03o}: files and folders", got, want)
            ok(os.path.exists(box.mail + "/.Lists.1/dovecot-shared") == mark, f"{what}: {'so is' if mark else 'nor is'} the folder marked")
            if mask:
                box.store(mail("Shop <x@s.example>", "Sale: 20% off", "Shop now! Unsubscribe\n", more=LEAVE, mid="sale@x.example"))
                os.chmod(box.file("sale"), 0o600)
                box.heed("tag", "--new")
                ok("/.Later/" in box.file("sale") and of(box.file("sale"))[0] == file_mode, f"{what}: what is moved", of(box.file("sale")), box.file("sale"))
            box.close()


if __name__ == "__main__":
    main(listed, never_in_the_way, at_once, rights)
