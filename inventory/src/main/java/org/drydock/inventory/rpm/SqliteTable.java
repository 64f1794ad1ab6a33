package org.drydock.inventory.rpm;

import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * Walks the b-trees of tables. Each page is entered once at most in all walks together, so that no loop and no shared
 * chain of pages can make the work more than the file is large.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html#b_tree_pages">B-tree pages</a>
 */
final class SqliteTable {
    private static final int INTERIOR = 0x05;
    private static final int LEAF = 0x0d;
    private static final int FILE_HEADER = 100;
    private static final int LEAF_HEADER = 8;
    private static final int INTERIOR_HEADER = 12;
    private static final int CHILD = 4;
    /** SQLite itself gives up at 20. */
    private static final int DEEPEST = 32;

    private final ByteBuffer content;
    private final int pageSize;
    private final int usable;
    private final int pages;
    private final HeaderBlob row;
    private final Damage damage;
    private final BitSet visited = new BitSet();

    /**
     * @param usable the bytes of a page without those reserved at its end
     * @param row where rows are put together
     */
    SqliteTable(ByteBuffer content, int pageSize, int usable, HeaderBlob row, Damage damage) {
        this.content = content;
        this.pageSize = pageSize;
        this.usable = usable;
        this.pages = content.limit() / pageSize;
        this.row = row;
        this.damage = damage;
    }

    /** Takes the rows of a table. */
    @FunctionalInterface
    interface RowSink {
        /**
         * @param place where the row is, as diagnostics name it
         * @param payload the row's record, cut short where the database is damaged; valid during the call only
         */
        void row(String place, ByteBuffer payload);
    }

    /** Gives the rows of the table with that root page, in the order of their numbers. */
    void rows(int root, RowSink sink) {
        page(root, ":page 1", 0, sink);
    }

    private void page(int page, String parent, int depth, RowSink sink) {
        if (depth > DEEPEST) {
            damage.at(parent, "the table is deeper than any honest one");
            return;
        }
        if (!enter(page, parent)) {
            return;
        }
        String place = ":page " + page;
        int start = start(page);
        int header = page == 1 ? FILE_HEADER : 0;
        int type = content.get(start + header);
        int cells = Short.toUnsignedInt(content.getShort(start + header + 3));
        int pointers = header + (type == INTERIOR ? INTERIOR_HEADER : LEAF_HEADER);
        if ((type != INTERIOR && type != LEAF) || cells > (usable - pointers) / 2) {
            damage.at(place, "the page is not one of a table: type " + type + " with " + cells + " cells");
            return;
        }
        Leaf leaf = new Leaf(start, pointers + 2 * cells, place, sink);
        for (int i = 0; i < cells; i++) {
            int cell = Short.toUnsignedInt(content.getShort(start + pointers + 2 * i));
            if (cell < pointers + 2 * cells || cell > usable - CHILD) {
                damage.at(place, "cell " + i + " lies outside the page");
            } else if (type == LEAF) {
                leaf.cell(cell);
            } else {
                page(content.getInt(start + cell), place, depth + 1, sink);
            }
        }
        if (type == INTERIOR) {
            page(content.getInt(start + header + 8), place, depth + 1, sink);
        }
    }

    private int start(int page) {
        return (page - 1) * pageSize;
    }

    /** Whether the page is there and new. */
    private boolean enter(int page, String from) {
        if (page < 1 || page > pages) {
            damage.at(from, "refers to page " + Integer.toUnsignedString(page) + ", and the file has " + pages);
            return false;
        }
        if (visited.get(page)) {
            damage.at(from, "refers to page " + page + ", which is in use already");
            return false;
        }
        visited.set(page);
        return true;
    }

    /** A leaf page, whose cells hold the rows. */
    private final class Leaf {
        private final int start;
        private final String place;
        private final RowSink sink;
        private int bytesLeft;

        private Leaf(int start, int pointersEnd, String place, RowSink sink) {
            this.start = start;
            this.place = place;
            this.sink = sink;
            this.bytesLeft = usable - pointersEnd;
        }

        private void cell(int cell) {
            Varint size = Varint.read(content, start + cell, start + usable);
            Varint number = size == null ? null : Varint.read(content, size.end(), start + usable);
            if (size == null || number == null || size.value() < 0) {
                damage.at(place, "a cell is cut short");
                return;
            }
            String rowPlace = place + ", row " + number.value();
            int local = local(size.value());
            boolean whole = local == size.value();
            int end = number.end() - start + local + (whole ? 0 : CHILD);
            bytesLeft -= end - cell;
            if (bytesLeft < 0 || end > usable) {
                damage.at(rowPlace, "the row reaches beyond its page, or into another row");
                return;
            }
            row.clear();
            row.append(content, number.end(), local);
            if (!whole) {
                overflow(content.getInt(number.end() + local), size.value() - local, rowPlace);
            }
            sink.row(rowPlace, row.view());
        }

        /** How many bytes of a record lie on the leaf itself. */
        private int local(long size) {
            if (size <= usable - 35) {
                return (int) size;
            }
            int least = (usable - 12) * 32 / 255 - 23;
            long fitting = least + (size - least) % (usable - CHILD);
            return fitting <= usable - 35 ? (int) fitting : least;
        }

        private void overflow(int first, long size, String rowPlace) {
            int page = first;
            for (long missing = size; missing > 0; ) {
                if (!enter(page, rowPlace)) {
                    return;
                }
                int taken = (int) Math.min(missing, usable - CHILD);
                if (!row.append(content, start(page) + CHILD, taken)) {
                    damage.at(rowPlace, "the row " + row.tooLarge());
                    return;
                }
                missing -= taken;
                page = content.getInt(start(page));
            }
        }
    }
}
