package org.drydock.inventory.golang;

import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalLong;
import org.drydock.inventory.executable.Bytes;
import org.drydock.inventory.golang.LoadedImage.Segment;

/**
 * What the Go linker leaves in a binary: a header of 32 bytes at a multiple of 16, and behind it, or since Go 1.18 right
 * after it, the tool chain's version and a text about the modules.
 *
 * <pre>
 *  0  14  "\xff Go buildinf:"
 * 14   1  size of a pointer            (before Go 1.18)
 * 15   1  flags: 1 big endian, 2 the texts follow at byte 32, each after its length as a varint
 * 16      two pointers to Go strings   (before Go 1.18), each a pointer and a length
 * </pre>
 *
 * @see <a href="https://github.com/golang/go/blob/master/src/debug/buildinfo/buildinfo.go">debug/buildinfo</a>
 */
sealed interface BuildInfo {
    /** Not a Go binary, or one from before Go 1.13. */
    record None() implements BuildInfo {}

    /**
     * There is a header, but what it points to is not there.
     *
     * @param place of the header in the file
     */
    record Unreadable(int place) implements BuildInfo {}

    /**
     * @param goVersion for example {@code go1.22.1}, with experiments behind it
     * @param modules empty if the binary was built without modules
     */
    record Text(String goVersion, String modules) implements BuildInfo {}

    /** Searches the image's data. Texts of more than {@code mostBytes} count as unreadable. */
    static BuildInfo find(LoadedImage image, int mostBytes) {
        return new Search(image, mostBytes).run();
    }

    /** One search through one image. */
    final class Search {
        private static final long MAGIC_FIRST = 0xff20476f20627569L;
        private static final long MAGIC_LAST = 0x6275696c64696e66L;
        private static final int ALIGNMENT = 16;
        private static final int HEADER = 32;
        private static final int POINTER_SIZE = 14;
        private static final int FLAGS = 15;
        private static final int BIG_ENDIAN = 1;
        private static final int INLINE = 2;
        private static final int MAX_VERSION = 256;
        private static final int MAX_VARINT = 5;
        private static final int FRAME = 16;

        /** A honest binary has one header, and at most a few that look like one. */
        private static final int MAX_UNREADABLE = 64;

        private final LoadedImage image;
        private final Bytes bytes;
        private final int mostBytes;
        private int unreadable;
        private long firstUnreadable = -1;

        Search(LoadedImage image, int mostBytes) {
            this.image = image;
            this.bytes = image.bytes().order(ByteOrder.BIG_ENDIAN);
            this.mostBytes = mostBytes;
        }

        /** Segments of honest files do not overlap, so together they are no larger than the file, give or take. */
        BuildInfo run() {
            long budget = 2L * bytes.size();
            for (Segment segment : image.dataSegments()) {
                budget -= segment.size();
                Optional<Text> text = budget < 0 ? Optional.empty() : search(segment);
                if (text.isPresent()) {
                    return text.get();
                }
            }
            return firstUnreadable < 0 ? new None() : new Unreadable((int) firstUnreadable);
        }

        private Optional<Text> search(Segment segment) {
            long end = segment.place() + segment.size();
            long place = segment.place() + (-segment.address() & (ALIGNMENT - 1));
            for (; place <= end - HEADER && unreadable < MAX_UNREADABLE; place += ALIGNMENT) {
                if (isHeader(place)) {
                    Optional<Text> text = read(place, end);
                    if (text.isPresent()) {
                        return text;
                    }
                    unreadable++;
                    firstUnreadable = firstUnreadable < 0 ? place : firstUnreadable;
                }
            }
            return Optional.empty();
        }

        /** The two halves of the magic overlap: it has 14 bytes. */
        private boolean isHeader(long place) {
            return bytes.u64(place) == MAGIC_FIRST && bytes.u64(place + 5) == MAGIC_LAST && bytes.u8(place + 13) == ':';
        }

        private Optional<Text> read(long place, long end) {
            int flags = bytes.u8(place + FLAGS);
            return (flags & INLINE) != 0
                    ? readInline(place + HEADER, end)
                    : readPointers(place, bytes.u8(place + POINTER_SIZE), (flags & BIG_ENDIAN) != 0);
        }

        private Optional<Text> readInline(long place, long end) {
            return inlineString(place, end)
                    .flatMap(version -> inlineString(version.place() + version.length(), end)
                            .flatMap(modules -> text(version, modules)));
        }

        private Optional<Text> readPointers(long header, int pointerSize, boolean bigEndian) {
            if (pointerSize != Integer.BYTES && pointerSize != Long.BYTES) {
                return Optional.empty();
            }
            Bytes ordered = bytes.order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            long version = ordered.word(header + 16, pointerSize);
            long modules = ordered.word(header + 16 + pointerSize, pointerSize);
            return goString(ordered, version, pointerSize)
                    .flatMap(
                            v -> text(v, goString(ordered, modules, pointerSize).orElse(new Part(0, 0))));
        }

        /** A length as a varint, then as many bytes. */
        private Optional<Part> inlineString(long place, long end) {
            long length = 0;
            for (int i = 0; i < MAX_VARINT && place + i < end; i++) {
                int next = bytes.u8(place + i);
                length |= (long) (next & 0x7f) << (7 * i);
                if (next < 0x80) {
                    long start = place + i + 1;
                    return length <= end - start ? Optional.of(new Part(start, (int) length)) : Optional.empty();
                }
            }
            return Optional.empty();
        }

        /** A string header, which is a pointer and a length, and what it points to. */
        private Optional<Part> goString(Bytes ordered, long address, int pointerSize) {
            OptionalLong header = image.placeOf(address, 2L * pointerSize);
            if (header.isEmpty()) {
                return Optional.empty();
            }
            long length = ordered.word(header.getAsLong() + pointerSize, pointerSize);
            OptionalLong place = image.placeOf(ordered.word(header.getAsLong(), pointerSize), length);
            return place.isEmpty() ? Optional.empty() : Optional.of(new Part(place.getAsLong(), (int) length));
        }

        private Optional<Text> text(Part version, Part modules) {
            if (version.length() == 0 || version.length() > MAX_VERSION || modules.length() > mostBytes) {
                return Optional.empty();
            }
            String goVersion = bytes.text(version.place(), version.length());
            if (!goVersion.startsWith("go") && !goVersion.startsWith("devel")) {
                return Optional.empty();
            }
            return Optional.of(new Text(goVersion, framed(modules)));
        }

        /** The text stands between two random marks of 16 bytes, and ends in a newline. */
        private String framed(Part modules) {
            int length = modules.length() - 2 * FRAME;
            boolean whole = length > 0 && bytes.u8(modules.place() + FRAME + length - 1) == '\n';
            return whole ? bytes.text(modules.place() + FRAME, length) : "";
        }

        private record Part(long place, int length) {}
    }
}
