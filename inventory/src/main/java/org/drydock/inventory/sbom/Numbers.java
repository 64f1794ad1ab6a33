package org.drydock.inventory.sbom;

/** Numbers that documents write as text. */
final class Numbers {
    private static final int MAX_DIGITS = 6;

    private Numbers() {}

    /** A small whole number that is not negative; -1 if the text is none. */
    static int small(String text) {
        boolean digits =
                !text.isEmpty() && text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : -1;
    }
}
