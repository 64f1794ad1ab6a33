package org.drydock.inventory.executable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds named sections of programs and libraries in the formats ELF, PE and Mach-O. Headers that do not fit the file are
 * as if they were not there.
 *
 * @see <a href="https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.sheader.html">ELF sections</a>
 * @see <a href="https://learn.microsoft.com/en-us/windows/win32/debug/pe-format">The PE format</a>
 * @see <a href="https://github.com/apple-oss-distributions/xnu/blob/main/EXTERNAL_HEADERS/mach-o/loader.h">loader.h</a>
 */
public final class Sections {
    private static final long ELF = 0x7f454c46;
    private static final int PE_SECTION = 40;
    private static final int SEGMENT_32 = 0x1;
    private static final int SEGMENT_64 = 0x19;
    private static final int MAX_ARCHITECTURES = 30;
    private static final int MAX_SECTIONS = 1 << 16;

    private Sections() {}

    /** Whether the first bytes are those of a program or a library. */
    public static boolean isExecutable(ByteBuffer head) {
        Bytes bytes = Bytes.of(head);
        if (!bytes.has(0, 64)) {
            return false;
        }
        if (bytes.u32(0) == ELF) {
            int type = bytes.order(order(bytes.u8(5) == 1)).u16(16);
            return type == 2 || type == 3;
        }
        return bytes.u16(0) == 0x4d5a || isMachO(bytes) || isUniversal(bytes);
    }

    /** The content of the first section of that name; in a file of several architectures, of the first of them. */
    public static Optional<ByteBuffer> find(ByteBuffer file, String name) {
        Bytes bytes = Bytes.of(file);
        if (!bytes.has(0, 64)) {
            return Optional.empty();
        }
        if (bytes.u32(0) == ELF) {
            return elf(bytes, name);
        }
        if (bytes.u16(0) == 0x4d5a) {
            return pe(bytes.order(ByteOrder.LITTLE_ENDIAN), name);
        }
        if (isUniversal(bytes)) {
            boolean wide = (bytes.u32(0) & 1) != 0;
            long place = wide ? bytes.u64(16) : bytes.u32(16);
            long size = wide ? bytes.u64(24) : bytes.u32(20);
            return bytes.has(place, size) && size >= 64 && isMachO(Bytes.of(bytes.slice(place, size)))
                    ? machO(Bytes.of(bytes.slice(place, size)), name)
                    : Optional.empty();
        }
        return isMachO(bytes) ? machO(bytes, name) : Optional.empty();
    }

    private static boolean isMachO(Bytes bytes) {
        return switch ((int) bytes.u32(0)) {
            case 0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe -> true;
            default -> false;
        };
    }

    /** Java classes begin with the same bytes, but have their version next, which is 45 or more. */
    private static boolean isUniversal(Bytes bytes) {
        return (bytes.u32(0) & ~1L) == 0xcafebabeL && bytes.u32(4) >= 1 && bytes.u32(4) <= MAX_ARCHITECTURES;
    }

    private static ByteOrder order(boolean little) {
        return little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    private static Optional<ByteBuffer> elf(Bytes file, String name) {
        boolean wide = file.u8(4) == 2;
        Bytes bytes = file.order(order(file.u8(5) == 1));
        long table = wide ? bytes.u64(40) : bytes.u32(32);
        int entry = bytes.u16(wide ? 58 : 46);
        int count = bytes.u16(wide ? 60 : 48);
        int names = bytes.u16(wide ? 62 : 50);
        if (entry < (wide ? 64 : 40) || names >= count || !bytes.has(table, (long) entry * count)) {
            return Optional.empty();
        }
        long nameTable = elfOffset(bytes, table + (long) names * entry, wide);
        for (int i = 0; i < count; i++) {
            long header = table + (long) i * entry;
            if (isNamed(bytes, nameTable + bytes.u32(header), name)) {
                long place = elfOffset(bytes, header, wide);
                long size = wide ? bytes.u64(header + 32) : bytes.u32(header + 20);
                return slice(bytes, place, size);
            }
        }
        return Optional.empty();
    }

    private static long elfOffset(Bytes bytes, long header, boolean wide) {
        return wide ? bytes.u64(header + 24) : bytes.u32(header + 16);
    }

    private static Optional<ByteBuffer> pe(Bytes bytes, String name) {
        long signature = bytes.u32(0x3c);
        if (!bytes.has(signature, 24) || bytes.u32(signature) != 0x4550) {
            return Optional.empty();
        }
        int count = bytes.u16(signature + 6);
        long table = signature + 24 + bytes.u16(signature + 20);
        for (int i = 0; i < count && bytes.has(table + (long) i * PE_SECTION, PE_SECTION); i++) {
            long header = table + (long) i * PE_SECTION;
            if (isPadded(bytes, header, 8, name)) {
                long size = Math.min(bytes.u32(header + 8), bytes.u32(header + 16));
                return slice(bytes, bytes.u32(header + 20), size);
            }
        }
        return Optional.empty();
    }

    private static Optional<ByteBuffer> machO(Bytes file, String name) {
        Bytes bytes = file.order(order(file.u8(0) != 0xfe));
        boolean wide = (bytes.u32(0) & 1) != 0;
        long command = wide ? 32 : 28;
        int left = MAX_SECTIONS;
        for (long i = Math.min(bytes.u32(16), MAX_SECTIONS); i > 0 && bytes.has(command, 8); i--) {
            long size = bytes.u32(command + 4);
            long kind = bytes.u32(command);
            if (size < 8 || !bytes.has(command, size)) {
                return Optional.empty();
            }
            if ((kind == SEGMENT_64 && size >= 72) || (kind == SEGMENT_32 && size >= 56)) {
                boolean wideSegment = kind == SEGMENT_64;
                int width = wideSegment ? 80 : 68;
                long first = command + (wideSegment ? 72 : 56);
                long count = bytes.u32(command + (wideSegment ? 64 : 48));
                for (long n = 0; n < count && first + (n + 1) * width <= command + size && left-- > 0; n++) {
                    long header = first + n * width;
                    if (isPadded(bytes, header, 16, name)) {
                        long length = wideSegment ? bytes.u64(header + 40) : bytes.u32(header + 36);
                        return slice(bytes, bytes.u32(header + (wideSegment ? 48 : 40)), length);
                    }
                }
            }
            command += size;
        }
        return Optional.empty();
    }

    private static Optional<ByteBuffer> slice(Bytes bytes, long place, long size) {
        return size > 0 && bytes.has(place, size) ? Optional.of(bytes.slice(place, size)) : Optional.empty();
    }

    /** Whether the text at {@code place} is {@code name}, with a zero behind it. */
    private static boolean isNamed(Bytes bytes, long place, String name) {
        byte[] wanted = name.getBytes(StandardCharsets.US_ASCII);
        if (!bytes.has(place, wanted.length + 1L) || bytes.u8(place + wanted.length) != 0) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes.u8(place + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** As {@link #isNamed}, in a field that needs no zero when it is full. */
    private static boolean isPadded(Bytes bytes, long place, int width, String name) {
        if (name.length() > width || !bytes.has(place, width)) {
            return false;
        }
        for (int i = 0; i < width; i++) {
            if (bytes.u8(place + i) != (i < name.length() ? name.charAt(i) : 0)) {
                return false;
            }
        }
        return true;
    }
}
