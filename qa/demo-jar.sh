#!/bin/sh
# Checks the packaged demo as a user meets it: help, exit codes, the sample sky, the server.
# Usage, after "mvn package": qa/demo-jar.sh [java]
set -eu
java=${1:-java}
jar=$(cd "$(dirname "$0")/.." && pwd)/astrocat-thumbs-demo/target/astrocat-thumbs-demo.jar
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || :; rm -rf "$work"' EXIT
cd "$work"

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

# expect CODE ARGUMENT...: runs the jar and compares its exit code.
expect() {
  wanted=$1
  shift
  code=0
  LC_ALL=${locale:-C.UTF-8} "$java" -jar "$jar" "$@" >out.txt 2>err.txt || code=$?
  [ "$code" = "$wanted" ] || fail "exit code $code, not $wanted: $*"
}

expect 0 --help
expect 0 --version
mv out.txt version.txt
expect 2 render
expect 2 render --stretch odd a.fits

: >server.txt
"$java" -jar "$jar" serve --port 0 --data data >server.txt 2>&1 &
server=$!
tries=0
until grep -q ' images at http' server.txt; do
  tries=$((tries + 1))
  [ "$tries" -lt 60 ] || fail "the server does not start: $(cat server.txt)"
  sleep 0.5
done
address=$(sed -n 's/.* images at //p' server.txt)
curl -sf "${address}health" >/dev/null || fail "no health"
curl -sf "$address" | grep -q '<title>astrocat-thumbs' || fail "no page"
id=$(curl -sf "${address}api/images" | sed 's/.*"id":"\([0-9a-f]*\)","file_name":"planet.*/\1/')
curl -sf "${address}api/images/$id/thumbnail?size=grid" >thumbnail.jpg || fail "no thumbnail"
[ -s thumbnail.jpg ] || fail "an empty thumbnail"
kill "$server"
server=

lights=data/sample-sky/lights
expect 0 render --out pictures --json $lights/*_0001.fits
[ "$(wc -l <out.txt)" -eq 5 ] || fail "not one line a file"
[ ! -s err.txt ] || fail "something on standard error"
expect 0 render --out pictures --json $lights/*.dng
if grep -q '^libraw: unavailable' version.txt; then
  raw=embedded-preview
else
  raw=libraw
fi
grep -q "\"decoder\":\"$raw\"" out.txt || fail "the sample's DNG is not read by $raw"
expect 1 render --out pictures $lights/*.fits missing.fits .
[ "$(wc -l <err.txt)" -eq 3 ] || fail "not one line an error"
expect 1 render --out out.txt/below $lights/comet_G_60s_0001.fits
grep -q CACHE_IO err.txt || fail "the folder's failure has no code"

cp $lights/comet_G_60s_0001.fits 'é.fits'
expect 0 render 'é.fits'
locale=C expect 1 render 'é.fits'
grep -q 'LC_ALL=C.UTF-8' err.txt || fail "no advice on the locale"

echo "the jar works"
