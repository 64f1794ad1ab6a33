package org.drydock.vuln.store;

import java.util.List;
import java.util.TreeSet;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;
import org.drydock.vuln.version.VersionSchemes;

/** Counts what is put into a segment. */
final class SegmentTally {
    private final TreeSet<String> namespaces = new TreeSet<>();
    private long records;
    private long statements;
    private long knownExploited;
    private long exploitPredictions;
    private long endsOfLife;
    private String newestDate = "";

    void add(Entry entry) {
        switch (entry) {
            case Entry.OfAdvisory(var advisory) -> {
                records++;
                dated(advisory.published());
                dated(advisory.modified());
            }
            case Entry.OfAlias _ -> {}
            case Entry.OfKnownExploited(var exploited) -> {
                knownExploited++;
                dated(exploited.dateAdded());
            }
            case Entry.OfExploitPrediction(var prediction) -> {
                exploitPredictions++;
                dated(prediction.date());
            }
            case Entry.OfEndOfLife _ -> endsOfLife++;
            case Entry.OfStatements of -> {
                namespaces.add(of.namespace());
                statements += of.statements().size();
            }
        }
    }

    SegmentSummary summary(String source, String format, String origin) {
        long held = records > 0 ? records : knownExploited + exploitPredictions + endsOfLife;
        SourceStatus status = new SourceStatus(source, format, List.copyOf(namespaces), held, newestDate, origin);
        return new SegmentSummary(
                status, statements, knownExploited, exploitPredictions, endsOfLife, VersionSchemes.KEYS_REVISION);
    }

    private void dated(String stated) {
        if (stated.length() < 10) {
            return;
        }
        String date = stated.substring(0, 10);
        for (int i = 0; i < date.length(); i++) {
            char c = date.charAt(i);
            boolean hyphen = i == 4 || i == 7;
            if (hyphen ? c != '-' : (c < '0' || c > '9')) {
                return;
            }
        }
        newestDate = date.compareTo(newestDate) > 0 ? date : newestDate;
    }
}
