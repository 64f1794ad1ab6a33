package org.drydock.runtime.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drydock.runtime.event.EventTypes;
import org.drydock.runtime.filter.ConditionException;
import org.drydock.runtime.filter.ConditionParser;
import org.drydock.runtime.filter.EventTypeSet;
import org.drydock.runtime.filter.Expression;
import org.drydock.runtime.filter.FilterCompiler;
import org.drydock.runtime.filter.Macros;
import org.drydock.runtime.filter.Place;
import org.jspecify.annotations.Nullable;

/** Makes rules of what files define: lists into texts, texts into trees, macros into those. */
final class RuleCompiler {
    private static final int MAX_MACRO_DEPTH = 200;

    private final Collected collected;
    private final List<LoadIssue> warnings;
    private final Map<String, List<String>> lists = new HashMap<>();
    private final Map<String, Expression> macros = new HashMap<>();
    private final Map<String, Macros.Weight> weights = new HashMap<>();
    private final Set<String> usedLists = new HashSet<>();
    private final Set<String> usedMacros = new HashSet<>();

    RuleCompiler(Collected collected, List<LoadIssue> warnings) {
        this.collected = collected;
        this.warnings = warnings;
    }

    List<Rule> compile() {
        for (ListDefinition list : collected.lists.values()) {
            lists.put(list.name, items(list));
        }
        for (MacroDefinition macro : collected.macros.values()) {
            macros.put(macro.name, parse(macro.condition, macro.context));
        }
        Map<String, Expression> resolved = new HashMap<>();
        for (MacroDefinition macro : collected.macros.values()) {
            resolved.put(macro.name, meaning(macro, resolved, new ArrayList<>()));
        }
        List<Rule> rules = new ArrayList<>();
        List<RuleDefinition> definitions = new ArrayList<>(collected.rules.values());
        definitions.sort(Comparator.comparingInt(r -> r.index));
        for (RuleDefinition definition : definitions) {
            Rule rule = rule(definition, resolved);
            if (rule != null) {
                rules.add(rule);
            }
        }
        warnUnused();
        return rules;
    }

    /** A list's items; an item that names an earlier list stands for that one's. */
    private List<String> items(ListDefinition list) {
        List<String> items = new ArrayList<>();
        for (String item : list.items) {
            ListDefinition named = collected.lists.get(item);
            if (named != null && named.index < list.touched) {
                usedLists.add(item);
                named.items.forEach(i -> items.add(ListExpansion.quoted(i)));
            } else {
                items.add(ListExpansion.quoted(item));
            }
        }
        return items;
    }

    private Expression parse(String condition, Context context) {
        String expanded = condition;
        for (ListDefinition list : collected.lists.values()) {
            String next = ListExpansion.expand(expanded, list.name, lists.getOrDefault(list.name, List.of()));
            if (!next.equals(expanded)) {
                usedLists.add(list.name);
                expanded = next;
            }
        }
        try {
            return ConditionParser.parse(expanded);
        } catch (ConditionException e) {
            throw wrong(e, expanded, context);
        }
    }

    private static LoadException wrong(ConditionException e, String condition, Context context) {
        return context.within(condition, e.place())
                .error(IssueCode.LOAD_ERR_COMPILE_CONDITION, String.valueOf(e.getMessage()));
    }

    /** The condition of a macro with those of the macros it may use in it. */
    private Expression meaning(MacroDefinition macro, Map<String, Expression> resolved, List<String> open) {
        Expression known = resolved.get(macro.name);
        if (known != null) {
            return known;
        }
        if (open.size() > MAX_MACRO_DEPTH) {
            throw Macros.tooMuch(Place.START);
        }
        if (open.contains(macro.name)) {
            throw macro.context.error(
                    IssueCode.LOAD_ERR_COMPILE_CONDITION, "reference loop in macro '" + macro.name + "'");
        }
        open.add(macro.name);
        try {
            Expression expression =
                    Macros.resolve(java.util.Objects.requireNonNull(macros.get(macro.name)), (name, place) -> {
                        MacroDefinition used = collected.macros.get(name);
                        if (used == null || used.index >= macro.touched) {
                            throw Macros.undefined(name, place);
                        }
                        usedMacros.add(name);
                        return meaning(used, resolved, open);
                    });
            weigh(macro.name, java.util.Objects.requireNonNull(macros.get(macro.name)));
            resolved.put(macro.name, expression);
            return expression;
        } catch (ConditionException e) {
            throw wrong(e, macro.condition, macro.context);
        } finally {
            open.removeLast();
        }
    }

    private void weigh(String name, Expression parsed) {
        Macros.Weight weight = Macros.weigh(parsed, macro -> weights.getOrDefault(macro, new Macros.Weight(1, 1)));
        if (weight.isTooMuch()) {
            throw Macros.tooMuch(Place.START);
        }
        weights.put(name, weight);
    }

    private @Nullable Rule rule(RuleDefinition definition, Map<String, Expression> resolved) {
        String text = definition.conditionWithExceptions();
        Expression parsed = parse(text, definition.conditionContext);
        Expression condition;
        BitSet types;
        try {
            weigh("", parsed);
            condition = Macros.resolve(parsed, (name, place) -> macro(name, place, resolved));
            FilterCompiler.check(condition);
            types = EventTypeSet.of(condition);
        } catch (ConditionException e) {
            if (e.isUnknownField() && definition.skipIfUnknown) {
                warn(definition.conditionContext, IssueCode.LOAD_UNKNOWN_FILTER, e.getMessage());
                return null;
            }
            throw wrong(e, text, definition.conditionContext);
        }
        try {
            OutputFormat.parse(definition.output);
        } catch (ConditionException e) {
            if (e.isUnknownField() && definition.skipIfUnknown) {
                warn(definition.outputContext, IssueCode.LOAD_UNKNOWN_FILTER, e.getMessage());
                return null;
            }
            throw definition.outputContext.error(IssueCode.LOAD_ERR_COMPILE_OUTPUT, String.valueOf(e.getMessage()));
        }
        if (definition.source.equals("syscall")
                && definition.warnEventTypes
                && types.cardinality() * 2 > EventTypes.all().size()) {
            warn(
                    definition.conditionContext,
                    IssueCode.LOAD_NO_EVTTYPE,
                    "The condition can match most types of events: name those it is about in evt.type");
        }
        return new Rule(
                definition.name,
                definition.description,
                definition.source,
                definition.priority,
                definition.enabled,
                List.copyOf(definition.tags),
                text,
                definition.output,
                condition,
                Rule.codes(types));
    }

    private Expression macro(String name, Place place, Map<String, Expression> resolved) {
        Expression meaning = resolved.get(name);
        if (meaning == null) {
            throw Macros.undefined(name, place);
        }
        usedMacros.add(name);
        return meaning;
    }

    private void warn(Context context, IssueCode code, @Nullable String message) {
        warnings.add(context.issue(code, String.valueOf(message)));
    }

    private void warnUnused() {
        for (MacroDefinition macro : collected.macros.values()) {
            if (!usedMacros.contains(macro.name)) {
                warn(macro.context, IssueCode.LOAD_UNUSED_MACRO, "Macro not referred to by any other rule/macro");
            }
        }
        for (ListDefinition list : collected.lists.values()) {
            if (!usedLists.contains(list.name)) {
                warn(list.context, IssueCode.LOAD_UNUSED_LIST, "List not referred to by any other rule/macro");
            }
        }
    }
}
