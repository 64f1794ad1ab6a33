package org.drydock.inventory.rpm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Adler32;

/** Writes ndb databases. */
final class NdbBuilder {
    private static final int PAGE = 4096;

    /** Where the blob of each header begins, its head included. */
    final List<Integer> starts = new ArrayList<>();

    byte[] build(List<byte[]> headers) {
        int pages = (32 + 16 * headers.size()) / PAGE + 1;
        int size = pages * PAGE;
        for (byte[] header : headers) {
            size += blocks(header) * 16;
        }
        ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        magic(file, "RpmP").putInt(0).putInt(1).putInt(pages).putInt(headers.size() + 1);
        file.position(32);
        int start = pages * PAGE;
        for (int i = 0; i < headers.size(); i++) {
            int blocks = blocks(headers.get(i));
            magic(file, "Slot").putInt(i + 1).putInt(start / 16).putInt(blocks);
            blob(file, start, blocks * 16, i + 1, headers.get(i));
            starts.add(start);
            start += blocks * 16;
        }
        while (file.position() < pages * PAGE) {
            magic(file, "Slot").putInt(0).putLong(0);
        }
        return file.array();
    }

    private static int blocks(byte[] header) {
        return (16 + header.length + 12 + 15) / 16;
    }

    private static void blob(ByteBuffer file, int start, int size, int index, byte[] header) {
        int slots = file.position();
        magic(file.position(start), "BlbS").putInt(index).putInt(1).putInt(header.length);
        file.put(header);
        Adler32 sum = new Adler32();
        sum.update(file.slice(start, size - 12));
        file.position(start + size - 12).putInt((int) sum.getValue()).putInt(header.length);
        magic(file, "BlbE").position(slots);
    }

    private static ByteBuffer magic(ByteBuffer file, String letters) {
        return file.put(letters.getBytes(StandardCharsets.US_ASCII));
    }
}
