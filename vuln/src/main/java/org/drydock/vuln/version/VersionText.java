package org.drydock.vuln.version;

import java.util.Locale;

/** What no scheme takes for a version, whatever its tool would do. */
final class VersionText {
    /** The longest text that is read; a thousand times longer than honest versions. */
    static final int MAX_LENGTH = 8192;

    private static final int LONGEST_PLACEHOLDER = 11;

    private VersionText() {}

    /** The text without space around it. */
    static String require(String scheme, String version) {
        String text = version.strip();
        if (text.isEmpty()) {
            throw new InvalidVersionException(scheme, version, "it is empty");
        }
        if (text.length() > MAX_LENGTH) {
            throw new InvalidVersionException(scheme, version, "it is longer than " + MAX_LENGTH + " characters");
        }
        if (text.length() <= LONGEST_PLACEHOLDER && !Ascii.isDigit(text.charAt(0)) && isPlaceholder(text)) {
            throw new InvalidVersionException(scheme, version, "it stands for a version that is not known");
        }
        return text;
    }

    private static boolean isPlaceholder(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "unknown",
                    "<unknown>",
                    "(unknown)",
                    "unspecified",
                    "undefined",
                    "none",
                    "(none)",
                    "<none>",
                    "null",
                    "n/a",
                    "nan",
                    "latest",
                    "devel",
                    "(devel)",
                    "any",
                    "all",
                    "*",
                    "-",
                    "?" -> true;
            default -> false;
        };
    }
}
