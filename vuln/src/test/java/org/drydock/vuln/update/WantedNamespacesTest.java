package org.drydock.vuln.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WantedNamespacesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 2);

    @TempDir
    private Path folder;

    @Test
    void remembersAndWritesOnlyWhenItMust() throws IOException {
        WantedNamespaces wanted = new WantedNamespaces(folder);
        assertThat(wanted.read()).isEmpty();
        wanted.add(Set.of("debian:12", "npm"), TODAY);
        Path file = folder.resolve("wanted");
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        wanted.add(Set.of("npm"), TODAY);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.fromMillis(0));
        wanted.add(Set.of("npm"), TODAY.plusDays(1));
        assertThat(file).hasContent("debian:12\t2026-01-02\nnpm\t2026-01-03\n");
    }

    @Test
    void namesOutOfImagesCannotBreakIt() throws IOException {
        WantedNamespaces wanted = new WantedNamespaces(folder);
        wanted.add(List.of("a\tb", "x\ny", "", "n".repeat(101), "debian:12"), TODAY);
        assertThat(wanted.read()).containsExactly("debian:12");
        Files.writeString(folder.resolve("wanted"), "rubbish\n\u0000\t\nnpm\t2026-01-01\n");
        assertThat(wanted.read()).containsExactly("npm");
    }

    @Test
    void keepsTheMostRecent() throws IOException {
        WantedNamespaces wanted = new WantedNamespaces(folder);
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            many.add("ns:" + i);
        }
        wanted.add(many, TODAY);
        wanted.add(Set.of("zz"), TODAY.plusDays(1));
        assertThat(wanted.read()).hasSize(500).contains("zz");
    }

    @Test
    void manyAtOnceLoseNothing() throws Exception {
        List<Thread> threads = new ArrayList<>();
        Set<String> expected = new TreeSet<>();
        for (int i = 0; i < 16; i++) {
            String namespace = "ns:" + i;
            expected.add(namespace);
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    new WantedNamespaces(folder).add(Set.of(namespace), TODAY);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(new WantedNamespaces(folder).read()).isEqualTo(expected);
    }
}
