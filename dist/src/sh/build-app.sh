#!/bin/sh
# build-app.sh ROOT: builds ROOT/dist/target/app for ./drydock, one build at a time, with its progress
# on stderr. Where it fails, it prints the reason and what to do, and ends with 1.
set -eu
root=$(cd "$1" && pwd)
target=$root/dist/target
lock=$target/.build-lock
log=$target/build.log
# shellcheck source=dist/src/sh/up-to-date.sh
. "$root/dist/src/sh/up-to-date.sh"

# fail LINE…: the reason, and the end.
fail() {
  printf 'drydock: %s\n' "$@" >&2
  exit 1
}

# take_lock: a link that names the process that holds it, made in one step. Sets waited to yes or no.
take_lock() {
  waited=no
  until ln -s "$$" "$lock" 2>/dev/null; do
    holder=$(readlink "$lock") || continue
    kill -0 "$holder" 2>/dev/null || { break_lock "$holder" && continue; }
    [ "$waited" = yes ] || echo "drydock: waiting for the build of process $holder" >&2
    waited=yes
    sleep 1
  done
}

# break_lock HOLDER: removes the lock of a dead process; the folder lets one process at a time look and remove.
break_lock() {
  mkdir "$lock.breaking" 2>/dev/null || { sleep 1 && rmdir "$lock.breaking" 2>/dev/null; return 0; }
  [ "$(readlink "$lock")" != "$1" ] || rm -f "$lock"
  rmdir "$lock.breaking"
}

# show_progress: one line that names the module at work and counts the seconds, on a terminal.
show_progress() {
  seconds=0
  while :; do
    module=$(sed -n 's/^\[INFO\] Building Drydock \(.*\) [0-9][^ ]* .*/\1/p' "$log" | tail -n 1)
    printf '\rBuilding Drydock (once)… %s s %-24.24s' "$seconds" "${module:+($module)}" >&2
    sleep 1
    seconds=$((seconds + 1))
  done
}

end_progress() {
  [ -z "$ticker" ] || { kill "$ticker" 2>/dev/null || :; printf '\r%-60s\r' '' >&2; }
  ticker=
}

end_build() {
  [ -z "$build" ] || kill "$build" 2>/dev/null || :
  end_progress
  rm -f "$lock"
}

mkdir -p "$target" 2>/dev/null || fail "$root is to be built and cannot be written"
build=
ticker=
take_lock
trap end_build EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
[ "$waited" = no ] || ! up_to_date "$root" || exit 0

touch "$target/build-started"
"$root/mvnw" -B -ntp -f "$root/pom.xml" -pl dist -am package -Dmaven.test.skip=true -DskipTests >"$log" 2>&1 &
build=$!
if [ -t 2 ]; then
  show_progress &
  ticker=$!
else
  echo "Building Drydock (once)…" >&2
fi
status=0
wait "$build" || status=$?
build=
end_progress

if [ "$status" != 0 ] || [ ! -x "$target/app/bin/drydock" ]; then
  echo "drydock: the build failed:" >&2
  { grep '^\[ERROR\]' "$log" || tail -n 20 "$log"; } |
    sed -e 's/^\[ERROR\] *//' -e '/^$/d' -e '/\[Help 1\]/d' -e '/^To see the full/,$d' | head -n 15 | sed 's/^/  /' >&2
  if grep -qE 'Could not (transfer|resolve)|Unknown host|offline mode' "$log"; then
    fail "the first build fetches its libraries from a Maven repository: is there a network, a proxy to set in ~/.m2/settings.xml?"
  fi
  fail "the whole log is $log; after a mend run this command again"
fi
mv "$target/build-started" "$target/app/built"
