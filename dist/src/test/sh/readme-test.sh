#!/bin/sh
# readme-test.sh [FILE...]: runs the commands of README.md and docs/*.md (or of these files), as they stand: each
# ```sh block below a line <!-- tested --> or <!-- tested: exit N -->, in one folder, in their order. The folder holds
# ./drydock, docs/ and what make-sample.sh makes (app.tar, rootfs/, advisories/); home and cache folder are empty.
set -eu
root=$(cd "$(dirname "$0")/../../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ "$#" != 0 ] || set -- "$root/README.md" "$root"/docs/*.md

"$root/drydock" --version >/dev/null
failures=0
blocks=0
for file; do
  [ -f "$file" ] || continue
  folder=$work/$(basename "$file" .md)
  mkdir -p "$folder/home"
  sh "$root/dist/src/sh/make-sample.sh" "$folder"
  ln -s "$root/drydock" "$folder/drydock"
  ln -s "$root/docs" "$folder/docs"
  # Each block becomes a file NUMBER-LINE-EXIT.sh.
  awk -v out="$work/$(basename "$file" .md)-" '
    /^<!-- tested(: exit [0-9]+)? -->$/ { exit_code = /exit/ ? $4 : 0; wanted = 1; next }
    wanted && /^```sh$/ { block = sprintf("%s%03d-%d-%d.sh", out, ++n, NR, exit_code); inside = 1; wanted = 0; next }
    /^```$/ && inside { close(block); inside = 0; next }
    inside { print > block; next }
    /[^ ]/ { wanted = 0 }' "$file"
  for block in "$work/$(basename "$file" .md)"-*.sh; do
    [ -f "$block" ] || continue
    blocks=$((blocks + 1))
    name=$(basename "$block" .sh)
    expected=${name##*-}
    line=${name%-*}
    line=${line##*-}
    status=0
    (cd "$folder" && env -u DRYDOCK_CACHE_DIR -u XDG_CACHE_HOME HOME="$folder/home" timeout 900 sh -eu "$block") \
      >"$work/out" 2>&1 </dev/null || status=$?
    if [ "$status" != "$expected" ]; then
      failures=$((failures + 1))
      echo "readme-test: FAILED: $file:$line ended with $status, not $expected:" >&2
      { cat "$block"; echo '  --- printed:'; tail -n 20 "$work/out"; } | sed 's/^/  /' >&2
    fi
  done
done
[ "$blocks" != 0 ] || { echo "readme-test: FAILED: found nothing to run" >&2; exit 1; }
[ "$failures" = 0 ] || { echo "readme-test: $failures of $blocks failed" >&2; exit 1; }
echo "readme-test: all $blocks passed"
