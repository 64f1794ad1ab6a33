package org.drydock.vuln.feed.lifecycle;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.drydock.core.Diagnostic;
import org.drydock.json.JsonValue;
import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.feed.FeedJson;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedStart;
import org.drydock.vuln.feed.FeedText;

/**
 * Reads what endoflife.date tells of products, in version 1 of its interface: one product ({@code /products/debian}) or
 * all of them ({@code /products/full}). The older interface does not say which product it speaks of.
 *
 * @see <a href="https://endoflife.date/docs/api/v1/">Its interface</a>
 */
public final class EndOfLifeParser implements FeedParser {
    /** Names of distributions there, where the distribution itself has another. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("alpine-linux", "alpine"),
            Map.entry("rocky-linux", "rocky"),
            Map.entry("oracle-linux", "ol"),
            Map.entry("amazon-linux", "amzn"),
            Map.entry("azure-linux", "azurelinux"),
            Map.entry("opensuse", "opensuse-leap"));

    @Override
    public String format() {
        return "endoflife";
    }

    @Override
    public boolean recognises(FeedStart start) {
        return start.json().has("result", "releases")
                || start.json().has("result", "[]", "releases")
                || (start.json().has("schema_version")
                        && (start.json().has("result", "[]", "aliases")
                                || start.json().has("result", "aliases")));
    }

    @Override
    public void parse(InputStream in, String place, FeedSink sink) {
        JsonValue result = FeedJson.whole(in, place).get("result");
        if (result instanceof JsonValue.JsonArray all) {
            sink.source("endoflife");
            all.elements().forEach(product -> product(product, place, sink));
        } else {
            sink.source("endoflife/" + FeedText.namePart(result.get("name").text("")));
            product(result, place, sink);
        }
    }

    private static void product(JsonValue json, String place, FeedSink sink) {
        String name = json.get("name").text("").strip().toLowerCase(Locale.ROOT);
        if (!FeedText.isName(name)) {
            sink.diagnostic(Diagnostic.notExamined("endoflife-product-unreadable", place, "a product has no name"));
            return;
        }
        String product = NAMES.getOrDefault(name, name);
        for (JsonValue release : json.get("releases").elements()) {
            release(product, release, place, sink);
        }
    }

    private static void release(String product, JsonValue json, String place, FeedSink sink) {
        String release = json.get("name").text("").strip();
        String ends = json.get("eolFrom").text("").strip();
        String extended = json.get("eoesFrom").text("").strip();
        boolean dated = List.of(ends, extended).stream().allMatch(d -> d.isEmpty() || DistroInfoParser.isDate(d));
        if (!FeedText.isName(release) || !dated) {
            sink.diagnostic(Diagnostic.notExamined(
                    "endoflife-release-unreadable",
                    place,
                    "a release of " + product + " has no usable name or date: " + FeedText.oneLine(release)));
        } else if (!ends.isEmpty() || !extended.isEmpty()) {
            sink.endOfLife(new EndOfLife(product, release, ends, extended));
        } else if (json.get("isEol").isTrue()) {
            sink.diagnostic(Diagnostic.warning(
                    "endoflife-date-missing",
                    place,
                    product + " " + FeedText.oneLine(release) + " is out of support, but it is not said since when"));
        }
    }
}
