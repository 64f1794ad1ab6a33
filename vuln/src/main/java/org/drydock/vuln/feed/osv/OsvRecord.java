package org.drydock.vuln.feed.osv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.drydock.core.Diagnostic;
import org.drydock.json.JsonValue;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.AdvisoryKind;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedText;
import org.drydock.vuln.feed.ModuleStreams;

/** One OSV record on its way to an {@link Advisory}. */
final class OsvRecord {
    private static final int MAX_REFERENCES = 10;
    private static final int MAX_IDS = 10_000;
    private static final int MAX_CWES = 32;
    private static final String CWE = "CWE-";
    private static final List<String> BEST_REFERENCES =
            List.of("ADVISORY", "WEB", "ARTICLE", "REPORT", "FIX", "PACKAGE", "EVIDENCE");

    private final JsonValue json;
    private final String id;
    private final String place;
    private final FeedSink sink;

    OsvRecord(JsonValue json, String id, String place, FeedSink sink) {
        this.json = json;
        this.id = id;
        this.place = place;
        this.sink = sink;
    }

    Advisory advisory() {
        Set<String> aliases = new LinkedHashSet<>();
        Set<String> related = new LinkedHashSet<>();
        ids(aliases, related);
        String details = json.get("details").text("");
        String summary = FeedText.oneLine(json.get("summary").text(""));
        return new Advisory(
                id,
                List.copyOf(aliases),
                List.copyOf(related),
                summary.isEmpty() ? FeedText.firstSentence(details) : summary,
                OsvRatings.ofRecord(json),
                references(),
                time("published"),
                time("modified"),
                new OsvAffected(id, place, sink, () -> ModuleStreams.named(summary, details)).of(json.get("affected")),
                cwes());
    }

    /**
     * An erratum's {@code related}, {@code upstream} and {@code aliases} are what it mends. Of any other record the
     * {@code related} ids are neighbours that the package need not have, so they are left out.
     */
    private void ids(Set<String> aliases, Set<String> related) {
        boolean erratum = isErratum(id);
        for (String member : List.of("aliases", "upstream", "related")) {
            for (JsonValue element : json.get(member).elements()) {
                String other = element.text("").strip();
                if (!FeedText.isName(other) || other.equals(id)) {
                    continue;
                }
                if (aliases.size() + related.size() >= MAX_IDS) {
                    sink.diagnostic(Diagnostic.notExamined(
                            "osv-too-many-ids",
                            place,
                            id + " names more than " + MAX_IDS + " ids; the rest is dropped"));
                    return;
                }
                if (erratum && !isErratum(other)) {
                    related.add(other);
                } else if (!member.equals("related")) {
                    aliases.add(other);
                }
            }
        }
    }

    private static boolean isErratum(String id) {
        return AdvisoryKind.of(id) == AdvisoryKind.ERRATUM;
    }

    private List<String> cwes() {
        Set<String> all = new LinkedHashSet<>();
        for (JsonValue element : json.get("database_specific").get("cwe_ids").elements()) {
            String cwe = element.text("");
            if (isCwe(cwe) && all.size() < MAX_CWES) {
                all.add(cwe);
            }
        }
        return all.stream()
                .sorted(Comparator.comparingInt(cwe -> Integer.parseInt(cwe.substring(CWE.length()))))
                .toList();
    }

    private static boolean isCwe(String text) {
        int digits = text.length() - CWE.length();
        return text.startsWith(CWE)
                && digits > 0
                && digits <= 6
                && text.chars().skip(CWE.length()).allMatch(c -> c >= '0' && c <= '9');
    }

    private List<String> references() {
        record Reference(int rank, String address) {}
        List<Reference> all = new ArrayList<>();
        for (JsonValue reference : json.get("references").elements()) {
            String address = reference.get("url").text("").strip();
            int rank = BEST_REFERENCES.indexOf(reference.get("type").text("").toUpperCase(Locale.ROOT));
            if (FeedText.isAddress(address)) {
                all.add(new Reference(rank < 0 ? BEST_REFERENCES.size() : rank, address));
            }
        }
        return all.stream()
                .sorted(Comparator.comparingInt(Reference::rank))
                .map(Reference::address)
                .distinct()
                .limit(MAX_REFERENCES)
                .toList();
    }

    /** Go's feed writes the year 1 where it states no time. */
    private String time(String member) {
        String text = FeedText.oneLine(json.get(member).text(""));
        return text.startsWith("0001-") ? "" : text;
    }
}
