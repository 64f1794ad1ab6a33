# shellcheck shell=sh disable=SC2034,SC2154
# Sourced by the scripts beside it, after $root is set: what they must agree on.
version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$root/pom.xml" | head -n 1)
# The time that every packed file carries, as the jars do.
time=$(sed -n 's:.*<project.build.outputTimestamp>\(.*\)</.*:\1:p' "$root/pom.xml")
# This platform, by the names of the archive, and by the patterns of the names that jars use.
case $(uname -s) in
  Linux) os=linux os_pattern=linux ;;
  Darwin) os=macos os_pattern='darwin|mac|osx' ;;
  *) os=$(uname -s) os_pattern=$os ;;
esac
case $(uname -m) in
  x86_64 | amd64) arch=x64 arch_pattern='amd64|x86_64|x64' ;;
  aarch64 | arm64) arch=aarch64 arch_pattern='aarch64|arm64' ;;
  *) arch=$(uname -m) arch_pattern=$arch ;;
esac
