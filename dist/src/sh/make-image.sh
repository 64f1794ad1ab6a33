#!/bin/sh
# make-image.sh TARGET: makes TARGET/drydock-image.tar, a docker-archive for `docker load` or
# `skopeo copy`, from the archive that make-archive.sh left in TARGET and from unchanged Debian
# packages. Wants a Debian machine with apt; no daemon, no registry, no root.
set -eu
target=$(cd "$1" && pwd)
root=$(cd "$(dirname "$0")/../../.." && pwd)
# shellcheck source=dist/src/sh/facts.sh
. "$root/dist/src/sh/facts.sh"
archive=$target/drydock-$version-$os-$arch.tar.gz
# What the program needs beside its own Java: the C library, the identity of the distribution, root certificates.
packages='base-files ca-certificates libc6'

if ! command -v apt-get >/dev/null || ! command -v dpkg-deb >/dev/null; then
  echo "make image: needs apt-get and dpkg-deb: run it on Debian, or build the archive alone with make dist" >&2
  exit 1
fi
image=$target/image
rm -rf "$image"
mkdir -p "$image/debs" "$image/rootfs/var/lib/dpkg/status.d" "$image/app/opt/drydock" "$image/maven/classes"

# shellcheck disable=SC2086 # a list
(cd "$image/debs" && apt-get -q download $packages) || {
  echo "make image: apt-get download failed: run apt-get update first?" >&2
  exit 1
}
for deb in "$image"/debs/*.deb; do
  package=$(dpkg-deb -f "$deb" Package)
  echo "$package $(dpkg-deb -f "$deb" Version)"
  dpkg-deb -x "$deb" "$image/rootfs"
  dpkg-deb -f "$deb" >"$image/rootfs/var/lib/dpkg/status.d/$package"
  dpkg-deb --ctrl-tarfile "$deb" | tar -xO ./md5sums >"$image/rootfs/var/lib/dpkg/status.d/$package.md5sums"
done

cd "$image/rootfs"
# Links become copies: the image writer would follow the absolute ones out of this folder.
find . -type l | while IFS= read -r link; do
  to=$(readlink "$link")
  case $to in /*) to=.$to ;; *) to=$(dirname "$link")/$to ;; esac
  rm "$link"
  [ ! -f "$to" ] || cp -p "$to" "$link"
done
# Of the documents the licences stay.
find usr/share/doc -type f ! -name copyright -exec rm -f {} +
rm -rf usr/share/man usr/share/lintian usr/share/bug
find usr/share -depth -type d -exec rmdir --ignore-fail-on-non-empty {} +
# What the packages' own scripts would have made.
mkdir -p etc/ssl/certs tmp home/nonroot/.cache/drydock root
cat usr/share/ca-certificates/mozilla/*.crt >etc/ssl/certs/ca-certificates.crt
printf 'root:x:0:0:root:/root:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin\n' >etc/passwd
printf 'root:x:0:\nnonroot:x:65532:\n' >etc/group
printf 'hosts: files dns\n' >etc/nsswitch.conf

tar -xzf "$archive" -C "$image/app/opt/drydock" --strip-components=1
rm -r "$image/app/opt/drydock/bin"

"$root/mvnw" -B -ntp -f "$root/dist/image/pom.xml" com.google.cloud.tools:jib-maven-plugin:buildTar \
  "-Ddrydock.version=$version" "-Ddrydock.time=$time" \
  "-Dimage.folder=$image" "-Dimage.arch=$(dpkg --print-architecture)" \
  "-Ddrydock.revision=$(git -C "$root" rev-parse HEAD 2>/dev/null || echo unknown)"
rm -rf "$image"
ls -l "$target/drydock-image.tar"
