package org.drydock.policy.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drydock.policy.PolicyException;
import org.drydock.policy.text.Node.Mapping;
import org.drydock.policy.text.Node.Scalar;
import org.drydock.policy.text.Node.Sequence;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * Reads a TOML document with the line of each value.
 *
 * @see <a href="https://toml.io/en/v1.0.0">TOML 1.0.0</a>
 */
public final class TomlReader {
    private static final int MAX_NESTING = 100;

    private final String name;

    private TomlReader(String name) {
        this.name = name;
    }

    /**
     * Reads a document.
     *
     * @param name the file, for messages
     * @throws PolicyException if it is not TOML or nested too deeply
     */
    public static Mapping read(byte[] bytes, String name) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        checkNesting(text, name);
        TomlParseResult result = parse(text, name);
        if (result.hasErrors()) {
            TomlParseError first = result.errors().getFirst();
            throw new PolicyException(
                    name + ":" + first.position().line() + ": not valid TOML: " + first.getMessage(), first);
        }
        return new TomlReader(name).table(result, name + ":1");
    }

    /** The parser fails on some damaged texts where it should report an error. */
    private static TomlParseResult parse(String text, String name) {
        try {
            return Toml.parse(text);
        } catch (RuntimeException | StackOverflowError e) {
            throw new PolicyException(name + ":1: not valid TOML", e);
        }
    }

    /** The parser calls itself for each level; brackets and dots within a line are all that can nest. */
    private static void checkNesting(String text, String name) {
        int line = 1;
        int brackets = 0;
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '[', '{' -> brackets++;
                case ']', '}' -> brackets = Math.max(0, brackets - 1);
                case '.' -> dots++;
                case '\n' -> {
                    line++;
                    dots = 0;
                }
                default -> {}
            }
            if (brackets > MAX_NESTING || dots > 50 * MAX_NESTING) {
                throw new PolicyException(name + ":" + line + ": nested deeper than " + MAX_NESTING);
            }
        }
    }

    private Mapping table(TomlTable table, String place) {
        Map<String, Node> members = new LinkedHashMap<>();
        Set<Map.Entry<String, Object>> entries = table.entrySet();
        for (Map.Entry<String, Object> entry : entries) {
            members.put(
                    entry.getKey(),
                    node(entry.getValue(), place(table.inputPositionOf(List.of(entry.getKey())), place)));
        }
        return new Mapping(members, place);
    }

    private Node node(Object value, String place) {
        if (value instanceof TomlTable table) {
            return table(table, place);
        }
        if (value instanceof TomlArray array) {
            List<Node> elements = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                elements.add(node(array.get(i), place(array.inputPositionOf(i), place)));
            }
            return new Sequence(elements, place);
        }
        return new Scalar(value.toString(), place);
    }

    private String place(@org.jspecify.annotations.Nullable TomlPosition position, String otherwise) {
        return position == null ? otherwise : name + ":" + position.line();
    }
}
