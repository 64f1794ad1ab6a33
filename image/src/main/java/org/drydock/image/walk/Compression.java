package org.drydock.image.walk;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** How a blob is compressed, told by its first bytes: media types are not always right. */
public enum Compression {
    NONE,
    GZIP,
    ZSTD;

    private static final int BUFFER = 1 << 16;
    private static final int MAGIC = 4;

    /** The most memory a zstd frame may ask for, as a power of two: 128 MiB. */
    private static final int MAX_ZSTD_WINDOW_LOG = 27;

    /** The uncompressed bytes of {@code blob}, whatever its compression. */
    public static InputStream decompress(InputStream blob) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(blob, BUFFER);
        buffered.mark(MAGIC);
        byte[] magic = buffered.readNBytes(MAGIC);
        buffered.reset();
        return switch (of(magic)) {
            case NONE -> buffered;
            case GZIP -> new GZIPInputStream(buffered, BUFFER);
            case ZSTD -> {
                ZstdInputStreamNoFinalizer zstd = new ZstdInputStreamNoFinalizer(buffered);
                zstd.setLongMax(MAX_ZSTD_WINDOW_LOG);
                yield zstd;
            }
        };
    }

    private static Compression of(byte[] magic) {
        if (magic.length >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
            return GZIP;
        }
        if (magic.length >= MAGIC
                && magic[0] == 0x28
                && magic[1] == (byte) 0xb5
                && magic[2] == 0x2f
                && magic[3] == (byte) 0xfd) {
            return ZSTD;
        }
        return NONE;
    }
}
