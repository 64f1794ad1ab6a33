package org.drydock.vuln.version;

/**
 * The order of Semantic Versioning, which npm, crates.io and the {@code SEMVER} ranges of OSV use: three numbers, then
 * a pre-release comes before the release; build metadata does not count.
 *
 * <p>Advisories and manifests are less strict than the specification, and so is this: a {@code v} or {@code =} in front,
 * missing numbers (zero), zeros in front of numbers. What follows the third number without a hyphen, as in
 * {@code 1.2.3.4}, is a pre-release, but not {@linkplain #isWellFormed well-formed}.
 *
 * @see <a href="https://semver.org/#spec-item-11">Semantic Versioning, precedence</a>
 * @see <a href="https://ossf.github.io/osv-schema/#affectedrangestype-field">OSV, SEMVER ranges</a>
 */
final class SemverScheme implements VersionScheme {
    @Override
    public String id() {
        return "semver";
    }

    @Override
    public VersionKey key(String version) {
        KeyBuilder key = new KeyBuilder();
        read(version, key);
        return key.build();
    }

    @Override
    public boolean isWellFormed(String version) {
        return read(version, new KeyBuilder()).wellFormed();
    }

    private SemverText read(String version, KeyBuilder key) {
        String text = VersionText.require(id(), version);
        SemverText semver = new SemverText(id(), text, SemverText.skipPrefix(text), key).numbers(3);
        semver.prerelease(text.length());
        return semver;
    }
}
