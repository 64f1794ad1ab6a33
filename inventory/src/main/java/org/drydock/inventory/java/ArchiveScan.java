package org.drydock.inventory.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drydock.inventory.zip.ZipCursor;
import org.drydock.inventory.zip.ZipEntry;
import org.drydock.inventory.zip.ZipFormatException;
import org.jspecify.annotations.Nullable;

/** One pass over an archive's directory: what in it speaks of coordinates, without unpacking anything. */
final class ArchiveScan {
    private static final String MANIFEST = "meta-inf/manifest.mf";
    private static final String MAVEN = "META-INF/maven/";
    private static final String NATIVE_IMAGE = "meta-inf/native-image/";
    private static final int MAX_NATIVE_IMAGES = 16;
    private static final int MAX_PATH = 1024;
    private static final int MAX_PROBLEMS = 16;

    private final Map<String, MavenFolder> folders = new TreeMap<>();
    private final List<String> nativeImages = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final CommonPackage commonPackage = new CommonPackage();
    private @Nullable ZipEntry manifest;
    private boolean classes;
    private int nested;
    private boolean cutShort;

    private ArchiveScan() {}

    /** @param maxEntries how many entries to look at */
    static ArchiveScan of(ZipCursor entries, int maxEntries, int maxFolders) {
        ArchiveScan scan = new ArchiveScan();
        int left = maxEntries;
        while (entries.next()) {
            if (left-- == 0 || scan.folders.size() > maxFolders) {
                scan.cutShort = true;
                break;
            }
            scan.look(entries);
        }
        return scan;
    }

    /** A folder {@code META-INF/maven/GROUP/ARTIFACT}. */
    static final class MavenFolder {
        private final String path;
        private @Nullable ZipEntry properties;
        private @Nullable ZipEntry pom;

        private MavenFolder(String path) {
            this.path = path;
        }

        /** Whether it lies where a build puts the archive's own. */
        boolean isAtRoot() {
            return path.startsWith(MAVEN);
        }

        /** Group and artifact as the path has them, empty if it is not of that form. */
        Coordinates named() {
            String inner = path.substring(Math.min(path.length(), path.lastIndexOf(MAVEN) + MAVEN.length()));
            int slash = inner.indexOf('/');
            return slash < 0 || inner.indexOf('/', slash + 1) >= 0
                    ? new Coordinates("", "", "")
                    : new Coordinates(
                            Coordinates.idOrEmpty(inner.substring(0, slash)),
                            Coordinates.idOrEmpty(inner.substring(slash + 1)),
                            "");
        }

        @Nullable
        ZipEntry properties() {
            return properties;
        }

        @Nullable
        ZipEntry pom() {
            return pom;
        }
    }

    /** By path. */
    List<MavenFolder> folders() {
        return List.copyOf(folders.values());
    }

    @Nullable
    ZipEntry manifest() {
        return manifest;
    }

    /** Entries that cannot be found where the directory says. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Whether there are classes, other than in nested archives. */
    boolean hasClasses() {
        return classes;
    }

    boolean hasNested() {
        return nested > 0;
    }

    /** Whether there are more entries than were looked at. */
    boolean isCutShort() {
        return cutShort;
    }

    /** The package all classes lie below, empty if there is none. */
    String commonPackage() {
        return commonPackage.name();
    }

    /** The {@code group/artifact} pairs that configuration for GraalVM's native image is filed under. */
    List<String> nativeImages() {
        return List.copyOf(nativeImages);
    }

    private void look(ZipCursor entry) {
        if (entry.nameEndsWith(".class")) {
            classes = true;
            commonPackage.add(entry);
        } else if (ArchiveExtensions.isArchive(entry)) {
            nested++;
        } else if (entry.nameEndsWith(MavenDescriptor.POM_PROPERTIES) || entry.nameEndsWith(MavenDescriptor.POM_XML)) {
            keepMavenFile(entry);
        } else if (manifest == null && entry.nameLength() == MANIFEST.length() && entry.nameEndsWith(MANIFEST)) {
            manifest = entryOrNull(entry);
        } else if (nativeImages.size() < MAX_NATIVE_IMAGES && entry.nameStartsWith(NATIVE_IMAGE)) {
            keepNativeImage(entry.name().substring(NATIVE_IMAGE.length()));
        }
    }

    private void keepMavenFile(ZipCursor cursor) {
        if (cursor.nameLength() > MAX_PATH) {
            return;
        }
        String name = cursor.name();
        int slash = name.lastIndexOf('/');
        if (name.lastIndexOf(MAVEN, slash) < 0) {
            return;
        }
        String file = name.substring(slash + 1);
        boolean properties = file.equals(MavenDescriptor.POM_PROPERTIES);
        if (!properties && !file.equals(MavenDescriptor.POM_XML)) {
            return;
        }
        ZipEntry entry = entryOrNull(cursor);
        if (entry == null) {
            return;
        }
        MavenFolder folder = folders.computeIfAbsent(name.substring(0, slash), MavenFolder::new);
        if (properties && folder.properties == null) {
            folder.properties = entry;
        } else if (!properties && folder.pom == null) {
            folder.pom = entry;
        }
    }

    private void keepNativeImage(String path) {
        int group = path.indexOf('/');
        int artifact = group < 0 ? -1 : path.indexOf('/', group + 1);
        if (artifact > 0 && !nativeImages.contains(path.substring(0, artifact))) {
            nativeImages.add(path.substring(0, artifact));
        }
    }

    private @Nullable ZipEntry entryOrNull(ZipCursor cursor) {
        try {
            return cursor.entry();
        } catch (ZipFormatException e) {
            if (problems.size() < MAX_PROBLEMS) {
                problems.add(e.problem());
            }
            return null;
        }
    }
}
