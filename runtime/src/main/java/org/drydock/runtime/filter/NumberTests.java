package org.drydock.runtime.filter;

import java.util.Arrays;
import java.util.List;
import org.drydock.runtime.field.FieldType;

/** What a number or a truth value must be. */
final class NumberTests {
    private NumberTests() {}

    static ValueTest of(FieldType type, Operator operator, List<String> values, Place place) {
        long[] numbers =
                values.stream().mapToLong(v -> number(type, v, place)).sorted().toArray();
        if (operator.takesList()) {
            return (register, index) -> Arrays.binarySearch(numbers, register.number(index)) >= 0;
        }
        long number = numbers[0];
        return (register, index) -> compare(operator, type, register.number(index), number);
    }

    static boolean compare(Operator operator, FieldType type, long left, long right) {
        int order = type == FieldType.SIGNED ? Long.compare(left, right) : Long.compareUnsigned(left, right);
        return switch (operator) {
            case EQUAL, IN, INTERSECTS -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
            default -> throw new IllegalArgumentException(operator.symbol());
        };
    }

    private static long number(FieldType type, String text, Place place) {
        if (type == FieldType.BOOLEAN) {
            return switch (text) {
                case "true" -> 1;
                case "false" -> 0;
                default ->
                    throw new ConditionException("filter error: unrecognized boolean value '" + text + "'", place);
            };
        }
        try {
            if (text.startsWith("0x") || text.startsWith("0X")) {
                return Long.parseUnsignedLong(text.substring(2), 16);
            }
            return type == FieldType.SIGNED || text.startsWith("-")
                    ? Long.parseLong(text)
                    : Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw new ConditionException("filter error: '" + text + "' is not a valid number", place);
        }
    }
}
