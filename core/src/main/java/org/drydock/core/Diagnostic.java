package org.drydock.core;

import java.util.Comparator;

/**
 * A recoverable problem, as data: it reaches the report, so that nothing is skipped in silence.
 *
 * @param level how much it weakens the report
 * @param code a stable, kebab-case name, for example {@code corrupt-package-database}
 * @param place the input and the place in it
 * @param message what is wrong and what follows from it, in one line
 */
public record Diagnostic(Level level, String code, String place, String message) implements Comparable<Diagnostic> {
    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::level)
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::place)
            .thenComparing(Diagnostic::message);

    /** How much a diagnostic weakens the report, worst first. */
    public enum Level {
        /** Something was not examined: the report may miss findings. */
        NOT_EXAMINED,
        /** Something is odd, and was examined all the same. */
        WARNING,
        /** Worth knowing; nothing is missing. */
        NOTE
    }

    public static Diagnostic notExamined(String code, String place, String message) {
        return new Diagnostic(Level.NOT_EXAMINED, code, place, message);
    }

    public static Diagnostic warning(String code, String place, String message) {
        return new Diagnostic(Level.WARNING, code, place, message);
    }

    public static Diagnostic note(String code, String place, String message) {
        return new Diagnostic(Level.NOTE, code, place, message);
    }

    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }
}
