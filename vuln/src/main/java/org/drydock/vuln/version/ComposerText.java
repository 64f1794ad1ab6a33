package org.drydock.vuln.version;

/**
 * Reads one version in any form that Composer normalises, and writes its key: the parts, where words take their place
 * among the numbers, and {@link #END}.
 */
final class ComposerText {
    private static final int OTHER_WORD = 1;
    private static final int DEV = 2;
    private static final int ALPHA = 3;
    private static final int BETA = 4;
    private static final int CANDIDATE = 5;
    private static final int END = 6;
    private static final int PATCH = 0xF1;
    private static final int NUMBERS = 4;
    private static final int LONGEST_FIRST_NUMBER = 5;
    private static final long ANY = 9_999_999;

    private static final int YEAR = 4;
    private static final int DATE_PAIRS = 6;
    private static final int DATE_TAILS = 2;
    private static final int DATE_TAIL = 3;

    private static final String[] STABILITIES = {"stable", "beta", "b", "rc", "alpha", "a", "patch", "pl", "p"};
    private static final int[] STABILITY_MARKERS = {OTHER_WORD, BETA, BETA, CANDIDATE, ALPHA, ALPHA, PATCH, PATCH, PATCH
    };

    private final String text;
    private final int start;
    private final KeyBuilder key;

    ComposerText(String text, KeyBuilder key) {
        this.text = text;
        this.start = Ascii.startsWith(text, 0, "v") ? 1 : 0;
        this.key = key;
    }

    /** Answers whether Composer has a normal form for the text; if not, nothing is written. */
    boolean read() {
        return classical() || date() || branch();
    }

    private boolean classical() {
        int end = Ascii.endOfDigits(text, start);
        if (end == start || end - start > LONGEST_FIRST_NUMBER) {
            return false;
        }
        int count = 1;
        while (count < NUMBERS && isDigit(end + 1) && text.charAt(end) == '.') {
            end = Ascii.endOfDigits(text, end + 1);
            count++;
        }
        if (!hasModifier(end)) {
            return false;
        }
        numbers(start, end);
        for (; count < NUMBERS; count++) {
            key.number(0);
        }
        modifier(end);
        return true;
    }

    private boolean date() {
        int end = Ascii.endOfDigits(text, start);
        if (end - start < YEAR) {
            return false;
        }
        while (isDigit(end + 1) && isDateSeparator(end)) {
            end = Ascii.endOfDigits(text, end + 1);
        }
        if (!datePairs(start + YEAR, end, 0) || !hasModifier(end)) {
            return false;
        }
        numbers(start, end);
        modifier(end);
        return true;
    }

    /** Whether the rest of a date is pairs of digits, with a few shorter or longer groups at the end. */
    private boolean datePairs(int from, int end, int pairs) {
        if (pairs > 0 && dateTails(from, end, 0)) {
            return true;
        }
        int digits = isDateSeparator(from) ? from + 1 : from;
        return pairs < DATE_PAIRS
                && digits + 2 <= end
                && isDigit(digits)
                && isDigit(digits + 1)
                && datePairs(digits + 2, end, pairs + 1);
    }

    private boolean dateTails(int from, int end, int tails) {
        if (from == end) {
            return true;
        }
        int digits = isDateSeparator(from) ? from + 1 : from;
        for (int i = digits; tails < DATE_TAILS && i < end && i < digits + DATE_TAIL && isDigit(i); i++) {
            if (dateTails(i + 1, end, tails + 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean isDateSeparator(int i) {
        return i < text.length() && (text.charAt(i) == '.' || text.charAt(i) == ':' || text.charAt(i) == '-');
    }

    /** Numbers with {@code x} for any, behind which {@code dev} stands. */
    private boolean branch() {
        int end = text.length() - "dev".length();
        if (end < 1 || !Ascii.startsWith(text, end, "dev")) {
            return false;
        }
        if (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-') {
            end--;
        }
        int count = 0;
        int i = start - 1;
        do {
            int part = i + 1;
            i = endOfBranchPart(part, count++ > 0);
            if (i == part) {
                return false;
            }
        } while (i < end && count < NUMBERS && text.charAt(i) == '.');
        if (i != end) {
            return false;
        }
        branchParts(start, end);
        for (; count < NUMBERS; count++) {
            key.number(ANY);
        }
        key.marker(DEV).marker(END);
        return true;
    }

    private int endOfBranchPart(int from, boolean mayBeAny) {
        int end = Ascii.endOfDigits(text, from);
        boolean any = end == from && mayBeAny && from < text.length() && "xX*".indexOf(text.charAt(from)) >= 0;
        return any ? from + 1 : end;
    }

    private void branchParts(int from, int to) {
        for (int i = from; i < to; i++) {
            int end = Ascii.endOfDigits(text, i);
            if (end > i) {
                key.number(text, i, end);
                i = end;
            } else {
                key.number(ANY);
                i++;
            }
        }
    }

    private boolean hasModifier(int from) {
        int i = afterSeparator(from);
        return stability(i) >= 0 || isEnd(i);
    }

    /** The place of the stability at {@code from} in {@link #STABILITIES}, if the rest is as it should be. */
    private int stability(int from) {
        for (int i = 0; i < STABILITIES.length; i++) {
            if (Ascii.startsWith(text, from, STABILITIES[i]) && isEnd(endOfNumbers(from + STABILITIES[i].length()))) {
                return i;
            }
        }
        return -1;
    }

    private void modifier(int from) {
        int i = afterSeparator(from);
        int stability = stability(i);
        if (stability >= 0) {
            int numbers = i + STABILITIES[stability].length();
            if (text.startsWith("stable", i)) {
                key.marker(END);
                return;
            }
            key.marker(STABILITY_MARKERS[stability]);
            i = endOfNumbers(numbers);
            numbers(numbers, i);
        }
        if (i < text.length()) {
            key.marker(DEV);
        }
        key.marker(END);
    }

    private int afterSeparator(int from) {
        boolean separator = from < text.length() && "._-".indexOf(text.charAt(from)) >= 0;
        return separator ? from + 1 : from;
    }

    private int endOfNumbers(int from) {
        int i = from;
        while (i < text.length()) {
            int number = text.charAt(i) == '.' || text.charAt(i) == '-' ? i + 1 : i;
            if (!isDigit(number)) {
                break;
            }
            i = Ascii.endOfDigits(text, number);
        }
        return i;
    }

    /** Whether nothing follows but perhaps {@code dev}. */
    private boolean isEnd(int from) {
        if (from == text.length()) {
            return true;
        }
        int dev = text.charAt(from) == '.' || text.charAt(from) == '-' ? from + 1 : from;
        return text.length() - dev == "dev".length() && Ascii.startsWith(text, dev, "dev");
    }

    private void numbers(int from, int to) {
        int i = from;
        while (i < to) {
            int number = i;
            i = Ascii.endOfDigits(text, number);
            if (i > number) {
                key.number(text, number, i);
            } else {
                i++;
            }
        }
    }

    private boolean isDigit(int i) {
        return i < text.length() && Ascii.isDigit(text.charAt(i));
    }
}
