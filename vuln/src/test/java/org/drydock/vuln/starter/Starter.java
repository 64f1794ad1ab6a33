package org.drydock.vuln.starter;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;

/** The records of the set as tests look at them. */
final class Starter {
    private Starter() {}

    static List<JsonValue> records(String file) throws IOException {
        List<JsonValue> records = new ArrayList<>();
        try (InputStream in = StarterSet.open(file)) {
            JsonReader.readSequence(in, file, records::add);
        }
        return records;
    }

    static List<String> strings(JsonValue array) {
        return array.elements().stream().map(element -> element.text("")).toList();
    }

    /** The id and the aliases. */
    static Set<String> names(JsonValue record) {
        Set<String> names = new HashSet<>(strings(record.get("aliases")));
        names.add(record.get("id").text(""));
        return names;
    }

    static String ecosystem(JsonValue affected) {
        return affected.get("package").get("ecosystem").text("");
    }

    static String name(JsonValue affected) {
        return affected.get("package").get("name").text("");
    }

    /** The ranges of a package, one for each pair of events; ranges of commits are left out. */
    static List<Range> ranges(JsonValue affected) {
        List<Range> ranges = new ArrayList<>();
        for (JsonValue range : affected.get("ranges").elements()) {
            if (range.get("type").text("").equals("GIT")) {
                continue;
            }
            List<JsonValue> events = range.get("events").elements();
            for (int i = 0; i < events.size(); i++) {
                Optional<String> introduced = events.get(i).get("introduced").text();
                JsonValue end = i + 1 < events.size() ? events.get(i + 1) : JsonValue.JsonNull.NULL;
                introduced.ifPresent(from -> ranges.add(new Range(
                        from, end.get("fixed").text(), end.get("last_affected").text())));
            }
        }
        return ranges;
    }

    /** From a version up to a fix, or up to and including a last affected version, or without end. */
    record Range(String introduced, Optional<String> fixed, Optional<String> lastAffected) {
        boolean holds(String version, Order order) {
            return (introduced.equals("0") || order.compare(version, introduced) >= 0)
                    && fixed.map(bound -> order.compare(version, bound) < 0).orElse(true)
                    && lastAffected
                            .map(bound -> order.compare(version, bound) <= 0)
                            .orElse(true);
        }
    }
}
