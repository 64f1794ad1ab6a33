package org.drydock.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Builds tar archives entry by entry, well-formed ones and others. */
public final class TarBuilder {
    private static final int BLOCK = 512;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public TarBuilder file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public TarBuilder file(String name, byte[] content) {
        return entry(name, '0', content, "");
    }

    public TarBuilder directory(String name) {
        return entry(name + "/", '5', new byte[0], "");
    }

    public TarBuilder symlink(String name, String target) {
        return entry(name, '2', new byte[0], target);
    }

    public TarBuilder hardlink(String name, String target) {
        return entry(name, '1', new byte[0], target);
    }

    /** Removes {@code path} from the layers below. */
    public TarBuilder whiteout(String path) {
        int slash = path.lastIndexOf('/');
        return file(path.substring(0, slash + 1) + ".wh." + path.substring(slash + 1), "");
    }

    /** Removes all that the layers below have in {@code directory}. */
    public TarBuilder opaque(String directory) {
        return file(directory + "/.wh..wh..opq", "");
    }

    /** An entry of any type; names longer than a header holds are put into a PAX header before it. */
    public TarBuilder entry(String name, char type, byte[] content, String linkName) {
        StringBuilder pax = new StringBuilder();
        if (name.getBytes(StandardCharsets.UTF_8).length > 100) {
            pax.append(record("path", name));
        }
        if (linkName.getBytes(StandardCharsets.UTF_8).length > 100) {
            pax.append(record("linkpath", linkName));
        }
        if (!pax.isEmpty()) {
            raw("PaxHeaders/x", 'x', pax.toString().getBytes(StandardCharsets.UTF_8), "", _ -> {});
        }
        return raw(name, type, content, linkName, _ -> {});
    }

    /** An entry after a PAX header with these records, given as {@code key, value, key, value…}. */
    public TarBuilder withPax(String name, char type, byte[] content, String... records) {
        StringBuilder pax = new StringBuilder();
        for (int i = 0; i < records.length; i += 2) {
            pax.append(record(records[i], records[i + 1]));
        }
        raw("PaxHeaders/x", 'x', pax.toString().getBytes(StandardCharsets.UTF_8), "", _ -> {});
        return raw(name, type, content, "", _ -> {});
    }

    /** An entry whose name stands in a GNU long name entry before it. */
    public TarBuilder gnuLongName(String name, byte[] content) {
        raw("././@LongLink", 'L', (name + "\0").getBytes(StandardCharsets.UTF_8), "", _ -> {});
        return raw(name.substring(0, Math.min(100, name.length())), '0', content, "", _ -> {});
    }

    /** An entry whose header {@code change} may spoil before its checksum is computed. */
    public TarBuilder raw(String name, char type, byte[] content, String linkName, Consumer<byte[]> change) {
        byte[] header = new byte[BLOCK];
        put(header, 0, 100, name);
        put(header, 100, 8, "0000644");
        put(header, 108, 8, "0000000");
        put(header, 116, 8, "0000000");
        put(header, 124, 12, String.format("%011o", content.length));
        put(header, 136, 12, "00000000000");
        header[156] = (byte) type;
        put(header, 157, 100, linkName);
        put(header, 257, 8, "ustar\00000");
        change.accept(header);
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        put(header, 148, 8, String.format("%06o\0 ", sum));
        out.writeBytes(header);
        return bytes(content).bytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }

    /** Bytes as they are. */
    public TarBuilder bytes(byte[] raw) {
        out.writeBytes(raw);
        return this;
    }

    /** The archive with its end mark. */
    public byte[] build() {
        byte[] body = out.toByteArray();
        return Arrays.copyOf(body, body.length + 2 * BLOCK);
    }

    /** The archive without its end mark. */
    public byte[] buildOpenEnded() {
        return out.toByteArray();
    }

    /** Writes text into a header field, cut to the field's length. */
    public static void put(byte[] header, int offset, int length, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, offset, Math.min(length, bytes.length));
    }

    /** A PAX record: its own length, key and value. */
    public static String record(String key, String value) {
        int body = (" " + key + "=" + value + "\n").getBytes(StandardCharsets.UTF_8).length;
        int length = body + 1;
        while (Integer.toString(length).length() + body != length) {
            length++;
        }
        return length + " " + key + "=" + value + "\n";
    }
}
