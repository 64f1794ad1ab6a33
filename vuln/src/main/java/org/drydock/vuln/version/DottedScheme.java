package org.drydock.vuln.version;

/**
 * Numbers between dots or hyphens, compared one by one; of two that begin alike the shorter comes first. So are the
 * versions of R packages and of Haskell packages ordered.
 *
 * @see <a href="https://cran.r-project.org/doc/manuals/r-release/R-exts.html#The-DESCRIPTION-file">Writing R
 *     Extensions</a>
 * @see <a href="https://pvp.haskell.org/">The Haskell package versioning policy</a>
 */
final class DottedScheme implements VersionScheme {
    private static final int END = 1;

    @Override
    public String id() {
        return "dotted";
    }

    @Override
    public VersionKey key(String version) {
        String text = VersionText.require(id(), version);
        KeyBuilder key = new KeyBuilder();
        int from = 0;
        while (true) {
            int to = Ascii.endOfDigits(text, from);
            if (to == from) {
                throw new InvalidVersionException(id(), text, "a number is missing at its character " + (from + 1));
            }
            key.number(text, from, to);
            if (to == text.length()) {
                return key.marker(END).build();
            }
            if (text.charAt(to) != '.' && text.charAt(to) != '-') {
                throw new InvalidVersionException(id(), text, "only numbers, dots and hyphens may stand in it");
            }
            from = to + 1;
        }
    }
}
