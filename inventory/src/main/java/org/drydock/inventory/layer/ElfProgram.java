package org.drydock.inventory.layer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.drydock.inventory.executable.Bytes;

/**
 * Tells programs in the ELF format from libraries and objects: they are linked to a fixed address, or ask for an
 * interpreter.
 *
 * @see <a href="https://refspecs.linuxfoundation.org/elf/gabi4+/ch5.pheader.html">ELF program headers</a>
 */
final class ElfProgram {
    private static final long MAGIC = 0x7f454c46;
    private static final int FIXED = 2;
    private static final int SHARED = 3;
    private static final int INTERPRETER = 3;
    private static final int MAX_HEADERS = 64;

    private ElfProgram() {}

    static boolean is(ByteBuffer head) {
        Bytes file = Bytes.of(head);
        if (!file.has(0, 64) || file.u32(0) != MAGIC) {
            return false;
        }
        Bytes bytes = file.order(file.u8(5) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int type = bytes.u16(16);
        if (type != SHARED) {
            return type == FIXED;
        }
        boolean wide = file.u8(4) == 2;
        long table = wide ? bytes.u64(32) : bytes.u32(28);
        int size = bytes.u16(wide ? 54 : 42);
        int count = Math.min(bytes.u16(wide ? 56 : 44), MAX_HEADERS);
        for (int i = 0; i < count && bytes.has(table + (long) i * size, 4); i++) {
            if (bytes.u32(table + (long) i * size) == INTERPRETER) {
                return true;
            }
        }
        return false;
    }
}
