package org.drydock.vuln.version;

/**
 * The order of Go modules and of the Go releases themselves, which are the versions of the standard library.
 *
 * <p>Modules follow Semantic Versioning; pseudo-versions are pre-releases, {@code +incompatible} does not count.
 *
 * <p>Releases are written {@code go1.22.1}, {@code go1.22rc1} or without {@code go}; the Go vulnerability database calls
 * them {@code 1.22.1} and {@code 1.22.0-rc.1}, and both mean the same here. What a distributor adds behind a hyphen, a
 * plus or a space, as in {@code go1.22.1-acme} or {@code go1.22.1 X:loopvar}, does not count.
 *
 * @see <a href="https://go.dev/ref/mod#versions">Go modules, versions</a>
 * @see <a href="https://go.dev/doc/toolchain#version">Go toolchains, versions</a>
 */
final class GoScheme implements VersionScheme {
    private static final String TOOLCHAIN = "go";

    @Override
    public String id() {
        return "go";
    }

    @Override
    public VersionKey key(String version) {
        String text = withoutExperiments(VersionText.require(id(), version));
        boolean toolchain = text.startsWith(TOOLCHAIN);
        int start = toolchain ? TOOLCHAIN.length() : SemverText.skipPrefix(text);
        if (toolchain) {
            text = text.substring(0, endOfRelease(text));
        }
        KeyBuilder key = new KeyBuilder();
        SemverText semver = new SemverText(id(), text, start, key).numbers(3);
        if (!releaseCandidate(text, semver.position(), key)) {
            semver.prerelease(text.length());
        }
        return key.build();
    }

    private static String withoutExperiments(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }

    private int endOfRelease(String text) {
        if (text.contains("-devel")) {
            throw new InvalidVersionException(id(), text, "it is a state of development between two releases");
        }
        int i = 0;
        while (i < text.length() && text.charAt(i) != '-' && text.charAt(i) != '+') {
            i++;
        }
        return i;
    }

    /** Reads {@code rc1} or {@code beta1} as {@code -rc.1} and {@code -beta.1}, if that is all that follows. */
    private boolean releaseCandidate(String text, int from, KeyBuilder key) {
        int word = Ascii.endOfLetters(text, from);
        int end = Ascii.endOfDigits(text, word);
        if (word == from || end == word || end < text.length()) {
            return false;
        }
        new SemverText(id(), "-" + text.substring(from, word) + "." + text.substring(word), 0, key)
                .prerelease(end - from + 2);
        return true;
    }
}
