package org.drydock.inventory.java;

import java.nio.charset.StandardCharsets;
import org.drydock.inventory.zip.ZipCursor;
import org.jspecify.annotations.Nullable;

/** The package that all classes of an archive lie below; class names are compared where they stand. */
final class CommonPackage {
    private static final String BOOT_CLASSES = "boot-inf/classes/";
    private static final String WEB_CLASSES = "web-inf/classes/";
    private static final String BOOT_LOADER = "org/springframework/boot/loader/";
    private static final int MAX_NAME = 512;

    private byte @Nullable [] common;
    private int length;

    /** Takes the class that the cursor stands on into account. */
    void add(ZipCursor entry) {
        if (entry.nameStartsWith("meta-inf/") || entry.nameStartsWith(BOOT_LOADER)) {
            return;
        }
        int from = entry.nameStartsWith(BOOT_CLASSES)
                ? BOOT_CLASSES.length()
                : entry.nameStartsWith(WEB_CLASSES) ? WEB_CLASSES.length() : 0;
        if (common == null) {
            begin(entry, from);
            return;
        }
        int most = Math.min(length, entry.nameLength() - from);
        int same = 0;
        while (same < most && common[same] == entry.nameByte(from + same)) {
            same++;
        }
        if (same < length && entry.nameLength() - from > 0 && !isRootClass(entry, from)) {
            length = lastSlash(same);
        }
    }

    /** With dots; empty if there is none. */
    String name() {
        return common == null || length == 0
                ? ""
                : new String(common, 0, length - 1, StandardCharsets.UTF_8).replace('/', '.');
    }

    private void begin(ZipCursor entry, int from) {
        if (isRootClass(entry, from)) {
            return;
        }
        byte[] name = new byte[Math.min(MAX_NAME, entry.nameLength() - from)];
        for (int i = 0; i < name.length; i++) {
            name[i] = entry.nameByte(from + i);
        }
        common = name;
        length = lastSlash(name.length);
    }

    /** {@code module-info.class} and its like say nothing of packages. */
    private static boolean isRootClass(ZipCursor entry, int from) {
        for (int i = from; i < entry.nameLength(); i++) {
            if (entry.nameByte(i) == '/') {
                return false;
            }
        }
        return true;
    }

    /** The length up to and with the last slash before {@code end}. */
    private int lastSlash(int end) {
        int at = end;
        while (at > 0 && common != null && common[at - 1] != '/') {
            at--;
        }
        return at;
    }
}
