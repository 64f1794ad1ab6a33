package org.drydock.runtime.filter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.drydock.runtime.event.Octets;
import org.drydock.runtime.field.Glob;

/** What a text must be. */
final class TextTests {
    private TextTests() {}

    static TextTest of(Operator operator, List<String> values, Place place) {
        if (operator.takesList()) {
            return ofList(operator, values);
        }
        String value = operator.takesHex() ? unhex(values.getFirst(), place) : values.getFirst();
        return switch (operator) {
            case EQUAL -> value::equals;
            case NOT_EQUAL -> text -> !text.equals(value);
            case GLOB -> Glob.of(value)::matches;
            case IGLOB -> Glob.ignoringCase(value)::matches;
            case REGEX -> regex(value, place);
            case LESS,
                    LESS_OR_EQUAL,
                    GREATER,
                    GREATER_OR_EQUAL,
                    CONTAINS,
                    ICONTAINS,
                    BCONTAINS,
                    STARTSWITH,
                    BSTARTSWITH,
                    ENDSWITH -> text -> compare(operator, text, value);
            case EXISTS, IN, INTERSECTS, PMATCH -> throw new IllegalArgumentException(operator.symbol());
        };
    }

    private static TextTest ofList(Operator operator, List<String> values) {
        if (operator == Operator.PMATCH) {
            return new PathPrefixes(values);
        }
        Set<String> set = Set.copyOf(values);
        return values.size() == 1 ? values.getFirst()::equals : set::contains;
    }

    /** Compares two texts; for operators that need no preparation. */
    static boolean compare(Operator operator, String text, String value) {
        return switch (operator) {
            case EQUAL -> text.equals(value);
            case NOT_EQUAL -> !text.equals(value);
            case LESS -> text.compareTo(value) < 0;
            case LESS_OR_EQUAL -> text.compareTo(value) <= 0;
            case GREATER -> text.compareTo(value) > 0;
            case GREATER_OR_EQUAL -> text.compareTo(value) >= 0;
            case CONTAINS, BCONTAINS -> text.contains(value);
            case ICONTAINS -> containsIgnoringCase(text, value);
            case STARTSWITH, BSTARTSWITH -> text.startsWith(value);
            case ENDSWITH -> text.endsWith(value);
            case GLOB -> Glob.of(value).matches(text);
            case IGLOB -> Glob.ignoringCase(value).matches(text);
            case REGEX, EXISTS, IN, INTERSECTS, PMATCH -> throw new IllegalArgumentException(operator.symbol());
        };
    }

    private static TextTest regex(String octets, Place place) {
        try {
            Pattern pattern = Pattern.compile(Octets.decode(octets));
            return text -> pattern.matcher(Octets.decode(text)).matches();
        } catch (PatternSyntaxException e) {
            throw new ConditionException("invalid regular expression: " + e.getMessage(), place);
        }
    }

    private static String unhex(String digits, Place place) {
        try {
            return new String(HexFormat.of().parseHex(digits), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            throw new ConditionException(
                    "filter error: expected bytes in hexadecimal, two digits each, not '" + digits + "'", place);
        }
    }

    private static boolean containsIgnoringCase(String text, String value) {
        for (int i = 0; i <= text.length() - value.length(); i++) {
            if (sameIgnoringCase(text, i, value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameIgnoringCase(String text, int from, String value) {
        for (int i = 0; i < value.length(); i++) {
            if (lower(text.charAt(from + i)) != lower(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int lower(char c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
}
