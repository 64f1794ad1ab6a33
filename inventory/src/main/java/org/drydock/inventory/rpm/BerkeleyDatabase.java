package org.drydock.inventory.rpm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;

/**
 * A Berkeley DB hash, as rpm used it until RHEL 8: record numbers as keys, package headers as values, most of them on
 * chains of overflow pages. The bytes of a number are in the order of the machine that wrote it.
 *
 * <p>The pages are read one after another instead of bucket by bucket: a damaged chain of buckets loses nothing then.
 * Pages that were given back are marked as such.
 *
 * @see <a href="https://docs.oracle.com/cd/E17276_01/html/programmer_reference/am_conf.html">Berkeley DB</a>; the page
 *     layout is that of its {@code db_page.h}
 */
final class BerkeleyDatabase {
    private static final int HASH_MAGIC = 0x061561;
    private static final int BTREE_MAGIC = 0x053162;
    private static final int QUEUE_MAGIC = 0x042253;
    private static final int HEAP_MAGIC = 0x074582;
    private static final int META_BYTES = 72;
    private static final int OLDEST_VERSION = 7;

    private static final int PAGE_HEADER = 26;
    private static final int FREE_PAGE = 0;
    private static final int UNSORTED_HASH_PAGE = 2;
    private static final int OVERFLOW_PAGE = 7;
    private static final int HASH_META_PAGE = 8;
    private static final int HASH_PAGE = 13;

    private static final int INLINE_ITEM = 1;
    private static final int OFF_PAGE_ITEM = 3;
    private static final int OFF_PAGE_ITEM_BYTES = 12;
    private static final int KEY_BYTES = 4;

    private final ByteBuffer content;
    private final HeaderBlob blob;
    private final HeaderSink sink;
    private final Damage damage;
    private final BitSet visited = new BitSet();
    private int pageSize;
    private int pages;

    private BerkeleyDatabase(ByteBuffer content, HeaderBlob blob, HeaderSink sink, Damage damage) {
        this.content = content;
        this.blob = blob;
        this.sink = sink;
        this.damage = damage;
    }

    /** Whether a file begins as a Berkeley DB database does, of whatever access method. */
    static boolean recognises(ByteBuffer content) {
        return content.limit() >= 16
                && (isMagic(content.getInt(12)) || isMagic(Integer.reverseBytes(content.getInt(12))));
    }

    /** Gives the headers in the order of the pages. */
    static void read(ByteBuffer content, HeaderBlob blob, HeaderSink sink, Damage damage) {
        ByteOrder order = isMagic(content.getInt(12)) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        new BerkeleyDatabase(content.duplicate().order(order), blob, sink, damage).read();
    }

    private static boolean isMagic(int number) {
        return number == HASH_MAGIC || number == BTREE_MAGIC || number == QUEUE_MAGIC || number == HEAP_MAGIC;
    }

    private void read() {
        String refusal = refusal();
        if (!refusal.isEmpty()) {
            damage.at(":page 0", refusal);
            return;
        }
        pageSize = content.getInt(20);
        pages = content.limit() / pageSize;
        long stated = Integer.toUnsignedLong(content.getInt(32)) + 1;
        if (stated > pages || content.limit() % pageSize != 0) {
            damage.at(
                    ":page " + pages,
                    "the file is cut short: " + content.limit() + " bytes; the database states " + stated + " pages");
        }
        for (int page = 1; page < pages; page++) {
            switch (type(page)) {
                case UNSORTED_HASH_PAGE, HASH_PAGE -> hashPage(page);
                case FREE_PAGE, OVERFLOW_PAGE, HASH_META_PAGE -> {}
                default -> damage.at(":page " + page, "a page of type " + type(page) + " has no place in a hash");
            }
        }
        unreached();
    }

    /** Why this database cannot be read; empty if it can. */
    private String refusal() {
        if (content.limit() < META_BYTES) {
            return "the database's head is cut short";
        }
        if (content.getInt(12) != HASH_MAGIC) {
            return "the database is no hash: its packages were not examined";
        }
        int version = content.getInt(16);
        int size = content.getInt(20);
        if (version < OLDEST_VERSION || size < 512 || size > 65536 || Integer.bitCount(size) != 1) {
            return "a hash of version " + version + " with pages of " + size + " bytes is not known";
        }
        boolean plain = content.get(24) == 0 && (content.get(26) & 1) == 0;
        return plain ? "" : "the database is encrypted or has checksums: its packages were not examined";
    }

    private int start(int page) {
        return page * pageSize;
    }

    private int type(int page) {
        return content.get(start(page) + 25);
    }

    /** The entries of a hash page come in pairs of key and value; each item ends where the one before it begins. */
    private void hashPage(int page) {
        String place = ":page " + page;
        int start = start(page);
        int entries = Short.toUnsignedInt(content.getShort(start + 20));
        if (content.getInt(start + 8) != page || entries % 2 != 0 || entries > (pageSize - PAGE_HEADER) / 2) {
            damage.at(
                    place,
                    "a page of the hash has " + entries + " entries and the number " + content.getInt(start + 8));
            return;
        }
        int index = start + PAGE_HEADER;
        int bound = pageSize;
        for (int i = 0; i < entries; i += 2) {
            int key = Short.toUnsignedInt(content.getShort(index + 2 * i));
            int value = Short.toUnsignedInt(content.getShort(index + 2 * i + 2));
            if (key >= bound || value >= key || value < PAGE_HEADER + 2 * entries) {
                damage.at(place, "the entries " + i + " of " + entries + " and following lie outside the page");
                return;
            }
            if (!isCounter(start + key, bound - key)) {
                value(start + value, key - value, place);
            }
            bound = value;
        }
    }

    /** The record with the number 0 holds the highest number in use, not a package. */
    private boolean isCounter(int key, int size) {
        return size == 1 + KEY_BYTES && content.get(key) == INLINE_ITEM && content.getInt(key + 1) == 0;
    }

    private void value(int at, int size, String place) {
        int type = content.get(at);
        blob.clear();
        if (type == INLINE_ITEM) {
            blob.append(content, at + 1, size - 1);
        } else if (type == OFF_PAGE_ITEM && size >= OFF_PAGE_ITEM_BYTES) {
            overflow(content.getInt(at + 4), Integer.toUnsignedLong(content.getInt(at + 8)), place);
        } else {
            damage.at(place, "a value of type " + type + " and " + size + " bytes is none that rpm writes");
            return;
        }
        sink.header(place, blob.view());
    }

    private void overflow(int first, long size, String place) {
        long missing = size;
        for (int page = first; page != 0; page = content.getInt(start(page) + 16)) {
            String broken = broken(page);
            if (!broken.isEmpty()) {
                damage.at(place, "the chain of a package breaks at page " + Integer.toUnsignedString(page) + broken);
                return;
            }
            int length = Short.toUnsignedInt(content.getShort(start(page) + 22));
            int taken = (int) Math.min(missing, Math.min(length, pageSize - PAGE_HEADER));
            if (!blob.append(content, start(page) + PAGE_HEADER, taken)) {
                damage.at(place, "a package header " + blob.tooLarge());
                return;
            }
            missing -= taken;
        }
        if (missing > 0) {
            damage.at(place, "the chain of a package of " + size + " bytes ends " + missing + " bytes too early");
        }
    }

    private String broken(int page) {
        if (page < 0 || page >= pages) {
            return ", which is not in the file";
        }
        if (type(page) != OVERFLOW_PAGE || content.getInt(start(page) + 8) != page) {
            return ", which is no overflow page";
        }
        if (visited.get(page)) {
            return ", which is in a chain already";
        }
        visited.set(page);
        return "";
    }

    /** Overflow pages in no chain are what is left of packages whose hash page is lost. */
    private void unreached() {
        int lost = 0;
        for (int page = 1; page < pages; page++) {
            if (type(page) == OVERFLOW_PAGE && !visited.get(page)) {
                lost++;
            }
        }
        if (lost > 0) {
            damage.suspect("", lost + " overflow pages belong to no package: one may have been lost");
        }
    }
}
