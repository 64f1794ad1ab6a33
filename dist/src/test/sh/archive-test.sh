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

mkdir "$work/some where" "$work/tmp" "$work/home" "$work/sample"
tar -xzf "$archive" -C "$work/some where"
home="$work/some where/drydock-$version-$os-$arch"
run() {
  env -i PATH="$PATH" HOME="$work/home" TMPDIR="$work/tmp" DRYDOCK_JAVA_OPTS="-Djava.io.tmpdir=$work/tmp ${DRYDOCK_JAVA_OPTS-}" \
    "$home/bin/drydock" "$@"
}

[ "$(run --version)" = "drydock $version" ] || fail "--version printed: $(run --version 2>&1)"
[ "$(cd / && run --version 2>&1 >/dev/null)" = '' ] || fail "--version spoke on stderr"
loaded=$(DRYDOCK_JAVA_OPTS='-Xlog:class+load' run --version | grep 'org.drydock.cli.Main ')
case $loaded in *'shared objects file'*) ;; *) fail "the AOT cache is not used: $loaded" ;; esac
DRYDOCK_JAVA_OPTS=-XshowSettings:properties run --version 2>&1 | grep -q 'java.home = .*/runtime$' ||
  fail "it does not run on its own Java"

sh "$root/dist/src/sh/make-sample.sh" "$work/sample"
for compression in gzip xz zstd; do
  command -v "$compression" >/dev/null || { echo "archive-test: SKIPPED: no $compression"; continue; }
  "$compression" -q <"$work/sample/advisories/openssl.json" >"$work/openssl.json.$compression"
done
run db import "$work"/openssl.json.* >/dev/null || fail "db import"
status=0
run scan "$work/sample/app.tar" --fail-on high >"$work/out" 2>&1 || status=$?
if [ "$status" != 2 ] || ! grep -q CVE-2023-0286 "$work/out"; then
  fail "scan ended with $status: $(cat "$work/out")"
fi
for jar in "$home"/lib/*.jar; do
  ! LC_ALL=C grep -aqE '\.(so|dll|dylib|jnilib)' "$jar" || fail "$jar still holds native libraries"
done
[ -z "$(find "$home" -perm -4000 -o -perm -2000)" ] || fail "set-user-id files"
[ -z "$(find "$work/tmp" -mindepth 1)" ] || fail "left behind: $(find "$work/tmp" -mindepth 1)"
echo "archive-test: all passed ($(du -h "$archive" | cut -f 1) packed, $(du -sh "$home" | cut -f 1) unpacked)"
