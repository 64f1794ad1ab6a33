package org.drydock.vuln.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.drydock.vuln.fetch.Fetcher.Fetched;

/**
 * Keeps an OSV export up to date by the records that changed, where those are few and the whole is large: the list
 * {@code modified_id.csv} beside an export names each record with the time of its last change, the latest first. The
 * whole is fetched once a week all the same, since the list does not tell what was taken out.
 *
 * @see <a href="https://google.github.io/osv.dev/data/#data-dumps">OSV data dumps</a>
 */
final class OsvChanges {
    private static final long WORTH_BYTES = 4L << 20;
    private static final int MOST_RECORDS = 200;
    /** More than so many records need, and the latest come first. */
    private static final int MAX_LIST = 1 << 20;

    private static final Duration WHOLE_EVERY = Duration.ofDays(7);
    private static final Duration OVERLAP = Duration.ofHours(6);

    private final Fetcher fetcher;
    private final InstantSource clock;

    OsvChanges(Fetcher fetcher, InstantSource clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /** Fetches the export at {@code address}, one way or the other. */
    Fetched fetch(URI address, Path folder) {
        Path whole = FetchFolder.fileOf(address, folder);
        Path joined = whole.resolveSibling("joined.zip");
        try {
            Optional<FetchedState> base = FetchedState.read(whole);
            Optional<Instant> published = base.flatMap(state -> date(state.lastModified()));
            if (base.isPresent()
                    && published.isPresent()
                    && base.get().bytes() >= WORTH_BYTES
                    && Duration.between(base.get().checked(), clock.instant()).compareTo(WHOLE_EVERY) < 0) {
                Optional<Fetched> fetched =
                        changes(address, folder, whole, joined, published.get().minus(OVERLAP));
                if (fetched.isPresent()) {
                    return fetched.get();
                }
            }
            Fetched fetched = fetcher.fetch(address, folder);
            FetchedState.forget(joined);
            Files.deleteIfExists(joined);
            return fetched;
        } catch (IOException e) {
            throw new FetchException(joined + ": cannot be written: " + e, e);
        }
    }

    /** The export with its changes; empty if that cannot be done, or if there are too many. */
    private Optional<Fetched> changes(URI address, Path folder, Path whole, Path joined, Instant since)
            throws IOException {
        Map<String, Path> records = new TreeMap<>();
        try {
            Fetched list = fetcher.fetch(address.resolve("modified_id.csv"), folder);
            Optional<FetchedState> before = FetchedState.read(joined);
            if (!list.changed() && before.isPresent()) {
                return Optional.of(new Fetched(joined, before.get(), false));
            }
            Optional<Map<String, Instant>> changed = changed(list.file(), since);
            if (changed.isEmpty()) {
                return Optional.empty();
            }
            for (String id : changed.get().keySet()) {
                Fetched record = fetcher.fetch(address.resolve(id.replace(":", "%3A") + ".json"), folder);
                records.put(id + ".json", record.file());
            }
        } catch (FetchException e) {
            return Optional.empty();
        }
        Path aside = joined.resolveSibling("joined.zip.part");
        join(whole, records, aside);
        String sha256 = HexFormat.of().formatHex(StatedDigests.sha256(aside));
        boolean same = FetchedState.read(joined)
                .filter(state -> state.sha256().equals(sha256))
                .isPresent();
        FetchedState state =
                new FetchedState(HttpTransport.text(address), "", "", sha256, Files.size(aside), clock.instant());
        FetchedState.forget(joined);
        Files.move(aside, joined, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        state.write(joined);
        return Optional.of(new Fetched(joined, state, !same));
    }

    /** The records that changed, with when; empty if there are too many, or if the list is not what it should be. */
    static Optional<Map<String, Instant>> changed(Path list, Instant since) throws IOException {
        Map<String, Instant> changed = new TreeMap<>();
        try (InputStream in = Files.newInputStream(list)) {
            String head = new String(in.readNBytes(MAX_LIST), StandardCharsets.ISO_8859_1);
            for (String line : head.lines().toList()) {
                int comma = line.indexOf(',');
                String id = line.substring(comma + 1).strip();
                if (comma < 0 || !id.matches("[A-Za-z0-9:._-]{1,128}") || id.startsWith(".")) {
                    return Optional.empty();
                }
                Instant when = Instant.parse(line.substring(0, comma).strip());
                if (when.isBefore(since)) {
                    return Optional.of(changed);
                }
                changed.put(id, when);
                if (changed.size() > MOST_RECORDS) {
                    return Optional.empty();
                }
            }
            return Optional.of(changed);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The same records in the same order give the same bytes. */
    private static void join(Path whole, Map<String, Path> records, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(whole.toFile());
                OutputStream file = Files.newOutputStream(target);
                ZipOutputStream out = new ZipOutputStream(file)) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!records.containsKey(entry.getName())) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        add(entry.getName(), in, out);
                    }
                }
            }
            for (Map.Entry<String, Path> record : records.entrySet()) {
                try (InputStream in = Files.newInputStream(record.getValue())) {
                    add(record.getKey(), in, out);
                }
            }
        }
    }

    private static void add(String name, InputStream in, ZipOutputStream out) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        out.putNextEntry(entry);
        in.transferTo(out);
        out.closeEntry();
    }

    private static Optional<Instant> date(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
