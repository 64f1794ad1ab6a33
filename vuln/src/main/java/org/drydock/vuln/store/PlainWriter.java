package org.drydock.vuln.store;

import org.drydock.vuln.version.VersionScheme;

/** An entry alone, its texts where they occur: for what is sorted before it is written. */
final class PlainWriter implements EntryWriter {
    private final ByteWriter out;

    PlainWriter(ByteWriter out) {
        this.out = out;
    }

    @Override
    public PlainWriter number(long value) {
        out.number(value);
        return this;
    }

    @Override
    public PlainWriter text(String text) {
        out.text(text);
        return this;
    }

    @Override
    public PlainWriter version(VersionScheme scheme, String text) {
        return text(text);
    }
}
