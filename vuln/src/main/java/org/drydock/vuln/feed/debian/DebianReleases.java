package org.drydock.vuln.feed.debian;

import java.util.Map;
import java.util.Optional;

/**
 * Debian's releases by codename.
 *
 * @see <a href="https://www.debian.org/releases/">Debian releases</a>
 */
final class DebianReleases {
    private static final Map<String, String> VERSIONS = Map.ofEntries(
            Map.entry("buzz", "1.1"),
            Map.entry("rex", "1.2"),
            Map.entry("bo", "1.3"),
            Map.entry("hamm", "2.0"),
            Map.entry("slink", "2.1"),
            Map.entry("potato", "2.2"),
            Map.entry("woody", "3.0"),
            Map.entry("sarge", "3.1"),
            Map.entry("etch", "4"),
            Map.entry("lenny", "5"),
            Map.entry("squeeze", "6"),
            Map.entry("wheezy", "7"),
            Map.entry("jessie", "8"),
            Map.entry("stretch", "9"),
            Map.entry("buster", "10"),
            Map.entry("bullseye", "11"),
            Map.entry("bookworm", "12"),
            Map.entry("trixie", "13"),
            Map.entry("forky", "14"),
            Map.entry("duke", "15"),
            Map.entry("sid", "sid"));

    private DebianReleases() {}

    /** The namespace of a release, for example {@code debian:12}; empty if the codename is not known. */
    static Optional<String> namespace(String codename) {
        return Optional.ofNullable(VERSIONS.get(codename)).map(version -> "debian:" + version);
    }
}
