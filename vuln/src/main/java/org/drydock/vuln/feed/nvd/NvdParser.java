package org.drydock.vuln.feed.nvd;

import java.io.InputStream;
import org.drydock.core.Diagnostic;
import org.drydock.json.JsonValue;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.feed.FeedJson;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedStart;
import org.drydock.vuln.feed.FeedText;
import org.jspecify.annotations.Nullable;

/**
 * Reads the National Vulnerability Database in version 2.0 of its shape: the yearly files, each of which is a data set of
 * its own, and the pages of its interface, which are one data set together.
 *
 * @see <a href="https://nvd.nist.gov/developers/vulnerabilities">The shape</a>
 * @see <a href="https://nvd.nist.gov/vuln/data-feeds">The yearly files</a>
 */
public final class NvdParser implements FeedParser {
    /** The file of this year also holds those before it. */
    private static final int FIRST_FILE = 2002;

    @Override
    public String format() {
        return "nvd";
    }

    @Override
    public boolean recognises(FeedStart start) {
        return start.json().has("vulnerabilities", "[]", "cve")
                || (start.json().has("resultsPerPage")
                        && start.json().has("vulnerabilities")
                        && start.json().has("format"));
    }

    @Override
    public void parse(InputStream in, String place, FeedSink sink) {
        Document document = new Document(place, sink);
        FeedJson.records(in, place, "vulnerabilities", document::member, document::record);
    }

    /** One file or page while it is read. */
    private static final class Document {
        private final String place;
        private final FeedSink sink;
        private long perPage;
        private long total;
        private long startIndex;
        private @Nullable String source;

        Document(String place, FeedSink sink) {
            this.place = place;
            this.sink = sink;
        }

        void member(String name, JsonValue value) {
            switch (name) {
                case "resultsPerPage" -> perPage = value.number(0);
                case "totalResults" -> total = value.number(0);
                case "startIndex" -> startIndex = value.number(0);
                default -> {}
            }
        }

        void record(JsonValue element) {
            JsonValue cve = element.get("cve");
            String id = cve.get("id").text("").strip();
            if (!FeedText.isName(id)) {
                sink.diagnostic(Diagnostic.notExamined("nvd-record-unreadable", place, "a record has no usable id"));
                return;
            }
            name(id);
            if (cve.get("vulnStatus").text("").equalsIgnoreCase("rejected")) {
                sink.withdrawn(id);
            } else {
                sink.advisory(new NvdRecord(cve, id, place, sink).advisory());
            }
        }

        /** A file of what changed lately would take the place of all that was known of a year. */
        private void name(String id) {
            boolean page = startIndex > 0 || perPage < total;
            String name = page ? "nvd/pages" : "nvd/" + year(id);
            if (source == null) {
                source = name;
                sink.source(name);
            } else if (!source.equals(name)) {
                throw new FeedException(place + ": it holds vulnerabilities of several years, so it is no yearly file;"
                        + " files of changes cannot be imported, import the yearly files");
            }
        }

        private int year(String id) {
            String[] parts = id.split("-", -1);
            try {
                return Math.max(FIRST_FILE, parts.length < 3 ? 0 : Integer.parseInt(parts[1]));
            } catch (NumberFormatException e) {
                throw new FeedException(place + ": not the id of a vulnerability: " + FeedText.oneLine(id), e);
            }
        }
    }
}
