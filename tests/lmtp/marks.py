"""How long it takes to mark 1,000 messages as read by IMAP, alone and while heed learns over and over, in turn.
usage: marks.py PORT USER ROUNDS COMMAND...   prints for one STORE of all and for 1,000 of one each: medians in ms, and the ratio"""
import imaplib, os, statistics, subprocess, sys, threading, time

port, user, rounds, command = int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4:]
MESSAGES = 1000
imap = imaplib.IMAP4("127.0.0.1", port)
imap.login(user, "secret")
imap.select("INBOX")
have = int(imap.select("INBOX")[1][0])
for i in range(have, MESSAGES):
    imap.append("INBOX", None, None, b"From: Shop <news@shop%d.example>\r\nTo: x@home.example\r\nSubject: News\r\nMessage-ID: <mark%d@shop.example>\r\n\r\nNews.\r\n" % (i % 40, i))
imap.select("INBOX")
learning, syncs = threading.Event(), [0]

def learn():
    while True:
        learning.wait()
        subprocess.run(command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        syncs[0] += 1

def at_once():
    imap.store("1:%d" % MESSAGES, "+FLAGS.SILENT", r"(\Seen)")

def each():
    for i in range(1, MESSAGES + 1):
        imap.store(str(i), "+FLAGS.SILENT", r"(\Seen)")

threading.Thread(target=learn, daemon=True).start()
for name, mark in (("one STORE", at_once), ("1,000 STORE", each)):
    took = {False: [], True: []}
    for i in range(2 * rounds):
        beside = bool(i % 2)
        learning.set() if beside else learning.clear()
        time.sleep(1.5) # it begins, or ends
        imap.store("1:%d" % MESSAGES, "-FLAGS.SILENT", r"(\Seen)")
        before = syncs[0]
        began = time.monotonic()
        mark()
        took[beside].append((time.monotonic() - began) * 1000)
    alone, both = statistics.median(took[False]), statistics.median(took[True])
    print("    %-11s alone %.1f, while heed learns %.1f: %.2f" % (name, alone, both, both / alone), flush=True)
if syncs[0] < 2 * rounds:
    print("  heed has learned %d times only" % syncs[0], flush=True)
os._exit(syncs[0] < 2 * rounds)
