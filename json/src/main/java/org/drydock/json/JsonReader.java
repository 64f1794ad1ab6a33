package org.drydock.json;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.drydock.json.JsonValue.JsonArray;
import org.drydock.json.JsonValue.JsonBoolean;
import org.drydock.json.JsonValue.JsonNull;
import org.drydock.json.JsonValue.JsonNumber;
import org.drydock.json.JsonValue.JsonObject;
import org.drydock.json.JsonValue.JsonString;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON into {@link JsonValue}s: whole documents, or the parts of a large one as they come. */
public final class JsonReader {
    private static final int MAX_DEPTH = 200;
    private static final int MAX_STRING = 32 << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .build())
            .build();

    private JsonReader() {}

    /**
     * Reads one document; nothing may follow it.
     *
     * @param source the name of the input, for messages
     * @throws JsonException if it is not JSON or too deep
     */
    public static JsonValue read(byte[] text, String source) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return single(parser);
        } catch (JacksonException e) {
            throw malformed(source, e);
        }
    }

    /** As {@link #read(byte[], String)}, from a stream, which the caller closes. */
    public static JsonValue read(InputStream text, String source) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), new Unclosed(text))) {
            return single(parser);
        } catch (JacksonException e) {
            throw malformed(source, e);
        }
    }

    /**
     * Reads an object member by member, so that it need not fit in memory as a whole.
     *
     * @throws JsonException if the text is not one JSON object
     */
    public static void readMembers(InputStream text, String source, BiConsumer<String, JsonValue> member) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), new Unclosed(text))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonException(source + ": a JSON object was expected", new IllegalStateException());
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                member.accept(name, value(parser));
            }
        } catch (JacksonException e) {
            throw malformed(source, e);
        }
    }

    /**
     * Reads an object member by member, and the one of them that is a long array element by element.
     *
     * @param array the name of that member; if it is no array, it is a member like others
     * @throws JsonException if the text is not one JSON object
     */
    public static void readMembers(
            InputStream text,
            String source,
            String array,
            Consumer<JsonValue> element,
            BiConsumer<String, JsonValue> member) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), new Unclosed(text))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonException(source + ": a JSON object was expected", new IllegalStateException());
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY && name.equals(array)) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        element.accept(value(parser));
                    }
                } else {
                    member.accept(name, value(parser));
                }
            }
        } catch (JacksonException e) {
            throw malformed(source, e);
        }
    }

    /** Reads documents that follow each other, as in JSON Lines. */
    public static void readSequence(InputStream text, String source, Consumer<JsonValue> document) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), new Unclosed(text))) {
            while (parser.nextToken() != null) {
                document.accept(value(parser));
            }
        } catch (JacksonException e) {
            throw malformed(source, e);
        }
    }

    private static JsonValue single(JsonParser parser) {
        if (parser.nextToken() == null) {
            return JsonNull.NULL;
        }
        JsonValue value = value(parser);
        if (parser.nextToken() != null) {
            throw new StreamReadException(parser, "more text follows the document");
        }
        return value;
    }

    private static JsonValue value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new JsonString(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getString());
            case VALUE_TRUE -> new JsonBoolean(true);
            case VALUE_FALSE -> new JsonBoolean(false);
            case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME ->
                JsonNull.NULL;
        };
    }

    private static JsonValue object(JsonParser parser) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return new JsonObject(members);
    }

    private static JsonValue array(JsonParser parser) {
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return new JsonArray(elements);
    }

    private static JsonException malformed(String source, JacksonException e) {
        String place = e.getLocation() == null
                ? ""
                : ":" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
        return new JsonException(source + place + ": not valid JSON: " + e.getOriginalMessage(), e);
    }

    /** Keeps the parser from closing what the caller opened. */
    private static final class Unclosed extends java.io.FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws java.io.IOException {
            return in.read(into, offset, length);
        }

        @Override
        public void close() {}
    }
}
