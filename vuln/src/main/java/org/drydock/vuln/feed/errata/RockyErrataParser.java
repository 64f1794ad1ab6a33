package org.drydock.vuln.feed.errata;

import java.io.InputStream;
import java.util.Locale;
import org.drydock.core.Diagnostic;
import org.drydock.json.JsonValue;
import org.drydock.vuln.feed.FeedJson;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedStart;
import org.drydock.vuln.feed.FeedText;
import org.jspecify.annotations.Nullable;

/**
 * Reads Rocky Linux's errata as Apollo answers them: version 3 of its interface, and version 2 as the errata site had it.
 * Every page counts; together they are one data set.
 *
 * @see <a href="https://apollo.build.resf.org/docs">Apollo</a>
 */
public final class RockyErrataParser implements FeedParser {
    @Override
    public String format() {
        return "rocky-errata";
    }

    @Override
    public boolean recognises(FeedStart start) {
        return start.json().has("advisories", "[]", "synopsis") || start.json().has("advisories", "[]", "shortCode");
    }

    @Override
    public void parse(InputStream in, String place, FeedSink sink) {
        sink.source("rocky-errata");
        FeedJson.records(in, place, "advisories", (_, _) -> {}, json -> erratum(json, place, sink));
    }

    private static void erratum(JsonValue json, String place, FeedSink sink) {
        String id = json.get("name").text("").strip();
        if (!FeedText.isName(id)) {
            sink.diagnostic(Diagnostic.notExamined("rocky-erratum-unreadable", place, "an erratum has no usable name"));
            return;
        }
        Erratum erratum = new Erratum(
                id, json.get("synopsis").text(""), json.get("description").text(""));
        erratum.severity(json.get("severity").text("").toUpperCase(Locale.ROOT).replace("SEVERITY_", ""));
        for (JsonValue cve : json.get("cves").elements()) {
            erratum.mends(cve.get("cve").text(cve.get("name").text("")));
        }
        boolean security = json.get("kind")
                .text(json.get("type").text(""))
                .toLowerCase(Locale.ROOT)
                .contains("security");
        if (!erratum.mendsAny() && !security) {
            return;
        }
        for (JsonValue rpm : json.get("packages").elements()) {
            String module = rpm.get("module_name").text("");
            String stream = module + ":" + rpm.get("module_stream").text("");
            brings(
                    rpm.get("nevra").text(""),
                    module.isEmpty() ? null : stream,
                    rpm.get("product_name").text(""),
                    id,
                    erratum,
                    place,
                    sink);
        }
        json.get("rpms")
                .members()
                .forEach((product, rpms) -> rpms.get("nvras")
                        .elements()
                        .forEach(nvra -> brings(nvra.text(""), null, product, id, erratum, place, sink)));
        erratum.tell(
                first(json, "published_at", "publishedAt"), first(json, "updated_at", "published_at"), place, sink);
    }

    private static void brings(
            String nevra,
            @Nullable String module,
            String product,
            String id,
            Erratum erratum,
            String place,
            FeedSink sink) {
        Nevra.parse(nevra.strip())
                .ifPresentOrElse(
                        rpm -> erratum.brings(rpm, module, product),
                        () -> sink.diagnostic(Diagnostic.notExamined(
                                "rocky-package-unreadable",
                                place,
                                id + ": not a package: " + FeedText.oneLine(nevra))));
    }

    private static String first(JsonValue json, String one, String other) {
        return json.get(one).text(json.get(other).text(""));
    }
}
