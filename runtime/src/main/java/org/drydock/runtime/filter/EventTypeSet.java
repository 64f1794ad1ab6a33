package org.drydock.runtime.filter;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.drydock.runtime.event.EventType;
import org.drydock.runtime.event.EventTypes;

/** Which types of events a condition can be true for at all. */
public final class EventTypeSet {
    private static final Set<String> TYPE = Set.of("evt.type", "syscall.type");

    private EventTypeSet() {}

    /** The codes of those types. */
    public static BitSet of(Expression expression) {
        return of(expression, false);
    }

    private static BitSet of(Expression expression, boolean negated) {
        return switch (expression) {
            case Expression.And and -> combine(and.parts(), negated, !negated);
            case Expression.Or or -> combine(or.parts(), negated, negated);
            case Expression.Not not -> of(not.part(), !negated);
            case Expression.Macro macro -> all();
            case Expression.Check check -> of(check, negated);
        };
    }

    private static BitSet combine(List<Expression> parts, boolean negated, boolean intersect) {
        BitSet result = of(parts.getFirst(), negated);
        for (Expression part : parts.subList(1, parts.size())) {
            if (intersect) {
                result.and(of(part, negated));
            } else {
                result.or(of(part, negated));
            }
        }
        return result;
    }

    private static BitSet of(Expression.Check check, boolean negated) {
        if (!(check.left() instanceof Operand.Reference field)) {
            return all();
        }
        if (field.name().equals("evt.num") && check.values().size() == 1) {
            return number(check, negated);
        }
        if (!TYPE.contains(field.name())) {
            return all();
        }
        if (check.right().isPresent()) {
            throw new ConditionException(
                    "event type field " + field.name() + " cannot be compared to another field", check.place());
        }
        BitSet named = new BitSet(EventTypes.CODES);
        for (EventType type : EventTypes.all()) {
            if (check.values().contains(type.name())) {
                named.set(type.code());
            }
        }
        boolean outside = switch (check.operator()) {
            case EQUAL, IN, INTERSECTS -> negated;
            case NOT_EQUAL -> !negated;
            default -> {
                named = all();
                yield false;
            }
        };
        if (check.modifier() != Modifier.NONE) {
            return all();
        }
        if (outside) {
            BitSet others = all();
            others.andNot(named);
            return others;
        }
        return named;
    }

    /** Events are counted from 1: some comparisons of their number can never or must always be true. */
    private static BitSet number(Expression.Check check, boolean negated) {
        boolean never;
        boolean always;
        String value = check.values().getFirst();
        boolean zero = value.equals("0");
        switch (check.operator()) {
            case EQUAL, LESS, LESS_OR_EQUAL -> {
                never = zero;
                always = false;
            }
            case NOT_EQUAL, GREATER, GREATER_OR_EQUAL -> {
                never = false;
                always = zero;
            }
            default -> {
                never = false;
                always = false;
            }
        }
        return negated ? (always ? new BitSet() : all()) : (never ? new BitSet() : all());
    }

    private static BitSet all() {
        BitSet all = new BitSet(EventTypes.CODES);
        EventTypes.all().forEach(type -> all.set(type.code()));
        return all;
    }
}
