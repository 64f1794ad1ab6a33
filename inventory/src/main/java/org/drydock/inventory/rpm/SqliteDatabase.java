package org.drydock.inventory.rpm;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A SQLite database with rpm's table {@code Packages}, read without SQLite: the header, the schema and the rows of that
 * one table. The write-ahead log is not looked at.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html">Database File Format</a>
 */
final class SqliteDatabase {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;
    private static final int SMALLEST_USABLE = 480;
    private static final int SCHEMA_PAGE = 1;
    private static final String TABLE = "Packages";
    private static final String COLUMN = "blob";

    private SqliteDatabase() {}

    /** Whether a file begins as such a database does. */
    static boolean recognises(ByteBuffer content) {
        return content.limit() >= MAGIC.length && content.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
    }

    /** Gives the headers in the order of their row numbers. */
    static void read(ByteBuffer content, HeaderBlob row, HeaderSink sink, Damage damage) {
        if (content.limit() < HEADER) {
            damage.at(":offset 0", "the database's head is cut short");
            return;
        }
        int pageSize = pageSize(content);
        int reserved = Byte.toUnsignedInt(content.get(20));
        if (pageSize < 512 || Integer.bitCount(pageSize) != 1 || pageSize - reserved < SMALLEST_USABLE) {
            damage.at(":offset 16", "pages of " + pageSize + " bytes with " + reserved + " reserved are not possible");
            return;
        }
        int pages = content.limit() / pageSize;
        long stated = statedPages(content);
        if (stated > pages || content.limit() % pageSize != 0) {
            damage.at(
                    ":page " + (pages + 1),
                    "the file is cut short: " + content.limit() + " bytes; the database states " + stated + " pages");
        }
        SqliteTable tables = new SqliteTable(content, pageSize, pageSize - reserved, row, damage);
        Schema schema = new Schema(charset(content));
        tables.rows(SCHEMA_PAGE, schema);
        if (schema.root == 0) {
            damage.at(":page 1", "the table " + TABLE + " is not in the schema");
            return;
        }
        int column = schema.column;
        tables.rows(schema.root, (place, payload) -> {
            SqliteRecord.Column found = SqliteRecord.column(payload, column);
            if (found == null || !found.isBlob()) {
                damage.at(place, "the row holds no package header");
            } else {
                sink.header(place, payload.slice(found.start(), found.length()));
            }
        });
    }

    private static int pageSize(ByteBuffer content) {
        int stated = Short.toUnsignedInt(content.getShort(16));
        return stated == 1 ? 65536 : stated;
    }

    /** The size that the header states, where it is known to be kept; else 0. */
    private static long statedPages(ByteBuffer content) {
        return content.getInt(24) == content.getInt(92) ? Integer.toUnsignedLong(content.getInt(28)) : 0;
    }

    private static Charset charset(ByteBuffer content) {
        return switch (content.getInt(56)) {
            case 2 -> StandardCharsets.UTF_16LE;
            case 3 -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_8;
        };
    }

    /** Looks for the table among the rows of the schema: type, name, table name, root page, SQL. */
    private static final class Schema implements SqliteTable.RowSink {
        private final Charset charset;
        private int root;
        private int column;

        private Schema(Charset charset) {
            this.charset = charset;
        }

        @Override
        public void row(String place, ByteBuffer payload) {
            if (!text(payload, 0).equals("table") || !text(payload, 1).equalsIgnoreCase(TABLE)) {
                return;
            }
            SqliteRecord.Column page = SqliteRecord.column(payload, 3);
            root = page == null ? 0 : (int) page.integer(payload);
            column = SqliteColumns.indexOf(text(payload, 4), COLUMN);
        }

        private String text(ByteBuffer payload, int index) {
            SqliteRecord.@Nullable Column text = SqliteRecord.column(payload, index);
            return text == null
                    ? ""
                    : charset.decode(payload.slice(text.start(), text.length())).toString();
        }
    }
}
