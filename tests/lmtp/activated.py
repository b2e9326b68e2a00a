"""Starts heed lmtp as systemd does: with sockets, one on WHERE (a path or port), or open to all if "anywhere"; tells
what it says at the notification socket. usage: activated.py WHERE NOTIFY-SOCKET COMMAND..."""
import os, socket, sys

where, notify, command = sys.argv[1], sys.argv[2], sys.argv[3:]
listening = socket.socket(socket.AF_UNIX if where.startswith("/") else socket.AF_INET)
listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listening.bind(where if where.startswith("/") else ("127.0.0.1", int(where)) if where.isdigit() else ("0.0.0.0", 0))
listening.listen(20)
if where.startswith("/"):
    os.chmod(where, 0o666)
if listening.fileno() != 3:
    os.dup2(listening.fileno(), 3)
os.set_inheritable(3, True)
os.environ.update(LISTEN_FDS="1", LISTEN_PID=str(os.getpid()), NOTIFY_SOCKET=notify,
                  WATCHDOG_USEC="400000", WATCHDOG_PID=str(os.getpid()))
os.execvp(command[0], command)
