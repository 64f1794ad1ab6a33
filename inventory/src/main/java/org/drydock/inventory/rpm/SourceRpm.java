package org.drydock.inventory.rpm;

import java.util.Optional;
import org.drydock.inventory.SourcePackage;

/** Takes apart the file name of a source package: {@code name-version-release.src.rpm}. It carries no epoch. */
final class SourceRpm {
    private SourceRpm() {}

    /** The source package, or nothing if the name is not of that form. */
    static Optional<SourcePackage> parse(String fileName) {
        String stem = withoutEnd(withoutEnd(withoutEnd(fileName, ".rpm"), ".src"), ".nosrc");
        int release = stem.lastIndexOf('-');
        int version = stem.lastIndexOf('-', release - 1);
        if (version < 1 || version + 1 == release || release + 1 == stem.length()) {
            return Optional.empty();
        }
        return Optional.of(new SourcePackage(stem.substring(0, version), stem.substring(version + 1)));
    }

    private static String withoutEnd(String text, String end) {
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }
}
