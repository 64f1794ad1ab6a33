package org.drydock.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value. The accessors are forgiving, because feeds and manifests are: what is absent or of another kind reads as
 * empty, and a caller that needs it says so.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
public sealed interface JsonValue {
    /** The member of an object; null if there is none, or if this is no object. */
    default JsonValue get(String name) {
        return JsonNull.NULL;
    }

    /** The elements of an array; empty if this is no array. */
    default List<JsonValue> elements() {
        return List.of();
    }

    /** The members of an object in the order of the text; empty if this is no object. */
    default Map<String, JsonValue> members() {
        return Map.of();
    }

    /** The text of a string; empty if this is no string. */
    default Optional<String> text() {
        return Optional.empty();
    }

    /** The text of a string, or {@code otherwise}. */
    default String text(String otherwise) {
        return text().orElse(otherwise);
    }

    /** The value of a whole number that fits; {@code otherwise} if this is none. */
    default long number(long otherwise) {
        return otherwise;
    }

    /** Whether this is {@code true}. */
    default boolean isTrue() {
        return false;
    }

    /** Whether this is {@code null} or was absent. */
    default boolean isNull() {
        return false;
    }

    /** An object; a name that stands twice in the text has its last value. */
    record JsonObject(Map<String, JsonValue> members) implements JsonValue {
        public JsonObject {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public JsonValue get(String name) {
            return members.getOrDefault(name, JsonNull.NULL);
        }
    }

    /** An array. */
    record JsonArray(List<JsonValue> elements) implements JsonValue {
        public JsonArray {
            elements = List.copyOf(elements);
        }
    }

    /** A string. */
    record JsonString(String value) implements JsonValue {
        @Override
        public Optional<String> text() {
            return Optional.of(value);
        }
    }

    /** A number, kept as its text. */
    record JsonNumber(String literal) implements JsonValue {
        @Override
        public long number(long otherwise) {
            try {
                return Long.parseLong(literal);
            } catch (NumberFormatException e) {
                return otherwise;
            }
        }
    }

    /** {@code true} or {@code false}. */
    record JsonBoolean(boolean value) implements JsonValue {
        @Override
        public boolean isTrue() {
            return value;
        }
    }

    /** {@code null}, also what absent members read as. */
    enum JsonNull implements JsonValue {
        NULL;

        @Override
        public boolean isNull() {
            return true;
        }
    }
}
