package org.drydock.runtime.filter;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Replaces macros by their conditions. */
public final class Macros {
    private Macros() {}

    /**
     * The expression with each macro replaced.
     *
     * @param meaning the condition of a macro, which has none itself; it throws what it finds wrong
     */
    public static Expression resolve(Expression expression, BiFunction<String, Place, Expression> meaning) {
        return switch (expression) {
            case Expression.And and -> new Expression.And(all(and.parts(), meaning));
            case Expression.Or or -> new Expression.Or(all(or.parts(), meaning));
            case Expression.Not not -> new Expression.Not(resolve(not.part(), meaning));
            case Expression.Macro macro -> meaning.apply(macro.name(), macro.place());
            case Expression.Check check -> check;
        };
    }

    private static List<Expression> all(List<Expression> parts, BiFunction<String, Place, Expression> meaning) {
        return parts.stream().map(part -> resolve(part, meaning)).toList();
    }

    /**
     * How large a condition is.
     *
     * @param parts how many parts it has, all macros in it written out
     * @param depth how deep they lie in each other
     */
    public record Weight(long parts, int depth) {
        private static final long MOST_PARTS = 200_000;
        private static final int DEEPEST = 1000;

        /** Whether it is more than anyone writes. */
        public boolean isTooMuch() {
            return parts > MOST_PARTS || depth > DEEPEST;
        }

        private Weight plus(Weight other) {
            return new Weight(Math.min(parts + other.parts, MOST_PARTS * 2), Math.max(depth, other.depth));
        }
    }

    /** How large an expression becomes with its macros, whose sizes are given. */
    public static Weight weigh(Expression expression, Function<String, Weight> macros) {
        return switch (expression) {
            case Expression.And and -> above(and.parts(), macros);
            case Expression.Or or -> above(or.parts(), macros);
            case Expression.Not not -> above(List.of(not.part()), macros);
            case Expression.Macro macro -> macros.apply(macro.name());
            case Expression.Check check -> new Weight(1, 1);
        };
    }

    private static Weight above(List<Expression> parts, Function<String, Weight> macros) {
        Weight sum = new Weight(1, 0);
        for (Expression part : parts) {
            sum = sum.plus(weigh(part, macros));
        }
        return new Weight(sum.parts(), sum.depth() + 1);
    }

    /** That a condition is larger than is bearable. */
    public static ConditionException tooMuch(Place place) {
        return new ConditionException("the condition is too large or too deep with its macros written out", place);
    }

    /** That a macro is not there to be used. */
    public static ConditionException undefined(String name, Place place) {
        return new ConditionException("Undefined macro '" + name + "' used in filter.", place);
    }
}
