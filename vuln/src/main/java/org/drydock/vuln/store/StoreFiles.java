package org.drydock.vuln.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a store's folder, written so that a crash at any moment leaves the old or the new. */
final class StoreFiles {
    static final String CURRENT = "CURRENT";
    static final String LOCK = "LOCK";
    static final String SEGMENT = ".segment";
    /** The end of the names of files that are not part of the store yet, and never if their writer dies. */
    static final String ASIDE = ".aside";

    private static final AtomicLong ASIDE_COUNT = new AtomicLong();

    private StoreFiles() {}

    /** A new, empty file beside the store's, as readable by others as their settings allow. */
    static Path aside(Path folder, String kind) throws IOException {
        while (true) {
            try {
                return Files.createFile(folder.resolve(kind + "-" + ASIDE_COUNT.incrementAndGet() + ASIDE));
            } catch (FileAlreadyExistsException e) {
                // left by a writer that died; the next number is free
            }
        }
    }

    /** Makes {@code file}, which is complete, appear as {@code target}: its bytes are on the disk before its name is. */
    static void publish(Path file, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("the file system of " + target + " cannot replace a file in one step", e);
        }
        forceFolder(target.toAbsolutePath().getParent());
    }

    /** Deletes segments that are not named any more and what writers left aside. Only the holder of the lock may. */
    static void deleteAllBut(Path folder, Set<String> named) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                boolean unnamed = name.endsWith(SEGMENT) && !named.contains(name);
                if (unnamed || name.endsWith(ASIDE)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static void forceFolder(@Nullable Path folder) throws IOException {
        if (folder == null || isWindows()) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Windows knows no way to force a folder; its journal keeps the order. */
    private static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }
}
