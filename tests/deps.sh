#!/bin/sh
# Installs what heed needs with apt-get where that is possible; elsewhere names the packages and stops.
# usage: deps.sh build|check|name       build: to compile and run the demo; check: all that the tests drive;
#                                       name: to compile; installs nothing
set -u
mode=${1:-build}

build_debian='g++ pkg-config libgmime-3.0-dev libnotmuch-dev libxapian-dev libsodium-dev libsqlite3-dev
libpsl-dev libxml2-dev libicu-dev libunistring-dev libseccomp-dev notmuch'
check_debian='perl procmail maildrop postfix bogofilter python3 strace faketime man-db mandoc valgrind'

names() {
    cat <<EOT
heed needs these packages:
  Debian, Ubuntu  $(echo $build_debian | sed 's/ libsqlite3/\n                  libsqlite3/')
                  for the tests also: $(echo $check_debian)
  Fedora          gcc-c++ pkgconf-pkg-config gmime30-devel notmuch-devel xapian-core-devel libsodium-devel
                  sqlite-devel libpsl-devel libxml2-devel libicu-devel libseccomp-devel notmuch
                  for the tests also: perl-Test-Harness procmail maildrop postfix bogofilter python3 strace
                  libfaketime valgrind
  Arch            gcc pkgconf gmime3 notmuch xapian-core libsodium sqlite libpsl libxml2 icu
                  libseccomp
                  for the tests also: perl procmail maildrop postfix bogofilter python strace libfaketime
                  valgrind
  Alpine          build-base pkgconf gmime-dev notmuch-dev xapian-core-dev libsodium-dev sqlite-dev
                  libpsl-dev libxml2-dev icu-dev libseccomp-dev linux-headers notmuch bash
                  for the tests also: perl-utils procmail maildrop postfix bogofilter python3 strace coreutils
                  libfaketime valgrind
EOT
}

# The tests that drive the optional ones skip where they are missing.
missing() { # missing PROGRAM...: names those that are
    PATH=$PATH:/usr/sbin:/sbin
    for program; do command -v "$program" >/dev/null || printf ' %s' "$program"; done
}

present() {
    command -v pkg-config >/dev/null && command -v c++ >/dev/null &&
        { [ "$mode" = name ] || command -v notmuch >/dev/null; } &&
        pkg-config --exists gmime-3.0 libsodium sqlite3 libpsl libxml-2.0 icu-i18n libseccomp xapian-core &&
        echo '#include <notmuch.h>' | ${CC:-cc} -E -x c - >/dev/null 2>&1 || return 1
    [ "$mode" != check ] || [ -z "$(missing prove python3)" ]
}

optional='procmail maildrop bogofilter strace faketime man mandoc valgrind postfix' other_mta=
if [ -n "$(missing postfix)" ] && [ -e /usr/sbin/sendmail ]; then
    # Postfix would take the other mail server's place.
    other_mta=yes optional=${optional% postfix} check_debian=$(echo $check_debian | sed 's/ postfix//')
fi
complete() { present && { [ "$mode" != check ] || [ -z "$(missing $optional)" ]; }; }

if ! complete && [ "$mode" != name ] && command -v apt-get >/dev/null; then
    [ "$(id -u)" = 0 ] && sudo= || sudo=sudo
    if [ -z "$sudo" ] || sudo -n true 2>/dev/null; then
        packages=$build_debian
        if [ "$mode" = check ]; then
            packages="$packages $check_debian"
            # The test brings settings of its own; this machine is not to become a mail server.
            [ -n "$other_mta" ] || [ -z "$(missing postfix)" ] ||
                echo 'postfix postfix/main_mailer_type select No configuration' |
                $sudo debconf-set-selections 2>/dev/null
        fi
        echo "installing: $(echo $packages)"
        { $sudo apt-get update -qq &&
            $sudo env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes apt-get install -y -qq \
                -o DPkg::Lock::Timeout=300 --no-install-recommends --no-remove $packages
        } >/dev/null || exit 1
    fi
fi
present || { names; exit 1; }
[ "$mode" = check ] || exit 0
skipped="$(missing $optional)${other_mta:+ postfix}"
[ -z "$skipped" ] || echo "not installed, so what needs them is skipped:$skipped"
