"""Processes of heed's, for tests."""

def children(parent):
    try:
        return [int(word) for word in open("/proc/%d/task/%d/children" % (parent, parent)).read().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []
