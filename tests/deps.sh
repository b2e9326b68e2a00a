#!/bin/sh
# Installs what heed needs with apt-get where that is possible; elsewhere names the packages and stops.
# usage: deps.sh build|check       build: to compile and run the demo; check: all that the tests drive
set -u

build_debian='g++ pkg-config libgmime-3.0-dev libnotmuch-dev libxapian-dev libsodium-dev libsqlite3-dev
libpsl-dev libxml2-dev libjson-glib-dev notmuch'
check_debian='perl procmail maildrop postfix bogofilter python3 strace'

names() {
    cat <<EOT
heed needs these packages:
  Debian, Ubuntu  $(echo $build_debian)
                  for the tests also: $(echo $check_debian)
  Fedora          gcc-c++ pkgconf-pkg-config gmime30-devel notmuch-devel xapian-core-devel libsodium-devel
                  sqlite-devel libpsl-devel libxml2-devel json-glib-devel notmuch
                  for the tests also: perl-Test-Harness procmail maildrop postfix bogofilter python3 strace
  Arch            gcc pkgconf gmime3 notmuch xapian-core libsodium sqlite libpsl libxml2 json-glib
                  for the tests also: perl procmail maildrop postfix bogofilter python strace
  Alpine          build-base pkgconf gmime-dev notmuch-dev xapian-core-dev libsodium-dev sqlite-dev
                  libpsl-dev libxml2-dev json-glib-dev notmuch
                  for the tests also: perl-utils procmail maildrop postfix bogofilter python3 strace bash
EOT
}

present() {
    command -v pkg-config >/dev/null && command -v c++ >/dev/null && command -v notmuch >/dev/null &&
        pkg-config --exists gmime-3.0 libsodium sqlite3 libpsl libxml-2.0 json-glib-1.0 xapian-core &&
        echo '#include <notmuch.h>' | ${CC:-cc} -E -x c - >/dev/null 2>&1 || return 1
    [ "$1" = build ] && return 0
    PATH=$PATH:/usr/sbin
    for program in prove procmail maildrop postfix bogofilter python3 strace; do
        command -v $program >/dev/null || return 1
    done
}

present "$1" && exit 0
if command -v apt-get >/dev/null; then
    [ "$(id -u)" = 0 ] && sudo= || sudo=sudo
    if [ -z "$sudo" ] || sudo -n true 2>/dev/null; then
        [ "$1" = check ] && packages="$build_debian $check_debian" || packages=$build_debian
        echo "installing: $(echo $packages)"
        { $sudo apt-get update -qq &&
            $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
        } >/dev/null || exit 1
        present "$1" && exit 0
    fi
fi
names
exit 1
