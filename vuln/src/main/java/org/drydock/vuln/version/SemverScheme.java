package org.drydock.vuln.version;

/**
 * The order of Semantic Versioning, which npm, crates.io and the {@code SEMVER} ranges of OSV use: three numbers, then
 * a pre-release comes before the release; build metadata does not count.
 *
 * <p>Advisories and manifests are less strict than the specification, and so is this: a {@code v} or {@code =} in front,
 * missing numbers (zero), zeros in front of numbers. What follows the third number without a hyphen, as in
 * {@code 1.2.3.4}, is a pre-release, but not {@linkplain VersionKey#isWellFormed well-formed}.
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
        String text = VersionText.require(id(), version);
        KeyBuilder key = new KeyBuilder();
        new SemverText(id(), text, SemverText.skipPrefix(text), key).numbers(3).prerelease(text.length());
        return key.build();
    }
}
