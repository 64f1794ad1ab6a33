#!/bin/sh
# lay-out-app.sh TARGET JAVA_HOME: lays out TARGET/app from TARGET/drydock.jar and the jars that
# TARGET/jars.txt names ('|' between them): lib/, native/, bin/drydock, jvm.options, drydock.aot.
# Does nothing where the same inputs are laid out already. The folder is replaced as a whole: this
# JVM does not check the jars against the AOT cache, so the two must never come from different builds.
set -eu
target=$1
java_home=$2
here=$(cd "$(dirname "$0")" && pwd)

old_ifs=$IFS
IFS='|'
# shellcheck disable=SC2046 # split at '|', so that paths may hold spaces
set -f -- $(cat "$target/jars.txt") "$target/drydock.jar"
set +f
IFS=$old_ifs

inputs=$(cksum "$@" "$here"/*.sh "$here/drydock" "$here/../jvm/jvm.options" "$java_home/release")
if [ "$(cat "$target/app/inputs" 2>/dev/null)" = "$inputs" ]; then
  touch "$target/app/built"
  exit 0
fi

new=$target/app.new
rm -rf "$new"
mkdir -p "$new/lib" "$new/bin"
cp -p "$@" "$new/lib/"
cp "$here/drydock" "$new/bin/drydock"
chmod 755 "$new/bin/drydock"
cp "$here/../jvm/jvm.options" "$new/"
printf '%s\n' "$java_home" >"$new/java-home"
printf '%s\n' "$inputs" >"$new/inputs"
sh "$here/strip-natives.sh" "$new" "$java_home"
sh "$here/unseal.sh" "$new/lib" "$java_home"
sh "$here/train.sh" "$new" "$java_home" || echo "[WARNING] no AOT cache: every start of drydock will be slower" >&2
touch "$new/built"

rm -rf "$target/app.old"
[ ! -e "$target/app" ] || mv "$target/app" "$target/app.old"
mv "$new" "$target/app"
rm -rf "$target/app.old"
