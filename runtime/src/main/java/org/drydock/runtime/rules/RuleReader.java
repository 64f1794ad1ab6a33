package org.drydock.runtime.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.drydock.runtime.Priority;

/** Reads one rule item: a rule, more for one, or that one is on or off. */
final class RuleReader {
    private static final Set<String> KEYS = Set.of(
            "rule",
            "condition",
            "output",
            "desc",
            "priority",
            "source",
            "enabled",
            "tags",
            "exceptions",
            "warn_evttypes",
            "skip-if-unknown-filter",
            "capture",
            "capture_duration",
            "append",
            "override");
    private static final Set<String> APPENDABLE = Set.of("condition", "output", "desc", "tags", "exceptions");
    private static final Set<String> REPLACEABLE = Set.of(
            "condition",
            "output",
            "desc",
            "tags",
            "exceptions",
            "priority",
            "capture",
            "capture_duration",
            "enabled",
            "warn_evttypes",
            "skip-if-unknown-filter");
    private static final Set<String> SOURCES = Set.of("syscall", "k8s_audit");

    private final Collected collected;
    private final ItemReader item;
    private final String name;

    RuleReader(Collected collected, ItemReader item) {
        this.collected = collected;
        this.item = item;
        this.name = item.text("rule");
    }

    void read() {
        item.warnUnknown(KEYS, collected.warnings);
        Map<String, Boolean> overrides = item.overrides(APPENDABLE, REPLACEABLE);
        if (item.has("append")) {
            warn(IssueCode.LOAD_DEPRECATED_ITEM, "'append' is deprecated: say append under 'override'");
        }
        RuleDefinition known = collected.rules.get(name);
        if (!overrides.isEmpty()) {
            override(existing(known), overrides);
        } else if (item.bool("append", false)) {
            append(existing(known));
        } else if (List.of("condition", "output", "desc", "priority").stream().noneMatch(item::has)
                && item.has("enabled")) {
            warn(IssueCode.LOAD_DEPRECATED_ITEM, "'enabled' alone is deprecated: say replace under 'override'");
            existing(known).enabled = item.bool("enabled", true);
        } else {
            define(known);
        }
    }

    private void warn(IssueCode code, String message) {
        collected.warnings.add(item.context().issue(code, message));
    }

    private RuleDefinition existing(@org.jspecify.annotations.Nullable RuleDefinition known) {
        if (known == null) {
            throw item.invalid(
                    "Rule has 'append', 'override' or only 'enabled' but no rule by that name already exists");
        }
        return known;
    }

    private void define(@org.jspecify.annotations.Nullable RuleDefinition known) {
        for (String key : List.of("condition", "output", "desc", "priority")) {
            if (!item.has(key)) {
                throw item.wrong("Item has no mapping for key '" + key + "'");
            }
        }
        int index = known == null ? collected.next() : known.index;
        RuleDefinition rule = new RuleDefinition(name, index, item.context());
        rule.source = item.has("source") ? item.text("source") : "syscall";
        if (known != null && item.has("source") && !known.source.equals(rule.source)) {
            throw item.invalid("Rule has been re-defined with a different source");
        }
        if (!SOURCES.contains(rule.source)) {
            warn(IssueCode.LOAD_UNKNOWN_SOURCE, "Unknown source " + rule.source + ", skipping");
            return;
        }
        rule.condition = item.text("condition").strip();
        rule.output = item.text("output").strip();
        rule.description = item.text("desc").strip();
        rule.conditionContext = FileReader.conditionPlace(item, "rule condition");
        rule.outputContext = place("output", "rule output");
        flags(
                rule,
                Set.of(
                        "priority",
                        "capture",
                        "capture_duration",
                        "enabled",
                        "warn_evttypes",
                        "skip-if-unknown-filter"));
        rule.tags = new TreeSet<>(item.texts("tags"));
        rule.exceptions = new ExceptionReader(item, collected.warnings).read(Map.of());
        collected.rules.put(name, rule);
    }

    private Context place(String key, String what) {
        return item.node(key).map(node -> item.context().to(what, "", node)).orElse(item.context());
    }

    private void flags(RuleDefinition rule, Set<String> keys) {
        for (String key : keys) {
            switch (key) {
                case "priority" ->
                    rule.priority =
                            Priority.of(item.text("priority")).orElseThrow(() -> item.invalid("Invalid priority"));
                case "capture" -> rule.capture = item.bool(key, false);
                case "capture_duration" -> rule.captureDuration = item.number(key, 0);
                case "enabled" -> rule.enabled = item.bool(key, true);
                case "warn_evttypes" -> rule.warnEventTypes = item.bool(key, true);
                case "skip-if-unknown-filter" -> rule.skipIfUnknown = item.bool(key, false);
                default -> {}
            }
        }
    }

    private void append(RuleDefinition rule) {
        if (!item.has("condition") && !item.has("exceptions")) {
            throw item.invalid("Appended rule must have exceptions or condition property");
        }
        Map<String, Boolean> all = new LinkedHashMap<>();
        for (String key : APPENDABLE) {
            if (item.has(key)) {
                all.put(key, true);
            }
        }
        override(rule, all);
    }

    private void override(RuleDefinition rule, Map<String, Boolean> overrides) {
        List<String> order = new ArrayList<>(overrides.keySet());
        order.sort(java.util.Comparator.comparing(key -> !overrides.getOrDefault(key, false)));
        for (String key : order) {
            change(rule, key, overrides.getOrDefault(key, false));
        }
        rule.context = item.context();
    }

    private void change(RuleDefinition rule, String key, boolean append) {
        switch (key) {
            case "condition" -> {
                rule.condition = joined(rule.condition, key, append);
                rule.conditionContext = place(key, "rule condition");
            }
            case "output" -> {
                rule.output = joined(rule.output, key, append);
                rule.outputContext = place(key, "rule output");
            }
            case "desc" -> rule.description = joined(rule.description, key, append);
            case "tags" -> {
                Set<String> tags = append ? new TreeSet<>(rule.tags) : new TreeSet<>();
                tags.addAll(item.texts(key));
                rule.tags = tags;
            }
            case "exceptions" ->
                rule.exceptions =
                        new ExceptionReader(item, collected.warnings).read(append ? rule.exceptions : Map.of());
            default -> flags(rule, Set.of(key));
        }
    }

    private String joined(String before, String key, boolean append) {
        String text = item.text(key).strip();
        return append ? before + " " + text : text;
    }
}
