package org.drydock.inventory.rpm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Writes Berkeley DB hashes of one bucket, with every header on overflow pages. */
final class BerkeleyBuilder {
    private static final int PAGE_HEADER = 26;
    private static final int KEY = 5;
    private static final int VALUE = 12;

    /** The first overflow page of each header. */
    final List<Integer> chains = new ArrayList<>();

    private final ByteOrder order;
    private final int pageSize;
    private final List<ByteBuffer> pages = new ArrayList<>();

    BerkeleyBuilder(ByteOrder order, int pageSize) {
        this.order = order;
        this.pageSize = pageSize;
    }

    byte[] build(List<byte[]> headers) {
        ByteBuffer meta = page(8);
        ByteBuffer hash = page(13);
        int bound = pageSize;
        for (int i = 0; i < headers.size(); i++) {
            int entries = hash.getShort(20);
            if (bound - KEY - VALUE < PAGE_HEADER + 2 * entries + 4) {
                ByteBuffer next = page(13).putInt(12, hash.getInt(8));
                hash.putInt(16, next.getInt(8));
                hash = next;
                entries = 0;
                bound = pageSize;
            }
            int chain = overflow(headers.get(i));
            chains.add(chain);
            bound -= KEY;
            hash.putShort(PAGE_HEADER + 2 * entries, (short) bound)
                    .put(bound, (byte) 1)
                    .putInt(bound + 1, i + 1);
            bound -= VALUE;
            hash.putShort(PAGE_HEADER + 2 * entries + 2, (short) bound).put(bound, (byte) 3);
            hash.putInt(bound + 4, chain).putInt(bound + 8, headers.get(i).length);
            hash.putShort(20, (short) (entries + 2)).putShort(22, (short) bound);
        }
        meta.putInt(12, 0x061561).putInt(16, 9).putInt(20, pageSize).putInt(32, pages.size() - 1);
        meta.put(25, (byte) 8).putInt(96, 1);
        ByteBuffer file = ByteBuffer.allocate(pages.size() * pageSize);
        pages.forEach(page -> file.put(page.rewind()));
        return file.array();
    }

    private int overflow(byte[] header) {
        int first = pages.size();
        int room = pageSize - PAGE_HEADER;
        for (int at = 0; at < header.length; at += room) {
            int count = Math.min(room, header.length - at);
            ByteBuffer page = page(7).putShort(22, (short) count);
            page.put(PAGE_HEADER, header, at, count);
            if (at + count < header.length) {
                page.putInt(16, pages.size());
            }
        }
        return first;
    }

    private ByteBuffer page(int type) {
        ByteBuffer page = ByteBuffer.allocate(pageSize).order(order);
        page.putInt(8, pages.size()).put(25, (byte) type);
        pages.add(page);
        return page;
    }
}
