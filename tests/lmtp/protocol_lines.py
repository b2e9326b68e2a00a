"""What tests of heed lmtp tell, and what the stand-in store and the users' books have."""
import glob, os, re, sqlite3, time

def tell(got, expected, what):
    print("\t".join(str(word).replace("\t", " ").replace("\n", " ") for word in (got, expected, what)), flush=True)

def stored(folder):
    return sorted(glob.glob(folder + "/*.to"), key=lambda name: int(re.sub(r"\D", "", os.path.basename(name))))

def last(folder):
    """The last message and its recipients."""
    name = stored(folder)[-1][:-3]
    return open(name, "rb").read(), open(name + ".to").read().split("\n")[1:-1]

def wait_for(what, seconds=30):
    end = time.time() + seconds
    while time.time() < end:
        got = what()
        if got:
            return got
        time.sleep(0.02)

def book_of(state, user, query):
    found = [os.path.join(at, "state/book.db") for at, names, _ in os.walk(state) if os.path.basename(at) == user]
    if not found or not os.path.exists(found[0]):
        return None
    try:
        return sqlite3.connect(found[0]).execute(query).fetchall()
    except sqlite3.Error:
        return None
