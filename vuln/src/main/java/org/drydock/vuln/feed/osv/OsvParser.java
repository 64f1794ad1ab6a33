package org.drydock.vuln.feed.osv;

import java.io.InputStream;
import java.util.stream.Stream;
import org.drydock.core.Diagnostic;
import org.drydock.json.JsonException;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedStart;
import org.drydock.vuln.feed.FeedText;
import org.drydock.vuln.feed.JsonOutline;
import org.drydock.vuln.feed.RecordBudget;

/**
 * Reads records in the Open Source Vulnerability format: one to a document as in exports, several one after the other as
 * in JSON Lines, in an array, or in the answer of an OSV server ({@code vulns}). Packages that were published to do
 * harm come in the same shape; their ids begin with {@code MAL-}.
 *
 * @see <a href="https://ossf.github.io/osv-schema/">The OSV schema</a>
 */
public final class OsvParser implements FeedParser {
    private static final int MAX_BYTES = 16 << 20;
    private static final int MAX_VALUES = 2_000_000;

    /** Each package is told with every id, so a small text could fill a disk. */
    private static final long MAX_STATED = 5_000_000;

    @Override
    public String format() {
        return "osv";
    }

    @Override
    public boolean recognises(FeedStart start) {
        JsonOutline outline = start.json();
        boolean record = outline.has("id") && outline.hasAny("affected", "modified", "schema_version", "withdrawn");
        return record
                || outline.has("affected", "[]", "package")
                || outline.has("vulns", "[]", "id")
                || (outline.has("[]", "id")
                        && (outline.has("[]", "affected")
                                || outline.has("[]", "modified")
                                || outline.has("[]", "schema_version")));
    }

    @Override
    public void parse(InputStream in, String place, FeedSink sink) {
        RecordBudget budget = new RecordBudget(in, place, MAX_BYTES, MAX_VALUES);
        try {
            JsonReader.readSequence(budget, place, document -> {
                document(document, place, sink);
                budget.next();
            });
        } catch (JsonException e) {
            throw FeedException.notJson(e);
        }
    }

    private static void document(JsonValue document, String place, FeedSink sink) {
        if (document instanceof JsonValue.JsonArray array) {
            array.elements().forEach(element -> record(element, place, sink));
        } else if (document.get("id").isNull() && !document.get("vulns").isNull()) {
            document.get("vulns").elements().forEach(element -> record(element, place, sink));
        } else {
            record(document, place, sink);
        }
    }

    private static void record(JsonValue json, String place, FeedSink sink) {
        String id = json.get("id").text("");
        if (!FeedText.isName(id)) {
            sink.diagnostic(Diagnostic.notExamined("osv-record-unreadable", place, "a record has no usable id"));
            return;
        }
        if (!json.get("withdrawn").isNull()) {
            sink.withdrawn(id);
            return;
        }
        Advisory advisory = new OsvRecord(json, id, place, sink).advisory();
        long ids = (long) advisory.aliases().size() + advisory.related().size();
        if (ids * advisory.affected().size() > MAX_STATED) {
            sink.diagnostic(Diagnostic.notExamined(
                    "osv-record-too-large", place, id + " says too much of too many packages; it is left out"));
            return;
        }
        sink.advisory(advisory);
        exploited(json.get("database_specific").get("kev").text(""), advisory, sink);
    }

    /** The starter set notes since when a vulnerability is known to be exploited; others keep catalogues of their own. */
    private static void exploited(String since, Advisory advisory, FeedSink sink) {
        if (since.length() == "2021-12-10".length() && FeedText.isName(since)) {
            Stream.concat(Stream.of(advisory.id()), advisory.aliases().stream())
                    .filter(id -> id.startsWith("CVE-"))
                    .forEach(id -> sink.knownExploited(new KnownExploited(id, since, false)));
        }
    }
}
