package org.drydock.vuln.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Whatever a server sends as a list or an index, it names data or is refused. */
final class FetchFuzzTest {
    @FuzzTest
    void changes(byte[] bytes) throws IOException {
        with(
                bytes,
                file -> OsvChanges.changed(file, Instant.EPOCH)
                        .ifPresent(changed -> changed.keySet()
                                .forEach(id -> assertThat(id)
                                        .doesNotContain("/", "\\", "%")
                                        .doesNotStartWith("."))));
    }

    @FuzzTest
    void repomd(byte[] bytes) throws IOException {
        with(bytes, file -> {
            try {
                FeedFetcher.uri("https://example.org/os/repodata/repomd.xml")
                        .resolve("../")
                        .resolve(FeedFetcher.uri(FeedFetcher.updateinfo(file)));
            } catch (FetchException expected) {
                assertThat(expected.getMessage()).isNotEmpty();
            }
        });
    }

    private interface Reading {
        void of(Path file) throws IOException;
    }

    private static void with(byte[] bytes, Reading reading) throws IOException {
        Path file = Files.createTempFile("drydock-fuzz-", ".index");
        try {
            Files.write(file, bytes);
            reading.of(file);
        } finally {
            Files.delete(file);
        }
    }
}
