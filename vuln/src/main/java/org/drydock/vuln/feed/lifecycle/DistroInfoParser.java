package org.drydock.vuln.feed.lifecycle;

import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.drydock.core.Diagnostic;
import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.feed.FeedLines;
import org.drydock.vuln.feed.FeedParser;
import org.drydock.vuln.feed.FeedSink;
import org.drydock.vuln.feed.FeedStart;
import org.drydock.vuln.feed.FeedText;

/**
 * Reads the tables of Debian's and of Ubuntu's releases from the package {@code distro-info-data}. Which of the two it is
 * shows in the names of the columns.
 *
 * @see <a href="https://debian.pages.debian.net/distro-info-data/">distro-info-data</a>
 */
public final class DistroInfoParser implements FeedParser {
    private static final String FIRST_COLUMNS = "version,codename,series,";
    private static final List<String> SUPPORT = List.of("eol", "eol-server");
    private static final List<String> EXTENDED = List.of("eol-lts", "eol-elts", "eol-esm", "eol-legacy");

    @Override
    public String format() {
        return "distro-info";
    }

    @Override
    public boolean recognises(FeedStart start) {
        List<String> lines = start.lines();
        return !lines.isEmpty() && lines.getFirst().startsWith(FIRST_COLUMNS);
    }

    @Override
    public void parse(InputStream in, String place, FeedSink sink) {
        FeedLines lines = new FeedLines(in, place);
        String header = lines.next();
        List<String> columns =
                header == null ? List.of() : List.of(header.strip().split(",", -1));
        String product = columns.contains("eol-esm") || columns.contains("eol-server") ? "ubuntu" : "debian";
        sink.source("distro-info/" + product);
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                release(columns, line, product, place + ":" + lines.number(), sink);
            }
        }
    }

    private static void release(List<String> columns, String line, String product, String at, FeedSink sink) {
        List<String> values = Arrays.asList(line.split(",", -1));
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
            row.put(columns.get(i), values.get(i).strip());
        }
        String version = row.getOrDefault("version", "").replace(" LTS", "");
        String release = version.isEmpty() ? row.getOrDefault("series", "") : version;
        String ends = latest(SUPPORT, row);
        boolean dated = Stream.concat(SUPPORT.stream(), EXTENDED.stream())
                .map(column -> row.getOrDefault(column, ""))
                .allMatch(value -> value.isEmpty() || isDate(value));
        if (!FeedText.isName(release) || !dated) {
            sink.diagnostic(Diagnostic.notExamined(
                    "distro-info-line-unreadable", at, "not a release: " + FeedText.oneLine(line)));
            return;
        }
        if (!ends.isEmpty()) {
            sink.endOfLife(new EndOfLife(product, release, ends, latest(EXTENDED, row)));
        }
    }

    private static String latest(List<String> columns, Map<String, String> row) {
        return columns.stream()
                .map(column -> row.getOrDefault(column, ""))
                .max(String::compareTo)
                .orElse("");
    }

    static boolean isDate(String text) {
        if (text.length() != "2026-01-01".length() || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        return text.chars().filter(c -> c >= '0' && c <= '9').count() == 8;
    }
}
