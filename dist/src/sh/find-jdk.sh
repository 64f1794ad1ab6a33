# Sourced by ./drydock and ./mvnw.

# jdk_release HOME: prints the feature release of the JDK in HOME, nothing where there is none.
jdk_release() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# find_jdk N: prints the home of a JDK of feature release N: JAVA_HOME first, then the usual
# places, then the java on the path. Fails with one line that says what to install.
find_jdk() {
  for jdk_home in "${JAVA_HOME:-}" /usr/lib/jvm/*"$1"* /opt/java/*"$1"* /opt/jdk*"$1"* \
    "${HOME:-}"/.sdkman/candidates/java/"$1"* "${HOME:-}"/.jdks/*"$1"* \
    /Library/Java/JavaVirtualMachines/*"$1"*/Contents/Home; do
    [ -n "$jdk_home" ] && [ "$(jdk_release "$jdk_home")" = "$1" ] && { echo "$jdk_home"; return 0; }
  done
  if jdk_java=$(command -v java 2>/dev/null); then
    jdk_home=$(dirname "$(dirname "$(readlink -f "$jdk_java")")")
    [ "$(jdk_release "$jdk_home")" = "$1" ] && { echo "$jdk_home"; return 0; }
  fi
  echo "drydock: JDK $1 is needed and was not found: install Temurin $1 (Debian: apt-get install temurin-$1-jdk), or set JAVA_HOME to one" >&2
  return 1
}
