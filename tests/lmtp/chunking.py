"""BDAT (RFC 3030) to heed lmtp, for fine@home.example and other@home.example. FOLDER is the stand-in store's, or that of users'
homes. Prints as protocol.py does. usage: chunking.py HEED-SOCKET FOLDER"""
import glob, os, re, sys
from lmtp import *
from protocol_lines import *

where, folder = sys.argv[1:]
maildirs = os.path.isdir(folder + "/fine")

def newest():
    """What the last message was, without what heed puts in front, with the line ends of the wire."""
    if not maildirs:
        text = last(folder)[0]
    else:
        text = open(max(glob.glob(folder + "/fine/Maildir/*/*:*") + glob.glob(folder + "/fine/Maildir/new/*"), key=lambda name: os.stat(name).st_mtime_ns), "rb").read().replace(b"\n", b"\r\n")
    return re.sub(rb"\A(Return-Path: [^\r]*\r\n)?X-Heed: [^\r]*\r\n(X-Heed-Seal: [^\r]*\r\n)?", b"", text)

def count():
    return len(glob.glob(folder + "/fine/Maildir/new/*")) if maildirs else len(stored(folder))

client = Client(where)
tell("CHUNKING" in client.offers.split("|")[-2], True, "CHUNKING is offered")
tell("BINARYMIME" in client.offers, False, "and no BINARYMIME")
text = letter("chunk", body="one\r\n.\r\n.two\r\n..\r\nthree\r\n")
tell(([reply[:9] for reply in client.chunks([text], "fine@home.example")], newest() == text), (["250 2.0.0"], True), "one chunk: dots mean nothing")
for at in (1, 7, text.index(b"\r\n") + 1, len(text)):
    tell(([reply[:9] for reply in client.chunks([text[:at], text[at:]], "fine@home.example", "other@home.example", "fine@home.example")], newest() == text),
         (["250 2.0.0"] * 3, True), "two, parted at %d: a reply for each recipient" % at)
tell(([reply[:9] for reply in client.chunks([text[i:i + 1] for i in range(len(text))] + [b""], "fine@home.example")], newest() == text), (["250 2.0.0"], True), "byte by byte, and an empty one is the last")
odd = letter("odd", body="bare\nline, \r and\r\n.\r\n no end")
tell(([reply[:9] for reply in client.chunks([odd[:-8], odd[-8:]], "fine@home.example")], newest()), (["250 2.0.0"], odd.replace(b"bare\n", b"bare\r\n")), "a bare LF ends a line, a bare CR none, and the end is where it is")
tell(([reply[:9] for reply in client.chunks([letter("cr", body="x\r")], "fine@home.example")], newest()), (["250 2.0.0"], letter("cr", body="x\r")), "a CR at the very end")
large = letter("large") + (b"q" * 76 + b"\r\n") * 20000
tell(([reply[:9] for reply in client.chunks([large[:500000], large[500000:]], "fine@home.example")], newest() == large), (["250 2.0.0"], True), "one of 1.5 MB")

# --- pipelining and mistakes -------------------------------------------------------------------------------

small = letter("small")
client.send(b"MAIL FROM:<a@b.example>\r\nRCPT TO:<fine@home.example>\r\nBDAT %d\r\n%bBDAT 0 LAST\r\nNOOP\r\n" % (len(small), small))
tell([client.reply()[:3] for _ in range(5)], ["250"] * 5, "all in one piece: a reply each")
tell(newest() == small, True, "and what stands behind the message is the next command")
before = count()
hidden = b"MAIL FROM:<admin@home.example>\r\n"
client.send(b"BDAT %d LAST\r\n%bNOOP\r\n" % (len(hidden), hidden))
tell([client.reply()[:3] for _ in range(2)], ["503", "250"], "no transaction: 503, and its bytes are passed over")
tell((client.ask("MAIL FROM:<a@b.example>")[:3], client.ask("RCPT TO:<unknown@home.example>")[:3]), ("250", "550"), "no good recipient")
client.send(b"BDAT %d\r\n%bBDAT %d LAST\r\n%bNOOP\r\n" % (len(hidden), hidden, len(hidden), hidden))
tell([client.reply()[:3] for _ in range(3)], ["503", "503", "250"], "503 to each chunk")
tell((client.ask("RCPT TO:<fine@home.example>")[:3], client.ask("BDAT 0")[:3]), ("250", "250"), "one that is good, and an empty chunk")
tell([client.ask(line)[:3] for line in ("RCPT TO:<fine@home.example>", "DATA", "MAIL FROM:<a@b.example>", "RSET", "BDAT 0 LAST")], ["503", "503", "503", "250", "503"],
     "RCPT, DATA and MAIL have no place behind a chunk, and RSET forgets it")
client.ask("MAIL FROM:<a@b.example>"), client.ask("RCPT TO:<fine@home.example>"), client.ask("RCPT TO:<other@home.example>")
client.send(b"BDAT %d\r\n%bBDAT %d\r\n%bBDAT 5 LAST\r\nagain" % (len(large), large, len(large), large))
tell([client.reply()[:9] for _ in range(4)], ["250 2.0.0", "552 5.3.4", "552 5.3.4", "552 5.3.4"], "too large by the second chunk: 552 to it, and at the end for each recipient")
tell(count() - before, 0, "nothing of all that goes on")
tell(([reply[:9] for reply in client.chunks([small], "fine@home.example")], newest() == small), (["250 2.0.0"], True), "and the session does")
for line in ("BDAT", "BDAT x", "BDAT -1", "BDAT 5 FIRST", "BDAT 5 LAST LAST"):
    other = Client(where)
    other.ask("MAIL FROM:<a@b.example>"), other.ask("RCPT TO:<fine@home.example>")
    tell((other.ask(line)[:3], other.reply()), ("501", ""), "%s: 501 and the end, since it is not known where the next command begins" % line)
other = Client(where)
other.ask("MAIL FROM:<a@b.example>"), other.ask("RCPT TO:<fine@home.example>")
other.send(b"BDAT %d\r\n%bBDAT 100 LAST\r\nxx" % (len(small), small))
other.close()
tell((client.ask("NOOP")[:3], count() - before), ("250", 1), "who ends within a chunk has sent nothing")
