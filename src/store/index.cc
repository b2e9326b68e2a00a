/* The wall around Xapian: the one C++ file, where every exception ends. */
#include <xapian.h>

#include "index.h"

extern "C" uint64_t index_revision(const char *dir)
{
    try {
        return Xapian::Database(dir).get_revision();
    } catch (...) {
        return 0;
    }
}

extern "C" bool index_is_locked(const char *dir)
{
    try {
        return Xapian::Database(dir).locked();
    } catch (...) {
        return false;
    }
}
