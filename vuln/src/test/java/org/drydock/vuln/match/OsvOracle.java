package org.drydock.vuln.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.drydock.json.JsonValue;
import org.drydock.vuln.version.ExternalTool;
import org.drydock.vuln.version.RandomVersions.Pair;

/**
 * The evaluation algorithm of the OSV schema, taken down from its pseudo-code, over records as they are published. What
 * comes before what is another program's word.
 *
 * @see <a href="https://ossf.github.io/osv-schema/#evaluation">OSV, evaluation</a>
 */
final class OsvOracle {
    private final Map<Pair, Integer> order = new HashMap<>();
    private final Set<Pair> wanted = new LinkedHashSet<>();
    private boolean asking = true;
    private boolean ambiguous;

    /** A comparison that the program refuses. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** An event of a range. */
    private record Event(String kind, String version) {}

    /** Evaluates everything twice: first to learn what is to be compared, then with the answers. */
    void ask(ExternalTool tool) {
        List<Pair> pairs = List.copyOf(wanted);
        List<String> answers = tool.compare(pairs);
        for (int i = 0; i < pairs.size(); i++) {
            if (!answers.get(i).equals("-")) {
                order.put(pairs.get(i), Integer.parseInt(answers.get(i)));
            }
        }
        asking = false;
    }

    /** Whether an entry of {@code affected} holds the version. */
    boolean isVulnerable(JsonValue affected, String version) {
        boolean listed = false;
        for (JsonValue element : affected.get("versions").elements()) {
            listed |= compare(version, element.text("")) == 0;
        }
        boolean held = false;
        for (JsonValue range : affected.get("ranges").elements()) {
            if (!range.get("type").text("").equals("GIT")) {
                held |= isIncluded(range, version);
            }
        }
        return listed || held;
    }

    private boolean isIncluded(JsonValue range, String version) {
        List<Event> events = new ArrayList<>();
        boolean limited = false;
        boolean beforeALimit = false;
        for (JsonValue event : range.get("events").elements()) {
            event.members().forEach((kind, value) -> events.add(new Event(kind, value.text(""))));
        }
        for (Event event : events) {
            if (event.kind.equals("limit")) {
                limited = true;
                beforeALimit |= event.version.equals("*") || compare(version, event.version) < 0;
            }
        }
        events.removeIf(event -> event.kind.equals("limit"));
        ambiguous = events.stream().filter(e -> e.kind.equals("introduced")).count() > 1 && !alternates(events);
        sort(events);
        boolean vulnerable = false;
        for (Event event : events) {
            int sign = event.version.equals("0") ? 1 : compare(version, event.version);
            vulnerable = switch (event.kind) {
                case "introduced" -> sign >= 0 || vulnerable;
                case "fixed" -> sign < 0 && vulnerable;
                case "last_affected" -> sign <= 0 && vulnerable;
                default -> throw new IllegalArgumentException(event.kind);
            };
        }
        return vulnerable && (!limited || beforeALimit);
    }

    /**
     * By insertion, with "0" before everything. What ends and begins at one version among several ranges is not compared:
     * the schema does not say which comes first.
     */
    private void sort(List<Event> events) {
        if (asking) {
            events.forEach(left -> events.forEach(right -> compare(left.version, right.version)));
        }
        for (int i = 1; i < events.size(); i++) {
            for (int j = i; j > 0; j--) {
                boolean first = events.get(j).version.equals("0")
                        && !events.get(j - 1).version.equals("0");
                boolean never = events.get(j - 1).version.equals("0");
                if (!never && (first || isBefore(events.get(j), events.get(j - 1)))) {
                    events.add(j - 1, events.remove(j));
                }
            }
        }
    }

    private static boolean alternates(List<Event> events) {
        for (int i = 1; i < events.size(); i += 2) {
            if (events.get(i).version.equals(events.get(i - 1).version)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBefore(Event left, Event right) {
        int sign = compare(left.version, right.version);
        boolean ofOtherRange = sign == 0 && left.kind.equals("fixed") && right.kind.equals("introduced");
        if (ofOtherRange && !asking && ambiguous) {
            throw new Refused();
        }
        return sign < 0;
    }

    private int compare(String left, String right) {
        if (left.equals(right)) {
            return 0;
        }
        if (asking) {
            if (!wanted.contains(new Pair(right, left))) {
                wanted.add(new Pair(left, right));
            }
            return 0;
        }
        Integer known = order.get(new Pair(left, right));
        Integer reverse = known == null ? order.get(new Pair(right, left)) : null;
        if (known == null && reverse == null) {
            throw new Refused();
        }
        return known == null ? -Objects.requireNonNull(reverse) : known;
    }
}
