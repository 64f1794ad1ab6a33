package org.drydock.image.tar;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One 512-byte block read as a tar header.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06">ustar
 *     interchange format</a>
 * @see <a href="https://www.gnu.org/software/tar/manual/html_node/Standard.html">GNU tar's extensions</a>
 */
final class TarHeader {
    static final int BLOCK = 512;

    private static final int NAME = 0;
    private static final int NAME_LENGTH = 100;
    private static final int MODE = 100;
    private static final int SIZE = 124;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int TYPE = 156;
    private static final int LINK_NAME = 157;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;
    private static final int PREFIX_LENGTH = 155;
    private static final int GNU_SPARSE = 386;
    private static final int GNU_SPARSE_ENTRIES = 4;
    private static final int GNU_IS_EXTENDED = 482;
    private static final int GNU_REAL_SIZE = 483;
    private static final int EXTENSION_ENTRIES = 21;
    private static final int EXTENSION_IS_EXTENDED = 504;
    private static final int SHORT_NUMBER = 8;
    private static final int LONG_NUMBER = 12;

    private final byte[] block;
    private final long at;

    TarHeader(byte[] block, long at) {
        this.block = block;
        this.at = at;
    }

    boolean isZero() {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    void verifyChecksum() throws TarException {
        long stated = number(CHECKSUM, CHECKSUM_LENGTH);
        long unsigned = 0;
        long signed = 0;
        for (int i = 0; i < BLOCK; i++) {
            int b = i >= CHECKSUM && i < CHECKSUM + CHECKSUM_LENGTH ? ' ' : block[i];
            unsigned += b & 0xff;
            signed += b;
        }
        if (stated != unsigned && stated != signed) {
            throw new TarException(at, "not a tar header (wrong checksum)");
        }
    }

    char type() {
        char type = (char) (block[TYPE] & 0xff);
        return type == 0 || type == '7' ? TarEntry.FILE : type;
    }

    /** The name, with the ustar prefix in front of it; GNU headers use that room for other things. */
    String name() {
        String name = text(NAME, NAME_LENGTH);
        boolean posix = block[MAGIC] == 'u' && block[MAGIC + 4] == 'r' && block[MAGIC + 5] == 0;
        String prefix = posix ? text(PREFIX, PREFIX_LENGTH) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    String linkName() {
        return text(LINK_NAME, NAME_LENGTH);
    }

    int mode() throws TarException {
        return (int) number(MODE, SHORT_NUMBER) & 0xffff;
    }

    long size() throws TarException {
        return number(SIZE, LONG_NUMBER);
    }

    long gnuRealSize() throws TarException {
        return number(GNU_REAL_SIZE, LONG_NUMBER);
    }

    boolean gnuIsExtended() {
        return block[GNU_IS_EXTENDED] != 0;
    }

    List<SparseMap.Region> gnuRegions() throws TarException {
        return regions(GNU_SPARSE, GNU_SPARSE_ENTRIES);
    }

    /** Reads this block as the continuation of an old GNU sparse map. */
    List<SparseMap.Region> extensionRegions() throws TarException {
        return regions(0, EXTENSION_ENTRIES);
    }

    boolean extensionIsExtended() {
        return block[EXTENSION_IS_EXTENDED] != 0;
    }

    private List<SparseMap.Region> regions(int from, int count) throws TarException {
        List<SparseMap.Region> regions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int offset = from + i * 2 * LONG_NUMBER;
            if (block[offset] == 0 || block[offset + LONG_NUMBER] == 0) {
                break;
            }
            regions.add(new SparseMap.Region(number(offset, LONG_NUMBER), number(offset + LONG_NUMBER, LONG_NUMBER)));
        }
        return regions;
    }

    /** Octal digits, or big-endian base 256 where the first bit is set. */
    private long number(int offset, int length) throws TarException {
        if ((block[offset] & 0x80) != 0) {
            return base256(offset, length);
        }
        int i = offset;
        int end = offset + length;
        while (i < end && (block[i] == ' ' || block[i] == 0)) {
            i++;
        }
        long value = 0;
        for (; i < end && block[i] != ' ' && block[i] != 0; i++) {
            int digit = block[i] - '0';
            if (digit < 0 || digit > 7) {
                throw new TarException(at, "malformed number in header");
            }
            value = value << 3 | digit;
        }
        return value;
    }

    private long base256(int offset, int length) throws TarException {
        if ((block[offset] & 0x40) != 0) {
            throw new TarException(at, "negative number in header");
        }
        long value = block[offset] & 0x3f;
        for (int i = offset + 1; i < offset + length; i++) {
            if (value >>> 55 != 0) {
                throw new TarException(at, "number in header is too large");
            }
            value = value << 8 | (block[i] & 0xff);
        }
        return value;
    }

    private String text(int offset, int length) {
        int end = offset;
        while (end < offset + length && block[end] != 0) {
            end++;
        }
        return decode(block, offset, end - offset);
    }

    /** UTF-8; where bytes are not, each becomes the character of its value, so that no two names become one. */
    static String decode(byte[] bytes, int offset, int length) {
        boolean ascii = true;
        for (int i = offset; i < offset + length && ascii; i++) {
            ascii = bytes[i] >= 0;
        }
        if (ascii) {
            return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, offset, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        }
    }
}
