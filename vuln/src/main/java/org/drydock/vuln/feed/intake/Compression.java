package org.drydock.vuln.feed.intake;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** How a file is packed, told by its first bytes. */
enum Compression {
    NONE(""),
    ZIP("PK\003\004"),
    GZIP("\037\213"),
    XZ("\u00fd7zXZ\000"),
    ZSTD("(\u00b5/\u00fd"),
    BZIP2("BZh"),
    TAR("ustar");

    /** How much of a file is looked at. */
    static final int PEEKED = 512;

    private static final int TAR_MAGIC_AT = 257;
    private static final int XZ_MEMORY_KIB = 256 << 10;
    private static final int BUFFER = 1 << 16;

    /** The first bytes, a character each. */
    private final String magic;

    Compression(String magic) {
        this.magic = magic;
    }

    static Compression of(byte[] beginning) {
        for (Compression compression : values()) {
            if (compression != NONE && holds(beginning, compression == TAR ? TAR_MAGIC_AT : 0, compression.magic)) {
                return compression;
            }
        }
        return NONE;
    }

    /** The next {@code most} bytes, or what there is; they stay to be read. The stream must support marks. */
    static byte[] peek(InputStream in, int most) throws IOException {
        in.mark(most);
        byte[] beginning = in.readNBytes(most);
        in.reset();
        return beginning;
    }

    /** The unpacked stream. A zip or a tar is not one stream, and what is not packed is the stream itself. */
    InputStream unpack(InputStream in) throws IOException {
        return switch (this) {
            case GZIP -> new GZIPInputStream(in, BUFFER);
            case XZ -> new XZInputStream(in, XZ_MEMORY_KIB);
            case ZSTD -> new ZstdInputStreamNoFinalizer(in);
            case BZIP2 -> new BZip2CompressorInputStream(in, true);
            case ZIP, TAR, NONE -> in;
        };
    }

    private static boolean holds(byte[] text, int at, String magic) {
        for (int i = 0; i < magic.length(); i++) {
            if (at + i >= text.length || (text[at + i] & 0xff) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
