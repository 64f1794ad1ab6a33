package org.drydock.cli;

import java.util.List;
import java.util.Locale;
import org.drydock.core.Diagnostic;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;
import org.drydock.vuln.store.ImportProgress;
import org.drydock.vuln.store.ImportResult.SourceImport;

/** What people are told of an import, in lines. */
final class ImportReport {
    private static final int SHOWN_DIAGNOSTICS = 10;
    private static final long INTERVAL_NANOS = 100_000_000L;

    private ImportReport() {}

    static String line(SourceImport source) {
        SourceStatus status = source.status();
        return status.name() + ": " + status.records() + " records, " + source.statements() + " statements"
                + (status.date().isEmpty() ? "" : ", as of " + status.date())
                + (source.withdrawn() == 0 ? "" : ", " + source.withdrawn() + " withdrawn left out")
                + " (" + source.change().name().toLowerCase(Locale.ROOT) + ", " + (source.bytes() >> 10) + " KiB)";
    }

    static void print(List<Diagnostic> diagnostics, Surroundings surroundings) {
        diagnostics.stream()
                .limit(SHOWN_DIAGNOSTICS)
                .forEach(d -> surroundings
                        .err()
                        .println(d.level().name().toLowerCase(Locale.ROOT).replace('_', '-') + ": " + d.place() + ": "
                                + d.message() + " [" + d.code() + "]"));
        if (diagnostics.size() > SHOWN_DIAGNOSTICS) {
            surroundings.err().println("and " + (diagnostics.size() - SHOWN_DIAGNOSTICS) + " more like these");
        }
    }

    static ImportProgress progress(ProgressLine line) {
        return new ImportProgress() {
            private long next;

            @Override
            public void reading(String place, long records) {
                long now = System.nanoTime();
                if (next == 0 || now - next >= 0) {
                    next = now + INTERVAL_NANOS;
                    line.say("importing: " + records + " records read, now " + shortened(place));
                }
            }

            @Override
            public void writing(String source) {
                line.say("writing " + source);
            }
        };
    }

    static String shortened(String place) {
        return place.length() <= 40 ? place : "…" + place.substring(place.length() - 39);
    }
}
