package org.drydock.vuln.fetch;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.drydock.core.Limits;
import org.tukaani.xz.XZInputStream;

/** Whether a file that came is whole, as far as its packing or its ends can tell. Not whether it is a feed. */
final class FileIntegrity {
    private static final int HEAD = 64;
    private static final int XZ_MEMORY_KIB = 256 << 10;

    private FileIntegrity() {}

    /** What is wrong with a file; empty if nothing is. */
    static String trouble(Path file, Limits limits) {
        try {
            byte[] head = head(file);
            if (head.length == 0) {
                return "it is empty";
            }
            String start = new String(head, StandardCharsets.ISO_8859_1);
            if (start.startsWith("PK\003\004")) {
                zip(file, limits);
            } else if (start.startsWith("\037\u008b")) {
                try (InputStream in = new GZIPInputStream(open(file))) {
                    drain(in, limits.archiveBytes());
                }
            } else if (start.startsWith("(\u00b5/\u00fd")) {
                try (InputStream in = new ZstdInputStreamNoFinalizer(open(file))) {
                    drain(in, limits.archiveBytes());
                }
            } else if (start.startsWith("\u00fd7zXZ\000")) {
                try (InputStream in = new XZInputStream(open(file), XZ_MEMORY_KIB)) {
                    drain(in, limits.archiveBytes());
                }
            } else {
                return plain(start.stripLeading(), file);
            }
            return "";
        } catch (IOException | IllegalArgumentException e) {
            return "it is damaged: " + e.getMessage();
        }
    }

    private static void zip(Path file, Limits limits) throws IOException {
        long left = limits.archiveBytes();
        int entries = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> all = zip.entries();
            while (all.hasMoreElements()) {
                if (++entries > limits.archiveEntries()) {
                    throw new IOException("more than " + limits.archiveEntries() + " entries");
                }
                try (InputStream in = zip.getInputStream(all.nextElement())) {
                    left -= drain(in, left);
                }
            }
        }
    }

    private static String plain(String start, Path file) throws IOException {
        String lower = start.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            return "it is a web page, not data";
        }
        boolean object = start.startsWith("{");
        boolean array = start.startsWith("[");
        String end = tail(file).stripTrailing();
        return (object && !end.endsWith("}")) || (array && !end.endsWith("]")) ? "it ends too early" : "";
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static String tail(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - HEAD));
            java.nio.ByteBuffer buffer = java.nio.ByteBuffer.allocate(HEAD);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // until the end
            }
            return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
        }
    }

    private static InputStream open(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    private static long drain(InputStream in, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            bytes += n;
            if (bytes > most) {
                throw new IOException("it unpacks to too much");
            }
        }
        return bytes;
    }
}
