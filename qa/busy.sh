#!/bin/sh
# Runs tests on a busy machine: beside two busy loops for each processor.
# Usage: qa/busy.sh all [option of mvn...]              all tests, once
#        qa/busy.sh waiting [times] [option of mvn...]  the tests that wait for others, three times
set -eu
cd "$(dirname "$0")/.."
what=${1:-}
case $what in
  all) times=1 ;;
  waiting) times=${2:-3} ;;
  *) sed -n '2,4s/^# //p' "$0"; exit 2 ;;
esac
shift
[ "$what" = all ] || [ $# -eq 0 ] || shift

loops=
trap 'kill $loops 2>/dev/null || :' EXIT
trap 'exit 130' INT TERM
for _ in $(seq $((2 * $(nproc)))); do
  while :; do :; done &
  loops="$loops $!"
done

demo=dev/astrocat/thumbs/demo
for run in $(seq "$times"); do
  echo "run $run of $times, beside $(echo "$loops" | wc -w) busy loops"
  if [ "$what" = all ]; then
    mvn -B -ntp verify "$@"
  else
    mvn -B -ntp -pl astrocat-thumbs-demo -am test -Dsurefire.failIfNoSpecifiedTests=false \
      "-Dtest=$demo/browser/**/*Test,$demo/machines/**/*Test,$demo/jobs/**/*Test,$demo/node/**/*Test,$demo/database/**/*Test" "$@"
  fi
done
