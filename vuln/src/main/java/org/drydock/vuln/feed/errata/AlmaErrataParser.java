package org.drydock.vuln.feed.errata;

import java.io.InputStream;
import java.time.Instant;
import org.drydock.core.Diagnostic;
import org.drydock.json.JsonValue;
import org.drydock.vuln.feed.FeedJson;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedStart;
import org.drydock.vuln.feed.FeedText;
import org.jspecify.annotations.Nullable;

/**
 * Reads AlmaLinux's errata of one release, in the full shape ({@code errata.full.json}).
 *
 * @see <a href="https://errata.almalinux.org/">AlmaLinux errata</a>
 */
public final class AlmaErrataParser implements FeedParser {
    @Override
    public String format() {
        return "almalinux-errata";
    }

    @Override
    public boolean recognises(FeedStart start) {
        return start.json().has("data", "[]", "packages")
                || start.json().has("data", "[]", "pkglist")
                || start.json().has("data", "[]", "updateinfo_id");
    }

    @Override
    public void parse(InputStream in, String place, FeedSink sink) {
        Release release = new Release(place, sink);
        FeedJson.records(in, place, "data", (_, _) -> {}, release::erratum);
    }

    private static final class Release {
        private final String place;
        private final FeedSink sink;
        private boolean named;

        Release(String place, FeedSink sink) {
            this.place = place;
            this.sink = sink;
        }

        void erratum(JsonValue json) {
            String id = json.get("updateinfo_id").text(json.get("id").text("")).strip();
            if (!FeedText.isName(id)) {
                sink.diagnostic(
                        Diagnostic.notExamined("almalinux-erratum-unreadable", place, "an erratum has no usable id"));
                return;
            }
            Erratum erratum = new Erratum(
                    id, json.get("title").text(""), json.get("description").text(""));
            erratum.severity(json.get("severity").text(""));
            for (JsonValue reference : json.get("references").elements()) {
                if (reference.get("type").text("").equalsIgnoreCase("cve")) {
                    erratum.mends(reference.get("id").text(""));
                } else {
                    erratum.reference(reference.get("href").text(""));
                }
            }
            if (!erratum.mendsAny() && !json.get("type").text("").equalsIgnoreCase("security")) {
                return;
            }
            packages(json, id, erratum);
            erratum.tell(date(json.get("issued_date")), date(json.get("updated_date")), place, sink);
        }

        private void packages(JsonValue json, String id, Erratum erratum) {
            JsonValue list = json.get("pkglist").get("packages");
            for (JsonValue rpm : (list.isNull() ? json.get("packages") : list).elements()) {
                Nevra nevra = new Nevra(
                        rpm.get("name").text("").strip(),
                        number(rpm.get("epoch")),
                        rpm.get("version").text("").strip(),
                        rpm.get("release").text("").strip(),
                        rpm.get("arch").text(""));
                if (!nevra.isWhole()) {
                    sink.diagnostic(Diagnostic.notExamined(
                            "almalinux-package-unreadable", place, id + " brings a package without name or version"));
                    continue;
                }
                name(id, nevra);
                erratum.brings(nevra, module(rpm, json), "");
            }
        }

        /** The data set is named after the release that its first package shows. */
        private void name(String id, Nevra nevra) {
            if (!named) {
                named = true;
                String namespace =
                        RpmReleases.namespace(id, nevra.release(), "").orElse("almalinux");
                sink.source("almalinux-errata/" + FeedText.namePart(namespace.substring(namespace.indexOf(':') + 1)));
            }
        }

        /** The package's own module, or the one that the whole erratum is of. */
        private static @Nullable String module(JsonValue rpm, JsonValue erratum) {
            String own = rpm.get("module").text("").strip();
            if (!own.isEmpty()) {
                String[] parts = own.split(":", -1);
                return parts.length > 1 ? parts[0] + ":" + parts[1] : null;
            }
            JsonValue several = erratum.get("modules");
            JsonValue module = several.elements().size() == 1
                    ? several.elements().getFirst()
                    : erratum.get("pkglist").get("module");
            String name = module.get("name").text("");
            return name.isEmpty() ? null : name + ":" + module.get("stream").text("");
        }

        private static String number(JsonValue value) {
            return value instanceof JsonValue.JsonNumber number
                    ? number.literal()
                    : value.text("").strip();
        }

        /** Seconds, milliseconds within {@code $date}, or text. */
        private static String date(JsonValue value) {
            long within = value.get("$date").number(-1);
            if (within >= 0) {
                return Instant.ofEpochMilli(within).toString();
            }
            long seconds = value.number(-1);
            boolean sane = seconds >= 0 && seconds < 1L << 40;
            return sane ? Instant.ofEpochSecond(seconds).toString() : value.text("");
        }
    }
}
