package org.drydock.inventory.zip;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Goes over the entries of an archive in the order the archive has them. It is itself the entry it stands on, so entries
 * nobody asks for cost no object; names are compared as bytes.
 */
public abstract sealed class ZipCursor permits CentralCursor, LocalCursor {
    private static final int ENCRYPTION_FLAGS = 0x0001 | 0x0040 | 0x2000;

    final ByteBuffer bytes;
    int nameAt;
    int nameLength;
    int method;
    int flags;

    ZipCursor(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Steps to the next entry; false behind the last one. */
    public abstract boolean next();

    /**
     * The entry it stands on.
     *
     * @throws ZipFormatException if the entry does not lie where the directory says
     */
    public abstract ZipEntry entry();

    /** In bytes; at least 1 as long as {@link #next} was true, for archives read by their local headers. */
    public final int nameLength() {
        return nameLength;
    }

    /** A byte of the name. */
    public final byte nameByte(int index) {
        return bytes.get(nameAt + index);
    }

    /** The name as text; malformed UTF-8 becomes U+FFFD. */
    public final String name() {
        return StandardCharsets.UTF_8.decode(bytes.slice(nameAt, nameLength)).toString();
    }

    /** Whether the name ends so, ASCII letters in any case. */
    public final boolean nameEndsWith(String lowerCaseAscii) {
        int from = nameLength - lowerCaseAscii.length();
        return from >= 0 && nameHasAt(from, lowerCaseAscii);
    }

    /** Whether the name starts so, ASCII letters in any case. */
    public final boolean nameStartsWith(String lowerCaseAscii) {
        return lowerCaseAscii.length() <= nameLength && nameHasAt(0, lowerCaseAscii);
    }

    private boolean nameHasAt(int from, String lowerCaseAscii) {
        for (int i = lowerCaseAscii.length() - 1; i >= 0; i--) {
            int c = bytes.get(nameAt + from + i);
            if (c >= 'A' && c <= 'Z') {
                c += 'a' - 'A';
            }
            if (c != lowerCaseAscii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    final boolean isEncrypted() {
        return (flags & ENCRYPTION_FLAGS) != 0;
    }
}
