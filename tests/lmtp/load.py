"""Hands messages to an LMTP server from several sessions at once, and tells how long that took.
usage: load.py WHERE SESSIONS MESSAGES FILE RECIPIENT...   prints messages a second, and milliseconds: median, 99 of 100"""
import sys, threading, time
from lmtp import Client

where, sessions, messages, file, to = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4], sys.argv[5:]
text = open(file, "rb").read().replace(b"\r\n", b"\n").replace(b"\n.", b"\n..").replace(b"\n", b"\r\n")
times, lock, failed = [], threading.Lock(), []

def work(first):
    client = Client(where)
    for i in range(first, messages, sessions):
        message = text.replace(b"Message-ID: <", b"Message-ID: <%d.%d." % (time.time_ns(), i))
        began = time.time()
        got = client.deliver(message, to[i % len(to)])
        took = time.time() - began
        with lock:
            times.append(took)
            failed.extend(reply for reply in got if reply[:3] != "250")

began = time.time()
threads = [threading.Thread(target=work, args=(i,)) for i in range(sessions)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
took = time.time() - began
times.sort()
print("%.1f %.1f %.1f" % (len(times) / took, times[len(times) // 2] * 1000, times[min(len(times) - 1, len(times) * 99 // 100)] * 1000))
sys.exit(bool(failed) or len(times) != messages)
