package org.drydock.inventory.rpm;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.drydock.core.ImagePath;
import org.drydock.core.Limits;
import org.drydock.inventory.CatalogSink;
import org.drydock.inventory.PackageType;
import org.drydock.inventory.rpm.RpmHeader.IntArray;
import org.drydock.inventory.rpm.RpmHeader.StringArray;

/**
 * Tells which files the packages own. A header holds each directory once, and for each file a base name and the number
 * of its directory; very old ones hold whole paths.
 *
 * <p>A few bytes of a hostile header could name one long directory over and over: all paths together may be no more than
 * a multiple of the database's size, far above what honest ones need.
 */
final class OwnedFiles {
    private static final long PATH_BYTES_PER_DATABASE_BYTE = 8;

    private final CatalogSink sink;
    private final byte[] path = new byte[ImagePath.MAX_LENGTH];
    private long filesLeft;
    private long bytesLeft;

    OwnedFiles(CatalogSink sink, Limits limits, int databaseSize) {
        this.sink = sink;
        this.filesLeft = limits.layerEntries();
        this.bytesLeft = PATH_BYTES_PER_DATABASE_BYTE * databaseSize;
    }

    /**
     * Tells the files of one package.
     *
     * @param trouble takes it when not all of them can be told
     */
    void tell(RpmHeader header, String packageName, Consumer<String> trouble) {
        boolean all = true;
        if (header.has(RpmTag.BASENAMES)) {
            all = byDirectory(header, packageName);
        } else if (header.has(RpmTag.OLDFILENAMES)) {
            all = byPath(header, packageName);
        }
        if (!all) {
            trouble.accept("not all files of " + packageName + " can be told");
        }
    }

    private boolean byDirectory(RpmHeader header, String packageName) {
        StringArray names = header.strings(RpmTag.BASENAMES);
        StringArray directories = header.strings(RpmTag.DIRNAMES);
        IntArray indexes = header.ints(RpmTag.DIRINDEXES);
        if (names == null || directories == null || indexes == null) {
            return false;
        }
        int[] starts = starts(directories, Math.min(directories.size(), indexes.size()));
        int count = Math.min(names.size(), indexes.size());
        boolean all = names.size() == indexes.size();
        for (int i = 0; i < count; i++) {
            if (!names.advance()) {
                return false;
            }
            int index = indexes.get(i);
            if (index < 0 || index >= starts.length - 1 || starts[index + 1] == 0) {
                all = false;
                continue;
            }
            int length = starts[index + 1] - starts[index] - 1;
            all &= tell(header, packageName, starts[index], length, names);
        }
        return all;
    }

    /** Where each directory begins, and where the last one ends; 0 from the first one on that cannot be read. */
    private static int[] starts(StringArray directories, int count) {
        int[] starts = new int[count + 1];
        for (int i = 0; i < count && directories.advance(); i++) {
            starts[i] = directories.start();
            starts[i + 1] = directories.start() + directories.length() + 1;
        }
        return starts;
    }

    private boolean byPath(RpmHeader header, String packageName) {
        StringArray paths = header.strings(RpmTag.OLDFILENAMES);
        if (paths == null) {
            return false;
        }
        boolean all = true;
        for (int i = 0; i < paths.size(); i++) {
            if (!paths.advance()) {
                return false;
            }
            all &= tell(header, packageName, 0, 0, paths);
        }
        return all;
    }

    private boolean tell(RpmHeader header, String packageName, int start, int length, StringArray name) {
        int whole = length + name.length();
        if (whole == 0 || whole > path.length || whole > bytesLeft || filesLeft == 0) {
            return false;
        }
        bytesLeft -= whole;
        filesLeft--;
        header.copy(start, length, path, 0);
        header.copy(name.start(), name.length(), path, length);
        sink.owns(PackageType.RPM, packageName, new String(path, 0, whole, StandardCharsets.UTF_8));
        return true;
    }
}
