#!/usr/bin/env bash
# Cached thumbnails by HTTP, as browsers ask for them: with and without a known entity tag, at 64
# and at 1,000 connections. Wanted on two processors that have little else to do: 5,000 requests a
# second at 64 connections, no error at 1,000, and right entity tags. Ends with 1 otherwise.
# Needs wrk (a package of Debian).
# Usage, after "mvn package": qa/hits.sh [SECONDS]
set -euo pipefail
jar=$(cd "$(dirname "$0")/.." && pwd)/astrocat-thumbs-demo/target/astrocat-thumbs-demo.jar
seconds=${1:-10}
work=$(mktemp -d)
port=18765
host=http://127.0.0.1:$port
java -jar "$jar" serve --data "$work/data" --port "$port" >"$work/serve.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

# The first image of the sample sky that has a thumbnail.
picture=""
for ((i = 0; i < 300 && ${#picture} == 0; i++)); do
  sleep 0.2
  for id in 1 2 3; do
    url="$host/api/images/$id/thumbnail?size=grid&format=jpeg"
    if curl -sf -o "$work/picture" "$url"; then
      picture=$url
      break
    fi
  done
done
[ -n "$picture" ] || { cat "$work/serve.log"; exit 1; }

# tag_of [CURL OPTION...]: the entity tag of an answer that must be 200.
tag_of() {
  curl -s -D "$work/head" -o "$work/picture" "$@" "$picture"
  grep -q '^HTTP/1.1 200' "$work/head" || { echo "not 200:" && cat "$work/head"; exit 1; }
  tr -d '\r' <"$work/head" | awk 'tolower($1) == "etag:" { print $2 }'
}
tag=$(tag_of)
[[ $tag =~ ^\"[0-9a-f]+\"$ ]] || { echo "no entity tag but '$tag'"; exit 1; }
known=$(curl -s -o "$work/nothing" -w '%{http_code}' -H "If-None-Match: $tag" "$picture")
[ "$known" = 304 ] && [ ! -s "$work/nothing" ] || { echo "a known tag gave $known"; exit 1; }
[ "$(tag_of -H 'If-None-Match: "other"')" = "$tag" ] || { echo "the tag is not steady"; exit 1; }

failed=0
# hits NAME CONNECTIONS LEAST [HEADER]: a line of figures.
hits() {
  local header=()
  [ $# -lt 4 ] || header=(-H "$4")
  wrk -t2 -c"$2" -d"${seconds}s" --latency "${header[@]}" "$picture" >"$work/wrk"
  awk -v name="$1" -v connections="$2" -v least="$3" '
    / 99%/ { p99 = $2 }
    /Requests\/sec/ { rate = $2 }
    /Socket errors|Non-2xx/ { errors = errors $0 }
    END {
      printf "%-16s %4d connections: %6.0f requests/s, p99 %s%s\n", name, connections, rate, p99, errors
      exit (rate < least || errors != "")
    }' "$work/wrk" || failed=1
}

hits "warming up" 64 0
hits "pictures" 64 5000
hits "known pictures" 64 5000 "If-None-Match: $tag"
hits "pictures" 1000 0

# Another file in the same place is another picture; the server looks once a minute at most.
name=$(curl -s "$host/api/images/$id" | sed 's/.*"file_name":"\([^"]*\)".*/\1/')
file=$(find "$work/data/sample-sky" -name "$name")
other=$(find "$work/data/sample-sky" -name '*.fits' ! -name "$name" | head -1)
cp "$other" "$file"
changed=$tag
for ((i = 0; i < 40; i++)); do
  changed=$(tag_of -H "If-None-Match: \"other\"")
  [ "$changed" = "$tag" ] || break
  sleep 2
done
[ "$changed" != "$tag" ] || { echo "a changed source kept its tag"; exit 1; }
old=$(curl -s -o "$work/nothing" -w '%{http_code}' -H "If-None-Match: $tag" "$picture")
[ "$old" = 200 ] || { echo "the tag of the old picture gave $old"; exit 1; }
echo "entity tags: steady, 304 where known, new for a changed source"
exit "$failed"
