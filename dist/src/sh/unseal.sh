#!/bin/sh
# unseal.sh LIB JAVA_HOME: makes jars in LIB that say they are sealed say that they are not. The JVM cannot start from an
# AOT cache that holds classes of a sealed jar: the cache defines their packages before the jar's manifest is read.
set -eu
lib=$(cd "$1" && pwd)
jar=$2/bin/jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for file in "$lib"/*.jar; do
  rm -rf META-INF
  "$jar" --extract --file "$file" META-INF/MANIFEST.MF
  if [ -f META-INF/MANIFEST.MF ] && grep -qi '^Sealed: true' META-INF/MANIFEST.MF; then
    sed 's/^Sealed: true/Sealed: false/' META-INF/MANIFEST.MF >manifest
    "$jar" --update --file "$file" --manifest manifest 2>/dev/null
  fi
done
