#!/bin/sh
# Breaks files at random and makes thumbnails of them: each has to give a picture or a typed error
# within ten seconds, at 512 MB of heap. Prints counts a minute; at the first file that does not,
# it says its seed, leaves it in the current folder and ends with 1.
# Usage, after "mvn package": qa/fuzz.sh [minutes] [all|fits|tiff|standard|xisf|raw] [folder] [seed]
# Without a folder, the demo's sample sky is broken; the same seed breaks in the same way.
set -eu
demo=$(cd "$(dirname "$0")/.." && pwd)/astrocat-thumbs-demo/target
sample=$(mktemp -d)
trap 'rm -rf "$sample"' EXIT
"${JAVA:-java}" -Xmx512m -cp "$demo/test-classes:$demo/astrocat-thumbs-demo.jar" \
  dev.astrocat.thumbs.demo.fuzz.Fuzz \
  "${1:-1}" "${2:-all}" "${4:-$(date +%s)}" "${3:-$sample}"
