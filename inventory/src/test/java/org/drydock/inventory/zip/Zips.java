package org.drydock.inventory.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipOutputStream;

/** Zip archives for tests: honest ones by the JDK's writer, crooked ones by hand. */
public final class Zips {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;

    private Zips() {}

    /** Deflated entries with data descriptors, as {@code jar} writes them; names and contents alternate. */
    public static byte[] deflated(Object... namesAndContents) {
        return write(true, namesAndContents);
    }

    /** Stored entries. */
    public static byte[] stored(Object... namesAndContents) {
        return write(false, namesAndContents);
    }

    private static byte[] write(boolean deflate, Object... namesAndContents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : pairs(namesAndContents).entrySet()) {
                java.util.zip.ZipEntry entry = new java.util.zip.ZipEntry(file.getKey());
                entry.setTime(0);
                if (!deflate) {
                    CRC32 crc = new CRC32();
                    crc.update(file.getValue());
                    entry.setMethod(java.util.zip.ZipEntry.STORED);
                    entry.setSize(file.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> pairs(Object... namesAndContents) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            Object content = namesAndContents[i + 1];
            files.put(
                    (String) namesAndContents[i],
                    content instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) content);
        }
        return files;
    }

    public static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Names as the cursor finds them. */
    public static List<String> names(ByteBuffer archive) {
        List<String> names = new ArrayList<>();
        ZipCursor entries = ZipArchive.open(archive).entries();
        while (entries.next()) {
            names.add(entries.name());
        }
        return names;
    }

    public static List<String> names(byte[] archive) {
        return names(ByteBuffer.wrap(archive));
    }

    /** An entry whose fields say what they like. */
    public static final class Crooked {
        private final String name;
        private final int flags;
        private final int method;
        private final int dataLength;
        private final int size;
        private final byte[] data;

        /**
         * @param dataLength what both headers say the packed size is
         * @param size what both headers say the unpacked size is
         */
        public Crooked(String name, int flags, int method, int dataLength, int size, byte[] data) {
            this.name = name;
            this.flags = flags;
            this.method = method;
            this.dataLength = dataLength;
            this.size = size;
            this.data = data.clone();
        }

        /** Header and data. */
        public byte[] local() {
            return concat(localHeader(), data);
        }

        public byte[] localHeader() {
            byte[] text = ascii(name);
            return buffer(30 + text.length)
                    .putInt(LOCAL)
                    .putShort((short) 20)
                    .putShort((short) flags)
                    .putShort((short) method)
                    .putInt(0)
                    .putInt(0)
                    .putInt(dataLength)
                    .putInt(size)
                    .putShort((short) text.length)
                    .putShort((short) 0)
                    .put(text)
                    .array();
        }

        public byte[] centralHeader(int localOffset) {
            byte[] text = ascii(name);
            return buffer(46 + text.length)
                    .putInt(CENTRAL)
                    .putInt(20 << 16 | 20)
                    .putShort((short) flags)
                    .putShort((short) method)
                    .putInt(0)
                    .putInt(0)
                    .putInt(dataLength)
                    .putInt(size)
                    .putShort((short) text.length)
                    .putInt(0)
                    .putInt(0)
                    .putInt(0)
                    .putInt(localOffset)
                    .put(text)
                    .array();
        }
    }

    /** An archive of such entries, each laid down as it is. */
    public static byte[] crooked(Crooked... entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (Crooked entry : entries) {
            directory.writeBytes(entry.centralHeader(bytes.size()));
            bytes.writeBytes(entry.local());
        }
        int start = bytes.size();
        bytes.writeBytes(directory.toByteArray());
        bytes.writeBytes(end(entries.length, directory.size(), start));
        return bytes.toByteArray();
    }

    /** An end record. */
    public static byte[] end(int entries, int directorySize, int directoryStart) {
        return buffer(22)
                .putInt(END)
                .putInt(0)
                .putShort((short) entries)
                .putShort((short) entries)
                .putInt(directorySize)
                .putInt(directoryStart)
                .array();
    }

    public static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
