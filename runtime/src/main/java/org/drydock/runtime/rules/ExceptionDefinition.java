package org.drydock.runtime.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * What a rule is not to tell of.
 *
 * @param single whether {@code fields} is one name instead of a list
 * @param values one row each: a value, or one value for each field; a value may be a list
 */
record ExceptionDefinition(
        String name, boolean single, List<String> fields, List<String> comps, List<List<Value>> values) {
    ExceptionDefinition {
        fields = List.copyOf(fields);
        comps = List.copyOf(comps);
        values = List.copyOf(values);
    }

    /** A value or a list of values. */
    record Value(List<String> items, boolean list) {}

    ExceptionDefinition plus(List<List<Value>> more) {
        List<List<Value>> all = new ArrayList<>(values);
        all.addAll(more);
        return new ExceptionDefinition(name, single, fields, comps, all);
    }

    /** The text that is added to the rule's condition; empty without values. */
    String text() {
        if (values.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(" and not ");
        if (single) {
            List<String> flat = new ArrayList<>();
            values.forEach(row -> row.forEach(v -> flat.addAll(v.items())));
            return text + "(" + fields.getFirst() + " " + comps.getFirst() + " " + parenthesized(flat) + ")";
        }
        text.append('(');
        String before = "";
        for (List<Value> row : values) {
            text.append(before).append('(');
            for (int i = 0; i < fields.size(); i++) {
                Value value = row.get(i);
                boolean list = value.list() || takesList(comps.get(i));
                text.append(i == 0 ? "" : " and ")
                        .append(fields.get(i))
                        .append(' ')
                        .append(comps.get(i))
                        .append(' ');
                text.append(
                        list
                                ? parenthesized(value.items())
                                : ListExpansion.quoted(value.items().getFirst()));
            }
            text.append(')');
            before = " or ";
        }
        return text.append(')').toString();
    }

    private static String parenthesized(List<String> values) {
        if (values.size() == 1 && values.getFirst().startsWith("(")) {
            return values.getFirst();
        }
        return "("
                + String.join(", ", values.stream().map(ListExpansion::quoted).toList()) + ")";
    }

    /** Whether a list must stand behind the operator. */
    static boolean takesList(String comp) {
        String last = comp.substring(comp.lastIndexOf(' ') + 1);
        return List.of("in", "intersects", "pmatch", "oneof", "anyof", "allof").contains(last);
    }
}
