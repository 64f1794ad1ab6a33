package org.drydock.vuln.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The order of Python versions from before PEP 440: parts of digits, of letters and of anything else, compared as texts.
 * Numbers are filled with zeros to eight digits, words begin with {@code *}, and so does the end, {@code *final}, which
 * words of pre-releases come before.
 *
 * @see <a href="https://setuptools.pypa.io/en/latest/pkg_resources.html#parsing-utilities">parse_version</a>
 */
final class Pep440Legacy {
    /** The epoch, before all of PEP 440's; they begin with a number. */
    private static final int BEFORE_EPOCHS = 1;

    private static final int END = 0;
    private static final int DIGITS = 8;
    private static final String FINAL = "*final";
    private static final String HYPHEN = "*final-";

    private final List<String> parts = new ArrayList<>();

    private Pep440Legacy() {}

    static VersionKey key(String version) {
        Pep440Legacy legacy = new Pep440Legacy();
        legacy.read(version.toLowerCase(Locale.ROOT));
        KeyBuilder key = new KeyBuilder().notCovered().marker(BEFORE_EPOCHS);
        legacy.parts.forEach(part -> key.text(part, 0, part.length()));
        return key.marker(END).build();
    }

    private void read(String text) {
        int i = 0;
        while (i < text.length()) {
            int start = i;
            i = endOfPart(text, start);
            String part = text.substring(start, i);
            switch (part) {
                case "." -> {}
                case "-" -> add(HYPHEN);
                case "pre", "preview", "rc" -> add("*c");
                case "dev" -> add("*@");
                default ->
                    add(
                            Ascii.isDigit(part.charAt(0))
                                    ? "0".repeat(Math.max(0, DIGITS - part.length())) + part
                                    : "*" + part);
            }
        }
        add(FINAL);
    }

    private static int endOfPart(String text, int start) {
        char c = text.charAt(start);
        if (c == '.' || c == '-') {
            return start + 1;
        }
        if (Ascii.isDigit(c)) {
            return Ascii.endOfDigits(text, start);
        }
        if (Ascii.isLetter(c)) {
            return Ascii.endOfLetters(text, start);
        }
        int i = start;
        while (i < text.length()
                && !Ascii.isLetterOrDigit(text.charAt(i))
                && text.charAt(i) != '.'
                && text.charAt(i) != '-') {
            i++;
        }
        return i;
    }

    private void add(String part) {
        if (part.startsWith("*")) {
            while (part.compareTo(FINAL) < 0 && endsWith(HYPHEN)) {
                parts.removeLast();
            }
            while (endsWith("00000000")) {
                parts.removeLast();
            }
        }
        parts.add(part);
    }

    private boolean endsWith(String part) {
        return !parts.isEmpty() && parts.getLast().equals(part);
    }
}
