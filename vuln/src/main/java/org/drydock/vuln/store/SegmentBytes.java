package org.drydock.vuln.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The bytes of a segment, wherever they are. Safe for many threads. */
sealed interface SegmentBytes extends AutoCloseable {
    long size();

    /** A copy of the bytes at an offset; empty if they are not all there. */
    Optional<byte[]> read(long offset, long length);

    @Override
    void close();

    static SegmentBytes of(ByteBuffer bytes) {
        return new InMemory(bytes.slice().asReadOnlyBuffer());
    }

    /**
     * Opens a file. It may be deleted or replaced then: what was opened stays.
     *
     * @throws NoSuchFileException if there is no such file
     */
    static SegmentBytes open(Path file) throws IOException {
        try {
            return new OnDisk(file, new RandomAccessFile(file.toFile(), "r"));
        } catch (FileNotFoundException e) {
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
            throw e;
        }
    }

    /** In memory already. */
    record InMemory(ByteBuffer bytes) implements SegmentBytes {
        @Override
        public long size() {
            return bytes.limit();
        }

        @Override
        public Optional<byte[]> read(long offset, long length) {
            if (offset < 0 || length < 0 || offset > size() - length) {
                return Optional.empty();
            }
            byte[] content = new byte[(int) length];
            bytes.get((int) offset, content);
            return Optional.of(content);
        }

        @Override
        public void close() {}
    }

    /**
     * In an open file. It is read at first, and mapped once the process has read so often that it is no short one: the
     * first map of a process costs tens of milliseconds in reflection, more than all the reading of a scan, but a map
     * takes no lock, so a long-lived process with many readers gains by it. It is no channel that is read, since a channel
     * is closed for all when one thread is interrupted.
     */
    final class OnDisk implements SegmentBytes {
        private static final int READS_BEFORE_MAP = 2000;
        private static final AtomicInteger READS = new AtomicInteger();

        private final Path path;
        private final RandomAccessFile file;
        private final long size;
        private volatile @Nullable ByteBuffer map;

        private OnDisk(Path path, RandomAccessFile file) throws IOException {
            this.path = path;
            this.file = file;
            this.size = file.length();
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public Optional<byte[]> read(long offset, long length) {
            if (offset < 0 || length < 0 || length > Integer.MAX_VALUE - 8 || offset > size - length) {
                return Optional.empty();
            }
            byte[] content = new byte[(int) length];
            ByteBuffer mapped = map;
            if (mapped != null) {
                mapped.get((int) offset, content);
                return Optional.of(content);
            }
            try {
                synchronized (file) {
                    file.seek(offset);
                    file.readFully(content);
                    if (READS.incrementAndGet() > READS_BEFORE_MAP && size <= Integer.MAX_VALUE) {
                        map = map(file);
                    }
                }
            } catch (IOException e) {
                throw new StoreException("advisory store: " + path + " cannot be read: " + e.getMessage(), e);
            }
            return Optional.of(content);
        }

        /** The map stays when the file is closed, as long as it is used. */
        static ByteBuffer map(RandomAccessFile file) throws IOException {
            return file.getChannel().map(FileChannel.MapMode.READ_ONLY, 0, file.length());
        }

        @Override
        public void close() {
            try {
                file.close();
            } catch (IOException e) {
                throw new StoreException("advisory store: " + path + " cannot be closed: " + e.getMessage(), e);
            }
        }
    }
}
