package org.drydock.vuln.store;

import org.drydock.vuln.store.AdvisoryStore.SourceStatus;
import org.drydock.vuln.store.ByteReader.MalformedException;
import org.jspecify.annotations.Nullable;

/**
 * What a segment says of itself.
 *
 * @param statements how many statements about packages it holds
 * @param knownExploited how many entries of a catalogue of exploited vulnerabilities
 * @param exploitPredictions how many predictions of exploitation
 * @param endsOfLife how many dates of releases
 * @param keysRevision {@link org.drydock.vuln.version.VersionSchemes#KEYS_REVISION} of its versions' keys
 */
record SegmentSummary(
        SourceStatus status,
        long statements,
        long knownExploited,
        long exploitPredictions,
        long endsOfLife,
        long keysRevision) {
    /** Written out, as is {@link #hashCode()}: the generated ones are linked at run time, in each start anew. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SegmentSummary that
                && status.equals(that.status)
                && statements == that.statements
                && knownExploited == that.knownExploited
                && exploitPredictions == that.exploitPredictions
                && endsOfLife == that.endsOfLife
                && keysRevision == that.keysRevision;
    }

    @Override
    public int hashCode() {
        return status.hashCode();
    }

    byte[] toBytes() {
        return new ByteWriter()
                .text(status.name())
                .text(status.format())
                .texts(status.namespaces())
                .number(status.records())
                .text(status.date())
                .text(status.origin())
                .number(statements)
                .number(knownExploited)
                .number(exploitPredictions)
                .number(endsOfLife)
                .number(keysRevision)
                .toBytes();
    }

    static SegmentSummary read(ByteReader in) throws MalformedException {
        SourceStatus status = new SourceStatus(in.text(), in.text(), in.texts(), in.number(), in.text(), in.text());
        return new SegmentSummary(status, in.number(), in.number(), in.number(), in.number(), in.number());
    }
}
