package org.drydock.vuln.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.Affected;
import org.drydock.vuln.EndOfLife;
import org.drydock.vuln.ExploitPrediction;
import org.drydock.vuln.KnownExploited;
import org.drydock.vuln.store.AdvisoryStore.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AdvisorySegmentTest {
    @TempDir
    private Path folder;

    @Test
    void givesBackWhatWasPutIn() throws IOException {
        Advisory advisory = Fixtures.full("TEST-1", "npm", "left-pad");
        AdvisorySegment segment = open(Fixtures.segment(folder.resolve("s"), List.of(advisory)));

        assertThat(segment.find("npm", "left-pad"))
                .containsExactlyInAnyOrder(
                        statement(advisory, advisory.affected().get(0)),
                        statement(advisory, advisory.affected().get(1)));
        assertThat(segment.find("other", "é\u4e2d"))
                .containsExactly(statement(advisory, advisory.affected().get(2)));
        assertThat(segment.advisory("TEST-1")).contains(withoutPackages(advisory));
        assertThat(segment.idsOf("CVE-2024-1")).containsExactly("TEST-1");
        assertThat(segment.idsOf("CVE-2024-2")).isEmpty();
        assertThat(segment.status())
                .isEqualTo(new AdvisoryStore.SourceStatus(
                        "test", "osv", List.of("npm", "other"), 1, "2024-02-03", "fixture"));
    }

    @Test
    void keepsEveryStatus() throws IOException {
        List<Affected> affected = Arrays.stream(Status.values())
                .map(status -> new Affected("npm", status.word(), status, List.of(), List.of(), null, List.of()))
                .toList();
        Advisory advisory = new Advisory("TEST-1", List.of(), List.of(), "", List.of(), List.of(), "", "", affected);
        AdvisorySegment segment = open(Fixtures.segment(folder.resolve("s"), List.of(advisory)));

        for (Status status : Status.values()) {
            assertThat(segment.find("npm", status.word()))
                    .singleElement()
                    .satisfies(found -> assertThat(found.affected().status()).isEqualTo(status));
        }
    }

    @Test
    void findsEachOfManyAndNoOther() throws IOException {
        AdvisorySegment segment = open(Fixtures.segment(folder.resolve("s"), Fixtures.many(3000)));

        for (int i = 0; i <= 1500; i++) {
            assertThat(segment.find("npm", "package-" + i)).isNotEmpty();
            assertThat(segment.find("npm", "package-" + i + "x")).isEmpty();
            assertThat(segment.find("np", "m\0package-" + i)).isEmpty();
        }
        assertThat(segment.find("npm", "package-7"))
                .extracting(Statement::advisoryId)
                .containsExactly("TEST-1508", "TEST-1508", "TEST-7", "TEST-7");
        assertThat(segment.advisory("TEST-2999")).isPresent();
        assertThat(segment.advisory("TEST-3000")).isEmpty();
        segment.verify();
    }

    @Test
    void holdsMoreOfOnePackageThanABlock() throws IOException {
        List<Advisory> advisories = IntStream.range(0, 2000)
                .mapToObj(i -> Fixtures.full("TEST-" + i, "npm", "linux"))
                .toList();
        AdvisorySegment segment = open(Fixtures.segment(folder.resolve("s"), advisories));

        assertThat(segment.find("npm", "linux")).hasSize(4000);
        assertThat(segment.status().records()).isEqualTo(2000);
    }

    @Test
    void joinsPartsOfARecord() throws IOException {
        Advisory first = part("A-1", "2024-01-01", "npm", "one", "CVE-1");
        Advisory second = part("A-1", "2024-01-01", "npm", "two", "CVE-2");
        AdvisorySegment segment = open(Fixtures.segment(folder.resolve("s"), List.of(second, first)));

        assertThat(segment.advisory("A-1").orElseThrow().aliases()).containsExactly("CVE-1", "CVE-2");
        assertThat(segment.idsOf("CVE-2")).containsExactly("A-1");
        assertThat(segment.find("npm", "one")).hasSize(1);
        assertThat(segment.find("npm", "two")).hasSize(1);
        assertThat(segment.status().records()).isEqualTo(1);
    }

    @Test
    void aLaterStateReplacesWhatAnEarlierOneSaysOfTheSameNamespace() throws IOException {
        Advisory old = part("B-1", "2024-01-01", "npm", "gone", "CVE-3");
        Advisory later = part("B-1", "2024-01-02", "npm", "here", "CVE-4");
        Advisory elsewhere = part("B-1", "2023-01-01", "debian:12", "kept", "CVE-4");
        AdvisorySegment segment = open(Fixtures.segment(folder.resolve("s"), List.of(later, old, elsewhere)));

        assertThat(segment.advisory("B-1").orElseThrow().modified()).isEqualTo("2024-01-02");
        assertThat(segment.find("npm", "gone")).isEmpty();
        assertThat(segment.find("npm", "here")).hasSize(1);
        assertThat(segment.find("debian:12", "kept")).hasSize(1);
        assertThat(segment.status().namespaces()).containsExactly("debian:12", "npm");
    }

    @Test
    void holdsACatalogueOfExploitedVulnerabilities() throws IOException {
        SegmentBuilder builder = new SegmentBuilder(folder, 1 << 20);
        KnownExploited entry = new KnownExploited("CVE-2021-44228", "2021-12-10", true);
        builder.add(entry);
        SegmentBuilder.write(List.of(builder), "kev", "kev", "kev.json", folder.resolve("s"));
        AdvisorySegment segment = open(folder.resolve("s"));

        assertThat(segment.knownExploited("CVE-2021-44228")).contains(entry);
        assertThat(segment.knownExploited("CVE-2021-44229")).isEmpty();
        assertThat(segment.status().records()).isEqualTo(1);
        assertThat(segment.status().date()).isEqualTo("2021-12-10");
    }

    @Test
    void holdsPredictionsAndEndsOfLife() throws IOException {
        SegmentBuilder builder = new SegmentBuilder(folder, 1 << 20);
        ExploitPrediction old = new ExploitPrediction("CVE-2021-44228", 0.9, 0.99, "2025-08-01");
        ExploitPrediction prediction = new ExploitPrediction("CVE-2021-44228", 0.94358, 0.999561, "2025-08-25");
        EndOfLife end = new EndOfLife("debian", "12", "2026-06-10", "2028-06-30");
        builder.add(prediction);
        builder.add(old);
        builder.add(end);
        SegmentBuilder.write(List.of(builder), "epss", "epss", "epss.csv", folder.resolve("s"));
        AdvisorySegment segment = open(folder.resolve("s"));

        assertThat(segment.exploitPrediction("CVE-2021-44228")).contains(prediction);
        assertThat(segment.exploitPrediction("CVE-2021-44229")).isEmpty();
        assertThat(segment.endOfLife("debian", "12")).contains(end);
        assertThat(segment.endOfLife("debian", "13")).isEmpty();
        assertThat(segment.status().records()).isEqualTo(2);
        assertThat(segment.status().date()).isEqualTo("2025-08-25");
    }

    @Test
    void isTheSameBytesWhateverTheOrderAndTheMemory() throws IOException {
        List<Advisory> advisories = Fixtures.many(500);
        byte[] expected = Files.readAllBytes(Fixtures.segment(folder.resolve("a"), advisories));
        SegmentBuilder small = new SegmentBuilder(folder, 10_000);
        SegmentBuilder other = new SegmentBuilder(folder, 10_000);
        for (int i = 0; i < advisories.size(); i++) {
            (i % 3 == 0 ? other : small).add(advisories.get(advisories.size() - 1 - i));
            small.add(advisories.get(0));
        }
        SegmentBuilder.write(List.of(small, other), "test", "osv", "fixture", folder.resolve("b"));

        assertThat(Files.readAllBytes(folder.resolve("b"))).isEqualTo(expected);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(folder.resolve("a"), folder.resolve("b"));
        }
    }

    @Test
    void noticesEachFlippedBit() throws IOException {
        byte[] bytes = Files.readAllBytes(Fixtures.segment(folder.resolve("s"), Fixtures.many(40)));
        for (int i = 0; i < bytes.length; i++) {
            byte[] flipped = bytes.clone();
            flipped[i] ^= (byte) (1 << i % 8);
            assertThatThrownBy(() -> AdvisorySegment.open(ByteBuffer.wrap(flipped), "here")
                            .verify())
                    .as("byte %d", i)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("here")
                    .hasMessageContaining("drydock db import");
        }
    }

    @Test
    void noticesThatItIsCut() throws IOException {
        byte[] bytes = Files.readAllBytes(Fixtures.segment(folder.resolve("s"), Fixtures.many(10)));
        for (int length = 0; length < bytes.length; length++) {
            ByteBuffer cut = ByteBuffer.wrap(bytes, 0, length);
            assertThatThrownBy(() -> AdvisorySegment.open(cut, "here")).isInstanceOf(DamagedStoreException.class);
        }
    }

    @Test
    void anAnswerFromADamagedBlockIsAnErrorAndNotEmpty() throws IOException {
        byte[] bytes = Files.readAllBytes(Fixtures.segment(folder.resolve("s"), Fixtures.many(40)));
        bytes[SegmentFormat.HEADER_BYTES + 30] ^= 4;
        AdvisorySegment segment = AdvisorySegment.open(ByteBuffer.wrap(bytes), "here");

        assertThatThrownBy(() -> segment.advisory("TEST-1")).isInstanceOf(DamagedStoreException.class);
    }

    private static AdvisorySegment open(Path file) throws IOException {
        return AdvisorySegment.open(ByteBuffer.wrap(Files.readAllBytes(file)), file.toString());
    }

    private static Statement statement(Advisory advisory, Affected affected) {
        return new Statement("test", advisory.id(), advisory.aliases(), advisory.related(), affected);
    }

    private static Advisory withoutPackages(Advisory advisory) {
        return new Advisory(
                advisory.id(),
                advisory.aliases(),
                advisory.related(),
                advisory.summary(),
                advisory.ratings(),
                advisory.references(),
                advisory.published(),
                advisory.modified(),
                List.of(),
                advisory.cwes());
    }

    private static Advisory part(String id, String modified, String namespace, String name, String alias) {
        Affected affected = new Affected(namespace, name, Status.AFFECTED, List.of(), List.of("1"), null, List.of());
        return new Advisory(id, List.of(alias), List.of(), "", List.of(), List.of(), "", modified, List.of(affected));
    }
}
