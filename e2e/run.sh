#!/bin/sh
# Builds real images from the package registries, scans them with the launcher, and holds the results against what the
# native tools say. Needs the folder shared/ beside the project; skips, with the reason, where something is missing.
# usage: e2e/run.sh [--short] [LAUNCHER]      default: the clone's own ./drydock
# --short leaves out the two large images.
# E2E_IMAGES names a folder to build the images into (default: target/images, kept from run to run).
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
names=
if [ "${1:-}" = --short ]; then
  shift
  names="debian12-minimal debian12-distroless alma9-rpm alma9-rpm-ndb alma8-rpm-bdb alpine311 alpine311-multiarch"
fi
launcher=${1:-$here/drydock}
images=${E2E_IMAGES:-$here/e2e/target/images}
builder=$here/../shared/images/build-images.sh
skip() { echo "e2e: skipped: $1"; exit 0; }
[ -f "$builder" ] || skip "shared/images/build-images.sh is not there"
[ "$(id -u)" = 0 ] || skip "building the images needs root"
for tool in mmdebstrap skopeo umoci rpm rpmbuild jq zstd unzip zip mvn npm python3 rsync db5.3_load dpkg-deb gpg; do
  command -v "$tool" >/dev/null || skip "$tool is missing"
done
mkdir -p "$images"
echo "e2e: building the images (some minutes the first time)"
# shellcheck disable=SC2086 # a list of names
bash "$builder" "$images" $names >"$images/build.log" 2>&1 || { tail -20 "$images/build.log"; skip "the images could not be built"; }
"$launcher" --version >/dev/null
exec "$here/mvnw" -B -f "$here/pom.xml" -pl e2e -am test -Dtest='*E2eTest' -Dsurefire.failIfNoSpecifiedTests=false \
  -De2e.images="$images" -De2e.launcher="$launcher"
