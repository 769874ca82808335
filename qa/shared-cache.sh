#!/bin/sh
# Four processes store, find, clear and count at random in one folder with a limit, then a small
# disk runs full: statistics equal a walk, nothing torn is served. The disk needs root.
# Usage: qa/shared-cache.sh [operations of each process] [option of mvn...]
set -eu
cd "$(dirname "$0")/.."
operations=${1:-50000}
[ $# -eq 0 ] || shift
exec mvn -q -B -pl astrocat-thumbs-cache -am test -Dtest='SharedFolderTest,FaultsOnDiskTest' \
  -Dsurefire.failIfNoSpecifiedTests=false "-Dastrocat.operations=$operations" "$@"
