# A machine of the test's own, for mail servers that would take the place of the one that is installed. Source
# it instead of lib.sh: the test starts again in namespaces where /etc, /usr and /var are overlays in memory, so
# that a server can be put where it belongs, with its accounts, heed at /usr/local/bin/heed as in the shipped
# recipes, and nothing of it outlives the test, however that ends.

if [ "${HEED_OWN_MACHINE:-}" != yes ] || [ $$ -ne 1 ]; then # never on the machine itself
    skip() { echo "1..0 # SKIP $*"; exit 0; }
    [ -z "${SANITIZE:-}" ] || skip "sanitizers want more of a machine than this one has; they run with Postfix"
    [ "$(id -u)" -eq 0 ] || skip "only root can start a mail server"
    unshare --mount --pid --fork --kill-child true 2>/dev/null || skip "no namespaces can be made here"
    HEED_OWN_MACHINE=yes exec unshare --mount --pid --fork --kill-child "$BASH" "$0"
fi
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/smtp.sh"
need notmuch useradd runuser mount

user=heedtest
mount -t tmpfs -o mode=755 none "$work" || skip_all "nothing can be mounted here"
cleanups+=("leave_machine")
leave_machine() { umount --lazy "$work"; }
own() { # own FOLDER: what is written there stays here; links to others are covered with those
    [ ! -L "$1" ] && [ -d "$1" ] || return 0
    mkdir -p "$work/own$1/upper" "$work/own$1/work"
    mount -t overlay -o "lowerdir=$1,upperdir=$work/own$1/upper,workdir=$work/own$1/work" none "$1" ||
        skip_all "no overlay can be mounted here"
}
for folder in /etc /usr /var /bin /sbin /lib /lib64; do own $folder; done
for folder in /run /var/spool; do mount -t tmpfs -o mode=755 none $folder; done # no queue but the test's own
PATH=$PATH:/usr/sbin:/sbin

install_server() { # install_server PROGRAM PACKAGE: unpacks it, unless it is installed
    command -v "$1" >/dev/null && return
    local folder package
    folder=$root/build/mta/$2-$(. /etc/os-release && echo "$ID${VERSION_ID:-}")
    "$root/tests/fetch-mta.sh" "$2" "$folder" || skip_all "$1 is neither installed nor can be downloaded"
    for package in "$folder"/*.deb; do
        dpkg-deb --fsys-tarfile "$package" | tar -x -C / --keep-directory-symlink
    done
    ldconfig
}

add_user() { # add_user NAME HOME: unless there is one, as where the server is installed
    getent passwd "$1" >/dev/null && return
    useradd --system --user-group --no-create-home --home-dir "$2" --shell /bin/sh "$1"
}

use() { # use PROGRAM: from now on this is what runs as heed
    rm -f /usr/local/bin/heed
    [ -e "$1" ] || return 0
    cp "$1" /usr/local/bin/heed.new && chmod 755 /usr/local/bin/heed.new && mv /usr/local/bin/heed.new /usr/local/bin/heed
}

make_home "$work/home"
add_user "$user" "$work/home"
chown -R "$user:" "$work/home"
chmod 700 "$work/home"
make_messages "$work/messages"
make_failures "$work/failing"
printf '#!/bin/sh\nkill -9 $PPID\n' > "$work/failing/shell-killed" # by which the recipe runs heed
printf '#!/bin/sh\n/usr/local/bin/heed-itself "$@"\nstatus=$?\necho out\necho err >&2\nexit $status\n' > "$work/talks"
chmod +x "$work/failing/shell-killed" "$work/talks"
parts=$(dirname "$heed")/../lib/heed
[ ! -d "$parts" ] || { mkdir -p /usr/local/lib/heed && cp "$parts"/* /usr/local/lib/heed && chmod a+r /usr/local/lib/heed/*; }
use "$heed"
cp /usr/local/bin/heed /usr/local/bin/heed-itself
hostile="'|\$HOME/trap|'" # to a shell, where it is not quoted well: run the program in her home folder
printf '#!/bin/sh\ntouch "$HOME/run"\n' > "$work/home/trap"
chmod 755 "$work/home/trap"

message() { # message SORT: the ordinary one with an id of its own
    sed "s/^Message-ID: .*/Message-ID: <$1@test.example>/" "$work/messages/ordinary" > "$work/messages/$1"
}

prepare_exim() { # and its settings begin as exim_begin says
    install_server exim4 exim4-daemon-light
    add_user Debian-exim /var/spool/exim4
    mkdir -p /etc/exim4 /var/spool/exim4 "$work/log"
    chown -R Debian-exim: /var/spool/exim4 "$work/log"
}
exim_begin() {
    cat <<EOF
primary_hostname = mx.home.example
domainlist local_domains = home.example
local_interfaces = 127.0.0.1
daemon_smtp_ports = $port
disable_ipv6
log_file_path = $work/log/%slog
pid_file_path = $work/exim.pid
host_lookup =
rfc1413_query_timeout = 0s
keep_environment =
acl_smtp_data = accept
EOF
}
prepare_opensmtpd() {
    install_server smtpd opensmtpd
    add_user opensmtpd /var/lib/opensmtpd/empty
    add_user opensmtpq /var/lib/opensmtpd/empty
    mkdir -p /var/lib/opensmtpd/empty
    smtpctl=$(command -v smtpctl)
    [ -g "$smtpctl" ] || { chgrp opensmtpq "$smtpctl" && chmod 2755 "$smtpctl"; }
    echo home.example > /etc/mailname
    printf 'postmaster: root\nreaders: %s\n' "$user" > /etc/aliases
}
