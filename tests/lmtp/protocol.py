"""What heed lmtp says to a mail server, and what the store gets, with the stand-in store behind it. Prints a line of
GOT, EXPECTED and what it is about for each, with tabs between them.
usage: protocol.py HEED-SOCKET STORE-FOLDER"""
import os, re, sys, time
from lmtp import Client, letter
from protocol_lines import tell, stored, last

where, folder = sys.argv[1:]

def codes(replies):
    return " ".join(reply[:9].rstrip() if re.match(r"\d{3} \d\.\d\.\d", reply) else reply[:3] for reply in replies)

def bare(message):
    """Without heed's fields."""
    return re.sub(rb"\AX-Heed: [^\r]*\r\n(X-Heed-Seal: [^\r]*\r\n)?", b"", message)

client = Client(where, hello=False)
tell(client.greeting[:4], "220 ", "it greets")
tell(client.ask("MAIL FROM:<a@b.example>")[:3], "503", "MAIL before LHLO")
tell(client.ask("EHLO test.example")[:3], "500", "EHLO is no word of LMTP")
tell(client.ask("LHLO")[:3], "501", "LHLO without a name")
offers = client.ask("LHLO test.example").split("|")
tell(sorted(line[4:] for line in offers[1:]),
     sorted(["PIPELINING", "SIZE 2097152", "ENHANCEDSTATUSCODES", "8BITMIME", "XFORWARD IDENT"]),
     "what it and the store can do is offered, the smaller size, and no SMTPUTF8, CHUNKING or DSN")
tell(client.ask("RCPT TO:<fine@home.example>")[:3], "503", "RCPT before MAIL")
tell(client.ask("DATA")[:3], "503", "DATA before MAIL")
for line, code in (("MAIL", "501"), ("MAIL FROM:", "501"), ("MAIL FROM:a@b.example", "501"), ("MAIL FROM:<a@b.example", "501"),
                   ("MAIL FROM:<a b@c.example>", "501"), ("MAIL FROM:<a@b.example>x", "501"), ("MAIL FROM:<\x01@b.example>", "501"),
                   ("MAIL FROM:<a@b.example> SIZE=x", "501"), ("MAIL FROM:<a@b.example> SIZE=3000000", "552"),
                   ("MAIL FROM:<a@b.example> SMTPUTF8", "555"), ("MAIL FROM:<a@b.example> BODY=BINARYMIME", "555"),
                   ("MAIL FROM:<a@b.example> RET=FULL", "555"), ("FETCH", "500"), ("MAIL FROM:<" + "a" * 2000 + ">", "501"),
                   ("NOOP " + "x" * 5000, "500"), ("NOOP", "250"), ("VRFY fine", "252"), ("RSET", "250")):
    tell(client.ask(line)[:3], code, "%s..." % line[:40] if len(line) > 40 else line)
client.send("NOOP\n")
tell(client.reply()[:3], "500", "a command that ends in LF alone")
tell(client.ask("MAIL FROM:<> SIZE=100 BODY=8BITMIME")[:3], "250", "the null sender, with parameters")
tell(client.ask("MAIL FROM:<a@b.example>")[:3], "503", "MAIL twice")
tell(client.ask("RCPT TO:<fine@home.example> NOTIFY=NEVER")[:3], "555", "a parameter of RCPT")
tell(client.ask("DATA")[:3], "503", "DATA without a recipient")
tell(client.ask("RSET")[:3], "250", "RSET")

# --- recipients --------------------------------------------------------------------------------------------

before = len(stored(folder))
got = client.deliver(letter("four"), "fine@home.example", "over@home.example", "unknown@home.example", "full@home.example")
tell(codes(got), "250 2.0.0 552 5.2.2 550 5.1.1 552 5.2.2", "fine, over quota, unknown, full behind the message: four right replies")
tell((len(stored(folder)) - before, last(folder)[1]), (1, ["fine@home.example"]), "and one copy, of the first")
got = client.deliver(letter("twice"), "fine@home.example", "fine@home.example", "other@home.example")
tell(got, ["250 2.0.0 <%s> saved" % name for name in ("fine@home.example", "fine@home.example", "other@home.example")],
     "the same recipient twice: a reply each, in order, in the store's words")
tell(last(folder)[1], ["fine@home.example", "fine@home.example", "other@home.example"], "in one transaction")
tell(codes(client.deliver(letter("odd"), '"a b"@home.example', "fine+shop@home.example", "../../etc@home.example")),
     "250 2.0.0 250 2.0.0 250 2.0.0", "odd addresses are the store's to judge")

# --- pipelining --------------------------------------------------------------------------------------------

client.send("MAIL FROM:<a@b.example>\r\nRCPT TO:<fine@home.example>\r\nRCPT TO:<unknown@home.example>\r\n"
            "RCPT TO:<other@home.example>\r\nDATA\r\n")
tell(codes([client.reply() for _ in range(5)]), "250 2.1.0 250 2.1.5 550 5.1.1 250 2.1.5 354", "commands in one piece")
client.send(letter("piped") + b".\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<fine@home.example>\r\nRSET\r\nNOOP\r\n")
tell(codes([client.reply() for _ in range(6)]), "250 2.0.0 250 2.0.0 250 2.1.0 250 2.1.5 250 2.0.0 250 2.0.0",
     "and what stands behind the message is the next command")
for piece in letter("bytewise", body=".. two dots\r\n...\r\n") + b".\r\n", :
    client.ask("MAIL FROM:<a@b.example>"), client.ask("RCPT TO:<fine@home.example>"), client.ask("DATA")
    for i in range(len(piece)):
        client.send(piece[i:i + 1])
    tell(client.reply()[:3], "250", "byte by byte")
tell(bare(last(folder)[0]), letter("bytewise", body=". two dots\r\n..\r\n"), "dots are taken off, once")

# --- no smuggling ------------------------------------------------------------------------------------------

hidden = "MAIL FROM:<admin@home.example>\r\nRCPT TO:<other@home.example>\r\nDATA\r\nSubject: smuggled\r\n\r\nx\r\n"
for end, arrives in (("\n.\n", "\r\n..\r\n"), ("\n.\r\n", "\r\n..\r\n"), ("\r\n.\n", "\r\n\r\n"), ("\r.\r\n", "\r.\r\n"),
                     ("\r.\r", "\r.\r"), ("\n.\r", "\r\n..\r"), ("\r\n.\r", "\r\n\r"), ("\r\r\n.\n", "\r\r\n\r\n")):
    before = len(stored(folder))
    got = client.deliver(letter("smuggle", body="text" + end + hidden), "fine@home.example")
    tell((codes(got), len(stored(folder)) - before), ("250 2.0.0", 1), "%r does not end a message" % end)
    wire = open(folder + "/said").read().count("admin@home.example")
    tell((wire, b"smuggled" in last(folder)[0]), (0, True), "and what is behind it stays in it")

# --- what the store gets -----------------------------------------------------------------------------------

ours = "X-Heed: priority\r\nX-HEED-Why: because\r\n\tof that\r\nX-Heed-Seal : v=2\r\nX-Heedless: stays\r\n"
client.deliver(letter("marked", extra=ours), "fine@home.example")
tell(bare(last(folder)[0]), letter("marked", extra="X-Heedless: stays\r\n"), "fields from outside that look like heed's go, and no other")
head = last(folder)[0].split(b"\r\n\r\n")[0].decode()
tell(re.sub(r"mac=[\w-]{43}", "mac=M", re.sub(r"t=\d+", "t=T", "|".join(line for line in head.split("\r\n") if line.startswith("X-Heed") and "less" not in line))),
     "X-Heed: inbox|X-Heed-Seal: v=2; t=T; mac=M", "a placement and a seal, and nothing of anybody's history")
odd = b"Subject: \xff\x00 raw\r\n\r\n" + bytes(range(256)).replace(b"\n", b"").replace(b"\r", b"") + b"\r\n" + b"y" * 70000 + b"\r\n"
client.deliver(odd, "fine@home.example")
tell(bare(last(folder)[0]) == odd, True, "any bytes, and lines of any length")
for name, message in (("empty", b""), ("no header", b"\r\nbody\r\n"), ("no body", b"Subject: x\r\n"), ("a first line that goes on", b" x\r\nSubject: y\r\n\r\nz\r\n")):
    tell((codes(client.deliver(message, "fine@home.example")), bare(last(folder)[0])), ("250 2.0.0", message), "a message with %s" % name)
large = letter("large", body="z" * 70 + "\r\n") + (b"q" * 76 + b"\r\n") * 20000
tell((codes(client.deliver(large, "fine@home.example")), bare(last(folder)[0]) == large), ("250 2.0.0", True), "one of 1.5 MB")
before = len(stored(folder))
tell(codes(client.deliver(large * 2, "fine@home.example", "other@home.example")), "552 5.3.4 552 5.3.4", "one above the limit: 552 for each")
tell(len(stored(folder)) - before, 0, "and nothing of it")
tell(codes(client.deliver(letter("behind"), "fine@home.example")), "250 2.0.0", "and the session goes on")

# --- the store in trouble ----------------------------------------------------------------------------------

tell(codes(client.deliver(letter("gone"), "gone@home.example", "fine@home.example")), "451 4.3.2 451 4.3.2", "it ends at DATA, twice: 451")
tell(codes(client.deliver(letter("shut"), "shut@home.example")), "451 4.3.1", "the store refuses DATA: its word")
tell(codes(client.deliver(letter("behind"), "fine@home.example")), "250 2.0.0", "and the next message on that connection is none the worse")
tell(codes(client.deliver(letter("lost"), "lost@home.example", "fine@home.example")), "451 4.4.2 451 4.4.2", "it ends behind the message: 451 for all")
tell(codes(client.deliver(letter("again"), "fine@home.example")), "250 2.0.0", "and the next message has another connection")
tell(client.ask("MAIL FROM:<a@b.example>")[:3] + client.ask("RCPT TO:<away@home.example>")[:3], "250421", "it ends at RCPT: 421")
client.close()
open(folder + "/no-8bit", "w").close()
tell("8BITMIME" in Client(where).offers, False, "what the store cannot do is not offered")
os.remove(folder + "/no-8bit")
client = Client(where)
client.ask("MAIL FROM:<a@b.example>"), client.ask("RCPT TO:<fine@home.example>"), client.ask("DATA")
before = len(stored(folder))
client.send(letter("cut"))
client.close()
time.sleep(0.3)
tell(len(stored(folder)) - before, 0, "a client that ends within the message: nothing goes on")
client = Client(where)
tell(client.ask("QUIT")[:3] + client.reply(), "221", "QUIT")
