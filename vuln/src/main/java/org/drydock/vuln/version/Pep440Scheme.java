package org.drydock.vuln.version;

/**
 * The order of Python packages: an epoch, the release, then a development release comes before a pre-release
 * ({@code a}, {@code b}, {@code rc}), that before the release itself, that before a post-release, and a local version
 * after the public one. Zeros at the end of the release do not count.
 *
 * <p>Texts that do not follow PEP 440 come before all that do, in the order of setuptools before it, as they do for
 * {@code packaging} up to version 21 and for OSV. They are not {@linkplain VersionKey#isWellFormed well-formed}.
 *
 * @see <a href="https://packaging.python.org/en/latest/specifications/version-specifiers/">Version specifiers</a>
 */
final class Pep440Scheme implements VersionScheme {
    @Override
    public String id() {
        return "pep440";
    }

    @Override
    public VersionKey key(String version) {
        String text = VersionText.require(id(), version);
        KeyBuilder key = new KeyBuilder();
        if (new Pep440Text(text, key).read()) {
            return key.build();
        }
        return Pep440Legacy.key(text);
    }
}
