package org.drydock.inventory.java;

import java.util.Arrays;
import java.util.List;
import org.drydock.core.LimitExceededException;
import org.drydock.inventory.java.ArchiveScan.MavenFolder;
import org.drydock.inventory.zip.EntryReader;
import org.drydock.inventory.zip.ZipEntry;
import org.drydock.inventory.zip.ZipFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the small files of an archive that tell of coordinates. All methods throw {@link LimitExceededException} if the
 * walk's budget is spent.
 */
final class MetadataReader {
    private static final int MAX_MANIFEST = 1 << 20;
    private static final int MAX_POM_PROPERTIES = 1 << 16;
    private static final int MAX_POM = 1 << 21;

    private final EntryReader reader;
    private final Remarks remarks;

    MetadataReader(EntryReader reader, Remarks remarks) {
        this.reader = reader;
        this.remarks = remarks;
    }

    JarManifest manifest(@Nullable ZipEntry entry, String innerPath) {
        return entry == null ? JarManifest.EMPTY : JarManifest.parse(read(entry, MAX_MANIFEST, innerPath));
    }

    /** Licences as the pom names them. */
    List<String> licenses(@Nullable ZipEntry pom, String innerPath) {
        return pom == null
                ? List.of()
                : PomXml.parse(read(pom, MAX_POM, innerPath)).licenses();
    }

    /** What a folder tells; its path fills in for what its files leave out. */
    MavenDescriptor descriptor(MavenFolder folder, String innerPath) {
        ZipEntry properties = folder.properties();
        ZipEntry pom = folder.pom();
        Coordinates stated = properties == null
                ? new Coordinates("", "", "")
                : PomProperties.parse(read(properties, MAX_POM_PROPERTIES, innerPath));
        String evidence = properties == null ? MavenDescriptor.POM_XML : MavenDescriptor.POM_PROPERTIES;
        if (pom != null && isPartial(stated)) {
            stated = stated.orElse(PomXml.parse(read(pom, MAX_POM, innerPath)).coordinates());
        }
        return new MavenDescriptor(stated.orElse(folder.named()), evidence, folder.isAtRoot(), pom);
    }

    private static boolean isPartial(Coordinates coordinates) {
        return coordinates.groupId().isEmpty()
                || coordinates.artifactId().isEmpty()
                || coordinates.version().isEmpty();
    }

    /** Of what ends early, the last line is left out: half a version would be a wrong one. */
    private byte[] read(ZipEntry entry, int max, String innerPath) {
        EntryReader.Content content;
        try {
            content = reader.head(entry, max);
        } catch (ZipFormatException e) {
            remarks.notExamined("unreadable-archive-entry", innerPath, e.problem());
            return new byte[0];
        }
        byte[] bytes = new byte[content.bytes().remaining()];
        content.bytes().get(bytes);
        if (!content.damaged()) {
            return bytes;
        }
        remarks.notExamined(
                "broken-archive-entry", innerPath, entry.shownName() + ": ends early: only its beginning was examined");
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }
}
