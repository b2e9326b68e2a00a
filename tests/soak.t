#!/bin/bash
# A short round of soak.sh: deliveries while heed is killed at random, the index held and the disk full.
exec "$(dirname "$0")/soak.sh" 300
