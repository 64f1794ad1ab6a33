package org.drydock.inventory.golang;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drydock.inventory.executable.Bytes;
import org.drydock.inventory.golang.LoadedImage.Segment;

/**
 * The sections of a Windows executable.
 *
 * @see <a href="https://learn.microsoft.com/en-us/windows/win32/debug/pe-format">The PE format</a>
 */
final class PeFile {
    private static final int NEW_HEADER = 0x3c;
    private static final long SIGNATURE = 0x00004550;
    private static final int COFF_SIZE = 20;
    private static final int PE32 = 0x10b;
    private static final int PE32_PLUS = 0x20b;
    private static final int SECTION_SIZE = 40;
    private static final int CLR_DIRECTORY = 14;
    private static final long WRITABLE = 0x8000_0000L;

    private PeFile() {}

    /** No for what has no PE header in its head, and for .NET assemblies. */
    static boolean mayBeGo(ByteBuffer head) {
        return Header.read(Bytes.of(head)).map(header -> !header.isManaged()).orElse(false);
    }

    static LoadedImage load(ByteBuffer file) {
        Bytes bytes = Bytes.of(file).order(ByteOrder.LITTLE_ENDIAN);
        return Header.read(bytes)
                .map(header -> new LoadedImage(bytes, header.segments()))
                .orElseGet(() -> LoadedImage.unknown(bytes));
    }

    /**
     * @param optional where the optional header begins
     * @param wide whether addresses have 64 bits
     */
    private record Header(Bytes bytes, long optional, boolean wide, long table, int sections) {
        static Optional<Header> read(Bytes file) {
            Bytes bytes = file.order(ByteOrder.LITTLE_ENDIAN);
            if (!bytes.has(NEW_HEADER, Integer.BYTES)) {
                return Optional.empty();
            }
            long signature = bytes.u32(NEW_HEADER);
            long optional = signature + Integer.BYTES + COFF_SIZE;
            if (!bytes.has(signature, Integer.BYTES + COFF_SIZE + Short.BYTES) || bytes.u32(signature) != SIGNATURE) {
                return Optional.empty();
            }
            int magic = bytes.u16(optional);
            if (magic != PE32 && magic != PE32_PLUS) {
                return Optional.empty();
            }
            int sections = bytes.u16(signature + 6);
            long table = optional + bytes.u16(signature + 20);
            return Optional.of(new Header(bytes, optional, magic == PE32_PLUS, table, sections));
        }

        /** Whether it is a .NET assembly: those have an entry for the common language runtime. */
        boolean isManaged() {
            long directories = optional + (wide ? 112 : 96);
            long entry = directories + CLR_DIRECTORY * 8L;
            return bytes.has(entry, 8)
                    && bytes.u32(directories - Integer.BYTES) > CLR_DIRECTORY
                    && bytes.u32(entry) != 0;
        }

        List<Segment> segments() {
            List<Segment> segments = new ArrayList<>();
            long baseField = optional + (wide ? 24 : 28);
            int baseSize = wide ? Long.BYTES : Integer.BYTES;
            if (!bytes.has(baseField, baseSize)) {
                return segments;
            }
            long base = bytes.word(baseField, baseSize);
            for (int i = 0; i < sections && bytes.has(table + (long) i * SECTION_SIZE, SECTION_SIZE); i++) {
                long section = table + (long) i * SECTION_SIZE;
                boolean data = (bytes.u32(section + 36) & WRITABLE) != 0;
                Segment.add(
                        segments,
                        bytes,
                        new Segment(
                                base + bytes.u32(section + 12),
                                bytes.u32(section + 20),
                                bytes.u32(section + 16),
                                data));
            }
            return segments;
        }
    }
}
