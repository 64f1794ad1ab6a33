#!/bin/sh
# bench.sh: the start of the program against the start of an empty class on the same Java, in turns, so
# that both meet the same load; then the JMH benchmarks, where there are any. Wants hyperfine and jq.
# START_COMMANDS, one a line, replaces what is compared.
set -eu
root=$(cd "$(dirname "$0")/../../.." && pwd)
for tool in hyperfine jq; do
  command -v "$tool" >/dev/null || { echo "bench: needs $tool (Debian: apt-get install $tool)" >&2; exit 1; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$root/drydock" --version >"$work/version"
app=$root/dist/target/app
java=$(cat "$app/java-home")/bin/java
echo 'class Hello { public static void main(String[] args) { System.out.println("hello"); } }' >"$work/Hello.java"
"${java}c" -d "$work" "$work/Hello.java"

{
  printf '%s\n' "'$java' -cp '$work' Hello"
  printf '%s\n' "${START_COMMANDS:-"'$app/bin/drydock' --version
'$root/drydock' --version
'$app/bin/drydock' --help
'$app/bin/drydock' scan --help"}"
} >"$work/commands"
rounds=${ROUNDS:-6}
for round in $(seq "$rounds"); do
  set --
  while IFS= read -r command; do set -- "$@" "$command"; done <"$work/commands"
  hyperfine -i -N -w 1 -r 8 --style none --export-json "$work/$round.json" "$@" >/dev/null 2>&1
done
echo "milliseconds of wall clock; CPU is user and system time; ratios to the first line ($(cat "$work/version"), $(uname -m))"
jq -rs '
  def ms: . * 1000 | round;
  def ratio($to): . / $to * 100 | round / 100;
  [.[].results[]] | group_by(.command)
  | map({command: .[0].command, times: (map(.times[]) | sort), cpu: (map(.user + .system) | add / length)}
    | . + {min: .times[0], median: .times[(.times | length) / 2 | floor]})
  | (map(select(.command | endswith(" Hello")))[0]) as $base
  | sort_by(.command != $base.command, .cpu)
  | ["min", "ratio", "median", "ratio", "CPU", "ratio", "command"],
    (.[] | [(.min | ms), (.min | ratio($base.min)), (.median | ms), (.median | ratio($base.median)),
      (.cpu | ms), (.cpu | ratio($base.cpu)), .command])
  | @tsv' "$work"/*.json | sed "s:$root/::g" | expand -t 9

if [ -f "$root/benchmarks/whole-process.sh" ]; then
  sh "$root/benchmarks/whole-process.sh" "$root/drydock" "$(cat "$app/java-home")"
fi
if [ -f "$root/benchmarks/pom.xml" ]; then
  "$root/mvnw" -B -ntp -f "$root/pom.xml" -pl benchmarks -am package dependency:build-classpath -DskipTests \
    -Dmdep.outputFile=target/class-path.txt >"$work/build.log" || { tail -n 20 "$work/build.log" >&2; exit 1; }
  "$java" -cp "$root/benchmarks/target/classes:$(cat "$root/benchmarks/target/class-path.txt")" org.openjdk.jmh.Main
fi
