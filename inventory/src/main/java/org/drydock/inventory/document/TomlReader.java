package org.drydock.inventory.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drydock.json.JsonValue;
import org.drydock.json.JsonValue.JsonArray;
import org.drydock.json.JsonValue.JsonBoolean;
import org.drydock.json.JsonValue.JsonNumber;
import org.drydock.json.JsonValue.JsonObject;
import org.drydock.json.JsonValue.JsonString;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * Reads TOML; dates become texts.
 *
 * @see <a href="https://toml.io/en/v1.0.0">TOML 1.0.0</a>
 */
public final class TomlReader {
    private static final int MAX_NESTING = 50;
    private static final int MAX_DOTS = 50 * MAX_NESTING;

    private TomlReader() {}

    /**
     * Reads a document.
     *
     * @throws DocumentException if it is not TOML or nested too deeply
     */
    public static JsonValue read(String text) {
        checkNesting(text);
        TomlParseResult result = parse(text);
        if (result.hasErrors()) {
            TomlParseError first = result.errors().getFirst();
            throw new DocumentException(
                    "line " + first.position().line() + ": not valid TOML: " + first.getMessage(), first);
        }
        return table(result);
    }

    /** Of some damage the parser tells by failing. */
    private static TomlParseResult parse(String text) {
        try {
            return Toml.parse(text);
        } catch (RuntimeException e) {
            throw new DocumentException("not valid TOML: " + e.getClass().getSimpleName(), e);
        }
    }

    /** The parser calls itself for each level; brackets, and dots within a line, are all that can nest. */
    private static void checkNesting(String text) {
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
            if (brackets > MAX_NESTING || dots > MAX_DOTS) {
                throw new DocumentException("line " + line + ": nested deeper than " + MAX_NESTING);
            }
        }
    }

    private static JsonValue table(TomlTable table) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        table.entrySet().forEach(entry -> members.put(entry.getKey(), value(entry.getValue())));
        return new JsonObject(members);
    }

    private static JsonValue value(Object value) {
        if (value instanceof TomlTable table) {
            return table(table);
        }
        if (value instanceof TomlArray array) {
            List<JsonValue> elements = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                elements.add(value(array.get(i)));
            }
            return new JsonArray(elements);
        }
        if (value instanceof Boolean truth) {
            return new JsonBoolean(truth);
        }
        return value instanceof Number ? new JsonNumber(value.toString()) : new JsonString(value.toString());
    }
}
