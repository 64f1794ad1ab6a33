package org.drydock.json;

import java.io.OutputStream;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * Writes JSON as UTF-8, member by member, indented by two spaces or on one line. Absent values are left out by the
 * {@code …IfPresent} methods. Unpaired surrogates, which many readers refuse, become U+FFFD. The stream is flushed at the
 * end, not closed.
 */
public final class JsonWriter implements AutoCloseable {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator out;

    private JsonWriter(OutputStream target, ObjectWriteContext context) {
        this.out = FACTORY.createGenerator(context, target, JsonEncoding.UTF8);
    }

    /** One member or element a line. */
    public static JsonWriter pretty(OutputStream target) {
        return new JsonWriter(target, new Pretty());
    }

    /** Everything on one line. */
    public static JsonWriter compact(OutputStream target) {
        return new JsonWriter(target, ObjectWriteContext.empty());
    }

    /** Begins an object as the document or as an array's element. */
    public JsonWriter object() {
        out.writeStartObject();
        return this;
    }

    /** Begins an object as a member. */
    public JsonWriter object(String name) {
        out.writeName(wellFormed(name));
        return object();
    }

    public JsonWriter endObject() {
        out.writeEndObject();
        return this;
    }

    /** Begins an array as the document or as an array's element. */
    public JsonWriter array() {
        out.writeStartArray();
        return this;
    }

    /** Begins an array as a member. */
    public JsonWriter array(String name) {
        out.writeName(wellFormed(name));
        return array();
    }

    public JsonWriter endArray() {
        out.writeEndArray();
        return this;
    }

    public JsonWriter member(String name, String value) {
        out.writeStringProperty(wellFormed(name), wellFormed(value));
        return this;
    }

    public JsonWriter member(String name, long value) {
        out.writeNumberProperty(wellFormed(name), value);
        return this;
    }

    public JsonWriter member(String name, double value) {
        out.writeNumberProperty(wellFormed(name), value);
        return this;
    }

    public JsonWriter member(String name, boolean value) {
        out.writeBooleanProperty(wellFormed(name), value);
        return this;
    }

    /** A member whose value is a tree read before. */
    public JsonWriter member(String name, JsonValue value) {
        out.writeName(wellFormed(name));
        return element(value);
    }

    public JsonWriter nullMember(String name) {
        out.writeNullProperty(wellFormed(name));
        return this;
    }

    /** A member with an array of strings, also where there are none. */
    public JsonWriter strings(String name, Collection<String> values) {
        array(name);
        values.forEach(this::element);
        return endArray();
    }

    /** A member unless {@code value} is null or empty. */
    public JsonWriter memberIfPresent(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            member(name, value);
        }
        return this;
    }

    /** A member with an array of strings unless there are none. */
    public JsonWriter stringsIfPresent(String name, Collection<String> values) {
        return values.isEmpty() ? this : strings(name, values);
    }

    public JsonWriter element(String value) {
        out.writeString(wellFormed(value));
        return this;
    }

    public JsonWriter element(long value) {
        out.writeNumber(value);
        return this;
    }

    public JsonWriter element(double value) {
        out.writeNumber(value);
        return this;
    }

    public JsonWriter element(JsonValue value) {
        switch (value) {
            case JsonValue.JsonObject object -> {
                object();
                object.members().forEach(this::member);
                endObject();
            }
            case JsonValue.JsonArray array -> {
                array();
                array.elements().forEach(this::element);
                endArray();
            }
            case JsonValue.JsonString string -> element(string.value());
            case JsonValue.JsonNumber number -> out.writeNumber(number.literal());
            case JsonValue.JsonBoolean bool -> out.writeBoolean(bool.value());
            case JsonValue.JsonNull _ -> out.writeNull();
        }
        return this;
    }

    /** Flushes what is written; the target stays open. */
    @Override
    public void close() {
        out.close();
    }

    private static String wellFormed(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaceUnpaired(text);
            }
        }
        return text;
    }

    private static String replaceUnpaired(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xFFFD : c));
        return out.toString();
    }

    private static final class Pretty extends ObjectWriteContext.Base {
        private static final Separators SEPARATORS =
                Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);

        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter(SEPARATORS)
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter);
        }
    }
}
