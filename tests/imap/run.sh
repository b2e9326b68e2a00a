#!/bin/bash
# Runs a program of this folder at a Dovecot of its own, as a reader of its own.
# usage: run.sh syncs.py SYNCS [SEED] | year.py WORLD [DAYS]
. "$(dirname "$0")/../lib.sh"
HEED_ALL=yes
. "$(dirname "$0")/reader.sh"
program=$1
shift
$as_reader timeout 36000 python3 "$work/$program" "$work/bin/heed" "$port" "$@"
