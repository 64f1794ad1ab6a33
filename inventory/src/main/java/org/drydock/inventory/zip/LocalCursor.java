package org.drydock.inventory.zip;

import static org.drydock.inventory.zip.ZipLayout.u16;
import static org.drydock.inventory.zip.ZipLayout.u32;

import java.nio.ByteBuffer;

/**
 * Goes over the headers in front of the entries, for archives whose central directory is broken or cut off. Where an
 * entry states no size, or one that leads nowhere, it reaches to the next signature. No byte is looked at twice.
 */
final class LocalCursor extends ZipCursor {
    private static final int MAX_VERSION_NEEDED = 99;
    private static final int MAX_METHOD = 99;
    private static final int SIZE_IN_DESCRIPTOR = 0x0008;

    private int following;
    private int dataFrom;
    private int dataEnd;
    private long statedSize;
    private boolean cut;

    LocalCursor(ByteBuffer bytes) {
        super(bytes);
    }

    @Override
    public boolean next() {
        int header = following;
        while (!isHeader(header)) {
            header = nextSignature(header + 1);
            if (header >= bytes.limit()) {
                following = header;
                return false;
            }
        }
        flags = u16(bytes, header + 6);
        method = u16(bytes, header + 8);
        nameAt = header + ZipLayout.LOCAL_HEADER;
        nameLength = u16(bytes, header + 26);
        dataFrom = nameAt + nameLength + u16(bytes, header + 28);
        statedSize = u32(bytes, header + 22);
        findEnd(header);
        following = dataEnd;
        return true;
    }

    @Override
    public ZipEntry entry() {
        ByteBuffer packed = bytes.slice(dataFrom, dataEnd - dataFrom);
        return new ZipEntry(name(), method, isEncrypted(), statedSize, packed, cut);
    }

    private void findEnd(int header) {
        long packed = u32(bytes, header + 18);
        if (packed == ZipLayout.IN_ZIP64_32) {
            packed = ZipLayout.zip64(bytes, nameAt + nameLength, dataFrom, 1);
        }
        boolean known = packed > 0 || (packed == 0 && (flags & SIZE_IN_DESCRIPTOR) == 0);
        cut = known && packed > bytes.limit() - dataFrom;
        if (cut) {
            dataEnd = bytes.limit();
        } else if (known && leadsSomewhere((int) (dataFrom + packed))) {
            dataEnd = (int) (dataFrom + packed);
        } else {
            dataEnd = nextSignature(dataFrom);
        }
    }

    private boolean leadsSomewhere(int at) {
        return at == bytes.limit() || isSignature(at);
    }

    private boolean isHeader(int at) {
        if (!ZipLayout.hasSignature(bytes, at, ZipLayout.LOCAL_SIGNATURE)
                || at > bytes.limit() - ZipLayout.LOCAL_HEADER) {
            return false;
        }
        int name = u16(bytes, at + 26);
        int length = ZipLayout.LOCAL_HEADER + name + u16(bytes, at + 28);
        return name > 0
                && length <= bytes.limit() - at
                && Byte.toUnsignedInt(bytes.get(at + 4)) <= MAX_VERSION_NEEDED
                && u16(bytes, at + 8) <= MAX_METHOD;
    }

    private boolean isSignature(int at) {
        if (at > bytes.limit() - Integer.BYTES) {
            return false;
        }
        return switch (bytes.getInt(at)) {
            case ZipLayout.LOCAL_SIGNATURE,
                    ZipLayout.CENTRAL_SIGNATURE,
                    ZipLayout.DESCRIPTOR_SIGNATURE,
                    ZipLayout.END_SIGNATURE,
                    ZipLayout.END64_SIGNATURE -> true;
            default -> false;
        };
    }

    private int nextSignature(int from) {
        int last = bytes.limit() - Integer.BYTES;
        for (int at = from; at <= last; at++) {
            if (bytes.get(at) == 'P' && isSignature(at)) {
                return at;
            }
        }
        return bytes.limit();
    }
}
