#!/usr/bin/env python3
"""Messages that are far too large in every way: time and memory stay bounded, the bounds that were hit are findings, and
the message comes out byte for byte. Their limits can be set. HEED names the binary. heavy.t has the smaller ones."""
import base64, os, subprocess, sys, tempfile

root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
heed = os.environ.get("HEED", os.path.join(root, "heed"))
sanitized = bool(os.environ.get("SANITIZE"))
CPU, MEMORY = (60, 4000) if sanitized else (4, 100)  # seconds; MiB of the larger of both processes
MIB = 1 << 20
HEAD = b"From: Shop <news@shop.example>\nTo: reader@home.example\nSubject: s\nMessage-ID: <%s@x>\n"
tests = 0
failed = 0


def ok(good, what, *notes):
    global tests, failed
    tests += 1
    failed += not good
    print(("" if good else "not ") + f"ok {tests} - {what}")
    for line in notes if not good else ():
        print("#", line)


def typed(content_type, *pieces):
    return [b"Content-Type: " + content_type + b"\n\n", *pieces]


def nested_encodings(depth):
    """A message within a message within a message, each of them in base64."""
    inner = b"Content-Type: text/plain\n\n" + b"A" * 100000
    for _ in range(depth):
        inner = b"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + base64.encodebytes(inner)
    return inner


def messages():
    """Name, pieces behind HEAD (repeated ones are (times, piece)), and the finding there must be, or None."""
    line = base64.b64encode(os.urandom(57)) + b"\n"
    yield "attachment of 200 MiB", typed(
        b"multipart/mixed; boundary=b", b"--b\nContent-Type: text/plain\n\nhello\n--b\nContent-Type: application/zip\n"
        b"Content-Disposition: attachment; filename=a.zip\nContent-Transfer-Encoding: base64\n\n",
        (200 * MIB // len(line), line), b"--b--\n"), "limits.size"
    yield "a million header fields", [(1000000, b"X-Spam-Flag: no, not at all\n"), b"\nbody\n"], "limits.headers"
    yield "a header field of 30 MiB", [b"References: ", (30 * MIB // 16, b"<0123456789@ab> "), b"\n\nbody\n"], \
        "limits.header-length"
    yield "a million addresses", [b"Cc: ", (1000000, b"a@b.example, "), b"\n\nbody\n"], "limits.header-length"
    yield "30 MiB in one line", typed(b"text/plain", (30 * MIB // 8, b"endless ")), "limits.text"
    yield "30 MiB of NUL", typed(b"text/plain", (30, b"\0" * MIB)), "limits.text"
    yield "NUL in the header", [(30, b"\0" * MIB)], None
    yield "30 MiB of HTML", typed(b"text/html", (30 * MIB // 32, b"<p><a href=http://a.example/>x ")), "limits.text"
    yield "quoted-printable of nothing", \
        [b"Content-Transfer-Encoding: quoted-printable\n"] + typed(b"text/plain", (30 * MIB // 2, b"=\n")), None
    yield "a bomb of encodings", [nested_encodings(14)], None
    yield "parts without end", typed(b"multipart/mixed; boundary=b", (2000000, b"--b\nContent-Type: text/html\n\n<p>\n")), \
        "limits.parts"
    yield "parts within parts", typed(b"multipart/mixed; boundary=b0", *[
        b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (i, i + 1) for i in range(100000)]), "limits.depth"
    yield "messages within messages", [(500000, b"Content-Type: message/rfc822\n\n")], "limits.depth"
    yield "boundaries of one letter", typed(b"multipart/alternative; boundary=a", (8 * MIB, b"--a\n--\n")), None


def write(path, name, pieces):
    with open(path, "wb") as out:
        out.write(HEAD % name.replace(" ", ".").encode())
        for piece in pieces:
            times, one = piece if isinstance(piece, tuple) else (1, piece)
            block = one * max(1, min(times, MIB // max(len(one), 1)))
            whole, rest = divmod(times * len(one), len(block)) if block else (0, 0)
            for _ in range(whole):
                out.write(block)
            out.write(block[:rest])


def ends_with(path, given):
    """Whether the file PATH is some header fields and then all of the file GIVEN."""
    size = os.path.getsize(given)
    if os.path.getsize(path) < size:
        return False
    with open(path, "rb") as out, open(given, "rb") as sent:
        head = out.read(os.path.getsize(path) - size)
        while block := sent.read(MIB):
            if out.read(len(block)) != block:
                return False
    return all(line.startswith((b"X-Heed", b" ")) for line in head.splitlines())


with tempfile.TemporaryDirectory(prefix="heed-hostile.") as home:
    mail = os.path.join(home, "Mail")
    for sub in ("cur", "new", "tmp"):
        os.makedirs(os.path.join(mail, sub))
    env = dict(os.environ, HOME=home, NOTMUCH_CONFIG=home + "/notmuch-config", XDG_CONFIG_HOME=home + "/c",
               XDG_STATE_HOME=home + "/s", XDG_CACHE_HOME=home + "/k", XDG_DATA_HOME=home + "/d", TMPDIR=home)
    os.makedirs(home + "/c/heed")

    def settings(text=""):
        with open(home + "/c/heed/config", "w") as f:
            f.write("[trust]\nauthserv-id=mx.home.example\n[log]\nsyslog=false\n" + text)

    settings()
    with open(env["NOTMUCH_CONFIG"], "w") as f:
        f.write(f"[database]\npath={mail}\n[user]\nname=Reader\nprimary_email=reader@home.example\n")
    subprocess.run(["notmuch", "new", "--quiet"], env=env, check=True)
    given, out = home + "/given", home + "/out"

    def run(verb):
        with open(given, "rb") as i, open(out, "wb") as o:
            p = subprocess.Popen([heed, verb], stdin=i, stdout=o, env=env)
            _, status, usage = os.wait4(p.pid, 0)
            p.returncode = status
        return status, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024

    def head():
        with open(out, "rb") as f:
            text = f.read(8000).decode(errors="replace")
        return text.split("\nFrom:")[0].replace("\n ", " ")

    worst = (0, ""), (0, "")
    for name, pieces, finding in messages():
        write(given, name, pieces)
        status, cpu, memory = run("filter")
        worst = max(worst[0], (cpu, name)), max(worst[1], (memory, name))
        ok(status == 0 and ends_with(out, given), f"{name}: byte for byte")
        ok(cpu < CPU and memory < MEMORY, f"{name}: in bounded time and memory", f"{cpu:.2f} s, {memory:.0f} MiB")
        ok("unjudged=" not in head() and (finding is None or finding in head()),
           f"{name}: judged" + (f", and {finding} says so" if finding else ""), head()[:3000])
        if name.startswith("attachment"):
            status, cpu, memory = run("deliver")
            files = os.listdir(mail + "/new")
            ok(status == 0 and len(files) == 1 and ends_with(mail + "/new/" + files[0], given) and
               not os.listdir(mail + "/tmp"), f"{name}: delivered", f"{status} {files}")
            ok(memory < MEMORY, f"{name}: delivered in bounded memory", f"{memory:.0f} MiB")
            os.remove(mail + "/new/" + files[0])
    print(f"# slowest {worst[0][0]:.2f} s: {worst[0][1]}; largest {worst[1][0]:.0f} MiB: {worst[1][1]}")

    # Each bound can be set, and holds.
    write(given, "set", [
        b"Cc: a@b.example, c@d.example\nX-One: 1\nX-Long: " + b"x" * 3000 + b"\n" + (b"X-More: 1\n" * 20) +
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
        b"http://a.example/1 http://a.example/2 " + b"words " * 1000 +
        b"\n--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\ninner\n--c--\n--b--\n", (3 * MIB, b"\n")])
    run("filter")
    ok("limits." not in head(), "a message within all bounds has no finding", head())
    for key, value, finding in (("size", 1, "size"), ("headers", 10, "headers"), ("header-length", 1, "header-length"),
                                ("addresses", 1, "addresses"), ("parts", 2, "parts"), ("depth", 1, "depth"),
                                ("text", 1, "text"), ("links", 1, "links")):
        settings(f"[limits]\n{key}={value}\n")
        status, _, _ = run("filter")
        ok(status == 0 and f"limits.{finding} " in head(), f"[limits] {key} is heard", head())

print(f"1..{tests}")
sys.exit(bool(failed))
