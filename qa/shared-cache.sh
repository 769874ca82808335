#!/bin/sh
# What a cache folder must bear. Four processes store, find, clear and count at random in one folder
# with a limit: statistics equal a walk. A disk that fails at every operation, is full, read-only or
# unmounted; sources on a disk that hangs or is unmounted; writers that are killed: each request is
# answered, nothing torn is served, nothing is gone. Real disks are mounted, which takes root.
# Usage: qa/shared-cache.sh [operations of each process] [option of mvn...]
set -eu
cd "$(dirname "$0")/.."
operations=${1:-50000}
[ $# -eq 0 ] || shift
[ "$(id -u)" -eq 0 ] || echo "without root: what needs a real small disk is skipped" >&2
exec mvn -q -B -pl astrocat-thumbs-cache -am test -Dsurefire.failIfNoSpecifiedTests=false \
  -Dtest='SharedFolderTest,FaultsOnDiskTest,SmallDiskTest,UnmountedSourceTest,HangingSourceTest,TemporaryFilesTest' \
  "-Dastrocat.operations=$operations" "$@"
