# shellcheck shell=sh
# Sourced by ./drydock and ./mvnw.

# jdk_release HOME: prints the feature release of the JDK in HOME, nothing where there is none.
jdk_release() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# find_jdk N: prints the home of a JDK of feature release N: JAVA_HOME first, then the java on the
# path, then the usual places. Fails with a message that says what to install.
find_jdk() {
  jdk_java=$(command -v java 2>/dev/null) && jdk_java=$(readlink -f "$jdk_java" 2>/dev/null) || jdk_java=
  for jdk_home in "${JAVA_HOME:-}" "${jdk_java%/bin/java}" /usr/lib/jvm/*"$1"* /opt/java/*"$1"* /opt/*jdk*"$1"* \
    "${HOME:-}"/.sdkman/candidates/java/"$1"* "${HOME:-}"/.jdks/*"$1"* "${HOME:-}"/.gradle/jdks/*"$1"* \
    /Library/Java/JavaVirtualMachines/*"$1"*/Contents/Home /opt/homebrew/opt/openjdk@"$1"/libexec/openjdk.jdk/Contents/Home; do
    [ -n "$jdk_home" ] && [ "$(jdk_release "$jdk_home")" = "$1" ] && {
      printf '%s\n' "$jdk_home"
      return 0
    }
  done
  cat >&2 <<MESSAGE
drydock: JDK $1 is needed and was not found (JAVA_HOME: ${JAVA_HOME:-not set}; java on the path: ${jdk_java:-none}).
Install one and try again, or set JAVA_HOME to one:
  Debian, Ubuntu   apt-get install openjdk-$1-jdk-headless, or temurin-$1-jdk from https://adoptium.net/installation/
  Fedora, RHEL     dnf install java-$1-openjdk-devel
  macOS            brew install openjdk@$1
MESSAGE
  return 1
}
