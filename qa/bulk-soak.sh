#!/bin/sh
# Kills three processes again and again while they make thumbnails of small frames in one folder,
# and producers while they list them: no torn thumbnail, no record without its file, counts that
# add up, no temporary file a minute later.
# Usage: qa/bulk-soak.sh [kills] [frames] [option of mvn...]
set -eu
cd "$(dirname "$0")/.."
kills=${1:-1000}
frames=${2:-2000}
[ $# -lt 2 ] || shift
[ $# -eq 0 ] || shift
exec mvn -q -B -pl astrocat-thumbs-cache -am test -Dtest=BulkSoakTest \
  -Dsurefire.failIfNoSpecifiedTests=false "-Dastrocat.kills=$kills" "-Dastrocat.frames=$frames" "$@"
