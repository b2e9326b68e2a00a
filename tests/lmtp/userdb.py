"""A stand-in for Dovecot's auth-userdb socket: knows those whose local part is a folder's name in HOMES, or in MORE.
usage: userdb.py SOCKET HOMES UID GID MORE...   A file HOMES/away: it gives no answer."""
import os, socketserver, sys

where, homes, uid, gid, more = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4], sys.argv[5:]

class Table(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b"VERSION\t1\t1\nSPID\t1\n")
        while line := self.rfile.readline().decode().rstrip("\n"):
            words = line.split("\t")
            if words[0] != "USER":
                continue
            local, _, domain = words[2].partition("@")
            if os.path.exists(homes + "/away"):
                answer = "FAIL\t" + words[1]
            elif os.path.isdir("%s/%s" % (homes, local)) or local in more:
                answer = "\t".join(["USER", words[1], words[2], "uid=" + uid, "gid=" + gid, "home=%s/%s" % (homes, local)])
            else:
                answer = "NOTFOUND\t" + words[1]
            self.wfile.write(answer.encode() + b"\n")

server = socketserver.ThreadingUnixStreamServer(where, Table)
os.chmod(where, 0o666)
server.daemon_threads = True
server.serve_forever()
