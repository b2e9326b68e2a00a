"""A mail server's side of LMTP, for tests: with timeouts, and words of its own for what it sends."""
import re, socket
from email.utils import formatdate

class Client:
    def __init__(self, where, hello=True):
        kind = socket.AF_INET if where.isdigit() else socket.AF_UNIX
        self.socket = socket.socket(kind)
        self.socket.settimeout(30)
        self.socket.connect(("127.0.0.1", int(where)) if where.isdigit() else where)
        self.file = self.socket.makefile("rb")
        self.greeting = self.reply()
        self.offers = self.ask("LHLO test.example") if hello else ""

    def reply(self):
        """"250 2.1.5 OK", lines of one reply with | between them, "" where the connection has ended."""
        lines = []
        while True:
            try:
                line = self.file.readline().decode().rstrip("\r\n")
            except ConnectionError:
                line = ""
            lines.append(line)
            if line[3:4] != "-":
                return "|".join(lines)

    def send(self, raw):
        try:
            self.socket.sendall(raw if isinstance(raw, bytes) else raw.encode())
        except ConnectionError:
            pass

    def ask(self, line):
        self.send(line + "\r\n")
        return self.reply()

    def deliver(self, message, *to, sender="jule@sommerpost.example"):
        """The replies for each of TO, those of RCPT where that was refused."""
        replies = [self.ask("MAIL FROM:<%s>" % sender)]
        if not replies[0].startswith("250"):
            return replies
        replies = [self.ask("RCPT TO:<%s>" % address) for address in to]
        if any(reply.startswith("250") for reply in replies):
            begun = self.ask("DATA")
            if not begun.startswith("354"):
                return [begun]
            self.send(message + b".\r\n")
            replies = [self.reply() if reply.startswith("250") else reply for reply in replies]
        else:
            self.ask("RSET")
        return replies

    def chunks(self, chunks, *to):
        """The replies for each of TO, to a message of these CHUNKS, the last of which ends it."""
        self.ask("MAIL FROM:<jule@sommerpost.example>")
        good = [self.ask("RCPT TO:<%s>" % address)[:3] == "250" for address in to]
        for chunk in chunks[:-1]:
            self.send(b"BDAT %d\r\n" % len(chunk) + chunk)
            if self.reply()[:3] != "250":
                return "refused"
        self.send(b"BDAT %d LAST\r\n" % len(chunks[-1]) + chunks[-1])
        return [self.reply() for _ in filter(None, good)]

    def close(self):
        self.socket.close()

def letter(name, extra="", body="Are you around?\r\n"):
    head = ("From: Jule <jule@sommerpost.example>\r\nTo: reader@home.example\r\nSubject: Saturday\r\n"
            "Date: Mon, 6 Jan 2025 10:00:00 +0000\r\nMessage-ID: <%s@test.example>\r\n" % name)
    return (extra + head + "\r\n" + body).encode("latin-1")

def verdict(message):
    found = re.match(rb"X-Heed: ([^\r]*)\r\n", message)
    return found.group(1).decode() if found else None

def offer(name):
    return letter(name, extra="Authentication-Results: mx.home.example; dmarc=pass header.from=shop.example\r\n"
                  "Received: from out.shop.example by mx.home.example; %s\r\n" % formatdate(),
                  body="<p>20% off everything, shop now!</p>\r\n").replace(
        b"Jule <jule@sommerpost.example>", b"Shop <news@shop.example>").replace(
        b"Subject: Saturday", b"Subject: 20% off\r\nList-Unsubscribe: <https://shop.example/u>\r\nPrecedence: bulk\r\nContent-Type: text/html")

def harmed(name, charset):
    return letter(name).replace(b"Subject: Saturday", b"Subject: =?%s?q?x?=" % charset.encode())

def begin(where, message, *to):
    """Sends it, and reads no reply to it yet."""
    other = Client(where)
    other.ask("MAIL FROM:<jule@sommerpost.example>")
    for address in to:
        other.ask("RCPT TO:<%s>" % address)
    other.ask("DATA")
    other.send(message + b".\r\n")
    return other
