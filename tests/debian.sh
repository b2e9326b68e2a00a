#!/bin/bash
# Runs `make check`, or other targets, on a Debian of its own: what is committed here, in a root that
# debootstrap makes and that is removed afterwards. It needs root, debootstrap and unshare(1); its packages
# come from the mirror that apt-get of this machine is set up for.
# usage: debian.sh [SUITE [TARGET...]]   SUITE: bookworm (12) or trixie (13, the default); TARGET: of make
#   DEBIAN_CACHE=FOLDER   keeps the root as it was before heed came into it, in FOLDER/SUITE.tar
#   TMPDIR=FOLDER         where the root is made; 2 GB, not mounted nodev (/var/tmp)
# ../shared, if there is one, stands beside the tree there, too, and cannot be written.
#
# All that is mounted or started is so in namespaces of its own, and ends with them: nothing of it stays,
# however this ends.
set -eu
tree=$(cd "$(dirname "$0")/.." && pwd)

die() { echo "debian.sh: $*" >&2; exit 1; }

# --- outside ---------------------------------------------------------------------------------------

outside() { # outside SUITE TARGET...
    local program
    [ "$(id -u)" = 0 ] || die "only root can make such a root"
    for program in debootstrap unshare chroot git tar apt-get; do
        command -v "$program" > /dev/null || die "$program is not installed"
    done
    [ -z "$(git_here status --porcelain --untracked-files=no)" ] ||
        echo "# only what is committed is looked at"
    root=$(mktemp -d "${TMPDIR:-/var/tmp}/heed-debian.XXXXXX") inside=
    chmod 755 "$root" # it is / to users who are not root
    trap tidy EXIT
    trap 'exit 130' INT TERM HUP
    # In the background, so that a signal is heard at once.
    unshare --mount --pid --fork --kill-child "$BASH" "$0" --inside "$root" "$@" &
    inside=$!
    wait "$inside"
}

tidy() {
    local code=$? try
    [ -z "$inside" ] || { kill -9 "$inside" && wait "$inside"; } 2>/dev/null || true
    for try in 1 2 3 4 5 6 7 8 9; do # the last processes may not have ended yet
        rm -rf --one-file-system "$root" 2>/dev/null && break
        sleep 1
    done
    [ ! -e "$root" ] || echo "debian.sh: $root could not be removed" >&2
    exit "$code"
}

git_here() { git -c safe.directory='*' -C "$tree" "$@"; }

# --- inside ----------------------------------------------------------------------------------------

mirror() {
    local found
    found=$(apt-get indextargets --format '$(ORIGIN) $(LABEL) $(REPO_URI)' 'Created-By: Packages' |
        sed -n 's/^Debian Debian //p' | head -n 1)
    [ -n "$found" ] || die "apt-get knows no mirror of Debian's"
    printf '%s\n' "$found"
}

# What apt-get here needs to reach it (proxies and the like) holds there, too.
reaching() { apt-config dump | grep -E '^Acquire::(https?|ftp|Retries|Check-)' || true; }

# debootstrap reads no settings of apt's.
export_proxy() {
    local proxy=
    eval "$(apt-config shell proxy Acquire::http::Proxy)"
    case $proxy in ''|DIRECT) ;; *) export http_proxy=$proxy ;; esac
}

make_root() { # make_root ROOT SUITE
    export_proxy
    debootstrap --variant=minbase --include=ca-certificates,make "$2" "$1" "$(mirror)" > "$1/made.log" 2>&1 ||
        { tail -n 20 "$1/made.log" >&2; die "debootstrap failed"; }
    rm -f "$1/made.log"
    reaching > "$1/etc/apt/apt.conf.d/90reaching"
    printf '#!/bin/sh\nexit 101\n' > "$1/usr/sbin/policy-rc.d" # no package starts anything
    chmod 755 "$1/usr/sbin/policy-rc.d"
}

# /proc of the new process table, and devices that belong to nobody else.
mount_all() { # mount_all ROOT
    local device
    mount -t proc proc "$1/proc"
    mount -t tmpfs -o mode=755 tmpfs "$1/dev"
    for device in null zero full random urandom tty; do
        : > "$1/dev/$device"
        mount --bind "/dev/$device" "$1/dev/$device"
    done
    mkdir "$1/dev/pts" "$1/dev/shm"
    mount -t devpts -o newinstance,ptmxmode=666,mode=620,gid=5 devpts "$1/dev/pts"
    mount -t tmpfs -o mode=1777 tmpfs "$1/dev/shm"
    ln -s pts/ptmx "$1/dev/ptmx"
    ln -s /proc/self/fd "$1/dev/fd"
    ln -s fd/0 "$1/dev/stdin"
    ln -s fd/1 "$1/dev/stdout"
    ln -s fd/2 "$1/dev/stderr"
    cp -L /etc/resolv.conf /etc/hosts "$1/etc/" 2>/dev/null || true
}

within() { # within ROOT COMMAND...
    local root=$1
    shift
    chroot "$root" /usr/bin/env -i HOME=/root LANG=C.UTF-8 \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        ${CI:+CI="$CI"} ${HEED_CORPORA_STEP:+HEED_CORPORA_STEP="$HEED_CORPORA_STEP"} "$@"
}

clone() { # clone ROOT
    mkdir -p "$1/src"
    git -c safe.directory='*' clone -q --no-hardlinks "$tree" "$1/src/heed"
    [ -d "$tree/../shared" ] || return 0
    mkdir "$1/src/shared"
    mount --bind "$tree/../shared" "$1/src/shared"
    mount -o remount,bind,ro "$1/src/shared"
}

inside() { # inside ROOT SUITE TARGET...
    local root=$1 suite=$2 kept=${DEBIAN_CACHE:+$DEBIAN_CACHE/$2.tar}
    shift 2
    if [ -n "$kept" ] && [ -e "$kept" ]; then
        tar -x -p --numeric-owner -C "$root" -f "$kept"
    else
        make_root "$root" "$suite"
    fi
    mount_all "$root"
    # Before the tree is there, so that what is kept is heed's packages and nothing of heed.
    install -D -t "$root/root" "$tree/tests/deps.sh" "$tree/tests/no-services.sh"
    within "$root" sh /root/deps.sh check
    if [ -n "$kept" ] && [ ! -e "$kept" ]; then
        mkdir -p "$DEBIAN_CACHE"
        tar -c --numeric-owner --one-file-system -C "$root" -f "$kept.new$$" .
        mv "$kept.new$$" "$kept"
    fi
    clone "$root"
    echo "# Debian $(cat "$root/etc/debian_version"), $(git_here rev-parse --short HEAD): make ${*:-check}"
    within "$root" make -C /src/heed "${@:-check}"
}

if [ "${1:-}" = --inside ]; then
    shift
    inside "$@"
else
    case ${1:-trixie} in
        -*) sed -n '/^# usage/,/^#$/p' "$0" | sed 's/^# \{0,1\}//'; exit 64 ;;
        */*) die "a suite is a word: bookworm, trixie" ;;
    esac
    outside "${1:-trixie}" "${@:2}"
fi
