package org.drydock.vuln.version;

import java.util.Locale;

/**
 * The order of Composer packages (Packagist): Composer's normal form, compared by PHP's {@code version_compare}.
 *
 * <p>The normal form has four numbers, or the parts of a date, then perhaps a stability ({@code alpha}, {@code beta},
 * {@code RC}, {@code patch}) with its numbers, and {@code dev}. The branch {@code 1.2.x-dev} lies after every release of
 * 1.2. A branch by name, {@code dev-main}, has no place, as no constraint of Composer holds it.
 *
 * @see <a href="https://getcomposer.org/doc/articles/versions.md">Versions and constraints</a>
 * @see <a href="https://www.php.net/version_compare">version_compare</a>
 */
final class ComposerScheme implements VersionScheme {
    @Override
    public String id() {
        return "composer";
    }

    @Override
    public VersionKey key(String version) {
        String text = withoutBuild(withoutStabilityFlag(withoutAlias(VersionText.require(id(), version))));
        if (isBranchName(text)) {
            throw new InvalidVersionException(id(), version, "a branch has no place among the releases");
        }
        KeyBuilder key = new KeyBuilder();
        if (!new ComposerText(text, key).read()) {
            throw new InvalidVersionException(id(), version, "Composer has no normal form for it");
        }
        return key.build();
    }

    /** {@code 1.0 as 2.0} is 1.0. */
    private static String withoutAlias(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            return text;
        }
        String rest = text.substring(space).strip();
        return rest.startsWith("as ") ? text.substring(0, space) : text;
    }

    private static String withoutStabilityFlag(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return text;
        }
        return switch (text.substring(at + 1).toLowerCase(Locale.ROOT)) {
            case "stable", "rc", "beta", "alpha", "dev" -> text.substring(0, at);
            default -> text;
        };
    }

    private static String withoutBuild(String text) {
        int plus = text.indexOf('+');
        return plus > 0 && plus < text.length() - 1 && text.indexOf(' ') < 0 ? text.substring(0, plus) : text;
    }

    private static boolean isBranchName(String text) {
        return Ascii.startsWith(text, 0, "dev-")
                || text.equals("master")
                || text.equals("trunk")
                || text.equals("default");
    }
}
