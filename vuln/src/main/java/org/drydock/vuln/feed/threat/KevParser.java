package org.drydock.vuln.feed.threat;

import java.io.InputStream;
import org.drydock.core.Diagnostic;
import org.drydock.json.JsonException;
import org.drydock.json.JsonReader;
import org.drydock.json.JsonValue;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedStart;
import org.drydock.vuln.feed.FeedText;
import org.drydock.vuln.feed.JsonOutline;
import org.drydock.vuln.feed.RecordBudget;

/**
 * Reads CISA's catalogue of known exploited vulnerabilities.
 *
 * @see <a href="https://www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities_schema.json">Its
 *     schema</a>
 */
public final class KevParser implements FeedParser {
    private static final int MAX_BYTES = 64 << 20;
    private static final int MAX_VALUES = 2_000_000;

    @Override
    public String format() {
        return "kev";
    }

    @Override
    public boolean recognises(FeedStart start) {
        JsonOutline outline = start.json();
        return outline.has("vulnerabilities", "[]", "cveID");
    }

    @Override
    public void parse(InputStream in, String place, FeedSink sink) {
        sink.source("kev");
        try {
            JsonValue catalogue = JsonReader.read(new RecordBudget(in, place, MAX_BYTES, MAX_VALUES), place);
            for (JsonValue entry : catalogue.get("vulnerabilities").elements()) {
                String id = entry.get("cveID").text("").strip();
                if (!FeedText.isName(id)) {
                    sink.diagnostic(
                            Diagnostic.notExamined("kev-entry-unreadable", place, "an entry has no usable cveID"));
                    continue;
                }
                boolean ransomware =
                        entry.get("knownRansomwareCampaignUse").text("").strip().equalsIgnoreCase("known");
                sink.knownExploited(new KnownExploited(
                        id, FeedText.oneLine(entry.get("dateAdded").text("")), ransomware));
            }
        } catch (JsonException e) {
            throw FeedException.notJson(e);
        }
    }
}
