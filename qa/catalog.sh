#!/bin/sh
# What the questions of the page cost with many images in the catalog: wall time and CPU time of
# the server and of PostgreSQL in milliseconds, the time to the first answer after a start, and
# what the server does while nobody asks. The images have no files.
# Usage, after "mvn package": qa/catalog.sh [IMAGES] [DATABASE_URL]
# A named database is filled up to so many images, and stays; as in
#   qa/catalog.sh 100000 postgresql://user:password@localhost/empty
#   JAVA_OPTIONS=-Xmx256m qa/catalog.sh 100000 jdbc:h2:file:/tmp/catalog
set -eu
demo=$(cd "$(dirname "$0")/.." && pwd)/astrocat-thumbs-demo/target
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
url=${2:-jdbc:h2:file:$work/catalog}
# H2 gives its last answer again while nothing has changed, which is not what is measured here.
case $url in jdbc:h2:*) url="$url;OPTIMIZE_REUSE_RESULTS=0" ;; esac
# shellcheck disable=SC2086
"${JAVA:-java}" -cp "$demo/test-classes:$demo/astrocat-thumbs-demo.jar" \
  dev.astrocat.thumbs.demo.speed.CatalogSpeed \
  "${1:-100000}" "$url" "$work" \
  ${JAVA_OPTIONS:--Xmx1g} -jar "$demo/astrocat-thumbs-demo.jar"
