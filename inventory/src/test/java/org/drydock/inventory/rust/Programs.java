package org.drydock.inventory.rust;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;

/** The smallest programs that have a section. */
final class Programs {
    private Programs() {}

    /** 64-bit little-endian ELF: header, content, names, three section headers. */
    static byte[] elf(String section, byte[] content) {
        byte[] names = ("\0" + section + "\0").getBytes(StandardCharsets.US_ASCII);
        int namesAt = 64 + content.length;
        int table = namesAt + names.length;
        ByteBuffer out = ByteBuffer.allocate(table + 3 * 64).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).position(16).putShort((short) 3);
        out.putLong(40, table).putShort(58, (short) 64).putShort(60, (short) 3).putShort(62, (short) 2);
        out.put(64, content).put(namesAt, names);
        out.putInt(table + 64, 1).putLong(table + 64 + 24, 64).putLong(table + 64 + 32, content.length);
        out.putLong(table + 128 + 24, namesAt).putLong(table + 128 + 32, names.length);
        return out.array();
    }

    /** PE with one section. */
    static byte[] pe(String section, byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(0x100 + content.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {'M', 'Z'}).putInt(0x3c, 0x40).putInt(0x40, 0x4550).putShort(0x46, (short) 1);
        int header = 0x40 + 24;
        out.put(header, section.getBytes(StandardCharsets.US_ASCII));
        out.putInt(header + 8, content.length)
                .putInt(header + 16, content.length)
                .putInt(header + 20, 0x100);
        return out.put(0x100, content).array();
    }

    /** 64-bit Mach-O with one segment of one section. */
    static byte[] machO(String section, byte[] content) {
        int at = 32 + 72 + 80;
        ByteBuffer out = ByteBuffer.allocate(at + content.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0, 0xfeedfacf).putInt(12, 2).putInt(16, 1);
        out.putInt(32, 0x19).putInt(36, 72 + 80).putInt(32 + 64, 1);
        int header = 32 + 72;
        out.put(header, section.getBytes(StandardCharsets.US_ASCII));
        out.putLong(header + 40, content.length).putInt(header + 48, at);
        return out.put(at, content).array();
    }

    static byte[] deflated(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
