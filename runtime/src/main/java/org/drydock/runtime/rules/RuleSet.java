package org.drydock.runtime.rules;

import java.util.ArrayList;
import java.util.List;
import org.drydock.runtime.Priority;
import org.drydock.runtime.event.EventTypes;
import org.drydock.runtime.filter.Evaluation;
import org.drydock.runtime.filter.Filter;
import org.drydock.runtime.filter.FilterCompiler;
import org.drydock.runtime.state.Observation;

/**
 * The rules at work: each event is held only against those that its type can match, and what they have in common is
 * evaluated once. It is for one thread.
 */
public final class RuleSet {
    private final Rule[][] rules = new Rule[EventTypes.CODES][];
    private final Filter[][] filters = new Filter[EventTypes.CODES][];
    private final Evaluation evaluation;
    private final boolean first;

    /**
     * @param rules the rules, in the order in which they count
     * @param source the source of events that they are for; rules for others are left out
     * @param least rules less urgent are left out, as are disabled ones
     */
    public RuleSet(List<Rule> rules, String source, Priority least, Matching matching) {
        this.first = matching == Matching.FIRST;
        List<Rule> active = rules.stream()
                .filter(r ->
                        r.enabled() && r.source().equals(source) && r.priority().compareTo(least) <= 0)
                .toList();
        FilterCompiler compiler = new FilterCompiler();
        active.forEach(rule -> compiler.announce(rule.condition()));
        List<Filter> compiled =
                active.stream().map(rule -> compiler.compile(rule.condition())).toList();
        for (int code = 0; code < EventTypes.CODES; code++) {
            List<Rule> here = new ArrayList<>();
            List<Filter> asked = new ArrayList<>();
            for (int i = 0; i < active.size(); i++) {
                if (active.get(i).eventTypes().contains(code)) {
                    here.add(active.get(i));
                    asked.add(compiled.get(i));
                }
            }
            this.rules[code] = here.toArray(new Rule[0]);
            this.filters[code] = asked.toArray(new Filter[0]);
        }
        evaluation = compiler.evaluation();
    }

    /**
     * Adds the rules that match an event.
     *
     * @param matches takes them, in their order; nothing is made where none matches
     */
    public void match(Observation observation, List<? super Rule> matches) {
        int code = observation.event.type().code();
        Filter[] asked = filters[code];
        if (asked.length == 0) {
            return;
        }
        evaluation.begin(observation);
        for (int i = 0; i < asked.length; i++) {
            if (asked[i].matches(evaluation)) {
                matches.add(rules[code][i]);
                if (first) {
                    return;
                }
            }
        }
    }

    /** Whether any rule can match the type of event. */
    public boolean wants(int code) {
        return code >= 0 && code < EventTypes.CODES && filters[code].length > 0;
    }
}
