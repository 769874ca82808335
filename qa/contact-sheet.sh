#!/bin/sh
# Renders files in both looks, astrocat left and pixinsight right, into one labelled PNG to look at.
# Usage, after "mvn package": qa/contact-sheet.sh OUT.png [FILE...]
# Without files it shows the demo's sample sky; docs/images/looks.png is made that way.
set -eu
demo=$(cd "$(dirname "$0")/.." && pwd)/astrocat-thumbs-demo/target
sample=$(mktemp -d)
trap 'rm -rf "$sample"' EXIT
out=${1:?usage: qa/contact-sheet.sh OUT.png [FILE...]}
shift
"${JAVA:-java}" -cp "$demo/test-classes:$demo/astrocat-thumbs-demo.jar" \
  dev.astrocat.thumbs.demo.sheet.ContactSheet "$out" "$sample" "$@"
