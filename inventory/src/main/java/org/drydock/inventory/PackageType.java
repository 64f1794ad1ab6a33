package org.drydock.inventory;

/** The kinds of packages, one for each way that packages are named and versioned. */
public enum PackageType {
    DEB("deb", "deb", true),
    APK("apk", "apk", true),
    RPM("rpm", "rpm", true),
    JAVA("java", "maven", false),
    NPM("npm", "npm", false),
    PYTHON("python", "pypi", false),
    GO("go", "golang", false),
    RUBYGEMS("gem", "gem", false),
    NUGET("nuget", "nuget", false),
    PACKAGIST("composer", "composer", false),
    CRATES("cargo", "cargo", false),
    HEX("hex", "hex", false),
    PUB("pub", "pub", false),
    SWIFT("swift", "swift", false),
    COCOAPODS("cocoapods", "cocoapods", false),
    CONAN("conan", "conan", false),
    HACKAGE("hackage", "hackage", false),
    CRAN("cran", "cran", false),
    LUAROCKS("luarocks", "luarocks", false),
    OPAM("opam", "opam", false),
    JULIA("julia", "julia", false),
    PEAR("pear", "pear", false),
    OTP("otp", "otp", false),
    TERRAFORM("terraform", "terraform", false),
    GITHUB_ACTIONS("github-action", "githubactions", false),
    WORDPRESS_PLUGIN("wordpress-plugin", "wordpress-plugin", false),
    PACMAN("alpm", "alpm", true),
    PORTAGE("portage", "ebuild", true),
    NIX("nix", "nix", false),
    SNAP("snap", "snap", false),
    CONDA("conda", "conda", false),
    BREW("brew", "brew", false),
    JVM("jvm", "generic", false),
    BINARY("binary", "generic", false),
    ML_MODEL("ml-model", "huggingface", false);

    private final String word;
    private final String purlType;
    private final boolean operatingSystem;

    PackageType(String word, String purlType, boolean operatingSystem) {
        this.word = word;
        this.purlType = purlType;
        this.operatingSystem = operatingSystem;
    }

    /** The word used in outputs. */
    public String word() {
        return word;
    }

    /** The type of its package URLs. */
    public String purlType() {
        return purlType;
    }

    /** Whether such packages belong to a distribution, whose release they are judged by. */
    public boolean isOperatingSystem() {
        return operatingSystem;
    }
}
