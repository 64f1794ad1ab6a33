package org.drydock.vuln.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.drydock.core.Status;
import org.drydock.vuln.Advisory;
import org.drydock.vuln.store.AdvisoryStore.Judgement;
import org.drydock.vuln.store.AdvisoryStore.Statement;
import org.drydock.vuln.version.InstalledVersion;
import org.drydock.vuln.version.RangeDecision;
import org.drydock.vuln.version.VersionRanges;
import org.drydock.vuln.version.VersionScheme;
import org.drydock.vuln.version.VersionSchemes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys made at build decide as the texts do. */
final class JudgeTest {
    @TempDir
    private Path folder;

    @Test
    void decidesByKeysAsByTexts() throws IOException {
        Random random = new Random(11);
        List<Advisory> records = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            records.add(RandomRecords.next(random, "CVE-" + i));
        }
        Path file = Fixtures.segment(folder.resolve("s"), records);
        AdvisorySegment segment = AdvisorySegment.open(ByteBuffer.wrap(Files.readAllBytes(file)), "s");
        Set<Kind> met = EnumSet.noneOf(Kind.class);
        for (int i = 0; i < 4000; i++) {
            String namespace = segment.status().namespaces().get(i % 4);
            // the scheme of another namespace, too: then the texts decide
            VersionScheme scheme = i % 5 == 0
                    ? VersionSchemes.MAVEN
                    : VersionSchemes.forNamespace(namespace).orElseThrow();
            InstalledVersion installed = InstalledVersion.of(scheme, RandomRecords.version(random));
            String name = "package-" + random.nextInt(60);
            List<Judgement> expected = segment.find(namespace, name).stream()
                    .map(statement -> byText(statement, installed))
                    .filter(judgement -> judgement.statement().affected().status() == Status.NOT_AFFECTED
                            || !(judgement.decision() instanceof RangeDecision.NotInRange))
                    .toList();
            List<Judgement> judged = segment.judge(namespace, name, installed).stream()
                    .filter(judgement -> judgement.statement().affected().status() == Status.NOT_AFFECTED
                            || !(judgement.decision() instanceof RangeDecision.NotInRange))
                    .toList();

            assertThat(judged).isEqualTo(expected);
            judged.forEach(judgement -> met.add(Kind.of(judgement.decision())));
        }
        assertThat(met).containsExactly(Kind.values());
    }

    private enum Kind {
        IN_RANGE,
        LISTED,
        NOT_IN_RANGE,
        UNKNOWN;

        static Kind of(RangeDecision decision) {
            return switch (decision) {
                case RangeDecision.InRange _ -> IN_RANGE;
                case RangeDecision.Listed _ -> LISTED;
                case RangeDecision.NotInRange _ -> NOT_IN_RANGE;
                case RangeDecision.Unknown _ -> UNKNOWN;
            };
        }
    }

    private static Judgement byText(Statement statement, InstalledVersion installed) {
        return new Judgement(statement, VersionRanges.decide(statement.affected(), installed));
    }
}
