# shellcheck shell=sh
# Sourced by ./drydock and build-app.sh.

# up_to_date ROOT: true where ROOT/dist/target/app is there, newer than every source and made for the
# JDK that JAVA_HOME asks for; a clone that cannot be written is taken as it is.
up_to_date() {
  app=$1/dist/target/app
  [ -x "$app/bin/drydock" ] || return 1
  [ -w "$1/dist" ] || return 0
  IFS= read -r built_for <"$app/java-home" || return 1
  [ -x "$built_for/bin/java" ] || return 1
  case ${JAVA_HOME:-} in
    "" | "$built_for") ;;
    *) [ "$(. "$1/dist/src/sh/find-jdk.sh" && find_jdk 25 2>/dev/null)" = "$built_for" ] || return 1 ;;
  esac
  [ -z "$(find "$1"/pom.xml "$1"/*/pom.xml "$1"/*/*/pom.xml "$1"/*/src/main "$1"/dist/src/sh "$1"/dist/src/jvm \
    "$built_for/release" -newer "$app/built" -print 2>/dev/null | head -n 1)" ]
}
