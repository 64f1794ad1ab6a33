package org.drydock.runtime.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drydock.runtime.rules.ExceptionDefinition.Value;
import org.drydock.runtime.rules.YamlNode.Mapping;
import org.drydock.runtime.rules.YamlNode.Scalar;
import org.drydock.runtime.rules.YamlNode.Sequence;

/** Reads the exceptions of a rule. */
final class ExceptionReader {
    private static final Set<String> KEYS = Set.of("name", "fields", "comps", "values");

    private final ItemReader rule;
    private final List<LoadIssue> warnings;

    ExceptionReader(ItemReader rule, List<LoadIssue> warnings) {
        this.rule = rule;
        this.warnings = warnings;
    }

    /** Reads them on top of those that the rule has. */
    Map<String, ExceptionDefinition> read(Map<String, ExceptionDefinition> known) {
        Map<String, ExceptionDefinition> all = new LinkedHashMap<>(known);
        if (!rule.has("exceptions")) {
            return all;
        }
        YamlNode node = rule.node("exceptions").orElseThrow();
        if (!(node instanceof Sequence sequence)) {
            throw rule.wrong("Rule exceptions must be a sequence");
        }
        Set<String> here = new java.util.HashSet<>();
        for (YamlNode element : sequence.elements()) {
            if (!(element instanceof Mapping mapping)) {
                throw rule.wrong("Rule exception must be a mapping");
            }
            ItemReader unnamed = new ItemReader(mapping, rule.context().to("exception", "", element));
            ItemReader item = new ItemReader(mapping, rule.context().to("exception", unnamed.text("name"), element));
            String name = item.text("name");
            item.warnUnknown(KEYS, warnings);
            if (!here.add(name)) {
                warnings.add(item.context()
                        .issue(
                                IssueCode.LOAD_EXCEPTION_NAME_NOT_UNIQUE,
                                "Multiple definitions of exception '" + name + "' in the same exceptions block"));
            }
            ExceptionDefinition before = all.get(name);
            all.put(name, before == null ? define(item, name, !known.isEmpty()) : append(item, before));
        }
        return all;
    }

    private static ExceptionDefinition append(ItemReader item, ExceptionDefinition before) {
        if (item.has("fields") || item.has("comps")) {
            throw item.invalid("Exception '" + before.name() + "' exists: its fields and comps cannot be redefined");
        }
        return before.plus(values(item, before.single(), before.fields().size()));
    }

    private static ExceptionDefinition define(ItemReader item, String name, boolean added) {
        if (!item.has("fields")) {
            throw item.invalid("Rule exception item must have 'fields' property with a list of fields");
        }
        if (added && !item.has("values")) {
            throw item.invalid("Rule exception new item must have 'fields' and 'values'");
        }
        YamlNode fieldNode = item.node("fields").orElseThrow();
        boolean single = fieldNode instanceof Scalar;
        List<String> fields = single ? List.of(item.text("fields")) : item.texts("fields");
        List<String> comps = comps(item, single, fields.size());
        if (fields.isEmpty() || fields.size() != comps.size()) {
            throw item.invalid("Fields and comps lists must have equal length");
        }
        for (String comp : comps) {
            if (!isOperator(comp)) {
                throw item.invalid("'" + comp + "' is not a supported comparison operator");
            }
        }
        if (single && !ExceptionDefinition.takesList(comps.getFirst())) {
            throw item.invalid("If fields is a single value, comps must be one of (in, pmatch, intersects)");
        }
        return new ExceptionDefinition(name, single, fields, comps, values(item, single, fields.size()));
    }

    private static List<String> comps(ItemReader item, boolean single, int count) {
        if (!item.has("comps")) {
            return Collections.nCopies(count, single ? "in" : "=");
        }
        boolean oneComp = item.node("comps").orElseThrow() instanceof Scalar;
        if (oneComp != single) {
            throw item.invalid("Fields and comps must both be strings or both be lists");
        }
        return single ? List.of(item.text("comps")) : item.texts("comps");
    }

    private static boolean isOperator(String comp) {
        String[] words = comp.strip().split(" +", -1);
        boolean known = List.of("==").contains(words[0])
                || java.util.Arrays.stream(org.drydock.runtime.filter.Operator.values())
                        .anyMatch(o -> o.symbol().equals(words[0]));
        return known
                && (words.length == 1
                        || (words.length == 2
                                && List.of("oneof", "anyof", "allof").contains(words[1])));
    }

    private static List<List<Value>> values(ItemReader item, boolean single, int count) {
        YamlNode node = item.node("values").orElse(new Sequence(List.of(), new YamlNode.Mark(0, 0, 0)));
        if (node instanceof Scalar scalar && scalar.none()) {
            return List.of();
        }
        if (!(node instanceof Sequence rows)) {
            throw item.invalid("Rule exception values must be a sequence");
        }
        List<List<Value>> all = new ArrayList<>();
        for (YamlNode row : rows.elements()) {
            if (single) {
                all.add(List.of(value(item, row)));
            } else if (row instanceof Sequence columns && columns.elements().size() == count) {
                all.add(columns.elements().stream().map(c -> value(item, c)).toList());
            } else {
                throw item.invalid(
                        "Exception values: each row must have one value for each of the " + count + " fields");
            }
        }
        return all;
    }

    private static Value value(ItemReader item, YamlNode node) {
        if (node instanceof Scalar scalar) {
            return new Value(List.of(scalar.text()), false);
        }
        if (node instanceof Sequence sequence) {
            List<String> items = new ArrayList<>();
            for (YamlNode element : sequence.elements()) {
                items.addAll(value(item, element).items());
            }
            return new Value(items, true);
        }
        throw item.invalid("A value of an exception must be a text or a list of texts");
    }
}
