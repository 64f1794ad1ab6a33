package org.drydock.image.tar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of a PAX extended header that change how an entry is read.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_03">pax extended
 *     header</a>
 * @see <a href="https://www.gnu.org/software/tar/manual/html_section/Sparse-Formats.html">GNU sparse formats</a>
 */
final class PaxRecords {
    private final Map<String, String> records = new HashMap<>();
    private final List<SparseMap.Region> sparse00 = new ArrayList<>();
    private long pendingOffset = -1;

    /** Adds the records of one header; a later record replaces an earlier one. */
    void parse(byte[] text, long at) throws TarException {
        int position = 0;
        while (position < text.length && text[position] != 0) {
            int space = position;
            int length = 0;
            while (space < text.length && text[space] >= '0' && text[space] <= '9' && length < text.length) {
                length = length * 10 + text[space++] - '0';
            }
            int end = position + length;
            if (space == position || space >= text.length || text[space] != ' ' || end > text.length || end <= space) {
                throw new TarException(at, "malformed PAX record");
            }
            int equals = space + 1;
            while (equals < end && text[equals] != '=') {
                equals++;
            }
            if (equals == end || text[end - 1] != '\n') {
                throw new TarException(at, "malformed PAX record");
            }
            put(
                    new String(text, space + 1, equals - space - 1, StandardCharsets.UTF_8),
                    TarHeader.decode(text, equals + 1, end - equals - 2),
                    at);
            position = end;
        }
    }

    private void put(String key, String value, long at) throws TarException {
        switch (key) {
            case "GNU.sparse.offset" -> pendingOffset = number(value, at);
            case "GNU.sparse.numbytes" -> {
                if (pendingOffset < 0) {
                    throw new TarException(at, "malformed sparse map");
                }
                sparse00.add(new SparseMap.Region(pendingOffset, number(value, at)));
                pendingOffset = -1;
            }
            case "path", "linkpath", "size" -> records.put(key, value);
            default -> {
                if (key.startsWith("GNU.sparse.")) {
                    records.put(key, value);
                }
            }
        }
    }

    void putAll(PaxRecords other) {
        records.putAll(other.records);
    }

    @Nullable
    String path() {
        String sparseName = records.get("GNU.sparse.name");
        return sparseName != null ? sparseName : records.get("path");
    }

    @Nullable
    String linkPath() {
        return records.get("linkpath");
    }

    long size(long otherwise, long at) throws TarException {
        String size = records.get("size");
        return size == null ? otherwise : number(size, at);
    }

    /** The logical size of a sparse file, or -1 if no record says that it is one. */
    long realSize(long at) throws TarException {
        String size = records.getOrDefault("GNU.sparse.realsize", records.get("GNU.sparse.size"));
        return size == null ? -1 : number(size, at);
    }

    /** Whether the sparse map stands in front of the stored bytes (format 1.0). */
    boolean mapIsInContent() {
        return "1".equals(records.get("GNU.sparse.major")) && "0".equals(records.get("GNU.sparse.minor"));
    }

    /** The regions that formats 0.0 and 0.1 state. */
    List<SparseMap.Region> regions(long at) throws TarException {
        String map = records.get("GNU.sparse.map");
        if (map == null) {
            return sparse00;
        }
        List<SparseMap.Region> regions = new ArrayList<>();
        long offset = -1;
        int start = 0;
        for (int i = 0; i <= map.length(); i++) {
            if (i < map.length() && map.charAt(i) != ',') {
                continue;
            }
            long value = number(map.substring(start, i), at);
            if (offset < 0) {
                offset = value;
            } else {
                regions.add(new SparseMap.Region(offset, value));
                offset = -1;
            }
            start = i + 1;
        }
        return regions;
    }

    private static long number(String text, long at) throws TarException {
        try {
            long value = Long.parseLong(text);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw malformed(text, at, e);
        }
        throw malformed(text, at, null);
    }

    private static TarException malformed(String text, long at, @Nullable Throwable cause) {
        TarException e = new TarException(at, "malformed number in PAX record: " + text);
        e.initCause(cause);
        return e;
    }
}
