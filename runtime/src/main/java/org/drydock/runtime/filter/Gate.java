package org.drydock.runtime.filter;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.drydock.runtime.field.FieldType;

/** Which operators a type of field can be compared with. */
final class Gate {
    private static final Set<Operator> EQUALITY =
            EnumSet.of(Operator.EQUAL, Operator.NOT_EQUAL, Operator.IN, Operator.INTERSECTS, Operator.EXISTS);
    private static final Set<Operator> ORDER =
            with(EQUALITY, Operator.LESS, Operator.LESS_OR_EQUAL, Operator.GREATER, Operator.GREATER_OR_EQUAL);
    private static final Set<Operator> BYTES = with(
            EnumSet.of(Operator.EXISTS, Operator.EQUAL, Operator.NOT_EQUAL),
            Operator.CONTAINS,
            Operator.IN,
            Operator.INTERSECTS,
            Operator.STARTSWITH,
            Operator.ENDSWITH,
            Operator.BCONTAINS,
            Operator.BSTARTSWITH);
    private static final Set<Operator> TEXT =
            EnumSet.complementOf(EnumSet.of(Operator.BCONTAINS, Operator.BSTARTSWITH));
    private static final Set<Operator> LIST = EnumSet.of(Operator.IN, Operator.INTERSECTS, Operator.EXISTS);

    private Gate() {}

    private static Set<Operator> with(Set<Operator> some, Operator... more) {
        Set<Operator> all = EnumSet.copyOf(some);
        all.addAll(Set.of(more));
        return all;
    }

    static void check(Expression.Check check, Source left) {
        if (!allowed(left).contains(check.operator())) {
            String what = CheckCompiler.isList(left)
                    ? "a list"
                    : "type " + left.type().name().toLowerCase(Locale.ROOT);
            throw new ConditionException(
                    "filter error: operator '" + check.operator().symbol() + "' cannot be used with " + what,
                    check.place());
        }
    }

    private static Set<Operator> allowed(Source left) {
        if (CheckCompiler.isList(left)) {
            return LIST;
        }
        FieldType type = left.type();
        return switch (type) {
            case TEXT, PATH -> TEXT;
            case BYTES -> BYTES;
            case SIGNED, UNSIGNED, TIME -> ORDER;
            case BOOLEAN, ADDRESS, NETWORK -> EQUALITY;
        };
    }
}
