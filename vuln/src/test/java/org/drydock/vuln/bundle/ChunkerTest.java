package org.drydock.vuln.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.drydock.core.Digest;
import org.junit.jupiter.api.Test;

final class ChunkerTest {
    private static List<byte[]> cut(byte[] bytes) throws IOException {
        List<byte[]> chunks = new ArrayList<>();
        try (Chunker chunker = new Chunker(chunks::add)) {
            chunker.write(bytes);
        }
        return chunks;
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(5).nextBytes(bytes);
        return bytes;
    }

    @Test
    void theChunksAreTheStream() throws IOException {
        byte[] bytes = noise(3_000_000);
        List<byte[]> chunks = cut(bytes);
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] chunk : chunks) {
            joined.write(chunk);
        }
        assertThat(joined.toByteArray()).isEqualTo(bytes);
        assertThat(chunks.subList(0, chunks.size() - 1))
                .allSatisfy(chunk -> assertThat(chunk.length).isBetween(8 << 10, Chunker.MAX));
        assertThat(chunks.size()).isBetween(50, 110);
        assertThat(cut(new byte[0])).isEmpty();
        assertThat(cut(new byte[1_000_000])).hasSize(8);
    }

    @Test
    void anInsertionChangesOnlyWhatIsBesideIt() throws IOException {
        byte[] bytes = noise(3_000_000);
        byte[] longer = new byte[bytes.length + 5];
        int at = 1_234_567;
        System.arraycopy(bytes, 0, longer, 0, at);
        System.arraycopy(bytes, at, longer, at + 5, bytes.length - at);
        Set<Digest> before = new HashSet<>();
        cut(bytes).forEach(chunk -> before.add(Sha256.of(chunk)));
        List<byte[]> after = cut(longer);
        assertThat(after.stream().filter(chunk -> !before.contains(Sha256.of(chunk))))
                .hasSizeBetween(1, 2);
    }
}
