package org.drydock.runtime.filter;

import org.drydock.runtime.field.FieldType;
import org.drydock.runtime.field.Register;

/** Compares a field to a field: false whenever either is missing. */
final class FieldComparison {
    private final FilterCompiler filters;

    FieldComparison(FilterCompiler filters) {
        this.filters = filters;
    }

    /** Asks a value of either side. */
    private interface PairTest {
        boolean test(Register left, int l, Register right, int r);
    }

    Filter compile(Expression.Check check, Source left, int slot) {
        Operand operand = check.right().orElseThrow();
        Source right = Sources.of(operand);
        int other = filters.slot(operand, right.extractor());
        Operator operator = check.operator();
        if (operator == Operator.REGEX || operator == Operator.PMATCH || operator.takesHex()) {
            throw wrong(check, "operator '" + operator.symbol() + "' cannot be used with a field on its right");
        }
        if (operator.takesList() != CheckCompiler.isList(right)) {
            throw wrong(
                    check,
                    operator.takesList() ? "a list was expected on the right" : "a list cannot stand on the right");
        }
        PairTest test = test(check, left.type(), right.type());
        boolean all = CheckCompiler.isList(left) && operator == Operator.IN;
        return e -> {
            Register values = e.values(slot);
            Register others = e.values(other);
            if (values == null || others == null) {
                return false;
            }
            for (int l = 0; l < values.count(); l++) {
                if (anyOf(test, values, l, others) != all) {
                    return !all;
                }
            }
            return all;
        };
    }

    private static boolean anyOf(PairTest test, Register values, int l, Register others) {
        for (int r = 0; r < others.count(); r++) {
            if (test.test(values, l, others, r)) {
                return true;
            }
        }
        return false;
    }

    private static PairTest test(Expression.Check check, FieldType left, FieldType right) {
        Operator operator = check.operator().takesList() ? Operator.EQUAL : check.operator();
        if (left.isText() && right.isText()) {
            return (a, i, b, j) -> TextTests.compare(operator, a.text(i), b.text(j));
        }
        if ((left.isNumber() && right.isNumber()) || (left == FieldType.BOOLEAN && right == FieldType.BOOLEAN)) {
            return (a, i, b, j) -> NumberTests.compare(operator, left, a.number(i), b.number(j));
        }
        boolean addresses = (left == FieldType.ADDRESS || left == FieldType.NETWORK)
                && (right == FieldType.ADDRESS || right == FieldType.NETWORK);
        if (addresses) {
            boolean equal = operator == Operator.EQUAL;
            return (a, i, b, j) -> a.object(i).equals(b.object(j)) == equal;
        }
        throw wrong(check, "the left and right hand sides have types that cannot be compared");
    }

    private static ConditionException wrong(Expression.Check check, String message) {
        return new ConditionException("filter error: " + message, check.place());
    }
}
