package org.drydock.vuln.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.drydock.vuln.store.AdvisoryStore.SourceStatus;

/**
 * The file {@code CURRENT} of a store: of which segments it consists, and what each holds, so that a segment need not be
 * opened to learn that it is not needed. It is replaced in one step, which is what makes an import visible.
 *
 * <p>A line a segment, its members set apart by tabs; the last line is the checksum of the lines before it.
 */
record Manifest(List<Entry> entries) {
    private static final String FIRST_LINE = "drydock-advisory-store\t3";
    private static final String PRODUCT = FIRST_LINE.substring(0, FIRST_LINE.indexOf('\t'));
    private static final String CHECK = "crc32c\t";
    private static final int MAX_BYTES = 16 << 20;
    private static final int MEMBERS = 13;

    /**
     * A segment.
     *
     * @param file its name in the folder
     * @param bytes its length
     */
    record Entry(String file, long bytes, SegmentSummary summary) {
        String source() {
            return summary.status().name();
        }

        private String namespaces() {
            return String.join(" ", summary.status().namespaces());
        }
    }

    Manifest {
        entries = entries.stream()
                .sorted(Comparator.comparing(Entry::source).thenComparing(Entry::namespaces))
                .toList();
    }

    /**
     * Reads the store's manifest; empty if there is no store.
     *
     * @throws StoreException if it is damaged, or of another version
     */
    static Optional<Manifest> read(Path folder) {
        Path file = folder.resolve(StoreFiles.CURRENT);
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new DamagedStoreException(file.toString(), "it is too large");
            }
            return Optional.of(parse(Files.readString(file, StandardCharsets.ISO_8859_1), file.toString()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StoreException("advisory store: " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The segments of a source. */
    List<Entry> of(String source) {
        return entries.stream().filter(entry -> entry.source().equals(source)).toList();
    }

    /** The names of the segments' files. */
    Set<String> files() {
        return entries.stream().map(Entry::file).collect(Collectors.toUnmodifiableSet());
    }

    /** This, but with these segments in place of all of their sources'. */
    Manifest with(List<Entry> segments) {
        Set<String> sources = segments.stream().map(Entry::source).collect(Collectors.toUnmodifiableSet());
        return new Manifest(Stream.concat(
                        entries.stream().filter(entry -> !sources.contains(entry.source())), segments.stream())
                .toList());
    }

    /** Replaces the store's manifest in one step. */
    void write(Path folder) throws IOException {
        Path aside = StoreFiles.aside(folder, "current");
        Files.writeString(aside, text(), StandardCharsets.ISO_8859_1);
        StoreFiles.publish(aside, folder.resolve(StoreFiles.CURRENT));
    }

    String text() {
        StringBuilder out = new StringBuilder(FIRST_LINE).append('\n');
        for (Entry entry : entries) {
            SourceStatus status = entry.summary.status();
            out.append(escape(status.name())).append('\t').append(escape(entry.file));
            out.append('\t').append(entry.bytes);
            out.append('\t').append(escape(status.format()));
            out.append('\t').append(status.records());
            out.append('\t').append(entry.summary.statements());
            out.append('\t').append(entry.summary.knownExploited());
            out.append('\t').append(entry.summary.exploitPredictions());
            out.append('\t').append(entry.summary.endsOfLife());
            out.append('\t').append(entry.summary.keysRevision());
            out.append('\t').append(escape(status.date()));
            out.append('\t').append(escape(status.origin()));
            out.append('\t')
                    .append(String.join(
                            " ",
                            status.namespaces().stream().map(Manifest::escape).toList()));
            out.append('\n');
        }
        return out + CHECK + checksum(out.toString()) + "\n";
    }

    static Manifest parse(String text, String file) {
        int lastLine = text.lastIndexOf('\n', text.length() - 2) + 1;
        if (text.startsWith(PRODUCT + "\t") && !text.startsWith(FIRST_LINE + "\n")) {
            throw new StoreException("advisory store: " + file
                    + " was written by another version of Drydock; use that, or import into another folder");
        }
        if (!text.startsWith(FIRST_LINE + "\n")
                || !text.substring(lastLine).equals(CHECK + checksum(text.substring(0, lastLine)) + "\n")) {
            throw new DamagedStoreException(file, "it does not match its checksum");
        }
        List<Entry> entries = new ArrayList<>();
        String[] lines = text.substring(0, lastLine).split("\n", -1);
        for (int i = 1; i < lines.length - 1; i++) {
            entries.add(entry(lines[i], file));
        }
        return new Manifest(entries);
    }

    private static Entry entry(String line, String file) {
        String[] members = line.split("\t", -1);
        if (members.length != MEMBERS) {
            throw new DamagedStoreException(file, "a line is incomplete");
        }
        try {
            List<String> namespaces = members[12].isEmpty()
                    ? List.of()
                    : List.of(members[12].split(" ", -1)).stream()
                            .map(Manifest::unescape)
                            .toList();
            SourceStatus status = new SourceStatus(
                    unescape(members[0]),
                    unescape(members[3]),
                    namespaces,
                    Long.parseLong(members[4]),
                    unescape(members[10]),
                    unescape(members[11]));
            SegmentSummary summary = new SegmentSummary(
                    status,
                    Long.parseLong(members[5]),
                    Long.parseLong(members[6]),
                    Long.parseLong(members[7]),
                    Long.parseLong(members[8]),
                    Long.parseLong(members[9]));
            return new Entry(unescape(members[1]), Long.parseLong(members[2]), summary);
        } catch (IllegalArgumentException e) {
            throw new DamagedStoreException(file, "a line is malformed");
        }
    }

    /** Everything but visible ASCII as {@code %} and two digits for each byte of its UTF-8. */
    private static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 0x7f && b != '%') {
                out.append((char) b);
            } else {
                out.append('%').append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
            }
        }
        return out.toString();
    }

    private static String unescape(String text) {
        byte[] bytes = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '%') {
                bytes[length++] = (byte) text.charAt(i);
                continue;
            }
            if (i + 2 >= text.length()) {
                throw new IllegalArgumentException("cut off");
            }
            bytes[length++] = (byte) Integer.parseInt(text, i + 1, i + 3, 16);
            i += 2;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static String checksum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
        return Long.toHexString(crc.getValue());
    }
}
