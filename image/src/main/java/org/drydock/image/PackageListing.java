package org.drydock.image;

import java.nio.ByteBuffer;

/**
 * A document that lists packages: what it says is taken as it stands, and no file is examined.
 *
 * @param reference as the user wrote it
 * @param kind what the document is
 * @param content the whole document, read only
 */
public record PackageListing(String reference, Kind kind, ByteBuffer content) implements Target {
    /** What lists the packages. */
    public enum Kind {
        /** A software bill of materials in one of the known formats. */
        SBOM,
        /** Package URLs, separated by white space; the rest of a line after a number sign is a remark. */
        PURLS
    }

    /** The document's bytes. */
    public byte[] bytes() {
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return bytes;
    }

    @Override
    public void close() {}
}
