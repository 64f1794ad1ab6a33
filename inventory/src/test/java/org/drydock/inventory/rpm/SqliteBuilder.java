package org.drydock.inventory.rpm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes SQLite databases with one table, {@code Packages}. */
final class SqliteBuilder {
    static final String SQL = "CREATE TABLE 'Packages' (hnum INTEGER PRIMARY KEY AUTOINCREMENT,blob BLOB NOT NULL)";

    /** The first overflow page of each header; 0 for those that lie on their leaf. */
    final List<Integer> chains = new ArrayList<>();
    /** The pages of the table's tree, leaves first; the root, which is page 2, last. */
    final List<Integer> tree = new ArrayList<>();

    private final int pageSize;
    private final int usable;
    private final Charset charset;
    private final List<ByteBuffer> pages = new ArrayList<>();

    SqliteBuilder(int pageSize, int reserved) {
        this(pageSize, reserved, StandardCharsets.UTF_8);
    }

    SqliteBuilder(int pageSize, int reserved, Charset charset) {
        this.pageSize = pageSize;
        this.usable = pageSize - reserved;
        this.charset = charset;
    }

    byte[] build(List<byte[]> headers) {
        return build(SQL, headers);
    }

    /** @param sql a table with the columns hnum and blob */
    byte[] build(String sql, List<byte[]> headers) {
        int schema = page(0x0d, 100);
        int root = page(0, 0);
        List<Integer> level = leaves(headers);
        while (level.size() > 1) {
            level = interiors(level);
        }
        pages.set(root - 1, pages.set(level.getFirst() - 1, pages.get(root - 1)));
        tree.set(tree.size() - 1, root);
        int encoding = charset.equals(StandardCharsets.UTF_8) ? 1 : charset.equals(StandardCharsets.UTF_16LE) ? 2 : 3;
        byte[] row = record("table", "Packages", "Packages", root, sql);
        cell(schema, 100, concat(varint(row.length), varint(1), row));
        pages.getFirst()
                .put(0, "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII))
                .putShort(16, (short) (pageSize == 65536 ? 1 : pageSize))
                .put(18, new byte[] {2, 2, (byte) (pageSize - usable), 64, 32, 32})
                .putInt(28, pages.size())
                .putInt(44, 4)
                .putInt(56, encoding);
        ByteBuffer file = ByteBuffer.allocate(pages.size() * pageSize);
        pages.forEach(page -> file.put(page.rewind()));
        return file.array();
    }

    private List<Integer> leaves(List<byte[]> headers) {
        List<Integer> leaves = new ArrayList<>();
        leaves.add(treePage(0x0d));
        for (int i = 0; i < headers.size(); i++) {
            byte[] payload = record(null, headers.get(i));
            int local = local(payload.length);
            int chain = local == payload.length ? 0 : overflow(payload, local);
            chains.add(chain);
            byte[] whole = concat(varint(payload.length), varint(i + 1), Arrays.copyOf(payload, local));
            byte[] cell = chain == 0
                    ? whole
                    : concat(whole, ByteBuffer.allocate(4).putInt(chain).array());
            if (!cell(leaves.getLast(), 0, cell)) {
                leaves.add(treePage(0x0d));
                cell(leaves.getLast(), 0, cell);
            }
        }
        return leaves;
    }

    /** The keys of interior pages play no part in a whole walk and are all 1. */
    private List<Integer> interiors(List<Integer> children) {
        List<Integer> interiors = new ArrayList<>();
        interiors.add(treePage(0x05));
        for (int i = 0; i < children.size() - 1; i++) {
            byte[] cell =
                    ByteBuffer.allocate(5).putInt(children.get(i)).put((byte) 1).array();
            if (!cell(interiors.getLast(), 0, cell)) {
                pages.get(interiors.getLast() - 1).putInt(8, children.get(i));
                interiors.add(treePage(0x05));
            }
        }
        pages.get(interiors.getLast() - 1).putInt(8, children.getLast());
        return interiors;
    }

    private boolean cell(int number, int header, byte[] cell) {
        ByteBuffer page = pages.get(number - 1);
        int pointers = header + (page.get(header) == 5 ? 12 : 8);
        int cells = page.getShort(header + 3);
        int content = page.getShort(header + 5) == 0 ? usable : Short.toUnsignedInt(page.getShort(header + 5));
        int at = content - cell.length;
        if (at < pointers + 2 * cells + 2) {
            return false;
        }
        page.put(at, cell).putShort(pointers + 2 * cells, (short) at);
        page.putShort(header + 3, (short) (cells + 1)).putShort(header + 5, (short) at);
        return true;
    }

    private int overflow(byte[] payload, int local) {
        int first = pages.size() + 1;
        int room = usable - 4;
        for (int at = local; at < payload.length; at += room) {
            int count = Math.min(room, payload.length - at);
            ByteBuffer page = pages.get(page(0, 0) - 1).put(4, payload, at, count);
            page.putInt(0, at + count < payload.length ? pages.size() + 1 : 0);
        }
        return first;
    }

    private int local(int size) {
        int least = (usable - 12) * 32 / 255 - 23;
        int fitting = least + (size - least) % (usable - 4);
        return size <= usable - 35 ? size : fitting <= usable - 35 ? fitting : least;
    }

    private int treePage(int type) {
        tree.add(page(type, 0));
        return tree.getLast();
    }

    private int page(int type, int header) {
        pages.add(ByteBuffer.allocate(pageSize).put(header, (byte) type));
        return pages.size();
    }

    /** A record of nulls, numbers, texts and blobs. */
    private byte[] record(@Nullable Object... values) {
        byte[] types = new byte[0];
        byte[] body = new byte[0];
        for (@Nullable Object value : values) {
            byte[] bytes = switch (value) {
                case null -> new byte[0];
                case Integer number -> ByteBuffer.allocate(4).putInt(number).array();
                case String text -> text.getBytes(charset);
                case byte[] blob -> blob;
                default -> throw new AssertionError(value);
            };
            long type = switch (value) {
                case null -> 0;
                case Integer number -> 4;
                case String text -> 13 + 2L * bytes.length;
                default -> 12 + 2L * bytes.length;
            };
            types = concat(types, varint(type));
            body = concat(body, bytes);
        }
        return concat(varint(types.length + 1), types, body);
    }

    static byte[] varint(long value) {
        int length = 1;
        while (length < 9 && value >>> (7 * length) != 0) {
            length++;
        }
        byte[] bytes = new byte[length];
        long rest = value;
        for (int i = length - 1; i >= 0; i--) {
            int bits = length == 9 && i == 8 ? 8 : 7;
            bytes[i] = (byte) ((rest & ((1 << bits) - 1)) | (i < length - 1 ? 0x80 : 0));
            rest >>>= bits;
        }
        return bytes;
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
