#!/bin/sh
# make-sample.sh FOLDER: makes a small input to run the program on: FOLDER/rootfs, a Debian root with one
# outdated package; FOLDER/app.tar, the same as a docker-archive; FOLDER/advisories/, what says that it is
# outdated, one OSV record. For the training run and for the README's commands.
set -eu
mkdir -p "$1/rootfs/etc" "$1/rootfs/var/lib/dpkg" "$1/advisories"
cd "$1"
printf 'ID=debian\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n' \
  >rootfs/etc/os-release
cat >rootfs/var/lib/dpkg/status <<'STATUS'
Package: libssl3
Status: install ok installed
Priority: optional
Section: libs
Architecture: amd64
Multi-Arch: same
Source: openssl
Version: 3.0.7-2
Description: Secure Sockets Layer toolkit - shared libraries

STATUS
cat >advisories/openssl.json <<'RECORD'
{"schema_version": "1.6.0", "id": "CVE-2023-0286", "modified": "2023-02-07T00:00:00Z",
 "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:H"}],
 "affected": [{"package": {"ecosystem": "Debian:12", "name": "openssl"},
  "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "3.0.8-1"}]}]}]}
RECORD

(cd rootfs && tar -cf ../layer.tar etc var)
digest=$( (sha256sum layer.tar 2>/dev/null || shasum -a 256 layer.tar) | cut -d ' ' -f 1)
printf '{"architecture":"amd64","os":"linux","config":{},"rootfs":{"type":"layers","diff_ids":["sha256:%s"]}}' \
  "$digest" >config.json
printf '[{"Config":"config.json","RepoTags":["app:1"],"Layers":["layer.tar"]}]' >manifest.json
tar -cf app.tar config.json layer.tar manifest.json
rm layer.tar config.json manifest.json
