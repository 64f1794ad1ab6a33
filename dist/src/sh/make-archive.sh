#!/bin/sh
# make-archive.sh TARGET: makes TARGET/drydock-VERSION-OS-ARCH.tar.gz from TARGET/app:
# a Java runtime of only the modules that the jars need, the jars, and an AOT cache made by that very
# runtime. It runs from any folder. The same inputs give the same files, but for the AOT cache.
set -eu
target=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
# shellcheck source=dist/src/sh/facts.sh
. "$here/facts.sh"
# shellcheck source=dist/src/sh/find-jdk.sh
. "$here/find-jdk.sh"
java_home=$(find_jdk 25)
# Modules that are reached where jdeps does not see them, or only behind one that is left out; commas between.
more_modules=java.xml
# Named by a library, in a part of it that is never reached: commons-lang3 can tell Java beans of changes.
unused_modules=java.desktop

name=drydock-$version-$os-$arch
stage=$target/archive/$name

rm -rf "$target/archive"
mkdir -p "$stage"
cp -Rp "$target/app/bin" "$target/app/lib" "$target/app/native" "$target/app/jvm.options" "$stage/"
cp "$root/LICENSE" "$root/NOTICE" "$root/README.md" "$stage/"

# The last line is the answer; jdeps prints its warnings on stdout, too.
modules=$("$java_home/bin/jdeps" --multi-release 25 --ignore-missing-deps --print-module-deps "$stage"/lib/*.jar | tail -n 1 | tr , "\n" | grep -vx "$unused_modules" | paste -sd , -)
echo "modules: $modules${more_modules:+,$more_modules}"
"$java_home/bin/jlink" --add-modules "$modules${more_modules:+,$more_modules}" --output "$stage/runtime" \
  --strip-debug --no-header-files --no-man-pages --compress zip-6

# The times before the training, the cache after it: an AOT cache remembers the time of the runtime's files.
find "$stage" -exec touch -h -d "$time" {} +
sh "$here/train.sh" "$stage" "$stage/runtime"
touch -d "$time" "$stage/drydock.aot" "$stage"

tar -C "$target/archive" --sort=name --owner=0 --group=0 --numeric-owner -cf "$target/$name.tar" "$name"
gzip -nf9 "$target/$name.tar"
rm -rf "$target/archive"
ls -l "$target/$name.tar.gz"
