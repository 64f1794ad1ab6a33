package org.drydock.vuln.feed.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.drydock.core.Diagnostic;
import org.drydock.core.LimitExceededException;
import org.drydock.core.Limits;
import org.drydock.vuln.feed.FeedException;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedStart;
import org.drydock.vuln.feed.FeedText;

/**
 * Finds the feeds in files and folders, as they come: plain, compressed with gzip, zstd, xz or bzip2, or packed in a
 * zip or a tar; also one of these inside another. What a document is shows in its content; its name does not matter.
 *
 * <p>Nothing a file holds stops the reading of the others: what is no feed, or cannot be read, becomes a diagnostic.
 */
public final class FeedReader {
    private static final int MAX_NESTING = 3;

    private final Limits limits;

    public FeedReader(Limits limits) {
        this.limits = limits;
    }

    /** Takes the documents that are feeds. */
    public interface Receiver {
        /**
         * A document of a known shape, to be read before this returns.
         *
         * @param group what it belongs to, if it is one record of a larger set: the zip that holds it, else {@code path}
         *     of {@link FeedReader#read}
         * @param place the file, with {@code !/} before the path inside of it
         */
        void document(FeedParser parser, String group, String place, InputStream in);

        void diagnostic(Diagnostic diagnostic);
    }

    /**
     * Reads a file, or every file in a folder in the order of their names. Links to folders are not followed.
     *
     * @throws FeedException if {@code path} does not exist
     */
    public void read(Path path, Receiver receiver) {
        if (!Files.exists(path)) {
            throw new FeedException(path + ": no such file or folder");
        }
        for (Path file : FeedFiles.below(path, limits, receiver)) {
            new OpenFile(file, path.toString(), receiver).read();
        }
    }

    /** One file while it is read, with what was unpacked of it so far. */
    private final class OpenFile {
        private final Path file;
        private final String group;
        private final Receiver receiver;
        private final Expansion expansion;
        private int entries;

        OpenFile(Path file, String group, Receiver receiver) {
            this.file = file;
            this.group = group;
            this.receiver = receiver;
            this.expansion = new Expansion(limits, file);
        }

        void read() {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                if (Compression.of(Compression.peek(in, Compression.PEEKED)) == Compression.ZIP) {
                    zipFile();
                } else {
                    content(in, file.toString(), group, 0);
                }
            } catch (IOException | FeedException | LimitExceededException e) {
                unreadable(file.toString(), e);
            }
        }

        /** The zip's own table says what is in it, and an entry that is damaged does not hide the next. */
        private void zipFile() throws IOException {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                Enumeration<? extends ZipEntry> all = zip.entries();
                while (all.hasMoreElements()) {
                    ZipEntry entry = all.nextElement();
                    if (entry.isDirectory()) {
                        continue;
                    }
                    countEntry();
                    String place = file + "!/" + FeedText.printable(entry.getName());
                    try (InputStream in = zip.getInputStream(entry)) {
                        content(buffered(in, place), place, file.toString(), 1);
                    } catch (IOException | FeedException e) {
                        unreadable(place, e);
                    }
                }
            } catch (ZipException | IllegalArgumentException e) {
                throw new FeedException(file + ": not a readable zip: " + e.getMessage(), e);
            }
        }

        private void content(InputStream in, String place, String group, int nesting) throws IOException {
            Compression compression = Compression.of(Compression.peek(in, Compression.PEEKED));
            switch (compression) {
                case NONE -> document(in, place, group);
                case ZIP, TAR, GZIP, XZ, ZSTD, BZIP2 -> {
                    if (nesting == MAX_NESTING) {
                        throw new FeedException(
                                place + ": archives inside of archives inside of archives are not read");
                    }
                    unpack(compression, in, place, group, nesting);
                }
            }
        }

        private void unpack(Compression compression, InputStream in, String place, String group, int nesting)
                throws IOException {
            if (compression == Compression.ZIP) {
                zipStream(in, place, nesting);
            } else if (compression == Compression.TAR) {
                tarStream(in, place, nesting);
            } else {
                try (InputStream unpacked = compression.unpack(in)) {
                    content(buffered(unpacked, place), place, group, nesting + 1);
                }
            }
        }

        private void zipStream(InputStream in, String place, int nesting) throws IOException {
            ZipInputStream zip = new ZipInputStream(in);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    entry(zip, place, entry.getName(), nesting);
                }
            }
        }

        private void tarStream(InputStream in, String place, int nesting) throws IOException {
            TarEntries tar = new TarEntries(in);
            for (String name = tar.next(); name != null; name = tar.next()) {
                entry(tar.content(), place, name, nesting);
            }
        }

        /** An entry that cannot be read does not hide the next; damage of the archive shows there once more. */
        private void entry(InputStream archive, String place, String name, int nesting) throws IOException {
            countEntry();
            String inner = place + "!/" + FeedText.printable(name);
            try {
                content(buffered(archive, inner), inner, place, nesting + 1);
            } catch (FeedException e) {
                unreadable(inner, e);
            }
        }

        private void document(InputStream in, String place, String group) throws IOException {
            FeedStart start = FeedStart.of(Compression.peek(in, FeedStart.BYTES));
            Optional<FeedParser> parser = FeedParsers.of(start);
            if (parser.isPresent()) {
                receiver.document(parser.get(), group, place, in);
            } else {
                receiver.diagnostic(Diagnostic.notExamined(
                        "not-recognised",
                        place,
                        "no advisory feed of a known shape (" + FeedParsers.formats() + "); skipped"));
            }
        }

        private InputStream buffered(InputStream in, String place) {
            return new BufferedInputStream(expansion.counting(in, place));
        }

        private void countEntry() {
            if (++entries > limits.archiveEntries()) {
                throw new LimitExceededException(file + ": more than " + limits.archiveEntries() + " entries");
            }
        }

        private void unreadable(String place, Exception e) {
            String message = String.valueOf(e.getMessage());
            receiver.diagnostic(Diagnostic.notExamined("feed-unreadable", place, FeedText.printable(message)));
        }
    }
}
