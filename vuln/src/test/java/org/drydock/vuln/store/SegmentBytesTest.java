package org.drydock.vuln.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SegmentBytesTest {
    @Test
    void readsTheSameBeforeAndAfterItIsMappedAndWhateverIsDeleted(@TempDir Path folder) throws IOException {
        byte[] content = new byte[10_000];
        Random random = new Random(1);
        random.nextBytes(content);
        Path file = Files.write(folder.resolve("s"), content);
        try (SegmentBytes bytes = SegmentBytes.open(file)) {
            Files.delete(file);
            for (int i = 0; i < 5000; i++) {
                int offset = random.nextInt(content.length);
                int length = random.nextInt(content.length - offset + 1);
                assertThat(bytes.read(offset, length)).contains(Arrays.copyOfRange(content, offset, offset + length));
            }
            assertThat(bytes.read(9_999, 2)).isEmpty();
            assertThat(bytes.read(-1, 2)).isEmpty();
            assertThat(bytes.read(0, Long.MAX_VALUE)).isEmpty();
        }
    }
}
