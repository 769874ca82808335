#!/bin/sh
# One generator that many threads share, with little memory: all calls for distinct files must
# succeed, in at most 1.3 times the time that two threads take for the same; and a person beside bulk
# work on the same frames waits at most twice as long as without it (the 95th percentile: three
# times). Ends with 1 otherwise. The machine should have little else to do.
# Usage, after "mvn package": qa/shared.sh FILE... (of some 24 to 48 megapixels)
set -eu
jar=$(cd "$(dirname "$0")/.." && pwd)/benchmarks/target/benchmarks.jar
[ $# -gt 0 ] || { sed -n '2,6s/^# //p' "$0"; exit 2; }
package=dev.astrocat.thumbs.bench
calls=32
failed=0

# load THREADS FILE: prints a line, "32 of 32  12.34 s  {}".
load() {
  java -Xmx256m -cp "$jar" "$package.SharedLoad" "$1" "$calls" "$2" 2>/dev/null
}

for file; do
  two=$(load 2 "$file")
  sixteen=$(load 16 "$file")
  printf '%s\n  2 threads: %s\n 16 threads: %s\n' "$file" "$two" "$sixteen"
  echo "$two $sixteen" | awk -v calls="$calls" '{
    printf " ratio %.2f\n", $10 / $4
    exit !($1 == calls && $7 == calls && $10 <= 1.3 * $4)
  }' || failed=1
  printf ' a person: '
  java -Xmx1g -cp "$jar" "$package.BesideBulk" "$file" 2>/dev/null || failed=1
done
exit $failed
