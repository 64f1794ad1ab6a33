package org.drydock.inventory.zip;

import static org.drydock.inventory.zip.ZipLayout.u16;
import static org.drydock.inventory.zip.ZipLayout.u32;

import java.nio.ByteBuffer;

/** Goes over an unbroken central directory. */
final class CentralCursor extends ZipCursor {
    private final CentralDirectory directory;
    private int header = -1;
    private int following;

    CentralCursor(ByteBuffer bytes, CentralDirectory directory) {
        super(bytes);
        this.directory = directory;
        this.following = directory.start();
    }

    @Override
    public boolean next() {
        if (following > directory.end() - ZipLayout.CENTRAL_HEADER
                || bytes.getInt(following) != ZipLayout.CENTRAL_SIGNATURE) {
            return false;
        }
        header = following;
        following = CentralDirectory.next(bytes, header);
        flags = u16(bytes, header + 8);
        method = u16(bytes, header + 10);
        nameAt = header + ZipLayout.CENTRAL_HEADER;
        nameLength = u16(bytes, header + 28);
        return true;
    }

    @Override
    public ZipEntry entry() {
        int extra = nameAt + nameLength;
        int extraEnd = extra + u16(bytes, header + 30);
        long packed = u32(bytes, header + 20);
        long size = u32(bytes, header + 24);
        long local = u32(bytes, header + 42);
        int inZip64 = 0;
        if (size == ZipLayout.IN_ZIP64_32) {
            size = ZipLayout.zip64(bytes, extra, extraEnd, inZip64++);
        }
        if (packed == ZipLayout.IN_ZIP64_32) {
            packed = ZipLayout.zip64(bytes, extra, extraEnd, inZip64++);
        }
        if (local == ZipLayout.IN_ZIP64_32) {
            local = ZipLayout.zip64(bytes, extra, extraEnd, inZip64);
        }
        int from = dataAt(local);
        int there = bytes.limit() - from;
        boolean cut = packed < 0 || packed > there;
        return new ZipEntry(name(), method, isEncrypted(), size, bytes.slice(from, cut ? there : (int) packed), cut);
    }

    private int dataAt(long local) {
        long at = local + directory.archiveStart();
        if (local < 0
                || at < 0
                || at > bytes.limit() - ZipLayout.LOCAL_HEADER
                || bytes.getInt((int) at) != ZipLayout.LOCAL_SIGNATURE) {
            throw new ZipFormatException(ZipEntry.shown(name()) + ": is not where the directory says");
        }
        long data = at + ZipLayout.LOCAL_HEADER + u16(bytes, (int) at + 26) + u16(bytes, (int) at + 28);
        if (data > bytes.limit()) {
            throw new ZipFormatException(ZipEntry.shown(name()) + ": its header is cut off");
        }
        return (int) data;
    }
}
