#!/bin/bash
# A short round of soak.sh: deliveries while heed is killed at random, the index held and the disk full. `make sweep` has
# a long one.
exec "$(dirname "$0")/soak.sh" "$([ -n "${SWEEP:-}" ] && echo 10000 || echo 200)"
