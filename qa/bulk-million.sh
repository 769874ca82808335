#!/bin/sh
# A bulk run over a million rows: that the first thumbnail is there soon, that a person who asks the
# generator meanwhile waits at most three times as long as when idle, that enqueueing stays below
# 32 MB and that cancelling takes effect. Measure on a machine that does nothing else.
# Usage: qa/bulk-million.sh [option of mvn...]
set -eu
cd "$(dirname "$0")/.."
exec mvn -q -B -pl astrocat-thumbs-core -am test -Dtest=MillionRowsTest \
  -Dsurefire.failIfNoSpecifiedTests=false -Dastrocat.figures=true "$@"
