"""Between heed and an IMAP server: hands on what both say, keeps what heed says, and spoils what the server says.
usage: proxy.py SOCKET SERVER LOG [HOW]   SOCKET: where it listens; SERVER: the server's; LOG: a line for each line of heed's.
HOW: endless (a line), literal (of 4 GB), many (messages, says STATUS), fewer (messages, says EXISTS), zero (a UID), nul,
bare (a line's end), close, short (closes within a literal), refuse (BAD to a FETCH), stall;
late: nothing, but a message comes when heed opens a folder"""
import os, re, socket, sys, threading, time

path, behind, log, how = sys.argv[1], sys.argv[2], open(sys.argv[3], "a", buffering=1), (sys.argv + [""])[4]
if os.path.exists(path):
    os.unlink(path)
door = socket.socket(socket.AF_UNIX)
door.bind(path)
door.listen()


def spoiled(line):
    """What is said in place of LINE; None: nothing any more."""
    listed, fetched = line.startswith(b"* LIST"), b" FETCH (UID" in line
    if how == "endless" and listed:
        return b"* LIST (" + b"\\A " * 3000000
    if how == "literal" and listed:
        return b'* LIST () "/" {4000000000}\r\n'
    if how == "many" and line.startswith(b"* STATUS"):
        return re.sub(rb"MESSAGES \d+", b"MESSAGES 4000000000", line)
    if how == "fewer":
        return re.sub(rb"^\* \d+ EXISTS", b"* 1 EXISTS", line)
    if how == "zero" and fetched:
        return re.sub(rb"UID \d+", b"UID 0", line)
    if how == "nul" and fetched:
        return line.replace(b"FLAGS", b"FL\0AGS")
    if how == "bare" and listed:
        return line.replace(b"\r\n", b"\n")
    if how == "close" and fetched:
        return None
    if how == "short" and re.search(rb"\{\d+\}\r\n$", line):
        return re.sub(rb"\{\d+\}", b"{90000}", line)
    if how == "refuse" and fetched:
        return b"a6 BAD no\r\na7 BAD no\r\na8 BAD no\r\n"
    if how == "stall" and listed:
        time.sleep(3600)
    return line


def arrive():
    """A letter of "late" to the reader's folder Zoo."""
    letter = b"From: Toni <toni@late.example>\r\nMessage-ID: <late@x.example>\r\n\r\nSee you.\r\n"
    mail = socket.socket(socket.AF_UNIX)
    mail.connect(behind)
    mail.sendall(b'a LOGIN reader@home.example secret\r\nb APPEND Zoo {%d+}\r\n%s\r\nc LOGOUT\r\n' % (len(letter), letter))
    assert any(line.startswith(b"b OK") for line in mail.makefile("rb").readlines())


def hand_back(server, heed):
    try:
        for line in server.makefile("rb"):
            said = spoiled(line)
            if said is None:
                break
            heed.sendall(said)
            if how == "short" and said != line:
                break
    except OSError:
        pass
    for end in (heed, server):
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


while True:
    heed, _ = door.accept()
    server = socket.socket(socket.AF_UNIX)
    server.connect(behind)
    threading.Thread(target=hand_back, args=(server, heed), daemon=True).start()

    def hand_on(heed=heed, server=server):
        try:
            for line in heed.makefile("rb"):
                log.write(line.decode("utf-8", "replace").rstrip() + "\n")
                if how == "late" and b"EXAMINE" in line:
                    arrive()
                server.sendall(line)
            server.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
    threading.Thread(target=hand_on, daemon=True).start()
