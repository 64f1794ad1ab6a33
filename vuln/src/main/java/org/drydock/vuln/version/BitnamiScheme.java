package org.drydock.vuln.version;

/**
 * The order of Bitnami's packages: the numbers of what is packaged, with an optional pre-release, and the revision of
 * the packaging behind the last hyphen. {@code 1.2.3} is {@code 1.2.3-0} and comes before {@code 1.2.3-1}, where
 * Semantic Versioning would take the revision for a pre-release.
 *
 * @see <a href="https://github.com/bitnami/go-version">Bitnami's definition</a>
 */
final class BitnamiScheme implements VersionScheme {
    @Override
    public String id() {
        return "bitnami";
    }

    @Override
    public VersionKey key(String version) {
        String text = VersionText.require(id(), version);
        KeyBuilder key = new KeyBuilder();
        SemverText semver = new SemverText(id(), text, SemverText.skipPrefix(text), key)
                .numbers(3)
                .moreNumbers();
        int end = endOfUpstream(text, semver.position());
        semver.prerelease(end);
        return key.number(text, Math.min(end + 1, text.length()), text.length()).build();
    }

    private static int endOfUpstream(String text, int from) {
        int hyphen = text.lastIndexOf('-');
        boolean revision =
                hyphen >= from && hyphen + 1 < text.length() && Ascii.endOfDigits(text, hyphen + 1) == text.length();
        return revision ? hyphen : text.length();
    }
}
