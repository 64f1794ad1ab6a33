#!/bin/sh
# Tests ./drydock and its build step with a stand-in for Maven and for Java: arguments, exit codes,
# links, folders with spaces, one build at a time, a build that fails. Takes seconds; part of the build.
set -eu
root=$(cd "$(dirname "$0")/../../../.." && pwd)
work=$(cd "$(mktemp -d)" && pwd -P)
trap 'rm -rf "$work"' EXIT
clone="$work/a clone"
jdk="$work/jdk 25"
unset JAVA_HOME DRYDOCK_JAVA_OPTS

mkdir -p "$clone/dist/src" "$clone/core/src/main" "$jdk/bin"
cp "$root/drydock" "$clone/"
cp -R "$root/dist/src/sh" "$root/dist/src/jvm" "$clone/dist/src/"
echo '<project/>' >"$clone/pom.xml"
echo 'JAVA_VERSION="25.0.1"' >"$jdk/release"
: >"$jdk/bin/javac"
# The stand-in for java prints its locale and its arguments, one a line, and ends as $JAVA_ENDS_WITH says.
# shellcheck disable=SC2016 # for the stand-in to expand
printf '#!/bin/sh\necho "locale ${LC_ALL-}"\nprintf "<%%s>\\n" "$@"\nexit "${JAVA_ENDS_WITH:-0}"\n' >"$jdk/bin/java"
# The stand-in for mvnw notes its run and lays out an app.
cat >"$clone/mvnw" <<MAVEN
#!/bin/sh
echo run >>'$work/builds'
echo 'to stdout'
[ ! -e '$work/break' ] || { echo '[ERROR] Foo.java:[1,2] no such word'; exit 1; }
sleep 1
app='$clone/dist/target/app'
mkdir -p "\$app/bin" "\$app/lib"
cp '$clone/dist/src/sh/drydock' "\$app/bin/"
: >"\$app/drydock.aot"
echo '$jdk' >"\$app/java-home"
touch "\$app/built"
MAVEN
chmod +x "$clone/mvnw" "$clone/dist/src/sh/drydock" "$jdk/bin/java" "$jdk/bin/javac"
export JAVA_HOME="$jdk"

failures=0
# is WHAT EXPECTED ACTUAL
is() {
  [ "$2" = "$3" ] || {
    failures=$((failures + 1))
    printf 'FAILED: %s\n  expected: %s\n  but was:  %s\n' "$1" "$2" "$3" >&2
  }
}
builds() { grep -c run "$work/builds" 2>/dev/null || :; }
# after_jar FILE: the program's own arguments among what the stand-in printed.
after_jar() { sed '1,/drydock.jar>$/d' "$1" | tr '\n' ' '; }

cd /
touch "$work/break"
status=0
"$clone/drydock" --version >"$work/out" 2>"$work/err" || status=$?
is 'a build that fails ends with 1' 1 "$status"
is 'and leaves stdout alone' '' "$(cat "$work/out")"
is 'and prints the reason' '  Foo.java:[1,2] no such word' "$(grep Foo "$work/err")"
is 'and leaves no lock' 'no' "$([ -L "$clone/dist/target/.build-lock" ] && echo yes || echo no)"
rm "$work/break" "$work/builds"

pids=
for n in 1 2 3; do
  "$clone/drydock" "$n" >"$work/out$n" 2>"$work/err$n" &
  pids="$pids $!"
done
for pid in $pids; do wait "$pid" || is 'a first run at the same time' 0 "$?"; done
is 'three first runs at once build once' 1 "$(builds)"
is 'and each runs' '<1> <2> <3> ' "$(for n in 1 2 3; do after_jar "$work/out$n"; done)"

printf 'fed to the program' | "$clone/drydock" scan 'two words' '' '*' '@file' '-Dx="y"' >"$work/out" 2>"$work/err"
is 'arguments arrive as they are' '<scan> <two words> <> <*> <@file> <-Dx="y"> ' "$(after_jar "$work/out")"
is 'nothing is built again' 1 "$(builds)"
is 'nothing is said' '' "$(cat "$work/err")"
is 'the cache is used' 1 "$(grep -c '^<-XX:AOTCache=.*/drydock.aot>$' "$work/out")"

status=0
JAVA_ENDS_WITH=42 "$clone/drydock" >/dev/null || status=$?
is "the program's exit code" 42 "$status"

ln -s "$clone/drydock" "$work/absolute link"
ln -s 'absolute link' "$work/relative"
mkdir "$work/bin" && ln -s ../relative "$work/bin/dd"
is 'through links, by the path' '<x> ' "$(PATH="$work/bin:$PATH" dd x >"$work/out" && after_jar "$work/out")"
is 'from its own folder' '<x> ' "$(cd "$clone" && sh drydock x >"$work/out" && after_jar "$work/out")"
is 'options for Java' '<-Xmx1g>' "$(DRYDOCK_JAVA_OPTS='-Xmx1g -Xss2m' "$clone/drydock" | grep Xmx)"
is 'a locale of UTF-8 stays' 'locale ' "$(env -u LC_ALL LC_CTYPE=de_DE.UTF-8 "$clone/drydock" | head -n 1)"
is 'another gives way' 'locale C.UTF-8' "$(env LC_ALL=POSIX "$clone/drydock" | head -n 1)"

ln -s 2147483646 "$clone/dist/target/.build-lock"
touch "$clone/core/src/main"
"$clone/drydock" x >"$work/out" 2>"$work/err"
is 'newer sources build again, past the lock of a dead build' 2 "$(builds)"
is 'with a word on stderr' 'Building Drydock (once)…' "$(cat "$work/err")"

[ "$failures" = 0 ] || { echo "launcher-test: $failures failed" >&2; exit 1; }
echo "launcher-test: all passed"
