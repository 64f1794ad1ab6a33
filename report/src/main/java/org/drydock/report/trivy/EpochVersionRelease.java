package org.drydock.report.trivy;

import org.drydock.inventory.PackageType;

/**
 * The parts of a version of dpkg, rpm and pacman; for other packages all of it is the version.
 *
 * @param epoch 0 if there is none
 * @param release what follows the last hyphen, empty if there is none
 */
record EpochVersionRelease(int epoch, String version, String release) {
    private static final int MAX_EPOCH_DIGITS = 9;

    static EpochVersionRelease of(PackageType type, String version) {
        return switch (type) {
            case DEB, RPM, PACMAN -> split(version);
            case APK,
                    JAVA,
                    NPM,
                    PYTHON,
                    GO,
                    RUBYGEMS,
                    NUGET,
                    PACKAGIST,
                    CRATES,
                    HEX,
                    PUB,
                    SWIFT,
                    COCOAPODS,
                    CONAN,
                    HACKAGE,
                    CRAN,
                    LUAROCKS,
                    OPAM,
                    JULIA,
                    PEAR,
                    OTP,
                    TERRAFORM,
                    GITHUB_ACTIONS,
                    WORDPRESS_PLUGIN,
                    PORTAGE,
                    NIX,
                    SNAP,
                    CONDA,
                    BREW,
                    JVM,
                    BINARY,
                    ML_MODEL -> new EpochVersionRelease(0, version, "");
        };
    }

    private static EpochVersionRelease split(String text) {
        int colon = text.indexOf(':');
        boolean hasEpoch = colon > 0
                && colon <= MAX_EPOCH_DIGITS
                && text.chars().limit(colon).allMatch(c -> c >= '0' && c <= '9');
        String rest = hasEpoch ? text.substring(colon + 1) : text;
        int hyphen = rest.lastIndexOf('-');
        return new EpochVersionRelease(
                hasEpoch ? Integer.parseInt(text.substring(0, colon)) : 0,
                hyphen < 0 ? rest : rest.substring(0, hyphen),
                hyphen < 0 ? "" : rest.substring(hyphen + 1));
    }
}
