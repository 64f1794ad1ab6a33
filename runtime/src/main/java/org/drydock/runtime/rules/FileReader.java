package org.drydock.runtime.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drydock.runtime.rules.YamlNode.Mapping;
import org.drydock.runtime.rules.YamlNode.Scalar;
import org.drydock.runtime.rules.YamlNode.Sequence;

/** Reads a rule file into what has been collected. Loading stops at the first error. */
final class FileReader {
    private static final Set<String> CONDITION = Set.of("condition");
    private static final Set<String> ITEMS = Set.of("items");

    private final Collected collected;
    private final Context context;

    FileReader(Collected collected, String file, String content) {
        this.collected = collected;
        this.context = Context.of(file, content);
    }

    void read() {
        List<YamlNode> documents;
        try {
            documents = YamlDocuments.read(context.content());
        } catch (YamlException e) {
            Scalar place = new Scalar("", true, e.mark());
            throw context.to("rules content", "", place)
                    .error(IssueCode.LOAD_ERR_YAML_PARSE, String.valueOf(e.getMessage()));
        }
        for (YamlNode document : documents) {
            switch (document) {
                case Sequence sequence -> sequence.elements().forEach(this::item);
                case Scalar scalar when scalar.none() -> {}
                case Scalar scalar -> throw notASequence(scalar);
                case Mapping mapping -> throw notASequence(mapping);
            }
        }
    }

    private LoadException notASequence(YamlNode document) {
        return context.to("rules content", "", document)
                .error(IssueCode.LOAD_ERR_YAML_VALIDATE, "Rules content is not yaml array of objects");
    }

    private void item(YamlNode node) {
        if (node instanceof Scalar scalar && scalar.none()) {
            return;
        }
        Context at = context.to("rules content item", "", node);
        if (!(node instanceof Mapping mapping)) {
            throw at.error(
                    IssueCode.LOAD_ERR_YAML_VALIDATE,
                    "Unexpected element type. Each element should be a yaml associative array.");
        }
        if (mapping.has("required_engine_version")) {
            engineVersion(new ItemReader(mapping, context.to("required_engine_version", "", node)));
        } else if (mapping.has("required_plugin_versions")) {
            PluginRequirements.check(mapping, context.to("required_plugin_versions", "", node));
        } else if (mapping.has("list")) {
            list(named(mapping, "list", node));
        } else if (mapping.has("macro")) {
            macro(named(mapping, "macro", node));
        } else if (mapping.has("rule")) {
            new RuleReader(collected, named(mapping, "rule", node)).read();
        } else {
            collected.warnings.add(at.issue(IssueCode.LOAD_UNKNOWN_ITEM, "Unknown top level item"));
        }
    }

    private ItemReader named(Mapping mapping, String kind, YamlNode node) {
        ItemReader unnamed = new ItemReader(mapping, context.to(kind, "", node));
        return new ItemReader(mapping, context.to(kind, unnamed.text(kind), node));
    }

    private static void engineVersion(ItemReader item) {
        String version = item.text("required_engine_version");
        Optional<int[]> parsed = version.chars().allMatch(c -> c >= '0' && c <= '9') && version.length() < 9
                ? Optional.of(new int[] {0, Integer.parseInt(version), 0})
                : PluginRequirements.version(version);
        int[] wanted = parsed.orElseThrow(() -> item.wrong(
                "Unable to parse engine version '" + version + "': expected a version number or a semantic version"));
        if (wanted[0] != 0 || wanted[1] > Collected.ENGINE_MINOR) {
            throw item.invalid("Rules require engine version " + version + ", but engine version is 0."
                    + Collected.ENGINE_MINOR + ".0");
        }
    }

    private void list(ItemReader item) {
        String name = item.text("list");
        item.warnUnknown(Set.of("list", "items", "append", "override"), collected.warnings);
        if (!name.chars().noneMatch(c -> "()\"' \t\n=,".indexOf(c) >= 0)) {
            warn(item, IssueCode.LOAD_INVALID_LIST_NAME, "List has an invalid name: it holds blanks or punctuation");
        }
        if (!item.has("items")) {
            throw item.wrong("Item has no mapping for key 'items'");
        }
        List<String> items = item.texts("items");
        Map<String, Boolean> overrides = item.overrides(ITEMS, ITEMS);
        boolean append = append(item, overrides.getOrDefault("items", false));
        ListDefinition known = collected.lists.get(name);
        if (known == null) {
            if (append || !overrides.isEmpty()) {
                throw item.invalid("List has 'append' or 'override' but no list by that name already exists");
            }
            collected.lists.put(name, new ListDefinition(name, collected.next(), item.context(), items));
            return;
        }
        if (!append) {
            known.items.clear();
        }
        known.items.addAll(items);
        known.touched = collected.next();
        known.context = item.context();
    }

    private void macro(ItemReader item) {
        String name = item.text("macro");
        item.warnUnknown(Set.of("macro", "condition", "append", "override"), collected.warnings);
        if (!isMacroName(name)) {
            warn(
                    item,
                    IssueCode.LOAD_INVALID_MACRO_NAME,
                    "Macro has an invalid name: letters, digits and _ were expected");
        }
        String condition = item.text("condition");
        Map<String, Boolean> overrides = item.overrides(CONDITION, CONDITION);
        boolean append = append(item, overrides.getOrDefault("condition", false));
        MacroDefinition known = collected.macros.get(name);
        Context place = conditionPlace(item, "macro condition");
        if (known == null) {
            if (append || !overrides.isEmpty()) {
                throw item.invalid("Macro has 'append' or 'override' but no macro by that name already exists");
            }
            collected.macros.put(name, new MacroDefinition(name, collected.next(), place, condition));
            return;
        }
        known.condition = append ? known.condition + " " + condition : condition;
        known.touched = collected.next();
        known.context = place;
    }

    static Context conditionPlace(ItemReader item, String what) {
        return item.node("condition")
                .map(node -> item.context().to(what, "", node))
                .orElse(item.context());
    }

    private boolean append(ItemReader item, boolean override) {
        if (item.has("append")) {
            warn(item, IssueCode.LOAD_DEPRECATED_ITEM, "'append' is deprecated: say append under 'override'");
        }
        return override || item.bool("append", false);
    }

    private void warn(ItemReader item, IssueCode code, String message) {
        collected.warnings.add(item.context().issue(code, message));
    }

    private static boolean isMacroName(String name) {
        return !name.isEmpty()
                && isLetter(name.charAt(0))
                && name.chars().allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || c == '_');
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
