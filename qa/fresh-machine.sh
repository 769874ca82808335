#!/usr/bin/env bash
# Builds and tests a copy of the sources as on a machine with only a JDK and Maven: hides the programs
# that some tests need, and sets no locale. Fails unless tests were skipped for each of the programs.
# Usage: qa/fresh-machine.sh          the packages that use such programs
#        qa/fresh-machine.sh all      README's "mvn verify", all tests
set -euo pipefail
cd "$(dirname "$0")/.."

hidden=(g++ c++ x86_64-linux-gnu-g++ dcraw_emu dwebp chromium chromedriver)
package=dev/astrocat/thumbs
tests=(
  "$package"/formats/{raw,preview,webp}/'**/*Test'
  "$package"/demo/{browser,corpus,render}/'**/*Test'
  "$package"/demo/'*Test'
  "$package"/architecture/'**/*Test'
)

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files -z --cached --others --exclude-standard | tar -c --null -T - | tar -x -C "$copy"

mkdir "$copy/programs"
IFS=: read -ra directories <<<"$PATH"
for directory in "${directories[@]}"; do
  for program in "$directory"/*; do
    name=${program##*/}
    [[ " ${hidden[*]} " == *" $name "* || -e $copy/programs/$name ]] ||
      ln -s "$program" "$copy/programs/"
  done
done

cd "$copy"
maven=(env -u LANG -u LC_ALL -u LC_CTYPE "PATH=$copy/programs" mvn -B -ntp -Dstyle.color=never)
if [[ ${1:-} == all ]]; then
  "${maven[@]}" verify
else
  chosen=$(IFS=, && echo "${tests[*]}")
  "${maven[@]}" -pl astrocat-thumbs-demo -am test -Dsurefire.failIfNoSpecifiedTests=false "-Dtest=$chosen"
fi

java -cp astrocat-thumbs-core/target/test-classes dev.astrocat.thumbs.testing.SkippedTests \
  astrocat-thumbs-*/target/surefire-reports | tee skipped
for missing in Chromium dwebp dcraw_emu "LibRaw's native part"; do
  if ! grep -q "no $missing" skipped; then
    echo "No test was skipped for: no $missing. Is it hidden?" >&2
    exit 1
  fi
done
