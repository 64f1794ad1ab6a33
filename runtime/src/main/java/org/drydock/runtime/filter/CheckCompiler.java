package org.drydock.runtime.filter;

import java.util.ArrayList;
import java.util.List;
import org.drydock.runtime.field.FieldType;
import org.drydock.runtime.field.Quantity;
import org.drydock.runtime.field.Register;

/** Makes the filter of one comparison. */
final class CheckCompiler {
    private final FilterCompiler filters;

    CheckCompiler(FilterCompiler filters) {
        this.filters = filters;
    }

    Filter compile(Expression.Check check) {
        Source left = Sources.of(check.left());
        int slot = filters.slot(check.left(), left.extractor());
        Gate.check(check, left);
        if (check.operator() == Operator.EXISTS) {
            return e -> e.values(slot) != null;
        }
        if (check.right().isPresent()) {
            return new FieldComparison(filters).compile(check, left, slot);
        }
        if (check.modifier() == Modifier.NONE) {
            return over(slot, test(check, left, check.values()), forAll(check, left));
        }
        List<ValueTest> tests = new ArrayList<>();
        for (String value : check.values()) {
            tests.add(test(check, left, List.of(value)));
        }
        return over(slot, counted(tests, check.modifier()), forAll(check, left));
    }

    private static boolean forAll(Expression.Check check, Source left) {
        return switch (left.quantity()) {
            case ONE -> false;
            case LIST -> check.operator() != Operator.INTERSECTS;
            case ANY -> false;
            case BOTH -> check.operator() == Operator.NOT_EQUAL;
        };
    }

    static Filter over(int slot, ValueTest test, boolean forAll) {
        return e -> {
            Register values = e.values(slot);
            if (values == null) {
                return false;
            }
            for (int i = 0; i < values.count(); i++) {
                if (test.test(values, i) != forAll) {
                    return !forAll;
                }
            }
            return forAll;
        };
    }

    private static ValueTest counted(List<ValueTest> all, Modifier modifier) {
        ValueTest[] tests = all.toArray(new ValueTest[0]);
        int least = modifier == Modifier.ALLOF ? tests.length : 1;
        int most = modifier == Modifier.ONEOF ? 1 : tests.length;
        return (values, index) -> {
            int holds = 0;
            for (ValueTest test : tests) {
                holds += test.test(values, index) ? 1 : 0;
            }
            return holds >= least && holds <= most;
        };
    }

    private static ValueTest test(Expression.Check check, Source left, List<String> values) {
        FieldType type = left.type();
        if (type.isText()) {
            TextTest test = TextTests.of(check.operator(), values, check.place());
            return (register, index) -> test.test(register.text(index));
        }
        return switch (type) {
            case ADDRESS, NETWORK -> AddressTests.of(type, check.operator(), values, check.place());
            default -> NumberTests.of(type, check.operator(), values, check.place());
        };
    }

    /** Whether a quantity is a list that is compared as a whole. */
    static boolean isList(Source source) {
        return source.quantity() == Quantity.LIST;
    }
}
