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
    private static final int MAX_SHOWN = 256;
    static final int STORED = 0;
    static final int DEFLATED = 8;

    /** The name on one line and of bearable length, for messages. */
    public String shownName() {
        return shown(name);
    }

    static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints()
                .limit(MAX_SHOWN)
                .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** Whether {@link EntryReader} can read it. */
    public boolean isReadable() {
        return !encrypted && (method == STORED || method == DEFLATED);
    }

    public boolean isStored() {
        return method == STORED;
    }
}
