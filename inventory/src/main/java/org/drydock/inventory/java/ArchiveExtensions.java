package org.drydock.inventory.java;

import java.util.List;
import org.drydock.inventory.zip.ZipCursor;

/** The file name extensions of Java archives: zip archives that hold classes or other such archives. */
final class ArchiveExtensions {
    static final List<String> ALL =
            List.of(".jar", ".war", ".ear", ".par", ".sar", ".nar", ".kar", ".far", ".jpi", ".hpi", ".lpkg", ".rar");

    private static final int LONGEST = 5;

    private ArchiveExtensions() {}

    /** Whether the entry that the cursor stands on is an archive by its name. */
    static boolean isArchive(ZipCursor entry) {
        int length = entry.nameLength();
        for (int i = length - 1; i > 0 && i >= length - LONGEST; i--) {
            if (entry.nameByte(i) == '.') {
                return i < length - 1 && endsSo(entry);
            }
        }
        return false;
    }

    private static boolean endsSo(ZipCursor entry) {
        for (String extension : ALL) {
            if (entry.nameEndsWith(extension)) {
                return true;
            }
        }
        return false;
    }
}
