package org.drydock.vuln.store;

import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.store.ByteReader.MalformedException;

/** What is known beside advisories, as bytes. What an entry is about stands in its key. */
final class SmallTables {
    private SmallTables() {}

    static byte[] bytes(KnownExploited entry) {
        return new ByteWriter()
                .text(entry.dateAdded())
                .number(entry.ransomware() ? 1 : 0)
                .toBytes();
    }

    static KnownExploited knownExploited(ByteReader in, String id) throws MalformedException {
        return new KnownExploited(id, in.text(), in.number() == 1);
    }

    static byte[] bytes(ExploitPrediction entry) {
        return new ByteWriter()
                .text(entry.date())
                .text(Double.toString(entry.score()))
                .text(Double.toString(entry.percentile()))
                .toBytes();
    }

    static ExploitPrediction exploitPrediction(ByteReader in, String id) throws MalformedException {
        String date = in.text();
        return new ExploitPrediction(id, decimal(in), decimal(in), date);
    }

    static byte[] bytes(EndOfLife entry) {
        return new ByteWriter()
                .text(entry.endOfSupport())
                .text(entry.endOfExtendedSupport())
                .toBytes();
    }

    static EndOfLife endOfLife(ByteReader in, String product, String release) throws MalformedException {
        return new EndOfLife(product, release, in.text(), in.text());
    }

    private static double decimal(ByteReader in) throws MalformedException {
        try {
            return Double.parseDouble(in.text());
        } catch (NumberFormatException e) {
            throw new MalformedException("a number is not decimal");
        }
    }
}
