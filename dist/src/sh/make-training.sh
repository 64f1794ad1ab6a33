#!/bin/sh
# make-training.sh FOLDER APP JAVA: makes what the training run reads beside the small sample: FOLDER/image, an
# OCI layout of one compressed layer with a few hundred packages of several kinds, and FOLDER/feed/, records
# that speak of many of them: enough that what a real scan repeats is repeated here too. All of it is made up.
set -eu
folder=$1
app=$2
java=$3
root=$folder/training
mkdir -p "$root/etc" "$root/var/lib/dpkg/info" "$root/usr/bin" "$root/srv/app" "$folder/feed" "$folder/image/blobs/sha256"
printf 'ID=debian\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n' \
  >"$root/etc/os-release"
awk -v info="$root/var/lib/dpkg/info" 'BEGIN {
  for (i = 0; i < 240; i++) {
    printf "Package: lib%03d\nStatus: install ok installed\nPriority: optional\nSection: libs\nInstalled-Size: %d\n", i, i * 7
    printf "Maintainer: Training <training@example.org>\nArchitecture: amd64\nMulti-Arch: same\n"
    if (i % 2) printf "Source: src%03d (1:%d.%d-2)\n", i / 2, i % 9, i
    printf "Version: 1:%d.%d-2+deb12u%d\nDepends: libc6 (>= 2.34), lib%03d\nDescription: library %d\n of several words\n\n", i % 9, i, i % 4, i + 1, i
    file = info "/lib" sprintf("%03d", i) ":amd64.list"
    if (i % 3 == 0) printf "/usr/lib/python3/dist-packages/project_%d-1.%d.dist-info/METADATA\n", i, i >file
    for (k = 0; k < 30; k++) printf "/usr/lib/lib%03d/file%d.so\n", i, k >file
    close(file)
  }
}' >"$root/var/lib/dpkg/status"
i=0
while [ "$i" -lt 40 ]; do
  mkdir -p "$root/srv/app/node_modules/module$i" "$root/usr/lib/python3/dist-packages/project_$i-1.$i.dist-info"
  printf '{"name": "module%s", "version": "%s.2.3", "license": "MIT", "dependencies": {"other": "^1.0.0"}}\n' \
    "$i" "$i" >"$root/srv/app/node_modules/module$i/package.json"
  printf 'Metadata-Version: 2.1\nName: project_%s\nVersion: 1.%s\nLicense: BSD\n\nText.\n' \
    "$i" "$i" >"$root/usr/lib/python3/dist-packages/project_$i-1.$i.dist-info/METADATA"
  i=$((i + 1))
done
cp "$app"/lib/jackson-core-*.jar "$app"/lib/snakeyaml-engine-*.jar "$root/srv/app/"
cp "$java" "$root/usr/bin/program"

awk -v feed="$folder/feed" '
function record(id, ecosystem, name, fixed,    file) {
  file = feed "/" id ".json"
  printf "{\"schema_version\": \"1.6.0\", \"id\": \"%s\", \"modified\": \"2024-01-02T03:04:05Z\", \"aliases\": [\"CVE-%s\"],\n", id, substr(id, 6) >file
  printf " \"summary\": \"Something is wrong\", \"details\": \"A sentence of some length about it.\",\n" >file
  printf " \"database_specific\": {\"severity\": \"%s\", \"cwe_ids\": [\"CWE-79\"]},\n", (n % 5 ? "HIGH" : "MODERATE") >file
  printf " \"severity\": [{\"type\": \"CVSS_V%d\", \"score\": \"%s\"}],\n", substr(scores[n % 4], 1, 1), substr(scores[n % 4], 3) >file
  n++
  printf " \"references\": [{\"type\": \"WEB\", \"url\": \"https://example.org/%s\"}],\n", id >file
  printf " \"affected\": [{\"package\": {\"ecosystem\": \"%s\", \"name\": \"%s\"}, \"ranges\": [{\"type\": \"ECOSYSTEM\",\n", ecosystem, name >file
  printf "  \"events\": [{\"introduced\": \"0\"}, {\"fixed\": \"%s\"}]}]}]}\n", fixed >file
  close(file)
}
BEGIN {
  scores[0] = "3 CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N"
  scores[1] = "3 CVSS:3.0/AV:L/AC:H/PR:L/UI:R/S:C/C:L/I:N/A:H"
  scores[2] = "2 AV:N/AC:M/Au:N/C:P/I:P/A:C"
  scores[3] = "4 CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:L/VA:N/SC:N/SI:N/SA:N"
  for (i = 0; i < 120; i++) {
    for (k = 0; k < 3; k++) {
      record(sprintf("DRYD-2024-%d", 10000 + i * 10 + k), "Debian:12", sprintf("src%03d", i), (k < 2 ? "1:" : "") (i % 9 + k) "." i * 2 "-3")
    }
  }
  for (i = 0; i < 40; i++) {
    record(sprintf("DRYD-2024-%d", 20000 + i), "npm", "module" i, i + 1 ".0.0")
    record(sprintf("DRYD-2024-%d", 30000 + i), "PyPI", "project-" i, "1." (i + 1))
  }
}'

digest_of() {
  (sha256sum "$1" 2>/dev/null || shasum -a 256 "$1") | cut -d ' ' -f 1
}
keep() { # FILE : moves it among the blobs, prints its digest and size as members
  digest=$(digest_of "$1")
  printf '"digest":"sha256:%s","size":%s' "$digest" "$(($(wc -c <"$1")))"
  mv "$1" "$folder/image/blobs/sha256/$digest"
}
(cd "$root" && tar -cf "$folder/layer.tar" .)
rm -rf "$root"
diff=$(digest_of "$folder/layer.tar")
gzip -n "$folder/layer.tar"
layer=$(keep "$folder/layer.tar.gz")
printf '{"architecture":"amd64","os":"linux","config":{"User":"app"},"history":[{"created_by":"COPY . /"}],"rootfs":{"type":"layers","diff_ids":["sha256:%s"]}}' \
  "$diff" >"$folder/blob"
config=$(keep "$folder/blob")
printf '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{"mediaType":"application/vnd.oci.image.config.v1+json",%s},"layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip",%s}]}' \
  "$config" "$layer" >"$folder/blob"
manifest=$(keep "$folder/blob")
printf '{"schemaVersion":2,"manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json",%s}]}' \
  "$manifest" >"$folder/image/index.json"
printf '{"imageLayoutVersion":"1.0.0"}' >"$folder/image/oci-layout"
