package org.drydock.runtime.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drydock.runtime.rules.YamlNode.Mapping;
import org.drydock.runtime.rules.YamlNode.Scalar;
import org.drydock.runtime.rules.YamlNode.Sequence;

/** Reads the members of one item of a rule file. */
final class ItemReader {
    private final Mapping item;
    private final Context context;

    ItemReader(Mapping item, Context context) {
        this.item = item;
        this.context = context;
    }

    Context context() {
        return context;
    }

    boolean has(String key) {
        return item.has(key);
    }

    Optional<YamlNode> node(String key) {
        return item.get(key);
    }

    LoadException wrong(String message) {
        return context.error(IssueCode.LOAD_ERR_YAML_VALIDATE, message);
    }

    LoadException invalid(String message) {
        return context.error(IssueCode.LOAD_ERR_VALIDATE, message);
    }

    /** A text that must be there. */
    String text(String key) {
        YamlNode node = item.get(key).orElseThrow(() -> wrong("Item has no mapping for key '" + key + "'"));
        if (!(node instanceof Scalar scalar) || scalar.none()) {
            throw context.to(key, "", node)
                    .error(IssueCode.LOAD_ERR_YAML_VALIDATE, "Value of '" + key + "' must be a text");
        }
        if (scalar.text().isEmpty()) {
            throw wrong("Mapping for key '" + key + "' is empty");
        }
        return scalar.text();
    }

    boolean bool(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        return switch (text(key).toLowerCase(java.util.Locale.ROOT)) {
            case "true", "yes", "on", "y" -> true;
            case "false", "no", "off", "n" -> false;
            default -> throw wrong("Can't decode '" + key + "': true or false was expected");
        };
    }

    long number(String key, long otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        try {
            return Long.parseUnsignedLong(text(key));
        } catch (NumberFormatException e) {
            throw wrong("Can't decode '" + key + "': a whole number was expected");
        }
    }

    /** A list of texts; empty if it is not there. */
    List<String> texts(String key) {
        return item.get(key).map(node -> texts(key, node)).orElse(List.of());
    }

    private List<String> texts(String key, YamlNode node) {
        if (!(node instanceof Sequence sequence)) {
            if (node instanceof Scalar scalar && scalar.none()) {
                return List.of();
            }
            throw wrong("Value of '" + key + "' must be a list");
        }
        List<String> texts = new ArrayList<>();
        for (YamlNode element : sequence.elements()) {
            if (!(element instanceof Scalar scalar)) {
                throw wrong("Value of '" + key + "' must be a list of texts");
            }
            texts.add(scalar.text());
        }
        return texts;
    }

    /** Warns of keys that nothing reads. */
    void warnUnknown(Set<String> known, List<LoadIssue> warnings) {
        for (YamlNode.Entry entry : item.entries()) {
            if (!known.contains(entry.key())) {
                warnings.add(context.issue(IssueCode.LOAD_UNKNOWN_KEY, "Unknown key '" + entry.key() + "'"));
            }
        }
    }

    /** Which keys are to be appended ({@code true}) or replaced ({@code false}). */
    java.util.Map<String, Boolean> overrides(Set<String> appendable, Set<String> replaceable) {
        java.util.Map<String, Boolean> found = new java.util.LinkedHashMap<>();
        if (!(node("override").orElse(null) instanceof Mapping mapping)) {
            if (has("override")) {
                throw wrong("'override' must be a mapping");
            }
            return found;
        }
        if (bool("append", false)) {
            throw wrong("Keys 'override' and 'append: true' cannot be used together");
        }
        for (YamlNode.Entry entry : mapping.entries()) {
            String how = entry.value() instanceof Scalar scalar ? scalar.text() : "";
            boolean append = how.equals("append");
            if (!append && !how.equals("replace")) {
                throw wrong("Invalid override operation for key '" + entry.key() + "': append or replace was expected");
            }
            if (!(append ? appendable : replaceable).contains(entry.key())) {
                throw wrong("Key '" + entry.key() + "' cannot be " + (append ? "appended to" : "replaced")
                        + ", use one of "
                        + (append ? appendable : replaceable).stream().sorted().toList());
            }
            if (!has(entry.key())) {
                throw wrong(
                        "An override for '" + entry.key() + "' was specified but '" + entry.key() + "' is not defined");
            }
            found.put(entry.key(), append);
        }
        for (YamlNode.Entry entry : item.entries()) {
            boolean overridable = appendable.contains(entry.key()) || replaceable.contains(entry.key());
            if (overridable && !found.containsKey(entry.key())) {
                throw wrong("Unexpected key '" + entry.key() + "': no corresponding entry under 'override' is defined");
            }
        }
        return found;
    }
}
