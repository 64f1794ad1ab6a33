package org.drydock.vuln.feed.debian;

import java.util.List;
import java.util.Locale;
import org.drydock.core.Diagnostic;
import org.drydock.core.Status;
import org.drydock.json.JsonValue;
import org.drydock.vuln.Advisory.Rating;
import org.drydock.vuln.Affected;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedText;

/** What Debian's tracker says of one issue of one source package in one release. */
record DebianState(String namespace, String name, String issue, JsonValue json) {
    private static final Affected.Range EVERY_VERSION = new Affected.Range("0", null, null);

    Affected affected(String place, FeedSink sink) {
        String fixed = json.get("fixed_version").text("").strip();
        String status = json.get("status").text("");
        return switch (status) {
            case "resolved" -> {
                if (fixed.equals("0")) {
                    yield statement(Status.NOT_AFFECTED, List.of());
                }
                if (fixed.isEmpty()) {
                    yield unclear("is resolved without a version", place, sink);
                }
                yield statement(Status.AFFECTED, List.of(new Affected.Range("0", fixed, null)));
            }
            case "open" -> statement(openStatus(), List.of(EVERY_VERSION));
            case "undetermined" -> statement(Status.UNDER_INVESTIGATION, List.of(EVERY_VERSION));
            default -> unclear("has the unknown status \"" + FeedText.oneLine(status) + "\"", place, sink);
        };
    }

    private Status openStatus() {
        if (urgency().equals("end-of-life")) {
            return Status.END_OF_LIFE;
        }
        return switch (json.get("nodsa_reason").text("")) {
            case "ignored" -> Status.WILL_NOT_FIX;
            case "postponed" -> Status.DEFERRED;
            default -> Status.AFFECTED;
        };
    }

    private Affected unclear(String what, String place, FeedSink sink) {
        sink.diagnostic(
                Diagnostic.warning("debian-status-unclear", place, issue + " of " + name + " " + what + ": unknown"));
        return statement(Status.UNKNOWN, List.of(EVERY_VERSION));
    }

    private Affected statement(Status status, List<Affected.Range> ranges) {
        List<Rating> ratings = switch (urgency()) {
            case "unimportant" -> List.of(new Rating("word", "negligible"));
            case "low", "medium", "high", "critical" -> List.of(new Rating("word", urgency()));
            default -> List.of();
        };
        return new Affected(namespace, name, status, ranges, List.of(), null, ratings);
    }

    /** The urgency without the stars that tell how it was set. */
    private String urgency() {
        return json.get("urgency").text("").replace("*", "").strip().toLowerCase(Locale.ROOT);
    }
}
