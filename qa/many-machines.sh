#!/bin/sh
# Three worker processes on one PostgreSQL, one Redis and one folder of thumbnails: workers are
# killed with -9 during a bulk run; then Redis and PostgreSQL are stopped in turn. At the end each
# image has a whole thumbnail and the counts are right.
# Usage: qa/many-machines.sh [frames] [kills] [seconds of each outage] [option of mvn...]
set -eu
cd "$(dirname "$0")/.."
frames=${1:-2000}
kills=${2:-20}
outage=${3:-30}
[ $# -lt 3 ] && set -- || shift 3
exec mvn -q -B -pl astrocat-thumbs-demo -am test -Dtest=ManyMachinesTest \
  -Dsurefire.failIfNoSpecifiedTests=false "-Dastrocat.frames=$frames" "-Dastrocat.kills=$kills" \
  "-Dastrocat.outage=$outage" "$@"
