package org.drydock.report.table;

import org.drydock.core.Severity;

/**
 * How a piece of text is set apart, where colours are wanted.
 *
 * @see <a href="https://ecma-international.org/publications-and-standards/standards/ecma-48/">ECMA-48, 8.3.117 SGR</a>
 */
enum Ink {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    RED("31"),
    RED_BOLD("1;31"),
    YELLOW("33"),
    CYAN("36"),
    MAGENTA("35"),
    GREEN("32"),
    ALARM("1;37;41");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    static Ink of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> RED_BOLD;
            case HIGH -> RED;
            case MEDIUM -> YELLOW;
            case LOW -> CYAN;
            case NEGLIGIBLE -> DIM;
            case UNKNOWN -> MAGENTA;
        };
    }

    String paint(String text, boolean colour) {
        return colour && !code.isEmpty() && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
