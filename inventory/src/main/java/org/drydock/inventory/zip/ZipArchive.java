package org.drydock.inventory.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A zip archive in a buffer. Bytes before the archive and after it are tolerated, zip64 is understood, and where the
 * central directory is broken or missing the entries are found by their own headers. Opening reads the directory once;
 * nothing is unpacked.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">.ZIP File Format Specification</a>
 */
public final class ZipArchive {
    private final ByteBuffer bytes;
    private final @Nullable CentralDirectory directory;

    private ZipArchive(ByteBuffer bytes, @Nullable CentralDirectory directory) {
        this.bytes = bytes;
        this.directory = directory;
    }

    /**
     * @param content the archive from the buffer's position to its limit; it must not change as long as the archive is
     *     in use
     * @throws ZipFormatException if this is not a zip archive: no directory and no entry can be found
     */
    public static ZipArchive open(ByteBuffer content) {
        ByteBuffer bytes = content.slice().order(ByteOrder.LITTLE_ENDIAN);
        CentralDirectory directory = CentralDirectory.find(bytes);
        if (directory == null && !new LocalCursor(bytes).next()) {
            throw new ZipFormatException("not a zip archive: it has neither a central directory nor entries");
        }
        return new ZipArchive(bytes, directory);
    }

    /** Whether the central directory is broken or missing, so that entries may be missing too. */
    public boolean isDamaged() {
        return directory == null;
    }

    /** A new cursor before the first entry. */
    public ZipCursor entries() {
        return directory == null ? new LocalCursor(bytes) : new CentralCursor(bytes, directory);
    }
}
