package org.drydock.inventory.golang;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drydock.inventory.executable.Bytes;
import org.drydock.inventory.golang.LoadedImage.Segment;

/**
 * The segments of a macOS executable, and of the first architecture of one that holds several.
 *
 * @see <a href="https://github.com/apple-oss-distributions/xnu/blob/main/EXTERNAL_HEADERS/mach-o/loader.h">loader.h</a>
 */
final class MachOFile {
    private static final int EXECUTABLE = 2;
    private static final int DYNAMIC_LIBRARY = 6;
    private static final int BUNDLE = 8;
    private static final int SEGMENT_32 = 0x1;
    private static final int SEGMENT_64 = 0x19;
    private static final int WRITABLE = 2;
    private static final int UNIVERSAL_HEADER = 8;
    private static final int ARCHITECTURE = 20;
    private static final int ARCHITECTURE_64 = 32;

    /** Java classes begin with the same four bytes, but have their version next, which is 45 or more. */
    private static final int MAX_ARCHITECTURES = 30;

    private MachOFile() {}

    /** No for what is neither an executable nor a library. */
    static boolean mayBeGo(ByteBuffer head) {
        return Header.read(Bytes.of(head)).isPresent();
    }

    static boolean isUniversal(ByteBuffer head, long size) {
        Bytes bytes = Bytes.of(head);
        return bytes.has(0, UNIVERSAL_HEADER + ARCHITECTURE)
                && bytes.u32(4) >= 1
                && bytes.u32(4) <= MAX_ARCHITECTURES
                && bytes.u32(4) * ARCHITECTURE < size;
    }

    static LoadedImage load(ByteBuffer file) {
        Bytes bytes = Bytes.of(file);
        return Header.read(bytes)
                .map(header -> new LoadedImage(header.bytes(), header.segments()))
                .orElseGet(() -> LoadedImage.unknown(bytes));
    }

    /** The architectures of one binary are built from the same modules. */
    static LoadedImage loadFirstArchitecture(ByteBuffer file) {
        Bytes bytes = Bytes.of(file);
        boolean wide = (bytes.u32(0) & 1) != 0;
        if (!bytes.has(UNIVERSAL_HEADER, wide ? ARCHITECTURE_64 : ARCHITECTURE)) {
            return LoadedImage.unknown(bytes);
        }
        long place = wide ? bytes.u64(16) : bytes.u32(16);
        long size = wide ? bytes.u64(24) : bytes.u32(20);
        return bytes.has(place, size) ? load(bytes.slice(place, size)) : LoadedImage.unknown(bytes);
    }

    /** @param bytes in the file's byte order */
    private record Header(Bytes bytes, boolean wide, int commands) {
        static Optional<Header> read(Bytes file) {
            if (!file.has(0, 32)) {
                return Optional.empty();
            }
            boolean little = file.u8(0) != 0xfe;
            Bytes bytes = file.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            long type = bytes.u32(12);
            if (type != EXECUTABLE && type != DYNAMIC_LIBRARY && type != BUNDLE) {
                return Optional.empty();
            }
            return Optional.of(new Header(bytes, (bytes.u32(0) & 1) != 0, (int) Math.min(bytes.u32(16), 1 << 16)));
        }

        List<Segment> segments() {
            List<Segment> segments = new ArrayList<>();
            long command = wide ? 32 : 28;
            for (int i = 0; i < commands && bytes.has(command, 8); i++) {
                long size = bytes.u32(command + 4);
                if (size < 8 || !bytes.has(command, size)) {
                    break;
                }
                long kind = bytes.u32(command);
                if (kind == SEGMENT_64 && size >= 72) {
                    add(segments, command, Long.BYTES);
                } else if (kind == SEGMENT_32 && size >= 56) {
                    add(segments, command, Integer.BYTES);
                }
                command += size;
            }
            return segments;
        }

        private void add(List<Segment> segments, long command, int word) {
            long fields = command + 24;
            boolean data = (bytes.u32(fields + 4L * word + 4) & WRITABLE) != 0;
            Segment.add(
                    segments,
                    bytes,
                    new Segment(
                            bytes.word(fields, word),
                            bytes.word(fields + 2L * word, word),
                            bytes.word(fields + 3L * word, word),
                            data));
        }
    }
}
