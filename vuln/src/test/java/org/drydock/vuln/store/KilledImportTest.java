package org.drydock.vuln.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills an importing process at moments of no one's choosing. {@code -Ddrydock.kills=N} kills more often than a normal
 * run does.
 */
final class KilledImportTest {
    private static final int KILLS = Integer.getInteger("drydock.kills", 10);
    private static final int LONGEST_MILLIS = 400;

    @TempDir
    private Path folder;

    @Test
    void leavesTheOldOrTheNewAndNothingBetween() throws IOException, InterruptedException {
        Path store = folder.resolve("store");
        Path zero = Generations.feeds(folder, 0);
        Path one = Generations.feeds(folder, 1);
        Random random = new Random(20_261_121);
        int leftBehind = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(store, zero, one);
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(out.readLine()).isEqualTo("imported");
                process.waitFor(random.nextInt(LONGEST_MILLIS * 1000), TimeUnit.MICROSECONDS);
            } finally {
                process.destroyForcibly().waitFor();
            }
            leftBehind += aside(store);

            assertThat(Generations.only(store)).isIn("1.0", "1.1");
            AdvisoryStores.verify(store);
        }
        System.out.println("killed " + KILLS + " imports; files they left behind: " + leftBehind);
        StoreImporter.importPaths(List.of(one), store, ImportProgress.none());
        assertThat(Generations.only(store)).isEqualTo("1.1");
        assertThat(aside(store)).isZero();
    }

    private static Process start(Path store, Path zero, Path one) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportLoop.class.getName(),
                        store.toString(),
                        zero.toString(),
                        one.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int aside(Path store) throws IOException {
        try (Stream<Path> files = Files.list(store)) {
            return (int) files.filter(file -> file.toString().endsWith(StoreFiles.ASIDE))
                    .count();
        }
    }
}
