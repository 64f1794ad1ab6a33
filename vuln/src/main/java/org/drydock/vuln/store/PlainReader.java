package org.drydock.vuln.store;

import org.drydock.vuln.store.ByteReader.MalformedException;
import org.drydock.vuln.version.VersionScheme;

/** Reads what {@link PlainWriter} wrote. */
final class PlainReader implements EntryReader {
    private final ByteReader in;
    private final VersionScheme scheme;

    /** @param scheme that of the versions, if there are any */
    PlainReader(ByteReader in, VersionScheme scheme) {
        this.in = in;
        this.scheme = scheme;
    }

    @Override
    public long number() throws MalformedException {
        return in.number();
    }

    @Override
    public int count() throws MalformedException {
        return in.count();
    }

    @Override
    public String text() throws MalformedException {
        return in.text();
    }

    @Override
    public StoredVersion version() throws MalformedException {
        return new StoredVersion.Written(in.text(), scheme);
    }
}
