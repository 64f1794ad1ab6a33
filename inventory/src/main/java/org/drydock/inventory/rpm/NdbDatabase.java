package org.drydock.inventory.rpm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * rpm's own database, as SUSE uses it: pages of slots, each of which says in which blocks of 16 bytes a package's header
 * lies, framed by a head with its length and a tail with a checksum. All numbers are little endian.
 *
 * @see <a href="https://github.com/rpm-software-management/rpm/blob/master/lib/backend/ndb/rpmpkg.cc">rpmpkg</a>
 */
final class NdbDatabase {
    private static final int DATABASE_MAGIC = magic("RpmP");
    private static final int SLOT_MAGIC = magic("Slot");
    private static final int HEAD_MAGIC = magic("BlbS");
    private static final int TAIL_MAGIC = magic("BlbE");
    private static final int DATABASE_HEADER = 32;
    private static final int SLOT = 16;
    private static final int BLOCK = 16;
    private static final int PAGE = 4096;
    private static final int HEAD = 16;
    private static final int TAIL = 12;

    private final ByteBuffer content;
    private final HeaderBlob blob;
    private final HeaderSink sink;
    private final Damage damage;

    private NdbDatabase(ByteBuffer content, HeaderBlob blob, HeaderSink sink, Damage damage) {
        this.content = content.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        this.blob = blob;
        this.sink = sink;
        this.damage = damage;
    }

    /** Whether a file begins as such a database does. */
    static boolean recognises(ByteBuffer content) {
        return content.limit() >= 4 && Integer.reverseBytes(content.getInt(0)) == DATABASE_MAGIC;
    }

    /** Gives the headers in the order in which they lie in the file. */
    static void read(ByteBuffer content, HeaderBlob blob, HeaderSink sink, Damage damage) {
        new NdbDatabase(content, blob, sink, damage).read();
    }

    private void read() {
        if (content.limit() < DATABASE_HEADER) {
            damage.at(":offset 0", "the database's head is cut short");
            return;
        }
        if (content.getInt(4) != 0) {
            damage.at(":offset 4", "version " + Integer.toUnsignedString(content.getInt(4)) + " of ndb is not known");
            return;
        }
        long pages = Integer.toUnsignedLong(content.getInt(12));
        int slotsEnd = (int) Math.min(Math.max(1, pages) * PAGE, content.limit() - content.limit() % SLOT);
        if (slotsEnd != pages * PAGE) {
            damage.at(
                    ":offset 12", "the database states " + pages + " pages of slots, in " + content.limit() + " bytes");
        }
        long free = PAGE;
        for (long slot : slots(slotsEnd)) {
            free = slot(slot, free);
        }
    }

    /** The slots in use, each as first block and place in the file, in the order of their blocks. */
    private long[] slots(int end) {
        long[] slots = new long[Math.max(0, end - DATABASE_HEADER) / SLOT];
        int count = 0;
        for (int at = DATABASE_HEADER; at < end; at += SLOT) {
            long block = Integer.toUnsignedLong(content.getInt(at + 8));
            if (content.getInt(at) != SLOT_MAGIC) {
                damage.at(":offset " + at, "a slot has the wrong magic number");
            } else if (block != 0) {
                slots[count++] = (block << 32) | at;
            }
        }
        slots = Arrays.copyOf(slots, count);
        Arrays.sort(slots);
        return slots;
    }

    /** Gives the header of one slot, unless its blocks lie before {@code free}; returns where they end. */
    private long slot(long slot, long free) {
        int at = (int) slot;
        long start = (slot >>> 32) * BLOCK;
        long size = Integer.toUnsignedLong(content.getInt(at + 12)) * BLOCK;
        String place = ":offset " + start;
        if (start < free || start + HEAD > content.limit() || size < HEAD + TAIL) {
            damage.at(":offset " + at, "a slot names blocks at " + start + " that cannot hold a package");
            return free;
        }
        int head = (int) start;
        if (content.getInt(head) != HEAD_MAGIC || content.getInt(head + 4) != content.getInt(at + 4)) {
            damage.at(place, "the blocks that a slot names do not begin as a package does");
            return free;
        }
        long stated = Integer.toUnsignedLong(content.getInt(head + 12));
        long end = Math.min(content.limit(), start + size);
        int length = (int) Math.min(stated, Math.max(0, Math.min(start + size - TAIL, end) - start - HEAD));
        if (stated > length) {
            damage.at(place, "a package of " + stated + " bytes has only " + length);
        } else if (end < start + size || !sound(head, (int) size, stated)) {
            damage.at(place, "a package's checksum does not fit its bytes");
        }
        blob.clear();
        if (!blob.append(content, head + HEAD, length)) {
            damage.at(place, "a package header " + blob.tooLarge());
        }
        sink.header(place, blob.view());
        return end;
    }

    private boolean sound(int start, int size, long length) {
        int tail = start + size - TAIL;
        Adler32 sum = new Adler32();
        sum.update(content.slice(start, size - TAIL));
        return content.getInt(tail) == (int) sum.getValue()
                && Integer.toUnsignedLong(content.getInt(tail + 4)) == length
                && content.getInt(tail + 8) == TAIL_MAGIC;
    }

    private static int magic(String letters) {
        return letters.charAt(0) | (letters.charAt(1) << 8) | (letters.charAt(2) << 16) | (letters.charAt(3) << 24);
    }
}
