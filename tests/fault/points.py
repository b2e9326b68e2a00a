"""What can go wrong, call by call, and where: the points that sweep.py tries."""
from errno import *

ONCE = 128  # calls of malloc within which GLib makes most of what it makes once

FAULTS = {
    "open": [EIO, EMFILE, ENFILE, ENOMEM, EACCES, ENOSPC, EDQUOT, EROFS, EINTR],
    "fopen": [EIO, EMFILE, ENOMEM, EACCES], "opendir": [EIO, EMFILE, EACCES],
    "read": [EIO, EINTR, "short", ESTALE], "pread": [EIO, EINTR, "short", ESTALE],
    "write": [ENOSPC, EDQUOT, EIO, EINTR, EFBIG, "short", f"{ENOSPC}+", f"late{EIO}"],
    "pwrite": [ENOSPC, EDQUOT, EIO, EINTR, "short", f"{ENOSPC}+"], "writev": [ENOSPC, EIO],
    "fsync": [EIO, ENOSPC, EDQUOT, EINTR, f"late{EIO}", "hang"],
    "fdatasync": [EIO, ENOSPC, EDQUOT, EINTR, f"{EIO}+", "hang"],
    "close": [f"late{EINTR}", f"late{EIO}", f"late{ENOSPC}", f"late{EDQUOT}"],
    "link": [ENOSPC, EDQUOT, EIO, EMLINK, EPERM, EEXIST, EXDEV, EROFS, f"late{EEXIST}", f"late{EIO}", "hang"],
    "rename": [ENOSPC, EIO, EACCES, EROFS, f"late{EIO}"], "unlink": [EIO, EACCES, EROFS, EBUSY],
    "mkdir": [ENOSPC, EACCES, EROFS, EDQUOT, EIO], "access": [EIO, EACCES, ENOMEM],
    "stat": [EIO, EACCES, ENOMEM, ESTALE], "fstat": [EIO, ENOMEM, ESTALE], "lseek": [EIO],
    "ftruncate": [EIO, ENOSPC, EINTR], "fcntl": [ENOLCK], "flock": [EINTR, ENOLCK, EIO, "hang"],
    "fork": [EAGAIN, ENOMEM], "pipe": [EMFILE, ENFILE], "poll": [EINTR, ENOMEM, "hang"],
    "ppoll": [EINTR, ENOMEM, f"{ENOMEM}+"], "execv": [EACCES, ENOMEM],
    "inotify": [EMFILE, ENOMEM], "watch": [ENOSPC, ENOMEM, EACCES, f"{ENOSPC}+"],
    "waitpid": [EINTR, ECHILD, "hang"],
    "mmap": [ENOMEM, EACCES, EAGAIN], "dup": [EMFILE, EBUSY, EINTR], "dlopen": [ENOMEM], "gethostname": [EPERM],
    "malloc": [ENOMEM],
}


def points_of(counts):
    """All points: (who, call, number, kind), those of one call beside each other."""
    for (who, call), count in counts.items():
        for number in range(1, count + 1):
            for kind in FAULTS[call]:
                yield f"{who} {call} {number} {kind}"
            for kind in ("before", "after") + (("all",) if who == "parent" else ()):
                yield f"{who} {call} {number} {kind}"
    for who in {who for who, _ in counts}:
        number = 1
        while number < 20000:
            yield f"{who} malloc {number} {ENOMEM}"
            number += 1 + (number // 8 if number > ONCE else 0)


def spread(points, share):
    """SHARE of POINTS, evenly; the kinds of a call take turns."""
    points = list(points)
    return points if share >= 1 else [p for i, p in enumerate(points) if int((i + 1) * share) > int(i * share)]
