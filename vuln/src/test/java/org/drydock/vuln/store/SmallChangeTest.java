package org.drydock.vuln.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Affected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small change of the records is a small change of the file, for a transport that sends what it has not sent yet. */
final class SmallChangeTest {
    private static final int RECORDS = 20_000;
    private static final int CHANGED = RECORDS / 100;
    private static final int CHUNK = 4096;

    @TempDir
    private Path folder;

    private final Random random = new Random(5);
    private final Map<String, Advisory> records = new TreeMap<>();
    private Set<String> before = Set.of();

    /** As feeds change from day to day: what is new has the latest ids. */
    @Test
    void onePercentOfTheNewestRecords() throws IOException {
        prepare();
        for (int i = RECORDS - CHANGED / 2; i < RECORDS + CHANGED / 2; i++) {
            put(i);
        }
        assertThat(changedPart("the newest 1 %")).isLessThan(0.2);
    }

    /** The worst there is: no two of the changed records lie in one chunk. */
    @Test
    void onePercentOfTheRecordsAnywhere() throws IOException {
        prepare();
        for (int i = 0; i < CHANGED; i++) {
            put(random.nextInt(RECORDS));
        }
        assertThat(changedPart("1 % anywhere")).isLessThan(0.45);
    }

    /** One record changes where it stands: its text, its aliases, its packages, and what sums the file up. */
    @Test
    void oneRecord() throws IOException {
        prepare();
        put(RECORDS / 2);
        assertThat(changedPart("one record")).isLessThan(0.04);
    }

    /** A package that nobody spoke of before moves everything, and changes next to nothing. */
    @Test
    void oneRecordMore() throws IOException {
        prepare();
        put(RECORDS + 7);
        assertThat(changedPart("one record more")).isLessThan(0.04);
    }

    private void prepare() throws IOException {
        for (int i = 0; i < RECORDS; i++) {
            put(i);
        }
        before = chunks(segment());
    }

    /** A record as a distribution has it; given again, it is the same but for the version that mends it. */
    private void put(int number) {
        Random own = new Random(number);
        String name = "package-" + (int) (3000 * Math.pow(own.nextDouble(), 4));
        List<Affected> affected = Stream.of("debian:11", "debian:12", "debian:13")
                .map(namespace -> new Affected(
                        namespace,
                        name,
                        Status.AFFECTED,
                        List.of(new Affected.Range("0", RandomRecords.version(random) + "-1+deb12u1", null)),
                        List.of(),
                        null,
                        List.of()))
                .toList();
        String id = "CVE-%d-%05d".formatted(2015 + number / 2000, number);
        String words = IntStream.range(0, 12)
                .mapToObj(i -> Integer.toString(own.nextInt(5000), 36))
                .collect(Collectors.joining(" "));
        List<String> references = List.of("https://example.org/" + Long.toString(own.nextLong(), 36));
        records.put(
                id,
                new Advisory(id, List.of(), List.of(), name + " " + words, List.of(), references, "", "", affected));
    }

    private byte[] segment() throws IOException {
        return Files.readAllBytes(Fixtures.segment(folder.resolve("s"), List.copyOf(records.values())));
    }

    private double changedPart(String what) throws IOException {
        byte[] bytes = segment();
        Set<String> after = chunks(bytes);
        long fresh = after.stream().filter(chunk -> !before.contains(chunk)).count();
        double part = (double) fresh / after.size();
        System.out.printf(
                Locale.ROOT,
                "%s: %d of %d chunks of a file of %d bytes are new (%.1f %%)%n",
                what,
                fresh,
                after.size(),
                bytes.length,
                100 * part);
        return part;
    }

    /** Cuts where a rolling hash over 48 bytes says so, 4 KiB on average. */
    private static Set<String> chunks(byte[] bytes) {
        Set<String> chunks = new HashSet<>();
        int start = 0;
        long hash = 0;
        for (int i = 0; i < bytes.length; i++) {
            hash = (hash << 1) + GEAR[bytes[i] & 0xff];
            int length = i + 1 - start;
            boolean cut = length >= CHUNK / 4 && Long.remainderUnsigned(hash >>> 16, CHUNK) == 0;
            if (cut || length == 4 * CHUNK || i == bytes.length - 1) {
                chunks.add(new String(Arrays.copyOfRange(bytes, start, i + 1), StandardCharsets.ISO_8859_1));
                start = i + 1;
            }
        }
        return chunks;
    }

    private static final long[] GEAR = new Random(1).longs(256).toArray();
}
