package org.drydock.vuln.feed.osv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.drydock.json.JsonValue;
import org.drydock.vuln.Affected;
import org.jspecify.annotations.Nullable;

/**
 * The events of one OSV range: {@code introduced}, then {@code fixed} or {@code last_affected}, any number of times. The
 * schema does not promise their order; where they do not alternate they are put in an order that suits most schemes, and
 * {@link #inOrder} is false. Where a limit is stated, no version from the last of them on is in any range.
 *
 * @see <a href="https://ossf.github.io/osv-schema/#evaluation">OSV, evaluation</a>
 */
record OsvEvents(List<Event> events, List<String> limits, boolean inOrder) {
    private static final List<String> KINDS = List.of("introduced", "fixed", "last_affected");
    private static final String NO_LIMIT = "*";

    /** One limit is what the schema has in mind; of more than these none is kept, which holds more versions. */
    private static final int MAX_LIMITS = 8;

    record Event(String kind, String version) {
        boolean opens() {
            return kind.equals("introduced");
        }
    }

    OsvEvents {
        events = List.copyOf(events);
        limits = List.copyOf(limits);
    }

    static OsvEvents of(JsonValue json) {
        List<Event> events = new ArrayList<>();
        List<String> limits = new ArrayList<>();
        for (JsonValue event : json.elements()) {
            for (String kind : KINDS) {
                String version = event.get(kind).text("").strip();
                if (!version.isEmpty()) {
                    events.add(new Event(kind, version));
                }
            }
            String limit = event.get("limit").text("").strip();
            if (!limit.isEmpty()) {
                limits.add(limit);
            }
        }
        if (limits.contains(NO_LIMIT) || limits.size() > MAX_LIMITS) {
            limits.clear();
        }
        if (alternate(events)) {
            return new OsvEvents(events, limits, true);
        }
        if (events.stream().noneMatch(Event::opens)) {
            events.addFirst(new Event("introduced", "0"));
        }
        events.sort(Comparator.comparing(Event::version, OsvEvents::looseOrder));
        return new OsvEvents(events, limits, false);
    }

    /** The ranges between the events; an {@code introduced} inside of a range, and an end outside of one, change nothing. */
    List<Affected.Range> ranges() {
        List<Affected.Range> ranges = new ArrayList<>();
        @Nullable String from = null;
        for (Event event : events) {
            if (event.opens()) {
                from = from == null ? event.version() : from;
            } else if (from != null) {
                boolean last = event.kind().equals("last_affected");
                add(from, last ? null : event.version(), last ? event.version() : null, ranges);
                from = null;
            }
        }
        if (from != null) {
            add(from, null, null, ranges);
        }
        return ranges;
    }

    private void add(String from, @Nullable String fixed, @Nullable String last, List<Affected.Range> to) {
        if (limits.isEmpty()) {
            to.add(new Affected.Range(from, fixed, last));
        }
        for (String limit : limits) {
            to.add(new Affected.Range(from, fixed, last, limit));
        }
    }

    private static boolean alternate(List<Event> events) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).opens() != (i % 2 == 0)) {
                return false;
            }
        }
        return true;
    }

    /** Runs of digits by value, everything else by character; {@code 0} is before all. */
    private static int looseOrder(String left, String right) {
        if (left.equals("0") || right.equals("0")) {
            return Boolean.compare(!left.equals("0"), !right.equals("0"));
        }
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            int endLeft = digitsFrom(left, i);
            int endRight = digitsFrom(right, j);
            int order = endLeft > i && endRight > j
                    ? byValue(left.substring(i, endLeft), right.substring(j, endRight))
                    : Character.compare(left.charAt(i), right.charAt(j));
            if (order != 0) {
                return order;
            }
            i = Math.max(endLeft, i + 1);
            j = Math.max(endRight, j + 1);
        }
        return Integer.compare(left.length() - i, right.length() - j);
    }

    private static int digitsFrom(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static int byValue(String left, String right) {
        String a = withoutZeros(left);
        String b = withoutZeros(right);
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }

    private static String withoutZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }
}
