#!/bin/sh
# A bulk run over a million rows: how soon the first thumbnail is there, how long a person waits
# for one meanwhile, that enqueueing stays below 32 MB and that cancelling takes effect.
# Usage: qa/bulk-million.sh [option of mvn...]
set -eu
cd "$(dirname "$0")/.."
exec mvn -q -B -pl astrocat-thumbs-core -am test -Dtest=MillionRowsTest \
  -Dsurefire.failIfNoSpecifiedTests=false -Dastrocat.figures=true "$@"
