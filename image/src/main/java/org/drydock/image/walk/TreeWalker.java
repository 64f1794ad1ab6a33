package org.drydock.image.walk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.drydock.core.Diagnostic;
import org.drydock.core.ImagePath;
import org.drydock.image.EntryType;
import org.drydock.image.EntryVisitor;
import org.drydock.image.FileEntry;
import org.drydock.image.FileTree;
import org.drydock.image.ImageException;
import org.drydock.image.WalkTotals;
import org.jspecify.annotations.Nullable;

/**
 * Walks the files below a directory with several workers, each with a visitor of its own. Links are not followed. On the
 * running machine the walk stays on the root's file system.
 */
public final class TreeWalker {
    private static final Object NO_DEVICE = new Object();

    private final FileTree tree;
    private final Object rootDevice;
    private final BlockingDeque<Path> directories = new LinkedBlockingDeque<>();
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong entries = new AtomicLong();
    private final AtomicLong files = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    private TreeWalker(FileTree tree) {
        this.tree = tree;
        this.rootDevice = tree.host() ? device(tree.root()) : NO_DEVICE;
    }

    /**
     * Shows every file to one of {@code visitors}.
     *
     * @throws ImageException if the root cannot be read at all
     */
    public static WalkTotals walk(FileTree tree, List<? extends EntryVisitor> visitors) {
        return new TreeWalker(tree).walk(visitors);
    }

    private WalkTotals walk(List<? extends EntryVisitor> visitors) {
        if (Files.isRegularFile(tree.root())) {
            visitFile(tree.root(), new ImagePath(tree.root().getFileName().toString()), visitors.getFirst());
            return totals();
        }
        if (!Files.isReadable(tree.root())) {
            throw new ImageException(tree.reference() + ": cannot be read: permission denied");
        }
        pending.set(1);
        directories.add(tree.root());
        try (ExecutorService workers = Executors.newFixedThreadPool(visitors.size())) {
            List<Future<?>> running = new ArrayList<>();
            for (EntryVisitor visitor : visitors) {
                running.add(workers.submit(() -> work(visitor)));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImageException(tree.reference() + ": interrupted", e);
        } catch (ExecutionException e) {
            throw new ImageException(tree.reference() + ": " + e.getCause(), e);
        }
        return totals();
    }

    private WalkTotals totals() {
        return new WalkTotals(entries.get(), files.get(), bytes.get(), true);
    }

    private void work(EntryVisitor visitor) {
        try {
            while (pending.get() > 0) {
                Path directory = directories.pollLast(10, java.util.concurrent.TimeUnit.MILLISECONDS);
                if (directory != null) {
                    try {
                        list(directory, visitor);
                    } finally {
                        pending.decrementAndGet();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void list(Path directory, EntryVisitor visitor) {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
            for (Path child : children) {
                ImagePath path = ImagePath.parse(tree.root().relativize(child).toString())
                        .orElse(null);
                if (path == null) {
                    visitor.diagnostic(Diagnostic.notExamined(
                            "malformed-name", child.toString(), "the path is too long; not examined"));
                } else {
                    visitFile(child, path, visitor);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            visitor.diagnostic(unreadable(directory, e));
        }
    }

    private void visitFile(Path file, ImagePath path, EntryVisitor visitor) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            entries.incrementAndGet();
            if (attributes.isDirectory()) {
                if (stays(file, path, visitor)) {
                    visitor.visit(new FileEntry(path, EntryType.DIRECTORY, 0, ""), new StreamContent());
                    pending.incrementAndGet();
                    directories.addLast(file);
                }
            } else if (attributes.isRegularFile()) {
                files.incrementAndGet();
                bytes.addAndGet(attributes.size());
                try (LazyFile in = new LazyFile(file)) {
                    visitor.visit(
                            new FileEntry(path, EntryType.FILE, attributes.size(), ""), new StreamContent().of(in));
                }
            } else if (attributes.isSymbolicLink()) {
                String target = Files.readSymbolicLink(file).toString();
                visitor.visit(new FileEntry(path, EntryType.SYMLINK, 0, target), new StreamContent());
            } else {
                visitor.visit(new FileEntry(path, EntryType.OTHER, 0, ""), new StreamContent());
            }
        } catch (IOException e) {
            visitor.diagnostic(unreadable(file, e));
        }
    }

    private boolean stays(Path directory, ImagePath path, EntryVisitor visitor) {
        if (!tree.host() || rootDevice.equals(device(directory))) {
            return true;
        }
        visitor.diagnostic(Diagnostic.note(
                "other-file-system", path.toString(), "another file system is mounted here; not examined"));
        return false;
    }

    private static Object device(Path path) {
        try {
            return Files.getAttribute(path, "unix:dev", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException | UnsupportedOperationException e) {
            return NO_DEVICE;
        }
    }

    private static Diagnostic unreadable(Path path, Exception e) {
        String why =
                e instanceof java.nio.file.AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
        return Diagnostic.notExamined("unreadable", path.toString(), "cannot be read (" + why + "); not examined");
    }

    /** Opens the file only if somebody reads it. */
    private static final class LazyFile extends InputStream {
        private final Path file;
        private @Nullable InputStream in;

        LazyFile(Path file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            return opened().read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return opened().read(into, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (in != null) {
                in.close();
            }
        }

        private InputStream opened() throws IOException {
            InputStream open = in;
            if (open == null) {
                open = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
                in = open;
            }
            return open;
        }
    }
}
