package org.drydock.inventory.golang;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.drydock.inventory.executable.Bytes;

/**
 * An executable as the loader sees it: which bytes of the file lie at which address.
 *
 * @param bytes the file, in its own byte order
 * @param segments in the order of the file's headers
 */
record LoadedImage(Bytes bytes, List<Segment> segments) {
    LoadedImage {
        segments = List.copyOf(segments);
    }

    /** An image of which nothing is known. */
    static LoadedImage unknown(Bytes bytes) {
        return new LoadedImage(bytes, List.of());
    }

    /**
     * A part of the file that is mapped.
     *
     * @param address where its first byte lies
     * @param place of its first byte in the file
     * @param size in the file, in bytes; all of it is there
     * @param data whether it is writable, as Go's build information is
     */
    record Segment(long address, long place, long size, boolean data) {
        /** Adds the part to {@code segments}, cut to what the file really holds. */
        static void add(List<Segment> segments, Bytes file, Segment stated) {
            if (stated.size > 0 && stated.place >= 0 && stated.place < file.size()) {
                long there = Math.min(stated.size, file.size() - stated.place);
                segments.add(new Segment(stated.address, stated.place, there, stated.data));
            }
        }
    }

    List<Segment> dataSegments() {
        List<Segment> data = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment.data()) {
                data.add(segment);
            }
        }
        return data;
    }

    /** Where in the file {@code length} bytes at {@code address} lie; empty if they are not mapped as one. */
    OptionalLong placeOf(long address, long length) {
        for (Segment segment : segments) {
            long offset = address - segment.address();
            if (offset >= 0 && length >= 0 && offset <= segment.size() && length <= segment.size() - offset) {
                return OptionalLong.of(segment.place() + offset);
            }
        }
        return OptionalLong.empty();
    }
}
