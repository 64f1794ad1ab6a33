package org.drydock.inventory.rpm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A package header: an index of tags and a store with their values, all big endian. It is read where it lies; a value
 * that does not lie inside the store is told of and counts as unreadable.
 *
 * <p>Tags that rpm adds at installation (dribbles) follow the signed region and may repeat a tag of it; they win, as in
 * rpm itself.
 *
 * @see <a href="https://rpm.org/docs/latest/manual/format_header.html">the header's format</a>
 */
final class RpmHeader {
    private static final int INTRO = 8;
    private static final int ENTRY = 16;
    private static final int INT32 = 4;
    private static final int STRING = 6;
    private static final int STRING_ARRAY = 8;
    private static final int I18N_STRING = 9;
    private static final int LONGEST_STRING = 1 << 16;

    private final ByteBuffer header;
    private final int store;
    private final int end;
    private final Map<RpmTag, Integer> entries;
    private final Consumer<String> trouble;

    private RpmHeader(ByteBuffer header, int store, int end, Map<RpmTag, Integer> entries, Consumer<String> trouble) {
        this.header = header;
        this.store = store;
        this.end = end;
        this.entries = entries;
        this.trouble = trouble;
    }

    /**
     * Finds the tags of a header.
     *
     * @param header as the database holds it, without magic; big endian, from 0 to its limit
     * @param trouble takes what is wrong with it
     * @return null if its index cannot be read
     */
    static @Nullable RpmHeader read(ByteBuffer header, Consumer<String> trouble) {
        int size = header.limit();
        if (size < INTRO) {
            trouble.accept("a package header is cut short: it has " + size + " bytes");
            return null;
        }
        int count = header.getInt(0);
        long stated = Integer.toUnsignedLong(header.getInt(4));
        if (count < 1 || count > (size - INTRO) / ENTRY) {
            trouble.accept(
                    "a package header of " + size + " bytes states " + Integer.toUnsignedString(count) + " tags");
            return null;
        }
        int store = INTRO + count * ENTRY;
        if (store + stated != size) {
            trouble.accept("a package header states " + (store + stated) + " bytes and has " + size);
        }
        int end = (int) Math.min(size, store + stated);
        return new RpmHeader(header, store, end, index(header, count), trouble);
    }

    private static Map<RpmTag, Integer> index(ByteBuffer header, int count) {
        Map<RpmTag, Integer> entries = new EnumMap<>(RpmTag.class);
        for (int i = 0, at = INTRO; i < count; i++, at += ENTRY) {
            RpmTag tag = RpmTag.of(header.getInt(at));
            if (tag != null) {
                entries.put(tag, at);
            }
        }
        return entries;
    }

    /** Whether the header has the tag, readable or not. */
    boolean has(RpmTag tag) {
        return entries.containsKey(tag);
    }

    /** The (first) text of a tag; null if it is absent or unreadable. */
    @Nullable
    String string(RpmTag tag) {
        StringArray strings = strings(tag);
        return strings != null && strings.advance() ? strings.text() : null;
    }

    /** The texts of a tag; null if it is absent or unreadable. */
    @Nullable
    StringArray strings(RpmTag tag) {
        Integer at = entries.get(tag);
        if (at == null) {
            return null;
        }
        int type = header.getInt(at + 4);
        int offset = header.getInt(at + 8);
        int count = header.getInt(at + 12);
        boolean text = type == STRING || type == STRING_ARRAY || type == I18N_STRING;
        if (!text || offset < 0 || offset >= end - store || count < 1 || count > end - store - offset) {
            unreadable(tag);
            return null;
        }
        return new StringArray(tag, store + offset, count);
    }

    /** The 32-bit numbers of a tag; null if it is absent or unreadable. */
    @Nullable
    IntArray ints(RpmTag tag) {
        Integer at = entries.get(tag);
        if (at == null) {
            return null;
        }
        int offset = header.getInt(at + 8);
        int count = header.getInt(at + 12);
        boolean inside = offset >= 0 && offset < end - store && count >= 1 && count <= (end - store - offset) / 4;
        if (header.getInt(at + 4) != INT32 || !inside) {
            unreadable(tag);
            return null;
        }
        return new IntArray(store + offset, count);
    }

    private void unreadable(RpmTag tag) {
        trouble.accept("the tag " + tag + " (" + tag.number() + ") of a package header cannot be read");
    }

    /** Numbers that lie in the store as a whole. */
    final class IntArray {
        private final int start;
        private final int size;

        private IntArray(int start, int size) {
            this.start = start;
            this.size = size;
        }

        int size() {
            return size;
        }

        int get(int index) {
            return header.getInt(start + 4 * index);
        }
    }

    /** Texts that lie one after another in the store, each with a NUL at its end: a cursor over them. */
    final class StringArray {
        private final RpmTag tag;
        private final int size;
        private int start;
        private int length;
        private int following;

        private StringArray(RpmTag tag, int position, int size) {
            this.tag = tag;
            this.following = position;
            this.size = size;
        }

        /** How many the index states; at least one, and no more than bytes are left in the store. */
        int size() {
            return size;
        }

        /** Goes to the next text, unless it does not end, is longer than any honest one, or the store is at its end. */
        boolean advance() {
            int bound = Math.min(end, following + LONGEST_STRING);
            int at = following;
            while (at < bound && header.get(at) != 0) {
                at++;
            }
            if (at == bound) {
                unreadable(tag);
                return false;
            }
            start = following;
            length = at - start;
            following = at + 1;
            return true;
        }

        /** Where the text begins, for {@link #copy}. */
        int start() {
            return start;
        }

        /** The text's length in bytes, without the NUL. */
        int length() {
            return length;
        }

        String text() {
            byte[] text = new byte[length];
            copy(start, length, text, 0);
            return new String(text, StandardCharsets.UTF_8);
        }
    }

    /** Copies text whose place a {@link StringArray} told. */
    void copy(int start, int length, byte[] target, int at) {
        header.get(start, target, at, length);
    }
}
