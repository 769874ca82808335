#!/usr/bin/env bash
# Compares the processor time (user and system) of one warm thumbnail of a RAW file, its worker
# included, with LibRaw's own programs on the same file in the same run. Wanted, for 8 megapixels
# and more: at most 1.5 times unprocessed_raw, which opens and unpacks alone, and at most 0.4 times
# dcraw_emu -4 -w. Ends with 1 if it is more. The machine should have little else to do.
# Usage, after "mvn package": qa/raw-cost.sh FILE [java]
set -euo pipefail
jar=$(cd "$(dirname "$0")/.." && pwd)/benchmarks/target/benchmarks.jar
file=$(realpath "$1")
java=${2:-java}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TIMEFORMAT='%U %S'
runs=10

# cost COMMAND...: seconds of one run, the mean of all.
cost() {
  { time for ((i = 0; i < runs; i++)); do "$@" >"$work/picture" 2>/dev/null; done; } 2>&1 |
    awk -v runs="$runs" '{ printf "%.4f\n", ($1 + $2) / runs }'
}

# It writes beside its file.
ln -s "$file" "$work/file"
unpack=$(cost unprocessed_raw -q "$work/file")
develop=$(cost dcraw_emu -4 -w -Z - "$file")
ours=$("$java" -Xmx512m -cp "$jar" dev.astrocat.thumbs.bench.RawCost "$file")

awk -v ours="$ours" -v unpack="$unpack" -v develop="$develop" 'BEGIN {
  printf "thumbnail %.0f ms, unprocessed_raw %.0f ms (ratio %.2f), dcraw_emu %.0f ms (ratio %.2f)\n",
    1000 * ours, 1000 * unpack, ours / unpack, 1000 * develop, ours / develop
  exit ours > 1.5 * unpack || ours > 0.4 * develop
}'
