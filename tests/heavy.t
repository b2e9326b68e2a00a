#!/usr/bin/env python3
"""Messages of nearly a megabyte that are made to be slow to read: none takes over a second of CPU, all are judged.
HEED names the binary."""
import os, subprocess, sys, tempfile

root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
heed = os.environ.get("HEED", os.path.join(root, "heed"))
limit = 20 if os.environ.get("SANITIZE") else 1
SIZE = 950_000
HEAD = b"From: Shop <news@shop.example>\nTo: reader@home.example\nSubject: s\nMessage-ID: <1@x>\n"


def fill(piece):
    return (piece.encode() * (SIZE // len(piece.encode()) + 1))[:SIZE]


def field(name, piece):
    return name.encode() + b": " + fill(piece) + b"\n" + HEAD + b"\nx\n"


def typed(content_type, body):
    return HEAD + b"Content-Type: " + content_type.encode() + b"\n\n" + body


messages = {}
for name in ("From", "To", "Subject", "References", "Authentication-Results", "Received", "Content-Type"):
    for piece in ("(", '"', "\\", ";", 'a="', "a@b.c,", "<", "=?utf-8?q?a?= ", "g: a@b, ", "xn--a.", "é", "\n a@b\n"):
        messages[f"{name}: {piece!r}"] = field(name, piece)
for name in ("From", "To", "Authentication-Results", "Received", "X-Heed", "A"):
    messages[f"many {name}"] = fill(name + ": mx.home.example; dmarc=pass header.from=a@b.example\n") + HEAD + b"\nx\n"
for piece in ("<font>", "<a href=x>", "<", "<!--", "&", "&#", "<![CDATA[", "<script>", "<td>", "<p style='color:#fff'>",
              '<script type="application/ld+json">[[[[', "<p itemtype='http://schema.org/A'>", "</p>", "\u200b",
              "http://a.example/ ", "<p a=b "):
    messages[f"HTML of {piece!r}"] = typed("text/html; charset=utf-8", fill(piece))
messages["attributes"] = typed("text/html", b"<p " + b" ".join(b"a%d" % i for i in range(120000)) + b">x</p>")
for piece in ("http://", "www.a ", "> x\n", "account verify now ", "PayPal ", "$1 ", "你", "рaypal ", "a", "e\u0301",
              "a@b.example ", "http://a@b@c/"):
    messages[f"text of {piece!r}"] = typed("text/plain; charset=utf-8", fill(piece))
for name, piece in (("empty parts", "--b\n\nx\n"), ("HTML parts", "--b\nContent-Type: text/html\n\n<p>x\n"),
                    ("attachments", "--b\nContent-Disposition: attachment; filename=x.html\n\nx\n")):
    messages[name] = typed("multipart/mixed; boundary=b", fill(piece))
messages["alternatives"] = typed("multipart/alternative; boundary=b", fill("--b\nContent-Type: text/html\n\n<p>x\n"))
messages["nested parts"] = typed("multipart/mixed; boundary=b0", b"".join(
    b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (i, i + 1) for i in range(14000)))
messages["nested messages"] = typed("message/rfc822", fill("Content-Type: message/rfc822\n\n"))
messages["parameters"] = typed("text/plain; " + "; ".join(f"a*{i}=x" for i in range(60000)), b"x")
for piece in ("\0", "\n", "\r", "a:\n", "From x\n"):
    messages[f"nothing but {piece!r}"] = fill(piece)

with tempfile.TemporaryDirectory(prefix="heed-heavy.") as home:
    mail = os.path.join(home, "Mail")
    for sub in ("cur", "new", "tmp"):
        os.makedirs(os.path.join(mail, sub))
    env = dict(os.environ, HOME=home, NOTMUCH_CONFIG=home + "/notmuch-config", XDG_CONFIG_HOME=home + "/c",
               XDG_STATE_HOME=home + "/s", XDG_CACHE_HOME=home + "/k", XDG_DATA_HOME=home + "/d")
    os.makedirs(home + "/c/heed")
    with open(home + "/c/heed/config", "w") as f:
        f.write("[trust]\nauthserv-id=+mx.home.example\n")
    with open(env["NOTMUCH_CONFIG"], "w") as f:
        f.write(f"[database]\npath={mail}\n[user]\nname=Reader\nprimary_email=reader@home.example\n")
    subprocess.run(["notmuch", "new", "--quiet"], env=env, check=True)
    subprocess.run([heed, "init"], env=env, check=True, stdout=subprocess.DEVNULL)
    slow, unjudged, slowest = [], [], (0, "")
    for name, data in messages.items():
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out:
            given.write(data), given.seek(0)
            p = subprocess.Popen([heed, "filter"], stdin=given, stdout=out, env=env)
            _, status, usage = os.wait4(p.pid, 0)
            p.returncode = status
            out.seek(0)
            took = usage.ru_utime + usage.ru_stime
            slowest = max(slowest, (took, name))
            slow += [f"{name}: {took:.2f} s"] * (took > limit)
            unjudged += [name] * (status != 0 or b"unjudged=" in out.read(300))

for problem in slow + unjudged:
    print("#", problem)
print(f"# {len(messages)} messages; slowest {slowest[0]:.2f} s: {slowest[1]}")
print(("not " if slow else "") + f"ok 1 - none takes over {limit} s of CPU")
print(("not " if unjudged else "") + "ok 2 - every message is judged")
print("1..2")
sys.exit(bool(slow or unjudged))
