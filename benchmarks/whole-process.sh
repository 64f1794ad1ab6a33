#!/bin/sh
# Whole processes, compared in one run: quote the ratios, not the seconds.
#   cold    a scan without cache against plain decompression of the same layers, as many at once as there are cores
#   warm    a scan whose layers are all cached, against the start of an empty JVM
#   start   --version against the start of an empty JVM
# The image is made of this machine's own /usr, in gzip layers, meant to be 300 to 600 MB.
# Needs jq, hyperfine, GNU time. usage: benchmarks/whole-process.sh LAUNCHER JAVA_HOME [WORK_FOLDER]
#   LAUNCHER   the program, best the shipped form (make dist)
#   JAVA_HOME  the runtime that starts the empty JVM, best the one that LAUNCHER brings
set -eu
launcher=$1
java_home=$2
work=${3:-${TMPDIR:-/tmp}/drydock-benchmark}
for tool in jq hyperfine gzip javac; do
  command -v "$tool" >/dev/null || { echo "whole-process.sh: $tool is missing" >&2; exit 1; }
done
mkdir -p "$work"
layout=$work/image
export DRYDOCK_CACHE_DIR="$work/cache"

add_layer() { # NAME PATH... : a gzip layer of these paths of this machine
  name=$1; shift
  (cd / && tar --sort=name --warning=no-file-changed -cf "$work/$name.tar" "$@" 2>/dev/null) || true
  diff=$(sha256sum "$work/$name.tar" | cut -d' ' -f1)
  gzip -n -6 "$work/$name.tar"
  digest=$(sha256sum "$work/$name.tar.gz" | cut -d' ' -f1)
  size=$(stat -c %s "$work/$name.tar.gz")
  mv "$work/$name.tar.gz" "$layout/blobs/sha256/$digest"
  echo "$diff" >>"$work/diffs"
  printf '{"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","digest":"sha256:%s","size":%s}\n' "$digest" "$size" >>"$work/layers"
  echo "$layout/blobs/sha256/$digest" >>"$work/blobs"
}
put() { # FILE : moves it into the layout, prints digest and size
  digest=$(sha256sum "$1" | cut -d' ' -f1); size=$(stat -c %s "$1")
  mv "$1" "$layout/blobs/sha256/$digest"
  printf '"digest":"sha256:%s","size":%s' "$digest" "$size"
}
if [ ! -f "$layout/index.json" ]; then
  rm -rf "$layout"; mkdir -p "$layout/blobs/sha256"; : >"$work/diffs"; : >"$work/layers"; : >"$work/blobs"
  add_layer base etc/os-release usr/lib/os-release usr/sbin var/lib/dpkg usr/lib/python3 usr/share/doc usr/share/perl
  add_layer libraries "usr/lib/$(uname -m)-linux-gnu"
  add_layer jvm usr/lib/jvm
  jq -cn --rawfile d "$work/diffs" '{os:"linux",architecture:"amd64",config:{},rootfs:{type:"layers",diff_ids:($d|split("\n")|map(select(length>0))|map("sha256:"+.))}}' >"$work/c"
  config=$(put "$work/c")
  jq -cn --argjson c "{\"mediaType\":\"application/vnd.oci.image.config.v1+json\",$config}" --slurpfile l "$work/layers" '{schemaVersion:2,config:$c,layers:$l}' >"$work/m"
  manifest=$(put "$work/m")
  echo "{\"schemaVersion\":2,\"manifests\":[{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",$manifest}]}" >"$layout/index.json"
  echo '{"imageLayoutVersion":"1.0.0"}' >"$layout/oci-layout"
fi
echo "layers: $(xargs du -cm <"$work/blobs" | tail -1 | cut -f1) MB compressed, $(wc -l <"$work/blobs") of them; $(nproc) cores"

mkdir -p "$work/empty"
printf 'public class Empty { public static void main(String[] a) {} }\n' >"$work/empty/Empty.java"
[ -f "$work/empty/Empty.class" ] || javac --release 17 -d "$work/empty" "$work/empty/Empty.java"
empty="$java_home/bin/java -cp $work/empty Empty"

ratio() { jq -r '.results | "ratio of medians \(.[0].median / .[1].median * 100 | round / 100), of minima \(.[0].min / .[1].min * 100 | round / 100)  (A \(.[0].median * 1000 | round) ms, B \(.[1].median * 1000 | round) ms)"' "$work/result.json"; }
compare() { # RUNS A B
  hyperfine -N --style none --warmup 1 --runs "$1" --export-json "$work/result.json" "$2" "$3" >/dev/null 2>&1
  ratio
}
printf '#!/bin/sh\nxargs -P %s -n 1 gzip -dc <%s/blobs >/dev/null\n' "$(nproc)" "$work" >"$work/plain.sh"; chmod +x "$work/plain.sh"
cat "$layout"/blobs/sha256/* >/dev/null
echo "cold  scan without cache (A) against plain parallel decompression (B):"
compare 5 "$launcher scan $layout --no-cache -q -o json=$work/report.json" "$work/plain.sh"
if command -v /usr/bin/time >/dev/null; then
  /usr/bin/time -f '  peak memory of the scan: %M KB' "$launcher" scan "$layout" --no-cache -q -o json="$work/report.json"
fi
"$launcher" scan "$layout" -q -o json="$work/report.json"
echo "warm  cached scan (A) against an empty JVM (B):"
compare 15 "$launcher scan $layout -q -o json=$work/report.json" "$empty"
echo "start --version (A) against an empty JVM (B):"
compare 15 "$launcher --version" "$empty"
