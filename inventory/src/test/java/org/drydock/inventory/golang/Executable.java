package org.drydock.inventory.golang;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Makes executables with a data segment and nothing else, at {@link #ADDRESS}, to hold build information.
 *
 * @param word size of an address, 4 or 8
 */
record Executable(int word, ByteOrder order) {
    static final int ADDRESS = 0x40_1000;

    private static final int HEADERS = 0x200;
    private static final String MARK = "0123456789abcdef";
    private static final int BEFORE = 48;

    /** As Go has written it since 1.18. */
    byte[] inlineBlob(String version, String modules) {
        ByteArrayOutputStream blob = header(order == ByteOrder.BIG_ENDIAN ? 3 : 2);
        blob.writeBytes(new byte[16]);
        varint(blob, bytes(version).length);
        blob.writeBytes(bytes(version));
        varint(blob, bytes(framed(modules)).length);
        blob.writeBytes(bytes(framed(modules)));
        return blob.toByteArray();
    }

    /** As Go wrote it before 1.18: two pointers to string headers, each a pointer and a length. */
    byte[] pointerBlob(String version, String modules) {
        int strings = ADDRESS + BEFORE + 32;
        int texts = strings + 4 * word;
        ByteArrayOutputStream blob = header(order == ByteOrder.BIG_ENDIAN ? 1 : 0);
        word(blob, strings);
        word(blob, strings + 2 * word);
        blob.writeBytes(new byte[16 - 2 * word]);
        int length = bytes(version).length;
        word(blob, texts);
        word(blob, length);
        word(blob, texts + length);
        word(blob, bytes(framed(modules)).length);
        blob.writeBytes(bytes(version));
        blob.writeBytes(bytes(framed(modules)));
        return blob.toByteArray();
    }

    byte[] elf(byte[] blob) {
        return elf(blob, 2, 6);
    }

    byte[] elf(byte[] blob, int type, int flags) {
        byte[] file = start(blob);
        ByteBuffer out = ByteBuffer.wrap(file).order(order);
        out.put(new byte[] {0x7f, 'E', 'L', 'F', (byte) (word / 4), (byte) (order == ByteOrder.LITTLE_ENDIAN ? 1 : 2), 1
        });
        out.putShort(16, (short) type);
        boolean wide = word == 8;
        int table = wide ? 64 : 52;
        putWord(out, wide ? 32 : 28, table);
        out.putShort(wide ? 54 : 42, (short) (wide ? 56 : 32));
        out.putShort(wide ? 56 : 44, (short) 2);
        int load = table + (wide ? 56 : 32);
        out.putInt(table, 6);
        out.putInt(load, 1);
        out.putInt(load + (wide ? 4 : 24), flags);
        putWord(out, load + (wide ? 8 : 4), HEADERS);
        putWord(out, load + (wide ? 16 : 8), ADDRESS);
        putWord(out, load + (wide ? 32 : 16), out.capacity() - HEADERS);
        return file;
    }

    byte[] pe(byte[] blob) {
        byte[] file = start(blob);
        ByteBuffer out = ByteBuffer.wrap(file).order(order);
        boolean wide = word == 8;
        out.put(new byte[] {'M', 'Z'});
        out.putInt(0x3c, 0x80);
        out.putInt(0x80, 0x00004550);
        out.putShort(0x86, (short) 1);
        int optional = 0x98;
        int size = wide ? 240 : 224;
        out.putShort(0x94, (short) size);
        out.putShort(optional, (short) (wide ? 0x20b : 0x10b));
        putWord(out, optional + (wide ? 24 : 28), 0x40_0000);
        out.putInt(optional + (wide ? 108 : 92), 16);
        int section = optional + size;
        out.putInt(section + 12, 0x1000);
        out.putInt(section + 16, out.capacity() - HEADERS);
        out.putInt(section + 20, HEADERS);
        out.putInt(section + 36, 0xc000_0040);
        return file;
    }

    byte[] machO(byte[] blob) {
        byte[] file = start(blob);
        ByteBuffer out = ByteBuffer.wrap(file).order(order);
        boolean wide = word == 8;
        out.putInt(0, wide ? 0xfeedfacf : 0xfeedface);
        out.putInt(12, 2);
        out.putInt(16, 2);
        int command = wide ? 32 : 28;
        out.putInt(command, 0x1b);
        out.putInt(command + 4, 24);
        command += 24;
        out.putInt(command, wide ? 0x19 : 1);
        out.putInt(command + 4, wide ? 72 : 56);
        int fields = command + 24;
        putWord(out, fields, ADDRESS);
        putWord(out, fields + 2 * word, HEADERS);
        putWord(out, fields + 3 * word, out.capacity() - HEADERS);
        out.putInt(fields + 4 * word, 3);
        out.putInt(fields + 4 * word + 4, 3);
        return file;
    }

    /** A universal binary with this one architecture. */
    static byte[] universal(byte[] machO) {
        byte[] file = new byte[64 + machO.length];
        ByteBuffer out = ByteBuffer.wrap(file);
        out.putInt(0xcafebabe).putInt(1).putInt(0x0100000c).putInt(0).putInt(64).putInt(machO.length);
        out.put(64, machO);
        return file;
    }

    private static byte[] start(byte[] blob) {
        byte[] file = new byte[HEADERS + BEFORE + blob.length + 7];
        System.arraycopy(blob, 0, file, HEADERS + BEFORE, blob.length);
        return file;
    }

    private ByteArrayOutputStream header(int flags) {
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        blob.writeBytes("\u00ff Go buildinf:".getBytes(StandardCharsets.ISO_8859_1));
        blob.write(word);
        blob.write(flags);
        return blob;
    }

    private void word(ByteArrayOutputStream out, int value) {
        ByteBuffer bytes = ByteBuffer.allocate(word).order(order);
        putWord(bytes, 0, value);
        out.writeBytes(bytes.array());
    }

    private void putWord(ByteBuffer out, int place, int value) {
        if (word == 8) {
            out.putLong(place, value);
        } else {
            out.putInt(place, value);
        }
    }

    private static void varint(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest >= 0x80) {
            out.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static String framed(String modules) {
        return modules.isEmpty() ? "" : MARK + modules + MARK;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
