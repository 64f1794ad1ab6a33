package org.drydock.vuln.store;

import org.drydock.vuln.store.AdvisoryStore.SourceStatus;
import org.drydock.vuln.store.ByteReader.MalformedException;

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
