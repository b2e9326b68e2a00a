#!/bin/sh
# Writes C that stands in for what archives refer to in libraries that are not linked, because nothing of it is called:
# gpgme, GIO and the like. A stand-in that is called all the same ends the process and says its name.
#
# usage: stand-ins.sh NAMES OBJECTS -- ARCHIVES      NAMES: the only names that may have one, a regular expression
#
# There is none for what an archive has, and none for what one of heed's own OBJECTS refers to: that stays undefined, and
# the program is not linked.
set -eu
names=$1
shift
objects=
while [ "$1" != -- ]; do
    objects="$objects $1"
    shift
done
shift
{
    ${NM:-nm} --defined-only "$@" 2>/dev/null | awk 'NF == 3 { print "has", $3 }'
    ${NM:-nm} --undefined-only $objects | awk 'NF == 2 { print "has", $2 }'
    ${NM:-nm} --undefined-only "$@" 2>/dev/null | awk 'NF == 2 { print "wants", $2 }'
} | awk -v names="^($names)\$" '
    $1 == "has" { has[$2] = 1 }
    $1 == "wants" && $2 ~ names && !($2 in has) { has[$2] = 1; print $2 }' | sort |
    {
        cat <<'EOT'
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define STAND_IN(name)                                                     \
    __attribute__((visibility("hidden"), noreturn)) void name(void);       \
    void name(void)                                                        \
    {                                                                      \
        static const char said[] = "heed: " #name " is not linked in\n"; \
        (void)!write(STDERR_FILENO, said, strlen(said));                   \
        abort();                                                           \
    }

EOT
        # The one that is called, by g_mime_init(): NULL says that there is no gpgme.
        sed 's/.*/STAND_IN(&)/; s/^STAND_IN(\(gpgme_check_version.*\))/void *\1(void);\nvoid *\1(void) { return NULL; }/'
    }
