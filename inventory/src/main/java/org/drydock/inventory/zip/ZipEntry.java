package org.drydock.inventory.zip;

import java.nio.ByteBuffer;

/**
 * One file in an archive.
 *
 * @param name as the archive has it: it may hold anything, {@code ..} included
 * @param method 0 stored, 8 deflated
 * @param statedSize what the archive says its uncompressed size is; not to be trusted
 * @param packed its bytes in the archive, as many as are really there
 * @param cut whether the archive ends before the entry does
 */
public record ZipEntry(String name, int method, boolean encrypted, long statedSize, ByteBuffer packed, boolean cut) {
    static final int STORED = 0;
    static final int DEFLATED = 8;

    /** Whether {@link EntryReader} can read it. */
    public boolean isReadable() {
        return !encrypted && (method == STORED || method == DEFLATED);
    }

    public boolean isStored() {
        return method == STORED;
    }
}
