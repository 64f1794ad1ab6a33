package org.drydock.vuln.fetch;

/** How publishers write a release in their addresses. */
final class ReleaseText {
    private ReleaseText() {}

    /**
     * An address with the release in it.
     *
     * @param release as namespaces write it
     */
    static String fill(String url, String release) {
        return url.replace("{release}", release)
                .replace("{vrelease}", release.equals("edge") ? release : "v" + release)
                .replace("{amazon}", release.equals("2") ? "2" : "al" + release)
                .replace("{latest}", release.equals("2") ? "latest" : "mirrors/latest")
                .replace("{azure}", release.equals("2") ? "cbl-mariner-2.0" : "azurelinux-" + release + ".0");
    }
}
