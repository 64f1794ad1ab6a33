package org.drydock.vuln.update;

import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.vuln.store.ImportResult.SourceImport;

/**
 * What became of one part of an update.
 *
 * @param part its name
 * @param change what it came to; with {@link Change#FAILED} there may be sources all the same, of its other files
 * @param message why it failed or was left out, else empty
 * @param sources what was written to the store
 * @param diagnostics what of it could not be read
 */
public record UpdateOutcome(
        String part, Change change, String message, List<SourceImport> sources, List<Diagnostic> diagnostics) {
    public UpdateOutcome {
        sources = List.copyOf(sources);
        diagnostics = List.copyOf(diagnostics);
    }

    /** What a part came to. */
    public enum Change {
        /** There was something new, and it is in the store. */
        UPDATED,
        /** The publisher has what the store has. */
        UNCHANGED,
        /** The publisher has no such file, which nobody asked for by name. */
        ABSENT,
        /** The data in the store stays as it was. */
        FAILED
    }
}
