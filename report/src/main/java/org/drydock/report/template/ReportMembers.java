package org.drydock.report.template;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drydock.json.JsonValue;
import org.drydock.json.JsonValue.JsonArray;
import org.drydock.json.JsonValue.JsonBoolean;
import org.drydock.json.JsonValue.JsonNull;
import org.drydock.json.JsonValue.JsonNumber;
import org.drydock.json.JsonValue.JsonObject;
import org.drydock.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;

/** What a template sees: maps by their keys and lists, nothing of Java's objects; so many steps and no more. */
final class ReportMembers implements Mustache.Collector {
    private final long max;
    private long left;

    ReportMembers(long max) {
        this.max = max;
        this.left = max;
    }

    /** The report's values as maps, lists, texts and booleans. */
    static Object model(JsonValue value) {
        return switch (value) {
            case JsonObject object -> {
                Map<String, Object> members = new LinkedHashMap<>();
                object.members().forEach((name, member) -> members.put(name, model(member)));
                yield members;
            }
            case JsonArray array -> {
                List<Object> elements = new ArrayList<>();
                array.elements().forEach(element -> elements.add(model(element)));
                yield elements;
            }
            case JsonString string -> string.value();
            case JsonNumber number -> number.literal();
            case JsonBoolean bool -> bool.value();
            case JsonNull _ -> "";
        };
    }

    @Override
    public @Nullable Iterator<?> toIterator(Object value) {
        step();
        if (!(value instanceof List<?> list)) {
            return null;
        }
        Iterator<?> elements = list.iterator();
        return new Iterator<Object>() {
            @Override
            public boolean hasNext() {
                return elements.hasNext();
            }

            @Override
            public Object next() {
                step();
                return elements.next();
            }
        };
    }

    @Override
    public Mustache.VariableFetcher createFetcher(Object context, String name) {
        return (from, member) -> {
            step();
            return from instanceof Map<?, ?> members && members.containsKey(member)
                    ? members.get(member)
                    : Template.NO_FETCHER_FOUND;
        };
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
        return new HashMap<>();
    }

    private void step() {
        if (--left < 0) {
            throw new LimitReached("it takes more than " + max + " steps");
        }
    }
}
