package org.drydock.policy.text;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.function.Predicate;

/**
 * Patterns out of files, as predicates on texts. All are matched in a time that grows with the text alone.
 *
 * @see <a href="https://github.com/google/re2/wiki/Syntax">Syntax of regular expressions</a>
 */
public final class TextPattern {
    private static final int MAX_LENGTH = 1_000;
    private static final String META = "\\.+*?()|[]{}^$";

    private TextPattern() {}

    /**
     * A regular expression with {@code ^} before and {@code $} behind it, as Grype has it; without meta characters it is
     * the text itself.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Predicate<String> regex(String expression) {
        if (isLiteral(expression)) {
            return expression::equals;
        }
        Pattern pattern = compile("^" + expression + "$", expression);
        return text -> pattern.matcher(text).find();
    }

    /** Whether a regular expression matches nothing but itself. */
    public static boolean isLiteral(String expression) {
        return expression.chars().noneMatch(c -> META.indexOf(c) >= 0);
    }

    /**
     * A glob: {@code ?} is one character, {@code *} any number, both without {@code /}; a path element that is
     * {@code **} is any number of path elements; {@code [a-z]}, {@code [^a-z]} and {@code {one,two}} are choices.
     *
     * @throws IllegalArgumentException if brackets or braces do not close
     */
    public static Predicate<String> glob(String glob) {
        if (isPlain(glob)) {
            return glob::equals;
        }
        Pattern pattern = compile(new GlobTranslator(glob).translate(), glob);
        return text -> pattern.matcher(text).matches();
    }

    /** Whether a glob matches nothing but itself. */
    public static boolean isPlain(String glob) {
        return glob.chars().noneMatch(c -> "*?[{\\".indexOf(c) >= 0);
    }

    /** A glob of paths, which may stand with or without the leading {@code /}. */
    public static Predicate<String> pathGlob(String glob) {
        Predicate<String> pattern = glob(glob);
        return path -> pattern.test(path) || (path.startsWith("/") && pattern.test(path.substring(1)));
    }

    private static Pattern compile(String expression, String stated) {
        if (stated.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a pattern of more than " + MAX_LENGTH + " characters");
        }
        try {
            return Pattern.compile(expression, Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("not a pattern: " + stated + ": " + e.getDescription(), e);
        }
    }
}
