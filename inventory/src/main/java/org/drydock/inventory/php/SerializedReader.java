package org.drydock.inventory.php;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.drydock.inventory.document.DocumentException;
import org.drydock.json.JsonValue;
import org.drydock.json.JsonValue.JsonBoolean;
import org.drydock.json.JsonValue.JsonNull;
import org.drydock.json.JsonValue.JsonNumber;
import org.drydock.json.JsonValue.JsonObject;
import org.drydock.json.JsonValue.JsonString;

/**
 * Reads what PHP's {@code serialize} wrote, as far as it is scalars and arrays; an array is an object with its keys as
 * names. Objects of classes are refused.
 *
 * @see <a href="https://www.php.net/manual/en/function.serialize.php">serialize</a>
 */
final class SerializedReader {
    private static final int MAX_DEPTH = 50;

    private final byte[] bytes;
    private int at;

    private SerializedReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a value.
     *
     * @throws DocumentException if there is none, or it is nested too deeply
     */
    static JsonValue read(byte[] bytes) {
        return new SerializedReader(bytes).value(0);
    }

    private JsonValue value(int depth) {
        if (depth > MAX_DEPTH) {
            throw wrong("nested deeper than " + MAX_DEPTH);
        }
        char kind = next();
        if (kind == 'N') {
            expect(';');
            return JsonNull.NULL;
        }
        expect(':');
        return switch (kind) {
            case 'b' -> new JsonBoolean(upTo(';').equals("1"));
            case 'i', 'd' -> new JsonNumber(upTo(';'));
            case 's' -> string();
            case 'a' -> array(depth);
            default -> throw wrong("a value of the kind \"" + kind + "\"");
        };
    }

    private JsonValue string() {
        int length = length();
        expect('"');
        if (length > bytes.length - at) {
            throw wrong("a text is longer than the file");
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        expect('"');
        expect(';');
        return new JsonString(text);
    }

    private JsonValue array(int depth) {
        int count = length();
        expect('{');
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            JsonValue key = value(depth + 1);
            members.put(key instanceof JsonNumber(String literal) ? literal : key.text(""), value(depth + 1));
        }
        expect('}');
        return new JsonObject(members);
    }

    private int length() {
        try {
            int length = Integer.parseInt(upTo(':'));
            if (length >= 0) {
                return length;
            }
        } catch (NumberFormatException e) {
            throw new DocumentException("byte " + at + ": a length is no number", e);
        }
        throw wrong("a negative length");
    }

    private String upTo(char end) {
        int start = at;
        while (next() != end) {
            if (at - start > 40) {
                throw wrong("a number without end");
            }
        }
        return new String(bytes, start, at - start - 1, StandardCharsets.US_ASCII);
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw wrong("\"" + wanted + "\" was expected");
        }
    }

    private char next() {
        if (at == bytes.length) {
            throw wrong("it ends too early");
        }
        return (char) (bytes[at++] & 0xff);
    }

    private DocumentException wrong(String what) {
        return new DocumentException("byte " + at + ": not what PHP serialises: " + what);
    }
}
