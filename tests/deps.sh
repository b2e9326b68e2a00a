#!/bin/sh
# Installs what heed needs with apt-get where that is possible; elsewhere names the packages and stops.
# usage: deps.sh build|check|all|name   build: to compile and run the demo; check: what make check drives; all: what
#                                       make check-all drives; name: to compile; installs nothing
set -u
mode=${1:-build}
here=$(dirname "$0")

build_debian='g++ pkg-config libgmime-3.0-dev libnotmuch-dev libxapian-dev libsodium-dev libsqlite3-dev
libpsl-dev zlib1g-dev libxml2-dev libicu-dev libidn2-dev libunistring-dev libseccomp-dev notmuch'
check_debian='perl procmail maildrop postfix bogofilter python3 sqlite3 strace faketime man-db mandoc
valgrind procps'
all_debian='dovecot-imapd dovecot-lmtpd dovecot-sieve'
some_debian='isync offlineimap3' # not in every release

names() {
    cat <<EOT
heed needs these packages:
  Debian, Ubuntu  $(echo $build_debian | sed 's/ libsqlite3/\n                  libsqlite3/')
                  for the tests also: $(echo $check_debian | sed 's/ strace/\n                  strace/')
                  for make check-all also: $all_debian $some_debian
  Fedora          gcc-c++ pkgconf-pkg-config gmime30-devel notmuch-devel xapian-core-devel libsodium-devel
                  sqlite-devel libpsl-devel zlib-devel libxml2-devel libicu-devel libseccomp-devel notmuch
                  for the tests also: perl-Test-Harness procmail maildrop postfix bogofilter python3 sqlite
                  strace libfaketime valgrind procps-ng; for make check-all: dovecot dovecot-pigeonhole
                  isync offlineimap
  Arch            gcc pkgconf gmime3 notmuch xapian-core libsodium sqlite libpsl zlib libxml2 icu
                  libseccomp
                  for the tests also: perl procmail maildrop postfix bogofilter python strace libfaketime
                  valgrind procps-ng; for make check-all: dovecot pigeonhole isync offlineimap
  Alpine          build-base pkgconf gmime-dev notmuch-dev xapian-core-dev libsodium-dev sqlite-dev
                  libpsl-dev zlib-dev libxml2-dev icu-dev libseccomp-dev linux-headers notmuch bash
                  for the tests also: perl-utils procmail maildrop postfix bogofilter python3 sqlite strace
                  coreutils libfaketime valgrind; for make check-all: dovecot dovecot-lmtpd
                  dovecot-pigeonhole-plugin isync offlineimap
EOT
}

# The tests that drive the optional ones skip where they are missing.
missing() { # missing PROGRAM...: names those that are
    PATH=$PATH:/usr/sbin:/sbin
    for program; do command -v "$program" >/dev/null || printf ' %s' "$program"; done
}

for_tests() { [ "$mode" = check ] || [ "$mode" = all ]; }

present() {
    command -v pkg-config >/dev/null && command -v c++ >/dev/null &&
        { [ "$mode" = name ] || command -v notmuch >/dev/null; } &&
        pkg-config --exists gmime-3.0 libsodium sqlite3 libpsl libxml-2.0 icu-i18n libseccomp xapian-core &&
        echo '#include <notmuch.h>' | ${CC:-cc} -E -x c - >/dev/null 2>&1 || return 1
    ! for_tests || [ -z "$(missing prove python3)" ]
}

optional='procmail maildrop bogofilter sqlite3 strace faketime man mandoc valgrind pgrep postfix' other_mta=
if [ -n "$(missing postfix)" ] && [ -e /usr/sbin/sendmail ]; then
    # Postfix would take the other mail server's place.
    other_mta=yes optional=${optional% postfix} check_debian=$(echo $check_debian | sed 's/ postfix//')
fi
[ "$mode" != all ] || { check_debian="$check_debian $all_debian" optional="$optional dovecot sievec mbsync offlineimap"; }
complete() { present && { ! for_tests || [ -z "$(missing $optional)" ]; }; }

if ! complete && [ "$mode" != name ] && command -v apt-get >/dev/null; then
    [ "$(id -u)" = 0 ] && sudo= || sudo=sudo
    if [ -z "$sudo" ] || sudo -n true 2>/dev/null; then
        packages=$build_debian quietly=
        if for_tests; then
            # The tests bring settings of their own; this machine is not to become a mail server.
            packages="$packages $check_debian" quietly=$here/no-services.sh
            [ -n "$other_mta" ] || [ -z "$(missing postfix)" ] ||
                echo 'postfix postfix/main_mailer_type select No configuration' |
                $sudo debconf-set-selections 2>/dev/null
        fi
        echo "installing: $(echo $packages)"
        install() {
            $sudo env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes $quietly apt-get install -y -qq \
                -o DPkg::Lock::Timeout=300 --no-install-recommends --no-remove "$@" >/dev/null
        }
        $sudo apt-get update -qq >/dev/null && install $packages || exit 1
        [ "$mode" != all ] || install $some_debian || true
    fi
fi
present || { names; exit 1; }
for_tests || exit 0
skipped="$(missing $optional)${other_mta:+ postfix}"
[ -z "$skipped" ] || echo "not installed, so what needs them is skipped:$skipped"
