package org.drydock.report.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.drydock.core.DrydockException;
import org.drydock.json.JsonValue;
import org.drydock.json.JsonValue.JsonArray;
import org.drydock.json.JsonValue.JsonBoolean;
import org.drydock.json.JsonValue.JsonNumber;
import org.drydock.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A value of a report that is read, with its place for messages, for example
 * {@code report.json: findings/3/severity}. What must be there and is not, or is of another kind, is an error.
 */
record Member(JsonValue value, String file, String path) {
    static Member of(JsonValue document, String file) {
        return new Member(document, file, "").as(JsonObject.class, "an object");
    }

    Member get(String name) {
        return new Member(value.get(name), file, path.isEmpty() ? name : path + "/" + name);
    }

    boolean isAbsent() {
        return value.isNull();
    }

    String text() {
        return value.text().orElseThrow(() -> wrong("a text was expected"));
    }

    /** Empty if absent. */
    String optionalText() {
        return isAbsent() ? "" : text();
    }

    @Nullable
    String textOrNull() {
        return isAbsent() ? null : text();
    }

    long number() {
        if (value instanceof JsonNumber number) {
            try {
                return Long.parseLong(number.literal());
            } catch (NumberFormatException e) {
                throw wrong("a whole number was expected");
            }
        }
        throw wrong("a whole number was expected");
    }

    int integer() {
        long number = number();
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw wrong("a number from 0 to " + Integer.MAX_VALUE + " was expected");
        }
        return (int) number;
    }

    double decimal() {
        if (value instanceof JsonNumber number && number.literal().length() < 40) {
            return Double.parseDouble(number.literal());
        }
        throw wrong("a number was expected");
    }

    boolean isTrue() {
        return as(JsonBoolean.class, "true or false").value.isTrue();
    }

    /** The elements of an array; none if it is absent. */
    List<Member> elements() {
        if (isAbsent()) {
            return List.of();
        }
        List<JsonValue> values = as(JsonArray.class, "an array").value.elements();
        List<Member> elements = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            elements.add(new Member(values.get(i), file, path + "/" + i));
        }
        return elements;
    }

    List<String> texts() {
        return elements().stream().map(Member::text).toList();
    }

    /** The constant that a lower-case word with hyphens stands for. */
    <E extends Enum<E>> E word(Class<E> of) {
        String word = text();
        for (E constant : of.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return constant;
            }
        }
        throw wrong("no such word: " + word);
    }

    DrydockException wrong(String message) {
        return new DrydockException(file + ": " + (path.isEmpty() ? "" : path + ": ") + message);
    }

    private Member as(Class<? extends JsonValue> kind, String expected) {
        if (!kind.isInstance(value)) {
            throw wrong(expected + " was expected");
        }
        return this;
    }
}
