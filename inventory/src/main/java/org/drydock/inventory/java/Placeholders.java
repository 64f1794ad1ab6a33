package org.drydock.inventory.java;

import java.util.function.UnaryOperator;

/** {@code ${name}} in the values of a pom. */
final class Placeholders {
    private static final int MAX_LENGTH = 512;
    private static final int MAX_ROUNDS = 8;

    private Placeholders() {}

    /**
     * Replaces placeholders, also those in what they stand for, as long as the text stays short.
     *
     * @param valueOf empty for unknown names, whose placeholders stay
     */
    static String resolve(String text, UnaryOperator<String> valueOf) {
        String resolved = text;
        for (int round = 0; round < MAX_ROUNDS && resolved.length() <= MAX_LENGTH; round++) {
            int end = resolved.indexOf('}');
            int start = end < 0 ? -1 : resolved.lastIndexOf("${", end);
            if (start < 0) {
                break;
            }
            String value = valueOf.apply(resolved.substring(start + 2, end));
            if (value.isEmpty()) {
                break;
            }
            resolved = resolved.substring(0, start) + value + resolved.substring(end + 1);
        }
        return resolved;
    }
}
