#!/bin/sh
# Two servers and three workers of the packed jar on one PostgreSQL, one Redis and one folder of
# thumbnails, looked at through HTTP alone: workers are killed with -9 during bulk runs; then Redis
# and PostgreSQL are stopped in turn. At the end each image has the right thumbnail, the counts were
# right all the time, and listeners on both servers have heard of it.
# Usage: qa/many-machines.sh [frames] [kills] [seconds of each outage] [option of mvn...]
set -eu
cd "$(dirname "$0")/.."
frames=${1:-2000}
kills=${2:-20}
outage=${3:-30}
[ $# -lt 3 ] && set -- || shift 3
mvn -q -B -pl astrocat-thumbs-demo -am -DskipTests package "$@"
exec mvn -q -B -pl astrocat-thumbs-demo -am test -Dtest=ManyMachinesTest \
  -Dsurefire.failIfNoSpecifiedTests=false "-Dastrocat.frames=$frames" "-Dastrocat.kills=$kills" \
  "-Dastrocat.outage=$outage" \
  "-Dastrocat.jar=$PWD/astrocat-thumbs-demo/target/astrocat-thumbs-demo.jar" "$@"
