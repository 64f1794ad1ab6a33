#!/bin/sh
# archive-test.sh: unpacks the archive of `make dist` somewhere else and runs it there: own Java, AOT cache
# in use, no native libraries of other platforms, nothing left in the temporary folder.
set -eu
root=$(cd "$(dirname "$0")/../../../.." && pwd)
# shellcheck source=dist/src/sh/facts.sh
. "$root/dist/src/sh/facts.sh"
archive=$root/dist/target/drydock-$version-$os-$arch.tar.gz
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
  echo "archive-test: FAILED: $*" >&2
  exit 1
}

mkdir "$work/some where" "$work/tmp"
tar -xzf "$archive" -C "$work/some where"
home="$work/some where/drydock-$version-$os-$arch"
run() { env -i PATH="$PATH" HOME="$work" TMPDIR="$work/tmp" "$home/bin/drydock" "$@"; }

[ "$(run --version)" = "drydock $version" ] || fail "--version printed: $(run --version 2>&1)"
[ "$(cd / && run --version 2>&1 >/dev/null)" = '' ] || fail "--version spoke on stderr"
loaded=$(DRYDOCK_JAVA_OPTS='-Xlog:class+load' "$home/bin/drydock" --version | grep 'org.drydock.cli.Main ')
case $loaded in *'shared objects file'*) ;; *) fail "the AOT cache is not used: $loaded" ;; esac
DRYDOCK_JAVA_OPTS=-XshowSettings:properties "$home/bin/drydock" --version 2>&1 | grep -q "java.home = $home/runtime\$" ||
  DRYDOCK_JAVA_OPTS=-XshowSettings:properties "$home/bin/drydock" --version 2>&1 | grep -q 'java.home = .*/runtime$' ||
  fail "it does not run on its own Java"
for jar in "$home"/lib/*.jar; do
  ! LC_ALL=C grep -aqE '\.(so|dll|dylib|jnilib)' "$jar" || fail "$jar still holds native libraries"
done
[ -z "$(find "$home" -perm -4000 -o -perm -2000)" ] || fail "set-user-id files"
[ -z "$(find "$work/tmp" -mindepth 1)" ] || fail "left behind: $(find "$work/tmp" -mindepth 1)"
echo "archive-test: all passed ($(du -h "$archive" | cut -f 1) packed, $(du -sh "$home" | cut -f 1) unpacked)"
