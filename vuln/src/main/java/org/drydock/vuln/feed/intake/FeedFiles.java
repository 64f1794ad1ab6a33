package org.drydock.vuln.feed.intake;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.drydock.core.Diagnostic;
import org.drydock.core.Limits;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.feed.FeedText;

/** The files of a folder. */
final class FeedFiles {
    private static final int MAX_DEPTH = 64;

    private FeedFiles() {}

    /** Every file at or below {@code path}, sorted; hidden folders, as version control keeps them, are left out. */
    static List<Path> below(Path path, Limits limits, FeedReader.Receiver receiver) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(
                    path, EnumSet.noneOf(java.nio.file.FileVisitOption.class), MAX_DEPTH, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                            boolean hidden = !folder.equals(path)
                                    && folder.getFileName().toString().startsWith(".");
                            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            if (Files.isRegularFile(file)) {
                                files.add(file);
                            }
                            return files.size() < limits.archiveEntries() ? FileVisitResult.CONTINUE : tooMany();
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException e) {
                            receiver.diagnostic(Diagnostic.notExamined(
                                    "feed-unreadable",
                                    file.toString(),
                                    FeedText.printable(String.valueOf(e.getMessage()))));
                            return FileVisitResult.CONTINUE;
                        }

                        private FileVisitResult tooMany() {
                            receiver.diagnostic(Diagnostic.notExamined(
                                    "too-many-files",
                                    path.toString(),
                                    "only " + limits.archiveEntries() + " files were read"));
                            return FileVisitResult.TERMINATE;
                        }
                    });
        } catch (IOException e) {
            throw new FeedException(path + ": cannot be read: " + e.getMessage(), e);
        }
        Collections.sort(files);
        return files;
    }
}
