package org.drydock.image.walk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.drydock.core.Diagnostic;
import org.drydock.core.Digest;
import org.drydock.core.ImagePath;
import org.drydock.core.LimitExceededException;
import org.drydock.core.Limits;
import org.drydock.image.EntryType;
import org.drydock.image.EntryVisitor;
import org.drydock.image.FileEntry;
import org.drydock.image.ImageException;
import org.drydock.image.Layer;
import org.drydock.image.WalkTotals;
import org.drydock.image.tar.TarEntry;
import org.drydock.image.tar.TarException;
import org.drydock.image.tar.TarReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks a layer in one pass: decompresses, hashes and reads the tar archive as the bytes come, and verifies the blob's
 * digest and the diffID at the end.
 *
 * <p>A layer whose bytes are not those that the image names is an {@link ImageException}. One that is what it says, but
 * is broken or beyond the limits, is a diagnostic, and what came before counts.
 */
public final class LayerWalker {
    private final Layer layer;
    private final Limits limits;
    private final EntryVisitor visitor;
    private final Progress progress;
    private final String place;
    private final StreamContent content = new StreamContent();

    private long entries;
    private long files;
    private long bytes;

    /** Hears how far the walk is. */
    @FunctionalInterface
    public interface Progress {
        /** {@code bytes} more uncompressed bytes are done. */
        void advanced(long bytes);
    }

    private LayerWalker(Layer layer, Limits limits, EntryVisitor visitor, Progress progress) {
        this.layer = layer;
        this.limits = limits;
        this.visitor = visitor;
        this.progress = progress;
        this.place = "layer " + layer.origin().index() + " ("
                + layer.origin().diffId().shortHex() + ")";
    }

    /**
     * Shows every entry of {@code layer} to {@code visitor}.
     *
     * @throws ImageException if the layer cannot be read, or a digest is wrong
     */
    public static WalkTotals walk(Layer layer, Limits limits, EntryVisitor visitor, Progress progress) {
        return new LayerWalker(layer, limits, visitor, progress).walk();
    }

    private WalkTotals walk() {
        Digest diffId = layer.origin().diffId();
        Digest blobDigest = layer.digest();
        MessageDigest blobHash = messageDigest(blobDigest == null ? "sha256" : blobDigest.algorithm());
        try (InputStream stored = layer.blob().open()) {
            HashingInputStream blob = new HashingInputStream(stored, blobHash);
            try (LayerPipe pipe = new LayerPipe(
                    () -> Compression.decompress(blob),
                    messageDigest(diffId.algorithm()),
                    count -> reached(count, blob.count()),
                    place)) {
                readEntries(pipe);
                pipe.transferTo(OutputStream.nullOutputStream());
                verify("diffID", diffId, pipe.digest());
            }
            blob.transferTo(OutputStream.nullOutputStream());
            if (blobDigest != null) {
                verify("digest", blobDigest, blob.digest());
            }
            return new WalkTotals(entries, files, bytes, true);
        } catch (LimitExceededException e) {
            visitor.diagnostic(Diagnostic.notExamined(
                    "layer-limit", place, e.getMessage() + "; the rest of the layer was not examined"));
            return new WalkTotals(entries, files, bytes, false);
        } catch (IOException e) {
            throw new ImageException(place + ": cannot be read, it is truncated or damaged: " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** Reads all entries; a broken archive ends the reading, not the verification. */
    private void readEntries(LayerPipe pipe) throws IOException {
        TarReader tar = new TarReader(pipe);
        try {
            for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
                visit(entry, tar);
            }
        } catch (TarException e) {
            visitor.diagnostic(Diagnostic.notExamined(
                    "corrupt-layer",
                    place,
                    "the layer's archive is broken " + e.getMessage() + "; what follows was not examined"));
        }
    }

    private void visit(TarEntry entry, TarReader tar) throws IOException {
        entries++;
        if (entries > limits.layerEntries()) {
            throw new LimitExceededException("more than " + limits.layerEntries() + " entries");
        }
        ImagePath path = path(entry.name());
        if (path == null || path.equals(ImagePath.ROOT)) {
            return;
        }
        EntryType type = type(entry);
        if (type == null) {
            visitor.diagnostic(Diagnostic.notExamined(
                    "unknown-entry-type",
                    place + " " + path,
                    "an entry has the unknown type '" + printable(entry.type()) + "'"));
            return;
        }
        if (type == EntryType.FILE) {
            files++;
        }
        visitor.visit(
                new FileEntry(path, type, type == EntryType.FILE ? entry.size() : 0, entry.linkName()),
                content.of(tar.content()));
    }

    /** As a container runtime does, a name that climbs stays below the root; unlike there, it is told. */
    private @Nullable ImagePath path(String name) {
        ImagePath path = ImagePath.parse(name).orElse(null);
        if (path != null) {
            return path;
        }
        path = ImagePath.ROOT.resolveLink("/" + name).orElse(null);
        if (path == null) {
            visitor.diagnostic(Diagnostic.notExamined(
                    "malformed-name", place, "an entry's name is too long or holds a NUL: " + shortened(name)));
        } else {
            visitor.diagnostic(Diagnostic.warning(
                    "name-leaves-root", place, "an entry's name climbs above the root: " + shortened(name)));
        }
        return path;
    }

    private static @Nullable EntryType type(TarEntry entry) {
        return switch (entry.type()) {
            case TarEntry.FILE -> EntryType.FILE;
            case TarEntry.DIRECTORY -> EntryType.DIRECTORY;
            case TarEntry.SYMLINK -> EntryType.SYMLINK;
            case TarEntry.HARDLINK -> EntryType.HARDLINK;
            case '3', '4', '6' -> EntryType.OTHER;
            default -> null;
        };
    }

    private void reached(long count, long compressed) {
        progress.advanced(count - bytes);
        bytes = count;
        if (bytes > limits.layerBytes()) {
            throw new LimitExceededException("larger than " + limits.layerBytes() + " bytes");
        }
        if (bytes - limits.expansionFree() > compressed * limits.expansionRatio()) {
            throw new LimitExceededException(
                    "expands more than " + limits.expansionRatio() + " times: a decompression bomb");
        }
    }

    private void verify(String what, Digest stated, byte[] found) {
        String hex = java.util.HexFormat.of().formatHex(found);
        if (!stated.hex().equals(hex)) {
            throw new ImageException(place + ": wrong " + what + ": the image names " + stated + ", the content is "
                    + stated.algorithm() + ":" + hex + "; the image is damaged or was changed");
        }
    }

    private static MessageDigest messageDigest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.equals("sha512") ? "SHA-512" : "SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-2", e);
        }
    }

    private static String shortened(String name) {
        String safe = name.replaceAll("\\p{Cntrl}", "?");
        return safe.length() <= 80 ? safe : safe.substring(0, 77) + "...";
    }

    private static String printable(char type) {
        return type >= ' ' && type < 127 ? String.valueOf(type) : String.format("\\x%02x", (int) type);
    }
}
