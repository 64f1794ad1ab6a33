package org.drydock.runtime.rules;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.drydock.runtime.Priority;
import org.drydock.runtime.filter.Expression;

/**
 * A rule whose condition and output are known to mean something.
 *
 * @param conditionText the condition as its file has it
 * @param eventTypes the codes of the types of events that it can match
 */
public record Rule(
        String name,
        String description,
        String source,
        Priority priority,
        boolean enabled,
        List<String> tags,
        String conditionText,
        String output,
        Expression condition,
        Set<Integer> eventTypes) {
    public Rule {
        tags = List.copyOf(tags);
        eventTypes = Set.copyOf(eventTypes);
    }

    static Set<Integer> codes(BitSet bits) {
        return Set.copyOf(bits.stream().boxed().toList());
    }
}
