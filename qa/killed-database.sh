#!/bin/sh
# Kills processes that are busy at an embedded database, a new one twice each within 1.5 s: each
# file opens, tables and indexes agree, and no promise is forgotten. Then makes as many moments of
# recorded writes again, where a kill hits each write and the middle of it.
# Usage: qa/killed-database.sh [databases] [option of mvn...]
set -eu
cd "$(dirname "$0")/.."
rounds=${1:-300}
[ $# -eq 0 ] || shift
exec mvn -q -B -pl astrocat-thumbs-demo -am test -Dtest='KilledCatalogTest,EveryMomentTest' \
  -Dsurefire.failIfNoSpecifiedTests=false "-Dastrocat.kills=$rounds" "-Dastrocat.moments=$rounds" "$@"
