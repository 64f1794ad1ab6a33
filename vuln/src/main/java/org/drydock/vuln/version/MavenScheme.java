package org.drydock.vuln.version;

import java.util.Locale;

/**
 * The order of Maven artifacts, as the POM reference defines it and OSV evaluates it.
 *
 * <p>A version is a row of numbers and qualifiers, each behind a dot or a hyphen; a change between digits and letters
 * counts as a hyphen. At the same place {@code .qualifier} comes before {@code -qualifier}, that before {@code -1} and
 * that before {@code .1}. What is nothing, zeros and release qualifiers ({@code ga}, {@code final}, {@code release}), is
 * left out before a hyphen and at the end. Where one version has ended, the rest of the other is compared with nothing.
 *
 * <p>Nothing equals a zero and a release qualifier, so that not the next token decides, but the first one that is
 * something ({@link MavenTokens#belowNothing}).
 *
 * <p><b>Not an order.</b> By that definition {@code 1.0.rc1 < 1.0 = 1 < 1-1 < 1.0.rc1}, and no key can agree with a
 * circle. Here everything that the definition places before the version without its tail comes before everything that
 * it places after it: of that circle, {@code 1-1 < 1.0.rc1} does not hold, nor does it in Maven since 3.9.
 *
 * <p>Maven itself, since 3.9, treats a qualifier behind a dot at the end or before a digit as one behind a hyphen.
 *
 * @see <a href="https://maven.apache.org/pom.html#version-order-specification">Version order specification</a>
 */
final class MavenScheme implements VersionScheme {
    private static final int ALPHA = 1;
    private static final int BETA = 2;
    private static final int MILESTONE = 3;
    private static final int CANDIDATE = 4;
    private static final int SNAPSHOT = 5;
    private static final int RELEASE_BELOW = 6;
    private static final int LEVEL_BELOW = 7;
    private static final int ZERO_BELOW = 8;
    private static final int END = 9;
    private static final int RELEASE_ABOVE = 10;
    private static final int SERVICE_PACK = 11;
    private static final int OTHER_QUALIFIER = 12;
    private static final int LEVEL_ABOVE = 13;

    @Override
    public String id() {
        return "maven";
    }

    @Override
    public VersionKey key(String version) {
        String text = VersionText.require(id(), version).toLowerCase(Locale.ENGLISH);
        if (text.contains("${")) {
            throw new InvalidVersionException(id(), version, "a property in it has no value");
        }
        if (text.equals("release")) {
            throw new InvalidVersionException(id(), version, "it asks for whatever was released last");
        }
        return key(MavenTokens.read(text));
    }

    private static VersionKey key(MavenTokens tokens) {
        KeyBuilder key = new KeyBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            boolean below = tokens.belowNothing(i);
            switch (tokens.kind(i)) {
                case LEVEL -> key.marker(below ? LEVEL_BELOW : LEVEL_ABOVE);
                case NUMBER -> {
                    if (below) {
                        key.marker(ZERO_BELOW);
                    } else {
                        tokens.writeNumber(i, key);
                    }
                }
                case ALPHA -> key.marker(ALPHA);
                case BETA -> key.marker(BETA);
                case MILESTONE -> key.marker(MILESTONE);
                case CANDIDATE -> key.marker(CANDIDATE);
                case SNAPSHOT -> key.marker(SNAPSHOT);
                case RELEASE -> key.marker(below ? RELEASE_BELOW : RELEASE_ABOVE);
                case SERVICE_PACK -> key.marker(SERVICE_PACK);
                case OTHER -> tokens.writeText(i, key.marker(OTHER_QUALIFIER));
            }
        }
        return key.marker(END).build();
    }
}
