package org.drydock.inventory.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drydock.json.JsonValue;
import org.drydock.json.JsonValue.JsonArray;
import org.drydock.json.JsonValue.JsonBoolean;
import org.drydock.json.JsonValue.JsonNull;
import org.drydock.json.JsonValue.JsonObject;
import org.drydock.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML. Scalars stay texts as they are written, so that the version {@code 1.10} is not 1.1; only {@code true},
 * {@code false} and {@code null} are what they say. What an alias stands for counts each time, so that few bytes do not
 * become many values.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/">YAML 1.2.2</a>
 */
public final class YamlReader {
    private static final int MAX_DEPTH = 50;
    private static final long MAX_VALUES = 4_000_000;

    private final List<JsonValue> documents = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Anchor, Built> anchors = new HashMap<>();
    private long values;

    private YamlReader() {}

    private record Built(JsonValue value, long size) {}

    /** A collection whose end has not come yet. */
    private static final class Open {
        private final boolean mapping;
        private final @Nullable Anchor anchor;
        private final long before;
        private final Map<String, JsonValue> members = new LinkedHashMap<>();
        private final List<JsonValue> elements = new ArrayList<>();
        private @Nullable String key;

        Open(boolean mapping, @Nullable Anchor anchor, long before) {
            this.mapping = mapping;
            this.anchor = anchor;
            this.before = before;
        }

        void add(JsonValue value) {
            if (!mapping) {
                elements.add(value);
            } else if (key == null) {
                key = value.text("");
            } else {
                members.put(key, value);
                key = null;
            }
        }

        JsonValue value() {
            return mapping ? new JsonObject(members) : new JsonArray(elements);
        }
    }

    /**
     * Reads all documents of a text.
     *
     * @throws DocumentException if it is not YAML or beyond the limits
     */
    public static List<JsonValue> read(String text) {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        YamlReader reader = new YamlReader();
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                reader.take(event);
            }
        } catch (YamlEngineException e) {
            throw new DocumentException("not valid YAML: " + firstLine(e), e);
        }
        return reader.documents;
    }

    private void take(Event event) {
        switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> alias((AliasEvent) event);
            case MappingStart, SequenceStart -> begin((NodeEvent) event);
            case MappingEnd, SequenceEnd -> end();
            case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
        }
    }

    private void scalar(ScalarEvent event) {
        count(1, event);
        boolean plain = event.isPlain();
        String text = event.getValue();
        boolean key = !open.isEmpty() && open.peek().mapping && open.peek().key == null;
        JsonValue value = plain && !key
                ? switch (text) {
                    case "", "~", "null" -> JsonNull.NULL;
                    case "true" -> new JsonBoolean(true);
                    case "false" -> new JsonBoolean(false);
                    default -> new JsonString(text);
                }
                : new JsonString(text);
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Built(value, 1)));
        attach(value);
    }

    private void alias(AliasEvent event) {
        Built built = anchors.get(event.getAlias());
        if (built == null) {
            throw new DocumentException(line(event) + ": *" + event.getAlias() + " stands before its anchor ends");
        }
        count(built.size, event);
        attach(built.value);
    }

    private void begin(NodeEvent event) {
        count(1, event);
        if (open.size() == MAX_DEPTH) {
            throw new DocumentException(line(event) + ": nested deeper than " + MAX_DEPTH);
        }
        boolean mapping = event.getEventId() == Event.ID.MappingStart;
        open.push(new Open(mapping, event.getAnchor().orElse(null), values - 1));
    }

    private void end() {
        Open ended = open.pop();
        JsonValue value = ended.value();
        if (ended.anchor != null) {
            anchors.put(ended.anchor, new Built(value, values - ended.before));
        }
        attach(value);
    }

    private void attach(JsonValue value) {
        Open parent = open.peek();
        if (parent == null) {
            documents.add(value);
        } else {
            parent.add(value);
        }
    }

    private void count(long more, Event event) {
        values += more;
        if (values > MAX_VALUES) {
            throw new DocumentException(line(event) + ": more than " + MAX_VALUES + " values");
        }
    }

    private static String line(Event event) {
        return "line " + (event.getStartMark().map(Mark::getLine).orElse(0) + 1);
    }

    private static String firstLine(YamlEngineException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
