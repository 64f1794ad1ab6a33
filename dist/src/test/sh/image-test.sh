#!/bin/sh
# image-test.sh: unpacks the image of `make image` and runs it in a chroot as its own user. Wants root,
# skopeo, umoci and jq, and says so where they are missing.
set -eu
root=$(cd "$(dirname "$0")/../../../.." && pwd)
# shellcheck source=dist/src/sh/facts.sh
. "$root/dist/src/sh/facts.sh"
for tool in skopeo umoci jq unshare; do
  command -v "$tool" >/dev/null || { echo "image-test: SKIPPED: no $tool"; exit 0; }
done
[ "$(id -u)" = 0 ] || { echo "image-test: SKIPPED: wants root for chroot"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
  echo "image-test: FAILED: $*" >&2
  exit 1
}

skopeo copy -q "docker-archive:$root/dist/target/drydock-image.tar" "oci:$work/oci:latest"
umoci unpack --image "$work/oci:latest" "$work/bundle" >/dev/null 2>&1 || fail "umoci cannot unpack it"
rootfs=$work/bundle/rootfs
skopeo inspect --config "oci:$work/oci:latest" >"$work/config.json"
# entry FILTER: one part of the configuration.
entry() { jq -r "$1" "$work/config.json"; }

[ "$(entry .config.User)" = 65532:65532 ] || fail "runs as $(entry .config.User)"
[ "$(entry '.config.Labels["org.opencontainers.image.version"]')" = "$version" ] || fail "no version label"
grep -q '^nonroot:x:65532:65532:' "$rootfs/etc/passwd" || fail "no passwd entry"
[ -z "$(find "$rootfs" -perm -4000 -o -perm -2000)" ] || fail "set-user-id files"
[ -s "$rootfs/etc/ssl/certs/ca-certificates.crt" ] || fail "no root certificates"
for package in base-files ca-certificates libc6; do
  grep -qx "Package: $package" "$rootfs/var/lib/dpkg/status.d/$package" || fail "$package is not recorded"
done

# run ARGUMENT...: as a container would, but for its isolation: the image's user, environment and entry point.
run() (
  set -f
  IFS='
'
  # shellcheck disable=SC2016,SC2046 # for the inner shell; split at line ends
  exec unshare -m sh -c 'mount -t proc proc "$0/proc" && exec env -i "$@"' "$rootfs" $(entry '.config.Env[]') \
    "$(command -v chroot)" --userspec=65532:65532 "$rootfs" $(entry '.config.Entrypoint[]') "$@"
)
[ "$(run --version)" = "drydock $version" ] || fail "--version printed: $(run --version 2>&1)"
[ "$(run --version 2>&1 | wc -l)" = 1 ] || fail "--version said more: $(run --version 2>&1)"
mkdir "$rootfs/sample" && sh "$root/dist/src/sh/make-sample.sh" "$rootfs/sample"
run db import /sample/advisories >/dev/null || fail "db import"
[ -n "$(find "$rootfs/home/nonroot/.cache/drydock" -type f)" ] || fail "nothing is kept in DRYDOCK_CACHE_DIR"
status=0
run scan /sample/app.tar --fail-on high >"$work/out" 2>&1 || status=$?
if [ "$status" != 2 ] || ! grep -q CVE-2023-0286 "$work/out"; then
  fail "scan ended with $status: $(cat "$work/out")"
fi
echo "image-test: all passed ($(du -h "$root/dist/target/drydock-image.tar" | cut -f 1) packed)"
