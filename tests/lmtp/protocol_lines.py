"""What tests of heed lmtp tell, and what the stand-in store has."""
import glob, os, re

def tell(got, expected, what):
    print("\t".join(str(word).replace("\t", " ").replace("\n", " ") for word in (got, expected, what)), flush=True)

def stored(folder):
    return sorted(glob.glob(folder + "/*.to"), key=lambda name: int(re.sub(r"\D", "", os.path.basename(name))))

def last(folder):
    """The last message and its recipients."""
    name = stored(folder)[-1][:-3]
    return open(name, "rb").read(), open(name + ".to").read().split("\n")[1:-1]
