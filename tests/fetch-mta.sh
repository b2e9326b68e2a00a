#!/bin/sh
# Downloads a Debian package, with what it needs and this machine lacks, and installs nothing: mail servers
# exclude each other, so what a test drives can often not be installed.
# usage: fetch-mta.sh PACKAGE FOLDER      FOLDER, which then has the .deb files, is made once
set -u
package=$1
folder=$2
[ ! -d "$folder" ] || exit 0
command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || exit 1

part=$folder.$$
mkdir -p "$part" && cd "$part" || exit 1
trap 'rm -rf "$part"' EXIT
trap 'exit 1' INT TERM HUP

get() {
    packages=$(apt-get -s install --no-install-recommends "$package" | sed -n 's/^Inst \([^ ]*\).*/\1/p')
    [ -n "$packages" ] && apt-get -q download $packages
}
{ get || { apt-get -q update && get; }; } >/dev/null 2>&1 && mv "$part" "$folder"
