package org.drydock.runtime.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drydock.runtime.rules.YamlNode.Mapping;
import org.drydock.runtime.rules.YamlNode.Sequence;

/** Holds the plug-ins that rules ask for against those whose fields and events are built in. */
final class PluginRequirements {
    /** The plug-ins whose work Drydock does itself, and the version it does as they do. */
    private static final Map<String, int[]> BUILT_IN =
            Map.of("container", new int[] {0, 7, 0}, "k8saudit", new int[] {0, 18, 0}, "json", new int[] {0, 7, 4});

    private PluginRequirements() {}

    static void check(Mapping item, Context context) {
        if (!(item.get("required_plugin_versions").orElse(null) instanceof Sequence requirements)) {
            throw context.error(
                    IssueCode.LOAD_ERR_YAML_VALIDATE, "Value of required_plugin_versions must be a sequence");
        }
        for (YamlNode requirement : requirements.elements()) {
            Set<String> names = new HashSet<>();
            boolean met = isMet(requirement, context, names);
            if (requirement instanceof Mapping mapping
                    && mapping.get("alternatives").orElse(null) instanceof Sequence alternatives) {
                for (YamlNode alternative : alternatives.elements()) {
                    met |= isMet(alternative, context, names);
                }
            }
            if (!met) {
                throw context.error(
                        IssueCode.LOAD_ERR_VALIDATE,
                        "Plugin requirement not satisfied, must load one of: "
                                + String.join(", ", names.stream().sorted().toList()));
            }
        }
    }

    private static boolean isMet(YamlNode node, Context context, Set<String> names) {
        if (!(node instanceof Mapping mapping)) {
            throw context.error(IssueCode.LOAD_ERR_YAML_VALIDATE, "Plugin version must be a map");
        }
        ItemReader item = new ItemReader(mapping, context);
        String name = item.text("name");
        String text = item.text("version");
        int[] wanted = version(text).orElseThrow(() -> item.wrong("Plugin version '" + text + "' is not a version"));
        if (!names.add(name)) {
            throw item.invalid("Plugin '" + name + "' stands in one requirement twice");
        }
        int[] built = BUILT_IN.get(name);
        return built != null && wanted[0] == built[0] && java.util.Arrays.compare(wanted, built) <= 0;
    }

    /** Reads {@code 1.2.3}, with whatever stands behind a hyphen or a plus. */
    static Optional<int[]> version(String text) {
        List<String> parts = List.of(text.split("[-+]", 2)[0].split("\\.", -1));
        if (parts.size() != 3) {
            return Optional.empty();
        }
        int[] version = new int[3];
        for (int i = 0; i < 3; i++) {
            String part = parts.get(i);
            if (part.isEmpty() || part.length() > 8 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.empty();
            }
            version[i] = Integer.parseInt(part);
        }
        return Optional.of(version);
    }
}
