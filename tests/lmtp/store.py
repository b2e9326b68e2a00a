"""A stand-in for a store's LMTP server. What comes is written to FOLDER/N (the message) and FOLDER/N.to (recipients).
usage: store.py WHERE FOLDER    WHERE: a path or a port; recipients' local parts say what becomes of them:
unknown, over (552 at RCPT), full (552 behind the message), away (the connection ends at RCPT), gone (behind DATA),
lost (behind the message, before its replies), shut (451 at DATA), slow (5 s behind the message); all others get it.
Files in FOLDER: no-8bit (it does not offer that), chunking (it does), hang (it accepts and says nothing)."""
import os, socket, socketserver, sys, threading, time

where, folder = sys.argv[1:]
lock = threading.Lock()

class Store(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")
        self.wfile.flush()

    def keep(self, message, mail, to):
        local = [address.partition("@")[0].partition("+")[0] for address in to]
        if "slow" in local:
            time.sleep(5)
        if "lost" in local:
            return False
        got = [address for address, name in zip(to, local) if name != "full"]
        if got:
            with lock:
                number = len([name for name in os.listdir(folder) if name.endswith(".to")])
                open("%s/%d" % (folder, number), "wb").write(bytes(message))
                open("%s/%d.to" % (folder, number), "w").write("\n".join([mail] + got) + "\n")
        for address, name in zip(to, local):
            self.say("552 5.2.2 <%s> is full" % address if name == "full" else "250 2.0.0 <%s> saved" % address)
        return True

    def handle(self):
        while os.path.exists(folder + "/hang"):
            time.sleep(0.05)
        self.say("220 store.example LMTP")
        to, mail = [], None
        while line := self.rfile.readline():
            text = line.decode().rstrip("\r\n")
            word = text.split(" ")[0].upper()
            local = text.partition("<")[2].partition("@")[0].partition("+")[0]
            with lock:
                open(folder + "/said", "a").write(text + "\n")
            if word == "LHLO":
                eight = [] if os.path.exists(folder + "/no-8bit") else ["8BITMIME"]
                eight += ["CHUNKING"] if os.path.exists(folder + "/chunking") else []
                lines = ["store.example", "PIPELINING", "ENHANCEDSTATUSCODES", "SIZE 5000000"] + eight
                for i, item in enumerate(lines):
                    self.say("250" + ("-" if i + 1 < len(lines) else " ") + item)
            elif word == "MAIL":
                if mail:
                    self.say("503 5.5.1 MAIL already given")
                    continue
                to, mail = [], text
                self.say("250 2.1.0 OK")
            elif word == "RCPT":
                if local == "away":
                    return
                refusal = {"unknown": "550 5.1.1 <%s> is not known" % local, "over": "552 5.2.2 over quota"}.get(local)
                self.say(refusal or "250 2.1.5 OK")
                to += [] if refusal else [text.partition("<")[2].rpartition(">")[0]]
            elif word == "DATA":
                if any(address.startswith("gone") for address in to):
                    return
                if any(address.startswith("shut") for address in to):
                    self.say("451 4.3.1 not now")
                    continue
                self.say("354 OK")
                message = bytearray()
                while (line := self.rfile.readline()) != b".\r\n":
                    if not line:
                        return
                    assert line.endswith(b"\r\n"), line
                    message += line[1:] if line.startswith(b".") else line
                if not self.keep(message, mail, to):
                    return
                to, mail = [], None
            elif word == "BDAT":
                octets, last = text.split(" ")[1:]
                assert to and last == "LAST", text
                if not self.keep(self.rfile.read(int(octets)), mail, to):
                    return
                to, mail = [], None
            elif word == "RSET":
                to, mail = [], None
                self.say("250 2.0.0 OK")
            elif word == "QUIT":
                self.say("221 2.0.0 bye")
                return
            else:
                self.say("500 5.5.1 unknown")

if where.isdigit():
    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
    server = Server(("127.0.0.1", int(where)), Store)
else:
    server = type("Server", (socketserver.ThreadingUnixStreamServer,), {})(where, Store)
server.daemon_threads = True
server.serve_forever()
