package org.drydock.vuln.store;

import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;

/**
 * What an import brought.
 *
 * @param sources what was written, sorted by name
 * @param diagnostics what was not, sorted; at most a few of each kind, the last of them with the number of the others
 */
public record ImportResult(List<SourceImport> sources, List<Diagnostic> diagnostics) {
    public ImportResult {
        sources = List.copyOf(sources);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether a source was there before. */
    public enum Change {
        NEW,
        REPLACED,
        UNCHANGED
    }

    /**
     * A source that was written.
     *
     * @param statements how many statements about packages it makes
     * @param withdrawn how many of its records were taken back, and so left out
     * @param bytes how much room it takes
     */
    public record SourceImport(SourceStatus status, Change change, long statements, long withdrawn, long bytes) {}
}
