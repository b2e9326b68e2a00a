"""Many sessions at once, and a store that lets five wait. usage: crowded.py WHERE"""
import sys, threading
from lmtp import Client, letter

good = []

def work(i):
    client = Client(sys.argv[1])
    for k in range(3):
        good.extend(reply for reply in client.deliver(letter("crowd%d.%d" % (i, k)), "ann@home.example") if reply.startswith("250"))
    client.close()

threads = [threading.Thread(target=work, args=(i,)) for i in range(40)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(len(good), 120, "forty sessions at once reach a store whose queue is short", sep="\t")
