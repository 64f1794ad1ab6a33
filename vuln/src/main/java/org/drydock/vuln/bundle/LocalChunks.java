package org.drydock.vuln.bundle;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drydock.core.Digest;

/** The chunks that files of the store at hand consist of, so that they need not come again. */
final class LocalChunks implements AutoCloseable {
    private static final int PIECE = 1 << 16;

    private final List<RandomAccessFile> files = new ArrayList<>();
    private final Map<Digest, Extent> extents = new HashMap<>();

    private record Extent(RandomAccessFile file, long offset, int bytes) {}

    private LocalChunks() {}

    /** Cuts files into chunks. They stay open; one that is gone has nothing to offer. */
    static LocalChunks of(List<Path> paths) throws IOException {
        LocalChunks chunks = new LocalChunks();
        boolean read = false;
        try {
            for (Path path : paths) {
                if (Files.isRegularFile(path)) {
                    chunks.add(new RandomAccessFile(path.toFile(), "r"));
                }
            }
            read = true;
            return chunks;
        } finally {
            if (!read) {
                chunks.close();
            }
        }
    }

    Optional<byte[]> find(BundleManifest.Chunk chunk) throws IOException {
        Extent extent = extents.get(chunk.sha256());
        if (extent == null || extent.bytes != chunk.bytes()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[extent.bytes];
        extent.file.seek(extent.offset);
        extent.file.readFully(bytes);
        return Optional.of(bytes);
    }

    @Override
    public void close() throws IOException {
        for (RandomAccessFile file : files) {
            file.close();
        }
    }

    private void add(RandomAccessFile file) throws IOException {
        files.add(file);
        long[] offset = {0};
        try (Chunker chunker = new Chunker(chunk -> {
            extents.putIfAbsent(Sha256.of(chunk), new Extent(file, offset[0], chunk.length));
            offset[0] += chunk.length;
        })) {
            byte[] piece = new byte[PIECE];
            for (int length = file.read(piece); length >= 0; length = file.read(piece)) {
                chunker.write(piece, 0, length);
            }
        }
    }
}
