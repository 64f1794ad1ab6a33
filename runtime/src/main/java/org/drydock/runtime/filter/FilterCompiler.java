package org.drydock.runtime.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drydock.runtime.field.Extractor;

/**
 * Makes filters of conditions. All conditions of a rule set are given first, so that parts which several have in common
 * are evaluated once for an event.
 */
public final class FilterCompiler {
    private final Map<Expression, Integer> uses = new HashMap<>();
    private final Map<Expression, Filter> made = new HashMap<>();
    private final Map<Object, Integer> slots = new HashMap<>();
    private final List<Extractor> extractors = new ArrayList<>();
    private int shared;

    /** Checks that a condition means something: its fields exist and can be compared so. */
    public static void check(Expression expression) {
        new FilterCompiler().make(expression);
    }

    /** Notes a condition that will be compiled. */
    public void announce(Expression expression) {
        if (uses.merge(expression, 1, Integer::sum) > 1) {
            return;
        }
        switch (expression) {
            case Expression.And and -> and.parts().forEach(this::announce);
            case Expression.Or or -> or.parts().forEach(this::announce);
            case Expression.Not not -> announce(not.part());
            case Expression.Macro macro -> {}
            case Expression.Check check -> {}
        }
    }

    /**
     * The filter of a condition.
     *
     * @throws ConditionException if it names what does not exist, or compares what cannot be compared
     */
    public Filter compile(Expression expression) {
        Filter known = made.get(expression);
        if (known != null) {
            return known;
        }
        Filter filter = make(expression);
        if (uses.getOrDefault(expression, 1) > 1) {
            int index = shared++;
            Filter inner = filter;
            filter = e -> e.isTested(index) ? e.result(index) : e.remember(index, inner.matches(e));
        }
        made.put(expression, filter);
        return filter;
    }

    /** An evaluation for all filters compiled so far. */
    public Evaluation evaluation() {
        return new Evaluation(extractors, shared);
    }

    private Filter make(Expression expression) {
        return switch (expression) {
            case Expression.And and -> all(and.parts());
            case Expression.Or or -> any(or.parts());
            case Expression.Not not -> {
                Filter part = compile(not.part());
                yield e -> !part.matches(e);
            }
            case Expression.Macro macro -> throw Macros.undefined(macro.name(), macro.place());
            case Expression.Check check -> new CheckCompiler(this).compile(check);
        };
    }

    private Filter all(List<Expression> expressions) {
        Filter[] parts = expressions.stream().map(this::compile).toArray(Filter[]::new);
        return e -> {
            for (Filter part : parts) {
                if (!part.matches(e)) {
                    return false;
                }
            }
            return true;
        };
    }

    private Filter any(List<Expression> expressions) {
        Filter[] parts = expressions.stream().map(this::compile).toArray(Filter[]::new);
        return e -> {
            for (Filter part : parts) {
                if (part.matches(e)) {
                    return true;
                }
            }
            return false;
        };
    }

    /** Where the values of an operand are kept; equal operands share a place. */
    int slot(Object key, Extractor extractor) {
        Integer known = slots.get(key);
        if (known != null) {
            return known;
        }
        extractors.add(extractor);
        slots.put(key, extractors.size() - 1);
        return extractors.size() - 1;
    }
}
