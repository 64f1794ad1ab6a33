#!/bin/sh
# strip-natives.sh APP JAVA_HOME: takes the native libraries out of the jars of APP/lib: those of
# this platform go to APP/native, where System.loadLibrary finds them (bin/drydock sets
# java.library.path) and nothing has to be unpacked into a temporary folder at run time; those of
# other platforms are dropped.
set -eu
app=$(cd "$1" && pwd)
jar=$2/bin/jar
root=$(cd "$(dirname "$0")/../../.." && pwd)
# shellcheck source=dist/src/sh/facts.sh
. "$root/dist/src/sh/facts.sh"

mkdir -p "$app/native"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for file in "$app"/lib/*.jar; do
  # A zip's directory holds the names as plain text: most jars are told without a start of the jar tool.
  LC_ALL=C grep -aqE '\.(so|dll|dylib|jnilib)' "$file" || continue
  rm -rf "$work/jar" && mkdir "$work/jar"
  (cd "$work/jar" && "$jar" xf "$file")
  find "$work/jar" -type f \( -name '*.so' -o -name '*.dll' -o -name '*.dylib' -o -name '*.jnilib' \) >"$work/natives"
  while IFS= read -r native; do
    printf '%s\n' "${native#"$work/jar"}" | grep -qiE "/($os_pattern)/($arch_pattern)/[^/]*\$" && mv "$native" "$app/native/"
    rm -f "$native"
  done <"$work/natives"
  touch -r "$file" "$work/time"
  (cd "$work/jar" && find . -type f ! -path ./META-INF/MANIFEST.MF | LC_ALL=C sort | sed 's/.*/"&"/' >"$work/names")
  (cd "$work/jar" && "$jar" --create --file "$file" --manifest META-INF/MANIFEST.MF \
    --date "$time" "@$work/names")
  touch -r "$work/time" "$file"
done
