#!/bin/sh
# Kills RAW workers in a dozen ways, by real signals, while other workers make pictures: no other
# failure, no process, descriptor or file left, a new worker within a second. About five minutes.
# Usage: qa/worker-chaos.sh [deaths] [option of mvn...]
set -eu
cd "$(dirname "$0")/.."
deaths=${1:-1000}
[ $# -eq 0 ] || shift
exec mvn -q -B -pl astrocat-thumbs-formats -am test -Dtest=WorkerChaosTest \
  -Dsurefire.failIfNoSpecifiedTests=false "-Dastrocat.chaos=$deaths" "$@"
