package org.drydock.runtime.filter;

import java.util.List;
import java.util.Optional;

/** A condition as a tree. */
public sealed interface Expression {
    /** True if all parts are. */
    record And(List<Expression> parts) implements Expression {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** True if any part is. */
    record Or(List<Expression> parts) implements Expression {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** True if the part is not. */
    record Not(Expression part) implements Expression {}

    /** A macro, to be replaced by its condition. */
    record Macro(String name, Place place) implements Expression {}

    /**
     * One comparison.
     *
     * @param values the right side if it is text: one, or a list's
     * @param right the right side if it is a field
     */
    record Check(
            Operand left,
            Operator operator,
            Modifier modifier,
            List<String> values,
            Optional<Operand> right,
            Place place)
            implements Expression {
        public Check {
            values = List.copyOf(values);
        }
    }
}
