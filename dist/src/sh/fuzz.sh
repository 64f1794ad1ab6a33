#!/bin/sh
# fuzz.sh [MODULE...]: runs every @FuzzTest of these modules (or of all) for FUZZ_SECONDS each, 60 unless
# told, each in a JVM of its own. Goes on after a finding and ends with 1; the input that found it lies
# beside the test's resources or in the module's folder, as the log says.
set -eu
cd "$(dirname "$0")/../../.."
seconds=${FUZZ_SECONDS:-60}

# Lines of "round module class#method": in one run Jazzer fuzzes the first method of a class only.
list=$(
  find . -path '*/src/test/java/*' -name '*.java' ! -path '*/target/*' -exec grep -l '@FuzzTest' {} + | LC_ALL=C sort |
    while IFS= read -r file; do
      module=${file#./}
      module=${module%%/src/test/*}
      case " ${*:-$module} " in *" $module "*) ;; *) continue ;; esac
      class=$(printf '%s' "${file##*/src/test/java/}" | sed -e 's:\.java$::' -e 's:/:.:g')
      sed -n '/@FuzzTest/,/(/s/.*void *\([A-Za-z0-9_]*\) *(.*/\1/p' "$file" | grep -n . | sed "s|:| $module $class#|"
    done
)
[ -n "$list" ] || { echo "fuzz: no @FuzzTest here"; exit 0; }
total=$(printf '%s\n' "$list" | wc -l)
echo "fuzz: $total tests, $seconds s each, about $((total * (seconds + 10) / 60 + 1)) minutes"

status=0
for round in $(printf '%s\n' "$list" | cut -d ' ' -f 1 | sort -un); do
  modules=$(printf '%s\n' "$list" | sed -n "s/^$round \([^ ]*\) .*/\1/p" | sort -u | tr '\n' ',')
  tests=$(printf '%s\n' "$list" | sed -n "s/^$round [^ ]* //p" | tr '\n' ',')
  JAZZER_FUZZ=1 ./mvnw -B -ntp --fail-at-end -pl "${modules%,}" -am test -Dexcluded.tests= "-Dtest=${tests%,}" \
    -DreuseForks=false "-Djazzer.max_duration=${seconds}s" -Dsurefire.failIfNoSpecifiedTests=false || status=1
done
exit "$status"
