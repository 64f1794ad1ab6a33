#!/bin/sh
# Has the native package managers lock small projects of real packages, and holds what Drydock reads from the lock files
# against what those tools list. A tool or a network that is not there is a skip, with the reason.
# usage: e2e/ecosystems.sh [LAUNCHER]      default: the clone's own ./drydock
# E2E_ECOSYSTEMS names the folder for the projects (default: e2e/target/ecosystems, kept from run to run).
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
launcher=${1:-$here/drydock}
work=${E2E_ECOSYSTEMS:-$here/e2e/target/ecosystems}
command -v python3 >/dev/null || { echo "ecosystems: skipped: python3 is missing"; exit 0; }
mkdir -p "$work"
failed=0
skip() { echo "ecosystems: $1: skipped: $2"; }

# packages TYPE FOLDER: what Drydock lists, a line for each
packages() {
  "$launcher" sbom "dir:$2" -o json --offline --cache-dir "$work/cache" -q |
    python3 -c 'import json, sys
for p in json.load(sys.stdin)["packages"]:
    if p["type"] == sys.argv[1]:
        print(p["name"], p["version"])' "$1" | sort -u
}

# compare NAME TYPE: the folder NAME/sources against NAME/expected
compare() {
  packages "$2" "$work/$1/sources" >"$work/$1/listed"
  sort -u -o "$work/$1/expected" "$work/$1/expected"
  if [ -s "$work/$1/expected" ] && diff -u "$work/$1/expected" "$work/$1/listed"; then
    echo "ecosystems: $1: $(wc -l <"$work/$1/listed") packages, the same as the tool's"
  else
    echo "ecosystems: $1: NOT the same as the tool's"
    failed=1
  fi
}

# npm_lists FOLDER EXPECTED: what npm would install to run
npm_lists() {
  (cd "$1" && npm ls --all --json --package-lock-only --omit=dev) | python3 -c 'import json, sys
def walk(node):
    for name, child in node.get("dependencies", {}).items():
        if "version" in child:
            print(name, child["version"])
            walk(child)
root = json.load(sys.stdin)
print(root["name"], root["version"])
walk(root)' >"$2"
}

npm_projects() {
  for form in npm3 npm1 npm2 pnpm8 pnpm9; do
    mkdir -p "$work/$form/sources"
    cat >"$work/$form/sources/package.json" <<'JSON'
{"name": "app", "version": "1.0.0", "dependencies": {"express": "4.18.2", "lodash": "4.17.20"},
 "devDependencies": {"mocha": "10.0.0"}}
JSON
    case $form in
      npm*) (cd "$work/$form/sources" && npm install --package-lock-only --lockfile-version "${form#npm}" \
        --ignore-scripts --no-audit --no-fund >"$work/$form/log" 2>&1) ;;
      pnpm*) (cd "$work/$form/sources" && npx -y "pnpm@${form#pnpm}" install --lockfile-only >"$work/$form/log" 2>&1) ;;
    esac || { skip "$form" "it could not lock the project, see $work/$form/log"; continue; }
    npm_lists "$work/npm3/sources" "$work/$form/expected"
    compare "$form" npm
  done
}

cargo_project() {
  mkdir -p "$work/cargo/sources/src"
  echo 'fn main() {}' >"$work/cargo/sources/src/main.rs"
  printf '[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\nserde_json = "1"\nregex = "1"\n' \
    >"$work/cargo/sources/Cargo.toml"
  (cd "$work/cargo/sources" && cargo metadata --format-version 1 >"$work/cargo/metadata" 2>"$work/cargo/log") ||
    { skip cargo "it could not lock the project, see $work/cargo/log"; return; }
  python3 -c 'import json, sys
for p in json.load(sys.stdin)["packages"]:
    print(p["name"], p["version"])' <"$work/cargo/metadata" >"$work/cargo/expected"
  compare cargo cargo
}

go_project() {
  mkdir -p "$work/go/sources"
  printf 'package main\n\nimport _ "github.com/gin-gonic/gin"\n\nfunc main() {}\n' >"$work/go/sources/main.go"
  printf 'module example.org/app\n\ngo 1.21\n\nrequire github.com/gin-gonic/gin v1.9.1\n' >"$work/go/sources/go.mod"
  (cd "$work/go/sources" && GOFLAGS=-mod=mod go mod tidy >"$work/go/log" 2>&1) ||
    { skip go "it could not complete go.mod, see $work/go/log"; return; }
  (cd "$work/go/sources" && go mod edit -json) | python3 -c 'import json, sys
for r in json.load(sys.stdin)["Require"]:
    print(r["Path"], r["Version"])' >"$work/go/expected"
  compare go go
}

python_project() {
  mkdir -p "$work/python/sources" "$work/requirements/sources"
  python="$work/python/venv/bin/python"
  if ! { python3 -m venv "$work/python/venv" && "$python" -m pip install -q flask==3.0.0 requests; } >"$work/python/log" 2>&1; then
    skip python "it could not install the packages, see $work/python/log"
    return
  fi
  rm -rf "$work/python/sources/lib"
  cp -r "$work/python/venv/lib" "$work/python/sources/lib"
  "$python" -m pip list --format json | python3 -c 'import json, sys
for p in json.load(sys.stdin):
    print(p["name"], p["version"])' >"$work/python/expected"
  compare python python
  "$python" -m pip freeze --all >"$work/requirements/sources/requirements.txt"
  cp "$work/python/expected" "$work/requirements/expected"
  compare requirements python
}

# The gems of this machine: its RubyGems lists them.
gem_project() {
  rm -rf "$work/gem"
  mkdir -p "$work/gem/sources"
  ruby -e 'Gem::Specification.each { |s| puts "#{s.name} #{s.version}\t#{s.loaded_from}" }' >"$work/gem/loaded"
  cut -f 1 "$work/gem/loaded" >"$work/gem/expected"
  cut -f 2 "$work/gem/loaded" | while read -r specification; do
    mkdir -p "$work/gem/sources$(dirname "$specification")"
    cp "$specification" "$work/gem/sources$specification"
  done
  compare gem gem
}

composer_project() {
  mkdir -p "$work/composer/sources"
  echo '{"require": {"monolog/monolog": "2.9.1"}, "require-dev": {"phpunit/phpunit": "9.6.0"}}' \
    >"$work/composer/sources/composer.json"
  (cd "$work/composer/sources" && composer update --no-install --no-interaction --ignore-platform-reqs \
    >"$work/composer/log" 2>&1) || { skip composer "it could not lock the project, see $work/composer/log"; return; }
  (cd "$work/composer/sources" && composer show --locked --no-dev --format=json) | python3 -c 'import json, sys
for p in json.load(sys.stdin)["locked"]:
    print(p["name"], p["version"])' >"$work/composer/expected"
  compare composer composer
}

for tool in npm cargo go python3 gem composer; do
  command -v "$tool" >/dev/null || { skip "$tool" "it is missing"; continue; }
  case $tool in
    npm) npm_projects ;;
    cargo) cargo_project ;;
    go) go_project ;;
    python3) python_project ;;
    gem) gem_project ;;
    composer) composer_project ;;
  esac
done
exit $failed
