package org.drydock.inventory.rpm;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Finds a column in a row's record: a list of types, then the values in the same order.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html#record_format">Record format</a>
 */
final class SqliteRecord {
    private static final int FIRST_BLOB = 12;
    private static final int[] FIXED_SIZES = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};

    private SqliteRecord() {}

    /**
     * A value in a record.
     *
     * @param type as SQLite numbers them
     * @param length as far as the record has it
     */
    record Column(long type, int start, int length) {
        boolean isBlob() {
            return type >= FIRST_BLOB && type % 2 == 0;
        }

        /** The value as a number, 0 if it is none. */
        long integer(ByteBuffer record) {
            if (type == 9) {
                return 1;
            }
            if (type < 1 || type > 6 || length != FIXED_SIZES[(int) type]) {
                return 0;
            }
            long value = record.get(start);
            for (int i = 1; i < length; i++) {
                value = (value << 8) | (record.get(start + i) & 0xff);
            }
            return value;
        }
    }

    /** The column with that index, or null if the record is cut short before it. */
    static @Nullable Column column(ByteBuffer record, int index) {
        int limit = record.limit();
        Varint types = Varint.read(record, 0, limit);
        if (types == null || types.value() < types.end() || types.value() > limit) {
            return null;
        }
        int typesEnd = (int) types.value();
        long start = typesEnd;
        Varint type = Varint.read(record, types.end(), typesEnd);
        for (int i = 0; i < index && type != null && start <= limit; i++) {
            start += size(type.value());
            type = Varint.read(record, type.end(), typesEnd);
        }
        if (type == null || type.value() < 0 || start < typesEnd || start > limit) {
            return null;
        }
        return new Column(type.value(), (int) start, (int) Math.min(size(type.value()), limit - start));
    }

    private static long size(long type) {
        if (type < 0) {
            return Integer.MAX_VALUE;
        }
        return type < FIRST_BLOB ? FIXED_SIZES[(int) type] : (type - FIRST_BLOB) / 2;
    }
}
