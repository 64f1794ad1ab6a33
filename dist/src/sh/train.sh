#!/bin/sh
# train.sh APP JAVA_HOME: makes APP/drydock.aot, the AOT cache of the jars in APP/lib for the JVM in
# JAVA_HOME, by running the command lines below. What they load and use, starts fast: a new verb or
# format wants a line here. They run offline in a folder of their own and may fail; their output is dropped.
set -eu
app=$(cd "$1" && pwd)
java=$2/bin/java
tab=$(printf '\t')
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# run WORD...: one command line of the training.
run() {
  line=
  for word; do line=$line${line:+$tab}$word; done
  printf '%s\n' "$line" >>"$work/commands"
}

sh "${0%/*}/make-sample.sh" "$work"
sh "${0%/*}/make-training.sh" "$work" "$app" "$java"
run --version
run --help
run scan --help
run db import "$work/advisories"
run db status
run scan --offline "$work/app.tar"
run scan --offline -o json "docker-archive:$work/app.tar"
run scan --offline -o "cyclonedx-json=$work/out.cdx.json" -o "sarif=$work/out.sarif" -o "html=$work/out.html" --fail-on high "dir:$work/rootfs"
run sbom --offline -o spdx-json "dir:$work/rootfs"
run scan --offline -o github -o "markdown=$work/out.md" -o "csv=$work/out.csv" -o "junit=$work/out.xml" "$work/app.tar"
run scan --offline -o gitlab -o "cyclonedx-xml=$work/out.cdx.xml" "$work/app.tar"
run explain --offline "$work/app.tar" --vuln CVE-2023-0286
run db import "$work/feed"
run scan --offline "$work/image"
for format in table json table json table json; do run scan --offline -q -o "$format=$work/out" "oci-dir:$work/image"; done
run scan --offline --no-cache -q -o "json=$work/out" "oci-dir:$work/image"
run scan --no-such-option

cd "$work"
export HOME="$work" DRYDOCK_CACHE_DIR="$work/cache"
set -- "@$app/jvm.options" "-Djava.library.path=$app/native" -cp "$app/lib/drydock.jar"
if "$java" -XX:AOTMode=record "-XX:AOTConfiguration=$work/aot.config" "$@" org.drydock.dist.Training "$work/commands" \
  </dev/null >"$work/log" 2>&1 &&
  "$java" -XX:AOTMode=create "-XX:AOTConfiguration=$work/aot.config" "-XX:AOTCache=$app/drydock.aot" "$@" \
    </dev/null >>"$work/log" 2>&1 && [ -s "$app/drydock.aot" ]; then
  exit 0
fi
rm -f "$app/drydock.aot"
echo "drydock: the training run for the AOT cache failed:" >&2
tail -n 20 "$work/log" >&2
exit 1
