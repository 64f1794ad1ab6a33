package org.drydock.inventory.golang;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drydock.inventory.executable.Bytes;
import org.drydock.inventory.golang.LoadedImage.Segment;

/**
 * The program headers of an ELF file: what is mapped where. Section headers are not looked at, as they may be stripped.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/elf.5.html">elf(5)</a>
 */
final class ElfFile {
    private static final int EXECUTABLE = 2;
    private static final int SHARED = 3;
    private static final int LOAD = 1;
    private static final int WRITABLE = 2;

    private ElfFile() {}

    /**
     * No for what is neither executable nor shared object (objects to be linked, core dumps), and for what maps nothing
     * writable (separate debug information). If the program headers lie beyond the head, the answer is yes.
     */
    static boolean mayBeGo(ByteBuffer head) {
        Optional<Header> header = Header.read(Bytes.of(head));
        return header.isPresent()
                && (!header.get().isTableIn()
                        || header.get().segments(false).stream().anyMatch(Segment::data));
    }

    static LoadedImage load(ByteBuffer file) {
        Bytes bytes = Bytes.of(file);
        return Header.read(bytes)
                .map(header -> new LoadedImage(header.bytes(), header.segments(true)))
                .orElseGet(() -> LoadedImage.unknown(bytes));
    }

    /** @param bytes in the file's byte order */
    private record Header(Bytes bytes, boolean wide, long table, int entrySize, int entries) {
        private static final int SIZE_32 = 52;
        private static final int SIZE_64 = 64;
        private static final int ENTRY_32 = 32;
        private static final int ENTRY_64 = 56;

        static Optional<Header> read(Bytes file) {
            if (!file.has(0, SIZE_32)) {
                return Optional.empty();
            }
            int width = file.u8(4);
            int endianness = file.u8(5);
            if (width < 1 || width > 2 || endianness < 1 || endianness > 2) {
                return Optional.empty();
            }
            boolean wide = width == 2;
            Bytes bytes = file.order(endianness == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int type = bytes.u16(16);
            if ((wide && !file.has(0, SIZE_64)) || (type != EXECUTABLE && type != SHARED)) {
                return Optional.empty();
            }
            Header header = wide
                    ? new Header(bytes, true, bytes.u64(32), bytes.u16(54), bytes.u16(56))
                    : new Header(bytes, false, bytes.u32(28), bytes.u16(42), bytes.u16(44));
            return header.entrySize >= (wide ? ENTRY_64 : ENTRY_32) ? Optional.of(header) : Optional.empty();
        }

        boolean isTableIn() {
            return bytes.has(table, (long) entrySize * entries);
        }

        /** @param cut whether to drop what the bytes at hand do not hold */
        List<Segment> segments(boolean cut) {
            List<Segment> segments = new ArrayList<>();
            for (int i = 0; i < entries && bytes.has(table + (long) i * entrySize, entrySize); i++) {
                long entry = table + (long) i * entrySize;
                if (bytes.u32(entry) == LOAD) {
                    Segment stated = segment(entry);
                    if (cut) {
                        Segment.add(segments, bytes, stated);
                    } else if (stated.size() > 0) {
                        segments.add(stated);
                    }
                }
            }
            return segments;
        }

        private Segment segment(long entry) {
            return wide
                    ? new Segment(
                            bytes.u64(entry + 16), bytes.u64(entry + 8), bytes.u64(entry + 32), isWritable(entry + 4))
                    : new Segment(
                            bytes.u32(entry + 8), bytes.u32(entry + 4), bytes.u32(entry + 16), isWritable(entry + 24));
        }

        private boolean isWritable(long flags) {
            return (bytes.u32(flags) & WRITABLE) != 0;
        }
    }
}
