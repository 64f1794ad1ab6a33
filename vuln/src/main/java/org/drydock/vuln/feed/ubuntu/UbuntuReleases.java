package org.drydock.vuln.feed.ubuntu;

import java.util.Map;
import java.util.Optional;

/**
 * Ubuntu's releases by their series.
 *
 * @see <a href="https://wiki.ubuntu.com/Releases">Ubuntu releases</a>
 */
public final class UbuntuReleases {
    private static final Map<String, String> VERSIONS = Map.ofEntries(
            Map.entry("dapper", "6.06"),
            Map.entry("hardy", "8.04"),
            Map.entry("lucid", "10.04"),
            Map.entry("maverick", "10.10"),
            Map.entry("natty", "11.04"),
            Map.entry("oneiric", "11.10"),
            Map.entry("precise", "12.04"),
            Map.entry("quantal", "12.10"),
            Map.entry("raring", "13.04"),
            Map.entry("saucy", "13.10"),
            Map.entry("trusty", "14.04"),
            Map.entry("utopic", "14.10"),
            Map.entry("vivid", "15.04"),
            Map.entry("wily", "15.10"),
            Map.entry("xenial", "16.04"),
            Map.entry("yakkety", "16.10"),
            Map.entry("zesty", "17.04"),
            Map.entry("artful", "17.10"),
            Map.entry("bionic", "18.04"),
            Map.entry("cosmic", "18.10"),
            Map.entry("disco", "19.04"),
            Map.entry("eoan", "19.10"),
            Map.entry("focal", "20.04"),
            Map.entry("groovy", "20.10"),
            Map.entry("hirsute", "21.04"),
            Map.entry("impish", "21.10"),
            Map.entry("jammy", "22.04"),
            Map.entry("kinetic", "22.10"),
            Map.entry("lunar", "23.04"),
            Map.entry("mantic", "23.10"),
            Map.entry("noble", "24.04"),
            Map.entry("oracular", "24.10"),
            Map.entry("plucky", "25.04"),
            Map.entry("questing", "25.10"),
            Map.entry("resolute", "26.04"));

    private UbuntuReleases() {}

    /**
     * The namespace of a release: {@code jammy} is {@code ubuntu:22.04}, {@code esm-infra/xenial} and {@code trusty/esm}
     * are of {@code ubuntu-pro}, {@code fips/jammy} of {@code ubuntu-pro-fips}. Empty if there is no such series.
     */
    public static Optional<String> namespace(String release) {
        String[] parts = release.split("/", -1);
        if (parts.length == 1) {
            return version(parts[0]).map(version -> "ubuntu:" + version);
        }
        if (parts.length > 2) {
            return Optional.empty();
        }
        boolean seriesFirst = VERSIONS.containsKey(parts[0]);
        String stream = seriesFirst ? parts[1] : parts[0];
        String family = stream.startsWith("esm") ? "ubuntu-pro" : "ubuntu-pro-" + stream;
        return version(seriesFirst ? parts[0] : parts[1]).map(version -> family + ":" + version);
    }

    private static Optional<String> version(String series) {
        return Optional.ofNullable(VERSIONS.get(series));
    }
}
